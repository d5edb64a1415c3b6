//! Rule `patient-direct-identifier`.

use crate::declare_rule;
use crate::context::Surface;
use crate::facts::care::{Anchor, Strength};
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// A number or address of one patient.
    ///
    /// Any number, date of birth, address, account name or print that leads to one person in care, or
    /// that person's bed.
    ///
    /// ## Why pause
    /// A number or address like this leads straight to one person.
    ///
    /// ## Write instead
    /// Leave it out here. The record system or the secure message is the place for it.
    ///
    /// ## When it differs
    /// Silent for the clinic's own contacts, machines, registrations and public lines, and for the writer's own numbers; consent words do not clear it.
    ///
    /// ## Source
    /// 45 CFR 164.514(b)(2)
    /// AMA Opinion 2.3.2
    "patient-direct-identifier", Privacy, Stop, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let told = scene.facts.identifier_told();
    let told = told.map(|cue| Judgement::new(Severity::Stop, scene.bytes(cue.tokens.clone())));
    let told = told.map(|told| told.fixes(&[FixKind::RemoveSpan]));
    number(scene).or(told).or_else(|| bed(scene))
}

fn number(scene: &Scene<'_>) -> Option<Judgement> {
    let found = scene
        .facts
        .identifiers
        .iter()
        .find(|found| {
            // Who answers a review may give the clinic's line to somebody who is ill.
            let answers = scene.on(Surface::ReviewResponse) && found.kind.is_contact();
            !answers && scene.facts.is_a_patients(scene.draft.tokens(), found)
        })?;
    Some(
        Judgement::new(Severity::Stop, found.byte_start..found.byte_end)
            .evidence(found.cue.clone().map(|cue| (MentionKind::Id, cue)))
            .fixes(&[FixKind::RemoveSpan]),
    )
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
        "My patient's [[SSN is 219-09-4021]], the form still bounces",
        "her [[pacemaker serial number is PJN482913]], call the company",
        "posting [[the patient's fingerprints]] so that records can match them",
        "Halloran M, [[dob 02/11/51]], CT chest from this morning",
        "A sticker that says Doreen Fenwick [[04/02/1938]] was in my pocket",
        "[[Bed 3 Oleander ward]] has rung the bell 61 times since 8pm",
        "[[room 214]] is the assistant principal, no surprise there",
        "Can someone ring [[555-0188]], that's the lady's daughter, about the wheelchair",
        "[[here's her full name]] and date of birth, tell me if you've seen her chart",
    ],
    allows: &[
        "Call the clinic at 555-0199 for flu jabs",
        "My own MRN is 4471902, should anyone from records read this",
        "MRI machine no. 00482913 is installed",
        "My registration number changed, it is on the public register",
        "Bed 4 is on sale at the furniture shop",
        "Bed 3 is broken again",
        "Room 214 is the assistant principal's office now",
        "A grandma in 14C of the plane loved my scrubs",
        "Doreen Fenwick (04/02/1938 – 11/11/2024) trained half of us",
        "Handover checked by Doreen Fenwick, 04/02/2026",
        "Our clinic's fax number is 555-0143",
        "The author's website is www.henriettawrites.com",
        "The fingerprint reader on the ward laptop is broken again",
        "In crisis? Call 988, any hour",
    ],
};
