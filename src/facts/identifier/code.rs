//! Codes: runs of letters and digits with hyphens, as labels introduce them.

use super::lookup::lookup;
use super::scan::{Class, Scan};
use super::words::UNIT;

/// A code's tokens, and what it is made of.
#[derive(Clone, Copy)]
pub(super) struct Code {
    pub(super) first: usize,
    pub(super) next: usize,
    pub(super) digits: usize,
    pub(super) letters: usize,
    pub(super) is_year_span: bool,
}

/// The longest word inside a code ("UCLA", "CHLA"); longer ones are prose.
const LONGEST_PREFIX: usize = 5;
/// Letters after a hyphen may be lower case up to here ("24-s-11873").
const LONGEST_LOWER: usize = 2;
/// Spaced groups of digits end here: no identifier has more.
const MOST_SPACED_DIGITS: usize = 16;

/// Australia's Medicare number ends in a single digit after nine ("5761 22209 1").
const CARD_DIGITS: usize = 9;
/// More digits than any dose or age has.
const LONGEST_QUANTITY: usize = 5;

/// Reads the code at token `at`, if there is one with a digit in it.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Code> {
    let mut code = Code {
        first: at,
        next: at,
        digits: 0,
        letters: 0,
        is_year_span: false,
    };
    match scan.class(at)? {
        Class::Digits | Class::Mixed => {}
        Class::Word if is_prefix(scan, at) => {}
        _ => return None,
    }
    take(scan, &mut code);
    while let Some(step) = goes_on(scan, code.next, code.digits) {
        code.next += step;
        take(scan, &mut code);
    }
    code.is_year_span = is_year_span(scan, &code);
    let last = scan.word(code.next - 1);
    let single_quantity = code.next == at + 1 && (is_quantity(last) || is_ordinal(last));
    (code.digits > 0 && !single_quantity && ends_clean(scan, code.next)).then_some(code)
}

fn take(scan: &Scan<'_>, code: &mut Code) {
    let word = scan.word(code.next);
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    code.digits += digits;
    code.letters += word.len() - digits;
    code.next += 1;
}

/// A short capital word that a number follows: "UCLA-12345", "SJ 12345".
fn is_prefix(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    if word.len() > LONGEST_PREFIX || !scan.is_upper(at) {
        return false;
    }
    if scan.touches(at + 1) && (scan.is(at + 1, b'-') || scan.is(at + 1, b'/')) {
        return scan.touches(at + 2) && !matches!(scan.class(at + 2), Some(Class::Mark(_)) | None);
    }
    scan.one_space_before(at + 1)
        && scan.is_digits(at + 1)
        && scan.word(at + 1).len() >= LONGEST_PREFIX - 1
}

/// How many tokens of separator lead to the code's next part.
fn goes_on(scan: &Scan<'_>, next: usize, digits: usize) -> Option<usize> {
    let joined = scan.touches(next) && (scan.is(next, b'-') || scan.is(next, b'/'));
    if joined && scan.touches(next + 1) {
        let part = scan.word(next + 1);
        return match scan.class(next + 1)? {
            Class::Digits | Class::Mixed => Some(1),
            Class::Word
                if part.len() <= LONGEST_PREFIX
                    && (scan.is_upper(next + 1) || part.len() <= LONGEST_LOWER) =>
            {
                Some(1)
            }
            _ => None,
        };
    }
    let spaced = scan.one_space_before(next)
        && scan.is_digits(next)
        && scan.is_digits(next - 1)
        && (scan.word(next).len() > 1 || digits == CARD_DIGITS)
        && digits + scan.word(next).len() <= MOST_SPACED_DIGITS
        && !scan.has(next + 1, UNIT)
        && !(scan.touches(next + 1) && !scan.is(next + 1, b'-') && is_joint(scan, next + 1));
    spaced.then_some(0)
}

/// "2025-26", "2023/2024": a span of years.
fn is_year_span(scan: &Scan<'_>, code: &Code) -> bool {
    let is_year = |at| {
        scan.number(at)
            .is_some_and(|year| (1900..2100).contains(&year))
    };
    match code.next - code.first {
        1 => is_year(code.first),
        3 => {
            is_year(code.first) && (is_year(code.first + 2) || scan.word(code.first + 2).len() == 2)
        }
        _ => false,
    }
}

/// "500mg", "12yo", "3pm": digits with a unit written on.
pub(super) fn is_quantity(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = word.len() - unit.len();
    // "4C" and "12F" are rooms; "5g" and "38c" are amounts.
    let side = unit.len() == 1 && unit.bytes().all(|byte| byte.is_ascii_uppercase());
    (1..=LONGEST_QUANTITY).contains(&digits)
        && !side
        && !unit.is_empty()
        && lookup(unit.as_bytes()).roles & UNIT != 0
}

/// "3rd", "21st".
pub(super) fn is_ordinal(word: &str) -> bool {
    let bytes = word.as_bytes();
    let [digits @ .., _, _] = bytes else {
        return false;
    };
    !digits.is_empty()
        && digits.iter().all(u8::is_ascii_digit)
        && matches!(
            &bytes[digits.len()..].to_ascii_lowercase()[..],
            b"st" | b"nd" | b"rd" | b"th"
        )
}

/// Whether a number at `at` starts afresh and is no later part of a code.
pub(super) fn starts_clean(scan: &Scan<'_>, at: usize) -> bool {
    if !scan.touches(at) {
        return true;
    }
    match scan.class(at - 1) {
        Some(Class::Mark(b'-' | b'.' | b'/' | b'_' | b':' | b'\'')) => {
            !(at >= 2
                && scan.touches(at - 1)
                && !matches!(scan.class(at - 2), Some(Class::Mark(_))))
        }
        Some(Class::Mark(b'$' | b'&' | b'@' | b'%' | b'^' | b'<' | b'>')) => false,
        _ => true,
    }
}

/// Whether nothing is written on after the token before `next`.
pub(super) fn ends_clean(scan: &Scan<'_>, next: usize) -> bool {
    if !scan.touches(next) {
        return true;
    }
    match scan.class(next) {
        Some(Class::Mark(b'%')) => false,
        Some(Class::Mark(b'-' | b'/' | b'_' | b'.' | b':' | b'@' | b',')) => {
            !(scan.touches(next + 1) && is_joint_value(scan, next + 1))
        }
        Some(Class::Mark(_)) | None => true,
        Some(_) => false,
    }
}

fn is_joint_value(scan: &Scan<'_>, at: usize) -> bool {
    !matches!(scan.class(at), Some(Class::Mark(_)) | None)
}

/// Whether token `at` joins what stands before it to what follows.
fn is_joint(scan: &Scan<'_>, at: usize) -> bool {
    match scan.class(at) {
        Some(Class::Mark(b'/' | b'.' | b':' | b'%')) => scan.touches(at + 1) || scan.is(at, b'%'),
        Some(Class::Mark(_)) | None => false,
        Some(_) => true,
    }
}
