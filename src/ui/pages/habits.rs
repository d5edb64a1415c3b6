//! How Primum works for this clinician: pause, chip, sites, counts, small
//! communities. What the institution sets is shown with whose policy it is.

use web_sys::Element;

use crate::pages::model::Model;
use crate::policy::choices::{ChipShown, Counting, SiteName, UserSetting};
use crate::ui::dom::{add, set, text};
use crate::ui::pages::forms::{section, select};
use crate::ui::words::{say, say_with};

/// Seconds to choose from; guidance §4 has three at most as the norm, more is one's own wish.
const SECONDS: [u32; 4] = [3, 5, 10, 20];

/// The section.
pub(super) fn draw(model: &Model) -> Element {
    let made = section(&say("options_habits"), &say("habits_intro"));
    add(&made, &pause(model));
    add(&made, &chip(model));
    for site in SiteName::ALL {
        add(&made, &watched(model, *site));
    }
    add(&made, &counts(model));
    let own = &model.stored.preferences;
    let community = yes_no(own.small_community);
    let lock = model.policy.locks(UserSetting::All);
    add(&made, &setting(model, lock, "small_community", community));
    made
}

/// A choice between two to four words; locked, it cannot be changed and says by whom.
fn setting(model: &Model, is_locked: bool, field: &str, chosen: &str) -> Element {
    let options = [("yes", say("habits_yes")), ("no", say("habits_no"))];
    let label = say(&format!("habits_{field}"));
    locked(model, is_locked, select(field, &label, &options, chosen))
}

/// `made`, locked where the policy says so.
fn locked(model: &Model, is_locked: bool, made: Element) -> Element {
    if !is_locked {
        return made;
    }
    if let Ok(Some(control)) = made.query_selector("select") {
        set(&control, "disabled", "");
    }
    add(&made, &by_policy(model));
    made
}

/// Whose policy locks a setting.
pub(super) fn by_policy(model: &Model) -> Element {
    text("span", "tag", &whose(model))
}

/// "Set by" and the institution's name, where the policy gives one.
pub(super) fn whose(model: &Model) -> String {
    let whose = model.policy.institution();
    whose.map_or_else(
        || say("locked_by_workplace"),
        |name| say_with("locked_by", name),
    )
}

fn pause(model: &Model) -> Element {
    let own = model
        .stored
        .preferences
        .in_force(&model.policy)
        .pause_seconds();
    let mut all: Vec<u32> = SECONDS.to_vec();
    all.push(own);
    all.sort_unstable();
    all.dedup();
    let texts: Vec<(String, String)> = all
        .iter()
        .map(|seconds| (seconds.to_string(), say_with("habits_seconds", seconds)))
        .collect();
    let options: Vec<(&str, String)> = texts
        .iter()
        .map(|(value, words)| (value.as_str(), words.clone()))
        .collect();
    let made = select(
        "pause_seconds",
        &say("habits_pause_seconds"),
        &options,
        &own.to_string(),
    );
    locked(model, model.policy.locks(UserSetting::PauseSeconds), made)
}

fn chip(model: &Model) -> Element {
    let is_quiet = model.stored.preferences.in_force(&model.policy).chip == ChipShown::Findings;
    let options = [
        ("no", say("habits_chip_always")),
        ("yes", say("habits_chip_findings")),
    ];
    let made = select(
        "quiet_chip",
        &say("habits_quiet_chip"),
        &options,
        yes_no(is_quiet),
    );
    locked(model, model.policy.locks(UserSetting::Appearance), made)
}

fn watched(model: &Model, site: SiteName) -> Element {
    let sites = &model.policy.sites;
    let is_left_out = !sites.is_empty() && !sites.contains(&site);
    let is_watched = !is_left_out && model.stored.preferences.watches(site.word(), &model.policy);
    let options = [
        ("yes", say("habits_watched")),
        ("no", say("habits_not_watched")),
    ];
    let field = format!("watch_{}", site.word());
    let made = select(
        &field,
        &say(&format!("site_{}", site.word())),
        &options,
        yes_no(is_watched),
    );
    let is_locked = is_left_out || model.policy.locks(UserSetting::Sites);
    locked(model, is_locked, made)
}

fn counts(model: &Model) -> Element {
    let policy = &model.policy;
    let is_on = model.stored.preferences.in_force(policy).statistics == Counting::Local;
    let is_locked = policy.locks(UserSetting::Statistics) || policy.statistics == Counting::Off;
    setting(model, is_locked, "counts", yes_no(is_on))
}

fn yes_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
