//! Rule `posting-during-work`.

use crate::context::Surface;
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::Severity;
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::policy::records::WorkHours;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// Written in the middle of care.
    ///
    /// The words place the writer at a procedure, a round or a chair while posting.
    ///
    /// ## Why pause
    /// Patients may feel you were not with them, and the hour of a post tells who was there.
    ///
    /// ## Write instead
    /// Keep it for the break or the way home, and leave out the moment.
    ///
    /// ## When it differs
    /// Only words that name the care under way count. With working hours set in the policy a word of boredom on
    /// duty is enough. Silent on professional pages and at congresses.
    ///
    /// ## Source
    /// Mount Sinai suggestion 5
    /// MedPro, staff education
    "posting-during-work", Conduct, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let posting = matches!(scene.context.surface, Surface::Post | Surface::Reply);
    let elsewhere = class::INVENTED | class::ANIMAL | class::SIM | class::OWN_KIN | class::VISITOR;
    if !posting || !scene.context.profile.counts_as_personal() || scene.has(elsewhere | class::LONG_AGO) {
        return None;
    }
    let hours_are_set = scene.policy.work_hours != WorkHours::default();
    let idle = || scene.first(class::SHIFT).filter(|_| hours_are_set && scene.has(class::FRESH) && scene.has(class::MOCKERY));
    let care = facts.earnest(Cue::MidCare).map(|cue| scene.bytes(cue.tokens.clone()));
    care.or_else(idle).map(|words| Judgement::new(Severity::Note, words))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[bored in theatre, patient]] snoring, ask me anything",
        "[[Live-tweeting my ward round]] because why not",
        "[[Scrolling while she's in the scanner]] lol",
        "[[waiting for the local to kick]] in, hi everyone",
        "[[chairside selfie]] with my new loupes",
        "[[live from my cataract list]], coffee at noon",
    ],
    allows: &[
        "Live-tweeting the keynote at the congress",
        "Waiting for the bus, clinic was long",
        "Bored at the airport, ask me anything",
        "Selfie with the team after our fun run",
        "I should be studying instead of scrolling",
        "Page: waiting for your numbness to wear off? Keep to soft food",
    ],
};
