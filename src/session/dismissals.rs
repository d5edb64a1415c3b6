//! What the clinician has put aside: for this draft (in memory only), or, for
//! a note rule that is not useful, for thirty days (a rule's name and a date).

use crate::finding::{Finding, Severity};
use crate::session::Silenced;

/// How long a note rule is silent after "not useful" (guidance §4).
pub(super) const SILENT_MS: f64 = 30.0 * 24.0 * 3600.0 * 1000.0;
/// Dismissed this often in one draft, a rule stays closed in it (guidance §4).
const CLOSED_AFTER: usize = 2;

/// What was put aside in one draft.
#[derive(Debug, Default)]
pub(super) struct Dismissals {
    seen: Vec<(&'static str, String)>,
    /// One entry each time a line was put aside.
    times: Vec<&'static str>,
}

impl Dismissals {
    /// Puts findings aside that were shown as one line.
    pub(super) fn add(&mut self, line: &[(&'static str, String)]) {
        let mut rules: Vec<&'static str> = line.iter().map(|(rule, _)| *rule).collect();
        rules.sort_unstable();
        rules.dedup();
        self.times.extend(rules);
        let folded = line
            .iter()
            .map(|(rule, quote)| (*rule, quote.to_lowercase()));
        self.seen.extend(folded);
    }

    /// Whether `finding` was put aside. A stop never is: it asks for a reason instead.
    pub(super) fn cover(&self, finding: &Finding) -> bool {
        if finding.severity == Severity::Stop {
            return false;
        }
        let times = self.times.iter().filter(|rule| **rule == finding.rule);
        let entry = (finding.rule, finding.quote.to_lowercase());
        times.count() >= CLOSED_AFTER || self.seen.contains(&entry)
    }
}

/// Whether `finding` is of a note rule that was called not useful lately.
pub(super) fn is_silent(silenced: &Silenced, finding: &Finding, now_ms: f64) -> bool {
    let until = silenced.get(finding.rule).copied().unwrap_or_default();
    // A clock that was set back must not make a rule silent for years.
    finding.severity == Severity::Note && until > now_ms && until <= now_ms + SILENT_MS
}
