//! Speech acts: what a sentence does to its reader. It advises a drug or a
//! dose, passes a verdict on a body, talks out of seeing anyone, keeps silent
//! on purpose, sends to emergency care.

use std::ops::Range;

use crate::sense::{Senses, class, marked};
use crate::token::{Kind, Tokens};

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
    /// "Halve it tonight", "just drop to 25": of a drug only if one is spoken of.
    AdjustsDose,
    /// "Your biopsy is back", "his swab came back positive".
    TellsResult,
}

/// How far a directive and its object, or a verdict and its condition, may
/// stand apart, in tokens.
const REACH: usize = 6;

/// Verbs that direct a treatment.
const DIRECTS: [&str; 43] = [
    "add", "apply", "bin", "bump", "chew", "come", "continue", "crush", "cut", "ditch", "double",
    "drop", "finish", "give", "go", "halve", "have", "half", "hold", "increase", "inject", "keep",
    "leave", "lower", "miss", "pop", "put", "reduce", "restart", "rub", "skip", "split", "start",
    "stay", "stop", "swallow", "swap", "switch", "take", "taper", "try", "up", "use",
];
/// What may stand before a directive: a clause opens, or the reader is told.
const OPENS: [&str; 42] = [
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
];
/// Words that leave it open.
const HEDGES: [&str; 12] = [
    "could",
    "might",
    "maybe",
    "perhaps",
    "possibly",
    "may",
    "wonder",
    "probably",
    "tbh",
    "if",
    "sometimes",
    "often",
];

/// Finds the acts of all sentences.
#[must_use]
pub fn find(tokens: &Tokens, senses: &Senses) -> Vec<SpeechAct> {
    let mut acts = Vec::new();
    for index in 0..tokens.sentence_count() {
        let sentence = tokens.sentence(index);
        let classes = sentence.clone().fold(0, |set, at| set | senses.of(at));
        let hedged = sentence
            .clone()
            .any(|at| HEDGES.contains(&tokens.lower(at)));
        for at in sentence.clone() {
            let act = advice(tokens, senses, &sentence, at)
                .map(|range| (Act::AdvisesDrug, range))
                .or_else(|| verdict(tokens, senses, &sentence, at).map(|r| (Act::JudgesBody, r)))
                .or_else(|| {
                    dissuasion(tokens, senses, &sentence, at).map(|r| (Act::TalksOutOfCare, r))
                });
            let act = act
                .or_else(|| adjusts(tokens, senses, &sentence, at).map(|r| (Act::AdjustsDose, r)))
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
    let kind = tokens.all()[before].kind;
    told || matches!(kind, Kind::Handle | Kind::Symbol | Kind::Break)
        || (kind == Kind::Mark && !matches!(tokens.lower(before), "'" | "\"" | "-" | "/" | "s"))
        || senses.of(before) & (marked::NAME | marked::TITLED_NAME) != 0
        || OPENS.contains(&tokens.lower(before))
}

/// "take 800 every 4 h", "stop the citalopram", "you can have 15 of the meloxicam".
fn advice(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    if !DIRECTS.contains(&tokens.lower(at)) || !opens_clause(tokens, senses, sentence, at) {
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
fn adjusts(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let verb = matches!(
        tokens.lower(at),
        "double"
            | "halve"
            | "half"
            | "skip"
            | "stop"
            | "restart"
            | "drop"
            | "up"
            | "taper"
            | "push"
            | "bump"
            | "split"
    );
    if !verb || !opens_clause(tokens, senses, sentence, at) {
        return None;
    }
    let number = |i: usize| tokens.all().get(i).is_some_and(|t| t.kind == Kind::Number);
    let to = tokens.lower(at + 1) == "to" && number(at + 2)
        || tokens.lower(at + 2) == "to" && number(at + 3);
    let now = matches!(tokens.lower(at + 1), "it" | "them" | "that")
        && (at + 2..(at + 6).min(sentence.end)).any(|i| {
            senses.of(i) & class::FRESH != 0
                || matches!(tokens.lower(i), "tmrw" | "tomorrow" | "tablet" | "week")
                || number(i)
        });
    let mine =
        sentence.start < at && senses.of(at - 1) & class::I_ME != 0 && tokens.lower(at - 1) != "id";
    ((to || now) && !mine).then_some(at..(at + 3).min(sentence.end))
}

/// "aciclovir 800 five times a day", "Clomid 50": a drug with its dose, told to the reader.
fn dosed(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    if senses.of(at) & marked::DRUG == 0 {
        return None;
    }
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

/// "that's only reflux", "sounds like gout to me".
fn verdict(
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

/// "don't bother the doctor", "no need for A&E", "ignore the tribunal doctor".
fn dissuasion(
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

/// "your results are back", "her smear was normal", "bloods are in".
fn result(
    tokens: &Tokens,
    senses: &Senses,
    sentence: &Range<usize>,
    at: usize,
) -> Option<Range<usize>> {
    let test = matches!(
        tokens.lower(at),
        "results"
            | "result"
            | "bloods"
            | "labs"
            | "scan"
            | "mri"
            | "ct"
            | "xray"
            | "biopsy"
            | "swab"
            | "smear"
            | "ultrasound"
            | "sonography"
            | "sample"
            | "culture"
            | "analysis"
            | "histology"
            | "mammogram"
            | "echo"
            | "ecg"
            | "hba"
            | "creatinine"
            | "potassium"
            | "psa"
            | "tsh"
            | "hemoglobin"
            | "haemoglobin"
            | "platelets"
            | "urine"
            | "x"
    );
    let owner = (at.saturating_sub(4).max(sentence.start)..at)
        .find(|i| senses.of(*i) & (class::YOU | class::HE_SHE) != 0 || tokens.lower(*i) == "s");
    let bare = at == sentence.start && matches!(tokens.lower(at), "results" | "bloods" | "labs");
    if !test || !(owner.is_some() || bare) {
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
