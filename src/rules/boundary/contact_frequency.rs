//! Rule `contact-frequency`.

use crate::context::Surface;
use crate::declare_rule;
use crate::finding::{MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// Messages come often or late.
    ///
    /// Somebody in care is promised an answer at any hour, or every night, by private message. How
    /// many messages a thread holds is counted by the page in threads marked as about a patient,
    /// not here.
    ///
    /// ## Why pause
    /// Contact at any hour may raise hopes that nobody can keep.
    ///
    /// ## Write instead
    /// Name office hours and the line for nights.
    ///
    /// ## When it differs
    /// Only a note. Silent for friends and for official lines.
    ///
    /// ## Source
    /// AAP Q&A, frequency of contact
    /// AMA Opinion 2.3.2
    "contact-frequency", Boundary, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let reader = &scene.facts.addressee;
    let care = reader.care.clone().filter(|_| scene.on(Surface::Message) && !reader.near)?;
    let sentence = scene
        .sentences()
        .find(|s| s.has(class::RECURRING) && s.has(class::PRIVATE_LINE) && !s.has(class::DECLINES))?;
    let words = scene.hits_in(&sentence, class::RECURRING).next()?;
    Some(Judgement::new(Severity::Note, words).evidence([(MentionKind::Care, scene.bytes(care))]))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "DM: as your midwife I want you to message me [[any time]], 3 am too",
        "DM: text me [[every night]] until your next appointment",
        "DM: ring me [[whenever]] you like, your worker is always up",
        "DM: [[always]] call me first, not the ward, while you're on my list",
        "DM: our sessions are short so message me [[daily]]",
        "DM: it's your nurse, whatsapp me [[each]] evening",
    ],
    allows: &[
        "DM: call me any time, mum",
        "DM: the ward phone is staffed day and night",
        "Text me every night, said no teenager ever",
        "DM: your next appointment is Tuesday, see you then",
        "DM: message me whenever the kiln is free",
        "I can't answer messages every night, the line is open till ten",
    ],
};
