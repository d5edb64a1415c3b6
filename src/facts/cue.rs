//! Cues: turns of phrase with gaps in them ("nobody reads the emails … code is
//! 4471"), each of one kind. Word classes ([`crate::sense`]) say what a word may
//! mean; a cue says what is done with it.
//!
//! The lists are `data/cues`. A line is one phrase; its parts:
//! `word|word` one of these, `$list` a list named above, `@CLASS` a word of that
//! class, `#` a number, `_` any one token, `..` up to four tokens, `?part` a part
//! that may be missing.

mod book;
mod said;

use std::ops::Range;

use self::book::{Content, Part, Phrase, book};
use super::Facts;
use super::quote::Quotes;
use crate::draft::Draft;
use crate::token::{Kind, Tokens};
use crate::word_set::WordSet;

/// How many tokens `..` may skip: a clause's worth, not a sentence's.
const LONGEST_GAP: usize = 4;
/// How far ahead of a cue a denial may stand.
const DENIAL_REACH: usize = 3;

/// Words of meaning that a phrase with optional parts must have.
const ENOUGH: usize = 2;

/// Words that carry no meaning of their own.
const FILLERS: WordSet = WordSet::new(&[
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
]);

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

/// Finds every cue, in order.
#[must_use]
pub fn find(draft: &Draft<'_>, facts: &Facts) -> Vec<Found> {
    let reader = Reader {
        tokens: draft.tokens(),
        facts,
    };
    let (mut tries, mut found) = (Vec::new(), Vec::new());
    for sentence in 0..reader.tokens.sentence_count() {
        reader.sentence(sentence, &mut tries, &mut found);
    }
    found
}

/// Marks the cues that stand in quotation marks.
pub(super) fn mark_quoted(quotes: &Quotes, found: &mut [Found]) {
    for cue in found {
        cue.quoted = quotes.enclose(&cue.tokens);
    }
}

/// Where a phrase may begin, how its first part fits there, and which one it is.
type Try = (usize, u8, u16);

/// Whether the sorted `words` have `word`; 0 is no word of any phrase.
fn has(words: &[u16], word: u16) -> bool {
    word != 0 && words.binary_search(&word).is_ok()
}

/// The number that a word has in the phrases, by its hash; 0 where none has it.
pub(crate) fn word(key: u64) -> u16 {
    book().word(key)
}

struct Reader<'a> {
    tokens: &'a Tokens,
    facts: &'a Facts,
}

impl Reader<'_> {
    /// Finds the cues of one sentence. `tries` is where each phrase could stand;
    /// it is only handed on to be filled again.
    fn sentence(&self, sentence: usize, tries: &mut Vec<Try>, found: &mut Vec<Found>) {
        let range = self.tokens.sentence(sentence);
        tries.clear();
        let content = self.content(sentence);
        for at in range.clone() {
            self.anchored(at, range.start, &content, tries);
        }
        tries.sort_unstable();
        tries.dedup();
        for (at, _, index) in tries.drain(..) {
            let phrase = &book().phrases[usize::from(index)];
            let end = self.end(&phrase.parts, at, range.end);
            if let Some(end) = end.filter(|end| self.says_enough(phrase, at..*end)) {
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

    fn content(&self, sentence: usize) -> Content {
        let mut content = Content {
            classes: self.facts.senses.of_sentence(sentence),
            ..Content::default()
        };
        for at in self.tokens.sentence(sentence) {
            content.add_word(self.facts.senses.word(at).cue);
            content.add_kind(self.tokens.all()[at].kind);
        }
        content
    }

    /// Adds every phrase whose rarest part token `at` may be, with where the
    /// phrase would begin. That part decides first: "you" begins a hundred
    /// phrases, and nearly no sentence has the other words of any.
    fn anchored(&self, at: usize, first: usize, content: &Content, tries: &mut Vec<Try>) {
        let book = book();
        let word = self.facts.senses.word(at).cue;
        let classes = self.facts.senses.of(at);
        let kind = self.tokens.all().get(at).map(|token| token.kind);
        let by_class = (classes & book.any_class != 0).then_some(&book.by_class);
        let by_class = by_class.into_iter().flatten();
        let anchors = book
            .of_word(word)
            .iter()
            .chain(
                by_class
                    .filter(|(bits, _)| bits & classes != 0)
                    .map(|(_, anchor)| anchor),
            )
            .chain(book.by_number.iter().filter(|_| kind == Some(Kind::Number)))
            .chain(book.by_handle.iter().filter(|_| kind == Some(Kind::Handle)));
        for anchor in anchors {
            if !book.may_stand_in(anchor, content) {
                continue;
            }
            let earliest = at
                .saturating_sub(usize::from(anchor.most_before))
                .max(first);
            let latest = (at + 1).saturating_sub(usize::from(anchor.fewest_before));
            let phrase = &book.phrases[usize::from(anchor.phrase)];
            for start in earliest..latest {
                if let Some(way) = phrase.parts.first().and_then(|part| self.way(part, start)) {
                    tries.push((start, way, anchor.phrase));
                }
            }
        }
    }

    /// How a phrase's first part fits at `at`; phrases that begin with the word
    /// itself come first.
    fn way(&self, part: &Part, at: usize) -> Option<u8> {
        match part {
            Part::Handle => self.is(Kind::Handle, at).then_some(3),
            Part::One {
                words,
                classes,
                number,
            } => {
                if has(words, self.facts.senses.word(at).cue) {
                    Some(0)
                } else if self.facts.senses.of(at) & classes != 0 {
                    Some(1)
                } else {
                    (*number && self.is(Kind::Number, at)).then_some(2)
                }
            }
            Part::Any | Part::Gap | Part::Maybe(_) => None,
        }
    }

    /// At least two words that carry meaning, so that a line whose optional
    /// parts are all missing does not match "go to" or "know what".
    fn says_enough(&self, phrase: &Phrase, range: Range<usize>) -> bool {
        if !phrase.has_optional {
            return true;
        }
        let carries = |at: &usize| {
            let token = self.tokens.all()[*at];
            token.kind == Kind::Number
                || (token.kind == Kind::Word && !FILLERS.contains(self.tokens.lower(*at)))
        };
        range.filter(carries).count() >= ENOUGH
    }

    fn is(&self, kind: Kind, at: usize) -> bool {
        let token = self.tokens.all().get(at);
        token.is_some_and(|token| token.kind == kind)
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
                Part::Handle | Part::One { .. } => self.way(part, at).is_some(),
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
}

#[cfg(test)]
mod tests;
