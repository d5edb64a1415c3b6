//! Rule `patient-named`.

use crate::declare_rule;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::{class, marked};

declare_rule! {
    /// A person in care is named.
    ///
    /// A name, initials, a nickname or a tag beside words of care.
    ///
    /// ## Why pause
    /// A name tells readers who this is, also among friends.
    ///
    /// ## Write instead
    /// "A patient", without the name. A teaching point never needs it.
    ///
    /// ## When it differs
    /// Silent for colleagues, for public figures without a link to the writer's care and for the writer's own family.
    ///
    /// ## Source
    /// AMA Opinion 2.3.2
    /// AAP 2021, recommendation 7
    "patient-named", Privacy, Stop, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let named = marked::TITLED_NAME | marked::NAME | marked::INITIALS;
    let sentence = scene.sentences().find(|s| s.has(named) && s.has(marked::BED_NUMBER | class::PATIENT) && !s.has(class::OWN_KIN))?;
    let at = sentence.tokens.clone().find(|at| scene.facts.senses.of(*at) & named != 0)?;
    let name = scene.facts.names.iter().find(|name| name.tokens.contains(&at))?;
    let care = sentence.tokens.clone().find(|at| scene.facts.senses.of(*at) & (marked::BED_NUMBER | class::PATIENT) != 0)?;
    Some(
        Judgement::new(Severity::Stop, scene.bytes(name.tokens.clone()))
            .evidence([(MentionKind::Care, scene.bytes(care..care + 1))])
            .fixes(&[FixKind::Generalise, FixKind::RemoveSpan]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &["[[Mrs. Lindqvist]] in bed 12 finally slept", "my patient [[Carla Gomez]] went home"],
    allows: &["My son's nurse Carla was wonderful", "Dr. Elaine Moss died yesterday. She trained half of us."],
};
