//! Rule `patient-direct-identifier`.

use crate::declare_rule;
use crate::context::Surface;
use crate::facts::care::{Anchor, Strength};
use crate::facts::identifier::{Confidence, Identifier, Kind, OwnerHint};
use crate::facts::subject::who;
use crate::sense::{class, marked};
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// A number or address of one patient.
    ///
    /// A record or insurance number, a birth date, a phone number, an address or a bed of one person in care.
    ///
    /// ## Why pause
    /// A number or address like this leads straight to one person.
    ///
    /// ## Write instead
    /// Leave it out here. The record system or the secure message is the place for it.
    ///
    /// ## When it differs
    /// Silent for the clinic's own contacts, machines, registrations and public lines; consent words do not clear it.
    ///
    /// ## Source
    /// 45 CFR 164.514(b)(2)
    /// AMA Opinion 2.3.2
    "patient-direct-identifier", Privacy, Stop, judge,
}

/// Words that make a contact one of a person in care.
const OF_CARE: u128 = class::IN_CARE
    | class::FINDING
    | class::CARE_EVENT
    | class::CARE_ACT
    | marked::CONDITION
    | marked::PROCEDURE
    | marked::DRUG;

/// Somebody, in the sentence of the number.
const SOMEBODY: u128 = class::IN_CARE
    | class::HE_SHE
    | class::KIN
    | marked::TITLED_NAME
    | marked::AGE;
/// Words that make a contact a clinic's, a shop's or a colleague's.
const ELSEWHERE: u128 = class::REDIRECT | class::CLINICIAN | class::COLLEAGUE | class::PEOPLE_MANY;
/// "my own MRN is": how far before the number its owner may stand.
const OWNER_REACH: usize = 4;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let told = scene.facts.identifier_told();
    let told = told.map(|cue| Judgement::new(Severity::Stop, scene.bytes(cue.tokens.clone())));
    let told = told.map(|told| told.fixes(&[FixKind::RemoveSpan]));
    number(scene).or(told).or_else(|| bed(scene))
}

fn number(scene: &Scene<'_>) -> Option<Judgement> {
    if scene.has(class::ANIMAL) {
        return None;
    }
    let found = scene
        .facts
        .identifiers
        .iter()
        .find(|found| is_patients(scene, found))?;
    Some(
        Judgement::new(Severity::Stop, found.byte_start..found.byte_end)
            .evidence(found.cue.clone().map(|cue| (MentionKind::Id, cue)))
            .fixes(&[FixKind::RemoveSpan]),
    )
}

fn is_patients(scene: &Scene<'_>, found: &Identifier) -> bool {
    let tokens = scene.draft.tokens();
    let at = tokens.at_byte(found.byte_start);
    let Some(token) = tokens.all().get(at) else {
        return false;
    };
    let sentence = token.sentence as usize;
    let about = scene.facts.subjects.get(sentence).copied().unwrap_or(0);
    let here = tokens.sentence(sentence);
    let said = |classes: u128| {
        here.clone()
            .any(|at| scene.facts.senses.of(at) & classes != 0)
    };
    let owned = (at.saturating_sub(OWNER_REACH)..at)
        .any(|before| matches!(tokens.lower(before), "my" | "mine" | "our" | "im"));
    let elsewhere = matches!(
        found.owner_hint,
        OwnerHint::Writer
            | OwnerHint::Staff
            | OwnerHint::Equipment
            | OwnerHint::Venue
            | OwnerHint::Reference
            | OwnerHint::Public
    );
    if elsewhere || owned || about & (who::OWN_KIN | who::WRITER | who::INVENTED) != 0 {
        return false;
    }
    let case = scene.facts.case.as_ref();
    let in_care = case.is_some_and(|case| case.strength >= Strength::Likely);
    let of_care = in_care || said(OF_CARE);
    let somebody = said(SOMEBODY) || scene.has(class::HE_SHE);
    match found.kind {
        Kind::Record
        | Kind::NhsNumber
        | Kind::ChiNumber
        | Kind::Medicare
        | Kind::PhilHealth
        | Kind::HealthPlan => {
            found.confidence == Confidence::Certain
                || found.confidence == Confidence::Likely && (of_care || somebody)
        }
        Kind::BirthDate | Kind::Ssn | Kind::Aadhaar | Kind::NationalId => {
            found.confidence >= Confidence::Likely && (of_care || somebody)
        }
        Kind::Phone | Kind::Email | Kind::Address | Kind::Plate => {
            contact(scene, found, of_care || scene.has(OF_CARE)) && somebody && !said(ELSEWHERE)
        }
        _ => false,
    }
}

/// It is said to be another person's, or somebody is ill and no clinic answers there.
fn contact(scene: &Scene<'_>, found: &Identifier, of_care: bool) -> bool {
    let theirs = found.owner_hint == OwnerHint::ThirdPerson;
    let unsaid = found.owner_hint == OwnerHint::Unknown && !scene.has(ELSEWHERE | class::WE);
    of_care && (theirs || unsaid) && !scene.on(Surface::ReviewResponse)
}

/// A bed or room alone is a caution.
fn bed(scene: &Scene<'_>) -> Option<Judgement> {
    let case = scene.facts.case.as_ref()?;
    (case.anchor == Anchor::Bed && case.strength >= Strength::Likely && !case.is_long_ago).then(|| {
        Judgement::new(Severity::Caution, scene.bytes(case.care.clone()))
            .fixes(&[FixKind::RemoveSpan, FixKind::Generalise])
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "can someone recheck [[MRN 4471902]], the repeat lactate was pending",
        "her number is [[555-0142]], she is the lady with the stoma, ring her after six",
        "patient [[DOB 3/4/1951]] is still waiting for a bed",
        "[[bed 14]] is confused again tonight and singing",
        "The patient lives at [[14 Quarry Lane]] and his oxygen runs out tonight",
        "hosp no [[K449210]], bloods not back yet",
        "[[here's her full name]] and date of birth, tell me if you've seen her chart",
    ],
    allows: &[
        "Call the clinic at 555-0199 for flu jabs",
        "My own MRN is 4471902, should anyone from records read this",
        "MRI machine no. 00482913 is installed",
        "My registration number changed, it is on the public register",
        "Bed 4 is on sale at the furniture shop",
        "In crisis? Call 988, any hour",
    ],
};
