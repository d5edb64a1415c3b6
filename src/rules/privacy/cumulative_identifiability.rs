//! Rule `cumulative-identifiability`.

use crate::declare_rule;
use crate::facts::care::Strength;
use crate::facts::clue::ClueKind;
use crate::facts::place::PlaceKind;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// Where you work completes the picture.
    ///
    /// A detail of one person in care beside the writer's own hospital, unit or rotation.
    ///
    /// ## Why pause
    /// Your unit together with one detail may be enough to find the person.
    ///
    /// ## Write instead
    /// Leave out the unit or the hospital, or tell it some weeks later.
    ///
    /// ## When it differs
    /// Never alone: it only raises what is said of one person in care.
    ///
    /// ## Source
    /// Teaching scenario 3
    /// 45 CFR 164.514(b)(2)
    "cumulative-identifiability", Privacy, Caution, judge,
}

/// With this many points one more step makes a caution, or a stop (guidance §4).
const BELOW_CAUTION: u32 = 1;
const BELOW_STOP: u32 = 3;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let case = scene.facts.case.as_ref()?;
    if case.strength < Strength::Likely || case.is_long_ago {
        return None;
    }
    let facility = scene
        .facts
        .places
        .iter()
        .find(|place| place.kind == PlaceKind::Facility)?;
    // The facility is one of the clues already; what it adds is who writes.
    let others: u32 = case
        .clues
        .iter()
        .filter(|clue| clue.kind != ClueKind::Place)
        .map(|clue| clue.points)
        .sum();
    let severity = match others {
        BELOW_CAUTION => Severity::Caution,
        BELOW_STOP => Severity::Stop,
        _ => return None,
    };
    Some(
        Judgement::new(severity, scene.bytes(facility.tokens.clone()))
            .evidence([(MentionKind::Care, scene.bytes(case.care.clone()))])
            .fixes(&[FixKind::RemoveSpan, FixKind::Generalise]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "My patient at [[Kilbrannan General]] laughed all morning today",
        "our patient in [[Oakfield Hospital]] is a baker and brings us rolls",
        "I admitted a plumber at [[Oakfield Hospital]] with gout",
        "Week two at [[Larchmere Clinic]]: my patient is a baker with strong views",
        "my patient on [[Rowan Ward]] sang today",
        "We extubated a teacher at [[Oakfield Hospital]] and she marked us out of ten",
    ],
    allows: &[
        "Week two at Oakfield Hospital and I love my team",
        "My patient asked for more tea",
        "My dad is in Oakfield Hospital, he is a baker",
        "Our patients at Oakfield Hospital deserve better parking",
        "OSCE at Oakfield Hospital: my patient is a baker",
        "I work at Larchmere Clinic and I bake",
    ],
};
