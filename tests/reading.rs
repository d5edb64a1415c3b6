//! Checking again after an edit gives what checking the whole draft gives, at any
//! place, whatever is typed, pasted or deleted.

#![expect(
    clippy::expect_used,
    reason = "a test stops where its own table is broken"
)]

use primum::check::Checker;
use primum::context::{Context, Surface};
use primum::policy::Policy;
use primum::reading::Reading;
use proptest::prelude::*;

const DRAFTS: &str = include_str!("drafts/drafts.jsonl");
/// Drafts joined: a few thousand characters, so that most edits leave most of it.
const JOINED: usize = 40;
/// Most characters deleted at once.
const MOST_DELETED: usize = 60;

/// What is typed: words that facts turn on, signs that break lines, words and
/// folds, and what reaches over the end of a line.
const TYPED: &[&str] = &[
    "a",
    "e",
    "s",
    " ",
    ".",
    "7",
    "\n",
    "\n\n",
    "\r\n",
    "\"",
    "'",
    "'s ",
    "!",
    "?",
    ",",
    "-",
    "@",
    "#",
    "Mrs ",
    "my patient ",
    "bed 9 ",
    "MRN ",
    "483920",
    "34yo ",
    "tonight ",
    "admitted to ",
    "St ",
    "Mercy Hill ",
    "7 West ",
    "my dad ",
    "my dog ",
    "exam ",
    "M r s K o w a l ",
    "\u{430}",
    "\u{301}",
    "\u{200d}",
    "\u{200b}",
    "😀",
    "é",
    "\u{a0}",
    "dob:\n12/03/1980",
    "phone\n",
    "+1 (212)\n555-0100",
    "ann@\nexample.org",
    "\"said\n\"she\"",
    "www.a.example\n",
    "  \n  x",
    "if ",
    "never ",
    "novel about ",
    "with her signed consent ",
    "I'm your nurse",
];

fn drafts() -> Vec<String> {
    let texts = DRAFTS.lines().map(|line| {
        let row: serde_json::Value = serde_json::from_str(line).expect("one draft a line");
        row["text"].as_str().expect("a draft has a text").to_owned()
    });
    texts.collect()
}

/// One edit: where (by share of the length), how much goes, what comes.
type Edit = (f64, usize, Vec<&'static str>);

fn edit() -> impl Strategy<Value = Edit> {
    let deleted = prop_oneof![4 => Just(0), 2 => Just(1), 1 => 0..MOST_DELETED];
    let typed = prop::collection::vec(prop::sample::select(TYPED), 0..3);
    (0.0..1.0, deleted, typed)
}

/// Byte `at` or the end of the character it stands in.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a place somewhere in a short text"
)]
fn edited(text: &str, (share, deleted, typed): &Edit) -> String {
    let start = boundary(text, (text.len() as f64 * share) as usize);
    let end = boundary(text, (start + deleted).min(text.len()));
    format!("{}{}{}", &text[..start], typed.concat(), &text[end..])
}

/// Drafts, each on a line of its own, or all of them one paragraph.
fn joined(first: usize, is_one_paragraph: bool) -> String {
    let drafts = drafts();
    let joined = drafts.iter().cycle().skip(first).take(JOINED);
    let joined = joined.map(String::as_str).collect::<Vec<_>>();
    if is_one_paragraph {
        joined.join(" ").replace(['\n', '\r'], " ")
    } else {
        joined.join("\n")
    }
}

/// Edits of `text` one after the other, each checked again and as a whole.
fn agrees(checker: &Checker, context: &Context, mut text: String, edits: &[Edit]) {
    let mut reading = Reading::default();
    for (number, edit) in edits.iter().enumerate() {
        let again = checker.check_again(&mut reading, &text, context);
        assert_eq!(again, checker.check(&text, context), "before edit {number}");
        text = edited(&text, edit);
    }
}

fn with_terms() -> Checker {
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Checker::new(Policy {
        place_names: own(&["Mercy Hill", "7 West", "Heron"]),
        ..Policy::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn to_check_again_is_to_check_the_whole(
        first in 0..1000_usize,
        edits in prop::collection::vec(edit(), 2..24),
        has_terms in any::<bool>(),
        is_one_paragraph in any::<bool>(),
    ) {
        let checker = if has_terms { with_terms() } else { Checker::default() };
        agrees(&checker, &Context::default(), joined(first, is_one_paragraph), &edits);
    }
}

#[test]
fn another_checker_surface_or_parent_is_read_anew() {
    let text = joined(0, false);
    let reply = Context {
        surface: Surface::Reply,
        parent: Some("My chest hurts, any advice?".to_owned()),
        ..Context::default()
    };
    let (plain, own) = (Checker::default(), with_terms());
    let mut reading = Reading::default();
    for (checker, context) in [
        (&plain, &Context::default()),
        (&own, &Context::default()),
        (&own, &reply),
        (&plain, &reply),
        (&plain, &Context::default()),
    ] {
        let again = checker.check_again(&mut reading, &text, context);
        assert_eq!(again, checker.check(&text, context));
    }
}
