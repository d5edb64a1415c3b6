//! Rule `birth-or-outcome-celebration`.

use crate::declare_rule;
use crate::facts::care::Strength;
use crate::sense::{class, marked};
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// Happy news of one family.
    ///
    /// A birth, a remission, a discharge or a bell, about one person or family in care.
    ///
    /// ## Why pause
    /// Good news is the family's own to share, and easy to trace.
    ///
    /// ## Write instead
    /// Cheer the team or the total: "a lovely week on our unit".
    ///
    /// ## When it differs
    /// Silent for team totals and for the writer's own family.
    ///
    /// ## Source
    /// Teaching scenario 4
    /// AAP 2021, recommendation 7
    "birth-or-outcome-celebration", Privacy, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let case = scene.facts.case.as_ref()?;
    if scene.has(class::DEATH) {
        return None;
    }
    let is_weak = case.strength == Strength::Possible;
    let at = case
        .within
        .clone()
        .find(|at| scene.facts.senses.of(*at) & (class::BIRTH | class::OUTCOME) != 0)?;
    let named = scene.has(marked::TITLED_NAME | marked::NAME);
    let mut severity = Severity::Caution;
    if scene.context.media.is_attached() || named {
        severity = Severity::Stop;
    }
    if case.is_long_ago {
        severity = Severity::Note;
    }
    Some(
        Judgement::new(severity, scene.bytes(at..at + 1))
            .evidence([(MentionKind::Care, scene.bytes(case.care.clone()))])
            .fixes(&[FixKind::Generalise])
            .weak(is_weak),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "I [[delivered]] a girl on the ferry tonight, both well",
        "My patient [[rang the bell]] today",
        "She [[went home]] from our unit today after a hundred days",
        "our patient is in [[remission]]",
        "My patient [[pushed for]] five hours tonight and then there were three of us crying",
        "We [[extubated]] him today and he asked for chips",
        "Photo attached: my patient [[took her first steps]] this morning",
    ],
    allows: &[
        "Our girl is here, 3.2 kg of pure noise",
        "Our 1,000th baby this year! Thanks, team",
        "My niece rang the bell today and I am useless with tears",
        "My registrar is in remission from Candy Crush",
        "The match went home to penalties and so did I",
        "Shocked my patient twice today, no drugs pushed, slept on the way",
        "Bell ringing: hospitals should ask patients first whether they want one",
    ],
};
