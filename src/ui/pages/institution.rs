//! What the institution says and offers: its policy to be confirmed, people to
//! ask, routes, links. Only a web address becomes a link.

use web_sys::Element;

use crate::pages::model::Model;
use crate::ui::dom::{add, add_all, button, element, text};
use crate::ui::pages::forms::{link, row};
use crate::ui::words::{say, say_with};

/// The question whether this version of the policy was read; none once it was confirmed.
pub(super) fn acknowledgement(model: &Model) -> Option<Element> {
    let version = &model.policy.acknowledgement;
    if version.is_empty() || *version == model.stored.preferences.acknowledged {
        return None;
    }
    let made = element("article", "card");
    add(&made, &text("h2", "", &say("policy_confirm")));
    add(
        &made,
        &text("p", "", &say_with("policy_confirm_version", version)),
    );
    if model.policy.document_url.starts_with("https://") {
        add(
            &made,
            &link(&say("panel_document"), &model.policy.document_url),
        );
    }
    add(
        &made,
        &row(&[button("primary", &say("policy_confirm_read"), "confirm")]),
    );
    add(&made, &text("p", "quiet", &say("policy_confirm_kept")));
    Some(made)
}

/// People, routes and links, as far as the policy names them.
pub(super) fn offers(model: &Model) -> Vec<Element> {
    let policy = &model.policy;
    let mut made = Vec::new();
    if !policy.purpose_and_audience.is_empty() {
        made.push(text("h2", "", &say("policy_purpose")));
        made.push(text("p", "", &policy.purpose_and_audience));
    }
    let people = [
        ("contact_any", &policy.contact),
        ("contact_privacy", &policy.contacts.privacy_officer),
        ("contact_communications", &policy.contacts.communications),
        ("contact_safety", &policy.contacts.safety),
        ("contact_professionalism", &policy.contacts.professionalism),
        ("contact_legal", &policy.contacts.legal),
        ("contact_reviewer", &policy.reviewer),
        ("contact_reviews", &policy.review_responder),
        ("policy_consent", &policy.consent_register),
        ("policy_jurisdiction", &policy.jurisdiction),
        ("policy_rule_pack", &policy.rule_pack_version),
    ];
    let named = people.into_iter().filter(|(_, value)| !value.is_empty());
    let list = element("dl", "meanings");
    for (key, value) in named {
        add_all(&list, &[text("dt", "", &say(key)), text("dd", "", value)]);
    }
    made.push(list);
    made.push(links(model));
    made
}

fn links(model: &Model) -> Element {
    let policy = &model.policy;
    let all = [
        ("panel_document", &policy.document_url),
        ("policy_consult", &policy.consult_route),
        ("policy_messages", &policy.messaging_guidelines),
        ("policy_training", &policy.training_url),
        ("policy_consequences", &policy.consequences_url),
    ];
    let made = element("ul", "plain-list");
    for (key, address) in all {
        if address.starts_with("https://") {
            let item = element("li", "");
            add(&item, &link(&say(key), address));
            add(&made, &item);
        }
    }
    made
}
