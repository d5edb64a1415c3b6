//! Senses: which classes of meaning a word or phrase may stand for
//! ("tonight" is fresh time, "bed" a bed, "frequent flyer" a label).
//!
//! The lists are `data/senses`; a class is a bit of a `u128`. A sense is a
//! possibility, never a verdict.

/// Hash of phrases, shared with the build.
pub mod hash;
pub mod marked;
mod table;

/// The classes, one bit each.
#[allow(
    missing_docs,
    clippy::unreadable_literal,
    reason = "generated from data/senses"
)]
pub mod class {
    include!(concat!(env!("OUT_DIR"), "/senses.rs"));
}

pub(crate) use self::table::Entry;
use crate::change::{Change, Placed, moved};
use crate::token::Tokens;
use crate::words::{Word, Words};

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

impl Placed for Hit {
    fn place(&self) -> usize {
        self.first as usize
    }

    fn shift(&mut self, by: usize) {
        self.first = moved(self.first, by);
    }
}

/// Every sense found in a draft.
#[derive(Debug, Default)]
pub struct Senses {
    hits: Vec<Hit>,
    of_token: Vec<u128>,
    words: Words,
    /// All classes of the draft.
    all: u128,
    /// Where in `hits` each round of looking ended: in a round, hits stand in
    /// the text's order.
    rounds: Vec<usize>,
    by_sentence: BySentence,
}

/// What stands in each sentence, made when all is marked.
#[derive(Debug, Default)]
struct BySentence {
    classes: Vec<u128>,
    /// Places in the list of hits, sentence after sentence, each in the list's order.
    hits: Vec<u32>,
    /// Where each sentence's begin, and the end.
    starts: Vec<u32>,
}

impl Senses {
    /// Looks every phrase of `tokens` up.
    #[must_use]
    pub fn new(tokens: &Tokens) -> Self {
        let mut senses = Self {
            hits: Vec::new(),
            of_token: vec![0; tokens.len()],
            words: Words::new(tokens),
            ..Self::default()
        };
        for first in 0..tokens.len() {
            senses.phrases_from(tokens, first);
        }
        senses
    }

    fn phrases_from(&mut self, tokens: &Tokens, first: usize) {
        let (mut key, mut entry) = (tokens.key(first), self.words.get(first).sense);
        for last in first..tokens.len().min(first + LONGEST_PHRASE) {
            if last > first {
                key = hash::with_word(key, tokens.lower(last));
                entry = Entry::of(key);
            }
            let classes = entry.classes();
            if classes != 0 {
                self.add(first, last + 1 - first, classes);
            }
            if !entry.goes_on() {
                return;
            }
        }
    }

    /// What the word of token `index` is by itself.
    #[must_use]
    pub fn word(&self, index: usize) -> &Word {
        self.words.get(index)
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
        self.all |= classes;
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
        self.all = self.of_token.iter().fold(0, |all, set| all | set);
    }

    /// Takes `classes` back from every token for which `is_one` holds, in one pass over the draft.
    pub fn unmark_each(&mut self, is_one: impl Fn(usize) -> bool, classes: u128) {
        for (at, set) in self.of_token.iter_mut().enumerate() {
            if *set & classes != 0 && is_one(at) {
                *set &= !classes;
            }
        }
        for hit in &mut self.hits {
            let mut tokens = (hit.first..hit.first + hit.len).map(|at| at as usize);
            if hit.classes & classes != 0 && tokens.any(&is_one) {
                hit.classes &= !classes;
            }
        }
        self.all = self.of_token.iter().fold(0, |all, set| all | set);
    }

    /// Ends a round of marking, from the text's start to its end.
    pub(crate) fn end_round(&mut self) {
        self.rounds.push(self.hits.len());
    }

    /// Takes the tokens of `swap` over from `fresh`, round by round.
    pub(crate) fn splice(&mut self, fresh: &Self, change: &Change, tokens: &Tokens) {
        let swap = &change.tokens;
        let (mut hits, mut rounds) = (Vec::with_capacity(self.hits.len()), Vec::new());
        let (mut old_start, mut fresh_start) = (0, 0);
        for (&old_end, &fresh_end) in self.rounds.iter().zip(&fresh.rounds) {
            let mut round = self.hits[old_start..old_end].to_vec();
            swap.splice(&mut round, &fresh.hits[fresh_start..fresh_end]);
            hits.append(&mut round);
            rounds.push(hits.len());
            (old_start, fresh_start) = (old_end, fresh_end);
        }
        (self.hits, self.rounds) = (hits, rounds);
        swap.splice_each(&mut self.of_token, &fresh.of_token);
        swap.splice_each(&mut self.words.0, &fresh.words.0);
        let classes = &mut self.by_sentence.classes;
        let of_sentence = &fresh.by_sentence.classes;
        change.sentences.splice_each(classes, of_sentence);
        self.all = classes.iter().fold(0, |all, set| all | set);
        self.sort_hits(tokens);
    }

    /// Sorts what was found by sentence, once nothing is marked any more.
    pub fn sort_by_sentence(&mut self, tokens: &Tokens) {
        let count = tokens.sentence_count();
        let classes = (0..count).map(|sentence| {
            self.of_token[tokens.sentence(sentence)]
                .iter()
                .fold(0, |set, of| set | of)
        });
        self.by_sentence.classes = classes.collect();
        self.sort_hits(tokens);
    }

    #[allow(
        clippy::cast_possible_truncation,
        reason = "hits are at most a few a token, and tokens are counted in u32"
    )]
    fn sort_hits(&mut self, tokens: &Tokens) {
        let count = tokens.sentence_count();
        let sentences = self.sentences_of_hits(tokens);
        let mut starts = vec![0_u32; count + 1];
        for sentence in &sentences {
            starts[*sentence as usize + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut hits = vec![0; self.hits.len()];
        for (number, sentence) in sentences.into_iter().enumerate() {
            let place = &mut next[sentence as usize];
            hits[*place as usize] = number as u32;
            *place += 1;
        }
        (self.by_sentence.hits, self.by_sentence.starts) = (hits, starts);
    }

    /// In which sentence each hit begins: hits come in rounds from the text's
    /// start to its end, so the next one's is mostly the same or the next.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "sentences are counted in u32"
    )]
    fn sentences_of_hits(&self, tokens: &Tokens) -> Vec<u32> {
        let last = tokens.sentence_count().saturating_sub(1);
        let (mut sentence, mut range) = (0, tokens.sentence(0));
        let of = |hit: &Hit| {
            let first = hit.first as usize;
            if first < range.start {
                (sentence, range) = (0, tokens.sentence(0));
            }
            while first >= range.end && sentence < last {
                sentence += 1;
                range = tokens.sentence(sentence);
            }
            sentence as u32
        };
        self.hits.iter().map(of).collect()
    }

    /// All classes of sentence `sentence`.
    #[must_use]
    pub fn of_sentence(&self, sentence: usize) -> u128 {
        self.by_sentence.classes.get(sentence).copied().unwrap_or(0)
    }

    /// The phrases that begin in sentence `sentence`, in the order of [`Self::hits`].
    pub fn hits_of(&self, sentence: usize) -> impl Iterator<Item = &Hit> + '_ {
        let by = &self.by_sentence;
        let start_of = |at: usize| by.starts.get(at).map_or(by.hits.len(), |at| *at as usize);
        let numbers = by.hits.get(start_of(sentence)..start_of(sentence + 1));
        numbers
            .unwrap_or_default()
            .iter()
            .filter_map(|number| self.hits.get(*number as usize))
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

    /// All classes of the draft.
    #[must_use]
    pub fn all(&self) -> u128 {
        self.all
    }

    /// Whether any token of the draft stands in one of `classes`.
    #[must_use]
    pub fn any(&self, classes: u128) -> bool {
        self.all & classes != 0
    }

    /// The first phrase that stands for one of `classes`.
    #[must_use]
    pub fn first(&self, classes: u128) -> Option<Hit> {
        if !self.any(classes) {
            return None;
        }
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
