//! The panel beside the box: lines with their fixes, who speaks, and what the
//! check itself has to say.

use web_sys::Element;

use crate::context::Profile;
use crate::finding::Severity;
use crate::rules::RULES;
use crate::session::act::{PROFILES, profile_id};
use crate::session::line::Line;
use crate::session::screen::{Panel, Status, Who};
use crate::ui::dom::{add, add_all, button, element, set, text};
use crate::ui::pieces::{self, group, icon, line};
use crate::ui::words::{self, say, say_with};
use crate::ui::{helpers, rule_words};

/// Draws the panel.
pub(super) fn draw(panel: &Panel) -> Element {
    let made = element("section", "panel");
    set(&made, "role", "dialog");
    set(&made, "aria-labelledby", "title");
    set(&made, "tabindex", "-1");
    add(&made, &header(panel));
    add(&made, &speaker(&panel.who, panel.asks_profile));
    if panel.status == Status::Clear {
        add(&made, &text("p", "quiet", &say("panel_clear")));
    }
    let list = element("ul", "lines");
    for (number, shown) in panel.lines.iter().enumerate() {
        let item = line(shown);
        add_all(
            &item,
            &[controls(number, shown, panel.silences), detail(shown)],
        );
        add(&list, &item);
    }
    add(&made, &list);
    if panel.hidden > 0 {
        add(
            &made,
            &button("plain", &say_with("panel_more", panel.hidden), "more"),
        );
    }
    if panel.asks_profile {
        add(&made, &question(&panel.who));
    }
    for remark in &panel.remarks {
        add(&made, &text("p", "remark", &words::remark(*remark)));
    }
    add_all(&made, &[helpers::draw(&panel.help), footer(panel)]);
    made
}

fn header(panel: &Panel) -> Element {
    let class = words::status_class(panel.status);
    let header = element("header", &format!("head head-{class}"));
    let title = element("h1", "");
    set(&title, "id", "title");
    add_all(
        &title,
        &[icon(class), text("span", "", &words::status(panel.status))],
    );
    let close = button("close", "×", "close");
    set(&close, "aria-label", &say("panel_close"));
    add_all(&header, &[title, close]);
    header
}

fn speaker(who: &Who, is_asking: bool) -> Element {
    let row = element("p", "speaker");
    add(&row, &text("span", "", &pieces::speaker(who)));
    if who.is_locked {
        add(
            &row,
            &text("span", "source", &format!(" {}", say("profile_locked"))),
        );
    } else if !is_asking && !who.account.is_empty() {
        let key = if who.profile == Profile::Unknown {
            "profile_set"
        } else {
            "profile_change"
        };
        add(&row, &button("plain", &say(key), "change"));
    }
    row
}

fn question(who: &Who) -> Element {
    let group = group("question", "group", &say("profile_question"));
    let acts = element("div", "acts");
    for profile in PROFILES {
        let made = button("choice", &words::profile(profile), profile_id(profile));
        set(
            &made,
            "title",
            &say(&format!("profile_{}_means", profile_id(profile))),
        );
        set(
            &made,
            "aria-pressed",
            if profile == who.profile {
                "true"
            } else {
                "false"
            },
        );
        add(&acts, &made);
    }
    add(&acts, &button("plain", &say("profile_not_now"), "not_now"));
    add_all(
        &group,
        &[acts, text("p", "quiet", &say("profile_kept_here"))],
    );
    group
}

fn controls(number: usize, shown: &Line, silences: bool) -> Element {
    let acts = element("div", "acts");
    for (at, fix) in shown.fixes.iter().enumerate() {
        let class = if at == 0 { "primary" } else { "choice" };
        add(
            &acts,
            &button(class, &words::fix(fix.kind), &format!("fix {number} {at}")),
        );
    }
    if shown.severity != Severity::Stop {
        let key = if shown.severity == Severity::Note {
            "line_hide"
        } else {
            "line_keep"
        };
        add(
            &acts,
            &button("plain", &say(key), &format!("dismiss {number}")),
        );
    }
    if shown.severity == Severity::Note && silences {
        add(
            &acts,
            &button(
                "plain",
                &say("line_not_useful"),
                &format!("not_useful {number}"),
            ),
        );
    }
    acts
}

fn detail(shown: &Line) -> Element {
    let detail = element("details", "");
    add(&detail, &text("summary", "", &say("detail")));
    let rule = RULES.iter().find(|rule| rule.id == shown.rule);
    for (heading, section) in [
        ("detail_instead", "Write instead"),
        ("detail_differs", "When it differs"),
    ] {
        let words = rule.map_or_else(String::new, |rule| rule_words::section(rule, section));
        if !words.is_empty() {
            add(&detail, &text("h2", "", &say(heading)));
            add(&detail, &text("p", "", &words));
        }
    }
    add(&detail, &text("p", "source", &say("not_legal_advice")));
    detail
}

fn footer(panel: &Panel) -> Element {
    let footer = element("footer", "");
    if !panel.contact.is_empty() {
        add(
            &footer,
            &text("p", "", &say_with("panel_contact", &panel.contact)),
        );
    }
    // Only a web address becomes a link: a policy cannot bring a script in.
    if panel.document_url.starts_with("https://") {
        let link = text("a", "", &say("panel_document"));
        set(&link, "href", &panel.document_url);
        set(&link, "target", "_blank");
        set(&link, "rel", "noopener noreferrer");
        add(&footer, &link);
    }
    footer
}
