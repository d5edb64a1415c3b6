//! Rule `audience-wider-than-intended`.

use crate::context::{Audience, Surface};
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::Severity;
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A work story goes to a wide audience.
    ///
    /// The account is personal, the audience is everyone or a group, and the words tell of the shift or the ward.
    ///
    /// ## Why pause
    /// Patients and families may read along, and some could see themselves.
    ///
    /// ## Write instead
    /// Choose a smaller audience, or leave the workplace out of it.
    ///
    /// ## When it differs
    /// Never lowers other findings. Silent for friends and on professional pages.
    ///
    /// ## Source
    /// AAP 2021, recommendation 2
    /// Mount Sinai suggestion 2
    "audience-wider-than-intended", Identity, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let wide = matches!(scene.context.audience, Audience::Public | Audience::Group);
    let own_post = scene.context.profile.counts_as_personal() && scene.on(Surface::Post);
    let elsewhere = class::INVENTED | class::ANIMAL | class::OTHER_TRADE | class::SELF_PATIENT | class::OWN_KIN
        | class::VISITOR | class::PROTECTED | class::SIM | class::EXAM | class::PUBLISHED | class::PRAISE | class::IN_GENERAL | class::QUOTING;
    if !wide || !own_post || scene.has(elsewhere) {
        return None;
    }
    let words = scene.facts.earnest_or_denied(Cue::ShiftStory)?;
    Some(Judgement::new(Severity::Note, scene.bytes(words.tokens.clone())))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[What a shift on]] the ward, I have no words",
        "[[nights from hell]] again",
        "[[tonight's ward story]], sit down for this",
        "[[photo of us in the staff]] corridor, badge and all",
        "Group: [[our ward is chaos]] tonight",
        "[[scenes from the ER]], part nine",
    ],
    allows: &[
        "Friends: What a shift on the ward, I have no words",
        "Page: tonight's clinic hours are six to nine",
        "lost cat near the park, black with a bell",
        "huge thanks to our porters tonight",
        "What a night at the opera",
        "my own night on the ward after surgery, the nurses were lovely",
    ],
};
