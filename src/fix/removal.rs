//! Removing the marked words: with what leads to them where the sentence stands
//! without them, else the whole sentence.

use std::ops::Range;

use super::plan::Plan;
use super::words::is_copula;
use super::{Matter, identifier, place};
use crate::context::Surface;
use crate::finding::Edit;
use crate::rule::Family;
use crate::sense::{class, marked};
use crate::token::Kind;

/// Words that have to be left of a post; a bio may be one word.
const LEAST_LEFT: usize = 2;

pub(super) fn edits(matter: &Matter<'_>) -> Option<Vec<Edit>> {
    // Other words would not change what the picture shows.
    if matter.family == Family::Media.id() {
        return None;
    }
    let scene = matter.scene;
    let words = matter.marked();
    let tokens = scene.draft.tokens();
    let mut plan = Plan::new(scene.draft);
    if !phrase(&mut plan, matter, &words) {
        let sentences = tokens.all()[words.clone()]
            .iter()
            .map(|token| token.sentence as usize);
        for sentence in sentences {
            plan.drop(tokens.sentence(sentence));
        }
    }
    // A fix that leaves next to nothing is none: the clinician can clear the box alone.
    let least = if scene.on(Surface::Bio) {
        1
    } else {
        LEAST_LEFT
    };
    let left = (0..tokens.len())
        .filter(|at| plan.is_free(&(*at..at + 1)) && tokens.all()[*at].kind == Kind::Word)
        .take(least)
        .count();
    if left < least { None } else { plan.edits() }
}

/// Whether `words` could be taken out of their sentence alone.
fn phrase(plan: &mut Plan<'_>, matter: &Matter<'_>, words: &Range<usize>) -> bool {
    let scene = matter.scene;
    let facts = scene.facts;
    let value = facts.identifiers.iter().find(|found| {
        let at = matter.tokens_at(&(found.byte_start..found.byte_end));
        at.start < words.end && words.start < at.end && identifier::is_personal(found)
    });
    if let Some(value) = value {
        // "Biopsy 24-S-11873 is back": the sentence is about the value.
        let subject = is_copula(plan.lower(words.end)) && plan.before(words.start).is_none();
        if subject {
            return false;
        }
        identifier::drop(plan, matter, words, value.kind);
        return true;
    }
    let single = plan.tokens().all()[words.clone()]
        .iter()
        .all(|token| matches!(token.kind, Kind::Hashtag | Kind::Handle | Kind::Url));
    if single {
        plan.drop(words.clone());
        return true;
    }
    let of_first = facts.senses.of(words.start);
    if of_first & (marked::BED_NUMBER | marked::PLACE | marked::FACILITY) != 0 {
        return place::drop_with_lead(plan, words);
    }
    let named = marked::NAME | marked::TITLED_NAME | marked::INITIALS;
    let apposed = plan.before(words.start).is_some_and(|at| {
        facts.senses.of(at) & (class::IN_CARE | class::PATIENT | class::PERSON | class::KIN) != 0
    });
    if of_first & named != 0 && apposed {
        plan.drop(words.clone());
        return true;
    }
    false
}
