//! The options page: a list of sections at the side, one section at a time.

use web_sys::Element;

use crate::pages::model::Model;
use crate::pages::preferences::WELCOME_STEPS;
use crate::ui::dom::{add, element, set, text};
use crate::ui::pages::{app, cards, first_run, forms, habits, help, rules, settings, statistics};
use crate::ui::words::say;

/// Sections by the names they have in the address, in their order.
const SECTIONS: [&str; 10] = [
    "accounts",
    "habits",
    "rules",
    "templates",
    "help",
    "cards",
    "statistics",
    "policy",
    "look",
    "data",
];

/// The whole page.
pub(super) fn draw(model: &Model) -> Vec<Element> {
    if model.section == "welcome" {
        return vec![first_run::draw(model)];
    }
    let current = current(model);
    let body = match current {
        "habits" => habits::draw(model),
        "rules" => rules::draw(model),
        "templates" => help::templates(model),
        "help" => help::helpers(model),
        "cards" => cards::draw(model),
        "statistics" => statistics::draw(model),
        "policy" => settings::policy(model),
        "look" => settings::look(model),
        "data" => settings::data(model),
        _ => settings::accounts(model),
    };
    vec![navigation(model, current), body]
}

/// The section that is shown.
fn current(model: &Model) -> &'static str {
    let known = SECTIONS.into_iter().find(|name| *name == model.section);
    known.unwrap_or(SECTIONS[0])
}

/// What the page is called.
pub(super) fn title(model: &Model) -> String {
    if model.section == "welcome" {
        say("welcome_again")
    } else {
        say(&format!("options_{}", current(model)))
    }
}

fn navigation(model: &Model, current: &str) -> Element {
    let made = element("nav", "");
    set(&made, "aria-label", &say("options_sections"));
    let list = element("ul", "");
    for name in SECTIONS {
        let link = forms::link(&say(&format!("options_{name}")), &format!("#{name}"));
        if name == current {
            set(&link, "aria-current", "page");
        }
        add(&list, &item(&link));
    }
    add(
        &list,
        &item(&forms::link(
            &say("practice_title"),
            &app::address("practice.html"),
        )),
    );
    let key = if model.stored.preferences.welcome < WELCOME_STEPS {
        "welcome_go_on"
    } else {
        "welcome_again"
    };
    add(&list, &item(&forms::link(&say(key), "#welcome")));
    add(&made, &list);
    add(
        &made,
        &text("p", "source", &format!("Primum {}", app::version())),
    );
    made
}

fn item(link: &Element) -> Element {
    let made = element("li", "");
    add(&made, link);
    made
}
