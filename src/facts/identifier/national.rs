//! Numbers a state gives a person: SSN, NHS, CHI, Medicare, Aadhaar, `PhilHealth`,
//! NRIC, PPSN, national insurance, PAN, Emirates and South African identity.

use super::check;
use super::code::{Code, ends_clean, starts_clean};
use super::digits::{Groups, Number};
use super::labels::Lead;
use super::owner;
use super::scan::{Class, Scan};
use super::words::PHONE;
use super::{Confidence, Found, Kind};

/// Longest value whose characters are compared (IBAN's 34 are read elsewhere).
const LONGEST: usize = 16;

/// The letters and digits of tokens `first..next`, separators left out.
fn characters(scan: &Scan<'_>, first: usize, next: usize) -> Option<([u8; LONGEST], usize)> {
    let mut buffer = [0; LONGEST];
    let mut length = 0;
    for at in first..next {
        if matches!(scan.class(at), Some(Class::Mark(_))) {
            continue;
        }
        for byte in scan.word(at).bytes() {
            *buffer.get_mut(length)? = byte.to_ascii_uppercase();
            length += 1;
        }
    }
    Some((buffer, length))
}

/// How sure a value of fixed shape is behind its label; none when the shape is wrong.
pub(super) fn labelled(scan: &Scan<'_>, lead: &Lead, code: &Code) -> Option<Confidence> {
    let (buffer, length) = characters(scan, code.first, code.next)?;
    let value = &buffer[..length];
    let numeric = code.letters == 0;
    let checked = |good: bool| {
        Some(if good {
            Confidence::Certain
        } else {
            Confidence::Likely
        })
    };
    match lead.label.kind {
        Kind::NhsNumber if numeric && length == 10 => checked(check::nhs(value)),
        Kind::ChiNumber if numeric && length == 10 => checked(check::chi(value)),
        Kind::Medicare if numeric && (9..=11).contains(&length) => {
            checked(check::medicare_au(value))
        }
        Kind::Medicare if is_mbi(value) => Some(Confidence::Certain),
        Kind::Medicare if lead.named && code.digits >= 6 => Some(Confidence::Likely),
        Kind::Aadhaar if numeric && length == 12 => checked(check::aadhaar(value)),
        Kind::Aadhaar if numeric && length == 4 && lead.partial => Some(Confidence::Likely),
        Kind::PhilHealth if numeric && (9..=12).contains(&length) => checked(length == 12),
        Kind::Ssn if numeric && length == 9 => Some(Confidence::Certain),
        Kind::Ssn if numeric && length == 4 && lead.partial => Some(Confidence::Likely),
        Kind::NationalId if is_known(value) => Some(Confidence::Certain),
        _ => None,
    }
}

/// Any national shape with a check of its own.
fn is_known(value: &[u8]) -> bool {
    check::nric(value) || check::ppsn(value) || is_pan(value) || is_insurance(value)
}

/// United States Medicare beneficiary identifier: C A AN N A AN N A A N N (CMS).
fn is_mbi(value: &[u8]) -> bool {
    const SHAPE: &[u8; 11] = b"NAXNAXNAANN";
    value.len() == SHAPE.len()
        && value.iter().zip(SHAPE).all(|(byte, shape)| match shape {
            b'N' => byte.is_ascii_digit(),
            b'A' => byte.is_ascii_uppercase() && !b"SLOIBZ".contains(byte),
            _ => byte.is_ascii_alphanumeric(),
        })
        && value[0] != b'0'
}

/// India's permanent account number of a person: five letters, the fourth P.
fn is_pan(value: &[u8]) -> bool {
    value.len() == 10
        && value[..5].iter().all(u8::is_ascii_uppercase)
        && value[3] == b'P'
        && value[5..9].iter().all(u8::is_ascii_digit)
        && value[9].is_ascii_uppercase()
}

/// United Kingdom national insurance number (HMRC NIM39110).
fn is_insurance(value: &[u8]) -> bool {
    value.len() == 9
        && value[..2].iter().all(u8::is_ascii_uppercase)
        && !b"DFIQUV".contains(&value[0])
        && !b"DFIOQUV".contains(&value[1])
        && value[2..8].iter().all(u8::is_ascii_digit)
        && (b'A'..=b'D').contains(&value[8])
}

/// Numbers known by grouping and check digit without a label.
pub(super) fn at_digits(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if owner::refers_elsewhere(scan, at) || scan.has(at.wrapping_sub(1), PHONE) {
        return None;
    }
    let groups = Groups::read(scan, at);
    groups.candidates().find_map(|number| {
        let (kind, confidence) = grouped(number)?;
        ends_clean(scan, number.next).then(|| Found::new(kind, confidence, at..number.next))
    })
}

fn grouped(number: Number<'_>) -> Option<(Kind, Confidence)> {
    let digits = number.digits;
    let hyphens = number.separated_by(b'-');
    let spaces = number.separated_by(b' ');
    match number.sizes {
        [3, 2, 4] if hyphens => {
            // Areas 000, 666 and 900–999 are never issued (SSA), but examples use them.
            let issued =
                !digits.starts_with(b"000") && !digits.starts_with(b"666") && digits[0] != b'9';
            Some((
                Kind::Ssn,
                if issued {
                    Confidence::Likely
                } else {
                    Confidence::Possible
                },
            ))
        }
        // Numbers in use start with 4, 6 or 7, test numbers with 9 (NHS Data Dictionary).
        [3, 3, 4] if spaces && b"4679".contains(&digits[0]) && check::nhs(digits) => {
            Some((Kind::NhsNumber, Confidence::Likely))
        }
        [4, 4, 4] if (spaces || hyphens) && check::aadhaar(digits) => {
            Some((Kind::Aadhaar, Confidence::Likely))
        }
        [12] if check::aadhaar(digits) => Some((Kind::Aadhaar, Confidence::Possible)),
        [2, 9, 1] if hyphens => Some((Kind::PhilHealth, Confidence::Likely)),
        [4, 5, 1] if check::medicare_au(digits) => Some((Kind::Medicare, Confidence::Likely)),
        [3, 4, 7, 1] if digits.starts_with(b"784") => Some((Kind::NationalId, Confidence::Certain)),
        [13] if check::south_africa(digits) => Some((Kind::NationalId, Confidence::Likely)),
        _ => None,
    }
}

/// Codes of letters and digits known by their check letter.
pub(super) fn at_mixed(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if scan.word(at).len() == 4 && scan.is(at + 1, b'-') {
        return beneficiary(scan, at);
    }
    if !starts_clean(scan, at) || !ends_clean(scan, at + 1) || owner::refers_elsewhere(scan, at) {
        return None;
    }
    let word = scan.word(at);
    if !(8..=11).contains(&word.len()) || !scan.is_upper(at) {
        return None;
    }
    let value = word.as_bytes();
    let known = check::nric(value) || is_pan(value) || is_insurance(value) || check::ppsn(value);
    known
        .then(|| Found::new(Kind::NationalId, Confidence::Likely, at..at + 1))
        .or_else(|| {
            is_mbi(value).then(|| Found::new(Kind::Medicare, Confidence::Likely, at..at + 1))
        })
}

/// "1EG4-TE5-MK73": the beneficiary identifier as printed on the card.
fn beneficiary(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let next = at + 5;
    let (buffer, length) = characters(scan, at, next)?;
    (is_mbi(&buffer[..length]) && ends_clean(scan, next))
        .then(|| Found::new(Kind::Medicare, Confidence::Likely, at..next))
}

/// "QQ 12 34 56 C": a national insurance number in its printed groups.
pub(super) fn at_word(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let next = at + 5;
    if scan.word(at).len() != 2 || !scan.is_digits(at + 1) || scan.word(at + 4).len() != 1 {
        return None;
    }
    let (buffer, length) = characters(scan, at, next)?;
    (is_insurance(&buffer[..length]) && scan.is_upper(at))
        .then(|| Found::new(Kind::NationalId, Confidence::Likely, at..next))
}
