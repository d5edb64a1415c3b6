//! Names that name a disease, a sign or a score, not a person or a place:
//! "Wilson's disease", "Lou Gehrig's disease", "Framingham risk score".

use crate::lexicon::{self, flags};
use crate::token::{Kind, Shape, Tokens};
use crate::word_set::WordSet;

/// What a name in front of them belongs to, whoever bears it.
const HEADS: WordSet = WordSet::new(&[
    "disease",
    "syndrome",
    "criteria",
    "criterion",
    "reflex",
    "chorea",
    "palsy",
    "triad",
    "phenomenon",
    "sarcoma",
    "thyroiditis",
    "granulomatosis",
    "contracture",
    "classification",
    "manoeuvre",
    "maneuver",
]);
/// The same, unless a common first name stands before them ("Emma's score" is
/// hers).
const WEAK_HEADS: WordSet = WordSet::new(&[
    "score",
    "scale",
    "risk",
    "sign",
    "index",
    "test",
    "stage",
    "grade",
    "staging",
    "scoring",
    "cohort",
    "study",
    "procedure",
    "operation",
    "catheter",
    "lymphoma",
    "fracture",
    "anaemia",
    "anemia",
    "angina",
    "tumor",
    "tumour",
]);
/// Most names in front of a head: "Guillain-Barré syndrome" has two.
const MOST_NAMES: usize = 2;

/// The shortest name of a disease in the lists: "Crohn's".
const SHORTEST: usize = 5;

/// What the lists know of "Parkinson's", "Crohn's": there they have no apostrophe.
pub(super) fn disease(tokens: &Tokens, at: usize) -> Option<lexicon::WordInfo> {
    let token = tokens.all().get(at)?;
    let name = tokens.lower(at);
    let owns = tokens.all().get(at + 1)?.glued && tokens.lower(at + 1) == "s";
    if token.shape != Shape::Title || name.len() < SHORTEST || !owns {
        return None;
    }
    let info = lexicon::word(&format!("{name}s"));
    info.any(flags::CONDITION).then_some(info)
}

/// Where the eponym that starts at `at` ends, if one does.
pub(super) fn end(tokens: &Tokens, at: usize) -> Option<usize> {
    let is_name = |at: usize| {
        tokens.all().get(at).is_some_and(|token| {
            token.kind == Kind::Word && token.shape == Shape::Title && tokens.lower(at).len() > 2
        })
    };
    if !is_name(at) {
        return None;
    }
    if disease(tokens, at).is_some() {
        return Some(at + 2);
    }
    let mut end = at + 1;
    for _ in 1..MOST_NAMES {
        if tokens.lower(end) == "-" && is_name(end + 1) {
            end += 2;
        } else if is_name(end) {
            end += 1;
        }
    }
    let possessive = matches!(tokens.lower(end), "s" | "'s");
    let head = tokens.lower(end + usize::from(possessive));
    let common = || (at..end).any(|at| lexicon::word(tokens.lower(at)).any(flags::COMMON_FIRST));
    let belongs = HEADS.contains(head) || WEAK_HEADS.contains(head) && !common();
    belongs.then_some(end)
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;
    use crate::facts::Facts;

    fn named(text: &str) -> usize {
        let facts = Facts::new(&Draft::new(text));
        facts.names.len() + facts.places.len()
    }

    #[test]
    fn a_name_of_a_disease_or_a_score_is_nobody() {
        for text in [
            "Is low copper enough to rule out Wilson's disease?",
            "The prognosis of Lou Gehrig's disease is what it is.",
            "Her Framingham risk score was 17.",
            "Guidelines for a family history of Huntington's chorea",
            "Anybody have a good slide on Guillain-Barré syndrome?",
        ] {
            assert_eq!(named(text), 0, "{text}");
        }
    }

    #[test]
    fn a_person_who_has_a_disease_or_a_score_stays_one() {
        for text in [
            "Honestly Emma's score was the best of the unit.",
            "We looked after Mr Wilson, disease of the coronaries and all.",
            "I told Marcus his test was fine.",
        ] {
            assert!(named(text) > 0, "{text}");
        }
    }
}
