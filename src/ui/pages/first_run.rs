//! The first run: three short steps. Each can be skipped, and what was left
//! open goes on where it stood.

use web_sys::Element;

use crate::pages::model::Model;
use crate::pages::preferences::WELCOME_STEPS;
use crate::ui::dom::{add, add_all, button, element, set, text};
use crate::ui::pages::app;
use crate::ui::pages::forms::{link, list, row, section};
use crate::ui::pages::settings::{discipline, marked_accounts, profile_meanings};
use crate::ui::words::{say, say_with};

/// The step that comes next.
pub(super) fn draw(model: &Model) -> Element {
    let step = model.stored.preferences.welcome.min(WELCOME_STEPS);
    let made = match step {
        0 => promise(),
        1 => accounts(model),
        2 => work(model),
        _ => ready(),
    };
    made.set_class_name("welcome");
    if step < WELCOME_STEPS {
        let of = element("p", "source");
        of.set_text_content(Some(&format!("{} / {WELCOME_STEPS}", step + 1)));
        set(&of, "aria-label", &say_with("welcome_step", step + 1));
        add(&made, &of);
        add(&made, &ways(step));
    }
    made
}

fn ways(step: u8) -> Element {
    let mut ways = vec![button(
        "primary",
        &say("welcome_next"),
        &format!("step {}", step + 1),
    )];
    if step > 0 {
        ways.push(button(
            "choice",
            &say("welcome_back"),
            &format!("step {}", step - 1),
        ));
    }
    ways.push(button(
        "plain",
        &say("welcome_skip"),
        &format!("step {WELCOME_STEPS}"),
    ));
    row(&ways)
}

fn promise() -> Element {
    let made = section(&say("welcome_title"), &say("welcome_intro"));
    let columns = element("div", "columns");
    let does = element("div", "");
    add(&does, &text("h2", "", &say("welcome_does")));
    add(
        &does,
        &list(
            "ul",
            ["welcome_does_1", "welcome_does_2", "welcome_does_3"].map(say),
        ),
    );
    let never = element("div", "");
    add(&never, &text("h2", "", &say("welcome_never")));
    add(
        &never,
        &list(
            "ul",
            ["welcome_never_1", "welcome_never_2", "welcome_never_3"].map(say),
        ),
    );
    add_all(&columns, &[does, never]);
    add(&made, &columns);
    made
}

/// Accounts can be marked here; the rest is asked about when it is met.
fn accounts(model: &Model) -> Element {
    let made = section(&say("welcome_accounts"), &say("welcome_accounts_intro"));
    add_all(&made, &[profile_meanings(), marked_accounts(model)]);
    add(&made, &text("p", "quiet", &say("profile_kept_here")));
    made
}

fn work(model: &Model) -> Element {
    let made = section(&say("welcome_work"), &say("welcome_work_intro"));
    add(&made, &discipline(model));
    made
}

fn ready() -> Element {
    let made = section(&say("welcome_ready"), &say("welcome_ready_intro"));
    let ways = element("p", "acts");
    add(
        &ways,
        &link(&say("welcome_practice"), &app::address("practice.html")),
    );
    add(&ways, &link(&say("welcome_options"), "#accounts"));
    add(&made, &ways);
    add(
        &made,
        &row(&[button("plain", &say("welcome_from_start"), "step 0")]),
    );
    made
}
