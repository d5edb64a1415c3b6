//! The practice page: any text in any context, judged by the checker that
//! judges drafts, and exercises to think through.

use std::collections::BTreeSet;

use crate::check::Checker;
use crate::context::{Audience, Context, Media, Profile, Site, Surface};
use crate::finding::{Finding, Severity, Verdict};
use crate::pages::content::{Choice, Exercise};
use crate::session::line::Lines;

/// What a context may be, with the names of the contract.
pub const SITES: [(Site, &str); 3] = [
    (Site::Facebook, "facebook"),
    (Site::X, "x"),
    (Site::Other, "other"),
];
/// Kinds of compose boxes.
pub const SURFACES: [(Surface, &str); 5] = [
    (Surface::Post, "post"),
    (Surface::Reply, "reply"),
    (Surface::Message, "message"),
    (Surface::ReviewResponse, "review_response"),
    (Surface::Bio, "bio"),
];
/// What the account is for.
pub const PROFILES: [(Profile, &str); 5] = [
    (Profile::Personal, "personal"),
    (Profile::Professional, "professional"),
    (Profile::Both, "both"),
    (Profile::Alias, "alias"),
    (Profile::Unknown, "unknown"),
];
/// Who can read it.
pub const AUDIENCES: [(Audience, &str); 6] = [
    (Audience::Public, "public"),
    (Audience::Friends, "friends"),
    (Audience::Group, "group"),
    (Audience::Protected, "protected"),
    (Audience::OnlyMe, "only_me"),
    (Audience::Unknown, "unknown"),
];
/// What is attached.
pub const MEDIA: [(Media, &str); 3] = [
    (Media::None, "none"),
    (Media::Photo, "photo"),
    (Media::Video, "video"),
];

/// A stretch of the draft, marked or not.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Piece<'a> {
    /// The words.
    pub text: &'a str,
    /// The worst that was found in them.
    pub severity: Option<Severity>,
}

/// What is being tried.
#[derive(Debug, Default)]
pub struct Practice {
    /// The draft.
    pub text: String,
    /// Where it is being written.
    pub context: Context,
    /// The exercise that is open, and the answer that was chosen.
    pub open: Option<(usize, Option<usize>)>,
    /// Exercises that were answered well.
    pub solved: BTreeSet<usize>,
    /// The findings as lines.
    pub lines: Lines,
    /// Whether lines behind "more" are shown.
    pub shows_more: bool,
    findings: Vec<Finding>,
}

impl Practice {
    /// Checks the draft again.
    pub fn check(&mut self, checker: &Checker) {
        self.findings = checker.check(&self.text, &self.context).findings;
        self.lines = Lines::new(&self.findings, &self.text);
        self.shows_more = false;
    }

    /// The worst of what was found.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.findings
            .iter()
            .map(|finding| finding.severity)
            .max()
            .map_or(Verdict::Clear, Verdict::from)
    }

    /// Changes one part of the context; what is not known is dropped.
    pub fn set(&mut self, field: &str, value: &str) {
        match field {
            "text" => value.clone_into(&mut self.text),
            "parent" => {
                self.context.parent = Some(value.to_owned()).filter(|text| !text.trim().is_empty());
            }
            "site" => choose(&SITES, value, &mut self.context.site),
            "surface" => choose(&SURFACES, value, &mut self.context.surface),
            "profile" => choose(&PROFILES, value, &mut self.context.profile),
            "audience" => choose(&AUDIENCES, value, &mut self.context.audience),
            "media" => choose(&MEDIA, value, &mut self.context.media),
            _ => {}
        }
    }

    /// Takes the draft of an exercise, or the better one, with its context.
    pub fn take(&mut self, exercise: &Exercise, better: bool) {
        let wanted = if better {
            &exercise.better
        } else {
            &exercise.draft
        };
        if let Some(draft) = wanted {
            draft.clone_into(&mut self.text);
            self.context = exercise.context.clone();
        }
    }

    /// Answers the open exercise.
    pub fn answer<'a>(&mut self, exercises: &'a [Exercise], number: usize) -> Option<&'a Choice> {
        let (open, _) = self.open?;
        let choice = exercises.get(open)?.choices.get(number)?;
        self.open = Some((open, Some(number)));
        if choice.fits {
            self.solved.insert(open);
        }
        Some(choice)
    }

    /// Applies a fix of a line to the draft.
    pub fn fix(&mut self, line: usize, fix: usize) {
        let Some(fix) = self.lines.get(line).and_then(|line| line.fixes.get(fix)) else {
            return;
        };
        // From the end, so that earlier offsets stay right.
        for edit in fix.edits.iter().rev() {
            let bytes = edit.byte_start..edit.byte_end;
            if self.text.get(bytes.clone()).is_some() {
                self.text.replace_range(bytes, &edit.replacement);
            }
        }
    }

    /// The draft in pieces, so that what was found can be marked.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut ends: Vec<usize> = self
            .findings
            .iter()
            .flat_map(|f| [f.byte_start, f.byte_end])
            .collect();
        ends.extend([0, self.text.len()]);
        ends.sort_unstable();
        ends.dedup();
        let stretch = |ends: &[usize]| {
            let (start, end) = (*ends.first()?, *ends.last()?);
            let covering = self
                .findings
                .iter()
                .filter(|f| f.byte_start <= start && end <= f.byte_end);
            Some(Piece {
                text: self.text.get(start..end)?,
                severity: covering.map(|finding| finding.severity).max(),
            })
        };
        ends.windows(2).filter_map(stretch).collect()
    }
}

fn choose<T: Copy>(options: &[(T, &str)], value: &str, target: &mut T) {
    if let Some((option, _)) = options.iter().find(|(_, name)| *name == value) {
        *target = *option;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;

    fn practice(text: &str) -> Practice {
        let mut practice = Practice::default();
        practice.set("text", text);
        practice.check(&Checker::new(Policy::default()));
        practice
    }

    #[test]
    fn pieces_put_together_are_the_draft_and_the_found_words_are_marked() {
        let practice = practice("Mrs. Lindqvist in bed 12 finally slept");
        let pieces = practice.pieces();
        assert_eq!(
            pieces.iter().map(|piece| piece.text).collect::<String>(),
            practice.text
        );
        let marked = pieces
            .iter()
            .find(|piece| piece.severity == Some(Severity::Stop));
        assert!(
            marked.is_some_and(|piece| piece.text.contains("Lindqvist")),
            "{pieces:?}"
        );
        assert_eq!(practice.verdict(), Verdict::Stop);
    }

    #[test]
    fn a_fix_changes_the_draft_and_lowers_the_verdict() {
        let mut practice = practice("Mrs. Lindqvist in bed 12 finally slept");
        let before = practice.lines.shown.len();
        assert!(before > 0);
        practice.fix(0, 0);
        practice.check(&Checker::new(Policy::default()));
        assert!(!practice.text.contains("Lindqvist"), "{}", practice.text);
        assert!(practice.verdict() < Verdict::Stop, "{}", practice.text);
    }

    #[test]
    fn unknown_fields_and_values_change_nothing() {
        let mut practice = practice("");
        practice.set("surface", "telepathy");
        practice.set("colour", "red");
        assert_eq!(practice.context.surface, Surface::Post);
        practice.set("surface", "message");
        assert_eq!(practice.context.surface, Surface::Message);
    }
}
