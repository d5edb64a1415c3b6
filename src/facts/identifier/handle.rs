//! Social media handles: "@name", `insta: name_91`.

use super::scan::{Class, Scan};
use super::words::{ID, LINK, NUMBER, SOCIAL};
use super::{Confidence, Found, Kind};

/// "on insta as", "his snapchat handle is": words between the site and the name.
const MOST_BETWEEN: usize = 4;

/// The handle at the "@" token `at`.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if at > 0 && scan.touches(at) && !matches!(scan.class(at - 1), Some(Class::Mark(_))) {
        return None;
    }
    if !scan.touches(at + 1) {
        return None;
    }
    let next = name_end(scan, at + 1);
    let name = &scan.text[scan.byte_start(at + 1)..scan.byte_end(next.checked_sub(1)?)];
    let letters = name.bytes().filter(u8::is_ascii_alphabetic).count();
    let named = next > at + 1 && letters > 1 && !super::code::is_quantity(name);
    named.then(|| Found::new(Kind::Handle, Confidence::Certain, at..next).with_value(at + 1))
}

/// The token after a name of letters, digits, underscores and inner dots.
fn name_end(scan: &Scan<'_>, first: usize) -> usize {
    let mut next = first;
    loop {
        let is_part = match scan.class(next) {
            Some(Class::Mark(b'_')) => true,
            Some(Class::Mark(b'.')) => {
                next > first
                    && scan.touches(next + 1)
                    && !matches!(scan.class(next + 1), Some(Class::Mark(_)))
            }
            Some(Class::Mark(_)) | None => false,
            Some(_) => true,
        };
        if !is_part || !scan.touches(next) && next > first {
            return next;
        }
        next += 1;
    }
}

/// `insta is kowalski_rn`, `on snapchat as jd_91`: the name must not look like a word.
pub(super) fn named(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let mut first = at + 1;
    let mut linked = false;
    while first < at + MOST_BETWEEN {
        let leads = scan.has(first, SOCIAL | LINK | ID | NUMBER)
            || scan.is(first, b':')
            || scan.word(first) == "name";
        if !leads || scan.breaks_before(first) {
            break;
        }
        linked = true;
        first += 1;
    }
    let next = name_end(scan, first);
    if !linked || next == first {
        return None;
    }
    let name = &scan.text[scan.byte_start(first)..scan.byte_end(next - 1)];
    let shaped = name.bytes().any(|byte| byte.is_ascii_alphabetic())
        && (name.contains('_') || scan.class(next - 1) == Some(Class::Mixed))
        && !super::code::is_quantity(name);
    shaped.then(|| Found::new(Kind::Handle, Confidence::Likely, first..next).with_cue(at..at + 1))
}
