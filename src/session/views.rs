//! From what the session knows to what is to be seen.

use crate::context::Site;
use crate::finding::{Severity, Verdict};
use crate::message::{BoxState, Direction, Scheme};
use crate::policy::choices::{ChipShown, UserSetting};
use crate::session::act::Reason;
use crate::session::draft_box::{Demand, DraftBox};
use crate::session::line::Line;
use crate::session::screen::{Chip, Panel, Pause, Remark, Screen, Shown, Status, Who};
use crate::session::{Paused, QUESTIONS, Session};

/// The page's look.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    pub(super) site: Site,
    pub(super) scheme: Scheme,
    pub(super) dir: Direction,
}

impl Look {
    /// The site's name among settings; empty where Primum knows none.
    pub(super) fn site_name(self) -> &'static str {
        match self.site {
            Site::X => "x",
            Site::Facebook => "facebook",
            Site::Other => "",
        }
    }
}

impl Session {
    /// What is to be seen now.
    #[must_use]
    pub fn screen(&self) -> Screen {
        Screen {
            scheme: self.look.scheme,
            dir: self.look.dir,
            shown: self.shown(),
        }
    }

    fn shown(&self) -> Shown {
        if let Some(request) = &self.request {
            return Shown::Request(self.request_screen(request));
        }
        if let Some(paused) = &self.paused
            && let Some(draft_box) = self.boxes.get(&paused.r#box)
        {
            return Shown::Pause(self.pause(paused, draft_box));
        }
        if let Some(key) = self.notice.filter(|_| !self.opened.panel) {
            return Shown::Notice(key);
        }
        match self.current_box() {
            None => Shown::Nothing,
            Some((_, draft_box)) if self.opened.panel => Shown::Panel(self.panel(draft_box)),
            Some((_, draft_box)) => self.chip(draft_box),
        }
    }

    fn chip(&self, draft_box: &DraftBox) -> Shown {
        let status = status(draft_box);
        let has_unknown_layout = draft_box.has_unknown_layout();
        let is_known = !has_unknown_layout && draft_box.context.account.is_some();
        let is_quiet = matches!(status, Status::Empty | Status::Clear) && is_known;
        if is_quiet && self.memory.policy.chip == ChipShown::Findings {
            return Shown::Nothing;
        }
        let first = draft_box.lines.shown.first();
        Shown::Chip(Chip {
            status,
            who: who(draft_box),
            lead: first.filter(|_| draft_box.may_prompt()).cloned(),
            has_unknown_layout,
        })
    }

    fn panel(&self, draft_box: &DraftBox) -> Panel {
        let more = if self.opened.more {
            draft_box.lines.more.as_slice()
        } else {
            &[]
        };
        let asked = self.opened.asks_profile || draft_box.wants_profile(&self.memory);
        Panel {
            status: status(draft_box),
            who: who(draft_box),
            lines: draft_box.lines.shown.iter().chain(more).cloned().collect(),
            hidden: draft_box.lines.more.len() - more.len(),
            asks_profile: asked && !draft_box.who.is_locked && draft_box.context.account.is_some(),
            remarks: remarks(draft_box),
            silences: !self.memory.policy.locks(UserSetting::NotUseful),
            contact: self.memory.policy.contact.clone(),
            document_url: self.memory.policy.document_url.clone(),
            help: self.help_screen(draft_box),
        }
    }

    fn pause(&self, paused: &Paused, draft_box: &DraftBox) -> Pause {
        let policy = &self.memory.policy;
        let is_serious = |line: &&Line| line.severity > Severity::Note;
        let lines: Vec<Line> = draft_box
            .lines
            .shown
            .iter()
            .filter(is_serious)
            .cloned()
            .collect();
        let fix = lines.first().and_then(|line| line.fixes.first());
        Pause {
            severity: if draft_box.verdict() == Verdict::Stop {
                Severity::Stop
            } else {
                Severity::Caution
            },
            who: who(draft_box),
            hidden: draft_box.lines.more.iter().filter(is_serious).count(),
            question: self.questions_asked % QUESTIONS,
            own_question: own_question(&policy.reflection_questions, self.questions_asked),
            gate: paused.gate,
            reasons: match draft_box.demand(policy) {
                Demand::Review => vec![Reason::Reviewed],
                _ => Reason::OWN.to_vec(),
            },
            reviewer: policy.reviewer.clone(),
            fix: fix.map(|fix| fix.kind),
            copied: self.opened.aside.copied(),
            lines,
        }
    }
}

/// The institution's questions take turns too.
fn own_question(own: &[String], asked: usize) -> String {
    own.iter()
        .cycle()
        .nth(asked % own.len().max(1))
        .cloned()
        .unwrap_or_default()
}

fn status(draft_box: &DraftBox) -> Status {
    match draft_box.verdict() {
        _ if !draft_box.is_readable() => Status::NotChecked,
        Verdict::Clear if draft_box.is_empty() => Status::Empty,
        Verdict::Clear => Status::Clear,
        Verdict::Note => Status::Notes(draft_box.lines.all().count()),
        Verdict::Caution => Status::Caution,
        Verdict::Stop => Status::Stop,
    }
}

fn who(draft_box: &DraftBox) -> Who {
    let account = draft_box.context.account.as_ref();
    let handle = account.and_then(|account| account.handle.as_ref());
    let name = account.and_then(|account| account.name.clone());
    Who {
        profile: draft_box.who.profile,
        is_locked: draft_box.who.is_locked,
        audience: draft_box.context.audience,
        is_seen: account.is_some(),
        account: handle
            .map(|handle| format!("@{handle}"))
            .or(name)
            .unwrap_or_default(),
        site: draft_box.context.site,
    }
}

fn remarks(draft_box: &DraftBox) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if draft_box.state == BoxState::Unreadable {
        remarks.push(Remark::Unreadable);
    } else if draft_box.has_unknown_layout() {
        remarks.push(Remark::UnknownLayout);
    } else if draft_box.context.account.is_none() {
        remarks.push(Remark::AccountNotSeen);
    }
    if draft_box.fix_failed {
        remarks.push(Remark::FixFailed);
    }
    if Session::has_media(draft_box) {
        remarks.push(Remark::MediaNotSeen);
    }
    remarks
}
