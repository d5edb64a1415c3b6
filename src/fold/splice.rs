//! A folded text after an edit: the edited stretch comes from a fresh fold.

use std::borrow::Cow;

use super::{Folded, Piece};
use crate::change::Change;

/// What is kept of a folded text without its source.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    /// The folded text, where it differs from the source.
    text: Option<String>,
    pieces: Vec<Piece>,
}

impl<'a> Folded<'a> {
    /// What is left without the source.
    pub(crate) fn into_kept(self) -> Kept {
        Kept {
            text: match self.text {
                Cow::Borrowed(_) => None,
                Cow::Owned(text) => Some(text),
            },
            pieces: self.pieces,
        }
    }

    /// The folded text of `source` that `kept` was left of.
    pub(crate) fn from_kept(source: &'a str, kept: Kept) -> Self {
        Self {
            source,
            text: kept.text.map_or(Cow::Borrowed(source), Cow::Owned),
            pieces: kept.pieces,
        }
    }

    /// The place of the source that the folded text can be cut at with `byte_at`:
    /// there one piece ends and the next begins, or a piece is taken over as it is.
    pub(crate) fn cut(&self, byte_at: usize) -> Option<usize> {
        if self.pieces.is_empty() {
            return self.source.is_char_boundary(byte_at).then_some(byte_at);
        }
        if byte_at == 0 {
            return Some(0);
        }
        if byte_at == self.text.len() {
            return Some(self.source.len());
        }
        let before = self.piece_at(byte_at - 1)?;
        let behind = self.piece_at(byte_at)?;
        if behind.folded_start == byte_at {
            let end = if before.verbatim {
                before.source_start + (byte_at - before.folded_start)
            } else {
                before.source_end
            };
            return (end == behind.source_start).then_some(end);
        }
        let source_at = behind.source_start + (byte_at - behind.folded_start);
        (behind.verbatim && self.source.is_char_boundary(source_at)).then_some(source_at)
    }

    /// A folded byte at or before what became of source byte `source_at`.
    pub(crate) fn folded_before(&self, source_at: usize) -> usize {
        let after = self
            .pieces
            .partition_point(|piece| piece.source_start <= source_at);
        let piece = after.checked_sub(1).and_then(|at| self.pieces.get(at));
        match piece {
            _ if self.pieces.is_empty() => source_at,
            Some(piece) if piece.verbatim => {
                piece.folded_start + (source_at.min(piece.source_end) - piece.source_start)
            }
            Some(piece) => piece.folded_start,
            None => 0,
        }
    }

    /// The pieces of folded bytes `start..end`, which are cuts; one for all where
    /// the text is the source.
    fn pieces_of(&self, start: usize, end: usize) -> Vec<Piece> {
        let whole = [Piece {
            folded_start: 0,
            source_start: 0,
            source_end: self.source.len(),
            verbatim: true,
        }];
        let pieces = if self.pieces.is_empty() {
            &whole
        } else {
            self.pieces.as_slice()
        };
        let first = pieces.partition_point(|piece| piece.folded_start <= start);
        let last = pieces.partition_point(|piece| piece.folded_start < end);
        let inside = pieces.get(first.saturating_sub(1)..last);
        let mut inside = inside.unwrap_or_default().to_vec();
        if let Some(piece) = inside.first_mut()
            && piece.folded_start < start
        {
            piece.source_start += start - piece.folded_start;
            piece.folded_start = start;
        }
        if let Some(piece) = inside.last_mut()
            && piece.verbatim
        {
            let length = piece.source_end - piece.source_start;
            piece.source_end = piece.source_start + length.min(end - piece.folded_start);
        }
        inside
    }

    /// The fold of `source`, which is this one's source after `change`; the
    /// changed stretch comes from `fresh`.
    pub(crate) fn splice<'b>(
        self,
        source: &'b str,
        fresh: &Folded<'_>,
        change: &Change,
    ) -> Folded<'b> {
        if self.pieces.is_empty() && fresh.pieces.is_empty() {
            return Folded::unchanged(source);
        }
        let (bytes, written) = (&change.bytes, &change.source);
        let mut joined = Vec::with_capacity(self.pieces.len() + fresh.pieces.len() + 2);
        join(&mut joined, self.pieces_of(0, bytes.old.start), 0, 0);
        let middle = fresh.pieces_of(bytes.fresh.start, bytes.fresh.end);
        join(&mut joined, middle, bytes.lead(), written.lead());
        let behind = self.pieces_of(bytes.old.end, self.text.len());
        join(&mut joined, behind, bytes.tail(), written.tail());
        let as_written = joined.len() <= 1 && joined.iter().all(|piece| piece.verbatim);
        if as_written {
            return Folded::unchanged(source);
        }
        let mut text = self.text.into_owned();
        let stretch = fresh.text.get(bytes.fresh.clone()).unwrap_or("");
        text.replace_range(bytes.old.clone(), stretch);
        Folded {
            source,
            text: Cow::Owned(text),
            pieces: joined,
        }
    }
}

/// Adds `pieces`, moved, to `joined`; what is taken over as it is stays one piece.
fn join(joined: &mut Vec<Piece>, pieces: Vec<Piece>, folded: usize, source: usize) {
    for mut piece in pieces {
        piece.folded_start = piece.folded_start.wrapping_add(folded);
        piece.source_start = piece.source_start.wrapping_add(source);
        piece.source_end = piece.source_end.wrapping_add(source);
        match joined.last_mut() {
            Some(last)
                if last.verbatim && piece.verbatim && last.source_end == piece.source_start =>
            {
                last.source_end = piece.source_end;
            }
            _ => joined.push(piece),
        }
    }
}
