//! `primum policy`: what an administrator does with a policy file.

mod completeness;
mod docs;
mod schema;
mod template;

use std::process::ExitCode;

use super::print;
use crate::policy::problem::Problem;
use crate::policy::value::Value;
use crate::policy::{Policy, Read, institution};

pub(super) const USAGE: &str = "primum policy check FILE
       primum policy template PLATFORM [--id ID] [--update-url URL] [FILE]
       primum policy completeness FILE
       primum policy schema
       primum policy docs";

/// Runs `primum policy`.
pub(super) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["check", path] => check(path),
        ["template", rest @ ..] => template::run(rest),
        ["completeness", path] => completeness::run(path),
        ["schema"] => print::whole(&schema::text()),
        ["docs"] => print::whole(&docs::text()),
        _ => Err(format!("expected {USAGE}")),
    }
}

/// Prints every problem of the file at once; exit status 2 when there is one.
fn check(path: &str) -> Result<ExitCode, String> {
    let read = read(path)?;
    let mut problems = read.problems;
    problems.extend(institution::problems(&read.policy));
    let mut lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.push(count(&problems));
    let told: String = lines
        .iter()
        .fold(String::new(), |all, line| all + path + ": " + line + "\n");
    let status = if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(super::BAD_INPUT)
    };
    print::whole(&told)?;
    Ok(status)
}

fn count(problems: &[Problem]) -> String {
    match problems.len() {
        0 => "no problem found".to_owned(),
        1 => "1 problem; everything else holds".to_owned(),
        many => format!("{many} problems; everything else holds"),
    }
}

/// Reads the policy in the file `path`.
pub(super) fn read(path: &str) -> Result<Read, String> {
    Ok(Policy::read(&value(path)?))
}

/// The JSON value in the file `path`.
fn value(path: &str) -> Result<Value, String> {
    let text = text(path)?;
    serde_json::from_str(&text).map_err(|error| format!("{path}: {error}, expected JSON"))
}

fn text(path: &str) -> Result<String, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    // Editors of Windows put a mark before the text.
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}
