//! One draft: the folded text with its tokens and sentences.

use std::ops::Range;

use crate::change::Change;
use crate::fold::{self, Folded, fold};
use crate::token::Tokens;

/// A draft as every fact reads it.
#[derive(Debug)]
pub struct Draft<'a> {
    folded: Folded<'a>,
    tokens: Tokens,
}

impl<'a> Draft<'a> {
    /// Folds and splits `source`. Linear time; never fails.
    #[must_use]
    pub fn new(source: &'a str) -> Self {
        let folded = fold(source);
        let tokens = Tokens::new(folded.text());
        Self { folded, tokens }
    }

    /// The draft of `source` with what is kept of its fold, and its tokens.
    pub(crate) fn from_kept(source: &'a str, kept: fold::Kept, tokens: Tokens) -> Self {
        Self {
            folded: Folded::from_kept(source, kept),
            tokens,
        }
    }

    /// What is left without the source.
    pub(crate) fn into_kept(self) -> (fold::Kept, Tokens) {
        (self.folded.into_kept(), self.tokens)
    }

    /// The draft of `source`, which is this one after `change`; what changed comes
    /// from `fresh`.
    pub(crate) fn splice<'b>(
        self,
        source: &'b str,
        fresh: &Draft<'_>,
        change: &Change,
    ) -> Draft<'b> {
        let folded = self.folded.splice(source, &fresh.folded, change);
        let mut tokens = self.tokens;
        tokens.splice(&fresh.tokens, change);
        Draft { folded, tokens }
    }

    /// The folded text with its way back.
    pub(crate) fn folded(&self) -> &Folded<'a> {
        &self.folded
    }

    /// The folded text. All byte offsets of facts are of this text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.folded.text()
    }

    /// The text as it was written.
    #[must_use]
    pub fn source(&self) -> &'a str {
        self.folded.source()
    }

    /// Words, numbers and signs.
    #[must_use]
    pub fn tokens(&self) -> &Tokens {
        &self.tokens
    }

    /// Bytes of the folded text that the tokens `range` cover.
    #[must_use]
    pub fn bytes_of(&self, range: Range<usize>) -> Range<usize> {
        let all = self.tokens.all();
        match (
            all.get(range.start),
            range.end.checked_sub(1).and_then(|last| all.get(last)),
        ) {
            (Some(first), Some(last)) if range.start < range.end => {
                first.byte_start as usize..last.byte_end as usize
            }
            _ => 0..0,
        }
    }

    /// The same bytes in the text as it was written, on character boundaries.
    #[must_use]
    pub fn to_source(&self, bytes: Range<usize>) -> Range<usize> {
        self.folded.to_source(bytes)
    }
}
