//! An hour's rest on a site, when the clinician asked for it in the popup.

use crate::pages::preferences::rests;
use crate::policy::choices::UserSetting;
use crate::session::{Effect, Session, Wake};

/// After the end of a rest, so that it is over when the timer looks.
const REST_SLACK_MS: f64 = 1000.0;

impl Session {
    /// Tells the page when a rest on this site begins or ends. A site that
    /// policy keeps watched never rests.
    pub(super) fn rest(&mut self, now_ms: f64) -> Vec<Effect> {
        let site = self.look.site_name();
        let may_rest = !self.memory.policy.locks(UserSetting::Sites);
        let is_resting = may_rest && rests(&self.resting, site, now_ms);
        if is_resting == self.is_resting {
            return Vec::new();
        }
        self.is_resting = is_resting;
        let mut effects = vec![self.config()];
        if is_resting {
            let until_ms = self.resting.get(site).copied().unwrap_or(now_ms);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "an hour at most"
            )]
            let left_ms = (until_ms - now_ms + REST_SLACK_MS) as u32;
            effects.push(Effect::Wake(left_ms, Wake::Rested));
        }
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Site;
    use crate::message::{Direction, FrameMessage, PageMessage, Scheme};
    use crate::pages::preferences::{REST_MS, Resting};
    use crate::policy::Policy;
    use crate::session::{Input, Kept};

    const NOW: f64 = 1_800_000_000_000.0;

    fn session(policy: &str) -> Session {
        let policy: Policy = serde_json::from_str(policy).unwrap();
        let mut session = Session::new(policy, Kept::default(), 0);
        let hello = PageMessage::Hello {
            site: Site::X,
            scheme: Scheme::Light,
            dir: Direction::Ltr,
        };
        session.step(Input::Page(hello), NOW);
        session
    }

    fn watches(effects: &[Effect]) -> Option<bool> {
        effects.iter().find_map(|effect| match effect {
            Effect::Say(FrameMessage::Config { watch, .. }) => Some(*watch),
            _ => None,
        })
    }

    fn resting(site: &str) -> Input {
        Input::Resting(Resting::from([(site.to_owned(), NOW + REST_MS)]))
    }

    #[test]
    fn a_rest_begins_ends_by_its_timer_and_ends_when_asked() {
        let mut session = session("{}");
        let effects = session.step(resting("x"), NOW);
        assert_eq!(watches(&effects), Some(false));
        assert!(
            effects
                .iter()
                .any(|one| matches!(one, Effect::Wake(3_601_000, Wake::Rested)))
        );
        let effects = session.step(Input::Woke(Wake::Rested), NOW + REST_MS + REST_SLACK_MS);
        assert_eq!(watches(&effects), Some(true));
        session.step(resting("x"), NOW);
        assert_eq!(
            watches(&session.step(Input::Resting(Resting::new()), NOW)),
            Some(true)
        );
    }

    #[test]
    fn another_site_and_a_locked_policy_do_not_rest() {
        assert_eq!(watches(&session("{}").step(resting("facebook"), NOW)), None);
        let locked = r#"{"lockedSettings": ["sites"]}"#;
        assert_eq!(watches(&session(locked).step(resting("x"), NOW)), None);
    }
}
