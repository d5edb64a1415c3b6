//! Dates of birth: a date behind "DOB", "born", "birthday".

use super::date;
use super::scan::{Class, Scan};
use super::words::LINK;
use super::{Confidence, Found, Kind};

/// "date of birth for this gentleman is 3/4/61".
const MOST_BETWEEN: usize = 7;

/// The birth date whose cue is at token `at`.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Found> {
    let mut value = at + 1;
    while value < at + MOST_BETWEEN && !scan.breaks_before(value) {
        let leads = scan.has(value, LINK)
            || matches!(
                scan.class(value),
                Some(Class::Mark(b':' | b'.' | b'=' | b'-' | b'(' | b',' | b'#'))
            )
            || matches!(scan.word(value), "date" | "on" | "back");
        if !leads {
            break;
        }
        value += 1;
    }
    let next = date::behind_birth_cue(scan, value)?;
    // "date of birth", "birth date": the whole phrase is the cue.
    let first =
        if at >= 2 && scan.word(at - 1) == "of" && scan.word(at - 2).eq_ignore_ascii_case("date") {
            at - 2
        } else {
            at
        };
    // Whole obituaries are "born"; only charts have a "DOB".
    let charted = ["dob", "birth"]
        .iter()
        .any(|cue| scan.word(at).eq_ignore_ascii_case(cue));
    let confidence = if charted {
        Confidence::Certain
    } else {
        Confidence::Likely
    };
    Some(
        Found::new(Kind::BirthDate, confidence, first..next)
            .with_cue(first..at + 1)
            .with_value(value),
    )
}
