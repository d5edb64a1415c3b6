//! One page's mind: what it knows, and what follows from each thing the
//! clinician does there.

use serde::Deserialize;

use crate::check::Checker;
use crate::pages::content::Content;
use crate::pages::place::{places, text_of};
use crate::pages::practice::Practice;
use crate::pages::preferences::{DISCIPLINES, Look, Preferences, REST_MS, Resting, WELCOME_STEPS};
use crate::pages::reminder::Said;
use crate::pages::statistics::{MONTHS_KEPT, Statistics};
use crate::pages::template::fill;
use crate::pages::trial::Trial;
use crate::policy::choices::{Theme, UserSetting};
use crate::policy::value::Value;
use crate::policy::{Policy, institution};
use crate::session::Kept;
use crate::session::describe::Described;

/// Which page this is.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Page {
    /// The toolbar button's.
    #[default]
    Popup,
    /// Settings, first run and help.
    Options,
    /// Exercises and any text.
    Practice,
}

/// What the loader gives a page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Given {
    /// Which page.
    pub page: Page,
    /// The texts.
    pub content: Content,
    /// The tab the popup was opened over.
    pub tab: Option<Tab>,
}

/// What is known of the tab under the popup.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Tab {
    /// "x" or "facebook"; empty on other sites.
    pub site: String,
    /// Whether the page script answers.
    pub is_watched: bool,
    /// The box the clinician is in, if there is one.
    pub draft: Option<Described>,
}

/// What is read from the browser's storage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stored {
    /// Marks and silenced rules.
    pub kept: Kept,
    /// Settings.
    pub preferences: Preferences,
    /// Counts.
    pub statistics: Statistics,
    /// Where Primum rests.
    pub resting: Resting,
}

/// What the page wants done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep marks and silenced rules.
    KeepMarks,
    /// Keep settings.
    KeepPreferences,
    /// Keep where Primum rests.
    KeepResting,
    /// Delete everything that is kept.
    DeleteAll,
    /// Delete the counts.
    DeleteCounts,
    /// Put this on the clipboard.
    Copy(String),
    /// Save this as a file: name, kind, text.
    Save(String, &'static str, String),
    /// Put this into the open draft of the tab under the popup.
    Insert(String),
    /// Say this, by its key in the words file, also to screen readers.
    Announce(&'static str),
    /// Draw the draft's result only: the clinician is typing.
    DrawResult,
    /// Load the page anew, for another language.
    Reload,
}

/// A page.
#[derive(Debug, Default)]
pub struct Model {
    /// What the loader gave.
    pub given: Given,
    /// What the institution sets.
    pub policy: Policy,
    /// The policy as it was given, to be shown.
    pub policy_given: Value,
    /// What is wrong with it.
    pub policy_errors: Vec<String>,
    /// What is stored.
    pub stored: Stored,
    /// The section of the options page, by its name.
    pub section: String,
    /// The practice page's draft.
    pub practice: Practice,
    /// A policy pasted into the practice page.
    pub trial: Trial,
    /// What was written as an account and is none.
    pub refused_account: String,
    /// Asked whether everything should be deleted.
    pub asks_deletion: bool,
    checker: Checker,
    /// When the page was opened, in milliseconds since 1970.
    opened_ms: f64,
}

impl Model {
    /// A page with what was stored.
    #[must_use]
    pub fn new(given: Given, stored: Stored, now_ms: f64) -> Self {
        let mut model = Self {
            given,
            stored,
            ..Self::default()
        };
        model.stored.statistics.forget_old(MONTHS_KEPT, now_ms);
        model.opened_ms = now_ms;
        if model.stored.preferences.installed_ms <= 0.0 {
            model.stored.preferences.installed_ms = now_ms;
        }
        model
    }

    /// Colours: the clinician's own, unless the policy sets them and locks them or nobody chose.
    #[must_use]
    pub fn look(&self) -> Look {
        let own = self.stored.preferences.look;
        let set = match self.policy.theme {
            Theme::Auto => Look::Auto,
            Theme::Light => Look::Light,
            Theme::Dark => Look::Dark,
        };
        let is_locked = self.policy.locks(UserSetting::Appearance);
        if is_locked || own == Look::Auto {
            set
        } else {
            own
        }
    }

    /// The policy came; says whether it is another one.
    pub fn take_policy(&mut self, given: Value) -> bool {
        if given == self.policy_given {
            return false;
        }
        let read = Policy::read(&given);
        let mut problems = read.problems;
        problems.extend(institution::problems(&read.policy));
        self.policy_errors = problems.iter().map(ToString::to_string).collect();
        self.policy = read.policy;
        self.policy_given = given;
        let months = self.policy.statistics_months();
        self.stored.statistics.forget_old(months, self.opened_ms);
        self.take_checker();
        true
    }

    /// The practice page judges by the pasted policy, else by what is in force here.
    fn take_checker(&mut self) {
        let in_force = self.stored.preferences.in_force(&self.policy);
        let policy = self.trial.policy.clone().unwrap_or(in_force);
        self.checker = Checker::new(policy);
        self.practice.check(&self.checker);
    }

    /// A field was changed.
    pub fn typed(&mut self, field: &str, value: &str) -> Vec<Effect> {
        match field {
            "look" => {
                let known = Look::ALL.into_iter().find(|look| look.id() == value);
                self.stored.preferences.look = known.unwrap_or_default();
                vec![Effect::KeepPreferences]
            }
            "language" => {
                value.clone_into(&mut self.stored.preferences.language);
                vec![Effect::KeepPreferences, Effect::Reload]
            }
            "discipline" => {
                let known = DISCIPLINES.contains(&value);
                self.stored.preferences.discipline = if known {
                    value.to_owned()
                } else {
                    String::new()
                };
                self.take_checker();
                vec![Effect::KeepPreferences]
            }
            "policy" => {
                value.clone_into(&mut self.trial.text);
                vec![Effect::DrawResult]
            }
            _ if self.habit(field, value) => vec![Effect::KeepPreferences],
            _ => {
                self.practice.set(field, value);
                self.practice.check(&self.checker);
                let is_typing = matches!(field, "text" | "parent");
                is_typing
                    .then_some(Effect::DrawResult)
                    .into_iter()
                    .collect()
            }
        }
    }

    /// A setting of how Primum works; says whether `field` is one.
    fn habit(&mut self, field: &str, value: &str) -> bool {
        let is_yes = value == "yes";
        let own = &mut self.stored.preferences;
        match field.split_once('_') {
            Some(("pause", "seconds")) => own.pause_seconds = value.parse().ok(),
            Some(("quiet", "chip")) => own.quiet_chip = Some(is_yes),
            Some(("small", "community")) => own.small_community = is_yes,
            None if field == "counts" => own.counts_off = !is_yes,
            Some(("watch", site)) if is_yes => {
                own.sites_off.remove(site);
            }
            Some(("watch", site)) => {
                own.sites_off.insert(site.to_owned());
            }
            _ => return false,
        }
        true
    }

    /// The name of a file of counts; the version of the institution's own rules goes with it.
    fn file(&self, ending: &str) -> String {
        let plain = |c: char| {
            if c.is_ascii_alphanumeric() || c == '.' {
                c
            } else {
                '-'
            }
        };
        let version: String = self.policy.rule_pack_version.chars().map(plain).collect();
        if version.is_empty() {
            format!("primum-counts.{ending}")
        } else {
            format!("primum-counts-rules-{version}.{ending}")
        }
    }

    /// A control was used: its act, and the text that goes with it, if any.
    pub fn act(&mut self, act: &str, text: &str, now_ms: f64) -> Vec<Effect> {
        let (verb, rest) = act.split_once(' ').unwrap_or((act, ""));
        match verb {
            "copy" => vec![
                Effect::Copy(text.to_owned()),
                Effect::Announce("page_copied"),
            ],
            "mark" => self.mark(rest),
            "add" => self.add_account(rest, text),
            "forget" => self.forget(rest),
            "unsilence" => {
                self.stored.kept.silenced.remove(rest);
                vec![Effect::KeepMarks]
            }
            "rest" | "wake" => self.rest(verb == "rest", now_ms),
            "done" => self.said(rest, Said::Done(now_ms)),
            "never" => self.said(rest, Said::Never),
            "again" => {
                self.stored.preferences.reminders.remove(rest);
                vec![Effect::KeepPreferences]
            }
            "read" => {
                self.stored.preferences.cards_read.insert(rest.to_owned());
                vec![Effect::KeepPreferences]
            }
            "insert" => {
                let template = self.given.content.template(rest);
                let text = template.map(|one| {
                    let words = text_of(&self.policy, &one.id, &one.text);
                    fill(words, &places(&self.policy), &self.given.content.places).text
                });
                text.map(Effect::Insert).into_iter().collect()
            }
            "confirm" => {
                let version = self.policy.acknowledgement.clone();
                self.stored.preferences.acknowledged = version;
                vec![Effect::KeepPreferences]
            }
            "try_policy" | "drop_policy" => {
                if verb == "try_policy" {
                    self.trial.read();
                } else {
                    self.trial = Trial::default();
                }
                self.take_checker();
                Vec::new()
            }
            "example" => {
                let given = rest
                    .parse()
                    .ok()
                    .and_then(|at: usize| self.policy.examples.get(at));
                let text = given.map(|example| example.text.clone());
                self.practice.set("text", &text.unwrap_or_default());
                self.practice.check(&self.checker);
                Vec::new()
            }
            "unread" => {
                self.stored.preferences.cards_read.clear();
                vec![Effect::KeepPreferences]
            }
            "step" => {
                let step = rest.parse().unwrap_or(WELCOME_STEPS);
                self.stored.preferences.welcome = step;
                vec![Effect::KeepPreferences]
            }
            "csv" => vec![Effect::Save(
                self.file("csv"),
                "text/csv",
                self.stored.statistics.csv(),
            )],
            "json" => vec![Effect::Save(
                self.file("json"),
                "application/json",
                self.stored.statistics.json(),
            )],
            "delete_counts" => {
                self.stored.statistics = Statistics::default();
                vec![Effect::DeleteCounts, Effect::Announce("page_deleted")]
            }
            "ask_delete" | "keep_all" => {
                self.asks_deletion = verb == "ask_delete";
                Vec::new()
            }
            "delete_all" => {
                self.stored = Stored::default();
                self.stored.preferences.installed_ms = now_ms;
                self.asks_deletion = false;
                vec![Effect::DeleteAll, Effect::Announce("page_deleted")]
            }
            _ => self.practise(verb, rest),
        }
    }

    fn rest(&mut self, rests: bool, now_ms: f64) -> Vec<Effect> {
        let may_rest = !self.policy.locks(UserSetting::Sites);
        let Some(tab) = self
            .given
            .tab
            .as_ref()
            .filter(|tab| may_rest && !tab.site.is_empty())
        else {
            return Vec::new();
        };
        self.stored.resting.remove(&tab.site);
        if rests {
            self.stored
                .resting
                .insert(tab.site.clone(), now_ms + REST_MS);
        }
        vec![Effect::KeepResting]
    }

    fn said(&mut self, reminder: &str, said: Said) -> Vec<Effect> {
        self.stored
            .preferences
            .reminders
            .insert(reminder.to_owned(), said);
        vec![Effect::KeepPreferences]
    }

    fn practise(&mut self, verb: &str, rest: &str) -> Vec<Effect> {
        let mut numbers = rest
            .split(' ')
            .filter_map(|word| word.parse::<usize>().ok());
        let (first, second) = (numbers.next(), numbers.next());
        let open = self.practice.open.map(|(open, _)| open);
        let exercise = open.and_then(|open| self.given.content.exercises.get(open));
        match (verb, first) {
            ("exercise", Some(number)) => {
                self.practice.open = if open == Some(number) {
                    None
                } else {
                    Some((number, None))
                };
            }
            ("choose", Some(number)) => {
                self.practice.answer(&self.given.content.exercises, number);
            }
            ("try" | "better", _) => {
                if let Some(exercise) = exercise {
                    self.practice.take(exercise, verb == "better");
                }
                self.practice.check(&self.checker);
            }
            ("fix", Some(line)) => {
                self.practice.fix(line, second.unwrap_or_default());
                self.practice.check(&self.checker);
            }
            ("more", _) => self.practice.shows_more = true,
            ("clear", _) => {
                self.practice.text.clear();
                self.practice.check(&self.checker);
            }
            _ => {}
        }
        Vec::new()
    }
}
