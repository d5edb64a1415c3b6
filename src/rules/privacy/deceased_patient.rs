//! Rule `deceased-patient`.

use crate::declare_rule;
use crate::facts::care::{Anchor, Strength};
use crate::facts::subject::who;
use crate::sense::{class, marked};
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// A death in the writer's care.
    ///
    /// Words of dying beside one person in the writer's care.
    ///
    /// ## Why pause
    /// A family may still be hearing the news, and grief is theirs to share.
    ///
    /// ## Write instead
    /// "Thinking of the families we cared for this year", without day, room or story.
    ///
    /// ## When it differs
    /// Silent for the writer's own family, for colleagues and for public obituaries without a care link.
    ///
    /// ## Source
    /// Mount Sinai suggestion 3
    /// AMA Opinion 2.3.2
    "deceased-patient", Privacy, Caution, judge,
}

/// Clue points from which a death is a stop.
const STOP_FROM: u32 = 3;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let case = scene.facts.case.as_ref()?;
    let is_weak = case.strength == Strength::Possible && case.anchor != Anchor::Death;
    if case.anchor == Anchor::Death && !case.is_fresh && case.clues.is_empty() {
        return None;
    }
    let tokens = scene.draft.tokens();
    let at = case.within.clone().find(|at| {
        let colleague = tokens
            .all()
            .get(*at)
            .and_then(|token| scene.facts.subjects.get(token.sentence as usize))
            .is_some_and(|about| about & (who::COLLEAGUE | who::OWN_KIN) != 0);
        scene.facts.senses.of(*at) & class::DEATH != 0 && !colleague
    })?;
    let named = scene.has(marked::TITLED_NAME | marked::NAME | marked::INITIALS);
    let mut severity = Severity::Caution;
    if named || case.points() >= STOP_FROM {
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
        "[[We lost]] bed 9 tonight",
        "My patient [[died]] with his hand in mine",
        "The old lady on my ward [[passed away]] before her son's train came in",
        "I [[pronounced him at ten past four and the death]] felt like mine",
        "[[lost]] her tonight. We did everything",
        "our patient in bay 2 [[slipped away]] with the radio on",
    ],
    allows: &[
        "We lost the game tonight",
        "My gran died on Tuesday, on a ward like mine",
        "Dr Quill died on Sunday. She taught half of us",
        "Thinking of the families we cared for this year",
        "In the finale she dies on the ward and I howled",
        "lost my badge on my ward again",
    ],
};
