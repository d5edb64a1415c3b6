//! The texts that every measurement reads, so that figures can be compared:
//! drafts of the project's own collection, joined to a given length.

/// The drafts that texts are made of.
const DRAFTS: &str = include_str!("../tests/drafts/drafts.jsonl");

/// Lengths in characters: a post on X, a long comment, Facebook's limit, and far beyond.
pub const LENGTHS: [usize; 4] = [280, 2_000, 63_206, 1_000_000];

/// Every draft's text, in the order of the file.
///
/// # Panics
/// If a line is no draft: the collection is the project's own.
#[must_use]
pub fn drafts() -> Vec<String> {
    DRAFTS
        .lines()
        .map(|line| {
            let row: serde_json::Value = serde_json::from_str(line).expect("one draft a line");
            row["text"].as_str().expect("a draft has a text").to_owned()
        })
        .collect()
}

/// Drafts joined by line breaks and cut to `characters`; repeated where they do not suffice.
#[must_use]
pub fn text_of(drafts: &[String], characters: usize) -> String {
    let mut text = String::new();
    let mut count = 0;
    for draft in drafts.iter().cycle() {
        if count >= characters {
            break;
        }
        text.push_str(draft);
        text.push('\n');
        count += draft.chars().count() + 1;
    }
    text.chars().take(characters).collect()
}
