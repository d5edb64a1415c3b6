//! The native command as people and programs run it: the real binary, its
//! output, its exit status (design §5.1 of the contract: `primum check`).

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where the command does not run at all"
)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

mod corpus;
mod lines;

pub(crate) const PRIMUM: &str = env!("CARGO_BIN_EXE_primum");

/// A folder of its own for one test, gone with it.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(&path, text).expect("a file");
        path.to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Status, standard output and standard error.
pub(crate) type Ran = (i32, String, String);

pub(crate) fn ran(output: &Output) -> Ran {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let status = output.status.code().expect("an exit status, no signal");
    (status, text(&output.stdout), text(&output.stderr))
}

pub(crate) fn run(arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(PRIMUM)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // Bad arguments are told before anything is read: then nobody listens here.
    let _ = child.stdin.take().expect("its input").write_all(input);
    ran(&child.wait_with_output().expect("the command ends"))
}

fn check(text: &str) -> Ran {
    run(&["check"], text.as_bytes())
}

/// The answers to JSON lines, with the status.
pub(crate) fn jsonl(options: &[&str], lines: &[&str]) -> (i32, Vec<Value>) {
    let arguments = [&["check", "--jsonl"], options].concat();
    let (status, out, error) = run(&arguments, lines.join("\n").as_bytes());
    assert_eq!(error, "");
    let parse = |line| serde_json::from_str(line).expect("each answer is one line of JSON");
    (status, out.lines().map(parse).collect())
}

pub(crate) fn findings(answer: &Value) -> &[Value] {
    answer["findings"].as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn words<'a>(text: &'a str, marked: &Value) -> &'a str {
    let byte = |key: &str| marked[key].as_u64().and_then(|at| usize::try_from(at).ok());
    let span = byte("start").zip(byte("end"));
    span.and_then(|(start, end)| text.get(start..end))
        .unwrap_or_else(|| panic!("{marked} is no span of {text:?}"))
}

pub(crate) const CLEAR: &str = "Lovely walk by the lake today.";
pub(crate) const STOP: &str = "Mrs. Lindqvist in bed 12 finally slept";
/// Mocks a patient.
pub(crate) const CAUTION: &str = "if one more frequent flyer rolls in at 3am with 'chest pain' for a turkey sandwich I'm gonna scream. get a job";
/// With this picture: a note.
const NOTE: &str = r#"{"text":"My student nurse made us all cake for the break room.","context":{"media":"photo","profile":"professional"}}"#;

#[test]
fn a_finding_is_printed_as_compilers_do() {
    let (status, out, error) = check(&format!("{CLEAR}\n\t{STOP}\n"));
    assert_eq!((status, error.as_str()), (1, ""));
    let named = out.split("\n\n").next().unwrap_or("");
    let lines: Vec<&str> = named.lines().collect();
    assert_eq!(
        lines[..4],
        [
            "stop[patient-named]: A person in care is named",
            "  line 2, column 2",
            "  | \tMrs. Lindqvist in bed 12 finally slept",
            "  | \t^^^^^^^^^^^^^^",
        ]
    );
    assert!(lines[4].starts_with("  = A name tells readers who this is"));
    assert!(lines[4].contains("AMA Opinion 2.3.2"), "{}", lines[4]);
    assert!(lines[5].starts_with("  = fix, "), "{named}");
    assert!(lines[5].contains("Mrs. Lindqvist"), "{named}");
}

#[test]
fn every_finding_has_a_fix_or_says_what_to_write_instead() {
    let (_, out, _) = check(&format!("{CAUTION}\n{STOP}\n"));
    let findings: Vec<&str> = out.split_terminator("\n\n").collect();
    assert!(findings.len() > 1, "{out}");
    for finding in findings {
        let helps = |line: &str| line.starts_with("  = fix, ") || line.starts_with("  = instead: ");
        assert!(finding.lines().any(helps), "{finding}");
    }
}

#[test]
fn what_the_fix_names_is_what_json_edits() {
    let (_, answers) = jsonl(&[], &[&json!({"text": STOP}).to_string()]);
    let edits = answers[0]["findings"][0]["fixes"][0]["edits"].clone();
    let edit = &edits.as_array().expect("edits")[0];
    let (_, out, _) = check(STOP);
    assert!(out.contains(&format!("\"{}\"", words(STOP, edit))), "{out}");
    let new = edit["replacement"].as_str().expect("a replacement");
    assert!(out.contains(new), "{out}");
}

#[test]
fn mentions_are_all_facts_and_only_on_request() {
    let (_, out, _) = run(&["check", "--mentions"], STOP.as_bytes());
    assert!(out.contains("\nPerson: Mrs. Lindqvist\n"), "{out}");
    assert!(out.contains("\nBed: bed 12\n"), "{out}");
    assert!(!check(STOP).1.contains("Person: "));

    let line = json!({"text": STOP}).to_string();
    let (_, with) = jsonl(&["--mentions"], &[&line]);
    let mentions = with[0]["mentions"].as_array().expect("mentions");
    let found: Vec<_> = mentions
        .iter()
        .map(|one| (one["kind"].as_str().unwrap_or(""), words(STOP, one)))
        .collect();
    assert!(found.contains(&("person", "Mrs. Lindqvist")), "{found:?}");
    assert!(found.contains(&("bed", "bed 12")), "{found:?}");
    let (_, without) = jsonl(&[], &[&line]);
    assert_eq!(without[0].get("mentions"), None);
    assert_eq!(without[0]["findings"], with[0]["findings"]);
}

#[test]
fn the_status_is_that_of_the_worst_draft() {
    let row = |text: &str| json!({"text": text}).to_string();
    let (clear, caution, stop) = (row(CLEAR), row(CAUTION), row(STOP));
    let verdicts = |answers: &[Value]| -> Vec<String> {
        answers
            .iter()
            .map(|one| one["verdict"].as_str().unwrap_or("").to_owned())
            .collect()
    };
    let (status, answers) = jsonl(&[], &[&clear, NOTE]);
    assert_eq!(
        (status, verdicts(&answers)),
        (0, vec!["clear".to_owned(), "note".to_owned()])
    );
    let (status, answers) = jsonl(&[], &[&clear, &caution, NOTE]);
    assert_eq!((status, verdicts(&answers)[1].as_str()), (1, "caution"));
    let (status, answers) = jsonl(&[], &[&stop, &clear]);
    assert_eq!((status, verdicts(&answers)[0].as_str()), (1, "stop"));
    assert_eq!(
        jsonl(&[], &[&stop, "no JSON"]).0,
        2,
        "a bad line weighs more"
    );
    assert_eq!(jsonl(&[], &[]).0, 0);
    assert_eq!((check(CLEAR).0, check(CLEAR).1.as_str()), (0, ""));
    assert_eq!(check(CAUTION).0, 1);
}

#[test]
fn bad_input_is_status_2_and_said() {
    let folder = Folder::new("bad-input");
    let missing = folder.0.join("none.txt").to_string_lossy().into_owned();
    let cases: &[(&[&str], &str)] = &[
        (
            &["check", "--json"],
            "unknown option \"--json\"; expected --jsonl",
        ),
        (
            &["check", "a", "b"],
            "\"b\": expected one file, got a second",
        ),
        (&["check", "--policy"], "--policy: expected a file's name"),
        (&["check", &missing], &format!("{missing}: No such file")),
        (
            &["check", "--policy", &missing],
            &format!("{missing}: No such file"),
        ),
        (&["chekc"], "unknown verb \"chekc\"; usage: primum check"),
        (&[], "usage: primum check"),
        (
            &["explain", "patient-nmed"],
            "did you mean \"patient-named\"?",
        ),
        (
            &["rules", "--yaml"],
            "expected primum rules [--json|--markdown]",
        ),
        (&["policy"], "expected primum policy check FILE"),
        (&["corpus"], "corpus: expected at least one file of drafts"),
    ];
    for (arguments, said) in cases {
        let (status, out, error) = run(arguments, b"");
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(
            error.starts_with("primum: ") && error.contains(said),
            "{arguments:?}: {error}"
        );
    }
    let (status, out, error) = run(&["check"], b"My patient \xff\xfe");
    assert_eq!((status, out.as_str()), (2, ""));
    assert_eq!(error, "primum: byte 11 is no UTF-8, expected UTF-8 text\n");
}

#[test]
fn a_file_is_read_and_a_policy_applied() {
    let folder = Folder::new("policy");
    let draft = folder.write("draft.txt", STOP);
    let off = folder.write(
        "off.json",
        r#"{"ruleOverrides":{"patient-named":"off","patient-direct-identifier":"note"},"paws":3}"#,
    );
    assert_eq!(run(&["check", &draft], b"").0, 1);
    let (status, out, error) = run(&["check", "--policy", &off, &draft], b"");
    assert_eq!(status, 0, "{out}");
    assert!(out.starts_with("note[patient-direct-identifier]"), "{out}");
    // What is wrong in a policy is named, and the rest is in force.
    assert!(error.contains("off.json: \"paws\" is"), "{error}");
    let (status, answers) = {
        let row = json!({"text": STOP}).to_string();
        let (status, out, _) = run(&["check", "--jsonl", "--policy", &off], row.as_bytes());
        (
            status,
            serde_json::from_str::<Value>(&out).expect("an answer"),
        )
    };
    assert_eq!((status, &answers["verdict"]), (0, &json!("note")));
}

#[test]
fn rules_are_listed_and_explained() {
    let (status, out, _) = run(&["rules", "--json"], b"");
    let rules: Vec<Value> = serde_json::from_str(&out).expect("JSON");
    assert_eq!((status, rules.len()), (0, primum::rules::RULES.len()));
    let (status, out, _) = run(&["explain", "patient-named"], b"");
    assert_eq!(status, 0);
    for part in [
        "# `patient-named`",
        "- Why: ",
        "- Instead: ",
        "- Sources: ",
        "Marked:",
        "Left alone:",
    ] {
        assert!(out.contains(part), "{part}: {out}");
    }
}
