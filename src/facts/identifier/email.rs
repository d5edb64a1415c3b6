//! E-mail addresses, written and spelt out.

use super::scan::{Class, Scan};
use super::url;
use super::words::{AT, DOT, MAILBOX};
use super::{Confidence, Found, Kind};

/// Parts a spelt-out name or host has at most ("jane dot m dot doe").
const MOST_PARTS: usize = 4;

/// The address around the "@" at token `at`.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let mut first = at;
    while first > 0 && scan.touches(first) && is_local(scan, first - 1) {
        first -= 1;
    }
    while first < at && matches!(scan.class(first), Some(Class::Mark(_))) {
        first += 1;
    }
    if first == at {
        return None;
    }
    let mut next = at + 1;
    let mut dots = 0;
    while scan.touches(next) && !matches!(scan.class(next), Some(Class::Mark(_)) | None) {
        next += 1;
        let joined = (scan.is(next, b'.') || scan.is(next, b'-'))
            && scan.touches(next)
            && scan.touches(next + 1);
        if !joined || matches!(scan.class(next + 1), Some(Class::Mark(_)) | None) {
            break;
        }
        dots += usize::from(scan.is(next, b'.'));
        next += 1;
    }
    let is_host = dots > 0 && scan.class(next - 1) == Some(Class::Word);
    is_host.then(|| Found::new(Kind::Email, Confidence::Certain, first..next))
}

fn is_local(scan: &Scan<'_>, at: usize) -> bool {
    match scan.class(at) {
        Some(Class::Mark(mark)) => matches!(mark, b'.' | b'_' | b'-' | b'+' | b'\''),
        Some(_) => true,
        None => false,
    }
}

/// "jane dot doe at gmail dot com", "jdoe [at] nhs.net" around the "at" at token `at`.
pub(super) fn spelt(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if !scan.has(at, AT) || at == 0 {
        return None;
    }
    let bracketed = is_bracket(scan, at - 1, b"([{<") && is_bracket(scan, at + 1, b")]}>");
    let host_first = at + 1 + usize::from(bracketed);
    let local_end = at - usize::from(bracketed);
    let (host_next, dots, spoken) = host(scan, host_first)?;
    let (first, local_dots) = local(scan, local_end)?;
    let mailbox = (host_first..host_next).any(|token| scan.has(token, MAILBOX));
    let named_box = mailbox && dots > 0;
    let certain = (bracketed && dots > 0) || (spoken && local_dots > 0) || (spoken && named_box);
    (certain || named_box).then(|| Found::new(Kind::Email, Confidence::Likely, first..host_next))
}

fn is_bracket(scan: &Scan<'_>, at: usize, marks: &[u8]) -> bool {
    matches!(scan.class(at), Some(Class::Mark(mark)) if marks.contains(&mark))
}

/// The token after the host, its dots, and whether one was spoken.
fn host(scan: &Scan<'_>, first: usize) -> Option<(usize, usize, bool)> {
    let (mut next, mut dots, mut spoken) = (first, 0, false);
    for _ in 0..MOST_PARTS {
        if matches!(scan.class(next), Some(Class::Mark(_)) | None) {
            return None;
        }
        next += 1;
        let said = dot(scan, next);
        if said == 0 {
            break;
        }
        spoken |= scan.has(next, DOT) || said > 1;
        dots += 1;
        next += said;
    }
    (dots > 0 && url::is_ending(scan, next - 1)).then_some((next, dots, spoken))
}

/// How many tokens the dot at `at` takes: ".", "dot", "(dot)"; none is zero.
fn dot(scan: &Scan<'_>, at: usize) -> usize {
    if scan.has(at, DOT) || (scan.is(at, b'.') && scan.touches(at) && scan.touches(at + 1)) {
        1
    } else if scan.has(at + 1, DOT)
        && is_bracket(scan, at, b"([{")
        && is_bracket(scan, at + 2, b")]}")
    {
        3
    } else {
        0
    }
}

/// The first token of the name that ends before `end`, and its dots.
fn local(scan: &Scan<'_>, end: usize) -> Option<(usize, usize)> {
    let mut first = end.checked_sub(1)?;
    if matches!(scan.class(first), Some(Class::Mark(_)) | None) {
        return None;
    }
    let mut dots = 0;
    for _ in 0..MOST_PARTS {
        let joined = first >= 2
            && (scan.has(first - 1, DOT)
                || ((scan.is(first - 1, b'.') || scan.is(first - 1, b'_'))
                    && scan.touches(first)
                    && scan.touches(first - 1)));
        if !joined || matches!(scan.class(first - 2), Some(Class::Mark(_))) {
            break;
        }
        dots += 1;
        first -= 2;
    }
    Some((first, dots))
}
