//! Fixes: changes of the draft that lower or clear a finding.

use crate::finding::{Edit, Fix, FixKind};
use crate::rule::Judgement;
use crate::scene::Scene;

/// The label that says a case has been de-identified (AAP 2021 recommendation 8).
pub const LABEL: &str = "Details changed to protect privacy.";

/// Turns the kinds of fixes of `judgement` into edits of the source.
#[must_use]
pub fn spelled_out(scene: &Scene<'_>, judgement: &Judgement) -> Vec<Fix> {
    judgement
        .fixes
        .iter()
        .filter_map(|kind| one(scene, judgement, *kind))
        .collect()
}

fn one(scene: &Scene<'_>, judgement: &Judgement, kind: FixKind) -> Option<Fix> {
    let edits = match kind {
        FixKind::RemoveSpan => {
            let span = scene.draft.to_source(judgement.span.clone());
            vec![Edit {
                byte_start: span.start,
                byte_end: span.end,
                replacement: String::new(),
            }]
        }
        FixKind::AddLabel => {
            let end = scene.draft.source().len();
            vec![Edit {
                byte_start: end,
                byte_end: end,
                replacement: format!(" {LABEL}"),
            }]
        }
        _ => return None,
    };
    Some(Fix { kind, edits })
}
