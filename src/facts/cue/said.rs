//! What a draft says, by its cues.

use super::{Cue, Found};
use crate::facts::Facts;

impl Facts {
    /// The cues of one kind, in order.
    pub fn cues(&self, cue: Cue) -> impl Iterator<Item = &Found> {
        self.cues.iter().filter(move |found| found.cue == cue)
    }

    /// Whether a cue of `cue` occurs, said in earnest: neither denied nor quoted.
    #[must_use]
    pub fn says(&self, cue: Cue) -> bool {
        self.earnest(cue).is_some()
    }

    /// The first cue of one kind that is neither denied nor quoted.
    #[must_use]
    pub fn earnest(&self, cue: Cue) -> Option<&Found> {
        self.cues(cue).find(|found| !found.denied && !found.quoted)
    }

    /// The first cue of one kind outside quotation marks; for kinds whose own
    /// words deny ("not public yet").
    #[must_use]
    pub fn earnest_or_denied(&self, cue: Cue) -> Option<&Found> {
        self.cues(cue).find(|found| !found.quoted)
    }

    /// All cues of one kind that are neither denied nor quoted, in order.
    pub fn meant(&self, cue: Cue) -> impl Iterator<Item = &Found> {
        self.cues(cue)
            .filter(|found| !found.denied && !found.quoted)
    }

    /// Whether a cue of one kind is meant within `near` sentences of `sentence`.
    #[must_use]
    pub fn says_near(&self, cue: Cue, sentence: usize, near: usize) -> bool {
        self.meant(cue)
            .any(|found| found.sentence.abs_diff(sentence) <= near)
    }

    /// Whether a cue of one kind occurs at all.
    #[must_use]
    pub fn mentions_cue(&self, cue: Cue) -> bool {
        self.cues(cue).next().is_some()
    }
}
