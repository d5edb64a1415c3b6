//! Patterns in a core that was built without them: every one is refused by name,
//! so that a rule with patterns is never half in force.

use std::ops::Range;

use crate::policy::value::quoted;

/// Never made.
#[derive(Debug)]
pub(super) enum Pattern {}

impl Pattern {
    /// Refuses the pattern.
    pub(super) fn new(pattern: &str) -> Result<Self, (String, String)> {
        Err((
            format!("{}, which this core does not read", quoted(pattern)),
            "the full core, which the page loads where a policy has patterns".to_owned(),
        ))
    }

    /// Where it matches.
    pub(super) fn find(&self, _: &str) -> std::iter::Empty<Range<usize>> {
        match *self {}
    }
}

/// Nothing can be said of it.
pub(super) fn beginnings(_: &str) -> Option<Vec<Vec<u8>>> {
    None
}
