//! How Primum works for this clinician: pause, chip, sites, counts, small
//! communities. What the institution sets is shown with whose policy it is.

use web_sys::Element;

use crate::pages::model::Model;
use crate::policy::choices::{ChipShown, Counting, SiteName, UserSetting};
use crate::ui::dom::{add, element, set};
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
    add(
        &made,
        &setting(model, None, "small_community", yes_no(own.small_community)),
    );
    made
}

/// A choice between two to four words; locked, it cannot be changed and says by whom.
fn setting(model: &Model, lock: Option<UserSetting>, field: &str, chosen: &str) -> Element {
    let options = [("yes", say("habits_yes")), ("no", say("habits_no"))];
    locked(
        model,
        lock,
        select(field, &say(&format!("habits_{field}")), &options, chosen),
    )
}

/// `made`, locked when the policy locks it.
fn locked(model: &Model, lock: Option<UserSetting>, made: Element) -> Element {
    if !lock.is_some_and(|lock| model.policy.locks(lock)) {
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
    let whose = model.policy.institution();
    let words = whose.map_or_else(
        || say("locked_by_workplace"),
        |name| say_with("locked_by", name),
    );
    let made = element("span", "tag");
    made.set_text_content(Some(&words));
    made
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
    locked(model, Some(UserSetting::PauseSeconds), made)
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
    locked(model, Some(UserSetting::Appearance), made)
}

fn watched(model: &Model, site: SiteName) -> Element {
    let sites = &model.policy.sites;
    let is_watched = (sites.is_empty() || sites.contains(&site))
        && model.stored.preferences.watches(site.word(), &model.policy);
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
    locked(model, Some(UserSetting::Sites), made)
}

fn counts(model: &Model) -> Element {
    let is_on = model.stored.preferences.in_force(&model.policy).statistics == Counting::Local;
    let made = setting(
        model,
        Some(UserSetting::Statistics),
        "counts",
        yes_no(is_on),
    );
    if model.policy.statistics == Counting::Off
        && let Ok(Some(control)) = made.query_selector("select")
    {
        set(&control, "disabled", "");
    }
    made
}

fn yes_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
