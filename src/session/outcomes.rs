//! What is counted of a step: rules and what became of them, never words.

use crate::finding::Severity;
use crate::message::PageMessage;
use crate::pages::statistics::Outcome;
use crate::policy::choices::Counting;
use crate::session::act::Act;
use crate::session::draft_box::{Demand, DraftBox};
use crate::session::{Input, Session};

/// A rule and what became of its finding.
pub type Counted = (&'static str, Outcome);

impl Session {
    /// For how many months counts are kept.
    #[must_use]
    pub fn months_kept(&self) -> u32 {
        self.memory.policy.statistics_months()
    }

    /// What `input` will have to be counted as, judged before it is done.
    pub(super) fn outcomes(&self, input: &Input) -> Vec<Counted> {
        if self.memory.policy.statistics == Counting::Off {
            return Vec::new();
        }
        match input {
            Input::Act(Act::Fix { line, .. }) => self.of_line(*line, Outcome::Fixed),
            Input::Act(Act::Dismiss(line)) => self.of_line(*line, Outcome::Hidden),
            Input::Act(Act::NotUseful(line)) => self.of_line(*line, Outcome::NotUseful),
            Input::Act(Act::Edit | Act::Close) | Input::Page(PageMessage::Escape) => {
                self.of_pause(Outcome::Edited)
            }
            Input::Act(Act::PostAnyway)
                if self.paused.as_ref().is_some_and(|one| one.gate.is_open()) =>
            {
                self.of_pause(Outcome::Posted)
            }
            Input::Page(PageMessage::Press { r#box, .. }) => {
                let pressed = self.boxes.get(r#box);
                let held = pressed.filter(|one| one.demand(&self.memory.policy) != Demand::Nothing);
                held.map_or_else(Vec::new, |one| serious(one, Outcome::Paused))
            }
            _ => Vec::new(),
        }
    }

    fn of_line(&self, number: usize, outcome: Outcome) -> Vec<Counted> {
        let line = self
            .current_box()
            .and_then(|(_, one)| one.lines.get(number));
        line.map(|line| (line.rule, outcome)).into_iter().collect()
    }

    fn of_pause(&self, outcome: Outcome) -> Vec<Counted> {
        let paused = self
            .paused
            .as_ref()
            .and_then(|paused| self.boxes.get(&paused.r#box));
        paused.map_or_else(Vec::new, |one| serious(one, outcome))
    }
}

/// The rules that hold a post, with one outcome each.
fn serious(draft_box: &DraftBox, outcome: Outcome) -> Vec<Counted> {
    let lines = draft_box
        .lines
        .all()
        .filter(|line| line.severity > Severity::Note);
    lines.map(|line| (line.rule, outcome)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::DraftContext;
    use crate::policy::Policy;
    use crate::session::act::Reason;
    use crate::session::{Effect, Kept};

    const NOW: f64 = 1_800_000_000_000.0;
    const STOP: &str = "Mrs. Lindqvist in bed 12 finally slept tonight.";

    fn counted(policy: &str, inputs: Vec<Input>) -> Vec<Counted> {
        let policy: Policy = serde_json::from_str(policy).unwrap();
        let mut session = Session::new(policy, Kept::default(), 0);
        let text = STOP.to_owned();
        let draft = PageMessage::Draft {
            r#box: 1,
            revision: 1,
            text,
            context: DraftContext::default(),
        };
        let mut effects = session.step(Input::Page(draft), NOW);
        for input in inputs {
            effects.extend(session.step(input, NOW));
        }
        let counts = effects.into_iter().filter_map(|effect| match effect {
            Effect::Count(counted) => Some(counted),
            _ => None,
        });
        counts
            .flatten()
            .filter(|(rule, _)| *rule == "patient-named")
            .collect()
    }

    fn press() -> Input {
        Input::Page(PageMessage::Press { r#box: 1, press: 7 })
    }

    #[test]
    fn a_pause_is_counted_with_what_became_of_it() {
        let edited = counted("{}", vec![press(), Input::Act(Act::Edit)]);
        assert_eq!(
            edited
                .iter()
                .map(|(_, outcome)| *outcome)
                .collect::<Vec<_>>(),
            [Outcome::Paused, Outcome::Edited]
        );
        let other = Input::Act(Act::Because(Reason::Other));
        let posted = counted("{}", vec![press(), other, Input::Act(Act::PostAnyway)]);
        assert_eq!(
            posted
                .iter()
                .map(|(_, outcome)| *outcome)
                .collect::<Vec<_>>(),
            [Outcome::Paused, Outcome::Posted]
        );
    }

    #[test]
    fn a_closed_gate_and_a_policy_without_counting_count_nothing() {
        let early = counted("{}", vec![press(), Input::Act(Act::PostAnyway)]);
        assert_eq!(early, [("patient-named", Outcome::Paused)]);
        assert_eq!(
            counted(
                r#"{"statistics": "off"}"#,
                vec![press(), Input::Act(Act::Edit)]
            ),
            []
        );
    }
}
