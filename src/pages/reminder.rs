//! When a reminder is due. Kept is, by name, when it was done last; a reminder
//! that was put away for good is never due again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::pages::content::Reminder;
use crate::pages::month::DAY_MS;

/// What the clinician said to a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// Done, at this time.
    Done(f64),
    /// Not again.
    Never,
}

/// By reminder.
pub type Answers = BTreeMap<String, Said>;

/// Days before the first reminder of each: the first weeks are for getting used to Primum.
const FIRST_AFTER_DAYS: f64 = 14.0;

/// Whether `reminder` is due. `days` is what the policy says, if it does; 0 is never.
#[must_use]
pub fn is_due(reminder: &Reminder, said: Option<&Said>, days: Option<u32>, times: Times) -> bool {
    let days = f64::from(days.unwrap_or(reminder.days));
    let due_ms = match said {
        Some(Said::Never) => return false,
        Some(Said::Done(at_ms)) => at_ms + days * DAY_MS,
        None => times.installed_ms + FIRST_AFTER_DAYS * DAY_MS,
    };
    days > 0.0 && times.now_ms >= due_ms
}

/// The times a reminder depends on, in milliseconds since 1970.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// First use.
    pub installed_ms: f64,
    /// Now.
    pub now_ms: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarterly() -> Reminder {
        Reminder {
            id: "presence-check".to_owned(),
            days: 91,
            title: String::new(),
            steps: Vec::new(),
        }
    }

    fn due(said: Option<Said>, days: Option<u32>, now_days: f64) -> bool {
        let times = Times {
            installed_ms: 0.0,
            now_ms: now_days * DAY_MS,
        };
        is_due(&quarterly(), said.as_ref(), days, times)
    }

    #[test]
    fn the_first_comes_after_two_weeks_and_the_next_after_the_interval() {
        assert!(!due(None, None, 13.0));
        assert!(due(None, None, 14.0));
        assert!(!due(Some(Said::Done(20.0 * DAY_MS)), None, 110.0));
        assert!(due(Some(Said::Done(20.0 * DAY_MS)), None, 111.0));
    }

    #[test]
    fn put_away_for_good_or_turned_off_by_policy_it_never_comes() {
        assert!(!due(Some(Said::Never), None, 9999.0));
        assert!(!due(None, Some(0), 9999.0));
        assert!(due(Some(Said::Done(0.0)), Some(30), 30.0));
    }
}
