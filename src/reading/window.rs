//! Which stretch of a draft an edit can have changed the reading of.

use std::ops::Range;

use super::REACH;
use crate::change::{Change, Swap};
use crate::draft::Draft;
use crate::token::Kind;

/// Bytes compared at once where two texts are the same.
const STRIDE: usize = 64;

/// A place between two lines or sentences, where a draft may be read in two parts.
#[derive(Clone, Copy, Debug)]
struct Cut {
    source: usize,
    folded: usize,
    token: usize,
}

/// What is to be read anew: the lines or sentences that an edit can have changed the facts of,
/// and as much around them as those facts look at.
#[derive(Debug)]
pub(super) struct Window {
    inner: (Cut, Cut),
    outer: (Cut, Cut),
    /// How many bytes the source has grown by; negative numbers wrap around.
    grown: usize,
}

impl Window {
    /// The window of the edit that made `source` of `draft`.
    pub(super) fn new(draft: &Draft<'_>, source: &str) -> Option<Self> {
        let edited = edited(draft.source(), source);
        let tokens = draft.tokens();
        let first = draft.folded().folded_before(edited.start);
        let first = tokens.at_byte(first).saturating_sub(REACH);
        let last = draft.folded().folded_before(edited.end);
        let last = (tokens.at_byte(last) + 1 + REACH).min(tokens.len());
        let inner = (
            before(draft, first),
            behind(draft, last).filter(|cut| cut.is_behind(draft, edited.end))?,
        );
        let outer = (
            before(draft, inner.0.token.saturating_sub(REACH)),
            behind(draft, (inner.1.token + REACH).min(tokens.len()))?,
        );
        Some(Self {
            inner,
            outer,
            grown: source.len().wrapping_sub(draft.source().len()),
        })
    }

    /// The bytes of the edited source to read.
    pub(super) fn source(&self) -> Range<usize> {
        self.outer.0.source..self.outer.1.source.wrapping_add(self.grown)
    }

    /// The change that takes the window's facts over from `fresh`, its reading;
    /// `None` where the lines did not come out as lines, the sentences as sentences.
    pub(super) fn change(&self, draft: &Draft<'_>, fresh: &Draft<'_>) -> Option<Change> {
        let (start, end) = self.inner;
        let lead = Cut {
            source: start.source - self.outer.0.source,
            folded: start.folded - self.outer.0.folded,
            token: start.token - self.outer.0.token,
        };
        let behind = |all: usize, from: usize, to: usize| all.checked_sub(to - from);
        let tail = Cut {
            source: behind(fresh.source().len(), end.source, self.outer.1.source)?,
            folded: behind(fresh.text().len(), end.folded, self.outer.1.folded)?,
            token: behind(fresh.tokens().len(), end.token, self.outer.1.token)?,
        };
        let whole = |cut: &Cut| is_cut(fresh, cut.token).is_some_and(|found| found.same(cut));
        if !whole(&lead) || !whole(&tail) || lead.source > tail.source {
            return None;
        }
        let swap = |old: (usize, usize), fresh: (usize, usize)| Swap {
            old: old.0..old.1,
            fresh: fresh.0..fresh.1,
        };
        let sentence = |draft: &Draft<'_>, cut: &Cut| draft.tokens().sentence_at(cut.token);
        Some(Change {
            source: swap((start.source, end.source), (lead.source, tail.source)),
            bytes: swap((start.folded, end.folded), (lead.folded, tail.folded)),
            tokens: swap((start.token, end.token), (lead.token, tail.token)),
            sentences: swap(
                (sentence(draft, &start), sentence(draft, &end)),
                (sentence(fresh, &lead), sentence(fresh, &tail)),
            ),
        })
    }
}

impl Cut {
    fn same(&self, other: &Self) -> bool {
        self.source == other.source && self.folded == other.folded && self.token == other.token
    }

    /// Whether the whole line break or mark before the cut stands behind source byte `byte_at`.
    fn is_behind(&self, draft: &Draft<'_>, byte_at: usize) -> bool {
        let before = self.token.checked_sub(1).map(|at| draft.tokens().all()[at]);
        let is_end = self.token == draft.tokens().len();
        is_end
            || before.is_some_and(|last| {
                let source = draft.to_source(last.bytes());
                source.start >= byte_at && self.source > byte_at
            })
    }
}

/// The last cut at token `at` or before.
fn before(draft: &Draft<'_>, at: usize) -> Cut {
    let start = Cut {
        source: 0,
        folded: 0,
        token: 0,
    };
    (1..=at)
        .rev()
        .find_map(|token| is_cut(draft, token))
        .unwrap_or(start)
}

/// The first cut at token `at` or behind.
fn behind(draft: &Draft<'_>, at: usize) -> Option<Cut> {
    (at..=draft.tokens().len()).find_map(|token| is_cut(draft, token))
}

/// Whether a draft may be cut before token `at`: at its ends, and behind a line
/// break or a sentence that plain ASCII follows. What comes after such a place is
/// folded and split as if nothing stood before it.
fn is_cut(draft: &Draft<'_>, at: usize) -> Option<Cut> {
    let all = draft.tokens().all();
    if at == 0 || at == all.len() {
        let end = at > 0;
        return Some(Cut {
            source: if end { draft.source().len() } else { 0 },
            folded: if end { draft.text().len() } else { 0 },
            token: at,
        });
    }
    let (last, next) = (all.get(at - 1)?, all.get(at)?);
    let folded = next.byte_start as usize;
    let between = folded.checked_sub(last.byte_end as usize)?;
    let ends = match last.kind {
        Kind::Break => between == 0,
        Kind::Mark => between == 1 && draft.tokens().starts_sentence(at),
        _ => false,
    };
    if !ends {
        return None;
    }
    let source = draft.folded().cut(folded)?;
    let pair = |text: &str, at: usize| {
        let bytes = text.as_bytes();
        Some((*bytes.get(at.checked_sub(1)?)?, *bytes.get(at)?))
    };
    let written = pair(draft.source(), source)?;
    let plain = written.0.is_ascii_whitespace() && written.1.is_ascii_graphic();
    (plain && pair(draft.text(), folded) == Some(written)).then_some(Cut {
        source,
        folded,
        token: at,
    })
}

/// The bytes of `old` that are not the same in `new`: what both begin and end
/// with is left out, whole characters of it.
fn edited(old: &str, new: &str) -> Range<usize> {
    let (one, two) = (old.as_bytes(), new.as_bytes());
    let strides = one.chunks_exact(STRIDE).zip(two.chunks_exact(STRIDE));
    let mut start = strides.take_while(|(a, b)| a == b).count() * STRIDE;
    let bytes = one[start..].iter().zip(&two[start..]);
    start += bytes.take_while(|(a, b)| a == b).count();
    while !old.is_char_boundary(start) {
        start -= 1;
    }
    let (one, two) = (&one[start..], &two[start..]);
    let strides = one.rchunks_exact(STRIDE).zip(two.rchunks_exact(STRIDE));
    let mut same = strides.take_while(|(a, b)| a == b).count() * STRIDE;
    let rest = |text: &[u8]| text.len() - same;
    let (one, two) = (&one[..rest(one)], &two[..rest(two)]);
    let bytes = one.iter().rev().zip(two.iter().rev());
    same += bytes.take_while(|(a, b)| a == b).count();
    let mut end = old.len() - same;
    while !old.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_edited_is_found_between_what_stayed() {
        for (old, new, bytes) in [
            ("one two", "one two", 7..7),
            ("one two", "one 2", 4..7),
            ("aaaa", "aaa", 3..4),
            ("aaa", "aaaa", 3..3),
            ("", "x", 0..0),
            ("caf\u{e9}", "caf\u{e8}", 3..5),
        ] {
            assert_eq!(edited(old, new), bytes, "{old} {new}");
        }
        let long = "x".repeat(500);
        let other = format!("{}y{}", &long[..300], &long[300..]);
        assert_eq!(edited(&long, &other), 300..300);
    }
}
