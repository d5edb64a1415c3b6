//! Tokens: the words, numbers and signs of a folded text, found once.
//!
//! Rules and facts read tokens; nothing after this file scans the text for
//! words again. Letters and digits are split ("34yo" is `34` `yo`, "B14" is
//! `b` `14`), so that one spelling stands for many.

// The build reads this file too, from another place.
#[path = "token/ends.rs"]
mod ends;
#[path = "token/sentences.rs"]
mod sentences;

use std::ops::Range;

use ends::{lower_into, number_end, possessive_end, run, shape_of, symbol_end, url_end, word_end};

use super::hash;
use crate::change::{Change, Swap, moved};

/// What kind of sign a token is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Letters, with apostrophes inside.
    Word,
    /// Digits, with one decimal point or thousands commas inside.
    Number,
    /// `@name`.
    Handle,
    /// `#words`.
    Hashtag,
    /// A web address.
    Url,
    /// One punctuation mark; `'s` after a word is one too.
    Mark,
    /// One symbol or emoji.
    Symbol,
    /// A line break (several in a row are one).
    Break,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shape {
    /// All lower case, or not a word.
    Lower,
    /// First letter upper, the rest lower; one upper-case letter alone too.
    Title,
    /// Two or more letters, all upper case.
    Upper,
    /// Any other mixture.
    Mixed,
}

/// One token. Byte offsets are of the folded text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// First byte.
    pub byte_start: u32,
    /// One past the last byte.
    pub byte_end: u32,
    lower_start: u32,
    lower_end: u32,
    /// Hash of the lower-case form, as phrases begin with it.
    key: u64,
    /// Kind of sign.
    pub kind: Kind,
    /// How it is written.
    pub shape: Shape,
    /// Index of the sentence it stands in.
    pub sentence: u32,
    /// Whether it touches the token before it (no space between).
    pub glued: bool,
}

impl Token {
    /// Its bytes in the folded text.
    #[must_use]
    pub fn bytes(&self) -> Range<usize> {
        self.byte_start as usize..self.byte_end as usize
    }

    fn shift(&mut self, bytes: usize, lower: usize, sentences: usize) {
        self.byte_start = moved(self.byte_start, bytes);
        self.byte_end = moved(self.byte_end, bytes);
        self.lower_start = moved(self.lower_start, lower);
        self.lower_end = moved(self.lower_end, lower);
        self.sentence = moved(self.sentence, sentences);
    }
}

/// All tokens of a text, with their lower-case forms.
#[derive(Debug, Default)]
pub struct Tokens {
    list: Vec<Token>,
    /// Lower-case forms without apostrophes, one after the other.
    lower: String,
    /// The first token of each sentence.
    sentence_starts: Vec<u32>,
}

impl Tokens {
    /// Splits `text` (folded) into tokens and sentences. Linear time.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut tokens = Self {
            list: Vec::with_capacity(text.len() / 4),
            lower: String::with_capacity(text.len()),
            sentence_starts: Vec::new(),
        };
        let mut at = 0;
        while at < text.len() {
            at = tokens.take_one(text, at);
        }
        tokens.number_sentences(text);
        tokens
    }

    /// How many tokens there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many sentences there are.
    #[must_use]
    pub fn sentence_count(&self) -> usize {
        self.sentence_starts.len()
    }

    /// The tokens in order.
    #[must_use]
    pub fn all(&self) -> &[Token] {
        &self.list
    }

    /// The lower-case form, without apostrophes, of token `index`; empty when
    /// there is no such token.
    #[must_use]
    pub fn lower(&self, index: usize) -> &str {
        self.list
            .get(index)
            .and_then(|t| self.lower.get(t.lower_start as usize..t.lower_end as usize))
            .unwrap_or("")
    }

    /// The hash of [`Self::lower`], made once: one number stands for the word.
    #[must_use]
    pub fn key(&self, index: usize) -> u64 {
        self.list.get(index).map_or(hash::EMPTY, |token| token.key)
    }

    /// Index of the first token at or after `byte` of the folded text.
    #[must_use]
    pub fn at_byte(&self, byte: usize) -> usize {
        self.list.partition_point(|t| (t.byte_end as usize) <= byte)
    }

    /// Token indices of sentence `sentence`.
    #[must_use]
    pub fn sentence(&self, sentence: usize) -> Range<usize> {
        let start_of = |sentence: usize| {
            self.sentence_starts
                .get(sentence)
                .map_or(self.list.len(), |first| *first as usize)
        };
        start_of(sentence)..start_of(sentence + 1)
    }

    /// Whether token `at` is the first one of its sentence.
    #[must_use]
    pub fn starts_sentence(&self, at: usize) -> bool {
        at == 0 || self.list[at - 1].sentence != self.list[at].sentence
    }

    /// Takes the tokens of `change` over from `fresh`.
    pub(crate) fn splice(&mut self, fresh: &Self, change: &Change) {
        let (tokens, sentences) = (&change.tokens, &change.sentences);
        let lower = Swap {
            old: self.lower_at(tokens.old.start)..self.lower_at(tokens.old.end),
            fresh: fresh.lower_at(tokens.fresh.start)..fresh.lower_at(tokens.fresh.end),
        };
        for token in &mut self.list[tokens.old.end..] {
            token.shift(change.bytes.tail(), lower.tail(), sentences.tail());
        }
        let taken = fresh.list[tokens.fresh.clone()].iter().map(|token| {
            let mut token = *token;
            token.shift(change.bytes.lead(), lower.lead(), sentences.lead());
            token
        });
        self.list.splice(tokens.old.clone(), taken);
        let written = fresh.lower.get(lower.fresh).unwrap_or("");
        self.lower.replace_range(lower.old, written);
        for start in &mut self.sentence_starts[sentences.old.end..] {
            *start = moved(*start, tokens.tail());
        }
        let starts = fresh.sentence_starts[sentences.fresh.clone()].iter();
        let starts = starts.map(|start| moved(*start, tokens.lead()));
        self.sentence_starts.splice(sentences.old.clone(), starts);
    }

    /// Where the lower-case form of token `index` begins, or the last one ends.
    fn lower_at(&self, index: usize) -> usize {
        let token = self.list.get(index);
        token.map_or(self.lower.len(), |token| token.lower_start as usize)
    }

    /// The sentence that token `index` stands in; one past the last for none.
    pub(crate) fn sentence_at(&self, index: usize) -> usize {
        let token = self.list.get(index);
        token.map_or(self.sentence_count(), |token| token.sentence as usize)
    }

    fn push(&mut self, text: &str, bytes: Range<usize>, kind: Kind) {
        let glued = bytes.start > 0
            && self
                .list
                .last()
                .is_some_and(|t| t.byte_end as usize == bytes.start);
        let lower_start = as_u32(self.lower.len());
        let form = &text[bytes.clone()];
        lower_into(&mut self.lower, form);
        let key = hash::with_word(
            hash::START,
            self.lower.get(lower_start as usize..).unwrap_or(""),
        );
        self.list.push(Token {
            byte_start: as_u32(bytes.start),
            byte_end: as_u32(bytes.end),
            lower_start,
            lower_end: as_u32(self.lower.len()),
            key,
            kind,
            shape: if kind == Kind::Word {
                shape_of(form)
            } else {
                Shape::Lower
            },
            sentence: 0,
            glued,
        });
    }

    /// Reads the token that starts at `at`; returns where the next may start.
    fn take_one(&mut self, text: &str, at: usize) -> usize {
        let Some(first) = text[at..].chars().next() else {
            return text.len();
        };
        let after = at + first.len_utf8();
        let (kind, end) = match first {
            '\n' | '\r' => (Kind::Break, run(text, at, char::is_whitespace)),
            c if c.is_whitespace() => return after,
            '@' | '#' => match run(text, after, |c| c.is_alphanumeric() || c == '_') {
                end if end > after => (
                    if first == '@' {
                        Kind::Handle
                    } else {
                        Kind::Hashtag
                    },
                    end,
                ),
                _ => (Kind::Mark, after),
            },
            c if c.is_numeric() => (Kind::Number, number_end(text, at)),
            c if c.is_alphabetic() => match url_end(text, at) {
                Some(end) => (Kind::Url, end),
                None => (Kind::Word, word_end(text, at)),
            },
            '\'' if possessive_end(text, at).is_some() => (Kind::Mark, at + 2),
            c if c.is_ascii_punctuation() => (Kind::Mark, after),
            _ => (Kind::Symbol, symbol_end(text, at)),
        };
        if kind == Kind::Break && !text[at..end].contains(['\n', '\r']) {
            return end;
        }
        self.push(text, at..end, kind);
        end
    }
}

fn as_u32(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "token/tests.rs"]
mod tests;
