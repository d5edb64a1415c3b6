//! Rule `patient-media`.

use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::context::Profile;
use crate::facts::care::Strength;
use crate::facts::subject::who;
use crate::sense::{class, marked};
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// A picture or film with a patient.
    ///
    /// A photo or film is attached and the words point to one person in care.
    ///
    /// ## Why pause
    /// A picture may show a patient, also by a hand, a voice or a board behind.
    ///
    /// ## Write instead
    /// Post the words alone, or use a picture without people, names, boards and screens.
    ///
    /// ## When it differs
    /// Silent for the writer's own family, stock pictures and actors; a note when written consent for this use is stated.
    ///
    /// ## Source
    /// AMA Opinion 2.3.2
    /// Teaching scenario 4
    /// 45 CFR 164.514(b)(2)
    "patient-media", Media, Stop, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if !scene.context.media.is_attached() {
        return None;
    }
    let about = scene.facts.subjects.iter().fold(0, |set, bits| set | bits);
    if about & (who::OWN_KIN | who::WRITER | who::INVENTED | who::ANIMAL) != 0 {
        return None;
    }
    let case = scene.facts.case.as_ref().filter(|case| {
        !case.is_long_ago
            && (case.strength >= Strength::Likely
                || case.clinical.is_some() && about & who::DENIED == 0)
    });
    let words = case
        .map(|case| scene.bytes(case.care.clone()))
        .or_else(|| allowed_by_word(scene))
        .or_else(|| told(scene, about))
        .or_else(|| by_phrase(scene))?;
    let severity = if scene.facts.consent.is_some() { Severity::Note } else { Severity::Stop };
    Some(Judgement::new(severity, words).fixes(&[FixKind::RemoveSpan]))
}

/// "She said I can post this": leave by word of mouth, for a picture of somebody.
fn allowed_by_word(scene: &Scene<'_>) -> Option<std::ops::Range<usize>> {
    let allowed = scene.sentences().find(|sentence| {
        sentence.has(class::CONSENT) && sentence.has(class::HE_SHE) && sentence.has(class::I_ME | class::WE)
    })?;
    let other = scene.has(class::COLLEAGUE | class::CLINICIAN | class::KIN | class::OTHER_TRADE);
    let words = scene.hits_in(&allowed, class::CONSENT).next();
    words.filter(|_| !other && scene.facts.consent.is_none())
}

/// "first cry!", "my little leukaemia warrior".
fn by_phrase(scene: &Scene<'_>) -> Option<std::ops::Range<usize>> {
    let shown = scene.facts.earnest(Cue::ShowsPatient)?;
    let other = class::OTHER_TRADE | class::PUBLISHED | class::FIGURATIVE | class::VISITOR;
    (!scene.has(other)).then(|| scene.bytes(shown.tokens.clone()))
}

/// Somebody ill or treated, in words beside the picture.
fn told(scene: &Scene<'_>, about: u16) -> Option<std::ops::Range<usize>> {
    const TREATED: u128 = marked::PROCEDURE | class::OUTCOME | class::METONYM | class::BIRTH;
    let shown = scene.sentences().find(|sentence| {
        sentence.has(class::HE_SHE | class::PERSON | marked::NAME)
            && sentence.has(TREATED | marked::CONDITION)
            && sentence.has(class::WARD | class::OUTCOME | marked::PROCEDURE)
    });
    let staff = about & who::COLLEAGUE != 0 || scene.has(class::YOU | class::KIN);
    let professional = scene.context.profile == Profile::Professional;
    if staff || !professional && !scene.has(class::CARE_SITE | class::CARE_AREA) || scene.has(class::I_ME) && !scene.has(class::CARE_ACT) {
        return None;
    }
    shown.and_then(|sentence| {
        sentence
            .tokens
            .clone()
            .find(|at| scene.facts.senses.of(*at) & (TREATED | marked::CONDITION) != 0)
            .map(|at| scene.bytes(at..at + 1))
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Photo attached: [[my patient]] blew out her candles on dialysis",
        "Photo attached: He [[rang the bell on our ward]] today",
        "Video attached: first steps after the stroke, [[our patient]] is unstoppable",
        "Photo attached: wedding in [[bay C]], she said yes with a cannula in",
        "Photo attached: the lady [[in our unit]] knitted hats for the fracture clinic",
        "Photo attached: [[Bed 7]] won at dominoes again, fracture and all",
        "Photo attached: my [[little leukaemia fighter]] and his cape",
        "Photo attached: the [[first cry]], still shaking",
    ],
    allows: &[
        "my patient asked for more tea",
        "Photo attached: my gran rang the bell today",
        "Photo attached: New team photo, spot the consultant",
        "Photo attached: our plastic manikin got a hat for Christmas",
        "Photo attached: sunset from the car park after nights",
        "Photo attached: My dog had her operation, cone and all",
        "Photo attached: my little tomato plant and its cape",
        "Photo attached: the first snow, still shaking",
    ],
};
