//! A set of words that knows most strangers by their ends.
//!
//! Lists in facts are short and asked of every word of a draft: nearly every
//! word is told apart by one bit for its length, first and last letter.

/// Bits of the filter: a list of fifty words leaves four of five bits free.
const BITS: usize = 256;

/// A list of words with its filter, made at compile time.
#[derive(Debug)]
pub struct WordSet {
    words: &'static [&'static str],
    filter: [u64; BITS / 64],
}

impl WordSet {
    /// The set of `words`.
    #[must_use]
    pub const fn new(words: &'static [&'static str]) -> Self {
        let mut filter = [0; BITS / 64];
        let mut at = 0;
        while at < words.len() {
            let bit = bit(words[at].as_bytes());
            filter[bit / 64] |= 1 << (bit % 64);
            at += 1;
        }
        Self { words, filter }
    }

    /// Whether `word` is in the set.
    #[must_use]
    #[inline]
    pub fn contains(&self, word: &str) -> bool {
        let bit = bit(word.as_bytes());
        self.filter[bit / 64] & (1 << (bit % 64)) != 0 && self.words.contains(&word)
    }
}

/// The bit of a word, by its length, first and last byte.
#[inline]
const fn bit(word: &[u8]) -> usize {
    // Odd factors spread letters over the bits.
    let ends = match word {
        [] => 0,
        [only] => *only as usize * 96,
        [first, .., last] => *first as usize * 7 + *last as usize * 89,
    };
    (ends + word.len() * 37) % BITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_words_and_no_others() {
        const SET: WordSet = WordSet::new(&["one", "two", "i", "señor"]);
        for word in ["one", "two", "i", "señor"] {
            assert!(SET.contains(word), "{word}");
        }
        for word in ["", "three", "ore", "on", "señora", "j"] {
            assert!(!SET.contains(word), "{word}");
        }
    }
}
