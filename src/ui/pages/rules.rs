//! Every rule with its words, its sources and how it stands here.

use web_sys::Element;

use crate::pages::model::Model;
use crate::policy::RuleSetting;
use crate::policy::choices::UserSetting;
use crate::rule::Rule;
use crate::rules::RULES;
use crate::ui::dom::{add, add_all, button, element, text};
use crate::ui::pages::forms::{detail, section};
use crate::ui::pages::habits;
use crate::ui::pieces::{icon, severity_class};
use crate::ui::rule_words;
use crate::ui::words::say;

/// The section.
pub(super) fn draw(model: &Model) -> Element {
    let made = section(&say("options_rules"), &say("rules_intro"));
    if model.policy.locks(UserSetting::NotUseful) {
        let locked = text("p", "", &say("rules_not_useful_locked"));
        add(&locked, &habits::by_policy(model));
        add(&made, &locked);
    }
    let mut family = "";
    for rule in RULES {
        if rule.family.id() != family {
            family = rule.family.id();
            add(&made, &text("h2", "", &say(&format!("family_{family}"))));
        }
        add(&made, &one(rule, model));
    }
    made
}

fn one(rule: &Rule, model: &Model) -> Element {
    let made = detail(&format!("rule-{}", rule.id), "");
    let setting = model.policy.rule_overrides.get(rule.id);
    let severity = setting.map_or(Some(rule.severity), |setting| setting.severity());
    let class = severity.map_or("empty", severity_class);
    if let Some(summary) = made.first_element_child() {
        let level = severity.map_or_else(
            || say("rules_off"),
            |severity| say(&format!("severity_{}", severity_class(severity))),
        );
        add_all(
            &summary,
            &[
                icon(class),
                text("span", "rule-title", &rule_words::title(rule)),
                text("span", "source", &level),
            ],
        );
        if setting.is_some() {
            add(&summary, &habits::by_policy(model));
        }
        if model.stored.kept.silenced.contains_key(rule.id) {
            add(&summary, &text("span", "tag", &say("rules_silent")));
        }
    }
    let body = element("div", "rule-body");
    for (heading, key) in [
        ("Why pause", ""),
        ("Write instead", "detail_instead"),
        ("When it differs", "detail_differs"),
    ] {
        let words = rule_words::section(rule, heading);
        if words.is_empty() {
            continue;
        }
        if !key.is_empty() {
            add(&body, &text("h3", "", &say(key)));
        }
        add(&body, &text("p", "", &words));
    }
    add(&body, &text("p", "source", &rule.sources().join("; ")));
    if setting == Some(&RuleSetting::Off) {
        add(&body, &text("p", "quiet", &say("rules_off_by_policy")));
    }
    if model.stored.kept.silenced.contains_key(rule.id) {
        add(
            &body,
            &button(
                "choice",
                &say("rules_unsilence"),
                &format!("unsilence {}", rule.id),
            ),
        );
    }
    add(&made, &body);
    made
}
