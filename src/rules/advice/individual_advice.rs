//! Rule `individual-advice`.

use crate::context::Surface;
use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::facts::speech_act::Act;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::{class, marked};

declare_rule! {
    /// One person is told what to take or what they have.
    ///
    /// A directive about this person's drug or dose, a verdict on their body, or words that talk
    /// them out of being seen, in a reply or a message. A disclaimer does not change it.
    ///
    /// ## Why pause
    /// Advice to one person may start a care relationship you can't follow up here.
    ///
    /// ## Write instead
    /// Say what holds for most people, and point to their own doctor, pharmacist or the emergency
    /// line.
    ///
    /// ## When it differs
    /// A note when it is hedged or sent to family. Silent when it sends to emergency care, in
    /// exams, for animals and for general posts.
    ///
    /// ## Source
    /// AAP 2021, recommendation 12
    /// FSMB 2019
    /// Teaching scenario 2
    "individual-advice", Advice, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let general = class::IN_GENERAL | class::PUBLISHED | class::QUOTING | class::EDUCATES;
    let answers_one = scene.facts.doses_one(scene.draft.tokens()) && !scene.has(general);
    let one_reader = match scene.context.surface {
        Surface::Reply | Surface::Message | Surface::ReviewResponse => true,
        Surface::Post => {
            (scene.facts.addressee.called.is_some() || answers_one) && !scene.has(class::IN_GENERAL)
        }
        Surface::Bio => false,
    };
    let apart = class::ANIMAL | class::EXAM | class::SIM | class::FICTION;
    if scene.has(apart) {
        return None;
    }
    if let Some(judged) = from_afar(scene, one_reader) {
        return Some(judged);
    }
    if !one_reader {
        return offered(scene);
    }
    let medical = marked::DRUG | marked::CONDITION | class::DOSE;
    let spoken_of = scene.has(medical) || scene.parent_has(medical);
    let acts: Vec<_> = scene
        .facts
        .acts
        .iter()
        .filter(|act| match act.act {
            Act::TellsResult | Act::OffersVerdict => false,
            Act::AdjustsDose => spoken_of,
            _ => true,
        })
        .collect();
    let found = acts
        .iter()
        .find(|act| matches!(act.act, Act::AdvisesDrug | Act::AdjustsDose) && !act.hedged)
        .or_else(|| acts.iter().find(|act| act.act == Act::TalksOutOfCare))
        .or_else(|| acts.first())?;
    let sent_on = scene.has(class::EMERGENCY | class::REDIRECT);
    let directs = found.act != Act::JudgesBody;
    // "Call 911, chew an aspirin": the urgent step comes first.
    if scene.has(class::EMERGENCY) && found.act != Act::TalksOutOfCare && !acts.iter().any(|act| act.act == Act::TalksOutOfCare) {
        return None;
    }
    let on_message = scene.on(Surface::Message) && scene.facts.addressee.near;
    let soft = found.hedged || on_message || (!directs && sent_on);
    let severity = if soft { Severity::Note } else { Severity::Caution };
    let ties = scene.facts.addressee.care.clone().map(|range| (MentionKind::Care, scene.bytes(range)));
    Some(
        Judgement::new(severity, scene.bytes(found.tokens.clone()))
            .evidence(ties)
            .fixes(&[FixKind::Generalise, FixKind::Template]),
    )
}

/// "From your photo that mole is fine", "I'll send a script, no visit needed".
fn from_afar(scene: &Scene<'_>, one_reader: bool) -> Option<Judgement> {
    let facts = scene.facts;
    let safe = class::IN_GENERAL | class::QUOTING | class::COLLEAGUE_DM;
    let sent_on = class::REDIRECT | class::EMERGENCY | class::DECLINES | class::OTHER_TRADE;
    let spoken_to = !facts.addressee.yous.is_empty();
    if scene.has(safe | class::OWN_KIN) || scene.on(Surface::Bio) {
        return None;
    }
    // "DM me", "take two of the 5 mg": spoken to without a "you".
    let asked = scene.has(class::PRIVATE_LINE) || facts.acts.iter().any(|act| act.act == Act::AdvisesDrug);
    let given = facts.earnest(Cue::Prescribes).filter(|_| spoken_to || asked);
    let body = marked::DRUG | marked::CONDITION | marked::PROCEDURE | marked::ANATOMY | class::DOSE | class::FINDING;
    let seen = facts.earnest_or_denied(Cue::VerdictAfar).filter(|verdict| {
        let picture = verdict.tokens.clone().any(|at| facts.senses.of(at) & class::MEDIA != 0);
        let here = facts.says(Cue::Closeness);
        let told = facts.says(Cue::ReaderInCare);
        (scene.has(body) || told) && !scene.has_outside(sent_on, &verdict.tokens) && (one_reader && spoken_to || spoken_to && (picture || here))
    });
    let words = given.or(seen)?;
    Some(
        Judgement::new(Severity::Caution, scene.bytes(words.tokens.clone()))
            .fixes(&[FixKind::Generalise, FixKind::Template]),
    )
}

/// "Send me a pic of the rash and I'll tell you what it is", to everybody.
fn offered(scene: &Scene<'_>) -> Option<Judgement> {
    let offer = scene.facts.acts.iter().find(|act| act.act == Act::OffersVerdict)?;
    let body = marked::CONDITION | marked::ANATOMY | marked::DRUG | class::SYMPTOM_YOU | class::DOSE;
    let asked = class::PRIVATE_LINE | class::MEDIA;
    let safe = class::REDIRECT | class::DECLINES | class::OTHER_TRADE;
    if !scene.on(Surface::Post) || !scene.has(body) || !scene.has(asked) || scene.has(safe) {
        return None;
    }
    Some(
        Judgement::new(Severity::Caution, scene.bytes(offer.tokens.clone()))
            .fixes(&[FixKind::Generalise, FixKind::RemoveSpan]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Reply: @tamsin_b just [[double the omeprazole]] for a week",
        "Reply: Not medical advice, but [[take 400 mg]] of ibuprofen every six hours",
        "DM: [[stop the citalopram]] tonight and tell me how you feel tomorrow",
        "Reply: That's [[only gout]], trust me, I see it daily",
        "Reply: Hun [[you don't need]] A&E for that, rest it",
        "DM: [[Skip tonight's warfarin]] and ring me Thursday",
        "Reply: [[Ignore your doctor]], it's the tablets",
        "Got a weird rash? DM me a pic and [[I'll tell you what]] it is",
        "[[I'll send a script]], you can skip the visit",
        "Reply: [[from your photo that rash]] is ringworm",
    ],
    allows: &[
        "Reply: Please see your own doctor about the dose, I can't advise here.",
        "Reply: Call 911 now, chew an aspirin while you wait",
        "Reply: This needs an ER tonight, please go",
        "Adults should not stop metformin without asking their own team",
        "DM: Give the dog half the tablet in cheese",
        "Reply: Take your time, love, and take care of yourself",
        "Reply: I take metformin myself and hate it",
        "DM: the exam answer is to stop the ACE inhibitor, start labetalol",
        "I'll send a postcard, you can skip the visit",
        "Reply: from your photo that cake is perfect",
    ],
};
