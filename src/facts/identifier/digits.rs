//! Groups of digits as people write long numbers: "(555) 123-4567", "943 476 5919".

use super::scan::Scan;

/// The most groups and digits any known number has, with room to see it ends.
const MOST_GROUPS: usize = 7;
const MOST_DIGITS: usize = 20;
/// Brackets and one separator may stand between two groups.
const MOST_MARKS: usize = 3;

/// Digit groups from one token on. Every prefix of the groups can be asked for.
pub(super) struct Groups {
    digits: [u8; MOST_DIGITS],
    sizes: [usize; MOST_GROUPS],
    /// The token after each group.
    nexts: [usize; MOST_GROUPS],
    /// What stands before each group but the first: `b' '`, `b'-'`, `b'.'` or `b')'`.
    separators: [u8; MOST_GROUPS],
    pub(super) count: usize,
}

/// The first groups of a number, as one candidate.
#[derive(Clone, Copy)]
pub(super) struct Number<'g> {
    pub(super) digits: &'g [u8],
    pub(super) sizes: &'g [usize],
    pub(super) separators: &'g [u8],
    pub(super) next: usize,
}

impl Groups {
    /// Reads groups from the digit token `at`.
    pub(super) fn read(scan: &Scan<'_>, at: usize) -> Self {
        let mut groups = Self {
            digits: [0; MOST_DIGITS],
            sizes: [0; MOST_GROUPS],
            nexts: [0; MOST_GROUPS],
            separators: [0; MOST_GROUPS],
            count: 0,
        };
        let (mut token, mut separator, mut filled) = (at, 0, 0);
        while groups.count < MOST_GROUPS && scan.is_digits(token) {
            let word = scan.word(token).as_bytes();
            if filled + word.len() > MOST_DIGITS {
                break;
            }
            groups.digits[filled..filled + word.len()].copy_from_slice(word);
            filled += word.len();
            groups.sizes[groups.count] = word.len();
            groups.separators[groups.count] = separator;
            groups.nexts[groups.count] = token + 1;
            groups.count += 1;
            let Some((next, found)) = separated(scan, token + 1) else {
                break;
            };
            (token, separator) = (next, found);
        }
        groups
    }

    /// The number made of the first `count` groups.
    pub(super) fn first(&self, count: usize) -> Number<'_> {
        let total = self.sizes[..count].iter().sum();
        Number {
            digits: &self.digits[..total],
            sizes: &self.sizes[..count],
            separators: &self.separators[..count],
            next: self.nexts[count - 1],
        }
    }

    /// The candidates, longest first.
    pub(super) fn candidates(&self) -> impl Iterator<Item = Number<'_>> {
        (1..=self.count).rev().map(|count| self.first(count))
    }
}

impl Number<'_> {
    /// Whether every separator is `wanted`.
    pub(super) fn separated_by(&self, wanted: u8) -> bool {
        self.sizes.len() > 1 && self.separators[1..].iter().all(|found| *found == wanted)
    }
}

/// The next group's token and what separates it.
fn separated(scan: &Scan<'_>, after: usize) -> Option<(usize, u8)> {
    let mut separator = b' ';
    for token in after..after + MOST_MARKS {
        if scan.is_digits(token) {
            let near = scan.touches(token) || scan.one_space_before(token);
            return near.then_some((token, separator));
        }
        let touching = scan.touches(token);
        separator = if scan.is(token, b')') && touching {
            b')'
        } else if (scan.is(token, b'-') || scan.is(token, b'.'))
            && touching
            && scan.touches(token + 1)
        {
            if scan.is(token, b'-') { b'-' } else { b'.' }
        } else if scan.is(token, b'(') && (touching || scan.one_space_before(token)) {
            b'('
        } else {
            return None;
        };
    }
    None
}
