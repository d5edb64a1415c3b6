//! The one door to the browser's storage. Kept are the clinician's own
//! accounts, silenced note rules and the last good policy; never a draft.

use js_sys::{Object, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

use crate::policy::Policy;
use crate::session::Kept;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = get)]
    fn local_get(keys: &JsValue, done: &JsValue);
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = set)]
    fn local_set(items: &JsValue, done: &JsValue);
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "managed"], js_name = get, catch)]
    fn managed_get(keys: &JsValue, done: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "onChanged"], js_name = addListener)]
    fn on_changed(listener: &JsValue);
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = lastError, thread_local_v2)]
    static LAST_ERROR: JsValue;
}

/// Where the session's memory is kept.
const KEPT: &str = "kept";
/// Where the last good policy is kept: managed values arrive seconds late (platform facts §1.2).
const POLICY: &str = "policy";

/// Reads what is kept: the clinician's marks and the last good policy.
pub(crate) fn load(then: impl FnOnce(Kept, Policy) + 'static) {
    let done = Closure::once_into_js(move |items: JsValue| {
        then(part(&items, KEPT), part(&items, POLICY));
    });
    local_get(&JsValue::NULL, &done);
}

/// Keeps `kept` for the next frame and for other tabs.
pub(crate) fn keep(kept: &Kept) {
    if let Ok(value) = kept.serialize(&Serializer::json_compatible()) {
        set(KEPT, &value);
    }
}

/// Reads the managed policy now; `then` hears it when there is one.
pub(crate) fn managed(then: impl FnOnce(Policy) + 'static) {
    let done = Closure::once_into_js(move |items: JsValue| {
        // Without a policy Firefox answers with an error, which has to be looked at.
        let failed = LAST_ERROR.with(|error| !error.is_undefined() && !error.is_null());
        if failed || !items.is_object() {
            return;
        }
        set(POLICY, &items);
        // Reading never fails: what is wrong is left out, the rest is in force.
        then(serde_wasm_bindgen::from_value(items).unwrap_or_default());
    });
    // A browser without managed storage has no policy.
    let _ = managed_get(&JsValue::NULL, &done);
}

/// Hears of changes: `managed` of a policy, `kept` of another tab's marks.
pub(crate) fn watch(mut managed: impl FnMut() + 'static, mut kept: impl FnMut(Kept) + 'static) {
    let listener = Closure::wrap(Box::new(move |changes: JsValue, area: String| {
        let change = value(&changes, KEPT);
        match area.as_str() {
            "managed" => managed(),
            "local" if change.is_object() => kept(part(&change, "newValue")),
            _ => {}
        }
    }) as Box<dyn FnMut(JsValue, String)>);
    on_changed(&listener.into_js_value());
}

fn set(key: &str, value: &JsValue) {
    let items = Object::new();
    if Reflect::set(&items, &key.into(), value).is_ok() {
        // A full disk loses a preference, not a draft; there is nothing to say.
        let done = Closure::once_into_js(|| LAST_ERROR.with(|_| ()));
        local_set(&items, &done);
    }
}

fn value(items: &JsValue, key: &str) -> JsValue {
    Reflect::get(items, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

fn part<T: DeserializeOwned + Default>(items: &JsValue, key: &str) -> T {
    serde_wasm_bindgen::from_value(value(items, key)).unwrap_or_default()
}
