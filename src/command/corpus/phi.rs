//! Recall of protected health information by type, where a file labels spans by
//! offsets in code points (the ASQ-PHI collection; broad-twitter names).

use std::collections::BTreeMap;

use super::Row;
use super::tally::line;
use crate::finding::{MentionKind, Report};

/// Kinds that count as a hit on protected health information.
const PROTECTED: [MentionKind; 9] = [
    MentionKind::Person,
    MentionKind::Date,
    MentionKind::Age,
    MentionKind::Place,
    MentionKind::Facility,
    MentionKind::Contact,
    MentionKind::Id,
    MentionKind::Url,
    MentionKind::Bed,
];

/// Prints recall by type, and the share of texts without a span in which
/// something protected is found all the same.
pub(super) fn recall(out: &mut String, answered: &[(Row, Report)]) {
    let mut table: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut clean, mut flagged) = (0, 0);
    for (row, report) in answered {
        let found: Vec<_> = report
            .mentions
            .iter()
            .filter(|mention| PROTECTED.contains(&mention.kind))
            .collect();
        if row.spans.is_empty() {
            clean += 1;
            flagged += usize::from(found.iter().any(|mention| mention.kind != MentionKind::Age));
        }
        for span in &row.spans {
            let (Some(start), Some(end)) =
                (byte_at(&row.text, span.start), byte_at(&row.text, span.end))
            else {
                continue;
            };
            let entry = table.entry(&span.kind).or_default();
            entry.0 += usize::from(
                found
                    .iter()
                    .any(|mention| mention.byte_start < end && start < mention.byte_end),
            );
            entry.1 += 1;
        }
    }
    if table.is_empty() {
        return;
    }
    out.push_str("\n### recall by type\n");
    for (kind, counts) in &table {
        line(out, kind, *counts);
    }
    let sum = table
        .values()
        .fold((0, 0), |sum, counts| (sum.0 + counts.0, sum.1 + counts.1));
    line(out, "all types", sum);
    line(out, "texts without a span: flagged", (flagged, clean));
}

fn byte_at(text: &str, code_point: Option<usize>) -> Option<usize> {
    let wanted = code_point?;
    Some(
        text.char_indices()
            .nth(wanted)
            .map_or(text.len(), |(byte, _)| byte),
    )
}
