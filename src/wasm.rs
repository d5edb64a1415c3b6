//! The only door between JavaScript and Rust: what the loader calls, and, in
//! the files beside, what Rust calls. UTF-16 offsets are made in [`crate::utf16`].

use std::cell::RefCell;

use js_sys::Function;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::check::Checker;
use crate::context::Context;
use crate::message::PageMessage;
use crate::reading::Reading;
use crate::session::Input;
use crate::ui::app;
#[cfg(feature = "pages")]
use crate::ui::pages;

pub(crate) mod document;
pub(crate) mod page;
pub(crate) mod runtime;
pub(crate) mod storage;

/// The version of the core, so that the page side can refuse a core it was not built with.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// How many findings `text` has by itself, without a policy: measures the core
/// as it ships (`./build.sh bench`).
#[wasm_bindgen]
#[must_use]
pub fn count_findings(text: &str) -> usize {
    let report = Checker::default().check(text, &Context::default());
    report.findings.len()
}

thread_local! {
    static READING: RefCell<Reading> = RefCell::default();
}

/// As [`count_findings`], where the text counted before was nearly the same:
/// measures what a key press costs in a long draft.
#[wasm_bindgen]
#[must_use]
pub fn count_findings_again(text: &str) -> usize {
    READING.with_borrow_mut(|reading| {
        let report = Checker::default().findings_again(reading, text, &Context::default());
        report.findings.len()
    })
}

/// Starts the frame: `say` sends to the page script; `ready` is called when
/// what is kept on this device has been read.
#[wasm_bindgen]
pub fn start(say: Function, ready: Function) {
    app::start(say, ready);
}

/// A message of the page script. What is not one of the contract's is dropped.
#[wasm_bindgen]
pub fn hear(message: JsValue) {
    if let Ok(message) = serde_wasm_bindgen::from_value::<PageMessage>(message) {
        app::run(Input::Page(message));
    }
}

/// Uses these words, by key, instead of those of the browser's language. What
/// is not of that shape is dropped.
#[wasm_bindgen]
pub fn choose_words(words: JsValue) {
    if let Ok(words) = serde_wasm_bindgen::from_value(words) {
        runtime::choose_words(words);
    }
}

/// Takes the texts to copy and to put in, and the rules' words in the
/// clinician's language. What is not of that shape is dropped.
#[wasm_bindgen]
pub fn take_content(content: JsValue) {
    if let Ok(content) = serde_wasm_bindgen::from_value(content) {
        app::take_content(content);
    }
}

/// Puts a text from the popup into the draft the clinician is in.
#[wasm_bindgen]
pub fn insert(text: String) {
    app::run(Input::Insert(text));
}

/// What the popup may know of the box the clinician is in: null, or a verdict
/// and rules; never a word of the draft.
#[wasm_bindgen]
#[must_use]
pub fn describe() -> JsValue {
    let described = app::described();
    described
        .serialize(&Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}

/// Opens a page of its own: popup, options or practice. `given` is what the
/// loader read from the extension's own files; see [`crate::pages::model::Given`].
///
/// # Errors
/// When `given` is not of that shape.
#[cfg(feature = "pages")]
#[wasm_bindgen]
pub fn open_page(given: JsValue) -> Result<(), JsValue> {
    let given = serde_wasm_bindgen::from_value(given)?;
    pages::app::open(given);
    Ok(())
}
