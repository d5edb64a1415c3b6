//! Texts to copy, and help for moments that are not about a draft.

use web_sys::Element;

use crate::pages::content::{Helper, Template};
use crate::pages::model::Model;
use crate::pages::place::{places, text_of};
use crate::pages::template::fill;
use crate::ui::dom::{add, element, text};
use crate::ui::pages::forms::{copyable, detail, section};
use crate::ui::words::{say, say_with};

/// Texts by what they are for.
pub(super) fn templates(model: &Model) -> Element {
    let made = section(&say("options_templates"), &say("templates_intro"));
    let mut group = "";
    for template in &model.given.content.templates {
        if template.group != group {
            group = &template.group;
            add(&made, &text("h2", "", &say(&format!("templates_{group}"))));
        }
        add(&made, &one_template(model, template, ""));
    }
    made
}

/// A template in a detail. `place` keeps its id apart where it is shown twice.
fn one_template(model: &Model, template: &Template, place: &str) -> Element {
    let id = format!("{place}{}", template.id);
    let made = detail(&format!("template-{id}"), &template.title);
    add(&made, &text("p", "quiet", &template.when));
    let filled = fill(
        text_of(&model.policy, &template.id, &template.text),
        &places(&model.policy),
        &model.given.content.places,
    );
    add(&made, &copyable(&id, &template.title, &filled.text));
    if filled.open > 0 {
        add(
            &made,
            &text("p", "quiet", &say_with("templates_open", filled.open)),
        );
    }
    made
}

/// Help, step by step.
pub(super) fn helpers(model: &Model) -> Element {
    let made = section(&say("options_help"), &say("help_intro"));
    for helper in &model.given.content.helpers {
        add(&made, &one_helper(model, helper));
    }
    made
}

fn one_helper(model: &Model, helper: &Helper) -> Element {
    let made = detail(&format!("help-{}", helper.id), &helper.title);
    add(&made, &text("p", "", &helper.intro));
    let steps = element("ol", "steps");
    for step in &helper.steps {
        let item = text("li", "", &step.text);
        if step.contact {
            add(&item, &contact(model));
        }
        let template = step
            .template
            .as_ref()
            .and_then(|id| model.given.content.template(id));
        if let Some(template) = template {
            add(
                &item,
                &one_template(model, template, &format!("{}-", helper.id)),
            );
        }
        add(&steps, &item);
    }
    add(&made, &steps);
    made
}

fn contact(model: &Model) -> Element {
    let contact = &model.policy.contact;
    let words = if contact.is_empty() {
        say("help_no_contact")
    } else {
        say_with("help_contact", contact)
    };
    text("p", "quiet", &words)
}
