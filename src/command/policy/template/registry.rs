//! The Windows registry. Lists and objects are written as JSON texts, which
//! Chromium reads where the schema wants them (`ConvertRegistryValue` in its
//! `components/policy/core/common/registry_dict.cc`).

use std::fmt::Write;

use serde_json::Value as Json;

use super::Delivery;

/// Where a browser looks for policies.
pub(super) struct Browser {
    key: &'static str,
}

pub(super) const CHROME: Browser = Browser {
    key: r"SOFTWARE\Policies\Google\Chrome",
};
pub(super) const EDGE: Browser = Browser {
    key: r"SOFTWARE\Policies\Microsoft\Edge",
};

/// One value: a number for the registry, or a text.
enum Entry {
    Number(u64),
    Text(String),
}

fn entry(value: &Json) -> Entry {
    match value {
        Json::Bool(flag) => Entry::Number(u64::from(*flag)),
        Json::Number(number) => Entry::Number(number.as_u64().unwrap_or_default()),
        Json::String(text) => Entry::Text(text.clone()),
        other => Entry::Text(other.to_string()),
    }
}

/// A file for "reg import". Windows accepts UTF-8 without a mark only for plain
/// ASCII, so other letters of JSON texts are escaped and plain texts keep theirs.
pub(super) fn reg(delivery: &Delivery, browser: &Browser) -> String {
    let mut out = "Windows Registry Editor Version 5.00\n".to_owned();
    let settings = delivery.extension_settings();
    let _ = write!(out, "\n[HKEY_LOCAL_MACHINE\\{}]\n", browser.key);
    out += &line("ExtensionSettings", &Entry::Text(settings.to_string()));
    let _ = write!(
        out,
        "\n[HKEY_LOCAL_MACHINE\\{}]\n",
        values_key(delivery, browser)
    );
    for (name, value) in delivery.policy.as_object().into_iter().flatten() {
        out += &line(name, &entry(value));
    }
    // Regedit wants the line ends of Windows.
    out.replace('\n', "\r\n")
}

fn values_key(delivery: &Delivery, browser: &Browser) -> String {
    format!(
        r"{}\3rdparty\extensions\{}\policy",
        browser.key, delivery.id
    )
}

fn line(name: &str, entry: &Entry) -> String {
    match entry {
        Entry::Number(number) => format!("\"{name}\"=dword:{number:08x}\n"),
        // A line break cannot stand in a quoted text of a .reg file: hex(1) is the text in UTF-16.
        Entry::Text(text) if !text.is_ascii() || text.contains(['\n', '\r']) => {
            let units = text.encode_utf16().chain([0]).flat_map(u16::to_le_bytes);
            let bytes: Vec<String> = units.map(|byte| format!("{byte:02x}")).collect();
            format!("\"{name}\"=hex(1):{}\n", bytes.join(","))
        }
        Entry::Text(text) => {
            let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
            format!("\"{name}\"=\"{escaped}\"\n")
        }
    }
}

/// A script for Intune that sets the same values.
pub(super) fn powershell(delivery: &Delivery, browser: &Browser) -> String {
    let mut out = "$ErrorActionPreference = 'Stop'\n".to_owned();
    let settings = Entry::Text(delivery.extension_settings().to_string());
    let _ = writeln!(out, "$browser = 'HKLM:\\{}'", browser.key);
    let _ = writeln!(out, "$values = 'HKLM:\\{}'", values_key(delivery, browser));
    out += "foreach ($key in @($browser, $values)) { if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null } }\n";
    out += &set("$browser", "ExtensionSettings", &settings);
    for (name, value) in delivery.policy.as_object().into_iter().flatten() {
        out += &set("$values", name, &entry(value));
    }
    out
}

fn set(key: &str, name: &str, entry: &Entry) -> String {
    let (kind, value) = match entry {
        Entry::Number(number) => ("DWord", number.to_string()),
        Entry::Text(text) => ("String", format!("'{}'", text.replace('\'', "''"))),
    };
    format!(
        "New-ItemProperty -Path {key} -Name '{name}' -PropertyType {kind} -Value {value} -Force | Out-Null\n"
    )
}
