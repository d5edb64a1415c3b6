//! The messages between page script and frame, as types. What does not parse
//! into them is dropped at the edge. Offsets are UTF-16 units of `text`, and past
//! its end of its fields, each after an empty line; see [`crate::session`]'s fields.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::context::{Audience, Media, Site, Surface};
use crate::finding::{Severity, Verdict};

/// The page's look, which need not be the system's.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scheme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
}

/// The direction the page's lines run in.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

/// What kind of account acts.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountKind {
    /// A person's own account.
    Person,
    /// A Facebook Page.
    Page,
    /// Not read from the page.
    #[default]
    #[serde(other)]
    Unknown,
}

/// Who acts, as far as the page shows it.
#[derive(Clone, Debug, Default, Eq, PartialEq, Deserialize)]
#[serde(default)]
pub struct Account {
    /// The site it belongs to.
    pub site: Site,
    /// The site's own number for it.
    pub id: Option<String>,
    /// X's handle, without the at sign.
    pub handle: Option<String>,
    /// The name people see.
    pub name: Option<String>,
    /// Person or Page.
    pub kind: AccountKind,
}

/// A text that is posted beside the draft's own.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// What a picture shows, for those who cannot see it.
    AltText,
    /// An option of a poll.
    PollOption,
    /// Any other.
    #[default]
    #[serde(other)]
    Other,
}

/// One such text.
#[derive(Clone, Debug, Default, Eq, PartialEq, Deserialize)]
#[serde(default)]
pub struct Field {
    /// What it is.
    pub kind: FieldKind,
    /// Its words.
    pub text: String,
}

/// Everything the page script knows of a draft beside its text.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct DraftContext {
    /// The site.
    pub site: Site,
    /// The kind of compose box.
    pub surface: Surface,
    /// Who can read it.
    pub audience: Audience,
    /// What is attached.
    pub media: Media,
    /// The text being replied to.
    pub parent: Option<String>,
    /// Who acts.
    pub account: Option<Account>,
    /// Picture descriptions and poll options, in the page's order; none empty.
    pub fields: Vec<Field>,
}

/// What the page script can say of a compose box.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BoxState {
    /// Read and held.
    #[default]
    Watching,
    /// There, but its text cannot be read.
    Unreadable,
    /// Read, though some of what surrounds it is not where it used to be.
    UnknownLayout,
    /// No longer there.
    Gone,
}

/// Page script to frame.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum PageMessage {
    /// The first word.
    Hello {
        /// The site.
        site: Site,
        /// The page's look.
        scheme: Scheme,
        /// The page's direction.
        dir: Direction,
    },
    /// A changed draft.
    Draft {
        /// The compose box.
        r#box: u32,
        /// Rises by one with every change.
        revision: u32,
        /// The whole draft.
        text: String,
        /// Everything beside the text.
        context: DraftContext,
    },
    /// A compose box came, changed or went.
    Box {
        /// The compose box.
        r#box: u32,
        /// What can be said of it.
        state: BoxState,
        /// An anchor that was looked for and not found: its name, as in `x.post_button`.
        #[serde(default)]
        missing: Option<String>,
        /// The version of the anchors it was looked for by.
        #[serde(default)]
        anchors: String,
    },
    /// The clinician is in this box now.
    Focused {
        /// The compose box.
        r#box: u32,
    },
    /// Post was pressed and is held.
    Press {
        /// The compose box.
        r#box: u32,
        /// The press, to be decided on.
        press: u32,
    },
    /// How a fix went.
    Fixed {
        /// The compose box.
        r#box: u32,
        /// Whether the text is now as the fix would have it.
        ok: bool,
    },
    /// The page's look changed.
    Place {
        /// The page's look.
        scheme: Scheme,
        /// The page's direction.
        dir: Direction,
    },
    /// The panel is asked for by keyboard.
    Open {
        /// The compose box.
        r#box: u32,
    },
    /// Escape was pressed where the page script hears it.
    Escape,
    /// Something was done that is not a draft. Connection requests are held
    /// until they are decided on; searches and reactions never are.
    Action {
        /// What.
        action: ActionKind,
        /// The press, to be decided on.
        press: u32,
        /// Who acts; never who is asked, looked up or answered.
        account: Option<Account>,
    },
}

/// What the page script can see of things done beside drafts.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionKind {
    /// Facebook: a friend request is confirmed.
    FriendAccept,
    /// Facebook: a friend request is sent.
    FriendAdd,
    /// X: a follow request is accepted.
    FollowAccept,
    /// X: somebody who follows is followed.
    FollowBack,
    /// A search was started; for what is not read.
    Search,
    /// Something was liked or shared.
    Engage,
}

/// What to do with posts that could not be checked.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fail {
    /// They go, visibly unchecked.
    #[default]
    Open,
    /// They wait.
    Closed,
}

/// The verdict as the page script knows it.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answered {
    /// Nothing found.
    Clear,
    /// Notes only.
    Note,
    /// At least one caution.
    Caution,
    /// At least one stop.
    Stop,
    /// The draft could not be checked.
    NotChecked,
}

impl From<Verdict> for Answered {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Clear => Self::Clear,
            Verdict::Note => Self::Note,
            Verdict::Caution => Self::Caution,
            Verdict::Stop => Self::Stop,
        }
    }
}

/// Words to underline.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Mark {
    /// Its number in the answer.
    pub id: u32,
    /// How serious.
    pub severity: Severity,
    /// First unit.
    pub utf16_start: u32,
    /// One past the last unit.
    pub utf16_end: u32,
}

/// One replacement.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Utf16Edit {
    /// First unit.
    pub utf16_start: u32,
    /// One past the last unit.
    pub utf16_end: u32,
    /// What stands there afterwards.
    pub replacement: String,
}

/// What the frame wants to be seen as.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Nothing.
    #[default]
    None,
    /// A line at the box's corner.
    Chip,
    /// A quiet line in the window's corner, beside no box.
    Notice,
    /// Beside the box.
    Panel,
    /// Over the whole page.
    Pause,
}

/// What becomes of a held press.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Press again, once.
    Post,
    /// Back to the draft.
    Edit,
}

/// Corrections of the page script's anchors, by policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Anchors {
    /// Shown in the diagnostic.
    pub version: String,
    /// Selectors on X.
    pub x: BTreeMap<String, String>,
    /// Selectors on Facebook.
    pub facebook: BTreeMap<String, String>,
    /// Words on buttons.
    pub labels: BTreeMap<String, Vec<String>>,
}

/// Frame to page script.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum FrameMessage {
    /// How to hold.
    Config {
        /// How long a post waits for an answer.
        wait_ms: u32,
        /// What becomes of posts without an answer.
        fail: Fail,
        /// Whether this site is watched.
        watch: bool,
        /// Whether connection requests are asked about.
        actions: bool,
        /// Whether searches and reactions are told of.
        reminders: bool,
        /// Corrections of where things stand on the page.
        #[serde(skip_serializing_if = "Option::is_none")]
        anchors: Option<Anchors>,
    },
    /// The verdict on a revision.
    Answer {
        /// The compose box.
        r#box: u32,
        /// The revision it is about.
        revision: u32,
        /// The verdict.
        verdict: Answered,
        /// The words to underline.
        marks: Vec<Mark>,
    },
    /// The frame's wish for its own size, in CSS pixels.
    View {
        /// What is shown.
        view: View,
        /// Its width.
        width: f64,
        /// Its height.
        height: f64,
    },
    /// What becomes of a press.
    Decision {
        /// The press.
        press: u32,
        /// Post or edit.
        decision: Decision,
    },
    /// A change of the draft, if the revision is still the newest.
    Fix {
        /// The compose box.
        r#box: u32,
        /// The revision it was made for.
        revision: u32,
        /// The edits, in order.
        edits: Vec<Utf16Edit>,
    },
    /// Back to the editor, the caret where it was.
    Focus {
        /// The compose box.
        r#box: u32,
    },
    /// A text to put in at the caret.
    Insert {
        /// The compose box.
        r#box: u32,
        /// The text.
        text: String,
    },
    /// For screen readers; never words of the draft.
    Announce {
        /// What to say.
        text: String,
    },
}
