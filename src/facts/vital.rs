//! What is measured of people in care and of nobody at home, beside a name:
//! "Ronnie's sats: 84".

use super::Facts;
use super::name::Name;
use crate::token::{Kind, Tokens};

/// How far behind the measure its value may stand, in tokens.
const VALUE_REACH: usize = 4;
/// Measures that need a monitor or a laboratory.
const VITALS: [&str; 12] = [
    "sats",
    "saturations",
    "bp",
    "gcs",
    "lactate",
    "potassium",
    "hb",
    "creatinine",
    "troponin",
    "inr",
    "crp",
    "ketones",
];

impl Facts {
    /// Whether a measure of the person of `name` follows with its value.
    #[must_use]
    pub fn measured_of(&self, tokens: &Tokens, name: &Name) -> bool {
        let measure = name.tokens.end + 1;
        let value = |at: usize| {
            let token = tokens.all().get(at);
            token.is_some_and(|token| token.kind == Kind::Number)
        };
        tokens.lower(name.tokens.end) == "s"
            && VITALS.contains(&tokens.lower(measure))
            && (measure + 1..=measure + VALUE_REACH).any(value)
    }
}
