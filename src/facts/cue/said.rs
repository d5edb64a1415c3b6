//! What a draft says, by its cues.

use super::{Cue, Found};
use crate::facts::Facts;
use crate::sense::class;

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

    /// The cues of one kind that are meant within `near` sentences of `sentence`.
    pub fn meant_near(
        &self,
        cue: Cue,
        sentence: usize,
        near: usize,
    ) -> impl Iterator<Item = &Found> {
        // Cues stand in the text's order: a long text is not read for each of them.
        let first = self
            .cues
            .partition_point(|found| found.sentence + near < sentence);
        self.cues[first..]
            .iter()
            .take_while(move |found| found.sentence <= sentence + near)
            .filter(move |found| found.cue == cue && !found.denied && !found.quoted)
    }

    /// Whether a cue of one kind occurs at all.
    #[must_use]
    pub fn mentions_cue(&self, cue: Cue) -> bool {
        self.cues(cue).next().is_some()
    }

    /// Words that hand out somebody's number, name or address; not the writer's own.
    #[must_use]
    pub fn identifier_told(&self) -> Option<&Found> {
        let apart = class::ANIMAL
            | class::OWN_KIN
            | class::SELF_PATIENT
            | class::INVENTED
            | class::REDIRECT
            | class::COLLEAGUE;
        let somebody =
            class::HE_SHE | class::IN_CARE | class::PERSON | class::MEDIA | class::SECRECY;
        let told = self.earnest(Cue::GivesIdentifier)?;
        (self.senses.any(somebody) && !self.senses.any(apart)).then_some(told)
    }
}
