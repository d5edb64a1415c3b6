//! Emergency, crisis and free public lines: numbers to spread, not to hide.

use super::code::ends_clean;
use super::digits::{Groups, Number};
use super::scan::Scan;
use super::words::{HELPLINE, PHONE};
use super::{Confidence, Found, Kind, Owner};

/// How near "call", "lifeline", "crisis" must stand to a short number.
const REACH: usize = 5;

/// Emergency and crisis numbers of a few digits (US, CA, UK, IE, EU, AU, NZ, IN, NG, ZA, KE, PH, SG, AE).
const SHORT: [&[u8]; 22] = [
    b"911", b"999", b"112", b"111", b"000", b"988", b"211", b"311", b"811", b"108", b"102", b"104",
    b"100", b"995", b"998", b"1177", b"1767", b"1190", b"741741", b"85258", b"50808", b"10111",
];

/// The public line at digit token `at`.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let groups = Groups::read(scan, at);
    let number = groups.candidates().find(|number| {
        ends_clean(scan, number.next)
            && (is_free(*number) || (is_short(*number) && has_cue(scan, at, number.next)))
    })?;
    Some(
        Found::new(Kind::PublicLine, Confidence::Certain, at..number.next)
            .with_owner(Owner::Public),
    )
}

fn is_short(number: Number<'_>) -> bool {
    number.sizes.len() == 1 && SHORT.contains(&number.digits)
}

/// Free-phone ranges and the Samaritans' and Lifeline's own numbers.
fn is_free(number: Number<'_>) -> bool {
    let digits = number.digits;
    match number.sizes {
        // Samaritans (UK and IE); Lifeline (AU).
        [3, 3] => digits == b"116123" || digits == b"116111" || digits == b"116117",
        [2, 2, 2] => digits.starts_with(b"13") && number.separated_by(b' '),
        // North America's 800 and its later sisters.
        [1, 3, 3, 4] => digits[0] == b'1' && is_toll_free(&digits[1..4]),
        [3, 3, 4] => is_toll_free(&digits[..3]),
        // 1800, 1300 (AU, IE, SG), 0800, 0808 (UK, NZ, ZA).
        [4, ..] => {
            (9..=11).contains(&digits.len())
                && matches!(
                    &digits[..4],
                    b"1800" | b"1300" | b"1850" | b"0800" | b"0808" | b"1860"
                )
                && number.sizes.len() > 1
        }
        [10] => matches!(&digits[..4], b"1800" | b"1300"),
        _ => false,
    }
}

fn is_toll_free(area: &[u8]) -> bool {
    matches!(
        area,
        b"800" | b"888" | b"877" | b"866" | b"855" | b"844" | b"833"
    )
}

fn has_cue(scan: &Scan<'_>, at: usize, next: usize) -> bool {
    (at.saturating_sub(REACH)..at).any(|near| scan.has(near, PHONE | HELPLINE))
        || (next..next + 3).any(|near| scan.has(near, HELPLINE))
        || scan.word(at.wrapping_sub(1)).eq_ignore_ascii_case("nhs")
}
