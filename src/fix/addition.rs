//! Words at the end of the draft: the label of a changed case, a disclosure,
//! a disclaimer, the emergency line.

use super::{Matter, template};
use crate::finding::Edit;
use crate::sense::class;

/// The label that says a case has been de-identified (AAP 2021 recommendation 8).
pub const LABEL: &str = "Details changed to protect privacy.";
/// A tie, said plainly (guidance §2, disclosure).
const TIE: &str = "Disclosure: I have a tie to the maker.";
/// A hedge for claims without a source.
const HEDGE: &str = "Results may differ; please ask your own care team.";

pub(super) fn label(matter: &Matter<'_>) -> Option<Vec<Edit>> {
    let labelled = matter.scene.has(class::DEID);
    (!labelled).then(|| appended(matter, LABEL))
}

pub(super) fn source(matter: &Matter<'_>) -> Option<Vec<Edit>> {
    let policy = matter.scene.policy;
    let words = match matter.rule {
        "education-disclaimer" => template::place("information", policy),
        "urgent-symptom-reply" => template::place("emergency", policy),
        rule if rule.contains("conflict") || rule.contains("sponsor") || rule.contains("gift") => {
            TIE.to_owned()
        }
        _ => HEDGE.to_owned(),
    };
    (!words.is_empty()).then(|| appended(matter, &words))
}

fn appended(matter: &Matter<'_>, words: &str) -> Vec<Edit> {
    let source = matter.scene.draft.source();
    let end = source.trim_end().len();
    let lead = match source[..end].chars().next_back() {
        None => "",
        Some(last) if last.is_alphanumeric() && !ends_in_a_tag(source) => ". ",
        Some(_) => " ",
    };
    vec![Edit {
        byte_start: end,
        byte_end: end,
        replacement: format!("{lead}{words}"),
    }]
}

/// A full stop would become part of an address, and looks odd behind a hashtag.
fn ends_in_a_tag(source: &str) -> bool {
    let last = source.split_whitespace().next_back().unwrap_or("");
    last.starts_with(['#', '@']) || last.contains("://")
}
