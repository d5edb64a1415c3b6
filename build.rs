//! Compiles the word lists of `data/lexicon` into two tables, single words and
//! phrases, in the format of `src/lexicon/table.rs`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

#[allow(
    dead_code,
    unreachable_pub,
    reason = "shared with the crate, which uses all of it"
)]
#[path = "src/lexicon/flags.rs"]
mod flags;

#[allow(dead_code, reason = "tokens name it; the build edits nothing")]
#[path = "src/change.rs"]
mod change;
#[path = "build/cues.rs"]
mod cues;
#[path = "build/senses.rs"]
mod senses;

use flags::{
    ABBREVIATION, AMBIGUOUS, ANATOMY, CONDITION, MEDICAL, NAME_IS_WORD, NAMED, NAMES, ORDINARY,
    PLACE_IS_WORD, PLACES, PROCEDURE,
};

/// Entries of this section are in no table.
const SKIPPED_SECTION: &str = "NEVER_ORDINARY";
/// Shortest stem whose plural inherits its medical flags: "as" is no plural of "a".
const SHORTEST_PLURAL_STEM: usize = 4;

/// As in `src/lexicon/table.rs`.
const NIBBLE: usize = 15;

type Entries = BTreeMap<String, u32>;

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new("data/lexicon");
    println!("cargo::rerun-if-changed=src/lexicon/flags.rs");
    let (mut words, mut phrases) = (Entries::new(), Entries::new());
    for (path, text) in lists_in(data)? {
        read_list(&text, &mut words, &mut phrases)
            .map_err(|problem| format!("{path}: {problem}"))?;
    }
    mark_plurals(&mut words);
    mark_clashes(&mut words);
    let out = std::env::var("OUT_DIR")?;
    write_table(&words, Path::new(&out), "words")?;
    write_table(&phrases, Path::new(&out), "phrases")?;
    let classes = senses::compile(Path::new(&out))?;
    cues::compile(Path::new(&out), &classes)
}

/// The path and the text of every `.txt` in `folder`, by name; the build runs again
/// when one changes.
fn lists_in(folder: &Path) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(folder)?;
    let mut paths: Vec<_> = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let texts = paths.into_iter().map(|path| {
        let text = fs::read_to_string(&path)?;
        Ok((path.display().to_string(), text))
    });
    texts.collect()
}

/// Reads one list: comments, `[FLAG FLAG]` headings, comma-separated entries.
fn read_list(text: &str, words: &mut Entries, phrases: &mut Entries) -> Result<(), String> {
    let mut current = None;
    for line in text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(heading) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            current = (heading != SKIPPED_SECTION)
                .then(|| section_flags(heading))
                .transpose()?;
            continue;
        }
        let Some(flags) = current else { continue };
        for entry in line
            .split(',')
            .map(str::trim)
            .filter(|entry| !entry.is_empty())
        {
            add(entry, flags, words, phrases)?;
        }
    }
    Ok(())
}

fn section_flags(heading: &str) -> Result<u32, String> {
    heading.split(' ').try_fold(0, |flags, name| {
        let known = NAMED.iter().find(|(known, _)| *known == name);
        known
            .map(|(_, flag)| flags | flag)
            .ok_or_else(|| format!("heading names {name:?}, expected a flag of flags.rs"))
    })
}

/// Adds an entry under the spelling a look-up reduces a draft's words to:
/// no apostrophes or full stops; a hyphen is nothing in a word, a space in a phrase.
fn add(entry: &str, flags: u32, words: &mut Entries, phrases: &mut Entries) -> Result<(), String> {
    let bare: String = entry.chars().filter(|c| !matches!(c, '\'' | '.')).collect();
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ' || c == '-';
    if let Some(bad) = bare.chars().find(|&c| !allowed(c)) {
        return Err(format!(
            "entry {entry:?} has {bad:?}, expected a-z, 0-9, space, - ' ."
        ));
    }
    if bare.contains([' ', '-']) {
        *phrases.entry(bare.replace('-', " ")).or_default() |= flags;
    }
    if !bare.contains(' ') {
        *words.entry(bare.replace('-', "")).or_default() |= flags;
    }
    Ok(())
}

/// "fractures" is a listed ordinary word, so it must inherit what "fracture" is.
fn mark_plurals(words: &mut Entries) {
    let inherited: Vec<(String, u32)> = words
        .keys()
        .filter_map(|word| {
            let stem = word.strip_suffix('s')?;
            let flags = *words.get(stem)?;
            let plural = flags & (CONDITION | PROCEDURE | ANATOMY | AMBIGUOUS);
            let fits = stem.len() >= SHORTEST_PLURAL_STEM && flags & ABBREVIATION == 0;
            (fits && flags & MEDICAL != 0).then(|| (word.clone(), plural))
        })
        .collect();
    for (word, flags) in inherited {
        *words.entry(word).or_default() |= flags;
    }
}

/// Derives the two flags that say "also an ordinary word".
fn mark_clashes(words: &mut Entries) {
    for flags in words.values_mut().filter(|flags| **flags & ORDINARY != 0) {
        if *flags & NAMES != 0 {
            *flags |= NAME_IS_WORD;
        }
        if *flags & PLACES != 0 {
            *flags |= PLACE_IS_WORD;
        }
    }
}

/// Writes the records, the class of each entry, and the flags of each class.
fn write_table(entries: &Entries, out: &Path, name: &str) -> Result<(), Box<dyn Error>> {
    let mut uses = BTreeMap::<u32, usize>::new();
    for flags in entries.values() {
        *uses.entry(*flags).or_default() += 1;
    }
    let mut kinds: Vec<u32> = uses.keys().copied().collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(uses[kind]));
    let number = |flags: &u32| {
        kinds
            .iter()
            .position(|kind| kind == flags)
            .unwrap_or_default()
    };
    let classes = entries.values().map(|flags| u8::try_from(number(flags)));
    let classes: Vec<u8> = classes.collect::<Result<_, _>>().map_err(|_| {
        format!(
            "{name}: {} combinations of flags, expected at most 256",
            kinds.len()
        )
    })?;
    fs::write(out.join(format!("{name}.bin")), records(entries.keys())?)?;
    fs::write(out.join(format!("{name}_classes.bin")), classes)?;
    fs::write(out.join(format!("{name}_flags.rs")), format!("&{kinds:?}"))?;
    Ok(())
}

/// The keys as `src/lexicon/table.rs` reads them.
fn records<'a>(keys: impl Iterator<Item = &'a String>) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut bytes = Vec::new();
    let mut previous: &[u8] = &[];
    for key in keys {
        let key = key.as_bytes();
        let same = key.iter().zip(previous).take_while(|(a, b)| a == b).count();
        let shared = same.min(NIBBLE);
        let rest = &key[shared..];
        bytes.push(u8::try_from(shared << 4 | rest.len().min(NIBBLE))?);
        if rest.len() >= NIBBLE {
            bytes.push(u8::try_from(rest.len())?);
        }
        bytes.extend_from_slice(rest);
        previous = key;
    }
    Ok(bytes)
}
