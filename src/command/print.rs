//! What is printed: whole texts, and a report for a person as compilers print
//! theirs: the line, the marked words, the rule, the reason, the fix.

use std::io::{Result, Write};
use std::process::ExitCode;

use crate::finding::{Edit, Finding, Fix, FixKind, Report};
use crate::rules::RULES;

/// Prints `text` as it is. A reader that went away is an error in words, no panic.
pub(super) fn whole(text: &str) -> std::result::Result<ExitCode, String> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())
        .map_err(|error| error.to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// Prints every finding and every mention of `report` of `text`.
pub(super) fn report(out: &mut impl Write, text: &str, report: &Report) -> Result<()> {
    for one in &report.findings {
        finding(out, text, one)?;
    }
    for mention in &report.mentions {
        let words = text.get(mention.bytes()).unwrap_or("");
        writeln!(out, "{:?}: {}", mention.kind, shown(words))?;
    }
    Ok(())
}

fn finding(out: &mut impl Write, text: &str, finding: &Finding) -> Result<()> {
    let before = text.get(..finding.byte_start).unwrap_or("");
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(line_start..).unwrap_or("");
    let line = line.lines().next().unwrap_or("");
    let lead = before.get(line_start..).unwrap_or("");
    let marked = finding.byte_end.min(line_start + line.len());
    let marked = text.get(finding.byte_start..marked).unwrap_or("");
    let severity = format!("{:?}", finding.severity).to_lowercase();
    writeln!(out, "{severity}[{}]: {}", finding.rule, finding.title)?;
    let number = before.matches('\n').count() + 1;
    writeln!(out, "  line {number}, column {}", lead.chars().count() + 1)?;
    writeln!(out, "  | {line}")?;
    let carets = "^".repeat(marked.chars().count().max(1));
    writeln!(out, "  | {}{carets}", blank(lead))?;
    writeln!(out, "  = {} ({})", finding.why, finding.sources.join("; "))?;
    help(out, text, finding)?;
    writeln!(out)
}

/// As wide as `lead` on a terminal, where its letters are one column wide.
fn blank(lead: &str) -> String {
    lead.chars()
        .map(|letter| if letter == '\t' { '\t' } else { ' ' })
        .collect()
}

/// The fixes; where there is none to make, what to write instead.
fn help(out: &mut impl Write, text: &str, finding: &Finding) -> Result<()> {
    for fix in &finding.fixes {
        let edits: Vec<String> = fix.edits.iter().map(|edit| change(text, edit)).collect();
        writeln!(out, "  = fix, {}: {}", name(fix), edits.join(", "))?;
    }
    let rule = RULES.iter().find(|rule| rule.id == finding.rule);
    match rule {
        Some(rule) if finding.fixes.is_empty() => {
            let words: Vec<&str> = rule.instead().split_whitespace().collect();
            writeln!(out, "  = instead: {}", words.join(" "))
        }
        _ => Ok(()),
    }
}

fn name(fix: &Fix) -> &'static str {
    match fix.kind {
        FixKind::RemoveSpan => "leave out",
        FixKind::Generalise => "say less exactly",
        FixKind::AddLabel => "add a label",
        FixKind::NeutralWording => "calmer words",
        FixKind::Template => "another text",
        FixKind::AddSource => "add",
    }
}

fn change(text: &str, edit: &Edit) -> String {
    let given = text.get(edit.byte_start..edit.byte_end).unwrap_or("");
    match (given, edit.replacement.as_str()) {
        ("", new) => format!("+ \"{}\"", shown(new)),
        (old, "") => format!("- \"{}\"", shown(old)),
        (old, new) => format!("\"{}\" -> \"{}\"", shown(old), shown(new)),
    }
}

/// On one line.
fn shown(words: &str) -> String {
    words.replace("\r\n", "\n").replace('\n', " / ")
}
