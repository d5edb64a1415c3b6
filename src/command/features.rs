//! `primum features`: what the learned weights see of each draft, a line of
//! numbers a draft, for `tools/train`.

use std::io::{BufRead, Write};
use std::process::ExitCode;

use serde::Deserialize;

use crate::context::Context;
use crate::draft::Draft;
use crate::evidence::features::features;
use crate::facts::Facts;
use crate::facts::term::Terms;

#[derive(Deserialize)]
struct Row {
    text: String,
    #[serde(default)]
    context: Context,
}

/// Reads drafts as JSON lines from standard input.
pub(super) fn run() -> Result<ExitCode, String> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (index, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line.map_err(|error| format!("line {}: {error}", index + 1))?;
        let row: Row = super::json::parse(line.as_bytes()).map_err(|error| {
            format!(
                "line {}: {}",
                index + 1,
                super::json::problem(line.as_bytes(), &error)
            )
        })?;
        let draft = Draft::new(&row.text);
        let found = features(
            &draft,
            &Facts::in_context(&draft, &Terms::default(), &row.context),
            &row.context,
        );
        let numbers: Vec<String> = found.iter().map(u32::to_string).collect();
        writeln!(out, "{}", numbers.join(" ")).map_err(|error| error.to_string())?;
    }
    out.flush().map_err(|error| error.to_string())?;
    Ok(ExitCode::SUCCESS)
}
