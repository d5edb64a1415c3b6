//! The door to the browser's extension API, but for storage: words in the
//! reader's language.

use std::cell::RefCell;
use std::collections::BTreeMap;

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getMessage)]
    fn get_message(key: &str, values: Vec<String>) -> String;
}

thread_local! {
    /// The words of a language that was chosen instead of the browser's.
    static CHOSEN: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// From now on the words are these, by key; what is missing comes from the browser.
pub(crate) fn choose_words(words: BTreeMap<String, String>) {
    CHOSEN.set(words);
}

/// The words under `key` of `_locales/*/messages.json`, with `values` for $1, $2 …
pub(crate) fn words(key: &str, values: Vec<String>) -> String {
    let chosen = CHOSEN.with_borrow(|words| words.get(key).cloned());
    let Some(mut words) = chosen else {
        return get_message(key, values);
    };
    for (at, value) in values.iter().enumerate() {
        words = words.replace(&format!("${}", at + 1), value);
    }
    words
}
