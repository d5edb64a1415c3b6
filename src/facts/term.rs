//! An institution's own terms in a draft: its names, wards, neighbourhoods,
//! code names, and the phrases of its own rules.
//!
//! One table of phrase hashes, as for the shipped senses: a draft's words are
//! looked up once, whether there are ten terms or ten thousand.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use crate::draft::Draft;
use crate::facts::calling::Calling;
use crate::facts::place::PlaceKind;
use crate::lexicon::{self, flags};
use crate::sense::hash;
use crate::token::{Kind, Shape, Tokens};

/// Longest term, in words; a longer one is a sentence, which a pattern can say.
pub const LONGEST_TERM: usize = 12;

/// What a term stands for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Meaning {
    /// The institution by name.
    Institution,
    /// A ward, unit or site of it.
    Ward,
    /// A town or neighbourhood.
    Local,
    /// A study or project not public yet.
    CodeName,
    /// Words that are harmless here.
    Harmless,
    /// A phrase of the institution's own rule of this number.
    OwnRule(u16),
}

impl Meaning {
    /// The kind of place it is, if it is one.
    #[must_use]
    pub fn place(self) -> Option<PlaceKind> {
        match self {
            Self::Institution | Self::Ward => Some(PlaceKind::Facility),
            Self::Local => Some(PlaceKind::Local),
            Self::CodeName | Self::Harmless | Self::OwnRule(_) => None,
        }
    }
}

/// A term found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Term {
    /// Where.
    pub tokens: Range<usize>,
    /// What it stands for.
    pub meaning: Meaning,
}

/// One entry of the table: the terms that end here, and whether longer ones go on.
#[derive(Debug, Default)]
struct Node {
    ends: Vec<(Meaning, bool)>,
    goes_on: bool,
}

/// All terms of an institution, and what its calling makes of shared ones.
#[derive(Debug, Default)]
pub struct Terms {
    /// What "client" and "resident" mean.
    pub calling: Calling,
    nodes: HashMap<u64, Node, BuildHasherDefault<Keyed>>,
    /// One bit per first word: most words of a draft begin no term, and this is
    /// small enough to stay near the processor when the table is not.
    begins: Vec<u64>,
}

/// Words of the filter, a power of two: 8 kB, so that 10,000 first words leave 6 of 7 bits unset.
const FILTER_WORDS: usize = 1024;

/// The keys are hashes already.
#[derive(Debug, Default)]
pub(crate) struct Keyed(u64);

impl Hasher for Keyed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        // The table takes the low bits and the top seven: let every bit reach both.
        self.0 = key ^ (key >> 32);
    }
}

/// Where a first word stands in the filter.
#[allow(
    clippy::cast_possible_truncation,
    reason = "only the low bits are wanted"
)]
fn filter_bit(key: u64) -> (usize, u64) {
    let bits = (key ^ (key >> 29)) as usize;
    (bits / 64 % FILTER_WORDS, 1 << (bits % 64))
}

impl Terms {
    /// No terms yet, for one calling.
    #[must_use]
    pub fn of(calling: Calling) -> Self {
        Self {
            calling,
            ..Self::default()
        }
    }

    /// Adds `term`; false when it has no word, or too many.
    pub fn add(&mut self, term: &str, meaning: Meaning) -> bool {
        let draft = Draft::new(term);
        let tokens = draft.tokens();
        let words: Vec<usize> = (0..tokens.len())
            .filter(|at| is_word(tokens, *at))
            .collect();
        let Some((last, before)) = words.split_last().filter(|_| words.len() <= LONGEST_TERM)
        else {
            return false;
        };
        let first = hash::with_word(hash::START, tokens.lower(words[0]));
        self.begins.resize(FILTER_WORDS, 0);
        let (word, bit) = filter_bit(first);
        self.begins[word] |= bit;
        let mut key = hash::START;
        for at in before {
            key = hash::with_word(key, tokens.lower(*at));
            self.nodes.entry(key).or_default().goes_on = true;
        }
        key = hash::with_word(key, tokens.lower(*last));
        let needs_capital = before.is_empty() && needs_capital(tokens, *last);
        let ends = &mut self.nodes.entry(key).or_default().ends;
        if !ends.contains(&(meaning, needs_capital)) {
            ends.push((meaning, needs_capital));
        }
        true
    }

    /// Every term of the draft, by first token. Linear in the draft.
    #[must_use]
    pub fn find(&self, tokens: &Tokens) -> Vec<Term> {
        let mut found = Vec::new();
        if !self.nodes.is_empty() {
            for first in (0..tokens.len()).filter(|at| is_word(tokens, *at)) {
                self.find_from(tokens, first, &mut found);
            }
        }
        found
    }

    fn find_from(&self, tokens: &Tokens, first: usize, found: &mut Vec<Term>) {
        let sentence = tokens.all()[first].sentence;
        let mut key = hash::START;
        for (at, token) in tokens.all().iter().enumerate().skip(first) {
            if token.sentence != sentence || (token.kind == Kind::Mark && !token.glued) {
                return;
            }
            if !is_word(tokens, at) {
                continue;
            }
            key = hash::with_word(key, tokens.lower(at));
            let (word, bit) = filter_bit(key);
            if at == first && self.begins[word] & bit == 0 {
                return;
            }
            let Some(node) = self.nodes.get(&key) else {
                return;
            };
            let is_lower = tokens.all()[first].shape == Shape::Lower;
            let ends = node.ends.iter();
            found.extend(ends.filter(|(_, capital)| !(*capital && is_lower)).map(
                |(meaning, _)| Term {
                    tokens: first..at + 1,
                    meaning: *meaning,
                },
            ));
            if !node.goes_on {
                return;
            }
        }
    }
}

/// Marks inside a term do not count: "St. Mary's", "A&E", "7-West".
fn is_word(tokens: &Tokens, at: usize) -> bool {
    let kind = tokens.all()[at].kind;
    !matches!(kind, Kind::Mark | Kind::Break) || tokens.lower(at).starts_with(char::is_alphabetic)
}

/// "Heron" is the project, "heron" the bird: an ordinary word counts only with its capital.
fn needs_capital(tokens: &Tokens, at: usize) -> bool {
    let is_ordinary = lexicon::word(tokens.lower(at)).any(flags::ORDINARY);
    is_ordinary && tokens.all()[at].shape != Shape::Lower
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(terms: &[&str], text: &str) -> Vec<String> {
        let mut table = Terms::default();
        for term in terms {
            assert!(table.add(term, Meaning::Ward), "{term}");
        }
        let draft = Draft::new(text);
        let hits = table.find(draft.tokens());
        hits.iter()
            .map(|term| draft.to_source(draft.bytes_of(term.tokens.clone())))
            .map(|bytes| text[bytes].to_owned())
            .collect()
    }

    #[test]
    fn terms_are_found_as_whole_words_however_they_are_written() {
        let terms = ["7 West", "St. Odile's", "the Annex", "Éclair Ward", "CICU"];
        assert_eq!(
            found(&terms, "Busy on 7  WEST, then the annex."),
            ["7  WEST", "the annex"]
        );
        assert_eq!(found(&terms, "down at St Odile’s again"), ["St Odile’s"]);
        assert_eq!(
            found(&terms, "ÉCLAIR WARD and 7-West"),
            ["ÉCLAIR WARD", "7-West"]
        );
        assert_eq!(
            found(&terms, "the annexed 7 western winds, 17 west, 7! West"),
            [""; 0]
        );
    }

    #[test]
    fn an_ordinary_word_counts_only_with_its_capital() {
        assert_eq!(found(&["Heron"], "a heron by the lake"), [""; 0]);
        assert_eq!(found(&["Heron"], "Heron starts on Monday"), ["Heron"]);
        assert_eq!(found(&["helipad"], "The Helipad"), ["Helipad"]);
    }

    #[test]
    fn an_empty_or_endless_term_is_no_term() {
        let mut terms = Terms::default();
        assert!(!terms.add("…", Meaning::Ward));
        assert!(!terms.add(&"word ".repeat(LONGEST_TERM + 1), Meaning::Ward));
    }
}
