//! What one character becomes when a draft is folded to plain letters.
//!
//! Sources: Unicode 16 code charts (decompositions, mathematical
//! alphanumerics, enclosed and full-width forms) and the confusable letters of
//! Unicode Technical Standard 39 that occur in Latin-script posts.

/// What becomes of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It stays as it is.
    Keep,
    /// It is invisible and goes.
    Drop,
    /// It belongs to the character before it (accent, variation selector) and goes.
    Attach,
    /// It is written with these ASCII characters instead.
    Ascii(&'static str),
    /// A Cyrillic or Greek letter that passes for this Latin one, in any word.
    Strict(&'static str),
    /// As `Strict`, but only inside a word that also has Latin letters.
    Loose(&'static str),
    /// A Cyrillic or Greek letter no reader takes for a Latin one.
    Foreign,
}

/// Base letters of U+00C0–U+024F; `.` where there is none of one letter.
const LATIN: &str = concat!(
    "AAAAAA.CEEEEIIIIDNOOOOO.OUUUUY..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y",
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKkkLlLlLl.",
    ".LlNnNnNn.NnOoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs",
    "bBBb..OCcDDDd..EEFfG...IKkl..Nn.Oo..Pp.....tTtTUu.VYyZz.........",
    ".............AaIiOoUuUuUuUuUu.AaAa..GgGgKkOoOo..j...Gg..NnAa..Oo",
    "AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh.d....AaEeOoOoOoOoYylntj..ACcLTs",
    "z..BU.EeJjQqRrYy"
);

/// Base letters of U+1E00–U+1EFF (Vietnamese and others).
const LATIN_ADDITIONAL: &str = concat!(
    "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm",
    "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv",
    "WwWwWwWwWwXxXxYyZzZzZzhtwy.s....AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe",
    "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......"
);

const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const BOTH: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LOWER: &str = "abcdefghijklmnopqrstuvwxyz";
const DIGITS: &str = "0123456789";
/// U+FF01–U+FF5E are ASCII from `!` to `~`, moved.
const PRINTABLE: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
/// U+2460–U+2473: circled 1 to 20.
const CIRCLED: [&str; 20] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17",
    "18", "19", "20",
];

/// The character of `table` at `at` as a one-letter string; `.` means none.
fn nth(table: &'static str, at: u32) -> Fate {
    let at = at as usize;
    match table.get(at..=at) {
        Some(".") if table.len() > BOTH.len() && table != PRINTABLE => Fate::Keep,
        Some(letter) => Fate::Ascii(letter),
        None => Fate::Keep,
    }
}

/// What becomes of `c`, which is not ASCII.
pub(super) fn fate(c: char) -> Fate {
    let code = u32::from(c);
    match code {
        0x80..=0x2AF => latin(c),
        0x300..=0x34E | 0x350..=0x36F | 0x483..=0x489 | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF => {
            Fate::Attach
        }
        0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xE0000..=0xE01EF => Fate::Attach,
        0x370..=0x3FF | 0x1F00..=0x1FFF => greek(c),
        0x400..=0x52F => cyrillic(c),
        0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180E | 0x3164 | 0xFFA0 => {
            Fate::Drop
        }
        0x660..=0x669 => nth(DIGITS, code - 0x660),
        0x6F0..=0x6F9 => nth(DIGITS, code - 0x6F0),
        0x966..=0x96F => nth(DIGITS, code - 0x966),
        0x9E6..=0x9EF => nth(DIGITS, code - 0x9E6),
        0x1D00..=0x1D2B | 0xA730..=0xA731 | 0xA7AF => small_capital(c),
        0x1E00..=0x1EFF => nth(LATIN_ADDITIONAL, code - 0x1E00),
        0x1680 | 0x2000..=0x215F | 0x3000 | 0xFE58 | 0xFE63 | 0xFEFF => punctuation(c),
        0x2460..=0x24FF | 0x2776..=0x2793 | 0x1F100..=0x1F189 => enclosed(code),
        0xFB00..=0xFB06 => ligature(code),
        0xFF01..=0xFF5E => nth(PRINTABLE, code - 0xFF01),
        0x1D400..=0x1D7FF => mathematical(code),
        _ => Fate::Keep,
    }
}

fn latin(c: char) -> Fate {
    match c {
        '\u{85}' => Fate::Ascii("\n"),
        '\u{A0}' => Fate::Ascii(" "),
        '\u{AD}' => Fate::Drop,
        '´' => Fate::Ascii("'"),
        '«' | '»' => Fate::Ascii("\""),
        'ª' | 'ɑ' => Fate::Ascii("a"),
        'º' => Fate::Ascii("o"),
        'Æ' | 'Ǽ' | 'Ǣ' => Fate::Ascii("AE"),
        'æ' | 'ǽ' | 'ǣ' => Fate::Ascii("ae"),
        'Œ' => Fate::Ascii("OE"),
        'œ' => Fate::Ascii("oe"),
        'ß' => Fate::Ascii("ss"),
        'Þ' => Fate::Ascii("Th"),
        'þ' => Fate::Ascii("th"),
        'ɡ' => Fate::Ascii("g"),
        'ʀ' | 'ɢ' | 'ɪ' | 'ɴ' | 'ʏ' | 'ʙ' | 'ʜ' | 'ʟ' => small_capital(c),
        '\u{C0}'..='\u{24F}' => nth(LATIN, u32::from(c) - 0xC0),
        _ => Fate::Keep,
    }
}

/// Small capitals keep the case a reader sees: they are capitals.
fn small_capital(c: char) -> Fate {
    Fate::Ascii(match c {
        'ᴀ' => "A",
        'ʙ' => "B",
        'ᴄ' => "C",
        'ᴅ' => "D",
        'ᴇ' => "E",
        'ꜰ' => "F",
        'ɢ' => "G",
        'ʜ' => "H",
        'ɪ' => "I",
        'ᴊ' => "J",
        'ᴋ' => "K",
        'ʟ' => "L",
        'ᴍ' => "M",
        'ɴ' => "N",
        'ᴏ' => "O",
        'ᴘ' => "P",
        'ꞯ' => "Q",
        'ʀ' => "R",
        'ꜱ' => "S",
        'ᴛ' => "T",
        'ᴜ' => "U",
        'ᴠ' => "V",
        'ᴡ' => "W",
        'ʏ' => "Y",
        'ᴢ' => "Z",
        _ => return Fate::Keep,
    })
}

fn punctuation(c: char) -> Fate {
    match c {
        '\u{2028}' | '\u{2029}' => Fate::Ascii("\n"),
        '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
            Fate::Ascii(" ")
        }
        '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => Fate::Drop,
        '‐' | '‑' | '‒' | '–' | '⁃' | '﹘' | '﹣' => Fate::Ascii("-"),
        // Two hyphens, as typists write it: one would join the words around it.
        '—' | '―' => Fate::Ascii("--"),
        '‘' | '’' | '‚' | '‛' | '′' | '‵' => Fate::Ascii("'"),
        '“' | '”' | '„' | '‟' | '″' => Fate::Ascii("\""),
        '…' => Fate::Ascii("..."),
        '⁄' => Fate::Ascii("/"),
        '№' => Fate::Ascii("No"),
        'ℂ' | 'ℭ' => Fate::Ascii("C"),
        'ℊ' => Fate::Ascii("g"),
        'ℋ' | 'ℌ' | 'ℍ' => Fate::Ascii("H"),
        'ℎ' => Fate::Ascii("h"),
        'ℐ' | 'ℑ' => Fate::Ascii("I"),
        'ℒ' => Fate::Ascii("L"),
        'ℓ' => Fate::Ascii("l"),
        'ℕ' => Fate::Ascii("N"),
        'ℙ' => Fate::Ascii("P"),
        'ℚ' => Fate::Ascii("Q"),
        'ℛ' | 'ℜ' | 'ℝ' => Fate::Ascii("R"),
        'ℤ' | 'ℨ' => Fate::Ascii("Z"),
        'ℬ' => Fate::Ascii("B"),
        'ℯ' => Fate::Ascii("e"),
        'ℰ' => Fate::Ascii("E"),
        'ℱ' => Fate::Ascii("F"),
        'ℳ' => Fate::Ascii("M"),
        'ℴ' => Fate::Ascii("o"),
        _ => Fate::Keep,
    }
}

fn enclosed(code: u32) -> Fate {
    match code {
        0x2460..=0x2473 => Fate::Ascii(CIRCLED[(code - 0x2460) as usize]),
        0x249C..=0x24B5 => nth(LOWER, code - 0x249C),
        0x24B6..=0x24CF => nth(UPPER, code - 0x24B6),
        0x24D0..=0x24E9 => nth(LOWER, code - 0x24D0),
        0x24EA | 0x24FF => Fate::Ascii("0"),
        0x24F5..=0x24FD => nth(DIGITS, code - 0x24F4),
        0x2776..=0x277E => nth(DIGITS, code - 0x2775),
        0x2780..=0x2788 => nth(DIGITS, code - 0x277F),
        0x278A..=0x2792 => nth(DIGITS, code - 0x2789),
        0x1F110..=0x1F129 => nth(UPPER, code - 0x1F110),
        0x1F130..=0x1F149 => nth(UPPER, code - 0x1F130),
        0x1F150..=0x1F169 => nth(UPPER, code - 0x1F150),
        0x1F170..=0x1F189 => nth(UPPER, code - 0x1F170),
        _ => Fate::Keep,
    }
}

fn ligature(code: u32) -> Fate {
    const LIGATURES: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    Fate::Ascii(LIGATURES[(code - 0xFB00) as usize])
}

/// U+1D400: thirteen alphabets of 52 letters, then Greek ones, then digits.
fn mathematical(code: u32) -> Fate {
    match code {
        0x1D400..=0x1D6A3 => nth(BOTH, (code - 0x1D400) % 52),
        0x1D7CE..=0x1D7FF => nth(DIGITS, (code - 0x1D7CE) % 10),
        _ => Fate::Keep,
    }
}

fn cyrillic(c: char) -> Fate {
    Fate::Strict(match c {
        'а' => "a",
        'е' | 'ё' => "e",
        'о' => "o",
        'р' => "p",
        'с' => "c",
        'у' | 'ү' => "y",
        'х' => "x",
        'і' | 'ї' => "i",
        'ј' => "j",
        'ѕ' => "s",
        'ԁ' => "d",
        'һ' => "h",
        'ԛ' => "q",
        'ԝ' => "w",
        'ӏ' => "l",
        'А' => "A",
        'В' => "B",
        'Е' | 'Ё' => "E",
        'К' => "K",
        'М' => "M",
        'Н' => "H",
        'О' => "O",
        'Р' => "P",
        'С' => "C",
        'Т' => "T",
        'У' | 'Ү' => "Y",
        'Х' => "X",
        'І' | 'Ї' | 'Ӏ' => "I",
        'Ј' => "J",
        'Ѕ' => "S",
        'Ԍ' => "G",
        'Ԛ' => "Q",
        'Ԝ' => "W",
        'Ѵ' => "V",
        'в' => return Fate::Loose("b"),
        'н' => return Fate::Loose("h"),
        'к' => return Fate::Loose("k"),
        'м' => return Fate::Loose("m"),
        'т' => return Fate::Loose("t"),
        'п' => return Fate::Loose("n"),
        _ => return Fate::Foreign,
    })
}

fn greek(c: char) -> Fate {
    Fate::Strict(match c {
        'Α' => "A",
        'Β' => "B",
        'Ε' => "E",
        'Ζ' => "Z",
        'Η' => "H",
        'Ι' => "I",
        'Κ' => "K",
        'Μ' => "M",
        'Ν' => "N",
        'Ο' => "O",
        'Ρ' => "P",
        'Τ' => "T",
        'Υ' => "Y",
        'Χ' => "X",
        'α' => "a",
        'ι' => "i",
        'κ' => "k",
        'ν' => "v",
        'ο' | 'ό' => "o",
        'ρ' => "p",
        'υ' => "u",
        'ϲ' => "c",
        'ϳ' => "j",
        'τ' => return Fate::Loose("t"),
        'η' => return Fate::Loose("n"),
        'γ' => return Fate::Loose("y"),
        _ => return Fate::Foreign,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_cover_their_ranges() {
        assert_eq!(LATIN.len(), 0x250 - 0xC0);
        assert_eq!(LATIN_ADDITIONAL.len(), 0x100);
        assert_eq!(PRINTABLE.len(), 0x5E);
    }

    #[test]
    fn every_family_of_look_alikes_reads_as_its_letter() {
        for (given, wanted) in [
            ('é', "e"),
            ('Ł', "L"),
            ('ø', "o"),
            ('ế', "e"),
            ('Ｍ', "M"),
            ('．', "."),
            ('７', "7"),
            ('𝓜', "M"),
            ('𝟗', "9"),
            ('Ⓡ', "R"),
            ('⑫', "12"),
            ('🅽', "N"),
            ('ɴ', "N"),
            ('٣', "3"),
            ('९', "9"),
            ('ﬁ', "fi"),
            ('“', "\""),
            ('\u{A0}', " "),
        ] {
            assert_eq!(fate(given), Fate::Ascii(wanted), "{given}");
        }
        assert_eq!(fate('\u{301}'), Fate::Attach);
        assert_eq!(fate('\u{202E}'), Fate::Drop);
        assert_eq!(fate('🙂'), Fate::Keep);
        assert_eq!(fate('×'), Fate::Keep);
    }
}
