//! What pages and frame keep on this device beside marks and counts.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::pages::reminder::Answers;

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
}

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
