//! Rule `review-tone`.

use crate::context::{Profile, Surface};
use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::facts::addressee::Part;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A reply blames or mocks the reviewer.
    ///
    /// Blame, threats of lawyers, mockery or insults in a public answer. A reply from a personal
    /// profile is a note: the practice's own account is the place.
    ///
    /// ## Why pause
    /// A sharp answer in public may hurt trust more than the review did.
    ///
    /// ## Write instead
    /// One calm line for everyone: sorry to read this, and who would like to listen.
    ///
    /// ## When it differs
    /// A note only when the words are calm but the account is personal. Silent for self-irony.
    ///
    /// ## Source
    /// AAP 2021, recommendation 11
    /// MedPro, online reviews
    "review-tone", Reviews, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let blames = scene.facts.earnest(Cue::BlamesReviewer).filter(|_| !scene.on(Surface::Message));
    let trade = class::OTHER_TRADE | class::ANIMAL | class::QUOTING | class::FICTION;
    if let Some(blames) = blames.filter(|_| !scene.has(trade)) {
        return Some(
            Judgement::new(Severity::Caution, scene.bytes(blames.tokens.clone()))
                .fixes(&[FixKind::NeutralWording, FixKind::Template]),
        );
    }
    if !scene.answers_a_review() {
        return None;
    }
    let sharp = class::BLAME | class::INSULT | class::MOCKERY;
    let regret = class::DECLINES | class::REDIRECT;
    let hits: Vec<_> = scene
        .sentences()
        .filter(|s| !s.has(regret))
        .flat_map(|s| {
            // Self-irony is no sharpness.
            let own = s.has(class::I_ME | class::WE) && !s.has(class::YOU);
            let meant = if own { class::BLAME } else { sharp };
            scene.hits_in(&s, meant).collect::<Vec<_>>()
        })
        .collect();
    let told = scene.facts.addressee.yous.iter().any(|you| matches!(you.part, Part::Did));
    let soft = scene.has(class::DECLINES | class::REDIRECT);
    if hits.len() >= 2 || (hits.len() == 1 && (told || !soft)) {
        let first = hits.first()?.clone();
        let rest = hits.into_iter().skip(1).map(|range| (MentionKind::Words, range));
        return Some(
            Judgement::new(Severity::Caution, first)
                .evidence(rest)
                .fixes(&[FixKind::NeutralWording, FixKind::Template]),
        );
    }
    let personal = scene.on(Surface::ReviewResponse) && scene.context.profile == Profile::Personal;
    let thanked = scene.first(class::PRAISE).filter(|_| personal)?;
    Some(Judgement::new(Severity::Note, thanked))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Review reply: [[Grow up]]. One star because you can't read a sign, lol",
        "Review reply: [[Fake review]] from a liar, our lawyer will be in touch",
        "Review reply: You shouted at Prisca and now you play the victim, [[pathetic]]",
        "Review reply: [[Ridiculous]]. Imagine being this rude on a Sunday",
        "Review reply: [[Maybe if you]] listened for once, karen, you would know our hours",
        "Review reply: [[Entitled]] and rude to everyone at the desk",
        "Page: [[Funny how you forgot]] to say you shouted at my nurse",
    ],
    allows: &[
        "Review reply: We're sorry to read this and would like to put it right: 555-0133.",
        "Review reply: Fair point, our hold music is terrible and we have retired it.",
        "Review reply: Thank you, we read every comment as a team, the hard ones first.",
        "Review reply: We can't discuss anyone's care here, please ring Ruth on 555-0107.",
        "Review reply: Nobody likes waiting. We publish our average waits from next month.",
        "Some reviews are ridiculous, lol, but they teach me patience",
        "Funny how you forget the words of a song",
    ],
};
