//! What an institution's policy says of findings that shipped rules made:
//! photos in care areas, purposes that messages may have, and accounts that
//! may speak for the institution.

use crate::context::{Context, Surface};
use crate::finding::{Finding, Severity};
use crate::message::Account;
use crate::pages::month::DAY_MS;
use crate::policy::Policy;
use crate::policy::choices::Day;
use crate::policy::records::WorkHours;
use crate::profile;

const WORKPLACE_MEDIA: &str = "workplace-media";
const CARE_BY_MESSAGE: &str = "care-by-direct-message";
/// Rules that do not concern who posts for the institution (guidance §3: silent for authorised posters).
const OF_AUTHORISED: [&str; 4] = [
    "speaking-for-institution",
    "workplace-media",
    "posting-during-work",
    "views-not-labelled",
];

/// Weighs `findings` as `policy` wants them weighed.
pub(crate) fn apply(findings: &mut Vec<Finding>, policy: &Policy, context: &Context, text: &str) {
    let is_set = |finding: &Finding| policy.rule_overrides.contains_key(finding.rule);
    if policy.photo_rule == Some(true) {
        for finding in findings.iter_mut() {
            if finding.rule == WORKPLACE_MEDIA && !is_set(finding) {
                finding.severity = finding.severity.max(Severity::Caution);
            }
        }
    }
    let is_allowed = context.surface == Surface::Message && has_allowed_purpose(policy, text);
    // A stop has a name or a number beside a result: no purpose allows that.
    findings.retain(|finding| {
        !(is_allowed && finding.rule == CARE_BY_MESSAGE && finding.severity < Severity::Stop)
    });
}

/// Whether the message speaks of a purpose that the institution allows: "bookings" allows "booking" too.
fn has_allowed_purpose(policy: &Policy, text: &str) -> bool {
    let words: Vec<String> = words_of(text).collect();
    policy.allowed_message_purposes.iter().any(|purpose| {
        let wanted: Vec<String> = words_of(purpose).collect();
        let is_same = |a: &String, b: &String| a.trim_end_matches('s') == b.trim_end_matches('s');
        !wanted.is_empty()
            && words
                .windows(wanted.len())
                .any(|found| found.iter().zip(&wanted).all(|(a, b)| is_same(a, b)))
    })
}

fn words_of(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

const DURING_WORK: &str = "posting-during-work";
/// 1 January 1970 was a Thursday.
const FIRST_DAY: usize = 3;

/// Leaves out remarks on posting during work outside of the working hours that the policy sets.
pub(crate) fn off_hours(findings: &mut Vec<Finding>, policy: &Policy, local_ms: f64) {
    if is_at_work(policy, local_ms) == Some(false) {
        findings.retain(|finding| finding.rule != DURING_WORK);
    }
}

/// Whether it is within the working hours that the policy sets; none where it sets none.
pub(crate) fn is_at_work(policy: &Policy, local_ms: f64) -> Option<bool> {
    let hours = &policy.work_hours;
    (!hours.from.is_empty()).then(|| is_within(hours, local_ms))
}

/// Hours that end before they begin run into the next day, and belong to the day they begin on.
fn is_within(hours: &WorkHours, local_ms: f64) -> bool {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "days since 1970 fit for millions of years"
    )]
    let day = (local_ms / DAY_MS) as usize;
    let minute = local_ms.rem_euclid(DAY_MS) / MINUTE_MS;
    let is_day = |day: usize| {
        let name = Day::ALL.get((day + FIRST_DAY) % Day::ALL.len());
        hours.days.is_empty() || name.is_some_and(|name| hours.days.contains(name))
    };
    let (from, until) = (minutes(&hours.from), minutes(&hours.until));
    if from <= until {
        return is_day(day) && (from..until).contains(&minute);
    }
    (is_day(day) && minute >= from) || (is_day(day + Day::ALL.len() - 1) && minute < until)
}

const MINUTE_MS: f64 = 60_000.0;

/// "08:30" in minutes; the policy's reader has made sure of the form.
fn minutes(clock: &str) -> f64 {
    let part = |text: &str| text.parse().map_or(0.0, |number: u32| f64::from(number));
    clock
        .split_once(':')
        .map_or(0.0, |(hours, minutes)| part(hours) * 60.0 + part(minutes))
}

/// Leaves out what does not concern an account that may post for the institution.
pub(crate) fn authorise(findings: &mut Vec<Finding>, account: Option<&Account>, policy: &Policy) {
    let Some(key) = account.and_then(profile::key) else {
        return;
    };
    if profile::is_among(&policy.authorised_posters, &key) {
        findings.retain(|finding| {
            let is_set = policy.rule_overrides.contains_key(finding.rule);
            is_set || !OF_AUTHORISED.contains(&finding.rule)
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Checker;
    use crate::context::{Context, Media, Site, Surface};
    use crate::finding::Severity;
    use crate::message::Account;
    use crate::policy::Policy;

    fn severities(policy: &str, text: &str, context: &Context, rule: &str) -> Vec<Severity> {
        let policy: Policy = serde_json::from_str(policy).unwrap();
        let findings = Checker::new(policy).check(text, context).findings;
        let own = findings.into_iter().filter(|finding| finding.rule == rule);
        own.map(|finding| finding.severity).collect()
    }

    #[test]
    fn a_photo_rule_makes_a_picture_from_a_care_area_a_caution() {
        let context = Context {
            media: Media::Photo,
            ..Context::default()
        };
        let text = "selfie from the theatre corridor, new hat";
        let of = |policy: &str| severities(policy, text, &context, super::WORKPLACE_MEDIA);
        assert_eq!(of("{}"), [Severity::Note]);
        assert_eq!(of(r#"{"photoRule": true}"#), [Severity::Caution]);
    }

    #[test]
    fn an_allowed_purpose_is_not_held_against_a_message() {
        let context = Context {
            surface: Surface::Message,
            ..Context::default()
        };
        let text =
            "Your booking is confirmed. Your potassium came back fine, keep taking the tablets.";
        let of = |policy: &str| severities(policy, text, &context, super::CARE_BY_MESSAGE);
        assert_eq!(of("{}").len(), 1);
        assert_eq!(of(r#"{"allowedMessagePurposes": ["bookings"]}"#), []);
        assert_eq!(of(r#"{"allowedMessagePurposes": ["directions"]}"#).len(), 1);
    }

    #[test]
    fn working_hours_run_by_the_local_clock_and_over_midnight() {
        let is_within = |policy: &str, day: f64, hour: f64| {
            let policy: Policy = serde_json::from_str(policy).unwrap();
            super::is_within(&policy.work_hours, (day * 24.0 + hour) * 3_600_000.0)
        };
        let day = r#"{"workHours": {"from": "08:00", "until": "18:30", "days": ["thursday"]}}"#;
        assert!(is_within(day, 0.0, 8.0));
        assert!(!is_within(day, 0.0, 18.5));
        assert!(!is_within(day, 1.0, 9.0), "a Friday");
        let night = r#"{"workHours": {"from": "20:00", "until": "06:00", "days": ["thursday"]}}"#;
        assert!(is_within(night, 0.0, 23.0));
        assert!(
            is_within(night, 1.0, 5.0),
            "Thursday's night ends on Friday"
        );
        assert!(!is_within(night, 0.0, 5.0));
    }

    #[test]
    fn who_may_post_for_the_institution_is_not_asked_whether_they_may() {
        let text = "On behalf of Lakeside Hospital we deny these claims.";
        let policy: Policy =
            serde_json::from_str(r#"{"authorisedPosters": ["x:@lakeside"]}"#).unwrap();
        let of = |handle: &str| {
            let account = Account {
                site: Site::X,
                handle: Some(handle.to_owned()),
                ..Account::default()
            };
            let mut findings = Checker::new(policy.clone())
                .check(text, &Context::default())
                .findings;
            super::authorise(&mut findings, Some(&account), &policy);
            findings
                .iter()
                .any(|finding| finding.rule == "speaking-for-institution")
        };
        assert!(of("amy"));
        assert!(!of("lakeside"));
    }
}
