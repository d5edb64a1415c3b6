//! Finds a word's roles in a few nanoseconds.

use std::sync::OnceLock;

use super::words::{GROUPS, Roles, Word};

/// Slots of the table: a power of two, half as many again as the words, for short chains.
const SLOTS: usize = 2048;
/// Bits of the filter before it: about one unknown word in eight passes by chance, and
/// the filter's 1 kB stays in the nearest cache where the table would not.
const FILTER_BITS: usize = 8192;
/// Longer words are in no group; sixteen bytes are two comparisons.
const LONGEST: usize = 16;
/// The bit that tells ASCII's lower case from upper, in each byte.
const LOWER: u64 = 0x2020_2020_2020_2020;

/// A word's letters in lower case, the rest zero.
type Key = (u64, u64);

struct Table {
    filter: [u64; FILTER_BITS / 64],
    slots: Vec<(Key, Word)>,
}

/// What is known about the word of letters `text[start..end]`, whatever its case.
pub(super) fn lookup_in(text: &[u8], start: usize, end: usize) -> Word {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let length = end - start;
    if length > LONGEST || length == 0 {
        return Word::default();
    }
    let key = (
        pack(text, start, length.min(8)),
        if length > 8 {
            pack(text, start + 8, length - 8)
        } else {
            0
        },
    );
    TABLE.get_or_init(build).get(key)
}

/// As [`lookup_in`], for a word by itself.
pub(super) fn lookup(word: &[u8]) -> Word {
    lookup_in(word, 0, word.len())
}

/// Up to eight letters from `start` in one number. Reading eight bytes at once
/// and masking is several times faster than letter by letter.
fn pack(text: &[u8], start: usize, length: usize) -> u64 {
    let mask = u64::MAX >> (64 - 8 * length);
    if let Some(&[a, b, c, d, e, f, g, h]) = text.get(start..start + 8) {
        return (u64::from_le_bytes([a, b, c, d, e, f, g, h]) | LOWER) & mask;
    }
    let letters = text[start..start + length]
        .iter()
        .rev()
        .fold(0, |key, byte| (key << 8) | u64::from(*byte));
    (letters | LOWER) & mask
}

fn hash((first, second): Key) -> usize {
    // Fibonacci hashing: 2^64 divided by the golden ratio spreads near keys.
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = (first ^ second.rotate_left(29)).wrapping_mul(SPREAD);
    // The top 13 bits, as many as the filter has numbers.
    (mixed >> 51) as usize
}

impl Table {
    fn get(&self, key: Key) -> Word {
        let bit = hash(key);
        if self.filter[bit / 64] & (1 << (bit % 64)) == 0 {
            return Word::default();
        }
        let mut at = bit % SLOTS;
        loop {
            let (found, word) = self.slots[at];
            if found == key {
                return word;
            }
            if found.0 == 0 {
                return Word::default();
            }
            at = (at + 1) % SLOTS;
        }
    }

    fn add(&mut self, word: &str, roles: Roles, value: Option<u8>) {
        let bytes = word.as_bytes();
        let length = bytes.len().min(LONGEST);
        let key = (
            pack(bytes, 0, length.min(8)),
            if length > 8 {
                pack(bytes, 8, length - 8)
            } else {
                0
            },
        );
        let bit = hash(key);
        self.filter[bit / 64] |= 1 << (bit % 64);
        let mut at = bit % SLOTS;
        while self.slots[at].0 != key && self.slots[at].0.0 != 0 {
            at = (at + 1) % SLOTS;
        }
        self.slots[at].0 = key;
        self.slots[at].1.roles |= roles;
        self.slots[at].1.value = value.unwrap_or(self.slots[at].1.value);
    }
}

fn build() -> Table {
    let slots = vec![((0, 0), Word::default()); SLOTS];
    let mut table = Table {
        filter: [0; FILTER_BITS / 64],
        slots,
    };
    for (roles, words) in GROUPS {
        for entry in words.split_ascii_whitespace() {
            let (word, value) = entry.split_once('=').unwrap_or((entry, ""));
            table.add(word, *roles, value.parse().ok());
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::super::words::LABEL;
    use super::*;

    #[test]
    fn no_word_has_two_values() {
        let mut seen = std::collections::HashMap::new();
        for (_, words) in GROUPS {
            for (word, value) in words
                .split_ascii_whitespace()
                .filter_map(|entry| entry.split_once('='))
            {
                assert!(value.parse::<u8>().is_ok(), "{word}={value}");
                assert!(
                    word.len() <= LONGEST,
                    "{word} is longer than {LONGEST} bytes"
                );
                let known = *seen.entry(word).or_insert(value);
                assert_eq!(known, value, "{word} has two values");
            }
        }
        let words: std::collections::HashSet<_> = GROUPS
            .iter()
            .flat_map(|(_, words)| words.split_ascii_whitespace())
            .collect();
        assert!(words.len() * 3 / 2 < SLOTS, "{} words", words.len());
    }

    #[test]
    fn words_are_found_in_any_case() {
        assert_eq!(lookup(b"MaRcH").value, 3);
        assert!(lookup(b"MRN").roles & LABEL != 0);
        assert_eq!(lookup(b"kowalski").roles, 0);
        assert_eq!(lookup(b"").roles, 0);
    }
}
