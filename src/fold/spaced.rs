//! Letters and digits written one by one: "M r s . K o w a l s k i", "M-R-N",
//! "j.o.h.n", "K🙂o🙂w🙂a". They are closed up so that later steps see words.

use super::{Builder, Folded};
use std::ops::Range;

/// Letters in a row before spaces between them count as a disguise; fewer occur
/// in plain prose ("I a m", "T 1 D").
const MIN_SPACED_LETTERS: usize = 4;
/// With digits following, three letters are enough ("M R N 4 8 3").
const MIN_LETTERS_BEFORE_DIGITS: usize = 3;
/// Letters in a row with dots, hyphens or emoji between ("D.O.B", "M-R-N").
const MIN_MARKED_LETTERS: usize = 3;
/// Digits in a row: the shortest record numbers have six.
const MIN_DIGITS: usize = 6;
/// A gap this wide between spaced-out letters is a gap between words.
const WORD_GAP: usize = 2;
/// Wider gaps end the run.
const MAX_GAP: usize = 4;

/// How the characters of a run are kept apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Space,
    Mark(u8),
    /// Any characters outside ASCII that are not letters or digits.
    Symbol,
}

/// One character of a run, and the gap before it.
struct Unit {
    byte_at: usize,
    gap: Range<usize>,
}

/// Closes up spaced-out letters in `folded`; borrows again when there are none.
pub(super) fn close_up(folded: Folded<'_>) -> Folded<'_> {
    let bytes = folded.text.as_bytes();
    let mut copy: Option<Copy<'_, '_>> = None;
    let mut at = 0;
    while at + 2 < bytes.len() {
        if !is_single(bytes, at) || joins(bytes[at + 1]) {
            at += 1;
            continue;
        }
        let units = run(&folded.text, at);
        if worth_closing(bytes, &units) {
            copy.get_or_insert_with(|| Copy::new(&folded)).close(&units);
        }
        at = units.last().map_or(at, |unit| unit.byte_at) + 1;
    }
    match copy {
        Some(copy) => copy.finish(),
        None => folded,
    }
}

/// A letter or digit; others are folded or foreign by now.
#[inline]
fn joins(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

/// Whether the byte at `at` is a letter or digit standing alone.
#[inline]
fn is_single(bytes: &[u8], at: usize) -> bool {
    joins(bytes[at])
        && (at == 0 || !joins(bytes[at - 1]))
        && bytes.get(at + 1).is_none_or(|byte| !joins(*byte))
}

/// The characters standing alone from `at` on, with like separators.
fn run(text: &str, at: usize) -> Vec<Unit> {
    let bytes = text.as_bytes();
    let mut units = vec![Unit {
        byte_at: at,
        gap: at..at,
    }];
    let mut separator = None;
    let mut end = at + 1;
    while let Some((next, found)) = gap(text, end) {
        if separator.is_some_and(|known| known != found) || !is_single(bytes, next) {
            break;
        }
        separator = Some(found);
        units.push(Unit {
            byte_at: next,
            gap: end..next,
        });
        end = next + 1;
    }
    units
}

/// The next letter or digit after a gap that may separate two of a run.
fn gap(text: &str, from: usize) -> Option<(usize, Separator)> {
    let bytes = text.as_bytes();
    match *bytes.get(from)? {
        b' ' => {
            let next = (from..bytes.len().min(from + MAX_GAP)).find(|at| bytes[*at] != b' ')?;
            // "s . K": a full stop spaced out like the letters.
            let next = if bytes[next] == b'.' && bytes.get(next + 1) == Some(&b' ') {
                next + 2
            } else {
                next
            };
            Some((next, Separator::Space))
        }
        b'.' if bytes.get(from + 1) == Some(&b' ') => {
            // "s. K" inside a spaced-out run.
            Some((from + 2, Separator::Space))
        }
        mark @ (b'.' | b'-' | b'_' | b'*' | b'~' | b'|' | b'+') => {
            Some((from + 1, Separator::Mark(mark)))
        }
        0x80.. => {
            let symbol = text[from..]
                .chars()
                .take_while(|c| !c.is_ascii() && !c.is_alphanumeric());
            let width: usize = symbol.take(MAX_GAP).map(char::len_utf8).sum();
            (width > 0).then_some((from + width, Separator::Symbol))
        }
        _ => None,
    }
    .filter(|(next, _)| *next < bytes.len())
}

fn worth_closing(bytes: &[u8], units: &[Unit]) -> bool {
    let Some((first, last)) = units.first().zip(units.last()) else {
        return false;
    };
    let Some(second) = units.get(1) else {
        return false;
    };
    let byte = |unit: &Unit| bytes[unit.byte_at];
    let letters = units
        .iter()
        .filter(|unit| byte(unit).is_ascii_alphabetic())
        .count();
    let digits = units.len() - letters;
    let spaced = bytes[second.gap.start] == b' ' || bytes[second.gap.end - 1] == b' ';
    let dotted = bytes[second.gap.start] == b'.' && !spaced;
    if is_sequence(bytes, units) {
        return false;
    }
    if spaced {
        return (digits == 0 && letters >= MIN_SPACED_LETTERS)
            || (letters >= MIN_LETTERS_BEFORE_DIGITS && digits >= MIN_LETTERS_BEFORE_DIGITS)
            || (letters == 0 && digits >= MIN_DIGITS);
    }
    // Part of an address or a longer compound: "j.o.h.n@…", "a.b.c.com", "x-y-z-axis".
    let joined = |at: Option<&u8>| at.is_some_and(|byte| matches!(byte, b'@' | b'/' | b':' | b'_'));
    let before = first.byte_at.checked_sub(1).and_then(|at| bytes.get(at));
    let after = bytes.get(last.byte_at + 1);
    let goes_on = after.is_some_and(|byte| matches!(byte, b'.' | b'-' | b'*' | b'_'))
        && bytes.get(last.byte_at + 2).is_some_and(|byte| joins(*byte));
    if joined(before)
        || joined(after)
        || goes_on
        || before.is_some_and(|byte| matches!(byte, b'.' | b'-'))
    {
        return false;
    }
    (digits == 0 && letters >= MIN_MARKED_LETTERS)
        || (!dotted && letters >= MIN_LETTERS_BEFORE_DIGITS)
        || (!dotted && letters == 0 && digits >= MIN_DIGITS)
}

/// "A B C D", "1 2 3 4 5 6" and "x x x x" are lists, not words.
fn is_sequence(bytes: &[u8], units: &[Unit]) -> bool {
    let steps = || {
        units
            .windows(2)
            .map(|pair| (bytes[pair[0].byte_at], bytes[pair[1].byte_at]))
    };
    steps().all(|(one, two)| two == one + 1) || steps().all(|(one, two)| two == one)
}

/// Copies folded text into a new builder, leaving the closed gaps out.
struct Copy<'f, 'a> {
    folded: &'f Folded<'a>,
    built: Builder<'a>,
    copied: usize,
    piece: usize,
}

impl<'f, 'a> Copy<'f, 'a> {
    fn new(folded: &'f Folded<'a>) -> Self {
        Self {
            folded,
            built: Builder::new(folded.source),
            copied: 0,
            piece: 0,
        }
    }

    fn close(&mut self, units: &[Unit]) {
        let text = &*self.folded.text;
        for pair in units.windows(2) {
            let gap = &pair[1].gap;
            let (one, two) = (
                text.as_bytes()[pair[0].byte_at],
                text.as_bytes()[pair[1].byte_at],
            );
            let written = &text[gap.clone()];
            let word_gap = written.starts_with(' ')
                && (gap.len() >= WORD_GAP
                    || (one.is_ascii_lowercase() && two.is_ascii_uppercase())
                    || (one.is_ascii_digit() != two.is_ascii_digit()));
            let with = match written {
                dotted if dotted.contains(". ") => ". ",
                _ if word_gap => " ",
                _ => "",
            };
            self.copy_to(gap.start);
            let source = self.folded.to_source(gap.clone());
            self.built.replace(source.start, source.end, with);
            self.copied = gap.end;
        }
    }

    /// Copies folded bytes up to `byte_end`, each with its own source.
    fn copy_to(&mut self, byte_end: usize) {
        if self.folded.pieces.is_empty() {
            self.built.keep(self.copied, byte_end);
            self.copied = byte_end;
            return;
        }
        while self.copied < byte_end {
            let pieces = &self.folded.pieces;
            let piece_end = pieces
                .get(self.piece + 1)
                .map_or(self.folded.text.len(), |next| next.folded_start);
            if piece_end <= self.copied {
                self.piece += 1;
                continue;
            }
            let piece = pieces[self.piece];
            let stop = piece_end.min(byte_end);
            if piece.verbatim {
                let from = piece.source_start + (self.copied - piece.folded_start);
                self.built.keep(from, from + (stop - self.copied));
            } else {
                let with = &self.folded.text[self.copied..stop];
                self.built
                    .replace(piece.source_start, piece.source_end, with);
            }
            self.copied = stop;
        }
    }

    fn finish(mut self) -> Folded<'a> {
        self.copy_to(self.folded.text.len());
        self.built.finish()
    }
}
