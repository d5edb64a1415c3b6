//! The fuzz targets without a fuzzer: every kept input, and a fixed number of
//! seeded changes of each, so that every run of the tests does the same; and once
//! what a fuzzer learned, in its smallest form.

#[path = "../fuzz/bodies.rs"]
mod bodies;

use std::fs;
use std::path::Path;

/// Changes of each kept input.
const CHANGES: usize = 60;
/// Any number but 0 will do; a fixed one makes a failure come again.
const SEED: u64 = 0x5EED_0FB0_D1E5;

/// George Marsaglia's xorshift: enough chance for changing bytes.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(0) % below.max(1)
    }
}

/// Every input of `target` in `folder`, in the order of their names.
fn inputs(folder: &str, target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz")
        .join(folder)
        .join(target);
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    paths.sort();
    assert!(
        !paths.is_empty(),
        "{}: expected kept inputs",
        folder.display()
    );
    paths
        .iter()
        .map(|path| fs::read(path).unwrap_or_default())
        .collect()
}

/// One to four changes: a byte, a stretch left out, doubled or taken from another input.
fn changed(input: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    /// Signs on which parsers and scanners turn.
    const TELLING: &[u8] = b"\"'{}[]:,.-@#/\\ \n\t0919aZ\x00\x80\xe2\xf0\xff";
    let mut bytes = input.to_vec();
    for _ in 0..=chance.next(3) {
        let from = chance.next(bytes.len());
        let to = from + chance.next(bytes.len() - from + 1).min(64);
        match chance.next(5) {
            0 if !bytes.is_empty() => bytes[from] = TELLING[chance.next(TELLING.len())],
            1 => bytes.insert(from, TELLING[chance.next(TELLING.len())]),
            2 => drop(bytes.drain(from..to)),
            3 => bytes
                .splice(from..from, bytes[from..to].to_vec())
                .for_each(drop),
            _ => {
                let start = chance.next(other.len());
                let end = (start + chance.next(64)).min(other.len());
                bytes
                    .splice(from..from, other[start..end].iter().copied())
                    .for_each(drop);
            }
        }
    }
    bytes
}

fn replay(target: &str, body: fn(&[u8])) {
    let mut chance = Chance(SEED);
    let learned = inputs("learned", target);
    let inputs = inputs("corpus", target);
    for input in inputs.iter().chain(&learned) {
        lives_through(target, body, input);
    }
    for input in &inputs {
        for _ in 0..CHANGES {
            let other = &inputs[chance.next(inputs.len())];
            let input = changed(input, other, &mut chance);
            lives_through(target, body, &input);
        }
    }
}

fn lives_through(target: &str, body: fn(&[u8]), input: &[u8]) {
    let outcome = std::panic::catch_unwind(|| body(input));
    assert!(
        outcome.is_ok(),
        "{target}: {:?}",
        String::from_utf8_lossy(input)
    );
}

#[test]
fn no_draft_breaks_the_check() {
    replay("draft", bodies::draft);
}

#[test]
fn no_policy_breaks_the_check() {
    replay("policy", bodies::policy);
}

#[test]
fn no_page_breaks_the_session() {
    replay("message", bodies::message);
}
