//! Signs by how the person is called: "my patient", "my last lady".

use std::ops::Range;

use super::{Anchor, CERTAIN, CLINICAL, OWNED_HEADS, POSSIBLE, Reader, Sign};
use crate::sense::{class, marked};

impl Reader<'_> {
    /// "my patient", "our new client", "this patient", "pt".
    pub(super) fn patient(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        if self.of(at) & class::IN_CARE == 0 || self.is_adjective(at) || self.is_institution(at) {
            return None;
        }
        let word = self.lower(at);
        let mut points = 2;
        let mut first = at;
        for before in (sentence.start.max(at.saturating_sub(4))..at).rev() {
            match self.lower(before) {
                "my" | "our" => {
                    points = CERTAIN;
                    first = before;
                    break;
                }
                "your" | "their" | "his" | "her" | "no" | "every" | "each" | "any" | "per" => {
                    return None;
                }
                "," | ":" | "and" | "is" | "was" | "as" | "being" | "been" | "the" | "this"
                | "that" | "a" | "an" | "says" | "said" | "had" | "has" => break,
                _ => {}
            }
        }
        if word == "client" && !self.facts.calling.has_clients {
            // Lawyers, agencies and stylists have clients too.
            points -= if self.any(sentence.clone(), CLINICAL) {
                0
            } else {
                2
            };
        }
        (points >= POSSIBLE).then(|| Sign {
            anchor: Anchor::Patient,
            points,
            tokens: first..at + 1,
        })
    }

    /// "be patient", "so patient", "one very patient groom", "patient teacher".
    fn is_adjective(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.lower(before));
        let adverb = matches!(
            before,
            "be" | "so"
                | "very"
                | "most"
                | "more"
                | "too"
                | "really"
                | "extremely"
                | "how"
                | "incredibly"
                | "being"
                | "please"
                | "always"
                | "endlessly"
                | "stay"
                | "and"
                | ","
                | "infinitely"
        );
        let noun_follows = self.of(at + 1)
            & (class::PERSON | class::KIN | class::CLINICIAN | class::COLLEAGUE)
            != 0;
        self.lower(at) == "patient" && (adverb || noun_follows)
    }

    /// "patient safety", "patient portal", "client launch".
    fn is_institution(&self, at: usize) -> bool {
        matches!(
            self.lower(at + 1),
            "zero"
                | "care"
                | "safety"
                | "flow"
                | "portal"
                | "services"
                | "base"
                | "liaison"
                | "experience"
                | "advocate"
                | "advocacy"
                | "education"
                | "meeting"
                | "group"
                | "voice"
                | "list"
                | "records"
                | "record"
                | "data"
                | "information"
                | "numbers"
                | "launch"
                | "satisfaction"
                | "relations"
                | "transport"
                | "participation"
                | "notice"
                | "leaflet"
                | "leaflets"
                | "first"
                | "confidentiality"
        )
    }

    /// "my transplant girl", "my last lady", "my 13 yr old on the unit".
    pub(super) fn own_person(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let reach = at + 1..sentence.end.min(at + 5);
        let plain = reach.clone().all(|next| {
            self.of(next) & (class::COLLEAGUE | class::KIN) == 0 || self.of(next) & marked::AGE != 0
        });
        let head = reach
            .take_while(|next| !matches!(self.lower(*next), "," | "." | "and" | "the" | "a"))
            .find(|next| self.of(*next) & OWNED_HEADS != 0 || self.is_known_head(*next))?;
        let here = self.any(sentence.clone(), class::CARE_AREA | class::CARE_SITE);
        let clinical = self.any(sentence.clone(), CLINICAL);
        // A child, a baby or an age behind "my" may be the writer's own.
        let grown = matches!(
            self.lower(head),
            "lady"
                | "gentleman"
                | "gent"
                | "man"
                | "woman"
                | "fella"
                | "regular"
                | "prem"
                | "preemie"
                | "chap"
                | "bloke"
        );
        (plain && (here || clinical && grown)).then(|| Sign {
            anchor: Anchor::Patient,
            points: 1 + i32::from(here) + i32::from(clinical),
            tokens: at..head + 1,
        })
    }

    fn is_known_head(&self, at: usize) -> bool {
        matches!(
            self.lower(at),
            "lady"
                | "gentleman"
                | "gent"
                | "girl"
                | "boy"
                | "man"
                | "woman"
                | "fella"
                | "lad"
                | "kiddo"
                | "mama"
                | "regular"
                | "baby"
                | "prem"
                | "preemie"
                | "chap"
                | "bloke"
                | "guy"
                | "child"
                | "teen"
                | "mum"
        )
    }
}
