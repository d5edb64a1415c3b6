//! What pages and frame keep on this device beside marks and counts.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::pages::reminder::Answers;
use crate::policy::Policy;
use crate::policy::choices::{ChipShown, Counting, Discipline, UserSetting};

/// Colours of the pages. The frame at a compose box follows the site's own.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// As the system has them.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Look {
    /// In the order they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its name in controls and in the words file.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The first run's steps; what comes after the last is "done".
pub const WELCOME_STEPS: u8 = 3;

/// Disciplines of guidance §3, by their names in policies.
pub const DISCIPLINES: [&str; 9] = [
    "general",
    "pediatrics",
    "mental_health",
    "dentistry",
    "nursing",
    "long_term_care",
    "pharmacy",
    "allied_health",
    "education",
];

/// The clinician's own settings.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Preferences {
    /// Colours of the pages.
    pub look: Look,
    /// Language of Primum, "" for the browser's.
    pub language: String,
    /// What the clinician does; one of [`DISCIPLINES`], "" when not said.
    pub discipline: String,
    /// The first run's step that comes next.
    pub welcome: u8,
    /// What was said to reminders.
    pub reminders: Answers,
    /// Cards that were put away for good.
    pub cards_read: BTreeSet<String>,
    /// First use, in milliseconds since 1970; 0 before it.
    pub installed_ms: f64,
    /// Nearly everyone here is a patient: connection requests are asked about once a week.
    pub small_community: bool,
    /// Seconds of the pause; the policy's when not said.
    pub pause_seconds: Option<u32>,
    /// The chip is shown only when something was found; the policy's when not said.
    pub quiet_chip: Option<bool>,
    /// Nothing is counted.
    pub counts_off: bool,
    /// Sites that are not watched.
    pub sites_off: BTreeSet<String>,
    /// The version of the institution's policy that was confirmed as read.
    pub acknowledged: String,
}

impl Preferences {
    /// The policy as it is in force here: where it leaves a setting to the
    /// clinician, the clinician's own choice holds.
    #[must_use]
    pub fn in_force(&self, given: &Policy) -> Policy {
        let mut policy = given.clone();
        let mut known = Discipline::ALL.iter().copied();
        let own = known.find(|one| one.word() == self.discipline);
        if let Some(own) = own
            .filter(|_| given.discipline == Discipline::General && !given.locks(UserSetting::All))
        {
            policy.discipline = own;
        }
        if let Some(seconds) = self
            .pause_seconds
            .filter(|_| !given.locks(UserSetting::PauseSeconds))
        {
            policy.pause_seconds = Some(seconds.min(LONGEST_PAUSE));
        }
        if let Some(is_quiet) = self
            .quiet_chip
            .filter(|_| !given.locks(UserSetting::Appearance))
        {
            policy.chip = if is_quiet {
                ChipShown::Findings
            } else {
                ChipShown::Always
            };
        }
        if self.counts_off && !given.locks(UserSetting::Statistics) {
            policy.statistics = Counting::Off;
        }
        policy
    }

    /// Whether the clinician wants `site` watched, where the policy leaves it to them.
    #[must_use]
    pub fn watches(&self, site: &str, policy: &Policy) -> bool {
        policy.locks(UserSetting::Sites) || !self.sites_off.contains(site)
    }
}

/// As in the policy: more would punish.
const LONGEST_PAUSE: u32 = 30;

/// Sites on which Primum rests, and until when.
pub type Resting = BTreeMap<String, f64>;

/// How long Primum rests when asked to.
pub const REST_MS: f64 = 3_600_000.0;

/// Whether Primum rests on `site`. A clock that was set back must not make the hour a year.
#[must_use]
pub fn rests(resting: &Resting, site: &str, now_ms: f64) -> bool {
    resting
        .get(site)
        .is_some_and(|until| *until > now_ms && *until <= now_ms + REST_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_is_an_hour_also_when_the_clock_is_set_back() {
        let resting = Resting::from([("x".to_owned(), REST_MS)]);
        assert!(rests(&resting, "x", 0.0));
        assert!(!rests(&resting, "facebook", 0.0));
        assert!(!rests(&resting, "x", REST_MS));
        assert!(!rests(&resting, "x", -1.0));
    }

    #[test]
    fn own_settings_hold_where_the_policy_leaves_them_open() {
        let own = Preferences {
            discipline: "nursing".to_owned(),
            pause_seconds: Some(8),
            quiet_chip: Some(true),
            counts_off: true,
            ..Preferences::default()
        };
        let open = own.in_force(&Policy::default());
        assert_eq!(open.discipline, Discipline::Nursing);
        assert_eq!(open.pause_seconds(), 8);
        assert_eq!(open.chip, ChipShown::Findings);
        assert_eq!(open.statistics, Counting::Off);
        let locked = r#"{"lockedSettings": ["all"], "discipline": "dentistry", "pauseSeconds": 5}"#;
        let locked: Policy = serde_json::from_str(locked).unwrap();
        assert_eq!(own.in_force(&locked), locked);
    }

    #[test]
    fn settings_of_an_older_or_broken_store_are_read_as_far_as_they_go() {
        let read: Preferences = serde_json::from_str(r#"{"look": "dark", "gone": 1}"#).unwrap();
        assert_eq!(
            read,
            Preferences {
                look: Look::Dark,
                ..Preferences::default()
            }
        );
    }
}
