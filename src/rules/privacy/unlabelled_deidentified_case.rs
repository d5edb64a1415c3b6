//! Rule `unlabelled-deidentified-case`.

use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::context::Surface;
use crate::facts::care::Strength;
use crate::facts::subject::who;
use crate::sense::{class, marked};
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// One case without a label.
    ///
    /// A teaching post about one real person that does not say whether details were changed.
    ///
    /// ## Why pause
    /// Readers may take it for a real person if nothing says that details were changed.
    ///
    /// ## Write instead
    /// Add: "Details changed to protect privacy."
    ///
    /// ## When it differs
    /// Silent for quizzes said to be invented, for published cases, where the label is there, and
    /// beside a rule that interrupts: no label makes up for a name.
    ///
    /// ## Source
    /// AAP 2021, recommendation 8
    "unlabelled-deidentified-case", Privacy, Note, judge, aside,
}

const CLINICAL: u128 = class::FINDING | marked::CONDITION | marked::PROCEDURE | marked::DRUG;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let about = scene.facts.subjects.iter().fold(0, |set, bits| set | bits);
    let elsewhere = who::OWN_KIN | who::WRITER | who::INVENTED | who::ANIMAL | who::VISITOR;
    let real = scene.facts.says(Cue::InOurCare);
    let labelled = scene.has(class::DEID | class::PUBLISHED) || scene.has(class::EXAM) && !real;
    if !scene.on(Surface::Post) || about & elsewhere != 0 || labelled {
        return None;
    }
    if let Some(judged) = teaching(scene) {
        return Some(judged);
    }
    let case = scene.facts.case.as_ref()?;
    let general = !case.is_fresh && case.points() < 2;
    if case.strength < Strength::Likely || !general || !scene.has(CLINICAL) {
        return None;
    }
    let clinical = case.clinical.clone().map(|words| (MentionKind::Condition, scene.bytes(words)));
    Some(
        Judgement::new(Severity::Note, scene.bytes(case.care.clone()))
            .evidence(clinical)
            .fixes(&[FixKind::AddLabel]),
    )
}

/// "A teenager with abdominal pain: what we nearly missed".
fn teaching(scene: &Scene<'_>) -> Option<Judgement> {
    let told = scene.facts.earnest(Cue::TeachingCase)?;
    let one = scene.has(class::PERSON | class::IN_CARE | marked::AGE);
    let many = scene.has(class::PEOPLE_MANY | class::PATIENTS | class::CLINICIAN | class::COLLEAGUE);
    (one && !many && (scene.has(CLINICAL) || scene.facts.says(Cue::InOurCare))).then(|| {
        Judgement::new(Severity::Note, scene.bytes(told.tokens.clone())).fixes(&[FixKind::AddLabel])
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[My patient]] had a normal ECG and a full-blown pulmonary embolism. Trust the story",
        "[[My patient]] had a cough and a lung cancer behind it. I image coughs",
        "We [[treated]] a man whose only sign of sepsis was confusion",
        "[[My patient]] blamed her tiredness on work; it was hypothyroidism",
        "I [[admitted]] a woman with back pain that was an aneurysm. Feel the belly",
        "[[Our patient]] had scurvy. Ask what people eat",
        "A woman with jaw pain [[taught me to]] do the ECG twice",
    ],
    allows: &[
        "Details changed. My patient had a normal ECG and a pulmonary embolism",
        "Published case: a patient with scurvy, link in the thread",
        "Patients with sepsis may just be confused",
        "My sister blamed her tiredness on work; it was hypothyroidism",
        "Mock exam: my patient has back pain and an aneurysm",
        "My patient portal login is broken again",
        "A woman with a violin taught me to listen",
    ],
};
