//! An institution's pattern: a regular expression in linear time.
//!
//! Few policies have one, and what reads them is a fifth of the core. The core
//! beside a compose box is built without it (feature `patterns`); where a policy
//! has patterns, the page loads the full core instead.

use std::ops::Range;

use regex::{Regex, RegexBuilder};
use regex_syntax::hir::literal::Extractor;

use crate::policy::value::quoted;

/// What one pattern may compile to. The shipped shapes need a tenth of it.
const PATTERN_BYTES: usize = 1 << 18;
/// Groups in groups that a pattern may have.
const DEEPEST_PATTERN: u32 = 30;

/// One pattern, compiled.
#[derive(Debug)]
pub(super) struct Pattern(Regex);

impl Pattern {
    /// The pattern, or what was given and expected.
    pub(super) fn new(pattern: &str) -> Result<Self, (String, String)> {
        let built = RegexBuilder::new(pattern)
            .case_insensitive(true)
            .size_limit(PATTERN_BYTES)
            .nest_limit(DEEPEST_PATTERN)
            .build();
        match built {
            Ok(regex) if regex.is_match("") => Err((
                format!("{}, which matches where there is nothing", quoted(pattern)),
                "a pattern that needs at least one character".to_owned(),
            )),
            Ok(regex) => Ok(Self(regex)),
            Err(regex::Error::CompiledTooBig(_)) => Err((
                format!("{}, which is too large", quoted(pattern)),
                format!(
                    "a pattern that compiles to {} kB at most; count less, or use phrases",
                    PATTERN_BYTES >> 10
                ),
            )),
            Err(error) => {
                let told = error.to_string();
                // The last line says what is wrong; those before it draw the pattern.
                let reason = told.lines().last().unwrap_or_default();
                let reason = reason.trim().trim_start_matches("error: ").to_owned();
                Err((
                    format!("{}, which is no pattern ({reason})", quoted(pattern)),
                    "a regular expression of the Rust crate \"regex\"".to_owned(),
                ))
            }
        }
    }

    /// Where it matches.
    pub(super) fn find(&self, text: &str) -> impl Iterator<Item = Range<usize>> {
        self.0.find_iter(text).map(|hit| hit.range())
    }
}

/// Fixed letters one of which every match of `pattern` begins with; none when
/// that cannot be said.
pub(super) fn beginnings(pattern: &str) -> Option<Vec<Vec<u8>>> {
    let parsed = regex_syntax::Parser::new().parse(pattern).ok()?;
    let sequence = Extractor::new().extract(&parsed);
    let literals = sequence.literals()?;
    Some(literals.iter().map(|one| one.as_bytes().to_vec()).collect())
}
