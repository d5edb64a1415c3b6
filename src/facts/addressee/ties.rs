//! Ties of care: the words that make the reader, or somebody told of, a patient
//! of the writer.

use std::ops::Range;

use crate::sense::{Senses, class, marked};
use crate::token::{Kind, Tokens};
use crate::words::list;

/// How far before "from the ward" the writer's own name may stand.
const NAME_REACH: usize = 6;

/// "my patient", "one of our old clients", "a pt", "bed 9", "my 10.30".
pub(super) fn patients(tokens: &Tokens, senses: &Senses) -> Vec<Range<usize>> {
    let one = |at: usize| {
        if senses.word(at).lists & list::PATIENTS == 0 {
            return None;
        }
        let noun = matches!(
            tokens.lower(at),
            "patient"
                | "patients"
                | "client"
                | "clients"
                | "pt"
                | "pts"
                | "inpatient"
                | "inpatients"
        );
        // "very patient with", "our patient liaison", "patient teacher" name nobody.
        let manner = at > 0
            && (matches!(
                tokens.lower(at - 1),
                "so" | "very" | "be" | "too" | "more" | "being" | "and"
            ) || tokens.lower(at - 1).ends_with("ly"));
        let office = matches!(
            tokens.lower(at + 1),
            "liaison"
                | "care"
                | "experience"
                | "relations"
                | "lead"
                | "safety"
                | "advice"
                | "advocate"
                | "information"
                | "portal"
                | "with"
                | "zero"
                | "transport"
                | "records"
                | "leaflet"
        ) || senses.of(at + 1) & (class::JOB | class::CLINICIAN | class::PERSON) != 0;
        let noun = noun && !manner && !office;
        let figure = senses.of(at) & (class::FIGURATIVE | class::EXAM) != 0;
        let from = at.saturating_sub(5);
        let owned = (from..at).any(|i| {
            matches!(
                tokens.lower(i),
                "my" | "our"
                    | "a"
                    | "mine"
                    | "your"
                    | "every"
                    | "cute"
                    | "old"
                    | "new"
                    | "todays"
                    | "s"
                    | "the"
            )
        });
        let timed = tokens.lower(at) == "my"
            && tokens
                .all()
                .get(at + 1)
                .is_some_and(|t| t.kind == Kind::Number)
            && matches!(tokens.lower(at + 2), "am" | "pm" | "oclock" | "o");
        if noun && !figure && (owned || at == 0) {
            Some(at..at + 1)
        } else if timed || (tokens.lower(at) == "my" && is_slot(tokens.lower(at + 1))) {
            Some(at..at + 2)
        } else {
            None
        }
    };
    let beds = senses
        .hits()
        .iter()
        .filter(|hit| hit.classes & marked::BED_NUMBER != 0);
    let beds = beds.map(|hit| hit.first as usize..(hit.first + hit.len) as usize);
    let groups = senses.hits().iter().filter(|hit| {
        hit.len > 1
            && hit.classes & class::PATIENTS != 0
            && matches!(tokens.lower(hit.first as usize), "my" | "our")
            && !matches!(
                tokens.lower((hit.first + hit.len - 1) as usize),
                "kids" | "kiddos" | "babies" | "families" | "family"
            )
    });
    let groups = groups.map(|hit| hit.first as usize..(hit.first + hit.len) as usize);
    let mut found: Vec<Range<usize>> = beds.collect();
    found.extend(groups);
    found.extend((0..tokens.len()).filter_map(one));
    found
}

/// "10.30", "2.15": a time, not an amount, behind "my".
fn is_slot(word: &str) -> bool {
    word.split_once('.').is_some_and(|(hour, minute)| {
        hour.len() <= 2 && matches!(minute, "00" | "15" | "20" | "30" | "40" | "45" | "50")
    })
}

/// "my patient", "your last session", or "I'm your nurse".
pub(super) fn care(tokens: &Tokens, senses: &Senses) -> Option<Range<usize>> {
    let may_tie = |at: &usize| senses.word(*at).lists & list::TIES != 0;
    let own = |at: usize| {
        let yours = matches!(tokens.lower(at), "your" | "ur");
        if !yours {
            return None;
        }
        let lead = at > 0
            && matches!(
                tokens.lower(at - 1),
                "im" | "am"
                    | "as"
                    | "was"
                    | "not"
                    | "only"
                    | "still"
                    | "technically"
                    | "being"
                    | "been"
                    | "its"
                    | "s"
            );
        // A signature: "Your chiropodist" with nothing behind it.
        let after = tokens.all().get(at + 2);
        let signed = after.is_none_or(|next| next.kind != Kind::Word) && {
            at == 0 || tokens.all()[at - 1].kind != Kind::Word
        };
        let clinician = senses.of(at + 1) & class::CLINICIAN != 0;
        ((lead || signed) && clinician).then_some(at..at + 2)
    };
    senses
        .first(class::OUR_CARE)
        .map(|hit| hit.first as usize..(hit.first + hit.len) as usize)
        .or_else(|| (0..tokens.len()).filter(may_tie).find_map(own))
        .or_else(|| {
            let mut all = (0..tokens.len()).filter(may_tie);
            all.find_map(|at| from_ward(tokens, senses, at))
        })
}

/// "It's Lowri from the ward", "Dr Rafael from the ortho floor", "it is Lowri at the clinic".
fn from_ward(tokens: &Tokens, senses: &Senses, at: usize) -> Option<Range<usize>> {
    let names = marked::NAME | marked::CLINICIAN_NAME | marked::TITLED_NAME;
    // "Hi Ana, lunch at the clinic?": only a name right before tells who is there.
    let is_at = tokens.lower(at) == "at" && at > 1 && senses.of(at - 1) & names != 0;
    if !(is_at || matches!(tokens.lower(at), "from" | "off")) {
        return None;
    }
    let ward = (at + 1..at + 5).find(|i| senses.of(*i) & class::WARD != 0)?;
    let before = at.saturating_sub(NAME_REACH)..at;
    let own_name = before.clone().any(|i| senses.of(i) & names != 0);
    let said = before.clone().any(|i| {
        matches!(
            tokens.lower(i),
            "its" | "s" | "im" | "am" | "is" | "me" | "nurse"
        ) || !is_at && matches!(tokens.lower(i), "hi" | "hey")
    });
    (own_name && said).then_some(at..ward + 1)
}
