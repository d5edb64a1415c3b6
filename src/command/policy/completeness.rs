//! `primum policy completeness`: how much of a policy is there. It reads a
//! policy file (JSON), or a practice's written social media policy that was
//! begun from `policies/small-practice-policy.md`.

use std::fmt::Write;
use std::process::ExitCode;

use crate::policy::value::Value;

/// What a policy needs before it helps people: field, and what it is for.
/// The areas are those that `MedPro` and the AAP ask of a written policy.
const WANTED: [(&str, &str); 16] = [
    ("institutionNames", "whose policy it is"),
    ("discipline", "what clinicians do here"),
    ("documentUrl", "the written policy, to be read"),
    ("reviewedOn", "when it was last looked at"),
    ("purposeAndAudience", "what social media are for here"),
    ("contacts", "whom to ask, and where to report a concern"),
    ("reviewer", "who approves content"),
    ("reviewResponder", "who answers reviews"),
    ("authorisedPosters", "who may post for the institution"),
    ("professionalAccounts", "which accounts are professional"),
    ("securePortalUrl", "where care belongs instead"),
    ("messagingGuidelines", "rules for e-mail, texts and portals"),
    ("emergencyText", "what to answer in an emergency"),
    (
        "consentRegister",
        "how patients consent to words, images, stories",
    ),
    ("disclaimers", "disclaimers to use"),
    ("trainingUrl", "training"),
];

/// A blank of the skeleton that nobody has filled in yet.
const BLANK: &str = "[fill in";
/// The meter's width in characters.
const METER: usize = 20;

/// Runs `primum policy completeness FILE`. Exit status 1 while something is missing.
pub(super) fn run(path: &str) -> Result<ExitCode, String> {
    let text = super::text(path)?;
    let is_document = std::path::Path::new(path)
        .extension()
        .is_some_and(|ending| ending == "md");
    let parts = if is_document {
        document(&text)?
    } else {
        settings(&super::value(path)?)
    };
    let missing = parts.iter().any(|part| !part.is_there);
    super::super::print::whole(&meter(&parts))?;
    Ok(ExitCode::from(u8::from(missing)))
}

struct Part {
    name: String,
    is_there: bool,
}

fn settings(value: &Value) -> Vec<Part> {
    let read = crate::policy::Policy::read(value);
    let part = |(key, what): &(&str, &str)| {
        let refused = read.problems.iter().any(|problem| problem.path == *key);
        let is_empty = |value: &Value| {
            value.text() == Some("")
                || (value.text().is_none()
                    && value.items().is_empty()
                    && value.entries().is_empty())
        };
        let is_there = value.get(key).is_some_and(|value| !is_empty(value)) && !refused;
        Part {
            name: format!("{key} ({what})"),
            is_there,
        }
    };
    WANTED.iter().map(part).collect()
}

/// Sections (`## …`) of a written policy; one with a blank left is not there yet.
fn document(text: &str) -> Result<Vec<Part>, String> {
    let sections: Vec<&str> = text.split("\n## ").skip(1).collect();
    if sections.is_empty() {
        return Err("found no section; expected a document with headings \"## …\", as policies/small-practice-policy.md has".to_owned());
    }
    let part = |section: &&str| {
        let (name, body) = section.split_once('\n').unwrap_or((section, ""));
        Part {
            name: name.trim().to_owned(),
            is_there: !body.trim().is_empty() && !body.contains(BLANK),
        }
    };
    Ok(sections.iter().map(part).collect())
}

fn meter(parts: &[Part]) -> String {
    let there = parts.iter().filter(|part| part.is_there).count();
    let all = parts.len().max(1);
    let full = METER * there / all;
    let mut out = format!(
        "[{}{}] {there} of {all}\n",
        "#".repeat(full),
        ".".repeat(METER - full)
    );
    for part in parts.iter().filter(|part| !part.is_there) {
        let _ = writeln!(out, "missing: {}", part.name);
    }
    out
}
