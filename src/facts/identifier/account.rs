//! Payment cards and bank accounts known by their check digits; labelled
//! account numbers are read in `labels.rs`.

use super::check;
use super::code::ends_clean;
use super::digits::Groups;
use super::scan::{Class, Scan};
use super::{Confidence, Found, Kind};

/// The card at digit token `at`: sixteen digits, or American Express's fifteen.
pub(super) fn card(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let groups = Groups::read(scan, at);
    groups
        .candidates()
        .find(|number| {
            matches!(number.sizes, [4, 4, 4, 4] | [4, 6, 5] | [15 | 16])
                && (b'3'..=b'6').contains(&number.digits[0])
                && check::luhn(number.digits)
                && ends_clean(scan, number.next)
        })
        .map(|number| Found::new(Kind::Account, Confidence::Likely, at..number.next))
}

/// The international account number at token `at`, in one piece or in fours.
pub(super) fn iban(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let head = scan.word(at).as_bytes();
    let starts = head.len() >= 4
        && head[..2].iter().all(u8::is_ascii_uppercase)
        && head[2..4].iter().all(u8::is_ascii_digit);
    if !starts {
        return None;
    }
    let mut code = Vec::with_capacity(34);
    let mut next = at;
    while !matches!(scan.class(next), Some(Class::Mark(_)) | None)
        && (next == at || scan.one_space_before(next))
        && scan.is_upper(next)
        && code.len() < 34
    {
        code.extend_from_slice(scan.word(next).as_bytes());
        next += 1;
        if check::iban(&code) && ends_clean(scan, next) {
            return Some(Found::new(Kind::Account, Confidence::Certain, at..next));
        }
    }
    None
}
