//! Rule `education-disclaimer`.

use crate::context::Surface;
use crate::declare_rule;
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::{class, marked};

declare_rule! {
    /// A page that teaches says nothing about its limits.
    ///
    /// The description of a professional page promises tips, answers or education and has no line
    /// that it is general information.
    ///
    /// ## Why pause
    /// Readers may take general tips for advice about themselves.
    ///
    /// ## Write instead
    /// Add one line: general information, not advice for one person; ask your own clinician.
    ///
    /// ## When it differs
    /// Judged only where a page is described, once; never in posts. Silent when such a line is
    /// there.
    ///
    /// ## Source
    /// Teaching scenario 9
    /// MedPro, disclaimers
    "education-disclaimer", Advice, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if !scene.on(Surface::Bio) || scene.has(class::VIEWS_MINE) {
        return None;
    }
    let medical = class::CLINICIAN | class::WARD | marked::CONDITION | marked::ANATOMY | marked::CLINICIAN_NAME;
    let teaches = scene.first(class::EDUCATES).filter(|_| scene.has(medical))?;
    Some(Judgement::new(Severity::Note, teaches).fixes(&[FixKind::AddSource]))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Bio: Paediatrician. [[Daily tips]] for tired parents",
        "Bio: Cardiac nurse, [[busting myths]] about cholesterol",
        "Bio: Dermatologist, [[skin tips]] and a dog",
        "Bio: Your [[questions answered]] by a pharmacist every Friday",
        "Bio: Dr Halloran, [[health education]] for the whole island",
        "Bio: Midwife. Pregnancy [[made simple]]",
    ],
    allows: &[
        "Bio: Paediatrician. Daily tips for parents. General information only, not a substitute for your own doctor",
        "Bio: Nurse, mother, terrible gardener",
        "Bio: Baker. Daily tips for sourdough",
        "Paediatrician here with daily tips for tired parents",
        "Bio: Pharmacist. Myth busting. Not medical advice",
        "Bio: Cardiologist at a hospital by the sea",
    ],
};
