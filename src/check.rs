//! The check: facts once, every rule over them, findings merged and ordered.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::context::Context;
use crate::draft::Draft;
use crate::evidence::Evidence;
use crate::facts::Facts;
use crate::facts::term::Meaning;
use crate::finding::{Finding, Mention, Report, Severity, Verdict};
use crate::fix;
use crate::policy::institution::{self, Institution};
use crate::policy::{Policy, allowance};
use crate::profile;
use crate::reading::Reading;
use crate::rule::{Judgement, Rule};
use crate::rules::{self, RULES};
use crate::scene::Scene;
use crate::second_opinion;

/// Longest quote of a finding, in characters.
const LONGEST_QUOTE: usize = 80;

/// Checks drafts under one policy.
#[derive(Debug, Default)]
pub struct Checker {
    policy: Policy,
    institution: Institution,
    rules_only: bool,
    /// Tells this checker from others, so that no reading of another is taken over.
    number: u64,
}

/// The number of the checker made last; 0 is that of the default, which has no terms.
static LAST: AtomicU64 = AtomicU64::new(0);

impl Checker {
    /// A checker under `policy`.
    #[must_use]
    pub fn new(policy: Policy) -> Self {
        Self {
            institution: Institution::new(&policy),
            policy,
            rules_only: false,
            number: LAST.fetch_add(1, Ordering::Relaxed) + 1,
        }
    }

    /// The same checker without the learned second opinion: for measuring what
    /// that one is worth.
    #[must_use]
    pub fn rules_only(self) -> Self {
        Self {
            rules_only: true,
            ..self
        }
    }

    /// Checks `text` in `context`. Never fails; time is linear in the text.
    #[must_use]
    pub fn check(&self, text: &str, context: &Context) -> Report {
        let draft = Draft::new(text);
        let facts = self.facts(&draft, context);
        let evidence = Evidence::new(&draft, &facts, context);
        self.judge(&draft, &facts, context, &evidence, true)
    }

    /// Checks `text` like [`Self::check`], and costs what changed since `reading`
    /// was last used, which then knows `text`.
    #[must_use]
    pub fn check_again(&self, reading: &mut Reading, text: &str, context: &Context) -> Report {
        self.again(reading, text, context, true)
    }

    /// As [`Self::check_again`], and its findings have no fixes: for every key, as
    /// fixes are planned when they are shown.
    #[must_use]
    pub fn findings_again(&self, reading: &mut Reading, text: &str, context: &Context) -> Report {
        self.again(reading, text, context, false)
    }

    fn again(&self, reading: &mut Reading, text: &str, context: &Context, plans: bool) -> Report {
        let ours = (self.number, self.institution.terms());
        let read = reading.read(text, context, ours);
        let evidence = read.evidence(context);
        let report = self.judge(&read.draft, &read.facts, context, &evidence, plans);
        reading.keep(read, context, self.number);
        report
    }

    fn facts(&self, draft: &Draft<'_>, context: &Context) -> Facts {
        Facts::in_context(draft, self.institution.terms(), context)
    }

    fn judge(
        &self,
        draft: &Draft<'_>,
        facts: &Facts,
        context: &Context,
        evidence: &Evidence,
        plans_fixes: bool,
    ) -> Report {
        let scene = Scene {
            draft,
            facts,
            context,
            policy: &self.policy,
            evidence,
            plans_fixes,
        };
        self.judge_by(RULES, &scene)
    }

    /// What `rules` find and what follows from it. Their order says which of two
    /// findings of one severity at one place comes first, and nothing else.
    fn judge_by(&self, rules: &[&'static Rule], scene: &Scene<'_>) -> Report {
        let mut findings: Vec<Finding> = rules
            .iter()
            .filter_map(|rule| self.finding(rule, scene))
            .collect();
        findings.extend(self.institution.findings(scene));
        drop_harmless(&mut findings, scene);
        drop_asides(&mut findings);
        if !self.rules_only
            && findings
                .iter()
                .all(|finding| finding.severity == Severity::Note)
        {
            findings.extend(self.suggestion(scene));
        }
        let (source, context) = (scene.draft.source(), scene.context);
        profile::raise(&mut findings, context.profile, &self.policy);
        allowance::apply(&mut findings, &self.policy, context, source);
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
        let facts = self.facts(&draft, context);
        let evidence = Evidence::new(&draft, &facts, context);
        Report {
            mentions: facts.mentions(&draft),
            ..self.judge(&draft, &facts, context, &evidence, true)
        }
    }

    /// `report` of `text` with only those fixes that lower or clear their own
    /// finding. Each is checked once over: for when they are shown, not for
    /// every key.
    #[must_use]
    pub fn helpful(&self, report: Report, text: &str, context: &Context) -> Report {
        self.helpful_of(&mut Reading::default(), report, text, context)
    }

    /// As [`Self::helpful`], where `reading` knows `text`: a fix costs what it changes.
    #[must_use]
    pub fn helpful_of(
        &self,
        reading: &mut Reading,
        mut report: Report,
        text: &str,
        context: &Context,
    ) -> Report {
        for finding in &mut report.findings {
            let (rule, severity) = (finding.rule, finding.severity);
            finding.fixes.retain(|fix| {
                let fixed = fix::applied(text, &fix.edits);
                let fixed = self.findings_again(reading, &fixed, context);
                // The next fix is one of `text` again.
                reading.know(text, context, (self.number, self.institution.terms()));
                let mut left = fixed.findings.iter().filter(|found| found.rule == rule);
                left.all(|found| found.severity < severity)
            });
        }
        report
    }

    fn finding(&self, rule: &'static Rule, scene: &Scene<'_>) -> Option<Finding> {
        let setting = self.policy.rule_overrides.get(rule.id);
        if setting.is_some_and(|setting| setting.severity().is_none()) {
            return None;
        }
        let judgement = (rule.judge)(scene)?;
        if judgement.is_weak && (self.rules_only || !second_opinion::bears_out(scene)) {
            return None;
        }
        let severity = setting
            .and_then(|setting| setting.severity())
            .unwrap_or_else(|| self.severity(rule, &judgement, scene));
        Some(self.spelled_out(rule, scene, &judgement, severity))
    }

    fn severity(&self, rule: &Rule, judgement: &Judgement, scene: &Scene<'_>) -> Severity {
        if self.rules_only {
            return judgement.severity;
        }
        second_opinion::severity(rule, judgement, scene)
    }

    /// What the draft reads like where no rule interrupts.
    fn suggestion(&self, scene: &Scene<'_>) -> Option<Finding> {
        let (rule, judgement) = second_opinion::suggestion(scene)?;
        let setting = self.policy.rule_overrides.get(rule.id);
        let severity = setting.map_or(Some(judgement.severity), |setting| setting.severity())?;
        Some(self.spelled_out(rule, scene, &judgement, severity))
    }

    /// The finding, in the institution's words where it has some.
    fn spelled_out(
        &self,
        rule: &'static Rule,
        scene: &Scene<'_>,
        judgement: &Judgement,
        severity: Severity,
    ) -> Finding {
        let words = institution::reworded(&self.policy, Words::of(rule));
        words.spelled_out(scene, judgement, severity)
    }
}

/// What a finding says beside its marks.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) rule: &'static str,
    pub(crate) family: &'static str,
    pub(crate) title: &'static str,
    pub(crate) why: &'static str,
    pub(crate) sources: Vec<&'static str>,
}

impl Words {
    fn of(rule: &'static Rule) -> Self {
        Self {
            rule: rule.id,
            family: rule.family.id(),
            title: rule.title(),
            why: rule.why(),
            sources: rule.sources(),
        }
    }

    /// The finding that says this of `judgement`.
    pub(crate) fn spelled_out(
        self,
        scene: &Scene<'_>,
        judgement: &Judgement,
        severity: Severity,
    ) -> Finding {
        let span = marked(scene, &judgement.span);
        let evidence = judgement
            .evidence
            .iter()
            .map(|(kind, bytes)| Mention::new(*kind, scene.draft.to_source(bytes.clone())));
        let source = scene.draft.source();
        let plan = || fix::spelled_out(scene, self.rule, self.family, judgement);
        let quote = source.get(span.clone()).unwrap_or("").chars();
        Finding {
            rule: self.rule,
            family: self.family,
            severity,
            byte_start: span.start,
            byte_end: span.end,
            quote: quote.take(LONGEST_QUOTE).collect(),
            evidence: evidence.collect(),
            title: self.title,
            why: self.why,
            sources: self.sources,
            fixes: scene.plans_fixes.then(plan).unwrap_or_default(),
        }
    }
}

/// Drops notes and cautions on words that the institution called harmless.
fn drop_harmless(findings: &mut Vec<Finding>, scene: &Scene<'_>) {
    let terms = scene.facts.terms.iter();
    let harmless: Vec<Range<usize>> = terms
        .filter(|term| term.meaning == Meaning::Harmless)
        .map(|term| marked(scene, &scene.bytes(term.tokens.clone())))
        .collect();
    findings.retain(|finding| {
        let is_inside =
            |span: &Range<usize>| span.start <= finding.byte_start && finding.byte_end <= span.end;
        finding.severity == Severity::Stop || !harmless.iter().any(is_inside)
    });
}

/// Drops the notes of rules that have nothing to add where another interrupts.
fn drop_asides(findings: &mut Vec<Finding>) {
    let interrupts = |finding: &Finding| finding.severity > Severity::Note;
    if findings.iter().any(interrupts) {
        let is_aside = |id| rules::by_id(id).is_some_and(|rule| rule.is_aside);
        findings.retain(|finding| interrupts(finding) || !is_aside(finding.rule));
    }
}

fn marked(scene: &Scene<'_>, span: &Range<usize>) -> Range<usize> {
    scene.draft.to_source(span.clone())
}

#[cfg(test)]
mod tests;
