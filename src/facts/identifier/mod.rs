//! Identifiers: numbers, addresses, dates and handles that can point to one person.
//!
//! Shapes, check digits and the words beside a value decide what it is; whether
//! it matters is a rule's business. One pass over tokens, a file per kind.

mod account;
mod address;
mod bed;
mod birth;
mod check;
mod code;
mod date;
mod device;
mod digits;
mod email;
mod handle;
mod hashtag;
mod ip;
mod kind;
mod labels;
mod lookup;
mod national;
mod owner;
mod phone;
mod plate;
mod postcode;
mod public_line;
mod record;
mod scan;
mod url;
mod words;

use std::ops::Range;

pub use kind::{Confidence, Kind, Owner};

use scan::{Class, Scan};

/// One identifier in the folded draft. All offsets are bytes of that text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// What it is.
    pub kind: Kind,
    /// Where it starts, a label that is part of it included ("MRN 483920").
    pub byte_start: usize,
    /// Where it ends.
    pub byte_end: usize,
    /// The value alone ("483920").
    pub value: Range<usize>,
    /// How sure it is.
    pub confidence: Confidence,
    /// The word that gave it away ("MRN"), if one did.
    pub cue: Option<Range<usize>>,
    /// Whose it seems to be.
    pub owner: Owner,
    /// A hashtag's inner words; empty for other kinds.
    pub words: Vec<Range<usize>>,
}

/// What a scanner found, in tokens `first..next`.
struct Found {
    kind: Kind,
    confidence: Confidence,
    first: usize,
    next: usize,
    /// The token the value starts at.
    value: usize,
    /// The cue's tokens.
    cue: Option<Range<usize>>,
    /// Set where the scanner knows better than the words around.
    owner: Option<Owner>,
}

impl Found {
    fn new(kind: Kind, confidence: Confidence, tokens: Range<usize>) -> Self {
        Self {
            kind,
            confidence,
            first: tokens.start,
            next: tokens.end,
            value: tokens.start,
            cue: None,
            owner: None,
        }
    }

    fn with_cue(mut self, cue: Range<usize>) -> Self {
        self.cue = Some(cue);
        self
    }

    fn with_value(mut self, value: usize) -> Self {
        self.value = value;
        self
    }

    fn with_owner(mut self, owner: Owner) -> Self {
        self.owner = Some(owner);
        self
    }
}

/// Every identifier in `folded`, in order and without overlaps.
#[must_use]
pub fn find(folded: &str) -> Vec<Identifier> {
    let scan = Scan::new(folded);
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < scan.len() {
        let Some(hit) = at_token(&scan, at) else {
            at += 1;
            continue;
        };
        // An e-mail address is known by its "@", after its name was read.
        while found.last().is_some_and(|last| last.next > hit.first) {
            found.pop();
        }
        at = hit.next.max(at + 1);
        found.push(hit);
    }
    found
        .into_iter()
        .filter_map(|hit| identifier(&scan, hit))
        .collect()
}

fn identifier(scan: &Scan<'_>, hit: Found) -> Option<Identifier> {
    let owner = hit.owner.unwrap_or_else(|| owner::of(scan, &hit));
    // A bare number on a machine or in a catalogue is nobody's record.
    if hit.confidence == Confidence::Possible
        && hit.kind == Kind::Record
        && matches!(owner, Owner::Equipment | Owner::Reference)
    {
        return None;
    }
    let byte_end = scan.byte_end(hit.next - 1);
    let words = if hit.kind == Kind::Hashtag {
        hashtag::words(scan.text, scan.byte_start(hit.value)..byte_end)
    } else {
        Vec::new()
    };
    Some(Identifier {
        kind: hit.kind,
        byte_start: scan.byte_start(hit.first),
        byte_end,
        value: scan.byte_start(hit.value)..byte_end,
        confidence: hit.confidence,
        cue: hit
            .cue
            .map(|cue| scan.byte_start(cue.start)..scan.byte_end(cue.end - 1)),
        owner,
        words,
    })
}

/// The identifier that starts, or is given away, at token `at`.
fn at_token(scan: &Scan<'_>, at: usize) -> Option<Found> {
    match scan.class(at)? {
        Class::Mark(b'@') => email::at(scan, at).or_else(|| handle::at(scan, at)),
        Class::Mark(b'#') => hashtag::at(scan, at),
        Class::Mark(b'+') => phone::at(scan, at),
        Class::Mark(b'(' | b'[') => device::udi(scan, at)
            .or_else(|| phone::at(scan, at))
            .or_else(|| email::spelt(scan, at + 1)),
        Class::Mark(_) => None,
        Class::Digits => at_digits(scan, at),
        Class::Mixed => at_mixed(scan, at),
        Class::Word => at_word(scan, at),
    }
}

fn at_digits(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if !code::starts_clean(scan, at) {
        return None;
    }
    ip::at(scan, at)
        .or_else(|| device::mac(scan, at))
        .or_else(|| ip::version_six(scan, at))
        .or_else(|| date::at(scan, at))
        .or_else(|| address::at_number(scan, at))
        .or_else(|| public_line::at(scan, at))
        .or_else(|| national::at_digits(scan, at))
        .or_else(|| account::card(scan, at))
        .or_else(|| phone::at(scan, at))
        .or_else(|| postcode::at_digits(scan, at))
        .or_else(|| record::bare(scan, at))
}

fn at_mixed(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if !code::starts_clean(scan, at) {
        return None;
    }
    url::at(scan, at)
        .or_else(|| device::mac(scan, at))
        .or_else(|| ip::version_six(scan, at))
        .or_else(|| date::at(scan, at))
        .or_else(|| postcode::at_mixed(scan, at))
        .or_else(|| national::at_mixed(scan, at))
        .or_else(|| account::iban(scan, at))
        .or_else(|| phone::extension(scan, at))
        .or_else(|| address::at_number(scan, at))
}

fn at_word(scan: &Scan<'_>, at: usize) -> Option<Found> {
    use words::{
        AT, AU_STATE, BARANGAY, BED, BIRTH, BOX, DETERMINER, DIGIT, EXTENSION, FLAT, LABEL, MONTH,
        ORDINAL, POSITION, SOCIAL, US_STATE, WEEKDAY, ZIP,
    };
    const TRIGGERS: words::Roles = LABEL
        | BIRTH
        | BED
        | MONTH
        | ORDINAL
        | WEEKDAY
        | ZIP
        | US_STATE
        | AU_STATE
        | FLAT
        | BARANGAY
        | BOX
        | AT
        | EXTENSION
        | SOCIAL
        | DIGIT
        | POSITION
        | DETERMINER;
    let roles = scan.get(at)?.word.roles & TRIGGERS;
    // Most words lead nowhere: another word follows, and they announce nothing.
    if roles == 0 && matches!(scan.class(at + 1), Some(Class::Word) | None) {
        return None;
    }
    if let Some(found) = url::at(scan, at) {
        return Some(found);
    }
    if roles == 0 {
        return national::at_word(scan, at)
            .or_else(|| device::mac(scan, at))
            .or_else(|| postcode::at_place(scan, at));
    }
    let when = |wanted, scanner: fn(&Scan<'_>, usize) -> Option<Found>| {
        if roles & wanted == 0 {
            None
        } else {
            scanner(scan, at)
        }
    };
    when(LABEL, labels::at)
        .or_else(|| when(BIRTH, birth::at))
        .or_else(|| when(BED, bed::at))
        .or_else(|| when(MONTH | ORDINAL | WEEKDAY, date::at))
        .or_else(|| when(ZIP | US_STATE | AU_STATE, postcode::at_cue))
        .or_else(|| when(FLAT, address::at_flat))
        .or_else(|| when(BARANGAY, address::at_barangay))
        .or_else(|| when(BOX, address::at_box))
        .or_else(|| when(AT, email::spelt))
        .or_else(|| when(EXTENSION, phone::extension))
        .or_else(|| when(SOCIAL, handle::named))
        .or_else(|| when(DIGIT, phone::in_words))
        .or_else(|| when(POSITION, bed::after_preposition))
        .or_else(|| when(DETERMINER, bed::metonym))
        .or_else(|| national::at_word(scan, at))
        .or_else(|| device::mac(scan, at))
}
