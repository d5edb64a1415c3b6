//! Places and facilities: towns, counties, countries, hospitals, clinics, wards.

use std::ops::Range;

use super::{eponym, facility};
use crate::lexicon::{self, flags};
use crate::sense::{Senses, marked};
use crate::token::{Kind, Shape, Tokens};

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

/// Finds all places.
pub fn find(tokens: &Tokens, senses: &mut Senses) -> Vec<Place> {
    let mut places = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(end) = eponym::end(tokens, at) {
            at = end;
            continue;
        }
        if let Some(end) = facility::publisher(tokens, senses, at) {
            at = end;
            continue;
        }
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

pub(super) fn is_capital(tokens: &Tokens, at: usize) -> bool {
    tokens
        .all()
        .get(at)
        .is_some_and(|t| t.kind == Kind::Word && t.shape != Shape::Lower)
}

fn place_at(tokens: &Tokens, senses: &Senses, at: usize) -> Option<Place> {
    if !is_capital(tokens, at) {
        return None;
    }
    facility::at(tokens, senses, at)
        .map(|tokens| Place {
            tokens,
            kind: PlaceKind::Facility,
        })
        .or_else(|| listed(tokens, senses, at))
        .or_else(|| behind_preposition(tokens, senses, at))
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
        || tokens.starts_sentence(at);
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
