//! The frame's own document, as far as the views need it. Names that are
//! constants here cannot fail, so these bindings return elements, not results.

use js_sys::Function;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// A new element.
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    pub(crate) fn create(tag: &str) -> Element;

    /// An element of frame.html.
    #[wasm_bindgen(js_namespace = document, js_name = querySelector)]
    pub(crate) fn find(selector: &str) -> Option<Element>;

    /// Hears `kind` for the whole document; `capture` also hears what does not bubble.
    #[wasm_bindgen(js_namespace = document, js_name = addEventListener)]
    pub(crate) fn listen(kind: &str, listener: &JsValue, capture: bool);

    /// Hears `kind` for the window.
    #[wasm_bindgen(js_name = addEventListener)]
    pub(crate) fn listen_window(kind: &str, listener: &JsValue);

    /// One timer.
    #[wasm_bindgen(js_name = setTimeout)]
    pub(crate) fn set_timeout(then: &JsValue, ms: u32);

    /// Takes the keyboard focus from the page.
    #[wasm_bindgen(js_namespace = window, js_name = focus)]
    pub(crate) fn focus_window();

    /// The page script's ear.
    #[wasm_bindgen(js_namespace = Reflect, js_name = apply)]
    pub(crate) fn apply(function: &Function, this: &JsValue, arguments: &js_sys::Array);
}
