//! Rule `patient-disclosed-details-reply`.

use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::context::Surface;
use crate::draft::Draft;
use crate::facts::Facts;
use crate::facts::care::{Anchor, Strength};
use crate::facts::subject::who;
use crate::sense::{class, marked};
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// Answering health details with more of them.
    ///
    /// A reply that confirms, repeats or continues what another person told of their own care.
    ///
    /// ## Why pause
    /// People may tell their own story; an answer from the team confirms and adds to it.
    ///
    /// ## Write instead
    /// A kind word without details, and the way to reach the team in private.
    ///
    /// ## When it differs
    /// Silent for kind words alone and for replies that only point to the office, the portal or emergency help.
    ///
    /// ## Source
    /// AMA Opinion 2.3.2
    /// Teaching scenario 1
    /// Medscape B
    "patient-disclosed-details-reply", Privacy, Caution, judge,
}

const CLINICAL: u128 = class::FINDING
    | class::CARE_EVENT
    | class::SYMPTOM_YOU
    | class::REVIEW_VISIT
    | class::OUTCOME
    | marked::CONDITION
    | marked::PROCEDURE
    | marked::DRUG
    | marked::ANATOMY;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if !scene.on(Surface::Reply) {
        return None;
    }
    if let Some(judged) = goes_on(scene).or_else(|| adds(scene)) {
        return Some(judged);
    }
    let parent = scene.context.parent.as_deref()?;
    let draft = Draft::new(parent);
    let told = Facts::new(&draft);
    if !told.senses.any(CLINICAL | class::DEATH | class::BIRTH) || scene.has(class::ANIMAL | class::INVENTED) {
        return None;
    }
    let confirms = confirms(scene)?;
    let clinical = scene.first(CLINICAL);
    let severity = if clinical.is_some() { Severity::Stop } else { Severity::Caution };
    let details = clinical.map(|words| (MentionKind::Condition, words));
    Some(
        Judgement::new(severity, confirms)
            .evidence(details)
            .fixes(&[FixKind::RemoveSpan, FixKind::Template]),
    )
}

/// "yes I remember your panic attacks", "hope the meds are going well".
fn goes_on(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let apart = class::ANIMAL | class::INVENTED | class::OWN_KIN | class::SELF_PATIENT | class::REDIRECT | class::DECLINES | class::COLLEAGUE_DM;
    let told = facts.meant(Cue::ReaderInCare).find(|told| {
        let mut here = scene.draft.tokens().sentence(told.sentence);
        here.any(|at| facts.senses.of(at) & (CLINICAL | class::DOSE) != 0)
    })?;
    // "Good to see you in clinic": spoken as a clinician, in other words than those.
    let spoken = facts.meant(Cue::ToPatients).map(|cue| &cue.tokens);
    let asked: Vec<_> = facts.meant(Cue::ReaderInCare).map(|cue| &cue.tokens).collect();
    let as_clinician = spoken.into_iter().any(|spoken| {
        asked.iter().any(|asked| spoken.end <= asked.start || asked.end <= spoken.start)
    });
    let writer = scene.has(class::I_ME | class::WE | class::MY) || scene.parent_has(class::YOU) || as_clinician;
    (writer && !facts.addressee.near && !scene.has(apart)).then(|| {
        Judgement::new(Severity::Caution, scene.bytes(told.tokens.clone()))
            .fixes(&[FixKind::RemoveSpan, FixKind::Template])
    })
}

/// "saw her in the waiting room, she's pregnant": what one in care has, under a thread about her.
fn adds(scene: &Scene<'_>) -> Option<Judgement> {
    let case = scene.facts.case.as_ref().filter(|case| case.strength == Strength::Certain && case.anchor == Anchor::Act)?;
    let clinical = case.clinical.clone().filter(|_| scene.has(class::HE_SHE) && !case.is_long_ago)?;
    Some(
        Judgement::new(Severity::Caution, scene.bytes(case.care.clone()))
            .evidence([(MentionKind::Condition, scene.bytes(clinical))])
            .fixes(&[FixKind::RemoveSpan]),
    )
}

/// "when you were in with us", "when I stitched you up": care by the writer.
fn confirms(scene: &Scene<'_>) -> Option<std::ops::Range<usize>> {
    let about = scene.facts.subjects.iter().fold(0, |set, bits| set | bits);
    if about & (who::OWN_KIN | who::WRITER) != 0 {
        return None;
    }
    let tokens = scene.draft.tokens();
    let of = |at: usize| scene.facts.senses.of(at);
    let someone = |at: usize| of(at) & (class::YOU | class::HE_SHE) != 0;
    (0..tokens.len()).find_map(|at| {
        let with_us = matches!(tokens.lower(at), "with" | "to" | "under" | "for")
            && tokens.lower(at + 1) == "us"
            && (at.saturating_sub(5)..at).any(someone);
        let acted = matches!(tokens.lower(at), "i" | "we")
            && (at + 1..at + 4).any(|verb| of(verb) & class::CARE_ACT != 0)
            && (at + 2..at + 6).any(someone);
        if with_us {
            Some(scene.bytes(at..at + 2))
        } else if acted {
            Some(scene.bytes(at..(at + 4).min(tokens.len())))
        } else {
            None
        }
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Parent: Three weeks since my hip op and I walked to the shop >> Reply: Well done, you were a star when you were in [[with us]]",
        "Parent: Finally off the chemo >> Reply: You did it. [[I looked after]] you on day one and never doubted it",
        "Parent: my dad passed on Sunday after his stroke >> Reply: So sorry. He came [[to us]] laughing and he went gently",
        "Parent: Stitches out today >> Reply: [[We stitched up]] you neatly, if we say so ourselves",
        "Parent: The twins are here, what a birth >> Reply: So glad you were [[with us]] for this one too",
        "Parent: asthma attack at the fair, grand now >> Reply: Keep that inhaler near, you were blue when you came in [[to us]]",
        "Reply: [[I remember your panic attacks]], is it better now?",
    ],
    allows: &[
        "Parent: Three weeks since my hip op >> Reply: Well done, what a walk",
        "Parent: my dad passed on Sunday >> Reply: So sorry, he taught me to park a car",
        "Parent: Stitches look red, help >> Reply: Please ring the ward that did it, or 111 tonight",
        "Parent: Finally off the chemo >> Reply: Sunday lunch at ours, I mean it",
        "Parent: The bakery reopens on Saturday, come round >> Reply: You know where to find me at eight",
        "Parent: my dog has a fracture >> Reply: She came to us last year, best dog",
        "Reply: I remember your wedding, is the cake frozen now?",
    ],
};
