//! Places and facilities: towns, counties, countries, hospitals, clinics, wards.

use std::ops::Range;

use crate::lexicon::{self, flags};
use crate::sense::{Senses, marked};
use crate::token::{Kind, Shape, Tokens};
use crate::word_set::WordSet;

/// What kind of place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PlaceKind {
    /// A hospital, clinic, home or school by name.
    Facility,
    /// Below a state: town, county, street.
    Local,
    /// A state or country: Safe Harbor leaves it in.
    Wide,
}

/// A place.
#[derive(Clone, Debug)]
pub struct Place {
    /// Where.
    pub tokens: Range<usize>,
    /// What kind.
    pub kind: PlaceKind,
}

/// Longest phrase looked up, in tokens.
const LONGEST: usize = 5;

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

/// Finds all places.
pub fn find(tokens: &Tokens, senses: &mut Senses) -> Vec<Place> {
    let mut places = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match place_at(tokens, senses, at) {
            Some(place) => {
                let class = if place.kind == PlaceKind::Facility {
                    marked::FACILITY
                } else {
                    marked::PLACE
                };
                senses.mark(place.tokens.start, place.tokens.len(), class);
                at = place.tokens.end;
                places.push(place);
            }
            None => at += 1,
        }
    }
    places
}

fn is_capital(tokens: &Tokens, at: usize) -> bool {
    tokens
        .all()
        .get(at)
        .is_some_and(|t| t.kind == Kind::Word && t.shape != Shape::Lower)
}

fn starts_sentence(tokens: &Tokens, at: usize) -> bool {
    at == 0 || tokens.all()[at - 1].sentence != tokens.all()[at].sentence
}

fn place_at(tokens: &Tokens, senses: &Senses, at: usize) -> Option<Place> {
    if !is_capital(tokens, at) {
        return None;
    }
    facility(tokens, at)
        .or_else(|| listed(tokens, senses, at))
        .or_else(|| behind_preposition(tokens, senses, at))
}

/// "Cedar Ridge Memorial Hospital", "St. Odile's", "Willow Bend".
fn facility(tokens: &Tokens, at: usize) -> Option<Place> {
    if tokens.lower(at) == "st" && tokens.all()[at].shape == Shape::Title {
        let name = if tokens.lower(at + 1) == "." {
            at + 2
        } else {
            at + 1
        };
        if is_capital(tokens, name) {
            let end = if tokens.lower(name + 1) == "s" {
                name + 2
            } else {
                name + 1
            };
            return Some(Place {
                tokens: at..end,
                kind: PlaceKind::Facility,
            });
        }
    }
    let mut end = at;
    let mut last = None;
    while is_capital(tokens, end) && end < at + LONGEST {
        if end > at && FACILITY_ENDS.contains(tokens.lower(end)) {
            last = Some(end + 1);
        }
        end += if tokens.lower(end + 1) == "s" { 2 } else { 1 };
    }
    let end = last?;
    let only_start = starts_sentence(tokens, at) && end == at + 1;
    (!only_start).then_some(Place {
        tokens: at..end,
        kind: PlaceKind::Facility,
    })
}

fn listed(tokens: &Tokens, senses: &Senses, at: usize) -> Option<Place> {
    let kind = |info: lexicon::WordInfo| {
        if info.any(flags::CITY) {
            PlaceKind::Local
        } else {
            PlaceKind::Wide
        }
    };
    let words = (at..tokens.len().min(at + LONGEST))
        .take_while(|at| tokens.all()[*at].kind == Kind::Word)
        .map(|at| tokens.lower(at));
    let word = senses.word(at);
    let phrase = word.begins_phrase.then(|| lexicon::phrases_of(words));
    if let Some((len, info)) = phrase
        .flatten()
        .filter(|(_, info)| info.any(flags::PLACES | flags::COUNTRY))
    {
        return Some(Place {
            tokens: at..at + len,
            kind: kind(info),
        });
    }
    let info = word.info;
    if matches!(tokens.lower(at + 1), "county" | "parish") {
        return Some(Place {
            tokens: at..at + 2,
            kind: PlaceKind::Local,
        });
    }
    let doubtful = info.any(flags::PLACE_IS_WORD | flags::ORDINARY)
        || info.any(flags::NAMES)
        || starts_sentence(tokens, at);
    let behind = at.checked_sub(1).is_some_and(|before| {
        matches!(
            tokens.lower(before),
            "in" | "from" | "at" | "near" | "outside" | "to" | "of" | ","
        )
    });
    let named = senses.of(at) & (marked::NAME | marked::TITLED_NAME) != 0;
    (info.any(flags::CITY | flags::REGION | flags::COUNTRY)
        && (behind || !doubtful)
        && !(named && !behind))
        .then_some(Place {
            tokens: at..at + 1,
            kind: kind(info),
        })
}

/// "from Ballyfermot", "in Dunmore", "at Northgate": a capitalised word that no
/// list has, behind a preposition of place.
fn behind_preposition(tokens: &Tokens, senses: &Senses, at: usize) -> Option<Place> {
    let before = at.checked_sub(1)?;
    let unknown = senses.word(at).info.is_unknown()
        && senses.of(at) == 0
        && tokens.all()[at].shape == Shape::Title;
    let preposition = matches!(
        tokens.lower(before),
        "in" | "from" | "at" | "near" | "outside" | "off"
    );
    if !(unknown && preposition) || tokens.lower(at).len() < 3 {
        return None;
    }
    let end = if is_capital(tokens, at + 1) {
        at + 2
    } else {
        at + 1
    };
    Some(Place {
        tokens: at..end,
        kind: PlaceKind::Local,
    })
}
