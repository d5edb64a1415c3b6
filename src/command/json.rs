//! Lines of JSON as programs write them, and what to say of one that cannot be read.
//!
//! Nothing said here quotes a line: it may hold a draft. Names and values of the
//! context are no words of the clinician and are quoted.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::context::Context;
use crate::policy::value::quoted;

/// What U+FFFD, the replacement character, is in an escape.
const REPLACEMENT: &[u8; 4] = b"fffd";
/// Digits of an escape.
const DIGITS: usize = 4;
/// An escape: backslash, `u`, four digits.
const ESCAPE: usize = 2 + DIGITS;

/// Reads one line. Halves of a character (lone surrogates) become U+FFFD, as on the
/// way from a page into the core: so both answer the same, and offsets hold, as both
/// take three bytes and one UTF-16 unit.
pub(super) fn parse<T: DeserializeOwned>(line: &[u8]) -> serde_json::Result<T> {
    serde_json::from_slice(&whole_characters(line))
}

/// `line` with the escapes of lone surrogates replaced.
fn whole_characters(line: &[u8]) -> Cow<'_, [u8]> {
    let mut line = Cow::Borrowed(line);
    let mut at = 0;
    while at < line.len() {
        if line[at] != b'\\' {
            at += 1;
            continue;
        }
        match (unit(&line, at), unit(&line, at + ESCAPE)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => at += 2 * ESCAPE,
            (Some(0xD800..=0xDFFF), _) => {
                line.to_mut()[at + 2..at + ESCAPE].copy_from_slice(REPLACEMENT);
                at += ESCAPE;
            }
            // Whatever else is escaped, a backslash included, is none.
            _ => at += 2,
        }
    }
    line
}

/// The UTF-16 unit that is escaped at `at`.
fn unit(line: &[u8], at: usize) -> Option<u16> {
    let escape = line.get(at..at + ESCAPE)?;
    let digits = std::str::from_utf8(escape.strip_prefix(b"\\u")?).ok()?;
    u16::from_str_radix(digits, 16).ok()
}

/// What is wrong with a line that should have been a draft: what was given, what
/// was expected.
pub(super) fn problem(line: &[u8], error: &serde_json::Error) -> String {
    const EXPECTED: &str = "expected an object with \"text\"";
    let row = match parse::<Value>(line) {
        Ok(Value::Object(row)) => row,
        Ok(other) => return format!("{}, {EXPECTED}", kind(&other)),
        Err(error) => {
            let column = error.column();
            return format!("column {column}: {}, {EXPECTED}", syntax(&error));
        }
    };
    match row.get("text") {
        None => return "\"text\" is missing, expected a string".to_owned(),
        Some(Value::String(_)) => {}
        Some(other) => return format!("\"text\" is {}, expected a string", kind(other)),
    }
    match row.get("context") {
        None => {}
        Some(Value::Object(context)) => {
            let wrong = context.iter().find_map(|(name, value)| field(name, value));
            if let Some(wrong) = wrong {
                return wrong;
            }
        }
        Some(other) => return format!("\"context\" is {}, expected an object", kind(other)),
    }
    // A name that is there twice is what remains.
    format!("column {}: {EXPECTED} and each name once", error.column())
}

/// What is wrong with one field of the context.
fn field(name: &str, value: &Value) -> Option<String> {
    let one = Value::Object([(name.to_owned(), value.clone())].into_iter().collect());
    let error = serde_json::from_value::<Context>(one).err()?.to_string();
    let given = match value {
        Value::String(text) => quoted(text),
        other => kind(other).to_owned(),
    };
    let expected = error
        .split_once("expected ")
        .map_or("another value", |(_, expected)| expected);
    Some(format!(
        "\"context.{name}\" is {given}, expected {}",
        expected.replace('`', "\"")
    ))
}

/// What the parser says, without the place.
fn syntax(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    said.strip_suffix(&place).unwrap_or(&said).to_owned()
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replaced(line: &str) -> String {
        String::from_utf8_lossy(&whole_characters(line.as_bytes())).into_owned()
    }

    #[test]
    fn halves_of_characters_are_replaced_and_nothing_else() {
        assert_eq!(replaced(r#""\ud83d\ude00""#), r#""\ud83d\ude00""#);
        assert_eq!(replaced(r#""\uD83D\uDE00""#), r#""\uD83D\uDE00""#);
        assert_eq!(replaced(r#""a\ud83d b""#), r#""a\ufffd b""#);
        assert_eq!(replaced(r#""\ude00\ud83d""#), r#""\ufffd\ufffd""#);
        assert_eq!(
            replaced(r#""\ud83d\ud83d\ude00""#),
            r#""\ufffd\ud83d\ude00""#
        );
        assert_eq!(replaced(r#""\ud83d\n""#), r#""\ufffd\n""#);
        // A backslash that is escaped itself, an escape cut short, what is no number.
        for same in [
            r#""\\ud83d""#,
            r#""\ud83"#,
            r#""\u+d83""#,
            r#""\u00e9""#,
            "\"\\",
        ] {
            assert_eq!(replaced(same), same);
        }
    }
}
