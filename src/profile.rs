//! Which profile speaks: by policy, else by the clinician's own mark, else it is
//! not known and counts as personal (guidance §3). A Facebook Page is no
//! exception: it may be a choir's as well as a practice's, so it is asked about.

use std::collections::BTreeMap;

use crate::context::{Profile, Site};
use crate::finding::{Finding, Severity, Verdict};
use crate::message::Account;
use crate::policy::Policy;
use crate::policy::choices::UserSetting;

/// The rule whose finding raises others on a personal profile (guidance §2, §3).
const CLINICAL_CONTENT: &str = "personal-profile-clinical-content";
/// Families it raises.
const RAISED: [&str; 2] = ["privacy", "boundary"];

/// The clinician's own marks, by account key. `Unknown`: asked, not answered.
pub type ProfileMarks = BTreeMap<String, Profile>;

/// The acting account's profile and who said so.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Resolved {
    /// What the account is for.
    pub profile: Profile,
    /// Set by policy: the clinician cannot change it.
    pub is_locked: bool,
}

/// A name for the account that stays the same: the site and its number or handle.
#[must_use]
pub fn key(account: &Account) -> Option<String> {
    let site = match account.site {
        Site::X => "x",
        Site::Facebook => "facebook",
        Site::Other => "other",
    };
    let own = match (&account.id, &account.handle, &account.name) {
        (_, Some(handle), _) => format!("@{}", handle.trim_start_matches('@').to_lowercase()),
        (Some(id), None, _) => id.clone(),
        (None, None, Some(name)) => format!("name {}", name.to_lowercase()),
        (None, None, None) => return None,
    };
    Some(format!("{site}:{own}"))
}

/// The profile of `account`.
#[must_use]
pub fn resolve(account: Option<&Account>, policy: &Policy, marks: &ProfileMarks) -> Resolved {
    let Some(key) = account.and_then(key) else {
        return Resolved::default();
    };
    if is_among(&policy.professional_accounts, &key) {
        return Resolved {
            profile: Profile::Professional,
            is_locked: true,
        };
    }
    let marked = marks.get(&key).copied().unwrap_or_default();
    Resolved {
        profile: marked,
        is_locked: policy.locks(UserSetting::Profiles),
    }
}

/// Whether the account `key` is one of `entries`.
#[must_use]
pub fn is_among(entries: &[String], key: &str) -> bool {
    entries.iter().any(|entry| names(entry, key))
}

/// Policies write `@handle`, `x:@handle`, `facebook:ID` or the bare ID.
fn names(entry: &str, key: &str) -> bool {
    let entry = entry.trim().to_lowercase();
    entry == key || key.split_once(':').is_some_and(|(_, own)| own == entry)
}

/// On a personal profile, clinical content raises the other privacy and
/// boundary findings one step.
pub fn raise(findings: &mut [Finding], profile: Profile, policy: &Policy) {
    let speaks_as_clinician = findings.iter().any(|one| one.rule == CLINICAL_CONTENT);
    if !profile.counts_as_personal() || !speaks_as_clinician {
        return;
    }
    for finding in findings {
        let is_set = policy.rule_overrides.contains_key(finding.rule);
        if finding.rule != CLINICAL_CONTENT && !is_set && RAISED.contains(&finding.family) {
            finding.severity = finding.severity.raised();
        }
    }
}

/// The worst of `severities`.
pub fn worst(severities: impl Iterator<Item = Severity>) -> Verdict {
    severities.max().map_or(Verdict::Clear, Verdict::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::AccountKind;

    fn handle(handle: &str) -> Account {
        Account {
            site: Site::X,
            handle: Some(handle.to_owned()),
            kind: AccountKind::Person,
            ..Account::default()
        }
    }

    #[test]
    fn policy_wins_over_the_clinicians_mark_and_nothing_over_what_is_not_known() {
        let policy = Policy {
            professional_accounts: vec!["@Hillside".to_owned(), "facebook:77".to_owned()],
            ..Policy::default()
        };
        let marks = ProfileMarks::from([
            ("x:@hillside".to_owned(), Profile::Personal),
            ("x:@amy".to_owned(), Profile::Both),
        ]);
        let of = |account: &Account| resolve(Some(account), &policy, &marks);
        assert_eq!(of(&handle("hillside")).profile, Profile::Professional);
        assert!(of(&handle("hillside")).is_locked);
        assert_eq!(of(&handle("Amy")).profile, Profile::Both);
        assert_eq!(of(&handle("new")), Resolved::default());
        let page = Account {
            site: Site::Facebook,
            id: Some("9".to_owned()),
            kind: AccountKind::Page,
            ..Account::default()
        };
        assert_eq!(of(&page), Resolved::default());
        assert_eq!(resolve(None, &policy, &marks), Resolved::default());
    }

    fn finding(rule: &'static str, family: &'static str, severity: Severity) -> Finding {
        Finding {
            rule,
            family,
            severity,
            byte_start: 0,
            byte_end: 0,
            quote: String::new(),
            evidence: Vec::new(),
            title: "",
            why: "",
            sources: Vec::new(),
            fixes: Vec::new(),
        }
    }

    #[test]
    fn clinical_content_raises_privacy_on_a_personal_profile_only() {
        let before = [
            finding(CLINICAL_CONTENT, "identity", Severity::Note),
            finding("recent-encounter", "privacy", Severity::Note),
            finding("incivility", "conduct", Severity::Note),
        ];
        let severities = |profile| {
            let mut findings = before.to_vec();
            raise(&mut findings, profile, &Policy::default());
            findings.iter().map(|one| one.severity).collect::<Vec<_>>()
        };
        let raised = vec![Severity::Note, Severity::Caution, Severity::Note];
        assert_eq!(severities(Profile::Personal), raised);
        assert_eq!(severities(Profile::Unknown), raised);
        assert_eq!(severities(Profile::Professional), vec![Severity::Note; 3]);
    }
}
