//! Vehicle plates, only behind a word that says so: "plate ends 4GK", "rego 1QX-7TD".

use super::labels::Lead;
use super::scan::{Class, Scan};
use super::{Confidence, Found, Kind};

/// Plates have up to eight characters; vehicle identification numbers seventeen.
const MOST: usize = 10;
const VIN: usize = 17;
const FEWEST: usize = 3;
const MOST_PARTS: usize = 4;

/// The plate behind the label `lead`.
pub(super) fn after(scan: &Scan<'_>, lead: &Lead) -> Option<Found> {
    let (mut next, mut length, mut digits) = (lead.value, 0, 0);
    for part in 0..MOST_PARTS {
        let separated = part > 0 && scan.touches(next) && scan.is(next, b'-');
        let at = next + usize::from(separated);
        if !belongs(scan, at, part > 0 && !separated) {
            break;
        }
        let word = scan.word(at);
        length += word.len();
        digits += word.bytes().filter(u8::is_ascii_digit).count();
        next = at + 1;
    }
    let mixed = digits > 0 && (digits < length || digits >= 4);
    let fits = (FEWEST..=MOST).contains(&length) || length == VIN;
    (mixed && fits).then(|| {
        let confidence = if digits < length {
            Confidence::Certain
        } else {
            Confidence::Likely
        };
        Found::new(Kind::Plate, confidence, lead.first..next)
            .with_cue(lead.first..lead.head_end)
            .with_value(lead.value)
    })
}

/// A part of capitals and digits; after a space it must be short.
fn belongs(scan: &Scan<'_>, at: usize, spaced: bool) -> bool {
    let word = scan.word(at);
    let alphanumeric = matches!(
        scan.class(at),
        Some(Class::Word | Class::Digits | Class::Mixed)
    );
    if !alphanumeric || word.len() > VIN || super::code::is_quantity(word) {
        return false;
    }
    scan.is_upper(at) && (!spaced || (word.len() <= 4 && scan.one_space_before(at)))
}
