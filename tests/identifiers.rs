//! The tables of identifiers and near misses, through folding and back.

#![expect(clippy::expect_used, reason = "a broken table must stop the test")]

use std::fmt::Write as _;
use std::ops::Range;

use primum::check::Checker;
use primum::facts::identifier::{Confidence, Identifier, Kind, Owner, find};
use primum::finding::Verdict;
use primum::fold::fold;
use primum::tagged::Case;
use proptest::prelude::*;

const HITS: &str = include_str!("identifiers/hits.txt");
const OWNERS: &str = include_str!("identifiers/owners.txt");
const NEAR_MISSES: &str = include_str!("identifiers/near_misses.txt");

/// One marked span: what is expected of it.
#[derive(Debug, PartialEq, Eq)]
struct Marked {
    kind: String,
    possible: bool,
    owner: Option<String>,
    words: String,
}

/// The draft without marks, and what was marked.
fn unmark(line: &str) -> (String, Vec<(Range<usize>, Marked)>) {
    let (mut text, mut marked, mut rest) = (String::new(), Vec::new(), line);
    while let Some((before, after)) = rest.split_once("[[") {
        // "]]" may follow a bracket of the draft: the last "]]" of a run closes.
        let mut close = after.find("]]").expect("every mark is closed");
        while after[close + 1..].starts_with("]]") {
            close += 1;
        }
        let (head, words) = after[..close]
            .split_once(':')
            .expect("a mark names its kind");
        let (head, owner) = head
            .split_once('/')
            .map_or((head, None), |(kind, owner)| (kind, Some(owner.to_owned())));
        text.push_str(before);
        let start = text.len();
        text.push_str(words);
        let mark = Marked {
            kind: head.trim_end_matches('?').to_owned(),
            possible: head.ends_with('?'),
            owner,
            words: words.to_owned(),
        };
        marked.push((start..text.len(), mark));
        rest = &after[close + 2..];
    }
    text.push_str(rest);
    (text, marked)
}

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with("## "))
}

fn owner_name(owner: Owner) -> String {
    format!("{owner:?}").to_lowercase()
}

/// What was found, as marks over the source.
fn found(text: &str) -> Vec<(Range<usize>, Marked)> {
    let folded = fold(text);
    find(folded.text())
        .into_iter()
        .map(|found| {
            let range = folded.to_source(found.byte_start..found.byte_end);
            let mark = Marked {
                kind: found.kind.name().to_owned(),
                possible: found.confidence == Confidence::Possible,
                owner: Some(owner_name(found.owner)),
                words: text[range.clone()].to_owned(),
            };
            (range, mark)
        })
        .collect()
}

/// One line per draft that is not read as marked.
fn disagreements(table: &str) -> String {
    let mut report = String::new();
    for line in lines(table) {
        let (text, expected) = unmark(line);
        let mut actual = found(&text);
        for ((_, actual), (_, expected)) in actual.iter_mut().zip(&expected) {
            if expected.owner.is_none() {
                actual.owner = None;
            }
        }
        if actual != expected {
            let _ = writeln!(
                report,
                "{line}\n    found {:?}",
                actual.iter().map(|(_, mark)| mark).collect::<Vec<_>>()
            );
        }
    }
    report
}

#[test]
fn every_marked_identifier_is_found() {
    let report = disagreements(HITS);
    assert!(report.is_empty(), "{report}");
}

#[test]
fn near_misses_are_left_alone() {
    let report = disagreements(NEAR_MISSES);
    assert!(report.is_empty(), "{report}");
}

#[test]
fn the_tables_are_large_and_cover_every_kind() {
    assert!(lines(HITS).count() >= 300);
    assert!(lines(NEAR_MISSES).count() >= 300);
    for kind in Kind::ALL {
        let marks = lines(HITS)
            .flat_map(|line| unmark(line).1)
            .filter(|(_, mark)| mark.kind == kind.name());
        assert!(
            marks.count() >= 3,
            "{} has fewer than three cases",
            kind.name()
        );
    }
}

fn words_of(text: &str, found: &Identifier) -> Vec<String> {
    found
        .words
        .iter()
        .map(|word| text[word.clone()].to_owned())
        .collect()
}

/// A patient's identifier is a stop, nobody else's interrupts.
#[test]
fn whose_number_it_is_decides() {
    let checker = Checker::default();
    let mut wrong = String::new();
    for line in lines(OWNERS) {
        let (owner, draft) = line.split_once(" | ").expect("owner | draft");
        let case = Case::new(draft);
        let found = checker.check(&case.text, &case.context).verdict;
        let is_right = match owner {
            "patient" => found == Verdict::Stop,
            "nobody" => found <= Verdict::Note,
            _ => panic!("unknown owner {owner}"),
        };
        if !is_right {
            let _ = writeln!(wrong, "{found:?}, though it is {owner}'s: {draft}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn hashtags_are_split_into_words() {
    for (tag, words) in [
        ("#LittleLeoStrong", vec!["Little", "Leo", "Strong"]),
        ("#MRIScan", vec!["MRI", "Scan"]),
        ("#room12", vec!["room", "12"]),
        ("#baby_leo", vec!["baby", "leo"]),
        ("#nof", vec!["nof"]),
    ] {
        assert_eq!(words_of(tag, &find(tag)[0]), words);
    }
}

#[test]
fn cue_and_value_are_told_apart() {
    let text = "pt MRN: 483920 today";
    let found = &find(text)[0];
    assert_eq!(&text[found.value.clone()], "483920");
    assert_eq!(found.cue.clone().map(|cue| &text[cue]), Some("MRN"));
    assert_eq!(found.confidence, Confidence::Certain);
}

/// Facebook's limit for a post, in bytes of ASCII.
const LONGEST_DRAFT: usize = 63_206;

/// Linear time stays below this however busy the machine is.
const MOST_SECONDS: u64 = 20;

#[test]
fn the_longest_drafts_are_read_in_linear_time() {
    for part in [
        "a.",
        "a.b,",
        "1-",
        "1 ",
        "a@",
        "@",
        "#",
        "mrn ",
        "mrn 1-",
        "a:",
        "1.1.",
        "at dot ",
        "one ",
        "M r s ",
        "0x",
        "K\u{1F642}",
        "\u{410}a",
        "e\u{301}",
        "bed ",
        "bed 4 ",
        "12 Elm ",
        "555-",
        "http://",
        "March ",
        "(",
        " ",
    ] {
        let draft = part.repeat(LONGEST_DRAFT / part.len());
        let started = std::time::Instant::now();
        let folded = fold(&draft);
        let found = find(folded.text()).len();
        // Quadratic time would take minutes, on a busy machine too; the slowest linear case takes a
        // few hundredths of a second without optimisation.
        assert!(
            started.elapsed().as_secs() < MOST_SECONDS,
            "{part:?} took too long ({found} found)"
        );
    }
}

fn drafts() -> impl Strategy<Value = String> {
    let rows: Vec<&'static str> = lines(HITS).chain(lines(NEAR_MISSES)).collect();
    let row = prop::sample::select(rows).prop_map(|line| unmark(line).0);
    let part = prop_oneof![3 => row, 1 => any::<String>(), 1 => "[-0-9 ./:#@+()A-Za-z]{0,40}"];
    prop::collection::vec(part, 0..4).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_draft_is_read_in_order_and_on_boundaries(draft in drafts()) {
        let folded = fold(&draft);
        let text = folded.text();
        let mut last = 0;
        for found in find(text) {
            prop_assert!(found.byte_start >= last && found.byte_start < found.byte_end);
            prop_assert!(text.get(found.byte_start..found.byte_end).is_some());
            prop_assert!(text.get(found.value.clone()).is_some_and(|value| !value.is_empty()));
            prop_assert!(found.cue.clone().is_none_or(|cue| text.get(cue).is_some()));
            prop_assert!(found.words.iter().all(|word| text.get(word.clone()).is_some()));
            last = found.byte_end;
        }
    }
}
