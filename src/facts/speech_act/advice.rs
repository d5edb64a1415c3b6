//! Advice on a drug or a dose: "double the omeprazole", "aciclovir 800 five times a day".

use std::ops::Range;

use super::{REACH, opens_clause};
use crate::sense::{Senses, class, marked};
use crate::token::{Kind, Tokens};

/// "take 800 every 4 h", "stop the citalopram", "you can have 15 of the meloxicam".
pub(super) fn advice(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    if !opens_clause(tokens, senses, sentence, at) {
        return None;
    }
    // "you have tablets", "you take insulin" tell; "you can take" directs.
    let tells = at > sentence.start
        && matches!(tokens.lower(at - 1), "you" | "if" | "no")
        && !matches!(tokens.lower(at), "stop" | "skip" | "double");
    let end = (at + 1 + REACH).min(sentence.end);
    let object = (at + 1..end).find(|i| is_treatment(tokens, senses, *i))?;
    let mine = (at + 1..object).any(|i| senses.of(i) & (class::I_ME | class::MY | class::WE) != 0);
    (!tells && !mine).then_some(at..object + 1)
}

/// "double it", "skip tonight's", "just drop to 25 for a week".
pub(super) fn adjusts(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    if !opens_clause(tokens, senses, sentence, at) {
        return None;
    }
    let number = |i: usize| tokens.all().get(i).is_some_and(|t| t.kind == Kind::Number);
    let to = tokens.lower(at + 1) == "to" && number(at + 2)
        || tokens.lower(at + 2) == "to" && number(at + 3);
    let now = matches!(tokens.lower(at + 1), "it" | "them" | "that")
        && (at + 2..(at + 6).min(sentence.end)).any(|i| {
            senses.of(i) & class::FRESH != 0
                || matches!(
                    tokens.lower(i),
                    "tmrw" | "cold" | "altogether" | "completely" | "tomorrow" | "tablet" | "week"
                )
                || number(i)
        });
    let mine =
        sentence.start < at && senses.of(at - 1) & class::I_ME != 0 && tokens.lower(at - 1) != "id";
    ((to || now) && !mine).then_some(at..(at + 3).min(sentence.end))
}

/// "aciclovir 800 five times a day", "Clomid 50": a drug with its dose, told to the reader.
pub(super) fn dosed(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let number = |i: usize| tokens.all().get(i).is_some_and(|t| t.kind == Kind::Number);
    let from = at.saturating_sub(3).max(sentence.start);
    let near = (from..(at + 3).min(sentence.end)).find(|i| number(*i))?;
    let often = sentence.clone().any(|i| senses.of(i) & class::DOSE != 0);
    let others =
        class::I_ME | class::WE | class::HE_SHE | class::IN_GENERAL | class::LONG_AGO | class::MY;
    let told = sentence
        .clone()
        .any(|i| senses.of(i) & others != 0 || tokens.lower(i) == "?" || tokens.lower(i) == "vs");
    (often && !told).then(|| near.min(at)..near.max(at) + 1)
}

/// A drug, or a number with a unit of dose.
fn is_treatment(tokens: &Tokens, senses: &Senses, at: usize) -> bool {
    let set = senses.of(at);
    let drug = set & marked::DRUG != 0
        && !matches!(
            tokens.lower(at),
            "water"
                | "tea"
                | "coffee"
                | "caffeine"
                | "alcohol"
                | "sugar"
                | "salt"
                | "oxygen"
                | "air"
                | "honey"
                | "milk"
                | "ginger"
                | "mint"
                | "iron"
                | "lead"
                | "gold"
                | "nicotine"
                | "cocoa"
        );
    let number = tokens.all().get(at).is_some_and(|t| t.kind == Kind::Number);
    let dosed = number
        && (at + 1..at + 4).any(|i| {
            matches!(
                tokens.lower(i),
                "mg" | "mcg"
                    | "ml"
                    | "mls"
                    | "tablets"
                    | "tabs"
                    | "units"
                    | "puffs"
                    | "drops"
                    | "hourly"
                    | "bd"
                    | "tds"
                    | "qid"
                    | "eod"
                    | "daily"
            ) || (tokens.lower(i) == "every" && tokens.lower(i + 2).starts_with('h'))
        });
    let remedy = matches!(
        tokens.lower(at),
        "meds"
            | "medication"
            | "tablets"
            | "tablet"
            | "pill"
            | "pills"
            | "antibiotic"
            | "antibiotics"
            | "inhaler"
            | "insulin"
            | "dose"
            | "doses"
            | "steroid"
            | "steroids"
            | "painkiller"
            | "painkillers"
            | "patch"
            | "depot"
            | "injection"
            | "inhalers"
            | "antihistamine"
    );
    drug || dosed || remedy
}

/// "fluconazole's fine while you're feeding": a drug declared safe for the reader.
pub(super) fn cleared(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let end = (at + REACH).min(sentence.end);
    let said = (at + 1..end).find(|i| {
        matches!(tokens.lower(*i), "fine" | "safe" | "ok" | "okay" | "grand")
            && matches!(
                tokens.lower(*i - 1),
                "s" | "is" | "are" | "be" | "totally" | "perfectly" | "all"
            )
    })?;
    let told = sentence.clone().any(|i| senses.of(i) & class::YOU != 0);
    let open = sentence.clone().any(|i| {
        senses.of(i) & (class::I_ME | class::IN_GENERAL) != 0
            || matches!(tokens.lower(i), "?" | "if")
    });
    (told && !open).then_some(at..said + 1)
}
