use proptest::prelude::*;

use super::*;

fn read(json: &str) -> Read {
    let value: Value = serde_json::from_str(json).unwrap();
    Policy::read(&value)
}

fn problems(json: &str) -> Vec<String> {
    let problems = read(json).problems;
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn an_empty_policy_is_the_default() {
    assert_eq!(read("{}"), Read::default());
    assert_eq!(Policy::default().pause_seconds(), 3);
}

#[test]
fn every_example_of_a_field_is_read_without_a_problem() {
    fn try_record(fields: &'static [Field], path: &str) {
        for field in fields {
            let value: Result<Value, _> = serde_json::from_str(field.example);
            let at = format!("{path}{}", field.key);
            assert!(
                value.is_ok(),
                "{at}: the example is no JSON: {}",
                field.example
            );
            assert!(!field.title().is_empty(), "{at}: no title");
            match &field.shape {
                shape::Shape::Record(fields) => try_record(fields, &format!("{at}.")),
                shape::Shape::List {
                    of: shape::Shape::Record(fields),
                    ..
                } => {
                    try_record(fields, &format!("{at}."));
                }
                _ => {}
            }
        }
    }
    for group in Policy::GROUPS {
        try_record(group.fields, "");
    }
    for field in
        Policy::fields().filter(|field| field.key != "group" && field.key != "expectedFields")
    {
        let json = format!("{{\"{}\": {}}}", field.key, field.example);
        assert_eq!(problems(&json), Vec::<String>::new());
        assert_ne!(
            read(&json).policy,
            Policy::default(),
            "{} holds nothing",
            field.key
        );
    }
}

#[test]
fn every_mistake_is_named_with_what_was_given_and_expected() {
    let cases = [
        (
            r#"{"pauseSeconds": "soon"}"#,
            "\"pauseSeconds\" is \"soon\", expected a whole number from 0 to 30",
        ),
        (
            r#"{"pauseSeconds": 2.5}"#,
            "\"pauseSeconds\" is 2.5, expected a whole number from 0 to 30",
        ),
        (
            r#"{"pauseSeconds": 31}"#,
            "\"pauseSeconds\" is 31, expected a whole number from 0 to 30",
        ),
        (
            r#"{"pause_secnds": 3}"#,
            "\"pause_secnds\" is not a known field, expected one of those in docs/policy.md; did you mean \"pauseSeconds\"?",
        ),
        (
            r#"{"ruleOverrides": {"pateint-named": "off"}}"#,
            "\"ruleOverrides.pateint-named\" is \"pateint-named\", which is not known, expected the id of a rule (\"primum rules\" lists them); did you mean \"patient-named\"?",
        ),
        (
            r#"{"ruleOverrides": {"patient-named": "Stop"}}"#,
            "\"ruleOverrides.patient-named\" is \"Stop\", expected one of off, note, caution, stop; did you mean \"stop\"?",
        ),
        (
            r#"{"documentUrl": "javascript:alert(1)"}"#,
            "\"documentUrl\" is \"javascript:alert(1)\", expected an address that begins with https://, http://, mailto: or tel:",
        ),
        (
            r#"{"reviewedOn": "1 May"}"#,
            "\"reviewedOn\" is \"1 May\", expected a day as YYYY-MM-DD",
        ),
        (
            r#"{"workHours": {"from": "8:00"}}"#,
            "\"workHours.from\" is \"8:00\", expected a time of day as HH:MM",
        ),
        (
            r#"{"group": "Interns"}"#,
            "\"group\" is \"Interns\", expected one of the names in \"groups\"",
        ),
        (
            "[1]",
            "the policy is a list of 1, expected an object with policy fields",
        ),
    ];
    for (json, expected) in cases {
        assert_eq!(
            problems(json).first().map(String::as_str),
            Some(expected),
            "{json}"
        );
    }
}

#[test]
fn a_bad_part_never_disables_the_rest() {
    let read = read(
        r#"{"institutionNames": ["Cedar Ridge", 7, "", "CRCH"], "pauseSeconds": -1, "nonsense": {},
            "ruleOverrides": {"patient-named": "caution", "no-such-rule": "off"}, "contact": "ext. 4410"}"#,
    );
    assert_eq!(read.problems.len(), 5);
    assert_eq!(read.policy.institution_names, ["Cedar Ridge", "CRCH"]);
    assert_eq!(read.policy.rule_overrides.len(), 1);
    assert_eq!(read.policy.contact, "ext. 4410");
    assert_eq!(read.policy.pause_seconds(), 3);
}

#[test]
fn a_missing_part_of_an_own_rule_is_told_and_the_other_rule_stays() {
    let read = read(
        r#"{"ownRules": [{"id": "helipad", "title": "t"},
            {"id": "annex", "title": "t", "why": "w", "phrases": ["p"], "flags": ["p"], "allows": ["q"]}],
            "ruleOverrides": {"annex": "note"}}"#,
    );
    let told: Vec<_> = read
        .problems
        .iter()
        .map(|problem| problem.path.as_str())
        .collect();
    assert_eq!(
        told,
        ["ownRules[0].why", "ownRules[0].flags", "ownRules[0].allows"]
    );
    assert_eq!(read.policy.own_rules.len(), 1);
    assert!(read.policy.rule_overrides.contains_key("annex"));
}

#[test]
fn the_most_particular_enforcement_wins() {
    let policy = read(
        r#"{"enforcement": "remind", "familyEnforcement": {"privacy": "pause"},
            "ruleEnforcement": {"patient-named": "pause_with_reason"},
            "groups": {"Residents": {"ruleEnforcement": {"patient-named": "hold_for_review"}}}}"#,
    )
    .policy;
    assert_eq!(
        policy.enforcement_of("incivility", "conduct"),
        Enforcement::Remind
    );
    assert_eq!(
        policy.enforcement_of("recent-encounter", "privacy"),
        Enforcement::Pause
    );
    assert_eq!(
        policy.enforcement_of("patient-named", "privacy"),
        Enforcement::PauseWithReason
    );
}

#[test]
fn the_group_of_this_browser_sets_its_own() {
    let policy = read(
        r#"{"group": "Residents", "ruleOverrides": {"patient-named": "caution"},
            "groups": {"Residents": {"ruleOverrides": {"patient-named": "stop"}, "enforcement": "pause_with_reason"}}}"#,
    )
    .policy;
    assert_eq!(
        policy.rule_overrides.get("patient-named"),
        Some(&RuleSetting::Stop)
    );
    assert_eq!(policy.enforcement, Enforcement::PauseWithReason);
}

#[test]
fn a_field_that_the_browser_dropped_is_told() {
    let told = problems(r#"{"expectedFields": ["ownRules", "contact"], "contact": "ext. 1"}"#);
    assert_eq!(told.len(), 1);
    assert!(
        told[0].starts_with("\"ownRules\" is missing"),
        "{}",
        told[0]
    );
}

#[test]
fn too_much_is_told_and_cut() {
    let names = vec!["\"a\""; 201].join(",");
    let read = read(&format!(
        r#"{{"institutionNames": [{names}], "contact": "{}"}}"#,
        "x".repeat(201)
    ));
    assert_eq!(read.policy.institution_names.len(), 200);
    assert_eq!(read.policy.contact, "");
    let told: Vec<_> = read.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told[0],
        "\"institutionNames\" is a list of 201, expected at most 200; the first 200 count"
    );
    assert_eq!(
        told[1],
        "\"contact\" is 201 characters long, expected a text of one line, at most 200 characters"
    );
}

#[test]
fn doubles_are_told_and_nesting_is_bounded() {
    assert_eq!(
        problems(r#"{"contact": "a", "contact": "b"}"#),
        ["\"contact\" is given twice, expected it once; the first counts"]
    );
    let deep = format!("{{\"contact\": {}1{}}}", "[".repeat(100), "]".repeat(100));
    assert_eq!(problems(&deep).len(), 1);
}

#[test]
fn addresses_that_could_carry_a_script_are_refused() {
    for good in [
        "https://a.example/x?y#z",
        "http://10.0.0.1:8080/",
        "mailto:a@b.example",
        "tel:+1-555-0100",
    ] {
        assert_eq!(
            problems(&format!(r#"{{"documentUrl": "{good}"}}"#)),
            Vec::<String>::new()
        );
    }
    for bad in [
        "data:text/html,x",
        "//a.example",
        "https://",
        "https://a b",
        "https://x@y.example",
        "mailto:",
        "tel:x",
    ] {
        assert_eq!(
            problems(&format!(r#"{{"documentUrl": "{bad}"}}"#)).len(),
            1,
            "{bad}"
        );
    }
}

#[test]
fn what_is_set_is_shown_by_its_words_names_and_ids() {
    let shown = |json: &str| serde_json::from_str::<Value>(json).unwrap().in_full();
    assert_eq!(shown(r#"["profiles", "sites"]"#), "profiles, sites");
    assert_eq!(
        shown(r#"[{"id": "helipad", "title": "t"}, 7]"#),
        "helipad, 7"
    );
    assert_eq!(
        shown(r#"{"privacy": "pause", "Residents": {}}"#),
        "privacy: pause, Residents"
    );
    assert_eq!(shown(r#""https://a.example""#), "https://a.example");
    assert_eq!(shown("true"), "true");
    let many = vec!["\"a\""; 15].join(",");
    assert!(shown(&format!("[{many}]")).ends_with("a, + 3"));
}

/// Any JSON value, often with the names of real fields.
pub(super) fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Flag),
        any::<f64>().prop_map(Value::Number),
        ".{0,12}".prop_map(Value::Text),
        "[a-z-]{1,8}".prop_map(Value::Text),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::List),
            prop::collection::vec((any_key(), inner), 0..6).prop_map(Value::Map),
        ]
    })
}

fn any_key() -> impl Strategy<Value = String> {
    let keys: Vec<String> = Policy::fields().map(|field| field.key.to_owned()).collect();
    let parts = [
        "id", "title", "why", "flags", "allows", "phrases", "patterns", "x", "version",
    ];
    prop_oneof![
        prop::sample::select(keys),
        prop::sample::select(parts.map(str::to_owned).to_vec()),
        ".{0,8}",
    ]
}

proptest! {
    #[test]
    fn what_is_kept_of_any_json_is_read_again_without_a_problem(value in any_value()) {
        let mut reader = Reader::new(&value);
        let kept = reader.policy(&value);
        for problem in &reader.into_problems() {
            prop_assert!(!problem.expected.is_empty() && !problem.given.is_empty());
        }
        let mut again = Reader::new(&kept);
        prop_assert_eq!(&again.policy(&kept), &kept);
        prop_assert_eq!(again.into_problems(), Vec::new());
        let _ = Policy::read(&value);
    }

    #[test]
    fn one_faulty_field_leaves_every_other_field_as_it_was(
        at in 0..Policy::fields().count(), bad in any_value(),
    ) {
        let good: Vec<&'static Field> = Policy::fields().filter(|f| f.key != "expectedFields").collect();
        let faulty = good[at % good.len()].key;
        let whole: Vec<(String, Value)> = good
            .iter()
            .map(|field| (field.key.to_owned(), serde_json::from_str(field.example).unwrap()))
            .collect();
        let without: Vec<_> = whole.iter().filter(|(key, _)| key != faulty).cloned().collect();
        let mut with = without.clone();
        with.push((faulty.to_owned(), bad));
        let cleaned = |entries| {
            let value = Value::Map(entries);
            let mut kept = Reader::new(&value).policy(&value).entries().to_vec();
            kept.retain(|(key, _)| key != faulty);
            kept
        };
        prop_assert_eq!(cleaned(with), cleaned(without));
    }
}
