//! Signs by where the person is: "bed 9", "on my table", "my 2 o'clock".

use std::ops::Range;

use super::{Anchor, CERTAIN, CLINICAL, HIGHEST_BARE, PERSON, Reader, Sign};
use crate::sense::{class, marked};
use crate::token::Kind;
use crate::word_set::WordSet;
use crate::words::list;

/// A name that is not a clinician's.
const NAMED: u128 = marked::TITLED_NAME | marked::NAME | marked::INITIALS;

/// Rooms behind "the lady in" go up to here.
const HIGHEST_ROOM: u32 = 999;
/// How far behind "my" a thing says that a slot is nobody, in tokens.
const THING_REACH: usize = 6;
/// What has a time of its own: "my four o'clock talk" is nobody.
const TIMED: WordSet = WordSet::new(&[
    "alarm",
    "alarms",
    "bus",
    "call",
    "class",
    "coffee",
    "cuppa",
    "date",
    "ferry",
    "finish",
    "flight",
    "gin",
    "interview",
    "lecture",
    "lesson",
    "massage",
    "meeting",
    "pilates",
    "run",
    "shuttle",
    "start",
    "swim",
    "talk",
    "tea",
    "teaching",
    "train",
    "tram",
    "viva",
    "webinar",
    "wine",
    "yoga",
    "zoom",
]);
/// "she's now in": how many tokens may stand before the room.
const LYING_REACH: usize = 5;

impl Reader<'_> {
    /// "bed 9", "bay C", "the hip in 4".
    pub(super) fn bed(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        if self.of(at) & marked::BED_NUMBER == 0 {
            return None;
        }
        // Beds stand in the text's order.
        let beds = &self.facts.beds;
        let bed = beds.get(beds.partition_point(|bed| bed.start < at))?;
        if bed.start != at {
            return None;
        }
        let bare = matches!(self.lower(at), "in" | "from");
        // "in 7", "in 22B".
        let number: Option<u32> = bed.clone().find_map(|part| self.lower(part).parse().ok());
        // "the lady in 212", not "a mine in 212".
        let whoever = bare && at > sentence.start && self.of(at - 1) & class::PERSON != 0;
        let highest = if whoever { HIGHEST_ROOM } else { HIGHEST_BARE };
        if bare && (number.is_none_or(|number| number > highest) || self.is_seat(sentence)) {
            return None;
        }
        let ward_bed = matches!(
            self.lower(at),
            "bed"
                | "bay"
                | "cubicle"
                | "trolley"
                | "cube"
                | "incubator"
                | "isolette"
                | "cot"
                | "in"
                | "from"
        );
        let acts = self.acts(bed.end, sentence);
        let ward_bed = ward_bed || self.lies_in(at, sentence) || acts;
        let someone = acts || self.any(sentence.clone(), PERSON | class::METONYM | class::LABEL);
        // "the gallbladder in 7" is whoever it belongs to.
        let stands_for = bare
            && at > sentence.start
            && self.of(at - 1)
                & (class::METONYM | class::FINDING | marked::ANATOMY | marked::CONDITION)
                != 0;
        let someone = someone || stands_for;
        let clinical =
            stands_for || self.any(sentence.clone(), CLINICAL | class::IN_CARE | class::SHIFT);
        let sold = self.any(sentence.clone(), class::NO_PERSON | class::FUTURE);
        if matches!(
            self.lower(at),
            "theatre" | "theater" | "table" | "station" | "slot" | "pod"
        ) {
            return None;
        }
        let points =
            1 + i32::from(ward_bed) + i32::from(someone) + i32::from(clinical) - i32::from(sold);
        Some(Sign {
            anchor: Anchor::Bed,
            points: points.min(CERTAIN),
            tokens: bed.clone(),
        })
    }

    /// "… with this tumour? She's in room 9": somebody ill, right before, lies there.
    fn lies_in(&self, at: usize, sentence: &Range<usize>) -> bool {
        let before = sentence.start..at;
        let she = before
            .clone()
            .any(|near| self.of(near) & class::HE_SHE != 0);
        let close = before.len() <= LYING_REACH && at > 0 && self.lower(at - 1) == "in";
        let told = sentence.start.checked_sub(1).is_some_and(|last| {
            let ill = class::FINDING | marked::CONDITION | marked::PROCEDURE;
            self.any(self.tokens.sentence(self.tokens.sentence_at(last)), ill)
        });
        she && close && told
    }

    /// "on my table", "in our unit", with somebody in the sentence.
    pub(super) fn site(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        if self.lists(at + 1) & list::OWN == 0 {
            return None;
        }
        let site = (at + 2..(at + 5).min(sentence.end))
            .find(|site| self.of(*site) & class::CARE_SITE != 0)?;
        let someone = self.any(
            sentence.clone(),
            class::PERSON | class::HE_SHE | class::JOB | marked::AGE | NAMED,
        );
        let many = self.any(
            sentence.clone(),
            class::PEOPLE_MANY | class::PATIENTS | class::YOU,
        );
        let staff = self.any(sentence.clone(), class::COLLEAGUE | class::CLINICIAN);
        if !someone || self.lower(site + 1) == "of" {
            return None;
        }
        let clinical = self.any(sentence.clone(), CLINICAL);
        Some(Sign {
            anchor: Anchor::Site,
            points: 2 + i32::from(clinical) + i32::from(!many && !staff)
                - i32::from(many)
                - 2 * i32::from(staff),
            tokens: at..site + 1,
        })
    }

    /// "came to us", "with us since March", "under me".
    pub(super) fn with_us(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let ours = self.lower(at + 1) == "us"
            || self.lower(at + 1) == "me" && at > 0 && self.lower(at - 1) == "in";
        if !ours {
            return None;
        }
        let someone = self.any(
            sentence.clone(),
            class::PERSON | class::HE_SHE | marked::AGE,
        );
        let clinical = self.any(sentence.clone(), CLINICAL | class::ENCOUNTER);
        (someone && clinical).then(|| Sign {
            anchor: Anchor::Site,
            points: 2,
            tokens: at..at + 2,
        })
    }

    /// "my 2 o'clock", "my 9.15", "my last of the day".
    pub(super) fn slot(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let clock = self.of(at + 1) & (marked::CLOCK | class::SLOT) != 0;
        let bare = self
            .tokens
            .all()
            .get(at + 1)
            .is_some_and(|token| token.kind == Kind::Number)
            && (self.of(at + 2) & class::SLOT != 0
                || self.lower(at + 1).contains(['.', ':'])
                    && matches!(
                        self.lower(at + 2),
                        "s" | "is" | "was" | "has" | "just" | "," | ""
                    ));
        if !(clock || bare) {
            return None;
        }
        let behind = (at + 1..sentence.end).find(|near| self.of(*near) & marked::CLOCK == 0);
        if behind.is_some_and(|near| TIMED.contains(self.lower(near))) {
            return None;
        }
        let someone = self.any(sentence.clone(), class::PERSON | class::HE_SHE | class::JOB);
        let clinical = self.any(sentence.clone(), CLINICAL | marked::ANATOMY);
        // "My 2 o'clock is with the printer"; "it" further on is anything.
        let near = at + 1..sentence.end.min(at + 2 + THING_REACH);
        let thing = self.any(near, class::NO_PERSON | class::COLLEAGUE);
        Some(Sign {
            anchor: Anchor::Slot,
            points: 1 + i32::from(someone) + i32::from(clinical) - i32::from(thing),
            tokens: at..at + 3,
        })
    }

    /// "had a drummer in clinic on Monday", "he sang in resus": somebody, something
    /// clinical and a place of care.
    pub(super) fn area(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        if self.of(at) & class::CARE_AREA == 0 || at == sentence.start {
            return None;
        }
        let there = (sentence.start.max(at.saturating_sub(3))..at).any(|before| {
            matches!(
                self.lower(before),
                "in" | "on" | "from" | "into" | "to" | "through" | "at" | "outside"
            )
        });
        let someone = self.any(
            sentence.clone(),
            class::HE_SHE | class::JOB | marked::AGE | class::PERSON | NAMED,
        );
        let clinical = self.any(sentence.clone(), CLINICAL);
        let by_writer = self.any(sentence.clone(), class::I_ME | class::WE);
        let others = self.any(
            sentence.clone(),
            class::PEOPLE_MANY | class::PATIENTS | class::YOU | class::COLLEAGUE | class::CLINICIAN,
        );
        (there && someone && clinical && !others).then(|| Sign {
            anchor: Anchor::Area,
            points: 2 + i32::from(by_writer),
            tokens: at..at + 1,
        })
    }

    /// "on rounds", "this shift", with somebody ill in the sentence.
    pub(super) fn shift(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let on = self.of(at + 1) & class::SHIFT != 0
            && matches!(
                self.lower(at + 1),
                "rounds" | "shift" | "nights" | "call" | "round" | "ward"
            );
        if !on {
            return None;
        }
        let someone = self.any(
            sentence.clone(),
            class::PERSON | class::HE_SHE | marked::AGE,
        );
        someone.then(|| Sign {
            anchor: Anchor::Shift,
            points: 1 + i32::from(
                self.lower(at + 1).starts_with("round") || self.any(sentence.clone(), CLINICAL),
            ),
            tokens: at..at + 2,
        })
    }
}
