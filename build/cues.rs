//! Compiles `data/cues` into the bytes that `src/facts/cue/book.rs` reads, so that
//! no line is read on a clinician's machine.
//!
//! `src/facts/cue/code.rs` tells what stands in them.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

#[allow(
    dead_code,
    unreachable_pub,
    reason = "shared with the crate, which uses all of it"
)]
#[path = "../src/facts/cue/code.rs"]
mod code;
#[allow(
    dead_code,
    unreachable_pub,
    reason = "shared with the crate, which uses all of it"
)]
#[path = "../src/sense/marked.rs"]
mod marked;

use code::{ANY, CLASS, FIRST_PART, FIRST_WORD, GAP, HANDLE, LIST, NUMBER};

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident = $name:literal,)+) => {
        /// The kinds of cues, in the order of their numbers.
        const KINDS: &[&str] = &[$($name),+];
    };
}
include!("../src/facts/cue/kinds.rs");

/// Words that carry no meaning of their own.
const FILLERS: &[&str] = &[
    "a", "an", "the", "i", "im", "ive", "id", "ill", "we", "us", "our", "my", "me", "you", "u",
    "your", "youre", "ur", "it", "its", "is", "are", "was", "were", "s", "be", "been", "being",
    "to", "of", "in", "on", "at", "for", "and", "or", "so", "that", "this", "these", "those", "he",
    "she", "they", "her", "his", "him", "them", "their", "with", "from", "by", "as", "not", "no",
    "dont", "does", "did", "do", "doesnt", "didnt", "have", "has", "had", "got", "get", "gets",
    "all", "any", "just", "can", "will", "would", "could", "should", "about", "up", "out", "off",
    "if", "then", "when", "what", "who", "how", "why", "there", "here", "m", "re", "ve", "ll", "t",
    "d", "too", "very", "one", "because", "but", "before", "after", "until", "till", "til", "into",
    "over", "through", "than", "let", "go", "make", "take", "put", "like", "really", "even",
    "ever", "never",
];

/// Reads every file of `data/cues`; `classes` are the classes of `data/senses`.
pub(crate) fn compile(out: &Path, classes: &[String]) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/facts/cue");
    println!("cargo::rerun-if-changed=src/sense/marked.rs");
    let texts = crate::lists_in(Path::new("data/cues"))?;
    let mut book = Book::new(classes);
    // The core knows every list before it reads the first phrase.
    book.read(&texts, Book::list)?;
    book.read(&texts, Book::phrase)?;
    book.write(out)
}

/// Things numbered by first sight, from 1.
#[derive(Default)]
struct Numbered {
    order: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Numbered {
    /// The number of `name`; 0 when it is new, and has the next one from now on.
    fn number(&mut self, name: String) -> usize {
        if let Some(known) = self.numbers.get(&name) {
            return *known;
        }
        self.order.push(name.clone());
        self.numbers.insert(name, self.order.len());
        0
    }
}

struct Book<'a> {
    classes: &'a [String],
    words: Numbered,
    /// Parts, as they are written in their file.
    parts: Numbered,
    /// Lists by file and name, from 1.
    lists: Numbered,
    list_bytes: Vec<u8>,
    part_bytes: Vec<u8>,
    phrase_bytes: Vec<u8>,
}

type ReadLine<'a> = fn(&mut Book<'a>, file: &str, line: &str) -> Result<(), String>;

impl<'a> Book<'a> {
    fn new(classes: &'a [String]) -> Self {
        let mut words = Numbered::default();
        for filler in FILLERS {
            words.number((*filler).to_owned());
        }
        Self {
            classes,
            words,
            parts: Numbered::default(),
            lists: Numbered::default(),
            list_bytes: Vec::new(),
            part_bytes: Vec::new(),
            phrase_bytes: Vec::new(),
        }
    }

    fn read(&mut self, texts: &[(String, String)], take: ReadLine<'a>) -> Result<(), String> {
        for (file, text) in texts {
            for (at, line) in text.lines().map(str::trim).enumerate() {
                if !line.is_empty() && !line.starts_with("# ") {
                    take(self, file, line)
                        .map_err(|problem| format!("{file}:{}: {problem}", at + 1))?;
                }
            }
        }
        Ok(())
    }

    /// Takes a line `$name = word|word` in, and no other.
    fn list(&mut self, file: &str, line: &str) -> Result<(), String> {
        let Some((name, words)) = named_list(line) else {
            return Ok(());
        };
        let bytes = self.choices(file, words)?;
        self.list_bytes.extend(bytes);
        match self.lists.number(format!("{file} ${name}")) {
            0 => Ok(()),
            _ => Err(format!("${name} stands twice")),
        }
    }

    /// Takes a phrase or a `[kind]` in.
    fn phrase(&mut self, file: &str, line: &str) -> Result<(), String> {
        if named_list(line).is_some() {
            return Ok(());
        }
        let mut bytes = Vec::new();
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            let kind = KINDS.iter().position(|kind| *kind == name);
            push(&mut bytes, 0);
            push(&mut bytes, kind.ok_or("no kind of src/facts/cue/kinds.rs")?);
        } else {
            let elements = self.elements(file, line)?;
            push(&mut bytes, elements.len());
            for element in elements {
                push(&mut bytes, element);
            }
        }
        if self.phrase_bytes.is_empty() && bytes.first() != Some(&0) {
            return Err("a phrase before the first [kind]".to_owned());
        }
        self.phrase_bytes.extend(bytes);
        Ok(())
    }

    fn elements(&mut self, file: &str, line: &str) -> Result<Vec<usize>, String> {
        let mut elements = Vec::new();
        for written in line.split_whitespace() {
            let optional = written.strip_prefix('?').filter(|rest| !rest.is_empty());
            let missing = usize::from(optional.is_some());
            let written = optional.unwrap_or(written);
            match written {
                ".." if missing == 1 => return Err("?.. says no more than ..".to_owned()),
                ".." => elements.push(GAP),
                "_" => elements.push(ANY + missing),
                "@HANDLE" => elements.push(HANDLE + missing),
                _ => {
                    let owner = written.strip_suffix("'s");
                    let owner = owner.filter(|_| missing == 0 && !written.contains('|'));
                    let parts = [Some(owner.unwrap_or(written)), owner.map(|_| "s")];
                    for part in parts.into_iter().flatten() {
                        elements.push(FIRST_PART + 2 * self.part(file, part)? + missing);
                    }
                }
            }
        }
        match elements.first() {
            Some(&HANDLE) => Ok(elements),
            Some(&code @ FIRST_PART..) if (code - FIRST_PART).is_multiple_of(2) => Ok(elements),
            Some(FIRST_PART..) => Err(format!("{line:?} begins with what may be missing")),
            _ => Err(format!("{line:?} begins with what may be anything")),
        }
    }

    /// The number of a part, which is written out when it is new.
    fn part(&mut self, file: &str, written: &str) -> Result<usize, String> {
        // A list belongs to its file.
        let file = if written.contains('$') { file } else { "" };
        let number = self.parts.number(format!("{file} {written}"));
        if number == 0 {
            let bytes = self.choices(file, written)?;
            self.part_bytes.extend(bytes);
        }
        Ok(number)
    }

    fn choices(&mut self, file: &str, written: &str) -> Result<Vec<u8>, String> {
        let mut choices: Vec<(usize, Option<usize>)> = Vec::new();
        for choice in written.split('|') {
            let name = |sign| choice.strip_prefix(sign).filter(|name| !name.is_empty());
            if choice == "#" {
                choices.push((NUMBER, None));
            } else if let Some(list) = name('$') {
                let list = self.lists.numbers.get(&format!("{file} ${list}"));
                let list = list.ok_or(format!("no list is called {choice}"))? - 1;
                choices.push((LIST, Some(list)));
            } else if let Some(class) = name('@') {
                let classes = self.class_named(class);
                let classes = classes.ok_or(format!("no class is called {choice}"))?;
                let bits = (0..128).filter(|bit| classes >> bit & 1 == 1);
                choices.extend(bits.map(|bit| (CLASS, Some(bit))));
            } else {
                let word = self.words.number(choice.replace('\'', ""));
                choices.push((FIRST_WORD + word, None));
            }
        }
        let mut bytes = Vec::new();
        push(&mut bytes, choices.len());
        for (choice, which) in choices {
            push(&mut bytes, choice);
            if let Some(which) = which {
                push(&mut bytes, which);
            }
        }
        Ok(bytes)
    }

    /// The bits of a class of the lists or of one that facts mark.
    fn class_named(&self, name: &str) -> Option<u128> {
        Some(match name {
            "FACILITY" => marked::FACILITY,
            "CONDITION" => marked::CONDITION | marked::RARE,
            "DRUG" => marked::DRUG,
            "AGE" => marked::AGE,
            "PROCEDURE" => marked::PROCEDURE,
            "ANATOMY" => marked::ANATOMY,
            "TITLED" => marked::TITLED_NAME,
            "NAME" => marked::NAME | marked::TITLED_NAME | marked::CLINICIAN_NAME,
            _ => {
                let mut classes = self.classes.iter();
                1 << classes.position(|class| class.eq_ignore_ascii_case(name))?
            }
        })
    }

    fn write(&self, out: &Path) -> Result<(), Box<dyn Error>> {
        let mut parts = Vec::new();
        for count in [
            FILLERS.len(),
            self.words.order.len(),
            self.lists.order.len(),
            self.parts.order.len(),
        ] {
            push(&mut parts, count);
        }
        parts.extend(&self.list_bytes);
        parts.extend(&self.part_bytes);
        fs::write(out.join("cue_words.txt"), self.words.order.join("\n"))?;
        fs::write(out.join("cue_parts.bin"), parts)?;
        fs::write(out.join("cue_phrases.bin"), &self.phrase_bytes)?;
        Ok(())
    }
}

/// The name and the words of a line `$name = word|word`.
fn named_list(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix('$')?.split_once(" = ")
}

/// Appends a number: seven bits a byte, the lowest first.
fn push(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}
