//! One person in the writer's care: which sentences tell of such a person, and
//! how surely. The words that say so ("my patient", "bed 9", "on my table")
//! weigh for it; words that say it is somebody else weigh against it.

mod acts;
mod against;
mod occupant;
mod people;
mod places;
mod told;
mod whole;

use std::ops::Range;

pub(crate) use self::whole::Whole;
use super::Facts;
use crate::draft::Draft;
use crate::sense::{class, marked};
use crate::token::Tokens;
use crate::word_set::WordSet;
use crate::words::list;

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

/// More sentences than a post has that is one scene.
const LONG_TEXT: usize = 12;
/// A bare number after "in" is a bed up to here; beyond, a year or an amount.
const HIGHEST_BARE: u32 = 60;
/// Points from which a sentence tells of a person in care (guidance §4 asks for
/// an anchor; the weights were set by reading labelled drafts).
const POSSIBLE: i32 = 2;
const LIKELY: i32 = 3;
const CERTAIN: i32 = 4;

/// Before a place of care: "on my table".
pub(crate) const SITE: WordSet = WordSet::new(&[
    "on", "in", "under", "at", "to", "through", "thru", "into", "onto", "off", "from",
]);
/// Before "us": "with us since March".
pub(crate) const WITH: WordSet = WordSet::new(&["to", "with", "under", "into", "by"]);
/// Whose somebody is.
pub(crate) const OWN: WordSet = WordSet::new(&["my", "our"]);
/// Before a shift: "on rounds".
pub(crate) const SHIFT: WordSet = WordSet::new(&["on", "this", "tonights"]);
/// First words of the rarer signs: a loss, whose day, of whom, what was done, "the".
pub(crate) const SIGNS: WordSet = WordSet::new(&[
    "lost",
    "s",
    "todays",
    "tonights",
    "yesterdays",
    "of",
    "removed",
    "drained",
    "stitched",
    "repaired",
    "replaced",
    "scanned",
    "drilled",
    "did",
    "pinned",
    "plated",
    "bypassed",
    "irrigated",
    "lanced",
    "dressed",
    "packed",
    "sewed",
    "took",
    "the",
]);
/// Any list a sign begins with.
const BEGINS: u64 = list::SITE | list::WITH | list::OWN | list::SHIFT | list::SIGNS;
/// Any class a sign begins with.
const MARKS: u128 = class::IN_CARE
    | class::CARE_ACT
    | class::ENCOUNTER
    | class::CARE_AREA
    | marked::BED_NUMBER
    | marked::PROCEDURE
    | marked::AGE;

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
    find_in(draft, facts, 0..draft.tokens().sentence_count())
}

/// As [`find`], of some sentences.
pub(super) fn find_in(draft: &Draft<'_>, facts: &Facts, sentences: Range<usize>) -> Vec<Care> {
    let reader = Reader {
        tokens: draft.tokens(),
        facts,
        whole: Whole::of(draft.tokens(), facts),
    };
    sentences
        .filter_map(|sentence| reader.sentence(sentence))
        .collect()
}

/// Reads one kind of sign at a token of a sentence.
type Reads<R> = fn(&R, usize, &Range<usize>) -> Option<Sign>;

struct Reader<'a> {
    tokens: &'a Tokens,
    facts: &'a Facts,
    whole: Whole,
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

    fn lists(&self, at: usize) -> u64 {
        self.facts.senses.word(at).lists
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
        // A long text has room for signs that mean nothing; not for Mrs. Lindqvist in bed 12.
        let long =
            self.whole.is_long && best.points < CERTAIN && !self.facts.points_at_one(sentence);
        let points = best.points + i32::from(second) + i32::from(fresh_and_clinical)
            - self.against(sentence, best)
            - i32::from(long);
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

    fn sign_at(&self, at: usize, sentence: &Range<usize>) -> Option<Sign> {
        if let Some(told) = self.by_phrase(at, sentence) {
            return Some(told);
        }
        let lists = self.lists(at);
        let marks = self.of(at) & MARKS;
        if lists & BEGINS == 0 && marks == 0 {
            return None;
        }
        let begins = |list: u64| lists & list != 0;
        let marked = |classes: u128| marks & classes != 0;
        let signs: [(bool, Reads<Self>); 17] = [
            (marked(class::IN_CARE), Self::patient),
            (marked(class::CARE_ACT), Self::act),
            (marked(marked::BED_NUMBER), Self::bed),
            (begins(list::SITE), Self::site),
            (begins(list::WITH), Self::with_us),
            (begins(list::OWN), Self::slot),
            (begins(list::OWN), Self::own_person),
            (marked(class::ENCOUNTER), Self::arrival),
            (begins(list::SHIFT), Self::shift),
            (begins(list::SIGNS), Self::death),
            (marked(class::CARE_AREA), Self::area),
            (marked(marked::PROCEDURE), Self::procedure),
            (begins(list::SIGNS), Self::of_the_day),
            (marked(marked::AGE), Self::charted),
            (begins(list::SIGNS), Self::one_of_ours),
            (begins(list::SIGNS), Self::handled),
            (begins(list::SIGNS), Self::insider),
        ];
        signs
            .into_iter()
            .filter(|(begins, _)| *begins)
            .find_map(|(_, read)| read(self, at, sentence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strongest(text: &str) -> Option<Strength> {
        let draft = Draft::new(text);
        let facts = Facts::new(&draft);
        facts.care.iter().map(|care| care.strength).max()
    }

    #[test]
    fn a_person_in_care_is_told_in_many_ways() {
        for text in [
            "my patient went home",
            "Our new service user paints",
            "we intubated him before breakfast",
            "bed 9 is septic and singing",
            "the gallbladder in 7 wants chips",
            "a man on my ward died",
            "He came to us with chest pain last night",
            "my last lady in clinic brought her biopsy results",
            "she marked school books all through dialysis on our unit",
            "broken suction, and last week's kid paid for it",
            "29F came in with forty paracetamol",
            "one of my patients baked for the desk",
            "i removed her stitches and she sang",
            "the lad from the ferry crash didn't make it",
            "Phil Tomasek came thru our cath lab, two stents",
            "Mr Okonjo in 22B is the only total care",
            "Delivered triplets at four this morning",
            "room 12 has C diff",
            "our resident died tonight and the dog would not leave her door",
        ] {
            assert!(strongest(text) >= Some(Strength::Likely), "{text}");
        }
    }

    #[test]
    fn somebody_else_is_not_in_care() {
        for text in [
            "my daughter was admitted last night, room 4",
            "be patient, my doctor is late",
            "in the finale they intubated him before breakfast",
            "the old dog in bed 9 is snoring",
            "you are not my patient",
            "if my patient asks, I say so",
            "a man on my road died",
            "our patients deserve better",
            "my gallbladder wants chips",
            "today's sepsis talk is in the library",
            "one of my clients wants a new logo",
            "prayers for the families from the ferry crash",
            "i removed his name from the mug",
            "Delivered a keynote on triplets this morning",
            "room 12 has new curtains",
            "room 12 has had the flu jab poster for years",
        ] {
            assert!(strongest(text) < Some(Strength::Likely), "{text}");
        }
    }
}
