//! The only door between JavaScript and the checker, and the only place where
//! UTF-16 exists: offsets are converted here and nowhere else.

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of the core, so that the page side can refuse a core it was not built with.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
