//! Rule `named-colleague-criticism`.

use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::facts::name::Form;
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A named colleague is judged.
    ///
    /// A name and a harsh word about that person's work or character.
    ///
    /// ## Why pause
    /// It may hurt a colleague who cannot answer, and readers may lose trust in the team.
    ///
    /// ## Write instead
    /// Take it to the person, or to a manager. In public, write about the process without the name.
    ///
    /// ## When it differs
    /// Silent for praise, and when nobody can be picked out.
    ///
    /// ## Source
    /// Teaching scenario 5
    /// Mount Sinai suggestion 1
    "named-colleague-criticism", Conduct, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let verdict = [Cue::Verdict, Cue::Insult]
        .into_iter()
        .flat_map(|cue| facts.cues(cue))
        .find(|cue| {
            let clinician = facts.names.iter().any(|name| {
                let named = name.form == Form::Clinician;
                let role = scene
                    .draft
                    .tokens()
                    .sentence(cue.sentence)
                    .any(|at| facts.senses.of(at) & (class::COLLEAGUE | class::CLINICIAN) != 0);
                let here = scene
                    .draft
                    .tokens()
                    .sentence(cue.sentence)
                    .contains(&name.tokens.start);
                here && (named || (role && name.form != Form::Initials))
            });
            let fiction = scene.has(class::FICTION | class::OWN_KIN);
            clinician && !cue.denied && !cue.quoted && !fiction
        })?;
    Some(
        Judgement::new(Severity::Caution, scene.bytes(verdict.tokens.clone()))
            .fixes(&[FixKind::RemoveSpan, FixKind::NeutralWording]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Dr Ferreira is [[a complete fraud]]",
        "Dr Whitlow [[couldn't find a vein with a map]]",
        "Nurse Perkins is [[a lazy cow]] and everyone knows",
        "[[Swerve Dr]] Aldana if you can",
        "Dr Brandt [[made my student cry]] again",
        "Our matron Gloria is [[a spineless weasel]]",
    ],
    allows: &[
        "Dr Ferreira is a brilliant teacher",
        "Dr Ferreira could not find his glasses",
        "Some consultants make students cry. It has to stop.",
        "Dr House is a complete fraud, great episode",
        "Dr Brandt is not a fraud, he was cleared",
        "The rota process is broken",
    ],
};
