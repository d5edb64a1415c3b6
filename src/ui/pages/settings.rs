//! Sections of the options page: accounts, look and language, policy, data.

use web_sys::Element;

use crate::context::Profile;
use crate::pages::model::Model;
use crate::pages::practice::PROFILES;
use crate::pages::preferences::{DISCIPLINES, Look};
use crate::pages::support::Told;
use crate::policy::Policy;
use crate::policy::choices::{Discipline, UserSetting};
use crate::session::act::profile_id;
use crate::ui::dom::{add, add_all, button, element, set, text};
use crate::ui::pages::forms::{copyable, list, profile_choices, profiles, row, section, select};
use crate::ui::pages::{app, habits, institution};
use crate::ui::words::{self, say, say_with};
use crate::wasm::page;

/// Languages that Primum has, by their own names.
const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("es", "Español")];

/// What each account is for.
pub(super) fn accounts(model: &Model) -> Element {
    let made = section(&say("options_accounts"), &say("accounts_intro"));
    let marks = &model.stored.kept.profiles;
    if marks.is_empty() {
        add(&made, &text("p", "quiet", &say("accounts_none")));
    }
    add_all(
        &made,
        &[
            marked_accounts(model),
            locked_accounts(model),
            discipline(model),
        ],
    );
    made
}

/// Every account that is marked, to be marked otherwise, and a field for another; the first run shows them too.
pub(super) fn marked_accounts(model: &Model) -> Element {
    let made = element("div", "");
    let all = element("ul", "accounts");
    let is_locked = model.policy.locks(UserSetting::Profiles);
    for (key, profile) in &model.stored.kept.profiles {
        add(&all, &account(key, *profile, is_locked));
    }
    add(&made, &all);
    if is_locked {
        add(&made, &habits::by_policy(model));
    } else {
        add(&made, &another_account(&model.refused_account));
    }
    made
}

/// An account that Primum has not met: its name, and what it is for.
fn another_account(refused: &str) -> Element {
    const FIELD: &str = "another-account";
    let made = element("div", "field");
    let label = text("label", "", &say("accounts_add"));
    set(&label, "for", FIELD);
    let field = element("input", "");
    for (name, value) in [
        ("id", FIELD),
        ("type", "text"),
        ("dir", "ltr"),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
        ("value", refused),
        ("aria-describedby", "accounts-expected"),
    ] {
        set(&field, name, value);
    }
    let expected = text("p", "quiet", &say("accounts_expected"));
    set(&expected, "id", "accounts-expected");
    add_all(&made, &[label, field.clone()]);
    if !refused.is_empty() {
        set(&field, "aria-invalid", "true");
        let wrong = text("p", "errors", &say_with("accounts_refused", refused));
        set(&wrong, "role", "alert");
        add(&made, &wrong);
    }
    add(&made, &expected);
    let choices = profiles(&say("accounts_add"), |profile, id| {
        let choice = button("choice", &words::profile(profile), &format!("add {id}"));
        set(&choice, "data-from", FIELD);
        choice
    });
    add(&made, &choices);
    made
}

fn account(key: &str, profile: Profile, is_locked: bool) -> Element {
    let made = element("li", "account");
    let (site, name) = key.split_once(':').unwrap_or(("other", key));
    let name = name.strip_prefix("name ").unwrap_or(name);
    add(&made, &text("strong", "", name));
    add(
        &made,
        &text("span", "source", &say(&format!("site_{site}"))),
    );
    let choices = profile_choices(name, key, profile);
    let forget = button("plain", &say("accounts_forget"), &format!("forget {key}"));
    set(
        &forget,
        "aria-label",
        &format!("{}: {name}", say("accounts_forget")),
    );
    add(&choices, &forget);
    let mut control = choices.first_element_child().filter(|_| is_locked);
    while let Some(one) = control {
        set(&one, "disabled", "");
        control = one.next_element_sibling();
    }
    add(&made, &choices);
    made
}

fn locked_accounts(model: &Model) -> Element {
    let made = element("div", "");
    let locked = &model.policy.professional_accounts;
    if !locked.is_empty() {
        add(&made, &text("h2", "", &habits::whose(model)));
        let professional = words::profile(Profile::Professional);
        add(
            &made,
            &list(
                "ul",
                locked
                    .iter()
                    .map(|account| format!("{account} · {professional}")),
            ),
        );
    }
    made
}

/// What the clinician does; the first run asks for it too.
pub(super) fn discipline(model: &Model) -> Element {
    let mut options = vec![("", say("discipline_none"))];
    options.extend(
        DISCIPLINES
            .into_iter()
            .map(|id| (id, say(&format!("discipline_{id}")))),
    );
    let set_by_policy =
        model.policy.discipline != Discipline::General || model.policy.locks(UserSetting::All);
    let chosen = if set_by_policy {
        model.policy.discipline.word()
    } else {
        &model.stored.preferences.discipline
    };
    let made = select("discipline", &say("discipline"), &options, chosen);
    if set_by_policy {
        if let Ok(Some(control)) = made.query_selector("select") {
            set(&control, "disabled", "");
        }
        add(&made, &habits::by_policy(model));
    }
    made
}

/// What each kind of account means.
pub(super) fn profile_meanings() -> Element {
    let made = element("dl", "meanings");
    for (profile, _) in PROFILES
        .into_iter()
        .filter(|(profile, _)| *profile != Profile::Unknown)
    {
        add(&made, &text("dt", "", &words::profile(profile)));
        add(
            &made,
            &text(
                "dd",
                "",
                &say(&format!("profile_{}_means", profile_id(profile))),
            ),
        );
    }
    made
}

/// Colours and language.
pub(super) fn look(model: &Model) -> Element {
    let made = section(&say("options_look"), "");
    let preferences = &model.stored.preferences;
    let looks: Vec<(&str, String)> = Look::ALL
        .into_iter()
        .map(|look| (look.id(), say(&format!("look_{}", look.id()))))
        .collect();
    let colours = select("look", &say("look_colours"), &looks, model.look().id());
    if model.policy.locks(UserSetting::Appearance) {
        if let Ok(Some(control)) = colours.query_selector("select") {
            set(&control, "disabled", "");
        }
        add(&colours, &habits::by_policy(model));
    }
    add(&made, &colours);
    add(&made, &text("p", "quiet", &say("look_frame")));
    let mut languages = vec![("", say("look_language_browser"))];
    languages.extend(LANGUAGES.map(|(id, name)| (id, name.to_owned())));
    add(
        &made,
        &select(
            "language",
            &say("look_language"),
            &languages,
            &preferences.language,
        ),
    );
    add(&made, &text("h2", "", &say("look_keys")));
    add(&made, &text("p", "", &say("look_keys_text")));
    made
}

/// What the institution sets.
pub(super) fn policy(model: &Model) -> Element {
    let made = section(&say("options_policy"), "");
    let policy = &model.policy;
    let by = match policy.institution() {
        Some(name) => say_with("policy_by", name),
        None if model.policy_given.entries().is_empty() => say("policy_none"),
        None => say("policy_some"),
    };
    add(&made, &text("p", "", &by));
    if let Some(question) = institution::acknowledgement(model) {
        add(&made, &question);
    }
    if !model.policy_errors.is_empty() {
        let box_ = element("div", "errors");
        set(&box_, "role", "alert");
        add(&box_, &text("h2", "", &say("policy_errors")));
        add(&box_, &list("ul", model.policy_errors.iter().cloned()));
        add(&box_, &text("p", "quiet", &say("policy_errors_rest")));
        add(&made, &box_);
    }
    add_all(&made, &institution::offers(model));
    add(&made, &set_fields(model));
    add(&made, &text("p", "quiet", &say("policy_promise")));
    add_all(&made, &support(model));
    made
}

/// What to copy when something is missing on a site.
fn support(model: &Model) -> [Element; 3] {
    let told = Told {
        version: app::version(),
        browser: &page::browser(),
        policy_fields: model.policy_given.entries().len(),
        policy_problems: model.policy_errors.len(),
        rule_pack: &model.policy.rule_pack_version,
        corrections: &model.policy.anchors.version,
    };
    [
        text("h2", "", &say("support_title")),
        text("p", "quiet", &say("support_intro")),
        copyable(
            "support",
            &say("support_text"),
            &told.with(&model.stored.kept.layouts),
        ),
    ]
}

/// Every field that the policy sets, in its groups.
fn set_fields(model: &Model) -> Element {
    let made = element("dl", "meanings");
    for field in Policy::fields() {
        if let Some(value) = model.policy_given.get(field.key) {
            add(&made, &text("dt", "", field.title()));
            add(&made, &text("dd", "", &value.in_full()));
        }
    }
    made
}

/// What is kept on this device, and deleting it.
pub(super) fn data(model: &Model) -> Element {
    let made = section(&say("options_data"), &say("data_intro"));
    let stored = &model.stored;
    let lines = [
        ("data_accounts", stored.kept.profiles.len()),
        ("data_silenced", stored.kept.silenced.len()),
        (
            "data_reminders",
            stored.preferences.reminders.len() + stored.preferences.cards_read.len(),
        ),
        ("data_counts", stored.statistics.by_rule().len()),
    ];
    add(
        &made,
        &list("ul", lines.map(|(key, count)| say_with(key, count))),
    );
    add(&made, &text("p", "quiet", &say("data_never")));
    if model.asks_deletion {
        let ask = element("div", "errors");
        set(&ask, "role", "alertdialog");
        set(&ask, "aria-label", &say("data_delete_all"));
        add(&ask, &text("p", "", &say("data_sure")));
        let yes = button("primary danger", &say("data_delete_yes"), "delete_all");
        add(
            &ask,
            &row(&[button("choice", &say("data_delete_no"), "keep_all"), yes]),
        );
        add(&made, &ask);
    } else {
        add_all(
            &made,
            &[row(&[button(
                "choice",
                &say("data_delete_all"),
                "ask_delete",
            )])],
        );
    }
    made
}
