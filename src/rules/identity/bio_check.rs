//! Rule `bio-check`.

use crate::context::Surface;
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::facts::identifier::Kind;
use crate::finding::{MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A bio that tells much.
    ///
    /// School or employer with the rotation or unit, a private line for patients, or opinions without a label.
    ///
    /// ## Why pause
    /// Beside it, even a vague post may show where and when, and so who.
    ///
    /// ## Write instead
    /// Keep the role and the field. Leave out the unit, and add "Views mine" where you write opinions.
    ///
    /// ## When it differs
    /// Only when a bio is edited. Silent for a role with the label, and for other interests.
    ///
    /// ## Source
    /// Mount Sinai suggestion 7
    /// APA 2021, guideline 2.5
    "bio-check", Identity, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if !scene.on(Surface::Bio) {
        return None;
    }
    let facts = scene.facts;
    let page = !scene.context.profile.counts_as_personal();
    let role = facts.mentions_cue(Cue::BioPlace) || scene.has(class::CLINICIAN) || !facts.workplaces.is_empty();
    let place = facts.earnest(Cue::BioPlace).or_else(|| facts.earnest(Cue::OwnPlace));
    let unit = facts.earnest(Cue::BioUnit).filter(|unit| place.is_some_and(|place| place.tokens != unit.tokens));
    let opinion = facts.earnest(Cue::Contested).filter(|_| role && !facts.mentions_cue(Cue::ViewsLabel));
    let contact = facts.earnest(Cue::BioContact).filter(|_| role && !page);
    if let Some(found) = unit.or(contact).or(opinion) {
        let judged = Judgement::new(Severity::Note, scene.bytes(found.tokens.clone()));
        return Some(judged.evidence(place.map(|place| (MentionKind::Facility, scene.bytes(place.tokens.clone())))));
    }
    let private = |kind: Kind| matches!(kind, Kind::Phone | Kind::Email | Kind::Address);
    let line = facts.identifiers.iter().find(|found| role && !page && private(found.kind))?;
    Some(Judgement::new(Severity::Note, line.byte_start..line.byte_end))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Bio: MS3 at Northgate, [[on OB this month]]",
        "Bio: Pediatrician. [[DM me for advice]]",
        "Bio: Cardiologist @MercyHill, [[opinions on everything]]",
        "Bio: Student nurse at Cedar Ridge, [[currently on the burns]] unit",
        "Bio: Your friendly dentist, [[whatsapp me for]] appointments",
        "Bio: GP and dad. [[020 7946 0123]]",
    ],
    allows: &[
        "Bio: Cardiologist. Views mine.",
        "Bio: I bake sourdough",
        "MS3 at Northgate, on OB this month",
        "Bio: Nurse, runner, mum of two",
        "Bio: Page: family practice, call 555-0100",
        "Bio: Retired teacher, opinions on everything",
    ],
};
