//! The guidance's own examples: its subtle cases one by one, and the drafts of
//! its catalogue, counted. `cargo test --test guidance -- --ignored` writes
//! `docs/guidance-coverage.md`, which lists what is not served yet.
#![allow(
    clippy::unwrap_used,
    reason = "a test may fail where its own data are wrong"
)]

use std::fmt::Write as _;

use primum::check::Checker;
use primum::finding::Verdict;
use primum::rules::RULES;
use primum::tagged::Case;
use serde::Deserialize;

const SUBTLE: &str = include_str!("guidance/subtle.txt");
const VARIANTS: &str = include_str!("guidance/variants.txt");
const CATALOGUE: &str = include_str!("guidance/catalogue.json");
const COVERAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/guidance-coverage.md");
/// How many subtle cases the guidance has.
const SUBTLE_CASES: u32 = 80;
/// Positive examples without a prompt: may fall, never rise.
const MOST_UNSERVED: usize = 16;
/// Negative examples with a prompt: may fall, never rise.
const MOST_DISTURBED: usize = 0;

/// A row of the catalogue. An example in parentheses is a situation, no draft.
#[derive(Deserialize)]
struct Row {
    id: String,
    enforceable: String,
    severity: String,
    rules: Vec<String>,
    positive_examples: Vec<String>,
    negative_examples: Vec<String>,
}

impl Row {
    /// The prompt that its positive examples need.
    fn needs(&self) -> Verdict {
        if self.severity == "note" {
            Verdict::Note
        } else {
            Verdict::Caution
        }
    }
}

fn rows() -> Vec<Row> {
    serde_json::from_str(CATALOGUE).unwrap()
}

fn is_draft(example: &str) -> bool {
    !example.starts_with('(')
}

fn verdict(checker: &Checker, example: &str) -> Verdict {
    let case = Case::new(example);
    checker.check(&case.text, &case.context).verdict
}

fn letters(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Clear => "S",
        Verdict::Note => "N",
        Verdict::Caution => "C",
        Verdict::Stop => "ST",
    }
}

/// One line of the subtle cases: number, answers, draft.
fn subtle() -> impl Iterator<Item = (u32, &'static str, &'static str)> {
    SUBTLE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let mut parts = line.splitn(3, " | ");
            let number = parts.next().unwrap().parse().unwrap();
            (number, parts.next().unwrap(), parts.next().unwrap())
        })
}

#[test]
fn subtle_cases_are_answered_rightly() {
    let checker = Checker::default();
    let mut wrong = String::new();
    for (number, answers, draft) in subtle() {
        if answers == "situation" || answers.starts_with('?') {
            continue;
        }
        let found = letters(verdict(&checker, draft));
        if !answers.split('/').any(|answer| answer == found) {
            writeln!(wrong, "{number}: {found}, expected {answers}: {draft}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn variants_and_their_near_misses_are_told_apart() {
    let checker = Checker::default();
    let mut wrong = String::new();
    let lines = VARIANTS.lines().filter(|line| !line.starts_with('#'));
    for (answers, draft) in lines.filter_map(|line| line.split_once(" | ")) {
        let found = letters(verdict(&checker, draft));
        let right = answers.split('/').any(|answer| answer == found);
        if !right && !answers.starts_with('?') {
            writeln!(wrong, "{found}, expected {answers}: {draft}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn no_subtle_case_is_left_out() {
    let mut numbers: Vec<u32> = subtle().map(|(number, ..)| number).collect();
    numbers.dedup();
    let all: Vec<u32> = (1..=SUBTLE_CASES).collect();
    assert_eq!(numbers, all);
}

#[test]
fn rules_of_the_catalogue_exist() {
    let missing: Vec<String> = rows()
        .into_iter()
        .flat_map(|row| row.rules)
        .filter(|id| !RULES.iter().any(|rule| rule.id == *id))
        .collect();
    assert!(missing.is_empty(), "no such rule: {missing:?}");
}

/// What the catalogue's drafts got.
struct Coverage {
    positives: usize,
    negatives: usize,
    unserved: Vec<String>,
    disturbed: Vec<String>,
}

fn coverage() -> Coverage {
    let checker = Checker::default();
    let mut found = Coverage {
        positives: 0,
        negatives: 0,
        unserved: Vec::new(),
        disturbed: Vec::new(),
    };
    for row in rows() {
        if !matches!(row.enforceable.as_str(), "text" | "context") {
            continue;
        }
        for example in row.positive_examples.iter().filter(|text| is_draft(text)) {
            found.positives += 1;
            if verdict(&checker, example) < row.needs() {
                found.unserved.push(format!("- {}: {example}", row.id));
            }
        }
        for example in row.negative_examples.iter().filter(|text| is_draft(text)) {
            found.negatives += 1;
            let case = Case::new(example);
            let report = checker.check(&case.text, &case.context);
            if let Some(finding) = report.findings.first() {
                let rule = &finding.rule;
                let line = format!("- {} (`{rule}`): {example}", row.id);
                found.disturbed.push(line);
            }
        }
    }
    found
}

#[test]
fn coverage_of_the_catalogue_does_not_fall() {
    let found = coverage();
    assert!(
        found.unserved.len() <= MOST_UNSERVED && found.disturbed.len() == MOST_DISTURBED,
        "{} unserved (at most {MOST_UNSERVED}), {} disturbed (at most {MOST_DISTURBED})\n{}\n{}",
        found.unserved.len(),
        found.disturbed.len(),
        found.unserved.join("\n"),
        found.disturbed.join("\n")
    );
}

#[test]
#[ignore = "writes docs/guidance-coverage.md"]
fn write_the_coverage() {
    let found = coverage();
    let page = format!(
        "# What of the guidance is not served yet\n\n\
         Written by `cargo test --test guidance -- --ignored` from `tests/guidance/catalogue.json`.\n\n\
         {} of {} drafts that should bring a prompt bring none (or a lesser one); \
         {} of {} drafts that should be left alone are not.\n\n\
         ## No prompt\n\n{}\n\n## Needless prompt\n\n{}\n",
        found.unserved.len(),
        found.positives,
        found.disturbed.len(),
        found.negatives,
        found.unserved.join("\n"),
        found.disturbed.join("\n")
    );
    std::fs::write(COVERAGE, page).unwrap();
}
