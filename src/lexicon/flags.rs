//! What the lists say about a word, as bits. `build.rs` includes this file, so
//! that a section heading in `data/lexicon` and a bit have one spelling.

/// A first name.
pub const FIRST_NAME: u32 = 1;
/// A first name many people bear; always with [`FIRST_NAME`].
pub const COMMON_FIRST: u32 = 1 << 1;
/// A surname.
pub const SURNAME: u32 = 1 << 2;
/// A surname many people bear; always with [`SURNAME`].
pub const COMMON_SURNAME: u32 = 1 << 3;
/// A name that is also an ordinary word: Will, Rose, White. Derived.
pub const NAME_IS_WORD: u32 = 1 << 4;
/// A town, city or well-known district.
pub const CITY: u32 = 1 << 5;
/// A state, province, county or other region.
pub const REGION: u32 = 1 << 6;
/// A US county's name, which counts only beside "County" or "Parish".
pub const COUNTY: u32 = 1 << 7;
/// A country.
pub const COUNTRY: u32 = 1 << 8;
/// A demonym: Nigerian, Geordie.
pub const NATIONALITY: u32 = 1 << 9;
/// A place that is also an ordinary word: Reading, Mobile. Derived.
pub const PLACE_IS_WORD: u32 = 1 << 10;
/// A drug or a brand of one.
pub const DRUG: u32 = 1 << 11;
/// A condition or symptom.
pub const CONDITION: u32 = 1 << 12;
/// A condition rare enough to point at a person.
pub const RARE_CONDITION: u32 = 1 << 13;
/// A procedure or investigation.
pub const PROCEDURE: u32 = 1 << 14;
/// A part of the body.
pub const ANATOMY: u32 = 1 << 15;
/// One of the most used English words: a vote against a name.
pub const ORDINARY: u32 = 1 << 16;
/// Means this only when written in capitals: CHF, TX.
pub const ABBREVIATION: u32 = 1 << 17;
/// Often means something else; needs other evidence: PE, MS, stroke, cold.
pub const AMBIGUOUS: u32 = 1 << 18;
/// A well-known hospital or health system; others are known by their shape.
pub const FACILITY: u32 = 1 << 19;

/// The names section headings use.
pub const NAMED: &[(&str, u32)] = &[
    ("FIRST_NAME", FIRST_NAME),
    ("COMMON_FIRST", COMMON_FIRST),
    ("SURNAME", SURNAME),
    ("COMMON_SURNAME", COMMON_SURNAME),
    ("CITY", CITY),
    ("REGION", REGION),
    ("COUNTY", COUNTY),
    ("COUNTRY", COUNTRY),
    ("NATIONALITY", NATIONALITY),
    ("FACILITY", FACILITY),
    ("DRUG", DRUG),
    ("CONDITION", CONDITION),
    ("RARE_CONDITION", RARE_CONDITION),
    ("PROCEDURE", PROCEDURE),
    ("ANATOMY", ANATOMY),
    ("ORDINARY", ORDINARY),
    ("ABBREVIATION", ABBREVIATION),
    ("AMBIGUOUS", AMBIGUOUS),
];

/// A name of a person.
pub const NAMES: u32 = FIRST_NAME | SURNAME;
/// A name of a place that stands on its own.
pub const PLACES: u32 = CITY | REGION | COUNTRY;
/// What medicine is about.
pub const MEDICAL: u32 = DRUG | CONDITION | PROCEDURE | ANATOMY;
