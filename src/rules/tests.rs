//! Every rule is held to the conventions, and to its own examples.

use super::RULES;
use crate::check::Checker;
use crate::tagged;

/// Names say what is flagged, never the cure.
const REMEDIES: [&str; 5] = ["avoid-", "no-", "check-", "use-", "do-not-"];

#[test]
fn every_rule_is_documented() {
    for rule in RULES {
        for heading in ["Why pause", "Write instead", "When it differs", "Source"] {
            assert!(
                !rule.section(heading).is_empty(),
                "{}: no section \"## {heading}\"",
                rule.id
            );
        }
        assert!(!rule.title().is_empty(), "{}: no title", rule.id);
        assert!(
            !REMEDIES.iter().any(|head| rule.id.starts_with(head)),
            "{}: names a remedy",
            rule.id
        );
    }
}

#[test]
fn every_rule_has_its_id_once() {
    let mut ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len());
}

#[test]
fn every_rule_flags_and_allows_its_examples() {
    let checker = Checker::default();
    let mut wrong = Vec::new();
    for rule in RULES {
        for example in rule.cases.flags {
            let case = tagged::Case::new(example);
            let report = checker.check(&case.text, &case.context);
            let found = report
                .findings
                .iter()
                .find(|finding| finding.rule == rule.id);
            let touches = found.is_some_and(|f| {
                case.marked
                    .as_ref()
                    .is_none_or(|m| f.byte_start < m.end && m.start < f.byte_end)
            });
            if !touches {
                wrong.push(format!(
                    "{} must flag {example:?}, found {:?}",
                    rule.id,
                    found.map(|f| &f.quote)
                ));
            }
        }
        for example in rule.cases.allows {
            let case = tagged::Case::new(example);
            if let Some(finding) = checker
                .check(&case.text, &case.context)
                .findings
                .iter()
                .find(|f| f.rule == rule.id)
            {
                wrong.push(format!(
                    "{} must allow {example:?}, marked {:?}",
                    rule.id, finding.quote
                ));
            }
        }
        assert!(
            !rule.cases.flags.is_empty() && !rule.cases.allows.is_empty(),
            "{}: examples of one kind are missing",
            rule.id
        );
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
