//! Rule `parent-connection`.

use crate::context::Profile;
use crate::declare_rule;
use crate::finding::{MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A patient's parent or relative becomes a contact.
    ///
    /// A draft tells of accepting or adding the parent or relative of somebody in care.
    ///
    /// ## Why pause
    /// A relative on your private profile can make it hard to keep health talk out.
    ///
    /// ## Write instead
    /// Keep updates to the ward or the office, and say so kindly.
    ///
    /// ## When it differs
    /// Only a note, and silent when a tie outside care (school, choir, neighbours) is named.
    ///
    /// ## Source
    /// AAP 2021, recommendation 9
    "parent-connection", Boundary, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if scene.context.profile == Profile::Professional || scene.has(class::ANIMAL | class::OWN_KIN) {
        return None;
    }
    let linked = class::ACCEPTS | class::ASKS_TO_CONNECT;
    let sentence = scene
        .sentences()
        .find(|s| s.has(linked) && s.has(class::KIN) && !s.has(class::DECLINES))?;
    let who = scene.patient_near(&sentence)?;
    let words = scene.hits_in(&sentence, linked).next()?;
    Some(Judgement::new(Severity::Note, words).evidence([(MentionKind::Relation, who)]))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[Accepted]] my patient's mum, she bakes",
        "The mother of the boy in bed 6 asked three times so I [[accepted]]",
        "I [[followed back]] a client's daughter, she paints",
        "DM: I've [[confirmed you]], a patient's dad is always welcome",
        "My patient's wife wanted updates so I [[let her in]] on facebook",
        "A client's son found me and I [[said yes]]",
    ],
    allows: &[
        "Accepted my sister-in-law, brave me",
        "I don't accept patients' parents on here",
        "My mum finally accepted my request",
        "Parents of patients can call the ward any time",
        "The school accepted my daughter",
        "Confirmed: the mother ship has landed",
    ],
};
