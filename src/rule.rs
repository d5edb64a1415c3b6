//! What a rule is: words for the clinician, sources, and a judgement of facts.

use std::ops::Range;

use crate::finding::{FixKind, MentionKind, Severity};
use crate::scene::Scene;

/// The families of guidance §2.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Family {
    /// Who the patient is must not show.
    Privacy,
    /// Pictures, films and screens.
    Media,
    /// Care and private life stay apart.
    Boundary,
    /// Who is speaking, to whom, for whom.
    Identity,
    /// Respect for patients and colleagues.
    Conduct,
    /// Ties, claims, confidences.
    Disclosure,
    /// Advice to one person.
    Advice,
    /// Answers to reviews.
    Reviews,
    /// What is posted stays.
    Permanence,
    /// The clinician's own safety.
    Security,
}

impl Family {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Privacy,
        Self::Media,
        Self::Boundary,
        Self::Identity,
        Self::Conduct,
        Self::Disclosure,
        Self::Advice,
        Self::Reviews,
        Self::Permanence,
        Self::Security,
    ];

    /// Its name in policies and answers.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Privacy => "privacy",
            Self::Media => "media",
            Self::Boundary => "boundary",
            Self::Identity => "identity",
            Self::Conduct => "conduct",
            Self::Disclosure => "disclosure",
            Self::Advice => "advice",
            Self::Reviews => "reviews",
            Self::Permanence => "permanence",
            Self::Security => "security",
        }
    }
}

/// A rule: one file under `rules/`, declared with [`declare_rule!`].
#[derive(Debug)]
pub struct Rule {
    /// Its id, the file's name with hyphens.
    pub id: &'static str,
    /// Its family.
    pub family: Family,
    /// Severity when nothing raises or lowers it.
    pub severity: Severity,
    /// The documentation, which is what the clinician reads.
    pub doc: &'static str,
    /// Its notes are asides: said only where no rule interrupts.
    pub is_aside: bool,
    /// The judgement over the facts of a scene.
    pub judge: fn(&Scene<'_>) -> Option<Judgement>,
    /// Drafts that show what it sees and what it leaves alone.
    #[cfg(not(target_arch = "wasm32"))]
    pub cases: &'static Cases,
}

/// Marked drafts: `[[…]]` around words that the finding must touch. A leading
/// tag ("DM:", "Review reply:", "Photo attached:" …) sets the context.
#[derive(Debug)]
pub struct Cases {
    /// Drafts the rule must flag.
    pub flags: &'static [&'static str],
    /// Near misses it must leave alone.
    pub allows: &'static [&'static str],
}

impl Rule {
    /// The first line of the documentation, without its full stop.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.doc
            .lines()
            .next()
            .unwrap_or_default()
            .trim()
            .trim_end_matches('.')
    }

    /// The section under `## heading`, trimmed; empty when there is none.
    #[must_use]
    pub fn section(&self, heading: &str) -> &'static str {
        let mut rest = self.doc;
        while let Some(at) = rest.find("## ") {
            rest = &rest[at + 3..];
            let (head, body) = rest.split_once('\n').unwrap_or((rest, ""));
            if head.trim() == heading {
                return body.find("## ").map_or(body, |end| &body[..end]).trim();
            }
        }
        ""
    }

    /// One short reason.
    #[must_use]
    pub fn why(&self) -> &'static str {
        self.section("Why pause")
    }

    /// What to write instead.
    #[must_use]
    pub fn instead(&self) -> &'static str {
        self.section("Write instead")
    }

    /// Names of the guidelines, one a line in the documentation.
    #[must_use]
    pub fn sources(&self) -> Vec<&'static str> {
        self.section("Source")
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect()
    }
}

/// What a rule says of a scene. Offsets are bytes of the folded text.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// How serious.
    pub severity: Severity,
    /// The words to mark.
    pub span: Range<usize>,
    /// Other words that weighed in.
    pub evidence: Vec<(MentionKind, Range<usize>)>,
    /// Fixes to offer, best first.
    pub fixes: Vec<FixKind>,
    /// It goes by a weak sign: heard only where the draft as a whole reads so too.
    pub is_weak: bool,
    /// It goes by what is there: heard however the draft as a whole reads.
    pub is_sure: bool,
}

impl Judgement {
    /// A judgement that marks `span`.
    #[must_use]
    pub fn new(severity: Severity, span: Range<usize>) -> Self {
        Self {
            severity,
            span,
            evidence: Vec::new(),
            fixes: Vec::new(),
            is_weak: false,
            is_sure: false,
        }
    }

    /// By a weak sign, if `is_weak`: a caution at most.
    #[must_use]
    pub fn weak(mut self, is_weak: bool) -> Self {
        self.is_weak = is_weak;
        if is_weak {
            self.severity = self.severity.min(Severity::Caution);
        }
        self
    }

    /// By what is there, if `is_sure`, and not by how the draft reads.
    #[must_use]
    pub fn sure(mut self, is_sure: bool) -> Self {
        self.is_sure = is_sure;
        self
    }

    /// With these fixes, best first.
    #[must_use]
    pub fn fixes(mut self, fixes: &[FixKind]) -> Self {
        self.fixes.extend_from_slice(fixes);
        self
    }

    /// With other words that weighed in.
    #[must_use]
    pub fn evidence(
        mut self,
        evidence: impl IntoIterator<Item = (MentionKind, Range<usize>)>,
    ) -> Self {
        self.evidence.extend(evidence);
        self
    }
}

/// Declares a rule: documentation, id, family, default severity, judgement.
///
/// A last `aside` says that its notes are said only where no rule interrupts.
/// The documentation needs the headings `## Why pause`, `## Write instead`,
/// `## When it differs` and `## Source`; a test holds every rule to that.
#[macro_export]
macro_rules! declare_rule {
    ($(#[doc = $doc:literal])+ $id:literal, $family:ident, $severity:ident, $judge:path, aside $(,)?) => {
        $crate::declare_rule!(@ $id, $family, $severity, $judge, true, $($doc),+);
    };
    ($(#[doc = $doc:literal])+ $id:literal, $family:ident, $severity:ident, $judge:path $(,)?) => {
        $crate::declare_rule!(@ $id, $family, $severity, $judge, false, $($doc),+);
    };
    (@ $id:literal, $family:ident, $severity:ident, $judge:path, $is_aside:literal, $($doc:literal),+) => {
        /// The rule of this file.
        pub static RULE: $crate::rule::Rule = $crate::rule::Rule {
            id: $id,
            family: $crate::rule::Family::$family,
            severity: $crate::finding::Severity::$severity,
            doc: concat!($($doc, "\n"),+),
            is_aside: $is_aside,
            judge: $judge,
            #[cfg(not(target_arch = "wasm32"))]
            cases: &CASES,
        };
    };
}
