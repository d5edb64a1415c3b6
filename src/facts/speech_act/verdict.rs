//! Verdicts on a body, and words that talk out of being seen: "that's only gout", "no need for A&E".

use std::ops::Range;

use super::{Act, REACH};
use crate::facts::Facts;
use crate::sense::{Senses, class, marked};
use crate::token::Tokens;

/// "that's only reflux", "sounds like gout to me".
pub(super) fn verdict(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let like =
        matches!(tokens.lower(at), "sounds" | "looks" | "reads") && tokens.lower(at + 1) == "like";
    let is = tokens.lower(at) == "s"
        && at > sentence.start
        && matches!(tokens.lower(at - 1), "that" | "it" | "this");
    let flat = matches!(
        tokens.lower(at),
        "thats" | "youve" | "definitely" | "defo" | "textbook" | "classic"
    ) || (matches!(tokens.lower(at), "this" | "that" | "it")
        && matches!(tokens.lower(at + 1), "is" | "isnt"));
    if !(like || is || flat) {
        return None;
    }
    let end = (at + 1 + REACH).min(sentence.end);
    let condition = (at + 1..end).find(|i| senses.of(*i) & marked::CONDITION != 0)?;
    let others = class::I_ME | class::MY | class::WE | class::IN_GENERAL | class::HE_SHE;
    let apart = (at..condition).any(|i| {
        senses.of(i) & others != 0
            || matches!(
                tokens.lower(i),
                "," | "for" | "when" | "why" | "how" | "what" | "where" | "about"
            )
    });
    (!apart).then_some(at..condition + 1)
}

/// "your funny turn is just low blood sugar", "nearly always reflux".
pub(super) fn certain(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let is = (at.saturating_sub(3).max(sentence.start)..at)
        .any(|i| matches!(tokens.lower(i), "is" | "s" | "thats" | "are"))
        || tokens.lower(at) == "=";
    if !is {
        return None;
    }
    let end = (at + 4).min(sentence.end);
    let condition = (at + 1..end).find(|i| senses.of(*i) & marked::CONDITION != 0)?;
    let others = class::I_ME | class::MY | class::WE | class::IN_GENERAL;
    let apart = sentence
        .clone()
        .any(|i| senses.of(i) & others != 0 || tokens.lower(i) == "?");
    (!apart).then_some(at..condition + 1)
}

/// "don't bother the doctor", "no need for A&E", "ignore the tribunal doctor".
pub(super) fn dissuasion(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let away = matches!(tokens.lower(at), "ignore" | "forget")
        || (tokens.lower(at) == "skip"
            && matches!(tokens.lower(at + 1), "the" | "hospital" | "er"))
        || (matches!(tokens.lower(at), "dont" | "dunno" | "not" | "no" | "never") && {
            matches!(
                tokens.lower(at + 1),
                "bother"
                    | "need"
                    | "point"
                    | "waste"
                    | "go"
                    | "wait"
                    | "ring"
                    | "call"
                    | "bothering"
                    | "use"
                    | "sit"
            ) || (tokens.lower(at) == "no" && senses.of(at + 1) & class::EMERGENCY != 0)
        });
    if !away {
        return None;
    }
    let end = (at + 1 + REACH).min(sentence.end);
    let care = (at + 1..end).find(|i| {
        senses.of(*i) & (class::EMERGENCY | class::CLINICIAN) != 0
            || matches!(
                tokens.lower(*i),
                "clinic" | "hospital" | "gp" | "surgery" | "opd" | "scan" | "stitches" | "practice"
            )
            || matches!(
                (tokens.lower(*i - 1), tokens.lower(*i)),
                ("be", "seen") | ("come", "in" | "back")
            )
    })?;
    let sent_on = matches!(tokens.lower(at + 1), "wait" | "sit")
        && (care..sentence.end).any(|i| senses.of(i) & class::EMERGENCY != 0);
    (!sent_on).then_some(at..care + 1)
}

/// "I'll tell you what it is", "I'll say if it's nasty".
pub(super) fn offers(
    tokens: &Tokens,
    _: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let promise = matches!(tokens.lower(at + 1), "tell" | "say" | "let" | "diagnose");
    if !promise {
        return None;
    }
    let what = (at + 2..(at + 6).min(sentence.end)).find(|i| {
        matches!(
            tokens.lower(*i),
            "if" | "what" | "which" | "whether" | "exactly" | "how"
        )
    })?;
    Some(at..what + 1)
}
impl Facts {
    /// "Sounds like shingles, get valacyclovir three times a day": a verdict and a
    /// dose in one sentence are for one person, whether or not it says "you".
    #[must_use]
    pub fn doses_one(&self, tokens: &Tokens) -> bool {
        let sentences = |wanted: Act| {
            let acts = self.acts.iter().filter(move |act| act.act == wanted);
            acts.map(|act| tokens.sentence_at(act.tokens.start))
        };
        sentences(Act::JudgesBody).any(|judged| {
            let dosed = self.senses.of_sentence(judged) & class::DOSE != 0;
            dosed && sentences(Act::AdvisesDrug).any(|advised| advised == judged)
        })
    }
}
