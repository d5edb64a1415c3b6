//! `extension/managed_schema.json`: the policy for Chrome and Edge.
//!
//! Only types are said. A browser drops a whole field, without a word, when any
//! value in it breaks the schema; ranges, words and patterns are therefore left
//! to our own reader, which tells what is wrong and keeps the rest. Chromium
//! refuses schemas with `additionalProperties: false`, `oneOf` or lists of types.

use serde_json::{Map, Value, json};

use crate::policy::Policy;
use crate::policy::shape::{Field, Shape};

/// The schema as a file.
pub(super) fn text() -> String {
    let fields: Vec<&Field> = Policy::fields().collect();
    let schema = json!({
        "$schema": "http://json-schema.org/draft-03/schema#",
        "type": "object",
        "properties": properties(&fields),
    });
    format!("{schema:#}\n")
}

fn properties(fields: &[&Field]) -> Value {
    let named = fields.iter().map(|field| {
        let mut schema = of(&field.shape);
        schema.insert("title".to_owned(), field.title().into());
        schema.insert("description".to_owned(), description(field).into());
        (field.key.to_owned(), Value::Object(schema))
    });
    Value::Object(named.collect())
}

fn description(field: &Field) -> String {
    let about = super::docs::about(field);
    let expected = format!("Expected: {}.", super::docs::expected(&field.shape));
    [about, expected]
        .iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(" ")
}

fn of(shape: &Shape) -> Map<String, Value> {
    let schema = match shape {
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Whole { .. } => json!({"type": "integer"}),
        Shape::Text { .. } | Shape::Choice(_) => json!({"type": "string"}),
        Shape::List { of: item, .. } => json!({"type": "array", "items": of(item)}),
        Shape::Map { of: value, .. } => {
            json!({"type": "object", "additionalProperties": of(value)})
        }
        Shape::Record(fields) => {
            let fields: Vec<&Field> = fields.iter().collect();
            json!({"type": "object", "properties": properties(&fields)})
        }
    };
    match schema {
        Value::Object(schema) => schema,
        _ => Map::new(),
    }
}
