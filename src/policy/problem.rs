//! What is wrong with a policy, said so that an administrator can mend it.

use std::fmt;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// Where: `ownRules[2].patterns[0]`. Empty for the whole policy.
    pub path: String,
    /// What was given, as the end of "… is …".
    pub given: String,
    /// What was expected, as the end of "expected …".
    pub expected: String,
    /// A known name that was probably meant.
    pub meant: Option<String>,
}

impl Problem {
    /// A problem without a suggestion.
    #[must_use]
    pub fn new(path: &str, given: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            given: given.into(),
            expected: expected.into(),
            meant: None,
        }
    }

    /// With the nearest of `known` to `name`, if one is near.
    #[must_use]
    pub fn meaning(mut self, name: &str, known: impl Iterator<Item = impl AsRef<str>>) -> Self {
        self.meant = nearest(name, known);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            write!(
                out,
                "the policy is {}, expected {}",
                self.given, self.expected
            )?;
        } else {
            write!(
                out,
                "\"{}\" is {}, expected {}",
                self.path, self.given, self.expected
            )?;
        }
        match &self.meant {
            Some(meant) => write!(out, "; did you mean \"{meant}\"?"),
            None => Ok(()),
        }
    }
}

/// Longer names are not compared: nothing known is longer, and the table is quadratic.
const LONGEST_COMPARED: usize = 64;
/// One slip per so many letters still counts as the same word.
const LETTERS_PER_SLIP: usize = 3;

fn nearest(name: &str, known: impl Iterator<Item = impl AsRef<str>>) -> Option<String> {
    let given = plain(name);
    if given.is_empty() || given.len() > LONGEST_COMPARED {
        return None;
    }
    let most = (given.len() / LETTERS_PER_SLIP).max(1);
    known
        .map(|one| (slips(&given, &plain(one.as_ref())), one))
        .filter(|(slips, _)| *slips <= most)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, one)| one.as_ref().to_owned())
}

/// Small letters and digits alone: `patient_named` and `patientNamed` are one name.
fn plain(name: &str) -> Vec<char> {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .take(LONGEST_COMPARED + 1)
        .flat_map(char::to_lowercase)
        .collect()
}

/// Letters to add, leave out, change or swap with the next (optimal string alignment).
fn slips(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut fewest = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                fewest = fewest.min(before[j - 2] + 1);
            }
            row.push(fewest);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(a.len())
}
