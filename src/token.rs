//! Tokens: the words, numbers and signs of a folded text, found once.
//!
//! Rules and facts read tokens; nothing after this file scans the text for
//! words again. Letters and digits are split ("34yo" is `34` `yo`, "B14" is
//! `b` `14`), so that one spelling stands for many.

use std::ops::Range;

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

/// Most tokens of one sentence. A longer one (a wall of text without a full
/// stop) goes on as the next, so that whatever reads whole sentences stays
/// linear in the draft. No labelled draft has a sentence half as long.
const LONGEST_SENTENCE: usize = 256;

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

    fn number_sentences(&mut self, text: &str) {
        let mut first = 0;
        for index in 0..self.list.len() {
            if index == first {
                self.sentence_starts.push(as_u32(first));
            }
            self.list[index].sentence = as_u32(self.sentence_starts.len() - 1);
            if self.ends_sentence(text, index) || index - first + 1 == LONGEST_SENTENCE {
                first = index + 1;
            }
        }
    }

    fn ends_sentence(&self, text: &str, index: usize) -> bool {
        let token = &self.list[index];
        match token.kind {
            Kind::Break => true,
            Kind::Mark => match &text[token.bytes()] {
                "!" | "?" => self
                    .list
                    .get(index + 1)
                    .is_none_or(|next| !matches!(&text[next.bytes()], "!" | "?")),
                "." => self.full_stop_ends(text, index),
                _ => false,
            },
            _ => false,
        }
    }

    /// A full stop ends a sentence unless it follows a title or an initial, or
    /// the next word goes on in lower case without a space.
    fn full_stop_ends(&self, text: &str, index: usize) -> bool {
        const TITLES: [&str; 12] = [
            "mr", "mrs", "ms", "dr", "st", "sr", "jr", "prof", "vs", "approx", "no", "dept",
        ];
        let Some(next) = self.list.get(index + 1) else {
            return true;
        };
        if next.glued && next.kind != Kind::Symbol {
            return false;
        }
        let before = if index > 0 { self.lower(index - 1) } else { "" };
        let initial = before.chars().count() == 1
            && before != "i"
            && text[next.bytes()]
                .chars()
                .next()
                .is_some_and(char::is_uppercase);
        !(TITLES.contains(&before) || initial)
    }
}

fn as_u32(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

fn lower_into(buffer: &mut String, form: &str) {
    if form.is_ascii() && !form.contains('\'') {
        let start = buffer.len();
        buffer.push_str(form);
        if let Some(added) = buffer.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for c in form.chars() {
        if c == '\'' {
        } else if c.is_ascii() {
            buffer.push(c.to_ascii_lowercase());
        } else {
            buffer.extend(c.to_lowercase());
        }
    }
}

fn run(text: &str, from: usize, keep: impl Fn(char) -> bool) -> usize {
    text[from..]
        .find(|c| !keep(c))
        .map_or(text.len(), |n| from + n)
}

/// End of the letters at `at`; an apostrophe between letters belongs to the
/// word, except the possessive or short verb `'s`.
fn word_end(text: &str, at: usize) -> usize {
    let plain = text.as_bytes()[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let mut end = at + plain;
    if text
        .as_bytes()
        .get(end)
        .is_some_and(|byte| !byte.is_ascii())
    {
        end = run(text, end, char::is_alphabetic);
    }
    while text[end..].starts_with('\'') && possessive_end(text, end).is_none() {
        let after = run(text, end + 1, char::is_alphabetic);
        if after == end + 1 {
            break;
        }
        end = after;
    }
    end
}

/// `'s` not followed by another letter.
fn possessive_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..at + 2)?;
    let is_s = rest[0] == b'\'' && rest[1].eq_ignore_ascii_case(&b's');
    (is_s && !text[at + 2..].starts_with(char::is_alphanumeric)).then_some(at + 2)
}

fn number_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = run(text, at, char::is_numeric);
    while end + 1 < bytes.len()
        && matches!(bytes[end], b'.' | b',')
        && bytes[end + 1].is_ascii_digit()
    {
        end = run(text, end + 1, char::is_numeric);
    }
    end
}

fn url_end(text: &str, at: usize) -> Option<usize> {
    let rest = &text.as_bytes()[at..];
    if !matches!(rest.first(), Some(b'h' | b'H' | b'w' | b'W')) {
        return None;
    }
    let is_url = [&b"http://"[..], b"https://", b"www."]
        .iter()
        .any(|head| rest.len() > head.len() && rest[..head.len()].eq_ignore_ascii_case(head));
    is_url.then(|| run(text, at, |c| !c.is_whitespace()))
}

/// An emoji with its joiners and variation selectors is one symbol.
fn symbol_end(text: &str, at: usize) -> usize {
    let mut chars = text[at..].char_indices();
    let mut end = chars.next().map_or(text.len(), |(_, c)| at + c.len_utf8());
    let mut joined = false;
    for (offset, c) in chars {
        let modifier = matches!(
            c,
            '\u{200d}' | '\u{fe0f}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}'
        );
        if !(modifier || joined) {
            break;
        }
        joined = c == '\u{200d}';
        end = at + offset + c.len_utf8();
    }
    end
}

fn shape_of(form: &str) -> Shape {
    if form.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let letters = form.chars().filter(|c| c.is_alphabetic()).count();
    let upper = form.chars().filter(|c| c.is_uppercase()).count();
    match (upper, letters) {
        (0, _) => Shape::Lower,
        (1, _) if form.starts_with(char::is_uppercase) => Shape::Title,
        (u, l) if u == l => Shape::Upper,
        _ => Shape::Mixed,
    }
}

// The build reads this file too, from another place.
#[cfg(test)]
#[path = "token/tests.rs"]
mod tests;
