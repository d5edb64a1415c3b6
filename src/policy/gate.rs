//! Which own patterns need to be looked at for a draft at all: most begin with
//! fixed letters, and one pass over the draft tells which of these occur.
//! Compiling a pattern takes milliseconds in a browser; one that is never
//! needed is never compiled.

use crate::policy::pattern;

/// Shorter beginnings occur in every draft.
const SHORTEST: usize = 3;
/// Bits of the filter: institutions have a few dozen beginnings, so that nearly
/// all places of a draft are passed over at once.
const BITS: usize = 4096;

/// Fixed beginnings of patterns, with the rules they belong to.
#[derive(Debug, Default)]
pub(super) struct Gate {
    beginnings: Vec<(Vec<u8>, usize)>,
    /// A bit for the first letters of each beginning; empty without any.
    filter: Vec<u64>,
    /// Rules with a pattern that may begin with anything.
    always: Vec<usize>,
}

impl Gate {
    /// The gate before `patterns`, each with the number of its rule.
    pub(super) fn new<'a>(patterns: impl Iterator<Item = (usize, &'a str)>) -> Self {
        let mut gate = Self::default();
        for (rule, pattern) in patterns {
            match beginnings(pattern) {
                Some(found) => {
                    gate.beginnings
                        .extend(found.into_iter().map(|word| (word, rule)));
                }
                None => gate.always.push(rule),
            }
        }
        if !gate.beginnings.is_empty() {
            gate.filter = vec![0; BITS / 64];
        }
        for (word, _) in &gate.beginnings {
            let bit = bit(word);
            gate.filter[bit / 64] |= 1 << (bit % 64);
        }
        gate
    }

    /// The rules whose patterns may match somewhere in `text`, in order.
    pub(super) fn open(&self, text: &str) -> Vec<usize> {
        let mut open = self.always.clone();
        if !self.filter.is_empty() {
            let text = text.as_bytes();
            for at in 0..text.len().saturating_sub(SHORTEST - 1) {
                self.open_at(&text[at..], &mut open);
            }
        }
        open.sort_unstable();
        open.dedup();
        open
    }

    /// Adds the rules with a beginning that `text` begins with.
    fn open_at(&self, text: &[u8], open: &mut Vec<usize>) {
        let bit = bit(text);
        if self.filter[bit / 64] & (1 << (bit % 64)) == 0 {
            return;
        }
        let fits = |word: &[u8]| {
            text.get(..word.len())
                .is_some_and(|there| there.eq_ignore_ascii_case(word))
        };
        let found = self.beginnings.iter().filter(|(word, _)| fits(word));
        open.extend(found.map(|(_, rule)| *rule));
    }
}

/// The bit of the letters that `text` begins with, whatever their case.
fn bit(text: &[u8]) -> usize {
    text.iter().take(SHORTEST).fold(0, |bit, letter| {
        // An odd factor lets each letter move every bit.
        bit * 37 + usize::from(letter.to_ascii_lowercase())
    }) % BITS
}

/// Letters one of which every match begins with; none when that cannot be said.
fn beginnings(pattern: &str) -> Option<Vec<Vec<u8>>> {
    let found = pattern::beginnings(pattern)?;
    let usable = |word: &Vec<u8>| word.len() >= SHORTEST && word.is_ascii();
    (!found.is_empty() && found.iter().all(usable)).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_patterns_whose_beginning_occurs_are_open() {
        let patterns = [
            r"\bhelo\s+(in|out)bound",
            "(bay|bed) [0-9]+",
            "[a-z]+pad",
            "(?i)Straße",
        ];
        let gate = Gate::new(patterns.into_iter().enumerate());
        assert_eq!(gate.open("nothing here"), [2, 3]);
        assert_eq!(gate.open("HELO inbound to Bed 4"), [0, 1, 2, 3]);
    }
}
