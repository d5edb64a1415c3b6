//! The case a draft tells of: one person in the writer's care, with everything
//! in the sentences about that person.

use std::ops::Range;

use super::Facts;
use super::care::{Anchor, Care, Strength};
use super::clue::{self, Clue};
use super::time::When;
use crate::draft::Draft;
use crate::sense::{class, marked};

/// One person in care.
#[derive(Clone, Debug)]
pub struct Case {
    /// How surely the person is in the writer's care.
    pub strength: Strength,
    /// What kind of words say so.
    pub anchor: Anchor,
    /// The words that say so.
    pub care: Range<usize>,
    /// The tokens of all sentences about the person.
    pub within: Range<usize>,
    /// Clues to who it is.
    pub clues: Vec<Clue>,
    /// It happened today, tonight, this week.
    pub is_fresh: bool,
    /// It is years ago.
    pub is_long_ago: bool,
    /// The first words that say what is wrong or what was done.
    pub clinical: Option<Range<usize>>,
}

/// Sentences before and after the one with the sign that still tell of the
/// person: a story names the person first or explains afterwards.
const SENTENCES_BEFORE: usize = 2;
const SENTENCES_AFTER: usize = 4;

/// What is wrong or what was done.
const CLINICAL: u128 = class::FINDING
    | class::CARE_EVENT
    | class::CARE_ACT
    | class::DEATH
    | class::METONYM
    | marked::CONDITION
    | marked::PROCEDURE
    | marked::DRUG
    | marked::RARE;

impl Case {
    /// The points of its clues.
    #[must_use]
    pub fn points(&self) -> u32 {
        clue::points(&self.clues)
    }
}

/// The case of a draft, if it tells of one.
#[must_use]
pub fn find(draft: &Draft<'_>, facts: &Facts) -> Option<Case> {
    let best = strongest(&facts.care)?;
    let tokens = draft.tokens();
    let first = facts
        .care
        .first()?
        .sentence
        .saturating_sub(SENTENCES_BEFORE);
    let last = (facts.care.last()?.sentence + SENTENCES_AFTER).min(tokens.sentence_count() - 1);
    let within = tokens.sentence(first).start..tokens.sentence(last).end;
    let has_time = |when: &[When]| {
        facts
            .times
            .iter()
            .any(|time| within.contains(&time.tokens.start) && when.contains(&time.when))
    };
    let clinical = facts
        .senses
        .hits()
        .iter()
        .filter(|hit| hit.classes & CLINICAL != 0 && within.contains(&(hit.first as usize)))
        .min_by_key(|hit| hit.first)
        .map(|hit| hit.first as usize..(hit.first + hit.len) as usize)
        .or_else(|| done_to_body(facts, best));
    Some(Case {
        strength: best.strength,
        anchor: best.anchor,
        care: best.tokens.clone(),
        clues: clue::find(draft, facts, &within),
        is_fresh: has_time(&[When::Fresh, When::Clock, When::Date]),
        is_long_ago: has_time(&[When::LongAgo]),
        clinical,
        within,
    })
}

/// "we perforated a bowel", "the coolest knee of my life": a part of the body says it too.
fn done_to_body(facts: &Facts, care: &Care) -> Option<Range<usize>> {
    let mut words = care.tokens.clone();
    let body = words.any(|at| facts.senses.of(at) & marked::ANATOMY != 0);
    (body && care.anchor == Anchor::Act).then(|| care.tokens.clone())
}

fn strongest(care: &[Care]) -> Option<&Care> {
    care.iter().rev().max_by_key(|care| care.strength)
}
