//! Ties a page's model, views and storage together, in one place that holds the state.

use std::cell::RefCell;

use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};

use crate::pages::model::{Effect, Given, Model, Page};
use crate::pages::preferences::Look;
use crate::ui::dom::{add_all, set};
use crate::ui::pages::{options, popup, practice};
use crate::ui::rule_words;
use crate::ui::words::say;
use crate::wasm::storage::Occasion;
use crate::wasm::{document, page, storage};

thread_local! {
    static MODEL: RefCell<Option<Model>> = const { RefCell::new(None) };
}

/// Reads what is kept, draws the page and listens.
pub(crate) fn open(given: Given) {
    storage::load_all(move |stored, given_policy| {
        rule_words::take(&given.content);
        let is_first_use = stored.preferences.installed_ms <= 0.0;
        let mut model = Model::new(given, stored, Date::now());
        model.section = page::hash();
        model.take_policy(given_policy);
        if is_first_use {
            storage::put(storage::PREFERENCES, &model.stored.preferences);
        }
        draw(&model);
        MODEL.set(Some(model));
        listen();
        read_policy(Occasion::Start);
        let changed = || read_policy(Occasion::Change);
        storage::watch_all(changed, |stored| {
            with(|model| {
                let is_news = model.stored != stored;
                model.stored = stored;
                is_news
            });
        });
    });
}

fn read_policy(occasion: Occasion) {
    storage::managed_as_given(occasion, |given| {
        with(|model| model.take_policy(given));
    });
}

/// A change from outside; nothing is drawn anew when it brought nothing new.
fn with(change: impl FnOnce(&mut Model) -> bool) {
    MODEL.with_borrow_mut(|model| {
        if let Some(model) = model
            && change(model)
        {
            draw(model);
        }
    });
}

/// Runs what follows from one thing done; then the page is drawn once.
fn run(step: impl FnOnce(&mut Model) -> Vec<Effect>) {
    MODEL.with_borrow_mut(|model| {
        let Some(model) = model else { return };
        let effects = step(model);
        if effects.contains(&Effect::DrawResult) {
            practice::draw_result(model);
        } else {
            draw(model);
        }
        for effect in effects {
            perform(model, effect);
        }
    });
}

fn perform(model: &Model, effect: Effect) {
    let stored = &model.stored;
    match effect {
        Effect::KeepMarks => storage::keep(&stored.kept),
        Effect::KeepPreferences => storage::put(storage::PREFERENCES, &stored.preferences),
        Effect::KeepResting => storage::put(storage::RESTING, &stored.resting),
        Effect::DeleteAll => storage::delete_all(),
        Effect::DeleteCounts => storage::put(storage::STATISTICS, &stored.statistics),
        Effect::Insert(text) => page::insert(&text),
        Effect::Copy(text) => page::copy(&text),
        Effect::Save(name, kind, text) => save(&name, kind, &text),
        Effect::Announce(key) => announce(&say(key)),
        Effect::Reload => page::reload(),
        Effect::DrawResult => {}
    }
}

/// A link that is followed at once: the browser's own way to save a file.
fn save(name: &str, kind: &str, text: &str) {
    let link = document::create("a");
    let data = String::from(js_sys::encode_uri_component(text));
    set(&link, "href", &format!("data:{kind};charset=utf-8,{data}"));
    set(&link, "download", name);
    if let Some(link) = link.dyn_ref::<HtmlElement>() {
        link.click();
    }
}

/// Says something where people see it and screen readers hear it.
fn announce(words: &str) {
    if let Some(told) = document::find("#told") {
        told.set_text_content(Some(words));
    }
}

fn draw(model: &Model) {
    let Some(main) = document::find("#main") else {
        return;
    };
    look(model.look());
    let before = Before::remember();
    main.set_text_content(None);
    let views = match model.given.page {
        Page::Popup => popup::draw(model),
        Page::Options => options::draw(model),
        Page::Practice => practice::draw(model),
    };
    add_all(&main, &views);
    page::entitle(&title(model));
    if model.given.page == Page::Practice {
        practice::draw_result(model);
    }
    before.restore();
}

fn look(look: Look) {
    let is_dark = match look {
        Look::Auto => page::prefers_dark(),
        Look::Light => false,
        Look::Dark => true,
    };
    if let Some(page) = document::find("html") {
        set(&page, "data-scheme", if is_dark { "dark" } else { "light" });
        set(&page, "lang", &say("language_code"));
        set(&page, "dir", &say("language_direction"));
    }
}

/// Which page of which section this is, for tabs, history and screen readers.
fn title(model: &Model) -> String {
    let what = match model.given.page {
        Page::Popup => return "Primum".to_owned(),
        Page::Options => options::title(model),
        Page::Practice => say("practice_title"),
    };
    format!("{what} · Primum")
}

/// What a redraw must not take away: the focus, and details that are open.
struct Before {
    focus: Option<String>,
    open: Vec<String>,
}

impl Before {
    fn remember() -> Self {
        let focus = document::find(":focus").and_then(|one| {
            ["id", "data-act", "data-field"]
                .into_iter()
                .find_map(|name| {
                    let value = one.get_attribute(name)?;
                    Some(format!("[{name}=\"{value}\"]"))
                })
        });
        let open = page::find_all("details[open][id]");
        Self {
            focus,
            open: open.iter().map(Element::id).collect(),
        }
    }

    fn restore(self) {
        for id in self.open {
            if let Some(detail) = document::find(&format!("[id=\"{id}\"]")) {
                set(&detail, "open", "");
            }
        }
        let wanted = self
            .focus
            .and_then(|selector| document::find(&selector).or_else(heading));
        if let Some(wanted) = wanted.as_ref().and_then(JsCast::dyn_ref::<HtmlElement>) {
            let _ = wanted.focus();
        }
    }
}

/// Where the focus goes when its control is gone: what now stands there can be read from its top.
fn heading() -> Option<Element> {
    document::find("#main [tabindex=\"-1\"]")
}

fn listen() {
    on("click", |event| {
        let Some(control) = closest(event, "[data-act]") else {
            return;
        };
        let act = control.get_attribute("data-act").unwrap_or_default();
        let text = control
            .get_attribute("data-from")
            .map(|from| value_of(&from))
            .unwrap_or_default();
        run(|model| model.act(&act, &text, Date::now()));
    });
    for kind in ["input", "change"] {
        on(kind, move |event| {
            let Some(field) = closest(event, "[data-field]") else {
                return;
            };
            // A text is heard while it is typed, a choice when it is made.
            let is_text = field.has_type::<HtmlTextAreaElement>();
            if is_text == (kind == "input") {
                let name = field.get_attribute("data-field").unwrap_or_default();
                run(|model| model.typed(&name, &value(&field)));
            }
        });
    }
    page::on_hash(
        &Closure::wrap(Box::new(|| {
            with(|model| {
                model.section = page::hash();
                true
            });
            if let Some(top) = heading().as_ref().and_then(JsCast::dyn_ref::<HtmlElement>) {
                let _ = top.focus();
            }
        }) as Box<dyn FnMut()>)
        .into_js_value(),
    );
}

fn on(kind: &str, mut then: impl FnMut(&Event) + 'static) {
    let listener =
        Closure::wrap(Box::new(move |event: Event| then(&event)) as Box<dyn FnMut(Event)>);
    document::listen(kind, &listener.into_js_value(), false);
}

fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()?
}

fn value_of(id: &str) -> String {
    document::find(&format!("#{id}"))
        .map(|field| value(&field))
        .unwrap_or_default()
}

/// What stands in a field, or in an element.
pub(super) fn value(field: &Element) -> String {
    if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        select.value()
    } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else {
        field.text_content().unwrap_or_default()
    }
}

/// The version of Primum, for the foot of the pages.
pub(super) fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// Another page of Primum, by its file.
pub(super) fn address(file: &str) -> String {
    page::address(file)
}
