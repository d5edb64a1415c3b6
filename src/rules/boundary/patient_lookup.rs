//! Rule `patient-lookup`.

use crate::context::Surface;
use crate::declare_rule;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// Somebody in care was looked up online.
    ///
    /// A draft tells of searching for a patient or scrolling through their profile. Ordinary
    /// searching is never read.
    ///
    /// ## Why pause
    /// Looking up a patient without a care reason may break their trust.
    ///
    /// ## Write instead
    /// Ask them. If a search is needed for safety, agree it with the team and note why.
    ///
    /// ## When it differs
    /// A caution in public or with mockery. Silent for patients who search, for teaching about it,
    /// and for safety checks agreed with the team.
    ///
    /// ## Source
    /// AAP 2021, recommendation 10
    /// Mount Sinai, patients on the web
    "patient-lookup", Boundary, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if scene.has(class::ANIMAL | class::FICTION | class::PUBLISHED | class::QUOTING | class::SELF_PATIENT) {
        return None;
    }
    let (sentence, who) = scene
        .sentences()
        .filter(|s| s.has(class::LOOKUP) && !s.has(class::DECLINES))
        .find_map(|s| {
            let who = scene.patient_near(&s)?;
            Some((s, who))
        })?;
    let words = scene.meant_in(&sentence, class::LOOKUP).next()?;
    // "my patient googled me": the patient searches.
    let theirs = who.end <= words.start && !sentence.has(class::I_ME | class::WE);
    if theirs || !scene.has(class::I_ME | class::WE | class::MY) {
        return None;
    }
    let told = matches!(scene.context.surface, Surface::Post | Surface::Reply);
    let severity = if told || scene.has(class::MOCKERY) { Severity::Caution } else { Severity::Note };
    Some(
        Judgement::new(severity, words)
            .evidence([(MentionKind::Care, who)])
            .fixes(&[FixKind::RemoveSpan]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "I [[googled]] my patient on the bus and wow",
        "We [[stalked]] bed 9 on facebook all night",
        "[[looked up]] my 10.30 and she is on a yacht",
        "DM: I [[went through]] your page before your next session",
        "I [[scrolled]] three years of my client's photos, oops",
        "I [[googled]] every one of my patients before the round",
    ],
    allows: &[
        "My patient googled his symptoms and was right",
        "Googled how to fold a fitted sheet",
        "I never google my patients. Ask them instead.",
        "Looked up the dose twice, as always",
        "DM: saw your post about the marathon, congrats",
        "Should we look up clients online? A paper from last year",
    ],
};
