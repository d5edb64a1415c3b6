//! Rule `professional-profile-personal-content`.

use crate::context::Profile;
use crate::context::Surface;
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::Severity;
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// Private life or party politics on a professional page.
    ///
    /// Love, drink, family quarrels, faith or votes told from the account that patients read.
    ///
    /// ## Why pause
    /// Patients who think or live otherwise may wonder if they are still welcome.
    ///
    /// ## Write instead
    /// Keep it for the personal profile. On this page write about health, the team and the practice.
    ///
    /// ## When it differs
    /// Silent for staff news, for health advocacy with a bill or data, and on personal profiles.
    ///
    /// ## Source
    /// AAP 2021, recommendation 1
    /// AMA Opinion 2.3.2
    "professional-profile-personal-content", Identity, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let page = scene.context.profile == Profile::Professional && !scene.on(Surface::ReviewResponse);
    if !page || scene.on(Surface::Message) || scene.has(class::INVENTED) {
        return None;
    }
    // Health lessons name drink, exes and faith as well.
    let lesson = class::EDUCATES | class::PUBLISHED | class::REDIRECT | class::EMERGENCY | class::QUOTING;
    let private = facts.earnest(Cue::PrivateLife).filter(|_| !scene.has(lesson));
    let partisan = facts.earnest_or_denied(Cue::Partisan).filter(|_| !scene.has(class::PUBLISHED));
    let words = private.or(partisan)?;
    Some(Judgement::new(Severity::Note, scene.bytes(words.tokens.clone())))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Page: [[wine o'clock]] and no regrets",
        "Page: [[missing my ex]] so badly tonight",
        "Page: [[my husband is]] driving me up the wall",
        "Page: [[Vote red]] or don't complain later",
        "Page: [[prayer beats any]] tablet I could give you",
        "Page: our [[beach holiday photos]], day three",
        "Page: [[first date tonight]], wish me luck",
    ],
    allows: &[
        "wine o'clock and no regrets",
        "Page: Team lunch for Ana's retirement",
        "Page: toddler fever, when to call us",
        "Page: The tobacco bill would cut teen smoking, pediatricians support it",
        "Page: Our chaplaincy is open to people of every faith",
        "Page: hangover myths and facts, explained by our pharmacist",
    ],
};
