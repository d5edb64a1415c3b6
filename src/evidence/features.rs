//! What the learned weights see of a draft: words, senses, how they stand
//! together, and where the draft is written.
//!
//! A feature is a 32-bit hash. Names, numbers and handles are seen as what they
//! are, never as themselves, so that no weight can be about one person.

use crate::context::Context;
use crate::draft::Draft;
use crate::facts::Facts;
use crate::sense::marked;
use crate::token::{Kind, Shape};

/// Groups, so that the same hash in two roles is two features.
#[derive(Clone, Copy)]
pub(super) enum Group {
    Word,
    WordPair,
    Sense,
    SenseWord,
    WordSense,
    Edge,
    Subject,
    Case,
    Fact,
    Place,
    PlaceSense,
    PlaceWord,
    Count,
    Parent,
}

/// Hands every feature of a draft to `take`, with the token it is about; the
/// same feature may come more than once.
pub fn each(
    draft: &Draft<'_>,
    facts: &Facts,
    context: &Context,
    take: &mut impl FnMut(u32, usize),
) {
    let words = all_seen(draft, facts);
    let mut list = List {
        take,
        lines_only: false,
    };
    list.words(&words, facts);
    list.sentences(draft, facts);
    list.facts(draft, facts, context);
    list.surroundings(context);
    list.words_in_surroundings(&words, facts, context);
    list.parent(facts, context);
}

/// Hands the features that lines have by themselves to `take`, each as often as
/// it occurs, with a token of its line.
pub(super) fn of_lines(
    draft: &Draft<'_>,
    facts: &Facts,
    context: &Context,
    take: &mut dyn FnMut(u32, usize),
) {
    let words = all_seen(draft, facts);
    let mut list = List {
        take,
        lines_only: true,
    };
    list.words(&words, facts);
    list.sentences(draft, facts);
    list.words_in_surroundings(&words, facts, context);
}

/// Hands those features to `take` that [`of_lines`] leaves out.
pub(super) fn of_whole(
    draft: &Draft<'_>,
    facts: &Facts,
    context: &Context,
    take: &mut dyn FnMut(u32, usize),
) {
    let mut list = List {
        take,
        lines_only: false,
    };
    let count = draft.tokens().sentence_count();
    for sentence in [0, count.saturating_sub(1)] {
        list.edge(draft, facts, sentence);
    }
    list.facts(draft, facts, context);
    list.surroundings(context);
    list.senses(facts.senses.all(), context, 0);
    list.parent(facts, context);
}

/// All features of a draft, sorted, each once.
#[must_use]
pub fn features(draft: &Draft<'_>, facts: &Facts, context: &Context) -> Vec<u32> {
    let mut found = Vec::new();
    each(draft, facts, context, &mut |feature, _| found.push(feature));
    found.sort_unstable();
    found.dedup();
    found
}

pub(super) struct List<'a, F: FnMut(u32, usize) + ?Sized> {
    take: &'a mut F,
    /// Nothing that depends on other lines, and nothing left out for having come before.
    lines_only: bool,
}

pub(super) fn mix(a: u64, b: u64) -> u64 {
    let mut x = (a ^ b.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    x ^= x >> 32;
    x
}

/// Every word as the weights see it.
fn all_seen(draft: &Draft<'_>, facts: &Facts) -> Vec<u64> {
    (0..draft.tokens().len())
        .map(|at| seen(draft, facts, at))
        .collect()
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
        (None, _) => tokens.key(at),
    }
}

fn hash(word: &str) -> u64 {
    crate::sense::hash::with_word(crate::sense::hash::START, word)
}

/// The bits of a set, the lowest first; by halves, as WebAssembly counts 64 bits at once.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the two halves")]
pub(super) fn bits(set: u128) -> impl Iterator<Item = u64> {
    let mut halves = [set as u64, (set >> 64) as u64];
    std::iter::from_fn(move || {
        let half = usize::from(halves[0] == 0);
        let rest = halves[half];
        halves[half] = rest & rest.wrapping_sub(1);
        (rest != 0).then(|| 64 * half as u64 + u64::from(rest.trailing_zeros()))
    })
}

/// Surface, profile and media, as numbers of their own.
pub(super) fn places(context: &Context) -> [u64; 3] {
    [
        context.surface as u64,
        16 + u64::from(context.profile.counts_as_personal()),
        48 + u64::from(context.media.is_attached()),
    ]
}

impl<F: FnMut(u32, usize) + ?Sized> List<'_, F> {
    /// The group in the upper four bits, the hash in the rest.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a feature is the low part of the hash"
    )]
    pub(super) fn add(&mut self, group: Group, a: u64, b: u64, token: usize) {
        let hash = mix(a, b) as u32 & 0x0fff_ffff;
        (self.take)(((group as u32) << 28) | hash, token);
    }

    fn words(&mut self, words: &[u64], facts: &Facts) {
        let (mut before, mut set_before) = (1, 0);
        for (at, &word) in words.iter().enumerate() {
            let set = facts.senses.of(at);
            self.add(Group::Word, word, 0, at);
            self.add(Group::WordPair, before, word, at);
            for sense in bits(set) {
                self.add(Group::WordSense, before, sense, at);
            }
            for sense in bits(set_before) {
                self.add(Group::SenseWord, sense, word, at);
            }
            (before, set_before) = (word, set);
        }
    }

    fn sentences(&mut self, draft: &Draft<'_>, facts: &Facts) {
        let tokens = draft.tokens();
        let count = tokens.sentence_count();
        for sentence in 0..count {
            let at = tokens.sentence(sentence).start;
            if !self.lines_only && (sentence == 0 || sentence + 1 == count) {
                self.edge(draft, facts, sentence);
            }
            let who = facts.subjects.get(sentence).copied().unwrap_or(0);
            for subject in bits(u128::from(who)) {
                for sense in bits(facts.senses.of_sentence(sentence)) {
                    self.add(Group::Subject, subject, sense, at);
                }
            }
        }
    }

    /// Senses of the first or last sentence.
    fn edge(&mut self, draft: &Draft<'_>, facts: &Facts, sentence: usize) {
        let at = draft.tokens().sentence(sentence).start;
        for sense in bits(facts.senses.of_sentence(sentence)) {
            self.add(Group::Edge, u64::from(sentence == 0), sense, at);
        }
    }

    fn surroundings(&mut self, context: &Context) {
        let [surface, profile, media] = places(context);
        let audience = 32 + context.audience as u64;
        let parent = 64 + u64::from(context.parent.is_some());
        for place in [surface, profile, audience, media, parent] {
            self.add(Group::Place, place, 0, 0);
        }
        self.add(Group::Place, mix(surface, profile), mix(audience, media), 0);
    }

    fn words_in_surroundings(&mut self, words: &[u64], facts: &Facts, context: &Context) {
        let [surface, ..] = places(context);
        let mut known = 0;
        for (at, &word) in words.iter().enumerate() {
            self.add(Group::PlaceWord, surface, word, at);
            if self.lines_only {
                continue;
            }
            let set = facts.senses.of(at);
            // Each counts where it comes first.
            self.senses(set & !known, context, at);
            known |= set;
        }
    }

    fn senses(&mut self, set: u128, context: &Context, at: usize) {
        for sense in bits(set) {
            self.add(Group::Sense, sense, 0, at);
            for place in places(context) {
                self.add(Group::PlaceSense, place, sense, at);
            }
        }
    }

    /// What is replied to.
    fn parent(&mut self, facts: &Facts, context: &Context) {
        for sense in bits(facts.parent) {
            self.add(Group::Parent, sense, context.surface as u64, 0);
        }
    }
}
