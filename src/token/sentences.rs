//! Where sentences end.

use super::{Kind, Tokens, as_u32};

/// Most tokens of one sentence. A longer one (a wall of text without a full
/// stop) goes on as the next, so that whatever reads whole sentences stays
/// linear in the draft. No labelled draft has a sentence half as long.
const LONGEST_SENTENCE: usize = 256;

impl Tokens {
    pub(super) fn number_sentences(&mut self, text: &str) {
        let mut first = 0;
        for index in 0..self.list.len() {
            if index == first {
                self.sentence_starts.push(as_u32(first));
            }
            self.list[index].sentence = as_u32(self.sentence_starts.len() - 1);
            if self.ends_sentence(text, index) || index - first + 1 == LONGEST_SENTENCE {
                first = index + 1;
            }
        }
    }

    fn ends_sentence(&self, text: &str, index: usize) -> bool {
        let token = &self.list[index];
        match token.kind {
            Kind::Break => true,
            Kind::Mark => match &text[token.bytes()] {
                "!" | "?" => self
                    .list
                    .get(index + 1)
                    .is_none_or(|next| !matches!(&text[next.bytes()], "!" | "?")),
                "." => self.full_stop_ends(text, index),
                _ => false,
            },
            _ => false,
        }
    }

    /// A full stop ends a sentence unless it follows a title or an initial, or
    /// the next word goes on in lower case without a space.
    fn full_stop_ends(&self, text: &str, index: usize) -> bool {
        const TITLES: [&str; 12] = [
            "mr", "mrs", "ms", "dr", "st", "sr", "jr", "prof", "vs", "approx", "no", "dept",
        ];
        let Some(next) = self.list.get(index + 1) else {
            return true;
        };
        if next.glued && next.kind != Kind::Symbol {
            return false;
        }
        let before = if index > 0 { self.lower(index - 1) } else { "" };
        let initial = before.chars().count() == 1
            && before != "i"
            && text[next.bytes()]
                .chars()
                .next()
                .is_some_and(char::is_uppercase);
        !(TITLES.contains(&before) || initial)
    }
}
