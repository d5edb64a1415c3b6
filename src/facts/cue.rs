//! Cues: turns of phrase with gaps in them ("nobody reads the emails … code is
//! 4471"), each of one kind. Word classes ([`crate::sense`]) say what a word may
//! mean; a cue says what is done with it.
//!
//! The lists are `data/cues`. A line is one phrase; its parts:
//! `word|word` one of these, `$list` a list named above, `@CLASS` a word of that
//! class, `#` a number, `_` any one token, `..` up to four tokens, `?part` a part
//! that may be missing.

mod book;
mod code;
mod phrase;
mod said;

use std::ops::Range;

use self::book::{Anchor, Book, book};
use self::phrase::{Content, Element, Part, Phrase, What};
use super::Facts;
use super::quote::Quotes;
use crate::draft::Draft;
use crate::token::{Kind, Tokens};

/// How many tokens `..` may skip: a clause's worth, not a sentence's.
const LONGEST_GAP: usize = 4;
/// How far ahead of a cue a denial may stand.
const DENIAL_REACH: usize = 3;

/// Words of meaning that a phrase with optional parts must have.
const ENOUGH: usize = 2;

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident = $name:literal,)+) => {
        /// What a cue says.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum Cue { $($(#[doc = $doc])+ $kind,)+ }

        impl Cue {
            /// Every kind, in the order of their numbers.
            const ALL: &[Self] = &[$(Self::$kind),+];
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
        book: book(),
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

/// How a part fits a word that it names itself.
const WAY_OF_WORD: u8 = 0;

/// Where a phrase may begin, how its first part fits there, and which one it is.
type Try = (usize, u8, u16);

/// The number that a word has in the phrases, by its hash; 0 where none has it.
pub(crate) fn word(key: u64) -> u16 {
    book().word(key)
}

struct Reader<'a> {
    book: &'static Book,
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
            let phrase = &self.book.phrases[usize::from(index)];
            let Some((_, rest)) = self.book.elements(phrase).split_first() else {
                continue;
            };
            // The first part is known to fit.
            let end = self.end(rest, at + 1, range.end);
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
        let mut content = Content::of_classes(self.facts.senses.of_sentence(sentence));
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
        let book = self.book;
        let classes = self.facts.senses.of(at);
        let kind = self.tokens.all().get(at).map(|token| token.kind);
        for anchor in book.of_word(self.facts.senses.word(at).cue) {
            if anchor.most_before > 0 {
                self.ahead_of(anchor, at, first, content, tries);
            } else if book.may_stand_in(anchor, content) {
                tries.push((at, WAY_OF_WORD, anchor.phrase));
            }
        }
        let anchors = book
            .of_classes(classes)
            .chain(book.by_number.iter().filter(|_| kind == Some(Kind::Number)))
            .chain(book.by_handle.iter().filter(|_| kind == Some(Kind::Handle)));
        for anchor in anchors {
            self.ahead_of(anchor, at, first, content, tries);
        }
    }

    /// Adds where the phrase of `anchor`, which token `at` fits, would begin.
    fn ahead_of(
        &self,
        anchor: &Anchor,
        at: usize,
        first: usize,
        content: &Content,
        tries: &mut Vec<Try>,
    ) {
        let book = self.book;
        if !book.may_stand_in(anchor, content) {
            return;
        }
        let earliest = at
            .saturating_sub(usize::from(anchor.most_before))
            .max(first);
        let latest = (at + 1).saturating_sub(usize::from(anchor.fewest_before));
        let phrase = &book.phrases[usize::from(anchor.phrase)];
        let Some(begins) = book.elements(phrase).first() else {
            return;
        };
        for start in earliest..latest {
            if let Some(way) = self.way(begins.what, start) {
                tries.push((start, way, anchor.phrase));
            }
        }
    }

    /// How an element fits at `at`; phrases that begin with the word itself come
    /// first.
    fn way(&self, what: What, at: usize) -> Option<u8> {
        match what {
            What::Handle => self.is(Kind::Handle, at).then_some(3),
            What::Part(number) => self.way_of_part(self.book.part(number)?, at),
            What::Any | What::Gap => None,
        }
    }

    fn way_of_part(&self, part: &Part, at: usize) -> Option<u8> {
        if self.book.has(part, self.facts.senses.word(at).cue) {
            Some(WAY_OF_WORD)
        } else if self.facts.senses.of(at) & part.content.classes != 0 {
            Some(1)
        } else {
            (part.number && self.is(Kind::Number, at)).then_some(2)
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
                || (token.kind == Kind::Word
                    && !self.book.is_filler(self.facts.senses.word(*at).cue))
        };
        range.filter(carries).count() >= ENOUGH
    }

    fn is(&self, kind: Kind, at: usize) -> bool {
        let token = self.tokens.all().get(at);
        token.is_some_and(|token| token.kind == kind)
    }

    /// Where `elements` end when they begin at `at`, not after `stop`.
    fn end(&self, elements: &[Element], at: usize, stop: usize) -> Option<usize> {
        let Some((first, rest)) = elements.split_first() else {
            return Some(at);
        };
        if let What::Gap = first.what {
            return (at..=at + LONGEST_GAP).find_map(|next| self.end(rest, next, stop));
        }
        let fits = at < stop && self.fits(first.what, at);
        let behind = fits.then(|| self.end(rest, at + 1, stop)).flatten();
        match behind {
            None if first.may_be_missing => self.end(rest, at, stop),
            behind => behind,
        }
    }

    fn fits(&self, what: What, at: usize) -> bool {
        matches!(what, What::Any) || self.way(what, at).is_some()
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
