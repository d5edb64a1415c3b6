//! Rule `review-reveals-details`.

use crate::context::Surface;
use crate::declare_rule;
use crate::facts::addressee::{Part, told_of};
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::{Scene, Sentence};
use crate::sense::{class, marked};

declare_rule! {
    /// A reply tells details of a visit.
    ///
    /// What the reviewer did, was told, had treated or still owes, or how a part of the body is
    /// doing. Whether the reply confirms care at all is judged by `review-confirms-care`.
    ///
    /// ## Why pause
    /// Details of a visit in a public reply could tell everyone about this person's care.
    ///
    /// ## Write instead
    /// Leave out what happened. Thank them or say sorry in general, and offer a phone number.
    ///
    /// ## When it differs
    /// Silent for talk about the review itself, parking, phones, prices for all, and for other
    /// trades.
    ///
    /// ## Source
    /// AAP 2021, recommendation 11
    /// 45 CFR 164.502(a)
    "review-reveals-details", Reviews, Stop, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if !scene.answers_a_review() {
        return None;
    }
    let medical = marked::CONDITION | marked::DRUG | marked::PROCEDURE | marked::ANATOMY;
    let (sentence, words) = scene
        .telling_sentences()
        .find_map(|s| details(scene, &s).map(|words| (s, words)))?;
    let weighed = scene.hits_in(&sentence, medical).map(|range| (MentionKind::Condition, range));
    Some(
        Judgement::new(Severity::Stop, words)
            .evidence(weighed)
            .fixes(&[FixKind::Template, FixKind::NeutralWording]),
    )
}

fn details(scene: &Scene<'_>, sentence: &Sentence) -> Option<std::ops::Range<usize>> {
    let reader = &scene.facts.addressee;
    if let Some(did) = reader.first(&sentence.tokens, Part::Did) {
        return Some(scene.bytes(did.at..did.word + 1));
    }
    if let Some(owned) = reader.first(&sentence.tokens, Part::Owns) {
        return Some(scene.bytes(owned.at..(owned.word + 1).min(sentence.tokens.end)));
    }
    let staff = scene.has(marked::CLINICIAN_NAME) && sentence.has(class::REDIRECT);
    let other = told_of(scene.draft.tokens(), &scene.facts.senses, &sentence.tokens);
    if let Some(told) = other.filter(|_| scene.on(Surface::ReviewResponse) && !staff) {
        return Some(scene.bytes(told));
    }
    if sentence.has(class::IN_GENERAL) {
        return None;
    }
    // "the ankle", "his shots", "Benedict's stitches": one body, not the trade's wares.
    let medical = marked::CONDITION | marked::DRUG | marked::PROCEDURE | marked::ANATOMY | class::OUR_CARE;
    let pointed = sentence.tokens.clone().find(|at| {
        scene.facts.senses.of(*at) & medical != 0
            && (at.saturating_sub(2).max(sentence.tokens.start)..*at).any(|before| {
                matches!(scene.draft.tokens().lower(before), "the" | "her" | "his" | "s" | "their" | "little" | "that" | "new" | "this" | "first" | "second" | "year" | "no" | "of" | "left" | "for" | "with")
            })
    });
    let told = class::HE_SHE | marked::NAME | marked::TITLED_NAME | class::YOU | class::KIN;
    let whose = sentence.has(told) || scene.has(marked::NAME | marked::TITLED_NAME);
    pointed.filter(|_| whose).map(|at| scene.bytes(at..at + 1))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Review reply: You [[arrived]] late and left before the nurse called.",
        "Review reply: Ivo, [[your crown]] was fitted by our most senior dentist",
        "Review reply: Cheers Bronwyn, hope the [[ankle]] is behaving itself",
        "Review reply: You [[refused]] the scan we recommended",
        "Review reply: Hi Lena, the bill is what [[your insurance]] left over",
        "Review reply: Odette, little Otto was so brave about his [[fracture]]",
        "Review reply: Funny, you [[signed]] the form twice and paid nothing",
    ],
    allows: &[
        "Review reply: Thank you for your feedback about parking, the lot behind the library is free.",
        "Review reply: We're sorry you were disappointed. Our manager would welcome a call.",
        "Review reply: Our price list is on the wall and the manager can explain any bill privately.",
        "Review reply: We don't discuss anyone's visits, treatment or bills here, whoever writes.",
        "Review reply: The alternator was still under warranty, you were charged by mistake.",
        "Review reply: Thanks for taking the time to write, your kind words went on the fridge.",
        "You arrived late and left before the cake, typical brother",
    ],
};
