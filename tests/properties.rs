//! What holds for every text in every context: the check answers, its spans lie
//! in the text, and no rule depends on another. That their order is free, `src/check/tests.rs`
//! shows; that time grows with the text and no faster, `tests/linear_time.rs`.

#![expect(
    clippy::expect_used,
    reason = "a test stops where its own table is broken"
)]

use primum::check::Checker;
use primum::context::{Audience, Context, Media, Profile, Site, Surface};
use primum::draft::Draft;
use primum::finding::{Report, Severity, Verdict};
use primum::policy::Policy;
use primum::policy::value::Value;
use primum::rules::RULES;
use proptest::prelude::*;

/// Words that facts and rules turn on, and signs that break careless scanners.
const PIECES: &[&str] = &[
    "my patient",
    "bed 9",
    "Mrs Lindqvist",
    "Dr. O'Brien",
    "34yo",
    "62-year-old",
    "F/38",
    "tonight",
    "MRN 483920",
    "+1 (212) 555-0100",
    "ann@example.org",
    "@ann",
    "#icu",
    "12/10/2024",
    "3:40 am",
    "you",
    "your",
    "thank you for",
    "we treated you",
    "stop your metformin",
    "take 800 mg",
    "daily",
    "my dad",
    "if",
    "\"",
    "'",
    "'s",
    "\u{2019}s",
    "(",
    ")",
    "[",
    "]",
    ".",
    "...",
    "!?",
    ",",
    ";",
    ":",
    "-",
    "\u{2014}",
    "/",
    "\n",
    "\r\n",
    "\u{2028}",
    "\t",
    " ",
    "  ",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{301}",
    "e\u{301}\u{301}",
    "ß",
    "İ",
    "ﬁ",
    "Ⅳ",
    "Ｍｒｓ",
    "Κοsta",
    "Кowalski",
    "𝓜rs",
    "M r s",
    "o n e",
    "😀",
    "👨‍👩‍👧",
    "🇬🇧",
    "🏥",
    "❤️",
    "1️⃣",
    "日本語",
    "العربية",
    "हिन्दी",
    "ไทย",
    "한국어",
    "\u{0}",
    "\u{feff}",
    "http://x.y/z",
    "www.",
    "::1",
    "10.0.0.1",
    "0",
    "1",
    "999999999999999999999",
    "1,000.5",
    "½",
    "written consent",
    "St.",
    "Mary's",
    "Hospital",
    "London",
    "in",
    "from",
    "at",
    "7",
    "the hip in",
];

fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..40);
    let spaced = (pieces, any::<u64>()).prop_map(|(pieces, gaps)| {
        let mut text = String::new();
        for (at, piece) in pieces.iter().enumerate() {
            text.push_str(piece);
            if gaps >> (at % 64) & 1 == 1 {
                text.push(' ');
            }
        }
        text
    });
    prop_oneof![3 => spaced, 1 => "\\PC{0,80}", 1 => any::<String>()]
}

fn any_context() -> impl Strategy<Value = Context> {
    let surfaces = prop::sample::select(vec![
        Surface::Post,
        Surface::Reply,
        Surface::Message,
        Surface::ReviewResponse,
        Surface::Bio,
    ]);
    let profiles = prop::sample::select(vec![
        Profile::Personal,
        Profile::Professional,
        Profile::Both,
        Profile::Alias,
        Profile::Unknown,
    ]);
    let audiences = prop::sample::select(vec![
        Audience::Public,
        Audience::Friends,
        Audience::Group,
        Audience::OnlyMe,
        Audience::Unknown,
    ]);
    let media = prop::sample::select(vec![Media::None, Media::Photo, Media::Video]);
    (
        surfaces,
        profiles,
        audiences,
        media,
        prop::option::of(any_text()),
    )
        .prop_map(|(surface, profile, audience, media, parent)| Context {
            site: Site::X,
            surface,
            profile,
            audience,
            media,
            parent,
        })
}

fn is_span(text: &str, start: usize, end: usize) -> bool {
    start <= end && text.get(start..end).is_some()
}

/// Everything a report promises about its offsets and its order.
fn assert_sound(text: &str, report: &Report) -> Result<(), TestCaseError> {
    let mut worst = Verdict::Clear;
    for finding in &report.findings {
        worst = worst.max(finding.severity.into());
        let (start, end) = (finding.byte_start, finding.byte_end);
        prop_assert!(
            is_span(text, start, end),
            "{}: {start}..{end}",
            finding.rule
        );
        prop_assert!(
            text[start..end].starts_with(&finding.quote),
            "{}",
            finding.rule
        );
        for mention in &finding.evidence {
            prop_assert!(
                is_span(text, mention.byte_start, mention.byte_end),
                "{}",
                finding.rule
            );
        }
        for fix in &finding.fixes {
            let mut after = 0;
            for edit in &fix.edits {
                prop_assert!(
                    is_span(text, edit.byte_start, edit.byte_end),
                    "{}",
                    finding.rule
                );
                prop_assert!(
                    edit.byte_start >= after,
                    "{}: edits out of order",
                    finding.rule
                );
                after = edit.byte_end;
            }
        }
    }
    for mention in &report.mentions {
        let (start, end) = (mention.byte_start, mention.byte_end);
        prop_assert!(
            is_span(text, start, end),
            "{:?}: {start}..{end}",
            mention.kind
        );
    }
    prop_assert_eq!(report.verdict, worst);
    let severities: Vec<Severity> = report.findings.iter().map(|found| found.severity).collect();
    prop_assert!(severities.is_sorted_by(|one, two| one >= two));
    Ok(())
}

/// A policy that turns off every rule but `kept`.
fn only(kept: &str) -> Policy {
    let off = RULES.iter().map(|rule| rule.id).filter(|id| *id != kept);
    let overrides = off
        .map(|id| format!("\"{id}\": \"off\""))
        .collect::<Vec<_>>();
    let json = format!("{{\"ruleOverrides\": {{{}}}}}", overrides.join(","));
    let value: Value = serde_json::from_str(&json).expect("the policy is JSON");
    let read = Policy::read(&value);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    read.policy
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_text_gets_a_sound_answer(text in any_text(), context in any_context()) {
        let checker = Checker::default();
        let report = checker.check_with_mentions(&text, &context);
        assert_sound(&text, &report)?;
        let again = checker.check(&text, &context);
        prop_assert_eq!(&again.findings, &report.findings);
    }

    #[test]
    fn folding_keeps_the_order_of_the_text(text in any_text()) {
        let draft = Draft::new(&text);
        let folded = draft.text();
        let mut before = 0..0;
        for (at, c) in folded.char_indices() {
            let span = draft.to_source(at..at + c.len_utf8());
            prop_assert!(is_span(&text, span.start, span.end));
            prop_assert!(span.start >= before.start && span.end >= before.end);
            before = span;
        }
        let whole = draft.to_source(0..folded.len());
        prop_assert!(is_span(&text, whole.start, whole.end));
    }

    #[test]
    fn sentences_hold_every_token_once(text in any_text()) {
        let draft = Draft::new(&text);
        let tokens = draft.tokens();
        let mut next = 0;
        for sentence in 0..tokens.sentence_count() {
            let range = tokens.sentence(sentence);
            prop_assert_eq!(range.start, next);
            prop_assert!(!range.is_empty());
            prop_assert!(range.clone().all(|at| tokens.all()[at].sentence as usize == sentence));
            next = range.end;
        }
        prop_assert_eq!(next, tokens.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// A rule alone finds what it finds among all others: so their order is free.
    /// (It may find more: a suggestion is made only where no rule interrupts.)
    #[test]
    fn no_rule_depends_on_another(text in any_text(), context in any_context()) {
        let together = Checker::default().check(&text, &context);
        for rule in RULES {
            let alone = Checker::new(only(rule.id)).check(&text, &context);
            let mut theirs = together.findings.iter().filter(|found| found.rule == rule.id);
            prop_assert!(theirs.all(|found| alone.findings.contains(found)), "{}", rule.id);
        }
    }
}
