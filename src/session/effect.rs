//! What a session wants done, and what it is woken for.

use crate::finding::Verdict;
use crate::message::FrameMessage;
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
}
