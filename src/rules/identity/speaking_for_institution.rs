//! Rule `speaking-for-institution`.

use crate::context::Surface;
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// Speaks for an institution.
    ///
    /// Words that sound like an official statement from a personal account.
    ///
    /// ## Why pause
    /// Readers may take it for the official word, which only a few may give.
    ///
    /// ## Write instead
    /// Speak for yourself: "I think", "I am sorry to hear it".
    ///
    /// ## When it differs
    /// Silent on professional pages, and for thanks and greetings.
    ///
    /// ## Source
    /// Mount Sinai suggestion 7
    /// Mount Sinai suggestion 10
    "speaking-for-institution", Identity, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let found = facts.earnest(Cue::ForInstitution)?;
    let official = facts.mentions_cue(Cue::OfficialAct);
    let personal = scene.context.profile.counts_as_personal();
    (official && personal && !scene.on(Surface::ReviewResponse) && !scene.has(class::PRAISE)).then(
        || {
            Judgement::new(Severity::Caution, scene.bytes(found.tokens.clone()))
                .fixes(&[FixKind::NeutralWording])
        },
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[On behalf of everyone at]] the infirmary I apologise for the outage",
        "[[Speaking for the whole]] unit: we refuse the new rota",
        "[[On behalf of all the]] nurses we reject the plan",
        "[[Official statement from]] the trust: we refuse to reopen",
        "The [[hospital accepts full responsibility]]",
        "[[Our trust's position]] is that we support the ban",
    ],
    allows: &[
        "On behalf of everyone at the infirmary, thank you",
        "Speaking only for myself, I reject the plan",
        "Page: On behalf of all the team we apologise for the delay",
        "The hospital accepts donations on Mondays",
        "On behalf of my family, we are sorry for your loss",
        "I support my trust",
    ],
};
