//! One person in the writer's care: which sentences tell of such a person, and
//! how surely. The words that say so ("my patient", "bed 9", "on my table")
//! weigh for it; words that say it is somebody else weigh against it.

use std::ops::Range;

use super::Facts;
use super::subject::who;
use crate::draft::Draft;
use crate::sense::{class, marked};
use crate::token::{Kind, Tokens};

/// How sure it is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Strength {
    /// One weak sign: only together with something else.
    Possible,
    /// A clear sign, or two weak ones.
    Likely,
    /// Said outright.
    Certain,
}

/// What says so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Anchor {
    /// "my patient", "this patient".
    Patient,
    /// "bed 9", "the hip in 4".
    Bed,
    /// "we intubated him".
    Act,
    /// "on my table", "came to us".
    Site,
    /// "had a drummer in clinic".
    Area,
    /// "my 2 o'clock".
    Slot,
    /// "brought in", "rolled in".
    Arrival,
    /// "on rounds", "this shift".
    Shift,
    /// "we lost him", "time of death".
    Death,
    /// "the gallbladder".
    Metonym,
}

/// A sentence that tells of a person in care.
#[derive(Clone, Debug)]
pub struct Care {
    /// Which sentence.
    pub sentence: usize,
    /// The words that say so.
    pub tokens: Range<usize>,
    /// What kind of words they are.
    pub anchor: Anchor,
    /// How sure.
    pub strength: Strength,
}

/// Points from which a sentence tells of a person in care (guidance §4 asks for
/// an anchor; the weights were set by reading labelled drafts).
/// A bare number after "in" is a bed up to here; beyond, a year or an amount.
const HIGHEST_BARE: u32 = 60;
const POSSIBLE: i32 = 2;
const LIKELY: i32 = 3;
const CERTAIN: i32 = 4;

/// Somebody the sentence can be about.
const PERSON: u128 = class::PERSON
    | class::HE_SHE
    | class::IN_CARE
    | class::JOB
    | class::PUBLIC_ROLE
    | marked::AGE
    | marked::TITLED_NAME
    | marked::NAME
    | marked::INITIALS;
/// Whom "my" can go with: "my 70yo", "my hip".
const OWNED_HEADS: u128 = marked::AGE | class::METONYM;
/// What is wrong with somebody.
const CLINICAL: u128 = class::FINDING
    | class::CARE_EVENT
    | class::DEATH
    | marked::CONDITION
    | marked::PROCEDURE
    | marked::DRUG;

/// Finds every sentence that tells of a person in care, in order.
#[must_use]
pub fn find(draft: &Draft<'_>, facts: &Facts) -> Vec<Care> {
    let reader = Reader {
        tokens: draft.tokens(),
        facts,
    };
    (0..reader.tokens.sentence_count())
        .filter_map(|sentence| reader.sentence(sentence))
        .collect()
}

struct Reader<'a> {
    tokens: &'a Tokens,
    facts: &'a Facts,
}

/// One sign with its weight.
struct Sign {
    anchor: Anchor,
    points: i32,
    tokens: Range<usize>,
}

impl Reader<'_> {
    fn of(&self, at: usize) -> u128 {
        self.facts.senses.of(at)
    }

    fn lower(&self, at: usize) -> &str {
        self.tokens.lower(at)
    }

    fn any(&self, range: Range<usize>, classes: u128) -> bool {
        range.into_iter().any(|at| self.of(at) & classes != 0)
    }

    fn sentence(&self, sentence: usize) -> Option<Care> {
        let range = self.tokens.sentence(sentence);
        let signs: Vec<Sign> = range
            .clone()
            .filter_map(|at| self.sign_at(at, &range))
            .collect();
        let best = signs.iter().max_by_key(|sign| sign.points)?;
        let second = signs.iter().any(|sign| sign.anchor != best.anchor);
        let fresh_and_clinical =
            self.any(range.clone(), class::FRESH | marked::CLOCK) && self.any(range, CLINICAL);
        let points = best.points + i32::from(second) + i32::from(fresh_and_clinical)
            - self.against(sentence, best);
        let strength = match points {
            CERTAIN.. => Strength::Certain,
            LIKELY => Strength::Likely,
            POSSIBLE => Strength::Possible,
            _ => return None,
        };
        Some(Care {
            sentence,
            tokens: best.tokens.clone(),
            anchor: best.anchor,
            strength,
        })
    }

    /// How much the sentence and its neighbours say that it is somebody else.
    fn against(&self, sentence: usize, best: &Sign) -> i32 {
        let here = self.facts.subjects.get(sentence).copied().unwrap_or(0);
        let before = sentence
            .checked_sub(1)
            .and_then(|before| self.facts.subjects.get(before))
            .copied()
            .unwrap_or(0);
        let anywhere = self.facts.subjects.iter().fold(0, |set, bits| set | bits);
        let owned = best.anchor == Anchor::Patient && best.points >= CERTAIN;
        let mut against = 0;
        if here & who::OWN_KIN != 0 {
            against += if owned { 1 } else { 3 };
        } else if (before | anywhere) & who::OWN_KIN != 0 {
            against += if owned { 0 } else { 2 };
        }
        if here & who::WRITER != 0 {
            against += 3;
        } else if anywhere & who::WRITER != 0 {
            against += 1;
        }
        if here & who::INVENTED != 0 {
            against += 3;
        } else if anywhere & who::INVENTED != 0 {
            against += 2;
        }
        if anywhere & who::ANIMAL != 0 {
            against += if owned { 1 } else { 2 };
        }
        if here & who::VISITOR != 0 {
            against += 2;
        }
        let first = self.tokens.sentence(sentence).start;
        let ahead = first..best.tokens.start;
        if self.supposed(ahead.clone()) || matches!(self.lower(first), "when" | "what" | "how") {
            against += 3;
        }
        if self.denied(ahead.start.max(best.tokens.start.saturating_sub(3))..ahead.end) {
            against += 3;
        }
        if self.quoted(best.tokens.start) {
            against += 2;
        }
        against
    }

    fn supposed(&self, ahead: Range<usize>) -> bool {
        ahead.into_iter().any(|at| {
            matches!(
                self.lower(at),
                "if" | "whenever"
                    | "every"
                    | "each"
                    | "imagine"
                    | "suppose"
                    | "would"
                    | "any"
                    | "should"
                    | "dear"
            )
        })
    }

    fn denied(&self, ahead: Range<usize>) -> bool {
        ahead.into_iter().any(|at| {
            matches!(
                self.lower(at),
                "not"
                    | "never"
                    | "no"
                    | "isnt"
                    | "wasnt"
                    | "arent"
                    | "nor"
                    | "youre"
                    | "without"
                    | "ever"
                    | "whether"
                    | "cant"
                    | "cannot"
                    | "dont"
            )
        })
    }

    /// Inside double quotes that were opened before `at`.
    fn quoted(&self, at: usize) -> bool {
        let quotes = (0..at).filter(|i| self.lower(*i) == "\"").count();
        quotes % 2 == 1
    }

    fn sign_at(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        self.patient(at, sentence)
            .or_else(|| self.act(at, sentence))
            .or_else(|| self.bed(at, sentence))
            .or_else(|| self.site(at, sentence))
            .or_else(|| self.with_us(at, sentence))
            .or_else(|| self.slot(at, sentence))
            .or_else(|| self.arrival(at, sentence))
            .or_else(|| self.shift(at, sentence))
            .or_else(|| self.death(at, sentence))
            .or_else(|| self.own_person(at, sentence))
            .or_else(|| self.area(at, sentence))
    }

    /// "my patient", "our new client", "this patient", "pt".
    fn patient(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
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
        if word == "client" {
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

    /// "we intubated him", "Pronounced a 17 year old".
    fn act(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
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
        let unsaid = at == sentence.start;
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
        self.any(range.clone(), PERSON | class::METONYM)
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

    /// "bed 9", "bay C", "the hip in 4".
    fn bed(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let bed = self.facts.beds.iter().find(|bed| bed.start == at)?;
        let bare = matches!(self.lower(at), "in" | "from");
        let number: Option<u32> = self.lower(bed.end - 1).parse().ok();
        if bare && number.is_none_or(|number| number > HIGHEST_BARE) {
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
        let someone = self.any(sentence.clone(), PERSON | class::METONYM | class::LABEL);
        let clinical = self.any(sentence.clone(), CLINICAL | class::IN_CARE | class::SHIFT);
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

    /// "on my table", "in our unit", with somebody in the sentence.
    fn site(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let preposition = matches!(
            self.lower(at),
            "on" | "in" | "under" | "at" | "to" | "through" | "into" | "onto" | "off" | "from"
        );
        if !preposition || !matches!(self.lower(at + 1), "my" | "our") {
            return None;
        }
        let site = (at + 2..(at + 5).min(sentence.end))
            .find(|site| self.of(*site) & class::CARE_SITE != 0)?;
        let someone = self.any(
            sentence.clone(),
            class::PERSON | class::HE_SHE | class::JOB | marked::AGE | marked::TITLED_NAME,
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
    fn with_us(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let ours = matches!(self.lower(at), "to" | "with" | "under" | "into" | "by")
            && (self.lower(at + 1) == "us"
                || self.lower(at + 1) == "me" && at > 0 && self.lower(at - 1) == "in");
        if !ours {
            return None;
        }
        let someone = self.any(
            sentence.clone(),
            class::PERSON | class::HE_SHE | marked::AGE,
        );
        let clinical = self.any(sentence.clone(), CLINICAL | class::ARRIVAL);
        (someone && clinical).then(|| Sign {
            anchor: Anchor::Site,
            points: 2,
            tokens: at..at + 2,
        })
    }

    /// "my 2 o'clock", "my 9.15", "my last of the day".
    fn slot(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        if !matches!(self.lower(at), "my" | "our") {
            return None;
        }
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
        let someone = self.any(sentence.clone(), class::PERSON | class::HE_SHE | class::JOB);
        let clinical = self.any(sentence.clone(), CLINICAL | marked::ANATOMY);
        let thing = self.any(sentence.clone(), class::NO_PERSON | class::COLLEAGUE);
        Some(Sign {
            anchor: Anchor::Slot,
            points: 1 + i32::from(someone) + i32::from(clinical) - i32::from(thing),
            tokens: at..at + 3,
        })
    }

    /// "rolled in an hour ago with a K of 7.1".
    fn arrival(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let starts = self.of(at) & class::ARRIVAL != 0
            && (at == sentence.start || self.of(at - 1) & class::ARRIVAL == 0);
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

    /// "on rounds", "this shift", with somebody ill in the sentence.
    fn shift(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let on = matches!(self.lower(at), "on" | "this" | "tonights")
            && self.of(at + 1) & class::SHIFT != 0
            && matches!(
                self.lower(at + 1),
                "rounds" | "shift" | "nights" | "call" | "round" | "ward"
            );
        let someone = self.any(
            sentence.clone(),
            class::PERSON | class::HE_SHE | marked::AGE,
        );
        (on && someone).then(|| Sign {
            anchor: Anchor::Shift,
            points: 1 + i32::from(
                self.lower(at + 1).starts_with("round") || self.any(sentence.clone(), CLINICAL),
            ),
            tokens: at..at + 2,
        })
    }

    /// "we lost him", "lost a patient", "time of death 4.10".
    fn death(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        let lost = self.lower(at) == "lost"
            && (matches!(self.lower(at + 1), "him" | "her" | "one" | "bed")
                || self.of(at + 1) & marked::BED_NUMBER != 0
                || (self.lower(at + 1) == "a" && self.of(at + 2) & class::IN_CARE != 0));
        let ours = (sentence.start.max(at.saturating_sub(2))..at)
            .any(|before| matches!(self.lower(before), "we" | "i" | "weve" | "ive"))
            || at == sentence.start;
        (lost && ours).then(|| Sign {
            anchor: Anchor::Death,
            points: 2,
            tokens: at..at + 2,
        })
    }

    /// "my transplant girl", "my last lady", "my 13 yr old on the unit".
    fn own_person(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        if !matches!(self.lower(at), "my" | "our") {
            return None;
        }
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

    /// "had a drummer in clinic on Monday", "he sang in resus": somebody, something
    /// clinical and a place of care.
    fn area(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
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
            class::HE_SHE | class::JOB | marked::AGE | class::PERSON,
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
}
