//! Rule `friend-request-accept`.

use crate::context::{Profile, Surface};
use crate::declare_rule;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A connection with a patient was accepted.
    ///
    /// A draft tells that somebody in care was accepted as friend or follower, or tells them so.
    /// The question at the Accept button itself is asked by the page, not here.
    ///
    /// ## Why pause
    /// Friendly contact on a private profile can blur care for both of you.
    ///
    /// ## Write instead
    /// A kind no, and the way to the official page or the office.
    ///
    /// ## When it differs
    /// Silent when the request is declined, for colleagues and friends; past patients and parents
    /// of patients are judged by their own rules.
    ///
    /// ## Source
    /// AAP 2021, recommendation 9
    /// FSMB 2019
    /// Teaching scenario 1
    "friend-request-accept", Boundary, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if scene.context.profile == Profile::Professional || scene.has(class::CARE_OVER | class::ANIMAL) {
        return None;
    }
    let told = scene
        .sentences()
        .filter(|s| s.has(class::ACCEPTS) && !s.has(class::DECLINES | class::KIN))
        .find_map(|s| {
            let who = scene.patient_near(&s)?;
            let own = s.has(class::I_ME | class::WE) || scene.on(Surface::Message) || scene.hits_in(&s, class::ACCEPTS).next()?.start == scene.bytes(s.tokens.clone()).start;
            own.then_some((s, who))
        });
    let (sentence, who) = told?;
    let words = scene
        .hits_in(&sentence, class::ACCEPTS)
        .find(|words| !takes_patients_on(scene, words.end))?;
    Some(
        Judgement::new(Severity::Caution, words)
            .evidence([(MentionKind::Care, who)])
            .fixes(&[FixKind::Template]),
    )
}

/// "accepting new clients" offers care, not friendship.
fn takes_patients_on(scene: &Scene<'_>, byte_end: usize) -> bool {
    let tokens = scene.draft.tokens();
    let next = tokens.at_byte(byte_end);
    matches!(
        tokens.lower(next),
        "new" | "patients" | "clients" | "referrals" | "pts" | "cash" | "cards" | "insurance"
    ) && !(next..tokens.len().min(next + 4)).any(|at| matches!(tokens.lower(at), "requests" | "request" | "on"))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "I [[accepted]] my patient's friend request, she's a hoot",
        "DM: [[Accepted]] you! See you at your next session",
        "I [[follow back]] all of my clients, sue me",
        "ok fine I [[said yes]] to my 10 am, he keeps asking on facebook",
        "DM: I've [[confirmed you]] on here, now you can see my garden between your appointment and mine",
        "I [[let him in]], my patient, he sent three requests",
    ],
    allows: &[
        "I don't accept patients on here, it protects them and me",
        "Accepted at nursing school!!",
        "Paper accepted, 412 patients and three years of my life",
        "Accepted my cousin's request, now she sees everything",
        "DM: I can't accept requests from patients, but here is our page",
        "Accepting new clients for anxiety, evening hours",
        "accepting new patients at my practice from May",
        "Page: We follow back every colleague who teaches",
    ],
};
