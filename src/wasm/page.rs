//! What a page of its own needs beside the document: address, clipboard, colours.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, Window};

use crate::wasm::document::{create, find};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL)]
    fn get_url(file: &str) -> String;
}

#[wasm_bindgen]
extern "C" {
    /// The popup's loader listens; it knows the tab.
    #[wasm_bindgen(js_namespace = window, js_name = dispatchEvent)]
    fn dispatch(event: &web_sys::Event);
}

/// Asks the popup's loader to put `text` into the draft of its tab.
pub(crate) fn insert(text: &str) {
    let wish = web_sys::CustomEventInit::new();
    wish.set_detail(&JsValue::from_str(text));
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("primum-insert", &wish) {
        dispatch(&event);
    }
}

/// The address of a file of the extension.
pub(crate) fn address(file: &str) -> String {
    get_url(file)
}

/// What the page is called.
pub(crate) fn entitle(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

fn window() -> Option<Window> {
    web_sys::window()
}

/// Which browser this is, by its own word.
pub(crate) fn browser() -> String {
    let word = window().and_then(|window| window.navigator().user_agent().ok());
    word.unwrap_or_default()
}

/// What stands behind # in the address.
pub(crate) fn hash() -> String {
    let hash = window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Hears when what stands behind # changes.
pub(crate) fn on_hash(then: &JsValue) {
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("hashchange", then.unchecked_ref());
    }
}

/// Loads the page anew.
pub(crate) fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Puts a text on the clipboard.
pub(crate) fn copy(text: &str) {
    if let Some(window) = window() {
        // Refused only where the browser forbids it to all extensions; the text can still be selected.
        let _ = window.navigator().clipboard().write_text(text);
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = document, js_name = execCommand)]
    fn exec_command(command: &str) -> bool;
}

/// Puts a text on the clipboard from inside a site's page, whose permissions
/// policy may keep the clipboard's own interface from the frame. Only in a
/// click. Says whether the browser did it.
pub(crate) fn copy_here(text: &str) -> bool {
    let field = create("textarea");
    let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() else {
        return false;
    };
    area.set_value(text);
    let before = find(":focus");
    let _ = find("body").map(|body| body.append_child(area));
    area.select();
    let is_done = exec_command("copy");
    area.remove();
    if let Some(before) = before.as_ref().and_then(JsCast::dyn_ref::<HtmlElement>) {
        let _ = before.focus();
    }
    is_done
}

/// Whether the system is dark.
pub(crate) fn prefers_dark() -> bool {
    let query =
        window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?);
    query.is_some_and(|query| query.matches())
}

/// Every element that matches.
pub(crate) fn find_all(selector: &str) -> Vec<Element> {
    let document = window().and_then(|window| window.document());
    let Some(found) = document.and_then(|document| document.query_selector_all(selector).ok())
    else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into().ok())
        .collect()
}
