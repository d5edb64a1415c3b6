//! Connection requests: one quiet question, then what the guidance says to the
//! answer. Who the other person is never reaches this code, and of the answer
//! nothing is kept.

use crate::finding::Severity;
use crate::message::{Account, ActionKind, Decision};
use crate::pages::month::DAY_MS;
use crate::pages::place::{places, text_of};
use crate::pages::template::fill;
use crate::policy::choices::{ConnectionRule, Discipline};
use crate::profile;
use crate::session::act::{Act, Relation, Shown as Text};
use crate::session::effect::Copied;
use crate::session::pause::decision;
use crate::session::screen::Request;
use crate::session::{Effect, Session};

/// In a small community nearly everyone is a patient: the question comes once in so many days (guidance §6, case 67).
const SMALL_COMMUNITY_DAYS: f64 = 7.0;
/// The templates that go with a request.
const DECLINE: &str = "decline-friend-request";
const IN_PERSON: &str = "explain-in-person";

/// A request that waits for an answer.
#[derive(Debug)]
pub(super) struct Requested {
    press: u32,
    action: ActionKind,
    relation: Option<Relation>,
    shows_in_person: bool,
    pub(super) copied: Option<bool>,
}

impl Session {
    /// A request is held: it goes at once, or one question is asked.
    pub(super) fn requested(
        &mut self,
        action: ActionKind,
        press: u32,
        account: Option<&Account>,
        now_ms: f64,
    ) -> Vec<Effect> {
        if self.request.as_ref().is_some_and(|one| one.press == press) {
            return Vec::new();
        }
        let who = profile::resolve(account, &self.memory.policy, &self.memory.kept.profiles);
        if !who.profile.counts_as_personal() || !self.may_ask(now_ms) || self.request.is_some() {
            return vec![decision(press, Decision::Post)];
        }
        self.request = Some(Requested {
            press,
            action,
            relation: None,
            shows_in_person: false,
            copied: None,
        });
        self.memory.kept.asked_day = day(now_ms);
        vec![Effect::Keep(self.memory.kept.clone()), Effect::Focus]
    }

    fn may_ask(&self, now_ms: f64) -> bool {
        let days = f64::from(day(now_ms)) - f64::from(self.memory.kept.asked_day);
        // A clock that was set back must not keep the question away for good.
        !self.preferences.small_community || !(0.0..SMALL_COMMUNITY_DAYS).contains(&days)
    }

    /// What follows from an act while the question is shown.
    pub(super) fn answer_request(&mut self, act: Act) -> Vec<Effect> {
        let Some(request) = &mut self.request else {
            return Vec::new();
        };
        request.copied = None;
        match act {
            Act::Relation(Relation::NotAPatient | Relation::KnownOutside) | Act::PostAnyway => {
                self.decide_request(Decision::Post)
            }
            Act::Relation(relation) => {
                request.relation = Some(relation);
                Vec::new()
            }
            Act::InPerson => {
                request.shows_in_person = true;
                Vec::new()
            }
            Act::Copy(text) => {
                let words = self.text(if text == Text::Decline {
                    DECLINE
                } else {
                    IN_PERSON
                });
                vec![Effect::Copy(Copied::Text(words))]
            }
            Act::Edit | Act::Close => self.decide_request(Decision::Edit),
            _ => Vec::new(),
        }
    }

    pub(super) fn decide_request(&mut self, wanted: Decision) -> Vec<Effect> {
        let request = self.request.take();
        let told = request.map(|request| decision(request.press, wanted));
        told.into_iter().collect()
    }

    /// A template with its places filled in; empty until the texts have been read.
    pub(super) fn text(&self, id: &str) -> String {
        let policy = &self.memory.policy;
        let template = self.content.template(id);
        let filled = template.map(|template| {
            let words = text_of(policy, id, &template.text);
            fill(words, &places(policy), &self.content.places).text
        });
        filled.unwrap_or_default()
    }

    pub(super) fn request_screen(&self, request: &Requested) -> Request {
        let policy = &self.memory.policy;
        Request {
            is_asked: request.action != ActionKind::FriendAdd,
            relation: request.relation,
            severity: self.severity_of(request.relation),
            rule: policy.connection_rule,
            decline: self.text(DECLINE),
            in_person: if request.shows_in_person {
                self.text(IN_PERSON)
            } else {
                String::new()
            },
            copied: request.copied,
            institution: policy.institution().unwrap_or_default().to_owned(),
            page_url: policy.professional_page_url.clone(),
        }
    }

    /// Guidance §2, boundary: `former-patient-connection` and `parent-connection` are notes, the first a caution in mental
    /// health care or where the policy says never; a current patient and "not sure" are cautions.
    fn severity_of(&self, relation: Option<Relation>) -> Severity {
        let policy = &self.memory.policy;
        let is_strict = policy.connection_rule != ConnectionRule::Discretion
            || policy.discipline == Discipline::MentalHealth;
        match relation {
            Some(Relation::Current | Relation::NotSure) => Severity::Caution,
            Some(Relation::Former) if is_strict => Severity::Caution,
            Some(Relation::Relative) if policy.connection_rule != ConnectionRule::Discretion => {
                Severity::Caution
            }
            _ => Severity::Note,
        }
    }
}

/// The day, as finely as it is kept.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "days since 1970 fit for millions of years"
)]
fn day(now_ms: f64) -> u32 {
    (now_ms / DAY_MS) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{Profile, Site};
    use crate::message::{FrameMessage, PageMessage};
    use crate::pages::content::Content;
    use crate::pages::preferences::Preferences;
    use crate::policy::Policy;
    use crate::session::screen::Shown;
    use crate::session::{Input, Kept};

    const NOW: f64 = 1_800_000_000_000.0;
    const FILE: &str = include_str!("../../extension/content/en/templates.json");

    fn session(policy: &str, profile: Profile) -> Session {
        let policy: Policy = serde_json::from_str(policy).unwrap();
        let mut kept = Kept::default();
        kept.profiles.insert("facebook:77".to_owned(), profile);
        let mut session = Session::new(policy, kept, 0);
        let content: Content = serde_json::from_str(FILE).unwrap();
        session.step(Input::Content(Box::new(content)), NOW);
        session
    }

    fn ask(session: &mut Session, action: ActionKind, now_ms: f64) -> Vec<Effect> {
        let account = Account {
            site: Site::Facebook,
            id: Some("77".to_owned()),
            ..Account::default()
        };
        let action = PageMessage::Action {
            action,
            press: 5,
            account: Some(account),
        };
        session.step(Input::Page(action), now_ms)
    }

    fn shown(session: &Session) -> Request {
        match session.screen().shown {
            Shown::Request(request) => request,
            other => panic!("expected the question, got {other:?}"),
        }
    }

    fn decided(effects: &[Effect]) -> Option<Decision> {
        effects.iter().find_map(|effect| match effect {
            Effect::Say(FrameMessage::Decision { press: 5, decision }) => Some(*decision),
            _ => None,
        })
    }

    #[test]
    fn a_professional_account_is_never_asked_and_the_others_are() {
        for (profile, is_asked) in [
            (Profile::Professional, false),
            (Profile::Personal, true),
            (Profile::Both, true),
            (Profile::Unknown, true),
        ] {
            let mut session = session("{}", profile);
            let effects = ask(&mut session, ActionKind::FriendAccept, NOW);
            assert_eq!(decided(&effects).is_none(), is_asked, "{profile:?}");
            assert_eq!(
                matches!(session.screen().shown, Shown::Request(_)),
                is_asked,
                "{profile:?}"
            );
        }
    }

    #[test]
    fn a_request_that_is_told_of_twice_stays_held_and_another_one_goes() {
        let mut session = session("{}", Profile::Personal);
        ask(&mut session, ActionKind::FriendAccept, NOW);
        assert_eq!(ask(&mut session, ActionKind::FriendAccept, NOW), []);
        let other = PageMessage::Action {
            action: ActionKind::FriendAccept,
            press: 6,
            account: None,
        };
        let effects = session.step(Input::Page(other), NOW);
        assert_eq!(effects, [decision(6, Decision::Post)]);
        assert!(matches!(session.screen().shown, Shown::Request(_)));
    }

    #[test]
    fn not_a_patient_goes_on_with_one_tap() {
        let mut session = session("{}", Profile::Personal);
        ask(&mut session, ActionKind::FollowAccept, NOW);
        let effects = session.step(Input::Act(Act::Relation(Relation::NotAPatient)), NOW);
        assert_eq!(decided(&effects), Some(Decision::Post));
        assert_eq!(session.screen().shown, Shown::Nothing);
    }

    #[test]
    fn a_patient_brings_guidance_and_texts_and_escape_leaves_the_request() {
        let mut session = session(
            r#"{"professionalPageUrl": "https://page.example.org"}"#,
            Profile::Personal,
        );
        ask(&mut session, ActionKind::FriendAccept, NOW);
        session.step(Input::Act(Act::Relation(Relation::Current)), NOW);
        let request = shown(&session);
        assert_eq!(request.severity, Severity::Caution);
        assert!(
            request.decline.contains("https://page.example.org"),
            "{}",
            request.decline
        );
        assert_eq!(request.in_person, "");
        session.step(Input::Act(Act::InPerson), NOW);
        assert!(shown(&session).in_person.contains("your request"));
        let copied = session.step(Input::Act(Act::Copy(Text::Decline)), NOW);
        assert_eq!(copied, [Effect::Copy(Copied::Text(request.decline))]);
        assert_eq!(shown(&session).copied, None);
        session.step(Input::Copied(true), NOW);
        assert_eq!(shown(&session).copied, Some(true));
        let effects = session.step(Input::Page(PageMessage::Escape), NOW);
        assert_eq!(decided(&effects), Some(Decision::Edit));
    }

    #[test]
    fn discipline_and_rule_of_the_institution_weigh_the_answer() {
        let weigh = |policy: &str, relation| {
            let mut session = session(policy, Profile::Personal);
            ask(&mut session, ActionKind::FriendAdd, NOW);
            session.step(Input::Act(Act::Relation(relation)), NOW);
            let request = shown(&session);
            assert!(!request.is_asked);
            request.severity
        };
        assert_eq!(weigh("{}", Relation::Former), Severity::Note);
        assert_eq!(
            weigh(r#"{"discipline": "mental_health"}"#, Relation::Former),
            Severity::Caution
        );
        assert_eq!(weigh("{}", Relation::Relative), Severity::Note);
        assert_eq!(
            weigh(r#"{"connectionRule": "never"}"#, Relation::Relative),
            Severity::Caution
        );
    }

    #[test]
    fn of_a_request_only_the_day_is_kept() {
        let mut session = session("{}", Profile::Personal);
        let effects = ask(&mut session, ActionKind::FriendAccept, NOW);
        let kept = effects.iter().find_map(|effect| match effect {
            Effect::Keep(kept) => Some(serde_json::to_value(kept).unwrap()),
            _ => None,
        });
        let profiles = serde_json::json!({"facebook:77": "personal"});
        let expected =
            serde_json::json!({"profiles": profiles, "silenced": {}, "asked_day": 20_833});
        assert_eq!(kept, Some(expected));
        session.step(Input::Act(Act::Relation(Relation::Current)), NOW);
        assert_eq!(session.step(Input::Act(Act::PostAnyway), NOW).len(), 1);
    }

    #[test]
    fn in_a_small_community_the_question_comes_once_a_week() {
        let mut session = session("{}", Profile::Personal);
        let own = Preferences {
            small_community: true,
            ..Preferences::default()
        };
        session.step(Input::Preferences(Box::new(own)), NOW);
        let mut asked = Vec::new();
        for days in 0..15 {
            let now_ms = NOW + f64::from(days) * DAY_MS;
            if decided(&ask(&mut session, ActionKind::FriendAccept, now_ms)).is_none() {
                asked.push(days);
                session.step(Input::Act(Act::Edit), now_ms);
            }
        }
        assert_eq!(asked, [0, 7, 14]);
    }
}
