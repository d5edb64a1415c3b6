//! Ties session, views, timers and storage together, in one place that holds
//! the state. Every input runs to its end before the next: nothing re-enters.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Math};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use crate::message::{Direction, FrameMessage, PageMessage, Scheme, View};
use crate::pages::content::Content;
use crate::session::act::Act;
use crate::session::describe::Described;
use crate::session::screen::{Pause, Screen, Shown};
use crate::session::{Copied, Effect, Input, QUESTIONS, Session};
use crate::ui::dom::{add, set};
use crate::ui::{chip, dom, helpers, panel, pause, request, rule_words, words};
use crate::wasm::storage::Occasion;
use crate::wasm::{document, page, storage};

/// What takes the focus when a view opens: the safe way on, or the panel itself.
const FIRST_FOCUS: &str = "[data-act=edit], .panel";

struct App {
    session: Session,
    say: Function,
    shown: Screen,
    told: (View, f64, f64),
}

thread_local! {
    static APP: RefCell<Option<App>> = const { RefCell::new(None) };
}

/// Reads what is kept, then calls `ready`; the managed policy may come later.
pub(crate) fn start(say: Function, ready: Function) {
    storage::load(move |kept, policy| {
        // Which question comes first is left to chance; after that they take turns.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            clippy::cast_sign_loss,
            reason = "a small positive number"
        )]
        let seed = (Math::random() * QUESTIONS as f64) as usize;
        let app = App {
            session: Session::new(policy, kept, seed)
                .in_time_zone(-Date::new_0().get_timezone_offset()),
            say,
            shown: Screen::default(),
            told: (View::None, 0.0, 0.0),
        };
        APP.set(Some(app));
        listen();
        call(&ready, &JsValue::UNDEFINED);
        read_policy(Occasion::Start);
        storage::watch(
            || read_policy(Occasion::Change),
            |kept| run(Input::Kept(kept)),
        );
        storage::resting(|resting| run(Input::Resting(resting)));
        storage::preferences(|own| run(Input::Preferences(Box::new(own))));
    });
}

fn read_policy(occasion: Occasion) {
    storage::managed(occasion, |policy| run(Input::Policy(Box::new(policy))));
}

/// One input: what follows is done, and what is to be seen is drawn.
pub(crate) fn run(input: Input) {
    APP.with_borrow_mut(|app| {
        if let Some(app) = app {
            let effects = app.session.step(input, Date::now());
            let wants_focus = effects.contains(&Effect::Focus);
            for effect in effects {
                app.perform(effect);
            }
            app.draw();
            if wants_focus {
                focus(FIRST_FOCUS);
            }
        }
    });
}

/// The texts were read.
pub(crate) fn take_content(content: Content) {
    rule_words::take(&content);
    run(Input::Content(Box::new(content)));
}

/// What the popup may know of the box the clinician is in.
pub(crate) fn described() -> Option<Described> {
    APP.with_borrow(|app| app.as_ref()?.session.described())
}

impl App {
    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Say(message) => self.tell(&message),
            Effect::Announce(verdict) => {
                let text = words::announcement(verdict);
                self.tell(&FrameMessage::Announce { text });
            }
            Effect::Keep(kept) => storage::keep(&kept),
            Effect::Wake(ms, wake) => {
                let then = Closure::once_into_js(move || run(Input::Woke(wake)));
                document::set_timeout(&then, ms);
            }
            Effect::Focus => {}
            Effect::Notice(key) => self.tell(&FrameMessage::Announce {
                text: words::say(key),
            }),
            Effect::Copy(Copied::Text(text)) => self.copy(&text),
            Effect::Copy(Copied::Draft { text, context, to }) => {
                self.copy(&helpers::asked(&text, &context, &to));
            }
            Effect::Count(counted) => {
                storage::count(counted, self.session.months_kept(), Date::now());
            }
        }
    }

    /// What became of it is an input of its own: "copied" is never said before it is true.
    fn copy(&mut self, text: &str) {
        let is_done = page::copy_here(text);
        for effect in self.session.step(Input::Copied(is_done), Date::now()) {
            self.perform(effect);
        }
    }

    fn tell(&self, message: &FrameMessage) {
        if let Ok(message) = message.serialize(&Serializer::json_compatible()) {
            call(&self.say, &message);
        }
    }

    fn draw(&mut self) {
        let screen = self.session.screen();
        if screen != self.shown {
            if !is_same_pause(&self.shown, &screen) {
                redraw(&screen);
            }
            self.shown = screen;
        }
        self.measure();
    }

    /// Tells the page how large the view came out.
    fn measure(&mut self) {
        let view = match self.shown.shown {
            Shown::Nothing => View::None,
            Shown::Chip(_) => View::Chip,
            Shown::Panel(_) => View::Panel,
            Shown::Notice(_) => View::Notice,
            Shown::Pause(_) | Shown::Request(_) => View::Pause,
        };
        let (mut width, mut height) = (0.0, 0.0);
        if matches!(view, View::Chip | View::Notice | View::Panel)
            && let Some(root) = document::find("#view")
        {
            let area = root.get_bounding_client_rect();
            (width, height) = (area.width().ceil(), area.height().ceil());
        }
        if self.told != (view, width, height) {
            self.told = (view, width, height);
            self.tell(&FrameMessage::View {
                view,
                width,
                height,
            });
        }
    }
}

fn call(function: &Function, argument: &JsValue) {
    document::apply(function, &JsValue::UNDEFINED, &Array::of1(argument));
}

/// The same pause with another countdown, reason or copy: its button and its last line change, nothing moves.
fn is_same_pause(before: &Screen, after: &Screen) -> bool {
    let (Shown::Pause(old), Shown::Pause(new)) = (&before.shown, &after.shown) else {
        return false;
    };
    let same = Pause {
        gate: new.gate,
        copied: new.copied,
        ..old.clone()
    } == *new
        && before.scheme == after.scheme;
    if same
        && let Some(post) = document::find("[data-act=post]")
        && let Some(told) = document::find(".told")
    {
        pause::update(new, &post);
        helpers::tell(new.copied, &told);
    }
    same
}

fn redraw(screen: &Screen) {
    let Some(root) = document::find("#view") else {
        return;
    };
    // A redrawn control takes the focus its predecessor had.
    let focused = document::find("[data-act]:focus").and_then(|one| one.get_attribute("data-act"));
    look(screen);
    root.set_text_content(None);
    match &screen.shown {
        Shown::Nothing => {}
        Shown::Chip(model) => add(&root, &chip::draw(model)),
        Shown::Panel(model) => add(&root, &panel::draw(model)),
        Shown::Pause(model) => add(&root, &pause::draw(model)),
        Shown::Request(model) => add(&root, &request::draw(model)),
        Shown::Notice(key) => add(&root, &dom::text("p", "notice", &words::say(key))),
    }
    if let Some(act) = focused {
        let same = format!("[data-act=\"{act}\"]");
        focus(if document::find(&same).is_some() {
            &same
        } else {
            FIRST_FOCUS
        });
    }
}

fn look(screen: &Screen) {
    if let Some(page) = document::find("html") {
        set(
            &page,
            "data-scheme",
            if screen.scheme == Scheme::Dark {
                "dark"
            } else {
                "light"
            },
        );
        set(
            &page,
            "dir",
            if screen.dir == Direction::Rtl {
                "rtl"
            } else {
                "ltr"
            },
        );
        let view = match screen.shown {
            Shown::Pause(_) | Shown::Request(_) => "pause",
            Shown::Panel(_) => "panel",
            Shown::Chip(_) | Shown::Notice(_) | Shown::Nothing => "chip",
        };
        set(&page, "data-view", view);
    }
}

fn focus(selector: &str) {
    if let Some(wanted) = document::find(selector) {
        document::focus_window();
        if let Some(wanted) = wanted.dyn_ref::<HtmlElement>() {
            let _ = wanted.focus();
        }
    }
}

/// The frame's ears; they live as long as its document.
fn listen() {
    on("click", |event: Event| {
        let act = event
            .target()
            .and_then(|target| act_of(&target.unchecked_into()));
        if let Some(act) = act {
            run(Input::Act(act));
        }
    });
    on("keydown", |event: Event| key(event.unchecked_ref()));
    // The page gives the frame the focus when its dialog is up, which may be after Edit was focused.
    let focused = Closure::wrap(Box::new(|| {
        let is_pause = document::find(".pause").is_some();
        if is_pause && document::find("[data-act]:focus").is_none() {
            focus(FIRST_FOCUS);
        }
    }) as Box<dyn FnMut()>);
    document::listen_window("focus", &focused.into_js_value());
    // A detail that opens makes the panel taller.
    on("toggle", |_: Event| {
        APP.with_borrow_mut(|app| app.iter_mut().for_each(App::measure));
    });
}

fn on(kind: &str, then: impl FnMut(Event) + 'static) {
    let listener = Closure::wrap(Box::new(then) as Box<dyn FnMut(Event)>);
    document::listen(kind, &listener.into_js_value(), true);
}

fn act_of(element: &Element) -> Option<Act> {
    let control = element.closest("[data-act]").ok()??;
    Act::parse(&control.get_attribute("data-act")?)
}

fn key(event: &KeyboardEvent) {
    match event.key().as_str() {
        "Escape" => run(Input::Page(PageMessage::Escape)),
        // The Enter that pressed Post may still be held down: it must not press anything here.
        "Enter" | " " if event.repeat() => event.prevent_default(),
        _ => {}
    }
}
