//! The rules in any order find the same; asides are said where no rule interrupts.

use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Row {
    text: String,
    #[serde(default)]
    context: Context,
}

/// Every so many drafts: enough of them have findings of several rules.
const EVERY: usize = 6;
/// Shuffled lists, beside the list backwards.
const SHUFFLES: u64 = 4;

fn rows() -> Vec<Row> {
    let drafts = include_str!("../../tests/drafts/drafts.jsonl").lines();
    let rows: Vec<Row> = drafts
        .step_by(EVERY)
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    // Several stories in one draft: findings of many rules meet.
    let joined = rows.chunks(8).map(|some| Row {
        text: some.iter().map(|row| row.text.clone() + "\n").collect(),
        context: some[0].context.clone(),
    });
    let joined: Vec<Row> = joined.collect();
    rows.into_iter().chain(joined).collect()
}

/// Ronald Fisher's and Frank Yates's shuffle, with George Marsaglia's xorshift.
fn shuffled(seed: u64) -> Vec<&'static Rule> {
    let mut rules = RULES.to_vec();
    let mut state = seed;
    for last in (1..rules.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let other = usize::try_from(state >> 32).unwrap() % (last + 1);
        rules.swap(last, other);
    }
    rules
}

fn orders() -> Vec<Vec<&'static Rule>> {
    let backwards = RULES.iter().rev().copied().collect();
    let shuffles =
        (1..=SHUFFLES).map(|number| shuffled(number.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
    std::iter::once(backwards).chain(shuffles).collect()
}

/// In one order for all: by what they are.
fn sorted(mut report: Report) -> Report {
    report
        .findings
        .sort_by_key(|finding| format!("{finding:?}"));
    report
}

/// Drafts in which `judge` tells one order of the rules from another.
fn that_differ(judge: impl Fn(&Checker, &[&'static Rule], &Scene<'_>) -> Report) -> usize {
    let checker = Checker::default();
    let orders = orders();
    let differs = |row: &Row| {
        let draft = Draft::new(&row.text);
        let facts = checker.facts(&draft, &row.context);
        let evidence = Evidence::new(&draft, &facts, &row.context);
        let scene = Scene {
            draft: &draft,
            facts: &facts,
            context: &row.context,
            policy: &checker.policy,
            evidence: &evidence,
            plans_fixes: true,
        };
        let listed = sorted(judge(&checker, RULES, &scene));
        let mut others = orders.iter();
        others.any(|rules| sorted(judge(&checker, rules, &scene)) != listed)
    };
    rows().iter().filter(|row| differs(row)).count()
}

#[test]
fn the_order_of_the_rules_changes_no_finding() {
    assert_eq!(that_differ(Checker::judge_by), 0);
}

#[test]
fn a_rule_that_hides_those_behind_it_would_be_seen() {
    let first_wins = |checker: &Checker, rules: &[&'static Rule], scene: &Scene<'_>| {
        let first = rules.iter().find_map(|rule| checker.finding(rule, scene));
        Report {
            findings: first.into_iter().collect(),
            ..Report::default()
        }
    };
    assert!(that_differ(first_wins) > 0);
}

#[test]
fn a_label_is_asked_for_only_where_no_rule_interrupts() {
    let found = |text| {
        let report = Checker::default().check(text, &Context::default());
        let rules = report.findings.iter().map(|finding| finding.rule);
        rules.collect::<Vec<_>>()
    };
    let case = "My patient blamed her tiredness on work; it was hypothyroidism";
    let label = "unlabelled-deidentified-case";
    assert!(found(case).contains(&label));
    let named = found(&format!("{case}. Mrs Lindqvist in bed 9, get well"));
    assert!(
        named.contains(&"patient-named") && !named.contains(&label),
        "{named:?}"
    );
}
