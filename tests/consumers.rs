//! Every field of the policy acts somewhere: the list of fields and the file
//! that reads each. A field that is read nowhere fails here.
#![allow(
    clippy::unwrap_used,
    reason = "a test may fail where its own data are wrong"
)]

use std::collections::BTreeSet;
use std::path::Path;

use primum::policy::Policy;

/// Key in the policy, name in Rust (or the key, where TypeScript reads it), the file that acts on it.
const CONSUMERS: &str = "
    institutionNames        institution_names        src/policy/institution.rs
    discipline              discipline               src/session/connection.rs
    jurisdiction            jurisdiction             src/ui/pages/institution.rs
    documentUrl             document_url             src/session/views.rs
    acknowledgement         acknowledgement          src/ui/pages/institution.rs
    reviewedOn              reviewed_on              src/ui/pages/cards.rs
    purposeAndAudience      purpose_and_audience     src/ui/pages/institution.rs
    groups                  groups                   src/policy/mod.rs
    group                   group                    src/policy/mod.rs
    contact                 contact                  src/session/views.rs
    contacts                contacts                 src/pages/place.rs
    consultRoute            consult_route            src/ui/pages/institution.rs
    reviewer                reviewer                 src/session/views.rs
    reviewResponder         review_responder         src/ui/pages/institution.rs
    professionalPageUrl     professional_page_url    src/pages/place.rs
    securePortalUrl         secure_portal_url        src/pages/place.rs
    messagingGuidelines     messaging_guidelines     src/ui/pages/institution.rs
    allowedMessagePurposes  allowed_message_purposes src/policy/allowance.rs
    replyTime               reply_time               src/pages/place.rs
    emergencyText           emergency_text           src/pages/place.rs
    consentRegister         consent_register         src/ui/pages/institution.rs
    trainingUrl             training_url             src/ui/pages/institution.rs
    consequencesUrl         consequences_url         src/ui/pages/institution.rs
    professionalAccounts    professional_accounts    src/profile.rs
    authorisedPosters       authorised_posters       src/policy/allowance.rs
    sites                   sites                    src/session/config.rs
    connectionRule          connection_rule          src/session/connection.rs
    lookupReminder          lookup_reminder          src/session/helpers.rs
    photoRule               photo_rule               src/policy/allowance.rs
    anchors                 anchors                  src/session/config.rs
    enforcement             enforcement              src/policy/mod.rs
    familyEnforcement       family_enforcement       src/policy/mod.rs
    ruleEnforcement         rule_enforcement         src/policy/mod.rs
    pauseSeconds            pause_seconds            src/policy/mod.rs
    uncheckedPosts          unchecked_posts          src/session/config.rs
    lockedSettings          locked_settings          src/policy/mod.rs
    workHours               work_hours               src/policy/allowance.rs
    ruleOverrides           rule_overrides           src/check.rs
    ownRules                own_rules                src/policy/institution.rs
    rulePackVersion         rule_pack_version        src/pages/model.rs
    placeNames              place_names              src/policy/institution.rs
    localPlaces             local_places             src/policy/institution.rs
    codeNames               code_names               src/policy/institution.rs
    harmlessPhrases         harmless_phrases         src/policy/institution.rs
    templates               templates                src/pages/place.rs
    disclaimers             disclaimers              src/pages/place.rs
    patientNotice           patient_notice           src/pages/place.rs
    wording                 wording                  src/policy/institution.rs
    reflectionQuestions     reflection_questions     src/session/views.rs
    examples                examples                 src/ui/pages/trial.rs
    firstRunPage            firstRunPage             extension/background/firstrun.ts
    cardsOff                cards_off                src/ui/pages/cards.rs
    reminders               reminders                src/ui/pages/cards.rs
    statistics              statistics               src/session/outcomes.rs
    statisticsMonths        statistics_months        src/policy/mod.rs
    statisticsExport        statistics_export        src/ui/pages/statistics.rs
    theme                   theme                    src/pages/model.rs
    chip                    chip                     src/session/views.rs
    expectedFields          expected_fields          src/policy/mod.rs
";

fn lines() -> Vec<[&'static str; 3]> {
    let lines = CONSUMERS.lines().filter(|line| !line.trim().is_empty());
    let parts = lines.map(|line| line.split_whitespace().collect::<Vec<_>>());
    parts.map(|parts| parts.try_into().unwrap()).collect()
}

/// The code of a file without its tests, which may name a field without acting on it.
fn code(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(path).unwrap_or_default();
    text.split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn every_field_of_the_policy_has_one_line_in_the_list() {
    let listed: BTreeSet<&str> = lines().into_iter().map(|[key, _, _]| key).collect();
    let fields: BTreeSet<&str> = Policy::fields().map(|field| field.key).collect();
    assert_eq!(listed, fields);
}

#[test]
fn every_field_is_read_where_the_list_says() {
    for [key, name, path] in lines() {
        let text = code(path);
        let reads = [format!(".{name}"), format!("[\"{name}\"]")];
        let is_read = reads.iter().any(|read| {
            text.match_indices(read.as_str()).any(|(at, found)| {
                let behind = text[at + found.len()..].chars().next();
                !behind.is_some_and(|c| c.is_alphanumeric() || c == '_')
            })
        });
        assert!(
            is_read,
            "policy field \"{key}\": {path} does not read {name}"
        );
    }
}
