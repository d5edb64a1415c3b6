//! `primum policy`: what an administrator does with a policy file.

use crate::policy::value::Value;
use crate::policy::{Policy, Read};

/// Reads the policy in the file `path`.
pub(super) fn read(path: &str) -> Result<Read, String> {
    Ok(Policy::read(&value(path)?))
}

/// The JSON value in the file `path`.
fn value(path: &str) -> Result<Value, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    // Editors of Windows put a mark before the text.
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text).map_err(|error| format!("{path}: {error}, expected JSON"))
}
