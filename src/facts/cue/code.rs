//! What stands in the bytes of compiled cues: written by `build/cues.rs`, read by
//! `src/facts/cue/book.rs`. Numbers are LEB128: seven bits a byte, the lowest
//! first; one bit more says that the number goes on.
//!
//! `cue_words.txt` holds the words, a line each, numbered from 1; the fillers come
//! first. `cue_parts.bin` holds how many fillers, words, lists and parts there are,
//! then the lists and the parts, both as a count of choices and each choice.
//! `cue_phrases.bin` holds phrase after phrase: how many elements, then each; or 0
//! and the kind of cue of the phrases behind it.

/// A choice: any number.
pub(crate) const NUMBER: usize = 0;
/// A choice: a word of the class whose bit follows.
pub(crate) const CLASS: usize = 1;
/// A choice: a word of the list whose number follows, from 0.
pub(crate) const LIST: usize = 2;
/// A choice from here on: a word's number more, or 0 for the next word of the file.
pub(crate) const FIRST_WORD: usize = 3;

/// An element: some tokens, or none.
pub(crate) const GAP: usize = 0;
/// An element: any token; one more where it may be missing.
pub(crate) const ANY: usize = 1;
/// An element: a handle; one more where it may be missing.
pub(crate) const HANDLE: usize = 3;
/// An element from here on: twice a part's number from 1, or 0 for the next part of
/// the file, and one more where it may be missing.
pub(crate) const FIRST_PART: usize = 5;
