//! Rule `dual-relationship`.

use crate::context::Surface;
use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// Care meets love, money or favours.
    ///
    /// Romance, dates, loans, business, gifts of value, favours or social plans with somebody in
    /// care.
    ///
    /// ## Why pause
    /// A second tie to someone in your care can cloud it for both of you.
    ///
    /// ## Write instead
    /// Keep to care. If feelings or money came up, talk to a supervisor.
    ///
    /// ## When it differs
    /// Stop for romantic words to somebody in care. Silent for talk about ethics, and for friends
    /// and family.
    ///
    /// ## Source
    /// AMA Opinion 2.3.2
    /// AAP 2021, recommendation 9
    /// FSMB 2019
    "dual-relationship", Boundary, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if scene.has(class::ANIMAL | class::FICTION | class::PUBLISHED | class::SIM) {
        return None;
    }
    let direct = matches!(scene.context.surface, Surface::Message | Surface::Reply);
    to_the_reader(scene)
        .filter(|_| direct)
        .or_else(|| told(scene))
        .or_else(|| by_phrase(scene))
}

/// "You owe me a coffee for that prescription": the tie and the offer, in any surface.
fn by_phrase(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let tie = facts.earnest_or_denied(Cue::ReaderInCare)?;
    let near = |cue: &&crate::facts::cue::Found| cue.sentence.abs_diff(tie.sentence) <= 1 && !cue.quoted && !cue.denied;
    let offer = facts.cues(Cue::Closeness).find(near)?;
    let general = class::IN_GENERAL | class::QUOTING | class::OWN_KIN | class::SELF_PATIENT;
    let direct = matches!(scene.context.surface, Surface::Message | Surface::Reply);
    let addressed = direct || tie.sentence == offer.sentence || !facts.addressee.yous.is_empty() || !facts.addressee.patients.is_empty();
    let said_of_it = (0..scene.draft.tokens().len()).any(|at| {
        let part = tie.tokens.contains(&at) || offer.tokens.contains(&at);
        !part && facts.senses.of(at) & general != 0
    });
    if said_of_it || facts.addressee.near || !addressed {
        return None;
    }
    Some(
        Judgement::new(Severity::Caution, scene.bytes(offer.tokens.clone()))
            .evidence([(MentionKind::Care, scene.bytes(tie.tokens.clone()))])
            .fixes(&[FixKind::RemoveSpan]),
    )
}

fn to_the_reader(scene: &Scene<'_>) -> Option<Judgement> {
    let reader = &scene.facts.addressee;
    let care = scene.bytes(reader.care.clone().filter(|_| !reader.near && !reader.yous.is_empty())?);
    let proposes = class::APPROACH | class::MEET_UP | class::FAVOUR;
    let sentence = scene.sentences().find(|s| s.has(proposes) && !s.has(class::DECLINES))?;
    let words = scene.hits_in(&sentence, proposes).next()?;
    let romance = scene.has(class::APPROACH);
    let severity = if romance { Severity::Stop } else { Severity::Caution };
    Some(Judgement::new(severity, words).evidence([(MentionKind::Care, care)]).fixes(&[FixKind::RemoveSpan]))
}

/// "Had dinner with a patient", "my client is doing my website, mates rates".
fn told(scene: &Scene<'_>) -> Option<Judgement> {
    let ties = class::APPROACH | class::FAVOUR;
    let (sentence, who) = scene
        .sentences()
        .filter(|s| s.has(ties) && !s.has(class::DECLINES | class::IN_GENERAL) && s.has(class::I_ME | class::MY | class::WE))
        .find_map(|s| scene.facts.addressee.patient_in(&s.tokens).map(|who| (s, who)))?;
    let words = scene.meant_in(&sentence, ties).next()?;
    Some(
        Judgement::new(Severity::Caution, words)
            .evidence([(MentionKind::Care, scene.bytes(who))])
            .fixes(&[FixKind::RemoveSpan]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "DM: I can't [[stop thinking about]] you since our last session",
        "DM: As your physio I shouldn't, but [[dinner]] on Saturday?",
        "A patient [[kissed me]] and I kissed back, my heart",
        "My client sorted [[my website]] for free and I skip her fee",
        "DM: I could [[lend you]] the rent till your next appointment",
        "One of my patients [[invested]] with me, we open in May",
        "DM: you don't need the clinic any more, [[you've got me on here]]",
        "Reply: you owe me [[a coffee]] for that prescription",
        "Going [[sailing with a patient]] and his brother next month",
    ],
    allows: &[
        "DM: dinner on Saturday? Bring the kids",
        "Never date a patient. That is the whole lecture.",
        "My patient ate her whole dinner today, small wins",
        "DM: lend me your drill, brother",
        "Ethics quiz: may a therapist invest with a client?",
        "A patient of the week in this film falls for her doctor, a terrible episode",
        "DM: just text me when the bus is in",
        "Reply: you owe me a coffee for that goal",
        "Going sailing with my brother next month",
    ],
};
