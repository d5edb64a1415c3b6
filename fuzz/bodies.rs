//! What is fuzzed: one function for each door through which something unknown
//! comes in. The fuzz targets and the ordinary test share them.

use primum::check::Checker;
use primum::context::Context;
use primum::message::PageMessage;
use primum::policy::Policy;
use primum::policy::value::Value;
use primum::session::{Input, Kept, Session};

thread_local! {
    /// Made once: a fuzzer that made one for each input would spend its time on that.
    static CHECKER: Checker = Checker::default();
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
    }
    for mention in &report.mentions {
        assert!(text.get(mention.byte_start..mention.byte_end).is_some());
    }
}

/// A policy: any JSON. What is read of it must work.
pub(crate) fn policy(data: &[u8]) {
    let Ok(value) = serde_json::from_slice::<Value>(data) else {
        return;
    };
    let read = Policy::read(&value);
    let checker = Checker::new(read.policy);
    let _ = checker.check("my patient in bed 9 tonight", &Context::default());
}

/// A page that says anything, a line a message: the session lives through all of it.
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
