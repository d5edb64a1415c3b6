//! Rule `recent-encounter`.

use crate::declare_rule;
use crate::facts::care::{Anchor, Strength};
use crate::facts::cue::Cue;
use crate::facts::clue::ClueKind;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// Fresh from one patient.
    ///
    /// Words of today, tonight or this shift beside one person in the writer's care.
    ///
    /// ## Why pause
    /// Someone who was there, or the family, may recognise a fresh story.
    ///
    /// ## Write instead
    /// Wait some weeks, or tell it in general: "Some shifts stay with you."
    ///
    /// ## When it differs
    /// Silent when no single patient is told of, for the writer's own visit, and years later.
    ///
    /// ## Source
    /// AAP 2021, recommendation 8
    /// Teaching scenario 3
    "recent-encounter", Privacy, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let case = scene.facts.case.as_ref()?;
    // "last week's kid": the words for the person say when.
    let dated = case.anchor == Anchor::Slot;
    if !(case.is_fresh || dated) || case.is_long_ago {
        return None;
    }
    let harmed = dated && scene.facts.says(Cue::Shortcoming);
    let has = |kind| case.clues.iter().any(|clue| clue.kind == kind);
    let rare_there = has(ClueKind::Rare) && has(ClueKind::Place);
    let is_weak = case.strength == Strength::Possible;
    let severity = match (case.strength, case.clinical.is_some() || harmed) {
        (Strength::Certain | Strength::Likely, true)
            if rare_there || scene.context.media.is_attached() =>
        {
            Severity::Stop
        }
        (_, true) => Severity::Caution,
        (Strength::Certain, false) => Severity::Note,
        _ => return None,
    };
    let time = case.clues.iter().find(|clue| clue.kind == ClueKind::Time);
    let time = time.map(|clue| clue.tokens.clone()).or_else(|| dated.then(|| case.care.clone()))?;
    let clinical = case
        .clinical
        .iter()
        .map(|words| (MentionKind::Condition, scene.bytes(words.clone())));
    Some(
        Judgement::new(severity, scene.bytes(case.care.clone()))
            .evidence([(MentionKind::Time, scene.bytes(time))])
            .evidence(clinical)
            .fixes(&[FixKind::Generalise])
            .weak(is_weak),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[My patient]] arrested twice this morning and I am still shaking",
        "We [[extubated]] her tonight and she asked for chips",
        "[[bed 6]] pulled the drip out again tonight, third time",
        "He came [[to us]] last night with chest pain and left laughing",
        "an old boy [[on my ward]] died this afternoon with his cap on",
        "[[Our patient]] went home today after nine weeks on the ventilator",
    ],
    allows: &[
        "My mum was admitted last night with chest pain, thank you all for the messages",
        "Some shifts stay with you. Tonight was one",
        "In the new series they extubated her tonight and she asked for chips",
        "I can't talk about patients here, but it was a long day",
        "Our patients deserve nurses who have slept",
        "Twenty years ago my patient arrested on my first night and I still remember the clock",
    ],
};
