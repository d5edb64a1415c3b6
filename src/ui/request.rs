//! A connection request: one quiet question with one tap; then what the
//! guidance says to the answer, a kind no and words for the next visit.

use web_sys::Element;

use crate::finding::Severity;
use crate::policy::choices::ConnectionRule;
use crate::session::act::Relation;
use crate::session::screen::Request;
use crate::ui::dom::{add, add_all, button, element, set, text};
use crate::ui::helpers::told;
use crate::ui::pieces::{icon, severity_class};
use crate::ui::words::{say, say_with};

/// Draws the dialog.
pub(super) fn draw(request: &Request) -> Element {
    let veil = element("div", "veil");
    let made = element("div", "pause request");
    set(&made, "role", "dialog");
    set(&made, "aria-modal", "true");
    set(&made, "aria-labelledby", "title");
    set(&made, "aria-describedby", "advice");
    match request.relation {
        None => question(&made, request),
        Some(relation) => advice(&made, request, relation),
    }
    add(&made, &text("p", "source", &say("request_kept_nowhere")));
    add(&veil, &made);
    veil
}

fn heading(words: &str, severity: Option<Severity>) -> Element {
    let title = element("h1", "");
    set(&title, "id", "title");
    if let Some(severity) = severity {
        add(&title, &icon(severity_class(severity)));
    }
    add(&title, &text("span", "", words));
    title
}

fn question(made: &Element, request: &Request) {
    let key = if request.is_asked {
        "request_question"
    } else {
        "request_question_send"
    };
    add(made, &heading(&say(key), None));
    let why = text("p", "quiet", &say("request_why"));
    set(&why, "id", "advice");
    add(made, &why);
    let choices = element("div", "acts choices");
    set(&choices, "role", "group");
    set(&choices, "aria-labelledby", "title");
    for relation in Relation::OFFERED {
        let words = say(&format!("relation_{}", relation.id()));
        add(&choices, &button("choice", &words, relation.id()));
    }
    add(made, &choices);
    let ways = element("div", "acts ways");
    add(&ways, &button("plain", &say("request_leave"), "edit"));
    add(made, &ways);
}

fn advice(made: &Element, request: &Request, relation: Relation) {
    let words = say(&format!("relation_{}", relation.id()));
    add(made, &heading(&words, Some(request.severity)));
    let advice = element("div", "");
    set(&advice, "id", "advice");
    add(
        &advice,
        &text("p", "why", &say(advice_key(request, relation))),
    );
    if let Some(rule) = rule_of(request) {
        add(&advice, &text("p", "why", &rule));
    }
    add(made, &advice);
    if relation == Relation::Relative && request.rule == ConnectionRule::Discretion {
        let known = button("choice", &say("relation_known_outside"), "known_outside");
        let row = element("div", "acts");
        add(&row, &known);
        add(made, &row);
    }
    add(
        made,
        &shown(&say("request_decline"), &request.decline, "copy_decline"),
    );
    if request.in_person.is_empty() {
        let row = element("div", "acts");
        add(
            &row,
            &button("plain", &say("request_in_person"), "in_person"),
        );
        add(made, &row);
    } else {
        add(
            made,
            &shown(
                &say("request_at_visit"),
                &request.in_person,
                "copy_in_person",
            ),
        );
    }
    add(made, &told(request.copied));
    let ways = element("div", "acts ways");
    let go_on = if request.is_asked {
        "request_accept"
    } else {
        "request_send"
    };
    let leave = button("primary", &say("request_leave"), "edit");
    set(&leave, "aria-describedby", "advice");
    add_all(&ways, &[leave, button("choice post", &say(go_on), "post")]);
    add(made, &ways);
}

/// Guidance §2, boundary; sending is discouraged even more than accepting.
fn advice_key(request: &Request, relation: Relation) -> &'static str {
    match relation {
        Relation::Current if !request.is_asked => "request_advice_send",
        Relation::Current => "request_advice_current",
        Relation::Former => "request_advice_former",
        Relation::Relative | Relation::KnownOutside => "request_advice_relative",
        Relation::NotSure | Relation::NotAPatient => "request_advice_not_sure",
    }
}

/// What the institution says, with its page where it names one.
fn rule_of(request: &Request) -> Option<String> {
    let whose = if request.institution.is_empty() {
        say("request_workplace")
    } else {
        request.institution.clone()
    };
    let rule = match request.rule {
        ConnectionRule::Discretion => None,
        ConnectionRule::PageOnly => Some(say_with("request_rule_page_only", whose)),
        ConnectionRule::Never => Some(say_with("request_rule_never", whose)),
    };
    let page = (!request.page_url.is_empty()).then(|| say_with("request_page", &request.page_url));
    match (rule, page) {
        (Some(rule), Some(page)) => Some(format!("{rule} {page}")),
        (rule, page) => rule.or(page),
    }
}

/// A text with its button to copy it; none while the texts have not been read.
fn shown(title: &str, words: &str, act: &str) -> Element {
    let made = element("div", "shown");
    if words.is_empty() {
        return made;
    }
    add(&made, &text("h2", "", title));
    let quote = text("blockquote", "", words);
    set(&quote, "dir", "auto");
    let row = element("div", "acts");
    let copy = button("choice", &say("page_copy"), act);
    set(
        &copy,
        "aria-label",
        &format!("{}: {title}", say("page_copy")),
    );
    add(&row, &copy);
    add_all(&made, &[quote, row]);
    made
}
