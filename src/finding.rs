//! What a check answers: findings, merged and ordered, and a verdict.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// How much a finding asks of the clinician (guidance §4).
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// One grey line; never delays a post.
    Note,
    /// A pause before posting.
    Caution,
    /// A second, deliberate step before posting.
    Stop,
}

impl Severity {
    /// One level up; stop stays stop.
    #[must_use]
    pub fn raised(self) -> Self {
        match self {
            Self::Note => Self::Caution,
            Self::Caution | Self::Stop => Self::Stop,
        }
    }

    /// One level down; note stays note.
    #[must_use]
    pub fn lowered(self) -> Self {
        match self {
            Self::Stop => Self::Caution,
            Self::Caution | Self::Note => Self::Note,
        }
    }
}

/// The answer for a whole draft.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing found.
    #[default]
    Clear,
    /// Notes only.
    Note,
    /// At least one caution.
    Caution,
    /// At least one stop.
    Stop,
}

impl From<Severity> for Verdict {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Note => Self::Note,
            Severity::Caution => Self::Caution,
            Severity::Stop => Self::Stop,
        }
    }
}

/// What a marked stretch of text is.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MentionKind {
    /// A person's name, initials or nickname.
    Person,
    /// A calendar date.
    Date,
    /// A time of day or a relative time.
    Time,
    /// An age.
    Age,
    /// A town, street, school or country.
    Place,
    /// A hospital, ward, clinic or practice.
    Facility,
    /// A phone or fax number or an e-mail address.
    Contact,
    /// A record, insurance, licence or device number.
    Id,
    /// A web address.
    Url,
    /// A room, bed or chair.
    Bed,
    /// A disease, sign or injury.
    Condition,
    /// A drug.
    Drug,
    /// An operation, test or treatment.
    Procedure,
    /// Somebody's work or public role.
    Role,
    /// A relation between people.
    Relation,
    /// Words that tie a person to the writer's care.
    Care,
    /// Any other words that weighed in.
    Words,
}

/// One stretch of text and what it is. Offsets are UTF-8 bytes of the source.
#[derive(Clone, Debug, Eq, PartialEq, Deserialize, Serialize)]
pub struct Mention {
    /// What it is.
    pub kind: MentionKind,
    /// First byte.
    #[serde(rename = "start")]
    pub byte_start: usize,
    /// One past the last byte.
    #[serde(rename = "end")]
    pub byte_end: usize,
}

impl Mention {
    /// A mention of `kind` at `bytes`.
    #[must_use]
    pub fn new(kind: MentionKind, bytes: Range<usize>) -> Self {
        Self {
            kind,
            byte_start: bytes.start,
            byte_end: bytes.end,
        }
    }

    /// Its bytes.
    #[must_use]
    pub fn bytes(&self) -> Range<usize> {
        self.byte_start..self.byte_end
    }
}

/// A change of the draft that lowers or clears a finding.
#[derive(Clone, Debug, Eq, PartialEq, Deserialize, Serialize)]
pub struct Fix {
    /// What kind of change it is.
    pub kind: FixKind,
    /// The edits, in order, not overlapping; offsets are UTF-8 bytes of the source.
    pub edits: Vec<Edit>,
}

/// Kinds of fixes (guidance "Product features", `fix.*`).
#[derive(Clone, Copy, Debug, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FixKind {
    /// Delete the marked words.
    RemoveSpan,
    /// Age band, no date, no place, "a patient".
    Generalise,
    /// Append "Details changed to protect privacy."
    AddLabel,
    /// A calmer wording.
    NeutralWording,
    /// Replace the whole draft by a neutral template.
    Template,
    /// Append a disclosure or a hedge.
    AddSource,
}

/// One replacement.
#[derive(Clone, Debug, Eq, PartialEq, Deserialize, Serialize)]
pub struct Edit {
    /// First byte.
    #[serde(rename = "start")]
    pub byte_start: usize,
    /// One past the last byte.
    #[serde(rename = "end")]
    pub byte_end: usize,
    /// What stands there afterwards.
    pub replacement: String,
}

/// One thing a rule saw. Offsets are UTF-8 bytes of the source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: &'static str,
    /// The rule's family.
    pub family: &'static str,
    /// How much it asks.
    pub severity: Severity,
    /// First byte.
    #[serde(rename = "start")]
    pub byte_start: usize,
    /// One past the last byte.
    #[serde(rename = "end")]
    pub byte_end: usize,
    /// The marked words.
    pub quote: String,
    /// The other words that weighed in.
    pub evidence: Vec<Mention>,
    /// The rule's title.
    pub title: &'static str,
    /// One short reason.
    pub why: &'static str,
    /// Names of the guidelines.
    pub sources: Vec<&'static str>,
    /// What would help, best first.
    pub fixes: Vec<Fix>,
}

/// The answer to one check.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// The worst severity found.
    pub verdict: Verdict,
    /// Most serious first, then by place.
    pub findings: Vec<Finding>,
    /// Every fact with a place, if asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
}
