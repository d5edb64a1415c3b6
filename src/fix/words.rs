//! Little words that a change of a sentence has to mind.

/// "a", "my", "this": a noun behind one takes no other.
pub(super) fn is_determiner(word: &str) -> bool {
    const DETERMINERS: [&str; 19] = [
        "a", "an", "the", "my", "our", "his", "her", "their", "your", "this", "that", "these",
        "another", "one", "each", "every", "any", "no", "some",
    ];
    DETERMINERS.contains(&word)
}

/// Prepositions that go when what they lead to goes.
pub(super) fn is_preposition(word: &str) -> bool {
    const PREPOSITIONS: [&str; 27] = [
        "in", "at", "on", "from", "of", "to", "near", "by", "into", "around", "about", "since",
        "until", "till", "for", "with", "under", "outside", "inside", "via", "before", "after",
        "over", "off", "down", "between", "during",
    ];
    PREPOSITIONS.contains(&word)
}

/// Forms of "to be".
pub(super) fn is_copula(word: &str) -> bool {
    matches!(word, "is" | "was" | "are" | "were" | "be")
}

/// Marks that close something before them.
pub(super) fn is_closing(mark: &str) -> bool {
    matches!(mark, "." | "," | ";" | ":" | "!" | "?" | ")" | "…")
}

/// "a" or "an" before `words`, by its first letter.
pub(super) fn article(words: &str) -> &'static str {
    // "an hour", "a unit", "a one-off": the sounds that fool the letter.
    const SILENT: [&str; 3] = ["hour", "honest", "heir"];
    const CONSONANT: [&str; 4] = ["uni", "one", "eu", "use"];
    let lower = words.to_lowercase();
    let starts = |heads: &[&str]| heads.iter().any(|head| lower.starts_with(head));
    let vowel = lower.starts_with(['a', 'e', 'i', 'o', 'u']);
    if starts(&SILENT) || vowel && !starts(&CONSONANT) {
        "an"
    } else {
        "a"
    }
}

/// `words` with a capital first letter.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
