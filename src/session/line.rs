//! What the clinician is shown of a report: findings merged into lines, the
//! most serious first, at most three of them and one visible note (guidance §4).

use std::ops::Range;

use crate::finding::{Finding, Fix, Mention, MentionKind, Severity};
use crate::message::FieldKind;
use crate::session::fields::Whole;

/// Lines shown at once; the rest stand behind "more".
const MOST_LINES: usize = 3;
/// Notes shown at once, for the whole draft.
const MOST_NOTES: usize = 1;
/// Quotes in one line: more would not be read.
const MOST_QUOTES: usize = 4;
/// Longest quote shown, in characters; a quote only has to be recognised.
const LONGEST_QUOTE: usize = 48;

/// Some of the clinician's own words.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Quote {
    /// The words.
    pub words: String,
    /// The field they stand in; none in the draft itself.
    pub field: Option<FieldKind>,
}

/// One line of the panel: findings of one rule, or of one family on the same words.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The rule of the most serious finding in it.
    pub rule: &'static str,
    /// Its family.
    pub family: &'static str,
    /// How much it asks.
    pub severity: Severity,
    /// The clinician's own words.
    pub quotes: Vec<Quote>,
    /// What was seen.
    pub title: &'static str,
    /// One short reason.
    pub why: &'static str,
    /// Names of the guidelines.
    pub sources: Vec<&'static str>,
    /// What would help, best first, one of a kind.
    pub fixes: Vec<Fix>,
    spans: Vec<Range<usize>>,
}

impl Line {
    fn new(finding: &Finding, whole: &Whole) -> Self {
        let mut line = Self {
            rule: finding.rule,
            family: finding.family,
            severity: finding.severity,
            quotes: Vec::new(),
            title: finding.title,
            why: finding.why,
            sources: Vec::new(),
            fixes: Vec::new(),
            spans: Vec::new(),
        };
        line.take(finding, whole);
        line
    }

    fn takes(&self, finding: &Finding) -> bool {
        let same_words = self.family == finding.family
            && self
                .spans
                .iter()
                .any(|span| span.start < finding.byte_end && finding.byte_start < span.end);
        self.rule == finding.rule || same_words
    }

    /// Whether `finding` is one of those merged into this line.
    pub(super) fn covers(&self, finding: &Finding) -> bool {
        let span = finding.byte_start..finding.byte_end;
        self.family == finding.family && self.spans.contains(&span)
    }

    fn take(&mut self, finding: &Finding, whole: &Whole) {
        let span = finding.byte_start..finding.byte_end;
        self.quote(&finding.quote, whole.field_at(span.start));
        for mention in weighing(finding) {
            let apart = mention.byte_start >= span.end || span.start >= mention.byte_end;
            if apart {
                let words = whole.text().get(mention.bytes()).unwrap_or("");
                self.quote(words, whole.field_at(mention.byte_start));
            }
        }
        self.spans.push(span);
        for source in &finding.sources {
            if !self.sources.contains(source) {
                self.sources.push(source);
            }
        }
        for fix in &finding.fixes {
            self.fix(fix);
        }
    }

    fn quote(&mut self, words: &str, field: Option<FieldKind>) {
        let quote = Quote {
            words: shortened(words),
            field,
        };
        let is_new = !quote.words.is_empty() && !self.quotes.contains(&quote);
        if is_new && self.quotes.len() < MOST_QUOTES {
            self.quotes.push(quote);
        }
    }

    /// Fixes of one kind become one button: their edits together, unless they touch.
    fn fix(&mut self, fix: &Fix) {
        let Some(same) = self.fixes.iter_mut().find(|one| one.kind == fix.kind) else {
            return self.fixes.push(fix.clone());
        };
        let touches = fix.edits.iter().any(|new| {
            let known = same.edits.iter();
            let mut near = known
                .filter(|old| old.byte_start <= new.byte_end && new.byte_start <= old.byte_end);
            near.next().is_some()
        });
        if !touches {
            same.edits.extend(fix.edits.iter().cloned());
            same.edits.sort_by_key(|edit| edit.byte_start);
        }
    }
}

/// Evidence worth quoting: what tells who somebody is, or that they were cared for.
fn weighing(finding: &Finding) -> impl Iterator<Item = &Mention> {
    finding
        .evidence
        .iter()
        .filter(|mention| mention.kind != MentionKind::Words)
}

/// Evidence worth underlining: what tells who somebody is.
pub(super) fn telling(finding: &Finding) -> impl Iterator<Item = &Mention> {
    weighing(finding).filter(|mention| mention.kind != MentionKind::Care)
}

fn shortened(words: &str) -> String {
    let mut words: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = words.char_indices().nth(LONGEST_QUOTE) {
        words.truncate(cut);
        words.push('…');
    }
    words
}

/// Lines for the panel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// Shown at once.
    pub shown: Vec<Line>,
    /// Shown when asked for.
    pub more: Vec<Line>,
    /// Only fixes that help are left in them.
    pub(super) are_weighed: bool,
}

impl Lines {
    /// Lines of a draft without fields.
    #[must_use]
    pub fn new(findings: &[Finding], text: &str) -> Self {
        Self::of_whole(findings, &Whole::new(text.to_owned(), &[]))
    }

    /// Merges `findings`, which come most serious first.
    #[must_use]
    pub(super) fn of_whole(findings: &[Finding], whole: &Whole) -> Self {
        let mut merged: Vec<Line> = Vec::new();
        for finding in findings {
            match merged.iter_mut().find(|line| line.takes(finding)) {
                Some(line) => line.take(finding, whole),
                None => merged.push(Line::new(finding, whole)),
            }
        }
        let mut lines = Self::default();
        let mut notes = 0;
        for line in merged {
            let is_note = line.severity == Severity::Note;
            notes += usize::from(is_note);
            let fits = lines.shown.len() < MOST_LINES && !(is_note && notes > MOST_NOTES);
            if fits {
                lines.shown.push(line);
            } else {
                lines.more.push(line);
            }
        }
        lines
    }

    /// Every line, shown ones first.
    pub fn all(&self) -> impl Iterator<Item = &Line> {
        self.shown.iter().chain(&self.more)
    }

    /// The line with this number, counted through shown and more.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<&Line> {
        self.all().nth(number)
    }
}
