//! Where a site's layout is not the one Primum knows: which anchor was looked
//! for and not found, by which version of the anchors, in which month. Never
//! what stood there instead. The options page shows it, to be copied for support.

use crate::message::BoxState;
use crate::pages::month::month;
use crate::session::{Effect, Opened, Session};

/// Missing anchors: name, version of the anchors, month, with spaces between. Texts in a list, because a
/// record or a set of its own would cost the core beside the compose box 8 to 16 kB of code.
pub type Layouts = Vec<String>;

/// One of them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Seen<'a> {
    /// The anchor, as in `x.post_button`.
    pub name: &'a str,
    /// The version of the anchors it was looked for by.
    pub anchors: &'a str,
    /// The last month, as "2026-11".
    pub month: &'a str,
}

impl<'a> Seen<'a> {
    /// What stands in `line`.
    #[must_use]
    pub fn read(line: &'a str) -> Self {
        let mut parts = line.split(' ');
        let mut next = || parts.next().unwrap_or_default();
        Self {
            name: next(),
            anchors: next(),
            month: next(),
        }
    }
}

/// Longest name of an anchor: what is longer was not made by our page script.
const LONGEST: usize = 40;
/// Sites change in one or two places at a time: of more than this the oldest goes.
const MOST: usize = 20;
/// What posts from a box, and the box of no known layout: without them a press may be missed.
const CONTROLS: [&str; 3] = ["_button", "_submit", ".layout"];

/// An anchor that was looked for and not found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Missing {
    name: String,
    anchors: String,
}

impl Missing {
    /// The anchor `name`, looked for by version `anchors`, of which the first word is kept;
    /// none where `name` is not like an anchor's.
    pub(super) fn new(name: &str, anchors: &str) -> Option<Self> {
        let is_name = |c: char| c.is_ascii_lowercase() || c == '_' || c == '.';
        if name.len() > LONGEST || !name.contains('.') || !name.chars().all(is_name) {
            return None;
        }
        Some(Self {
            name: name.to_owned(),
            anchors: anchors.split(' ').next().unwrap_or_default().to_owned(),
        })
    }

    /// Whether a press of Post may be missed without it.
    pub(super) fn is_control(&self) -> bool {
        CONTROLS.iter().any(|ending| self.name.ends_with(ending))
    }
}

impl Session {
    /// What the page script says of a box and of what surrounds it.
    pub(super) fn around(
        &mut self,
        number: u32,
        state: BoxState,
        missing: Option<String>,
        anchors: &str,
    ) -> Vec<Effect> {
        self.current.get_or_insert(number);
        let draft_box = self.boxes.entry(number).or_default();
        draft_box.state = state;
        draft_box.missing = missing.and_then(|name| Missing::new(&name, anchors));
        Vec::new()
    }

    pub(super) fn gone(&mut self, number: u32) -> Vec<Effect> {
        self.boxes.remove(&number);
        self.threads.forget(number);
        if self
            .paused
            .as_ref()
            .is_some_and(|paused| paused.r#box == number)
        {
            self.paused = None;
        }
        if self.current == Some(number) {
            self.current = self.boxes.keys().next_back().copied();
            self.opened = Opened::default();
        }
        Vec::new()
    }

    /// After a typing pause in a box, what is missing around it is there to stay, and is kept.
    pub(super) fn note_layout(&mut self, number: u32, now_ms: f64) -> Option<Effect> {
        let missing = self.boxes.get(&number)?.missing.clone()?;
        let layouts = &mut self.memory.kept.layouts;
        let line = format!("{} {} {}", missing.name, missing.anchors, month(now_ms));
        if layouts.contains(&line) {
            return None;
        }
        layouts.retain(|old| Seen::read(old).name != missing.name);
        if layouts.len() >= MOST {
            layouts.remove(0);
        }
        layouts.push(line);
        Some(Effect::Keep(self.memory.kept.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{DraftContext, PageMessage};
    use crate::policy::Policy;
    use crate::session::screen::{Remark, Shown};
    use crate::session::{Input, Kept, Wake};

    const NOW: f64 = 1_800_000_000_000.0;

    fn session() -> Session {
        let quiet: Policy = serde_json::from_str(r#"{"chip": "findings"}"#).unwrap();
        Session::new(quiet, Kept::default(), 0)
    }

    fn told(session: &mut Session, missing: Option<&str>) -> Vec<Effect> {
        let state = BoxState::Watching;
        let missing = missing.map(str::to_owned);
        let anchors = "2026-11-21 hospital".to_owned();
        let at = PageMessage::Box {
            r#box: 1,
            state,
            missing,
            anchors,
        };
        session.step(Input::Page(at), NOW);
        let text = "coffee is on me".to_owned();
        let context = DraftContext::default();
        let draft = PageMessage::Draft {
            r#box: 1,
            revision: 1,
            text,
            context,
        };
        session.step(Input::Page(draft), NOW);
        let settled = Wake::Settled {
            r#box: 1,
            revision: 1,
        };
        session.step(Input::Woke(settled), NOW)
    }

    fn kept(effects: &[Effect]) -> Option<&Layouts> {
        effects.iter().find_map(|effect| match effect {
            Effect::Keep(kept) => Some(&kept.layouts),
            _ => None,
        })
    }

    #[test]
    fn a_missing_control_is_kept_once_and_shown() {
        let mut session = session();
        let effects = told(&mut session, Some("x.post_button"));
        let expected = vec!["x.post_button 2026-11-21 2027-01".to_owned()];
        assert_eq!(kept(&effects), Some(&expected));
        let Shown::Chip(chip) = session.screen().shown else {
            panic!("no chip where the layout is not known");
        };
        assert!(chip.has_unknown_layout);
        session.step(Input::Page(PageMessage::Open { r#box: 1 }), NOW);
        let Shown::Panel(panel) = session.screen().shown else {
            panic!("no panel");
        };
        assert_eq!(panel.remarks, [Remark::UnknownLayout]);
        assert_eq!(kept(&told(&mut session, Some("x.post_button"))), None);
    }

    #[test]
    fn an_account_that_is_not_seen_is_kept_and_said() {
        let mut session = session();
        assert!(kept(&told(&mut session, Some("x.account_switcher"))).is_some());
        let Shown::Chip(chip) = session.screen().shown else {
            panic!("no chip where nobody knows who speaks");
        };
        assert!(!chip.has_unknown_layout && !chip.who.is_seen);
        session.step(Input::Page(PageMessage::Open { r#box: 1 }), NOW);
        let Shown::Panel(panel) = session.screen().shown else {
            panic!("no panel");
        };
        assert_eq!(panel.remarks, [Remark::AccountNotSeen]);
        assert!(!panel.asks_profile);
    }

    #[test]
    fn an_account_that_is_seen_needs_no_word() {
        let mut session = session();
        let text = "coffee is on me".to_owned();
        let context = DraftContext {
            account: Some(crate::message::Account::default()),
            ..DraftContext::default()
        };
        let draft = PageMessage::Draft {
            r#box: 1,
            revision: 1,
            text,
            context,
        };
        session.step(Input::Page(draft), NOW);
        assert_eq!(session.screen().shown, Shown::Nothing);
    }

    #[test]
    fn words_of_a_page_are_no_anchors_name() {
        for name in [
            "Mrs Lindqvist",
            "x.Post",
            "post_button",
            "x.https://a",
            &"x.".repeat(21),
        ] {
            assert_eq!(Missing::new(name, ""), None, "{name}");
        }
        assert_eq!(kept(&told(&mut session(), Some("Mrs. Lindqvist"))), None);
    }

    #[test]
    fn there_is_never_too_much_and_the_oldest_goes_first() {
        let mut session = session();
        let known = ('a'..='t').map(|letter| format!("x.{letter} v 2026-12"));
        session.memory.kept.layouts.extend(known);
        told(&mut session, Some("x.post_button"));
        let effects = told(&mut session, Some("x.c"));
        let names = kept(&effects).into_iter().flatten();
        let names: Vec<&str> = names.map(|line| Seen::read(line).name).collect();
        assert_eq!(names.len(), MOST);
        assert!(!names.contains(&"x.a") && names.contains(&"x.b"));
        assert_eq!(names[MOST - 2..], ["x.post_button", "x.c"]);
    }
}
