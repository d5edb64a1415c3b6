//! What an institution sets: every field with its words, a reader that names
//! each mistake and keeps the rest, and what follows for rules and posts.
//!
//! [`fields`] is the one definition. Values are read with [`Policy::read`]; the
//! `Deserialize` of [`Policy`] does the same and forgets the problems.

pub(crate) mod allowance;
mod anchor;
pub mod choices;
pub mod fields;
mod gate;
pub mod institution;
mod kind;
mod own_rule;
#[cfg_attr(not(feature = "patterns"), path = "pattern/absent.rs")]
mod pattern;
pub mod problem;
mod reader;
pub mod records;
pub mod shape;
pub mod value;
mod words;

pub use choices::{Enforcement, RuleSetting, UncheckedPosts};
pub use fields::Policy;

use serde::{Deserialize, Deserializer};

use crate::pages::statistics::MONTHS_KEPT;
use crate::policy::choices::UserSetting;
use crate::policy::problem::Problem;
use crate::policy::reader::Reader;
use crate::policy::records::RoleGroup;
use crate::policy::shape::Field;
use crate::policy::value::Value;

/// Seconds before "Post anyway" can be pressed on a caution (guidance §4).
const PAUSE_SECONDS: u32 = 3;

/// A policy and what was wrong with what was given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// What is in force.
    pub policy: Policy,
    /// Every mistake, by path.
    pub problems: Vec<Problem>,
}

impl Policy {
    /// Reads any value. Never fails: what is wrong is told and left out.
    #[must_use]
    pub fn read(value: &Value) -> Read {
        let mut reader = Reader::new(value);
        let cleaned = reader.policy(value);
        let mut problems = reader.into_problems();
        let mut policy = Self::take(cleaned).unwrap_or_default();
        policy.join_group(&mut problems);
        policy.tell_dropped(value, &mut problems);
        Read { policy, problems }
    }

    /// What of `value` is well formed: all that [`Self::read`] takes.
    #[must_use]
    pub fn well_formed(value: &Value) -> Value {
        Reader::new(value).policy(value)
    }

    /// Every field, in order.
    pub fn fields() -> impl Iterator<Item = &'static Field> {
        Self::GROUPS.iter().flat_map(|group| group.fields)
    }

    /// Months that counts are kept, beside the one that runs.
    #[must_use]
    pub fn statistics_months(&self) -> u32 {
        self.statistics_months.unwrap_or(MONTHS_KEPT)
    }

    /// Seconds before "Post anyway" can be pressed on a caution.
    #[must_use]
    pub fn pause_seconds(&self) -> u32 {
        self.pause_seconds.unwrap_or(PAUSE_SECONDS)
    }

    /// What a caution or stop of `rule` in `family` does when Post is pressed.
    #[must_use]
    pub fn enforcement_of(&self, rule: &str, family: &str) -> Enforcement {
        let by_rule = self.rule_enforcement.get(rule);
        let by_family = self.family_enforcement.get(family);
        by_rule.or(by_family).copied().unwrap_or(self.enforcement)
    }

    /// Whether users may not change `setting`.
    #[must_use]
    pub fn locks(&self, setting: UserSetting) -> bool {
        let locked = &self.locked_settings;
        locked.contains(&setting) || locked.contains(&UserSetting::All)
    }

    /// Whose policy it is, for locked settings.
    #[must_use]
    pub fn institution(&self) -> Option<&str> {
        self.institution_names.first().map(String::as_str)
    }

    /// What the group of this browser sets wins over what holds for all.
    fn join_group(&mut self, problems: &mut Vec<Problem>) {
        if self.group.is_empty() {
            return;
        }
        let Some(group) = self.groups.get(&self.group).cloned() else {
            let given = value::quoted(&self.group);
            let problem = Problem::new("group", given, "one of the names in \"groups\"");
            problems.push(problem.meaning(&self.group, self.groups.keys()));
            return;
        };
        let RoleGroup {
            rule_overrides,
            enforcement,
            family_enforcement,
            rule_enforcement,
        } = group;
        self.rule_overrides.extend(rule_overrides);
        self.family_enforcement.extend(family_enforcement);
        self.rule_enforcement.extend(rule_enforcement);
        self.enforcement = enforcement.unwrap_or(self.enforcement);
    }

    /// Fields the administrator set that the browser did not hand over.
    fn tell_dropped(&self, given: &Value, problems: &mut Vec<Problem>) {
        for key in &self.expected_fields {
            if given.get(key).is_none() {
                let expected = "the value that \"expectedFields\" announces; browsers drop a field when a value in it has the wrong type";
                problems.push(Problem::new(key, "missing", expected));
            }
        }
    }
}

impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Self::read(&Value::deserialize(from)?).policy)
    }
}

#[cfg(test)]
mod mutation_tests;
#[cfg(test)]
mod tests;
