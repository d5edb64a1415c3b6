//! Whom a sentence may be about when it is not about a person in care: the
//! writer's own family, the writer, an animal, somebody made up, nobody at all.

use std::ops::Range;

use super::Facts;
use crate::sense::{Senses, class, marked};
use crate::token::{Kind, Tokens};
use crate::word_set::WordSet;
use crate::words::list;

/// Who else, as bits; a sentence may have several.
pub mod who {
    /// The writer's own family or friends.
    pub const OWN_KIN: u16 = 1;
    /// The writer as the one who is ill.
    pub const WRITER: u16 = 1 << 1;
    /// An animal.
    pub const ANIMAL: u16 = 1 << 2;
    /// Fiction, exams, simulations, published or historical cases.
    pub const INVENTED: u16 = 1 << 3;
    /// Something supposed: "if", "whenever", "every".
    pub const SUPPOSED: u16 = 1 << 4;
    /// Denied: "never", "not", "can't".
    pub const DENIED: u16 = 1 << 5;
    /// Long ago.
    pub const LONG_AGO: u16 = 1 << 6;
    /// A visitor thanks or asks for prayers.
    pub const VISITOR: u16 = 1 << 7;
    /// Somebody, by a noun or a pronoun.
    pub const PERSON: u16 = 1 << 8;
    /// Colleagues.
    pub const COLLEAGUE: u16 = 1 << 9;
}

/// How far before a relative's word "my" may stand: "my 88 year old dad".
const OWNER_REACH: usize = 5;
/// How far before "as a patient" the one seen may stand.
const SEEN_REACH: usize = 8;

/// Words that call one's own relative when they stand without "my".
const OWN_CALLED: WordSet = WordSet::new(&[
    "mum", "mom", "mam", "dad", "mummy", "mommy", "daddy", "nan", "nana", "nanna", "gran",
    "granny", "grandma", "grandad", "grandpa", "papa", "nanay", "tatay", "lola", "lolo", "hubby",
    "amma",
]);

/// Words by which something is supposed or denied.
pub(crate) const STANCE: WordSet = WordSet::new(&[
    "if", "whenever", "every", "each", "imagine", "suppose", "would", "whoever", "unless", "when",
    "should", "not", "never", "no", "cant", "cannot", "dont", "isnt", "wasnt", "wont", "nobody",
    "without",
]);
/// The writer.
pub(crate) const WRITER: WordSet = WordSet::new(&["im", "ive", "i", "me"]);

/// For every sentence, who else it may be about.
#[must_use]
pub fn read(tokens: &Tokens, senses: &Senses) -> Vec<u16> {
    (0..tokens.sentence_count())
        .map(|sentence| {
            tokens
                .sentence(sentence)
                .fold(0, |set, at| set | at_token(tokens, senses, at))
        })
        .collect()
}

impl Facts {
    /// Whether `sentence` has somebody with a title or in a numbered bed, and no
    /// animal: what other sentences are about does not change that.
    #[must_use]
    pub fn points_at_one(&self, sentence: usize) -> bool {
        let said = self.senses.of_sentence(sentence);
        said & (marked::TITLED_NAME | marked::BED_NUMBER) != 0 && said & class::ANIMAL == 0
    }

    /// Whether the draft tells of an animal's care, or of the vets; not where one only
    /// walks by ("she sent the photos. Very cute dog").
    pub(super) fn is_of_animals(&self, tokens: &Tokens) -> bool {
        const CARE: u128 = class::IN_CARE
            | class::CARE_ACT
            | class::FINDING
            | class::CARE_EVENT
            | class::DEATH
            | class::BIRTH
            | marked::CONDITION
            | marked::PROCEDURE
            | marked::DRUG
            | marked::ANATOMY
            | marked::AGE;
        if !self.senses.any(class::ANIMAL) {
            return false;
        }
        let cared = (0..self.subjects.len()).any(|sentence| {
            let said = self.senses.of_sentence(sentence);
            said & class::ANIMAL != 0 && said & CARE != 0
        });
        let is_vet = |at: usize| {
            self.senses.of(at) & class::ANIMAL != 0 && tokens.lower(at).starts_with("vet")
        };
        cared || self.subjects.len() == 1 || (0..tokens.len()).any(is_vet)
    }

    /// Whether `sentence` or one beside it is about an animal; elsewhere a dog may
    /// walk by.
    #[must_use]
    pub fn speaks_of_animals(&self, sentence: usize) -> bool {
        let mut near = sentence.saturating_sub(1)..=sentence + 1;
        !self.points_at_one(sentence)
            && near.any(|at| self.senses.of_sentence(at) & class::ANIMAL != 0)
    }
}

fn at_token(tokens: &Tokens, senses: &Senses, at: usize) -> u16 {
    let classes = senses.of(at);
    let lists = senses.word(at).lists;
    if classes == 0 && lists & (list::STANCE | list::WRITER) == 0 {
        return 0;
    }
    let mut set = 0;
    for (class, bit) in [
        (class::ANIMAL, who::ANIMAL),
        (class::INVENTED, who::INVENTED),
        (class::LONG_AGO, who::LONG_AGO),
        (class::VISITOR, who::VISITOR),
        (class::COLLEAGUE | class::CLINICIAN, who::COLLEAGUE),
        (
            class::PERSON | class::HE_SHE | class::IN_CARE | class::JOB | marked::AGE,
            who::PERSON,
        ),
    ] {
        let hurt = bit == who::ANIMAL && is_injury(tokens, at);
        if classes & class != 0 && !hurt {
            set |= bit;
        }
    }
    if is_own_kin(tokens, senses, at) {
        set |= who::OWN_KIN;
    }
    if (classes & class::SELF_PATIENT != 0 || lists & list::WRITER != 0)
        && is_writer_ill(tokens, senses, at)
    {
        set |= who::WRITER;
    }
    if lists & list::STANCE == 0 {
        return set;
    }
    match tokens.lower(at) {
        "if" | "whenever" | "every" | "each" | "imagine" | "suppose" | "would" | "whoever"
        | "unless" | "when" | "should" => set | who::SUPPOSED,
        "not" | "never" | "no" | "cant" | "cannot" | "dont" | "isnt" | "wasnt" | "wont"
        | "nobody" | "without" => set | who::DENIED,
        _ => set,
    }
}

/// "snake bite", "bee sting": what an animal did to somebody.
pub(crate) fn is_injury(tokens: &Tokens, at: usize) -> bool {
    let next = at + 1 + usize::from(tokens.lower(at + 1) == "-");
    matches!(
        tokens.lower(next),
        "bite" | "bites" | "bitten" | "sting" | "stings" | "kick" | "attack"
    )
}

/// "my husband", "my 88 year old dad", "Dad went on Tuesday"; not "my patient's
/// son", not "a dad of five".
fn is_own_kin(tokens: &Tokens, senses: &Senses, at: usize) -> bool {
    let classes = senses.of(at);
    if classes & class::OWN_KIN != 0 {
        return !is_in_own_hands(tokens, at);
    }
    let sentence = tokens.all()[at].sentence;
    // "My seven year old" is one's own child, unless a place of care is named.
    let aged = classes & marked::AGE != 0
        && at > 0
        && tokens.lower(at - 1) == "my"
        && !tokens
            .sentence(sentence as usize)
            .any(|near| senses.of(near) & (class::CARE_AREA | class::CARE_SITE) != 0);
    if aged {
        return true;
    }
    if classes & class::KIN == 0 {
        return false;
    }
    let first = at.saturating_sub(OWNER_REACH);
    let reach: Range<usize> = first..at;
    for before in reach.rev() {
        let token = tokens.all()[before];
        if token.sentence != sentence || senses.of(before) & class::IN_CARE != 0 {
            return false;
        }
        let apart = token.kind == Kind::Mark && tokens.lower(before) != "-";
        if apart {
            break;
        }
        if matches!(
            tokens.lower(before),
            "a" | "the" | "his" | "her" | "their" | "our" | "your"
        ) {
            return false;
        }
        if tokens.lower(before) == "my" {
            return true;
        }
    }
    // "Tatay Boy" is anybody's elder.
    OWN_CALLED.contains(tokens.lower(at))
        && classes & marked::TITLED_NAME == 0
        && (at == 0 || tokens.all()[at - 1].sentence != sentence)
        && tokens.lower(at + 1) != "of"
        && tokens.lower(at + 1) != "and"
}

/// Older than anybody's child: "my oldest is 97".
const TOO_OLD: u32 = 80;
/// "my oldest is 97": how far behind "my" the age may stand.
const AGE_REACH: usize = 4;

/// "Our girl is here, delivered by me", "my oldest is 97": called like one's own, told as a clinician.
fn is_in_own_hands(tokens: &Tokens, at: usize) -> bool {
    let sentence = tokens.sentence(tokens.sentence_at(at));
    let delivered = sentence.clone().any(|by| {
        tokens.lower(by) == "delivered"
            && tokens.lower(by + 1) == "by"
            && matches!(tokens.lower(by + 2), "me" | "us" | "yours")
    });
    let aged = (at..sentence.end.min(at + AGE_REACH)).any(|near| {
        matches!(tokens.lower(near), "is" | "was" | "turned")
            && tokens
                .lower(near + 1)
                .parse()
                .is_ok_and(|years: u32| years >= TOO_OLD)
    });
    let oldest = matches!(tokens.lower(at), "oldest" | "eldest")
        || matches!(tokens.lower(at + 1), "oldest" | "eldest");
    delivered || aged && oldest
}

/// How far behind "I'm" or "(me) is" the word "patient" may stand: "a truly terrible patient".
const PATIENT_REACH: usize = 4;

/// "I'm in bed 5", "my own chemo", "I was admitted", "as a patient", "I'm a bad patient".
fn is_writer_ill(tokens: &Tokens, senses: &Senses, at: usize) -> bool {
    if senses.of(at) & class::SELF_PATIENT != 0 {
        return !is_seen_as_one(tokens, senses, at);
    }
    // "The physio (me) is a terrible patient."
    if tokens.lower(at) == "me" {
        return at > 0
            && tokens.lower(at - 1) == "("
            && tokens.lower(at + 1) == ")"
            && is_called_patient(tokens, at + 3);
    }
    let lying = matches!(tokens.lower(at), "im" | "ive")
        || (tokens.lower(at) == "i"
            && matches!(tokens.lower(at + 1), "am" | "was" | "got" | "have"));
    let next = if tokens.lower(at) == "i" {
        at + 2
    } else {
        at + 1
    };
    lying
        && ((next..next + 5).any(|near| {
            tokens.lower(near) == "in" && senses.of(near + 1) & marked::BED_NUMBER != 0
        }) || matches!(
            tokens.lower(next),
            "admitted" | "discharged" | "sectioned" | "scanned" | "diagnosed"
        ) || is_called_patient(tokens, next))
}

/// "a terrible patient", "the patient today"; not "a patient's nurse", "the patient safety lead".
fn is_called_patient(tokens: &Tokens, from: usize) -> bool {
    let found = (from..from + PATIENT_REACH).find(|at| tokens.lower(*at) == "patient");
    let is_named = matches!(
        tokens.lower(from),
        "a" | "the" | "such" | "one" | "still" | "not"
    );
    let ends = |at: usize| {
        let next = tokens.all().get(at + 1);
        tokens.lower(at + 1) != "s"
            && next.is_none_or(|token| {
                token.kind != Kind::Word || token.sentence != tokens.all()[at].sentence
            })
            || matches!(
                tokens.lower(at + 1),
                "and" | "but" | "now" | "today" | "this" | "for" | "here" | "too"
            )
    };
    is_named && found.is_some_and(ends)
}

/// "I had Mr Whitcombe in as a patient": the one seen is the patient, not the writer;
/// but "I saw Dr Patel as a patient".
fn is_seen_as_one(tokens: &Tokens, senses: &Senses, at: usize) -> bool {
    let first = tokens.sentence(tokens.sentence_at(at)).start;
    let said = (first..=at)
        .rev()
        .take_while(|near| senses.of(*near) & class::SELF_PATIENT != 0);
    let Some(begins) = said.last().filter(|near| tokens.lower(*near) == "as") else {
        return false;
    };
    let ahead = begins.saturating_sub(SEEN_REACH).max(first)..begins;
    let somebody = ahead.clone().any(|near| {
        let of = senses.of(near);
        of & (marked::NAME | marked::TITLED_NAME) != 0 && of & marked::CLINICIAN_NAME == 0
    });
    let seen = ahead.into_iter().any(|near| {
        let by_writer =
            near == first || matches!(tokens.lower(near - 1), "i" | "we" | "ive" | "just");
        by_writer
            && matches!(
                tokens.lower(near),
                "saw" | "had" | "met" | "treated" | "seen" | "got"
            )
    });
    somebody && seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> u16 {
        let tokens = Tokens::new(text);
        let senses = Senses::new(&tokens);
        read(&tokens, &senses)
            .into_iter()
            .fold(0, |set, bits| set | bits)
    }

    #[test]
    fn own_family_is_known_by_whose_it_is() {
        for text in [
            "my 88 year old dad has a cold",
            "Dad went on Tuesday",
            "my wee sister is on 4B",
            "Our girl is here",
        ] {
            assert!(of(text) & who::OWN_KIN != 0, "{text}");
        }
        for text in [
            "my patient's son cried",
            "a dad of five from the harbour",
            "her husband stayed all night",
        ] {
            assert!(of(text) & who::OWN_KIN == 0, "{text}");
        }
    }

    #[test]
    fn the_writer_may_be_the_one_who_is_ill() {
        assert!(of("I was admitted on Friday") & who::WRITER != 0);
        assert!(of("my own scan is clear") & who::WRITER != 0);
        assert!(of("I admitted a lady on Friday") & who::WRITER == 0);
        for text in [
            "I'm a terrible patient",
            "I am such a bad patient.",
            "the physio (me) is a truly terrible patient",
            "I was the patient today",
        ] {
            assert!(of(text) & who::WRITER != 0, "{text}");
        }
        for text in [
            "I'm a patient safety lead",
            "I'm a patient's advocate",
            "the physio (not me) is treating a patient",
            "I am with a patient",
        ] {
            assert!(of(text) & who::WRITER == 0, "{text}");
        }
    }
}
