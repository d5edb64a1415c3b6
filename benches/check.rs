//! How long a check takes: whole, and stage by stage, beside peers on the same
//! texts. `./build.sh bench` runs it and writes docs/performance.md.
//!
//! Short texts are measured over [`SAMPLES`] different drafts in turn, so that
//! no text stays in the processor's nearest memory by being asked for alone.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Bencher, BenchmarkGroup, Criterion, criterion_group, criterion_main};
use primum::check::Checker;
use primum::context::Context;
use primum::draft::Draft;
use primum::evidence::Evidence;
use primum::facts::{Facts, care, health, identifier, name, place};
use primum::fold::fold;
use primum::policy::{Policy, RuleSetting};
use primum::reading::Reading;
use primum::rules::RULES;
use primum::sense::Senses;
use primum::token::Tokens;
use primum_bench::{LENGTHS, drafts, text_of};

/// Different texts of the shorter lengths.
const SAMPLES: usize = 16;
/// Lengths above this are one text: they hold every draft anyway.
const LONG: usize = 10_000;
/// Words of the plain pass that a check is compared with: as many as an
/// institution's list may hold.
const PLAIN_WORDS: usize = 10_000;

/// How many points the curve over the rules has.
const STEPS: usize = 4;

/// Terms of an institution, from none to as many as a list may hold.
const TERMS: [usize; 4] = [0, 100, 1_000, 10_000];

type Group<'a> = BenchmarkGroup<'a, criterion::measurement::WallTime>;

/// Texts of `characters`, each from another place of the collection.
fn texts(characters: usize) -> Vec<String> {
    let mut drafts = drafts();
    let count = if characters > LONG { 1 } else { SAMPLES };
    let step = drafts.len() / count;
    (0..count)
        .map(|_| {
            drafts.rotate_left(step);
            text_of(&drafts, characters)
        })
        .collect()
}

/// Runs `measured` over `texts` in turn, one text an iteration.
fn in_turn<T>(bencher: &mut Bencher<'_>, texts: &[T], mut measured: impl FnMut(&T)) {
    let mut next = 0;
    bencher.iter(|| {
        measured(&texts[next]);
        next = (next + 1) % texts.len();
    });
}

/// Ten samples of a long text are enough, and all that patience allows.
fn sampled(group: &mut Group<'_>, characters: usize) {
    group.sample_size(if characters > LONG { 10 } else { 50 });
}

/// Whole checks of `texts` in turn, at the point `at` of a curve.
fn checks(group: &mut Group<'_>, at: usize, checker: &Checker, texts: &[String]) {
    let context = Context::default();
    group.bench_function(at.to_string(), |bencher| {
        in_turn(bencher, texts, |text| {
            black_box(checker.check(text, &context));
        });
    });
}

fn whole(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("check");
    let checker = Checker::default();
    for characters in LENGTHS {
        sampled(&mut group, characters);
        let texts = texts(characters);
        checks(&mut group, characters, &checker, &texts);
    }
    group.finish();
}

/// A check after one key press in a long draft, typed and taken back in turn.
fn edits(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("edit");
    let (checker, context) = (Checker::default(), Context::default());
    for characters in [LENGTHS[1], LENGTHS[2]] {
        sampled(&mut group, characters);
        let text = text_of(&drafts(), characters);
        let middle = (text.len() / 2..)
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0);
        let typed = format!("{}e{}", &text[..middle], &text[middle..]);
        let mut reading = Reading::default();
        group.bench_function(characters.to_string(), |bencher| {
            in_turn(bencher, &[&text, &typed], |text| {
                black_box(checker.findings_again(&mut reading, text, &context));
            });
        });
    }
    group.finish();
}

/// The stages of a check, each with what it needs made beforehand.
fn stages(criterion: &mut Criterion) {
    for characters in LENGTHS {
        let texts = texts(characters);
        let mut group = criterion.benchmark_group(format!("stages-{characters}"));
        sampled(&mut group, characters);
        of_text(&mut group, &texts);
        of_facts(&mut group, &texts);
        group.finish();
    }
}

fn of_text(group: &mut Group<'_>, texts: &[String]) {
    group.bench_function("fold", |bencher| {
        in_turn(bencher, texts, |text| {
            black_box(fold(text));
        });
    });
    let folded: Vec<String> = texts.iter().map(|t| fold(t).text().to_owned()).collect();
    group.bench_function("tokens", |bencher| {
        in_turn(bencher, &folded, |text| {
            black_box(Tokens::new(text));
        });
    });
    group.bench_function("identifiers", |bencher| {
        in_turn(bencher, &folded, |text| {
            black_box(identifier::find(text));
        });
    });
}

fn of_facts(group: &mut Group<'_>, texts: &[String]) {
    let drafts: Vec<Draft<'_>> = texts.iter().map(|text| Draft::new(text)).collect();
    group.bench_function("senses", |bencher| {
        in_turn(bencher, &drafts, |draft| {
            black_box(Senses::new(draft.tokens()));
        });
    });
    group.bench_function("senses+health+names+places", |bencher| {
        in_turn(bencher, &drafts, |draft| {
            let mut senses = Senses::new(draft.tokens());
            black_box(health::find(draft.tokens(), &mut senses));
            black_box(name::find(draft, &mut senses));
            black_box(place::find(draft.tokens(), &mut senses));
        });
    });
    group.bench_function("all facts", |bencher| {
        in_turn(bencher, &drafts, |draft| {
            black_box(Facts::new(draft));
        });
    });
    let read: Vec<(&Draft<'_>, Facts)> = drafts.iter().map(|d| (d, Facts::new(d))).collect();
    let context = Context::default();
    group.bench_function("care", |bencher| {
        in_turn(bencher, &read, |(draft, facts)| {
            black_box(care::find(draft, facts));
        });
    });
    group.bench_function("evidence", |bencher| {
        in_turn(bencher, &read, |(draft, facts)| {
            black_box(Evidence::new(draft, facts, &context));
        });
    });
}

/// One plain pass for words, and a recogniser of shapes without names.
fn peers(criterion: &mut Criterion) {
    let words: std::collections::BTreeSet<String> = drafts()
        .iter()
        .flat_map(|draft| draft.split_whitespace().map(str::to_lowercase))
        .take(PLAIN_WORDS * 10)
        .collect();
    let plain = aho_corasick::AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(words.iter().take(PLAIN_WORDS))
        .expect("words make an automaton");
    let redact = redact_core::AnalyzerEngine::new();
    let mut group = criterion.benchmark_group("peers");
    for characters in LENGTHS {
        sampled(&mut group, characters);
        let texts = texts(characters);
        group.bench_function(format!("aho-corasick-{characters}"), |bencher| {
            in_turn(bencher, &texts, |text| {
                black_box(plain.find_iter(text).count());
            });
        });
        group.bench_function(format!("redact-core-{characters}"), |bencher| {
            in_turn(bencher, &texts, |text| {
                let _ = black_box(redact.analyze(text, None));
            });
        });
    }
    group.finish();
}

/// A check under a policy with more and more terms of its own.
fn terms(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("terms");
    let texts = texts(LENGTHS[1]);
    for count in TERMS {
        let policy = Policy {
            place_names: (0..count).map(|at| format!("Heron{at} Ward")).collect(),
            ..Policy::default()
        };
        let checker = Checker::new(policy);
        checks(&mut group, count, &checker, &texts);
    }
    group.finish();
}

/// A check under a policy that turns rules off, a quarter of them a step.
fn rules(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rules");
    let texts = texts(LENGTHS[1]);
    for count in (0..=RULES.len()).rev().step_by(RULES.len().div_ceil(STEPS)) {
        let off = RULES.iter().skip(count);
        let policy = Policy {
            rule_overrides: off.map(|rule| (rule.id.into(), RuleSetting::Off)).collect(),
            ..Policy::default()
        };
        let checker = Checker::new(policy);
        checks(&mut group, count, &checker, &texts);
    }
    group.finish();
}

fn quick() -> Criterion {
    Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
}

criterion_group! {
    name = benches;
    config = quick();
    targets = whole, edits, terms, rules, stages, peers
}
criterion_main!(benches);
