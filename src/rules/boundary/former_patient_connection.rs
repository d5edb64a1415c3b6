//! Rule `former-patient-connection`.

use crate::context::Profile;
use crate::declare_rule;
use crate::finding::{MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A past patient becomes a contact.
    ///
    /// A draft tells of accepting, adding or following somebody who was in care before.
    ///
    /// ## Why pause
    /// Care may be over, but health talk can follow into a private chat.
    ///
    /// ## Write instead
    /// If you connect, keep health out of it, and follow your profession's rule.
    ///
    /// ## When it differs
    /// Left to the clinician's judgement, so only a note. Contact promised at the end of care is
    /// judged by `contact-after-care`.
    ///
    /// ## Source
    /// AAP 2021, recommendation 9
    /// APA 2021, guideline 2.4
    /// Teaching scenario 1
    "former-patient-connection", Boundary, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if scene.context.profile == Profile::Professional || scene.has(class::ANIMAL) {
        return None;
    }
    let linked = class::ACCEPTS | class::ASKS_TO_CONNECT;
    let sentence = scene.sentences().find(|s| s.has(linked) && !s.has(class::DECLINES))?;
    let over = scene.first(class::CARE_OVER)?;
    scene.patient_near(&sentence)?;
    let words = scene.hits_in(&sentence, linked).next()?;
    Some(Judgement::new(Severity::Note, words).evidence([(MentionKind::Care, over)]))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[Accepted]] a former patient of mine, our boys play on the same team",
        "DM: You're discharged now, [[add me]] if you like",
        "My old clients asked, I [[said yes]] to both",
        "DM: [[accept]] away, you're off our books since 2016",
        "[[Followed back]] one of my old patients, he draws beautifully",
        "my old client [[follows me here]] and likes every garden photo",
    ],
    allows: &[
        "I keep this page for family, so I don't accept former patients",
        "Old patients' records are kept for eight years",
        "Accepted into the choir!",
        "Add me to the mailing list for old friends of the school",
        "My former manager added me, hm",
        "Former patients teach us more than books",
    ],
};
