//! A configuration profile for macOS.

use serde_json::{Value as Json, json};

use super::Delivery;

/// Payloads want an id of their own; these are made up once, so that a new
/// profile replaces the old one.
const PROFILE: &str = "6F0C1E52-6D57-4B3A-9C36-0B7C5A6E1A01";
const BROWSER: &str = "6F0C1E52-6D57-4B3A-9C36-0B7C5A6E1A02";
const VALUES: &str = "6F0C1E52-6D57-4B3A-9C36-0B7C5A6E1A03";

/// The profile: the browser's settings, and the extension's values.
pub(super) fn mobileconfig(delivery: &Delivery) -> String {
    let values_type = format!("com.google.Chrome.extensions.{}", delivery.id);
    let mut browser = payload("com.google.Chrome", "org.primum.browser", BROWSER);
    put(
        &mut browser,
        "ExtensionSettings",
        delivery.extension_settings(),
    );
    let mut values = payload(&values_type, "org.primum.values", VALUES);
    for (name, value) in delivery.policy.as_object().into_iter().flatten() {
        put(&mut values, name, value.clone());
    }
    let mut profile = payload("Configuration", "org.primum", PROFILE);
    put(&mut profile, "PayloadDisplayName", json!("Primum"));
    put(&mut profile, "PayloadScope", json!("System"));
    put(&mut profile, "PayloadContent", json!([browser, values]));
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">\n".to_owned();
    write(&mut out, &profile, 0);
    out + "</plist>\n"
}

fn payload(kind: &str, identifier: &str, uuid: &str) -> Json {
    json!({
        "PayloadType": kind,
        "PayloadIdentifier": identifier,
        "PayloadUUID": uuid,
        "PayloadVersion": 1,
    })
}

fn put(payload: &mut Json, name: &str, value: Json) {
    if let Some(fields) = payload.as_object_mut() {
        fields.insert(name.to_owned(), value);
    }
}

fn write(out: &mut String, value: &Json, depth: usize) {
    match value {
        Json::Object(fields) => {
            line(out, depth, "<dict>");
            for (name, value) in fields {
                line(out, depth + 1, &format!("<key>{}</key>", escaped(name)));
                write(out, value, depth + 1);
            }
            line(out, depth, "</dict>");
        }
        Json::Array(items) => {
            line(out, depth, "<array>");
            for item in items {
                write(out, item, depth + 1);
            }
            line(out, depth, "</array>");
        }
        Json::Bool(flag) => line(out, depth, &format!("<{flag}/>")),
        Json::Number(number) => line(out, depth, &format!("<integer>{number}</integer>")),
        Json::String(text) => line(out, depth, &format!("<string>{}</string>", escaped(text))),
        // A property list has no null; the reader refuses one before.
        Json::Null => line(out, depth, "<string></string>"),
    }
}

fn line(out: &mut String, depth: usize, text: &str) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(text);
    out.push('\n');
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
