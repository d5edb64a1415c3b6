//! The word lists: what a word or phrase can be, before any context.
//!
//! Two tables made by `build.rs` from `data/lexicon` are part of the binary and
//! read in place; only the index of their groups is made at the first look-up.
//! A list can only say what a word may mean; whether "Rose" is a person is for
//! the facts to decide.

pub mod flags;
mod letters;
mod table;

use std::sync::LazyLock;

use letters::{Letter, letter};
use table::Table;

static WORD_RECORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));
static WORD_CLASSES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words_classes.bin"));
#[expect(clippy::unreadable_literal, reason = "written by build.rs")]
static WORD_FLAGS: &[u32] = include!(concat!(env!("OUT_DIR"), "/words_flags.rs"));
static PHRASE_RECORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.bin"));
static PHRASE_CLASSES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases_classes.bin"));
#[expect(clippy::unreadable_literal, reason = "written by build.rs")]
static PHRASE_FLAGS: &[u32] = include!(concat!(env!("OUT_DIR"), "/phrases_flags.rs"));

static WORDS: LazyLock<Table> = LazyLock::new(|| Table::new(WORD_RECORDS, four_letters));
static PHRASES: LazyLock<Table> = LazyLock::new(|| Table::new(PHRASE_RECORDS, first_word));

/// Longest reduced word or phrase looked up; the longest listed one is shorter.
const LONGEST_KEY: usize = 64;
/// Words of a draft a phrase can take, hyphens counted.
const LONGEST_PHRASE: usize = 12;
/// Shortest stem that an unlisted plural in -s is looked up under.
const SHORTEST_PLURAL_STEM: usize = 4;

/// What the lists know about a word or phrase: a set of [`flags`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordInfo(u32);

/// What the lists know about a phrase.
pub type PhraseInfo = WordInfo;

impl WordInfo {
    /// In no list.
    pub const NONE: Self = Self(0);

    /// The bits.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// Whether any of the flags is set.
    #[must_use]
    pub const fn any(self, flags: u32) -> bool {
        self.0 & flags != 0
    }

    /// Whether all of the flags are set.
    #[must_use]
    pub const fn all(self, flags: u32) -> bool {
        self.0 & flags == flags
    }

    /// Whether no list has it.
    #[must_use]
    pub const fn is_unknown(self) -> bool {
        self.0 == 0
    }
}

/// What the lists know about one word.
///
/// Takes a folded, lower-case word. Apostrophes, hyphens, full stops and marks
/// on letters do not matter ("o'brien", "co-codamol", "josé"). A final 's is
/// dropped when the word is not listed with it, and so is the plural -s of a
/// condition, procedure, drug or part of the body.
///
/// ```
/// use primum::lexicon::{flags, word};
/// assert!(word("rose").all(flags::FIRST_NAME | flags::NAME_IS_WORD));
/// assert!(word("xyzzyq").is_unknown());
/// ```
#[must_use]
pub fn word(word: &str) -> WordInfo {
    let whole = exact(word);
    if !whole.is_unknown() || !word.ends_with('s') {
        return whole;
    }
    let stem = &word[..word.len() - 1];
    if let Some(owner) = stem.strip_suffix(['\'', '\u{2019}']) {
        return exact(owner);
    }
    let info = exact(stem);
    let has_plural = info.any(flags::MEDICAL) && !info.any(flags::ABBREVIATION);
    if has_plural && stem.len() >= SHORTEST_PLURAL_STEM {
        return WordInfo(info.0 & (flags::MEDICAL | flags::RARE_CONDITION | flags::AMBIGUOUS));
    }
    WordInfo::NONE
}

/// The longest listed phrase of two or more words that begins with the first of
/// `words`, and how many of them it takes.
///
/// Takes the folded, lower-case words from one place of a draft on. A hyphen
/// joins or stands between words alike: "ehlers-danlos syndrome" is found in two
/// words, in three, and in four where the hyphen is a word of its own. The last
/// word may carry a plural -s or 's that the list does not.
///
/// ```
/// use primum::lexicon::{flags, phrases};
/// let (length, info) = phrases(&["san", "antonio", "today"]).unwrap();
/// assert_eq!(length, 2);
/// assert!(info.any(flags::CITY));
/// ```
#[must_use]
pub fn phrases(words: &[&str]) -> Option<(usize, PhraseInfo)> {
    phrases_of(words.iter().copied())
}

/// As [`phrases`], asking for no more words than it takes to know.
pub fn phrases_of<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<(usize, PhraseInfo)> {
    let mut key = Key::new();
    let mut ends = [0; LONGEST_PHRASE];
    // Nearly all words begin no phrase: the others are not even reduced for them.
    let mut known_start = false;
    for (end, word) in ends.iter_mut().zip(words) {
        let before = key.len;
        if before > 0 && !known_start {
            known_start = PHRASES.has_group(key.bytes());
            if !known_start {
                return None;
            }
        }
        if !key.push_phrase_word(word) {
            key.len = before;
            break;
        }
        // A hyphen of its own adds nothing, so no phrase ends there.
        *end = if key.len > before { key.len } else { 0 };
    }
    let query = key.bytes();
    let mut longest = None;
    PHRASES.prefixes(query, |length, number| {
        let ends_at = |end: usize| ends.iter().position(|&known| known == end && end > 0);
        let plural = query.get(length) == Some(&b's');
        if let Some(last) = ends_at(length).or_else(|| ends_at(length + 1).filter(|_| plural)) {
            longest = Some((last + 1, number));
        }
    });
    longest.map(|(length, number)| (length, info(PHRASE_CLASSES, PHRASE_FLAGS, number)))
}

/// Whether any listed phrase begins with `word`.
#[must_use]
pub fn begins_phrase(word: &str) -> bool {
    let mut key = Key::new();
    // A word of hyphens only leaves the phrase to the next one.
    key.push_phrase_word(word) && (key.len == 0 || PHRASES.has_group(key.bytes()))
}

/// Groups words by their first four letters.
fn four_letters(key: &[u8]) -> (u32, usize) {
    let mut four = [0; 4];
    four.iter_mut()
        .zip(key)
        .for_each(|(place, &byte)| *place = byte);
    (u32::from_le_bytes(four), four.len())
}

/// Groups phrases by their first word, as its 32-bit FNV-1a hash. Two first words
/// that share one would hide a phrase; the test that finds every entry says so.
fn first_word(key: &[u8]) -> (u32, usize) {
    const OFFSET_BASIS: u32 = 0x811C_9DC5;
    const PRIME: u32 = 0x0100_0193;
    let end = key
        .iter()
        .position(|&byte| byte == b' ')
        .unwrap_or(key.len());
    let hash = key[..end].iter().fold(OFFSET_BASIS, |hash, &byte| {
        (hash ^ u32::from(byte)).wrapping_mul(PRIME)
    });
    (hash, end + 1)
}

/// The word as it is listed.
fn exact(word: &str) -> WordInfo {
    if word
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    {
        return listed(word.as_bytes());
    }
    let mut key = Key::new();
    for c in word.chars() {
        let fits = match letter(c) {
            Letter::Byte(byte) => key.push(byte),
            Letter::Hyphen | Letter::Nothing => true,
            Letter::Foreign => false,
        };
        if !fits {
            return WordInfo::NONE;
        }
    }
    listed(key.bytes())
}

/// The word of a reduced key.
fn listed(query: &[u8]) -> WordInfo {
    let mut found = WordInfo::NONE;
    WORDS.prefixes(query, |length, number| {
        if length == query.len() {
            found = info(WORD_CLASSES, WORD_FLAGS, number);
        }
    });
    found
}

/// The flags of the entry with a number.
fn info(classes: &[u8], flags: &[u32], number: usize) -> WordInfo {
    let class = classes.get(number).map(|&class| usize::from(class));
    class
        .and_then(|class| flags.get(class))
        .map_or(WordInfo::NONE, |&bits| WordInfo(bits))
}

/// A word or phrase as the lists spell it.
struct Key {
    letters: [u8; LONGEST_KEY],
    len: usize,
}

impl Key {
    const fn new() -> Self {
        Self {
            letters: [0; LONGEST_KEY],
            len: 0,
        }
    }

    fn bytes(&self) -> &[u8] {
        self.letters.get(..self.len).unwrap_or_default()
    }

    /// Adds a byte; false where there is no room, so no entry either.
    #[inline]
    fn push(&mut self, byte: u8) -> bool {
        let Some(place) = self.letters.get_mut(self.len) else {
            return false;
        };
        *place = byte;
        self.len += 1;
        true
    }

    /// Adds a word after a space, its hyphens as spaces; a word of hyphens only
    /// adds nothing. False where the phrase cannot go on.
    fn push_phrase_word(&mut self, word: &str) -> bool {
        let (mut gap, mut hyphens_only) = (self.len > 0, true);
        for c in word.chars() {
            let byte = match letter(c) {
                Letter::Byte(byte) => byte,
                Letter::Hyphen => {
                    gap = self.len > 0;
                    continue;
                }
                Letter::Nothing => {
                    hyphens_only = false;
                    continue;
                }
                Letter::Foreign => return false,
            };
            if std::mem::take(&mut gap) && !self.push(b' ') || !self.push(byte) {
                return false;
            }
            hyphens_only = false;
        }
        hyphens_only && !word.is_empty() || !gap
    }
}

#[cfg(test)]
mod tests;
