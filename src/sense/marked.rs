//! Classes that facts other than the lists mark, above those of the lists.

/// A person's name.
pub const NAME: u128 = 1 << 112;
/// A name behind "Mr", "Mrs", "Ms", "Miss".
pub const TITLED_NAME: u128 = 1 << 113;
/// A name behind "Dr", "Prof", "Nurse".
pub const CLINICIAN_NAME: u128 = 1 << 114;
/// Initials that stand for a person.
pub const INITIALS: u128 = 1 << 115;
/// An age.
pub const AGE: u128 = 1 << 116;
/// A time of day with a number.
pub const CLOCK: u128 = 1 << 117;
/// A bed, room, bay or chair with a number or letter.
pub const BED_NUMBER: u128 = 1 << 118;
/// A town, region or country.
pub const PLACE: u128 = 1 << 119;
/// A hospital, clinic or ward by name.
pub const FACILITY: u128 = 1 << 120;
/// A condition or symptom.
pub const CONDITION: u128 = 1 << 121;
/// A drug.
pub const DRUG: u128 = 1 << 122;
/// A procedure or investigation.
pub const PROCEDURE: u128 = 1 << 123;
/// A part of the body.
pub const ANATOMY: u128 = 1 << 124;
/// A rare condition.
pub const RARE: u128 = 1 << 125;
/// A contact, record or device number, or an address.
pub const IDENTIFIER: u128 = 1 << 126;
/// A calendar date.
pub const DATE: u128 = 1 << 127;
