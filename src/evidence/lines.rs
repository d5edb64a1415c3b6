//! How the lines of a draft weigh, kept from one check to the next: of each token
//! the known features it stands for, by their numbers in the table of weights.

use std::ops::Range;

use super::weights::Scale;
use super::{Evidence, features};
use crate::change::{Swap, moved};
use crate::context::Context;
use crate::draft::Draft;
use crate::facts::Facts;

/// The numbers of each token's features.
#[derive(Debug)]
pub(crate) struct Lines {
    /// Token after token.
    numbers: Vec<u16>,
    /// Where each token's begin, and the end.
    starts: Vec<u32>,
    /// How often each number occurs.
    counts: Vec<u32>,
    /// All that occur, weighed.
    scale: Scale,
}

impl Lines {
    /// Weighs every line of `draft`.
    pub(crate) fn new(draft: &Draft<'_>, facts: &Facts, context: &Context) -> Self {
        let mut lines = Self::looked_up(draft, facts, context);
        lines.count(0..lines.numbers.len());
        lines
    }

    /// Looks the features of every line of `draft` up, and weighs nothing yet.
    pub(crate) fn looked_up(draft: &Draft<'_>, facts: &Facts, context: &Context) -> Self {
        let scale = Scale::new();
        let mut found: Vec<(usize, u16)> = Vec::new();
        features::of_lines(draft, facts, context, &mut |feature, token| {
            found.extend(scale.number(feature).map(|number| (token, number)));
        });
        found.sort_unstable();
        found.dedup();
        let mut starts = Vec::with_capacity(draft.tokens().len() + 1);
        for (at, (token, _)) in found.iter().enumerate() {
            let start = u32::try_from(at).unwrap_or(u32::MAX);
            starts.resize(starts.len().max(token + 1), start);
        }
        let end = u32::try_from(found.len()).unwrap_or(u32::MAX);
        starts.resize(draft.tokens().len() + 1, end);
        Self {
            numbers: found.into_iter().map(|(_, number)| number).collect(),
            starts,
            counts: Vec::new(),
            scale,
        }
    }

    /// Counts numbers in.
    fn count(&mut self, places: Range<usize>) {
        for &number in self.numbers.get(places).unwrap_or_default() {
            let at = usize::from(number);
            if self.counts.len() <= at {
                self.counts.resize(at + 1, 0);
            }
            self.counts[at] += 1;
            if self.counts[at] == 1 {
                self.scale.add_number(number);
            }
        }
    }

    /// Counts numbers out.
    fn discount(&mut self, places: Range<usize>) {
        for &number in self.numbers.get(places).unwrap_or_default() {
            let Some(count) = self.counts.get_mut(usize::from(number)) else {
                continue;
            };
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.scale.remove_number(number);
            }
        }
    }

    /// Takes the tokens of `swap` over from `fresh`.
    pub(crate) fn splice(&mut self, fresh: &Self, swap: &Swap) {
        let numbers = Swap {
            old: self.start(swap.old.start)..self.start(swap.old.end),
            fresh: fresh.start(swap.fresh.start)..fresh.start(swap.fresh.end),
        };
        self.discount(numbers.old.clone());
        numbers.splice_each(&mut self.numbers, &fresh.numbers);
        self.count(numbers.old.start..numbers.old.start + numbers.fresh.len());
        for start in self.starts.iter_mut().skip(swap.old.end) {
            *start = moved(*start, numbers.tail());
        }
        let starts = fresh.starts.get(swap.fresh.clone()).unwrap_or_default();
        let starts = starts.iter().map(|start| moved(*start, numbers.lead()));
        self.starts.splice(swap.old.clone(), starts);
    }

    fn start(&self, token: usize) -> usize {
        let start = self.starts.get(token);
        start.map_or(self.numbers.len(), |start| *start as usize)
    }

    /// How the draft reads: its lines, and what it has as a whole.
    pub(crate) fn evidence(&self, draft: &Draft<'_>, facts: &Facts, context: &Context) -> Evidence {
        let mut scale = self.scale.clone();
        features::of_whole(draft, facts, context, &mut |feature, _| {
            scale.add(feature);
        });
        Evidence {
            log_odds: scale.log_odds(),
            per_token: Vec::new(),
        }
    }
}
