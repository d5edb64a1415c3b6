//! Facts of a draft that was edited: those of the lines around the edit come
//! from a fresh reading, the others stay and move with the text.

use std::ops::Range;

use super::care::Whole;
use super::identifier::Identifier;
use super::{Facts, care, cue};
use crate::change::{Change, Placed};
use crate::draft::Draft;
use crate::token::Tokens;

macro_rules! placed_by_tokens {
    ($($kind:ty,)+) => {
        $(impl Placed for $kind {
            fn place(&self) -> usize {
                self.tokens.start
            }

            fn shift(&mut self, by: usize) {
                self.tokens.shift(by);
            }
        })+
    };
}

placed_by_tokens! {
    super::name::Name,
    super::age::Age,
    super::time::Time,
    super::place::Place,
    super::term::Term,
    super::health::Health,
    super::speech_act::SpeechAct,
    super::cue::Found,
    super::care::Care,
}

impl Placed for super::addressee::You {
    fn place(&self) -> usize {
        self.at
    }

    fn shift(&mut self, by: usize) {
        self.at = self.at.wrapping_add(by);
        self.word = self.word.wrapping_add(by);
    }
}

impl Placed for Identifier {
    fn place(&self) -> usize {
        self.byte_start
    }

    fn shift(&mut self, by: usize) {
        self.byte_start = self.byte_start.wrapping_add(by);
        self.byte_end = self.byte_end.wrapping_add(by);
        self.value.shift(by);
        for range in self.cue.iter_mut().chain(&mut self.words) {
            range.shift(by);
        }
    }
}

impl Facts {
    /// What of the whole draft bears on the care that each sentence tells of.
    pub(crate) fn whole(&self, tokens: &Tokens) -> Whole {
        Whole::of(tokens, self)
    }

    /// Whether an identifier reaches over the folded byte `byte_at`: others end
    /// with their line.
    pub(crate) fn straddle(&self, byte_at: usize) -> bool {
        let until = self
            .identifiers
            .partition_point(|found| found.byte_start < byte_at);
        let last = until.checked_sub(1).and_then(|at| self.identifiers.get(at));
        last.is_some_and(|found| found.byte_end > byte_at)
    }

    /// Takes what lines tell by themselves over from `fresh`, where `change` says;
    /// `draft` is the draft as it is now, `whole` what bore on its care before.
    /// What the draft tells as a whole is read anew.
    pub(crate) fn splice(
        &mut self,
        fresh: &Self,
        change: &Change,
        draft: &Draft<'_>,
        whole: &Whole,
    ) {
        let by_token = &change.tokens;
        by_token.splice(&mut self.names, &fresh.names);
        by_token.splice(&mut self.ages, &fresh.ages);
        by_token.splice(&mut self.times, &fresh.times);
        by_token.splice(&mut self.places, &fresh.places);
        by_token.splice(&mut self.workplaces, &fresh.workplaces);
        by_token.splice(&mut self.terms, &fresh.terms);
        by_token.splice(&mut self.health, &fresh.health);
        by_token.splice(&mut self.beds, &fresh.beds);
        by_token.splice(&mut self.acts, &fresh.acts);
        by_token.splice(&mut self.cues, &fresh.cues);
        by_token.splice(&mut self.addressee.yous, &fresh.addressee.yous);
        change
            .bytes
            .splice(&mut self.identifiers, &fresh.identifiers);
        change
            .sentences
            .splice_each(&mut self.subjects, &fresh.subjects);
        let tokens = draft.tokens();
        for cue in &mut self.cues {
            cue.sentence = tokens.sentence_at(cue.tokens.start);
        }
        self.senses.splice(&fresh.senses, change, tokens);
        let quoted = self.quotes.count(&by_token.old);
        self.quotes.splice(&fresh.quotes, by_token);
        let start = by_token.old.start;
        let read = start..start + by_token.fresh.len();
        if self.quotes.count(&read) == quoted && *whole == Whole::of(tokens, self) {
            self.splice_care(change, draft, &read);
        } else {
            cue::mark_quoted(&self.quotes, &mut self.cues);
            self.care = care::find(draft, self);
        }
        self.of_whole_beside_care(draft);
    }

    /// Reads care anew in the sentences of the tokens `read` and the one behind,
    /// which looks back at one; elsewhere nothing bears on it that has changed.
    fn splice_care(&mut self, change: &Change, draft: &Draft<'_>, read: &Range<usize>) {
        let tokens = draft.tokens();
        let first = self
            .cues
            .partition_point(|cue| cue.tokens.start < read.start);
        let end = self.cues.partition_point(|cue| cue.tokens.start < read.end);
        cue::mark_quoted(&self.quotes, &mut self.cues[first..end]);
        let sentences = &change.sentences;
        let behind = sentences.old.start + sentences.fresh.len() + 1;
        let sentences = sentences.old.start..behind.min(tokens.sentence_count());
        change.tokens.splice(&mut self.care, &[]);
        for care in &mut self.care {
            care.sentence = tokens.sentence_at(care.tokens.start);
        }
        self.care.retain(|care| !sentences.contains(&care.sentence));
        let place = self
            .care
            .partition_point(|care| care.sentence < sentences.start);
        let fresh = care::find_in(draft, self, sentences);
        self.care.splice(place..place, fresh);
    }
}
