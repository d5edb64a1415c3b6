//! Cues: turns of phrase with gaps in them ("nobody reads the emails … code is
//! 4471"), each of one kind. Word classes ([`crate::sense`]) say what a word may
//! mean; a cue says what is done with it.
//!
//! The lists are `data/cues`. A line is one phrase; its parts:
//! `word|word` one of these, `$list` a list named above, `@CLASS` a word of that
//! class, `#` a number, `_` any one token, `..` up to four tokens, `?part` a part
//! that may be missing.

mod said;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::Facts;
use crate::draft::Draft;
use crate::sense::{self, marked};
use crate::token::{Kind, Tokens};

/// The lists, by file.
const LISTS: [&str; 5] = [
    include_str!("../../data/cues/conduct.txt"),
    include_str!("../../data/cues/disclosure.txt"),
    include_str!("../../data/cues/identity.txt"),
    include_str!("../../data/cues/profile.txt"),
    include_str!("../../data/cues/work.txt"),
];
/// How many tokens `..` may skip: a clause's worth, not a sentence's.
const LONGEST_GAP: usize = 4;
/// How far ahead of a cue a denial may stand.
const DENIAL_REACH: usize = 3;

/// Words of meaning that a phrase with optional parts must have.
const ENOUGH: usize = 2;

/// Words that carry no meaning of their own.
const FILLERS: [&str; 118] = [
    "a", "an", "the", "i", "im", "ive", "id", "ill", "we", "us", "our", "my", "me", "you", "u",
    "your", "youre", "ur", "it", "its", "is", "are", "was", "were", "s", "be", "been", "being",
    "to", "of", "in", "on", "at", "for", "and", "or", "so", "that", "this", "these", "those", "he",
    "she", "they", "her", "his", "him", "them", "their", "with", "from", "by", "as", "not", "no",
    "dont", "does", "did", "do", "doesnt", "didnt", "have", "has", "had", "got", "get", "gets",
    "all", "any", "just", "can", "will", "would", "could", "should", "about", "up", "out", "off",
    "if", "then", "when", "what", "who", "how", "why", "there", "here", "m", "re", "ve", "ll", "t",
    "d", "too", "very", "one", "because", "but", "before", "after", "until", "till", "til", "into",
    "over", "through", "than", "let", "go", "make", "take", "put", "like", "really", "even",
    "ever", "never",
];

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident = $name:literal,)+) => {
        /// What a cue says.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum Cue { $($(#[doc = $doc])+ $kind,)+ }

        impl Cue {
            fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$kind),)+ _ => None }
            }
        }
    };
}

include!("cue/kinds.rs");

/// A cue found.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it says.
    pub cue: Cue,
    /// Where.
    pub tokens: Range<usize>,
    /// In which sentence.
    pub sentence: usize,
    /// "not", "never" … stand just before it.
    pub denied: bool,
    /// It stands in quotation marks.
    pub quoted: bool,
}

#[derive(Debug)]
enum Part {
    One {
        words: Vec<String>,
        classes: u128,
        number: bool,
    },
    Handle,
    Any,
    Gap,
    Maybe(Box<Part>),
}

#[derive(Debug)]
struct Phrase {
    cue: Cue,
    /// Has parts that may be missing, and so must say enough without them.
    has_optional: bool,
    parts: Vec<Part>,
}

#[derive(Debug, Default)]
struct Book {
    phrases: Vec<Phrase>,
    by_word: HashMap<String, Vec<usize>>,
    by_class: Vec<(u128, usize)>,
    by_number: Vec<usize>,
    by_handle: Vec<usize>,
    /// Lines that could not be read; a test holds this empty.
    unread: Vec<String>,
}

fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| {
        let mut book = Book::default();
        for list in LISTS {
            book.read(list);
        }
        book
    })
}

impl Book {
    fn read(&mut self, list: &str) {
        let mut named: HashMap<&str, Vec<&str>> = HashMap::new();
        let mut cue = None;
        for line in list
            .lines()
            .map(str::trim)
            .filter(|l| !l.is_empty() && !l.starts_with("# "))
        {
            if let Some(name) = line
                .strip_prefix('[')
                .and_then(|rest| rest.strip_suffix(']'))
            {
                cue = Cue::named(name);
                if cue.is_none() {
                    self.unread.push(line.to_owned());
                }
            } else if let Some((name, words)) = line
                .strip_prefix('$')
                .and_then(|rest| rest.split_once(" = "))
            {
                let spelled = words
                    .split('|')
                    .flat_map(|word| match word.strip_prefix('$') {
                        Some(other) => named.get(other).cloned().unwrap_or_default(),
                        None => vec![word],
                    })
                    .collect();
                named.insert(name, spelled);
            } else {
                match cue.and_then(|cue| Some((cue, parts(line, &named)?))) {
                    Some((cue, parts)) => self.add(Phrase {
                        cue,
                        has_optional: parts.iter().any(|p| matches!(p, Part::Maybe(_))),
                        parts,
                    }),
                    None => self.unread.push(line.to_owned()),
                }
            }
        }
    }

    fn add(&mut self, phrase: Phrase) {
        let index = self.phrases.len();
        if let Some(Part::Handle) = phrase.parts.first() {
            self.by_handle.push(index);
        } else if let Some(Part::One {
            words,
            classes,
            number,
        }) = phrase.parts.first()
        {
            for word in words {
                self.by_word.entry(word.clone()).or_default().push(index);
            }
            if *classes != 0 {
                self.by_class.push((*classes, index));
            }
            if *number {
                self.by_number.push(index);
            }
        }
        self.phrases.push(phrase);
    }
}

/// Reads a line; `None` when it has an unknown name or begins with a gap.
fn parts(line: &str, named: &HashMap<&str, Vec<&str>>) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    for element in line.split_whitespace() {
        match element.strip_prefix('?') {
            Some(rest) if !rest.is_empty() => parts.push(Part::Maybe(Box::new(part(rest, named)?))),
            _ if element.ends_with("'s") && !element.contains('|') => {
                parts.push(part(&element[..element.len() - 2], named)?);
                parts.push(part("s", named)?);
            }
            _ => parts.push(part(element, named)?),
        }
    }
    matches!(parts.first(), Some(Part::One { .. } | Part::Handle)).then_some(parts)
}

fn part(element: &str, named: &HashMap<&str, Vec<&str>>) -> Option<Part> {
    match element {
        ".." => return Some(Part::Gap),
        "_" => return Some(Part::Any),
        "@HANDLE" => return Some(Part::Handle),
        _ => {}
    }
    let (mut words, mut classes, mut number) = (Vec::new(), 0, false);
    for choice in element.split('|') {
        if choice == "#" {
            number = true;
        } else if let Some(name) = choice.strip_prefix('$').filter(|name| !name.is_empty()) {
            words.extend(named.get(name)?.iter().map(|word| (*word).to_owned()));
        } else if let Some(name) = choice.strip_prefix('@').filter(|name| !name.is_empty()) {
            classes |= class_named(name)?;
        } else {
            words.push(choice.replace('\'', ""));
        }
    }
    Some(Part::One {
        words,
        classes,
        number,
    })
}

/// The bits of a class of the lists or of one that facts mark.
fn class_named(name: &str) -> Option<u128> {
    Some(match name {
        "FACILITY" => marked::FACILITY,
        "CONDITION" => marked::CONDITION | marked::RARE,
        "DRUG" => marked::DRUG,
        "NAME" => marked::NAME | marked::TITLED_NAME | marked::CLINICIAN_NAME,
        _ => (0..marked::NAME.trailing_zeros())
            .find(|bit| sense::name(*bit as usize).eq_ignore_ascii_case(name))
            .map(|bit| 1_u128 << bit)?,
    })
}

/// Finds every cue, in order.
#[must_use]
pub fn find(draft: &Draft<'_>, facts: &Facts) -> Vec<Found> {
    let reader = Reader {
        tokens: draft.tokens(),
        facts,
    };
    let mut found: Vec<Found> = (0..reader.tokens.sentence_count())
        .flat_map(|sentence| reader.sentence(sentence))
        .collect();
    reader.mark_quoted(&mut found);
    found
}

struct Reader<'a> {
    tokens: &'a Tokens,
    facts: &'a Facts,
}

impl Reader<'_> {
    fn sentence(&self, sentence: usize) -> Vec<Found> {
        let range = self.tokens.sentence(sentence);
        let mut found = Vec::new();
        for at in range.clone() {
            for index in self.phrases_at(at) {
                let phrase = &book().phrases[index];
                let end = self.end(&phrase.parts, at, range.end);
                if let Some(end) =
                    end.filter(|end| !phrase.has_optional || self.says_enough(at..*end))
                {
                    found.push(Found {
                        cue: phrase.cue,
                        tokens: at..end,
                        sentence,
                        denied: self.denied(range.start.max(at.saturating_sub(DENIAL_REACH))..at),
                        quoted: false,
                    });
                }
            }
        }
        found
    }

    /// At least two words that carry meaning, so that a line whose optional
    /// parts are all missing does not match "go to" or "know what".
    fn says_enough(&self, range: Range<usize>) -> bool {
        let carries = |at: &usize| {
            let token = self.tokens.all()[*at];
            token.kind == Kind::Number
                || (token.kind == Kind::Word && !FILLERS.contains(&self.tokens.lower(*at)))
        };
        range.filter(carries).count() >= ENOUGH
    }

    fn phrases_at(&self, at: usize) -> impl Iterator<Item = usize> {
        let classes = self.facts.senses.of(at);
        let number = self.is_number(at);
        let by_word = book()
            .by_word
            .get(self.tokens.lower(at))
            .into_iter()
            .flatten();
        let by_class = book()
            .by_class
            .iter()
            .filter(move |(bits, _)| bits & classes != 0);
        let by_number = book().by_number.iter().filter(move |_| number);
        let handle = self
            .tokens
            .all()
            .get(at)
            .is_some_and(|token| token.kind == Kind::Handle);
        let by_handle = book().by_handle.iter().filter(move |_| handle);
        by_word
            .copied()
            .chain(by_class.map(|(_, index)| *index))
            .chain(by_number.copied())
            .chain(by_handle.copied())
    }

    fn is_number(&self, at: usize) -> bool {
        self.tokens
            .all()
            .get(at)
            .is_some_and(|token| token.kind == Kind::Number)
    }

    /// Where `parts` end when they begin at `at`, not after `stop`.
    fn end(&self, parts: &[Part], at: usize, stop: usize) -> Option<usize> {
        let Some((first, rest)) = parts.split_first() else {
            return Some(at);
        };
        match first {
            Part::Maybe(part) => self
                .fits(part, at, stop)
                .then(|| self.end(rest, at + 1, stop))
                .flatten()
                .or_else(|| self.end(rest, at, stop)),
            Part::Gap => (at..=at + LONGEST_GAP).find_map(|next| self.end(rest, next, stop)),
            one => self
                .fits(one, at, stop)
                .then(|| self.end(rest, at + 1, stop))
                .flatten(),
        }
    }

    fn fits(&self, part: &Part, at: usize, stop: usize) -> bool {
        at < stop
            && match part {
                Part::Any => true,
                Part::Handle => self.tokens.all()[at].kind == Kind::Handle,
                Part::One {
                    words,
                    classes,
                    number,
                } => {
                    let word = self.tokens.lower(at);
                    words.iter().any(|known| known == word)
                        || self.facts.senses.of(at) & classes != 0
                        || (*number && self.is_number(at))
                }
                Part::Gap | Part::Maybe(_) => false,
            }
    }

    fn denied(&self, before: Range<usize>) -> bool {
        before.into_iter().any(|at| {
            matches!(
                self.tokens.lower(at),
                "not"
                    | "never"
                    | "no"
                    | "nobody"
                    | "dont"
                    | "doesnt"
                    | "didnt"
                    | "isnt"
                    | "arent"
                    | "wasnt"
                    | "wont"
                    | "wouldnt"
                    | "cant"
                    | "cannot"
                    | "aint"
                    | "without"
                    | "nor"
                    | "stop"
                    | "neither"
                    | "shouldnt"
                    | "couldnt"
                    | "havent"
                    | "hasnt"
                    | "werent"
            )
        })
    }

    /// Between an opening and a closing quotation mark, double or single, of
    /// the same draft. The lower form of a single mark is empty.
    fn mark_quoted(&self, found: &mut [Found]) {
        for sign in ["\"", ""] {
            let marks: Vec<usize> = (0..self.tokens.len())
                .filter(|at| {
                    self.tokens.all()[*at].kind == Kind::Mark && self.tokens.lower(*at) == sign
                })
                .collect();
            for pair in marks.chunks_exact(2) {
                for cue in found
                    .iter_mut()
                    .filter(|cue| pair[0] < cue.tokens.start && cue.tokens.end <= pair[1])
                {
                    cue.quoted = true;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
