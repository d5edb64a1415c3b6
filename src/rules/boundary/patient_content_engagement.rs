//! Rule `patient-content-engagement`.

use crate::context::Surface;
use crate::declare_rule;
use crate::facts::addressee::Part;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::{class, marked};

declare_rule! {
    /// A comment under a patient's post speaks of the writer's care.
    ///
    /// A comment that says the writer treated, nursed or knows the author from care. Likes are not
    /// read.
    ///
    /// ## Why pause
    /// A public comment may show that this person was in your care.
    ///
    /// ## Write instead
    /// Wish them well without saying how you know them, or say it in person.
    ///
    /// ## When it differs
    /// A caution when the comment adds health details. Silent on professional accounts without
    /// details, and for friends.
    ///
    /// ## Source
    /// AAP Q&A, types of interaction
    /// AAP 2021, recommendation 9
    "patient-content-engagement", Boundary, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let answers = scene.on(Surface::Reply) && scene.context.profile.counts_as_personal();
    if !answers || scene.facts.addressee.near || scene.has(class::ANIMAL | class::DECLINES) {
        return None;
    }
    let clinical = class::OUR_CARE | class::CARE_VERB;
    let (sentence, words) = scene.sentences().find_map(|s| {
        let tie = scene.facts.addressee.care.clone().filter(|care| s.tokens.contains(&care.start));
        let met = scene.facts.addressee.first(&s.tokens, Part::Met).filter(|_| s.has(clinical));
        let range = tie.or_else(|| met.map(|met| met.word.min(met.at)..met.at.max(met.word) + 1))?;
        (s.has(class::I_ME | class::WE | class::MY)).then(|| (s, scene.bytes(range)))
    })?;
    let medical = marked::CONDITION | marked::DRUG | marked::PROCEDURE | marked::ANATOMY;
    let detail = scene.hits_in(&sentence, medical).next();
    let severity = if detail.is_some() { Severity::Caution } else { Severity::Note };
    Some(
        Judgement::new(severity, words)
            .evidence(detail.map(|range| (MentionKind::Condition, range)))
            .fixes(&[FixKind::Generalise]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Reply: I remember you from the [[unit]], you were a joy",
        "Reply: We [[treated you]] that night and you never stopped joking",
        "Reply: I was [[your nurse]] after the surgery, look at you now",
        "Reply: I told everybody about your song, you are still [[my patient]] of the year",
        "Reply: So proud, I still think of our [[sessions]]: our sessions changed me too",
        "Reply: I was [[your midwife]] back then, and now you run marathons",
    ],
    allows: &[
        "Reply: Congratulations, what a run!",
        "Reply: So glad you're home, take it slow",
        "Reply: I remember you from school, you were a joy",
        "Reply: Sending love to you both",
        "Reply: We treated ourselves to cake as well",
        "My favourite patient is the one who laughs",
    ],
};
