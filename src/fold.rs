//! A draft in plain letters, with the way back to what was typed.
//!
//! Look-alike letters, accents, invisible characters, typographic quotes and
//! letters spaced out one by one would hide a name or number from every later
//! step. They are folded here once; [`Folded::to_source`] leads each span back
//! to the bytes the clinician wrote. Time is linear in the draft's length.

use std::borrow::Cow;
use std::ops::Range;

mod lookalike;
mod spaced;
mod splice;

use lookalike::{Fate, fate};
pub(crate) use splice::Kept;

/// A stretch of folded text and the source bytes it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    folded_start: usize,
    source_start: usize,
    source_end: usize,
    /// Byte for byte the same as the source.
    verbatim: bool,
}

/// A draft folded to plain letters.
#[derive(Clone, Debug)]
pub struct Folded<'a> {
    source: &'a str,
    text: Cow<'a, str>,
    /// Empty when the text is the source itself.
    pieces: Vec<Piece>,
}

/// Folds `source`: plain ASCII without spaced-out letters is borrowed as it is.
#[must_use]
pub fn fold(source: &str) -> Folded<'_> {
    let plain = if source.is_ascii() {
        Folded::unchanged(source)
    } else {
        fold_characters(source)
    };
    spaced::close_up(plain)
}

impl<'a> Folded<'a> {
    fn unchanged(source: &'a str) -> Self {
        Self {
            source,
            text: Cow::Borrowed(source),
            pieces: Vec::new(),
        }
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as it was typed.
    #[must_use]
    pub fn source(&self) -> &'a str {
        self.source
    }

    /// Whether folding changed anything.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        matches!(self.text, Cow::Owned(_))
    }

    /// The source bytes that folded bytes `range` stand for: on character
    /// boundaries, within the source, and growing with `range`. Ends beyond the
    /// text are cut to it.
    #[must_use]
    pub fn to_source(&self, range: Range<usize>) -> Range<usize> {
        let byte_end = range.end.min(self.text.len());
        let byte_start = range.start.min(byte_end);
        if self.pieces.is_empty() {
            return self.on_boundaries(byte_start, byte_end);
        }
        let from = self.source_start_of(byte_start);
        let to = if byte_end > byte_start {
            self.source_end_of(byte_end)
        } else {
            from
        };
        self.on_boundaries(from, to.max(from))
    }

    fn source_start_of(&self, byte_at: usize) -> usize {
        match self.piece_at(byte_at) {
            Some(piece) if piece.verbatim => {
                (piece.source_start + (byte_at - piece.folded_start)).min(piece.source_end)
            }
            Some(piece) if byte_at < self.text.len() => piece.source_start,
            Some(piece) => piece.source_end,
            None => 0,
        }
    }

    /// Where the source of the folded byte before `byte_end` ends.
    fn source_end_of(&self, byte_end: usize) -> usize {
        match self.piece_at(byte_end - 1) {
            Some(piece) if piece.verbatim => {
                (piece.source_start + (byte_end - piece.folded_start)).min(piece.source_end)
            }
            Some(piece) => piece.source_end,
            None => 0,
        }
    }

    fn piece_at(&self, byte_at: usize) -> Option<&Piece> {
        let after = self
            .pieces
            .partition_point(|piece| piece.folded_start <= byte_at);
        self.pieces.get(after.checked_sub(1)?)
    }

    fn on_boundaries(&self, mut from: usize, mut to: usize) -> Range<usize> {
        while !self.source.is_char_boundary(from) {
            from -= 1;
        }
        while !self.source.is_char_boundary(to) {
            to += 1;
        }
        from..to
    }
}

/// Collects folded text and its pieces.
struct Builder<'a> {
    source: &'a str,
    text: String,
    pieces: Vec<Piece>,
    changed: bool,
}

impl<'a> Builder<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source,
            text: String::with_capacity(source.len()),
            pieces: Vec::new(),
            changed: false,
        }
    }

    /// Takes source bytes over as they are.
    fn keep(&mut self, from: usize, to: usize) {
        if from == to {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.verbatim && last.source_end == from => last.source_end = to,
            _ => self.push(from, to, true),
        }
        self.text.push_str(&self.source[from..to]);
    }

    /// Writes `with` for source bytes `from..to`.
    fn replace(&mut self, from: usize, to: usize, with: &str) {
        self.changed = true;
        if !with.is_empty() {
            self.push(from, to, false);
            self.text.push_str(with);
        }
    }

    /// Gives the source bytes up to `to` to the character written last.
    fn attach(&mut self, to: usize) {
        self.changed = true;
        let Some(last) = self.pieces.last_mut() else {
            return;
        };
        if !last.verbatim {
            last.source_end = to;
            return;
        }
        let width = self.text.chars().next_back().map_or(0, char::len_utf8);
        let letter_start = last.source_end - width;
        let folded_start = self.text.len() - width;
        if letter_start == last.source_start {
            last.source_end = to;
            last.verbatim = false;
        } else {
            last.source_end = letter_start;
            self.pieces.push(Piece {
                folded_start,
                source_start: letter_start,
                source_end: to,
                verbatim: false,
            });
        }
    }

    fn push(&mut self, source_start: usize, source_end: usize, verbatim: bool) {
        self.pieces.push(Piece {
            folded_start: self.text.len(),
            source_start,
            source_end,
            verbatim,
        });
    }

    fn finish(self) -> Folded<'a> {
        if self.changed {
            Folded {
                source: self.source,
                text: Cow::Owned(self.text),
                pieces: self.pieces,
            }
        } else {
            Folded::unchanged(self.source)
        }
    }
}

/// A word with Cyrillic or Greek letters, and whether it is one in disguise.
#[derive(Clone, Copy, Default)]
struct Disguise {
    byte_end: usize,
    is_latin: bool,
}

fn fold_characters(source: &str) -> Folded<'_> {
    let mut built = Builder::new(source);
    let mut word = Disguise::default();
    let mut at = 0;
    while at < source.len() {
        let plain = source.as_bytes()[at..]
            .iter()
            .position(|byte| !byte.is_ascii());
        let plain = plain.unwrap_or(source.len() - at);
        built.keep(at, at + plain);
        at += plain;
        let Some(c) = source[at..].chars().next() else {
            break;
        };
        let end = at + c.len_utf8();
        match fate(c) {
            Fate::Ascii(with) => built.replace(at, end, with),
            Fate::Keep => built.keep(at, end),
            Fate::Attach if stays_with_emoji(&built.text) => built.keep(at, end),
            Fate::Attach => built.attach(end),
            Fate::Drop if c == '\u{200D}' && stays_with_emoji(&built.text) => built.keep(at, end),
            Fate::Drop => built.replace(at, end, ""),
            Fate::Strict(with) | Fate::Loose(with) => {
                if at >= word.byte_end {
                    word = disguise(source, at, &built.text);
                }
                if word.is_latin {
                    built.replace(at, end, with);
                } else {
                    built.keep(at, end);
                }
            }
            Fate::Foreign => {
                if at >= word.byte_end {
                    word = disguise(source, at, &built.text);
                }
                built.keep(at, end);
            }
        }
        at = end;
    }
    built.finish()
}

/// Joiners, selectors and marks are part of an emoji, and stay with it.
fn stays_with_emoji(folded: &str) -> bool {
    // U+2190: arrows, symbols and pictographs start here; letters that lie
    // above it (Chinese, Korean) take no marks that would hide a word.
    folded
        .chars()
        .next_back()
        .is_some_and(|c| c >= '\u{2190}' || c == '\u{FE0F}')
}

/// Reads the rest of the word at `at`: a word is in disguise when each of its
/// Cyrillic and Greek letters passes for a Latin one, and it either has Latin
/// letters too or is made of perfect look-alikes only. Real Russian and Greek
/// words, single Greek letters ("α-blocker") and units ("μg") stay.
fn disguise(source: &str, at: usize, folded_before: &str) -> Disguise {
    let mut has_latin = folded_before
        .as_bytes()
        .last()
        .is_some_and(u8::is_ascii_alphabetic);
    let (mut letters, mut loose, mut foreign) = (0_usize, false, false);
    let mut byte_end = at;
    for c in source[at..].chars() {
        if c.is_ascii() {
            if !c.is_ascii_alphabetic() {
                break;
            }
            has_latin = true;
        } else {
            match fate(c) {
                Fate::Strict(_) => letters += 1,
                Fate::Loose(_) => (letters, loose) = (letters + 1, true),
                Fate::Foreign => foreign = true,
                Fate::Ascii(with) => has_latin |= with.as_bytes()[0].is_ascii_alphabetic(),
                Fate::Attach | Fate::Drop => {}
                Fate::Keep => break,
            }
        }
        byte_end += c.len_utf8();
    }
    let is_latin = !foreign && (has_latin || (!loose && letters > 1));
    Disguise { byte_end, is_latin }
}

#[cfg(test)]
mod tests;
