//! Names of people: "Mrs. Lindqvist", "Kelly Brown", "Carla", "J.", "Mr O.".

use std::ops::Range;

use super::eponym;
use crate::draft::Draft;
use crate::lexicon::flags;
use crate::sense::{Senses, class, marked};
use crate::token::{Kind, Shape, Tokens};
use crate::word_set::WordSet;
use crate::words::list;

/// How a person is named.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
    /// Behind "Mr", "Mrs", "Ms", "Miss", "Sir", "doña".
    Titled,
    /// Behind "Dr", "Prof", "Nurse".
    Clinician,
    /// First name and surname.
    Full,
    /// A first name alone.
    First,
    /// Initials.
    Initials,
}

/// A person's name.
#[derive(Clone, Debug)]
pub struct Name {
    /// Where.
    pub tokens: Range<usize>,
    /// How the person is named.
    pub form: Form,
}

/// Titles of anybody.
pub(crate) const TITLES: WordSet = WordSet::new(&[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mister",
    "mx",
    "sir",
    "señor",
    "senor",
    "señora",
    "senora",
    "sra",
    "don",
    "doña",
    "dona",
    "madam",
    "mme",
    "herr",
    "frau",
    "aling",
    "mang",
    "sr",
    "baroness",
    "pastor",
    "pst",
    "rev",
    "reverend",
    "imam",
    "rabbi",
    "councillor",
    "cllr",
    "comrade",
    "sgt",
    "sergeant",
    "nanay",
    "tatay",
    "kuya",
    "koro",
    "baba",
    "alhaji",
    "alhaja",
    "ustaz",
    "deacon",
]);
/// Titles that are mostly written short: only behind these a full stop ends no sentence.
const SHORTENED: [&str; 12] = [
    "mr", "mrs", "ms", "mx", "sr", "sra", "dr", "prof", "rev", "pst", "cllr", "sgt",
];
/// Words of a role: "deputy practice manager".
const LONGEST_ROLE: usize = 3;
/// "River Valley", "Madison County": a place.
const LANDFORMS: [&str; 9] = [
    "valley", "river", "county", "creek", "island", "islands", "canyon", "falls", "springs",
];
/// What is said to somebody, not of them: "Sir I've been", "Miss you".
const NO_NAME: u128 = class::I_ME | class::MY | class::WE | class::YOU | class::HE_SHE;
/// Titles of clinicians.
pub(crate) const CLINICIAN_TITLES: WordSet = WordSet::new(&[
    "dr",
    "doctor",
    "prof",
    "professor",
    "nurse",
    "matron",
    "doc",
    "consultant",
    "sister",
]);

/// Finds all names.
pub fn find(draft: &Draft<'_>, senses: &mut Senses) -> Vec<Name> {
    let tokens = draft.tokens();
    let mut names = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(end) = eponym::end(tokens, at) {
            at = end;
            continue;
        }
        match name_at(tokens, senses, at) {
            Some(name) => {
                let class = match name.form {
                    Form::Titled => marked::TITLED_NAME,
                    Form::Clinician => marked::CLINICIAN_NAME,
                    Form::Full | Form::First => marked::NAME,
                    Form::Initials => marked::INITIALS,
                };
                senses.mark(name.tokens.start, name.tokens.len(), class);
                at = name.tokens.end;
                names.push(name);
            }
            None => at += 1,
        }
    }
    names
}

fn name_at(tokens: &Tokens, senses: &Senses, at: usize) -> Option<Name> {
    let token = tokens.all().get(at)?;
    let titles = list::TITLE | list::CLINICIAN_TITLE;
    // Only a title makes a name of words without a capital.
    if token.kind != Kind::Word
        || token.shape == Shape::Lower && senses.word(at).lists & titles == 0
    {
        return None;
    }
    titled(tokens, senses, at)
        .or_else(|| bare(tokens, senses, at))
        .or_else(|| initials(tokens, at))
}

fn titled(tokens: &Tokens, senses: &Senses, at: usize) -> Option<Name> {
    let lists = senses.word(at).lists;
    // "my sister Joan" is no ward sister; "Sister Joan" is.
    let kin = tokens.lower(at) == "sister" && tokens.all()[at].shape == Shape::Lower;
    let form = if kin {
        return None;
    } else if lists & list::TITLE != 0 {
        Form::Titled
    } else if lists & list::CLINICIAN_TITLE != 0 {
        Form::Clinician
    } else {
        return None;
    };
    let first = if tokens.lower(at + 1) == "." && SHORTENED.contains(&tokens.lower(at)) {
        at + 2
    } else {
        at + 1
    };
    let token = tokens.all().get(first)?;
    // A title in lower case ("mr okonjo") takes a name that no list of words has.
    let known = senses.word(first).info;
    let follows = token.kind == Kind::Word
        && (token.shape != Shape::Lower
            || (form == Form::Titled
                && (known.any(flags::NAMES) || known.is_unknown())
                && !known.any(flags::ORDINARY)));
    // "in SR. No drugs": an abbreviation that ends its sentence.
    let is_abbreviation = first == at + 2
        && tokens.all().get(at)?.shape == Shape::Upper
        && token.shape != Shape::Upper;
    let is_word = is_abbreviation || token.shape == Shape::Upper && tokens.lower(first).len() > 2;
    let is_said_to = senses.of(first) & NO_NAME != 0;
    if !follows || is_said_to || is_word && known.any(flags::ORDINARY) {
        return None;
    }
    let mut end = first + 1;
    while tokens
        .all()
        .get(end)
        .is_some_and(|t| t.kind == Kind::Word && t.shape == Shape::Title)
        && end < first + 2
        && !senses.word(end).info.any(flags::ORDINARY)
    {
        end += 1;
    }
    if tokens.lower(first).len() == 1 && tokens.lower(end) == "." {
        end += 1;
    }
    let form = match form {
        Form::Titled if is_of_staff(tokens, senses, &(at..end)) => Form::Clinician,
        form => form,
    };
    Some(Name {
        tokens: at..end,
        form,
    })
}

/// "Mrs Abernethy, our practice manager", "our receptionist Mrs Abernethy".
fn is_of_staff(tokens: &Tokens, senses: &Senses, name: &Range<usize>) -> bool {
    let is_staff = |at| senses.of(at) & (class::COLLEAGUE | class::CLINICIAN) != 0;
    let is_own = |at| senses.word(at).lists & list::OWN != 0;
    let comma = |at: usize| tokens.lower(at) == ",";
    let behind = comma(name.end) && is_own(name.end + 1) && {
        (name.end + 2..name.end + 2 + LONGEST_ROLE)
            .find(|at| is_staff(*at))
            .is_some_and(|at| senses.of(at + 1) & class::IN_CARE == 0)
    };
    let last = name
        .start
        .checked_sub(1)
        .and_then(|at| at.checked_sub(usize::from(comma(at))));
    let ahead = last.is_some_and(|last| {
        is_staff(last) && (last.saturating_sub(LONGEST_ROLE)..last).any(is_own)
    });
    behind || ahead
}

/// Quoted and listed words start anew as well.
fn starts_anew(tokens: &Tokens, at: usize) -> bool {
    tokens.starts_sentence(at) || matches!(tokens.lower(at - 1), "\"" | ":" | "(")
}

fn is_title_case(tokens: &Tokens, at: usize) -> bool {
    tokens
        .all()
        .get(at)
        .is_some_and(|t| t.kind == Kind::Word && matches!(t.shape, Shape::Title | Shape::Mixed))
        && tokens.lower(at).len() > 1
}

/// A first name, with a surname behind it where there is one.
fn bare(tokens: &Tokens, senses: &Senses, at: usize) -> Option<Name> {
    let is_place = is_title_case(tokens, at + 1) && LANDFORMS.contains(&tokens.lower(at + 1));
    if !is_title_case(tokens, at) || is_place {
        return None;
    }
    let info = senses.word(at).info;
    let next = senses.word(at + 1).info;
    let surname_follows = is_title_case(tokens, at + 1)
        && !tokens.all()[at + 1].glued
        && (next.any(flags::SURNAME) || next.is_unknown())
        && !next.any(flags::MEDICAL);
    let initial_follows = tokens
        .all()
        .get(at + 1)
        .is_some_and(|t| t.shape == Shape::Title)
        && tokens.lower(at + 1).len() == 1
        && tokens.lower(at + 1) != "i";
    if !info.any(flags::FIRST_NAME) || senses.of(at) & class::WEEKDAY != 0 {
        return None;
    }
    let doubtful = info.any(
        flags::NAME_IS_WORD
            | flags::ORDINARY
            | flags::CITY
            | flags::COUNTRY
            | flags::REGION
            | flags::DRUG
            | flags::CONDITION,
    );
    let month = senses.of(at) & class::MONTH != 0;
    if surname_follows
        && !(doubtful && starts_anew(tokens, at) && !next.any(flags::SURNAME))
        && !month
    {
        return Some(Name {
            tokens: at..at + 2,
            form: Form::Full,
        });
    }
    if initial_follows && !doubtful {
        let end = if tokens.lower(at + 2) == "." {
            at + 3
        } else {
            at + 2
        };
        return Some(Name {
            tokens: at..end,
            form: Form::Full,
        });
    }
    let certain =
        !doubtful && !month && (info.any(flags::COMMON_FIRST) || !starts_anew(tokens, at));
    let addressed = doubtful && !month && info.any(flags::COMMON_FIRST) && !starts_anew(tokens, at);
    (certain || addressed).then_some(Name {
        tokens: at..at + 1,
        form: Form::First,
    })
}

/// "J. in cottage 4", "pt T.W.", "K.", not "a." of a list.
fn initials(tokens: &Tokens, at: usize) -> Option<Name> {
    let is_letter = |i: usize| {
        tokens
            .all()
            .get(i)
            .is_some_and(|t| t.kind == Kind::Word && t.shape == Shape::Title)
            && tokens.lower(i).chars().count() == 1
    };
    if !is_letter(at)
        || tokens.lower(at + 1) != "."
        || matches!(tokens.lower(at), "i" | "a") && !is_letter(at + 2)
    {
        return None;
    }
    let glued = at > 0 && tokens.all()[at].glued;
    let end = if is_letter(at + 2) && tokens.lower(at + 3) == "." {
        at + 4
    } else {
        at + 2
    };
    (!glued).then_some(Name {
        tokens: at..end,
        form: Form::Initials,
    })
}
