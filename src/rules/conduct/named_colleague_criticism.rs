//! Rule `named-colleague-criticism`.

use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::facts::name::{Form, Name};
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

/// How many sentences after the name it may still be about that person.
const MOST_APART: usize = 2;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let verdict = [Cue::Verdict, Cue::Insult]
        .into_iter()
        .flat_map(|cue| facts.cues(cue))
        .find(|cue| {
            let fiction = scene.has(class::FICTION | class::OWN_KIN);
            let about = names_near(scene, cue.sentence).iter().any(|name| is_of_staff(scene, name));
            about && !cue.denied && !cue.quoted && !fiction
        })?;
    Some(
        Judgement::new(Severity::Caution, scene.bytes(verdict.tokens.clone()))
            .fixes(&[FixKind::RemoveSpan, FixKind::NeutralWording]),
    )
}

/// The names that sentence `judged` may be about: "Charlene on days is lazy. Worst HCA
/// in years", "Steer clear of Paula Strand … The woman is poison".
fn names_near<'a>(scene: &Scene<'a>, judged: usize) -> &'a [Name] {
    let tokens = scene.draft.tokens();
    let first = tokens.sentence(judged.saturating_sub(MOST_APART)).start;
    scene.facts.names_in(first..tokens.sentence(judged).end)
}

/// Whether `name` is a colleague's.
fn is_of_staff(scene: &Scene<'_>, name: &Name) -> bool {
    name.form == Form::Clinician
        || name.form != Form::Initials && scene.has(class::COLLEAGUE | class::CLINICIAN)
            && !scene.has(class::PUBLIC_ROLE | class::PUBLIC_SOURCE)
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
        "[[Steer well clear of]] Paula Strand, she is a colleague from hell",
        "Charlene on days leaves it all for us. [[Worst colleague]] in years",
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
