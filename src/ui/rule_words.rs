//! The rules' words in the clinician's language. English stands in the rules'
//! own files; another language comes with the texts and replaces it where it
//! is shown. An institution's own wording is shown as the institution wrote it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::pages::content::{Content, RuleWords};
use crate::rule::Rule;
use crate::rules::RULES;
use crate::session::line::Line;

thread_local! {
    static WORDS: RefCell<BTreeMap<String, RuleWords>> = const { RefCell::new(BTreeMap::new()) };
}

/// Uses the words of `content` from now on.
pub(super) fn take(content: &Content) {
    WORDS.set(content.rules.clone());
}

fn own(rule: &str, part: impl FnOnce(&RuleWords) -> &String) -> Option<String> {
    WORDS.with_borrow(|words| {
        let text = part(words.get(rule)?);
        (!text.is_empty()).then(|| text.clone())
    })
}

/// What was seen.
pub(super) fn title(rule: &Rule) -> String {
    own(rule.id, |words| &words.title).unwrap_or_else(|| rule.title().to_owned())
}

/// A part of the rule's words, by its heading in the rule's file.
pub(super) fn section(rule: &Rule, heading: &str) -> String {
    let told = match heading {
        "Why pause" => own(rule.id, |words| &words.why),
        "Write instead" => own(rule.id, |words| &words.instead),
        "When it differs" => own(rule.id, |words| &words.differs),
        _ => None,
    };
    told.unwrap_or_else(|| rule.section(heading).to_owned())
}

/// What was seen in a draft, and why it matters.
pub(super) fn of_line(line: &Line) -> (String, String) {
    let shipped = RULES.iter().find(|rule| rule.id == line.rule);
    let Some(rule) = shipped else {
        return (line.title.to_owned(), line.why.to_owned());
    };
    let said = |shown: &str, shipped: &str, own: Option<String>| {
        own.filter(|_| shown == shipped)
            .unwrap_or_else(|| shown.to_owned())
    };
    (
        said(line.title, rule.title(), own(rule.id, |words| &words.title)),
        said(
            line.why,
            rule.section("Why pause"),
            own(rule.id, |words| &words.why),
        ),
    )
}
