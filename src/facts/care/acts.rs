//! Signs by what is done: "we intubated him", "brought in", "we lost her".

use std::ops::Range;

use super::{Anchor, CLINICAL, PERSON, Reader, Sign};
use crate::sense::{class, marked};

/// "Delivered healthy triplets", not "delivered a talk on triplets".
const BORN_REACH: usize = 3;

impl Reader<'_> {
    /// "we intubated him", "Pronounced a 17 year old".
    pub(super) fn act(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let starts = self.of(at) & class::CARE_ACT != 0
            && (at == sentence.start || self.of(at - 1) & class::CARE_ACT == 0);
        if !starts {
            return None;
        }
        let mut end = at;
        while end < sentence.end && self.of(end) & class::CARE_ACT != 0 {
            end += 1;
        }
        let by_writer = (sentence.start.max(at.saturating_sub(4))..at).any(|before| {
            matches!(
                self.lower(before),
                "i" | "we" | "ive" | "weve" | "id" | "ill" | "im"
            ) && !self.passive(before + 1..at)
        });
        // "Pronounced a 17 year old", "Just pronounced a 17 year old".
        let unsaid = at == sentence.start
            || at == sentence.start + 1
                && matches!(
                    self.lower(sentence.start),
                    "just" | "finally" | "literally" | "only" | "so" | "today" | "tonight"
                );
        let object = self.object(at..sentence.end.min(end + 5));
        let points = if by_writer {
            4
        } else if unsaid {
            3
        } else {
            return None;
        };
        object.then_some(Sign {
            anchor: Anchor::Act,
            points,
            tokens: at..end,
        })
    }

    fn passive(&self, between: Range<usize>) -> bool {
        between.into_iter().any(|at| {
            matches!(
                self.lower(at),
                "was" | "been" | "got" | "am" | "were" | "being" | "get" | "a" | "the" | "to"
            )
        })
    }

    fn object(&self, range: Range<usize>) -> bool {
        let born = |at| matches!(self.lower(at), "twins" | "triplets" | "quadruplets");
        let are_born = range.clone().take(BORN_REACH).any(born);
        (self.any(range.clone(), PERSON | class::METONYM) || are_born)
            && !range.clone().any(|at| {
                matches!(
                    self.lower(at),
                    "my" | "myself"
                        | "ourselves"
                        | "it"
                        | "itself"
                        | "people"
                        | "patients"
                        | "generations"
                        | "who"
                )
            })
            && !self.any(range, class::NO_PERSON | class::ANIMAL)
    }

    /// "rolled in an hour ago with a K of 7.1".
    pub(super) fn arrival(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let starts = self.of(at) & class::ENCOUNTER != 0
            && (at == sentence.start || self.of(at - 1) & class::ENCOUNTER == 0);
        if !starts {
            return None;
        }
        let someone = self.any(
            sentence.clone(),
            class::PERSON | class::HE_SHE | class::JOB | marked::AGE,
        );
        let clinical = self.any(sentence.clone(), CLINICAL);
        let by_writer = at > sentence.start
            && matches!(
                self.lower(at - 1),
                "i" | "we" | "who" | "you" | "they" | "it" | "and" | "to" | "just"
            )
            && !self.any(sentence.start..at, class::PERSON | marked::AGE);
        (someone && clinical && !by_writer).then(|| Sign {
            anchor: Anchor::Arrival,
            points: 2,
            tokens: at..at + 1,
        })
    }

    /// "we lost him", "lost a patient", "time of death 4.10".
    pub(super) fn death(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let lost = self.lower(at) == "lost"
            && (matches!(self.lower(at + 1), "him" | "her" | "one" | "bed")
                || self.of(at + 1) & marked::BED_NUMBER != 0
                || (self.lower(at + 1) == "a" && self.of(at + 2) & class::IN_CARE != 0));
        if !lost {
            return None;
        }
        let ours = (sentence.start.max(at.saturating_sub(2))..at)
            .any(|before| matches!(self.lower(before), "we" | "i" | "weve" | "ive"))
            || at == sentence.start;
        ours.then_some(Sign {
            anchor: Anchor::Death,
            points: 2,
            tokens: at..at + 2,
        })
    }

    /// "he kept his hat on for the whole cardioversion and I let him".
    pub(super) fn procedure(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        if self.of(at) & marked::PROCEDURE == 0 {
            return None;
        }
        let someone = self.any(sentence.clone(), class::HE_SHE | marked::AGE | class::JOB);
        let by_writer = self.any(sentence.clone(), class::I_ME | class::WE);
        let others = self.any(
            sentence.clone(),
            class::PEOPLE_MANY
                | class::PATIENTS
                | class::YOU
                | class::COLLEAGUE
                | class::CLINICIAN
                | class::FUTURE,
        );
        (someone && by_writer && !others).then(|| Sign {
            anchor: Anchor::Act,
            points: 2,
            tokens: at..at + 1,
        })
    }
}
