//! The shape of a policy as data: what the reader checks values against, and
//! what schema, documentation and templates are written from.

use crate::rule::Family;
use crate::rules::RULES;

/// What a text has to be.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// One line.
    Line,
    /// Any text.
    Lines,
    /// An address that a person may be sent to.
    Url,
    /// A day as YYYY-MM-DD.
    Date,
    /// A time of day as HH:MM.
    Clock,
    /// Small letters, digits and hyphens.
    Id,
    /// The id of a rule, shipped or the institution's own.
    Rule,
    /// A family of rules.
    Family,
    /// A field of this policy.
    Setting,
}

/// What a value has to be.
#[derive(Debug)]
pub enum Shape {
    /// True or false.
    Flag,
    /// A whole number.
    Whole {
        /// The smallest.
        least: u32,
        /// The largest.
        most: u32,
    },
    /// A text.
    Text {
        /// What kind.
        format: Format,
        /// Its most characters.
        longest: usize,
    },
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Several of one shape.
    List {
        /// The shape of each.
        of: &'static Shape,
        /// The most there may be.
        most: usize,
    },
    /// Names with values of one shape.
    Map {
        /// The shape of the names.
        keys: &'static Shape,
        /// The shape of the values.
        of: &'static Shape,
    },
    /// Named fields.
    Record(&'static [Field]),
}

/// One field of the policy, or of an object in it.
#[derive(Debug)]
pub struct Field {
    /// Its name in the policy.
    pub key: &'static str,
    /// What it is, in a line.
    pub title: &'static str,
    /// What it has to be.
    pub shape: Shape,
    /// Whether an object without it is refused.
    pub is_required: bool,
    /// What it does.
    #[cfg(not(target_arch = "wasm32"))]
    pub about: &'static str,
    /// A value, as JSON.
    #[cfg(not(target_arch = "wasm32"))]
    pub example: &'static str,
    /// What holds without it; empty when nothing does.
    #[cfg(not(target_arch = "wasm32"))]
    pub default: &'static str,
}

impl Field {
    /// What it is, in a line, without a full stop.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.title.trim().trim_end_matches('.')
    }
}

/// Fields that belong together.
#[derive(Debug)]
pub struct Group {
    /// Its heading.
    pub title: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

/// The family of an institution's own rules and terms.
pub const INSTITUTION: &str = "institution";

/// Every family a policy may name.
pub fn families() -> impl Iterator<Item = &'static str> {
    Family::ALL
        .iter()
        .map(|family| family.id())
        .chain([INSTITUTION])
}

/// The rule that marks an institution's code names.
pub const CODE_NAME_RULE: &str = "institution-code-name";

/// Every rule that is not the institution's own.
pub fn rules() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.id).chain([CODE_NAME_RULE])
}

impl Shape {
    /// What is expected, in words that follow "expected".
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Flag => "true or false".to_owned(),
            Self::Whole { least, most } => format!("a whole number from {least} to {most}"),
            Self::Text { format, longest } => format.in_words(*longest),
            Self::Choice(words) => format!("one of {}", words.join(", ")),
            Self::List { of, .. } => format!("a list, each {}", of.in_words()),
            Self::Map { keys, of } => {
                format!(
                    "an object, each name {}, each value {}",
                    keys.in_words(),
                    of.in_words()
                )
            }
            Self::Record(fields) => {
                let keys: Vec<_> = fields.iter().map(|field| field.key).collect();
                format!("an object with {}", keys.join(", "))
            }
        }
    }
}

impl Format {
    fn in_words(self, longest: usize) -> String {
        match self {
            Self::Line => format!("a text of one line, at most {longest} characters"),
            Self::Lines => format!("a text of at most {longest} characters"),
            Self::Url => {
                "an address that begins with https://, http://, mailto: or tel:".to_owned()
            }
            Self::Date => "a day as YYYY-MM-DD".to_owned(),
            Self::Clock => "a time of day as HH:MM".to_owned(),
            Self::Id => format!("small letters, digits and hyphens, at most {longest}"),
            Self::Rule => "the id of a rule (\"primum rules\" lists them)".to_owned(),
            Self::Family => {
                let families: Vec<_> = families().collect();
                format!("one of {}", families.join(", "))
            }
            Self::Setting => "the name of a policy field".to_owned(),
        }
    }

    /// Whether `text` is one.
    #[must_use]
    pub fn admits(self, text: &str) -> bool {
        match self {
            Self::Line => !text.trim().is_empty() && !text.contains(['\n', '\r']),
            Self::Lines => !text.trim().is_empty(),
            Self::Url => is_url(text),
            Self::Date => is_date(text),
            Self::Clock => is_clock(text),
            Self::Id => {
                let is_id_char = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
                text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(is_id_char)
            }
            // Whether they are known is looked up by the reader, which can suggest others.
            Self::Rule | Self::Family | Self::Setting => true,
        }
    }
}

/// Only addresses that cannot carry a script; every link of a policy is shown to people.
fn is_url(text: &str) -> bool {
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return false;
    }
    if let Some(rest) = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
    {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let name = host.rsplit('@').next().unwrap_or_default();
        let is_host_char = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':');
        return name == host
            && name.starts_with(char::is_alphanumeric)
            && name.chars().all(is_host_char);
    }
    if let Some(address) = text.strip_prefix("mailto:") {
        return address
            .split('?')
            .next()
            .is_some_and(|a| a.trim_matches('@').contains('@'));
    }
    text.strip_prefix("tel:")
        .is_some_and(|number| number.contains(|c: char| c.is_ascii_digit()))
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |at: usize, len: usize, range: std::ops::RangeInclusive<u32>| {
        parts.get(at).is_some_and(|part| {
            let digits = part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
            digits && part.parse().is_ok_and(|n| range.contains(&n))
        })
    };
    parts.len() == 3 && number(0, 4, 1900..=2999) && number(1, 2, 1..=12) && number(2, 2, 1..=31)
}

fn is_clock(text: &str) -> bool {
    let two = |part: &str, most: u32| {
        let digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        digits && part.parse::<u32>().is_ok_and(|n| n <= most)
    };
    text.split_once(':')
        .is_some_and(|(hour, minute)| two(hour, 23) && two(minute, 59))
}
