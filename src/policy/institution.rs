//! A policy at work in the check: the institution's terms, its own rules and
//! its words for shipped ones.

use crate::check::Words;
use crate::facts::term::{Meaning, Term, Terms};
use crate::finding::{Finding, FixKind, MentionKind, Severity};
use crate::policy::fields::Policy;
use crate::policy::gate::Gate;
use crate::policy::own_rule::{Runner, term_expected};
use crate::policy::problem::Problem;
use crate::policy::shape::{self, CODE_NAME_RULE, INSTITUTION};
use crate::policy::value::quoted;
use crate::policy::words::kept;
use crate::rule::Judgement;
use crate::scene::Scene;

/// Whom own rules come from when the policy gives no name.
const NAMELESS: &str = "Your institution";
const CODE_NAME_TITLE: &str = "A code name of your institution";
const CODE_NAME_WHY: &str = "This project may not be public yet; a general word could do.";

/// What an institution brings into the check.
#[derive(Debug, Default)]
pub struct Institution {
    terms: Terms,
    rules: Vec<Runner>,
    gate: Gate,
    source: &'static str,
}

impl Institution {
    /// The institution of `policy`. No pattern is compiled yet.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        let mut terms = Terms::of(policy.discipline.into());
        for (_, names, meaning) in lists(policy) {
            for name in names {
                terms.add(name, meaning);
            }
        }
        let rules: Vec<Runner> = own_rules(policy)
            .map(|(_, rule)| Runner::new(rule.clone()))
            .collect();
        for (number, runner) in (0..u16::MAX).zip(&rules) {
            for phrase in &runner.rule().phrases {
                terms.add(phrase, Meaning::OwnRule(number));
            }
        }
        let patterns = rules.iter().enumerate().flat_map(|(number, runner)| {
            runner
                .rule()
                .patterns
                .iter()
                .map(move |pattern| (number, pattern.as_str()))
        });
        let gate = Gate::new(patterns);
        Self {
            terms,
            gate,
            source: kept(policy.institution().unwrap_or(NAMELESS)),
            rules,
        }
    }

    /// Its terms, for the facts.
    #[must_use]
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// What its own rules and code names say of `scene`.
    #[must_use]
    pub fn findings(&self, scene: &Scene<'_>) -> Vec<Finding> {
        let text = scene.draft.text();
        let open = self.gate.open(text);
        let mut findings = Vec::new();
        for (number, runner) in self.rules.iter().enumerate() {
            let mut spans = Vec::new();
            let is_own = |term: &&Term| matches!(term.meaning, Meaning::OwnRule(of) if usize::from(of) == number);
            spans.extend(
                scene
                    .facts
                    .terms
                    .iter()
                    .filter(is_own)
                    .map(|term| scene.bytes(term.tokens.clone())),
            );
            if open.contains(&number) {
                spans.extend(runner.matches(text));
            }
            if spans.is_empty() || !runner.is_proven() {
                continue;
            }
            let words = self.words_of(runner);
            findings.extend(finding(scene, words, runner.rule().severity.into(), spans));
        }
        let code_names = scene
            .facts
            .terms
            .iter()
            .filter(|term| term.meaning == Meaning::CodeName);
        let spans: Vec<_> = code_names
            .map(|term| scene.bytes(term.tokens.clone()))
            .collect();
        if !spans.is_empty() {
            let words = Words {
                rule: CODE_NAME_RULE,
                family: INSTITUTION,
                title: CODE_NAME_TITLE,
                why: CODE_NAME_WHY,
                sources: vec![self.source],
            };
            findings.extend(finding(scene, words, Severity::Caution, spans));
        }
        findings
    }

    fn words_of(&self, runner: &Runner) -> Words {
        let rule = runner.rule();
        let link = (!rule.link.is_empty()).then(|| kept(&rule.link));
        Words {
            rule: kept(&rule.id),
            family: INSTITUTION,
            title: kept(&rule.title),
            why: kept(&rule.why),
            sources: std::iter::once(self.source).chain(link).collect(),
        }
    }
}

/// One finding at the first of `spans`, the others as evidence.
fn finding(
    scene: &Scene<'_>,
    words: Words,
    severity: Severity,
    mut spans: Vec<std::ops::Range<usize>>,
) -> Option<Finding> {
    let setting = scene.policy.rule_overrides.get(words.rule);
    if setting.is_some_and(|setting| setting.severity().is_none()) {
        return None;
    }
    let severity = setting
        .and_then(|setting| setting.severity())
        .unwrap_or(severity);
    spans.sort_by_key(|span| span.start);
    spans.dedup();
    let mut spans = spans.into_iter();
    let first = spans.next()?;
    let judgement = Judgement::new(severity, first)
        .evidence(spans.map(|span| (MentionKind::Words, span)))
        .fixes(&[FixKind::RemoveSpan]);
    Some(words.spelled_out(scene, &judgement, severity))
}

/// The shipped `words` as the policy wants them said.
#[must_use]
pub(crate) fn reworded(policy: &Policy, mut words: Words) -> Words {
    if let Some(wording) = policy.wording.get(words.rule) {
        if !wording.title.is_empty() {
            words.title = kept(&wording.title);
        }
        if !wording.why.is_empty() {
            words.why = kept(&wording.why);
        }
    }
    words
}

/// Own rules with an id of their own, with their numbers in the policy.
fn own_rules(policy: &Policy) -> impl Iterator<Item = (usize, &crate::policy::records::OwnRule)> {
    let rules = policy.own_rules.iter().enumerate();
    rules.filter(|(at, rule)| id_problem(policy, *at, &rule.id).is_none())
}

fn id_problem(policy: &Policy, at: usize, id: &str) -> Option<Problem> {
    let is_shipped = shape::rules().any(|rule| rule == id);
    let is_double = policy.own_rules.iter().take(at).any(|rule| rule.id == id);
    let given = match (is_shipped, is_double) {
        (true, _) => "the id of a shipped rule",
        (_, true) => "given to two rules",
        _ => return None,
    };
    let path = format!("ownRules.{id}.id");
    Some(Problem::new(
        &path,
        given,
        "an id of its own; the rule is refused",
    ))
}

/// The lists of terms, with their fields.
fn lists(policy: &Policy) -> [(&'static str, &[String], Meaning); 5] {
    [
        (
            "institutionNames",
            &policy.institution_names,
            Meaning::Institution,
        ),
        ("placeNames", &policy.place_names, Meaning::Ward),
        ("localPlaces", &policy.local_places, Meaning::Local),
        ("codeNames", &policy.code_names, Meaning::CodeName),
        (
            "harmlessPhrases",
            &policy.harmless_phrases,
            Meaning::Harmless,
        ),
    ]
}

/// What is wrong with terms and own rules, found by trying them: slow, for the
/// command and the options page.
#[must_use]
pub fn problems(policy: &Policy) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (field, names, meaning) in lists(policy) {
        for name in names {
            if !Terms::default().add(name, meaning) {
                let given = format!("{} in one place", quoted(name));
                problems.push(Problem::new(field, given, term_expected()));
            }
        }
    }
    for (at, rule) in policy.own_rules.iter().enumerate() {
        problems.extend(id_problem(policy, at, &rule.id));
        let path = format!("ownRules.{}", rule.id);
        problems.extend(Runner::new(rule.clone()).problems(&path));
    }
    let reviews = policy
        .rule_enforcement
        .values()
        .chain(policy.family_enforcement.values());
    let holds =
        |level: &crate::policy::Enforcement| *level == crate::policy::Enforcement::HoldForReview;
    if reviews.chain([&policy.enforcement]).any(holds) && policy.reviewer.is_empty() {
        let expected = "whom to send drafts to, because \"hold_for_review\" is used";
        problems.push(Problem::new("reviewer", "missing", expected));
    }
    problems
}
