//! The phrases of `data/cues`, as `build/cues.rs` compiled them, and where to look
//! for each.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::code::{ANY, CLASS, FIRST_PART, FIRST_WORD, GAP, HANDLE, LIST, NUMBER};
use super::phrase::{Content, Element, Part, Phrase, What};
use super::{Cue, LONGEST_GAP};
use crate::facts::term::Keyed;
use crate::sense::hash;
use crate::token::Kind;

static WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/cue_words.txt"));
static PARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cue_parts.bin"));
static PHRASES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cue_phrases.bin"));

/// So few words are looked through quicker than by halves.
const FEW: usize = 8;

/// The element by which a phrase is looked for: how many tokens may stand before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    pub(super) phrase: u16,
    pub(super) fewest_before: u8,
    pub(super) most_before: u8,
    /// Where in the book's needs the phrase's begin, and how many they are.
    needs_from: u32,
    needs: u8,
}

#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) phrases: Vec<Phrase>,
    elements: Vec<Element>,
    parts: Vec<Part>,
    /// The numbers of the words of each part, sorted.
    numbers: Vec<u16>,
    /// What a sentence must hold for each element that may not be missing, phrase
    /// after phrase, the rarest first; without the one that leads to the phrase.
    needs: Vec<Content>,
    /// From a word's hash to its number, from 1.
    words: HashMap<u64, u16, std::hash::BuildHasherDefault<Keyed>>,
    /// Words up to this number carry no meaning of their own.
    fillers: u16,
    /// Words, each with a phrase that is looked for by it; empty once all are read.
    led_by: Vec<(u16, Anchor)>,
    by_word: Vec<Anchor>,
    /// Where in `by_word` each word's begin, and the end.
    starts: Vec<u32>,
    by_class: Vec<(u128, Anchor)>,
    pub(super) by_number: Vec<Anchor>,
    pub(super) by_handle: Vec<Anchor>,
}

pub(super) fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| {
        let mut book = Book::default();
        // The build wrote the bytes; that all of them are read is tested.
        let _ = book.read();
        book
    })
}

/// Bytes, as numbers of LEB128.
struct Bytes(&'static [u8]);

impl Iterator for Bytes {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= usize::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }
}

impl Book {
    /// The number of the word with hash `key`, or 0.
    pub(super) fn word(&self, key: u64) -> u16 {
        self.words.get(&key).copied().unwrap_or(0)
    }

    /// Whether the word of this number carries no meaning of its own.
    pub(super) fn is_filler(&self, number: u16) -> bool {
        (1..=self.fillers).contains(&number)
    }

    /// The phrases that are looked for by the word of this number.
    pub(super) fn of_word(&self, number: u16) -> &[Anchor] {
        let start = |number| self.starts.get(usize::from(number)).map(|at| *at as usize);
        let place = start(number).zip(number.checked_add(1).and_then(start));
        let anchors = place.and_then(|(start, end)| self.by_word.get(start..end));
        anchors.unwrap_or_default()
    }

    /// The phrases that are looked for by one of these classes.
    pub(super) fn of_classes(&self, classes: u128) -> impl Iterator<Item = &Anchor> {
        let of_any = self
            .by_class
            .iter()
            .filter(move |(class, _)| class & classes != 0);
        of_any.map(|(_, anchor)| anchor)
    }

    pub(super) fn elements(&self, phrase: &Phrase) -> &[Element] {
        let (start, end) = (phrase.elements.start as usize, phrase.elements.end as usize);
        self.elements.get(start..end).unwrap_or_default()
    }

    pub(super) fn part(&self, number: u16) -> Option<&Part> {
        self.parts.get(usize::from(number))
    }

    /// Whether `part` is the word of this number.
    pub(super) fn has(&self, part: &Part, number: u16) -> bool {
        part.content.may_hold(number) && {
            let words = self.words_of(part);
            if words.len() <= FEW {
                words.contains(&number)
            } else {
                words.binary_search(&number).is_ok()
            }
        }
    }

    fn words_of(&self, part: &Part) -> &[u16] {
        self.numbers.get(part.words()).unwrap_or_default()
    }

    /// Whether a sentence of this content may hold the phrase of `anchor`.
    pub(super) fn may_stand_in(&self, anchor: &Anchor, sentence: &Content) -> bool {
        let from = anchor.needs_from as usize;
        let needs = self.needs.get(from..from + usize::from(anchor.needs));
        needs.is_none_or(|needs| needs.iter().all(|need| need.touches(sentence)))
    }

    /// Reads what the build wrote; `None` where it does not hold together.
    fn read(&mut self) -> Option<()> {
        let mut bytes = Bytes(PARTS);
        let [fillers, words, lists, parts] = [(); 4].map(|()| bytes.next().unwrap_or(0));
        self.fillers = u16::try_from(fillers).ok()?;
        self.words.reserve(words);
        for (word, number) in WORDS.split('\n').zip(1..) {
            self.words
                .insert(hash::with_word(hash::START, word), number);
        }
        self.parts.reserve(parts);
        // Roughly: a choice is a byte or two, or a whole list.
        self.numbers.reserve(PARTS.len());
        let mut newest = self.fillers;
        let mut known = Vec::with_capacity(lists);
        for _ in 0..lists {
            let list = self.read_part(&mut bytes, &known, &mut newest)?;
            known.push(list);
        }
        for _ in 0..parts {
            let part = self.read_part(&mut bytes, &known, &mut newest)?;
            self.parts.push(part);
        }
        self.read_phrases()?;
        self.sort_by_word(words)
    }

    /// Puts the anchors of the same word side by side: counted, then laid out.
    fn sort_by_word(&mut self, words: usize) -> Option<()> {
        // A place for each word, 0 among them, and one for the end.
        self.starts = vec![0; words + 2];
        for (word, _) in &self.led_by {
            *self.starts.get_mut(usize::from(*word) + 1)? += 1;
        }
        for word in 1..self.starts.len() {
            self.starts[word] += self.starts[word - 1];
        }
        let mut free = self.starts.clone();
        let (_, any) = self.led_by.first()?;
        self.by_word = vec![*any; self.led_by.len()];
        for (word, anchor) in std::mem::take(&mut self.led_by) {
            let place = free.get_mut(usize::from(word))?;
            *self.by_word.get_mut(*place as usize)? = anchor;
            *place += 1;
        }
        Some(())
    }

    fn read_part(&mut self, bytes: &mut Bytes, lists: &[Part], newest: &mut u16) -> Option<Part> {
        let mut part = Part::default();
        let from = self.numbers.len();
        for _ in 0..bytes.next()? {
            match bytes.next()? {
                NUMBER => {
                    part.number = true;
                    part.content.add_kind(Kind::Number);
                }
                CLASS => part.content.classes |= 1 << bytes.next()?,
                LIST => {
                    let list = lists.get(bytes.next()?)?.words();
                    self.numbers.extend_from_within(list);
                }
                FIRST_WORD => {
                    *newest += 1;
                    self.numbers.push(*newest);
                }
                word => self.numbers.push(u16::try_from(word - FIRST_WORD).ok()?),
            }
        }
        let words = self.numbers.get_mut(from..)?;
        words.sort_unstable();
        for word in words {
            part.content.add_word(*word);
        }
        part.words_from = u32::try_from(from).ok()?;
        part.words = u16::try_from(self.numbers.len() - from).ok()?;
        Some(part)
    }

    fn read_phrases(&mut self) -> Option<()> {
        // An element is a byte at least, and has one place.
        self.elements.reserve(PHRASES.len());
        let mut bytes = Bytes(PHRASES);
        let (mut cue, mut newest) = (None, 0);
        while let Some(count) = bytes.next() {
            if count == 0 {
                cue = Some(*Cue::ALL.get(bytes.next()?)?);
                continue;
            }
            let from = self.elements.len();
            for _ in 0..count {
                let element = element(bytes.next()?, &mut newest)?;
                self.elements.push(element);
            }
            self.add(cue?, from)?;
        }
        Some(())
    }

    /// Takes the phrase whose elements begin at `from` in, under the rarest of them.
    fn add(&mut self, cue: Cue, from: usize) -> Option<()> {
        let phrase = u16::try_from(self.phrases.len()).ok()?;
        let (mut fewest_before, mut most_before) = (0, 0);
        let elements = self.elements.get(from..)?;
        let mut told_apart: Vec<(usize, What, Anchor)> = Vec::with_capacity(elements.len());
        for Element {
            what,
            may_be_missing,
        } in elements
        {
            let anchor = Anchor {
                phrase,
                fewest_before,
                most_before,
                needs_from: u32::try_from(self.needs.len()).ok()?,
                needs: 0,
            };
            if let Some(cost) = self.cost(*what).filter(|_| !may_be_missing) {
                told_apart.push((cost, *what, anchor));
            }
            let (fewest, most) = match what {
                What::Gap => (0, LONGEST_GAP),
                _ => (u8::from(!may_be_missing), 1),
            };
            fewest_before += fewest;
            most_before += u8::try_from(most).ok()?;
        }
        let has_optional = elements.iter().any(|element| element.may_be_missing);
        told_apart.sort_by_key(|(cost, ..)| *cost);
        let (&(_, what, mut anchor), others) = told_apart.split_first()?;
        anchor.needs = u8::try_from(others.len()).ok()?;
        for (_, other, _) in others {
            let need = self.content(*other);
            self.needs.push(need);
        }
        self.look_for(anchor, what);
        self.phrases.push(Phrase {
            cue,
            has_optional,
            elements: u32::try_from(from).ok()?..u32::try_from(self.elements.len()).ok()?,
        });
        Some(())
    }

    fn look_for(&mut self, anchor: Anchor, what: What) {
        let What::Part(number) = what else {
            self.by_handle.push(anchor);
            return;
        };
        let Some(part) = self.parts.get(usize::from(number)) else {
            return;
        };
        for word in self.numbers.get(part.words()).unwrap_or_default() {
            self.led_by.push((*word, anchor));
        }
        if part.content.classes != 0 {
            self.by_class.push((part.content.classes, anchor));
        }
        if part.number {
            self.by_number.push(anchor);
        }
    }

    fn content(&self, what: What) -> Content {
        let mut content = Content::default();
        match what {
            What::Part(number) => {
                content = self.part(number).map_or(content, |part| part.content);
            }
            What::Handle => content.add_kind(Kind::Handle),
            What::Any | What::Gap => {}
        }
        content
    }

    /// How often an element comes up in posts, roughly: what it costs to look there.
    fn cost(&self, what: What) -> Option<usize> {
        /// As against 1 for a word with a meaning of its own.
        const FILLER: usize = 20;
        const CLASS: usize = 40;
        const NUMBER: usize = 20;
        match what {
            What::Handle => Some(1),
            What::Part(number) => {
                let part = self.part(number)?;
                let words = self
                    .words_of(part)
                    .iter()
                    .map(|word| if self.is_filler(*word) { FILLER } else { 1 });
                let classes = CLASS * part.content.classes.count_ones() as usize;
                Some(words.sum::<usize>() + classes + NUMBER * usize::from(part.number))
            }
            What::Any | What::Gap => None,
        }
    }
}

fn element(code: usize, newest: &mut u16) -> Option<Element> {
    let (what, missing) = match code {
        GAP => (What::Gap, 0),
        ANY..HANDLE => (What::Any, code - ANY),
        HANDLE..FIRST_PART => (What::Handle, code - HANDLE),
        _ => {
            let code = code - FIRST_PART;
            let known = u16::try_from(code / 2).ok()?;
            let number = known.checked_sub(1).unwrap_or(*newest);
            *newest += u16::from(known == 0);
            (What::Part(number), code % 2)
        }
    };
    Some(Element {
        what,
        may_be_missing: missing == 1,
    })
}
