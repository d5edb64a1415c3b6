//! `docs/policy.md`: every field for administrators.

use std::fmt::Write;

use crate::policy::Policy;
use crate::policy::shape::{Field, Shape};

const HEAD: &str = "# Policy fields

Every field is optional. What is wrong is named by `primum policy check FILE` and on the options page, left out, and never disables the rest.
How to deliver a policy: [admin.md](admin.md). Ready-made ones: [policies/](../policies/).
This page is written by `primum policy docs`.
";

/// The page.
pub(super) fn text() -> String {
    let mut out = HEAD.to_owned();
    for group in Policy::GROUPS {
        let _ = write!(out, "\n## {}\n", group.title);
        for field in group.fields {
            section(&mut out, field);
        }
    }
    out
}

fn section(out: &mut String, field: &Field) {
    let _ = write!(out, "\n### `{}`\n\n{}.\n", field.key, field.title());
    let about = about(field);
    if !about.is_empty() {
        let _ = writeln!(out, "{about}");
    }
    let _ = write!(out, "\n- Expected: {}\n", expected(&field.shape));
    let _ = writeln!(out, "- Without it: {}", default(field));
    let _ = writeln!(out, "- Example: `\"{}\": {}`", field.key, field.example);
    if let Some(parts) = parts(&field.shape) {
        let _ = write!(out, "\n| part | what | expected |\n|---|---|---|\n");
        for part in parts {
            let needed = if part.is_required { " (needed)" } else { "" };
            let about = about_of(part);
            let _ = writeln!(
                out,
                "| `{}`{needed} | {about} | {} |",
                part.key,
                expected(&part.shape).replace('|', "\\|")
            );
        }
    }
}

fn about_of(part: &Field) -> String {
    let about = about(part);
    let title = part.title();
    let whole = if about.is_empty() {
        format!("{title}.")
    } else {
        format!("{title}. {about}")
    };
    whole.replace('|', "\\|")
}

/// What the field does, on one line.
pub(super) fn about(field: &Field) -> String {
    field.about.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn default(field: &Field) -> String {
    match (field.default, &field.shape) {
        ("", Shape::Record(_)) => "each part as below".to_owned(),
        ("", _) => "nothing".to_owned(),
        (default, _) => default.to_owned(),
    }
}

/// What is expected, without the words of parts that are listed apart.
pub(super) fn expected(shape: &Shape) -> String {
    match shape {
        Shape::Record(_) => "an object".to_owned(),
        Shape::List { of, most } => format!("a list of at most {most}, each {}", expected(of)),
        Shape::Map { keys, of } => {
            format!(
                "an object; each name {}; each value {}",
                expected(keys),
                expected(of)
            )
        }
        _ => shape.in_words(),
    }
}

fn parts(shape: &Shape) -> Option<&'static [Field]> {
    match shape {
        Shape::Record(fields) => Some(fields),
        Shape::List { of, .. } | Shape::Map { of, .. } => parts(of),
        _ => None,
    }
}
