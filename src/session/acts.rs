//! What follows from each thing the clinician does.

use crate::context::Profile;
use crate::finding::Severity;
use crate::message::{Decision, FrameMessage, Utf16Edit};
use crate::profile;
use crate::session::act::{Act, Reason};
use crate::session::dismissals::SILENT_MS;
use crate::session::screen::{Gate, Shown};
use crate::session::{Aside, Effect, Paused, Session};
use crate::utf16::Utf16;

impl Session {
    pub(super) fn act(&mut self, act: Act, now_ms: f64) -> Vec<Effect> {
        if self.opened.aside.copied().is_some() {
            self.opened.aside = Aside::Nothing;
        }
        if self.request.is_some() {
            return self.answer_request(act);
        }
        match act {
            Act::Open => self.open(),
            Act::Close => self.escape(),
            Act::Edit => self.decide(Decision::Edit),
            Act::PostAnyway => match &self.paused {
                Some(paused) if paused.gate.is_open() => self.decide(Decision::Post),
                _ => Vec::new(),
            },
            Act::Because(reason) => self.because(reason),
            Act::Fix { line, fix } => self.fix(line, fix),
            Act::Dismiss(line) => self.dismiss(line, now_ms),
            Act::NotUseful(line) => self.not_useful(line, now_ms),
            Act::More => {
                self.opened.more = true;
                Vec::new()
            }
            Act::Change => {
                self.opened.asks_profile = true;
                Vec::new()
            }
            Act::Mark(profile) => self.mark(profile, now_ms),
            Act::NotNow => self.mark(Profile::Unknown, now_ms),
            Act::Save | Act::Ask(_) | Act::Texts | Act::Insert(_) | Act::Thread => self.help(act),
            Act::Relation(_) | Act::InPerson | Act::Copy(_) => Vec::new(),
        }
    }

    fn because(&mut self, reason: Reason) -> Vec<Effect> {
        let is_offered = match self.screen().shown {
            Shown::Pause(pause) => pause.reasons.contains(&reason),
            _ => false,
        };
        if is_offered
            && let Some(Paused {
                gate: Gate::Reason(chosen),
                ..
            }) = &mut self.paused
        {
            *chosen = Some(reason);
        }
        Vec::new()
    }

    fn fix(&mut self, line: usize, fix: usize) -> Vec<Effect> {
        let Some((number, draft_box)) = self.current_box() else {
            return Vec::new();
        };
        let Some(fix) = draft_box
            .lines
            .get(line)
            .and_then(|line| line.fixes.get(fix))
        else {
            return Vec::new();
        };
        let map = Utf16::new(draft_box.whole.text());
        let edits = fix.edits.iter().map(|edit| Utf16Edit {
            utf16_start: map.at(edit.byte_start),
            utf16_end: map.at(edit.byte_end),
            replacement: edit.replacement.clone(),
        });
        let edits = edits.collect();
        let say = FrameMessage::Fix {
            r#box: number,
            revision: draft_box.revision,
            edits,
        };
        // A held press belongs to the text before the fix.
        let mut effects = self.decide(Decision::Edit);
        effects.push(Effect::Say(say));
        effects
    }

    fn dismiss(&mut self, line: usize, now_ms: f64) -> Vec<Effect> {
        let Some(number) = self.current else {
            return Vec::new();
        };
        if let Some(draft_box) = self.boxes.get_mut(&number) {
            draft_box.dismiss(line);
        }
        self.check(number, now_ms)
    }

    fn not_useful(&mut self, line: usize, now_ms: f64) -> Vec<Effect> {
        let line = self
            .current_box()
            .and_then(|(_, draft_box)| draft_box.lines.get(line));
        let Some(rule) = line
            .filter(|line| line.severity == Severity::Note)
            .map(|line| line.rule)
        else {
            return Vec::new();
        };
        let until = now_ms + SILENT_MS;
        self.memory.kept.silenced.insert(rule.to_owned(), until);
        self.memory.kept.silenced.retain(|_, until| *until > now_ms);
        let mut effects = vec![Effect::Keep(self.memory.kept.clone())];
        effects.extend(self.check_all(now_ms));
        effects
    }

    fn mark(&mut self, profile: Profile, now_ms: f64) -> Vec<Effect> {
        self.opened.asks_profile = false;
        let Some(key) = self.account().and_then(profile::key) else {
            return Vec::new();
        };
        self.memory.kept.profiles.insert(key, profile);
        let mut effects = vec![Effect::Keep(self.memory.kept.clone())];
        effects.extend(self.check_all(now_ms));
        effects
    }
}
