//! Clues to who a person is, with the points of guidance §4.

use std::ops::Range;

use super::Facts;
use super::age::GROUPED_FROM;
use super::place::PlaceKind;
use super::time::When;
use crate::draft::Draft;
use crate::finding::MentionKind;
use crate::sense::{class, marked};

/// What kind of clue. Each kind counts once in a draft.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ClueKind {
    /// An exact age.
    Age,
    /// A job, a public role, or somebody the reader knows ("your boss").
    Role,
    /// A town, street, school, ward or hospital.
    Place,
    /// A day or a time of day.
    Time,
    /// Twins, where somebody comes from, a tattoo.
    Trait,
    /// A crash, a fire, a match.
    Event,
    /// A rare disease, "the first ever".
    Rare,
}

impl ClueKind {
    /// How many there are.
    pub const COUNT: usize = Self::Rare as usize + 1;
}

/// One clue. Ranges are token indices of the draft.
#[derive(Clone, Debug)]
pub struct Clue {
    /// What kind.
    pub kind: ClueKind,
    /// How many points.
    pub points: u32,
    /// Where.
    pub tokens: Range<usize>,
}

/// Adults' exact ages weigh less than children's (guidance §4).
const ADULT_FROM: u32 = 18;
const HEAVY: u32 = 2;
const LIGHT: u32 = 1;

impl ClueKind {
    /// The mention that the panel shows.
    #[must_use]
    pub fn mention(self) -> MentionKind {
        match self {
            Self::Age => MentionKind::Age,
            Self::Role => MentionKind::Role,
            Self::Place => MentionKind::Place,
            Self::Time => MentionKind::Time,
            Self::Trait | Self::Event => MentionKind::Words,
            Self::Rare => MentionKind::Condition,
        }
    }
}

/// The heaviest clue of each kind in `sentences` (token ranges), in order.
#[must_use]
pub fn find(draft: &Draft<'_>, facts: &Facts, within: &Range<usize>) -> Vec<Clue> {
    let mut clues: Vec<Clue> = Vec::new();
    let all = ages(facts)
        .into_iter()
        .chain(places(facts))
        .chain(times(facts))
        .chain(words(draft, facts))
        .chain(singled_out(draft));
    for clue in all.filter(|clue| within.contains(&clue.tokens.start)) {
        match clues.iter_mut().find(|known| known.kind == clue.kind) {
            Some(known) if known.points < clue.points => *known = clue,
            Some(_) => {}
            None => clues.push(clue),
        }
    }
    clues.sort_by_key(|clue| clue.tokens.start);
    clues
}

/// The sum of their points.
#[must_use]
pub fn points(clues: &[Clue]) -> u32 {
    clues.iter().map(|clue| clue.points).sum()
}

fn ages(facts: &Facts) -> Vec<Clue> {
    facts
        .ages
        .iter()
        .filter(|age| age.exact)
        .map(|age| {
            let telling = age
                .years
                .is_none_or(|years| !(ADULT_FROM..GROUPED_FROM).contains(&years));
            Clue {
                kind: ClueKind::Age,
                points: if telling { HEAVY } else { LIGHT },
                tokens: age.tokens.clone(),
            }
        })
        .collect()
}

fn places(facts: &Facts) -> Vec<Clue> {
    facts
        .places
        .iter()
        .filter(|place| place.kind != PlaceKind::Wide)
        .map(|place| Clue {
            kind: ClueKind::Place,
            points: LIGHT,
            tokens: place.tokens.clone(),
        })
        .collect()
}

fn times(facts: &Facts) -> Vec<Clue> {
    facts
        .times
        .iter()
        .filter(|time| matches!(time.when, When::Fresh | When::Clock | When::Date))
        .map(|time| Clue {
            kind: ClueKind::Time,
            points: LIGHT,
            tokens: time.tokens.clone(),
        })
        .collect()
}

/// "the one on the hockey team", "the ones with the vineyard".
fn singled_out(draft: &Draft<'_>) -> Vec<Clue> {
    let tokens = draft.tokens();
    let at_one = |at: &usize| {
        tokens.lower(at - 1) == "the"
            && matches!(tokens.lower(*at), "one" | "ones")
            && matches!(tokens.lower(at + 1), "with" | "on" | "from" | "who")
    };
    (1..tokens.len())
        .filter(at_one)
        .map(|at| Clue {
            kind: ClueKind::Trait,
            points: LIGHT,
            tokens: at - 1..at + 2,
        })
        .collect()
}

/// Clues that word lists know.
fn words(draft: &Draft<'_>, facts: &Facts) -> Vec<Clue> {
    let tokens = draft.tokens();
    let kinds = [
        (class::PUBLIC_ROLE, ClueKind::Role, HEAVY),
        (class::JOB, ClueKind::Role, LIGHT),
        (class::TRAIT, ClueKind::Trait, LIGHT),
        (class::NEWS, ClueKind::Event, LIGHT),
        (class::RARE | marked::RARE, ClueKind::Rare, HEAVY),
        (class::HOME_CLUE, ClueKind::Place, LIGHT),
    ];
    let mut clues = Vec::new();
    for hit in facts.senses.hits() {
        let range = hit.first as usize..(hit.first + hit.len) as usize;
        let staff = facts.senses.of(range.start) & class::CLINICIAN != 0;
        let own = range.start > 0 && tokens.lower(range.start - 1) == "i";
        for (class, kind, points) in kinds {
            if hit.classes & class != 0 && !staff && !own {
                clues.push(Clue {
                    kind,
                    points,
                    tokens: range.clone(),
                });
            }
        }
    }
    clues
}
