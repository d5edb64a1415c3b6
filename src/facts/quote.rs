//! Quotation marks: where somebody else's words begin and end.

use std::ops::Range;

use crate::change::Swap;
use crate::token::{Kind, Tokens};

/// The quotation marks of a draft, as tokens in order. Two of a kind are a pair.
#[derive(Debug, Default)]
pub struct Quotes {
    double: Vec<usize>,
    /// Single ones, whose lower form is empty: apostrophes belong to their words.
    single: Vec<usize>,
}

impl Quotes {
    /// Finds every mark.
    #[must_use]
    pub fn find(tokens: &Tokens) -> Self {
        let mut quotes = Self::default();
        for (at, token) in tokens.all().iter().enumerate() {
            if token.kind != Kind::Mark {
                continue;
            }
            match tokens.lower(at) {
                "\"" => quotes.double.push(at),
                "" => quotes.single.push(at),
                _ => {}
            }
        }
        quotes
    }

    /// Takes the tokens of `swap` over from `fresh`.
    pub(crate) fn splice(&mut self, fresh: &Self, swap: &Swap) {
        swap.splice(&mut self.double, &fresh.double);
        swap.splice(&mut self.single, &fresh.single);
    }

    /// Whether `tokens` stand between an opening and a closing mark.
    #[must_use]
    pub fn enclose(&self, tokens: &Range<usize>) -> bool {
        [&self.double, &self.single].into_iter().any(|marks| {
            let before = marks.partition_point(|mark| *mark < tokens.start);
            let closing = marks.get(before).filter(|_| before % 2 == 1);
            closing.is_some_and(|mark| tokens.end <= *mark)
        })
    }

    /// Whether a double mark stands open before token `at`, closed or not.
    #[must_use]
    pub fn are_open(&self, at: usize) -> bool {
        self.double.partition_point(|mark| *mark < at) % 2 == 1
    }

    /// How many double and single marks stand in `tokens`: where that stays the
    /// same, nothing outside comes into or out of quotation marks.
    pub(crate) fn count(&self, tokens: &Range<usize>) -> [usize; 2] {
        [&self.double, &self.single].map(|marks| {
            let until = |at: usize| marks.partition_point(|mark| *mark < at);
            until(tokens.end) - until(tokens.start)
        })
    }
}
