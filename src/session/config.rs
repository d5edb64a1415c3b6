//! What the page script is told of the policy, and by which clock it holds.

use crate::context::Site;
use crate::message::{Anchors, Fail, FrameMessage};
use crate::policy::UncheckedPosts;
use crate::policy::choices::SiteName;
use crate::session::{Effect, Session, WAIT_MS};

impl Session {
    /// Working hours are by the local clock, which is so many minutes ahead of the universal one.
    #[must_use]
    pub fn in_time_zone(mut self, minutes_ahead: f64) -> Self {
        const MINUTE_MS: f64 = 60_000.0;
        self.memory.clock_ahead_ms = minutes_ahead * MINUTE_MS;
        self
    }

    pub(super) fn config(&self) -> Effect {
        let fail = match self.memory.policy.unchecked_posts {
            UncheckedPosts::Allow => Fail::Open,
            UncheckedPosts::Hold => Fail::Closed,
        };
        Effect::Say(FrameMessage::Config {
            wait_ms: WAIT_MS,
            fail,
            watch: self.watches() && !self.is_resting,
            actions: true,
            reminders: self.reminds(),
            anchors: self.anchors(),
        })
    }

    /// Whether policy wants this site watched; no list means every site.
    fn watches(&self) -> bool {
        let sites = &self.memory.policy.sites;
        let listed = match self.look.site {
            Site::X => sites.contains(&SiteName::X),
            Site::Facebook => sites.contains(&SiteName::Facebook),
            Site::Other => true,
        };
        let site = self.look.site_name();
        (sites.is_empty() || listed) && self.preferences.watches(site, &self.memory.policy)
    }

    fn anchors(&self) -> Option<Anchors> {
        let given = &self.memory.policy.anchors;
        let anchors = Anchors {
            version: given.version.clone(),
            x: given.x.clone(),
            facebook: given.facebook.clone(),
            labels: given.labels.clone(),
        };
        (anchors != Anchors::default()).then_some(anchors)
    }
}
