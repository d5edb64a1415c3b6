//! What an institution sets. Every field is optional.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::finding::Severity;

/// An institution's settings as far as the checker needs them.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Policy {
    /// Per rule: off, or another severity.
    pub rule_overrides: BTreeMap<String, RuleSetting>,
    /// The institution's names and aliases.
    pub institution_names: Vec<String>,
    /// Names of units, wards and facilities.
    pub place_names: Vec<String>,
}

/// What a policy says of one rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleSetting {
    /// The rule is not asked.
    Off,
    /// Its findings are notes.
    Note,
    /// Its findings are cautions.
    Caution,
    /// Its findings are stops.
    Stop,
}

impl RuleSetting {
    /// The severity it sets; none when off.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Note => Some(Severity::Note),
            Self::Caution => Some(Severity::Caution),
            Self::Stop => Some(Severity::Stop),
        }
    }
}
