//! Fixes: changes of the draft that lower or clear a finding.
//!
//! A rule names kinds of fixes; here they become edits, from facts. What a
//! fixed text would be judged as, [`crate::check::Checker::helpful`] knows.

mod addition;
mod age;
mod claim;
mod clue;
mod generalise;
mod identifier;
mod person;
mod place;
mod plan;
mod removal;
mod template;
mod time;
mod wording;
mod words;

pub use addition::LABEL;

use std::ops::Range;

use crate::finding::{Edit, Fix, FixKind};
use crate::rule::Judgement;
use crate::scene::Scene;

/// What is to be fixed: the judgement of one rule.
struct Matter<'a> {
    scene: &'a Scene<'a>,
    rule: &'a str,
    family: &'a str,
    judgement: &'a Judgement,
}

impl Matter<'_> {
    /// The tokens the finding marks.
    fn marked(&self) -> Range<usize> {
        self.tokens_at(&self.judgement.span)
    }

    /// The tokens that `bytes` of the folded text touch.
    fn tokens_at(&self, bytes: &Range<usize>) -> Range<usize> {
        let tokens = self.scene.draft.tokens();
        let first = tokens.at_byte(bytes.start);
        let end = bytes
            .end
            .checked_sub(1)
            .map_or(0, |last| tokens.at_byte(last) + 1);
        first..end.clamp(first, tokens.len())
    }
}

/// Turns the kinds of fixes of `judgement` into edits of the source. A kind
/// that has nothing to change is left out.
#[must_use]
pub fn spelled_out(scene: &Scene<'_>, rule: &str, family: &str, judgement: &Judgement) -> Vec<Fix> {
    let matter = Matter {
        scene,
        rule,
        family,
        judgement,
    };
    let kinds = judgement.fixes.iter();
    kinds
        .filter_map(|kind| {
            let edits = edits(&matter, *kind)?;
            (!edits.is_empty()).then_some(Fix { kind: *kind, edits })
        })
        .collect()
}

fn edits(matter: &Matter<'_>, kind: FixKind) -> Option<Vec<Edit>> {
    match kind {
        FixKind::RemoveSpan => removal::edits(matter),
        FixKind::Generalise => generalise::edits(matter),
        FixKind::NeutralWording if matter.rule == "unsupported-claim" => claim::edits(matter),
        FixKind::NeutralWording => wording::edits(matter),
        FixKind::Template => template::edits(matter),
        FixKind::AddLabel => addition::label(matter),
        FixKind::AddSource => addition::source(matter),
    }
}

/// `text` after `edits`, which are in order and do not overlap.
#[must_use]
pub fn applied(text: &str, edits: &[Edit]) -> String {
    let mut fixed = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        fixed.push_str(text.get(at..edit.byte_start).unwrap_or(""));
        fixed.push_str(&edit.replacement);
        at = edit.byte_end;
    }
    fixed.push_str(text.get(at..).unwrap_or(""));
    fixed
}
