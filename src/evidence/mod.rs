//! Learned evidence: how a draft reads, by weights over words and senses.
//!
//! The weights are data (`data/weights/`), made by `tools/train/` from labelled
//! drafts. They answer "does this read like …?", one topic at a time; what
//! follows from it, rules decide.

pub mod features;
mod weights;

use crate::context::Context;
use crate::draft::Draft;
use crate::facts::Facts;

/// What a draft can read like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Topic {
    /// Anything a careful privacy officer would want a prompt for.
    Prompt = 0,
    /// One person in the writer's care is told of.
    PersonInCare = 1,
    /// Care and private life run into each other.
    Boundary = 2,
    /// Patients or colleagues are treated with contempt.
    Conduct = 3,
    /// Ties, claims, confidences.
    Disclosure = 4,
    /// One person is given medical advice.
    Advice = 5,
}

/// How many topics there are.
pub const TOPICS: usize = 6;

/// Learned log-odds of one draft, a topic each.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    log_odds: [f32; TOPICS],
}

impl Evidence {
    /// Weighs `draft` up.
    #[must_use]
    pub fn new(draft: &Draft<'_>, facts: &Facts, context: &Context) -> Self {
        Self {
            log_odds: weights::weigh(&features::features(draft, facts, context)),
        }
    }

    /// The log-odds that the draft reads like `topic`; 0 is even.
    #[must_use]
    pub fn log_odds(&self, topic: Topic) -> f32 {
        self.log_odds[topic as usize]
    }

    /// Whether the draft reads so much like `topic` that few harmless drafts do.
    #[must_use]
    pub fn suggests(&self, topic: Topic) -> bool {
        self.log_odds(topic) > weights::threshold(topic as usize)
    }
}
