//! Pieces that panel and pause dialog share.

use web_sys::Element;

use crate::context::Profile;
use crate::finding::Severity;
use crate::session::line::Line;
use crate::session::screen::Who;
use crate::ui::dom::{add, element, set, text};
use crate::ui::rule_words;
use crate::ui::words::{self, say};

/// The sign of a severity or status: a shape as well as a colour.
pub(super) fn icon(class: &str) -> Element {
    let icon = element("span", &format!("icon icon-{class}"));
    set(&icon, "aria-hidden", "true");
    icon
}

/// A severity's name in class names.
pub(super) fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Caution => "caution",
        Severity::Stop => "stop",
    }
}

/// The clinician's own words, quoted as the language quotes.
pub(super) fn quotes(line: &Line) -> Element {
    let quoted = element("span", "quotes");
    for (at, one) in line.quotes.iter().enumerate() {
        if at > 0 {
            add(&quoted, &text("span", "", " "));
        }
        let quote = text("q", "", &one.words);
        set(&quote, "dir", "auto");
        add(&quoted, &quote);
        // Words in a field may have no line under them: it is said where they stand.
        if let Some(field) = one.field {
            let place = format!(" ({})", words::field(field));
            add(&quoted, &text("span", "source", &place));
        }
    }
    quoted
}

/// A line without its controls: what was seen, why it matters, which guideline says so.
pub(super) fn line(shown: &Line) -> Element {
    let class = severity_class(shown.severity);
    let item = element("li", &format!("line line-{class}"));
    let seen = element("p", "seen");
    // The border shows the severity by its shape; this says it.
    add(
        &seen,
        &text(
            "span",
            "unseen",
            &format!("{}: ", say(&format!("severity_{class}"))),
        ),
    );
    let (title, reason) = rule_words::of_line(shown);
    add(&seen, &text("strong", "", &title));
    add(&item, &seen);
    if !shown.quotes.is_empty() {
        let words = element("p", "words");
        add(&words, &quotes(shown));
        add(&item, &words);
    }
    let why = text("p", "why", &format!("{reason} "));
    if !shown.sources.is_empty() {
        add(
            &why,
            &text("span", "source", &format!("({})", shown.sources.join("; "))),
        );
    }
    add(&item, &why);
    item
}

/// Who speaks to whom, in full: "@handle · Personal · Public".
pub(super) fn speaker(who: &Who) -> String {
    let profile = match who.profile {
        Profile::Unknown => say("profile_not_set"),
        known => words::profile(known),
    };
    let mut parts = vec![profile, words::audience(who.audience)];
    if !who.account.is_empty() {
        parts.insert(0, who.account.clone());
    }
    parts.join(" · ")
}

/// A group of controls with a name.
pub(super) fn group(class: &str, role: &str, name: &str) -> Element {
    let group = element("div", class);
    set(&group, "role", role);
    set(&group, "aria-label", name);
    add(&group, &text("p", "legend", name));
    group
}
