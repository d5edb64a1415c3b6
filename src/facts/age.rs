//! Ages: "34yo", "a 62-year-old", "F/38", "in her thirties", "aged nine".

use std::ops::Range;

use super::numeral::in_words;
use crate::sense::{Senses, marked};
use crate::token::{Kind, Tokens};
use crate::word_set::WordSet;
use crate::words::list;

/// Oldest age that is believed.
const OLDEST: u32 = 120;
/// HIPAA Safe Harbor groups all ages of 90 and over (45 CFR 164.514(b)(2)(i)(C)).
pub const GROUPED_FROM: u32 = 90;

/// What an age can begin with, beside a number in digits.
pub(crate) const BEGINS: WordSet = WordSet::new(&[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "f",
    "m",
    "male",
    "female",
    "his",
    "her",
    "their",
    "my",
    "early",
    "mid",
    "late",
    "aged",
    "age",
    "turning",
    "turned",
    "turns",
    "is",
    "was",
    "s",
    "only",
    "im",
    "hes",
    "shes",
    ",",
]);

/// An age.
#[derive(Clone, Debug)]
pub struct Age {
    /// Where.
    pub tokens: Range<usize>,
    /// In years; `None` for a band ("in her thirties") or below one year.
    pub years: Option<u32>,
    /// Given exactly, not as a band.
    pub exact: bool,
}

/// Finds all ages.
pub fn find(tokens: &Tokens, senses: &mut Senses) -> Vec<Age> {
    let mut ages = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let begins =
            tokens.all()[at].kind == Kind::Number || senses.word(at).lists & list::AGE != 0;
        match begins.then(|| age_at(tokens, at)).flatten() {
            Some(age) => {
                senses.mark(age.tokens.start, age.tokens.len(), marked::AGE);
                at = age.tokens.end;
                ages.push(age);
            }
            None => at += 1,
        }
    }
    ages
}

fn age_at(tokens: &Tokens, at: usize) -> Option<Age> {
    behind_number(tokens, at)
        .or_else(|| sex_and_number(tokens, at))
        .or_else(|| band(tokens, at))
        .or_else(|| aged(tokens, at))
        .or_else(|| between_commas(tokens, at))
}

fn number(tokens: &Tokens, at: usize) -> Option<u32> {
    match tokens.all().get(at)?.kind {
        Kind::Number => tokens.lower(at).parse().ok(),
        Kind::Word => in_words(tokens.lower(at)),
        _ => None,
    }
    .filter(|years| (1..=OLDEST).contains(years))
}

/// "34 yo", "34 - year - old", "6 month old", "twelve year old", "40 y / o".
fn behind_number(tokens: &Tokens, at: usize) -> Option<Age> {
    let years = number(tokens, at)?;
    let mut next = at + 1;
    if in_words(tokens.lower(next)).is_some_and(|unit| unit < 10) && years % 10 == 0 {
        next += 1;
    }
    if tokens.lower(next) == "-"
        && number(tokens, next + 1).is_some()
        && in_words(tokens.lower(at)).is_some()
    {
        next += 2;
    }
    let skip = |i: usize| if tokens.lower(i) == "-" { i + 1 } else { i };
    next = skip(next);
    let unit = tokens.lower(next);
    let end = match unit {
        "yo" | "yof" | "yom" | "yrold" => next + 1,
        "y" if tokens.lower(next + 1) == "/" && tokens.lower(next + 2).starts_with('o') => next + 3,
        "y" if tokens.lower(next + 1) == "o" => next + 2,
        "year" | "years" | "yr" | "yrs" | "month" | "months" | "week" | "weeks" | "wk" | "day"
        | "days" | "mo" => {
            let old = skip(next + 1);
            match tokens.lower(old) {
                "old" | "olds" => old + 1,
                "of" if tokens.lower(old + 1) == "age" => old + 2,
                _ => return None,
            }
        }
        _ => return None,
    };
    let in_years = unit.starts_with('y');
    Some(Age {
        tokens: at..end,
        years: in_years.then_some(years),
        exact: true,
    })
}

/// "F/38", "38F", "72 M", "46 male", "M 54".
fn sex_and_number(tokens: &Tokens, at: usize) -> Option<Age> {
    let is_sex = |i: usize, glued: bool| {
        let all = tokens.all();
        matches!(tokens.lower(i), "f" | "m")
            && all
                .get(i)
                .is_some_and(|t| t.shape != crate::token::Shape::Lower || !glued || t.glued)
            || matches!(tokens.lower(i), "male" | "female")
    };
    if is_sex(at, false) && tokens.lower(at + 1) == "/" && number(tokens, at + 2).is_some() {
        return Some(Age {
            tokens: at..at + 3,
            years: number(tokens, at + 2),
            exact: true,
        });
    }
    let years = (tokens.all().get(at)?.kind == Kind::Number).then(|| number(tokens, at))??;
    let next = if tokens.lower(at + 1) == "/" {
        at + 2
    } else {
        at + 1
    };
    let glued_sex = matches!(tokens.lower(next), "f" | "m")
        && tokens
            .all()
            .get(next)
            .is_some_and(|t| t.glued || next > at + 1);
    (glued_sex || matches!(tokens.lower(next), "male" | "female")).then_some(Age {
        tokens: at..next + 1,
        years: Some(years),
        exact: true,
    })
}

/// "in her thirties", "in his 70s", "early sixties", "mid-40s".
fn band(tokens: &Tokens, at: usize) -> Option<Age> {
    let whose = matches!(
        tokens.lower(at),
        "his" | "her" | "their" | "my" | "early" | "mid" | "late"
    );
    if !whose {
        return None;
    }
    let next = if tokens.lower(at + 1) == "-" {
        at + 2
    } else {
        at + 1
    };
    let decade = tokens.lower(next);
    let in_words = matches!(
        decade,
        "teens"
            | "twenties"
            | "thirties"
            | "forties"
            | "fifties"
            | "sixties"
            | "seventies"
            | "eighties"
            | "nineties"
    );
    let in_digits =
        number(tokens, next).is_some_and(|n| n % 10 == 0) && tokens.lower(next + 1) == "s";
    let end = next + if in_digits { 2 } else { 1 };
    (in_words || in_digits).then_some(Age {
        tokens: at..end,
        years: None,
        exact: false,
    })
}

/// "aged 46", "age nine", "turned 90", "she is 94", "he's 6", "only 19".
fn aged(tokens: &Tokens, at: usize) -> Option<Age> {
    let is_cue = matches!(
        tokens.lower(at),
        "aged" | "age" | "turning" | "turned" | "turns"
    ) || (matches!(
        tokens.lower(at),
        "is" | "was" | "s" | "only" | "im" | "hes" | "shes"
    ) && ends_clause(tokens, at + 2)
        && pronoun_before(tokens, at));
    let years = is_cue.then(|| number(tokens, at + 1))??;
    Some(Age {
        tokens: at + 1..at + 2,
        years: Some(years),
        exact: true,
    })
}

fn pronoun_before(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.lower(at), "im" | "hes" | "shes" | "only")
        || at.checked_sub(1).is_some_and(|before| {
            matches!(
                tokens.lower(before),
                "he" | "she" | "who" | "i" | "mum" | "mom" | "dad" | "oldest" | "eldest"
            )
        })
}

fn ends_clause(tokens: &Tokens, at: usize) -> bool {
    tokens.all().get(at).is_none_or(|t| t.kind == Kind::Break)
        || matches!(
            tokens.lower(at),
            "." | "," | ";" | "!" | "?" | "and" | "with" | "years" | "now" | "today" | "-"
        )
}

/// "gentleman, 62, slipped": a two-digit number between commas.
fn between_commas(tokens: &Tokens, at: usize) -> Option<Age> {
    /// Below this a number between commas is rather a count.
    const YOUNGEST_BARE: u32 = 14;
    if tokens.lower(at) != "," || tokens.all().get(at + 1)?.kind != Kind::Number {
        return None;
    }
    let years = number(tokens, at + 1).filter(|years| *years >= YOUNGEST_BARE)?;
    let word_before = at
        .checked_sub(1)
        .is_some_and(|before| tokens.all()[before].kind == Kind::Word);
    (word_before && matches!(tokens.lower(at + 2), "," | "." | ";" | "-")).then_some(Age {
        tokens: at + 1..at + 2,
        years: Some(years),
        exact: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ages(text: &str) -> Vec<Option<u32>> {
        let tokens = Tokens::new(text);
        find(&tokens, &mut Senses::new(&tokens))
            .into_iter()
            .map(|age| age.years)
            .collect()
    }

    #[test]
    fn shapes_of_ages() {
        for (text, years) in [
            ("a 34yo man", 34),
            ("our 62-year-old", 62),
            ("F/38, teacher", 38),
            ("46M, chest pain", 46),
            ("twelve year old girl", 12),
            ("she is 94, sharp", 94),
            ("gentleman, 62, fell", 62),
            ("he turned 90 here", 90),
        ] {
            assert_eq!(ages(text), [Some(years)], "{text}");
        }
        assert_eq!(ages("a man in his fifties"), [None]);
    }

    #[test]
    fn numbers_that_are_no_ages() {
        for text in [
            "BP 120/80",
            "12 hours on shift",
            "5 mg daily",
            "bed 12",
            "9 to 5",
            "in the 90s",
            "3am",
        ] {
            assert_eq!(ages(text), [], "{text}");
        }
    }
}
