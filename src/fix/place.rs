//! Places, facilities and beds: they go with their preposition, or get wide.

use std::ops::Range;

use super::person::{People, is_introduced};
use super::plan::Plan;
use super::words::is_determiner;
use crate::change::within;
use crate::facts::place::{Place, PlaceKind};
use crate::scene::Scene;
use crate::sense::marked;
use crate::token::{Kind, Shape};

pub(super) fn generalise(
    plan: &mut Plan<'_>,
    scene: &Scene<'_>,
    within: &Range<usize>,
    people: &mut People,
) {
    for bed in scene
        .facts
        .beds
        .iter()
        .filter(|bed| within.contains(&bed.start))
    {
        if !drop_with_lead(plan, bed) {
            one_bed(plan, scene, bed, people);
        }
    }
    for place in scene
        .facts
        .places
        .iter()
        .filter(|place| within.contains(&place.tokens.start))
    {
        if place.kind != PlaceKind::Wide && plan.is_free(&place.tokens) {
            one_place(plan, scene, place);
        }
    }
}

/// Drops `words` with "in", "at the" before them, if such words are there.
pub(super) fn drop_with_lead(plan: &mut Plan<'_>, words: &Range<usize>) -> bool {
    if matches!(plan.lower(words.start), "in" | "from") {
        plan.drop(words.clone());
        return true;
    }
    let mut first = words.start;
    while let Some(at) = plan
        .before(first)
        .filter(|at| is_determiner(plan.lower(*at)))
    {
        first = at;
    }
    let lead = plan.before(first).filter(|at| {
        matches!(
            plan.lower(*at),
            "in" | "at"
                | "on"
                | "from"
                | "near"
                | "of"
                | "around"
                | "outside"
                | "inside"
                | "@"
                | "by"
        )
    });
    let Some(lead) = lead.filter(|at| plan.is_free(&(*at..words.end))) else {
        return false;
    };
    // "in" may lead on to what stays: "at Oakfield's ICU".
    if plan.lower(words.end) == "s" {
        return false;
    }
    plan.drop(lead..words.end);
    true
}

/// "bed 9 is awake": the bed stands for its patient.
fn one_bed(plan: &mut Plan<'_>, scene: &Scene<'_>, bed: &Range<usize>, people: &mut People) {
    if plan.is_aside(bed) && is_introduced(plan, scene, bed.start) {
        return plan.drop(bed.clone());
    }
    // "Mrs Vance chair 5": the name says it already.
    let named = marked::NAME | marked::TITLED_NAME | marked::INITIALS;
    let of_before = plan
        .before(bed.start)
        .map_or(0, |at| scene.facts.senses.of(at));
    if of_before & named != 0 {
        return plan.drop(bed.clone());
    }
    let determined = plan
        .before(bed.start)
        .is_some_and(|at| is_determiner(plan.lower(at)));
    let phrase = people.phrase();
    plan.say(bed.clone(), if determined { "patient" } else { phrase });
}

fn one_place(plan: &mut Plan<'_>, scene: &Scene<'_>, place: &Place) {
    let words = &place.tokens;
    // "in Dunmore, Ohio" becomes "in Ohio".
    let behind = within(&scene.facts.places, words.end + 1..words.end + 2);
    let wide = behind.iter().any(|other| other.kind == PlaceKind::Wide);
    if wide && plan.lower(words.end) == "," {
        return plan.drop(words.start..words.end + 1);
    }
    if drop_with_lead(plan, words) {
        return;
    }
    let next_is_noun = plan
        .tokens()
        .all()
        .get(words.end)
        .is_some_and(|token| token.kind == Kind::Word && !token.glued);
    let determined = plan
        .before(words.start)
        .is_some_and(|at| is_determiner(plan.lower(at)));
    if determined && next_is_noun && place.kind == PlaceKind::Local {
        return plan.drop(words.clone());
    }
    // Shouted words are no names: "FIRST DAY ON SURGERY".
    let all = plan.tokens().all();
    if all[words.clone()]
        .iter()
        .all(|token| token.shape == Shape::Upper)
    {
        return;
    }
    let wider = match (place.kind, determined) {
        (PlaceKind::Facility, true) => "hospital",
        (PlaceKind::Facility, false) => "a hospital",
        (_, true) => "area",
        (_, false) => "a town",
    };
    plan.say(words.clone(), wider);
}
