//! An institution's own rule at work: its phrases, its patterns, and the proof
//! by its own examples that it does what it is meant to do.

use std::ops::Range;
use std::sync::OnceLock;

use crate::draft::Draft;
use crate::facts::term::{LONGEST_TERM, Meaning, Terms};
use crate::policy::pattern::Pattern;
use crate::policy::problem::Problem;
use crate::policy::records::OwnRule;
use crate::policy::value::quoted;

/// An own rule, compiled and proven when it is first asked.
#[derive(Debug)]
pub(super) struct Runner {
    rule: OwnRule,
    phrases: Terms,
    /// Patterns of a rule that keeps its promises; none of one that does not.
    proven: OnceLock<Option<Vec<Pattern>>>,
}

impl Runner {
    pub(super) fn new(rule: OwnRule) -> Self {
        let mut phrases = Terms::default();
        for phrase in &rule.phrases {
            phrases.add(phrase, Meaning::OwnRule(0));
        }
        Self {
            rule,
            phrases,
            proven: OnceLock::new(),
        }
    }

    pub(super) fn rule(&self) -> &OwnRule {
        &self.rule
    }

    /// Whether its own examples come out as it says. Found out once.
    pub(super) fn is_proven(&self) -> bool {
        self.patterns().is_some()
    }

    /// Where its patterns match; nowhere when the rule was refused.
    pub(super) fn matches(&self, text: &str) -> Vec<Range<usize>> {
        let patterns = self.patterns().into_iter().flatten();
        let mut found: Vec<_> = patterns.flat_map(|pattern| pattern.find(text)).collect();
        found.sort_by_key(|range| range.start);
        found
    }

    fn patterns(&self) -> Option<&Vec<Pattern>> {
        let prove = || {
            let (patterns, problems) = self.compile("");
            let is_good = problems.is_empty() && self.failures(&patterns, "").is_empty();
            is_good.then_some(patterns)
        };
        self.proven.get_or_init(prove).as_ref()
    }

    /// Everything that is wrong with it; `path` is where it stands in the policy.
    pub(super) fn problems(&self, path: &str) -> Vec<Problem> {
        let (patterns, mut problems) = self.compile(path);
        if problems.is_empty() {
            problems = self.failures(&patterns, path);
        }
        problems
    }

    fn compile(&self, path: &str) -> (Vec<Pattern>, Vec<Problem>) {
        let (mut patterns, mut problems) = (Vec::new(), Vec::new());
        if self.rule.phrases.is_empty() && self.rule.patterns.is_empty() {
            let expected = "phrases or patterns to look for";
            problems.push(Problem::new(path, "without phrases and patterns", expected));
        }
        for (at, phrase) in self.rule.phrases.iter().enumerate() {
            if !Terms::default().add(phrase, Meaning::OwnRule(0)) {
                let path = format!("{path}.phrases[{at}]");
                problems.push(Problem::new(&path, quoted(phrase), term_expected()));
            }
        }
        for (at, pattern) in self.rule.patterns.iter().enumerate() {
            match Pattern::new(pattern) {
                Ok(pattern) => patterns.push(pattern),
                Err((given, expected)) => {
                    let path = format!("{path}.patterns[{at}]");
                    problems.push(Problem::new(&path, given, expected));
                }
            }
        }
        (patterns, problems)
    }

    /// The examples that do not come out.
    fn failures(&self, patterns: &[Pattern], path: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (at, example) in self.rule.flags.iter().enumerate() {
            let (text, marked) = unmarked(example);
            let found = self.found(patterns, &text);
            let touches = |mark: &Range<usize>| {
                found
                    .iter()
                    .any(|hit| hit.start < mark.end && mark.start < hit.end)
            };
            let given = match (found.is_empty(), marked.iter().all(touches)) {
                (true, _) => "not marked by the rule",
                (false, false) => "marked at other words",
                (false, true) => continue,
            };
            let expected =
                "an example that the rule marks, at the words in [[brackets]]; the rule is refused";
            problems.push(Problem::new(
                &format!("{path}.flags[{at}]"),
                given,
                expected,
            ));
        }
        for (at, example) in self.rule.allows.iter().enumerate() {
            let (text, _) = unmarked(example);
            if let Some(hit) = self.found(patterns, &text).first() {
                let given = format!("marked at {}", quoted(text.get(hit.clone()).unwrap_or("")));
                let expected = "a near miss that the rule leaves alone; the rule is refused";
                problems.push(Problem::new(
                    &format!("{path}.allows[{at}]"),
                    given,
                    expected,
                ));
            }
        }
        problems
    }

    /// Bytes of `text` that the phrases and `patterns` mark.
    fn found(&self, patterns: &[Pattern], text: &str) -> Vec<Range<usize>> {
        let draft = Draft::new(text);
        let terms = self.phrases.find(draft.tokens()).into_iter();
        let phrases = terms.map(|term| draft.bytes_of(term.tokens));
        let patterns = patterns
            .iter()
            .flat_map(|pattern| pattern.find(draft.text()));
        let folded: Vec<_> = phrases.chain(patterns).collect();
        folded
            .into_iter()
            .map(|bytes| draft.to_source(bytes))
            .collect()
    }
}

/// What a term or phrase has to be.
pub(super) fn term_expected() -> String {
    format!("one to {LONGEST_TERM} words")
}

/// The example without its brackets, and the bytes that were in them.
fn unmarked(example: &str) -> (String, Vec<Range<usize>>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = example;
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((inside, behind)) = after.split_once("]]") else {
            break;
        };
        text.push_str(before);
        let start = text.len();
        text.push_str(inside);
        marks.push(start..text.len());
        rest = behind;
    }
    text.push_str(rest);
    (text, marks)
}
