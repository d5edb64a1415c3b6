//! Senses: which classes of meaning a word or phrase may stand for
//! ("tonight" is fresh time, "bed" a bed, "frequent flyer" a label).
//!
//! The lists are `data/senses`; a class is a bit of a `u128`. A sense is a
//! possibility, never a verdict.

/// Hash of phrases, shared with the build.
pub mod hash;

/// The classes, one bit each.
#[allow(
    missing_docs,
    clippy::unreadable_literal,
    reason = "generated from data/senses"
)]
pub mod class {
    include!(concat!(env!("OUT_DIR"), "/senses.rs"));
}

use crate::token::Tokens;

/// Longest phrase of the lists, in tokens.
const LONGEST_PHRASE: usize = 8;

/// A phrase found: `len` tokens from `first`, standing for `classes`.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// First token.
    pub first: u32,
    /// How many tokens.
    pub len: u32,
    /// The classes, as bits.
    pub classes: u128,
}

/// Every sense found in a draft.
#[derive(Debug, Default)]
pub struct Senses {
    hits: Vec<Hit>,
    of_token: Vec<u128>,
}

impl Senses {
    /// Looks every phrase of `tokens` up.
    #[must_use]
    pub fn new(tokens: &Tokens) -> Self {
        let mut senses = Self {
            hits: Vec::new(),
            of_token: vec![0; tokens.len()],
        };
        for first in 0..tokens.len() {
            senses.phrases_from(tokens, first);
        }
        senses
    }

    fn phrases_from(&mut self, tokens: &Tokens, first: usize) {
        let mut key = hash::START;
        for index in first..tokens.len().min(first + LONGEST_PHRASE) {
            key = hash::with_word(key, tokens.lower(index));
            let Some((classes, goes_on)) = look_up(key) else {
                return;
            };
            if classes != 0 {
                self.add(first, index + 1 - first, classes);
            }
            if !goes_on {
                return;
            }
        }
    }

    #[allow(
        clippy::cast_possible_truncation,
        reason = "token counts are below 2^32: offsets are u32"
    )]
    fn add(&mut self, first: usize, len: usize, classes: u128) {
        self.hits.push(Hit {
            first: first as u32,
            len: len as u32,
            classes,
        });
        for token in &mut self.of_token[first..first + len] {
            *token |= classes;
        }
    }

    /// Marks `len` tokens from `first` with `classes`, found by other facts.
    pub fn mark(&mut self, first: usize, len: usize, classes: u128) {
        let len = len.min(self.of_token.len().saturating_sub(first));
        if len > 0 {
            self.add(first, len, classes);
        }
    }

    /// Takes `classes` back from what touches `tokens`, when other facts know better.
    pub fn unmark(&mut self, tokens: &std::ops::Range<usize>, classes: u128) {
        for set in self.of_token.iter_mut().take(tokens.end).skip(tokens.start) {
            *set &= !classes;
        }
        for hit in &mut self.hits {
            let (first, end) = (hit.first as usize, (hit.first + hit.len) as usize);
            if first < tokens.end && tokens.start < end {
                hit.classes &= !classes;
            }
        }
    }

    /// Every phrase found, by first token.
    #[must_use]
    pub fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The classes token `index` stands in.
    #[must_use]
    pub fn of(&self, index: usize) -> u128 {
        self.of_token.get(index).copied().unwrap_or(0)
    }

    /// Whether any token of the draft stands in one of `classes`.
    #[must_use]
    pub fn any(&self, classes: u128) -> bool {
        self.of_token.iter().any(|set| set & classes != 0)
    }

    /// The first phrase that stands for one of `classes`.
    #[must_use]
    pub fn first(&self, classes: u128) -> Option<Hit> {
        self.hits
            .iter()
            .copied()
            .find(|hit| hit.classes & classes != 0)
    }
}

/// Name of the class with bit `bit` as in data/senses.
#[must_use]
pub fn name(bit: usize) -> &'static str {
    class::NAMES.get(bit).copied().unwrap_or("")
}

fn look_up(key: u64) -> Option<(u128, bool)> {
    let size = class::KEYS.len();
    let (check, mut slot) = hash::place(key, size);
    while class::KEYS[slot] != 0 {
        if class::KEYS[slot] == check {
            let value = class::VALUES[slot];
            return Some((class::SETS[usize::from(value >> 1)], value & 1 == 1));
        }
        slot = (slot + 1) % size;
    }
    None
}

/// Classes that other facts mark, above those of the lists.
pub mod marked {
    /// A person's name.
    pub const NAME: u128 = 1 << 112;
    /// A name behind "Mr", "Mrs", "Ms", "Miss".
    pub const TITLED_NAME: u128 = 1 << 113;
    /// A name behind "Dr", "Prof", "Nurse".
    pub const CLINICIAN_NAME: u128 = 1 << 114;
    /// Initials that stand for a person.
    pub const INITIALS: u128 = 1 << 115;
    /// An age.
    pub const AGE: u128 = 1 << 116;
    /// A time of day with a number.
    pub const CLOCK: u128 = 1 << 117;
    /// A bed, room, bay or chair with a number or letter.
    pub const BED_NUMBER: u128 = 1 << 118;
    /// A town, region or country.
    pub const PLACE: u128 = 1 << 119;
    /// A hospital, clinic or ward by name.
    pub const FACILITY: u128 = 1 << 120;
    /// A condition or symptom.
    pub const CONDITION: u128 = 1 << 121;
    /// A drug.
    pub const DRUG: u128 = 1 << 122;
    /// A procedure or investigation.
    pub const PROCEDURE: u128 = 1 << 123;
    /// A part of the body.
    pub const ANATOMY: u128 = 1 << 124;
    /// A rare condition.
    pub const RARE: u128 = 1 << 125;
    /// A contact, record or device number, or an address.
    pub const IDENTIFIER: u128 = 1 << 126;
    /// A calendar date.
    pub const DATE: u128 = 1 << 127;
}
