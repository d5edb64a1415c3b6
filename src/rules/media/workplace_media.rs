//! Rule `workplace-media`.

use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::facts::subject::who;
use crate::sense::class;
use crate::finding::Severity;
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// A picture from a care area.
    ///
    /// A photo or film is attached and the words place it on a ward, in theatre or at a desk of care.
    ///
    /// ## Why pause
    /// Boards, screens and people in the back of a picture are easy to miss.
    ///
    /// ## Write instead
    /// Check the frame: names, boards, screens, people. Crop or take another.
    ///
    /// ## When it differs
    /// Silent for pictures taken elsewhere and for the writer's own visit as a patient.
    ///
    /// ## Source
    /// Teaching scenario 7
    /// MedPro, photos in care areas
    "workplace-media", Media, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if !scene.context.media.is_attached() {
        return None;
    }
    let about = scene.facts.subjects.iter().fold(0, |set, bits| set | bits);
    if about & (who::OWN_KIN | who::WRITER | who::INVENTED | who::ANIMAL) != 0 {
        return None;
    }
    if let Some(scenery) = scene.facts.earnest(Cue::WorkScene) {
        return Some(Judgement::new(Severity::Note, scene.bytes(scenery.tokens.clone())));
    }
    let tokens = scene.draft.tokens();
    let place = (1..tokens.len()).find(|at| {
        let there = matches!(
            tokens.lower(at - 1),
            "the" | "our" | "my" | "in" | "on" | "from" | "this" | "at"
        );
        there && scene.facts.senses.of(*at) & class::CARE_AREA != 0
    })?;
    let taken = scene.has(class::MEDIA | class::SHIFT | class::FRESH) || scene.has(class::MOCKERY);
    taken.then(|| Judgement::new(Severity::Note, scene.bytes(place..place + 1)))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Photo attached: quiet on the [[ward]] tonight, only us and the kettle",
        "Photo attached: selfie from the [[theatre]] corridor, new hat",
        "Photo attached: today's cake at the [[nurses' station]]",
        "Video attached: dance break in [[resus]] on nights",
        "Photo attached: the [[waiting room]] this morning, standing room only",
        "Photo attached: this photo from our [[dispensary]], new shelves",
        "Photo attached: [[empty resus bay]] after the storm",
    ],
    allows: &[
        "quiet night on the ward, only us and the kettle",
        "Photo attached: sunset over the bay",
        "Photo attached: my own view from the ward, day two after my surgery",
        "Photo attached: graduation day",
        "Photo attached: today my son met the ward robot",
        "Photo attached: the allotment tonight",
        "Photo attached: empty beach after the storm",
    ],
};
