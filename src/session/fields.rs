//! The draft and the fields posted with it, as one text: a name in a picture's
//! description and a date in the draft belong to the same patient.
//!
//! The page script counts in the same way: the draft, then each field after an
//! empty line. So offsets mean the same on both sides.

use crate::message::{Field, FieldKind};

/// What stands before each field.
const BEFORE_FIELD: &str = "\n\n";

/// The whole of what would be posted.
#[derive(Debug, Default)]
pub(super) struct Whole {
    text: String,
    /// The draft's own length.
    byte_own: usize,
    /// Where each field ends.
    ends: Vec<(usize, FieldKind)>,
}

impl Whole {
    /// The draft `own` with its `fields`.
    pub(super) fn new(own: String, fields: &[Field]) -> Self {
        let byte_own = own.len();
        let mut text = own;
        let mut ends = Vec::with_capacity(fields.len());
        for field in fields.iter().filter(|field| !field.text.is_empty()) {
            text.push_str(BEFORE_FIELD);
            text.push_str(&field.text);
            ends.push((text.len(), field.kind));
        }
        Self {
            text,
            byte_own,
            ends,
        }
    }

    /// All of it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The field `byte_at` stands in; none in the draft itself.
    pub(super) fn field_at(&self, byte_at: usize) -> Option<FieldKind> {
        if byte_at < self.byte_own {
            return None;
        }
        let field = self.ends.iter().find(|(end, _)| byte_at < *end);
        field.map(|(_, kind)| *kind)
    }

    /// Whether the draft or a field ends at `byte_at`: somebody may be typing there.
    pub(super) fn ends_at(&self, byte_at: usize) -> bool {
        byte_at == self.byte_own || self.ends.iter().any(|(end, _)| *end == byte_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_is_known_by_its_field() {
        let field = |kind, text: &str| Field {
            kind,
            text: text.to_owned(),
        };
        let fields = [
            field(FieldKind::PollOption, "ýes"),
            field(FieldKind::Other, ""),
            field(FieldKind::AltText, "a ward"),
        ];
        let whole = Whole::new("own".to_owned(), &fields);
        assert_eq!(whole.text(), "own\n\nýes\n\na ward");
        let at = |word: &str| whole.field_at(whole.text().find(word).unwrap());
        assert_eq!(at("own"), None);
        assert_eq!(at("ýes"), Some(FieldKind::PollOption));
        assert_eq!(at("ward"), Some(FieldKind::AltText));
        assert!(whole.ends_at(3) && whole.ends_at(9) && whole.ends_at(whole.text().len()));
        assert!(!whole.ends_at(5));
    }
}
