//! Rule `false-privacy-assumption`.

use crate::facts::cue::Cue;
use crate::context::Surface;
use crate::declare_rule;
use crate::facts::care::Strength;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// The draft relies on a closed circle.
    ///
    /// A closed group, friends only, a locked account or a later deletion is named beside somebody
    /// in care.
    ///
    /// ## Why pause
    /// Closed groups and deleted posts may still travel. People copy and share.
    ///
    /// ## Write instead
    /// Write it so that anyone could read it, or keep it for a talk in person.
    ///
    /// ## When it differs
    /// A caution, because somebody in care is told of. Silent for tips, rotas and the writer's own
    /// affairs in a private group.
    ///
    /// ## Source
    /// FSMB 2019
    /// AAP 2021, recommendation 3
    /// APA 2021, guideline 2.1
    "false-privacy-assumption", Permanence, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    relied_on(scene).or_else(|| beside_a_patient(scene))
}

/// "Private group so I can say it", "I'll just delete it if anyone complains".
fn relied_on(scene: &Scene<'_>) -> Option<Judgement> {
    let closed = scene.facts.earnest(Cue::ReliesOnClosed)?;
    let own = class::SELF_PATIENT | class::OWN_KIN | class::ANIMAL | class::FICTION | class::QUOTING;
    if scene.has_outside(own, &closed.tokens) || scene.on(Surface::Message) && scene.has(class::DECLINES) {
        return None;
    }
    let one = scene.facts.says(Cue::KnownPerson) || scene.facts.says(Cue::GuessWho) || scene.facts.says(Cue::GivesIdentifier);
    let told = scene.facts.care.iter().any(|care| care.strength >= Strength::Likely);
    let severity = if one || told { Severity::Caution } else { Severity::Note };
    Some(Judgement::new(severity, scene.bytes(closed.tokens.clone())).fixes(&[FixKind::Generalise, FixKind::RemoveSpan]))
}

fn beside_a_patient(scene: &Scene<'_>) -> Option<Judgement> {
    let closed = scene.sentences().find_map(|s| scene.hits_in(&s, class::SECRECY).next())?;
    let own = class::SELF_PATIENT | class::OWN_KIN | class::ANIMAL | class::FICTION;
    let told = scene.facts.care.iter().find(|care| care.strength >= Strength::Likely);
    let patient = told.map(|care| care.tokens.clone()).or_else(|| scene.facts.addressee.patients.first().cloned())?;
    if scene.has(own | class::DECLINES) {
        return None;
    }
    Some(
        Judgement::new(Severity::Caution, closed)
            .evidence([(MentionKind::Care, scene.bytes(patient))])
            .fixes(&[FixKind::Generalise, FixKind::RemoveSpan]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Group: [[closed group]] so I can tell you my patient is the one from the news",
        "Will [[delete later]] but my client told me the wildest thing about his boss",
        "[[friends only]]: bed 9 is exactly who you think it is",
        "Group: [[stays in here]] please, our new patient is a singer",
        "[[locked account]] so whatever, my 2 pm is inventing it",
        "Group: [[this group]] is safe, right? One of our patients lost her licence",
        "[[locked account so I can say]] it: rounds were a circus",
        "I'll [[delete this if anyone]] complains",
    ],
    allows: &[
        "Group: This group is private, any tips for the new EHR?",
        "Friends only: we bought the house!",
        "Group: closed group so I'll admit it, I never want to be a ward manager",
        "Will delete later but that haircut was a mistake",
        "Between us, the canteen lasagne is the best in town",
        "Closed groups are not private. Keep stories about people at work.",
        "The group is locked on Sundays, knock twice",
    ],
};
