//! Rule `self-disclosure-to-patient`.

use crate::context::Surface;
use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::{class, marked};

declare_rule! {
    /// The writer's own troubles are told to a patient.
    ///
    /// Own illness, sorrow, drink, love or divisive views told to somebody in care.
    ///
    /// ## Why pause
    /// Your troubles may become a weight for someone who came for help.
    ///
    /// ## Write instead
    /// Keep the talk on them; take your own story to a colleague or supervisor.
    ///
    /// ## When it differs
    /// A caution with intimate content. Silent among friends and in posts.
    ///
    /// ## Source
    /// AAP Q&A, self-disclosure
    /// Mount Sinai, dual relationships
    "self-disclosure-to-patient", Boundary, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let direct = matches!(scene.context.surface, Surface::Message | Surface::Reply);
    let reader = &scene.facts.addressee;
    if let Some(judged) = by_phrase(scene).filter(|_| direct && !reader.near) {
        return Some(judged);
    }
    let care = reader.care.clone().filter(|_| direct && !reader.near)?;
    let sentence = scene.sentences().find(|s| s.has(class::SELF_DISCLOSURE | class::SELF_PATIENT) && !s.has(class::DECLINES))?;
    let words = scene.hits_in(&sentence, class::SELF_DISCLOSURE | class::SELF_PATIENT).next()?;
    let intimate = sentence.has(class::DRINK | class::APPROACH | marked::DRUG | marked::CONDITION);
    let severity = if intimate { Severity::Caution } else { Severity::Note };
    Some(
        Judgement::new(severity, words)
            .evidence([(MentionKind::Care, scene.bytes(care))])
            .fixes(&[FixKind::RemoveSpan]),
    )
}

/// "since you told me yours, my marriage is falling apart too".
fn by_phrase(scene: &Scene<'_>) -> Option<Judgement> {
    let trouble = scene.facts.earnest(Cue::OwnTrouble).filter(|_| !scene.has(class::COLLEAGUE_DM))?;
    let tie = scene.facts.earnest_or_denied(Cue::ReaderInCare);
    // "the same divorce": somebody's trouble is answered with one's own.
    let says = |word: &str| trouble.tokens.clone().any(|at| scene.draft.tokens().lower(at) == word);
    let answers = scene.on(Surface::Message) && says("same") && !says("thing");
    let severity = match tie {
        Some(_) => Severity::Caution,
        None if answers => Severity::Note,
        None => return None,
    };
    let care = tie.map(|tie| (MentionKind::Care, scene.bytes(tie.tokens.clone())));
    Some(
        Judgement::new(severity, scene.bytes(trouble.tokens.clone()))
            .evidence(care)
            .fixes(&[FixKind::RemoveSpan]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "DM: Sorry I was off in our session, [[my divorce]] came through",
        "DM: As your counsellor I can say it, [[my anxiety]] was worse than yours",
        "DM: [[my drinking]] started the year you came to the unit, before your last session",
        "Reply: I was your nurse and [[my depression]] is back too",
        "DM: I [[can't sleep]] before your appointment, my marriage is ending",
        "DM: I'm your midwife but [[i'm lonely]] like you",
        "Reply: since you told me yours, [[my divorce is]] dragging on too",
    ],
    allows: &[
        "DM: my divorce came through, pub?",
        "My depression is back and I'm telling friends about it",
        "DM: your next appointment is Monday, bring the letter",
        "DM: mum, my anxiety is better, thanks for the soup",
        "I cried in the car after the shift",
        "Reply: So sorry for your loss, thinking of you",
        "Reply: my divorce is final, drinks on me",
    ],
};
