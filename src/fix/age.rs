//! Ages: an exact one becomes a band.

use std::ops::Range;

use super::person::is_introduced;
use super::plan::Plan;
use super::words::{article, is_determiner};
use crate::facts::age::Age;
use crate::scene::Scene;
use crate::sense::{class, marked};

/// From these years on one is no child, no teenager, and an older adult.
const TEENAGER_FROM: u32 = 13;
const ADULT_FROM: u32 = 18;
const OLDER_FROM: u32 = 65;

pub(super) fn generalise(plan: &mut Plan<'_>, scene: &Scene<'_>, within: &Range<usize>) {
    let ages = scene.facts.ages.iter();
    for age in ages.filter(|age| age.exact && within.contains(&age.tokens.start)) {
        if plan.is_free(&age.tokens) {
            one(plan, scene, age);
        }
    }
}

fn band(plan: &Plan<'_>, age: &Age) -> &'static str {
    match age.years {
        Some(OLDER_FROM..) => "older adult",
        Some(ADULT_FROM..) => "adult",
        Some(TEENAGER_FROM..) => "teenager",
        Some(_) => "child",
        None if age
            .tokens
            .clone()
            .any(|at| plan.lower(at).starts_with("mo")) =>
        {
            "small child"
        }
        None => "baby",
    }
}

fn one(plan: &mut Plan<'_>, scene: &Scene<'_>, age: &Age) {
    let ahead = plan.before(age.tokens.start);
    let word = ahead.map_or("", |at| plan.lower(at));
    let next = age.tokens.end;
    let of_next = scene.facts.senses.of(next);
    match word {
        "aged" | "age" => return plan.drop(age.tokens.start - 1..next),
        "turned" => return plan.say(age.tokens.start - 1..next, "had a birthday"),
        "turns" => return plan.say(age.tokens.start - 1..next, "has a birthday"),
        "turning" => return plan.say(age.tokens.start - 1..next, "having a birthday"),
        _ if plan.is_aside(&age.tokens) && is_introduced(plan, scene, age.tokens.start) => {
            return plan.drop(age.tokens.clone());
        }
        "," | "(" if age.tokens.len() == 1 => return plan.drop(age.tokens.clone()),
        _ => {}
    }
    let says_no_more = is_plain_noun(plan.lower(next));
    let somebody = class::PERSON | class::PATIENT | class::KIN | class::JOB | class::IN_CARE;
    if !says_no_more && of_next & (somebody | class::CLINICIAN | class::PUBLIC_ROLE) != 0 {
        return plan.drop(age.tokens.clone());
    }
    let end = if says_no_more { next + 1 } else { next };
    let band = band(plan, age);
    let determined = ahead.is_some_and(|at| {
        let adjective = at
            .checked_sub(1)
            .is_some_and(|i| is_determiner(plan.lower(i)));
        let of = scene.facts.senses.of(at);
        is_determiner(word)
            || adjective && of & (class::TRAIT | marked::CONDITION) == 0 && word != ","
    });
    let words = if determined {
        band.to_owned()
    } else {
        format!("{} {band}", article(band))
    };
    plan.say(age.tokens.start..end, &words);
}

/// Nouns that say no more than a band does.
fn is_plain_noun(word: &str) -> bool {
    const NOUNS: [&str; 23] = [
        "male",
        "female",
        "man",
        "woman",
        "lady",
        "gentleman",
        "gent",
        "guy",
        "bloke",
        "girl",
        "boy",
        "kid",
        "child",
        "f",
        "m",
        "person",
        "chap",
        "lad",
        "lass",
        "fella",
        "infant",
        "baby",
        "teenager",
    ];
    NOUNS.contains(&word)
}
