//! What a session wants done, and what it is woken for.

use crate::finding::Verdict;
use crate::message::{DraftContext, FrameMessage};
use crate::session::Kept;
use crate::session::outcomes::Counted;

/// What a timer is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wake {
    /// This revision has stood still for a moment.
    Settled {
        /// The compose box.
        r#box: u32,
        /// Its revision when the timer was set.
        revision: u32,
    },
    /// One second of the pause is over.
    Tick {
        /// The press that is paused.
        press: u32,
    },
    /// The rest on this site may be over.
    Rested,
    /// A quiet line has been there long enough.
    Noticed,
}

/// What the session wants done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Tell the page script.
    Say(FrameMessage),
    /// Have the page script say something to screen readers.
    Announce(Verdict),
    /// Keep this.
    Keep(Kept),
    /// Wake the session later.
    Wake(u32, Wake),
    /// Put the keyboard focus into what is shown.
    Focus,
    /// Count these.
    Count(Vec<Counted>),
    /// Put this on the clipboard.
    Copy(Copied),
    /// Say this to screen readers, by its key in the words file; it is shown for a while.
    Notice(&'static str),
}

/// What is put on the clipboard.
#[derive(Clone, Debug, PartialEq)]
pub enum Copied {
    /// A text as it is.
    Text(String),
    /// The draft with what surrounds it.
    Draft {
        /// The draft.
        text: String,
        /// What surrounds it.
        context: DraftContext,
        /// Who is to look at it: a name or address of the policy, else nothing.
        to: String,
    },
}
