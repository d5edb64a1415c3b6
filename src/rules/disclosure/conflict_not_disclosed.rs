//! Rule `conflict-not-disclosed`.

use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A product with a code, and no word about the tie.
    ///
    /// A discount code or referral link of one's own, and nothing that says who pays.
    ///
    /// ## Why pause
    /// Readers may take it as medical advice without knowing about the tie.
    ///
    /// ## Write instead
    /// Say it plainly first: "Ad: I earn a share when you use this code."
    ///
    /// ## When it differs
    /// Silent when the tie is stated.
    ///
    /// ## Source
    /// AAP 2021, recommendation 6
    "conflict-not-disclosed", Disclosure, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let joined = facts.earnest(Cue::TieUsed).filter(|_| {
        // "just kidding" takes the disclosure back.
        !scene.has(class::DISCLOSED) || scene.has(class::JOKE_THREAT)
    });
    if let Some(found) = joined {
        return Some(
            Judgement::new(Severity::Caution, scene.bytes(found.tokens.clone()))
                .fixes(&[FixKind::AddSource]),
        );
    }
    // What is given only matters beside praise for what it is given for.
    let praised = facts.says(Cue::ProductPraise) || scene.has(class::PROMO);
    let found = facts
        .earnest(Cue::Perk)
        .or_else(|| facts.earnest(Cue::Gift).filter(|_| praised))?;
    let stated = facts.says(Cue::TieStated) || facts.cues(Cue::TieStated).any(|cue| cue.denied);
    (!stated).then(|| {
        Judgement::new(Severity::Caution, scene.bytes(found.tokens.clone()))
            .fixes(&[FixKind::AddSource])
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "These insoles saved my knees, [[code NURSEPAT gets]] you 15% off",
        "Best magnesium there is, [[use my code]] at checkout",
        "I only trust this serum, [[use my link]]",
        "Every parent needs this thermometer, [[20% off with my]] code",
        "Obsessed with these clogs, [[my discount code]] is in the bio",
        "This probiotic fixed my gut, JENRN10 [[gets you 10%]] off",
        "Best monitor on the market, honestly. Their [[reps took us]] to dinner and we never looked back",
        "[[as an advisor to CardioLoop]] I'd say our pump beats theirs",
    ],
    allows: &[
        "#ad I love these insoles, code NURSEPAT gets you 15% off",
        "Disclosure: I earn commission when you use my link",
        "Code blue on six, everyone ran",
        "Our hospital dress code gets a review",
        "The trial shows a 20% lower risk",
        "Recipe link below, enjoy",
        "Best leaving do ever, the girls gave me a box of tea and a voucher",
        "as an advisor to students I'd say sleep more",
    ],
};
