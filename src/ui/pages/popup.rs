//! The popup: is this page watched, who speaks, what the draft shows, a rest,
//! and ways on.

use js_sys::Date;
use web_sys::Element;

use crate::finding::Verdict;
use crate::pages::model::{Model, Tab};
use crate::pages::preferences::rests;
use crate::policy::choices::UserSetting;
use crate::rules::RULES;
use crate::session::describe::Described;
use crate::ui::dom::{add, add_all, button, element, set, text};
use crate::ui::pages::forms::{detail, link, list, profile_choices, row};
use crate::ui::pages::{app, cards, habits, institution};
use crate::ui::pieces::icon;
use crate::ui::rule_words;
use crate::ui::words::{self, say, say_with};

/// Rules named in the popup; the panel at the box has them all.
const MOST_RULES: usize = 3;

/// The whole popup.
pub(super) fn draw(model: &Model) -> Vec<Element> {
    let title = text("h1", "", "Primum");
    set(&title, "tabindex", "-1");
    let mut parts = vec![title];
    match &model.given.tab {
        Some(tab) if !tab.site.is_empty() => site(model, tab, &mut parts),
        _ => parts.push(state("empty", &say("popup_elsewhere"))),
    }
    parts.extend(institution::acknowledgement(model));
    if let Some(reminder) = cards::due(model) {
        parts.push(cards::one_reminder(model, reminder));
    }
    parts.extend(texts(model));
    parts.push(ways(model));
    parts
}

fn site(model: &Model, tab: &Tab, parts: &mut Vec<Element>) {
    let may_rest = !model.policy.locks(UserSetting::Sites);
    let is_resting = may_rest && rests(&model.stored.resting, &tab.site, Date::now());
    if is_resting {
        parts.push(state("unchecked", &say("popup_resting")));
    } else if tab.is_watched {
        parts.push(state("clear", &say("popup_watching")));
    } else {
        parts.push(state("unchecked", &say("popup_not_watching")));
    }
    if let Some(draft) = tab.draft.as_ref().filter(|_| !is_resting) {
        parts.push(found(draft));
        parts.push(speaker(model, draft));
    }
    if !may_rest {
        let locked = text("p", "quiet", &say("popup_rest_locked"));
        add(&locked, &habits::by_policy(model));
        parts.push(locked);
        return;
    }
    let (key, act) = if is_resting {
        ("popup_wake", "wake")
    } else {
        ("popup_rest", "rest")
    };
    parts.push(row(&[button("choice", &say(key), act)]));
}

fn state(class: &str, words: &str) -> Element {
    let made = element("p", &format!("verdict head-{class}"));
    add_all(&made, &[icon(class), text("strong", "", words)]);
    made
}

fn found(draft: &Described) -> Element {
    let made = element("section", "");
    let (class, words) = match draft.verdict {
        None => ("unchecked", say("status_not_checked")),
        Some(_) if draft.is_empty => ("empty", say("status_empty")),
        Some(Verdict::Clear) => ("clear", say("status_clear")),
        Some(Verdict::Note) => ("note", say("severity_note")),
        Some(Verdict::Caution) => ("caution", say("status_caution")),
        Some(Verdict::Stop) => ("stop", say("status_stop")),
    };
    add(&made, &text("h2", "", &say("popup_draft")));
    add(&made, &state(class, &words));
    let titles = draft.rules.iter().take(MOST_RULES).filter_map(|id| {
        RULES
            .iter()
            .find(|rule| rule.id == id)
            .map(|rule| rule_words::title(rule))
    });
    add(&made, &list("ul", titles));
    made
}

fn speaker(model: &Model, draft: &Described) -> Element {
    let made = element("section", "");
    add(&made, &text("h2", "", &say("popup_speaks")));
    let marked = draft
        .key
        .as_ref()
        .and_then(|key| model.stored.kept.profiles.get(key));
    let profile = marked
        .copied()
        .filter(|_| !draft.is_locked)
        .unwrap_or(draft.profile);
    let mut name = draft.account.clone();
    if name.is_empty() {
        name = say("popup_account_unknown");
    }
    add(
        &made,
        &text(
            "p",
            "",
            &format!("{name} · {}", words::audience(draft.audience)),
        ),
    );
    if draft.is_locked {
        let words = format!("{} · {}", words::profile(profile), habits::whose(model));
        add(&made, &text("p", "quiet", &words));
    } else if let Some(key) = &draft.key {
        let choices = profile_choices(&name, key, profile);
        add(&made, &choices);
    }
    made
}

/// Texts to put into the open draft; none where there is no draft.
fn texts(model: &Model) -> Option<Element> {
    model.given.tab.as_ref()?.draft.as_ref()?;
    let made = detail("texts", &say("help_texts"));
    let all = element("ul", "plain-list");
    for template in &model.given.content.templates {
        let item = element("li", "");
        let put_in = button("plain", &template.title, &format!("insert {}", template.id));
        set(
            &put_in,
            "aria-label",
            &say_with("help_insert", &template.title),
        );
        add(&item, &put_in);
        add(&all, &item);
    }
    add(&made, &all);
    Some(made)
}

fn ways(model: &Model) -> Element {
    let made = element("nav", "ways");
    set(&made, "aria-label", &say("popup_more"));
    let all = element("ul", "");
    let options = |section: &str| app::address(&format!("options.html#{section}"));
    let mut links = vec![
        link(&say("options_templates"), &options("templates")),
        link(&say("options_help"), &options("help")),
        link(&say("practice_title"), &app::address("practice.html")),
        link(&say("popup_options"), &options("accounts")),
    ];
    if model.policy.document_url.starts_with("https://") {
        links.push(link(&say("panel_document"), &model.policy.document_url));
    }
    for one in links {
        let item = element("li", "");
        add(&item, &one);
        add(&all, &item);
    }
    add(&made, &all);
    if !model.policy.contact.is_empty() {
        add(
            &made,
            &text(
                "p",
                "quiet",
                &say_with("panel_contact", &model.policy.contact),
            ),
        );
    }
    made
}
