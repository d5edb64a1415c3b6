//! The word lists: what a word or phrase can be, before any context.
//!
//! Two automata made by `build.rs` from `data/lexicon` are part of the binary
//! and read in place: nothing is decoded or allocated, at start or later.
//! A list can only say what a word may mean; whether "Rose" is a person is for
//! the facts to decide.

pub mod flags;
mod letters;

use std::sync::LazyLock;

use fst::raw::{Fst, Node, Output};
use letters::{Letter, letter};

static WORD_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.fst"));
static PHRASE_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.fst"));
static WORD_CLASSES: &[u32] = include!(concat!(env!("OUT_DIR"), "/words_classes.rs"));
static PHRASE_CLASSES: &[u32] = include!(concat!(env!("OUT_DIR"), "/phrases_classes.rs"));

// Opening reads the header and footer only. The bytes are made by the build, so a
// failure cannot happen in a binary whose tests passed; it would mean empty lists.
static WORDS: LazyLock<Option<Fst<&[u8]>>> = LazyLock::new(|| Fst::new(WORD_BYTES).ok());
static PHRASES: LazyLock<Option<Fst<&[u8]>>> = LazyLock::new(|| Fst::new(PHRASE_BYTES).ok());

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
    let automaton = PHRASES.as_ref()?;
    let mut walk = Walk::start(automaton);
    let mut longest = None;
    for (index, word) in words.iter().enumerate() {
        let gap = index > 0 && !is_hyphen(word) && !is_hyphen(words[index - 1]);
        if (gap || is_hyphen(word)) && !walk.step(b' ') {
            break;
        }
        match walk.word(word) {
            Step::Inside if !is_hyphen(word) => {
                if let Some(class) = walk.value() {
                    longest = Some((index + 1, class_info(PHRASE_CLASSES, class)));
                }
            }
            Step::Inside => {}
            Step::Plural(class) => {
                return Some((index + 1, class_info(PHRASE_CLASSES, class)));
            }
            Step::Outside => break,
        }
    }
    longest
}

/// A hyphen that the tokeniser kept as a word of its own.
fn is_hyphen(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|c| letter(c) == Letter::Hyphen) && letters.next().is_none()
}

/// The word as it is listed.
fn exact(word: &str) -> WordInfo {
    let Some(automaton) = &*WORDS else {
        return WordInfo::NONE;
    };
    let mut walk = Walk::start(automaton);
    for c in word.chars() {
        match letter(c) {
            Letter::Byte(byte) if walk.step(byte) => {}
            Letter::Hyphen | Letter::Nothing => {}
            Letter::Byte(_) | Letter::Foreign => return WordInfo::NONE,
        }
    }
    walk.value()
        .map_or(WordInfo::NONE, |class| class_info(WORD_CLASSES, class))
}

/// The flags of a class number read from an automaton.
fn class_info(classes: &[u32], class: u64) -> WordInfo {
    let index = usize::try_from(class).unwrap_or(usize::MAX);
    classes
        .get(index)
        .map_or(WordInfo::NONE, |&flags| WordInfo(flags))
}

/// Where a word of a phrase led.
enum Step {
    /// To a place inside the automaton.
    Inside,
    /// To the end of a phrase, but for the plural or possessive ending.
    Plural(u64),
    /// Out of every phrase.
    Outside,
}

/// A place in an automaton, reached letter by letter.
struct Walk<'a> {
    automaton: &'a Fst<&'static [u8]>,
    node: Node<'a>,
    sum: Output,
}

impl<'a> Walk<'a> {
    fn start(automaton: &'a Fst<&'static [u8]>) -> Self {
        Self {
            automaton,
            node: automaton.root(),
            sum: Output::zero(),
        }
    }

    /// Follows one letter; false where no entry goes on with it.
    #[inline]
    fn step(&mut self, byte: u8) -> bool {
        let Some(index) = self.node.find_input(byte) else {
            return false;
        };
        let transition = self.node.transition(index);
        self.sum = self.sum.cat(transition.out);
        self.node = self.automaton.node(transition.addr);
        true
    }

    /// The class of the entry that ends here.
    #[inline]
    fn value(&self) -> Option<u64> {
        self.node
            .is_final()
            .then(|| self.sum.cat(self.node.final_output()).value())
    }

    /// Follows one word of a phrase.
    fn word(&mut self, word: &str) -> Step {
        let mut letters = word.char_indices().peekable();
        while let Some((start, c)) = letters.next() {
            let followed = match letter(c) {
                Letter::Byte(byte) => {
                    let ends = letters.peek().is_none() && byte == b's' && start > 0;
                    let before = if ends { self.value() } else { None };
                    match (self.step(byte), before) {
                        (true, _) => true,
                        (false, Some(class)) => return Step::Plural(class),
                        (false, None) => false,
                    }
                }
                Letter::Hyphen => start == 0 || self.step(b' '),
                Letter::Nothing => true,
                Letter::Foreign => false,
            };
            if !followed {
                return Step::Outside;
            }
        }
        Step::Inside
    }
}

#[cfg(test)]
mod tests;
