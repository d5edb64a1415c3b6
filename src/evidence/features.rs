//! What the learned weights see of a draft: words, senses, how they stand
//! together, and where the draft is written.
//!
//! A feature is a 32-bit hash. Names, numbers and handles are seen as what they
//! are, never as themselves, so that no weight can be about one person.

use crate::context::Context;
use crate::draft::Draft;
use crate::facts::Facts;
use crate::sense::marked;
use crate::token::{Kind, Shape, Tokens};

/// How far apart two senses may stand to count as a pair in order, in tokens.
const REACH: usize = 4;
/// Most senses of one sentence that are paired: bounds the cost of a sentence
/// that holds everything.
const MOST_PAIRED: usize = 24;

/// Groups, so that the same hash in two roles is two features.
#[derive(Clone, Copy)]
enum Group {
    Word = 1,
    WordPair,
    Sense,
    SensePair,
    Ordered,
    SenseWord,
    WordSense,
    Place,
    PlaceSense,
    PlaceWord,
    Shape,
    Triple,
    Whole,
    Edge,
    Parent,
}

/// All features of a draft, sorted, each once.
#[must_use]
pub fn features(draft: &Draft<'_>, facts: &Facts, context: &Context) -> Vec<u32> {
    let mut list = List {
        found: Vec::with_capacity(draft.tokens().len() * 12),
    };
    list.words(draft, facts);
    list.sentences(draft, facts);
    list.surroundings(draft, facts, context);
    list.found.sort_unstable();
    list.found.dedup();
    list.found
}

struct List {
    found: Vec<u32>,
}

fn mix(a: u64, b: u64) -> u64 {
    let mut x = (a ^ b.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    x ^= x >> 32;
    x
}

/// A word as the weights see it.
fn seen(draft: &Draft<'_>, facts: &Facts, at: usize) -> u64 {
    let tokens = draft.tokens();
    let Some(token) = tokens.all().get(at) else {
        return 0;
    };
    let stand_in = match token.kind {
        Kind::Number => Some("#"),
        Kind::Handle => Some("@"),
        Kind::Url => Some("://"),
        Kind::Break => Some("\n"),
        _ if facts.senses.of(at)
            & (marked::NAME | marked::TITLED_NAME | marked::CLINICIAN_NAME)
            != 0
            && token.kind == Kind::Word =>
        {
            Some("Name")
        }
        _ if facts.senses.of(at) & (marked::PLACE | marked::FACILITY) != 0
            && token.shape != Shape::Lower =>
        {
            Some("Place")
        }
        _ => None,
    };
    match (stand_in, token.kind) {
        (Some(word), _) => hash(word),
        (None, Kind::Symbol) => hash(draft.text().get(token.bytes()).unwrap_or("")),
        (None, _) => hash(tokens.lower(at)),
    }
}

fn hash(word: &str) -> u64 {
    crate::sense::hash::with_word(crate::sense::hash::START, word)
}

fn bits(mut set: u128) -> impl Iterator<Item = u64> {
    std::iter::from_fn(move || {
        (set != 0).then(|| {
            let bit = set.trailing_zeros();
            set &= set - 1;
            u64::from(bit)
        })
    })
}

impl List {
    /// The group in the upper four bits, the hash in the rest.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a feature is the low part of the hash"
    )]
    fn add(&mut self, group: Group, a: u64, b: u64) {
        let hash = mix(a, b) as u32 & 0x0fff_ffff;
        self.found.push(((group as u32) << 28) | hash);
    }

    fn words(&mut self, draft: &Draft<'_>, facts: &Facts) {
        let (mut before, mut before_that) = (1, 2);
        let mut set_before = 0;
        for at in 0..draft.tokens().len() {
            let word = seen(draft, facts, at);
            let set = facts.senses.of(at);
            self.add(Group::Word, word, 0);
            self.add(Group::WordPair, before, word);
            self.add(Group::Triple, mix(before_that, before), word);
            for sense in bits(set) {
                self.add(Group::WordSense, before, sense);
            }
            for sense in bits(set_before) {
                self.add(Group::SenseWord, sense, word);
            }
            (before_that, before, set_before) = (before, word, set);
        }
    }

    fn sentences(&mut self, draft: &Draft<'_>, facts: &Facts) {
        let tokens = draft.tokens();
        let mut whole = 0;
        let count = tokens.sentence_count();
        for sentence in 0..count {
            let range = tokens.sentence(sentence);
            let set = range.clone().fold(0, |set, at| set | facts.senses.of(at));
            let senses: Vec<u64> = bits(set).take(MOST_PAIRED * 2).collect();
            for (index, first) in senses.iter().enumerate().take(MOST_PAIRED) {
                for second in &senses[index + 1..] {
                    self.add(Group::SensePair, *first, *second);
                }
            }
            if sentence == 0 || sentence + 1 == count {
                for sense in &senses {
                    self.add(Group::Edge, u64::from(sentence == 0), *sense);
                }
            }
            self.in_order(tokens, facts, range);
            whole |= set;
        }
        for sense in bits(whole) {
            self.add(Group::Sense, sense, 0);
        }
    }

    fn in_order(&mut self, _tokens: &Tokens, facts: &Facts, range: std::ops::Range<usize>) {
        for at in range.clone() {
            let set = facts.senses.of(at);
            if set == 0 {
                continue;
            }
            for next in at + 1..(at + REACH).min(range.end) {
                let after = facts.senses.of(next) & !set;
                for first in bits(set) {
                    for second in bits(after) {
                        self.add(Group::Ordered, first, second);
                    }
                }
            }
        }
    }

    fn surroundings(&mut self, draft: &Draft<'_>, facts: &Facts, context: &Context) {
        let tokens = draft.tokens();
        let places = [
            context.surface as u64,
            16 + u64::from(context.profile.counts_as_personal()),
            32 + context.audience as u64,
            48 + u64::from(context.media.is_attached()),
            64 + u64::from(context.parent.is_some()),
        ];
        let whole = (0..tokens.len()).fold(0, |set, at| set | facts.senses.of(at));
        for place in places {
            self.add(Group::Place, place, 0);
        }
        for place in [places[0], places[1], places[3]] {
            for sense in bits(whole) {
                self.add(Group::PlaceSense, place, sense);
            }
        }
        for at in 0..tokens.len() {
            let word = seen(draft, facts, at);
            self.add(Group::PlaceWord, places[0], word);
        }
        let size = u64::from(tokens.len().max(1).ilog2());
        self.add(Group::Shape, 1, size);
        self.add(
            Group::Shape,
            2,
            u64::from(tokens.sentence_count().max(1).ilog2()),
        );
        self.add(Group::Shape, 3, u64::from(draft.text().contains('?')));
        self.add(Group::Shape, 4, facts.names.len().min(4) as u64);
        self.add(Group::Shape, 5, facts.beds.len().min(2) as u64);
        self.add(Group::Shape, 6, facts.ages.len().min(3) as u64);
        self.add(
            Group::Whole,
            mix(places[0], places[1]),
            mix(places[2], places[3]),
        );
        if let Some(parent) = &context.parent {
            let parent = Draft::new(parent);
            let facts = Facts::new(&parent);
            let set = (0..parent.tokens().len()).fold(0, |set, at| set | facts.senses.of(at));
            for sense in bits(set) {
                self.add(Group::Parent, sense, places[0]);
            }
        }
    }
}
