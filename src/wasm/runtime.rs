//! The door to the browser's extension API, but for storage: words in the
//! reader's language.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getMessage)]
    fn get_message(key: &str, values: Vec<String>) -> String;
}

/// The words under `key` of `_locales/*/messages.json`, with `values` for $1, $2 …
pub(crate) fn words(key: &str, values: Vec<String>) -> String {
    get_message(key, values)
}
