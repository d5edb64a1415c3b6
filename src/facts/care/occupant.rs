//! Whoever lies in a numbered bed, by what is said of the bed: "bed 3 wants chips",
//! "room 214 is the assistant principal"; not "a grandma in 14C" of a plane.

use std::ops::Range;

use super::Reader;
use crate::sense::{class, marked};

/// "the assistant principal": how far behind "the" somebody may stand.
const HEAD_REACH: usize = 4;
/// How far behind "has" the condition may begin.
const ILL_REACH: usize = 2;
/// Where numbers are seats.
const SEATED: [&str; 12] = [
    "plane", "flight", "flew", "flying", "train", "coach", "row", "seat", "seats", "cinema",
    "aisle", "airline",
];
/// Between the bed and its verb.
const AUXILIARIES: [&str; 7] = ["s", "has", "had", "just", "still", "keeps", "again"];
/// What only a person does.
const PERSONS_VERBS: [&str; 47] = [
    "wants",
    "wanted",
    "says",
    "said",
    "asks",
    "asked",
    "tells",
    "told",
    "thinks",
    "rang",
    "rung",
    "rings",
    "ringing",
    "pressed",
    "pressing",
    "refuses",
    "refused",
    "sang",
    "sings",
    "sung",
    "cried",
    "cries",
    "crying",
    "calls",
    "calling",
    "swears",
    "insists",
    "ate",
    "eats",
    "snores",
    "snored",
    "laughed",
    "laughs",
    "pulled",
    "pulls",
    "died",
    "arrested",
    "coded",
    "desatted",
    "vomited",
    "puked",
    "escaped",
    "absconded",
    "hates",
    "loves",
    "proposed",
    "kissed",
];

impl Reader<'_> {
    /// Whether the sentence is about seats.
    pub(super) fn is_seat(&self, sentence: &Range<usize>) -> bool {
        sentence.clone().any(|at| SEATED.contains(&self.lower(at)))
    }

    /// Whether the bed that ends before `verb` does or is what only a person does or is.
    pub(super) fn acts(&self, verb: usize, sentence: &Range<usize>) -> bool {
        let skips = AUXILIARIES.contains(&self.lower(verb));
        let does = (verb..sentence.end.min(verb + 1 + usize::from(skips)))
            .any(|at| PERSONS_VERBS.contains(&self.lower(at)));
        does || self.is_somebody(verb, sentence) || self.is_ill(verb, sentence)
    }

    /// "has C diff", "has got MRSA": no bed falls ill.
    fn is_ill(&self, verb: usize, sentence: &Range<usize>) -> bool {
        matches!(self.lower(verb), "has" | "had")
            && (verb + 1..sentence.end.min(verb + 1 + ILL_REACH))
                .any(|at| self.of(at) & marked::CONDITION != 0)
    }

    /// "is the assistant principal", not "is the assistant principal's office".
    fn is_somebody(&self, verb: usize, sentence: &Range<usize>) -> bool {
        let somebody = class::PERSON | class::JOB | class::PUBLIC_ROLE | class::KIN;
        matches!(self.lower(verb), "is" | "was" | "s")
            && matches!(self.lower(verb + 1), "a" | "an" | "the" | "my" | "our")
            && (verb + 2..sentence.end.min(verb + 2 + HEAD_REACH))
                .any(|at| self.of(at) & somebody != 0 && self.lower(at + 1) != "s")
    }
}
