//! The phrases of `data/cues`, read once, and where to look for each.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{Cue, FILLERS, LONGEST_GAP};
use crate::facts::term::Keyed;
use crate::sense::{self, hash, marked};
use crate::token::Kind;

/// The lists, by file.
const LISTS: [&str; 6] = [
    include_str!("../../../data/cues/care.txt"),
    include_str!("../../../data/cues/conduct.txt"),
    include_str!("../../../data/cues/disclosure.txt"),
    include_str!("../../../data/cues/identity.txt"),
    include_str!("../../../data/cues/profile.txt"),
    include_str!("../../../data/cues/work.txt"),
];

#[derive(Debug)]
pub(super) enum Part {
    One {
        /// Numbers of words, sorted.
        words: Vec<u16>,
        classes: u128,
        number: bool,
    },
    Handle,
    Any,
    Gap,
    Maybe(Box<Part>),
}

#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) cue: Cue,
    /// Has parts that may be missing, and so must say enough without them.
    pub(super) has_optional: bool,
    pub(super) parts: Vec<Part>,
}

/// What a sentence holds, or one of which a part asks for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Content {
    /// A bit for numbers, one for handles, then one for each word number's rest.
    pub(super) words: u128,
    /// Classes, as the senses have them.
    pub(super) classes: u128,
}

impl Content {
    const NUMBER: u128 = 1;
    const HANDLE: u128 = 2;
    /// Bits that are no word's.
    const TAKEN: u32 = 2;

    /// Adds the word of this number; 0 is none.
    pub(super) fn add_word(&mut self, number: u16) {
        if number != 0 {
            self.words |= 1 << (Self::TAKEN + u32::from(number) % (u128::BITS - Self::TAKEN));
        }
    }

    /// Adds what a token of `kind` is, whatever its word.
    pub(super) fn add_kind(&mut self, kind: Kind) {
        self.words |= match kind {
            Kind::Number => Self::NUMBER,
            Kind::Handle => Self::HANDLE,
            _ => 0,
        };
    }

    fn of(part: &Part) -> Option<Self> {
        let mut content = Self::default();
        match part {
            Part::One {
                words,
                classes,
                number,
            } => {
                for word in words {
                    content.add_word(*word);
                }
                content.classes = *classes;
                if *number {
                    content.add_kind(Kind::Number);
                }
            }
            Part::Handle => content.add_kind(Kind::Handle),
            Part::Any | Part::Gap | Part::Maybe(_) => return None,
        }
        Some(content)
    }

    fn touches(&self, other: &Self) -> bool {
        (self.words & other.words) | (self.classes & other.classes) != 0
    }
}

/// The part by which a phrase is looked for: how many tokens may stand before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    pub(super) phrase: u16,
    pub(super) fewest_before: u8,
    pub(super) most_before: u8,
    /// Where in the book's needs the phrase's begin, and how many they are.
    needs_from: u32,
    needs: u8,
}

#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) phrases: Vec<Phrase>,
    /// What a sentence must hold for each part that may not be missing, phrase
    /// after phrase, the rarest first; without the part that leads to the phrase.
    needs: Vec<Content>,
    /// From a word's hash to its number, from 1.
    words: HashMap<u64, u16, std::hash::BuildHasherDefault<Keyed>>,
    /// Which numbers are fillers.
    fillers: Vec<bool>,
    by_word: Vec<Vec<Anchor>>,
    pub(super) by_class: Vec<(u128, Anchor)>,
    /// All classes of `by_class`.
    pub(super) any_class: u128,
    pub(super) by_number: Vec<Anchor>,
    pub(super) by_handle: Vec<Anchor>,
    /// Lines that could not be read; a test holds this empty.
    pub(super) unread: Vec<String>,
}

pub(super) fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| {
        let mut book = Book::default();
        for list in LISTS {
            book.read(list);
        }
        book
    })
}

/// Lists of words, as their numbers, by name.
type Named<'a> = HashMap<&'a str, Vec<u16>>;

impl Book {
    /// The number of the word with hash `key`, or 0.
    pub(super) fn word(&self, key: u64) -> u16 {
        self.words.get(&key).copied().unwrap_or(0)
    }

    /// The phrases that are looked for by the word of this number.
    pub(super) fn of_word(&self, number: u16) -> &[Anchor] {
        let anchors = usize::from(number)
            .checked_sub(1)
            .and_then(|at| self.by_word.get(at));
        anchors.map_or(&[], Vec::as_slice)
    }

    /// Whether a sentence of this content may hold the phrase of `anchor`.
    pub(super) fn may_stand_in(&self, anchor: &Anchor, sentence: &Content) -> bool {
        let from = anchor.needs_from as usize;
        let needs = self.needs.get(from..from + usize::from(anchor.needs));
        needs.is_none_or(|needs| needs.iter().all(|need| need.touches(sentence)))
    }

    fn read(&mut self, list: &'static str) {
        let mut named = Named::new();
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
                let mut numbers = Vec::new();
                for word in words.split('|') {
                    match word.strip_prefix('$') {
                        Some(other) => numbers.extend(named.get(other).into_iter().flatten()),
                        None => numbers.extend(self.number_of(word)),
                    }
                }
                named.insert(name, numbers);
            } else {
                let phrase = cue.and_then(|cue| Some((cue, self.parts(line, &named)?)));
                if phrase.is_none_or(|(cue, parts)| self.add(cue, parts).is_none()) {
                    self.unread.push(line.to_owned());
                }
            }
        }
    }

    /// Takes a phrase in, under its rarest part; `None` where it has no part of
    /// its own, or there are more phrases than numbers.
    fn add(&mut self, cue: Cue, parts: Vec<Part>) -> Option<()> {
        let phrase = u16::try_from(self.phrases.len()).ok()?;
        let (mut fewest_before, mut most_before) = (0, 0);
        let mut told_apart: Vec<(usize, &Part, Anchor)> = Vec::new();
        for part in &parts {
            let anchor = Anchor {
                phrase,
                fewest_before,
                most_before,
                needs_from: u32::try_from(self.needs.len()).ok()?,
                needs: 0,
            };
            told_apart.extend(self.cost(part).map(|cost| (cost, part, anchor)));
            let (fewest, most) = match part {
                Part::Maybe(_) => (0, 1),
                Part::Gap => (0, LONGEST_GAP),
                Part::One { .. } | Part::Handle | Part::Any => (1, 1),
            };
            fewest_before += fewest;
            most_before += u8::try_from(most).ok()?;
        }
        told_apart.sort_by_key(|(cost, ..)| *cost);
        let (&(_, part, mut anchor), others) = told_apart.split_first()?;
        anchor.needs = u8::try_from(others.len()).ok()?;
        let needs = others.iter().filter_map(|(_, part, _)| Content::of(part));
        self.needs.extend(needs);
        match part {
            Part::Handle => self.by_handle.push(anchor),
            Part::One {
                words,
                classes,
                number,
            } => {
                for word in words {
                    self.by_word.get_mut(usize::from(*word) - 1)?.push(anchor);
                }
                if *classes != 0 {
                    self.by_class.push((*classes, anchor));
                    self.any_class |= *classes;
                }
                if *number {
                    self.by_number.push(anchor);
                }
            }
            _ => return None,
        }
        self.phrases.push(Phrase {
            cue,
            has_optional: parts.iter().any(|part| matches!(part, Part::Maybe(_))),
            parts,
        });
        Some(())
    }

    /// How often a part comes up in posts, roughly: what it costs to look there.
    fn cost(&self, part: &Part) -> Option<usize> {
        /// As against 1 for a word with a meaning of its own.
        const FILLER: usize = 20;
        const CLASS: usize = 40;
        const NUMBER: usize = 20;
        match part {
            Part::Handle => Some(1),
            Part::One {
                words,
                classes,
                number,
            } => {
                let words = words.iter().map(|word| {
                    let filler = self.fillers.get(usize::from(*word) - 1);
                    if filler == Some(&true) { FILLER } else { 1 }
                });
                let classes = CLASS * classes.count_ones() as usize;
                Some(words.sum::<usize>() + classes + NUMBER * usize::from(*number))
            }
            Part::Any | Part::Gap | Part::Maybe(_) => None,
        }
    }

    /// The number of a word, given on first sight.
    fn number_of(&mut self, word: &str) -> Option<u16> {
        let key = hash::with_word(hash::START, word);
        if let Some(number) = self.words.get(&key) {
            return Some(*number);
        }
        let number = u16::try_from(self.words.len() + 1).ok()?;
        self.words.insert(key, number);
        self.fillers.push(FILLERS.contains(word));
        self.by_word.push(Vec::new());
        Some(number)
    }

    /// Reads a line; `None` when it has an unknown name or begins with a gap.
    fn parts(&mut self, line: &str, named: &Named<'_>) -> Option<Vec<Part>> {
        let mut parts = Vec::new();
        for element in line.split_whitespace() {
            match element.strip_prefix('?') {
                Some(rest) if !rest.is_empty() => {
                    parts.push(Part::Maybe(Box::new(self.part(rest, named)?)));
                }
                _ if element.ends_with("'s") && !element.contains('|') => {
                    parts.push(self.part(&element[..element.len() - 2], named)?);
                    parts.push(self.part("s", named)?);
                }
                _ => parts.push(self.part(element, named)?),
            }
        }
        matches!(parts.first(), Some(Part::One { .. } | Part::Handle)).then_some(parts)
    }

    fn part(&mut self, element: &str, named: &Named<'_>) -> Option<Part> {
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
                words.extend(named.get(name)?);
            } else if let Some(name) = choice.strip_prefix('@').filter(|name| !name.is_empty()) {
                classes |= class_named(name)?;
            } else if choice.contains('\'') {
                words.push(self.number_of(&choice.replace('\'', ""))?);
            } else {
                words.push(self.number_of(choice)?);
            }
        }
        words.sort_unstable();
        words.dedup();
        Some(Part::One {
            words,
            classes,
            number,
        })
    }
}

/// The bits of a class of the lists or of one that facts mark.
fn class_named(name: &str) -> Option<u128> {
    Some(match name {
        "FACILITY" => marked::FACILITY,
        "CONDITION" => marked::CONDITION | marked::RARE,
        "DRUG" => marked::DRUG,
        "AGE" => marked::AGE,
        "PROCEDURE" => marked::PROCEDURE,
        "TITLED" => marked::TITLED_NAME,
        "NAME" => marked::NAME | marked::TITLED_NAME | marked::CLINICIAN_NAME,
        _ => (0..marked::NAME.trailing_zeros())
            .find(|bit| sense::name(*bit as usize).eq_ignore_ascii_case(name))
            .map(|bit| 1_u128 << bit)?,
    })
}
