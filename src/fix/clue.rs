//! Clues that point to one person: a job, a public role, a rare illness, an
//! event. They become "someone", "an illness", or go.

use std::ops::Range;

use super::person::People;
use super::plan::Plan;
use super::words::{is_copula, is_determiner, is_preposition};
use crate::scene::Scene;
use crate::sense::{class, marked};

/// Words between an article and a job: "a 92 year old retired teacher".
const MOST_ADJECTIVES: usize = 4;

pub(super) fn generalise(
    plan: &mut Plan<'_>,
    scene: &Scene<'_>,
    within: &Range<usize>,
    people: &mut People,
) {
    for hit in scene.facts.senses.hits() {
        let words = hit.first as usize..(hit.first + hit.len) as usize;
        let staff = scene.facts.senses.of(words.start) & class::CLINICIAN != 0;
        if staff || !within.contains(&words.start) || !plan.is_free(&words) {
            continue;
        }
        if hit.classes & (class::JOB | class::PUBLIC_ROLE) != 0 {
            role(plan, scene, &words, people);
        } else if hit.classes & (class::RARE | marked::RARE) != 0 {
            rare(plan, scene, &words);
        } else if hit.classes & class::NEWS != 0 {
            event(plan, &words);
        }
    }
}

/// Where the noun phrase that ends in `words` begins: its article or "my".
fn determiner(plan: &Plan<'_>, words: &Range<usize>) -> Option<usize> {
    let mut at = words.start;
    for _ in 0..=MOST_ADJECTIVES {
        at = plan.before(at)?;
        if is_determiner(plan.lower(at)) {
            return Some(at);
        }
        if is_preposition(plan.lower(at)) || plan.lower(at) == "," {
            return None;
        }
    }
    None
}

fn role(plan: &mut Plan<'_>, scene: &Scene<'_>, words: &Range<usize>, people: &mut People) {
    let own = matches!(plan.lower(words.start), "my" | "your" | "our");
    let Some(first) = determiner(plan, words).or(own.then_some(words.start)) else {
        return;
    };
    let whole = first..words.end;
    if !plan.is_free(&whole) || plan.lower(words.end) == "s" {
        return;
    }
    let before = plan.before(first);
    let ahead = before.map_or("", |at| plan.lower(at));
    let of_next = scene.facts.senses.of(words.end);
    if of_next & (class::PATIENT | class::PERSON) != 0 {
        plan.drop(words.clone());
    } else if ahead == "," && matches!(plan.lower(words.end), "," | "in" | "from" | "at") {
        plan.drop(whole);
    } else if let Some(copula) = before.filter(|_| is_copula(ahead)) {
        // "is a baker and brings rolls"; "is a baker." has nothing else to say.
        match plan.lower(words.end) {
            "and" => plan.drop(copula..words.end + 1),
            "with" | "who" => plan.say(whole, "someone"),
            _ => {}
        }
    } else if matches!(plan.lower(first), "the" | "this" | "that") {
        plan.say(whole, "the patient");
    } else if matches!(ahead, "as" | "for" | "has" | "," | "s" | "with") {
        plan.say(whole, "someone");
    } else {
        let phrase = people.phrase();
        plan.say(whole, phrase);
    }
}

fn rare(plan: &mut Plan<'_>, scene: &Scene<'_>, words: &Range<usize>) {
    let of_next = scene.facts.senses.of(words.end);
    if of_next & (class::PATIENT | class::PERSON) != 0 {
        return plan.drop(words.clone());
    }
    // "the first ever": a superlative goes, an illness is named by its kind.
    if words
        .clone()
        .any(|at| matches!(plan.lower(at), "first" | "only" | "ever" | "never"))
    {
        let first = determiner(plan, words).unwrap_or(words.start);
        let comma = plan.before(first).filter(|at| plan.lower(*at) == ",");
        return plan.drop(comma.unwrap_or(first)..words.end);
    }
    let determined = plan
        .before(words.start)
        .is_some_and(|at| is_determiner(plan.lower(at)));
    plan.say(
        words.clone(),
        if determined { "illness" } else { "an illness" },
    );
}

/// "from the crash" goes; "survived the crash" stays, it carries the sentence.
fn event(plan: &mut Plan<'_>, words: &Range<usize>) {
    let first = determiner(plan, words).unwrap_or(words.start);
    if let Some(lead) = plan
        .before(first)
        .filter(|at| matches!(plan.lower(*at), "from" | "in" | "at" | "since" | "of"))
    {
        plan.drop(lead..words.end);
    }
}
