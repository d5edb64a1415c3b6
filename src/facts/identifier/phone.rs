//! Telephone and fax numbers: North America, the United Kingdom, Ireland,
//! Australia, New Zealand, India, Nigeria, Kenya, South Africa, the Philippines,
//! Singapore, the Emirates, and any with a country code (ITU-T E.164).

use super::code::{ends_clean, starts_clean};
use super::digits::{Groups, Number};
use super::owner;
use super::scan::{Class, Scan};
use super::words::{DIGIT, EXTENSION, FAX, ID, LABEL, NUMBER, PHONE, UNIT};
use super::{Confidence, Found, Kind};

/// E.164: at most fifteen digits; the shortest in use with a country code have eight.
const SHORTEST_INTERNATIONAL: usize = 8;
const LONGEST_INTERNATIONAL: usize = 15;
/// How far before a number its cue may stand ("text her son on his mobile …").
const CUE_REACH: usize = 8;
/// An extension has at most this many digits.
const LONGEST_EXTENSION: usize = 6;

/// The number at token `at`: digits, "+" or an opening bracket.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let plus = scan.is(at, b'+');
    let bracket = scan.is(at, b'(');
    let digits_at = at + usize::from(plus || bracket);
    if !scan.is_digits(digits_at) || !starts_clean(scan, at) || owner::refers_elsewhere(scan, at) {
        return None;
    }
    let cue = cue_before(scan, at);
    let groups = Groups::read(scan, digits_at);
    let (number, confidence) = groups.candidates().find_map(|number| {
        let confidence = shape(number, plus, bracket, cue.is_some())?;
        let fits = ends_clean(scan, number.next) && (cue.is_some() || !scan.has(number.next, UNIT));
        fits.then_some((number, confidence))
    })?;
    let next = with_extension(scan, number.next);
    let is_fax = cue.is_some_and(|cue| scan.has(cue, FAX));
    let kind = if is_fax { Kind::Fax } else { Kind::Phone };
    let found = Found::new(kind, confidence, at..next);
    Some(match cue {
        Some(cue) => found.with_cue(cue..cue + 1),
        None => found,
    })
}

/// The nearest "call", "fax", "tel" before the number in its sentence.
fn cue_before(scan: &Scan<'_>, at: usize) -> Option<usize> {
    for before in (at.saturating_sub(CUE_REACH)..at).rev() {
        if scan.breaks_before(before + 1) {
            return None;
        }
        if scan.has(before, PHONE | FAX) {
            return Some(before);
        }
        let unlabelled = scan.has(before, NUMBER) && !scan.has(before.wrapping_sub(1), LABEL | ID);
        if unlabelled && scan.word(before).len() > "nos".len() {
            return Some(before);
        }
    }
    None
}

/// How sure the digits' grouping makes it a telephone number.
fn shape(number: Number<'_>, plus: bool, bracket: bool, cue: bool) -> Option<Confidence> {
    let total = number.digits.len();
    if plus {
        let fits = (SHORTEST_INTERNATIONAL..=LONGEST_INTERNATIONAL).contains(&total);
        return fits.then_some(Confidence::Certain);
    }
    north_america(number, bracket, cue)
        .or_else(|| trunk(number, cue))
        .or_else(|| without_trunk(number, cue))
        .or_else(|| any_with_cue(number, cue))
}

fn sure(cue: bool, without: Confidence) -> Confidence {
    if cue { Confidence::Certain } else { without }
}

/// (NXX) NXX-XXXX, 1-NXX-NXX-XXXX, 555-0142.
fn north_america(number: Number<'_>, bracket: bool, cue: bool) -> Option<Confidence> {
    let hyphened = bracket
        || number.separators[1..]
            .iter()
            .any(|mark| matches!(mark, b'-' | b'.' | b')'));
    match number.sizes {
        [3, 3, 4] if hyphened => Some(sure(cue, Confidence::Likely)),
        [3, 7] if bracket => Some(sure(cue, Confidence::Likely)),
        [3, 3, 4] if number.digits[0] >= b'2' && number.digits[3] >= b'2' => {
            Some(sure(cue, Confidence::Likely))
        }
        [1, 3, 3, 4] if number.digits[0] == b'1' => Some(sure(cue, Confidence::Likely)),
        // 555-01XX is set aside for fiction (NANPA); drafts use it as an example.
        [3, 4] if number.digits.starts_with(b"555") => Some(sure(cue, Confidence::Likely)),
        [3, 4] if number.separated_by(b'-') && cue => Some(Confidence::Likely),
        _ => None,
    }
}

/// National numbers with the trunk prefix 0, or the international prefix 00.
fn trunk(number: Number<'_>, cue: bool) -> Option<Confidence> {
    let [b'0', second, ..] = *number.digits else {
        return None;
    };
    let total = number.digits.len();
    let grouped = number.sizes.len() > 1
        && number.sizes[0] >= 2
        && number.sizes[1..].iter().all(|size| (2..=7).contains(size))
        && number.sizes.len() <= 5;
    match (second, grouped) {
        (b'0', _) if (11..=LONGEST_INTERNATIONAL).contains(&total) => {
            Some(sure(cue, Confidence::Likely))
        }
        (b'1'..=b'9', true) if (9..=11).contains(&total) => Some(sure(cue, Confidence::Likely)),
        (b'1'..=b'9', false) if (10..=11).contains(&total) && number.sizes.len() == 1 => {
            Some(sure(cue, Confidence::Likely))
        }
        _ => None,
    }
}

/// India's ten digits (5 + 5) and Singapore's eight (4 + 4).
fn without_trunk(number: Number<'_>, cue: bool) -> Option<Confidence> {
    let first = number.digits[0];
    match number.sizes {
        [5, 5] if first >= b'6' => Some(sure(cue, Confidence::Likely)),
        [10] if first >= b'6' => Some(sure(cue, Confidence::Possible)),
        [4, 4] if cue && matches!(first, b'3' | b'6' | b'8' | b'9') => Some(Confidence::Certain),
        [4, 3, 4] if first == b'0' => Some(sure(cue, Confidence::Likely)),
        _ => None,
    }
}

/// With "call" or "tel" before it, any number long enough.
fn any_with_cue(number: Number<'_>, cue: bool) -> Option<Confidence> {
    let plausible = (7..=12).contains(&number.digits.len())
        && number.sizes.iter().all(|size| *size >= 2)
        && !number.digits.starts_with(b"20");
    (cue && plausible).then_some(Confidence::Likely)
}

/// Takes "ext 42", "x42" after a number along.
fn with_extension(scan: &Scan<'_>, next: usize) -> usize {
    let next_word = next + usize::from(scan.is(next, b',') && scan.has(next + 1, EXTENSION));
    let word = scan.word(next);
    if scan.class(next) == Some(Class::Mixed) {
        let digits = word.strip_prefix(['x', 'X']).unwrap_or("");
        if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return next + 1;
        }
    }
    if scan.has(next_word, EXTENSION) {
        let digits_at = skip_marks(scan, next_word + 1);
        if scan.is_digits(digits_at) {
            return digits_at + 1;
        }
    }
    next
}

fn skip_marks(scan: &Scan<'_>, at: usize) -> usize {
    let mut at = at;
    while scan.is(at, b'.') || scan.is(at, b':') || scan.is(at, b'#') || scan.has(at, NUMBER) {
        at += 1;
    }
    at
}

/// "ext 4471", "x4471", "extn: 22" without the number it extends.
pub(super) fn extension(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let word = scan.word(at);
    if word.len() < "ext".len() {
        return None;
    }
    let digits_at = skip_marks(scan, at + 1);
    let fits = scan.has(at, EXTENSION)
        && scan.is_digits(digits_at)
        && (2..=LONGEST_EXTENSION).contains(&scan.word(digits_at).len())
        && ends_clean(scan, digits_at + 1);
    fits.then(|| {
        Found::new(Kind::Phone, Confidence::Possible, at..digits_at + 1)
            .with_cue(at..at + 1)
            .with_value(digits_at)
    })
}

/// "oh eight oh three five five five …": a number spoken out. Words for at
/// least seven digits without a cue, as many as the shortest local numbers have.
pub(super) fn in_words(scan: &Scan<'_>, at: usize) -> Option<Found> {
    const FEWEST: usize = 7;
    if scan.touches(at) {
        return None;
    }
    let next = digit_words(scan, at);
    let cue = cue_before(scan, at);
    if next - at < FEWEST {
        return None;
    }
    let found = Found::new(
        Kind::Phone,
        sure(cue.is_some(), Confidence::Possible),
        at..next,
    );
    Some(match cue {
        Some(cue) => found.with_cue(cue..cue + 1),
        None => found,
    })
}

/// The token after a run of digit words from `at`.
pub(super) fn digit_words(scan: &Scan<'_>, at: usize) -> usize {
    let mut next = at;
    while scan.has(next, DIGIT) && (next == at || !scan.breaks_before(next)) {
        next += 1;
        if scan.touches(next) && scan.is(next, b'-') && scan.has(next + 1, DIGIT) {
            next += 1;
        }
    }
    next
}
