//! Conditions, drugs, procedures and parts of the body, by the word lists.

use std::ops::Range;

use super::eponym;
use crate::lexicon::{self, WordInfo, flags};
use crate::sense::{Senses, marked};
use crate::token::{Kind, Shape, Tokens};

/// Longest phrase looked up, in tokens.
const LONGEST: usize = 7;

/// One mention of a health matter.
#[derive(Clone, Debug)]
pub struct Health {
    /// Where.
    pub tokens: Range<usize>,
    /// What the lists know about it.
    pub info: WordInfo,
}

/// Finds them all; longest phrases first.
pub fn find(tokens: &Tokens, senses: &mut Senses) -> Vec<Health> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        at = match health_at(tokens, senses, at) {
            Some(health) => {
                senses.mark(
                    health.tokens.start,
                    health.tokens.len(),
                    classes(health.info),
                );
                let end = health.tokens.end;
                found.push(health);
                end
            }
            None => at + 1,
        };
    }
    found
}

fn health_at(tokens: &Tokens, senses: &Senses, at: usize) -> Option<Health> {
    let token = tokens.all().get(at)?;
    if token.kind != Kind::Word {
        return None;
    }
    let words = (at..tokens.len().min(at + LONGEST))
        .take_while(|at| {
            matches!(
                tokens.all()[*at].kind,
                Kind::Word | Kind::Mark | Kind::Number
            )
        })
        .map(|at| tokens.lower(at));
    let word = senses.word(at);
    let phrase = word.begins_phrase.then(|| lexicon::phrases_of(words));
    if let Some((len, info)) = phrase
        .flatten()
        .filter(|(_, info)| info.any(flags::MEDICAL))
    {
        return Some(Health {
            tokens: at..at + len,
            info,
        });
    }
    let info = word.info;
    let shouted =
        !info.any(flags::ABBREVIATION) || matches!(token.shape, Shape::Upper | Shape::Mixed);
    (info.any(flags::MEDICAL) && shouted)
        .then_some(Health {
            tokens: at..at + 1,
            info,
        })
        .or_else(|| by_eponym(tokens, at))
}

/// "Parkinson's", "Crohn's": in the lists without their apostrophe.
fn by_eponym(tokens: &Tokens, at: usize) -> Option<Health> {
    let info = eponym::disease(tokens, at)?;
    Some(Health {
        tokens: at..at + 2,
        info,
    })
}

fn classes(info: WordInfo) -> u128 {
    [
        (flags::DRUG, marked::DRUG),
        (flags::CONDITION, marked::CONDITION),
        (flags::PROCEDURE, marked::PROCEDURE),
        (flags::ANATOMY, marked::ANATOMY),
        (flags::RARE_CONDITION, marked::RARE),
    ]
    .into_iter()
    .filter(|(flag, _)| info.any(*flag))
    .fold(0, |set, (_, class)| set | class)
}

/// The kind of mention that a listed phrase is.
#[must_use]
pub fn mention_kind(info: WordInfo) -> crate::finding::MentionKind {
    use crate::finding::MentionKind as K;
    if info.any(flags::DRUG) {
        K::Drug
    } else if info.any(flags::PROCEDURE) {
        K::Procedure
    } else {
        K::Condition
    }
}
