//! The second opinion: learned evidence beside the rules.
//!
//! Where a draft reads harmless as a whole, a rule that goes by signs is heard
//! as a note only. Where no rule has a ground but the draft reads like many
//! that called for a prompt, the rule nearest to the topic asks for a caution.
//! A stop for what identifies somebody says what is there, and needs no opinion.

use std::ops::Range;

use crate::context::Surface;
use crate::evidence::Topic;
use crate::facts::time::When;
use crate::finding::{FixKind, MentionKind, Severity};
use crate::rule::{Family, Judgement, Rule};
use crate::rules;
use crate::scene::Scene;
use crate::sense::class;

/// Log-odds below which a rule that goes by signs is heard as a note only. With
/// this bar and the threshold of suggestions, 43.8 % are caught at 2.2 % interrupted
/// of 24,585 drafts that the rules had not been made with, in cross-validation;
/// rules alone catch 22.4 % at 2.4 %.
const HARMLESS: f32 = 0.9;
/// The same for rules that are stops by default, those of what identifies somebody
/// excepted: that is there however the draft reads. Over the same drafts 92 in 100
/// of those stops were called for, and 76 of 136 for secrets, threats and danger
/// on duty.
const HARMLESS_FOR_STOPS: f32 = 0.0;

/// Log-odds from which weak signs are heard, in drafts of any length. Over the
/// project's 51,000 drafts 135 more that call for a prompt are caught by them so, and
/// 6 harmless ones and one ordinary post interrupted; from 1.0 on 164, 11 and one,
/// from 1.5 on 113, 3 and one.
const BORNE_OUT: f32 = 1.25;

/// Below this many tokens what a rule goes by is most of the draft: it is heard as
/// it is.
const TELLING_TOKENS: usize = 20;
/// Below this many tokens there is too little to suggest anything by: of ordinary
/// posts that were interrupted, half were titles of a few words.
const FEWEST_TOKENS: usize = 12;
/// A draft of fewer tokens must lie farther from the harmless ones than others, by
/// [`MARGIN_OF_FEW`]: of 4,640 plain drafts (of `tests/drafts/outright.jsonl`) 14 more are caught
/// so, none wrongly, and of 3,363 ordinary posts and tweets none.
const FEW_TOKENS: usize = 16;
const MARGIN_OF_FEW: f32 = 1.5;
/// How much farther than others a draft that says its details are changed must lie
/// from the harmless ones: it may keep its word, and then there is nobody to see.
const MARGIN_OF_CHANGED: f32 = 1.0;
/// How much farther a draft must lie whose rule is about one person and which has
/// nothing to see anybody by.
const MARGIN_OF_NOBODY: f32 = 0.5;
/// Most words named as pointers.
const MOST_POINTERS: usize = 8;

/// Whether the draft as a whole reads so that a weak sign is to be heard.
#[must_use]
pub fn bears_out(scene: &Scene<'_>) -> bool {
    scene.reads_like(Topic::Prompt) >= BORNE_OUT
}

/// The severity of `judgement`, seen together with how the draft reads.
#[must_use]
pub fn severity(rule: &Rule, judgement: &Judgement, scene: &Scene<'_>) -> Severity {
    let bar = match (rule.severity, rule.family) {
        (Severity::Stop, Family::Privacy | Family::Media) => return judgement.severity,
        (Severity::Stop, _) => HARMLESS_FOR_STOPS,
        _ => HARMLESS,
    };
    let is_telling = scene.draft.tokens().len() >= TELLING_TOKENS;
    if is_telling && !judgement.is_sure && scene.reads_like(Topic::Prompt) < bar {
        return Severity::Note;
    }
    judgement.severity
}

/// What the draft suggests where no rule interrupts: the nearest rule, with the
/// words that weigh most.
#[must_use]
pub fn suggestion(scene: &Scene<'_>) -> Option<(&'static Rule, Judgement)> {
    let tokens = scene.draft.tokens().len();
    let is_doubtful = scene.has(class::DEID) || scene.facts.tells_of_animals;
    let mut least = if is_doubtful { MARGIN_OF_CHANGED } else { 0.0 };
    if tokens < FEW_TOKENS {
        least += MARGIN_OF_FEW;
    }
    let margin = scene.evidence.margin(Topic::Prompt) - least;
    // Others' news and questions to a textbook share their words with cases, not their teller.
    let is_headline = || {
        scene.on(Surface::Post)
            && !scene.context.media.is_attached()
            && scene.facts.is_headline(scene.draft.tokens())
    };
    if tokens < FEWEST_TOKENS || margin <= 0.0 || is_headline() {
        return None;
    }
    let rule = nearest(scene)?;
    let is_nobody = || rule.family == Family::Privacy && !points_at_somebody(scene);
    if margin <= MARGIN_OF_NOBODY && is_nobody() {
        return None;
    }
    let mut judgement = Judgement::new(Severity::Caution, scene.heaviest());
    if matches!(rule.family, Family::Privacy | Family::Reviews) {
        judgement = judgement
            .evidence(pointers(scene))
            .fixes(&[FixKind::Generalise]);
    }
    Some((rule, judgement))
}

/// Whether anything may point to one person; an illness by itself is a topic.
fn points_at_somebody(scene: &Scene<'_>) -> bool {
    let pointers = pointers(scene);
    pointers
        .iter()
        .any(|(kind, _)| *kind != MentionKind::Condition)
}

/// What in the draft may point to one person: who reads a suggestion should see
/// the facts behind it.
fn pointers(scene: &Scene<'_>) -> Vec<(MentionKind, Range<usize>)> {
    let facts = scene.facts;
    let mut found: Vec<(MentionKind, Range<usize>)> = Vec::new();
    found.extend(
        facts
            .names
            .iter()
            .map(|name| (MentionKind::Person, scene.bytes(name.tokens.clone()))),
    );
    found.extend(
        facts
            .ages
            .iter()
            .map(|age| (MentionKind::Age, scene.bytes(age.tokens.clone()))),
    );
    found.extend(
        facts
            .beds
            .iter()
            .map(|bed| (MentionKind::Bed, scene.bytes(bed.clone()))),
    );
    found.extend(
        facts
            .places
            .iter()
            .map(|place| (MentionKind::Place, scene.bytes(place.tokens.clone()))),
    );
    let pointed = facts.times.iter().filter(|time| time.when != When::Future);
    found.extend(pointed.map(|time| (MentionKind::Time, scene.bytes(time.tokens.clone()))));
    found.extend(
        scene
            .all(class::JOB | class::PUBLIC_ROLE)
            .map(|bytes| (MentionKind::Role, bytes)),
    );
    found.extend(
        facts
            .health
            .iter()
            .map(|health| (MentionKind::Condition, scene.bytes(health.tokens.clone()))),
    );
    found.truncate(MOST_POINTERS);
    found
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
    let nearness = |topic: &Topic| scene.evidence.nearness(*topic);
    let topic = TOPICS
        .iter()
        .max_by(|a, b| nearness(a).total_cmp(&nearness(b)));
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
