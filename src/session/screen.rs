//! What is to be seen, as plain data: the views draw it, tests read it.

use crate::context::{Audience, Profile, Site};
use crate::finding::{FixKind, Severity};
use crate::message::{Direction, Scheme};
use crate::policy::choices::ConnectionRule;
use crate::session::act::{Reason, Relation};
use crate::session::line::Line;

/// The whole frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Screen {
    /// The page's look.
    pub scheme: Scheme,
    /// The page's direction.
    pub dir: Direction,
    /// What is shown.
    pub shown: Shown,
}

/// One of the three views, or none.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shown {
    /// Nothing.
    #[default]
    Nothing,
    /// The chip.
    Chip(Chip),
    /// The panel.
    Panel(Panel),
    /// The pause dialog.
    Pause(Pause),
    /// A question about a connection request.
    Request(Request),
    /// A quiet line that goes by itself, by its key in the words file.
    Notice(&'static str),
}

/// What was found, in a word.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
    /// There is no text yet.
    Empty,
    /// Nothing found.
    Clear,
    /// This many notes.
    Notes(usize),
    /// At least one caution.
    Caution,
    /// At least one stop.
    Stop,
    /// The draft could not be checked.
    NotChecked,
}

/// Who speaks, to whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Who {
    /// What the account is for.
    pub profile: Profile,
    /// Set by policy.
    pub is_locked: bool,
    /// Who can read it.
    pub audience: Audience,
    /// Whether the page shows which account acts.
    pub is_seen: bool,
    /// `@handle` or name of the acting account; empty when not read.
    pub account: String,
    /// The site.
    pub site: Site,
}

/// The line at the corner of the box.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// What was found.
    pub status: Status,
    /// Who speaks, to whom.
    pub who: Who,
    /// After a typing pause: the first line's quotes and title.
    pub lead: Option<Line>,
    /// The box, or what posts from it, is not where Primum looks for it.
    pub has_unknown_layout: bool,
}

/// Something about the check itself.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Remark {
    /// The text cannot be read.
    Unreadable,
    /// The surroundings are not where they used to be.
    UnknownLayout,
    /// The page does not show which account acts.
    AccountNotSeen,
    /// A picture or film is attached, which nobody looked at.
    MediaNotSeen,
    /// The last fix did not take.
    FixFailed,
}

/// The panel beside the box.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// What was found.
    pub status: Status,
    /// Who speaks, to whom.
    pub who: Who,
    /// Lines, with their numbers.
    pub lines: Vec<Line>,
    /// How many stand behind "more".
    pub hidden: usize,
    /// Whether to ask what the account is for.
    pub asks_profile: bool,
    /// About the check itself.
    pub remarks: Vec<Remark>,
    /// Whether "not useful" is offered.
    pub silences: bool,
    /// Whom to ask, by policy.
    pub contact: String,
    /// The institution's own policy.
    pub document_url: String,
    /// What can be done with the draft beside posting it.
    pub help: Help,
}

/// What can be done with a draft beside posting it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Help {
    /// Texts to put in, by title; none while they are folded away.
    pub texts: Option<Vec<String>>,
    /// Whether there is a draft to copy.
    pub has_draft: bool,
    /// Whether something was just copied, or could not be.
    pub copied: Option<bool>,
    /// In conversations: whether this one is marked as one with a patient.
    pub is_with_patient: Option<bool>,
}

/// A connection request that waits for one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Whether the clinician is asked by the other, or asks.
    pub is_asked: bool,
    /// The answer, once it is given.
    pub relation: Option<Relation>,
    /// How much the answer asks for.
    pub severity: Severity,
    /// What staff may do, by policy.
    pub rule: ConnectionRule,
    /// A kind no, ready to copy.
    pub decline: String,
    /// What can be said at the next visit; empty until it is asked for.
    pub in_person: String,
    /// Whether something was just copied, or could not be.
    pub copied: Option<bool>,
    /// Whose rule it is; empty without one.
    pub institution: String,
    /// The institution's own page.
    pub page_url: String,
}

/// When "Post anyway" can be pressed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Gate {
    /// After this many more seconds.
    Seconds(u32),
    /// When a reason is chosen.
    Reason(Option<Reason>),
}

impl Gate {
    /// Whether it is open.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Seconds(0) | Self::Reason(Some(_)))
    }
}

/// The dialog over the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Pause {
    /// The worst of what was found.
    pub severity: Severity,
    /// Who speaks, to whom.
    pub who: Who,
    /// Cautions and stops, with their numbers in the box.
    pub lines: Vec<Line>,
    /// How many more there are.
    pub hidden: usize,
    /// Which reflection question of the words file.
    pub question: usize,
    /// The institution's own question instead; empty without one.
    pub own_question: String,
    /// When "Post anyway" can be pressed.
    pub gate: Gate,
    /// Reasons to choose from.
    pub reasons: Vec<Reason>,
    /// Who has to see it first, by policy.
    pub reviewer: String,
    /// The first fix of the first line.
    pub fix: Option<FixKind>,
    /// Whether the draft was just copied, or could not be.
    pub copied: Option<bool>,
}
