//! Facilities by name: by the word that ends the name, by a saint's, or by
//! being where somebody was seen, treated or admitted.

use std::ops::Range;

use super::place::is_capital;
use crate::lexicon::{self, flags};
use crate::sense::{Senses, class, marked};
use crate::token::{Kind, Shape, Tokens};
use crate::word_set::WordSet;

/// Most words of a name.
const LONGEST: usize = 5;
/// How far before the preposition the word of care may stand, in tokens.
const REACH: usize = 4;
/// An abbreviation of fewer letters is a unit ("ED") rather than a hospital.
const SHORTEST_ABBREVIATION: usize = 4;

/// Words that make the capitalised words before them a facility's name.
const FACILITY_ENDS: WordSet = WordSet::new(&[
    "hospital",
    "general",
    "memorial",
    "clinic",
    "medical",
    "infirmary",
    "surgery",
    "hospice",
    "regional",
    "childrens",
    "university",
    "health",
    "healthcare",
    "center",
    "centre",
    "pharmacy",
    "dental",
    "lodge",
    "manor",
    "house",
    "court",
    "ward",
    "unit",
    "wing",
    "tower",
    "suite",
    "home",
    "college",
    "school",
    "academy",
    "elementary",
    "primary",
    "church",
    "barracks",
    "prison",
    "campus",
    "practice",
    "rehab",
    "district",
    "community",
]);

/// What is done, or kept, in a place of care: "seen at Rosewater", "admitted to
/// UCSF", "surgery at Mount Sinai".
const CARE: WordSet = WordSet::new(&[
    "seen",
    "treated",
    "admitted",
    "evaluated",
    "assessed",
    "reviewed",
    "presented",
    "presenting",
    "diagnosed",
    "surgery",
    "operated",
    "hospitalized",
    "hospitalised",
    "referred",
    "transferred",
    "discharged",
    "care",
    "followed",
    "followup",
    "biopsy",
    "consulted",
    "consultation",
    "conducted",
    "performed",
    "underwent",
    "procedure",
    "scheduled",
    "imaging",
    "inpatient",
    "outpatient",
    "delivered",
    "stented",
    "intubated",
    "transplanted",
    "record",
    "records",
]);
/// What institutions publish.
const PUBLICATIONS: [&str; 10] = [
    "recommendation",
    "recommendations",
    "guideline",
    "guidelines",
    "guidance",
    "study",
    "studies",
    "research",
    "trial",
    "consensus",
];
/// Lower-case words that go on with a name: "UCLA med ctr".
const TAILS: WordSet = WordSet::new(&[
    "med", "ctr", "cntr", "clinic", "center", "centre", "hospital",
]);

/// The facility that starts at `at`, which is capitalised.
pub(super) fn at(tokens: &Tokens, senses: &Senses, at: usize) -> Option<Range<usize>> {
    saint(tokens, at)
        .or_else(|| by_its_end(tokens, at))
        .or_else(|| listed(tokens, senses, at))
        .or_else(|| of_care(tokens, senses, at))
}

/// Past "Mayo Clinic" of "recommendations from Mayo Clinic": who wrote, not where somebody lay.
pub(super) fn publisher(tokens: &Tokens, senses: &Senses, first: usize) -> Option<usize> {
    let publishes = is_capital(tokens, first) && is_published(tokens, first);
    publishes.then(|| at(tokens, senses, first).map(|found| found.end))?
}

/// "guidelines published by the NHS": whether the word at `first` names who wrote them.
fn is_published(tokens: &Tokens, first: usize) -> bool {
    let back = |at: usize, steps: usize| at.checked_sub(steps).map_or("", |at| tokens.lower(at));
    let first = first - usize::from(back(first, 1) == "the");
    matches!(back(first, 1), "from" | "by")
        && (2..=3).any(|steps| PUBLICATIONS.contains(&back(first, steps)))
}

/// A hospital that the lists have: "Mount Sinai", "UCSF".
fn listed(tokens: &Tokens, senses: &Senses, at: usize) -> Option<Range<usize>> {
    let words = (at..tokens.len().min(at + LONGEST)).map(|at| tokens.lower(at));
    let known = senses.word(at);
    let phrase = known.begins_phrase.then(|| lexicon::phrases_of(words));
    let phrase = phrase
        .flatten()
        .filter(|(_, info)| info.any(flags::FACILITY));
    let word = known.info;
    let alone = word.any(flags::FACILITY)
        && !word.any(flags::NAMES | flags::ORDINARY | flags::PLACE_IS_WORD)
        && (tokens.lower(at).len() > SHORTEST_ABBREVIATION
            || tokens.all().get(at)?.shape == Shape::Upper);
    let end = phrase.map_or(at + 1, |(len, _)| at + len);
    (phrase.is_some() || alone).then(|| at..with_tail(tokens, end))
}

/// Where a name goes on to: "UCLA med ctr".
fn with_tail(tokens: &Tokens, mut end: usize) -> usize {
    while TAILS.contains(tokens.lower(end)) {
        end += 1;
    }
    end
}

/// "St. Odile's", "St Brendan".
fn saint(tokens: &Tokens, at: usize) -> Option<Range<usize>> {
    if tokens.lower(at) != "st" || tokens.all().get(at)?.shape != Shape::Title {
        return None;
    }
    let name = if tokens.lower(at + 1) == "." {
        at + 2
    } else {
        at + 1
    };
    let end = if tokens.lower(name + 1) == "s" {
        name + 2
    } else {
        name + 1
    };
    is_capital(tokens, name).then_some(at..end)
}

/// "Cedar Ridge Memorial Hospital", "Willow Bend House".
fn by_its_end(tokens: &Tokens, at: usize) -> Option<Range<usize>> {
    let mut end = at;
    let mut last = None;
    while is_capital(tokens, end) && end < at + LONGEST {
        if end > at && FACILITY_ENDS.contains(tokens.lower(end)) {
            last = Some(end + 1);
        }
        end += if tokens.lower(end + 1) == "s" { 2 } else { 1 };
    }
    let end = last?;
    let only_start = tokens.starts_sentence(at) && end == at + 1;
    (!only_start).then_some(at..end)
}

/// "seen at Rosewater", "admitted to UCSF on Tuesday", "her surgery at Mount Sinai".
fn of_care(tokens: &Tokens, senses: &Senses, at: usize) -> Option<Range<usize>> {
    let before = at.checked_sub(1)?;
    let preposition = tokens.lower(before);
    if !matches!(preposition, "at" | "@" | "to" | "from" | "in") {
        return None;
    }
    let reach = before.saturating_sub(REACH)..before;
    // "follow-up", "follow up"; somebody "ended up" anywhere.
    let follow_up = |at: usize| {
        tokens.lower(at) == "up"
            && (at.saturating_sub(2)..at).any(|word| tokens.lower(word) == "follow")
    };
    if !reach
        .clone()
        .any(|at| CARE.contains(tokens.lower(at)) || follow_up(at))
    {
        return None;
    }
    let mut end = at;
    while end < at + LONGEST && names(tokens, senses, end) {
        end += 1;
    }
    if end == at {
        return None;
    }
    Some(at..with_tail(tokens, end))
}

/// Whether the token can be part of a facility's name: capitalised, and nothing
/// else that is known.
fn names(tokens: &Tokens, senses: &Senses, at: usize) -> bool {
    const ELSE: u128 = class::WEEKDAY
        | class::MONTH
        | class::WARD
        | marked::NAME
        | marked::TITLED_NAME
        | marked::CLINICIAN_NAME
        | marked::CONDITION
        | marked::DRUG
        | marked::PROCEDURE
        | marked::ANATOMY;
    let Some(token) = tokens.all().get(at) else {
        return false;
    };
    let word = tokens.lower(at);
    token.kind == Kind::Word
        && match token.shape {
            Shape::Lower => false,
            Shape::Upper => word.len() >= SHORTEST_ABBREVIATION && lexicon::word(word).is_unknown(),
            _ => word.len() > 1,
        }
        && senses.of(at) & ELSE == 0
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;
    use crate::facts::Facts;
    use crate::facts::place::PlaceKind;

    fn facilities(text: &str) -> Vec<String> {
        let draft = Draft::new(text);
        let facts = Facts::new(&draft);
        let words = |tokens: &std::ops::Range<usize>| {
            tokens
                .clone()
                .map(|at| draft.tokens().lower(at).to_owned())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let places = facts.places.iter();
        places
            .filter(|place| place.kind == PlaceKind::Facility)
            .map(|place| words(&place.tokens))
            .collect()
    }

    #[test]
    fn who_publishes_is_no_place_of_care() {
        assert!(facilities("New recommendations from Mayo Clinic on gout").is_empty());
        assert!(facilities("A guideline by the Mayo Clinic on gout").is_empty());
        assert_eq!(
            facilities("She came from Mayo Clinic with gout"),
            ["mayo clinic"]
        );
    }

    #[test]
    fn where_somebody_was_seen_is_a_facility() {
        assert_eq!(facilities("He was admitted to UCSF on Tuesday"), ["ucsf"]);
        assert_eq!(
            facilities("a man treated at Mount Sinai in June"),
            ["mount sinai"]
        );
        assert_eq!(
            facilities("her surgery at BronxCare went well"),
            ["bronxcare"]
        );
        assert_eq!(facilities("last seen at UCLA med ctr"), ["ucla med ctr"]);
    }

    #[test]
    fn a_unit_a_day_or_a_condition_is_none() {
        for text in [
            "He was admitted to ICU on Tuesday",
            "She was seen in A&E twice",
            "reviewed in March as planned",
            "treated at Christmas with mince pies",
            "I used to eat at Wagamama after lates",
        ] {
            assert!(
                facilities(text).is_empty(),
                "{text}: {:?}",
                facilities(text)
            );
        }
    }
}
