//! What can be done with a draft beside posting it: keep it for later, ask
//! somebody first, put a ready text in.

use web_sys::Element;

use crate::context::Surface;
use crate::message::DraftContext;
use crate::session::helpers::copied_key;
use crate::session::screen::Help;
use crate::ui::dom::{add, add_all, button, element, set};
use crate::ui::words::{self, say, say_with};

/// Draws the row at the panel's foot.
pub(super) fn draw(help: &Help) -> Element {
    let made = element("section", "helpers");
    set(&made, "aria-label", &say("help_draft"));
    let row = element("div", "acts");
    let mut texts = vec![("texts", "help_texts")];
    if help.has_draft {
        texts.extend([
            ("save", "help_save"),
            ("ask_reviewer", "help_ask_reviewer"),
            ("ask_communications", "help_ask_communications"),
        ]);
    }
    for (act, key) in texts {
        let made = button("plain", &say(key), act);
        if act == "texts" {
            set(&made, "aria-expanded", pressed(help.texts.is_some()));
        }
        add(&row, &made);
    }
    if let Some(is_marked) = help.is_with_patient {
        let thread = button("plain", &say("help_thread"), "thread");
        set(&thread, "aria-pressed", pressed(is_marked));
        set(&thread, "title", &say("help_thread_means"));
        add(&row, &thread);
    }
    add(&made, &row);
    add_all(&made, &[told(help.copied), choices(help)]);
    made
}

/// What became of a copy. Screen readers hear it from the frame's own region, which is there before its words are.
pub(super) fn told(copied: Option<bool>) -> Element {
    let made = element("p", "quiet told");
    tell(copied, &made);
    made
}

/// Brings that line up to date.
pub(super) fn tell(copied: Option<bool>, line: &Element) {
    let words = copied.map_or_else(String::new, |is_done| say(copied_key(is_done)));
    line.set_text_content(Some(&words));
}

fn choices(help: &Help) -> Element {
    let made = element("ul", "texts");
    for (at, title) in help.texts.iter().flatten().enumerate() {
        let item = element("li", "");
        let put_in = button("choice", title, &format!("insert {at}"));
        set(&put_in, "aria-label", &say_with("help_insert", title));
        add(&item, &put_in);
        add(&made, &item);
    }
    made
}

fn pressed(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}

/// The draft with what surrounds it, for somebody who looks at it first.
pub(super) fn asked(draft: &str, context: &DraftContext, to: &str) -> String {
    let surface = match context.surface {
        Surface::Post => "surface_post",
        Surface::Reply => "surface_reply",
        Surface::Message => "surface_message",
        Surface::ReviewResponse => "surface_review_response",
        Surface::Bio => "surface_bio",
    };
    let mut lines = Vec::new();
    if !to.is_empty() {
        lines.push(say_with("help_asked_to", to));
    }
    lines.extend([
        say("practice_please_look"),
        format!("{}: {}", say("practice_surface"), say(surface)),
        format!(
            "{}: {}",
            say("practice_audience"),
            words::audience(context.audience)
        ),
        String::new(),
        draft.to_owned(),
    ]);
    lines.join("\n")
}
