//! A plan of changes, token by token, that keeps the sentences whole: no
//! preposition, comma or space is left over, "a" and capitals are set right.

use std::collections::BTreeMap;
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
    /// Tokens that are not kept: a fix costs what it changes, not the draft.
    fates: BTreeMap<usize, Fate>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(draft: &'a Draft<'a>) -> Self {
        Self {
            fates: BTreeMap::new(),
            draft,
        }
    }

    pub(super) fn tokens(&self) -> &'a Tokens {
        self.draft.tokens()
    }

    pub(super) fn lower(&self, at: usize) -> &'a str {
        self.tokens().lower(at)
    }

    fn fate(&self, at: usize) -> &Fate {
        self.fates.get(&at).unwrap_or(&Fate::Keep)
    }

    fn set(&mut self, at: usize, fate: Fate) {
        self.fates.insert(at, fate);
    }

    /// The tokens that are not kept.
    fn changed(&self) -> impl Iterator<Item = usize> + '_ {
        self.fates.keys().copied()
    }

    /// Whether none of `range` has been changed yet.
    pub(super) fn is_free(&self, range: &Range<usize>) -> bool {
        range.is_empty()
            || range.end <= self.tokens().len() && self.fates.range(range.clone()).next().is_none()
    }

    /// The sentences that something was changed in.
    fn changed_sentences(&self) -> Vec<usize> {
        let all = self.tokens().all();
        let changed = self.changed().filter_map(|at| all.get(at));
        let mut sentences: Vec<usize> = changed.map(|token| token.sentence as usize).collect();
        sentences.dedup();
        sentences
    }

    /// The first token from `at` on whose fate is to be dropped.
    fn dropped_from(&self, at: usize) -> Option<usize> {
        let mut later = self.fates.range(at..);
        later.find_map(|(at, fate)| (*fate == Fate::Drop).then_some(*at))
    }

    /// The first token from `at` on of another fate than to be dropped.
    fn kept_from(&self, mut at: usize) -> usize {
        while *self.fate(at) == Fate::Drop {
            at += 1;
        }
        at
    }

    /// Drops `range`.
    pub(super) fn drop(&mut self, range: Range<usize>) {
        for at in range.start..range.end.min(self.tokens().len()) {
            if *self.fate(at) == Fate::Keep {
                self.set(at, Fate::Drop);
            }
        }
    }

    /// Says `words` instead of `range`; nothing when part of it was changed before.
    pub(super) fn say(&mut self, range: Range<usize>, words: &str) {
        if self.is_free(&range) && !range.is_empty() {
            self.drop(range.clone());
            self.set(range.start, Fate::Say(words.to_owned()));
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
        for run in self.runs() {
            let edit = self.edit(run);
            if edits
                .last()
                .is_some_and(|last| last.byte_end > edit.byte_start)
            {
                return None;
            }
            edits.push(edit);
        }
        Some(edits)
    }

    /// The tokens that are not kept, neighbours together.
    fn runs(&self) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for at in self.changed() {
            match runs.last_mut() {
                Some(last) if last.end == at => last.end += 1,
                _ => runs.push(at..at + 1),
            }
        }
        runs
    }

    fn is_word(token: &Token) -> bool {
        !matches!(token.kind, Kind::Mark | Kind::Break | Kind::Symbol)
    }

    /// A sentence of which only signs are left goes altogether.
    fn drop_empty_sentences(&mut self) {
        for sentence in self.changed_sentences() {
            let range = self.tokens().sentence(sentence);
            let all = self.tokens().all();
            let says_nothing = range.clone().all(|at| match self.fate(at) {
                Fate::Drop => true,
                Fate::Keep => !Self::is_word(&all[at]),
                Fate::Say(_) => false,
            });
            if says_nothing {
                for at in range {
                    if all[at].kind != Kind::Break {
                        self.set(at, Fate::Drop);
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
            let mut from = 0;
            while let Some(at) = self.dropped_from(from) {
                if at > 0 && *self.fate(at - 1) == Fate::Drop {
                    from = at + 1;
                    continue;
                }
                let end = self.kept_from(at);
                for idle in self.idle_around(at, end) {
                    self.set(idle, Fate::Drop);
                    changed = true;
                }
                from = end;
            }
        }
    }

    /// Signs and little words around a dropped run `first..end` that go with it.
    fn idle_around(&self, first: usize, end: usize) -> Vec<usize> {
        let all = self.tokens().all();
        let says = first
            .checked_sub(1)
            .is_some_and(|at| matches!(self.fate(at), Fate::Say(_)));
        if says {
            return Vec::new();
        }
        let before = self.before(first);
        let next = (end < all.len()).then_some(end);
        let ahead = before.map_or("", |at| self.lower(at));
        let behind = next.map_or("", |at| self.lower(at));
        let closes = next.is_none_or(|at| all[at].kind == Kind::Break || is_closing(behind));
        let kept = |at: &usize| *self.fate(*at) == Fate::Keep;
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
        let changed: Vec<usize> = self.changed().collect();
        for at in changed.into_iter().filter_map(|at| at.checked_sub(1)) {
            let is_article = matches!(self.lower(at), "a" | "an") && *self.fate(at) == Fate::Keep;
            if !is_article {
                continue;
            }
            let Some(next) = self.spoken_from(at + 1) else {
                continue;
            };
            let right = article(&next);
            if right != self.lower(at) {
                let capital = self.text(at).starts_with(char::is_uppercase);
                let said = if capital {
                    capitalised(right)
                } else {
                    right.to_owned()
                };
                self.set(at, Fate::Say(said));
            }
        }
    }

    fn spoken_from(&self, from: usize) -> Option<String> {
        (from..self.tokens().len()).find_map(|at| match self.fate(at) {
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
        for sentence in self.changed_sentences() {
            let range = self.tokens().sentence(sentence);
            let all = self.tokens().all();
            let Some(first) = range.clone().find(|at| Self::is_word(&all[*at])) else {
                continue;
            };
            let small = self.text(first).starts_with(char::is_lowercase);
            if *self.fate(first) == Fate::Keep || small {
                continue;
            }
            let spoken = (first..range.end).find(|at| {
                *self.fate(*at) != Fate::Drop
                    && (Self::is_word(&all[*at]) || *self.fate(*at) != Fate::Keep)
            });
            let Some(at) = spoken else { continue };
            let said = match self.fate(at) {
                Fate::Say(words) => capitalised(words),
                Fate::Keep
                    if all[at].kind == Kind::Word
                        && self.text(at).starts_with(char::is_lowercase) =>
                {
                    capitalised(self.text(at))
                }
                _ => continue,
            };
            self.set(at, Fate::Say(said));
        }
    }

    fn edit(&self, run: Range<usize>) -> Edit {
        let said: Vec<&str> = self
            .fates
            .range(run.clone())
            .filter_map(|(_, fate)| match fate {
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
