//! A plan of changes, token by token, that keeps the sentences whole: no
//! preposition, comma or space is left over, "a" and capitals are set right.

use std::ops::Range;

use super::words::{article, capitalised, is_closing};
use crate::draft::Draft;
use crate::finding::Edit;
use crate::token::{Kind, Token, Tokens};

/// What becomes of a token.
#[derive(Clone, Debug, PartialEq)]
enum Fate {
    Keep,
    Drop,
    Say(String),
}

/// Changes of one draft.
pub(super) struct Plan<'a> {
    draft: &'a Draft<'a>,
    fates: Vec<Fate>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(draft: &'a Draft<'a>) -> Self {
        Self {
            fates: vec![Fate::Keep; draft.tokens().len()],
            draft,
        }
    }

    pub(super) fn tokens(&self) -> &'a Tokens {
        self.draft.tokens()
    }

    pub(super) fn lower(&self, at: usize) -> &'a str {
        self.tokens().lower(at)
    }

    /// Whether none of `range` has been changed yet.
    pub(super) fn is_free(&self, range: &Range<usize>) -> bool {
        range
            .clone()
            .all(|at| self.fates.get(at) == Some(&Fate::Keep))
    }

    /// Drops `range`.
    pub(super) fn drop(&mut self, range: Range<usize>) {
        for at in range {
            if self.fates.get(at) == Some(&Fate::Keep) {
                self.fates[at] = Fate::Drop;
            }
        }
    }

    /// Says `words` instead of `range`; nothing when part of it was changed before.
    pub(super) fn say(&mut self, range: Range<usize>, words: &str) {
        if self.is_free(&range) && !range.is_empty() {
            self.drop(range.clone());
            self.fates[range.start] = Fate::Say(words.to_owned());
        }
    }

    /// Whether a token before `at` is kept; `None` at the start of a sentence.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        let sentence = self.tokens().all().get(at)?.sentence;
        let before = at.checked_sub(1)?;
        (self.tokens().all()[before].sentence == sentence).then_some(before)
    }

    /// Whether `words` stand between commas or in brackets, or end a list.
    pub(super) fn is_aside(&self, words: &Range<usize>) -> bool {
        let opened = self
            .before(words.start)
            .is_some_and(|at| matches!(self.lower(at), "," | "("));
        let next = self.tokens().all().get(words.end);
        opened
            && (next.is_none_or(|next| next.kind == Kind::Break)
                || is_closing(self.lower(words.end)))
    }

    /// The edits of the source, in order; `None` when they would overlap.
    pub(super) fn edits(mut self) -> Option<Vec<Edit>> {
        self.drop_empty_sentences();
        self.drop_left_overs();
        self.drop_empty_sentences();
        self.set_articles();
        self.set_capitals();
        let mut edits: Vec<Edit> = Vec::new();
        let mut at = 0;
        while at < self.fates.len() {
            let end = (at..self.fates.len())
                .find(|i| self.fates[*i] == Fate::Keep)
                .unwrap_or(self.fates.len());
            if end > at {
                let edit = self.edit(at..end);
                if edits
                    .last()
                    .is_some_and(|last| last.byte_end > edit.byte_start)
                {
                    return None;
                }
                edits.push(edit);
            }
            at = end + 1;
        }
        Some(edits)
    }

    fn is_word(token: &Token) -> bool {
        !matches!(token.kind, Kind::Mark | Kind::Break | Kind::Symbol)
    }

    /// A sentence of which only signs are left goes altogether.
    fn drop_empty_sentences(&mut self) {
        for sentence in 0..self.tokens().sentence_count() {
            let range = self.tokens().sentence(sentence);
            let all = self.tokens().all();
            let changed = range.clone().any(|at| self.fates[at] != Fate::Keep);
            let says_nothing = range.clone().all(|at| {
                self.fates[at] == Fate::Drop
                    || self.fates[at] == Fate::Keep && !Self::is_word(&all[at])
            });
            if changed && says_nothing {
                for at in range {
                    if all[at].kind != Kind::Break {
                        self.fates[at] = Fate::Drop;
                    }
                }
            }
        }
    }

    /// Commas, brackets, "and" and prepositions that lead to nothing any more.
    fn drop_left_overs(&mut self) {
        let mut changed = true;
        while changed {
            changed = false;
            let mut at = 0;
            while at < self.fates.len() {
                if self.fates[at] != Fate::Drop || at > 0 && self.fates[at - 1] == Fate::Drop {
                    at += 1;
                    continue;
                }
                let end = (at..self.fates.len())
                    .find(|i| self.fates[*i] != Fate::Drop)
                    .unwrap_or(self.fates.len());
                for idle in self.idle_around(at, end) {
                    self.fates[idle] = Fate::Drop;
                    changed = true;
                }
                at = end;
            }
        }
    }

    /// Signs and little words around a dropped run `first..end` that go with it.
    fn idle_around(&self, first: usize, end: usize) -> Vec<usize> {
        let all = self.tokens().all();
        let says = first
            .checked_sub(1)
            .is_some_and(|at| matches!(self.fates[at], Fate::Say(_)));
        if says {
            return Vec::new();
        }
        let before = self.before(first);
        let next = (end < all.len()).then_some(end);
        let ahead = before.map_or("", |at| self.lower(at));
        let behind = next.map_or("", |at| self.lower(at));
        let closes = next.is_none_or(|at| all[at].kind == Kind::Break || is_closing(behind));
        let kept = |at: &usize| self.fates[*at] == Fate::Keep;
        let hangs = matches!(
            ahead,
            "," | ";"
                | ":"
                | "-"
                | "–"
                | "—"
                | "and"
                | "or"
                | "with"
                | "at"
                | "of"
                | "from"
                | "for"
                | "near"
        );
        let mut idle = Vec::new();
        match (before, next) {
            (Some(before), Some(next)) if (ahead, behind) == ("(", ")") => {
                idle.extend([before, next]);
            }
            // "Shanice, 555-0142, she rang": between two clauses one comma stays.
            (Some(before), Some(next)) if (ahead, behind) == (",", ",") => {
                idle.push(before);
                if !starts_clause(self.lower(next + 1)) {
                    idle.push(next);
                }
            }
            (Some(before), _) if hangs && closes => idle.push(before),
            (None, Some(next))
                if matches!(
                    behind,
                    "," | ";" | ":" | "-" | "–" | "—" | "and" | "but" | "so"
                ) =>
            {
                idle.push(next);
            }
            _ => {}
        }
        idle.retain(kept);
        idle
    }

    /// "a" or "an" by what now follows.
    fn set_articles(&mut self) {
        for at in 0..self.fates.len() {
            let is_article = matches!(self.lower(at), "a" | "an") && self.fates[at] == Fate::Keep;
            let changed = self
                .fates
                .get(at + 1)
                .is_some_and(|fate| *fate != Fate::Keep);
            let Some(next) = self.spoken_from(at + 1).filter(|_| is_article && changed) else {
                continue;
            };
            let right = article(&next);
            if right != self.lower(at) {
                self.fates[at] = Fate::Say(right.to_owned());
                if self.text(at).starts_with(char::is_uppercase) {
                    self.fates[at] = Fate::Say(capitalised(right));
                }
            }
        }
    }

    fn spoken_from(&self, from: usize) -> Option<String> {
        (from..self.fates.len()).find_map(|at| match &self.fates[at] {
            Fate::Drop => None,
            Fate::Keep => Some(self.text(at).to_owned()),
            Fate::Say(words) => Some(words.clone()),
        })
    }

    fn text(&self, at: usize) -> &'a str {
        let token = self.tokens().all()[at];
        self.draft.text().get(token.bytes()).unwrap_or("")
    }

    /// A sentence that began with a capital, or a figure, does so again.
    fn set_capitals(&mut self) {
        for sentence in 0..self.tokens().sentence_count() {
            let range = self.tokens().sentence(sentence);
            let all = self.tokens().all();
            let Some(first) = range.clone().find(|at| Self::is_word(&all[*at])) else {
                continue;
            };
            let small = self.text(first).starts_with(char::is_lowercase);
            if self.fates[first] == Fate::Keep || small {
                continue;
            }
            let spoken = (first..range.end).find(|at| {
                self.fates[*at] != Fate::Drop
                    && (Self::is_word(&all[*at]) || self.fates[*at] != Fate::Keep)
            });
            let Some(at) = spoken else { continue };
            match &self.fates[at] {
                Fate::Say(words) => self.fates[at] = Fate::Say(capitalised(words)),
                Fate::Keep
                    if all[at].kind == Kind::Word
                        && self.text(at).starts_with(char::is_lowercase) =>
                {
                    self.fates[at] = Fate::Say(capitalised(self.text(at)));
                }
                _ => {}
            }
        }
    }

    fn edit(&self, run: Range<usize>) -> Edit {
        let said: Vec<&str> = self.fates[run.clone()]
            .iter()
            .filter_map(|fate| match fate {
                Fate::Say(words) => Some(words.as_str()),
                _ => None,
            })
            .collect();
        let bytes = if said.is_empty() {
            self.with_its_space(&run)
        } else {
            self.draft.bytes_of(run)
        };
        let source = self.draft.to_source(bytes);
        Edit {
            byte_start: source.start,
            byte_end: source.end,
            replacement: said.join(" "),
        }
    }

    /// A dropped run with the space that would be doubled or left at an end.
    fn with_its_space(&self, run: &Range<usize>) -> Range<usize> {
        let all = self.tokens().all();
        let bytes = self.draft.bytes_of(run.clone());
        let open = run
            .start
            .checked_sub(1)
            .filter(|at| all[*at].kind != Kind::Break)
            .map(|at| (all[at].bytes().end, self.lower(at)));
        let next = all.get(run.end).filter(|token| token.kind != Kind::Break);
        match (open, next) {
            (None, None) => bytes,
            (None, Some(next)) => bytes.start..next.bytes().start,
            (Some((end, _)), None) => end..bytes.end,
            (Some((end, sign)), Some(next)) => {
                let mark = is_closing(self.lower(run.end)) || self.text(run.end) == "'s";
                if mark || sign == "(" {
                    end..next.bytes().start
                } else if end < bytes.start {
                    bytes.start..next.bytes().start
                } else {
                    bytes
                }
            }
        }
    }
}

/// Words that begin a clause of their own.
fn starts_clause(word: &str) -> bool {
    const STARTS: [&str; 22] = [
        "i", "we", "you", "he", "she", "it", "they", "hes", "shes", "its", "theyre", "im", "the",
        "a", "my", "our", "his", "her", "their", "this", "please", "can",
    ];
    STARTS.contains(&word)
}
