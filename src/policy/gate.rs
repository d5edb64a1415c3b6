//! Which own patterns need to be looked at for a draft at all: most begin with
//! fixed letters, and one pass over the draft tells which of these occur.
//! Compiling a pattern takes milliseconds in a browser; one that is never
//! needed is never compiled.

use aho_corasick::AhoCorasick;
use regex_syntax::hir::literal::Extractor;

/// Shorter beginnings occur in every draft.
const SHORTEST: usize = 3;

/// Fixed beginnings of patterns, with the rules they belong to.
#[derive(Debug, Default)]
pub(super) struct Gate {
    beginnings: Option<AhoCorasick>,
    /// The rule of each beginning.
    rules: Vec<usize>,
    /// Rules with a pattern that may begin with anything.
    always: Vec<usize>,
}

impl Gate {
    /// The gate before `patterns`, each with the number of its rule.
    pub(super) fn new<'a>(patterns: impl Iterator<Item = (usize, &'a str)>) -> Self {
        let mut gate = Self::default();
        let mut words: Vec<Vec<u8>> = Vec::new();
        for (rule, pattern) in patterns {
            match beginnings(pattern) {
                Some(found) => {
                    gate.rules.extend(found.iter().map(|_| rule));
                    words.extend(found);
                }
                None => gate.always.push(rule),
            }
        }
        let built = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(&words);
        match built {
            Ok(built) if !words.is_empty() => gate.beginnings = Some(built),
            _ => gate.always.append(&mut gate.rules),
        }
        gate
    }

    /// The rules whose patterns may match somewhere in `text`, in order.
    pub(super) fn open(&self, text: &str) -> Vec<usize> {
        let mut open = self.always.clone();
        if let Some(beginnings) = &self.beginnings {
            let hits = beginnings.find_overlapping_iter(text);
            open.extend(hits.filter_map(|hit| self.rules.get(hit.pattern().as_usize())));
        }
        open.sort_unstable();
        open.dedup();
        open
    }
}

/// Letters one of which every match begins with; none when that cannot be said.
fn beginnings(pattern: &str) -> Option<Vec<Vec<u8>>> {
    let parsed = regex_syntax::Parser::new().parse(pattern).ok()?;
    let sequence = Extractor::new().extract(&parsed);
    let literals = sequence.literals()?;
    let usable = |bytes: &[u8]| bytes.len() >= SHORTEST && bytes.is_ascii();
    let all_usable = !literals.is_empty() && literals.iter().all(|one| usable(one.as_bytes()));
    all_usable.then(|| literals.iter().map(|one| one.as_bytes().to_vec()).collect())
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
