//! A bare number that may be a record number: "trying to get into 00483921".

use super::code::ends_clean;
use super::digits::Groups;
use super::owner;
use super::scan::Scan;
use super::words::UNIT;
use super::{Confidence, Found, Kind};

/// Record numbers have seven to ten digits; with leading zeros six suffice.
const FEWEST: usize = 7;
const FEWEST_WITH_ZERO: usize = 6;
const MOST: usize = 10;

/// The bare number at digit token `at`.
pub(super) fn bare(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let word = scan.word(at);
    let fewest = if word.starts_with('0') {
        FEWEST_WITH_ZERO
    } else {
        FEWEST
    };
    if !(fewest..=MOST).contains(&word.len()) || is_round(word) {
        return None;
    }
    let alone =
        Groups::read(scan, at).count == 1 && ends_clean(scan, at + 1) && !scan.has(at + 1, UNIT);
    let first = if at > 0 && scan.is(at - 1, b'#') {
        at - 1
    } else {
        at
    };
    (alone && !owner::refers_elsewhere(scan, at))
        .then(|| Found::new(Kind::Record, Confidence::Possible, first..at + 1).with_value(at))
}

/// "10000000", "5555555": amounts and fillers, not numbers given to a person.
fn is_round(word: &str) -> bool {
    word.ends_with("0000")
        || word
            .bytes()
            .all(|byte| Some(&byte) == word.as_bytes().first())
}
