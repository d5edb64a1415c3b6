//! Rule `care-by-direct-message`.

use std::ops::Range;

use crate::context::Surface;
use crate::facts::cue::{Cue, Found};
use crate::declare_rule;
use crate::facts::speech_act::Act;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::{class, marked};

declare_rule! {
    /// Care goes through a private message.
    ///
    /// Results, treatment or pictures of the body in direct messages between a clinician and
    /// somebody in care. Details of a third person in a message are judged by the privacy rules.
    ///
    /// ## Why pause
    /// Messages here may not be private, and nobody else in the team sees them.
    ///
    /// ## Write instead
    /// Say that you answer through the portal or the office, and give the way there.
    ///
    /// ## When it differs
    /// Stop when a name or number stands beside a result. Silent for bookings, colleagues' rotas,
    /// animals, and when the message declines.
    ///
    /// ## Source
    /// AAP 2021, recommendation 7
    /// AAP 2021, recommendation 12
    /// FSMB 2019
    "care-by-direct-message", Advice, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if !scene.on(Surface::Message) || scene.has(class::ANIMAL | class::SIM | class::EXAM) {
        return None;
    }
    let reader = &scene.facts.addressee;
    let result = scene.facts.acts.iter().find(|act| act.act == Act::TellsResult);
    let advice = scene.facts.acts.iter().find(|act| act.act != Act::TellsResult);
    let tied = reader.care.is_some() && !reader.near;
    let words = if let Some(result) = result.filter(|_| !reader.near && !scene.has(class::OWN_KIN)) {
        scene.bytes(result.tokens.clone())
    } else if let Some(advice) = advice.filter(|_| tied) {
        scene.bytes(advice.tokens.clone())
    } else {
        asked_for(scene).filter(|_| tied).or_else(|| by_phrase(scene))?
    };
    let named = scene.has(marked::TITLED_NAME | marked::IDENTIFIER);
    let severity = if result.is_some() && named { Severity::Stop } else { Severity::Caution };
    let reason = reader.care.clone().map(|range| (MentionKind::Care, scene.bytes(range)));
    Some(Judgement::new(severity, words).evidence(reason).fixes(&[FixKind::Template]))
}

/// "potassium 5.9, come in", "so is the Crohn's quiet since I treated you?".
fn by_phrase(scene: &Scene<'_>) -> Option<Range<usize>> {
    let facts = scene.facts;
    let apart = class::OWN_KIN | class::COLLEAGUE_DM | class::REDIRECT | class::DECLINES | class::SELF_PATIENT;
    if scene.has(apart) {
        return None;
    }
    let clinical = marked::CONDITION | marked::DRUG | marked::PROCEDURE | class::FINDING | class::SYMPTOM_YOU | class::DOSE;
    let reader = &facts.addressee;
    let spoken_to = scene.has(clinical) && !reader.yous.is_empty();
    // "It's Dr Okafor from clinic, how's the inhaler?": tied by other words than those that ask.
    let asked = facts.earnest(Cue::ReaderInCare).filter(|asked| {
        let tied = reader.care.as_ref().is_some_and(|tie| tie.end <= asked.tokens.start || asked.tokens.end <= tie.start);
        !reader.near && (spoken_to || tied && scene.has(marked::CLINICIAN_NAME))
    });
    let told = facts.earnest(Cue::ResultTold).or(asked).or_else(|| asked_after(scene))?;
    Some(scene.bytes(told.tokens.clone()))
}

/// "Hi, it's your midwife, how are the stitches?": a clinician's greeting and a question about health.
fn asked_after<'s>(scene: &Scene<'s>) -> Option<&'s Found> {
    let facts = scene.facts;
    let asked = facts.earnest(Cue::AsksAfter).filter(|_| !facts.addressee.near)?;
    let apart = |words: &Range<usize>| words.end <= asked.tokens.start || asked.tokens.end <= words.start;
    let mut greetings = facts.meant(Cue::ReaderInCare).chain(facts.meant(Cue::ToPatients));
    let greets = greetings.any(|greeting| apart(&greeting.tokens)) || facts.addressee.care.as_ref().is_some_and(apart);
    greets.then_some(asked)
}

/// "send me a pic of the wound here".
fn asked_for(scene: &Scene<'_>) -> Option<Range<usize>> {
    let body = marked::CONDITION | marked::ANATOMY | marked::DRUG | class::FINDING | class::MEDIA | class::SYMPTOM_YOU;
    let sentence = scene
        .sentences()
        .find(|s| s.has(class::PRIVATE_LINE) && s.has(body) && !s.has(class::DECLINES))?;
    scene.hits_in(&sentence, class::PRIVATE_LINE).next()
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "DM: Hi Mrs Adebayo, [[your swab came back positive]], start the course today",
        "DM: [[Your biopsy is back]] and it's all normal, no need to come in",
        "DM: It's your nurse from the clinic, [[send me a photo]] of the wound here every night",
        "DM: Ivan, [[your results are in]], kidneys a bit worse than in May",
        "DM: As your physio I mean it: [[double the naproxen]] till Thursday",
        "DM: [[Bloods came]] in, potassium is high, see you Friday",
        "DM: [[sodium 118]], get over here",
        "DM: [[forwarding you her discharge summary]]",
        "DM: Hello, it's your physio. [[Is the knee any better]]?",
        "DM: This is Dr Hale from the surgery, [[how's the cough]] today?",
    ],
    allows: &[
        "DM: Your appointment is on Tuesday at 10.20, reply yes to confirm",
        "DM: We can't take photos or results here, please use the portal",
        "DM: Biscuit's blood results are back and his thyroid is low. The vets",
        "DM: Mum your results are back, it's only reflux, ring me",
        "DM: When are your results back? Thinking of you",
        "DM: free to swap Thursday? clinic is short",
        "DM: results of the quiz are in, you came last",
        "DM: score 118, get over here",
        "DM: forwarding you the rota",
        "DM: It's your neighbour, is the knee any better?",
        "DM: It's your dentist, how was the cruise?",
    ],
};
