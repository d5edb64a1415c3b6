//! What can be done with a draft beside posting it, and the reminders that are
//! not about words: conversations marked as those with a patient. The mark
//! lives in this tab's memory and nowhere else.

use std::collections::BTreeMap;

use crate::context::Surface;
use crate::finding::Severity;
use crate::message::{ActionKind, FrameMessage};
use crate::pages::month::DAY_MS;
use crate::policy::allowance;
use crate::session::act::{Act, Asked};
use crate::session::draft_box::DraftBox;
use crate::session::effect::Copied;
use crate::session::screen::Help;
use crate::session::{Aside, Effect, Opened, Session, Wake};

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
/// So many messages to a patient in one day are more than a booking or an address needs.
const MANY_MESSAGES: u32 = 6;
/// Where the policy sets no working hours, a message is late from nine in the evening until eight in the
/// morning: the hours in which callers may not ring homes in the United States (47 CFR 64.1200(c)(1)).
const LATE_FROM_HOUR: f64 = 21.0;
const LATE_UNTIL_HOUR: f64 = 8.0;
/// A search this soon after a patient was spoken of may be about the patient.
const SOON_MS: f64 = 600_000.0;
const HOUR_MS: f64 = 3_600_000.0;
/// How long a quiet line stays: time to read two sentences.
const NOTICE_MS: u32 = 12_000;
/// Families that tell of a patient.
const OF_PATIENTS: [&str; 2] = ["privacy", "media"];

/// Conversations of this tab that the clinician marked as those with a patient.
#[derive(Debug, Default)]
pub(super) struct Threads {
    marked: BTreeMap<u32, Thread>,
    /// When a draft last spoke of a patient.
    spoke_ms: Option<f64>,
}

/// A marked conversation.
#[derive(Debug, Default)]
struct Thread {
    sent: u32,
    since_ms: f64,
    is_told: bool,
}

impl Threads {
    /// The box is gone, and with it what was said of its conversation.
    pub(super) fn forget(&mut self, number: u32) {
        self.marked.remove(&number);
    }
}

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
                let is_new = self.threads.marked.remove(&number).is_none();
                if is_new {
                    self.threads.marked.insert(number, Thread::default());
                }
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
        let marked = self
            .current
            .filter(|number| self.threads.marked.contains_key(number));
        let titles = || {
            let ids = self.texts_for(draft_box).into_iter();
            ids.filter_map(|id| Some(self.content.template(id)?.title.clone()))
        };
        Help {
            texts: (self.opened.aside == Aside::Texts).then(|| titles().collect()),
            has_draft: !draft_box.is_empty(),
            copied: self.opened.aside.copied(),
            is_with_patient: is_conversation.then_some(marked.is_some()),
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

    /// Whether searches and reactions matter here: a conversation is marked, or the policy wants to remind.
    pub(super) fn reminds(&self) -> bool {
        self.memory.policy.lookup_reminder == Some(true) || !self.threads.marked.is_empty()
    }

    /// A search or a reaction, while a patient is on the clinician's mind.
    pub(super) fn remind(&mut self, action: ActionKind, now_ms: f64) -> Vec<Effect> {
        let spoke = self
            .threads
            .spoke_ms
            .is_some_and(|at| (0.0..SOON_MS).contains(&(now_ms - at)));
        let is_marked = !self.threads.marked.is_empty();
        if !self.reminds() {
            return Vec::new();
        }
        match action {
            ActionKind::Search if is_marked || spoke => self.tell("notice_lookup"),
            ActionKind::Engage if is_marked => self.tell("notice_engage"),
            _ => Vec::new(),
        }
    }

    /// A quiet line for a while. It is shown in the frame, where the site cannot read it.
    fn tell(&mut self, key: &'static str) -> Vec<Effect> {
        self.notice = Some(key);
        vec![Effect::Notice(key), Effect::Wake(NOTICE_MS, Wake::Noticed)]
    }

    /// A draft was checked: whether it speaks of a patient, and whether it was just sent.
    pub(super) fn noticed(&mut self, number: u32, was_sent: bool, now_ms: f64) -> Vec<Effect> {
        let speaks = self.boxes.get(&number).is_some_and(|one| {
            let mut lines = one.lines.all();
            lines.any(|line| line.severity > Severity::Note && OF_PATIENTS.contains(&line.family))
        });
        if speaks {
            self.threads.spoke_ms = Some(now_ms);
        }
        let is_late = self.is_late(now_ms);
        let Some(thread) = self.threads.marked.get_mut(&number).filter(|_| was_sent) else {
            return Vec::new();
        };
        if now_ms - thread.since_ms >= DAY_MS {
            *thread = Thread {
                since_ms: now_ms,
                ..Thread::default()
            };
        }
        thread.sent += 1;
        let key = match thread.sent {
            _ if thread.is_told => return Vec::new(),
            MANY_MESSAGES.. => "notice_frequency",
            _ if is_late => "notice_late",
            _ => return Vec::new(),
        };
        thread.is_told = true;
        self.tell(key)
    }

    /// Outside of the policy's working hours; without them, in the hours that nobody calls late by mistake.
    fn is_late(&self, now_ms: f64) -> bool {
        let local_ms = now_ms + self.memory.clock_ahead_ms;
        allowance::is_at_work(&self.memory.policy, local_ms).map_or_else(
            || {
                let hour = local_ms.rem_euclid(DAY_MS) / HOUR_MS;
                !(LATE_UNTIL_HOUR..LATE_FROM_HOUR).contains(&hour)
            },
            |is_at_work| !is_at_work,
        )
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
    use crate::context::Site;
    use crate::message::{DraftContext, PageMessage};
    use crate::pages::content::Content;
    use crate::policy::Policy;
    use crate::session::{Input, Kept};

    const NOW: f64 = 1_800_000_000_000.0;
    const FILE: &str = include_str!("../../extension/content/en/templates.json");

    fn session(policy: &str) -> Session {
        let policy: Policy = serde_json::from_str(policy).unwrap();
        let mut session = Session::new(policy, Kept::default(), 0);
        let content: Content = serde_json::from_str(FILE).unwrap();
        session.step(Input::Content(Box::new(content)), NOW);
        session
    }

    fn write(session: &mut Session, revision: u32, text: &str, now_ms: f64) -> Vec<Effect> {
        let context = DraftContext {
            site: Site::Facebook,
            surface: Surface::Message,
            ..DraftContext::default()
        };
        let draft = PageMessage::Draft {
            r#box: 1,
            revision,
            text: text.to_owned(),
            context,
        };
        session.step(Input::Page(draft), now_ms)
    }

    fn action(session: &mut Session, action: ActionKind, now_ms: f64) -> Vec<Effect> {
        let done = PageMessage::Action {
            action,
            press: 0,
            account: None,
        };
        session.step(Input::Page(done), now_ms)
    }

    fn notices(effects: &[Effect]) -> Vec<&'static str> {
        let told = effects.iter().filter_map(|effect| match effect {
            Effect::Notice(key) => Some(*key),
            _ => None,
        });
        told.collect()
    }

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

    #[test]
    fn a_conversation_reminds_only_while_it_is_marked() {
        let mut session = session("{}");
        write(&mut session, 1, "Hello", NOW);
        for kind in [ActionKind::Search, ActionKind::Engage] {
            assert_eq!(action(&mut session, kind, NOW), []);
        }
        session.step(Input::Act(Act::Thread), NOW);
        assert_eq!(
            notices(&action(&mut session, ActionKind::Search, NOW)),
            ["notice_lookup"]
        );
        assert_eq!(
            notices(&action(&mut session, ActionKind::Engage, NOW)),
            ["notice_engage"]
        );
        session.step(Input::Act(Act::Thread), NOW);
        assert_eq!(action(&mut session, ActionKind::Search, NOW), []);
    }

    #[test]
    fn by_policy_a_search_soon_after_a_patient_was_spoken_of_is_reminded_of() {
        let mut session = session(r#"{"lookupReminder": true}"#);
        write(&mut session, 1, "Coffee tomorrow?", NOW);
        assert_eq!(action(&mut session, ActionKind::Search, NOW), []);
        write(
            &mut session,
            2,
            "My patient Mrs. Lindqvist in bed 12 finally slept.",
            NOW,
        );
        assert_eq!(
            notices(&action(&mut session, ActionKind::Search, NOW + 60_000.0)),
            ["notice_lookup"]
        );
        assert_eq!(action(&mut session, ActionKind::Search, NOW + SOON_MS), []);
    }

    #[test]
    fn many_messages_in_a_marked_conversation_are_told_of_once_a_day() {
        let mut session = session("{}");
        write(&mut session, 1, "Hello", NOW);
        session.step(Input::Act(Act::Thread), NOW);
        let mut told = Vec::new();
        for sent in 0..20 {
            write(&mut session, 2 * sent + 2, "See you at nine", NOW);
            told.extend(notices(&write(&mut session, 2 * sent + 3, "", NOW)));
        }
        assert_eq!(told, ["notice_frequency"]);
        write(&mut session, 100, "See you at nine", NOW + DAY_MS);
        assert_eq!(
            notices(&write(&mut session, 101, "", NOW + DAY_MS)),
            Vec::<&str>::new()
        );
    }

    #[test]
    fn a_late_message_in_a_marked_conversation_is_told_of_once() {
        let hours = r#"{"workHours": {"from": "08:00", "until": "18:00"}}"#;
        let sent = |policy: &str, hour: f64, marks: bool| {
            let mut session = session(policy);
            let now_ms = NOW - NOW.rem_euclid(DAY_MS) + hour * HOUR_MS;
            write(&mut session, 1, "See you at nine", now_ms);
            if marks {
                session.step(Input::Act(Act::Thread), now_ms);
            }
            let first = notices(&write(&mut session, 2, "", now_ms));
            write(&mut session, 3, "And bring a coat", now_ms);
            assert_eq!(notices(&write(&mut session, 4, "", now_ms)), [""; 0]);
            first
        };
        for (policy, hour, is_late) in [
            ("{}", 7.9, true),
            ("{}", 8.0, false),
            ("{}", 20.9, false),
            ("{}", 21.0, true),
            ("{}", 1.5, true),
            (hours, 8.5, false),
            (hours, 18.5, true),
        ] {
            let expected: &[&str] = if is_late { &["notice_late"] } else { &[] };
            assert_eq!(sent(policy, hour, true), expected, "{policy} {hour}");
            assert_eq!(sent(policy, hour, false), [""; 0], "not marked");
        }
    }
}
