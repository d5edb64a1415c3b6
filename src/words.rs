//! What each word of a draft is by itself, before its neighbours count: what the
//! lexicon knows of it, whether it begins a phrase, and which of the short lists
//! hold it that facts ask of every word.
//!
//! All of that follows from the spelling alone, so it is worked out once for a
//! word and kept under the word's hash: a draft repeats its words, and a draft
//! checked at every key press repeats nearly all of them.

use std::cell::RefCell;

use crate::facts::{addressee, age, bed, care, cue, name, speech_act, subject, workplace};
use crate::lexicon::{self, WordInfo};
use crate::sense;
use crate::token::Tokens;
use crate::word_set::WordSet;

/// Words kept: the thousand commonest make up four fifths of English prose, and
/// each has two places, so a few times as many places as that keep them apart.
const KEPT: usize = 16384;

macro_rules! lists {
    ($($(#[doc = $doc:literal])+ $name:ident = $list:expr,)+) => {
        /// The lists, a bit each: for [`Word::lists`].
        pub mod list {
            #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "only counts the lists")]
            enum Bit { $($name,)+ }
            $($(#[doc = $doc])+ pub const $name: u64 = 1 << Bit::$name as u64;)+
        }

        const LISTS: &[(u64, &WordSet)] = &[$((list::$name, &$list),)+];
    };
}

lists! {
    /// Verbs that direct a treatment.
    DIRECTS = speech_act::DIRECTS,
    /// Begins a verdict on a body.
    VERDICT = speech_act::VERDICT,
    /// Makes a verdict sure.
    SURE = speech_act::SURE,
    /// Begins talking somebody out of care.
    DISSUADES = speech_act::DISSUADES,
    /// Verbs that change a dose.
    ADJUSTS = speech_act::ADJUSTS,
    /// Begins an offer to judge.
    OFFERS = speech_act::OFFERS,
    /// Tests that have results.
    TESTS = speech_act::TESTS,
    /// "on", "in", "under" … before a place of care.
    SITE = care::SITE,
    /// "to", "with" … before "us".
    WITH = care::WITH,
    /// "my", "our".
    OWN = care::OWN,
    /// "on", "this" before a shift.
    SHIFT = care::SHIFT,
    /// "lost", "of", "the", "s" … that begin the rarer signs of care.
    SIGNS = care::SIGNS,
    /// Supposed or denied.
    STANCE = subject::STANCE,
    /// "i", "im", "ive".
    WRITER = subject::WRITER,
    /// What an age can begin with, beside a number in digits.
    AGE = age::BEGINS,
    /// "in", "from" before a room's number.
    ROOM = bed::BARE,
    /// "mr", "dr" and other titles.
    TITLE = name::TITLES,
    /// "doctor", "nurse" and other titles of clinicians.
    CLINICIAN_TITLE = name::CLINICIAN_TITLES,
    /// Whoever may be the writer's patient, and "my".
    PATIENTS = addressee::PATIENTS,
    /// "your", "from" … that begin a tie of care.
    TIES = addressee::TIES,
    /// "ward", "patients" … that make the place beside them one of care.
    OF_CARE = workplace::OF_CARE,
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    key: u64,
    /// Bits of [`list`].
    pub lists: u64,
    /// What the lexicon knows.
    pub info: WordInfo,
    /// Which word of the cues it is; 0 is none of them.
    pub cue: u16,
    /// What the senses know of it, as their table has it.
    pub(crate) sense: sense::Entry,
    /// Whether a phrase of the lexicon begins with it.
    pub begins_phrase: bool,
}

impl Word {
    /// A word that nothing knows.
    const NONE: Self = Self {
        key: 0,
        lists: 0,
        info: WordInfo::NONE,
        cue: 0,
        sense: sense::Entry::NONE,
        begins_phrase: false,
    };

    fn new(key: u64, lower: &str) -> Self {
        let holding = LISTS.iter().filter(|(_, list)| list.contains(lower));
        Self {
            key,
            lists: holding.fold(0, |lists, (bit, _)| lists | bit),
            info: lexicon::word(lower),
            cue: cue::word(key),
            sense: sense::Entry::of(key),
            begins_phrase: lexicon::begins_phrase(lower),
        }
    }
}

/// The words of a draft, by token.
#[derive(Debug, Default)]
pub struct Words(pub(crate) Vec<Word>);

thread_local! {
    static KNOWN: RefCell<Vec<Word>> = const { RefCell::new(Vec::new()) };
}

impl Words {
    /// Looks every token up.
    #[must_use]
    pub fn new(tokens: &Tokens) -> Self {
        KNOWN.with_borrow_mut(|known| {
            known.resize(KEPT, Word::NONE);
            let words =
                (0..tokens.len()).map(|at| kept(known, tokens.key(at), || tokens.lower(at)));
            Self(words.collect())
        })
    }

    /// The word of token `at`; one that nothing knows past the end.
    #[must_use]
    pub fn get(&self, at: usize) -> &Word {
        self.0.get(at).unwrap_or(&Word::NONE)
    }
}

/// The word with hash `key`: as it was kept, or else looked up and kept in place
/// of the older of its two neighbours.
fn kept<'a>(known: &mut [Word], key: u64, lower: impl FnOnce() -> &'a str) -> Word {
    let (newer, older) = places(key);
    if known[newer].key != key {
        if known[older].key != key {
            known[older] = Word::new(key, lower());
        }
        known.swap(newer, older);
    }
    known[newer]
}

/// The two places where a word may be kept.
#[allow(
    clippy::cast_possible_truncation,
    reason = "only the low bits are wanted"
)]
fn places(key: u64) -> (usize, usize) {
    let first = 2 * ((key ^ (key >> 32)) as usize % (KEPT / 2));
    (first, first + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_word_is_what_it_was_at_first() {
        let text = "My mum's insulin, 40 units: the nurse in room 4 said so";
        let tokens = Tokens::new(text);
        for _ in 0..2 {
            let words = Words::new(&tokens);
            for at in 0..tokens.len() {
                let (kept, fresh) = (words.get(at), Word::new(tokens.key(at), tokens.lower(at)));
                assert_eq!((kept.lists, kept.info), (fresh.lists, fresh.info));
                assert_eq!(
                    (kept.cue, kept.begins_phrase),
                    (fresh.cue, fresh.begins_phrase)
                );
            }
        }
        assert!(Words::new(&tokens).get(0).lists & list::OWN != 0);
    }
}
