//! Times of day, in figures and in words.

use super::{ONE, number};
use crate::facts::numeral::in_words;
use crate::token::Tokens;

/// On the face of a clock.
const HOURS: u32 = 12;

/// The end of a time of day that begins at token `at`: "3 am", "3:40", "2 o'clock",
/// "two o'clock", "half past ten", "half nine", "quarter to three", "eleven thirty".
pub(super) fn at(tokens: &Tokens, at: usize) -> Option<usize> {
    in_figures(tokens, at).or_else(|| spelled(tokens, at))
}

fn in_figures(tokens: &Tokens, at: usize) -> Option<usize> {
    number(tokens, at).filter(|hour| *hour < 25 * ONE)?;
    let mut end = at + 1;
    let minutes = tokens.lower(end) == ":" && number(tokens, end + 1).is_some_and(|m| m < 60 * ONE);
    if minutes {
        end += 2;
    }
    past_suffix(tokens, end).or_else(|| minutes.then_some(end))
}

fn spelled(tokens: &Tokens, at: usize) -> Option<usize> {
    let next = tokens.lower(at + 1);
    match tokens.lower(at) {
        "half" if next == "past" && is_hour(tokens, at + 2) => Some(at + 3),
        // "half one", "half two" are parts of things as well.
        "half" if is_hour(tokens, at + 1) && !matches!(next, "one" | "two") => Some(at + 2),
        // "Five to ten" is a range of anything.
        "quarter" if next == "to" && is_hour(tokens, at + 2) => Some(at + 3),
        "quarter" | "five" | "ten" | "twenty" if next == "past" && is_hour(tokens, at + 2) => {
            Some(at + 3)
        }
        _ if !is_hour(tokens, at) => None,
        // "Which one am I?"
        "one" if next == "am" => None,
        _ if matches!(next, "fifteen" | "thirty") => {
            Some(past_suffix(tokens, at + 2).unwrap_or(at + 2))
        }
        _ => past_suffix(tokens, at + 1),
    }
}

/// The end of "am", "p.m.", "o'clock" at `at`.
fn past_suffix(tokens: &Tokens, at: usize) -> Option<usize> {
    let suffix = matches!(tokens.lower(at), "am" | "pm" | "oclock" | "hrs")
        || matches!(tokens.lower(at), "a" | "p")
            && tokens.lower(at + 1) == "."
            && tokens.lower(at + 2) == "m";
    suffix.then_some(at + 1)
}

fn is_hour(tokens: &Tokens, at: usize) -> bool {
    in_words(tokens.lower(at)).is_some_and(|hour| hour <= HOURS)
}

#[cfg(test)]
mod tests {
    use super::at;
    use crate::fold::fold;
    use crate::token::Tokens;

    fn read(text: &str) -> Option<usize> {
        at(&Tokens::new(fold(text).text()), 0)
    }

    #[test]
    fn times_of_day_in_figures_and_in_words() {
        for (text, end) in [
            ("3 am", 2),
            ("3:40 and", 3),
            ("2 o'clock", 2),
            ("two o’clock was late", 2),
            ("half past ten", 3),
            ("half nine list", 2),
            ("quarter to three pm", 3),
            ("eleven thirty am", 3),
            ("Nine fifteen", 2),
        ] {
            assert_eq!(read(text), Some(end), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_times() {
        for text in [
            "two of them",
            "half two of these",
            "half a dozen",
            "five to ten of them",
            "quarter of ten",
            "one am I",
            "three thousand",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
