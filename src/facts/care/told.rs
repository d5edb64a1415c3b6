//! Signs by how somebody is told of: "this morning's 47M", "one of my ladies",
//! "I removed her stitches", "the lad from the crash didn't make it".

use std::ops::Range;

use super::{Anchor, CERTAIN, CLINICAL, LIKELY, POSSIBLE, Reader, Sign};
use crate::change::within;
use crate::facts::cue::Cue;
use crate::facts::subject;
use crate::sense::{class, marked};

/// How far behind "her" or "his" the part of the body stands.
const PART_REACH: usize = 3;
/// How far behind the verb "her" or "his" stands.
const WHOSE_REACH: usize = 5;

impl Reader<'_> {
    /// Turns of phrase of data/cues/care.txt: "rang the chemo bell", "told me in session".
    pub(super) fn by_phrase(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let cues = &self.facts.cues;
        let first = cues.partition_point(|cue| cue.tokens.start < at);
        let mut here = cues[first..]
            .iter()
            .take_while(|cue| cue.tokens.start == at);
        let told = here.find(|cue| {
            let in_care = matches!(cue.cue, Cue::InOurCare | Cue::GuessWho);
            in_care && !cue.denied && !cue.quoted
        })?;
        // "snake bite" is what somebody has, not a snake.
        let thing = told.tokens.clone().any(|at| {
            let of = self.of(at);
            let hurt = of & marked::CONDITION != 0 || subject::is_injury(self.tokens, at);
            of & (class::NO_PERSON | class::ANIMAL) != 0 && !hurt
        });
        // "the apprentice in my chair", "my first moyamoya, in the exam": less sure.
        let is_staff = |at: usize| {
            let of = self.of(at);
            of & (class::CLINICIAN | class::COLLEAGUE) != 0 && of & class::PUBLIC_ROLE == 0
        };
        let staff = self.whole.is_exam || sentence.clone().any(is_staff);
        // "Our registrar died": one of the team.
        let of_staff = told.tokens.clone().any(is_staff);
        (!thing && !of_staff).then(|| Sign {
            anchor: Anchor::Act,
            points: if staff { POSSIBLE } else { LIKELY },
            tokens: told.tokens.clone(),
        })
    }

    /// "this morning's 47M", "last week's kid", "tonight's overdose".
    pub(super) fn of_the_day(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let when = class::FRESH | class::WEEKDAY;
        let apart = self.lower(at) == "s"
            && at > sentence.start
            && (self.of(at - 1) & when != 0
                || matches!(self.lower(at - 1), "week" | "night" | "weekend"));
        let whose = apart || matches!(self.lower(at), "todays" | "tonights" | "yesterdays");
        if !whose {
            return None;
        }
        let who = self.of(at + 1);
        let someone = class::PERSON | class::LABEL | marked::AGE;
        let ill = class::FINDING | marked::CONDITION;
        let told = who & someone != 0 || who & ill != 0 && !self.is_lesson(at + 2);
        (told && at + 1 < sentence.end).then(|| Sign {
            anchor: Anchor::Slot,
            points: if who & someone != 0 { LIKELY } else { POSSIBLE },
            tokens: at.saturating_sub(1).max(sentence.start)..at + 2,
        })
    }

    /// "today's sepsis talk", "Monday's asthma clinic" are events.
    fn is_lesson(&self, at: usize) -> bool {
        self.of(at) & (class::EXAM | class::NO_PERSON | class::CARE_SITE) != 0
            || matches!(
                self.lower(at),
                "talk"
                    | "day"
                    | "week"
                    | "course"
                    | "webinar"
                    | "awareness"
                    | "post"
                    | "thread"
                    | "schedule"
                    | "update"
                    | "meeting"
                    | "training"
            )
    }

    /// "29F came in", "54M in our CCU": ages as charts write them.
    pub(super) fn charted(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        if self.of(at) & marked::AGE == 0 {
            return None;
        }
        let age = within(&self.facts.ages, at..at + 1).first()?;
        let sexed = age.tokens.clone().any(|part| {
            matches!(self.lower(part), "f" | "m")
                || self
                    .lower(part)
                    .strip_suffix(['f', 'm'])
                    .is_some_and(|years| {
                        !years.is_empty() && years.bytes().all(|byte| byte.is_ascii_digit())
                    })
        });
        let ill = self.any(sentence.clone(), CLINICAL | class::CARE_AREA);
        let own = self.any(sentence.clone(), class::I_ME | class::EXAM);
        (sexed && ill && !own).then(|| Sign {
            anchor: Anchor::Arrival,
            points: LIKELY,
            tokens: age.tokens.clone(),
        })
    }

    /// "one of my patients", "one of our couples", "a patient of mine".
    pub(super) fn one_of_ours(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        if self.lower(at) != "of" || at == sentence.start {
            return None;
        }
        let end = sentence.end.min(at + 5);
        if matches!(self.lower(at + 1), "mine" | "ours") {
            return (self.of(at - 1) & class::IN_CARE != 0).then(|| Sign {
                anchor: Anchor::Patient,
                points: CERTAIN,
                tokens: at - 1..at + 2,
            });
        }
        let counted = matches!(self.lower(at - 1), "one" | "two" | "three" | "another");
        if !counted || !matches!(self.lower(at + 1), "my" | "our") {
            return None;
        }
        let head = (at + 2..end).find(|next| {
            matches!(
                self.lower(*next),
                "patients"
                    | "pts"
                    | "clients"
                    | "inpatients"
                    | "outpatients"
                    | "ladies"
                    | "gentlemen"
                    | "couples"
                    | "regulars"
                    | "mums"
                    | "moms"
                    | "mamas"
                    | "babies"
            )
        })?;
        let trade = self.any(sentence.clone(), class::OTHER_TRADE | class::PROMO);
        let surely = matches!(
            self.lower(head),
            "patients" | "pts" | "inpatients" | "outpatients"
        );
        let clinical = self.any(sentence.clone(), CLINICAL | class::BIRTH);
        (surely || !trade && clinical).then(|| Sign {
            anchor: Anchor::Patient,
            points: if surely { CERTAIN } else { LIKELY },
            tokens: at - 1..head + 1,
        })
    }

    /// "I removed her stitches", "did his hip", "took out a teacher's uterus".
    pub(super) fn handled(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let verb = matches!(
            self.lower(at),
            "removed"
                | "drained"
                | "stitched"
                | "repaired"
                | "replaced"
                | "scanned"
                | "drilled"
                | "did"
                | "pinned"
                | "plated"
                | "bypassed"
                | "irrigated"
                | "lanced"
                | "dressed"
                | "packed"
                | "sewed"
        ) || self.lower(at) == "took" && self.lower(at + 1) == "out";
        let by_writer = at == sentence.start
            || (sentence.start.max(at.saturating_sub(2))..at)
                .any(|before| matches!(self.lower(before), "i" | "we" | "ive" | "weve"));
        if !verb || !by_writer {
            return None;
        }
        let whose = (at + 1..sentence.end.min(at + WHOSE_REACH))
            .find(|next| matches!(self.lower(*next), "her" | "his" | "their"))?;
        let part = whose + 1..sentence.end.min(whose + 1 + PART_REACH);
        let body = marked::ANATOMY | marked::PROCEDURE | marked::CONDITION | class::FINDING;
        self.any(part, body).then(|| Sign {
            anchor: Anchor::Act,
            points: LIKELY,
            tokens: at..whose + 1,
        })
    }

    /// "the guy from the Channel 5 crash didn't make it": an outcome that only
    /// those who cared for somebody in the news can know.
    pub(super) fn insider(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let one = self.lower(at) == "the"
            && self.of(at + 1) & (class::PERSON | class::JOB) != 0
            && self.lower(at + 2) == "from";
        if !one {
            return None;
        }
        let public = self.any(sentence.clone(), class::PUBLIC_SOURCE | class::QUOTING);
        let news = self.any(at..sentence.end, class::NEWS);
        let outcome = self.any(at..sentence.end, class::DEATH | class::OUTCOME);
        (news && outcome && !public).then(|| Sign {
            anchor: Anchor::Death,
            points: LIKELY,
            tokens: at..at + 3,
        })
    }
}
