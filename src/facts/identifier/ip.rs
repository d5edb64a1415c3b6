//! Internet protocol addresses.

use super::code::ends_clean;
use super::owner;
use super::scan::{Class, Scan};
use super::words::VERSION;
use super::{Confidence, Found, Kind};

/// The version 4 address at digit token `at`.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let is_octet = |token: usize| {
        scan.word(token).len() <= 3 && scan.number(token).is_some_and(|octet| octet <= 255)
    };
    let fits = [at, at + 2, at + 4, at + 6].into_iter().all(is_octet)
        && [at + 1, at + 3, at + 5]
            .into_iter()
            .all(|dot| scan.is(dot, b'.'))
        && (at + 1..at + 7).all(|token| scan.touches(token))
        && ends_clean(scan, at + 7);
    if !fits || owner::refers_elsewhere(scan, at) || scan.has(at.wrapping_sub(1), VERSION) {
        return None;
    }
    // Versions of software rarely reach two digits in each part.
    let digits: usize = [at, at + 2, at + 4, at + 6]
        .into_iter()
        .map(|token| scan.word(token).len())
        .sum();
    let named = (at.saturating_sub(3)..at).any(|token| scan.word(token).eq_ignore_ascii_case("ip"));
    let confidence = match (named, digits >= 7) {
        (true, _) => Confidence::Certain,
        (_, true) => Confidence::Likely,
        _ => Confidence::Possible,
    };
    Some(Found::new(Kind::IpAddress, confidence, at..at + 7))
}

/// The version 6 address at token `at`: hexadecimal groups, at least five of them: four with colons are a time with parts.
pub(super) fn version_six(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let is_group = |token: usize| {
        let word = scan.word(token);
        (1..=4).contains(&word.len())
            && !matches!(scan.class(token), Some(Class::Mark(_)))
            && word.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    if !is_group(at) || !scan.is(at + 1, b':') || !scan.touches(at + 1) {
        return None;
    }
    let (mut next, mut groups) = (at + 1, 1);
    while scan.touches(next) && (scan.is(next, b':') || is_group(next)) {
        groups += usize::from(!scan.is(next, b':'));
        next += 1;
    }
    (groups >= 5).then(|| Found::new(Kind::IpAddress, Confidence::Likely, at..next))
}
