//! The way from bytes to UTF-16 units, the page script's measure.
//!
//! Used where messages to the page are made and nowhere else.

/// Bytes between two remembered places: a look-up walks at most this far.
const STEP: usize = 256;

/// Where bytes of one text stand in UTF-16 units.
#[derive(Debug)]
pub struct Utf16<'a> {
    text: &'a str,
    /// Units before each multiple of [`STEP`], moved on to the next character.
    places: Vec<(usize, u32)>,
}

impl<'a> Utf16<'a> {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut places = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0;
        for (byte_at, letter) in text.char_indices() {
            if byte_at >= places.len() * STEP {
                places.push((byte_at, units));
            }
            units += width(letter);
        }
        Self { text, places }
    }

    /// Units before `byte_at`; past the end it is the length, inside a character its start.
    #[must_use]
    pub fn at(&self, byte_at: usize) -> u32 {
        let found = self.places.partition_point(|(place, _)| *place <= byte_at);
        let Some((place, units)) = found.checked_sub(1).and_then(|at| self.places.get(at)) else {
            return 0;
        };
        let rest = self.text.get(*place..).unwrap_or("").char_indices();
        let walked: u32 = rest
            .take_while(|(at, letter)| place + at + letter.len_utf8() <= byte_at)
            .map(|(_, letter)| width(letter))
            .sum();
        units + walked
    }
}

fn width(letter: char) -> u32 {
    // A character beyond the basic plane is two units.
    if u32::from(letter) > 0xffff { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_mixed_text_agrees_with_the_standard_library() {
        let text = "Ä👩🏽‍⚕️ n\u{fffd}o עברית 漢字\n".repeat(60);
        let map = Utf16::new(&text);
        for (byte_at, _) in text.char_indices() {
            let expected = text[..byte_at].encode_utf16().count();
            assert_eq!(map.at(byte_at) as usize, expected, "byte {byte_at}");
        }
        assert_eq!(map.at(text.len()) as usize, text.encode_utf16().count());
    }

    #[test]
    fn offsets_off_a_character_or_past_the_end_stay_in_the_text() {
        let map = Utf16::new("a👩b");
        assert_eq!((map.at(2), map.at(3), map.at(99)), (1, 1, 4));
        assert_eq!(Utf16::new("").at(5), 0);
    }
}
