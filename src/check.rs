//! The check: facts once, every rule over them, findings merged and ordered.

use std::ops::Range;

use crate::context::Context;
use crate::draft::Draft;
use crate::evidence::Evidence;
use crate::facts::Facts;
use crate::finding::{Finding, Mention, Report, Severity, Verdict};
use crate::fix;
use crate::policy::Policy;
use crate::rule::{Judgement, Rule};
use crate::rules::RULES;
use crate::scene::Scene;

/// Longest quote of a finding, in characters.
const LONGEST_QUOTE: usize = 80;

/// Checks drafts under one policy.
#[derive(Debug, Default)]
pub struct Checker {
    policy: Policy,
}

impl Checker {
    /// A checker under `policy`.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self { policy }
    }

    /// Checks `text` in `context`. Never fails; time is linear in the text.
    #[must_use]
    pub fn check(&self, text: &str, context: &Context) -> Report {
        let draft = Draft::new(text);
        let facts = Facts::new(&draft);
        let evidence = Evidence::new(&draft, &facts, context);
        let scene = Scene {
            draft: &draft,
            facts: &facts,
            context,
            policy: &self.policy,
            evidence: &evidence,
        };
        let mut findings: Vec<Finding> = RULES
            .iter()
            .filter_map(|rule| self.finding(rule, &scene))
            .collect();
        findings.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), finding.byte_start));
        let verdict = findings
            .first()
            .map_or(Verdict::Clear, |worst| worst.severity.into());
        Report {
            verdict,
            findings,
            mentions: Vec::new(),
        }
    }

    /// Like [`Self::check`], with every fact that has a place.
    #[must_use]
    pub fn check_with_mentions(&self, text: &str, context: &Context) -> Report {
        let draft = Draft::new(text);
        let mentions = Facts::new(&draft).mentions(&draft);
        Report {
            mentions,
            ..self.check(text, context)
        }
    }

    fn finding(&self, rule: &'static Rule, scene: &Scene<'_>) -> Option<Finding> {
        let setting = self.policy.rule_overrides.get(rule.id);
        if setting.is_some_and(|setting| setting.severity().is_none()) {
            return None;
        }
        let judgement = (rule.judge)(scene)?;
        let severity = setting
            .and_then(|setting| setting.severity())
            .unwrap_or(judgement.severity);
        Some(spelled_out(rule, scene, &judgement, severity))
    }
}

fn spelled_out(
    rule: &'static Rule,
    scene: &Scene<'_>,
    judgement: &Judgement,
    severity: Severity,
) -> Finding {
    let span = marked(scene, &judgement.span);
    let evidence = judgement
        .evidence
        .iter()
        .map(|(kind, bytes)| Mention::new(*kind, scene.draft.to_source(bytes.clone())));
    Finding {
        rule: rule.id,
        family: rule.family.id(),
        severity,
        byte_start: span.start,
        byte_end: span.end,
        quote: scene
            .draft
            .source()
            .get(span.clone())
            .unwrap_or("")
            .chars()
            .take(LONGEST_QUOTE)
            .collect(),
        evidence: evidence.collect(),
        title: rule.title(),
        why: rule.why(),
        sources: rule.sources(),
        fixes: fix::spelled_out(scene, judgement),
    }
}

fn marked(scene: &Scene<'_>, span: &Range<usize>) -> Range<usize> {
    scene.draft.to_source(span.clone())
}
