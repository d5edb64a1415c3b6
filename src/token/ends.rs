//! Where a token ends, and how its letters are written: questions about the text alone.

use super::Shape;

pub(super) fn lower_into(buffer: &mut String, form: &str) {
    if form.is_ascii() && !form.contains('\'') {
        let start = buffer.len();
        buffer.push_str(form);
        if let Some(added) = buffer.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for c in form.chars() {
        if c == '\'' {
        } else if c.is_ascii() {
            buffer.push(c.to_ascii_lowercase());
        } else {
            buffer.extend(c.to_lowercase());
        }
    }
}

pub(super) fn run(text: &str, from: usize, keep: impl Fn(char) -> bool) -> usize {
    text[from..]
        .find(|c| !keep(c))
        .map_or(text.len(), |n| from + n)
}

/// End of the letters at `at`; an apostrophe between letters belongs to the
/// word, except the possessive or short verb `'s`.
pub(super) fn word_end(text: &str, at: usize) -> usize {
    let plain = text.as_bytes()[at..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    let mut end = at + plain;
    if text
        .as_bytes()
        .get(end)
        .is_some_and(|byte| !byte.is_ascii())
    {
        end = run(text, end, char::is_alphabetic);
    }
    while text[end..].starts_with('\'') && possessive_end(text, end).is_none() {
        let after = run(text, end + 1, char::is_alphabetic);
        if after == end + 1 {
            break;
        }
        end = after;
    }
    end
}

/// `'s` not followed by another letter.
pub(super) fn possessive_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..at + 2)?;
    let is_s = rest[0] == b'\'' && rest[1].eq_ignore_ascii_case(&b's');
    (is_s && !text[at + 2..].starts_with(char::is_alphanumeric)).then_some(at + 2)
}

pub(super) fn number_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = run(text, at, char::is_numeric);
    while end + 1 < bytes.len()
        && matches!(bytes[end], b'.' | b',')
        && bytes[end + 1].is_ascii_digit()
    {
        end = run(text, end + 1, char::is_numeric);
    }
    end
}

pub(super) fn url_end(text: &str, at: usize) -> Option<usize> {
    let rest = &text.as_bytes()[at..];
    if !matches!(rest.first(), Some(b'h' | b'H' | b'w' | b'W')) {
        return None;
    }
    let is_url = [&b"http://"[..], b"https://", b"www."]
        .iter()
        .any(|head| rest.len() > head.len() && rest[..head.len()].eq_ignore_ascii_case(head));
    is_url.then(|| run(text, at, |c| !c.is_whitespace()))
}

/// An emoji with its joiners and variation selectors is one symbol.
pub(super) fn symbol_end(text: &str, at: usize) -> usize {
    let mut chars = text[at..].char_indices();
    let mut end = chars.next().map_or(text.len(), |(_, c)| at + c.len_utf8());
    let mut joined = false;
    for (offset, c) in chars {
        let modifier = matches!(
            c,
            '\u{200d}' | '\u{fe0f}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}'
        );
        if !(modifier || joined) {
            break;
        }
        joined = c == '\u{200d}';
        end = at + offset + c.len_utf8();
    }
    end
}

pub(super) fn shape_of(form: &str) -> Shape {
    if form.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let letters = form.chars().filter(|c| c.is_alphabetic()).count();
    let upper = form.chars().filter(|c| c.is_uppercase()).count();
    match (upper, letters) {
        (0, _) => Shape::Lower,
        (1, _) if form.starts_with(char::is_uppercase) => Shape::Title,
        (u, l) if u == l => Shape::Upper,
        _ => Shape::Mixed,
    }
}
