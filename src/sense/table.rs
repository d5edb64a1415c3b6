//! The table of phrases, as `build/senses.rs` packs it: open-addressed, but only
//! the slots in use are stored, one after the other. A bit a slot says which
//! those are, and counting the bits before one leads to its entry.

use std::sync::LazyLock;

use super::{class, hash};

/// A bit a slot, least significant first.
static USED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/senses_used.bin"));
/// For each slot in use, four bytes that tell its phrase from others.
static CHECKS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/senses_checks.bin"));
/// For each slot in use, two bytes of an [`Entry`].
static VALUES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/senses_values.bin"));

/// How many slots are in use before each 64.
static BEFORE: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let mut before = 0;
    USED.chunks(size_of::<u64>())
        .map(|chunk| {
            let count: u32 = chunk.iter().map(|bits| bits.count_ones()).sum();
            before += count;
            before - count
        })
        .collect()
});

/// What the table has for a word or phrase: twice the number of its set of
/// classes, and one more where a longer phrase goes on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry(u16);

impl Entry {
    /// In no list: the first set is empty.
    pub(crate) const NONE: Self = Self(0);

    /// The entry of a phrase by its hash.
    pub(crate) fn of(key: u64) -> Self {
        let size = USED.len() * 8;
        let (check, mut slot) = hash::place(key, size);
        // One slot in two is free, so this ends.
        while let Some(number) = number_of(slot) {
            if check_of(number) == Some(check) {
                let value = VALUES.get(number * 2..number * 2 + 2);
                let value = value.and_then(|bytes| bytes.try_into().ok());
                return Self(value.map_or(0, u16::from_le_bytes));
            }
            slot = (slot + 1) % size;
        }
        Self::NONE
    }

    pub(super) fn classes(self) -> u128 {
        let set = class::SETS.get(usize::from(self.0 >> 1));
        set.copied().unwrap_or(0)
    }

    pub(super) fn goes_on(self) -> bool {
        self.0 & 1 == 1
    }
}

fn check_of(number: usize) -> Option<u32> {
    let bytes = CHECKS.get(number * 4..number * 4 + 4)?;
    bytes.try_into().ok().map(u32::from_le_bytes)
}

/// Which of the slots in use slot `slot` is, if it is one.
fn number_of(slot: usize) -> Option<usize> {
    let (group, bit) = (slot / 64, slot % 64);
    let bytes = USED.get(group * 8..group * 8 + 8)?;
    let used = u64::from_le_bytes(bytes.try_into().ok()?);
    let ahead = (used & ((1 << bit) - 1)).count_ones();
    let before = *BEFORE.get(group)?;
    (used & (1 << bit) != 0).then_some((before + ahead) as usize)
}
