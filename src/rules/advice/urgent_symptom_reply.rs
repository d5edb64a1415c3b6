//! Rule `urgent-symptom-reply`.

use crate::context::Surface;
use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A reply to warning signs names no emergency help.
    ///
    /// The text replied to speaks of signs such as chest pain, a drooping face or thoughts of
    /// death, and the reply sends nowhere. The note never delays the reply.
    ///
    /// ## Why pause
    /// This could be urgent. One line with the emergency number may help first.
    ///
    /// ## Write instead
    /// Start with: "This could be urgent, please call your emergency number now."
    ///
    /// ## When it differs
    /// Silent when an emergency line, an ambulance, a hospital or a crisis line is named.
    ///
    /// ## Source
    /// MedPro, electronic communication
    /// AAP 2021, recommendation 12
    "urgent-symptom-reply", Advice, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let answers = matches!(scene.context.surface, Surface::Reply | Surface::Message);
    let helped = class::EMERGENCY | class::REDIRECT | class::CLINICIAN;
    if !answers || scene.has(helped) || !scene.parent_has(class::RED_FLAG) {
        return None;
    }
    if let Some(down) = scene.facts.earnest_or_denied(Cue::PlaysDown) {
        let judged = Judgement::new(Severity::Caution, scene.bytes(down.tokens.clone()));
        return Some(judged.fixes(&[FixKind::AddSource]));
    }
    // An answer about something else altogether shows by its own classes being none of these.
    Some(Judgement::new(Severity::Note, scene.whole()).fixes(&[FixKind::AddSource]))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Reply: Parent: crushing chest pain since lunch, probably nothing >> [[hope it passes soon x]]",
        "Reply: Parent: Dad's face drooping on one side and slurred words >> [[could be a migraine, mine do that]]",
        "Reply: Parent: lips swelling after satay, lol >> [[cold cloth and rest]]",
        "Reply: Parent: everyone would be better off without me >> [[sending you so much love]]",
        "Reply: Parent: calf twice the size since the flight and puffed >> [[did you wear the socks?]]",
        "DM: Parent: vomiting blood again >> [[keep sipping, you'll be grand]]",
        "Reply: Parent: my baby is turning blue >> [[send a photo]]",
    ],
    allows: &[
        "Reply: Parent: crushing chest pain since lunch >> Please call 911 now, do not drive",
        "Reply: Parent: chest pain again >> Ambulance, now. Unlock the door and sit down",
        "Reply: Parent: everyone would be better off without me >> Please ring the Samaritans or 988 tonight, I'm here too",
        "Reply: Parent: my sourdough is flat again >> did you feed the starter?",
        "Reply: Parent: first day at the new job! >> enjoy it",
        "chest pain is never just stress, we learnt that in week one",
        "Reply: Parent: my new car is turning heads >> send a photo",
    ],
};
