//! Rule `rare-condition-or-event`.

use crate::declare_rule;
use crate::facts::care::Strength;
use crate::facts::clue::ClueKind;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// A rare disease or an event in the news, from one's own care.
    ///
    /// A very rare disease, a first or only case, or a crash, fire or match that readers know, about one person in care.
    ///
    /// ## Why pause
    /// A rare disease or a known event may tell readers at once who this is.
    ///
    /// ## Write instead
    /// The learning point without the case; a published case to link to; no day and no place.
    ///
    /// ## When it differs
    /// Silent in papers, on awareness days and for news without a link to the writer's care.
    ///
    /// ## Source
    /// Teaching scenario 3
    /// 45 CFR 164.514(b)(2)
    "rare-condition-or-event", Privacy, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let case = scene.facts.case.as_ref()?;
    let is_weak = case.strength == Strength::Possible;
    let has = |kind| case.clues.iter().any(|clue| clue.kind == kind);
    let rare = case.clues.iter().find(|clue| clue.kind == ClueKind::Rare);
    let event = case.clues.iter().find(|clue| clue.kind == ClueKind::Event && case.clinical.is_some());
    let what = rare.or(event)?;
    let pinned = has(ClueKind::Place) || has(ClueKind::Time);
    let mut severity = Severity::Caution;
    if rare.is_some() && pinned {
        severity = Severity::Stop;
    }
    if case.is_long_ago {
        severity = severity.lowered();
    }
    Some(
        Judgement::new(severity, scene.bytes(what.tokens.clone()))
            .evidence([(MentionKind::Care, scene.bytes(case.care.clone()))])
            .fixes(&[FixKind::Generalise])
            .weak(is_weak),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "My patient has [[progeria]] and out-dances all of us",
        "The driver from the [[crash]] was intubated by us tonight, he is awake",
        "We diagnosed a man with [[Erdheim-Chester disease, the first ever]] on this island",
        "Our patient with [[fibrodysplasia ossificans progressiva]] sculpts",
        "I treated a girl from the [[explosion]] today and she asked for her cat's name tag, burns to both hands",
        "A man on my ward survived the [[shooting]] with a broken arm and no phone",
    ],
    allows: &[
        "Prayers for everybody in the crash",
        "Progeria awareness day is on Friday",
        "In the journal: a case report of Erdheim-Chester disease",
        "Senator Hill told the news of her cancer today",
        "My cousin was in the crash, broken arm, home by tea",
        "The first ever patient portal in our county opens soon",
    ],
};
