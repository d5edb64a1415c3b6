//! Accounts on the pages: what each is for, and those that the clinician names
//! before Primum has met them.

use crate::context::Site;
use crate::message::{Account, AccountKind};
use crate::pages::model::{Effect, Model};
use crate::pages::practice::PROFILES;
use crate::policy::choices::UserSetting;
use crate::profile;

/// X: letters, digits and underscores, this many at most (extension/page/account.ts).
const LONGEST_HANDLE: usize = 15;
/// Facebook: numbers of accounts have this many digits; the oldest have the fewest.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=20;

/// The account that somebody wrote by hand: `@name`, `name` or the profile's
/// address on X, the number or `profile.php?id=NUMBER` on Facebook. `None` for
/// anything else: a Facebook name of letters says nothing of the number.
#[must_use]
pub fn written(given: &str) -> Option<Account> {
    let given = given.trim().to_lowercase();
    let bare = given
        .trim_start_matches("https://")
        .trim_start_matches("http://");
    let bare = ["www.", "m.", "mobile."]
        .iter()
        .find_map(|front| bare.strip_prefix(front))
        .unwrap_or(bare)
        .trim_end_matches('/');
    if let Some(own) = bare.strip_prefix("facebook.com/") {
        let number = own.strip_prefix("profile.php?id=").unwrap_or(own);
        return on_facebook(number.split('&').next().unwrap_or_default());
    }
    let address = ["x.com/", "twitter.com/"];
    match address.iter().find_map(|host| bare.strip_prefix(host)) {
        Some(own) => on_x(own.split('?').next().unwrap_or_default()),
        None => on_facebook(bare).or_else(|| on_x(bare)),
    }
}

fn on_facebook(number: &str) -> Option<Account> {
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && DIGITS.contains(&number.len())).then(|| Account {
        site: Site::Facebook,
        id: Some(number.to_owned()),
        ..Account::default()
    })
}

fn on_x(handle: &str) -> Option<Account> {
    let handle = handle.trim_start_matches('@');
    let is_handle = handle
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (is_handle && (1..=LONGEST_HANDLE).contains(&handle.len())).then(|| Account {
        site: Site::X,
        handle: Some(handle.to_owned()),
        kind: AccountKind::Person,
        ..Account::default()
    })
}

impl Model {
    /// "mark PROFILE KEY": what the account is for.
    pub(super) fn mark(&mut self, rest: &str) -> Vec<Effect> {
        let parts = rest.split_once(' ');
        parts.map_or_else(Vec::new, |(profile, key)| self.mark_as(profile, key))
    }

    fn mark_as(&mut self, profile: &str, key: &str) -> Vec<Effect> {
        let known = PROFILES.iter().find(|(_, id)| *id == profile);
        let Some((profile, _)) = known.filter(|_| !self.policy.locks(UserSetting::Profiles)) else {
            return Vec::new();
        };
        self.stored.kept.profiles.insert(key.to_owned(), *profile);
        vec![Effect::KeepMarks]
    }

    /// "add PROFILE": what the account that stands in the field is for. What
    /// cannot be told stays in the field, with the reason.
    pub(super) fn add_account(&mut self, profile: &str, given: &str) -> Vec<Effect> {
        self.refused_account.clear();
        let Some(key) = written(given).as_ref().and_then(profile::key) else {
            given.trim().clone_into(&mut self.refused_account);
            return Vec::new();
        };
        self.mark_as(profile, &key)
    }

    /// "forget KEY": the account's mark goes.
    pub(super) fn forget(&mut self, key: &str) -> Vec<Effect> {
        if self.policy.locks(UserSetting::Profiles) {
            return Vec::new();
        }
        self.stored.kept.profiles.remove(key);
        vec![Effect::KeepMarks]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Profile;
    use crate::policy::Policy;

    fn key(given: &str) -> Option<String> {
        written(given).as_ref().and_then(profile::key)
    }

    #[test]
    fn accounts_are_written_in_many_ways_and_have_one_key() {
        for given in [
            "@DrLee",
            " drlee ",
            "x.com/DrLee",
            "https://www.twitter.com/drlee/",
            "https://x.com/drlee?s=20",
        ] {
            assert_eq!(key(given).as_deref(), Some("x:@drlee"), "{given}");
        }
        for given in [
            "100012345678901",
            "https://www.facebook.com/profile.php?id=100012345678901&sk=about",
            "m.facebook.com/100012345678901",
        ] {
            assert_eq!(
                key(given).as_deref(),
                Some("facebook:100012345678901"),
                "{given}"
            );
        }
    }

    #[test]
    fn what_names_no_account_is_refused() {
        for given in [
            "",
            "  ",
            "@",
            "Dr Lee",
            "dr.lee",
            "a_name_longer_than_any",
            "facebook.com/dr.lee",
            "https://example.org/drlee",
            "@drlé",
        ] {
            assert_eq!(written(given), None, "{given}");
        }
    }

    #[test]
    fn an_added_account_is_marked_as_one_that_was_met_and_a_refused_one_stays_to_be_mended() {
        let mut model = Model::default();
        assert_eq!(model.add_account("personal", "dr.lee"), []);
        assert_eq!(model.refused_account, "dr.lee");
        assert_eq!(
            model.add_account("professional", "@DrLee"),
            [Effect::KeepMarks]
        );
        assert_eq!(model.refused_account, "");
        assert_eq!(
            model.stored.kept.profiles["x:@drlee"],
            Profile::Professional
        );
        assert_eq!(model.add_account("owner", "@DrLee"), [], "no such kind");
    }

    #[test]
    fn locked_accounts_are_neither_added_nor_forgotten() {
        let mut model = Model::default();
        assert_eq!(model.mark("personal x:@met"), [Effect::KeepMarks]);
        model.policy =
            serde_json::from_str::<Policy>(r#"{"lockedSettings": ["profiles"]}"#).unwrap();
        assert_eq!(model.add_account("personal", "@drlee"), []);
        assert_eq!(model.mark("personal x:@drlee"), []);
        assert_eq!(model.forget("x:@met"), []);
        let kept: Vec<_> = model.stored.kept.profiles.keys().collect();
        assert_eq!(kept, ["x:@met"]);
    }
}
