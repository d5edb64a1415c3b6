//! Times: fresh ("tonight", "just saw"), of the day ("3 am"), dates, and long ago.

mod clock;

use std::ops::Range;

use crate::sense::{Senses, class, marked};
use crate::token::{Kind, Shape, Tokens};

/// What is kept of a fraction.
const FRACTION_DIGITS: usize = 3;
/// One, in thousandths.
const ONE: u64 = 1_000;

/// How a time points.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum When {
    /// Today, last night, this week: a reader can tell when.
    Fresh,
    /// A time of day.
    Clock,
    /// A calendar date or a weekday.
    Date,
    /// Years ago, or a year before the last five.
    LongAgo,
    /// To come.
    Future,
}

/// A time.
#[derive(Clone, Debug)]
pub struct Time {
    /// Where.
    pub tokens: Range<usize>,
    /// How it points.
    pub when: When,
}

/// Finds all times.
pub fn find(tokens: &Tokens, senses: &mut Senses) -> Vec<Time> {
    let mut times = Vec::new();
    for hit in senses.hits() {
        // "our retired fire chief": how somebody is called, no time.
        let (first, behind) = (hit.first as usize, (hit.first + hit.len) as usize);
        let somebody = class::JOB | class::PUBLIC_ROLE | class::PERSON;
        let called = tokens.lower(first) == "retired" && senses.of(behind) & somebody != 0;
        let when = if called {
            continue;
        } else if hit.classes & class::LONG_AGO != 0 {
            When::LongAgo
        } else if hit.classes & class::FRESH != 0 {
            When::Fresh
        } else if hit.classes & class::WEEKDAY != 0 {
            When::Date
        } else if hit.classes & class::FUTURE != 0 {
            When::Future
        } else {
            continue;
        };
        times.push(Time {
            tokens: hit.first as usize..(hit.first + hit.len) as usize,
            when,
        });
    }
    for at in 0..tokens.len() {
        if is_may(tokens, at) {
            senses.mark(at, 1, class::MONTH);
        }
        if let Some(end) = clock::at(tokens, at) {
            senses.mark(at, end - at, marked::CLOCK);
            times.push(Time {
                tokens: at..end,
                when: When::Clock,
            });
        } else if let Some(end) = date_at(tokens, senses, at) {
            senses.mark(at, end - at, marked::DATE);
            times.push(Time {
                tokens: at..end,
                when: When::Date,
            });
        }
    }
    times.sort_by_key(|time| time.tokens.start);
    times
}

/// The number that token `at` is, in thousandths: reading fractions would bring the
/// core 16 kB of tables.
fn number(tokens: &Tokens, at: usize) -> Option<u64> {
    if tokens.all().get(at)?.kind != Kind::Number {
        return None;
    }
    let written = tokens.lower(at).replace(',', "");
    let (whole, part) = written.split_once('.').unwrap_or((&written, ""));
    let part = part
        .bytes()
        .chain(std::iter::repeat(b'0'))
        .take(FRACTION_DIGITS);
    let mut thousandths: u64 = whole.parse().ok()?;
    for digit in part {
        let digit = digit.is_ascii_digit().then(|| u64::from(digit - b'0'))?;
        thousandths = thousandths.checked_mul(10)?.checked_add(digit)?;
    }
    Some(thousandths)
}

/// "in May", "last May", "3 May", "May 3": neither the verb nor somebody's name.
fn is_may(tokens: &Tokens, at: usize) -> bool {
    let capital = tokens
        .all()
        .get(at)
        .is_some_and(|token| token.kind == Kind::Word && token.shape == Shape::Title);
    if !capital || tokens.lower(at) != "may" {
        return false;
    }
    let before = at.checked_sub(1).map_or("", |before| tokens.lower(before));
    let dated = |near: usize| number(tokens, near).is_some_and(|n| n >= ONE);
    matches!(
        before,
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "last"
            | "next"
            | "this"
            | "early"
            | "late"
            | "mid"
            | "of"
            | "during"
    ) || dated(at + 1)
        || at.checked_sub(1).is_some_and(dated)
        || matches!(before, "st" | "nd" | "rd" | "th")
}

/// "March 3", "3 March 2024", "3rd of March", "12/10/2024".
fn date_at(tokens: &Tokens, senses: &Senses, at: usize) -> Option<usize> {
    let is_month = |i: usize| senses.of(i) & class::MONTH != 0;
    let day = |i: usize| number(tokens, i).is_some_and(|n| (ONE..=31 * ONE).contains(&n));
    let year = |i: usize| number(tokens, i).is_some_and(|n| (1900 * ONE..=2100 * ONE).contains(&n));
    let past_ordinal = |i: usize| {
        if matches!(tokens.lower(i), "st" | "nd" | "rd" | "th") {
            i + 1
        } else {
            i
        }
    };
    let past_year = |i: usize| {
        let next = if tokens.lower(i) == "," { i + 1 } else { i };
        if year(next) { next + 1 } else { i }
    };
    if is_month(at) && day(at + 1) {
        return Some(past_year(past_ordinal(at + 2)));
    }
    if day(at) {
        let next = past_ordinal(at + 1);
        let next = if tokens.lower(next) == "of" {
            next + 1
        } else {
            next
        };
        if is_month(next) && tokens.lower(next) != "may" || (is_month(next) && year(next + 1)) {
            return Some(past_year(next + 1));
        }
        let separator = tokens.lower(at + 1);
        let numeric = matches!(separator, "/" | "-")
            && tokens.lower(at + 3) == separator
            && day(at + 2)
            && number(tokens, at + 4).is_some();
        return numeric.then_some(at + 5);
    }
    None
}
