//! The hash that turns a phrase into a table key, word by word.

/// Start of every phrase (FNV-1a, 64 bits).
pub const START: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The key of a phrase of one empty word.
pub const EMPTY: u64 = with_word(START, "");

/// The key of the phrase so far, one word longer.
#[must_use]
pub const fn with_word(key: u64, word: &str) -> u64 {
    let mut key = (key ^ 0x20).wrapping_mul(PRIME);
    let (bytes, mut at) = (word.as_bytes(), 0);
    while at < bytes.len() {
        key = (key ^ bytes[at] as u64).wrapping_mul(PRIME);
        at += 1;
    }
    key
}

/// The check value (never 0) and the first slot of `key` in a table of `size`
/// slots, a power of two.
#[must_use]
#[allow(
    clippy::cast_possible_truncation,
    reason = "the halves of the hash are what is wanted"
)]
pub fn place(key: u64, size: usize) -> (u32, usize) {
    (
        (key >> 32) as u32 | 1,
        (key as usize ^ (key >> 17) as usize) & (size - 1),
    )
}
