//! Numbers and addresses: they go with their label, or with the whole clause
//! that does nothing but give them.

use std::ops::Range;

use super::Matter;
use super::plan::Plan;
use super::words::{is_copula, is_preposition};
use crate::facts::identifier::{Identifier, Kind};
use crate::sense::class;
use crate::token::Kind as TokenKind;

/// "The patient lives at": a clause of no more words only gives the value.
const LONGEST_GIVING: usize = 5;

pub(super) fn generalise(plan: &mut Plan<'_>, matter: &Matter<'_>, within: &Range<usize>) {
    for found in &matter.scene.facts.identifiers {
        let words = matter.tokens_at(&(found.byte_start..found.byte_end));
        if within.contains(&words.start) && is_personal(found) && plan.is_free(&words) {
            drop(plan, matter, &words, found.kind);
        }
    }
}

/// "recheck MRN 4471902": the number of a chart stands for its patient.
fn stands_for_somebody(
    plan: &Plan<'_>,
    matter: &Matter<'_>,
    words: &Range<usize>,
    kind: Kind,
) -> bool {
    let numbered = matches!(
        kind,
        Kind::Record | Kind::NhsNumber | Kind::ChiNumber | Kind::Medicare | Kind::NationalId
    );
    let somebody = class::PATIENT | class::PERSON | class::IN_CARE | class::HE_SHE | class::MY;
    numbered
        && plan.before(words.start).is_some_and(|at| {
            let word = plan.tokens().all()[at];
            word.kind == TokenKind::Word
                && (!is_preposition(plan.lower(at))
                    || matches!(plan.lower(at), "at" | "on" | "for" | "to"))
                && !is_copula(plan.lower(at))
                && !matches!(plan.lower(at), "hosp" | "hospital" | "no" | "number")
                && matter.scene.facts.senses.of(at) & somebody == 0
        })
        && ends_clause(plan, words.end)
}

/// Whether it is a value of somebody: dates, beds and tags are other facts.
pub(super) fn is_personal(found: &Identifier) -> bool {
    !matches!(
        found.kind,
        Kind::Bed
            | Kind::Date
            | Kind::MonthYear
            | Kind::DateRange
            | Kind::PublicLine
            | Kind::Url
            | Kind::Hashtag
            | Kind::Handle
    )
}

/// Drops the value at `words` with what leads to it.
pub(super) fn drop(plan: &mut Plan<'_>, matter: &Matter<'_>, words: &Range<usize>, kind: Kind) {
    if stands_for_somebody(plan, matter, words, kind) {
        return plan.say(words.clone(), "a patient");
    }
    let all = plan.tokens().all();
    let mut end = words.end;
    // "Mr O, 12 Quarry Lane" may stop short of a last letter or figure.
    while all
        .get(end)
        .is_some_and(|token| token.glued && token.kind == TokenKind::Number)
    {
        end += 1;
    }
    let clause = clause_start(plan, words.start);
    let gives = |at: usize| {
        let word = plan.lower(at);
        is_copula(word) || matches!(word, ":" | "lives" | "at" | "call" | "ring" | "text")
    };
    // "my patient's SSN is 219-09-4021": a label may hold its verb.
    let giving = words.start - clause <= LONGEST_GIVING
        && ((clause..words.start).any(gives) || words.clone().any(|at| is_copula(plan.lower(at))))
        && ends_clause(plan, end);
    let mut first = if giving { clause } else { words.start };
    while !giving
        && plan.before(first).is_some_and(|at| {
            is_preposition(plan.lower(at))
                || matches!(plan.lower(at), "hosp" | "hospital" | "no" | "number" | "#")
        })
    {
        first -= 1;
    }
    plan.drop(first..end);
}

fn clause_start(plan: &Plan<'_>, at: usize) -> usize {
    let mut first = at;
    while let Some(before) = plan
        .before(first)
        .filter(|i| !matches!(plan.lower(*i), "," | ";" | "and" | "but" | "("))
    {
        first = before;
    }
    first
}

fn ends_clause(plan: &Plan<'_>, end: usize) -> bool {
    plan.tokens()
        .all()
        .get(end)
        .is_none_or(|token| token.kind == TokenKind::Break)
        || matches!(
            plan.lower(end),
            "," | ";" | "." | "!" | "?" | "and" | "but" | ")"
        )
}
