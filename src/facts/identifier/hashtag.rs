//! Hashtags, and the words run together in them: `#LittleLeoStrong`.

use std::ops::Range;

use super::scan::{Class, Scan};
use super::{Confidence, Found, Kind};

/// The hashtag at the "#" token `at`; "#3" and "#483920" are numbers.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let joined = at > 0 && scan.touches(at) && !matches!(scan.class(at - 1), Some(Class::Mark(_)));
    if joined || !scan.touches(at + 1) {
        return None;
    }
    let mut next = at + 1;
    while scan.touches(next)
        && (scan.is(next, b'_') || !matches!(scan.class(next), Some(Class::Mark(_)) | None))
    {
        next += 1;
    }
    let lettered =
        (at + 1..next).any(|token| matches!(scan.class(token), Some(Class::Word | Class::Mixed)));
    lettered.then(|| Found::new(Kind::Hashtag, Confidence::Certain, at..next).with_value(at + 1))
}

/// The words of bytes `range`: split at capitals, digits and underscores.
pub(super) fn words(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut words = Vec::new();
    let mut start = range.start;
    for at in range.start..range.end {
        if bytes[at] == b'_' {
            if start < at {
                words.push(start..at);
            }
            start = at + 1;
        } else if at > start && splits(bytes, at, range.end) {
            words.push(start..at);
            start = at;
        }
    }
    if start < range.end {
        words.push(start..range.end);
    }
    words
}

/// Whether a word starts at byte `at`, inside others.
fn splits(bytes: &[u8], at: usize, end: usize) -> bool {
    let (before, here) = (bytes[at - 1], bytes[at]);
    let next_is_lower = at + 1 < end && bytes[at + 1].is_ascii_lowercase();
    (before.is_ascii_lowercase() && here.is_ascii_uppercase())
        || (before.is_ascii_uppercase() && here.is_ascii_uppercase() && next_is_lower)
        || (before.is_ascii_digit() != here.is_ascii_digit()
            && before.is_ascii_alphanumeric()
            && here.is_ascii_alphanumeric())
}
