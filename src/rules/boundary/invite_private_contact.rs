//! Rule `invite-private-contact`.

use crate::context::{Profile, Surface};
use crate::declare_rule;
use crate::facts::speech_act::Act;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::{class, marked};

declare_rule! {
    /// Patients are invited to a private line.
    ///
    /// A draft asks patients, or people with symptoms, to write, call or send pictures to a private
    /// number, chat or home.
    ///
    /// ## Why pause
    /// Private lines are not private for health talk, and no team sees them.
    ///
    /// ## Write instead
    /// Give the office number, the portal or the booking page.
    ///
    /// ## When it differs
    /// A note on a professional page without a private number (bookings). Silent for slides, rotas,
    /// friends and colleagues.
    ///
    /// ## Source
    /// AAP 2021, recommendation 9
    /// AMA Opinion 2.3.2
    /// AAP 2021, recommendation 7
    "invite-private-contact", Boundary, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let apart = class::ANIMAL | class::COLLEAGUE_DM | class::PROMO | class::OWN_KIN | class::EXAM;
    if scene.has(apart) && !scene.has(class::OUR_CARE) {
        return None;
    }
    let body = marked::CONDITION | marked::DRUG | class::SYMPTOM_YOU | class::RED_FLAG;
    let line = class::PRIVATE_LINE;
    let (sentence, why) = scene
        .sentences()
        .filter(|s| scene.meant_in(s, line).next().is_some() && !s.has(class::DECLINES))
        .find_map(|s| {
            let tie = scene.facts.addressee.care.clone().map(|range| scene.bytes(range));
            let direct = matches!(scene.context.surface, Surface::Message | Surface::Reply);
            let near = scene.facts.addressee.near;
            let why = scene
                .patient_near(&s)
                .filter(|_| !near)
                .or_else(|| tie.filter(|_| direct && !near))
                .or_else(|| {
                    // A number of one's own beside sugars, doses or slots.
                    let health = body | class::FINDING | class::DOSE | class::CARE_EVENT;
                    let number = scene.has(marked::IDENTIFIER) && !scene.facts.addressee.yous.is_empty();
                    scene.hits_in(&s, health).next().filter(|_| number && !near)
                })
                .or_else(|| {
                    let past = scene.facts.acts.iter().find(|act| act.act == Act::TalksOutOfCare)?;
                    (!near && direct).then(|| scene.bytes(past.tokens.clone()))
                })
                .or_else(|| {
                    let shown = s.has(class::MEDIA | class::SYMPTOM_YOU | class::YOU | class::FINDING);
                    let safe = scene.has(class::EMERGENCY | class::REDIRECT);
                    scene.hits_in(&s, body).next().filter(|_| shown && !near && !safe && !direct)
                })?;
            Some((s, why))
        })?;
    let words = scene.meant_in(&sentence, line).next()?;
    let private = scene.has(class::PRIVATE_LINE | marked::IDENTIFIER) || scene.has(body);
    let severity = if scene.context.profile == Profile::Professional && !private {
        Severity::Note
    } else {
        Severity::Caution
    };
    Some(
        Judgement::new(severity, words)
            .evidence([(MentionKind::Care, why)])
            .fixes(&[FixKind::Template, FixKind::RemoveSpan]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "My patients can [[text me]] any time, day or night",
        "[[DM me your]] rash pics and I'll tell you what it is",
        "DM: it's your midwife, [[whatsapp me]] instead of ringing triage",
        "To my clients: [[message me]] on here, the office never picks up",
        "Got migraine? [[inbox me]] your symptoms of migraine and I will say what it is",
        "DM: here's [[my own number]] for after our last session, use it",
    ],
    allows: &[
        "DM me for the slides from the talk",
        "Text me when you land, mum",
        "Please don't send me photos of rashes, see your GP",
        "Call the clinic on 555-0199, messages here are not read",
        "Message me if you want the spare ticket",
        "Our patients can call the office from 8 to 5",
    ],
};
