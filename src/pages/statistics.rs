//! Counts per month, rule and outcome: no text, no names, no addresses, no
//! times finer than a month. They stay on the device until the clinician saves
//! them as a file.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::pages::month::{month, months_before};

/// Months that are kept beside the one that runs, where the policy sets no other number.
pub const MONTHS_KEPT: u32 = 12;

/// What became of a finding.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was shown in the pause dialog.
    Paused,
    /// The clinician went back to the draft.
    Edited,
    /// A fix was used.
    Fixed,
    /// It was put aside for this draft.
    Hidden,
    /// It was called not useful.
    NotUseful,
    /// It was posted as it was.
    Posted,
}

impl Outcome {
    /// Every outcome, in the order of the columns.
    pub const ALL: [Self; 6] = [
        Self::Paused,
        Self::Edited,
        Self::Fixed,
        Self::Hidden,
        Self::NotUseful,
        Self::Posted,
    ];

    /// Its name in files and in the words file.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Paused => "paused",
            Self::Edited => "edited",
            Self::Fixed => "fixed",
            Self::Hidden => "hidden",
            Self::NotUseful => "not_useful",
            Self::Posted => "posted",
        }
    }
}

/// Counts by month, rule, outcome.
#[derive(Clone, Debug, Default, Eq, PartialEq, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Statistics {
    months: BTreeMap<String, BTreeMap<String, BTreeMap<Outcome, u32>>>,
}

impl Statistics {
    /// Counts one outcome.
    pub fn count(&mut self, rule: &str, outcome: Outcome, now_ms: f64) {
        let rules = self.months.entry(month(now_ms)).or_default();
        let counts = rules.entry(rule.to_owned()).or_default();
        let count = counts.entry(outcome).or_default();
        *count = count.saturating_add(1);
    }

    /// Forgets all but the month that runs and `months` before it, also when nothing is counted any more.
    pub fn forget_old(&mut self, months: u32, now_ms: f64) {
        let oldest = months_before(now_ms, months);
        self.months.retain(|month, _| *month >= oldest);
    }

    /// Whether nothing was counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.months.is_empty()
    }

    /// Every month with the number of `outcome`, oldest first.
    pub fn by_month(&self, outcome: Outcome) -> impl Iterator<Item = (&str, u32)> {
        self.months.iter().map(move |(month, rules)| {
            let counts = rules.values().filter_map(|counts| counts.get(&outcome));
            (month.as_str(), counts.sum())
        })
    }

    /// Every rule with its outcomes over all months, most often paused first.
    #[must_use]
    pub fn by_rule(&self) -> Vec<(&str, [u32; Outcome::ALL.len()])> {
        let mut sums: BTreeMap<&str, [u32; Outcome::ALL.len()]> = BTreeMap::new();
        for (rule, counts) in self.months.values().flatten() {
            let sum = sums.entry(rule).or_default();
            for (at, outcome) in Outcome::ALL.iter().enumerate() {
                sum[at] += counts.get(outcome).copied().unwrap_or_default();
            }
        }
        let mut rows: Vec<_> = sums.into_iter().collect();
        rows.sort_by_key(|(_, sums)| std::cmp::Reverse(sums.iter().sum::<u32>()));
        rows
    }

    /// One line per month, rule and outcome.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut csv = "month,rule,outcome,count\n".to_owned();
        for (month, rule, outcome, count) in self.rows() {
            // Writing to a String cannot fail.
            let _ = writeln!(csv, "{month},{rule},{},{count}", outcome.id());
        }
        csv
    }

    /// The same as JSON: a list of objects.
    #[must_use]
    pub fn json(&self) -> String {
        let rows = self.rows().map(|(month, rule, outcome, count)| {
            let outcome = outcome.id();
            format!(r#"  {{"month": "{month}", "rule": "{rule}", "outcome": "{outcome}", "count": {count}}}"#)
        });
        format!("[\n{}\n]\n", rows.collect::<Vec<_>>().join(",\n"))
    }

    /// Rule ids are letters, digits and hyphens, so no field needs quoting; one
    /// that a tampered store brought along is left out.
    fn rows(&self) -> impl Iterator<Item = (&str, &str, Outcome, u32)> {
        let is_plain = |name: &str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        self.months.iter().flat_map(move |(month, rules)| {
            rules
                .iter()
                .filter(move |(rule, _)| is_plain(month) && is_plain(rule))
                .flat_map(move |(rule, counts)| {
                    counts.iter().map(move |(outcome, count)| {
                        (month.as_str(), rule.as_str(), *outcome, *count)
                    })
                })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::month::DAY_MS;

    const JANUARY_2026_MS: f64 = 20_454.0 * DAY_MS;

    #[test]
    fn outcomes_are_counted_by_month_and_rule() {
        let mut statistics = Statistics::default();
        statistics.count("patient-named", Outcome::Paused, JANUARY_2026_MS);
        statistics.count("patient-named", Outcome::Edited, JANUARY_2026_MS);
        statistics.count(
            "incivility",
            Outcome::Paused,
            JANUARY_2026_MS + 40.0 * DAY_MS,
        );
        assert_eq!(
            statistics.by_month(Outcome::Paused).collect::<Vec<_>>(),
            [("2026-01", 1), ("2026-02", 1)]
        );
        assert_eq!(
            statistics.by_rule()[0],
            ("patient-named", [1, 1, 0, 0, 0, 0])
        );
        assert_eq!(
            statistics.csv(),
            "month,rule,outcome,count\n2026-01,patient-named,paused,1\n\
             2026-01,patient-named,edited,1\n2026-02,incivility,paused,1\n"
        );
        let rows: serde_json::Value = serde_json::from_str(&statistics.json()).unwrap();
        assert_eq!(rows[2]["rule"], "incivility");
    }

    #[test]
    fn months_older_than_a_year_or_than_the_policy_says_are_forgotten() {
        let mut statistics = Statistics::default();
        statistics.count("incivility", Outcome::Posted, JANUARY_2026_MS);
        let in_december = JANUARY_2026_MS + 340.0 * DAY_MS;
        statistics.count("incivility", Outcome::Posted, in_december);
        statistics.forget_old(MONTHS_KEPT, JANUARY_2026_MS + 364.0 * DAY_MS);
        assert_eq!(statistics.by_month(Outcome::Posted).count(), 2);
        statistics.forget_old(3, in_december);
        assert_eq!(statistics.by_month(Outcome::Posted).count(), 1);
        statistics.forget_old(MONTHS_KEPT, in_december + 400.0 * DAY_MS);
        assert!(statistics.is_empty());
    }

    #[test]
    fn what_a_tampered_store_holds_is_not_exported() {
        let kept =
            r#"{"2026-01": {"I saw Mrs. K, today": {"paused": 1}, "incivility": {"paused": 2}}}"#;
        let statistics: Statistics = serde_json::from_str(kept).unwrap();
        assert!(!statistics.csv().contains("Mrs"));
        assert!(statistics.csv().contains("incivility,paused,2"));
    }
}
