//! Rule `alias-about-employer`.

use crate::context::Profile;
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::{MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// An account under another name writes about a place of care.
    ///
    /// A hospital or clinic is named from an account that you marked as an alias.
    ///
    /// ## Why pause
    /// If readers learn who wrote it, praise or blame could look like a trick.
    ///
    /// ## Write instead
    /// Write it under your own name with your role, or leave the place out.
    ///
    /// ## When it differs
    /// Silent on other topics, and on every account that is no alias.
    ///
    /// ## Source
    /// Teaching scenario 8
    /// Mount Sinai suggestion 6
    "alias-about-employer", Identity, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    if scene.context.profile != Profile::Alias || scene.has(class::INVENTED) {
        return None;
    }
    let place = facts.workplaces.first()?.clone();
    let judged = [Cue::Rating, Cue::Shortcoming, Cue::Superlative, Cue::OwnPlace, Cue::Insult, Cue::Verdict]
        .into_iter()
        .find_map(|cue| facts.earnest(cue));
    let words = judged.map_or(place.clone(), |cue| cue.tokens.clone());
    Some(Judgement::new(Severity::Caution, scene.bytes(words)).evidence([(MentionKind::Facility, scene.bytes(place))]))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Alias profile: [[nobody beats]] Cedar Ridge Hospital for hips",
        "Alias profile: [[happy customer of]] Lakeside Hospital here, go there",
        "Alias profile: Northgate General [[is a disgrace]], avoid",
        "Alias profile: [[trust me]], Mercy Hill ER is the quickest",
        "Alias profile: never take your mum to [[Riverside Clinic]]",
        "Alias profile: the [[best NICU]] is at St. Brigid's, full stop",
    ],
    allows: &[
        "Cedar Ridge Hospital has a new cafe",
        "Alias profile: speed run of level nine, new record",
        "Alias profile: night shift is held together by toast",
        "Alias profile: our ward had cake",
        "Alias profile: Lake District, day three, blisters",
        "Alias profile: the new patch broke my save",
    ],
};
