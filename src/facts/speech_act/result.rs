//! Results told: "your swab came back positive".

use std::ops::Range;

use crate::sense::{Senses, class};
use crate::token::Tokens;

/// "your results are back", "her smear was normal", "bloods are in".
pub(super) fn result(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let owner = (at.saturating_sub(4).max(sentence.start)..at)
        .find(|i| senses.of(*i) & (class::YOU | class::HE_SHE) != 0 || tokens.lower(*i) == "s");
    let bare = at == sentence.start && matches!(tokens.lower(at), "results" | "bloods" | "labs");
    let mine = (at.saturating_sub(3)..at).any(|i| senses.of(i) & (class::MY | class::I_ME) != 0);
    if mine {
        return None;
    }
    let end = (at + 8).min(sentence.end);
    let said = (at + 1..end).find(|i| {
        matches!(
            tokens.lower(*i),
            "back"
                | "positive"
                | "negative"
                | "normal"
                | "abnormal"
                | "shows"
                | "showed"
                | "clear"
                | "raised"
                | "low"
                | "high"
                | "fine"
                | "grand"
                | "good"
                | "worse"
                | "better"
                | "in"
                | "came"
                | "says"
                | "confirms"
                | "ready"
                | "unfortunately"
        )
    })?;
    let plain = matches!(
        tokens.lower(said),
        "positive" | "negative" | "abnormal" | "unfortunately"
    );
    if !(owner.is_some() || bare || plain) {
        return None;
    }
    let open = (at..said).any(|i| {
        matches!(
            tokens.lower(i),
            "?" | "when" | "if" | "once" | "until" | "till"
        )
    }) || (sentence.start..at).any(|i| {
        matches!(
            tokens.lower(i),
            "when" | "if" | "once" | "until" | "till" | "hope" | "any" | "are" | "is" | "did"
        )
    });
    (!open).then_some(owner.unwrap_or(at)..said + 1)
}
