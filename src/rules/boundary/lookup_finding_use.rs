//! Rule `lookup-finding-use`.

use crate::context::Surface;
use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// Something seen on a patient's profile is used.
    ///
    /// A finding from a profile is held against somebody in care, or goes into the record before
    /// they were told.
    ///
    /// ## Why pause
    /// Charting what you saw online before talking to them could cost their trust.
    ///
    /// ## Write instead
    /// Tell the person first what was seen, and why it matters for care.
    ///
    /// ## When it differs
    /// A caution when it is said in public. Silent for public records agreed with the team and for
    /// friends.
    ///
    /// ## Source
    /// AAP 2021, recommendation 10
    "lookup-finding-use", Boundary, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if scene.has(class::ANIMAL | class::PUBLISHED) || scene.facts.addressee.near {
        return None;
    }
    if let Some(judged) = seen_online(scene) {
        return Some(judged);
    }
    if scene.has(class::FICTION) {
        return None;
    }
    let seen = scene.sentences().find(|s| s.has(class::LOOKUP) && !s.has(class::DECLINES))?;
    let used = scene.first(class::OUR_CARE)?;
    let telling = class::HE_SHE | class::YOU | class::PATIENT | class::PATIENTS;
    let words = scene.hits_in(&seen, class::LOOKUP).next().filter(|_| scene.has(telling))?;
    let told = matches!(scene.context.surface, Surface::Post | Surface::Reply);
    let severity = if told { Severity::Caution } else { Severity::Note };
    Some(Judgement::new(severity, words).evidence([(MentionKind::Care, used)]).fixes(&[FixKind::RemoveSpan]))
}

/// "that's not what your posts suggest", "I chart what they post".
fn seen_online(scene: &Scene<'_>) -> Option<Judgement> {
    let seen = scene.facts.earnest_or_denied(Cue::SeenOnline)?;
    let words = |word: &str| {
        let mut tokens = scene.facts.meant(Cue::SeenOnline).flat_map(|cue| cue.tokens.clone());
        tokens.any(|at| scene.draft.tokens().lower(at) == word)
    };
    let charted = words("chart") || words("charting") || words("notes") || words("record") || scene.has(class::OUR_CARE | class::CARE_SITE | class::IN_CARE);
    let direct = matches!(scene.context.surface, Surface::Message | Surface::Reply);
    let held_up = direct && (scene.has(class::DRINK) || words("drinking") || words("smoking")) || words("suggest") || words("say");
    (charted || direct && held_up).then(|| {
        Judgement::new(Severity::Note, scene.bytes(seen.tokens.clone())).fixes(&[FixKind::RemoveSpan])
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[saw on her]] page that she drinks, so it's in the notes now",
        "[[his profile]] says he surfs and he told us he can't walk. Charted.",
        "DM: I saw it all, [[your profile]] is open, we talk about it at your next session",
        "[[her instagram]] says vodka, her mouth says water, I wrote it in her notes",
        "DM: [[scrolling through]] your page I saw the wine, it's in your record",
        "[[googled]] him and documented it, he lied about the job",
        "Reply: that's [[not what your posts]] say about the diet",
        "I [[chart what patients post]], saves arguing",
    ],
    allows: &[
        "saw on her page that she runs, go auntie",
        "DM: saw your post about Crete, bring me olives",
        "I googled the rash and the textbook agreed",
        "Notes from the lecture: never chart what you found online",
        "His profile says he's a Leeds fan, I'm out",
        "LinkedIn tells me to congratulate my own manager",
        "Reply: your posts about the harbour are lovely",
        "I chart what the tide does, hobby of mine",
    ],
};
