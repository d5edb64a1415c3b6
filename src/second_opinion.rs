//! The second opinion: learned evidence beside the rules.
//!
//! Where a draft reads harmless as a whole, a rule that goes by signs is heard
//! as a note only. Where no rule has a ground but the draft reads like many
//! that called for a prompt, the rule nearest to the topic asks for a caution.
//! Rules that are stops by default say what is there, and need no opinion.

use crate::context::Surface;
use crate::evidence::Topic;
use crate::finding::Severity;
use crate::rule::{Judgement, Rule};
use crate::rules;
use crate::scene::Scene;
use crate::sense::class;

/// Log-odds below which a draft reads harmless: in cross-validation over the
/// hand-written drafts it took 27 % of the false alarms and 4 % of the hits of
/// the rules (docs/detection.md).
const HARMLESS: f32 = -0.5;

/// The severity of `judgement`, seen together with how the draft reads.
#[must_use]
pub fn severity(rule: &Rule, judgement: &Judgement, scene: &Scene<'_>) -> Severity {
    let speaks_for_itself = rule.severity == Severity::Stop;
    if !speaks_for_itself && scene.reads_like(Topic::Prompt) < HARMLESS {
        return Severity::Note;
    }
    judgement.severity
}

/// What the draft suggests where no rule interrupts: the nearest rule, with the
/// words that weigh most.
#[must_use]
pub fn suggestion(scene: &Scene<'_>) -> Option<(&'static Rule, Judgement)> {
    if !scene.suggests(Topic::Prompt) {
        return None;
    }
    let judgement = Judgement::new(Severity::Caution, scene.heaviest());
    Some((nearest(scene)?, judgement))
}

/// The rule of the topic that the draft reads most like.
fn nearest(scene: &Scene<'_>) -> Option<&'static Rule> {
    const TOPICS: [Topic; 5] = [
        Topic::PersonInCare,
        Topic::Boundary,
        Topic::Conduct,
        Topic::Disclosure,
        Topic::Advice,
    ];
    let margin = |topic: &Topic| scene.evidence.margin(*topic);
    let topic = TOPICS.iter().max_by(|a, b| margin(a).total_cmp(&margin(b)));
    let id = match topic {
        _ if scene.on(Surface::ReviewResponse) => "review-reveals-details",
        Some(Topic::Boundary) => "dual-relationship",
        Some(Topic::Conduct) => "disrespect-toward-patients",
        Some(Topic::Disclosure) if scene.has(class::PROMO) => "conflict-not-disclosed",
        Some(Topic::Disclosure) => "confidential-information",
        Some(Topic::Advice) if scene.on(Surface::Message) => "care-by-direct-message",
        Some(Topic::Advice) => "individual-advice",
        _ => "patient-detail-combination",
    };
    rules::by_id(id)
}
