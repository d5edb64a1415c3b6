//! Rule `record-screenshot`.

use crate::declare_rule;
use crate::facts::care::Strength;
use crate::facts::subject::who;
use crate::sense::{class, marked};
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// A chart, scan or screen.
    ///
    /// A picture of a chart, scan, tracing, wristband, screen or letter from care, or its text pasted.
    ///
    /// ## Why pause
    /// Charts and screens may carry a name, a number or a time stamp at the edge.
    ///
    /// ## Write instead
    /// Redraw the finding, or link to a published picture.
    ///
    /// ## When it differs
    /// A note when it is said to be published with identifiers removed; silent for the writer's own scan and for equipment.
    ///
    /// ## Source
    /// Teaching scenario 9
    /// 45 CFR 164.514(b)(2)
    "record-screenshot", Media, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if !scene.context.media.is_attached() {
        return None;
    }
    let about = scene.facts.subjects.iter().fold(0, |set, bits| set | bits);
    if about & (who::OWN_KIN | who::WRITER | who::INVENTED | who::ANIMAL) != 0 || owned(scene) {
        return None;
    }
    let record = scene.first(class::RECORD_IMAGE)?;
    let case = scene.facts.case.as_ref().is_some_and(|case| case.strength >= Strength::Likely);
    let clinical = scene.has(class::FINDING | class::CARE_EVENT | marked::CONDITION | marked::TITLED_NAME)
        && scene.has(class::HE_SHE | class::PERSON | class::IN_CARE | class::QUESTION_CROWD | class::FRESH | marked::AGE);
    let named = scene.has(marked::TITLED_NAME | marked::IDENTIFIER);
    let severity = if named {
        Severity::Stop
    } else if scene.has(class::DEID) && scene.has(class::PUBLISHED) {
        Severity::Note
    } else {
        Severity::Caution
    };
    Some(
        Judgement::new(severity, record)
            .fixes(&[FixKind::RemoveSpan])
            .weak(!(case || clinical)),
    )
}

/// "my ECG", "my own chart".
fn owned(scene: &Scene<'_>) -> bool {
    let tokens = scene.draft.tokens();
    (1..tokens.len()).any(|at| {
        scene.facts.senses.of(at) & class::RECORD_IMAGE != 0
            && matches!(tokens.lower(at - 1), "my" | "own")
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Photo attached: [[ECG]] from tonight, he walked in with VT",
        "Photo attached: Mr Halloran's [[drug chart]] tonight, how many errors",
        "Photo attached: 34F, came in breathless with a wheeze, what do you see on this [[CT]]",
        "Photo attached: name cropped, look at [[that lactate, gas]] from an hour ago",
        "Photo attached: the [[x-ray]] of the man with the swallowed spoon, bowel obstruction",
        "Photo attached: this [[CT]] from our patient today",
    ],
    allows: &[
        "ECG teaching on Friday at noon",
        "Photo attached: my own x-ray, fracture and all",
        "Photo attached: The new scanner has arrived",
        "Photo attached: sim lab monitor tonight, VT on a manikin",
        "Photo attached: our new whiteboard, pens welcome",
        "Photo attached: my son's wristband, four hours old",
    ],
};
