//! Rule `patient-story-or-testimonial`.

use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::context::{Profile, Surface};
use crate::facts::care::Strength;
use crate::sense::{class, marked};
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// One patient's story or words of thanks.
    ///
    /// A quote, a thank-you card, a before and after or a feature about one person in care.
    ///
    /// ## Why pause
    /// A patient's words or story belong to them, also when they are kind.
    ///
    /// ## Write instead
    /// Ask for written consent for this use first, or thank patients in general.
    ///
    /// ## When it differs
    /// A note that asks about the scope when written consent is stated; silent for praise of staff by anybody else.
    ///
    /// ## Source
    /// AAP 2021, recommendation 7
    /// MedPro, consent for images and testimonials
    "patient-story-or-testimonial", Privacy, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if scene.on(Surface::ReviewResponse) || scene.has(class::INVENTED | class::ANIMAL | class::OWN_KIN) {
        return None;
    }
    by_kind(scene).or_else(|| by_phrase(scene))
}

/// "Patient story", "before and after", "thank-you card".
fn by_kind(scene: &Scene<'_>) -> Option<Judgement> {
    let words = scene.first(class::TESTIMONIAL)?;
    let in_care = scene.facts.case.as_ref().is_some_and(|case| case.strength >= Strength::Likely);
    let shop_window = scene.context.profile == Profile::Professional
        && scene.has(class::HE_SHE | class::IN_CARE | marked::NAME | marked::INITIALS | marked::AGE)
        && !scene.has(class::I_ME | class::CLINICIAN)
        && (scene.has(class::WE) || scene.context.media.is_attached());
    if !(in_care || shop_window) {
        return None;
    }
    let shown = scene.context.media.is_attached() || scene.has(marked::NAME | marked::TITLED_NAME);
    let severity = match (scene.facts.consent.is_some(), shown) {
        (true, _) => Severity::Note,
        (false, true) => Severity::Stop,
        (false, false) => Severity::Caution,
    };
    let person = scene.first(marked::NAME | marked::INITIALS).map(|name| (MentionKind::Person, name));
    Some(
        Judgement::new(severity, words)
            .evidence(person)
            .fixes(&[FixKind::Generalise]),
    )
}

/// "'She saved my marriage' - real client", "mom texted ok to share".
fn by_phrase(scene: &Scene<'_>) -> Option<Judgement> {
    let told = scene.facts.cues(Cue::Testimony).find(|cue| !cue.denied)?;
    let apart = class::OTHER_TRADE | class::COLLEAGUE | class::PUBLISHED;
    let care = class::IN_CARE | class::CONSENT | class::TESTIMONIAL | marked::PROCEDURE | marked::CLINICIAN_NAME | class::WE;
    let signed = scene.facts.consent.is_some();
    let named = scene.has(marked::NAME | marked::TITLED_NAME) || scene.context.media.is_attached();
    let severity = match (signed, named) {
        (true, _) => Severity::Note,
        (false, true) => Severity::Stop,
        (false, false) => Severity::Caution,
    };
    // "fine to post his burn pictures"
    let shown = told.tokens.clone().any(|at| scene.facts.senses.of(at) & marked::CONDITION != 0);
    ((scene.has(care) || shown) && !scene.has_outside(apart, &told.tokens)).then(|| {
        Judgement::new(severity, scene.bytes(told.tokens.clone())).fixes(&[FixKind::Generalise])
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "My patient sent me a [[thank you card]] with a drawing of her new hip",
        "Professional page: [[Before and after]]: six months of aligners, she cried in our chair",
        "Page: A [[patient story]]: Anita, 54, came to us unable to climb a stair",
        "Page: Our patient [[writes]]: you gave me my Sundays back",
        "Photo attached: my patient left [[this card]] on the ward",
        "Page: [[Success story]]: he lost 30 kg with our clinic",
        "'You [[gave me my smile]] back' - real client, Dr. Abara's practice",
    ],
    allows: &[
        "Page: Meet Selma, our new cleaner, she joined in 2009",
        "Thank you card from my team, I am a puddle",
        "My mum's story: she was admitted at 90 and danced at 91",
        "Before and after photos of my kitchen",
        "Page: Read our story, how two nurses founded this clinic",
        "We never post thank you cards here, they belong to the people who wrote them",
        "the new coach gave my team its smile back",
    ],
};
