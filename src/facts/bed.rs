//! Beds, rooms, bays and chairs with a number or letter: "bed 12", "rm 4",
//! "bay C", "the hip in 7".

use std::ops::Range;

use crate::sense::{Senses, class, marked};
use crate::token::{Kind, Shape, Tokens};
use crate::word_set::WordSet;
use crate::words::list;

/// Highest number a bed or room has.
const HIGHEST: u32 = 999;

/// Before a room that is only a number.
pub(crate) const BARE: WordSet = WordSet::new(&["in", "from"]);

/// Finds all numbered beds.
pub fn find(tokens: &Tokens, senses: &mut Senses) -> Vec<Range<usize>> {
    let mut beds = Vec::new();
    for at in 0..tokens.len() {
        if let Some(end) = bed_at(tokens, senses, at) {
            senses.mark(at, end - at, marked::BED_NUMBER);
            beds.push(at..end);
        }
    }
    beds
}

fn bed_at(tokens: &Tokens, senses: &Senses, at: usize) -> Option<usize> {
    if senses.of(at) & class::BED != 0 {
        let next = if matches!(tokens.lower(at + 1), "#" | "no" | "number") {
            at + 2
        } else {
            at + 1
        };
        return is_number_or_letter(tokens, next).then_some(next + 1);
    }
    // "the hip in 7", "back in 14": a person or complaint "in" a bare number.
    if senses.word(at).lists & list::ROOM == 0 || !is_room_number(tokens, at + 1) {
        return None;
    }
    let behind = at.checked_sub(1).is_some_and(|before| {
        senses.of(before)
            & (class::PERSON
                | class::METONYM
                | class::PATIENT
                | class::FINDING
                | class::HE_SHE
                | class::LABEL
                | marked::CONDITION
                | marked::ANATOMY)
            != 0
            || matches!(tokens.lower(before), "back")
    });
    (behind && !is_measure(tokens, at + 2)).then_some(at + 2)
}

fn is_room_number(tokens: &Tokens, at: usize) -> bool {
    tokens.all().get(at).is_some_and(|t| t.kind == Kind::Number)
        && tokens.lower(at).parse().is_ok_and(|n: u32| n <= HIGHEST)
}

fn is_number_or_letter(tokens: &Tokens, at: usize) -> bool {
    let letter = tokens
        .all()
        .get(at)
        .is_some_and(|t| t.kind == Kind::Word && t.shape == Shape::Title)
        && tokens.lower(at).len() == 1;
    (letter && tokens.lower(at) != "i")
        || is_room_number(tokens, at)
        || matches!(
            tokens.lower(at),
            "one"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "eleven"
                | "twelve"
        )
}

/// "in 3 hours", "from 2 to 4", "in 20 minutes" is no room.
fn is_measure(tokens: &Tokens, at: usize) -> bool {
    matches!(
        tokens.lower(at),
        "hours"
            | "hour"
            | "hrs"
            | "hr"
            | "h"
            | "minutes"
            | "minute"
            | "mins"
            | "min"
            | "days"
            | "day"
            | "weeks"
            | "week"
            | "months"
            | "month"
            | "years"
            | "year"
            | "yrs"
            | "seconds"
            | "to"
            | "out"
            | "of"
            | "%"
            | "percent"
            | "per"
            | "people"
            | "patients"
            | "am"
            | "pm"
            | "/"
            | "st"
            | "nd"
            | "rd"
            | "th"
            | "-"
            | "cases"
            | "sessions"
            | "visits"
            | "stages"
            | "threads"
            | "times"
            | "different"
            | "s"
    )
}
