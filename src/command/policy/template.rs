//! `primum policy template`: one policy file, ready for each platform.

mod plist;
mod registry;

use std::io::Write;
use std::process::ExitCode;

use serde_json::{Value as Json, json};

use crate::policy::value::Value;

/// The extension's id in Firefox, as in manifest.json.
const FIREFOX_ID: &str = "primum@primum.invalid";
/// What stands where an administrator gave no id or address.
const ID_BLANK: &str = "EXTENSION-ID";
const UPDATE_BLANK: &str = "https://UPDATE-SERVER/updates.xml";
const XPI_BLANK: &str = "https://UPDATE-SERVER/primum.xpi";

/// Where a policy goes.
struct Platform {
    name: &'static str,
    /// What to do with what is printed.
    note: &'static str,
    write: fn(&Delivery) -> String,
}

const PLATFORMS: [Platform; 7] = [
    Platform {
        name: "chrome-linux",
        note: "save as /etc/opt/chrome/policies/managed/primum.json (Chromium: /etc/chromium/policies/managed/primum.json); only one of the files there may have ExtensionSettings",
        write: chrome_linux,
    },
    Platform {
        name: "chrome-windows",
        note: "import with \"reg import\", or set the same values by group policy preferences; an ExtensionSettings that is there already is replaced, so put this entry into yours (not verified by us; Chrome Enterprise and Education help: \"Chrome policies on Windows\")",
        write: |delivery| registry::reg(delivery, &registry::CHROME),
    },
    Platform {
        name: "chrome-mac",
        note: "install as a configuration profile through device management; an ExtensionSettings that is there already is replaced, so put this entry into yours (not verified by us; Chrome Enterprise and Education help: \"Set up Chrome on Mac\")",
        write: plist::mobileconfig,
    },
    Platform {
        name: "admin-console",
        note: "paste under Devices > Chrome > Apps and extensions > Primum > Policy for extensions, and choose \"Force install\" (not verified by us; Google Workspace Admin help: \"Set app and extension policies\")",
        write: admin_console,
    },
    Platform {
        name: "edge-intune",
        note: "add as a platform script in Intune, run as system; an ExtensionSettings that is there already is replaced, so put this entry into yours (not verified by us; Microsoft Learn: \"Use PowerShell scripts on Windows devices in Intune\", \"ExtensionSettings\")",
        write: |delivery| registry::powershell(delivery, &registry::EDGE),
    },
    Platform {
        name: "edge-gpo",
        note: "import with \"reg import\", or set the same values by group policy preferences; an ExtensionSettings that is there already is replaced, so put this entry into yours (not verified by us; Microsoft Learn: \"Microsoft Edge - Policies\", \"ExtensionInstallForcelist\")",
        write: |delivery| registry::reg(delivery, &registry::EDGE),
    },
    Platform {
        name: "firefox",
        note: "save as /etc/firefox/policies/policies.json, or distribution/policies.json beside the program; the XPI has to be signed by Mozilla",
        write: firefox,
    },
];

/// What is delivered: the policy and where the extension comes from.
struct Delivery {
    id: String,
    update_url: String,
    policy: Json,
}

/// Runs `primum policy template PLATFORM [--id ID] [--update-url URL] [FILE]`.
pub(super) fn run(arguments: &[&str]) -> Result<ExitCode, String> {
    let names: Vec<&str> = PLATFORMS.iter().map(|platform| platform.name).collect();
    let (name, rest) = arguments
        .split_first()
        .ok_or_else(|| format!("expected a platform: {}", names.join(", ")))?;
    let platform = PLATFORMS
        .iter()
        .find(|platform| platform.name == *name)
        .ok_or_else(|| format!("unknown platform \"{name}\", expected {}", names.join(", ")))?;
    let delivery = delivery(rest, *name == "firefox")?;
    super::super::print::whole(&(platform.write)(&delivery))?;
    let blanks = [ID_BLANK, "UPDATE-SERVER"];
    let open = blanks
        .iter()
        .any(|blank| delivery.id.contains(blank) || delivery.update_url.contains(blank));
    let blank = if open {
        "; give --id and --update-url, or replace the words in capitals"
    } else {
        ""
    };
    let _ = writeln!(
        std::io::stderr(),
        "primum: {name}: {}{blank}",
        platform.note
    );
    Ok(ExitCode::SUCCESS)
}

fn delivery(arguments: &[&str], is_firefox: bool) -> Result<Delivery, String> {
    let (id, update_url) = if is_firefox {
        (FIREFOX_ID, XPI_BLANK)
    } else {
        (ID_BLANK, UPDATE_BLANK)
    };
    let mut delivery = Delivery {
        id: id.to_owned(),
        update_url: update_url.to_owned(),
        policy: json!({}),
    };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .map(|one| (*one).to_owned())
                .ok_or(format!("{argument}: expected a value"))
        };
        match *argument {
            "--id" => delivery.id = id_of(value()?, is_firefox)?,
            "--update-url" => delivery.update_url = value()?,
            flag if flag.starts_with("--") => {
                return Err(format!(
                    "unknown option \"{flag}\"; expected --id or --update-url"
                ));
            }
            path => delivery.policy = values(path)?,
        }
    }
    Ok(delivery)
}

fn id_of(id: String, is_firefox: bool) -> Result<String, String> {
    // Chromium writes 128 bits as the letters a to p.
    let is_chromium_id = id.len() == 32 && id.bytes().all(|byte| (b'a'..=b'p').contains(&byte));
    if is_chromium_id || (is_firefox && !id.is_empty()) {
        return Ok(id);
    }
    Err(format!(
        "--id is \"{id}\", expected 32 letters from a to p, as in extension-id.txt of the packages"
    ))
}

/// The values of the policy file, which announce their own fields: so the
/// extension can tell when a browser dropped one. A faulty policy is not delivered.
fn values(path: &str) -> Result<Json, String> {
    let value: Value = super::value(path)?;
    let read = crate::policy::Policy::read(&value);
    let mut problems = read.problems;
    problems.extend(crate::policy::institution::problems(&read.policy));
    if let Some(first) = problems.first() {
        return Err(format!(
            "{path}: {first} (primum policy check names every problem)"
        ));
    }
    let keys: Vec<&str> = value
        .entries()
        .iter()
        .map(|(key, _)| key.as_str())
        .collect();
    let keys: Vec<&str> = keys
        .into_iter()
        .filter(|key| *key != "expectedFields")
        .collect();
    let announced = json!(keys);
    let mut policy = serde_json::to_value(&value).map_err(|error| format!("{path}: {error}"))?;
    if let Some(fields) = policy.as_object_mut() {
        fields.insert("expectedFields".to_owned(), announced);
    }
    Ok(policy)
}

impl Delivery {
    /// `ExtensionSettings` of Chrome and Edge.
    fn extension_settings(&self) -> Json {
        json!({ (self.id.clone()): {
            "installation_mode": "force_installed",
            "update_url": self.update_url,
            // Otherwise later updates would come from the address in the package.
            "override_update_url": true,
        }})
    }
}

fn chrome_linux(delivery: &Delivery) -> String {
    pretty(&json!({
        "ExtensionSettings": delivery.extension_settings(),
        "3rdparty": { "extensions": { (delivery.id.clone()): delivery.policy } },
    }))
}

fn admin_console(delivery: &Delivery) -> String {
    let fields = delivery.policy.as_object().into_iter().flatten();
    let wrapped = fields.map(|(key, value)| (key.clone(), json!({ "Value": value })));
    pretty(&Json::Object(wrapped.collect()))
}

fn firefox(delivery: &Delivery) -> String {
    pretty(&json!({ "policies": {
        "ExtensionSettings": { (delivery.id.clone()): {
            "installation_mode": "force_installed",
            "install_url": delivery.update_url,
            // A draft in a private window is a draft; Chrome and Edge leave this to the person.
            "private_browsing": true,
        }},
        "3rdparty": { "Extensions": { (delivery.id.clone()): delivery.policy } },
    }}))
}

fn pretty(json: &Json) -> String {
    format!("{json:#}\n")
}
