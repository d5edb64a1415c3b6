//! Reminders that are not about words: conversations marked as those with a
//! patient. The mark lives in this tab's memory and nowhere else.

use std::collections::BTreeMap;

use super::{Effect, Session, Wake};
use crate::finding::Severity;
use crate::message::ActionKind;
use crate::pages::month::DAY_MS;
use crate::policy::allowance;

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
    /// Marks the conversation of this box, or takes the mark away.
    pub(super) fn mark_or_not(&mut self, number: u32) {
        if self.marked.remove(&number).is_none() {
            self.marked.insert(number, Thread::default());
        }
    }

    pub(super) fn is_marked(&self, number: u32) -> bool {
        self.marked.contains_key(&number)
    }

    /// The box is gone, and with it what was said of its conversation.
    pub(super) fn forget(&mut self, number: u32) {
        self.marked.remove(&number);
    }
}

impl Session {
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::context::{Site, Surface};
    use crate::message::{DraftContext, PageMessage};
    use crate::pages::content::Content;
    use crate::policy::Policy;
    use crate::session::act::Act;
    use crate::session::{Input, Kept};

    pub(in crate::session) const NOW: f64 = 1_800_000_000_000.0;
    const FILE: &str = include_str!("../../extension/content/en/templates.json");

    pub(in crate::session) fn session(policy: &str) -> Session {
        let policy: Policy = serde_json::from_str(policy).unwrap();
        let mut session = Session::new(policy, Kept::default(), 0);
        let content: Content = serde_json::from_str(FILE).unwrap();
        session.step(Input::Content(Box::new(content)), NOW);
        session
    }

    pub(in crate::session) fn write(
        session: &mut Session,
        revision: u32,
        text: &str,
        now_ms: f64,
    ) -> Vec<Effect> {
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

    pub(in crate::session) fn notices(effects: &[Effect]) -> Vec<&'static str> {
        let told = effects.iter().filter_map(|effect| match effect {
            Effect::Notice(key) => Some(*key),
            _ => None,
        });
        told.collect()
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
