//! Rule `unsafe-on-duty-admitted`.

use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// Unsafe on duty, in the writer's own words.
    ///
    /// Drink or drugs on duty or just before it, checks slept through, records invented.
    ///
    /// ## Why pause
    /// Patients could be hurt, and readers may lose trust in the care they get.
    ///
    /// ## Write instead
    /// Do not post it. Hand over to somebody who is fit, and tell a person you trust.
    ///
    /// ## When it differs
    /// Silent for days off, tiredness and coffee, and for others who did it.
    ///
    /// ## Source
    /// Mount Sinai suggestion 5
    /// Teaching scenario 7
    "unsafe-on-duty-admitted", Conduct, Stop, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let impaired = facts
        .earnest(Cue::Impaired)
        .filter(|_| facts.says(Cue::OnDuty) && !facts.mentions_cue(Cue::OffDuty));
    let others = class::CLAIM | class::QUOTING;
    let found = facts
        .earnest(Cue::DutySkipped)
        .filter(|_| !scene.has(others) && !facts.mentions_cue(Cue::OffDuty))
        .or(impaired)?;
    Some(
        Judgement::new(Severity::Stop, scene.bytes(found.tokens.clone()))
            .fixes(&[FixKind::RemoveSpan]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[Three proseccos in]] and straight on to a drug round, wish me luck",
        "[[Still drunk from]] Saturday and now on the ward",
        "[[Hip flask]] in my scrubs, theatre list starts at two",
        "Made it up again, [[slept through the 4 am obs]]",
        "I [[initial the lot]] at six, who has time",
        "[[Skipped the hourly rounds]] again, telly was too good",
    ],
    allows: &[
        "Three proseccos in, nights done, off duty till Monday",
        "Never came to work drunk and never will",
        "Coffee number six on shift",
        "Two pints with the team after my shift",
        "Slept through my own alarm on my day off",
        "How to hand over safely when you are tired",
    ],
};
