//! Pieces that the pages share: headings, choices, links, texts to copy.

use web_sys::Element;

use crate::context::Profile;
use crate::pages::practice::PROFILES;
use crate::ui::dom::{add, add_all, button, element, set, text};
use crate::ui::words::{self, say};

/// A section with its heading, which takes the focus when it is gone to.
pub(super) fn section(title: &str, intro: &str) -> Element {
    let made = element("section", "");
    let heading = text("h1", "", title);
    set(&heading, "tabindex", "-1");
    add(&made, &heading);
    if !intro.is_empty() {
        add(&made, &text("p", "intro", intro));
    }
    made
}

/// A choice with its label. Options are a value and its words.
pub(super) fn select(
    field: &str,
    label: &str,
    options: &[(&str, String)],
    chosen: &str,
) -> Element {
    let made = element("label", "field");
    add(&made, &text("span", "", label));
    let select = element("select", "");
    set(&select, "data-field", field);
    for (value, words) in options {
        let option = text("option", "", words);
        set(&option, "value", value);
        if *value == chosen {
            set(&option, "selected", "");
        }
        add(&select, &option);
    }
    add(&made, &select);
    made
}

/// A text field of several lines with its label.
pub(super) fn area(field: &str, label: &str, value: &str, rows: u32) -> Element {
    let made = element("label", "field");
    add(&made, &text("span", "", label));
    let area = text("textarea", "", value);
    set(&area, "data-field", field);
    set(&area, "rows", &rows.to_string());
    set(&area, "dir", "auto");
    add(&made, &area);
    made
}

/// A text to copy, which can be changed before; what is typed is not kept.
pub(super) fn copyable(id: &str, title: &str, words: &str) -> Element {
    let made = element("div", "copyable");
    let area = text("textarea", "", words);
    let field = format!("text-{id}");
    set(&area, "id", &field);
    set(&area, "aria-label", title);
    set(&area, "rows", &rows_of(words).to_string());
    let copy = button("primary", &say("page_copy"), &format!("copy {id}"));
    set(&copy, "data-from", &field);
    set(
        &copy,
        "aria-label",
        &format!("{}: {title}", say("page_copy")),
    );
    add_all(&made, &[area, copy]);
    made
}

/// Lines a text needs in a column of some seventy characters, within reason.
fn rows_of(words: &str) -> usize {
    const COLUMN: usize = 70;
    const MOST: usize = 18;
    let lines = words.lines().map(|line| line.chars().count() / COLUMN + 1);
    lines.sum::<usize>().clamp(2, MOST)
}

/// A link to another page of Primum, or to an address of the policy.
pub(super) fn link(words: &str, address: &str) -> Element {
    let made = text("a", "", words);
    set(&made, "href", address);
    if address.starts_with("https://") {
        set(&made, "target", "_blank");
        set(&made, "rel", "noopener noreferrer");
    } else if !address.starts_with('#') {
        set(&made, "target", "_blank");
    }
    made
}

/// A detail that can be opened; it stays open when the page is drawn anew.
pub(super) fn detail(id: &str, summary: &str) -> Element {
    let made = element("details", "");
    set(&made, "id", id);
    add(&made, &text("summary", "", summary));
    made
}

/// A list of plain lines.
pub(super) fn list(tag: &str, lines: impl IntoIterator<Item = String>) -> Element {
    let made = element(tag, "plain-list");
    for line in lines {
        add(&made, &text("li", "", &line));
    }
    made
}

/// Buttons side by side.
pub(super) fn row(buttons: &[Element]) -> Element {
    let made = element("div", "acts");
    add_all(&made, buttons);
    made
}

/// One button a profile that the account `key` of `name` can be marked with;
/// the one that holds is pressed.
pub(super) fn profile_choices(name: &str, key: &str, profile: Profile) -> Element {
    profiles(name, |option, id| {
        let mark = format!("mark {id} {key}");
        let choice = button("choice", &words::profile(option), &mark);
        let is_pressed = if option == profile { "true" } else { "false" };
        set(&choice, "aria-pressed", is_pressed);
        choice
    })
}

/// What the account of `name` may be for, a button each, as one group.
pub(super) fn profiles(name: &str, choice: impl Fn(Profile, &str) -> Element) -> Element {
    let choices = element("div", "acts");
    set(&choices, "role", "group");
    let label = format!("{name}: {}", say("profile_question"));
    set(&choices, "aria-label", &label);
    for (option, id) in PROFILES
        .into_iter()
        .filter(|(option, _)| *option != Profile::Unknown)
    {
        add(&choices, &choice(option, id));
    }
    choices
}
