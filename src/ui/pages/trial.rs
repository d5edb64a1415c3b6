//! On the practice page: a policy pasted to be tried, and the institution's own examples.

use web_sys::Element;

use crate::pages::model::Model;
use crate::ui::dom::{add, button, element, set, text};
use crate::ui::pages::forms::{area, detail, list, row};
use crate::ui::words::{say, say_with};

/// A policy to try, folded away until somebody wants it.
pub(super) fn policy(model: &Model) -> Element {
    let made = detail("trial", &say("trial_title"));
    let trial = &model.trial;
    add(&made, &text("p", "quiet", &say("trial_intro")));
    add(&made, &area("policy", &say("trial_text"), &trial.text, 6));
    let mut acts = vec![button("choice", &say("trial_use"), "try_policy")];
    if trial.policy.is_some() || !trial.text.is_empty() {
        acts.push(button("plain", &say("trial_drop"), "drop_policy"));
    }
    add(&made, &row(&acts));
    let told = element("div", "");
    set(&told, "role", "status");
    if let Some(policy) = &trial.policy {
        let whose = policy.institution().unwrap_or_default();
        add(
            &told,
            &text("p", "takeaway", &say_with("trial_in_use", whose)),
        );
    }
    if !trial.problems.is_empty() {
        add(&told, &text("h3", "", &say("policy_errors")));
        add(&told, &list("ul", trial.problems.iter().cloned()));
    }
    add(&made, &told);
    made
}

/// Good and bad posts that the institution brings along; none without any.
pub(super) fn examples(model: &Model) -> Option<Element> {
    let own = &model.policy.examples;
    if own.is_empty() {
        return None;
    }
    let made = element("section", "");
    add(&made, &text("h2", "", &say("practice_own_examples")));
    let all = element("ul", "plain-list");
    for (at, example) in own.iter().enumerate() {
        let key = if example.is_good == Some(true) {
            "practice_good"
        } else {
            "practice_not_good"
        };
        let item = element("li", "");
        add(&item, &text("strong", "", &say(key)));
        add(&item, &text("blockquote", "", &example.text));
        if !example.why.is_empty() {
            add(&item, &text("p", "", &example.why));
        }
        let attempt = button("choice", &say("practice_try"), &format!("example {at}"));
        add(&item, &row(&[attempt]));
        add(&all, &item);
    }
    add(&made, &all);
    Some(made)
}
