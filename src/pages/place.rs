//! What an institution's policy says where templates leave a place open.

use crate::pages::template::Places;
use crate::policy::Policy;

/// The places that `policy` fills.
#[must_use]
pub fn places(policy: &Policy) -> Places {
    let privacy = [&policy.contacts.privacy_officer, &policy.contact];
    let views = policy.disclaimers.first().cloned().unwrap_or_default();
    [
        ("institution", policy.institution().unwrap_or_default()),
        ("page", policy.professional_page_url.as_str()),
        ("portal", policy.secure_portal_url.as_str()),
        (
            "privacy",
            privacy
                .into_iter()
                .find(|text| !text.is_empty())
                .map_or("", String::as_str),
        ),
        ("reply_time", policy.reply_time.as_str()),
        ("emergency", policy.emergency_text.as_str()),
        ("views", views.as_str()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .collect()
}

/// The text of a template: the institution's own words for it, else the shipped ones.
#[must_use]
pub fn text_of<'a>(policy: &'a Policy, id: &str, shipped: &'a str) -> &'a str {
    let own = policy.templates.get(id);
    let notice = Some(policy.patient_notice.as_str())
        .filter(|text| id == "patient-notice" && !text.is_empty());
    own.map(String::as_str).or(notice).unwrap_or(shipped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_fills_places_and_may_bring_its_own_words() {
        let policy: Policy = serde_json::from_str(
            r#"{"institutionNames": ["Cedar Ridge"], "securePortalUrl": "https://portal.example.org",
                "contacts": {"privacyOfficer": "ext. 4410"}, "contact": "ext. 1",
                "templates": {"emergency": "Call 112."}, "patientNotice": "We do not connect."}"#,
        )
        .unwrap();
        let places = places(&policy);
        assert_eq!(places["institution"], "Cedar Ridge");
        assert_eq!(places["portal"], "https://portal.example.org");
        assert_eq!(places["privacy"], "ext. 4410");
        assert!(!places.contains_key("reply_time"));
        assert_eq!(text_of(&policy, "emergency", "shipped"), "Call 112.");
        assert_eq!(
            text_of(&policy, "patient-notice", "shipped"),
            "We do not connect."
        );
        assert_eq!(text_of(&policy, "review-reply", "shipped"), "shipped");
    }
}
