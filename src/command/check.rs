//! `primum check`: one draft for a person, or a draft a line for programs.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::ExitCode;

use serde::{Deserialize, Serialize};

use crate::check::Checker;
use crate::context::Context;
use crate::finding::{Report, Verdict};
use crate::policy::Policy;

use super::{json, print};

/// Editors of Windows put it before the text.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What was asked for.
#[derive(Default)]
struct Options {
    jsonl: bool,
    mentions: bool,
    rules_only: bool,
    policy: Option<String>,
    file: Option<String>,
}

/// One line of `--jsonl` input.
#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    id: serde_json::Value,
    text: String,
    #[serde(default)]
    context: Context,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    #[serde(flatten)]
    report: Report,
}

#[derive(Serialize)]
struct Refusal {
    id: serde_json::Value,
    error: String,
}

/// Runs `primum check`.
pub(super) fn run(arguments: Vec<String>) -> Result<ExitCode, String> {
    let options = read_options(arguments)?;
    let mut checker = Checker::new(policy(options.policy.as_deref())?);
    if options.rules_only {
        checker = checker.rules_only();
    }
    let input: Box<dyn Read> = match options.file.as_deref() {
        None | Some("-") => Box::new(std::io::stdin()),
        Some(path) => {
            Box::new(std::fs::File::open(path).map_err(|error| format!("{path}: {error}"))?)
        }
    };
    if options.jsonl {
        lines(&checker, input, options.mentions)
    } else {
        one(&checker, input, options.mentions)
    }
}

fn read_options(arguments: Vec<String>) -> Result<Options, String> {
    let mut options = Options::default();
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--jsonl" => options.jsonl = true,
            "--mentions" => options.mentions = true,
            "--rules-only" => options.rules_only = true,
            "--policy" => {
                options.policy = Some(arguments.next().ok_or("--policy: expected a file's name")?);
            }
            flag if flag.starts_with("--") => {
                return Err(format!(
                    "unknown option \"{flag}\"; expected --jsonl, --mentions, --rules-only or --policy FILE"
                ));
            }
            _ if options.file.is_some() => {
                return Err(format!("\"{argument}\": expected one file, got a second"));
            }
            _ => options.file = Some(argument),
        }
    }
    Ok(options)
}

fn policy(path: Option<&str>) -> Result<Policy, String> {
    let Some(path) = path else {
        return Ok(Policy::default());
    };
    let read = super::policy::read(path)?;
    for problem in &read.problems {
        let _ = writeln!(std::io::stderr(), "primum: {path}: {problem}");
    }
    Ok(read.policy)
}

fn report(checker: &Checker, text: &str, context: &Context, mentions: bool) -> Report {
    let report = if mentions {
        checker.check_with_mentions(text, context)
    } else {
        checker.check(text, context)
    };
    checker.helpful(report, text, context)
}

fn lines(checker: &Checker, input: impl Read, mentions: bool) -> Result<ExitCode, String> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut worst, mut refused) = (Verdict::Clear, false);
    let mut input = BufReader::new(input);
    for index in 0.. {
        // Whoever waits for an answer before the next draft gets it now.
        if input.buffer().is_empty() {
            out.flush().map_err(|error| error.to_string())?;
        }
        let mut line = Vec::new();
        let read = input.read_until(b'\n', &mut line);
        if read.map_err(|error| format!("line {}: {error}", index + 1))? == 0 {
            break;
        }
        if index == 0 && line.starts_with(BYTE_ORDER_MARK) {
            line.drain(..BYTE_ORDER_MARK.len());
        }
        line.truncate(line.trim_ascii_end().len());
        if line.is_empty() {
            continue;
        }
        let json = match json::parse::<Row>(&line) {
            Ok(row) => {
                let report = report(checker, &row.text, &row.context, mentions);
                worst = worst.max(report.verdict);
                serde_json::to_string(&Answer { id: row.id, report })
            }
            Err(error) => {
                refused = true;
                let row = json::parse::<serde_json::Value>(&line).ok();
                let id = row.and_then(|row| row.get("id").cloned());
                let problem = json::problem(&line, &error);
                serde_json::to_string(&Refusal {
                    id: id.unwrap_or_default(),
                    error: format!("line {}: {problem}", index + 1),
                })
            }
        };
        let json = json.map_err(|error| format!("line {}: {error}", index + 1))?;
        writeln!(out, "{json}").map_err(|error| error.to_string())?;
    }
    out.flush().map_err(|error| error.to_string())?;
    Ok(if refused {
        ExitCode::from(super::BAD_INPUT)
    } else {
        status(worst)
    })
}

fn one(checker: &Checker, mut input: impl Read, mentions: bool) -> Result<ExitCode, String> {
    let mut bytes = Vec::new();
    input
        .read_to_end(&mut bytes)
        .map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("byte {at} is no UTF-8, expected UTF-8 text")
    })?;
    let report = report(checker, &text, &Context::default(), mentions);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    print::report(&mut out, &text, &report)
        .and_then(|()| out.flush())
        .map_err(|error| error.to_string())?;
    Ok(status(report.verdict))
}

fn status(verdict: Verdict) -> ExitCode {
    ExitCode::from(u8::from(verdict >= Verdict::Caution))
}
