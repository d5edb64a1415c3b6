//! Reduces a letter to the ASCII spelling the lists are kept in.

/// What a character of a draft is to a look-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// A letter or digit of the key.
    Byte(u8),
    /// Nothing in a word, a gap in a phrase.
    Hyphen,
    /// Apostrophes, full stops and combining marks: not in any key.
    Nothing,
    /// In no key, so the look-up ends.
    Foreign,
}

/// U+00C0 to U+017F without their marks; `?` has no ASCII letter.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/// U+1EA0 to U+1EF9, the Vietnamese letters.
const VIETNAMESE: &[u8; 90] =
    b"aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy";

/// Reduces one character.
#[inline]
pub(super) fn letter(c: char) -> Letter {
    match c {
        'a'..='z' | '0'..='9' => Letter::Byte(c as u8),
        'A'..='Z' => Letter::Byte(c as u8 | 0x20),
        '\'' | '.' => Letter::Nothing,
        '-' => Letter::Hyphen,
        _ if c.is_ascii() => Letter::Foreign,
        _ => marked(c),
    }
}

/// The rare case: letters with marks and typographic signs.
#[cold]
fn marked(c: char) -> Letter {
    let from = |table: &[u8], first: u32| {
        let index = usize::try_from(u32::from(c) - first).unwrap_or(usize::MAX);
        match table.get(index) {
            Some(b'?') | None => Letter::Foreign,
            Some(&byte) => Letter::Byte(byte),
        }
    };
    match c {
        '\u{C0}'..='\u{17F}' => from(LATIN, 0xC0),
        '\u{1EA0}'..='\u{1EF9}' => from(VIETNAMESE, 0x1EA0),
        'ơ' | 'Ơ' => Letter::Byte(b'o'),
        'ư' | 'Ư' => Letter::Byte(b'u'),
        'ș' | 'Ș' => Letter::Byte(b's'),
        'ț' | 'Ț' => Letter::Byte(b't'),
        '\u{2019}' | '\u{2018}' | '\u{2BB}' | '\u{2BC}' | '\u{300}'..='\u{36F}' => Letter::Nothing,
        '\u{2010}'..='\u{2014}' => Letter::Hyphen,
        _ => Letter::Foreign,
    }
}
