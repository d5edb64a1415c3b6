//! Counts: a small chart by month, a table by rule, files to save.

use web_sys::Element;

use crate::pages::model::Model;
use crate::pages::statistics::{Outcome, Statistics};
use crate::policy::choices::Counting;
use crate::rules::RULES;
use crate::ui::dom::{add, add_all, button, element, set, text};
use crate::ui::pages::forms::{row, section};
use crate::ui::rule_words;
use crate::ui::words::{say, say_with};

/// The section.
pub(super) fn draw(model: &Model) -> Element {
    let intro = say_with("statistics_intro", model.policy.statistics_months());
    let made = section(&say("options_statistics"), &intro);
    let statistics = &model.stored.statistics;
    if statistics.is_empty() {
        let is_off = model.policy.statistics == Counting::Off;
        let key = if is_off {
            "statistics_off"
        } else {
            "statistics_none"
        };
        add(&made, &text("p", "quiet", &say(key)));
        return made;
    }
    add_all(&made, &[chart(statistics), table(statistics)]);
    // A policy may keep counts on the device for good; deleting them stays the clinician's.
    let may_save = model.policy.statistics_export != Some(false);
    let mut buttons = vec![button("plain", &say("statistics_delete"), "delete_counts")];
    if may_save {
        buttons.insert(0, button("choice", &say("statistics_csv"), "csv"));
        buttons.insert(1, button("choice", &say("statistics_json"), "json"));
    }
    add(&made, &row(&buttons));
    made
}

/// Bars of `meter`s: they need no style of their own and read as numbers.
fn chart(statistics: &Statistics) -> Element {
    let made = element("figure", "chart");
    add(&made, &text("figcaption", "", &say("statistics_chart")));
    let most = statistics
        .by_month(Outcome::Paused)
        .map(|(_, count)| count)
        .max()
        .unwrap_or(1)
        .max(1);
    for (month, count) in statistics.by_month(Outcome::Paused) {
        let bar = element("label", "bar");
        add(&bar, &text("span", "", month));
        let meter = element("meter", "");
        set(&meter, "max", &most.to_string());
        set(&meter, "value", &count.to_string());
        add(&bar, &meter);
        add(
            &bar,
            &text("span", "", &say_with("statistics_pauses", count)),
        );
        add(&made, &bar);
    }
    made
}

fn table(statistics: &Statistics) -> Element {
    let scroll = element("div", "scroll");
    set(&scroll, "tabindex", "0");
    set(&scroll, "role", "region");
    set(&scroll, "aria-label", &say("statistics_table"));
    let made = element("table", "");
    let head = element("tr", "");
    add(&head, &header(&say("statistics_rule"), "col"));
    for outcome in Outcome::ALL {
        add(
            &head,
            &header(&say(&format!("outcome_{}", outcome.id())), "col"),
        );
    }
    add(&made, &head);
    for (rule, sums) in statistics.by_rule() {
        let line = element("tr", "");
        let title = RULES
            .iter()
            .find(|one| one.id == rule)
            .map_or_else(|| rule.to_owned(), |rule| rule_words::title(rule));
        add(&line, &header(&title, "row"));
        for sum in sums {
            add(&line, &text("td", "", &sum.to_string()));
        }
        add(&made, &line);
    }
    add(&scroll, &made);
    scroll
}

fn header(words: &str, scope: &str) -> Element {
    let made = text("th", "", words);
    set(&made, "scope", scope);
    made
}
