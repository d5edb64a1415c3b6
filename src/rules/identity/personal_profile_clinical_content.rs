//! Rule `personal-profile-clinical-content`.

use crate::context::Surface;
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::Severity;
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::{class, marked};

declare_rule! {
    /// Speaks to patients from a personal profile.
    ///
    /// The words address people in care, or offer appointments, from an account for family and friends.
    ///
    /// ## Why pause
    /// Patients who answer here may find your private life, and you theirs.
    ///
    /// ## Write instead
    /// Post it on the professional page, or point to the practice's number or portal.
    ///
    /// ## When it differs
    /// Raises other privacy and boundary findings one step. Silent for pride in the work, for public-health posts
    /// and on professional pages.
    ///
    /// ## Source
    /// AAP 2021, recommendation 1
    /// AMA Opinion 2.3.2
    "personal-profile-clinical-content", Identity, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    if !scene.context.profile.counts_as_personal() || scene.on(Surface::ReviewResponse) || scene.on(Surface::Bio) {
        return None;
    }
    let other = class::OTHER_TRADE | class::ANIMAL | class::INVENTED | class::SELF_PATIENT | class::QUOTING | class::OWN_KIN;
    let reader = &facts.addressee;
    let words = facts.earnest(Cue::ToPatients).filter(|_| !scene.has(other) && !reader.near && !scene.has(class::COLLEAGUE_DM))?;
    let direct = matches!(scene.context.surface, Surface::Message | Surface::Reply);
    let work = class::CLINICIAN | class::PATIENTS | class::PATIENT | class::CARE_AREA | class::CARE_SITE | class::WARD;
    let care = scene.has(work | marked::CLINICIAN_NAME | marked::FACILITY | marked::DRUG | marked::PROCEDURE);
    (care || direct).then(|| Judgement::new(Severity::Note, scene.bytes(words.tokens.clone())))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[Note to my patients]]: the office is shut on Monday",
        "[[Parents, our clinic]] now has evening flu jabs",
        "[[accepting new patients at my]] practice from May",
        "Group: [[I'm the midwife at]] Elm Street, ask me anything about your bump",
        "DM: [[It's Dr. Baptiste from the clinic]], how are the tablets going?",
        "Reply: [[As your physio]] I say rest that knee",
        "[[our practice has openings]], message me your insurance",
    ],
    allows: &[
        "Page: note to my patients, the office is shut on Monday",
        "I'm a nurse and proud of it, happy Nurses Week",
        "my own physio is great, book her",
        "Long clinic day, off to make dinner",
        "took my kids for their flu jabs",
        "My salon has openings this week, book me",
        "Everyone over 65: get your flu jab at any pharmacy",
    ],
};
