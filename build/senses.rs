//! Compiles `data/senses` into one open-addressed table from the hash of a
//! phrase to the set of classes it stands for.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

#[allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    reason = "shared with the crate, which uses all of it"
)]
#[path = "../src/sense/hash.rs"]
mod hash;
#[allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    reason = "shared with the crate, which uses all of it"
)]
#[path = "../src/token.rs"]
mod token;

/// Classes are bits of a `u128`; the last ones are set by code, not by lists.
const MOST_CLASSES: usize = 112;
/// One slot in two stays empty, so that a miss ends after about one step.
const SLOTS_PER_ENTRY: usize = 2;
/// The slots are counted 64 at a time.
const FEWEST_SLOTS: usize = 64;

#[derive(Clone, Copy, Default)]
struct Entry {
    classes: u128,
    goes_on: bool,
}

/// Reads every list in `data/senses`; writes `senses.rs` into `out` and answers the
/// names of the classes, by bit.
pub(crate) fn compile(out: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/token.rs");
    println!("cargo::rerun-if-changed=src/sense/hash.rs");
    let mut names = Vec::new();
    let mut entries = BTreeMap::new();
    for (path, text) in crate::lists_in(Path::new("data/senses"))? {
        read_list(&text, &mut names, &mut entries)
            .map_err(|problem| format!("{path}: {problem}"))?;
    }
    if names.len() > MOST_CLASSES {
        return Err(format!(
            "{} classes in data/senses, at most {MOST_CLASSES}",
            names.len()
        )
        .into());
    }
    fs::write(out.join("senses.rs"), table(&names, &entries, out)?)?;
    Ok(names)
}

fn read_list(
    text: &str,
    names: &mut Vec<String>,
    entries: &mut BTreeMap<u64, Entry>,
) -> Result<(), String> {
    let mut current = None;
    for line in text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
    {
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            if names.iter().any(|known| known == name) {
                return Err(format!("class [{name}] stands twice"));
            }
            names.push(name.to_owned());
            current = Some(1_u128 << (names.len() - 1));
            continue;
        }
        let class = current.ok_or("words before the first [class]")?;
        for form in line.split(',').flat_map(|entry| spelled_out(entry.trim())) {
            add(&form, class, entries);
        }
    }
    Ok(())
}

/// `treat/v` → treat, treats, treated, treating; `cod(ed|ing)` → coded, coding.
fn spelled_out(entry: &str) -> Vec<String> {
    if let Some(verb) = entry.strip_suffix("/v") {
        let stem = verb.strip_suffix('e').unwrap_or(verb);
        return vec![
            verb.to_owned(),
            format!("{verb}s"),
            format!("{stem}ed"),
            format!("{stem}ing"),
        ];
    }
    match (entry.find('('), entry.find(')')) {
        (Some(open), Some(close)) if open > 0 && open < close => entry[open + 1..close]
            .split('|')
            .flat_map(|end| spelled_out(&format!("{}{end}{}", &entry[..open], &entry[close + 1..])))
            .collect(),
        _ => vec![entry.to_owned()],
    }
}

fn add(form: &str, class: u128, entries: &mut BTreeMap<u64, Entry>) {
    let tokens = token::Tokens::new(form);
    let mut key = hash::START;
    for index in 0..tokens.len() {
        key = hash::with_word(key, tokens.lower(index));
        let entry = entries.entry(key).or_default();
        if index + 1 == tokens.len() {
            entry.classes |= class;
        } else {
            entry.goes_on = true;
        }
    }
}

/// The table, packed as `src/sense/table.rs` reads it; answers the code of the classes.
fn table(
    names: &[String],
    entries: &BTreeMap<u64, Entry>,
    out: &Path,
) -> Result<String, Box<dyn Error>> {
    let size = (entries.len() * SLOTS_PER_ENTRY)
        .next_power_of_two()
        .max(FEWEST_SLOTS);
    let mut sets: Vec<u128> = vec![0];
    let mut slots = vec![None; size];
    for (key, entry) in entries {
        let set = sets
            .iter()
            .position(|set| *set == entry.classes)
            .unwrap_or_else(|| {
                sets.push(entry.classes);
                sets.len() - 1
            });
        let (check, mut slot) = hash::place(*key, size);
        while let Some((known, _)) = slots[slot] {
            if known == check {
                return Err("two phrases share a hash; change hash::START".into());
            }
            slot = (slot + 1) % size;
        }
        let value = u16::try_from(set * 2 + usize::from(entry.goes_on))?;
        slots[slot] = Some((check, value));
    }
    let bit = |(at, slot): (usize, &Option<_>)| u8::from(slot.is_some()) << at;
    let used = slots.chunks(8);
    let used: Vec<u8> = used
        .map(|eight| eight.iter().enumerate().map(bit).sum())
        .collect();
    let filled = || slots.iter().flatten();
    let checks: Vec<u8> = filled()
        .flat_map(|(check, _)| check.to_le_bytes())
        .collect();
    let values: Vec<u8> = filled()
        .flat_map(|(_, value)| value.to_le_bytes())
        .collect();
    fs::write(out.join("senses_used.bin"), used)?;
    fs::write(out.join("senses_checks.bin"), checks)?;
    fs::write(out.join("senses_values.bin"), values)?;
    let mut code = String::new();
    for (bit, name) in names.iter().enumerate() {
        writeln!(
            code,
            "/// Words of `[{name}]` in data/senses.\npub const {}: u128 = 1 << {bit};",
            name.to_uppercase()
        )?;
    }
    writeln!(code, "pub(super) static NAMES: &[&str] = &{names:?};")?;
    writeln!(code, "pub(super) static SETS: &[u128] = &{sets:?};")?;
    Ok(code)
}
