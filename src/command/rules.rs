//! `primum rules` and `primum explain`: the rules, from their own files.

use std::fmt::Write;
use std::process::ExitCode;

use serde_json::json;

use crate::rule::{Family, Rule};
use crate::rules::RULES;

const HEAD: &str = "# Rules

What Primum looks for, why, and what helps. Severities: a note never delays a post, a caution asks for a pause, a stop for a second, deliberate step.
This page is written by `primum rules --markdown` from the rules' own files.
";

/// Runs `primum rules [--json|--markdown]`.
pub(super) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let text = match arguments.as_slice() {
        [] => list(),
        ["--json"] => as_json(),
        ["--markdown"] => markdown(),
        _ => return Err("expected primum rules [--json|--markdown]".to_owned()),
    };
    super::print::whole(&text)
}

/// Runs `primum explain RULE`.
pub(super) fn explain(arguments: &[String]) -> Result<ExitCode, String> {
    let [id] = arguments else {
        return Err("expected primum explain RULE".to_owned());
    };
    let Some(rule) = RULES.iter().find(|rule| rule.id == id) else {
        let problem = crate::policy::problem::Problem::new("", "", "")
            .meaning(id, RULES.iter().map(|rule| rule.id));
        let hint = problem
            .meant
            .map(|meant| format!("; did you mean \"{meant}\"?"))
            .unwrap_or_default();
        return Err(format!(
            "no rule \"{id}\", expected one that \"primum rules\" lists{hint}"
        ));
    };
    let mut out = String::new();
    section(&mut out, rule, "#");
    let _ = write!(out, "\nMarked:\n{}", examples(rule.cases.flags));
    let _ = write!(out, "\nLeft alone:\n{}", examples(rule.cases.allows));
    super::print::whole(&out)
}

fn examples(cases: &[&str]) -> String {
    let one = |all: String, case: &&str| all + "- " + &case.replace('\n', " ") + "\n";
    cases.iter().fold(String::new(), one)
}

fn severity(rule: &Rule) -> String {
    format!("{:?}", rule.severity).to_lowercase()
}

fn list() -> String {
    let line = |rule: &&Rule| {
        format!(
            "{:<34} {:<11} {:<8} {}\n",
            rule.id,
            rule.family.id(),
            severity(rule),
            rule.title()
        )
    };
    RULES.iter().map(line).collect()
}

fn as_json() -> String {
    let one = |rule: &&Rule| {
        json!({
            "id": rule.id,
            "family": rule.family.id(),
            "severity": rule.severity,
            "title": rule.title(),
            "why": rule.why(),
            "instead": rule.instead(),
            "differs": rule.section("When it differs"),
            "sources": rule.sources(),
        })
    };
    let all: Vec<_> = RULES.iter().map(one).collect();
    format!("{:#}\n", serde_json::Value::Array(all))
}

fn markdown() -> String {
    let mut out = HEAD.to_owned();
    for family in Family::ALL {
        let rules: Vec<_> = RULES.iter().filter(|rule| rule.family == family).collect();
        if rules.is_empty() {
            continue;
        }
        let _ = write!(out, "\n## {}\n", family.id());
        for rule in rules {
            section(&mut out, rule, "###");
        }
    }
    out
}

fn section(out: &mut String, rule: &Rule, level: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    let _ = write!(
        out,
        "{level} `{}`\n\n{} ({}, {}).\n",
        rule.id,
        rule.title(),
        rule.family.id(),
        severity(rule)
    );
    for (name, heading) in [
        ("Why", "Why pause"),
        ("Instead", "Write instead"),
        ("Differs", "When it differs"),
    ] {
        let body = rule
            .section(heading)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let _ = write!(out, "\n- {name}: {body}");
    }
    let _ = write!(out, "\n- Sources: {}\n", rule.sources().join("; "));
}
