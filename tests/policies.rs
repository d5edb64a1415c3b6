//! Policy files by way of the native command: checked, completed, delivered,
//! and the files that are generated from the one definition.
#![allow(
    clippy::unwrap_used,
    reason = "a test may fail where its own data are wrong"
)]

use std::path::Path;
use std::process::{Command, Output};

const PLATFORMS: [&str; 7] = [
    "chrome-linux",
    "chrome-windows",
    "chrome-mac",
    "admin-console",
    "edge-intune",
    "edge-gpo",
    "firefox",
];
const ID: &str = "abcdefghijklmnopabcdefghijklmnop";
const URL: &str = "https://updates.example.org/updates.xml";

fn primum(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_primum"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command.args(arguments).output().unwrap()
}

fn stdout(arguments: &[&str]) -> String {
    let output = primum(arguments);
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn file(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn policies() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let names = entries.map(|name| format!("policies/{}", name.to_string_lossy()));
    let found: Vec<String> = names.filter(|name| !name.ends_with("policy.md")).collect();
    assert!(
        found.len() >= 6,
        "the starter and five examples, found {found:?}"
    );
    found
}

#[test]
fn generated_files_are_what_the_command_writes() {
    for (path, arguments) in [
        ("extension/managed_schema.json", vec!["policy", "schema"]),
        ("docs/policy.md", vec!["policy", "docs"]),
    ] {
        assert!(
            file(path) == stdout(&arguments),
            "{path} is old: primum {} > {path}",
            arguments.join(" ")
        );
    }
}

#[test]
fn every_shipped_policy_passes_the_check_and_goes_to_every_platform() {
    for policy in policies() {
        assert_eq!(
            stdout(&["policy", "check", &policy]),
            format!("{policy}: no problem found\n")
        );
        for platform in PLATFORMS {
            let text = stdout(&[
                "policy",
                "template",
                platform,
                "--id",
                ID,
                "--update-url",
                URL,
                &policy,
            ]);
            assert!(
                text.contains(ID) || platform == "admin-console",
                "{platform}: no id"
            );
            assert!(
                text.contains(URL) || platform == "admin-console",
                "{platform}: no address"
            );
            assert!(
                text.contains("expectedFields"),
                "{platform}: announces nothing"
            );
        }
    }
}

#[test]
fn all_problems_are_told_at_once_and_the_status_is_two() {
    let output = primum(&["policy", "check", "tests/policies/broken.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        file("tests/policies/broken.txt")
    );
}

#[test]
fn a_faulty_policy_is_checked_with_and_never_delivered() {
    let output = primum(&[
        "policy",
        "template",
        "firefox",
        "tests/policies/broken.json",
    ]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let output = primum(&[
        "check",
        "--policy",
        "tests/policies/broken.json",
        "tests/policies/broken.txt",
    ]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("\"pauseSeconds\" is \"soon\""));
    assert_ne!(output.status.code(), Some(2));
}

#[test]
fn bad_arguments_and_files_are_told() {
    for (arguments, expected) in [
        (
            vec!["policy", "template", "chrome-beos"],
            "unknown platform \"chrome-beos\", expected chrome-linux",
        ),
        (
            vec!["policy", "template", "edge-gpo", "--id", "Primum"],
            "expected 32 letters from a to p",
        ),
        (vec!["policy", "check", "no-such.json"], "no-such.json: "),
        (vec!["policy", "check", "README.md"], "expected JSON"),
        (vec!["policy"], "primum policy check FILE"),
        (
            vec!["explain", "pateint-named"],
            "did you mean \"patient-named\"?",
        ),
    ] {
        let output = primum(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains(expected), "{arguments:?} told: {told}");
    }
}

#[test]
fn templates_carry_the_values_as_each_platform_wants_them() {
    let of = |platform: &str| {
        stdout(&[
            "policy",
            "template",
            platform,
            "--id",
            ID,
            "--update-url",
            URL,
            "policies/childrens-hospital.json",
        ])
    };
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let chrome = json(&of("chrome-linux"));
    assert_eq!(
        chrome["ExtensionSettings"][ID]["installation_mode"],
        "force_installed"
    );
    assert_eq!(chrome["3rdparty"]["extensions"][ID]["pauseSeconds"], 5);
    assert_eq!(json(&of("admin-console"))["photoRule"]["Value"], true);
    let firefox = json(&stdout(&[
        "policy",
        "template",
        "firefox",
        "--update-url",
        URL,
        "policies/childrens-hospital.json",
    ]));
    let gecko = json(&file("manifest.json"))["browser_specific_settings"]["gecko"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(
        firefox["policies"]["3rdparty"]["Extensions"][&gecko]["pauseSeconds"],
        5
    );
    assert_eq!(
        firefox["policies"]["ExtensionSettings"][&gecko]["private_browsing"],
        true
    );
    let reg = of("chrome-windows");
    assert!(reg.starts_with("Windows Registry Editor Version 5.00\r\n"));
    assert!(
        reg.contains("\"pauseSeconds\"=dword:00000005\r\n")
            && reg.contains("\"photoRule\"=dword:00000001\r\n")
    );
    assert!(reg.contains(&format!("3rdparty\\extensions\\{ID}\\policy]")));
    // What stands in the file is the JSON text again once its escapes are undone.
    let line = reg
        .lines()
        .find_map(|line| line.strip_prefix("\"placeNames\"=\""))
        .unwrap();
    let text = line
        .trim_end_matches('"')
        .replace("\\\"", "\"")
        .replace("\\\\", "\\");
    assert_eq!(json(&text)[0], "7 West");
    assert!(of("edge-gpo").contains(r"SOFTWARE\Policies\Microsoft\Edge"));
    assert!(
        of("edge-intune")
            .contains("-Name 'contact' -PropertyType String -Value 'Privacy office, ext. 4410'")
    );
    let mac = of("chrome-mac");
    assert!(
        mac.contains("<key>photoRule</key>\n")
            && mac.contains("<true/>")
            && mac.contains("Children's Hospital")
    );
    assert_eq!(
        mac.matches("<dict>").count(),
        mac.matches("</dict>").count()
    );
}

#[test]
fn the_completeness_meter_reads_policies_and_written_documents() {
    assert!(
        stdout(&["policy", "completeness", "policies/childrens-hospital.json"])
            .contains("16 of 16")
    );
    let output = primum(&["policy", "completeness", "policies/starter.json"]);
    assert_eq!(output.status.code(), Some(1));
    let skeleton = primum(&[
        "policy",
        "completeness",
        "policies/small-practice-policy.md",
    ]);
    let told = String::from_utf8(skeleton.stdout).unwrap();
    assert_eq!(skeleton.status.code(), Some(1));
    assert!(told.contains("missing: 1. Purpose and audience"), "{told}");
}

#[test]
fn the_guides_own_sentence_is_held_under_the_policy_it_begins_with() {
    let guide = file("docs/admin.md");
    let (_, after) = guide.split_once("Write \"").unwrap();
    let (sentence, _) = after.split_once('"').unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let draft = folder.join("guide.txt");
    std::fs::write(&draft, sentence).unwrap();
    let draft = draft.to_string_lossy();
    let output = primum(&["check", "--policy", "policies/starter.json", &draft]);
    assert_eq!(output.status.code(), Some(1), "{sentence}");
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("stop["));
}
