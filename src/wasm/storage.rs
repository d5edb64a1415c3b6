//! The one door to the browser's storage. Kept are the clinician's own
//! accounts, silenced note rules, settings, counts, where Primum rests and the
//! last good policy; never a draft. The keys stand in docs/storage.md.

use js_sys::{Object, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

use crate::pages::model::Stored;
use crate::pages::preferences::{Preferences, Resting};
use crate::pages::statistics::Statistics;
use crate::policy::Policy;
use crate::policy::value::Value;
use crate::session::Kept;
use crate::session::outcomes::Counted;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = get)]
    fn local_get(keys: &JsValue, done: &JsValue);
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = set)]
    fn local_set(items: &JsValue, done: &JsValue);
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "local"], js_name = clear)]
    fn local_clear(done: &JsValue);
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
/// Where the clinician's settings are kept.
pub(crate) const PREFERENCES: &str = "preferences";
/// Where counts per month, rule and outcome are kept.
pub(crate) const STATISTICS: &str = "statistics";
/// Where Primum rests, and until when.
pub(crate) const RESTING: &str = "resting";

/// Reads what is kept: the clinician's marks and the last good policy.
pub(crate) fn load(then: impl FnOnce(Kept, Policy) + 'static) {
    let done = Closure::once_into_js(move |items: JsValue| {
        then(part(&items, KEPT), part(&items, POLICY));
    });
    local_get(&JsValue::NULL, &done);
}

/// Reads everything that is kept, for a page; the policy as it was given.
pub(crate) fn load_all(then: impl FnOnce(Stored, Value) + 'static) {
    let done = Closure::once_into_js(move |items: JsValue| {
        then(stored(&items), part(&items, POLICY));
    });
    local_get(&JsValue::NULL, &done);
}

/// Part by part: one that is broken does not take the others with it.
fn stored(items: &JsValue) -> Stored {
    Stored {
        kept: part(items, KEPT),
        preferences: part(items, PREFERENCES),
        statistics: part(items, STATISTICS),
        resting: part(items, RESTING),
    }
}

/// Keeps `what` under `key`.
pub(crate) fn put(key: &str, what: &impl Serialize) {
    if let Ok(value) = what.serialize(&Serializer::json_compatible()) {
        set(key, &value);
    }
}

/// Deletes everything that is kept, the copy of the policy too: it comes again.
pub(crate) fn delete_all() {
    local_clear(&Closure::once_into_js(|| LAST_ERROR.with(|_| ())));
}

/// Hears of any change, for a page.
pub(crate) fn watch_all(
    mut managed: impl FnMut() + 'static,
    mut local: impl FnMut(Stored) + 'static,
) {
    let listener = Closure::wrap(Box::new(move |_: JsValue, area: String| {
        if area == "managed" {
            managed();
        }
    }) as Box<dyn FnMut(JsValue, String)>);
    on_changed(&listener.into_js_value());
    let changed: JsValue = Closure::wrap(
        Box::new(move |items: JsValue| local(stored(&items))) as Box<dyn FnMut(JsValue)>
    )
    .into_js_value();
    let listener = Closure::wrap(Box::new(move |_: JsValue, area: String| {
        if area == "local" {
            local_get(&JsValue::NULL, &changed);
        }
    }) as Box<dyn FnMut(JsValue, String)>);
    on_changed(&listener.into_js_value());
}

/// Counts outcomes of rules, and forgets what is older than `months`; frames of several tabs share the counts.
pub(crate) fn count(counted: Vec<Counted>, months: u32, now_ms: f64) {
    let done = Closure::once_into_js(move |items: JsValue| {
        let mut statistics: Statistics = part(&items, STATISTICS);
        for (rule, outcome) in counted {
            statistics.count(rule, outcome, now_ms);
        }
        statistics.forget_old(months, now_ms);
        put(STATISTICS, &statistics);
    });
    local_get(&JsValue::from_str(STATISTICS), &done);
}

/// Hears where Primum rests: now, and whenever that changes.
pub(crate) fn resting(then: impl FnMut(Resting) + 'static) {
    follow(RESTING, then);
}

/// Hears the clinician's settings: now, and whenever they change.
pub(crate) fn preferences(then: impl FnMut(Preferences) + 'static) {
    follow(PREFERENCES, then);
}

fn follow<T: DeserializeOwned + Default>(key: &'static str, mut then: impl FnMut(T) + 'static) {
    let read = Closure::wrap(
        Box::new(move |items: JsValue| then(part(&items, key))) as Box<dyn FnMut(JsValue)>
    );
    let read = read.into_js_value();
    local_get(&JsValue::from_str(key), &read);
    let listener = Closure::wrap(Box::new(move |changes: JsValue, area: String| {
        if area == "local" && !value(&changes, key).is_undefined() {
            local_get(&JsValue::from_str(key), &read);
        }
    }) as Box<dyn FnMut(JsValue, String)>);
    on_changed(&listener.into_js_value());
}

/// Keeps `kept` for the next frame and for other tabs.
pub(crate) fn keep(kept: &Kept) {
    put(KEPT, kept);
}

/// Why the managed policy is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Occasion {
    /// A page or frame begins. No values may mean that they are late: what was known stays.
    Start,
    /// The browser tells of a change. No values mean that they were taken away.
    Change,
}

/// Reads the managed policy now; `then` hears it when there is one.
pub(crate) fn managed(occasion: Occasion, then: impl FnOnce(Policy) + 'static) {
    // Reading never fails: what is wrong is left out, the rest is in force.
    let read = |items| then(serde_wasm_bindgen::from_value(items).unwrap_or_default());
    managed_value(occasion, read);
}

/// The managed policy as it was given, so that a page can tell what is wrong with it.
pub(crate) fn managed_as_given(occasion: Occasion, then: impl FnOnce(Value) + 'static) {
    let read = |items| then(serde_wasm_bindgen::from_value(items).unwrap_or_default());
    managed_value(occasion, read);
}

fn managed_value(occasion: Occasion, then: impl FnOnce(JsValue) + 'static) {
    let done = Closure::once_into_js(move |items: JsValue| {
        // Without a policy Firefox answers with an error, which has to be looked at.
        let failed = LAST_ERROR.with(|error| !error.is_undefined() && !error.is_null());
        let Some(values) = items.dyn_ref::<Object>().filter(|_| !failed) else {
            return;
        };
        if occasion == Occasion::Start && Object::keys(values).length() == 0 {
            return;
        }
        set(POLICY, &items);
        then(items);
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
