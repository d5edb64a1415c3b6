//! Beds, rooms, bays and chairs with a number or letter: "bed 12", "rm 4",
//! "bay C", "the hip in 7".

use std::ops::Range;

use super::Facts;
use super::numeral::in_words;
use crate::sense::{Senses, class, marked};
use crate::token::{Kind, Shape, Token, Tokens};
use crate::word_set::WordSet;
use crate::words::list;

/// Highest number a bed or room has.
const HIGHEST: u32 = 999;
/// Beds whose number is written in words go up to here.
const HIGHEST_IN_WORDS: u32 = 12;

/// "Bed 3 Nightingale Oleander ward": at most this many words.
const WARD_NAME: usize = 2;

/// Before a room that is only a number.
pub(crate) const BARE: WordSet = WordSet::new(&["in", "from"]);

impl Facts {
    /// Whether a bed called so ends right before `at`: "bed 3 Olu", not "in 3 Olu".
    #[must_use]
    pub fn bed_before(&self, at: usize) -> bool {
        // Beds stand in the text's order.
        let bed = self.beds.get(self.beds.partition_point(|bed| bed.end < at));
        bed.is_some_and(|bed| bed.end == at && self.senses.of(bed.start) & class::BED != 0)
    }
}

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
        return (is_number_or_letter(tokens, next) && !is_planted(tokens, next + 1))
            .then(|| past_ward(tokens, senses, next + 1));
    }
    // "the hip in 7", "back in 14": a person or complaint "in" a bare number.
    if senses.word(at).lists & list::ROOM == 0 || !is_room_number(tokens, at + 1) {
        return None;
    }
    let end = at + 2 + usize::from(is_bed_letter(tokens, at + 2));
    let named = marked::TITLED_NAME | marked::NAME | marked::INITIALS;
    let called = if end == at + 3 {
        named
    } else {
        marked::TITLED_NAME
    };
    let behind = at.checked_sub(1).is_some_and(|before| {
        senses.of(before)
            & (class::PERSON
                | class::METONYM
                | class::PATIENT
                | class::FINDING
                | class::HE_SHE
                | class::LABEL
                | marked::CONDITION
                | marked::ANATOMY
                | called)
            != 0
            || matches!(tokens.lower(before), "back")
    });
    (behind && !is_measure(tokens, at + 2)).then_some(end)
}

/// Past the ward of "Bed 3 Oleander ward".
fn past_ward(tokens: &Tokens, senses: &Senses, end: usize) -> usize {
    let is_name = |at: &usize| {
        let token = tokens.all().get(*at);
        token.is_some_and(|token| token.kind == Kind::Word && token.shape == Shape::Title)
    };
    let named = (end..end + WARD_NAME).take_while(is_name).count();
    let ward = end + named;
    let is_ward = senses.of(ward) & class::WARD != 0 && !is_name(&ward);
    if named > 0 && is_ward { ward + 1 } else { end }
}

/// The "b" of "22B": right behind the number.
fn is_bed_letter(tokens: &Tokens, at: usize) -> bool {
    let touches = |token: &Token| at > 0 && tokens.all()[at - 1].bytes().end == token.bytes().start;
    tokens.all().get(at).is_some_and(touches)
        && matches!(tokens.lower(at), "a" | "b" | "c" | "d" | "e" | "f")
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
        || in_words(tokens.lower(at)).is_some_and(|number| number <= HIGHEST_IN_WORDS)
}

/// "bed 9 in the garden centre", "bed 2 at the allotment".
fn is_planted(tokens: &Tokens, end: usize) -> bool {
    matches!(tokens.lower(end), "in" | "at" | "of")
        && (end + 1..end + 4).any(|at| {
            matches!(
                tokens.lower(at),
                "garden" | "gardens" | "allotment" | "greenhouse" | "orchard" | "polytunnel"
            )
        })
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

#[cfg(test)]
mod tests {
    use crate::draft::Draft;
    use crate::facts::Facts;

    fn beds(text: &str) -> Vec<String> {
        let draft = Draft::new(text);
        let facts = Facts::new(&draft);
        let tokens = draft.tokens().all();
        let bytes = |bed: &std::ops::Range<usize>| {
            tokens[bed.start].bytes().start..tokens[bed.end - 1].bytes().end
        };
        facts
            .beds
            .iter()
            .map(|bed| draft.text()[bytes(bed)].to_owned())
            .collect()
    }

    #[test]
    fn somebody_in_a_number_is_in_a_bed() {
        for (text, bed) in [
            ("the gallbladder in 7 wants chips", "in 7"),
            (
                "nothing heavy, Mr Okonjo in 22B is the only total care",
                "in 22B",
            ),
            ("Mrs Adair in 4 is asking for you", "in 4"),
            ("bay C is loud", "bay C"),
            ("Bed 3 Oleander ward rang again", "Bed 3 Oleander ward"),
            ("bed 3 ward round is done", "bed 3"),
        ] {
            assert_eq!(beds(text), [bed], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_beds() {
        for text in [
            "Mr Okonjo in 2019 was a choir master",
            "Verstappen in 3",
            "Mr Adair in 20 minutes",
            "flew with Arlo Bright in 22 hours",
            "Bed 9 in the garden centre is all dahlias",
            "Bed 2 at the allotment is all slugs",
        ] {
            assert!(beds(text).is_empty(), "{text}: {:?}", beds(text));
        }
    }
}
