//! Caught, interrupted, noted: by family, by rule and by contrast pair.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Label, Row};
use crate::finding::{Report, Verdict};

type Answered = [(Row, Report)];

fn interrupts(report: &Report) -> bool {
    report.verdict >= Verdict::Caution
}

/// The family a rule's rows are counted under (guidance §7, amendment 8).
fn corpus_family(rule: &str) -> &'static str {
    match crate::rules::RULES
        .iter()
        .find(|known| known.id == rule)
        .map(|known| known.family.id())
    {
        Some("privacy" | "media" | "reviews" | "permanence") => "privacy",
        Some("boundary" | "security") => "boundary",
        Some("advice") => "advice",
        Some("conduct") => "conduct",
        Some("identity") if is_connection(rule) => "boundary",
        Some("disclosure" | "identity") => "disclosure",
        _ => "unnamed",
    }
}

fn is_connection(rule: &str) -> bool {
    matches!(
        rule,
        "personal-profile-clinical-content"
            | "professional-profile-personal-content"
            | "audience-wider-than-intended"
            | "tag-review"
    )
}

/// Prints the table of a labelled file.
pub(super) fn labelled(out: &mut String, answered: &Answered, misses: bool) {
    let of = |label: Label| {
        answered
            .iter()
            .filter(move |(row, _)| row.label == Some(label))
    };
    let share = |label: Label, hit: fn(&Report) -> bool| {
        let all = of(label).count();
        (of(label).filter(|(_, report)| hit(report)).count(), all)
    };
    line(out, "must: caught", share(Label::Must, interrupts));
    line(
        out,
        "must not: interrupted",
        share(Label::MustNot, interrupts),
    );
    line(
        out,
        "must not: noted",
        share(Label::MustNot, |report| report.verdict == Verdict::Note),
    );
    line(out, "labelled spans touched", spans(answered));
    line(out, "pairs with both twins right", pairs(answered));
    by_key(out, "caught by family", answered, |row| {
        if row.families.is_empty() {
            row.rules
                .iter()
                .map(|rule| corpus_family(rule).to_owned())
                .collect()
        } else {
            row.families.clone()
        }
    });
    by_key(out, "caught by rule", answered, |row| row.rules.clone());
    false_alarms(out, answered);
    if misses {
        of(Label::Must)
            .filter(|(_, report)| !interrupts(report))
            .for_each(|(row, _)| {
                let _ = writeln!(out, "missed {}: {}", row.id, shown(row));
            });
        of(Label::MustNot)
            .filter(|(_, report)| interrupts(report))
            .for_each(|(row, report)| {
                let _ = writeln!(
                    out,
                    "false alarm {} [{}]: {}",
                    row.id,
                    report.findings[0].rule,
                    shown(row)
                );
            });
    }
}

/// Prints the table of a file without labels.
pub(super) fn ordinary(out: &mut String, answered: &Answered, misses: bool) {
    let all = answered.len();
    line(
        out,
        "interrupted",
        (
            answered
                .iter()
                .filter(|(_, report)| interrupts(report))
                .count(),
            all,
        ),
    );
    line(
        out,
        "noted",
        (
            answered
                .iter()
                .filter(|(_, report)| report.verdict == Verdict::Note)
                .count(),
            all,
        ),
    );
    if misses {
        answered
            .iter()
            .filter(|(_, report)| interrupts(report))
            .for_each(|(row, report)| {
                let _ = writeln!(
                    out,
                    "interrupted {} [{}]: {}",
                    row.id,
                    report.findings[0].rule,
                    shown(row)
                );
            });
    }
}

fn shown(row: &Row) -> String {
    row.text.replace('\n', " / ")
}

#[allow(clippy::cast_precision_loss, reason = "row counts are far below 2^52")]
pub(super) fn line(out: &mut String, what: &str, (hits, all): (usize, usize)) {
    let percent = 100.0 * hits as f64 / all.max(1) as f64;
    let _ = writeln!(out, "{what:<38} {hits:>5} / {all:<5} {percent:>6.1} %");
}

fn by_key(out: &mut String, title: &str, answered: &Answered, keys: impl Fn(&Row) -> Vec<String>) {
    let mut table: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (row, report) in answered
        .iter()
        .filter(|(row, _)| row.label == Some(Label::Must))
    {
        for key in keys(row) {
            let entry = table.entry(key).or_default();
            entry.0 += usize::from(interrupts(report));
            entry.1 += 1;
        }
    }
    let _ = writeln!(out, "\n### {title}");
    for (key, counts) in &table {
        line(out, key, *counts);
    }
}

fn false_alarms(out: &mut String, answered: &Answered) {
    let mut table: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, report) in answered
        .iter()
        .filter(|(row, _)| row.label == Some(Label::MustNot))
    {
        for finding in report
            .findings
            .iter()
            .filter(|finding| Verdict::from(finding.severity) >= Verdict::Caution)
        {
            *table.entry(finding.rule).or_default() += 1;
        }
    }
    let _ = writeln!(out, "\n### harmless drafts interrupted, by rule");
    for (rule, count) in &table {
        let _ = writeln!(out, "{rule:<38} {count:>5}");
    }
}

/// Labelled spans that a finding's span or evidence overlaps, of caught drafts
/// and missed ones alike.
fn spans(answered: &Answered) -> (usize, usize) {
    let (mut hits, mut all) = (0, 0);
    for (row, report) in answered
        .iter()
        .filter(|(row, _)| row.label == Some(Label::Must))
    {
        for text in row.spans.iter().filter_map(|span| span.text.as_deref()) {
            let Some(start) = row.text.find(text) else {
                continue;
            };
            let overlaps = |from: usize, to: usize| from < start + text.len() && start < to;
            all += 1;
            hits += usize::from(report.findings.iter().any(|finding| {
                overlaps(finding.byte_start, finding.byte_end)
                    || finding
                        .evidence
                        .iter()
                        .any(|words| overlaps(words.byte_start, words.byte_end))
            }));
        }
    }
    (hits, all)
}

fn pairs(answered: &Answered) -> (usize, usize) {
    let mut table: BTreeMap<&str, (bool, usize)> = BTreeMap::new();
    for (row, report) in answered {
        let Some(pair) = row.pair.as_deref() else {
            continue;
        };
        let right = match row.label {
            Some(Label::Must) => interrupts(report),
            Some(Label::MustNot) => !interrupts(report),
            _ => true,
        };
        let entry = table.entry(pair).or_insert((true, 0));
        entry.0 &= right;
        entry.1 += 1;
    }
    let whole: Vec<bool> = table
        .values()
        .filter(|(_, rows)| *rows > 1)
        .map(|(right, _)| *right)
        .collect();
    (whole.iter().filter(|right| **right).count(), whole.len())
}
