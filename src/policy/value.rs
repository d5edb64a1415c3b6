//! A policy before it is understood: any JSON value, from the command's parser natively
//! and from JavaScript in the browser.

use std::fmt;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Deeper values are cut off: no field nests more than five levels.
const DEEPEST: usize = 32;
/// Entries named where a policy is shown; its file has the rest.
const MOST_NAMED: usize = 12;
/// Longest given value shown in a problem, in characters.
const LONGEST_GIVEN: usize = 40;

/// Any JSON value. Maps keep their order and their doubles, so that both can be told.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Names and values.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The value of `key`, when this is a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Self::Map(entries) => entries
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text, when this is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items, when this is a list.
    #[must_use]
    pub fn items(&self) -> &[Value] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The entries, when this is a map.
    #[must_use]
    pub fn entries(&self) -> &[(String, Value)] {
        match self {
            Self::Map(entries) => entries,
            _ => &[],
        }
    }

    /// What was given, in a few words for a problem.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Flag(flag) => flag.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Text(text) => quoted(text),
            Self::List(items) => format!("a list of {}", items.len()),
            Self::Map(entries) => format!("an object with {} entries", entries.len()),
        }
    }

    /// What is set, for people to read: the first entries of lists and maps, by their words, names or ids.
    #[must_use]
    pub fn in_full(&self) -> String {
        let names: Vec<String> = match self {
            Self::List(items) => items.iter().map(Self::name).collect(),
            Self::Map(entries) => entries
                .iter()
                .map(|(name, value)| match value {
                    Self::Text(text) => format!("{name}: {text}"),
                    _ => name.clone(),
                })
                .collect(),
            Self::Text(text) => return text.clone(),
            _ => return self.in_words(),
        };
        let shown = names.iter().take(MOST_NAMED).cloned();
        let more = names.len().saturating_sub(MOST_NAMED);
        let more = (more > 0).then(|| format!("+ {more}"));
        shown.chain(more).collect::<Vec<_>>().join(", ")
    }

    /// A short name among others: the text itself, or a record's id.
    fn name(&self) -> String {
        let id = self.get("id").or(self.get("text")).unwrap_or(self);
        id.text().map_or_else(|| id.in_words(), str::to_owned)
    }

    /// How many levels of lists and maps there are, at most [`DEEPEST`].
    fn bounded(depth: usize) -> Bounded {
        Bounded(depth)
    }
}

/// A text in quotation marks, cut where it is long.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST_GIVEN).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    format!("\"{}\"", short.replace(['\n', '\r'], " "))
}

/// Reads a value that may nest so much deeper.
struct Bounded(usize);

impl<'de> DeserializeSeed<'de> for Bounded {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        if self.0 == 0 {
            return IgnoredAny::deserialize(from).map(|_| Value::Null);
        }
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Bounded {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "JSON numbers are doubles in every browser"
    )]
    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "JSON numbers are doubles in every browser"
    )]
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        self.deserialize(from)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Value::bounded(self.0 - 1))? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some(key) = entries.next_key_seed(Value::bounded(1))? {
            let key = key.text().map_or_else(|| key.in_words(), str::to_owned);
            map.push((key, entries.next_value_seed(Value::bounded(self.0 - 1))?));
        }
        Ok(Value::Map(map))
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::bounded(DEEPEST).deserialize(from)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::Flag(flag) => to.serialize_bool(*flag),
            Self::Number(number) => serialize_number(*number, to),
            Self::Text(text) => to.serialize_str(text),
            Self::List(items) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Map(entries) => {
                let mut map = to.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

/// Whole numbers are written without a point, as they were read.
#[allow(
    clippy::cast_possible_truncation,
    reason = "the range is tested before"
)]
fn serialize_number<S: Serializer>(number: f64, to: S) -> Result<S::Ok, S::Error> {
    let is_whole = number.fract() == 0.0 && number.abs() < f64::from(u32::MAX);
    if is_whole {
        to.serialize_i64(number as i64)
    } else {
        to.serialize_f64(number)
    }
}
