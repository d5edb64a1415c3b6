//! How the lines of a draft weigh, kept from one check to the next: of each token
//! the known features it stands for, by their slots in the table of weights.

use std::ops::Range;

use super::weights::Scale;
use super::{Evidence, features};
use crate::change::{Swap, moved};
use crate::context::Context;
use crate::draft::Draft;
use crate::facts::Facts;

/// The slots of each token's features.
#[derive(Debug)]
pub(crate) struct Lines {
    /// Token after token.
    slots: Vec<u16>,
    /// Where each token's begin, and the end.
    starts: Vec<u32>,
    /// How often each slot occurs.
    counts: Vec<u32>,
    /// All that occur, weighed.
    scale: Scale,
}

impl Lines {
    /// Weighs every line of `draft`.
    pub(crate) fn new(draft: &Draft<'_>, facts: &Facts, context: &Context) -> Self {
        let mut lines = Self::looked_up(draft, facts, context);
        lines.count(0..lines.slots.len());
        lines
    }

    /// Looks the features of every line of `draft` up, and weighs nothing yet.
    pub(crate) fn looked_up(draft: &Draft<'_>, facts: &Facts, context: &Context) -> Self {
        let scale = Scale::new();
        let mut found: Vec<(usize, u16)> = Vec::new();
        features::of_lines(draft, facts, context, &mut |feature, token| {
            found.extend(scale.slot(feature).map(|slot| (token, slot)));
        });
        found.sort_unstable();
        found.dedup();
        let mut starts = Vec::with_capacity(draft.tokens().len() + 1);
        for (number, (token, _)) in found.iter().enumerate() {
            let start = u32::try_from(number).unwrap_or(u32::MAX);
            starts.resize(starts.len().max(token + 1), start);
        }
        let end = u32::try_from(found.len()).unwrap_or(u32::MAX);
        starts.resize(draft.tokens().len() + 1, end);
        Self {
            slots: found.into_iter().map(|(_, slot)| slot).collect(),
            starts,
            counts: Vec::new(),
            scale,
        }
    }

    /// Counts slots in.
    fn count(&mut self, places: Range<usize>) {
        for &slot in self.slots.get(places).unwrap_or_default() {
            let number = usize::from(slot);
            if self.counts.len() <= number {
                self.counts.resize(number + 1, 0);
            }
            self.counts[number] += 1;
            if self.counts[number] == 1 {
                self.scale.add_slot(slot);
            }
        }
    }

    /// Counts slots out.
    fn discount(&mut self, places: Range<usize>) {
        for &slot in self.slots.get(places).unwrap_or_default() {
            let Some(count) = self.counts.get_mut(usize::from(slot)) else {
                continue;
            };
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.scale.remove_slot(slot);
            }
        }
    }

    /// Takes the tokens of `swap` over from `fresh`.
    pub(crate) fn splice(&mut self, fresh: &Self, swap: &Swap) {
        let slots = Swap {
            old: self.start(swap.old.start)..self.start(swap.old.end),
            fresh: fresh.start(swap.fresh.start)..fresh.start(swap.fresh.end),
        };
        self.discount(slots.old.clone());
        slots.splice_each(&mut self.slots, &fresh.slots);
        self.count(slots.old.start..slots.old.start + slots.fresh.len());
        for start in self.starts.iter_mut().skip(swap.old.end) {
            *start = moved(*start, slots.tail());
        }
        let starts = fresh.starts.get(swap.fresh.clone()).unwrap_or_default();
        let starts = starts.iter().map(|start| moved(*start, slots.lead()));
        self.starts.splice(swap.old.clone(), starts);
    }

    fn start(&self, token: usize) -> usize {
        let start = self.starts.get(token);
        start.map_or(self.slots.len(), |start| *start as usize)
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
