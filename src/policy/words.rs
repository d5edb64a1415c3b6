//! An institution's words for findings, kept for as long as the checker runs.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// Words kept at most, in bytes. The largest policy that the reader admits has
/// about 100 kB of them; a policy is replaced a few times a day.
const MOST_KEPT: usize = 4 << 20;
/// Shown when there is no more room.
const NO_ROOM: &str = "a rule of your institution";

static KEPT: Mutex<(BTreeSet<&'static str>, usize)> = Mutex::new((BTreeSet::new(), 0));

/// `text` as findings hold their words. Each wording is kept once and never freed.
#[must_use]
pub(crate) fn kept(text: &str) -> &'static str {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.0.get(text) {
        return known;
    }
    if kept.1 + text.len() > MOST_KEPT {
        return NO_ROOM;
    }
    let new: &'static str = Box::leak(text.into());
    kept.1 += text.len();
    kept.0.insert(new);
    new
}
