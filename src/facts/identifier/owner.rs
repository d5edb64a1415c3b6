//! Whose an identifier seems to be, and whether a number is a mere reference.

use super::scan::{Class, Scan};
use super::words::{
    AT_WORK, EQUIPMENT, FAX, ID, KIN, LABEL, NUMBER, ORGANISATION, OWNED, PATIENT, PHONE,
    REFERENCE, Roles, SELF, SOCIAL, STAFF, THIRD, VENUE, ZIP,
};
use super::{Found, Kind, Owner};

/// How far before and after an identifier the telling word may stand.
const REACH_BEFORE: usize = 9;
const REACH_AFTER: usize = 8;
/// "order no. #: 4471": at most this many tokens from the word to its number.
const REFERENCE_REACH: usize = 5;
/// "my dear old mum's": how far before a relative its owner may stand.
const KIN_REACH: usize = 4;

const TELLING: Roles = THIRD | SELF | ORGANISATION | STAFF | EQUIPMENT | VENUE;
/// Words that lead from its name to an identifier: "her fax is", "for the patient at".
const LEADS: [&str; 7] = ["is", "was", "are", "at", "on", "of", "for"];
/// What may stand between an identifier and the words that own it.
const BETWEEN: Roles = OWNED | NUMBER | ID | PHONE | FAX | SOCIAL | ZIP | LABEL;

/// Whose `found` is: by the words that own it, else by the nearest telling word
/// in the sentence, before it first.
pub(super) fn of(scan: &Scan<'_>, found: &Found) -> Owner {
    if matches!(found.kind, Kind::Bed) {
        return place_owner(scan, found);
    }
    if (found.first..found.value).any(|at| scan.has(at, STAFF)) {
        return Owner::Staff;
    }
    if let Some(owner) = possessor(scan, found) {
        return owner;
    }
    let before = before(scan, found.first).find_map(|at| said_by(scan, at));
    let near = before.or_else(|| after(scan, found.next).find_map(|at| said_by(scan, at)));
    // A ward near a record number does not own it, as a desk near a telephone does.
    // Nor does whoever is near own an account, a licence or a device.
    let owned = matches!(found.kind, Kind::Account | Kind::Licence | Kind::Device);
    near.filter(|owner| match owner {
        Owner::Organisation => found.kind.is_contact(),
        Owner::ThirdPerson => {
            !owned || self::before(scan, found.first).any(|at| scan.has(at, PATIENT))
        }
        // "dob 02/11/51, CT chest": no machine has one.
        Owner::Equipment | Owner::Venue => !found.kind.is_a_persons(),
        _ => true,
    })
    .unwrap_or(Owner::Unknown)
}

/// "the patient's MRN", "my own fax number", "the clinic's website is": read back
/// from the identifier, over its name and the like, to who owns it.
fn possessor(scan: &Scan<'_>, found: &Found) -> Option<Owner> {
    for at in before(scan, found.value) {
        // "DOB for my patient is": inside the label; its first word is the label's own.
        let inside = at > found.first;
        let owns = inside || scan.is(at + 1, b'\'') || scan.has(at + 1, BETWEEN);
        let labels = at == found.first && at < found.value && !scan.is(at + 1, b'\'');
        if labels && scan.has(at, PATIENT) && is_said(scan, at.wrapping_sub(1), &["our"]) {
            return Some(Owner::Patient);
        }
        if let Some(owner) = owner_word(scan, at, owns && !labels) {
            return Some(owner);
        }
        let somebody = scan.has(at, THIRD | KIN | AT_WORK | ORGANISATION) && !labels;
        let mark = matches!(
            scan.class(at),
            Some(Class::Mark(
                b'\'' | b':' | b'-' | b'=' | b'#' | b'/' | b'.' | b'@'
            ))
        );
        let leads = scan.has(at, BETWEEN) || mark || is_said(scan, at, &LEADS);
        if somebody || !leads {
            return None;
        }
    }
    None
}

fn is_said(scan: &Scan<'_>, at: usize, words: &[&str]) -> bool {
    let word = scan.word(at);
    words.iter().any(|said| word.eq_ignore_ascii_case(said))
}

/// What the word at `at` says of what it `owns`.
fn owner_word(scan: &Scan<'_>, at: usize, owns: bool) -> Option<Owner> {
    if is_said(scan, at, &["my", "mine"]) {
        return Some(Owner::Writer);
    }
    if is_said(scan, at, &["our"]) {
        return Some(Owner::Organisation);
    }
    if is_said(scan, at, &["her", "his", "their"]) {
        return Some(Owner::ThirdPerson);
    }
    if !owns || is_said(scan, at, &["your", "yours"]) {
        return None;
    }
    if scan.has(at, PATIENT) {
        return Some(Owner::Patient);
    }
    if scan.has(at, KIN) {
        return Some(kin_owner(scan, at));
    }
    [
        (STAFF | AT_WORK, Owner::Staff),
        (ORGANISATION, Owner::Organisation),
        (VENUE, Owner::Venue),
        (THIRD, Owner::ThirdPerson),
    ]
    .into_iter()
    .find_map(|(role, owner)| scan.has(at, role).then_some(owner))
}

/// "my mum's", "my patient's mum's", "her mum's".
fn kin_owner(scan: &Scan<'_>, at: usize) -> Owner {
    for before in before(scan, at).take(KIN_REACH) {
        if scan.has(before, PATIENT) {
            return Owner::Patient;
        }
        if is_said(scan, before, &["my", "our"]) {
            return Owner::OwnKin;
        }
        if scan.has(before, THIRD) {
            break;
        }
    }
    Owner::ThirdPerson
}

/// A room number is a venue's when any word near it says so.
fn place_owner(scan: &Scan<'_>, found: &Found) -> Owner {
    let near = || before(scan, found.first).chain(after(scan, found.next));
    if near().any(|at| scan.has(at, VENUE)) {
        return Owner::Venue;
    }
    near()
        .find_map(|at| said_by(scan, at))
        .unwrap_or(Owner::Unknown)
}

fn before<'s>(scan: &'s Scan<'_>, first: usize) -> impl Iterator<Item = usize> + 's {
    (first.saturating_sub(REACH_BEFORE)..first)
        .rev()
        .take_while(|at| !scan.breaks_before(at + 1))
}

fn after<'s>(scan: &'s Scan<'_>, next: usize) -> impl Iterator<Item = usize> + 's {
    (next..scan.len().min(next + REACH_AFTER)).take_while(|at| !scan.breaks_before(*at))
}

fn said_by(scan: &Scan<'_>, at: usize) -> Option<Owner> {
    let roles = scan.get(at)?.word.roles & TELLING;
    [
        (STAFF, Owner::Staff),
        (EQUIPMENT, Owner::Equipment),
        (VENUE, Owner::Venue),
        (SELF, Owner::Writer),
        (THIRD, Owner::ThirdPerson),
        (ORGANISATION, Owner::Organisation),
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
