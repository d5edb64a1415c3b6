//! `primum corpus`: how the checker does on labelled drafts.
//!
//! Rows are the drafts of `tests/drafts`: `text`, `context`, `label` (`must`,
//! `must_not`, `may`), `families`, `rules`, `spans`, `pair`. Files without labels
//! count as ordinary posts, of which none should be interrupted.

mod phi;
mod tally;

use std::process::ExitCode;

use serde::Deserialize;

use crate::check::Checker;
use crate::context::Context;
use crate::finding::Report;

/// A fifth of all rows is kept unseen while rules and weights are made: those
/// whose pair (or own) id has this remainder.
const UNSEEN_OF: u64 = 5;

/// One draft of a collection.
#[derive(Clone, Debug, Deserialize)]
struct Row {
    id: String,
    text: String,
    #[serde(default)]
    context: Context,
    label: Option<Label>,
    #[serde(default)]
    families: Vec<String>,
    #[serde(default)]
    rules: Vec<String>,
    #[serde(default)]
    spans: Vec<Span>,
    pair: Option<String>,
}

/// What a careful privacy officer would want.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Label {
    Must,
    MustNot,
    May,
}

/// A labelled stretch: by its words, or by offsets in code points.
#[derive(Clone, Debug, Deserialize)]
struct Span {
    text: Option<String>,
    #[serde(rename = "type")]
    kind: String,
    start: Option<usize>,
    end: Option<usize>,
}

impl Row {
    /// Whether it belongs to the fifth that nobody looked at.
    fn is_unseen(&self) -> bool {
        let key = self.pair.as_deref().unwrap_or(&self.id);
        crate::sense::hash::with_word(crate::sense::hash::START, key).is_multiple_of(UNSEEN_OF)
    }
}

/// Which rows to count.
#[derive(Clone, Copy, Default, PartialEq)]
enum Part {
    #[default]
    All,
    Seen,
    Unseen,
}

/// Runs `primum corpus [--seen|--unseen] [--rules-only] [--misses] FILE…`.
pub(super) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let mut part = Part::All;
    let mut misses = false;
    let mut checker = Checker::default();
    let mut files = Vec::new();
    for argument in arguments {
        match argument.as_str() {
            "--seen" => part = Part::Seen,
            "--unseen" => part = Part::Unseen,
            "--misses" => misses = true,
            "--rules-only" => checker = checker.rules_only(),
            flag if flag.starts_with("--") => {
                return Err(format!(
                    "unknown option \"{flag}\"; expected --seen, --unseen, --rules-only or --misses"
                ));
            }
            file => files.push(file.to_owned()),
        }
    }
    if files.is_empty() {
        return Err("corpus: expected at least one file of drafts".to_owned());
    }
    for file in files {
        let rows = read(&file)?;
        let rows: Vec<Row> = rows
            .into_iter()
            .filter(|row| part == Part::All || row.is_unseen() == (part == Part::Unseen))
            .collect();
        let mut out = format!("\n## {} ({} rows)\n", name(&file), rows.len());
        let answered: Vec<(Row, Report)> = rows
            .into_iter()
            .map(|row| {
                let report = checker.check_with_mentions(&row.text, &row.context);
                (row, report)
            })
            .collect();
        if answered.iter().any(|(row, _)| row.label.is_some()) {
            tally::labelled(&mut out, &answered, misses);
        } else {
            tally::ordinary(&mut out, &answered, misses);
            phi::recall(&mut out, &answered);
        }
        super::print::whole(&out)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

fn read(file: &str) -> Result<Vec<Row>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            super::json::parse(line.as_bytes())
                .map_err(|error| format!("{file}, line {}: {error}", index + 1))
        })
        .collect()
}
