//! Cards to read once, and reminders. Both are found here and in the popup,
//! never while somebody writes.

use js_sys::Date;
use web_sys::Element;

use crate::pages::content::{Card, Reminder};
use crate::pages::model::Model;
use crate::pages::reminder::{Said, Times, is_due};
use crate::policy::choices::UserSetting;
use crate::ui::dom::{add, button, element, set, text};
use crate::ui::pages::forms::{list, row, section};
use crate::ui::pages::habits;
use crate::ui::words::say;

/// The reminder that follows the institution's own date.
const POLICY_REVIEW: &str = "policy-review";

/// The section.
pub(super) fn draw(model: &Model) -> Element {
    let made = section(&say("options_cards"), &say("cards_intro"));
    add(&made, &text("h2", "", &say("cards_reminders")));
    for reminder in &model.given.content.reminders {
        add(&made, &one_reminder(model, reminder));
    }
    add(&made, &text("h2", "", &say("cards_cards")));
    for card in unread(model) {
        add(&made, &one_card(model, card));
    }
    if !model.stored.preferences.cards_read.is_empty() {
        add(
            &made,
            &row(&[button("plain", &say("cards_unread"), "unread")]),
        );
    }
    made
}

/// Cards that were not put away.
fn unread(model: &Model) -> impl Iterator<Item = &Card> {
    let read = &model.stored.preferences.cards_read;
    let off = &model.policy.cards_off;
    let cards = model.given.content.cards.iter();
    cards.filter(move |card| {
        !read.contains(&card.id) && !off.iter().any(|name| name.word() == card.id)
    })
}

fn one_card(model: &Model, card: &Card) -> Element {
    let made = element("article", "card");
    add(&made, &text("h3", "", &card.title));
    add(&made, &text("p", "", &card.text));
    if model.policy.locks(UserSetting::Cards) {
        add(&made, &habits::by_policy(model));
        return made;
    }
    let read = button("plain", &say("cards_read"), &format!("read {}", card.id));
    set(
        &read,
        "aria-label",
        &format!("{}: {}", say("cards_read"), card.title),
    );
    add(&made, &row(&[read]));
    made
}

/// The first reminder that is due, for the popup.
pub(super) fn due(model: &Model) -> Option<&Reminder> {
    let preferences = &model.stored.preferences;
    let times = Times {
        installed_ms: preferences.installed_ms,
        now_ms: Date::now(),
    };
    // The review of a policy is due by its own date, where the institution gives one.
    let reviewed_ms = Date::parse(&model.policy.reviewed_on);
    let reviewed = Some(Said::Done(reviewed_ms)).filter(|_| reviewed_ms.is_finite());
    let mut all = model.given.content.reminders.iter();
    all.find(|one| {
        let own = preferences.reminders.get(&one.id).copied();
        let said = match (one.id.as_str(), own, reviewed) {
            (POLICY_REVIEW, Some(Said::Done(at_ms)), Some(_)) => {
                Some(Said::Done(at_ms.max(reviewed_ms)))
            }
            (POLICY_REVIEW, None, reviewed) => reviewed,
            (_, own, _) => own,
        };
        is_due(one, said.as_ref(), days(model, &one.id), times)
    })
}

/// A reminder with what can be said to it.
pub(super) fn one_reminder(model: &Model, reminder: &Reminder) -> Element {
    let made = element("article", "card");
    let said = model.stored.preferences.reminders.get(&reminder.id);
    add(&made, &text("h3", "", &reminder.title));
    add(&made, &list("ul", reminder.steps.iter().cloned()));
    let acts = if said == Some(&Said::Never) {
        vec![named(
            "choice",
            "reminder_again",
            &reminder.title,
            &format!("again {}", reminder.id),
        )]
    } else {
        vec![
            named(
                "choice",
                "reminder_done",
                &reminder.title,
                &format!("done {}", reminder.id),
            ),
            named(
                "plain",
                "reminder_never",
                &reminder.title,
                &format!("never {}", reminder.id),
            ),
        ]
    };
    let acts = if model.policy.locks(UserSetting::Reminders) {
        add(&made, &habits::by_policy(model));
        acts.into_iter().take(1).collect()
    } else {
        acts
    };
    if matches!(said, Some(Said::Done(_))) {
        add(&made, &text("p", "quiet", &say("reminder_was_done")));
    }
    add(&made, &row(&acts));
    made
}

fn named(class: &str, key: &str, title: &str, act: &str) -> Element {
    let made = button(class, &say(key), act);
    set(&made, "aria-label", &format!("{}: {title}", say(key)));
    made
}

/// The interval a policy sets, in days; none where it says nothing.
fn days(model: &Model, reminder: &str) -> Option<u32> {
    model.policy.reminders.get(reminder).copied().flatten()
}
