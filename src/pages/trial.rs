//! A policy that an officer pastes into the practice page to try it: judged
//! like one that was delivered, and forgotten with the page.

use crate::policy::value::Value;
use crate::policy::{Policy, institution};

/// Longer texts are no policy: the browsers' own limit for one is far below.
const LONGEST: usize = 1 << 20;

/// What was pasted, and what became of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trial {
    /// The text as it was pasted.
    pub text: String,
    /// The policy in it, once it was asked for.
    pub policy: Option<Policy>,
    /// What is wrong with it.
    pub problems: Vec<String>,
}

impl Trial {
    /// Reads the pasted text; a text that is no JSON is told of as such, with its place.
    pub fn read(&mut self) {
        self.policy = None;
        if self.text.len() > LONGEST {
            let given = self.text.len();
            self.problems = vec![format!(
                "the text is {given} bytes long, expected {LONGEST} at most"
            )];
            return;
        }
        match serde_json::from_str::<Value>(&self.text) {
            Ok(value) => {
                let read = Policy::read(&value);
                let mut problems = read.problems;
                problems.extend(institution::problems(&read.policy));
                self.problems = problems.iter().map(ToString::to_string).collect();
                self.policy = Some(read.policy);
            }
            Err(error) => self.problems = vec![format!("the text is no JSON: {error}")],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Trial {
        let mut trial = Trial {
            text: text.to_owned(),
            ..Trial::default()
        };
        trial.read();
        trial
    }

    #[test]
    fn a_pasted_policy_is_read_and_its_mistakes_are_told() {
        let trial = read(r#"{"placeNames": ["Juniper Ward"], "pauseSecond": 4}"#);
        assert_eq!(trial.policy.unwrap().place_names, ["Juniper Ward"]);
        assert!(
            trial.problems[0].contains("did you mean \"pauseSeconds\"?"),
            "{:?}",
            trial.problems
        );
    }

    #[test]
    fn what_is_no_json_is_told_with_its_place_and_changes_nothing() {
        let trial = read("{\"chip\": }");
        assert_eq!(trial.policy, None);
        assert!(
            trial.problems[0].contains("line 1 column"),
            "{:?}",
            trial.problems
        );
    }
}
