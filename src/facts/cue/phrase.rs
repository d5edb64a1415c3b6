//! What a phrase of `data/cues` is made of, and what a sentence must hold for it.

use std::ops::Range;

use super::Cue;
use crate::token::Kind;

/// One of several words, any of a class, or a number.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// Where in the book's numbers those of the words begin, and how many they are.
    pub(super) words_from: u32,
    pub(super) words: u16,
    pub(super) number: bool,
    /// What a sentence must hold for it.
    pub(super) content: Content,
}

impl Part {
    /// Places in the book's numbers.
    pub(super) fn words(&self) -> Range<usize> {
        let from = self.words_from as usize;
        from..from + usize::from(self.words)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    Gap,
    Any,
    Handle,
    /// The part of this number.
    Part(u16),
}

/// A place of a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    pub(super) what: What,
    pub(super) may_be_missing: bool,
}

#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) cue: Cue,
    /// Has parts that may be missing, and so must say enough without them.
    pub(super) has_optional: bool,
    /// Places in the book's elements.
    pub(super) elements: Range<u32>,
}

/// What a sentence holds, or one of which a part asks for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Content {
    /// A bit for numbers, one for handles, then one for each word number's rest.
    /// With 256 bits instead of 128 a whole check takes 2 to 4 % less.
    words: [u64; Self::PARTS],
    /// Classes, as the senses have them.
    pub(super) classes: u128,
}

impl Content {
    const NUMBER: u64 = 1;
    const HANDLE: u64 = 2;
    /// Bits that are no word's.
    const TAKEN: u16 = 2;
    const PARTS: usize = 4;
    const BITS: u16 = 256;

    pub(super) fn of_classes(classes: u128) -> Self {
        Self {
            classes,
            ..Self::default()
        }
    }

    /// Adds the word of this number; 0 is none.
    #[inline]
    pub(super) fn add_word(&mut self, number: u16) {
        let (part, bit) = Self::bit(number);
        self.words[part] |= bit;
    }

    /// Adds what a token of `kind` is, whatever its word.
    pub(super) fn add_kind(&mut self, kind: Kind) {
        self.words[0] |= match kind {
            Kind::Number => Self::NUMBER,
            Kind::Handle => Self::HANDLE,
            _ => 0,
        };
    }

    /// Whether the word of this number may be among these.
    #[inline]
    pub(super) fn may_hold(&self, number: u16) -> bool {
        let (part, bit) = Self::bit(number);
        self.words[part] & bit != 0
    }

    /// Parts of 64 bits, as shifting more is a call in WebAssembly.
    #[inline]
    fn bit(number: u16) -> (usize, u64) {
        let bit = Self::TAKEN + number % (Self::BITS - Self::TAKEN);
        (
            usize::from(bit / 64) % Self::PARTS,
            u64::from(number != 0) << (bit % 64),
        )
    }

    /// Whether one of these is among `other`.
    #[inline]
    pub(super) fn touches(&self, other: &Self) -> bool {
        let both = self.words.iter().zip(&other.words);
        both.fold(0, |all, (one, other)| all | one & other) != 0
            || self.classes & other.classes != 0
    }
}
