//! Making it general: nobody's name, age, day, place or bed (AAP 2021
//! recommendation 8, 45 CFR 164.514(b)(2)).

use std::ops::Range;

use super::plan::Plan;
use super::{Matter, age, clue, identifier, person, place, time};
use crate::facts::name::Name;
use crate::finding::Edit;
use crate::sense::marked;

pub(super) fn edits(matter: &Matter<'_>) -> Option<Vec<Edit>> {
    let scene = matter.scene;
    let marked = matter.marked();
    let within = told(matter, &marked);
    let mut plan = Plan::new(scene.draft);
    identifier::generalise(&mut plan, matter, &within);
    // Before places: "March" is a town too.
    time::generalise(&mut plan, matter, &within);
    let mut people = person::People::default();
    for name in &scene.facts.names {
        if is_no_person(matter, name) {
            continue;
        }
        let meant = name.tokens.start < marked.end && marked.start < name.tokens.end;
        if within.contains(&name.tokens.start) && (meant || person::is_told_of(scene, name)) {
            people.generalise(&mut plan, scene, name);
        }
    }
    place::generalise(&mut plan, scene, &within, &mut people);
    clue::generalise(&mut plan, scene, &within, &mut people);
    age::generalise(&mut plan, scene, &within);
    plan.edits()
}

/// "Rowan Ward" is a place, "Erdheim-Chester disease" an illness.
fn is_no_person(matter: &Matter<'_>, name: &Name) -> bool {
    const NO_PERSON: u128 =
        marked::PLACE | marked::FACILITY | marked::RARE | marked::CONDITION | marked::PROCEDURE;
    let mut words = name.tokens.clone();
    words.any(|at| matter.scene.facts.senses.of(at) & NO_PERSON != 0)
}

/// The sentences about the person: those of the case and that of the finding.
fn told(matter: &Matter<'_>, marked: &Range<usize>) -> Range<usize> {
    let tokens = matter.scene.draft.tokens();
    let here = tokens
        .all()
        .get(marked.start)
        .map_or(marked.clone(), |token| {
            tokens.sentence(token.sentence as usize)
        });
    let case = matter.scene.facts.case.as_ref();
    case.map_or(here.clone(), |case| {
        case.within.start.min(here.start)..case.within.end.max(here.end)
    })
}
