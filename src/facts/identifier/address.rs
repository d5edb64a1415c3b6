//! Street and postal addresses.

use super::code::{ends_clean, is_ordinal, is_quantity, starts_clean};
use super::owner;
use super::scan::{Class, Scan};
use super::words::{
    DETERMINER, FLAT, LINK, MONTH, NUMBER, POSITION, SHORT_STREET, STREET, THIRD, UNIT, VERB,
    WEEKDAY,
};
use super::{Confidence, Found, Kind};

/// A street's name has up to four words ("Martin Luther King Jr Blvd" and a compass point).
const MOST_NAME: usize = 5;
/// House numbers have up to five digits.
const LONGEST_NUMBER: usize = 5;

/// "123 Maple St", "12A Allen Avenue" from the house number at token `at`.
pub(super) fn at_number(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let number = scan.word(at);
    let mixed = scan.class(at) == Some(Class::Mixed);
    if number.len() > LONGEST_NUMBER
        || (mixed && (is_quantity(number) || is_ordinal(number) || !is_house(number)))
    {
        return None;
    }
    if !starts_clean(scan, at)
        || (scan.has(at + 1, UNIT | MONTH) && !(scan.is_upper(at + 1) && scan.has(at + 2, STREET)))
        || scan.has(at.wrapping_sub(1), MONTH)
    {
        return None;
    }
    let next = street(scan, at)?;
    let mut first = at;
    if first > 0 && scan.is(first - 1, b'.') && scan.touches(first - 1) {
        first -= 1;
    }
    let first = if first > 0 && scan.has(first - 1, NUMBER) {
        first - 1
    } else {
        at
    };
    (!owner::refers_elsewhere(scan, first))
        .then(|| Found::new(Kind::Address, Confidence::Likely, first..next))
}

/// "12A", "4B": digits and one letter.
fn is_house(word: &str) -> bool {
    word.as_bytes()
        .split_last()
        .is_some_and(|(_, digits)| digits.iter().all(u8::is_ascii_digit))
}

/// The token after the street word that ends the name after the number at `at`.
fn street(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let comma = usize::from(scan.is(at + 1, b','));
    let first = at + 1 + comma + usize::from(scan.is(at + 1, b'/') && scan.is_digits(at + 2)) * 2;
    let mut capitals = 0;
    for token in first..=first + MOST_NAME {
        if token > first
            && scan.has(token, STREET | SHORT_STREET)
            && let Some(next) = street_end(scan, first, token, capitals)
        {
            return Some(next);
        }
        if !is_name(scan, token) || (token > first && scan.breaks_before(token)) {
            return None;
        }
        capitals +=
            usize::from(scan.is_capitalised(token) || scan.class(token) == Some(Class::Mixed));
    }
    None
}

/// Where the address ends if the word at `token` closes a street's name.
fn street_end(scan: &Scan<'_>, first: usize, token: usize, capitals: usize) -> Option<usize> {
    let all_capital = capitals == token - first;
    let short = scan.has(token, SHORT_STREET) && !scan.has(token, STREET);
    let title =
        scan.word(token).eq_ignore_ascii_case("dr") || scan.word(token).eq_ignore_ascii_case("st");
    // "3 Aspirin Dr Smith": a title, not a drive.
    let names_someone = title
        && scan.is_capitalised(token + 1)
        && !scan.breaks_before(token + 1)
        && !(scan.is(token + 1, b'.') || scan.is(token + 1, b','));
    let dotted_title = title
        && scan.is(token + 1, b'.')
        && scan.word(token).eq_ignore_ascii_case("dr")
        && scan.is_capitalised(token + 2);
    let fits = if short {
        all_capital && scan.is_capitalised(token) && !names_someone && !dotted_title
    } else {
        capitals > 0 || is_plain(scan, first, token)
    };
    fits.then(|| {
        token
            + 1
            + usize::from(
                short
                    && scan.is(token + 1, b'.')
                    && scan.touches(token + 1)
                    && scan.touches(token + 2),
            )
    })
}

/// Lower-case street names: every word must be no grammar word.
fn is_plain(scan: &Scan<'_>, first: usize, end: usize) -> bool {
    (first..end).all(|token| {
        !scan.has(token, LINK | THIRD | UNIT | POSITION | DETERMINER | VERB)
            && !matches!(
                scan.word(token),
                "down"
                    | "along"
                    | "a"
                    | "and"
                    | "or"
                    | "by"
                    | "the"
                    | "long"
                    | "cars"
                    | "blocks"
                    | "new"
                    | "busy"
                    | "main"
                    | "back"
                    | "different"
                    | "ways"
                    | "way"
                    | "per"
                    | "up"
            )
    })
}

/// A word that may be part of a street's name.
fn is_name(scan: &Scan<'_>, at: usize) -> bool {
    match scan.class(at) {
        Some(Class::Word) => {
            scan.is_capitalised(at)
                || !scan.has(
                    at,
                    LINK | THIRD | UNIT | POSITION | DETERMINER | VERB | WEEKDAY | MONTH,
                )
        }
        Some(Class::Mixed) => is_ordinal(scan.word(at)),
        Some(Class::Mark(b'.')) => scan.touches(at) && scan.word(at - 1).len() <= 2,
        _ => false,
    }
}

/// "Flat 4B", "Apt 12", "Plot 15, Lekki Phase 1" from the word at token `at`.
pub(super) fn at_flat(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let mut value = at + 1;
    while scan.has(value, NUMBER)
        || scan.is(value, b'#')
        || (scan.is(value, b'.') && scan.touches(value))
    {
        value += 1;
    }
    let word = scan.word(value);
    let is_code = match scan.class(value) {
        Some(Class::Digits) => word.len() <= LONGEST_NUMBER,
        Some(Class::Mixed) => {
            word.len() <= LONGEST_NUMBER && !is_quantity(word) && !is_ordinal(word)
        }
        Some(Class::Word) => {
            word.len() == 1
                && scan.is_upper(value)
                && word != "I"
                && scan.has(at, FLAT)
                && !scan.has(at, POSITION)
        }
        _ => false,
    };
    if !is_code
        || scan.breaks_before(value)
        || scan.has(value + 1, UNIT)
        || !ends_clean(scan, value + 1)
    {
        return None;
    }
    let lot = scan.has(value + 1, super::words::LABEL)
        && scan.word(value + 1).eq_ignore_ascii_case("lot")
        && scan.is_digits(value + 2);
    let next = if lot { value + 3 } else { value + 1 };
    // "Plot 15", "House 12", "Block 4" need the rest of the address behind them.
    let place_follows =
        scan.is(next, b',') && (scan.is_capitalised(next + 1) || scan.is_digits(next + 1));
    let road = place_follows.then(|| rest_of_address(scan, next)).flatten();
    if scan.has(at, POSITION) && !lot && !place_follows {
        return None;
    }
    let confidence = if road.is_some() {
        Confidence::Certain
    } else {
        Confidence::Likely
    };
    Some(
        Found::new(Kind::Address, confidence, at..road.unwrap_or(next))
            .with_cue(at..at + 1)
            .with_value(value),
    )
}

/// ", 12 High Street" or ", Sunrise Towers" behind a flat's number.
fn rest_of_address(scan: &Scan<'_>, comma: usize) -> Option<usize> {
    let number = comma + usize::from(scan.is_digits(comma + 1));
    if let Some(next) = street(scan, number) {
        return Some(next);
    }
    let mut next = comma + 1;
    while next < comma + 4
        && scan.class(next) == Some(Class::Word)
        && scan.is_capitalised(next)
        && !scan.breaks_before(next)
    {
        next += 1;
    }
    (next > comma + 1).then_some(next)
}

/// "Brgy. San Roque", "Purok 3".
pub(super) fn at_barangay(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let first = at + 1 + usize::from(scan.is(at + 1, b'.'));
    let mut next = first;
    while next < first + 3
        && !scan.breaks_before(next)
        && (scan.is_digits(next)
            || (scan.class(next) == Some(Class::Word) && scan.is_capitalised(next)))
    {
        next += 1;
    }
    (next > first).then(|| {
        Found::new(Kind::Address, Confidence::Likely, at..next)
            .with_cue(at..at + 1)
            .with_value(first)
    })
}

/// "PO Box 123", "P.O. Box 123", "Private Bag 12".
pub(super) fn at_box(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let value = at + 1 + usize::from(scan.is(at + 1, b'#'));
    if !scan.is_digits(value) || at == 0 || !ends_clean(scan, value + 1) {
        return None;
    }
    let before = |back: usize| at.checked_sub(back).map_or("", |token| scan.word(token));
    let is = |back: usize, word: &str| before(back).eq_ignore_ascii_case(word);
    let first = if is(1, "po") || is(1, "private") || is(1, "pmb") {
        at - 1
    } else if is(1, ".") && is(2, "o") && is(3, ".") && is(4, "p") {
        at - 4
    } else if (is(1, "o") && is(2, "p"))
        || (is(1, "office") && is(2, "post"))
        || (is(1, ".") && is(2, "po"))
    {
        at - 2
    } else {
        return None;
    };
    Some(
        Found::new(Kind::Address, Confidence::Certain, first..value + 1)
            .with_cue(first..at + 1)
            .with_value(value),
    )
}
