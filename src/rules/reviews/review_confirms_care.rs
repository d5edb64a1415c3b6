//! Rule `review-confirms-care`.

use crate::context::Surface;
use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::facts::addressee::Part;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::{Scene, Sentence};
use crate::sense::{class, marked};

declare_rule! {
    /// A reply tells that the reviewer was, or was not, in care.
    ///
    /// Thanks for being a patient, talk of having seen or looked after the writer, and also
    /// denials: each tells readers who was treated. Which details are told is judged by `review-
    /// reveals-details`, the tone by `review-tone`.
    ///
    /// ## Why pause
    /// Saying that someone was, or was not, a patient could tell readers about their care.
    ///
    /// ## Write instead
    /// Thank everybody alike, or say that privacy rules keep you from speaking of anyone's care,
    /// with a number to call.
    ///
    /// ## When it differs
    /// Silent for general thanks, for the privacy line, and for replies about food, cars, pets and
    /// other trades.
    ///
    /// ## Source
    /// AAP 2021, recommendation 11
    /// 45 CFR 164.502(a)
    "review-confirms-care", Reviews, Stop, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if !scene.answers_a_review() {
        return outside(scene);
    }
    let tie = class::OUR_CARE | class::IN_CARE;
    let found = scene.telling_sentences().find_map(|s| {
        let told = class::DENIES | class::REVIEW_VISIT;
        let words = scene.hits_in(&s, told).next().or_else(|| {
            let met = scene.facts.addressee.first(&s.tokens, Part::Met)?;
            let general = s.has(class::IN_GENERAL) && !s.has(tie);
            (!general).then(|| scene.bytes(met.word.min(met.at)..met.at.max(met.word) + 1))
        });
        words
            .or_else(|| scene.facts.addressee.patient_in(&s.tokens).filter(|_| !s.has(class::IN_GENERAL) || s.has(class::YOU)).map(|words| scene.bytes(words)))
            .or_else(|| somebody(scene, &s)).map(|words| (s, words))
    });
    let (sentence, words) = found?;
    let care = scene.hits_in(&sentence, tie).map(|range| (MentionKind::Care, range));
    Some(
        Judgement::new(Severity::Stop, words)
            .evidence(care)
            .fixes(&[FixKind::Template, FixKind::NeutralWording]),
    )
}

/// "Thank you for being a patient here for six years" outside a box for reviews.
fn outside(scene: &Scene<'_>) -> Option<Judgement> {
    let told = scene.facts.earnest_or_denied(Cue::ConfirmsCare)?;
    let apart = class::OTHER_TRADE | class::ANIMAL | class::PATIENTS | class::OWN_KIN | class::IN_GENERAL | class::QUOTING;
    let spoken_to = !scene.facts.addressee.yous.is_empty();
    let open = matches!(scene.context.surface, Surface::Post | Surface::Reply);
    (open && spoken_to && !scene.has(apart)).then(|| {
        Judgement::new(Severity::Stop, scene.bytes(told.tokens.clone()))
            .fixes(&[FixKind::Template, FixKind::NeutralWording])
    })
}

/// Words of care in a sentence about one person: "she was discharged", "this
/// lady wanted", "the team remembers you".
fn somebody(scene: &Scene<'_>, sentence: &Sentence) -> Option<std::ops::Range<usize>> {
    if sentence.has(class::IN_GENERAL) || !scene.on(Surface::ReviewResponse) {
        return None;
    }
    let person = class::HE_SHE | class::KIN | class::YOU | class::PERSON | marked::NAME | marked::TITLED_NAME;
    let care = class::CARE_VERB | class::CARE_EVENT | class::BIRTH | class::OUR_CARE | marked::BED_NUMBER;
    sentence
        .has(person)
        .then(|| scene.meant_in(sentence, care).next())
        .flatten()
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Review reply: Thank you Dimitra, it was lovely [[having you]] with us",
        "Review reply: We have [[no record of you]] at this surgery, please take it down",
        "Review reply: Thanks for being such a great [[patient here]] all these years!",
        "Review reply: So pleased we [[saw you]] before the weekend, take care",
        "Review reply: This person has [[never been seen]] at our clinic",
        "Review reply: Looking [[after you]] was a privilege, come back for biscuits",
        "Review reply: Danke, Sie waren [[unsere Patientin]] und das freut uns",
        "Reply: [[it was a pleasure delivering your]] twins",
        "[[Thank you for being our patient]] for ten years, we hear you",
    ],
    allows: &[
        "Review reply: Thank you for the kind words, they made the whole team smile.",
        "Review reply: Privacy rules mean we can't say whether anyone has been a patient here. Please call 555-0190.",
        "Review reply: We're sorry you felt unheard. Our manager would like to listen: 555-0107.",
        "Review reply: Loved cooking for you all! The second pizza is on us next time.",
        "Review reply: Biscuit was the calmest spaniel we saw all week 🐾",
        "Review reply: We can neither confirm nor deny who visits us. Write to feedback@example.org",
        "It was lovely having you all at the conference",
        "Reply: it was a pleasure having your choir sing",
        "Thank you for being here, everyone",
    ],
};
