//! Rule `threat-or-harassment`.

use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A threat, or a wish of harm.
    ///
    /// A target with intent or means: where somebody lives or parks, what will be done, who should die.
    ///
    /// ## Why pause
    /// The person meant may read this and be afraid.
    ///
    /// ## Write instead
    /// Leave it for an hour, and take it to a manager or the police instead.
    ///
    /// ## When it differs
    /// Silent for idioms and for telling of threats one received.
    ///
    /// ## Source
    /// FSMB 2019
    /// Mount Sinai suggestion 1
    "threat-or-harassment", Conduct, Stop, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let told = |sentence: usize| {
        facts
            .cues(Cue::ThreatTold)
            .any(|cue| cue.sentence == sentence)
    };
    let found = [Cue::Threat, Cue::HarmWished]
        .into_iter()
        .flat_map(|cue| facts.cues(cue))
        .find(|cue| !cue.denied && !cue.quoted && !told(cue.sentence))?;
    (!scene.has(class::JOKE_THREAT)).then(|| {
        Judgement::new(Severity::Stop, scene.bytes(found.tokens.clone()))
            .fixes(&[FixKind::RemoveSpan])
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Reply: I [[know where you park]], sort it out",
        "Say that again and I will [[break your fingers]]",
        "People like him [[deserve to die]]",
        "[[Somebody should punch him]] before he chairs another meeting",
        "Whoever wrote me up had better [[sleep with one eye]] open",
        "Message: [[withdraw your complaint or]] the deanery hears about the party",
    ],
    allows: &[
        "I could kill for a coffee",
        "A man told me on shift \"I know where you live\". I reported it",
        "Nobody deserves to die waiting in a corridor",
        "I hope you get better soon",
        "Know where your nearest defibrillator is",
        "My lovely boss will kill me if I forget the cake",
    ],
};
