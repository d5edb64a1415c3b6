//! The native command `primum`, verb by verb.

mod check;
mod corpus;
mod features;
mod json;
mod policy;
mod print;
mod rules;

use std::io::Write;
use std::process::ExitCode;

/// Exit status for bad input (design §5.1).
const BAD_INPUT: u8 = 2;

const USAGE: &str = "usage: primum check [--jsonl] [--mentions] [--policy FILE] [FILE|-]\n       primum corpus [--seen|--unseen] [--misses] FILE…\n       primum features < DRAFTS.jsonl
       primum rules [--json|--markdown]
       primum explain RULE
       primum policy check|template|completeness|schema|docs …";

/// Runs the command with `arguments` (without the program's name).
#[must_use]
pub fn run(arguments: Vec<String>) -> ExitCode {
    let mut arguments = arguments.into_iter();
    let result = match arguments.next().as_deref() {
        Some("check") => check::run(arguments.collect()),
        Some("corpus") => corpus::run(&arguments.collect::<Vec<_>>()),
        Some("features") => features::run(),
        Some("policy") => policy::run(&arguments.collect::<Vec<_>>()),
        Some("rules") => rules::run(&arguments.collect::<Vec<_>>()),
        Some("explain") => rules::explain(&arguments.collect::<Vec<_>>()),
        Some("help" | "--help" | "-h") => print::whole(&format!("{USAGE}\n")),
        Some(verb) => Err(format!("unknown verb \"{verb}\"; {USAGE}")),
        None => Err(USAGE.to_owned()),
    };
    result.unwrap_or_else(|problem| {
        let _ = writeln!(std::io::stderr(), "primum: {problem}");
        ExitCode::from(BAD_INPUT)
    })
}
