//! Rule `disrespect-toward-patients`.

use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// People in care are mocked or labelled.
    ///
    /// A label or ridicule for the sick, and worse care announced for some of them.
    ///
    /// ## Why pause
    /// People who need care may read this, and may feel it is about them.
    ///
    /// ## Write instead
    /// Say what was hard without a label: "a long night, many people in pain".
    ///
    /// ## When it differs
    /// Silent when a label is quoted to criticise it, or said of oneself or a thing. A stop when care is refused or made worse for a group.
    ///
    /// ## Source
    /// AAP 2021, recommendation 8
    /// FSMB 2019
    "disrespect-toward-patients", Conduct, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    if scene.has(class::QUOTING | class::ANIMAL | class::LONG_AGO) {
        return None;
    }
    let care =
        scene.has(class::PATIENT | class::PATIENTS | class::IN_CARE | class::WARD | class::SHIFT);
    let group =
        facts.says(Cue::PickedOut) || facts.says(Cue::Label) || facts.says(Cue::Undeserving);
    let (found, severity) = if let Some(found) = facts
        .earnest(Cue::WorseCare)
        .filter(|_| group || facts.case.is_some())
    {
        (found, Severity::Stop)
    } else {
        let own = scene.has(class::OWN_KIN | class::SELF_PATIENT | class::OTHER_TRADE);
        let found = facts
            .earnest(Cue::Mocked)
            .filter(|_| !own)
            .or_else(|| {
                facts
                    .earnest(Cue::Label)
                    .filter(|_| care || scene.has(class::BED))
            })
            .or_else(|| facts.earnest(Cue::Slur).filter(|_| care))
            .or_else(|| facts.earnest(Cue::Undeserving).filter(|_| care))
            .or_else(|| facts.earnest(Cue::Ridicule).filter(|_| care))?;
        (found, Severity::Caution)
    };
    Some(
        Judgement::new(severity, scene.bytes(found.tokens.clone()))
            .fixes(&[FixKind::NeutralWording, FixKind::RemoveSpan]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "The [[gomers]] are out in force on the ward tonight, send coffee",
        "Another [[drug seeker]] in the waiting room before nine, what a shift",
        "[[Beached whale]] in bay two, four of us to turn him",
        "Smokers on my list? I [[let them wait]]",
        "My ward is one long corridor of [[bed blockers]]",
        "Smokers [[go last on]] my list because I say so",
        "[[Another drug seeker with]] 10/10 and a sandwich",
        "[[told the old bat]] to rinse or leave",
    ],
    allows: &[
        "Calling people \"drug seekers\" is lazy medicine",
        "We saw a beached whale on our holiday, so sad",
        "Can we please stop saying \"frequent flyer\" on handover",
        "I am such a junkie for crosswords",
        "What a night on the ward, the team was magnificent",
        "The new guideline on opioid use disorder is out",
        "Another seeker of good coffee with ten out of ten taste",
        "told the old choir to rinse the cups",
    ],
};
