use super::{Cue, book};
use crate::draft::Draft;
use crate::facts::Facts;

fn said(text: &str, cue: Cue) -> bool {
    Facts::new(&Draft::new(text)).says(cue)
}

/// Every line of the lists but names of lists, kinds and remarks.
fn written() -> usize {
    let files = std::fs::read_dir("data/cues").expect("the lists are there");
    let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let is_phrase = |line: &&str| {
        let is_list = line.starts_with('$') && line.contains(" = ");
        !(line.is_empty() || line.starts_with("# ") || line.starts_with('[') || is_list)
    };
    let count = |text: String| text.lines().map(str::trim).filter(is_phrase).count();
    texts.map(count).sum()
}

#[test]
fn every_phrase_of_the_lists_is_read() {
    assert_eq!(book().phrases.len(), written());
}

#[test]
fn gaps_stay_in_one_sentence() {
    assert!(said("I know where you live", Cue::Threat));
    assert!(!said("I know. Where do you live?", Cue::Threat));
}

#[test]
fn denied_and_quoted_words_are_not_said() {
    assert!(said("what a gomer", Cue::Label));
    assert!(!said("never say \"gomer\" on my ward", Cue::Label));
    assert!(!said("nobody is a gomer", Cue::Label));
}

#[test]
fn numbers_and_optional_parts_fit() {
    assert!(said(
        "door code for the ward is still 4471",
        Cue::Credential
    ));
    assert!(!said("we coded twice", Cue::Credential));
}
