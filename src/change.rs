//! What an edit changed: a stretch of an old reading, and the stretch of a fresh
//! one that takes its place, in the measures that facts are kept in.

use std::ops::Range;

/// One stretch for another, in one measure (bytes, tokens, sentences).
#[derive(Clone, Debug)]
pub(crate) struct Swap {
    /// Goes, counted in the old reading.
    pub(crate) old: Range<usize>,
    /// Comes, counted in the fresh reading, which begins somewhere inside the draft.
    pub(crate) fresh: Range<usize>,
}

impl Swap {
    /// How far places behind the stretch move; negative numbers wrap around.
    pub(crate) fn tail(&self) -> usize {
        self.fresh.len().wrapping_sub(self.old.len())
    }

    /// How far places of the fresh reading move to be places of the draft.
    pub(crate) fn lead(&self) -> usize {
        self.old.start.wrapping_sub(self.fresh.start)
    }

    /// Puts what begins inside the fresh stretch in the place of what began
    /// inside the old one. Both lists are in the draft's order.
    pub(crate) fn splice<T: Placed + Clone>(&self, kept: &mut Vec<T>, fresh: &[T]) {
        let of = |list: &[T], place: usize| list.partition_point(|item| item.place() < place);
        let mut behind = kept.split_off(of(kept, self.old.end));
        for item in &mut behind {
            item.shift(self.tail());
        }
        kept.truncate(of(kept, self.old.start));
        let start = kept.len();
        let new = of(fresh, self.fresh.start)..of(fresh, self.fresh.end);
        kept.extend_from_slice(&fresh[new]);
        for item in &mut kept[start..] {
            item.shift(self.lead());
        }
        kept.append(&mut behind);
    }

    /// The same for lists with one item for each place.
    pub(crate) fn splice_each<T: Clone>(&self, kept: &mut Vec<T>, fresh: &[T]) {
        let mut behind = kept.split_off(self.old.end);
        kept.truncate(self.old.start);
        kept.extend_from_slice(fresh.get(self.fresh.clone()).unwrap_or_default());
        kept.append(&mut behind);
    }
}

/// One edit, in every measure.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// Bytes of the text as it was written.
    pub(crate) source: Swap,
    /// Bytes of the folded text.
    pub(crate) bytes: Swap,
    pub(crate) tokens: Swap,
    pub(crate) sentences: Swap,
}

/// Something that stands at a place of the draft and can move with the text before it.
pub(crate) trait Placed {
    /// Where it begins.
    fn place(&self) -> usize;

    /// Moves it by `by`; negative numbers wrap around.
    fn shift(&mut self, by: usize);
}

/// Those of `list`, which is in the draft's order, that begin in `places`: a long
/// draft is not read for each of them.
pub(crate) fn within<T: Placed>(list: &[T], places: Range<usize>) -> &[T] {
    let of = |place: usize| list.partition_point(|item| item.place() < place);
    list.get(of(places.start)..of(places.end))
        .unwrap_or_default()
}

impl Placed for Range<usize> {
    fn place(&self) -> usize {
        self.start
    }

    fn shift(&mut self, by: usize) {
        self.start = self.start.wrapping_add(by);
        self.end = self.end.wrapping_add(by);
    }
}

impl Placed for usize {
    fn place(&self) -> usize {
        *self
    }

    fn shift(&mut self, by: usize) {
        *self = self.wrapping_add(by);
    }
}

/// A place in 32 bits, moved.
#[allow(
    clippy::cast_possible_truncation,
    reason = "places are below 2^32, and what wraps around in 64 bits does so in 32"
)]
pub(crate) fn moved(at: u32, by: usize) -> u32 {
    at.wrapping_add(by as u32)
}
