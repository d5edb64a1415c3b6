//! One pass over the folded draft: tokens, each word with its known roles.

use super::lookup::lookup_in;
use super::words::{Roles, Word};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Letters only.
    Word,
    /// ASCII digits only.
    Digits,
    /// Letters and digits without a gap: "D123", "4B", "3rd".
    Mixed,
    /// One other ASCII character, or `SYMBOL` for one outside ASCII.
    Mark(u8),
}

/// Stands for any character outside ASCII that is no letter or digit.
pub(super) const SYMBOL: u8 = 0x80;

/// A stretch of the draft without a gap.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) byte_start: usize,
    pub(super) byte_end: usize,
    pub(super) class: Class,
    pub(super) word: Word,
}

/// The draft in tokens. Token numbers past the end are answered with "no".
pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    tokens: Vec<Token>,
}

/// Average bytes per token in English posts, a little low, to allocate once.
const BYTES_PER_TOKEN: usize = 4;

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut tokens = Vec::with_capacity(text.len() / BYTES_PER_TOKEN + 1);
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            if byte.is_ascii_whitespace() {
                at += 1;
                continue;
            }
            let token = if BYTES[usize::from(byte)] == 0 {
                mark(at, byte, 1)
            } else {
                run(text, at)
            };
            at = token.byte_end;
            tokens.push(token);
        }
        Self { text, tokens }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The token's characters; empty past the end.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.get(at)
            .map_or("", |token| &self.text[token.byte_start..token.byte_end])
    }

    pub(super) fn class(&self, at: usize) -> Option<Class> {
        self.get(at).map(|token| token.class)
    }

    pub(super) fn has(&self, at: usize, roles: Roles) -> bool {
        self.get(at)
            .is_some_and(|token| token.word.roles & roles != 0)
    }

    /// The number a word stands for ("march" 3, "nine" 9), if it has one of `roles`.
    pub(super) fn value(&self, at: usize, roles: Roles) -> Option<u8> {
        self.get(at)
            .filter(|token| token.word.roles & roles != 0)
            .map(|token| token.word.value)
    }

    pub(super) fn is(&self, at: usize, mark: u8) -> bool {
        self.class(at) == Some(Class::Mark(mark))
    }

    pub(super) fn is_digits(&self, at: usize) -> bool {
        self.class(at) == Some(Class::Digits)
    }

    /// The digits' value; numbers too long for an identifier's part are none.
    pub(super) fn number(&self, at: usize) -> Option<u32> {
        if self.is_digits(at) {
            self.word(at).parse().ok()
        } else {
            None
        }
    }

    /// Whether token `at` follows the one before without a gap.
    pub(super) fn touches(&self, at: usize) -> bool {
        match (
            at.checked_sub(1).and_then(|before| self.get(before)),
            self.get(at),
        ) {
            (Some(before), Some(token)) => before.byte_end == token.byte_start,
            _ => false,
        }
    }

    /// Whether exactly one space lies before token `at`.
    pub(super) fn one_space_before(&self, at: usize) -> bool {
        match (
            at.checked_sub(1).and_then(|before| self.get(before)),
            self.get(at),
        ) {
            (Some(before), Some(token)) => {
                token.byte_start == before.byte_end + 1
                    && self.text.as_bytes()[before.byte_end] == b' '
            }
            _ => false,
        }
    }

    /// Whether a sentence or line ends between token `at - 1` and token `at`.
    pub(super) fn breaks_before(&self, at: usize) -> bool {
        let (Some(before), Some(token)) = (
            at.checked_sub(1).and_then(|before| self.get(before)),
            self.get(at),
        ) else {
            return true;
        };
        let gap = &self.text.as_bytes()[before.byte_end..token.byte_start];
        gap.contains(&b'\n')
            || (!gap.is_empty()
                && matches!(before.class, Class::Mark(b'.' | b'!' | b'?' | SYMBOL))
                && !(before.class == Class::Mark(b'.') && self.is_abbreviation(at - 1)))
    }

    /// "no.", "tel.", "p." and the like before the full stop at `at`.
    fn is_abbreviation(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        self.touches(at)
            && (self.has(before, super::words::ABBREVIATED) || self.word(before).len() == 1)
    }

    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.word(at)
            .as_bytes()
            .first()
            .is_some_and(u8::is_ascii_uppercase)
    }

    pub(super) fn is_upper(&self, at: usize) -> bool {
        let word = self.word(at);
        !word.is_empty() && !word.bytes().any(|byte| byte.is_ascii_lowercase())
    }

    pub(super) fn byte_start(&self, at: usize) -> usize {
        self.get(at)
            .map_or(self.text.len(), |token| token.byte_start)
    }

    pub(super) fn byte_end(&self, at: usize) -> usize {
        self.get(at).map_or(self.text.len(), |token| token.byte_end)
    }

    /// The first token that starts at or after `byte_at`, searched from `from`.
    pub(super) fn token_from(&self, from: usize, byte_at: usize) -> usize {
        (from..self.len())
            .find(|at| self.tokens[*at].byte_start >= byte_at)
            .unwrap_or(self.len())
    }
}

fn mark(at: usize, byte: u8, width: usize) -> Token {
    Token {
        byte_start: at,
        byte_end: at + width,
        class: Class::Mark(byte),
        word: Word::default(),
    }
}

/// What a byte may be part of.
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const WIDE: u8 = 4;

/// The class of every byte, computed at compile time.
static BYTES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "the loop ends at 255")]
        let at = byte as u8;
        classes[byte] = if at.is_ascii_alphabetic() {
            LETTER
        } else if at.is_ascii_digit() {
            DIGIT
        } else if at >= SYMBOL {
            WIDE
        } else {
            0
        };
        byte += 1;
    }
    classes
};

/// A run of letters and digits from `at`, or one symbol.
fn run(text: &str, at: usize) -> Token {
    let bytes = text.as_bytes();
    let (mut end, mut seen) = (at, 0);
    while let Some(byte) = bytes.get(end) {
        match BYTES[usize::from(*byte)] {
            0 => break,
            WIDE => match text[end..].chars().next() {
                Some(c) if c.is_alphanumeric() => {
                    seen |= WIDE | LETTER;
                    end += c.len_utf8();
                }
                Some(c) if end == at => return mark(at, SYMBOL, c.len_utf8()),
                _ => break,
            },
            class => {
                seen |= class;
                end += 1;
            }
        }
    }
    let (class, word) = match seen {
        LETTER => (Class::Word, lookup_in(bytes, at, end)),
        DIGIT => (Class::Digits, Word::default()),
        seen if seen & DIGIT != 0 => (Class::Mixed, Word::default()),
        _ => (Class::Word, Word::default()),
    };
    Token {
        byte_start: at,
        byte_end: end,
        class,
        word,
    }
}
