//! One compose box as the frame knows it: its newest draft, what was found in
//! it, and what the clinician put aside.

use crate::check::Checker;
use crate::context::{Context, Profile};
use crate::finding::{Finding, Report, Severity, Verdict};
use crate::message::{Answered, BoxState, DraftContext, FrameMessage, Mark};
use crate::policy::choices::UserSetting;
use crate::policy::{Enforcement, Policy, allowance};
use crate::profile::{self, Resolved};
use crate::reading::Reading;
use crate::session::Memory;
use crate::session::dismissals::{Dismissals, is_silent};
use crate::session::fields::Whole;
use crate::session::layout::Missing;
use crate::session::line::{Lines, telling};
use crate::utf16::Utf16;

/// Shorter drafts get no prompt of their own accord, direct identifiers excepted (guidance §4).
const SHORTEST_PROMPT_CHARS: usize = 25;
/// The rule that may prompt earlier.
const DIRECT_IDENTIFIER: &str = "patient-direct-identifier";

/// What the clinician is asked for before a held post goes, least first.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Demand {
    /// Nothing: the post is not held.
    #[default]
    Nothing,
    /// Some seconds.
    Seconds,
    /// A reason.
    Reason,
    /// That the institution's reviewer has seen it.
    Review,
}

/// A compose box.
#[derive(Debug, Default)]
pub(super) struct DraftBox {
    pub(super) revision: u32,
    pub(super) whole: Whole,
    pub(super) context: DraftContext,
    pub(super) state: BoxState,
    /// What was looked for around it and not found.
    pub(super) missing: Option<Missing>,
    pub(super) who: Resolved,
    pub(super) lines: Lines,
    /// The clinician has stopped typing for a moment.
    pub(super) is_settled: bool,
    /// The last fix did not take.
    pub(super) fix_failed: bool,
    /// A draft has been checked at all.
    pub(super) is_checked: bool,
    pub(super) dismissals: Dismissals,
    findings: Vec<Finding>,
    /// The draft as it was checked last, so that a key press costs what it changed.
    reading: Reading,
}

impl DraftBox {
    /// Takes a newer draft.
    pub(super) fn take(&mut self, revision: u32, text: String, context: DraftContext) {
        self.whole = Whole::new(text, &context.fields);
        if self.is_empty() {
            // Sent or wiped: what comes next is another draft.
            self.dismissals = Dismissals::default();
            self.reading = Reading::default();
        }
        self.is_settled = false;
        self.fix_failed = false;
        self.revision = revision;
        self.context = context;
    }

    /// Checks the newest draft.
    pub(super) fn check(&mut self, checker: &Checker, memory: &Memory, now_ms: f64) {
        let account = self.context.account.as_ref();
        self.who = profile::resolve(account, &memory.policy, &memory.kept.profiles);
        let (context, text) = (self.judged(), self.whole.text());
        let report = checker.findings_again(&mut self.reading, text, &context);
        let mut findings = report.findings;
        let local_ms = now_ms + memory.clock_ahead_ms;
        allowance::off_hours(&mut findings, &memory.policy, local_ms);
        allowance::authorise(&mut findings, self.context.account.as_ref(), &memory.policy);
        // What was silenced before the institution locked it speaks again.
        let may_silence = !memory.policy.locks(UserSetting::NotUseful);
        findings.retain(|finding| {
            let is_silent = may_silence && is_silent(&memory.kept.silenced, finding, now_ms);
            !self.dismissals.cover(finding) && !is_silent
        });
        self.lines = Lines::of_whole(&findings, &self.whole);
        self.findings = findings;
        self.is_checked = true;
    }

    /// Plans fixes, and leaves only those that lower or clear their finding. Each
    /// costs a check, so this is done when they are shown, not for every key.
    pub(super) fn weigh_fixes(&mut self, checker: &Checker) {
        if self.lines.are_weighed {
            return;
        }
        let mut report = Report {
            verdict: self.verdict(),
            findings: std::mem::take(&mut self.findings),
            mentions: Vec::new(),
        };
        let text = self.whole.text();
        let context = self.judged();
        let mut planned = checker
            .check_again(&mut self.reading, text, &context)
            .findings;
        for finding in &mut report.findings {
            let place = (finding.rule, finding.byte_start, finding.byte_end);
            let same = |one: &&mut Finding| (one.rule, one.byte_start, one.byte_end) == place;
            if let Some(one) = planned.iter_mut().find(same) {
                finding.fixes = std::mem::take(&mut one.fixes);
            }
        }
        let helpful = checker.helpful_of(&mut self.reading, report, text, &context);
        self.findings = helpful.findings;
        self.lines = Lines::of_whole(&self.findings, &self.whole);
        self.lines.are_weighed = true;
    }

    /// Whether there is nothing to check yet.
    pub(super) fn is_empty(&self) -> bool {
        self.whole.text().trim().is_empty()
    }

    fn judged(&self) -> Context {
        Context {
            site: self.context.site,
            surface: self.context.surface,
            profile: self.who.profile,
            audience: self.context.audience,
            media: self.context.media,
            parent: self.context.parent.clone(),
        }
    }

    /// The worst of what was found.
    pub(super) fn verdict(&self) -> Verdict {
        profile::worst(self.findings.iter().map(|finding| finding.severity))
    }

    /// Whether anything can be said of the draft at all.
    pub(super) fn is_readable(&self) -> bool {
        self.is_checked && self.state != BoxState::Unreadable
    }

    /// Whether the box, or what posts from it, is not where Primum looks for it.
    pub(super) fn has_unknown_layout(&self) -> bool {
        let is_control_missing = self.missing.as_ref().is_some_and(Missing::is_control);
        self.state == BoxState::UnknownLayout || is_control_missing
    }

    /// Whether a prompt may be shown without being asked for.
    pub(super) fn may_prompt(&self) -> bool {
        let is_long = self
            .whole
            .text()
            .chars()
            .nth(SHORTEST_PROMPT_CHARS - 1)
            .is_some();
        let is_direct = self.lines.all().any(|line| line.rule == DIRECT_IDENTIFIER);
        self.is_settled && self.verdict() >= Verdict::Caution && (is_long || is_direct)
    }

    /// The question "what is this account for" has its moment: something was
    /// found, and nobody has said yet.
    pub(super) fn wants_profile(&self, memory: &Memory) -> bool {
        let account = self.context.account.as_ref();
        let Some(key) = account.and_then(profile::key) else {
            return false;
        };
        self.who.profile == Profile::Unknown
            && !self.findings.is_empty()
            && !memory.kept.profiles.contains_key(&key)
    }

    /// What the findings ask for when Post is pressed.
    pub(super) fn demand(&self, policy: &Policy) -> Demand {
        let demands = self.findings.iter().map(|finding| {
            let enforcement = policy.enforcement_of(finding.rule, finding.family);
            match (finding.severity, enforcement) {
                (Severity::Note, _) | (_, Enforcement::Remind) => Demand::Nothing,
                (Severity::Stop, Enforcement::HoldForReview) => Demand::Review,
                (Severity::Stop, _) | (_, Enforcement::PauseWithReason) => Demand::Reason,
                (Severity::Caution, _) => Demand::Seconds,
            }
        });
        demands.max().unwrap_or_default()
    }

    /// The answer for the page script.
    pub(super) fn answer(&self, number: u32, policy: &Policy) -> FrameMessage {
        let is_held = self.demand(policy) > Demand::Nothing;
        let verdict = match self.verdict() {
            _ if !self.is_readable() => Answered::NotChecked,
            // What is only reminded of must not hold Post.
            Verdict::Caution | Verdict::Stop if !is_held => Answered::Note,
            verdict => verdict.into(),
        };
        FrameMessage::Answer {
            r#box: number,
            revision: self.revision,
            verdict,
            marks: self.marks(),
        }
    }

    fn marks(&self) -> Vec<Mark> {
        let map = Utf16::new(self.whole.text());
        let mut marks: Vec<Mark> = Vec::new();
        for finding in &self.findings {
            let own = finding.byte_start..finding.byte_end;
            let spans = telling(finding).map(crate::finding::Mention::bytes);
            for span in std::iter::once(own).chain(spans) {
                if span.is_empty() || self.is_being_typed(span.end) {
                    continue;
                }
                let (utf16_start, utf16_end) = (map.at(span.start), map.at(span.end));
                // Most serious first: words that are marked already are not marked again.
                let is_marked = marks
                    .iter()
                    .any(|mark| mark.utf16_start <= utf16_start && utf16_end <= mark.utf16_end);
                if !is_marked {
                    marks.push(Mark {
                        id: u32::try_from(marks.len()).unwrap_or(u32::MAX),
                        severity: finding.severity,
                        utf16_start,
                        utf16_end,
                    });
                }
            }
        }
        marks
    }

    /// A word at the very end may still become another one.
    fn is_being_typed(&self, byte_end: usize) -> bool {
        let before = self.whole.text().get(..byte_end).unwrap_or("");
        let is_last = self.whole.ends_at(byte_end);
        is_last && !self.is_settled && before.ends_with(char::is_alphanumeric)
    }

    /// Puts line `number` aside for this draft.
    pub(super) fn dismiss(&mut self, number: usize) {
        let Some(line) = self.lines.get(number) else {
            return;
        };
        let covered: Vec<(&'static str, String)> = self
            .findings
            .iter()
            .filter(|finding| finding.severity != Severity::Stop && line.covers(finding))
            .map(|finding| (finding.rule, finding.quote.clone()))
            .collect();
        self.dismissals.add(&covered);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Field, FieldKind};
    use crate::session::Memory;

    fn checked(text: &str, fields: Vec<Field>) -> DraftBox {
        let context = DraftContext {
            fields,
            ..DraftContext::default()
        };
        let mut draft_box = DraftBox::default();
        draft_box.take(1, text.to_owned(), context);
        draft_box.check(&Checker::default(), &Memory::default(), 0.0);
        draft_box
    }

    #[test]
    fn only_fixes_that_help_are_left_to_be_shown() {
        let texts = [
            "Mrs. Lindqvist in bed 12 finally slept tonight.",
            "My patient Mr. Okafor, 54, lost his leg on 3 May at Cedar Ridge.",
        ];
        let plain = Checker::default();
        for text in texts {
            let mut draft_box = checked(text, Vec::new());
            draft_box.weigh_fixes(&plain);
            let fixes = draft_box.lines.all().flat_map(|line| &line.fixes);
            let drafts: Vec<String> = fixes
                .map(|fix| crate::fix::applied(text, &fix.edits))
                .collect();
            assert!(!drafts.is_empty(), "{text}");
            for after in drafts {
                let left = plain.check(&after, &draft_box.judged()).findings;
                let helps = draft_box.findings.iter().any(|one| {
                    let mut same = left.iter().filter(|found| found.rule == one.rule);
                    same.all(|found| found.severity < one.severity)
                });
                assert!(helps, "{after:?} lowers or clears nothing of {text:?}");
            }
        }
    }

    #[test]
    fn words_in_fields_are_checked_with_the_draft_and_named() {
        let field = Field {
            kind: FieldKind::AltText,
            text: "Mrs. Lindqvist in bed 12 after her stroke.".to_owned(),
        };
        let draft_box = checked("Night shift.", vec![field]);
        assert_eq!(draft_box.verdict(), Verdict::Stop);
        // After the draft and an empty line.
        assert!(draft_box.marks().iter().any(|mark| mark.utf16_start == 14));
        let quotes = draft_box.lines.all().flat_map(|line| &line.quotes);
        let named: Vec<_> = quotes
            .filter(|one| one.words.contains("Lindqvist"))
            .collect();
        assert!(!named.is_empty());
        assert!(
            named
                .iter()
                .all(|one| one.field == Some(FieldKind::AltText))
        );
    }
}
