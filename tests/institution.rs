//! An institution's own rules, terms and words in the check.
#![allow(
    clippy::unwrap_used,
    reason = "a test may fail where its own data are wrong"
)]

use primum::check::Checker;
use primum::context::Context;
use primum::finding::{MentionKind, Report, Severity, Verdict};
use primum::policy::{Policy, institution};

fn policy(json: &str) -> Policy {
    let value = serde_json::from_str(json).unwrap();
    let read = Policy::read(&value);
    assert_eq!(read.problems, []);
    read.policy
}

fn check(json: &str, text: &str) -> Report {
    Checker::new(policy(json)).check_with_mentions(text, &Context::default())
}

fn problems(json: &str) -> Vec<String> {
    let found = institution::problems(&policy(json));
    found.iter().map(ToString::to_string).collect()
}

/// An own rule with these phrases, patterns and examples.
fn rule(phrases: &str, patterns: &str, flags: &str, allows: &str) -> String {
    format!(
        r#"{{"institutionNames": ["Cedar Ridge"], "ownRules": [{{"id": "helipad", "title": "An arrival by air",
            "why": "Arrivals are in the local news.", "link": "https://a.example/air", "severity": "caution",
            "phrases": {phrases}, "patterns": {patterns}, "flags": {flags}, "allows": {allows}}}]}}"#
    )
}

fn helipad() -> String {
    rule(
        r#"["the helipad"]"#,
        r#"["\\bhelo\\s+(in|out)bound"]"#,
        r#"["Busy: [[the helipad]] lit up.", "[[Helo inbound]]"]"#,
        r#"["A helicopter game."]"#,
    )
}

#[test]
fn an_own_rule_marks_its_words_and_says_whose_it_is() {
    for (text, quote) in [
        ("Lights at THE  HELIPAD all night", "THE  HELIPAD"),
        ("🚁 helo outbound!", "helo outbound"),
    ] {
        let report = check(&helipad(), text);
        assert_eq!(report.verdict, Verdict::Caution);
        let finding = &report.findings[0];
        assert_eq!(
            (finding.rule, finding.family, finding.quote.as_str()),
            ("helipad", "institution", quote)
        );
        assert_eq!(&text[finding.byte_start..finding.byte_end], quote);
        assert_eq!(finding.sources, ["Cedar Ridge", "https://a.example/air"]);
    }
    assert_eq!(check(&helipad(), "A quiet night").verdict, Verdict::Clear);
}

#[test]
fn an_override_reaches_own_rules_too() {
    let with = |setting: &str| {
        helipad().replacen(
            '{',
            &format!(r#"{{"ruleOverrides": {{"helipad": "{setting}"}}, "#),
            1,
        )
    };
    assert_eq!(check(&with("off"), "the helipad").verdict, Verdict::Clear);
    assert_eq!(
        check(&with("stop"), "the helipad").findings[0].severity,
        Severity::Stop
    );
}

#[test]
fn a_rule_whose_examples_fail_is_refused_and_the_others_run() {
    let one = |id: &str, flag: &str| {
        format!(
            r#"{{"id": "{id}", "title": "t", "why": "w", "phrases": ["helipad"], "flags": ["{flag}"], "allows": ["nothing"]}}"#
        )
    };
    let json = format!(
        r#"{{"ownRules": [{}, {}]}}"#,
        one("bad", "the roof"),
        one("good", "the helipad")
    );
    let rules: Vec<_> = check(&json, "at the helipad")
        .findings
        .iter()
        .map(|f| f.rule)
        .collect();
    assert_eq!(rules, ["good"]);
    assert_eq!(
        problems(&json),
        [
            "\"ownRules.bad.flags[0]\" is not marked by the rule, expected an example that the rule marks, at the words in [[brackets]]; the rule is refused"
        ]
    );
}

#[test]
fn each_way_to_fail_is_told() {
    let allows = r#"["nothing"]"#;
    let flags = r#"["the [[roof]]"]"#;
    let cases = [
        (
            rule(r#"["roof"]"#, "[]", flags, r#"["a new roof"]"#),
            "ownRules.helipad.allows[0]\" is marked at \"roof\"",
        ),
        (
            rule(r#"["the"]"#, "[]", flags, allows),
            "ownRules.helipad.flags[0]\" is marked at other words",
        ),
        (
            rule("[]", r#"["(a"]"#, flags, allows),
            "is \"(a\", which is no pattern (unclosed group)",
        ),
        (
            rule("[]", r#"["\\w{5000}"]"#, flags, allows),
            "which is too large, expected a pattern that compiles to 256 kB at most",
        ),
        (
            rule("[]", r#"["x*"]"#, flags, allows),
            "which matches where there is nothing",
        ),
        (
            rule("[]", r#"["(?=a)b"]"#, flags, allows),
            "which is no pattern (look-around",
        ),
        (
            rule("[]", "[]", flags, allows),
            "without phrases and patterns",
        ),
        (
            rule(r#"["!"]"#, "[]", flags, allows),
            "ownRules.helipad.phrases[0]\" is \"!\", expected one to 12 words",
        ),
        (
            helipad().replace("\"helipad\",", "\"patient-named\","),
            "the id of a shipped rule",
        ),
        (
            r#"{"enforcement": "hold_for_review"}"#.to_owned(),
            "\"reviewer\" is missing",
        ),
        (
            r#"{"placeNames": ["--"]}"#.to_owned(),
            "\"placeNames\" is \"--\" in one place",
        ),
    ];
    for (json, expected) in cases {
        let told = problems(&json).join("\n");
        assert!(
            told.contains(expected),
            "expected {expected}\n     got {told}"
        );
    }
    assert_eq!(problems(&helipad()), [""; 0]);
}

#[test]
fn a_hostile_pattern_stays_linear() {
    let json = rule("[]", r#"["(a+)+$"]"#, r#"["[[aaa]]"]"#, r#"["b"]"#);
    let started = std::time::Instant::now();
    let text = format!("{}!", "a".repeat(20_000));
    assert_eq!(check(&json, &text).verdict, Verdict::Clear);
    // A backtracking matcher would need longer than the universe has.
    assert!(started.elapsed().as_secs() < 20);
}

#[test]
fn terms_are_facilities_and_places_and_no_names() {
    let json = r#"{"institutionNames": ["Carla Ruiz Memorial"], "placeNames": ["Juniper", "7 West"], "localPlaces": ["Dunmore Flats"]}"#;
    let text = "From Carla Ruiz Memorial to Juniper and 7 west, home to Dunmore Flats.";
    let kinds: Vec<_> = check(json, text)
        .mentions
        .iter()
        .filter(|mention| {
            matches!(
                mention.kind,
                MentionKind::Facility | MentionKind::Place | MentionKind::Person
            )
        })
        .map(|mention| (mention.kind, &text[mention.bytes()]))
        .collect();
    let (facility, place) = (MentionKind::Facility, MentionKind::Place);
    assert_eq!(
        kinds,
        [
            (facility, "Carla Ruiz Memorial"),
            (facility, "Juniper"),
            (facility, "7 west"),
            (place, "Dunmore Flats")
        ]
    );
}

#[test]
fn a_code_name_is_a_caution() {
    let report = check(
        r#"{"codeNames": ["Project Heron"]}"#,
        "So glad project heron is on track",
    );
    assert_eq!(report.findings[0].rule, "institution-code-name");
    assert_eq!(report.verdict, Verdict::Caution);
}

#[test]
fn a_harmless_phrase_silences_cautions_and_never_stops() {
    let with = |severity: &str| {
        helipad()
            .replace("\"caution\"", &format!("\"{severity}\""))
            .replacen('{', r#"{"harmlessPhrases": ["the helipad cafe"], "#, 1)
    };
    assert_eq!(
        check(&with("caution"), "Lunch at the helipad cafe").verdict,
        Verdict::Clear
    );
    assert_eq!(
        check(&with("caution"), "Lunch at the helipad").verdict,
        Verdict::Caution
    );
    assert_eq!(
        check(&with("stop"), "Lunch at the helipad cafe").verdict,
        Verdict::Stop
    );
}

#[test]
fn an_institution_may_say_it_in_its_own_words() {
    let text = "My patient Mrs. Lindqvist in bed 12 has lupus.";
    let json = r#"{"wording": {"patient-named": {"why": "People here know each other."}}}"#;
    let finding = |json| {
        check(json, text)
            .findings
            .into_iter()
            .find(|f| f.rule == "patient-named")
    };
    let (shipped, own) = (finding("{}").unwrap(), finding(json).unwrap());
    assert_eq!(own.why, "People here know each other.");
    assert_eq!(own.title, shipped.title);
}
