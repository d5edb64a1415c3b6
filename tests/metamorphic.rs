//! Drafts told twice: what changes nothing for a reader must not change the
//! verdict, and without its patient a story is clear.

use primum::check::Checker;
use primum::context::Context;
use primum::finding::Verdict;
use primum::tagged::Case;

/// `{name}`, `{place}`, `{age}`, `{bed}` stand for what is changed.
struct Story {
    text: &'static str,
    /// The same without the person in care; empty where there is none to remove.
    without: &'static str,
    prompts: bool,
}

const fn risky(text: &'static str, without: &'static str) -> Story {
    Story {
        text,
        without,
        prompts: true,
    }
}

const fn harmless(text: &'static str) -> Story {
    Story {
        text,
        without: "",
        prompts: false,
    }
}

const STORIES: &[Story] = &[
    risky(
        "My patient Mrs {name} in bed {bed} didn't sleep again tonight",
        "The kettle didn't work again tonight",
    ),
    risky(
        "Tonight I looked after a {age} year old bus driver from {place} with a broken hip. She's back in theatre tomorrow.",
        "Tonight I looked at bus timetables. It's back to work tomorrow.",
    ),
    risky(
        "We intubated the mayor of {place} this morning, he's {age} and it isn't going well",
        "We met the mayor of {place} this morning, it isn't going well",
    ),
    risky(
        "My patient in bed {bed}, a judge from {place}, doesn't like our jelly",
        "The judge of the bake-off in {place} doesn't like our jelly",
    ),
    risky(
        "MRN 48392{bed}: {name}'s potassium is still wrong, can't reach the family",
        "The potassium lecture is still wrong, can't reach the organiser",
    ),
    harmless("Wash your hands, it's flu season in {place} and the clinic's busy"),
    harmless("My daughter's {age} today and we're off to {place} for cake"),
    harmless("Running the {place} half marathon with {name}, who's much faster than I am"),
    harmless("Our journal club meets in room {bed}, don't forget the biscuits"),
    harmless("It's {age} years since I qualified. I wouldn't change a thing"),
];

const NAMES: &[&str] = &["Lindqvist", "Okonjo", "Kowalska", "Hargreaves"];
const PLACES: &[&str] = &["Norwich", "Bristol", "Leicester", "Glasgow"];
const AGES: &[&str] = &["34", "47", "52", "61"];
const BEDS: &[&str] = &["3", "7", "9", "4"];
/// A sentence that is about nobody.
const HARMLESS: &[&str] = &[
    "Good morning everyone.",
    "What a week.",
    "The coffee is terrible.",
];

fn filled(text: &str, at: usize) -> String {
    let one = |list: &[&'static str]| list[at % list.len()];
    text.replace("{name}", one(NAMES))
        .replace("{place}", one(PLACES))
        .replace("{age}", one(AGES))
        .replace("{bed}", one(BEDS))
}

fn verdict(text: &str) -> Verdict {
    let context: Context = Case::new("").context;
    Checker::default().check(text, &context).verdict
}

/// Whether the clinician is asked to pause: what must not change.
fn prompts(text: &str) -> bool {
    verdict(text) >= Verdict::Caution
}

/// Checks every story, changed by `change`, against what it must answer; all
/// that differ stand in one message.
fn assert_unchanged(change: impl Fn(&str) -> Vec<String>) {
    let mut differ = Vec::new();
    for story in STORIES {
        for text in change(story.text) {
            if prompts(&text) != story.prompts {
                differ.push(format!(
                    "{:?}, expected a prompt: {}: {text}",
                    verdict(&text),
                    story.prompts
                ));
            }
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn names_places_and_numbers_may_change() {
    assert_unchanged(|text| (0..NAMES.len()).map(|at| filled(text, at)).collect());
}

#[test]
fn apostrophes_may_be_typographic_or_left_out() {
    assert_unchanged(|text| {
        let text = filled(text, 0);
        let left_out = ["'t", "'m", "'ve"]
            .iter()
            .fold(text.clone(), |text, short| text.replace(short, &short[1..]));
        vec![
            text.replace('\'', "\u{2019}"),
            text.replace('\'', "`").replace('`', "\u{2018}"),
            left_out,
        ]
    });
}

#[test]
fn a_harmless_sentence_changes_nothing() {
    assert_unchanged(|text| {
        let text = filled(text, 1);
        let before = HARMLESS.iter().map(|more| format!("{more} {text}"));
        let after = HARMLESS.iter().map(|more| format!("{text}. {more}"));
        before.chain(after).collect()
    });
}

#[test]
fn lines_may_be_split_between_sentences() {
    assert_unchanged(|text| {
        let text = filled(text, 2);
        vec![
            text.replace(". ", ".\n"),
            text.replace(". ", ".\r\n\r\n"),
            format!("\n{text}\n\n"),
        ]
    });
}

#[test]
fn spaces_and_invisible_signs_change_nothing() {
    assert_unchanged(|text| {
        let text = filled(text, 3);
        vec![
            text.replace(' ', "  "),
            text.replace(' ', "\u{a0}"),
            text.replace("e ", "e\u{200b} "),
        ]
    });
}

#[test]
fn shouting_changes_nothing() {
    assert_unchanged(|text| vec![filled(text, 0).to_uppercase()]);
}

#[test]
fn without_the_patient_a_story_is_clear() {
    for story in STORIES.iter().filter(|story| !story.without.is_empty()) {
        let text = filled(story.without, 0);
        assert!(!prompts(&text), "{:?}: {text}", verdict(&text));
    }
}
