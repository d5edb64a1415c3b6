//! What is fuzzed: one function for each door through which something unknown
//! comes in. The fuzz targets and the ordinary test share them.

use std::cell::RefCell;
use std::collections::BTreeSet;

use primum::check::Checker;
use primum::context::Context;
use primum::finding::{Finding, Report};
use primum::message::PageMessage;
use primum::policy::problem::Problem;
use primum::policy::value::Value;
use primum::policy::{Policy, Read};
use primum::reading::Reading;
use primum::session::{Input, Kept, Session};

thread_local! {
    /// Made once: a fuzzer that made one for each input would spend its time on that.
    static CHECKER: Checker = Checker::default();
    /// Knows the input before: the next is an edit of it, however large.
    static READING: RefCell<Reading> = RefCell::default();
}

/// A draft: any text, the first line of which may be what is replied to.
pub(crate) fn draft(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let parent = text.split_once('\n').map(|(first, _)| first.to_owned());
    let context = Context {
        parent,
        ..Context::default()
    };
    let report = CHECKER.with(|checker| checker.check_with_mentions(&text, &context));
    for finding in &report.findings {
        let marked = text.get(finding.byte_start..finding.byte_end);
        assert!(marked.is_some_and(|words| words.starts_with(&finding.quote)));
        assert_edits_in_order(&text, finding);
    }
    for mention in &report.mentions {
        assert!(text.get(mention.byte_start..mention.byte_end).is_some());
    }
    let again = check_again(&text, &context);
    assert_eq!(
        again.findings, report.findings,
        "as an edit of the text before"
    );
}

fn assert_edits_in_order(text: &str, finding: &Finding) {
    for fix in &finding.fixes {
        let mut after = 0;
        for edit in &fix.edits {
            assert!(edit.byte_start >= after, "{}", finding.rule);
            assert!(text.get(edit.byte_start..edit.byte_end).is_some());
            after = edit.byte_end;
        }
    }
}

/// Where a check before it broke, the reading is what that one left: a new one then.
fn check_again(text: &str, context: &Context) -> Report {
    let mut reading = READING.take();
    let report = CHECKER.with(|checker| checker.check_again(&mut reading, text, context));
    READING.set(reading);
    report
}

/// A policy: any JSON. What is wrong is named, what is accepted stays so when it
/// is written down and read again, and it works.
pub(crate) fn policy(data: &[u8]) {
    let Ok(value) = serde_json::from_slice::<Value>(data) else {
        return;
    };
    let read = Policy::read(&value);
    for problem in &read.problems {
        assert_names_its_field(problem, &value, &read.policy);
    }
    assert_stays(&value, &read);
    let checker = Checker::new(read.policy);
    let _ = checker.check("my patient in bed 9 tonight", &Context::default());
}

fn assert_names_its_field(problem: &Problem, value: &Value, policy: &Policy) {
    let Problem {
        path,
        given,
        expected,
        ..
    } = problem;
    assert!(!given.is_empty() && !expected.is_empty(), "{problem}");
    if !matches!(value, Value::Map(_)) {
        assert_eq!(path, "", "{problem}");
        return;
    }
    let given = value.entries().iter().map(|(key, _)| key.as_str());
    let known = Policy::fields().map(|field| field.key);
    let announced = policy.expected_fields.iter().map(String::as_str);
    let mut keys = given.chain(known).chain(announced);
    // Long names are cut, and say so.
    let cut = path.split_once('…').map(|(start, _)| start);
    let names = |key: &str| {
        let rest = path.strip_prefix(key);
        let is_whole = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
        is_whole || cut.is_some_and(|start| key.starts_with(start))
    };
    assert!(keys.any(names), "{path:?} is no field: {problem}");
}

/// Written down and read again it is the same; where nothing was wrong, nothing was lost.
fn assert_stays(value: &Value, read: &Read) {
    let kept = Policy::well_formed(value);
    if read.problems.is_empty() {
        assert_eq!(&kept, value);
    }
    let written = serde_json::to_string(&kept).unwrap_or_default();
    let back = serde_json::from_str::<Value>(&written);
    assert_eq!(back.ok().as_ref(), Some(&kept));
    // A refused rule of the institution's own may be named elsewhere; that is told once, of the rule.
    if own_rules(&kept) != own_rules(value) {
        return;
    }
    let again = Policy::read(&kept);
    assert_eq!(again.policy, read.policy);
    for problem in &again.problems {
        let is_missing = read.policy.expected_fields.contains(&problem.path);
        assert!(problem.path == "group" || is_missing, "{problem}");
    }
}

fn own_rules(value: &Value) -> BTreeSet<&str> {
    let rules = value.get("ownRules").map_or(&[][..], Value::items);
    rules
        .iter()
        .filter_map(|rule| rule.get("id")?.text())
        .collect()
}

/// A page that says anything, a line a message: the session lives through all of it.
/// In the browser messages are read from JavaScript's values and not from JSON:
/// tests/wasm/messages.test.mjs sends these and others into the core as it ships.
pub(crate) fn message(data: &[u8]) {
    /// Milliseconds between two messages.
    const STEP_MS: f64 = 40.0;
    let mut session = Session::new(Policy::default(), Kept::default(), 0);
    let mut now_ms = 0.0;
    for line in data.split(|byte| *byte == b'\n') {
        if let Ok(message) = serde_json::from_slice::<PageMessage>(line) {
            let _ = session.step(Input::Page(message), now_ms);
            now_ms += STEP_MS;
        }
    }
}
