//! Labels and the values they introduce: "MRN: 483920", "his insurance ID is HP-…".
//!
//! The label words and which entry they lead to are in `words.rs`.

use super::code::{self, Code};
use super::scan::{Class, Scan};
use super::words::{DIGIT, ID, LABEL, LAST_FOUR, LINK, NUMBER, PHONE, REFERENCE, THIRD, UNIT};
use super::{Confidence, Found, Kind, national, owner, phone, plate};

/// How much a label word says on its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Needs "number", "ID", "#" or "ending in": "card".
    Named,
    /// An ordinary word: needs one of those, or a telling value.
    Weak,
    /// Nearly always a label before four digits or more.
    Medium,
    /// Nothing else: "MRN".
    Strong,
}

/// What a label word introduces.
#[derive(Clone, Copy)]
pub(super) struct Label {
    pub(super) kind: Kind,
    pub(super) strength: Strength,
    fewest_digits: usize,
    /// Of two label words in one label the higher rank names it ("patient account no").
    rank: u8,
}

const fn label(kind: Kind, strength: Strength, fewest_digits: usize, rank: u8) -> Label {
    Label {
        kind,
        strength,
        fewest_digits,
        rank,
    }
}

/// In the order of the label values in `words.rs`.
static LABELS: [Label; 19] = [
    label(Kind::Record, Strength::Strong, 3, 4),
    label(Kind::Record, Strength::Medium, 4, 2),
    label(Kind::Record, Strength::Weak, 4, 1),
    label(Kind::HealthPlan, Strength::Weak, 3, 2),
    label(Kind::NhsNumber, Strength::Medium, 10, 4),
    label(Kind::ChiNumber, Strength::Medium, 10, 4),
    label(Kind::Medicare, Strength::Weak, 7, 4),
    label(Kind::Aadhaar, Strength::Strong, 4, 4),
    label(Kind::PhilHealth, Strength::Medium, 9, 4),
    label(Kind::Ssn, Strength::Medium, 9, 4),
    label(Kind::NationalId, Strength::Medium, 4, 3),
    label(Kind::Account, Strength::Weak, 4, 3),
    label(Kind::Licence, Strength::Weak, 4, 3),
    label(Kind::Plate, Strength::Medium, 1, 3),
    label(Kind::Device, Strength::Medium, 3, 3),
    label(Kind::Account, Strength::Named, 4, 0),
    label(Kind::HealthPlan, Strength::Medium, 4, 2),
    label(Kind::Account, Strength::Medium, 4, 3),
    label(Kind::Licence, Strength::Medium, 4, 3),
];

/// What stands between a label and its value.
#[derive(Clone, Copy)]
pub(super) struct Lead {
    pub(super) first: usize,
    /// The token after the last label word.
    pub(super) head_end: usize,
    pub(super) label: Label,
    pub(super) value: usize,
    /// "number", "ID", "#".
    pub(super) named: bool,
    /// ":" or "is".
    pub(super) linked: bool,
    /// "ends in", "last four".
    pub(super) partial: bool,
}

/// No label is farther from its value than "MRN for this lovely gentleman is".
const MOST_BETWEEN: usize = 9;
/// A labelled number this long is certain; shorter ones are likely.
const CERTAIN_DIGITS: usize = 5;
/// An ordinary word directly before digits is a label from this length on.
const BARE_DIGITS: usize = 6;
/// Spoken digits after a label: as few as a short record number has.
const FEWEST_SPOKEN: usize = 3;

/// The labelled value whose label starts at token `at`.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let lead = lead(scan, at)?;
    if lead.label.kind == Kind::Plate
        && let Some(found) = plate::after(scan, &lead)
    {
        return Some(found);
    }
    let value = value(scan, &lead).or_else(|| spoken(scan, &lead));
    value.or_else(|| {
        (lead.label.strength == Strength::Strong)
            .then(|| value_before(scan, at))
            .flatten()
    })
}

/// Reads label words and what leads to the value.
fn lead(scan: &Scan<'_>, at: usize) -> Option<Lead> {
    let index = scan.value(at, LABEL)?;
    let label = *LABELS.get(usize::from(index))?;
    // "pt MRN 4…": the label proper comes next. "S" is one only in "S/N".
    let person = scan.has(at, THIRD) && scan.has(at + 1, LABEL);
    let is_serial = scan.is(at + 1, b'/') && scan.word(at + 2).eq_ignore_ascii_case("n");
    if person || (scan.word(at).len() == 1 && !is_serial) {
        return None;
    }
    let partial = (at.saturating_sub(5)..at)
        .any(|near| scan.has(near, LAST_FOUR) && scan.word(near) != "digits");
    let mut lead = Lead {
        first: at,
        head_end: at + if is_serial { 3 } else { 1 },
        label,
        value: at + if is_serial { 3 } else { 1 },
        named: false,
        linked: false,
        partial,
    };
    for token in lead.head_end..at + MOST_BETWEEN {
        if scan.breaks_before(token) || !step(scan, token, &mut lead) {
            lead.value = token;
            break;
        }
        lead.value = token + 1;
    }
    Some(lead)
}

/// Takes token `token` into the label or its lead; no when it is something else.
fn step(scan: &Scan<'_>, token: usize, lead: &mut Lead) -> bool {
    // "MRN: CHI-789012": a prefix of the value, whatever else it labels.
    let prefix = scan.is(token + 1, b'-') && scan.touches(token + 1) && scan.touches(token + 2);
    if prefix && scan.is_upper(token) {
        return false;
    }
    if let Some(index) = scan.value(token, LABEL) {
        if scan.word(token).len() == 1 {
            return scan.word(token) == "s" && scan.touches(token);
        }
        let Some(label) = LABELS.get(usize::from(index)) else {
            return false;
        };
        if label.rank >= lead.label.rank {
            lead.label = *label;
        }
        lead.head_end = token + 1;
        return true;
    }
    if scan.has(token, PHONE | REFERENCE) && !scan.has(token, NUMBER | ID) {
        return false;
    }
    if scan.has(token, NUMBER | ID) {
        lead.named = true;
        lead.head_end = token + 1;
        return true;
    }
    if scan.has(token, LINK) {
        lead.linked |= matches!(
            scan.word(token),
            "is" | "was" | "are" | "under" | "as" | "Is"
        );
        lead.partial |= matches!(
            scan.word(token),
            "ends" | "ending" | "end" | "starts" | "starting"
        );
        return !scan.has(token, DIGIT);
    }
    match scan.class(token) {
        Some(Class::Mark(b'#' | b'*')) => lead.named = true,
        Some(Class::Mark(b':' | b'=')) => lead.linked = true,
        Some(Class::Mark(b',')) => return lead.partial || lead.label.strength == Strength::Strong,
        Some(Class::Mark(b'.' | b'-' | b'(' | b'[' | b'\'' | b'"' | b'>' | b'/')) => {}
        // "his MRN for proof: 00482913": a strong label reaches over a word to its colon.
        Some(Class::Word) => {
            return (scan.word(token) == "s" && scan.touches(token))
                || (lead.label.strength == Strength::Strong && scan.is(token + 1, b':'));
        }
        _ => return false,
    }
    true
}

fn value(scan: &Scan<'_>, lead: &Lead) -> Option<Found> {
    let code = code::read(scan, lead.value)?;
    let label = lead.label;
    // "our group #ep2014": a hashtag.
    let hashtag = scan.is(lead.value - 1, b'#')
        && scan
            .word(lead.value)
            .as_bytes()
            .first()
            .is_some_and(u8::is_ascii_lowercase);
    if hashtag && label.strength < Strength::Strong {
        return None;
    }
    if is_ruled_out(scan, lead, &code) {
        return None;
    }
    if let Some(confidence) = national::labelled(scan, lead, &code) {
        return Some(found(lead, confidence, code.next));
    }
    if !is_free_form(label.kind) {
        return None;
    }
    Some(found(lead, confidence(lead, &code)?, code.next))
}

/// How sure a free-form value is behind its label; none when it says too little.
fn confidence(lead: &Lead, code: &Code) -> Option<Confidence> {
    let label = lead.label;
    let fewest = if lead.partial {
        FEWEST_SPOKEN
    } else {
        label.fewest_digits
    };
    let is_years = label.strength < Strength::Strong && code.is_year_span && !lead.named;
    if code.digits < fewest || is_years {
        return None;
    }
    let named = lead.named || label.strength == Strength::Strong;
    let lettered = code.letters > 0;
    let telling =
        code.digits >= BARE_DIGITS || (lettered && code.digits + code.letters >= BARE_DIGITS);
    match label.strength {
        _ if named && code.digits >= CERTAIN_DIGITS => Some(Confidence::Certain),
        _ if named || lead.partial => Some(Confidence::Likely),
        Strength::Named => None,
        Strength::Weak if !telling => None,
        Strength::Weak if !lettered && !lead.linked => Some(Confidence::Possible),
        Strength::Weak | Strength::Medium | Strength::Strong => Some(Confidence::Likely),
    }
}

fn found(lead: &Lead, confidence: Confidence, next: usize) -> Found {
    Found::new(lead.label.kind, confidence, lead.first..next)
        .with_cue(lead.first..lead.head_end)
        .with_value(lead.value)
}

/// Kinds whose values have no fixed shape.
fn is_free_form(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Record
            | Kind::HealthPlan
            | Kind::Account
            | Kind::Licence
            | Kind::Device
            | Kind::NationalId
    )
}

/// Quantities, dates, decimals and references behind a label word.
fn is_ruled_out(scan: &Scan<'_>, lead: &Lead, code: &Code) -> bool {
    let quantity = scan.has(code.next, UNIT)
        && scan.word(code.next) != "of"
        && !scan.touches(code.next)
        && !lead.named
        && !lead.linked;
    let date = super::date::at(scan, lead.value).is_some_and(|date| {
        lead.label.strength < Strength::Strong && date.next >= code.next && !lead.named
    });
    quantity || date || owner::refers_elsewhere(scan, lead.first)
}

/// "MRN four eight three nine".
fn spoken(scan: &Scan<'_>, lead: &Lead) -> Option<Found> {
    let next = phone::digit_words(scan, lead.value);
    let enough =
        next - lead.value >= FEWEST_SPOKEN && (lead.named || lead.label.strength > Strength::Weak);
    enough.then(|| found(lead, Confidence::Likely, next))
}

/// "483920 (MRN)", "483920 is his MRN".
fn value_before(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let mut end = at;
    for _ in 0..4 {
        let before = end.checked_sub(1)?;
        let filler = scan.has(before, LINK) || scan.is(before, b'(') || scan.is(before, b'[');
        if !filler || scan.breaks_before(end) {
            break;
        }
        end = before;
    }
    let last = end.checked_sub(1)?;
    if end == at || !matches!(scan.class(last), Some(Class::Digits | Class::Mixed)) {
        return None;
    }
    let mut first = last;
    while first >= 2 && scan.touches(first) && scan.is(first - 1, b'-') && scan.touches(first - 1) {
        first -= 2;
    }
    let code = code::read(scan, first)?;
    (code.next == end && code.digits >= CERTAIN_DIGITS).then(|| {
        Found::new(Kind::Record, Confidence::Likely, first..at + 1)
            .with_cue(at..at + 1)
            .with_value(first)
    })
}
