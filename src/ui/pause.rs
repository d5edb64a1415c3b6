//! The pause dialog: what was found, one question, and two ways on.

use web_sys::Element;

use crate::finding::Severity;
use crate::session::act::Reason;
use crate::session::screen::{Gate, Pause};
use crate::ui::dom::{add, add_all, button, element, set, text};
use crate::ui::helpers::told;
use crate::ui::pieces::{group, icon, line, severity_class, speaker};
use crate::ui::words::{self, say, say_with};

/// Draws the dialog.
pub(super) fn draw(pause: &Pause) -> Element {
    let veil = element("div", "veil");
    let made = element(
        "div",
        &format!("pause pause-{}", severity_class(pause.severity)),
    );
    set(&made, "role", "alertdialog");
    set(&made, "aria-modal", "true");
    set(&made, "aria-labelledby", "title");
    set(&made, "aria-describedby", "found");
    add_all(
        &made,
        &[
            heading(pause),
            text("p", "speaker", &say_with("pause_as", speaker(&pause.who))),
        ],
    );
    let list = element("ul", "lines");
    set(&list, "id", "found");
    for shown in &pause.lines {
        add(&list, &line(shown));
    }
    add(&made, &list);
    if pause.hidden > 0 {
        add(
            &made,
            &text("p", "quiet", &say_with("pause_hidden", pause.hidden)),
        );
    }
    let question = if pause.own_question.is_empty() {
        say(&format!("question_{}", pause.question + 1))
    } else {
        pause.own_question.clone()
    };
    add(&made, &text("p", "reflect", &question));
    if let Gate::Reason(chosen) = pause.gate {
        add(&made, &reasons(pause, chosen));
    }
    add_all(
        &made,
        &[
            buttons(pause),
            later(pause),
            text("p", "source", &say("not_legal_advice")),
        ],
    );
    add(&veil, &made);
    veil
}

/// Brings the button that waits up to date, and nothing else: the focus stays.
pub(super) fn update(pause: &Pause, post: &Element) {
    post.set_text_content(Some(&post_words(pause.gate)));
    if pause.gate.is_open() {
        let _ = post.remove_attribute("disabled");
    }
}

fn heading(pause: &Pause) -> Element {
    let title = element("h1", "");
    set(&title, "id", "title");
    let key = if pause.severity == Severity::Stop {
        "pause_stop"
    } else {
        "pause_caution"
    };
    add_all(
        &title,
        &[
            icon(severity_class(pause.severity)),
            text("span", "", &say(key)),
        ],
    );
    title
}

fn reasons(pause: &Pause, chosen: Option<Reason>) -> Element {
    let group = group("reasons", "radiogroup", &say("reason_question"));
    for reason in pause.reasons.iter().copied() {
        let label = element("label", "");
        let radio = element("input", "");
        set(&radio, "type", "radio");
        set(&radio, "name", "reason");
        set(&radio, "data-act", reason.id());
        if chosen == Some(reason) {
            set(&radio, "checked", "");
        }
        add_all(
            &label,
            &[
                radio,
                text(
                    "span",
                    "",
                    &say_with(&format!("reason_{}", reason.id()), &pause.reviewer),
                ),
            ],
        );
        add(&group, &label);
    }
    group
}

fn buttons(pause: &Pause) -> Element {
    let row = element("div", "acts ways");
    add(&row, &button("primary", &say("pause_edit"), "edit"));
    if let Some(kind) = pause.fix {
        add(&row, &button("choice", &words::fix(kind), "fix 0 0"));
    }
    let post = button("choice post", &post_words(pause.gate), "post");
    if !pause.gate.is_open() {
        set(&post, "disabled", "");
    }
    add(&row, &post);
    row
}

/// Keeping the draft for another day is a way out, not one of the ways on.
fn later(pause: &Pause) -> Element {
    let row = element("div", "acts later");
    let save = button("plain", &say("help_save"), "save");
    add_all(&row, &[save, told(pause.copied)]);
    row
}

fn post_words(gate: Gate) -> String {
    match gate {
        Gate::Seconds(left @ 1..) => say_with("pause_post_in", left),
        _ => say("pause_post"),
    }
}
