//! Speech acts: what a sentence does to its reader. It advises a drug or a
//! dose, passes a verdict on a body, talks out of seeing anyone, keeps silent
//! on purpose, sends to emergency care.

mod advice;
mod result;
mod verdict;

use std::ops::Range;

use self::advice::{adjusts, advice, cleared, dosed};
use self::result::result;
use self::verdict::{certain, dissuasion, offers, verdict};
use crate::sense::{Senses, class, marked};
use crate::token::{Kind, Tokens};
use crate::word_set::WordSet;

/// One act, with the words that perform it.
#[derive(Clone, Debug)]
pub struct SpeechAct {
    /// What it does.
    pub act: Act,
    /// The words.
    pub tokens: Range<usize>,
    /// Whether it is hedged ("could be", "maybe").
    pub hedged: bool,
}

/// What a sentence does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Act {
    /// "Double the omeprazole", "you can take 800".
    AdvisesDrug,
    /// "That's only reflux", "sounds like gout".
    JudgesBody,
    /// "Don't bother your GP", "no need for A&E".
    TalksOutOfCare,
    /// "Send a pic and I'll tell you what it is".
    OffersVerdict,
    /// "Halve it tonight", "just drop to 25": of a drug only if one is spoken of.
    AdjustsDose,
    /// "Your biopsy is back", "his swab came back positive".
    TellsResult,
}

/// How far a directive and its object, or a verdict and its condition, may
/// stand apart, in tokens.
const REACH: usize = 6;

/// Verbs that direct a treatment.
const DIRECTS: WordSet = WordSet::new(&[
    "add", "apply", "ask", "buy", "grab", "refuse", "demand", "bin", "bump", "chew", "come",
    "continue", "crush", "cut", "ditch", "double", "drop", "finish", "give", "go", "halve", "have",
    "half", "hold", "increase", "inject", "keep", "leave", "lower", "miss", "pop", "put", "reduce",
    "restart", "rub", "skip", "split", "start", "stay", "stop", "swallow", "swap", "switch",
    "take", "taper", "try", "up", "use",
]);
/// What may stand before a directive: a clause opens, or the reader is told.
const OPENS: WordSet = WordSet::new(&[
    "and",
    "but",
    "can",
    "could",
    "definitely",
    "defo",
    "first",
    "girl",
    "hun",
    "id",
    "if",
    "just",
    "love",
    "madam",
    "maybe",
    "must",
    "nah",
    "need",
    "no",
    "now",
    "ok",
    "okay",
    "or",
    "otherwise",
    "pet",
    "please",
    "pls",
    "right",
    "should",
    "sir",
    "sis",
    "so",
    "then",
    "tomorrow",
    "tonight",
    "would",
    "yeah",
    "yep",
    "yes",
    "you",
    "youd",
    "d",
]);
/// Words that leave it open.
const HEDGES: WordSet = WordSet::new(&[
    "could", "might", "maybe", "perhaps", "possibly", "may", "wonder", "probably", "tbh",
]);

/// Finds the acts of all sentences.
#[must_use]
pub fn find(tokens: &Tokens, senses: &Senses) -> Vec<SpeechAct> {
    let mut acts = Vec::new();
    for index in 0..tokens.sentence_count() {
        let sentence = tokens.sentence(index);
        let classes = sentence.clone().fold(0, |set, at| set | senses.of(at));
        let hedged = sentence.clone().any(|at| HEDGES.contains(tokens.lower(at)));
        for at in sentence.clone() {
            let act = advice(tokens, senses, &sentence, at)
                .map(|range| (Act::AdvisesDrug, range))
                .or_else(|| verdict(tokens, senses, &sentence, at).map(|r| (Act::JudgesBody, r)))
                .or_else(|| certain(tokens, senses, &sentence, at).map(|r| (Act::JudgesBody, r)))
                .or_else(|| cleared(tokens, senses, &sentence, at).map(|r| (Act::AdvisesDrug, r)))
                .or_else(|| {
                    dissuasion(tokens, senses, &sentence, at).map(|r| (Act::TalksOutOfCare, r))
                });
            let act = act
                .or_else(|| adjusts(tokens, senses, &sentence, at).map(|r| (Act::AdjustsDose, r)))
                .or_else(|| offers(tokens, &sentence, at).map(|r| (Act::OffersVerdict, r)))
                .or_else(|| dosed(tokens, senses, &sentence, at).map(|r| (Act::AdvisesDrug, r)))
                .or_else(|| result(tokens, senses, &sentence, at).map(|r| (Act::TellsResult, r)));
            if let Some((act, range)) = act.filter(|_| classes & class::DECLINES == 0) {
                acts.push(SpeechAct {
                    act,
                    tokens: range,
                    hedged,
                });
            }
        }
    }
    acts
}

fn opens_clause(tokens: &Tokens, senses: &Senses, sentence: &Range<usize>, at: usize) -> bool {
    if at == sentence.start {
        return true;
    }
    let before = at - 1;
    let told = tokens.lower(before) == "to"
        && before > sentence.start + 1
        && matches!(
            tokens.lower(before - 1),
            "need" | "have" | "want" | "ought" | "got"
        )
        && senses.of(before - 2) & class::YOU != 0;
    // "beta double the …", "comadre take 500": somebody is called, then told.
    let others = class::I_ME
        | class::WE
        | class::HE_SHE
        | class::PEOPLE_MANY
        | class::CLINICIAN
        | class::PATIENTS
        | class::NO_PERSON
        | class::YOU;
    let strong = matches!(tokens.lower(at), "double" | "halve" | "stop" | "skip");
    let plain = senses.of(before) & others == 0
        && !matches!(
            tokens.lower(before),
            "they"
                | "to"
                | "not"
                | "dont"
                | "never"
                | "did"
                | "will"
                | "the"
                | "a"
                | "bus"
                | "full"
        );
    let called =
        strong && before == sentence.start && plain && !tokens.lower(before).ends_with('s');
    let dose = tokens.lower(at) == "take"
        && plain
        && tokens
            .all()
            .get(at + 1)
            .is_some_and(|t| t.kind == Kind::Number);
    if called || dose {
        return true;
    }
    let kind = tokens.all()[before].kind;
    told || matches!(kind, Kind::Handle | Kind::Symbol | Kind::Break)
        || (kind == Kind::Mark && !matches!(tokens.lower(before), "'" | "\"" | "-" | "/" | "s"))
        || senses.of(before) & (marked::NAME | marked::TITLED_NAME) != 0
        || OPENS.contains(tokens.lower(before))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::facts::Facts;

    fn acts(text: &str) -> Vec<Act> {
        let facts = Facts::new(&Draft::new(text));
        facts.acts.iter().map(|found| found.act).collect()
    }

    #[test]
    fn drugs_and_doses_are_advised() {
        assert_eq!(acts("@ann stop your metformin tonight"), [Act::AdvisesDrug]);
        assert_eq!(
            acts("Not medical advice, but take 800 every 4 h"),
            [Act::AdvisesDrug]
        );
        assert_eq!(acts("I take metformin myself"), []);
        assert_eq!(acts("take your time"), []);
        assert_eq!(acts("don't stop the citalopram"), []);
    }

    #[test]
    fn bodies_are_judged() {
        assert_eq!(acts("That's only gout, trust me"), [Act::JudgesBody]);
        assert_eq!(acts("that's why I had gout"), []);
    }

    #[test]
    fn results_are_told() {
        assert_eq!(acts("Your swab came back positive"), [Act::TellsResult]);
        assert_eq!(acts("any news when your results come back?"), []);
    }

    #[test]
    fn care_is_talked_out_of() {
        assert_eq!(acts("no need for A&E"), [Act::TalksOutOfCare]);
        assert_eq!(acts("no need to book, walk in"), []);
    }
}
