//! Claims nobody can keep, in cooler words: "reverses" is "may help with",
//! "the lowest rate" is "a low rate".

use super::Matter;
use super::plan::Plan;
use crate::finding::Edit;

pub(super) fn edits(matter: &Matter<'_>) -> Option<Vec<Edit>> {
    let mut plan = Plan::new(matter.scene.draft);
    let marked = matter.marked();
    let tokens = plan.tokens();
    let sentence = tokens.all().get(marked.start)?.sentence as usize;
    for at in tokens.sentence(sentence) {
        if plan.is_free(&(at..at + 1)) {
            one(&mut plan, at);
        }
    }
    plan.edits()
}

fn one(plan: &mut Plan<'_>, at: usize) {
    let next = plan.lower(at + 1);
    match plan.lower(at) {
        "proven" if next == "to" => proven(plan, at),
        "cures" | "reverses" | "heals" | "eliminates" | "melts" => {
            plan.say(at..at + 1, "may help with");
        }
        "zero" | "no" if is_harm(plan, at) => plan.say(at..at + 1, "few"),
        "guaranteed" => guaranteed(plan, at),
        "100" if next == "%" && plan.lower(at + 2) == "success" => plan.say(at..at + 2, "a good"),
        "100" if next == "%" => plan.drop(at..at + 2),
        "100" if matches!(next, "percent" | "per") => plan.drop(at..at + 2),
        word => {
            let milder = superlative(word);
            if let Some(before) = plan
                .before(at)
                .filter(|i| plan.lower(*i) == "the" && !milder.is_empty())
            {
                plan.say(before..at + 1, milder);
            }
        }
    }
}

/// "clinically proven to reverse ageing".
fn proven(plan: &mut Plan<'_>, at: usize) {
    let adverb = plan.before(at).filter(|i| plan.lower(*i).ends_with("ally"));
    plan.say(adverb.unwrap_or(at)..at + 3, "may help with");
}

/// "zero complications", "no side effects".
fn is_harm(plan: &Plan<'_>, at: usize) -> bool {
    matches!(
        plan.lower(at + 1),
        "side"
            | "complications"
            | "infections"
            | "failures"
            | "deaths"
            | "relapse"
            | "risk"
            | "pain"
    )
}

/// "guaranteed or your money back" goes; "guaranteed results" are likely ones.
fn guaranteed(plan: &mut Plan<'_>, at: usize) {
    let whole = ["or", "your", "money", "back"];
    let money = (1..)
        .zip(whole)
        .all(|(ahead, word)| plan.lower(at + ahead) == word);
    if money {
        plan.drop(at..at + 1 + whole.len());
    } else if plan.is_aside(&(at..at + 1)) {
        plan.drop(at..at + 1);
    } else {
        plan.say(at..at + 1, "likely");
    }
}

/// What to write for "the" and a superlative; empty when it is none.
fn superlative(word: &str) -> &'static str {
    match word {
        "lowest" => "a low",
        "highest" => "a high",
        "safest" => "a safe",
        "fewest" => "few",
        "best" => "good",
        _ => "",
    }
}
