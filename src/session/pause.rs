//! The pause before posting: a press that is held until the clinician has decided.

use super::draft_box::Demand;
use super::screen::Gate;
use super::{Effect, Opened, Session, Wake};
use crate::message::{Decision, FrameMessage};

/// The countdown's step.
const TICK_MS: u32 = 1000;

/// A press that waits for the clinician.
#[derive(Debug)]
pub(super) struct Paused {
    pub(super) r#box: u32,
    pub(super) press: u32,
    pub(super) gate: Gate,
}

impl Session {
    pub(super) fn pressed(&mut self, number: u32, press: u32) -> Vec<Effect> {
        let policy = &self.memory.policy;
        let gate = match self.boxes.get(&number).map(|b| b.demand(policy)) {
            Some(Demand::Seconds) => Gate::Seconds(policy.pause_seconds()),
            Some(Demand::Reason | Demand::Review) => Gate::Reason(None),
            // What is not known or no longer found cannot be decided on: back to the draft.
            Some(Demand::Nothing) | None => return vec![decision(press, Decision::Edit)],
        };
        self.current = Some(number);
        self.opened = Opened::default();
        self.questions_asked += 1;
        self.paused = Some(Paused {
            r#box: number,
            press,
            gate,
        });
        let mut effects = vec![Effect::Focus];
        if matches!(gate, Gate::Seconds(1..)) {
            effects.push(Effect::Wake(TICK_MS, Wake::Tick { press }));
        }
        effects
    }

    pub(super) fn tick(&mut self, press: u32) -> Vec<Effect> {
        match &mut self.paused {
            Some(Paused {
                press: held,
                gate: Gate::Seconds(left @ 1..),
                ..
            }) if *held == press => {
                *left -= 1;
                let again = *left > 0;
                again
                    .then_some(Effect::Wake(TICK_MS, Wake::Tick { press }))
                    .into_iter()
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn decide(&mut self, wanted: Decision) -> Vec<Effect> {
        let paused = self.paused.take();
        paused
            .map(|paused| decision(paused.press, wanted))
            .into_iter()
            .collect()
    }
}

pub(super) fn decision(press: u32, decision: Decision) -> Effect {
    Effect::Say(FrameMessage::Decision { press, decision })
}
