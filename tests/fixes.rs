//! Every fix that is offered for an example of a rule helps, is well formed and
//! reads as in `tests/fixes/snapshot.txt`, which a person has read.
//!
//! After a change of rules or fixes: `PRIMUM_UPDATE=1 cargo test --test fixes`,
//! then read what changed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use std::fmt::Write as _;

use primum::check::Checker;
use primum::finding::{Edit, Finding, Fix, FixKind, Report};
use primum::fix;
use primum::rules::RULES;
use primum::tagged::Case;

const SNAPSHOT: &str = "tests/fixes/snapshot.txt";

/// Longer texts are templates, which have their own place.
const LONGEST_SHOWN: usize = 120;

fn shown(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST_SHOWN).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// The finding of `rule` on `text`, with all fixes and with those offered.
fn findings(rule: &str, case: &Case) -> Option<(Finding, Finding)> {
    let checker = Checker::default();
    let all = checker.check(&case.text, &case.context);
    let offered = checker.helpful(all.clone(), &case.text, &case.context);
    let of = |report: Report| report.findings.into_iter().find(|found| found.rule == rule);
    of(all).zip(of(offered))
}

/// Every example that a rule flags, with its finding before and after the choice.
fn examples() -> impl Iterator<Item = (&'static str, Case, Finding, Finding)> {
    RULES.iter().flat_map(|rule| {
        rule.cases.flags.iter().filter_map(|example| {
            let case = Case::new(example);
            let (all, offered) = findings(rule.id, &case)?;
            Some((rule.id, case, all, offered))
        })
    })
}

fn name(kind: FixKind) -> String {
    serde_json::to_string(&kind)
        .unwrap()
        .trim_matches('"')
        .to_owned()
}

fn described() -> String {
    let mut text = String::new();
    let mut last = "";
    for (rule, case, all, offered) in examples() {
        if all.fixes.is_empty() && offered.fixes.is_empty() {
            continue;
        }
        if rule != last {
            writeln!(text, "\n# {rule}").unwrap();
            last = rule;
        }
        writeln!(text, "{}", shown(&case.text)).unwrap();
        if offered.fixes.is_empty() {
            writeln!(text, "  (none helps)").unwrap();
        }
        for Fix { kind, edits } in &offered.fixes {
            let fixed = shown(&fix::applied(&case.text, edits));
            writeln!(text, "  {}: {fixed}", name(*kind)).unwrap();
        }
    }
    text
}

#[test]
fn the_offered_fixes_read_as_they_were_reviewed() {
    let now = described();
    if std::env::var_os("PRIMUM_UPDATE").is_some() {
        std::fs::write(SNAPSHOT, &now).unwrap();
    }
    let reviewed = std::fs::read_to_string(SNAPSHOT).unwrap();
    let changed: Vec<&str> = now
        .lines()
        .filter(|line| !reviewed.lines().any(|old| old == *line))
        .collect();
    let gone: Vec<&str> = reviewed
        .lines()
        .filter(|line| !now.lines().any(|new| new == *line))
        .collect();
    assert!(
        now == reviewed,
        "{SNAPSHOT} has not been reviewed since the fixes changed; PRIMUM_UPDATE=1 writes it\nnow:\n{}\nbefore:\n{}",
        changed.join("\n"),
        gone.join("\n")
    );
}

/// Share of examples with fixes to try for which one helps, in percent; a ratchet.
const HELPED_PERCENT: usize = 75;

#[test]
fn most_examples_have_a_fix_that_helps() {
    let tried: Vec<bool> = examples()
        .filter(|(_, _, all, _)| !all.fixes.is_empty())
        .map(|(_, _, _, offered)| !offered.fixes.is_empty())
        .collect();
    let helped = tried.iter().filter(|helped| **helped).count();
    assert!(
        helped * 100 >= tried.len() * HELPED_PERCENT,
        "{helped} of {} examples have a fix that helps",
        tried.len()
    );
}

#[test]
fn an_offered_fix_lowers_or_clears_its_finding() {
    let checker = Checker::default();
    for (rule, case, _, offered) in examples() {
        for fix in &offered.fixes {
            let fixed = fix::applied(&case.text, &fix.edits);
            let left = checker.check(&fixed, &case.context);
            let left = left.findings.iter().find(|found| found.rule == rule);
            assert!(
                left.is_none_or(|left| left.severity < offered.severity),
                "{rule}: {:?} of {:?} gives {fixed:?}, which is no better",
                fix.kind,
                case.text
            );
        }
    }
}

/// Signs of words left over or run together.
const UNTIDY: [&str; 13] = [
    "  ",
    " ,",
    " .",
    ",,",
    ",.",
    "( ",
    "()",
    " a a ",
    " a an ",
    " the a ",
    " a the ",
    " in in ",
    " patient patient ",
];

fn assert_well_formed(text: &str, edits: &[Edit]) {
    let mut last = 0;
    for edit in edits {
        assert!(
            last <= edit.byte_start && edit.byte_start <= edit.byte_end,
            "{text:?}: {edits:?}"
        );
        assert!(
            text.is_char_boundary(edit.byte_start) && text.is_char_boundary(edit.byte_end),
            "{text:?}: {edit:?}"
        );
        last = edit.byte_end;
    }
    let fixed = fix::applied(text, edits);
    for sign in UNTIDY {
        assert!(
            !fixed.contains(sign) || text.contains(sign),
            "{sign:?} in {fixed:?}, of {text:?}"
        );
    }
}

#[test]
fn edits_are_ordered_apart_on_boundaries_and_leave_nothing_untidy() {
    let checker = Checker::default();
    for (_, case, _, _) in examples() {
        let quoted = format!("\u{1f614} \u{201c}{}\u{201d} \u{1f614}", case.text);
        let after = format!("Caf\u{e9} first.\n\n{}\n#na\u{ef}ve", case.text);
        let odd = case.text.replace('a', "\u{430}").replace('e', "e\u{200b}");
        for text in [case.text.clone(), quoted, after, odd] {
            for finding in checker.check(&text, &case.context).findings {
                for fix in &finding.fixes {
                    assert_well_formed(&text, &fix.edits);
                }
            }
        }
    }
}

/// Drafts and how they read made general.
const GENERAL: [(&str, &str); 20] = [
    (
        "Saw a 45yo male on March 3 with a stroke, my patient is a fighter",
        "Saw an adult recently with a stroke, my patient is a fighter",
    ),
    (
        "Mr O.'s drain fell out in bed 4 tonight, my patient again",
        "A patient's drain fell out recently, my patient again",
    ),
    (
        "My patient Carla, 7, broke her arm in Dunmore yesterday",
        "My patient broke her arm recently",
    ),
    (
        "On Tuesday we intubated a 71 year old woman from Kilbrannan",
        "Recently we intubated an older adult",
    ),
    (
        "we intubated a 16yo boy at 3 am (bed 9)",
        "we intubated a teenager recently",
    ),
    (
        "Tonight bed 12 coded twice. Bed 12 is back now",
        "Recently a patient coded twice. The patient is back",
    ),
    (
        "My patient, a 92 year old judge, fell on Monday",
        "My patient fell recently",
    ),
    (
        "I admitted little Leo Brandt from Ottery tonight with sepsis",
        "I admitted a patient recently with sepsis",
    ),
    (
        "Our patient in Oakfield Hospital, Mrs Pereira, died at 4 am",
        "Our patient died recently",
    ),
    (
        "My 2 pm cried about her stroke today",
        "My patient cried about her stroke recently",
    ),
    (
        "my pt Mr Tavares, 45M, had a seizure in bay 3 last Tuesday night",
        "my pt had a seizure recently",
    ),
    (
        "We extubated a 6 month old today, bed 3",
        "We extubated a small child recently",
    ),
    (
        "Mrs Adeyemi coded on Tuesday. Mrs Adeyemi is stable in bed 2",
        "A patient coded recently. The patient is stable",
    ),
    (
        "We admitted a boy named Leo last night, his asthma is bad",
        "We admitted a boy recently, his asthma is bad",
    ),
    (
        "My patient died on Tuesday and nobody has sat in her corner since",
        "My patient died recently and nobody has sat in her corner since",
    ),
    (
        "Big Tony chair 3 had a seizure on Monday, my patient",
        "A patient had a seizure recently, my patient",
    ),
    (
        "Yesterday was hard. We lost the lady in bed 4",
        "A recent day was hard. We lost the lady",
    ),
    (
        "my patient from Ottery, Ohio has a clot since 12/03/2024",
        "my patient from Ohio has a clot",
    ),
    (
        "In bed 7 our patient sings; stroke on Monday",
        "Our patient sings; stroke recently",
    ),
    (
        "An 8 year old with leukaemia came to my ward this morning",
        "A child with leukaemia came to my ward recently",
    ),
];

#[test]
fn general_drafts_read_as_english() {
    let checker = Checker::default();
    let mut wrong = Vec::new();
    for (text, expected) in GENERAL {
        let case = Case::new(text);
        let findings = checker.check(&case.text, &case.context).findings;
        let fix = findings
            .iter()
            .flat_map(|found| &found.fixes)
            .find(|fix| fix.kind == FixKind::Generalise);
        let fixed = fix.map(|fix| fix::applied(text, &fix.edits));
        if fixed.as_deref() != Some(expected) {
            wrong.push(format!("{text:?}\n  gives {fixed:?}\n  not   {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
