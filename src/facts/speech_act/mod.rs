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
use crate::words::list;

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
pub(crate) const DIRECTS: WordSet = WordSet::new(&[
    "add", "apply", "ask", "buy", "grab", "refuse", "demand", "bin", "bump", "chew", "come",
    "continue", "crush", "cut", "ditch", "double", "drop", "finish", "give", "go", "halve", "have",
    "half", "hold", "increase", "inject", "keep", "leave", "lower", "miss", "pop", "put", "reduce",
    "restart", "rub", "skip", "split", "start", "stay", "stop", "swallow", "swap", "switch",
    "take", "taper", "try", "up", "use",
]);
/// Verbs that change a dose.
pub(crate) const ADJUSTS: WordSet = WordSet::new(&[
    "double", "halve", "half", "skip", "stop", "restart", "drop", "up", "taper", "push", "bump",
    "split",
]);
/// What a verdict on a body can begin with.
pub(crate) const VERDICT: WordSet = WordSet::new(&[
    "sounds",
    "looks",
    "reads",
    "s",
    "thats",
    "youve",
    "definitely",
    "defo",
    "textbook",
    "classic",
    "this",
    "that",
    "it",
]);
/// Words that leave no doubt.
pub(crate) const SURE: WordSet = WordSet::new(&[
    "just",
    "only",
    "definitely",
    "always",
    "textbook",
    "classic",
    "defo",
    "=",
]);
/// What talking somebody out of care can begin with.
pub(crate) const DISSUADES: WordSet = WordSet::new(&[
    "ignore", "forget", "skip", "dont", "dunno", "not", "no", "never",
]);
/// What an offer to judge can begin with.
pub(crate) const OFFERS: WordSet = WordSet::new(&["ill", "il", "will", "can", "happily"]);
/// Tests that have results.
pub(crate) const TESTS: WordSet = WordSet::new(&[
    "results",
    "result",
    "bloods",
    "labs",
    "scan",
    "mri",
    "ct",
    "xray",
    "biopsy",
    "swab",
    "smear",
    "ultrasound",
    "sonography",
    "sample",
    "culture",
    "analysis",
    "histology",
    "mammogram",
    "echo",
    "ecg",
    "hba",
    "creatinine",
    "potassium",
    "psa",
    "tsh",
    "hemoglobin",
    "haemoglobin",
    "platelets",
    "urine",
    "x",
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

/// Any list an act begins with.
const BEGINS: u64 = list::DIRECTS
    | list::VERDICT
    | list::SURE
    | list::DISSUADES
    | list::ADJUSTS
    | list::OFFERS
    | list::TESTS;

/// Finds the acts of all sentences, once the senses are sorted by sentence.
#[must_use]
pub fn find(tokens: &Tokens, senses: &Senses) -> Vec<SpeechAct> {
    let mut acts = Vec::new();
    for index in 0..tokens.sentence_count() {
        let sentence = tokens.sentence(index);
        if senses.of_sentence(index) & class::DECLINES != 0 {
            continue;
        }
        for at in sentence.clone() {
            if let Some((act, range)) = act_at(tokens, senses, &sentence, at) {
                acts.push(SpeechAct {
                    act,
                    tokens: range,
                    hedged: sentence.clone().any(|at| HEDGES.contains(tokens.lower(at))),
                });
            }
        }
    }
    acts
}

/// The act that begins with token `at`. Its first word is looked at first: most
/// words begin none.
fn act_at(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<(Act, Range<usize>)> {
    type Reads = fn(&Tokens, &Senses, &Range<usize>, usize) -> Option<Range<usize>>;
    let lists = senses.word(at).lists;
    let drug = senses.of(at) & marked::DRUG != 0;
    if lists & BEGINS == 0 && !drug {
        return None;
    }
    let begins = |list: u64| lists & list != 0;
    let acts: [(bool, Reads, Act); 9] = [
        (begins(list::DIRECTS), advice, Act::AdvisesDrug),
        (begins(list::VERDICT), verdict, Act::JudgesBody),
        (begins(list::SURE), certain, Act::JudgesBody),
        (drug, cleared, Act::AdvisesDrug),
        (begins(list::DISSUADES), dissuasion, Act::TalksOutOfCare),
        (begins(list::ADJUSTS), adjusts, Act::AdjustsDose),
        (begins(list::OFFERS), offers, Act::OffersVerdict),
        (drug, dosed, Act::AdvisesDrug),
        (begins(list::TESTS), result, Act::TellsResult),
    ];
    acts.into_iter()
        .filter(|(begins, ..)| *begins)
        .find_map(|(_, reads, act)| Some((act, reads(tokens, senses, sentence, at)?)))
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
