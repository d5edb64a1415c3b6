//! `--jsonl`: an answer a line, and bad lines among good ones.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::{PRIMUM, STOP, findings, jsonl, run, words};

#[test]
fn each_line_gets_one_answer_with_everything_the_contract_names() {
    let text = "🏥 Größe: Mrs. Lindqvist in bed 12 finally slept";
    let row = json!({"id": "a", "text": text, "context": {"site": "x", "surface": "post",
        "profile": "personal", "audience": "public", "media": "none", "parent": "how is she?"}});
    let (status, answers) = jsonl(
        &[],
        &[
            &row.to_string(),
            "",
            r#"{"id":7,"text":""}"#,
            r#"{"text":"ok"}"#,
        ],
    );
    assert_eq!(status, 1);
    let ids: Vec<_> = answers.iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids, [json!("a"), json!(7), Value::Null]);
    assert_eq!(answers[0]["verdict"], "stop");
    assert_eq!(
        answers[1],
        json!({"id": 7, "verdict": "clear", "findings": []})
    );
    for finding in findings(&answers[0]) {
        for key in ["rule", "family", "severity", "quote", "title", "why"] {
            assert!(
                finding[key].as_str().is_some_and(|words| !words.is_empty()),
                "{key}: {finding}"
            );
        }
        for key in ["evidence", "sources", "fixes"] {
            assert!(finding[key].is_array(), "{key}: {finding}");
        }
        // Bytes, behind letters of two and four of them.
        assert_eq!(words(text, finding), finding["quote"]);
        for mention in finding["evidence"].as_array().into_iter().flatten() {
            assert!(!words(text, mention).is_empty());
        }
    }
    assert_eq!(answers[0]["findings"][0]["start"], 14);
    assert_eq!(answers[0]["findings"][0]["quote"], "Mrs. Lindqvist");
}

#[test]
fn the_context_counts() {
    let draft = "Thank you for your kind words, it was a pleasure to treat your knee.";
    let of = |surface: &str| json!({"text": draft, "context": {"surface": surface}}).to_string();
    let (_, answers) = jsonl(&[], &[&of("review_response"), &of("message")]);
    let rules = |answer: &Value| -> Vec<Value> {
        findings(answer)
            .iter()
            .map(|one| one["rule"].clone())
            .collect()
    };
    assert!(
        rules(&answers[0]).contains(&json!("review-confirms-care")),
        "{}",
        answers[0]
    );
    assert!(
        !rules(&answers[1]).contains(&json!("review-confirms-care")),
        "{}",
        answers[1]
    );
}

/// A line, what is said of it, and the id that is given back.
const BAD_LINES: &[(&str, &str, &str)] = &[
    (
        r#"{"id":"b","text":"#,
        "column 17: EOF while parsing a value, expected an object with \"text\"",
        "null",
    ),
    (
        r#"{"id":"b"}"#,
        "\"text\" is missing, expected a string",
        "\"b\"",
    ),
    (
        r#"{"id":"b","text":5}"#,
        "\"text\" is a number, expected a string",
        "\"b\"",
    ),
    (
        r#"{"text":null}"#,
        "\"text\" is null, expected a string",
        "null",
    ),
    (
        r#"["secret"]"#,
        "a list, expected an object with \"text\"",
        "null",
    ),
    (
        r#""secret""#,
        "a string, expected an object with \"text\"",
        "null",
    ),
    (
        "secret words",
        "column 1: expected value, expected an object with \"text\"",
        "null",
    ),
    (
        r#"{"text":"secret","context":"secret"}"#,
        "\"context\" is a string, expected an object",
        "null",
    ),
    (
        r#"{"id":1,"text":"secret","context":{"surface":"poast"}}"#,
        "\"context.surface\" is \"poast\", expected one of \"post\", \"reply\", \"message\", \"review_response\", \"bio\"",
        "1",
    ),
    (
        r#"{"text":"secret","context":{"site":"x","media":3}}"#,
        "\"context.media\" is a number, expected string or map",
        "null",
    ),
    (
        r#"{"text":"secret","context":{"parent":["secret"]}}"#,
        "\"context.parent\" is a list, expected a string",
        "null",
    ),
    (
        r#"{"text":"secret","text":"secret"}"#,
        "column 23: expected an object with \"text\" and each name once",
        "null",
    ),
];

#[test]
fn a_bad_line_says_what_was_given_and_expected_and_the_rest_runs() {
    let good = json!({"id": "good", "text": STOP}).to_string();
    for (line, said, id) in BAD_LINES {
        let (status, answers) = jsonl(&[], &[&good, line, &good]);
        assert_eq!(status, 2, "{line}");
        let expected = json!({"id": serde_json::from_str::<Value>(id).expect("an id"),
            "error": format!("line 2: {said}")});
        assert_eq!(answers[1], expected, "{line}");
        assert!(
            !answers[1].to_string().contains("secret"),
            "draft text in an error"
        );
        assert_eq!(answers.len(), 3, "{line}");
        assert_eq!(answers[0], answers[2]);
        assert_eq!(answers[0]["verdict"], "stop");
    }
}

#[test]
fn a_line_that_is_no_utf8_is_a_bad_line_of_its_own() {
    let (status, out, _) = run(
        &["check", "--jsonl"],
        b"{\"text\":\"\xff\"}\n{\"text\":\"ok\"}\n",
    );
    assert_eq!(status, 2);
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].contains("\"error\":\"line 1: "), "{out}");
    assert!(lines[1].contains("\"verdict\":\"clear\""), "{out}");
}

/// A browser hands the core U+FFFD for half a character; here it is the same.
#[test]
fn half_a_character_is_read_as_the_browser_reads_it() {
    let line = r#"{"id":"\ud83d","text":"\ud83d Mrs. Lindqvist\ude00 in bed 12 finally slept \ud83d\ude00"}"#;
    let text = "\u{fffd} Mrs. Lindqvist\u{fffd} in bed 12 finally slept 😀";
    let (status, answers) = jsonl(&[], &[line]);
    assert_eq!(status, 1);
    assert_eq!(answers[0]["id"], "\u{fffd}");
    let (_, whole) = jsonl(&[], &[&json!({"id": "\u{fffd}", "text": text}).to_string()]);
    assert_eq!(answers, whole);
    assert_eq!(words(text, &answers[0]["findings"][0]), "Mrs. Lindqvist");
}

#[test]
fn a_mark_before_the_text_and_lines_of_windows_are_no_fault() {
    let (status, out, _) = run(
        &["check", "--jsonl"],
        "\u{feff}{\"text\":\"ok\"}\r\n\r\n{\"text\":\"ok\"}\r\n".as_bytes(),
    );
    assert_eq!((status, out.lines().count()), (0, 2), "{out}");
}

#[test]
fn a_line_is_answered_before_the_next_is_asked() {
    let mut child = Command::new(PRIMUM)
        .args(["check", "--jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut input = child.stdin.take().expect("its input");
    let mut output = BufReader::new(child.stdout.take().expect("its output"));
    for id in 0..3 {
        writeln!(input, "{{\"id\":{id},\"text\":\"ok\"}}").expect("it listens");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("it answers");
        assert!(answer.starts_with(&format!("{{\"id\":{id},")), "{answer}");
    }
    drop(input);
    assert!(child.wait().is_ok_and(|status| status.success()));
}
