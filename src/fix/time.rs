//! Days and hours: the first of a sentence becomes "recently", others go.

use std::ops::Range;

use super::Matter;
use super::plan::Plan;
use super::words::is_copula;
use crate::facts::identifier::Kind;
use crate::facts::time::{Time, When};
use crate::token::Shape;

/// How far back words like "two", "a few" stand before "hours ago".
const LONGEST_AMOUNT: usize = 3;

pub(super) fn generalise(plan: &mut Plan<'_>, matter: &Matter<'_>, within: &Range<usize>) {
    let mut told = None;
    let facts = matter.scene.facts;
    let dates = facts
        .identifiers
        .iter()
        .filter(|found| matches!(found.kind, Kind::Date | Kind::MonthYear | Kind::DateRange));
    let mut times: Vec<Time> = dates
        .map(|found| Time {
            tokens: matter.tokens_at(&(found.byte_start..found.byte_end)),
            when: When::Date,
        })
        .chain(facts.times.iter().cloned())
        .collect();
    // Of times that begin together the longest is meant.
    times.sort_by_key(|time| (time.tokens.start, std::cmp::Reverse(time.tokens.end)));
    for time in &times {
        let telling = matches!(time.when, When::Fresh | When::Clock | When::Date);
        if !telling || !within.contains(&time.tokens.start) || !plan.is_free(&time.tokens) {
            continue;
        }
        let sentence = plan.tokens().all()[time.tokens.start].sentence;
        if one(plan, time, told == Some(sentence)) {
            told = Some(sentence);
        }
    }
}

/// Whether it now says "recently".
fn one(plan: &mut Plan<'_>, time: &Time, is_told: bool) -> bool {
    let first = plan.lower(time.tokens.start);
    // "nobody has sat there": a verb in small letters, no Saturday.
    let small = plan.tokens().all()[time.tokens.start].shape == Shape::Lower;
    if small && time.tokens.len() == 1 && matches!(first, "sat" | "sun" | "wed" | "may" | "mar") {
        return false;
    }
    if matches!(first, "just" | "now" | "currently" | "right") {
        let end = if first == "just" {
            time.tokens.start + 1
        } else {
            time.tokens.end
        };
        plan.drop(time.tokens.start..end);
        return false;
    }
    let mut words = time.tokens.clone();
    if time.when == When::Clock && is_somebody(plan, &words) {
        plan.say(words, "patient");
        return false;
    }
    words.end = end(plan, words.end);
    words.start = start(plan, words.start);
    let ahead = plan.before(words.start).map(|at| (at, plan.lower(at)));
    if plan.lower(words.end) == "s" {
        plan.say(words.start..words.end + 1, "a recent");
        return true;
    }
    // "came in tonight": the little word belongs to the verb.
    let particle = time.when == When::Fresh;
    match ahead {
        Some((
            at,
            "since" | "from" | "until" | "till" | "by" | "before" | "after" | "for" | "of",
        )) => {
            plan.drop(at..words.end);
            return false;
        }
        Some((at, "at" | "around" | "about" | "late" | "early")) => words.start = at,
        Some((at, "on" | "in")) if !particle => words.start = at,
        Some((_, "the" | "a" | "an" | "my" | "our")) => {
            plan.say(words, "recent");
            return true;
        }
        _ => {}
    }
    if ahead.is_none() && is_copula(plan.lower(words.end)) {
        plan.say(words, "a recent day");
    } else if is_told || is_present(plan, &words) || is_all_day(plan, words.start) {
        plan.drop(words);
        return is_told;
    } else {
        plan.say(words, "recently");
    }
    true
}

/// "my 2 o'clock" is somebody.
fn is_somebody(plan: &Plan<'_>, words: &Range<usize>) -> bool {
    plan.before(words.start)
        .is_some_and(|at| matches!(plan.lower(at), "my" | "our"))
}

/// "Tuesday night", "this morning at 3": what belongs to the time behind it.
fn end(plan: &Plan<'_>, end: usize) -> usize {
    match plan.lower(end) {
        "morning" | "afternoon" | "evening" | "night" | "shift" => end + 1,
        _ => end,
    }
}

/// "last Tuesday", "two hours ago", "the 3rd": what belongs to it before.
fn start(plan: &Plan<'_>, start: usize) -> usize {
    let mut first = start;
    if matches!(plan.lower(start), "hours" | "hour" | "minutes") {
        while plan.before(first).is_some_and(|at| {
            start - at <= LONGEST_AMOUNT
                && (plan.lower(at).parse::<u32>().is_ok()
                    || matches!(
                        plan.lower(at),
                        "a" | "an" | "few" | "two" | "three" | "couple" | "of" | "half"
                    ))
        }) {
            first -= 1;
        }
    }
    while plan.before(first).is_some_and(|at| {
        matches!(
            plan.lower(at),
            "last" | "this" | "early" | "late" | "earlier"
        )
    }) {
        first -= 1;
    }
    first
}

/// "laughed all morning today"
fn is_all_day(plan: &Plan<'_>, at: usize) -> bool {
    at > 1 && plan.lower(at - 2) == "all"
}

/// "is confused tonight": what still goes on is not "recently".
fn is_present(plan: &Plan<'_>, words: &Range<usize>) -> bool {
    let sentence = plan.tokens().all()[words.start].sentence as usize;
    let start = plan.tokens().sentence(sentence).start;
    let is_verb = |at: usize| {
        matches!(
            plan.lower(at),
            "is" | "are" | "has" | "keeps" | "says" | "still" | "have"
        )
    };
    (start..words.start).any(is_verb) || is_verb(words.end)
}
