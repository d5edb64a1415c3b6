//! Every field of the policy acts somewhere: the list of fields and the file
//! that reads each. A field that is read nowhere fails here, and so does one
//! of the core's that is read and changes nothing of a clinician's day. What
//! the pages and the scripts read is tried in browsers.
#![allow(
    clippy::unwrap_used,
    reason = "a test may fail where its own data are wrong"
)]

use std::collections::BTreeSet;
use std::path::Path;

use primum::check::Checker;
use primum::context::Context;
use primum::message::PageMessage;
use primum::pages::place::{places, text_of};
use primum::policy::Policy;
use primum::session::act::Act;
use primum::session::{Input, Kept, Session, Wake};

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
    lookupReminder          lookup_reminder          src/session/notices.rs
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

/// Three in the morning, UTC: outside of most working hours.
const NIGHT_MS: f64 = 1_800_068_400_000.0;

/// What a clinician does in a day, line by line: what the page script says, or what is done in the frame.
const DAY: &str = r#"
    {"t": "hello", "site": "x", "scheme": "light", "dir": "ltr"}
    draft post {"text": "My patient Mrs. Lindqvist in bed 12 finally slept."}
    {"t": "open", "box": 1}
    close
    {"t": "press", "box": 1, "press": 1}
    other
    edit
    draft post {"text": "My patients today were such idiots, frequent flyers everywhere."}
    {"t": "press", "box": 1, "press": 2}
    edit
    draft post {"text": "Scrolling while she's in the scanner lol"}
    {"t": "open", "box": 1}
    close
    draft post {"text": "Busy at the front desk: the helipad again."}
    draft post {"text": "Proud of our team."}
    draft message {"text": "Your results are back. The bookings desk can move your visit."}
    draft post {"text": "selfie from the theatre corridor, new hat", "media": "photo"}
    {"t": "action", "action": "search", "press": 0, "account": null}
    {"t": "action", "action": "friend_add", "press": 3, "account": null}
    former_patient
    relative
"#;

/// What the page script says of the account, in every draft.
const ACCOUNT: &str = r#"{"site": "x", "handle": "cedarridge", "kind": "person"}"#;
/// Drafts whose findings and facts are looked at as they are.
const CHECKED: [&str; 3] = [
    "Night shift on 7 West at CRCH. Project Heron went live, and a woman who lives in the Bottoms came in.",
    "The helipad cafe is open. The helipad is not.",
    "My client told me about her divorce.",
];

fn inputs(line: &str, revision: u32) -> Vec<Input> {
    let page = |json: &str| Input::Page(serde_json::from_str::<PageMessage>(json).unwrap());
    let Some(draft) = line.strip_prefix("draft ") else {
        let is_message = line.starts_with('{');
        return vec![if is_message {
            page(line)
        } else {
            Input::Act(Act::parse(line).unwrap())
        }];
    };
    let (surface, fields) = draft.split_once(' ').unwrap();
    let mut fields: serde_json::Value = serde_json::from_str(fields).unwrap();
    let text = fields["text"].take();
    let mut context = fields;
    context["site"] = "x".into();
    context["surface"] = surface.into();
    context["audience"] = "public".into();
    context["account"] = serde_json::from_str(ACCOUNT).unwrap();
    context.as_object_mut().unwrap().remove("text");
    let message = serde_json::json!({"t": "draft", "box": 1, "revision": revision, "text": text, "context": context});
    let settled = Wake::Settled { r#box: 1, revision };
    vec![page(&message.to_string()), Input::Woke(settled)]
}

/// Everything that is seen and said of the day under a policy.
fn day_under(json: &str) -> String {
    let read = Policy::read(&serde_json::from_str(json).unwrap());
    let told = read.problems.len();
    let policy = read.policy;
    let checker = Checker::new(policy.clone());
    let reports = CHECKED.map(|text| checker.check_with_mentions(text, &Context::default()));
    let texts =
        ["emergency", "patient-notice"].map(|id| text_of(&policy, id, "shipped").to_owned());
    let (places, months) = (places(&policy), policy.statistics_months());
    let mut lived = vec![format!("{told} {reports:?} {texts:?} {places:?} {months}")];
    let mut session = Session::new(policy, Kept::default(), 0);
    let mut revision = 0;
    for line in DAY.lines().map(str::trim).filter(|line| !line.is_empty()) {
        revision += 1;
        for input in inputs(line, revision) {
            let effects = session.step(input, NIGHT_MS);
            lived.push(format!("{line}: {effects:?} {:?}", session.screen()));
        }
    }
    lived.join("\n")
}

/// A policy with the field, for every field that the core itself reads.
const ACTS: &str = r#"
    institutionNames       {"institutionNames": ["CRCH"]}
    discipline             {"discipline": "mental_health"}
    documentUrl            {"documentUrl": "https://intranet.example.org/social-media"}
    groups                 {"group": "Residents", "groups": {"Residents": {"enforcement": "pause_with_reason"}}}
    group                  {"groups": {"Residents": {"enforcement": "pause_with_reason"}}, "group": "Residents"}
    contact                {"contact": "Privacy office, ext. 4410"}
    contacts               {"contacts": {"privacyOfficer": "ext. 4410"}}
    reviewer               {"reviewer": "media-review@example.org"}
    professionalPageUrl    {"professionalPageUrl": "https://www.facebook.com/cedar-ridge-example"}
    securePortalUrl        {"securePortalUrl": "https://portal.example.org"}
    allowedMessagePurposes {"allowedMessagePurposes": ["bookings"]}
    replyTime              {"replyTime": "two working days"}
    emergencyText          {"emergencyText": "Call 911."}
    professionalAccounts   {"professionalAccounts": ["x:@cedarridge"]}
    authorisedPosters      {"authorisedPosters": ["x:@cedarridge"]}
    sites                  {"sites": ["facebook"]}
    connectionRule         {"connectionRule": "never"}
    lookupReminder         {"lookupReminder": true}
    photoRule              {"photoRule": true}
    anchors                {"anchors": {"version": "2026-12-01", "x": {"post_button": "[data-testid='sendPost']"}}}
    enforcement            {"enforcement": "remind"}
    familyEnforcement      {"familyEnforcement": {"conduct": "pause_with_reason"}}
    ruleEnforcement        {"ruleEnforcement": {"disrespect-toward-patients": "pause_with_reason"}}
    pauseSeconds           {"pauseSeconds": 7}
    uncheckedPosts         {"uncheckedPosts": "hold"}
    lockedSettings         {"lockedSettings": ["notUseful"]}
    workHours              {"workHours": {"from": "08:00", "until": "18:00"}}
    ruleOverrides          {"ruleOverrides": {"disrespect-toward-patients": "note"}}
    ownRules               {"institutionNames": ["CRCH"], "ownRules": [{"id": "helipad", "title": "By air", "why": "News.", "severity": "caution", "phrases": ["the helipad"], "flags": ["Busy: [[the helipad]] again"], "allows": ["Quiet night"]}]}
    placeNames             {"placeNames": ["7 West"]}
    localPlaces            {"localPlaces": ["the Bottoms"]}
    codeNames              {"codeNames": ["Project Heron"]}
    harmlessPhrases        {"harmlessPhrases": ["frequent flyers everywhere"]}
    templates              {"templates": {"emergency": "Call 112."}}
    disclaimers            {"disclaimers": ["Views are mine."]}
    patientNotice          {"patientNotice": "We do not connect."}
    wording                {"wording": {"patient-named": {"why": "People here know each other."}}}
    reflectionQuestions    {"reflectionQuestions": ["Would you say it in the lift?"]}
    statistics             {"statistics": "off"}
    statisticsMonths       {"statisticsMonths": 6}
    chip                   {"chip": "findings"}
    expectedFields         {"expectedFields": ["pauseSeconds"]}
"#;

/// The same policy without the field.
fn without(json: &str, key: &str) -> String {
    let mut policy: serde_json::Value = serde_json::from_str(json).unwrap();
    policy.as_object_mut().unwrap().remove(key);
    policy.to_string()
}

#[test]
fn every_field_the_core_reads_changes_the_day() {
    let acts = ACTS.lines().filter_map(|line| line.trim().split_once(' '));
    let listed: BTreeSet<&str> = acts.clone().map(|(key, _)| key).collect();
    // Pages are drawn in the browser, and scripts run there.
    let is_of_core = |path: &str| {
        [
            "src/session/",
            "src/policy/",
            "src/profile.rs",
            "src/check.rs",
            "src/pages/place.rs",
        ]
        .iter()
        .any(|part| path.starts_with(part))
    };
    let of_core = lines().into_iter().filter(|[_, _, path]| is_of_core(path));
    assert_eq!(listed, of_core.map(|[key, _, _]| key).collect());
    let idle: Vec<&str> = acts
        .filter(|(key, json)| day_under(json) == day_under(&without(json, key)))
        .map(|(key, _)| key)
        .collect();
    assert!(idle.is_empty(), "these fields change nothing: {idle:?}");
}
