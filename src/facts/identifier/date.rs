//! Dates in all orders, and stretches between two of them.

use super::birth;
use super::code::{ends_clean, is_ordinal, starts_clean};
use super::owner;
use super::scan::{Class, Scan};
use super::words::{BIRTH, DATE_CUE, MONTH, ORDINAL, UNIT, VERSION, WEEKDAY};
use super::{Confidence, Found, Kind};

/// A date read from some token on.
#[derive(Clone, Copy)]
pub(super) struct Day {
    pub(super) next: usize,
    kind: Kind,
    confidence: Confidence,
}

fn day(next: usize, confidence: Confidence) -> Day {
    Day {
        next,
        kind: Kind::Date,
        confidence,
    }
}

/// The date, or stretch of dates, at token `at`.
pub(super) fn at(scan: &Scan<'_>, at: usize) -> Option<Found> {
    if scan.is_digits(at) && (!starts_clean(scan, at) || owner::refers_elsewhere(scan, at)) {
        return None;
    }
    let first = read(scan, at)?;
    if scan.has(first.next, BIRTH) && first.kind == Kind::Date && !scan.breaks_before(first.next) {
        // "3/4/61 DOB": the cue behind, unless it leads on to its own date.
        if birth::at(scan, first.next).is_none()
            && scan.word(first.next).eq_ignore_ascii_case("dob")
        {
            return Some(
                Found::new(Kind::BirthDate, Confidence::Certain, at..first.next + 1)
                    .with_cue(first.next..first.next + 1),
            );
        }
    }
    if let Some(second) = range_end(scan, first.next) {
        return Some(Found::new(
            Kind::DateRange,
            first.confidence.max(second.confidence),
            at..second.next,
        ));
    }
    Some(Found::new(first.kind, first.confidence, at..first.next))
}

fn read(scan: &Scan<'_>, at: usize) -> Option<Day> {
    match scan.class(at)? {
        Class::Digits => numeric(scan, at)
            .or_else(|| compact(scan, at))
            .or_else(|| day_month(scan, at)),
        Class::Mixed => day_month(scan, at).or_else(|| joined(scan, at)),
        Class::Word if scan.has(at, MONTH) => month_day(scan, at),
        Class::Word if scan.has(at, ORDINAL) => day_month(scan, at),
        Class::Word if scan.has(at, WEEKDAY) => weekday_the(scan, at),
        _ => None,
    }
}

/// The token after a birth date: any date, "12 04 1956", or a plain year.
pub(super) fn behind_birth_cue(scan: &Scan<'_>, at: usize) -> Option<usize> {
    if let Some(found) = read(scan, at) {
        return Some(found.next);
    }
    if let Some(found) = slashed(scan, at, true) {
        return Some(found.next);
    }
    let spaced = is_day(scan, at) && is_month_number(scan, at + 1) && is_year(scan, at + 2);
    spaced.then_some(at + 3)
}

fn is_day(scan: &Scan<'_>, at: usize) -> bool {
    scan.word(at).len() <= 2 && scan.number(at).is_some_and(|day| (1..=31).contains(&day))
}

fn is_month_number(scan: &Scan<'_>, at: usize) -> bool {
    scan.word(at).len() <= 2
        && scan
            .number(at)
            .is_some_and(|month| (1..=12).contains(&month))
}

fn is_full_year(scan: &Scan<'_>, at: usize) -> bool {
    scan.word(at).len() == 4
        && scan
            .number(at)
            .is_some_and(|year| (1880..2100).contains(&year))
}

fn is_year(scan: &Scan<'_>, at: usize) -> bool {
    is_full_year(scan, at) || (scan.is_digits(at) && scan.word(at).len() == 2)
}

/// "3/4/61", "2023-04-03", "03.04.1961"; "3/4" behind a date word.
fn numeric(scan: &Scan<'_>, at: usize) -> Option<Day> {
    let Some(Class::Mark(mark @ (b'/' | b'-' | b'.'))) = scan.class(at + 1) else {
        return None;
    };
    let joined = scan.touches(at + 1) && scan.touches(at + 2) && scan.is_digits(at + 2);
    if !joined {
        return None;
    }
    let three = scan.is(at + 3, mark)
        && scan.touches(at + 3)
        && scan.touches(at + 4)
        && scan.is_digits(at + 4);
    if !three {
        return slashed(scan, at, false);
    }
    let order = |month: usize, day: usize| is_month_number(scan, month) && is_day(scan, day);
    let year_last = is_year(scan, at + 4) && (order(at, at + 2) || order(at + 2, at));
    let year_first = is_full_year(scan, at) && order(at + 2, at + 4);
    // "1.2.34" is as often a version or a section.
    let doubtful = mark == b'.' && !year_first && !is_full_year(scan, at + 4);
    if !(year_last || year_first)
        || !ends_clean(scan, at + 5)
        || scan.has(at.wrapping_sub(1), VERSION)
    {
        return None;
    }
    Some(day(
        at + 5,
        if doubtful {
            Confidence::Possible
        } else {
            Confidence::Certain
        },
    ))
}

/// "on 3/4", "seen 10/12": day and month, in either order, behind a date word.
fn slashed(scan: &Scan<'_>, at: usize, cue: bool) -> Option<Day> {
    let order = (is_month_number(scan, at) && is_day(scan, at + 2))
        || (is_day(scan, at) && is_month_number(scan, at + 2));
    let month_year =
        scan.is(at + 1, b'/') && is_month_number(scan, at) && is_full_year(scan, at + 2);
    let fits = scan.is(at + 1, b'/') && ends_clean(scan, at + 3) && !scan.has(at + 3, UNIT);
    if month_year && fits {
        return Some(Day {
            next: at + 3,
            kind: Kind::MonthYear,
            confidence: Confidence::Likely,
        });
    }
    let led =
        cue || scan.has(at.wrapping_sub(1), DATE_CUE) || scan.has(at.wrapping_sub(1), WEEKDAY);
    // "on 5/5" strength and "10/10" pain are scores.
    let score = scan.word(at) == scan.word(at + 2) && !cue;
    (led && order && fits && !score).then(|| day(at + 3, Confidence::Likely))
}

/// "19610304" as one number.
fn compact(scan: &Scan<'_>, at: usize) -> Option<Day> {
    let word = scan.word(at);
    if word.len() != 8 || !(word.starts_with("19") || word.starts_with("20")) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| {
        word.get(range)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or(0)
    };
    let fits = (1..=12).contains(&part(4..6))
        && (1..=31).contains(&part(6..8))
        && ends_clean(scan, at + 1);
    fits.then(|| day(at + 1, Confidence::Possible))
}

/// "04MAR1961", "3Mar23".
fn joined(scan: &Scan<'_>, at: usize) -> Option<Day> {
    let word = scan.word(at);
    let letters = word.trim_matches(|c: char| c.is_ascii_digit());
    let digits = word.len().checked_sub(letters.len())?;
    let start = word.find(letters)?;
    let fits = letters.len() >= 3
        && (1..=2).contains(&start)
        && (digits == start + 2 || digits == start + 4)
        && super::lookup::lookup(letters.as_bytes()).roles & MONTH != 0;
    fits.then(|| day(at + 1, Confidence::Certain))
}

/// "March 3", "Mar 3rd, 2023", "March the third", "March 2023".
fn month_day(scan: &Scan<'_>, at: usize) -> Option<Day> {
    let mut after = at + 1 + usize::from(scan.is(at + 1, b'.') && scan.touches(at + 1));
    let year = after + usize::from(scan.is(after, b','));
    if is_full_year(scan, year) && !scan.breaks_before(year) && ends_clean(scan, year + 1) {
        return Some(Day {
            next: year + 1,
            kind: Kind::MonthYear,
            confidence: Confidence::Likely,
        });
    }
    if scan.is(after, b'\'') && scan.word(after + 1).len() == 2 && scan.is_digits(after + 1) {
        return Some(Day {
            next: after + 2,
            kind: Kind::MonthYear,
            confidence: Confidence::Likely,
        });
    }
    if matches!(scan.word(after), "the" | "The") {
        after += 1;
    }
    // "may 3 of you": the verb, unless a capital or "3rd" says otherwise.
    let bare = is_day(scan, after) && !scan.has(after + 1, UNIT) && ends_clean_day(scan, after + 1);
    let plain = bare && scan.word(at) != "may";
    if scan.breaks_before(after) || !(plain || is_ordinal_day(scan, after)) {
        return None;
    }
    Some(with_year(scan, after + 1))
}

/// A day's number may be followed by a range ("March 3-5"), not by a fraction or time.
fn ends_clean_day(scan: &Scan<'_>, next: usize) -> bool {
    !scan.touches(next)
        || matches!(scan.class(next), Some(Class::Mark(mark)) if mark != b'%' && (!matches!(mark, b':' | b'.') || !scan.touches(next + 1)))
}

/// "3rd", "third", "twenty-first".
fn is_ordinal_day(scan: &Scan<'_>, at: usize) -> bool {
    match scan.class(at) {
        Some(Class::Mixed) => {
            let word = scan.word(at);
            is_ordinal(word)
                && word[..word.len() - 2]
                    .parse()
                    .is_ok_and(|day: u32| (1..=31).contains(&day))
        }
        Some(Class::Word) => scan.has(at, ORDINAL),
        _ => false,
    }
}

/// "3 March", "3rd of March 2023", "the third of March".
fn day_month(scan: &Scan<'_>, at: usize) -> Option<Day> {
    let ordinal = is_ordinal_day(scan, at);
    if !ordinal && !is_day(scan, at) {
        return None;
    }
    let mut month = at + 1;
    let joined = scan.touches(month) && (scan.is(month, b'-') || scan.is(month, b'/'));
    if joined || scan.word(month) == "of" {
        month += 1;
    }
    // "3-5 March" is a stretch; its first day stands without a month.
    let stretch = scan.word(at + 1) == "to" && is_day(scan, at + 2) && scan.has(at + 3, MONTH);
    if stretch {
        return Some(day(at + 1, Confidence::Certain));
    }
    if scan.is_digits(month) && scan.is(at + 1, b'-') {
        let first_of_range =
            is_day(scan, month) && scan.has(month + 1, MONTH) && !scan.has(month + 1, UNIT);
        return first_of_range.then(|| day(at + 1, Confidence::Certain));
    }
    let capital = scan.is_capitalised(month)
        || ordinal
        || !matches!(scan.word(month), "may" | "march" | "mar");
    let named = scan.has(month, MONTH) && capital && !scan.breaks_before(month);
    named.then(|| {
        with_year(
            scan,
            month
                + 1
                + usize::from(
                    scan.is(month + 1, b'.')
                        && scan.touches(month + 1)
                        && scan.is_digits(month + 2),
                ),
        )
    })
}

/// "Tuesday the 14th", "Fri 14th".
fn weekday_the(scan: &Scan<'_>, at: usize) -> Option<Day> {
    let mut after = at + 1;
    while after < at + 4
        && (scan.word(after) == "the" || scan.is(after, b',') || scan.is(after, b'.'))
    {
        after += 1;
    }
    if !is_ordinal_day(scan, after) || scan.class(after) != Some(Class::Mixed) {
        return None;
    }
    // "Tuesday 3rd of March" belongs to the longer date.
    if let Some(longer) = day_month(scan, after) {
        return Some(longer);
    }
    Some(day(after + 1, Confidence::Likely))
}

/// Takes ", 2023", "2023", "'23" along.
fn with_year(scan: &Scan<'_>, next: usize) -> Day {
    let mut year = next;
    while scan.is(year, b',')
        || scan.word(year) == "of"
        || (scan.is(year, b'-') && scan.touches(year))
    {
        year += 1;
    }
    if is_full_year(scan, year) && !scan.breaks_before(year) && ends_clean(scan, year + 1) {
        return day(year + 1, Confidence::Certain);
    }
    let short = scan.is(year, b'\'') && scan.is_digits(year + 1) && scan.word(year + 1).len() == 2;
    if short {
        return day(year + 2, Confidence::Certain);
    }
    day(next, Confidence::Certain)
}

/// The end of a stretch: "March 3 - 5", "3/4/23 to 5/4/23".
fn range_end(scan: &Scan<'_>, next: usize) -> Option<Day> {
    let joins = scan.is(next, b'-')
        || matches!(
            scan.word(next),
            "to" | "until" | "till" | "through" | "thru" | "and"
        );
    if !joins || scan.breaks_before(next + 1) {
        return None;
    }
    let start = next + 1 + usize::from(scan.is(next, b'-') && scan.is(next + 1, b'-'));
    if let Some(second) = read(scan, start) {
        return Some(second);
    }
    let plain_day = scan.word(next) != "and"
        && (is_day(scan, start) || is_ordinal_day(scan, start))
        && !scan.has(start + 1, UNIT)
        && ends_clean(scan, start + 1);
    if plain_day {
        return Some(with_year(scan, start + 1));
    }
    slashed(scan, start, true).filter(|_| scan.word(next) != "and")
}
