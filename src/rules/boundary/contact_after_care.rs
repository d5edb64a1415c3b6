//! Rule `contact-after-care`.

use crate::context::Surface;
use crate::declare_rule;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// Private contact goes on after care.
    ///
    /// A draft promises or continues visits, calls or friendship with somebody whose care has
    /// ended.
    ///
    /// ## Why pause
    /// After care ends, private contact may hold someone back or blur old roles.
    ///
    /// ## Write instead
    /// Say goodbye warmly and name the official way back: the ward, the office, the aftercare team.
    ///
    /// ## When it differs
    /// Silent when an official route is named and for reunions of an institution; a mere connection
    /// is judged by `former-patient-connection`.
    ///
    /// ## Source
    /// AAP Q&A, after treatment
    /// APA 2021, guideline 2.4
    /// Teaching scenario 1
    "contact-after-care", Boundary, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let direct = matches!(scene.context.surface, Surface::Message | Surface::Reply);
    let over = scene.first(class::CARE_OVER)?;
    let reader = &scene.facts.addressee;
    let to_one = scene.on(Surface::Message) && !reader.near && !reader.yous.is_empty();
    let tie = to_one || reader.care.is_some() || !reader.patients.is_empty();
    if !tie || scene.has(class::ANIMAL | class::REDIRECT) || (!direct && !scene.has(class::I_ME)) {
        return None;
    }
    let offers = class::MEET_UP | class::PRIVATE_LINE | class::APPROACH;
    let sentence = scene
        .sentences()
        .find(|s| s.has(offers) && !s.has(class::DECLINES) && (direct || scene.patient_near(s).is_some()))?;
    let words = scene.hits_in(&sentence, offers).next()?;
    Some(
        Judgement::new(Severity::Caution, words)
            .evidence([(MentionKind::Care, over)])
            .fixes(&[FixKind::Template]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "DM: You're discharged now so [[text me]] any hour, I miss the ward with you in it",
        "DM: Therapy's over, our last session was lovely, so [[coffee]] on Sunday?",
        "I gave my old client [[my number]] and we talk every week",
        "DM: it's Asha from the ward, since you left it is dull, [[come round]] on Sunday",
        "DM: rehab's over but I'm still your physio at heart, [[ring me]]",
        "I still have [[dinner]] with one of my old clients every month",
    ],
    allows: &[
        "DM: You're discharged from the ward now, call the practice if the pain returns",
        "Discharged my last patient of the year, coffee now",
        "Physio's over for me, knee is fine, coffee?",
        "DM: therapy's over for both of us, sis, dinner?",
        "The reunion for families is in June at the hospital",
        "Old clients of the bank can call the office",
    ],
};
