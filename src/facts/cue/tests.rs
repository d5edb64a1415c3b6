use super::{Cue, book};
use crate::draft::Draft;
use crate::facts::Facts;

fn said(text: &str, cue: Cue) -> bool {
    Facts::new(&Draft::new(text)).says(cue)
}

#[test]
fn every_line_of_the_lists_is_read() {
    assert!(book().unread.is_empty(), "{:#?}", book().unread);
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
