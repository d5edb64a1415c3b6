//! What of the whole draft bears on the care that a sentence tells of.

use super::LONG_TEXT;
use crate::facts::Facts;
use crate::sense::class;
use crate::token::Tokens;

/// What bears on every sentence, beside quotation marks. While it stays the same,
/// a sentence tells what it told.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Whole {
    /// Whom its sentences are about, all together.
    pub(super) anywhere: u16,
    pub(super) is_long: bool,
    pub(super) is_exam: bool,
}

impl Whole {
    pub(crate) fn of(tokens: &Tokens, facts: &Facts) -> Self {
        Self {
            anywhere: facts.subjects.iter().fold(0, |set, bits| set | bits),
            is_long: tokens.sentence_count() > LONG_TEXT,
            is_exam: facts.senses.any(class::EXAM),
        }
    }
}
