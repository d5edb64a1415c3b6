//! What the popup is told of the box the clinician is in. Never a word of the draft.

use serde::{Deserialize, Serialize};

use crate::context::{Audience, Profile};
use crate::finding::Verdict;
use crate::profile;
use crate::session::Session;

/// The box the clinician is in.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Described {
    /// The verdict; none when not checked.
    pub verdict: Option<Verdict>,
    /// Whether there is no text.
    pub is_empty: bool,
    /// What the account is for.
    pub profile: Profile,
    /// Set by policy.
    pub is_locked: bool,
    /// Who can read it.
    pub audience: Audience,
    /// The account as people see it; empty when not read.
    pub account: String,
    /// The account's key among the marks.
    pub key: Option<String>,
    /// Rules that found something, most serious first.
    pub rules: Vec<String>,
}

impl Session {
    /// The box the clinician is in, if there is one.
    #[must_use]
    pub fn described(&self) -> Option<Described> {
        let (_, draft_box) = self.current_box()?;
        let account = draft_box.context.account.as_ref();
        let handle = account
            .and_then(|one| one.handle.as_ref())
            .map(|handle| format!("@{handle}"));
        let name = account.and_then(|one| one.name.clone());
        Some(Described {
            verdict: draft_box.is_readable().then(|| draft_box.verdict()),
            is_empty: draft_box.is_empty(),
            profile: draft_box.who.profile,
            is_locked: draft_box.who.is_locked,
            audience: draft_box.context.audience,
            account: handle.or(name).unwrap_or_default(),
            key: account.and_then(profile::key),
            rules: draft_box
                .lines
                .all()
                .map(|line| line.rule.to_owned())
                .collect(),
        })
    }
}
