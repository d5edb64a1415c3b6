//! Rule `colleague-post-concern`.

use crate::context::Surface;
use crate::declare_rule;
use crate::facts::care::Strength;
use crate::facts::cue::Cue;
use crate::finding::{MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::{class, marked};
use crate::token::Kind;

declare_rule! {
    /// A colleague's post is called out in public.
    ///
    /// A post of somebody on the staff is shown around, or its writer is told in public to take it down.
    ///
    /// ## Why pause
    /// A quiet word may get the post down sooner, and a public reply could spread it.
    ///
    /// ## Write instead
    /// Send the person a private message. If nothing changes, use your institution's route for concerns.
    ///
    /// ## When it differs
    /// A caution when the words repeat who the patient is or what was wrong. Silent in direct messages, where such a word
    /// belongs.
    ///
    /// ## Source
    /// FSMB 2019
    /// AMA Opinion 2.3.2
    "colleague-post-concern", Conduct, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    if scene.on(Surface::Message) || scene.on(Surface::ReviewResponse) || scene.has(class::INVENTED) {
        return None;
    }
    let shown = facts.meant(Cue::CallOut).next();
    let told = facts.earnest_or_denied(Cue::TakeDown).filter(|told| somebody_posted(scene, told.sentence));
    let words = shown.or(told)?;
    let own = facts.says(Cue::OwnPicture) || scene.has(class::OWN_KIN);
    if own {
        return None;
    }
    let care = facts.care.iter().find(|care| care.strength >= Strength::Likely);
    let clue = care.map(|care| care.tokens.clone()).or_else(|| facts.beds.first().cloned());
    let severity = if clue.is_some() { Severity::Caution } else { Severity::Note };
    let judged = Judgement::new(severity, scene.bytes(words.tokens.clone()));
    Some(judged.evidence(clue.map(|tokens| (MentionKind::Care, scene.bytes(tokens)))))
}

/// A reply, or a post that points at somebody: a handle, a clinician, a colleague;
/// and it is about care.
fn somebody_posted(scene: &Scene<'_>, sentence: usize) -> bool {
    let tokens = scene.draft.tokens();
    let of_care = class::PATIENT | class::PATIENTS | class::RECORD_IMAGE | class::CLINICIAN | class::DEID | class::CARE_AREA;
    let people = class::CLINICIAN | class::COLLEAGUE | marked::CLINICIAN_NAME;
    let handle = tokens.all().iter().any(|token| token.kind == Kind::Handle);
    let here = scene.facts.senses.of_sentence(sentence);
    let about_care = scene.has(of_care | marked::CLINICIAN_NAME | marked::CONDITION | marked::BED_NUMBER) || scene.parent_has(of_care);
    about_care && (scene.on(Surface::Reply) || handle || here & people != 0)
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Reply: [[take that photo down]], the patient's name is on the board",
        "[[Look at this nurse]] breaking HIPAA on her lunch break",
        "Reply: isn't that [[our patient's chart]] behind you?",
        "[[Guess which registrar]] posts drunk selfies in scrubs",
        "Reply: [[you can't post this]], that lady in bed 6 has a family",
        "@drmora [[delete this]], your patient can be recognised",
    ],
    allows: &[
        "DM: Hi, I think your photo shows a name board, could you take it down?",
        "Reply: great lecture, @drmora",
        "Reply: delete your cookies and the site works again",
        "Please take down my old clinic number if you still list it",
        "Reply: you can't post parcels there on Sundays",
        "Reply: lovely photo of the team",
    ],
};
