//! Written consent: consent words that say there is a paper ("signed consent",
//! "consent on file"). "She said I can post this" is none (guidance §4).

use std::ops::Range;

use crate::sense::{Senses, class};
use crate::token::Tokens;

/// The first words of written consent, as tokens.
#[must_use]
pub fn find(tokens: &Tokens, senses: &Senses) -> Option<Range<usize>> {
    senses
        .hits()
        .iter()
        .filter(|hit| hit.classes & class::CONSENT != 0)
        .map(|hit| hit.first as usize..(hit.first + hit.len) as usize)
        .find(|words| {
            words.clone().any(|at| {
                matches!(
                    tokens.lower(at),
                    "written" | "signed" | "file" | "form" | "release" | "writing"
                )
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_written(text: &str) -> bool {
        let tokens = Tokens::new(text);
        find(&tokens, &Senses::new(&tokens)).is_some()
    }

    #[test]
    fn a_spoken_yes_is_not_written() {
        assert!(is_written("posted with her written consent"));
        assert!(is_written("signed consent is in the notes"));
        assert!(!is_written("she said I can post this"));
        assert!(!is_written("with her permission"));
    }
}
