//! Rooms, beds, bays, wards and chairs.

use super::code::{ends_clean, is_ordinal, is_quantity};
use super::owner;
use super::scan::{Class, Scan};
use super::words::{BED, CARDINAL, DETERMINER, ID, LABEL, NUMBER, SELF, UNIT, VENUE, VERB};
use super::{Confidence, Found, Kind};

/// Room numbers have up to four digits.
const LONGEST: usize = 4;
/// "the gallbladder in 7": the longest phrase before "in".
const MOST_METONYM: usize = 4;
/// A bare number after "in" is a bed up to here; beyond, a year or an amount.
const HIGHEST_BARE: u32 = 60;

/// The place at the bed word `at`.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let mut value = at + 1;
    while (scan.has(value, NUMBER) && scan.word(value) != "no")
        || scan.is(value, b'#')
        || (scan.has(value, ID) && !scan.has(value, LABEL))
        || (scan.touches(value)
            && (scan.is(value, b'.') || scan.is(value, b'-') || scan.is(value, b':')))
        || (scan.word(value).eq_ignore_ascii_case("no") && is_numbered(scan, value))
    {
        value += 1;
    }
    if !is_value(scan, value) || is_verb(scan, at) || scan.breaks_before(value) {
        return None;
    }
    let next = with_decimals(scan, value + 1);
    if !ends_clean(scan, next)
        || is_quantified(scan, value, next)
        || owner::refers_elsewhere(scan, at)
    {
        return None;
    }
    // "conference room 3", "lecture hall 2".
    if at > 0 && scan.has(at - 1, VENUE) && !scan.breaks_before(at) {
        return None;
    }
    let spelt = scan.class(value) == Some(Class::Word);
    let confidence = if spelt && scan.word(value).len() == 1 {
        Confidence::Likely
    } else {
        Confidence::Certain
    };
    Some(
        Found::new(Kind::Bed, confidence, at..next)
            .with_cue(at..at + 1)
            .with_value(value),
    )
}

fn is_numbered(scan: &Scan<'_>, at: usize) -> bool {
    let after = at + 1 + usize::from(scan.is(at + 1, b'.'));
    matches!(scan.class(after), Some(Class::Digits | Class::Mixed))
}

/// "4", "4B", "B14", "C", "nine".
fn is_value(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    match scan.class(at) {
        Some(Class::Digits) => word.len() <= LONGEST,
        Some(Class::Mixed) => word.len() <= LONGEST && !is_quantity(word) && !is_ordinal(word),
        // "bed I made", "room A": one capital, but not the pronoun.
        Some(Class::Word) if word.len() == 1 => {
            scan.is_upper(at) && word != "I" && !scan.touches(at + 1)
        }
        Some(Class::Word) => scan.has(at, CARDINAL) && word != "one" && word != "zero",
        _ => false,
    }
}

/// "I chair 3 meetings", "we room 4 to a tent": a verb before a count.
fn is_verb(scan: &Scan<'_>, at: usize) -> bool {
    let chair = scan.word(at).to_ascii_lowercase();
    let before = scan.word(at.wrapping_sub(1));
    chair.starts_with("chair")
        && (matches!(before, "to" | "will" | "I" | "we" | "co")
            || scan.is(at.wrapping_sub(1), b'-'))
}

/// "bed 2 hours", "room 5-10 people", "bed 24/7".
fn is_quantified(scan: &Scan<'_>, value: usize, next: usize) -> bool {
    (scan.has(next, UNIT) && scan.word(next).len() > 1)
        || (scan.is(next, b'/') && scan.touches(next))
        || (scan.is(value.wrapping_sub(1), b'-') && scan.is_digits(value.wrapping_sub(2)))
        || (scan.is(next, b':') && scan.touches(next) && scan.touches(next + 1))
}

/// "room 4.17".
fn with_decimals(scan: &Scan<'_>, next: usize) -> usize {
    let joined = scan.is(next, b'.')
        && scan.touches(next)
        && scan.touches(next + 1)
        && scan.is_digits(next + 1);
    if joined { next + 2 } else { next }
}

/// "resident on 3B": a unit by number and side, possible at most.
pub(super) fn after_preposition(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let word = scan.word(at + 1).as_bytes();
    if !matches!(scan.word(at), "on" | "from" | "On" | "From")
        || scan.class(at + 1) != Some(Class::Mixed)
    {
        return None;
    }
    let (digits, side) = word.split_at(word.len() - 1);
    // Letters that make a dimension, data rate or price of it ("3D", "4K", "5G", "2M") are left out.
    let fits = digits.len() <= 2
        && digits.iter().all(u8::is_ascii_digit)
        && b"ABCENSW".contains(&side[0])
        && ends_clean(scan, at + 2);
    fits.then(|| Found::new(Kind::Bed, Confidence::Possible, at + 1..at + 2).with_cue(at..at + 1))
}

/// "the gallbladder in 7 is driving me nuts", "our vent in 22".
pub(super) fn metonym(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let preposition = (at + 2..=at + MOST_METONYM)
        .find(|token| scan.word(*token) == "in" || scan.word(*token) == "de")?;
    let plain = (at + 1..preposition).all(|token| {
        scan.class(token) == Some(Class::Word)
            && !scan.has(token, CARDINAL | SELF | BED | DETERMINER)
    });
    let value = preposition + 1;
    let number = scan
        .number(value)
        .is_some_and(|number| (1..=HIGHEST_BARE).contains(&number));
    let next = value + 1;
    let followed = scan.has(next, VERB)
        || matches!(
            scan.class(next),
            Some(Class::Mark(b'.' | b',' | b'!' | b'?'))
        )
        || (scan.is(next, b'\'') && scan.word(next + 1) == "s");
    let fits = plain && number && followed && !scan.breaks_before(value) && ends_clean(scan, next);
    fits.then(|| {
        Found::new(Kind::Bed, Confidence::Possible, value..next).with_cue(preposition..value)
    })
}
