//! Templates with their places filled in from the policy.

use std::collections::BTreeMap;

/// What stands in the places of templates.
pub type Places = BTreeMap<String, String>;

/// A template, ready to copy.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Filled {
    /// The text.
    pub text: String,
    /// How many `[places]` the clinician still has to fill in.
    pub open: usize,
}

/// Fills the places of `text`: what `known` does not say stays as `fallback` has it.
#[must_use]
pub fn fill(text: &str, known: &Places, fallback: &Places) -> Filled {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, name, after)) = next_place(rest) {
        filled.push_str(before);
        let value = known.get(name).filter(|value| !value.is_empty());
        filled.push_str(
            value
                .or_else(|| fallback.get(name))
                .map_or("", String::as_str),
        );
        rest = after;
    }
    filled.push_str(rest);
    let open = open_places(&filled);
    Filled { text: filled, open }
}

/// Text before the next `{name}`, the name, text after it.
fn next_place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, from) = text.split_once('{')?;
    let (name, after) = from.split_once('}')?;
    Some((before, name, after))
}

/// `[words]` to fill in; `[ ]` is a box to tick.
fn open_places(text: &str) -> usize {
    let inside = text
        .split('[')
        .skip(1)
        .filter_map(|rest| rest.split_once(']'));
    inside.filter(|(words, _)| !words.trim().is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(entries: &[(&str, &str)]) -> Places {
        entries
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn places_are_filled_from_the_policy_and_the_rest_stays_open() {
        let known = places(&[("portal", "https://portal.example.org"), ("phone", "")]);
        let fallback = places(&[("portal", "[your portal]"), ("phone", "[phone]")]);
        let filled = fill("Write to {portal} or call {phone}.", &known, &fallback);
        assert_eq!(
            filled.text,
            "Write to https://portal.example.org or call [phone]."
        );
        assert_eq!(filled.open, 1);
    }

    #[test]
    fn a_box_to_tick_and_a_lone_brace_are_left_as_they_are() {
        let filled = fill("[ ] Signed {", &Places::new(), &Places::new());
        assert_eq!(
            filled,
            Filled {
                text: "[ ] Signed {".to_owned(),
                open: 0
            }
        );
    }
}
