use super::*;

fn forms(text: &str) -> Vec<String> {
    let tokens = Tokens::new(text);
    (0..tokens.len())
        .map(|i| tokens.lower(i).to_owned())
        .collect()
}

#[test]
fn letters_and_digits_are_split() {
    assert_eq!(
        forms("34yo in B14 at 3am"),
        ["34", "yo", "in", "b", "14", "at", "3", "am"]
    );
}

#[test]
fn apostrophes_do_not_change_the_word() {
    assert_eq!(forms("don't dont"), ["dont", "dont"]);
    assert_eq!(forms("patient's son"), ["patient", "s", "son"]);
}

#[test]
fn titles_and_initials_do_not_end_a_sentence() {
    let tokens = Tokens::new("Mrs. Lindqvist in bed 12. J. Smith left! Why?? ok");
    assert_eq!(tokens.sentence_count(), 4);
}

#[test]
fn an_emoji_family_is_one_symbol() {
    assert_eq!(forms("👨‍👩‍👧 ok").len(), 2);
}
