//! `primum check`: one draft for a person, or a draft a line for programs.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::ExitCode;

use serde::{Deserialize, Serialize};

use crate::check::Checker;
use crate::context::Context;
use crate::finding::{Finding, Report, Verdict};
use crate::policy::Policy;

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
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let json = match serde_json::from_slice::<Row>(&line) {
            Ok(row) => {
                let report = report(checker, &row.text, &row.context, mentions);
                worst = worst.max(report.verdict);
                serde_json::to_string(&Answer { id: row.id, report })
            }
            Err(error) => {
                refused = true;
                let id = serde_json::from_slice::<serde_json::Value>(&line)
                    .ok()
                    .and_then(|row| row.get("id").cloned());
                serde_json::to_string(&Refusal {
                    id: id.unwrap_or_default(),
                    error: format!("line {}: {error}", index + 1),
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
    let mut text = String::new();
    input
        .read_to_string(&mut text)
        .map_err(|error| format!("expected UTF-8 text: {error}"))?;
    let report = report(checker, &text, &Context::default(), mentions);
    let mut out = std::io::stdout().lock();
    for finding in &report.findings {
        write_finding(&mut out, &text, finding).map_err(|error| error.to_string())?;
    }
    for mention in &report.mentions {
        writeln!(
            out,
            "{:?}: {}",
            mention.kind,
            text.get(mention.bytes()).unwrap_or("")
        )
        .map_err(|error| error.to_string())?;
    }
    Ok(status(report.verdict))
}

/// Prints a finding as compilers do: place, line, marked words, reason.
fn write_finding(out: &mut impl Write, text: &str, finding: &Finding) -> std::io::Result<()> {
    let line_start = text[..finding.byte_start]
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let line_end = text[finding.byte_start..]
        .find('\n')
        .map_or(text.len(), |at| finding.byte_start + at);
    let number = text[..finding.byte_start].matches('\n').count() + 1;
    let column = text[line_start..finding.byte_start].chars().count();
    let width = text[finding.byte_start..finding.byte_end.min(line_end)]
        .chars()
        .count()
        .max(1);
    let severity = format!("{:?}", finding.severity).to_lowercase();
    writeln!(out, "{severity}[{}]: {}", finding.rule, finding.title)?;
    writeln!(out, "  line {number}, column {}", column + 1)?;
    writeln!(out, "  | {}", &text[line_start..line_end])?;
    writeln!(out, "  | {}{}", " ".repeat(column), "^".repeat(width))?;
    writeln!(out, "  = {} ({})", finding.why, finding.sources.join("; "))?;
    writeln!(out)
}

fn status(verdict: Verdict) -> ExitCode {
    ExitCode::from(u8::from(verdict >= Verdict::Caution))
}
