//! Whether anybody speaks: a headline, a title or a question to a textbook says
//! neither "I" nor "you", and names nobody, no hour and no bed. It begins with a
//! capital and has no emoji: who types on a phone in a hurry speaks.

use super::Facts;
use super::care::Strength;
use crate::sense::{class, marked};
use crate::token::{Kind, Shape, Tokens};

/// Words of somebody who speaks, or is spoken to, and of when.
const SPOKEN: u128 = class::I_ME
    | class::WE
    | class::MY
    | class::YOU
    | class::FRESH
    | class::WEEKDAY
    | class::RECURRING
    | class::SHIFT
    | class::OUR_CARE
    | class::INSULT
    | marked::CLOCK
    | marked::BED_NUMBER;

impl Facts {
    /// Whether the draft reads as a headline: told by nobody, about nobody in care.
    #[must_use]
    pub fn is_headline(&self, tokens: &Tokens) -> bool {
        let all = tokens.all();
        let first = all.iter().find(|token| token.kind == Kind::Word);
        let hurried = first.is_some_and(|word| word.shape == Shape::Lower)
            || all
                .iter()
                .any(|token| matches!(token.kind, Kind::Symbol | Kind::Hashtag));
        let in_care = self
            .case
            .as_ref()
            .is_some_and(|case| case.strength >= Strength::Likely);
        !self.senses.any(SPOKEN)
            && self.names.is_empty()
            && self.beds.is_empty()
            && !in_care
            && !hurried
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;

    #[test]
    fn a_headline_has_no_speaker() {
        let reads = |text: &str| {
            let draft = Draft::new(text);
            Facts::new(&draft).is_headline(draft.tokens())
        };
        for text in [
            "Thirty newborns exposed to measles after a man walks through a ward in Ontario",
            "Recommended antibiotics for a child with strep throat?",
        ] {
            assert!(reads(text), "{text}");
        }
        for text in [
            "Had a man walk through our ward with measles",
            "the triple A in bay 2 is circling the drain",
            "two gallbladders and a hernia tonight",
            "the appendix in twelve wants crisps",
            "Mrs Ferrante needs strep antibiotics",
        ] {
            assert!(!reads(text), "{text}");
        }
    }
}
