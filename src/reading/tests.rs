//! After an edit every fact is what it would be in a reading of the whole.

use super::*;

const DRAFTS: &str = include_str!("../../tests/drafts/drafts.jsonl");
const TYPED: [&str; 10] = [
    "e",
    "\n",
    " my patient in bed 9 ",
    "\"",
    "Mercy Hill, ",
    "dob:\n12/03/1980",
    "\u{430}",
    "M r s K o w a l",
    ". I ",
    "😀\u{200d}\n",
];

fn drafts() -> Vec<String> {
    let rows = DRAFTS.lines().step_by(29).take(30).map(|line| {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        row["text"].as_str().unwrap().to_owned()
    });
    rows.collect()
}

#[test]
fn every_fact_of_lines_is_that_of_a_whole_reading() {
    reads_as_a_whole(drafts().join("\n"), str::to_owned);
}

#[test]
fn every_fact_of_one_paragraph_is_that_of_a_whole_reading() {
    let unbroken = |text: &str| text.replace(['\n', '\r'], " ");
    reads_as_a_whole(unbroken(&drafts().join(" ")), unbroken);
}

/// Edits `text` sixty times with what `typed` makes of [`TYPED`].
fn reads_as_a_whole(mut text: String, typed: impl Fn(&str) -> String) {
    let (terms, context) = (Terms::default(), Context::default());
    let mut reading = Reading::default();
    let (mut number, mut spliced) = (7_u64, 0);
    for round in 0..60 {
        let read = reading.read(&text, &context, (1, &terms));
        let whole = Draft::new(&text);
        let facts = Facts::in_context(&whole, &terms, &context);
        assert_eq!(
            format!("{:?}", read.draft.tokens()),
            format!("{:?}", whole.tokens()),
            "round {round}"
        );
        assert_eq!(
            format!("{:?}", read.facts),
            format!("{facts:?}"),
            "round {round}"
        );
        spliced += usize::from(read.is_spliced);
        reading.keep(read, &context, 1);
        // Knuth's constants for numbers that look random.
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let mut at = usize::try_from(number >> 33).unwrap_or(0) % text.len();
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        if round % 3 == 2 {
            text.remove(at);
        } else {
            text.insert_str(at, &typed(TYPED[round % TYPED.len()]));
        }
    }
    assert!(spliced > 40, "{spliced} of 60 edits were spliced in");
}
