//! Whose an identifier seems to be, and whether a number is a mere reference.

use super::scan::{Class, Scan};
use super::words::{
    EQUIPMENT, ID, NUMBER, ORGANISATION, REFERENCE, Roles, SELF, STAFF, THIRD, VENUE,
};
use super::{Found, Kind, OwnerHint};

/// How far before and after an identifier the telling word may stand.
const REACH_BEFORE: usize = 9;
const REACH_AFTER: usize = 8;
/// "order no. #: 4471": at most this many tokens from the word to its number.
const REFERENCE_REACH: usize = 5;

const TELLING: Roles = THIRD | SELF | ORGANISATION | STAFF | EQUIPMENT | VENUE;

/// The hint of the nearest telling word in the sentence, before it first.
pub(super) fn hint(scan: &Scan<'_>, found: &Found) -> OwnerHint {
    if matches!(found.kind, Kind::Bed) {
        return place_hint(scan, found);
    }
    if (found.first..found.value).any(|at| scan.has(at, STAFF)) {
        return OwnerHint::Staff;
    }
    let before = before(scan, found.first).find_map(|at| said_by(scan, at));
    before
        .or_else(|| after(scan, found.next).find_map(|at| said_by(scan, at)))
        .unwrap_or(OwnerHint::Unknown)
}

/// A room number is a venue's when any word near it says so.
fn place_hint(scan: &Scan<'_>, found: &Found) -> OwnerHint {
    let near = || before(scan, found.first).chain(after(scan, found.next));
    if near().any(|at| scan.has(at, VENUE)) {
        return OwnerHint::Venue;
    }
    near()
        .find_map(|at| said_by(scan, at))
        .unwrap_or(OwnerHint::Unknown)
}

fn before<'s>(scan: &'s Scan<'_>, first: usize) -> impl Iterator<Item = usize> + 's {
    (first.saturating_sub(REACH_BEFORE)..first)
        .rev()
        .take_while(|at| !scan.breaks_before(at + 1))
}

fn after<'s>(scan: &'s Scan<'_>, next: usize) -> impl Iterator<Item = usize> + 's {
    (next..scan.len().min(next + REACH_AFTER)).take_while(|at| !scan.breaks_before(*at))
}

fn said_by(scan: &Scan<'_>, at: usize) -> Option<OwnerHint> {
    let roles = scan.get(at)?.word.roles & TELLING;
    [
        (STAFF, OwnerHint::Staff),
        (EQUIPMENT, OwnerHint::Equipment),
        (VENUE, OwnerHint::Venue),
        (SELF, OwnerHint::Writer),
        (THIRD, OwnerHint::ThirdPerson),
        (ORGANISATION, OwnerHint::Organisation),
    ]
    .into_iter()
    .find_map(|(role, hint)| (roles & role != 0).then_some(hint))
}

/// Whether the number at `at` is an order's, flight's, page's, paper's.
pub(super) fn refers_elsewhere(scan: &Scan<'_>, at: usize) -> bool {
    for before in (at.saturating_sub(REFERENCE_REACH)..at).rev() {
        if scan.has(before, REFERENCE) {
            return true;
        }
        let leads_on = scan.has(before, NUMBER | ID)
            || matches!(
                scan.class(before),
                Some(Class::Mark(b'#' | b':' | b'.' | b'=' | b'(' | b'-'))
            )
            || matches!(scan.word(before), "is" | "was" | "the" | "my" | "our");
        if !leads_on || scan.breaks_before(before + 1) {
            return false;
        }
    }
    false
}
