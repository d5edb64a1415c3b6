//! What can be done with a draft beside posting it.

use crate::context::Surface;
use crate::message::FrameMessage;
use crate::session::act::{Act, Asked};
use crate::session::draft_box::DraftBox;
use crate::session::effect::Copied;
use crate::session::screen::Help;
use crate::session::{Aside, Effect, Opened, Session};

/// Texts that fit into a draft, for each kind of box; the others are for paper and pages.
const FOR_ONE_READER: [&str; 4] = [
    "move-to-portal",
    "emergency",
    "decline-friend-request",
    "review-reply",
];
const FOR_MANY_READERS: [&str; 4] = [
    "disclaimer-views",
    "disclaimer-information",
    "coi-disclosure",
    "page-rules",
];
impl Aside {
    /// What became of the last copy, until the next thing is done.
    pub(super) fn copied(self) -> Option<bool> {
        match self {
            Self::Copied(is_done) => Some(is_done),
            _ => None,
        }
    }
}

impl Session {
    pub(super) fn help(&mut self, act: Act) -> Vec<Effect> {
        let Some((number, draft_box)) = self.current_box() else {
            return Vec::new();
        };
        match act {
            Act::Save => {
                let copied = Copied::Text(draft_box.whole.text().to_owned());
                vec![Effect::Copy(copied)]
            }
            Act::Ask(asked) => {
                let copied = Copied::Draft {
                    text: draft_box.whole.text().to_owned(),
                    context: draft_box.context.clone(),
                    to: self.looks_first(asked),
                };
                vec![Effect::Copy(copied)]
            }
            Act::Texts => {
                self.opened.aside = match self.opened.aside {
                    Aside::Texts => Aside::Nothing,
                    _ => Aside::Texts,
                };
                Vec::new()
            }
            Act::Insert(at) => {
                let id = self.texts_for(draft_box).get(at).copied();
                let text = id.map(|id| self.text(id)).unwrap_or_default();
                self.put_in(text)
            }
            _ => {
                self.threads.mark_or_not(number);
                vec![self.config()]
            }
        }
    }

    /// The clipboard has it, or the browser refused: said where it is seen and heard, never before it is known.
    pub(super) fn copied(&mut self, is_done: bool) -> Vec<Effect> {
        match &mut self.request {
            Some(request) => request.copied = Some(is_done),
            None => self.opened.aside = Aside::Copied(is_done),
        }
        vec![Effect::Notice(copied_key(is_done))]
    }

    /// Puts `text` into the draft the clinician is in, by the page script's own way.
    pub(super) fn put_in(&mut self, text: String) -> Vec<Effect> {
        let Some(number) = self.current.filter(|_| !text.is_empty()) else {
            return Vec::new();
        };
        self.opened = Opened::default();
        vec![Effect::Say(FrameMessage::Insert {
            r#box: number,
            text,
        })]
    }

    pub(super) fn help_screen(&self, draft_box: &DraftBox) -> Help {
        let is_conversation =
            matches!(draft_box.context.surface, Surface::Message | Surface::Reply);
        let is_marked = self
            .current
            .is_some_and(|number| self.threads.is_marked(number));
        let titles = || {
            let ids = self.texts_for(draft_box).into_iter();
            ids.filter_map(|id| Some(self.content.template(id)?.title.clone()))
        };
        Help {
            texts: (self.opened.aside == Aside::Texts).then(|| titles().collect()),
            has_draft: !draft_box.is_empty(),
            copied: self.opened.aside.copied(),
            is_with_patient: is_conversation.then_some(is_marked),
        }
    }

    fn texts_for(&self, draft_box: &DraftBox) -> Vec<&'static str> {
        let ids = match draft_box.context.surface {
            Surface::Post | Surface::Bio => FOR_MANY_READERS,
            Surface::Reply | Surface::Message | Surface::ReviewResponse => FOR_ONE_READER,
        };
        ids.into_iter()
            .filter(|id| self.content.template(id).is_some())
            .collect()
    }

    fn looks_first(&self, asked: Asked) -> String {
        let policy = &self.memory.policy;
        match asked {
            Asked::Communications => policy.contacts.communications.clone(),
            Asked::Reviewer => policy.reviewer.clone(),
        }
    }
}

/// What is said of a copy, by its key in the words file.
#[must_use]
pub fn copied_key(is_done: bool) -> &'static str {
    if is_done {
        "help_copied"
    } else {
        "help_not_copied"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Input;
    use crate::session::notices::tests::{NOW, notices, session, write};

    fn copied(session: &Session) -> Option<bool> {
        session.help_screen(session.current_box().unwrap().1).copied
    }

    #[test]
    fn a_text_is_put_in_filled_from_the_policy_and_nothing_is_sent() {
        let mut session = session(r#"{"securePortalUrl": "https://portal.example.org"}"#);
        write(&mut session, 1, "Hello", NOW);
        session.step(Input::Act(Act::Texts), NOW);
        let effects = session.step(Input::Act(Act::Insert(0)), NOW);
        let [Effect::Say(FrameMessage::Insert { r#box: 1, text })] = effects.as_slice() else {
            panic!("{effects:?}");
        };
        assert!(text.contains("https://portal.example.org"), "{text}");
        assert!(!text.contains('{'), "{text}");
    }

    #[test]
    fn saved_for_later_and_asked_first_the_draft_goes_to_the_clipboard_only() {
        let mut session = session(r#"{"reviewer": "Media review"}"#);
        write(&mut session, 1, "A thought for Monday", NOW);
        let saved = session.step(Input::Act(Act::Save), NOW);
        assert_eq!(
            saved,
            [Effect::Copy(Copied::Text(
                "A thought for Monday".to_owned()
            ))]
        );
        assert_eq!(copied(&session), None, "not said before it is known");
        let said = session.step(Input::Copied(true), NOW);
        assert_eq!(notices(&said), ["help_copied"]);
        assert_eq!(copied(&session), Some(true));
        session.step(Input::Copied(false), NOW);
        assert_eq!(copied(&session), Some(false));
        let asked = session.step(Input::Act(Act::Ask(Asked::Reviewer)), NOW);
        let [Effect::Copy(Copied::Draft { text, context, to })] = asked.as_slice() else {
            panic!("{asked:?}");
        };
        assert_eq!(
            (text.as_str(), to.as_str()),
            ("A thought for Monday", "Media review")
        );
        assert_eq!(context.surface, Surface::Message);
    }
}
