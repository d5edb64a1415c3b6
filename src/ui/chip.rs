//! The chip: who speaks to whom, and what was found. A button that opens the panel.

use web_sys::Element;

use crate::context::Profile;
use crate::session::line::Line;
use crate::session::screen::Chip;
use crate::ui::dom::{add, button, element, set, text};
use crate::ui::pieces::{icon, quotes};
use crate::ui::{rule_words, words};

/// Draws the chip.
pub(super) fn draw(chip: &Chip) -> Element {
    let class = words::status_class(chip.status);
    // Who speaks to whom is not to be relied on where the surroundings are not known.
    let who = if chip.has_unknown_layout {
        words::say("chip_unknown_layout")
    } else {
        words::who(&chip.who)
    };
    let status = words::status(chip.status);
    let made = button(&format!("chip chip-{class}"), "", "open");
    set(
        &made,
        "aria-label",
        &format!("Primum: {status}. {who}. {}", words::say("chip_open")),
    );
    let row = element("span", "row");
    add(&row, &icon(class));
    add(&row, &text("span", "status", &status));
    if let Some(line) = &chip.lead {
        add(&row, &lead(line));
    }
    let class = if chip.has_unknown_layout || chip.who.profile == Profile::Unknown {
        "who who-unknown"
    } else {
        "who"
    };
    let who = text("span", class, &who);
    set(&who, "dir", "auto");
    add(&row, &who);
    add(&made, &row);
    made
}

/// After a typing pause: the words it is about.
fn lead(line: &Line) -> Element {
    let lead = element("span", "lead");
    if line.quotes.is_empty() {
        add(&lead, &text("span", "", &rule_words::of_line(line).0));
    } else {
        add(&lead, &quotes(line));
    }
    lead
}
