//! The reader: who is spoken to, and how "you" figures in a clause ("thank
//! you", "your appointment", "you arrived late", "looking after you").

mod ties;

use std::ops::Range;

use self::ties::{care, patients};
use crate::change::within;
use crate::sense::{Senses, class, marked};
use crate::token::{Kind, Tokens};
use crate::word_set::WordSet;

/// What a clause says of the reader.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// A courtesy: "thank you", "hear from you", "your feedback", "you felt".
    Courtesy,
    /// Something is the reader's: "your crown".
    Owns,
    /// The reader did, was or had something, in the past: "you arrived late".
    Did,
    /// Somebody did something to the reader: "treating you", "told you".
    Met,
    /// Any other "you".
    Other,
}

/// One "you".
#[derive(Clone, Copy, Debug)]
pub struct You {
    /// The word.
    pub at: usize,
    /// What is said.
    pub part: Part,
    /// The noun or verb that says it.
    pub word: usize,
}

/// The reader of a draft.
#[derive(Debug, Default)]
pub struct Addressee {
    /// Every "you", in order.
    pub yous: Vec<You>,
    /// A handle, name or endearment that opens the draft or a clause.
    pub called: Option<Range<usize>>,
    /// The reader is family or a friend by the way they are called.
    pub near: bool,
    /// Words that make the reader somebody in the writer's care.
    pub care: Option<Range<usize>>,
    /// Words that make somebody the writer's patient: "my client", "bed 9", "my 2 o'clock".
    pub patients: Vec<Range<usize>>,
}

/// Words that stand between "you" and its verb.
const BETWEEN: WordSet = WordSet::new(&[
    "actually", "all", "already", "also", "both", "clearly", "even", "just", "never", "not",
    "only", "really", "simply", "then",
]);
/// Past forms that do not end in "-ed".
const PAST: WordSet = WordSet::new(&[
    "ate", "became", "felt", "found", "asked", "been", "began", "bit", "bled", "broke", "brought",
    "called", "came", "chose", "cut", "did", "didnt", "drank", "drove", "fell", "forgot", "gave",
    "got", "grew", "had", "hadnt", "heard", "held", "hung", "kept", "knew", "laid", "lay", "led",
    "left", "lied", "lost", "made", "met", "paid", "put", "ran", "rang", "read", "rode", "said",
    "sang", "sat", "saw", "sent", "shook", "slept", "smelt", "snuck", "spat", "spoke", "spent",
    "stood", "stuck", "swore", "taught", "threw", "told", "took", "walked", "was", "went", "were",
    "woke",
]);
/// Words in "-ed" that are no past forms.
const NOT_PAST: WordSet =
    WordSet::new(&["need", "feed", "bleed", "speed", "indeed", "proceed", "bed"]);
/// What readers of a page do or feel anyway: saying so tells nothing of care.
const OF_WRITING: WordSet = WordSet::new(&[
    "wrote",
    "written",
    "mention",
    "mentioned",
    "raise",
    "raised",
    "feel",
    "felt",
    "posted",
    "shared",
    "described",
    "enjoyed",
    "liked",
    "left",
    "unhappy",
    "disappointed",
    "upset",
    "frustrated",
    "dissatisfied",
    "concerns",
    "concern",
    "kind",
    "right",
    "welcome",
    "noticed",
    "heard",
    "any",
    "experienced",
    "made",
]);
/// Verbs whose object is a person in care or at least a person once met.
const MET: WordSet = WordSet::new(&[
    "see",
    "seeing",
    "saw",
    "seen",
    "having",
    "had",
    "treat",
    "treated",
    "treating",
    "told",
    "remember",
    "remembers",
    "miss",
    "misses",
    "missed",
    "met",
    "helped",
    "helping",
    "offered",
    "offer",
    "gave",
    "giving",
    "given",
    "fit",
    "squeezed",
    "warned",
    "served",
    "serving",
    "called",
    "rang",
    "phoned",
    "welcomed",
    "delivered",
    "fitted",
    "discharged",
    "referred",
    "admitted",
    "examined",
    "billed",
    "charged",
    "refunded",
    "rebooked",
    "booked",
    "knew",
    "supported",
    "supporting",
    "nursed",
    "nursing",
    "knows",
    "asked",
]);
/// Words before "you" behind a preposition that make it care.
const CARE_TO: WordSet = WordSet::new(&[
    "after",
    "caring",
    "cared",
    "care",
    "attended",
    "attend",
    "attending",
    "explained",
    "listed",
    "waited",
    "operated",
    "working",
    "worked",
    "prescribed",
    "looked",
    "journey",
    "spoke",
    "time",
    "provide",
    "treatment",
]);
/// Ways of calling family and friends.
const NEAR: WordSet = WordSet::new(&[
    "mum", "mom", "mam", "mama", "dad", "daddy", "papa", "babe", "baby", "bro", "brother", "sis",
    "sister", "mate", "cuz", "cousin", "nan", "nana", "gran", "grandma", "grandad", "auntie",
    "aunty", "uncle", "tita", "tito", "ate", "kuya", "bestie", "husband", "wife", "son",
    "daughter", "sweetie",
]);

/// Whoever may be the writer's patient, and "my".
pub(crate) const PATIENTS: WordSet = WordSet::new(&[
    "patient",
    "patients",
    "client",
    "clients",
    "pt",
    "pts",
    "inpatient",
    "inpatients",
    "my",
]);
/// What a tie of care begins with.
pub(crate) const TIES: WordSet = WordSet::new(&["your", "ur", "from", "off", "at"]);

/// Reads the reader.
#[must_use]
pub fn find(tokens: &Tokens, senses: &Senses, yous: Vec<You>) -> Addressee {
    let mut reader = Addressee {
        called: called(tokens, senses),
        care: care(tokens, senses),
        patients: patients(tokens, senses),
        yous,
        near: false,
    };
    reader.near = reader
        .called
        .clone()
        .is_some_and(|range| range.clone().any(|at| NEAR.contains(tokens.lower(at))));
    reader
}

/// Every "you" and "your", in order.
#[must_use]
pub fn yous(tokens: &Tokens, senses: &Senses) -> Vec<You> {
    (0..tokens.len())
        .filter(|at| senses.of(*at) & class::YOU != 0 && tokens.lower(*at) != "yourself")
        .map(|at| you(tokens, senses, at))
        .collect()
}

impl Addressee {
    /// The first "you" of `part` within `tokens`.
    #[must_use]
    pub fn first(&self, tokens: &Range<usize>, part: Part) -> Option<You> {
        let mut yous = within(&self.yous, tokens.clone()).iter().copied();
        yous.find(|you| you.part == part)
    }

    /// The first words within `tokens` that make somebody a patient.
    #[must_use]
    pub fn patient_in(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        self.patients
            .iter()
            .find(|words| tokens.contains(&words.start))
            .cloned()
    }

    /// Whether any "you" stands within `tokens`.
    #[must_use]
    pub fn spoken_to(&self, tokens: &Range<usize>) -> bool {
        self.yous.iter().any(|you| tokens.contains(&you.at))
    }
}

/// "@ann", "Mrs Tembo,", "hun" in the first four tokens.
fn called(tokens: &Tokens, senses: &Senses) -> Option<Range<usize>> {
    (0..tokens.len().min(4)).find_map(|at| {
        let token = tokens.all().get(at)?;
        let name = senses.of(at) & (marked::NAME | marked::TITLED_NAME) != 0;
        let dear = matches!(
            tokens.lower(at),
            "hun" | "hon" | "love" | "pet" | "dear" | "girl" | "sir" | "madam" | "darling" | "duck"
        ) || NEAR.contains(tokens.lower(at));
        let mine = at > 0 && senses.of(at - 1) & (class::MY | class::HE_SHE) != 0;
        (token.kind == Kind::Handle || ((name || dear) && !mine)).then_some(at..at + 1)
    })
}

fn you(tokens: &Tokens, senses: &Senses, at: usize) -> You {
    let (part, word) = owns(tokens, senses, at)
        .or_else(|| met(tokens, at))
        .or_else(|| did(tokens, senses, at))
        .unwrap_or((Part::Other, at));
    You { at, part, word }
}

fn owns(tokens: &Tokens, senses: &Senses, at: usize) -> Option<(Part, usize)> {
    if !matches!(tokens.lower(at), "your" | "ur" | "yer") {
        return None;
    }
    let noun = at + 1;
    let polite = (noun..noun + 3)
        .take_while(|i| tokens.all().get(*i).is_some_and(|t| t.kind == Kind::Word))
        .any(|i| senses.of(i) & class::REVIEW_THANKS != 0);
    Some((if polite { Part::Courtesy } else { Part::Owns }, noun))
}

fn met(tokens: &Tokens, at: usize) -> Option<(Part, usize)> {
    if !matches!(tokens.lower(at), "you" | "u" | "ye") {
        return None;
    }
    let before = at.checked_sub(1)?;
    let word = tokens.lower(before);
    if matches!(word, "thank" | "thanking" | "bless") {
        return Some((Part::Courtesy, before));
    }
    if MET.contains(word) {
        // "would have", "had you" (a condition), "the care you", "asked you to call" stay open.
        let condition =
            word == "had" && (before == 0 || tokens.all()[before - 1].kind != Kind::Word);
        return Some((if condition { Part::Other } else { Part::Met }, before));
    }
    if matches!(word, "after" | "for" | "to" | "of" | "on" | "with") {
        let verb = before.checked_sub(1)?;
        if CARE_TO.contains(tokens.lower(verb)) || word == "after" {
            return Some((Part::Met, verb));
        }
        return Some((Part::Courtesy, before));
    }
    None
}

fn did(tokens: &Tokens, senses: &Senses, at: usize) -> Option<(Part, usize)> {
    let mut verb = at + 1;
    while BETWEEN.contains(tokens.lower(verb)) {
        verb += 1;
    }
    let has = matches!(tokens.lower(at), "youve" | "youd");
    let word = tokens.lower(verb);
    // "so glad you're seeing better" tells how the reader fares.
    let fares = tokens.lower(at) == "youre"
        && at > 0
        && matches!(
            tokens.lower(at - 1),
            "glad" | "happy" | "pleased" | "delighted" | "relieved" | "thrilled" | "hope"
        )
        && !matches!(
            word,
            "happy" | "pleased" | "enjoying" | "satisfied" | "well" | "glad" | "coming"
        );
    if fares {
        return Some((Part::Did, verb));
    }
    if !is_past(word) && !(has && is_past(tokens.lower(verb + 1))) {
        return None;
    }
    let courteous = (verb..verb + 4)
        .take_while(|i| tokens.all().get(*i).is_some_and(|t| t.kind == Kind::Word))
        .any(|i| {
            let of_writing = OF_WRITING.contains(tokens.lower(i)) && tokens.lower(i) != "left";
            of_writing || senses.of(i) & class::REVIEW_THANKS != 0
        });
    Some((if courteous { Part::Courtesy } else { Part::Did }, verb))
}

/// "She turned up late twice", "this reviewer was dismissed": what one other
/// person did or met, within `sentence`.
#[must_use]
pub fn told_of(tokens: &Tokens, senses: &Senses, sentence: &Range<usize>) -> Option<Range<usize>> {
    let who = sentence.clone().find(|at| {
        let pointed = tokens.lower(*at) == "this"
            && (senses.of(at + 1) & (class::PERSON | class::IN_CARE) != 0
                || matches!(
                    tokens.lower(at + 1),
                    "reviewer" | "poster" | "family" | "individual"
                ));
        pointed || matches!(tokens.lower(*at), "she" | "he" | "shed" | "hed")
    })?;
    let verb = (who + 1..(who + 4).min(sentence.end)).find(|at| is_past(tokens.lower(*at)))?;
    Some(who..verb + 1)
}

/// Whether `word` is a past form.
#[must_use]
pub fn is_past(word: &str) -> bool {
    PAST.contains(word) || (word.len() > 4 && word.ends_with("ed") && !NOT_PAST.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::facts::Facts;

    fn parts(text: &str) -> Vec<Part> {
        let facts = Facts::new(&Draft::new(text));
        facts.addressee.yous.iter().map(|you| you.part).collect()
    }

    #[test]
    fn courtesies_say_nothing_of_care() {
        assert_eq!(parts("Thank you for your feedback"), [Part::Courtesy; 2]);
        assert_eq!(parts("sorry you felt that way"), [Part::Courtesy]);
        assert_eq!(parts("we are grateful to you"), [Part::Courtesy]);
    }

    #[test]
    fn what_the_reader_did_is_told() {
        assert_eq!(parts("you arrived late"), [Part::Did]);
        assert_eq!(parts("you never paid"), [Part::Did]);
        assert_eq!(parts("you were told twice"), [Part::Did]);
    }

    #[test]
    fn what_was_done_to_the_reader_is_told() {
        assert_eq!(parts("it was lovely looking after you"), [Part::Met]);
        assert_eq!(parts("we saw you on Monday"), [Part::Met]);
        assert_eq!(parts("hope your knee heals"), [Part::Owns]);
    }

    #[test]
    fn a_reader_in_care_is_known_by_the_tie() {
        let care = |text: &str| Facts::new(&Draft::new(text)).addressee.care.is_some();
        assert!(care("I know I'm technically still your physio"));
        assert!(care("since our last session"));
        assert!(!care("your laugh is the best"));
    }
}
