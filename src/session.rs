//! The frame's own mind: what it knows of every compose box, and what follows
//! from each message, act and timer. Pure: no browser, no clock.
//!
//! Draft text is held in memory for as long as its box is there, and nowhere else.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::check::Checker;
use crate::context::Media;
use crate::message::{Account, ActionKind, BoxState, Decision, FrameMessage, PageMessage};
use crate::pages::content::Content;
use crate::pages::preferences::{Preferences, Resting};
use crate::policy::Policy;
use crate::profile::ProfileMarks;

pub mod act;
mod acts;
mod config;
mod connection;
pub mod describe;
mod dismissals;
mod draft_box;
mod effect;
mod fields;
pub mod helpers;
pub mod layout;
pub mod line;
mod notices;
pub mod outcomes;
mod pause;
mod rest;
pub mod screen;
#[cfg(test)]
mod tests;
mod views;

use act::Act;
use draft_box::DraftBox;
pub use effect::{Copied, Effect, Wake};
use layout::Layouts;
use pause::Paused;

/// A typing pause, after which a caution may speak up (guidance §4).
const SETTLE_MS: u32 = 1500;
/// How long a post waits for an answer (design §3.7).
const WAIT_MS: u32 = 300;
/// Reflection questions in the words file.
pub const QUESTIONS: usize = 6;

/// Note rules that are silent, and until when (milliseconds since 1970).
pub type Silenced = BTreeMap<String, f64>;

/// What is kept on this device: no draft, no patient, nobody but the clinician's own accounts.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Kept {
    /// What the clinician's accounts are for.
    pub profiles: ProfileMarks,
    /// Note rules that were called not useful, and until when they are silent.
    pub silenced: Silenced,
    /// The day, since 1970, on which a connection request was last asked about: never whose.
    pub asked_day: u32,
    /// Where a site's layout was not as Primum knows it, for support: no address, no words of a page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub layouts: Layouts,
}

/// What checks depend on beside the draft.
#[derive(Debug, Default)]
struct Memory {
    policy: Policy,
    kept: Kept,
    /// What the local clock is ahead of the universal one.
    clock_ahead_ms: f64,
}

/// What the session is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// The page script spoke.
    Page(PageMessage),
    /// The clinician did something.
    Act(Act),
    /// A timer asked for by [`Effect::Wake`] went off.
    Woke(Wake),
    /// The policy came or changed.
    Policy(Box<Policy>),
    /// The clinician's settings came or changed.
    Preferences(Box<Preferences>),
    /// The texts to copy and to put in were read.
    Content(Box<Content>),
    /// The popup wants this put into the draft.
    Insert(String),
    /// What is kept came or changed, perhaps in another tab.
    Kept(Kept),
    /// Where Primum rests came or changed.
    Resting(Resting),
    /// Whether what was to be copied is on the clipboard.
    Copied(bool),
}

/// What the clinician opened.
#[derive(Debug, Default)]
struct Opened {
    panel: bool,
    more: bool,
    asks_profile: bool,
    aside: Aside,
}

/// What is done with a draft beside posting it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Aside {
    /// Nothing.
    #[default]
    Nothing,
    /// The texts to put in are shown.
    Texts,
    /// Something was just copied, or could not be.
    Copied(bool),
}

/// One frame's session.
#[derive(Debug, Default)]
pub struct Session {
    checker: Checker,
    memory: Memory,
    boxes: BTreeMap<u32, DraftBox>,
    current: Option<u32>,
    opened: Opened,
    paused: Option<Paused>,
    look: views::Look,
    questions_asked: usize,
    request: Option<connection::Requested>,
    notice: Option<&'static str>,
    /// The policy as it was given; `memory` has it with the clinician's own settings.
    given: Policy,
    preferences: Preferences,
    content: Content,
    threads: notices::Threads,
    resting: Resting,
    /// Resting here, as of the last step.
    is_resting: bool,
}

impl Session {
    /// A session with what was kept and the last known policy. `seed` chooses the first question.
    #[must_use]
    pub fn new(policy: Policy, kept: Kept, seed: usize) -> Self {
        Self {
            checker: Checker::new(policy.clone()),
            given: policy.clone(),
            memory: Memory {
                policy,
                kept,
                clock_ahead_ms: 0.0,
            },
            questions_asked: seed % QUESTIONS,
            ..Self::default()
        }
    }

    /// One step. `now_ms` is the time since 1970.
    pub fn step(&mut self, input: Input, now_ms: f64) -> Vec<Effect> {
        let counted = self.outcomes(&input);
        let mut effects = self.follow(input, now_ms);
        if !counted.is_empty() {
            effects.push(Effect::Count(counted));
        }
        effects.extend(self.rest(now_ms));
        self.weigh_fixes();
        effects
    }

    fn follow(&mut self, input: Input, now_ms: f64) -> Vec<Effect> {
        match input {
            Input::Page(message) => self.hear(message, now_ms),
            Input::Act(act) => self.act(act, now_ms),
            Input::Woke(Wake::Settled { r#box, revision }) => {
                let mut effects = self.settled(r#box, revision);
                effects.extend(self.note_layout(r#box, now_ms));
                effects
            }
            Input::Woke(Wake::Tick { press }) => self.tick(press),
            Input::Policy(policy) => {
                self.given = *policy;
                self.in_force(now_ms)
            }
            Input::Preferences(preferences) => {
                self.preferences = *preferences;
                self.in_force(now_ms)
            }
            Input::Content(content) => {
                self.content = *content;
                Vec::new()
            }
            Input::Insert(text) => self.put_in(text),
            Input::Copied(is_done) => self.copied(is_done),
            Input::Kept(kept) if kept != self.memory.kept => {
                self.memory.kept = kept;
                self.check_all(now_ms)
            }
            Input::Woke(Wake::Noticed) => {
                self.notice = None;
                Vec::new()
            }
            Input::Kept(_) | Input::Woke(Wake::Rested) => Vec::new(),
            Input::Resting(resting) => {
                self.resting = resting;
                Vec::new()
            }
        }
    }

    /// Policy or settings changed: what holds now holds for every draft.
    fn in_force(&mut self, now_ms: f64) -> Vec<Effect> {
        let policy = self.preferences.in_force(&self.given);
        self.checker = Checker::new(policy.clone());
        self.memory.policy = policy;
        let mut effects = vec![self.config()];
        effects.extend(self.check_all(now_ms));
        effects
    }

    fn hear(&mut self, message: PageMessage, now_ms: f64) -> Vec<Effect> {
        match message {
            PageMessage::Hello { site, scheme, dir } => {
                self.look = views::Look { site, scheme, dir };
                vec![self.config()]
            }
            PageMessage::Place { scheme, dir } => {
                self.look = views::Look {
                    scheme,
                    dir,
                    ..self.look
                };
                Vec::new()
            }
            PageMessage::Draft {
                r#box,
                revision,
                text,
                context,
            } => {
                let is_stale = self
                    .boxes
                    .get(&r#box)
                    .is_some_and(|b| b.revision > revision);
                if is_stale {
                    return Vec::new();
                }
                self.current.get_or_insert(r#box);
                let draft_box = self.boxes.entry(r#box).or_default();
                let was_sent = !draft_box.is_empty() && text.trim().is_empty();
                draft_box.take(revision, text, context);
                let mut effects = self.check(r#box, now_ms);
                effects.extend(self.noticed(r#box, was_sent, now_ms));
                effects.push(Effect::Wake(SETTLE_MS, Wake::Settled { r#box, revision }));
                effects
            }
            PageMessage::Box {
                r#box,
                state: BoxState::Gone,
                ..
            } => self.gone(r#box),
            PageMessage::Box {
                r#box,
                state,
                missing,
                anchors,
            } => self.around(r#box, state, missing, &anchors),
            PageMessage::Focused { r#box } => self.focused(r#box),
            PageMessage::Press { r#box, press } => self.pressed(r#box, press),
            PageMessage::Fixed { r#box, ok } => self.fixed(r#box, ok),
            PageMessage::Open { r#box } => {
                self.focused(r#box);
                self.open()
            }
            PageMessage::Escape => self.escape(),
            PageMessage::Action {
                action: action @ (ActionKind::Search | ActionKind::Engage),
                ..
            } => self.remind(action, now_ms),
            PageMessage::Action {
                action,
                press,
                account,
            } => self.requested(action, press, account.as_ref(), now_ms),
        }
    }

    fn check(&mut self, number: u32, now_ms: f64) -> Vec<Effect> {
        let Some(draft_box) = self.boxes.get_mut(&number) else {
            return Vec::new();
        };
        draft_box.check(&self.checker, &self.memory, now_ms);
        vec![self.answer(number)].into_iter().flatten().collect()
    }

    /// Checks every box that had a draft already, after policy, profile or dismissals changed.
    fn check_all(&mut self, now_ms: f64) -> Vec<Effect> {
        let drafted = self.boxes.iter().filter(|(_, b)| b.is_checked);
        let numbers: Vec<u32> = drafted.map(|(number, _)| *number).collect();
        numbers
            .into_iter()
            .flat_map(|number| self.check(number, now_ms))
            .collect()
    }

    fn answer(&self, number: u32) -> Option<Effect> {
        let draft_box = self.boxes.get(&number)?;
        Some(Effect::Say(draft_box.answer(number, &self.memory.policy)))
    }

    fn focused(&mut self, number: u32) -> Vec<Effect> {
        if self.boxes.contains_key(&number) && self.current != Some(number) {
            self.current = Some(number);
            self.opened = Opened::default();
        }
        Vec::new()
    }

    fn settled(&mut self, number: u32, revision: u32) -> Vec<Effect> {
        let Some(draft_box) = self.boxes.get_mut(&number) else {
            return Vec::new();
        };
        if draft_box.revision != revision || draft_box.is_settled {
            return Vec::new();
        }
        draft_box.is_settled = true;
        let verdict = draft_box.verdict();
        let speaks = draft_box.may_prompt() && self.paused.is_none();
        let mut effects: Vec<Effect> = self.answer(number).into_iter().collect();
        if speaks {
            effects.push(Effect::Announce(verdict));
        }
        effects
    }

    fn fixed(&mut self, number: u32, ok: bool) -> Vec<Effect> {
        if let Some(draft_box) = self.boxes.get_mut(&number) {
            draft_box.fix_failed = !ok;
            self.opened.panel |= !ok;
        }
        Vec::new()
    }

    fn open(&mut self) -> Vec<Effect> {
        if self.paused.is_some() || self.request.is_some() || self.current.is_none() {
            return Vec::new();
        }
        self.opened.panel = true;
        vec![Effect::Focus]
    }

    fn escape(&mut self) -> Vec<Effect> {
        if self.request.is_some() {
            return self.decide_request(Decision::Edit);
        }
        if self.paused.is_some() {
            return self.decide(Decision::Edit);
        }
        self.opened = Opened::default();
        let focus = self
            .current
            .map(|number| FrameMessage::Focus { r#box: number });
        focus.map(Effect::Say).into_iter().collect()
    }

    /// Fixes are about to be seen: only those stay that lower or clear their finding.
    fn weigh_fixes(&mut self) {
        let opened = self.current.filter(|_| self.opened.panel);
        let seen = self.paused.as_ref().map(|paused| paused.r#box).or(opened);
        if let Some(draft_box) = seen.and_then(|number| self.boxes.get_mut(&number)) {
            draft_box.weigh_fixes(&self.checker);
        }
    }

    fn account(&self) -> Option<&Account> {
        self.current_box()?.1.context.account.as_ref()
    }

    fn current_box(&self) -> Option<(u32, &DraftBox)> {
        let number = self.current?;
        Some((number, self.boxes.get(&number)?))
    }

    fn has_media(draft_box: &DraftBox) -> bool {
        draft_box.context.media != Media::None
    }
}
