//! Rule `friend-request-send`.

use crate::context::{Profile, Surface};
use crate::declare_rule;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A patient is invited to connect.
    ///
    /// The draft asks somebody in care, or patients at large, to add or follow a private profile,
    /// or says that a request was sent.
    ///
    /// ## Why pause
    /// An invitation from you can be hard to refuse for someone in your care.
    ///
    /// ## Write instead
    /// Point to the official page. Leave it to patients whether they follow it.
    ///
    /// ## When it differs
    /// Silent for colleagues, friends, official pages, and when it is declined. Pressing Add is
    /// judged by the page after an event marked as about a patient.
    ///
    /// ## Source
    /// AAP 2021, recommendation 9
    /// AMA Opinion 2.3.2
    "friend-request-send", Boundary, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if scene.has(class::ANIMAL | class::PUBLISHED) {
        return None;
    }
    let sentence = scene
        .sentences()
        .find(|s| s.has(class::ASKS_TO_CONNECT) && !s.has(class::DECLINES))?;
    let direct = matches!(scene.context.surface, Surface::Message | Surface::Reply);
    let who = scene
        .patient_near(&sentence)
        .or_else(|| scene.first(class::PATIENTS).filter(|_| sentence.has(class::MY)))?;
    let words = scene.hits_in(&sentence, class::ASKS_TO_CONNECT).next()?;
    let official = scene.context.profile == Profile::Professional && !direct && !scene.has(class::PRIVATE_LINE);
    (!official).then(|| {
        Judgement::new(Severity::Caution, words)
            .evidence([(MentionKind::Care, who)])
            .fixes(&[FixKind::Template, FixKind::RemoveSpan])
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "DM: It's Lowri from the ward, [[add me]] on here so we can chat",
        "To all my clients: [[follow my]] personal page, I answer faster there",
        "DM: Now we've had our last session, [[friend me]]!",
        "[[gave my insta]] to a patient, he plays bass like me",
        "Reply: I was your nurse on the ward, [[send me a request]]",
        "DM: [[Sent you a request]] after your appointment, hope that's ok",
    ],
    allows: &[
        "Add me to the rota for Sunday please",
        "Patients can follow our clinic page for opening times",
        "DM: hey it's Lowri from uni, add me on here",
        "I don't add patients on here, sorry, it keeps your care private",
        "Follow me for more bread",
        "Page: Patients, follow our page for flu clinic dates, add me is not a thing here",
    ],
};
