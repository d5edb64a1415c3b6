//! Devices known by their shape: unique device identifiers and hardware addresses.
//! Serial and lot numbers have labels and are read in `labels.rs`.

use super::scan::{Class, Scan};
use super::{Confidence, Found, Kind};

/// GS1's application identifier 01 introduces fourteen digits (21 CFR 830, GS1).
const GTIN_DIGITS: usize = 14;
/// A hardware address has six pairs of hexadecimal digits (IEEE 802).
const MAC_PAIRS: usize = 6;

/// "(01)00844588003288(17)141120(10)7654321D".
pub(super) fn udi(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let opens = scan.word(at + 1) == "01" && scan.is(at + 2, b')');
    if !opens || scan.word(at + 3).len() != GTIN_DIGITS || !scan.is_digits(at + 3) {
        return None;
    }
    let mut next = at + 4;
    while scan.touches(next) && !scan.is(next, b',') && !scan.is(next, b'.') {
        next += 1;
    }
    Some(Found::new(Kind::Device, Confidence::Certain, at..next))
}

/// "00:1A:2B:3C:4D:5E" from its first pair.
pub(super) fn mac(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if scan.word(at).len() != 2
        || !scan.touches(at + 1)
        || !(scan.is(at + 1, b':') || scan.is(at + 1, b'-'))
    {
        return None;
    }
    let mark = scan.class(at + 1)?;
    let next = at + 2 * MAC_PAIRS - 1;
    let fits = (at..next).all(|token| {
        if (token - at) % 2 == 1 {
            scan.class(token) == Some(mark) && scan.touches(token)
        } else {
            is_pair(scan, token) && (token == at || scan.touches(token))
        }
    });
    fits.then(|| Found::new(Kind::Device, Confidence::Likely, at..next))
}

fn is_pair(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    word.len() == 2
        && !matches!(scan.class(at), Some(Class::Mark(_)))
        && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}
