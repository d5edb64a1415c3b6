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

#[test]
fn every_fact_is_that_of_a_whole_reading() {
    let drafts: Vec<String> = DRAFTS
        .lines()
        .step_by(29)
        .take(30)
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|row| row["text"].as_str().map(str::to_owned))
        .collect();
    let mut text = drafts.join("\n");
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
            text.insert_str(at, TYPED[round % TYPED.len()]);
        }
    }
    assert!(spliced > 40, "{spliced} of 60 edits were spliced in");
}
