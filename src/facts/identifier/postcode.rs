//! ZIP and postal codes.

use super::code::{ends_clean, starts_clean};
use super::scan::Scan;
use super::words::{AU_STATE, ID, LINK, NUMBER, PHONE, US_STATE, ZIP};
use super::{Confidence, Found, Kind};

/// The United Kingdom's 124 postcode areas (Royal Mail).
const UK_AREAS: &str = " AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY \
    E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME \
    MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF \
    TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ";

/// "zip", "PIN", or a state's abbreviation before the code at token `at`.
pub(super) fn at_cue(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if scan.has(at, US_STATE | AU_STATE) && scan.is_upper(at) {
        return after_state(scan, at);
    }
    if !scan.has(at, ZIP) {
        return None;
    }
    let mut value = at + 1;
    while !scan.breaks_before(value)
        && (scan.has(value, NUMBER | ID | LINK)
            || scan.is(value, b':')
            || scan.is(value, b'-')
            || scan.is(value, b'#'))
    {
        value += 1;
    }
    let next = numeric(scan, value).or_else(|| lettered(scan, value, true))?;
    Some(
        Found::new(Kind::Postcode, Confidence::Certain, at..next)
            .with_cue(at..at + 1)
            .with_value(value),
    )
}

/// Four to six digits as the countries use them, or "94110-1234".
fn numeric(scan: &Scan<'_>, at: usize) -> Option<usize> {
    if !scan.is_digits(at) {
        return None;
    }
    match scan.word(at).len() {
        5 if is_plus_four(scan, at) => Some(at + 3),
        3 if scan.one_space_before(at + 1)
            && scan.is_digits(at + 1)
            && scan.word(at + 1).len() == 3 =>
        {
            Some(at + 2)
        }
        4..=6 if ends_clean(scan, at + 1) => Some(at + 1),
        _ => None,
    }
}

fn is_plus_four(scan: &Scan<'_>, at: usize) -> bool {
    scan.is(at + 1, b'-')
        && scan.touches(at + 1)
        && scan.touches(at + 2)
        && scan.is_digits(at + 2)
        && scan.word(at + 2).len() == 4
        && ends_clean(scan, at + 3)
}

/// "IL 62704", "NSW 2000".
fn after_state(scan: &Scan<'_>, at: usize) -> Option<Found> {
    // "ID 20991", "OR 12345": words in capitals, unless a city's comma precedes.
    let is_word = matches!(
        scan.word(at),
        "ID" | "IN" | "OR" | "OK" | "ME" | "HI" | "OH" | "PA" | "MS" | "MD"
    );
    if is_word && !scan.is(at.wrapping_sub(1), b',') {
        return None;
    }
    let value = at + 1 + usize::from(scan.is(at + 1, b','));
    let length = scan.word(value).len();
    let next = numeric(scan, value)?;
    let fits = (scan.has(at, US_STATE) && length == 5)
        || (scan.has(at, AU_STATE) && length == 4 && next == value + 1);
    (fits && !scan.breaks_before(value))
        .then(|| Found::new(Kind::Postcode, Confidence::Likely, value..next).with_cue(at..at + 1))
}

/// A code that starts with letters and digits: United Kingdom, Canada, Ireland.
pub(super) fn at_mixed(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if !starts_clean(scan, at) {
        return None;
    }
    let next = lettered(scan, at, false)?;
    Some(Found::new(Kind::Postcode, Confidence::Likely, at..next))
}

/// The token after a lettered code; lower case only behind a cue.
fn lettered(scan: &Scan<'_>, at: usize, cue: bool) -> Option<usize> {
    let first = scan.word(at);
    let second = if scan.one_space_before(at + 1) {
        scan.word(at + 1)
    } else {
        ""
    };
    let upper = |word: &str| cue || !word.bytes().any(|byte| byte.is_ascii_lowercase());
    if !upper(first) {
        return None;
    }
    let two = upper(second) && ends_clean(scan, at + 2);
    if two && (is_british(first, second) || is_canadian(first, second) || is_irish(first, second)) {
        return Some(at + 2);
    }
    if !ends_clean(scan, at + 1) || !first.is_ascii() || !(5..=7).contains(&first.len()) {
        return None;
    }
    let (outward, inward) = first.split_at(first.len() - 3);
    let whole =
        (cue && first.len() == 6 && is_canadian(outward, inward)) || is_british(outward, inward);
    // Unspaced codes without a cue must be long: "M11AE" may be anything.
    (whole && (cue || first.len() >= 6)).then_some(at + 1)
}

fn is_british(outward: &str, inward: &str) -> bool {
    let [digit, one, two] = *inward.as_bytes() else {
        return false;
    };
    let letters =
        |byte: u8| byte.is_ascii_alphabetic() && !b"CIKMOV".contains(&byte.to_ascii_uppercase());
    if !digit.is_ascii_digit() || !letters(one) || !letters(two) {
        return false;
    }
    let area_end = outward.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (area, district) = outward.split_at(area_end);
    let [first, rest @ ..] = district.as_bytes() else {
        return false;
    };
    let district_fits =
        first.is_ascii_digit() && rest.len() <= 1 && rest.iter().all(u8::is_ascii_alphanumeric);
    district_fits && (1..=2).contains(&area.len()) && is_area(area)
}

fn is_area(area: &str) -> bool {
    UK_AREAS
        .split(' ')
        .any(|known| known.eq_ignore_ascii_case(area))
}

/// Canada: letter digit letter, digit letter digit, without D F I O Q U.
fn is_canadian(outward: &str, inward: &str) -> bool {
    let is_shape = |part: &str, shape: &[u8; 3]| {
        part.len() == shape.len()
            && part.bytes().zip(shape).all(|(byte, wanted)| match wanted {
                b'9' => byte.is_ascii_digit(),
                _ => byte.is_ascii_alphabetic() && !b"DFIOQU".contains(&byte.to_ascii_uppercase()),
            })
    };
    is_shape(outward, b"A9A") && is_shape(inward, b"9A9")
}

/// Ireland's Eircode: routing key and four characters.
fn is_irish(key: &str, unique: &str) -> bool {
    let allowed = |byte: &u8| {
        byte.is_ascii_digit() || b"ACDEFHKNPRTVWXY".contains(&byte.to_ascii_uppercase())
    };
    match key.as_bytes() {
        &[letter, digit, last] => {
            letter.is_ascii_alphabetic()
                && allowed(&letter)
                && digit.is_ascii_digit()
                && (last.is_ascii_digit() || last.eq_ignore_ascii_case(&b'W'))
                && unique.len() == 4
                && unique.bytes().all(|byte| allowed(&byte))
                && unique.bytes().any(|byte| byte.is_ascii_digit())
                && unique.bytes().any(|byte| byte.is_ascii_alphabetic())
        }
        _ => false,
    }
}

/// "Singapore 160123", "Chennai - 600020": six digits behind a place.
pub(super) fn at_place(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if !scan.is_capitalised(at) {
        return None;
    }
    let dashed = scan.is(at + 1, b'-');
    let value = at + 1 + usize::from(dashed);
    let six = scan.is_digits(value) && scan.word(value).len() == 6 && ends_clean(scan, value + 1);
    let singapore = scan.word(at).eq_ignore_ascii_case("singapore");
    // India's first digit is 1–8; the dash after the city is how it is written.
    let indian = dashed
        && (b'1'..=b'8').contains(scan.word(value).as_bytes().first()?)
        && scan.word(at).len() > 3;
    (six && (singapore || indian) && !scan.is_upper(at)).then(|| {
        Found::new(Kind::Postcode, Confidence::Likely, value..value + 1).with_cue(at..at + 1)
    })
}

/// "94110-1234" without a cue.
pub(super) fn at_digits(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let alone =
        scan.word(at).len() == 5 && is_plus_four(scan, at) && !scan.has(at.wrapping_sub(1), PHONE);
    alone.then(|| Found::new(Kind::Postcode, Confidence::Possible, at..at + 3))
}
