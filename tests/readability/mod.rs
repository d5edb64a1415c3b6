//! The reading level of English texts, after Flesch and Kincaid:
//! 0.39 words a sentence + 11.8 syllables a word − 15.59.

/// School grade of `texts` together. Each text ends a sentence.
pub(crate) fn grade(texts: &[String]) -> f64 {
    let (mut sentences, mut words, mut syllables) = (0usize, 0usize, 0usize);
    for text in texts {
        for sentence in text.split(['.', '?', '!', '\n']) {
            let own: Vec<&str> = sentence
                .split(|c: char| !c.is_alphabetic() && c != '\'')
                .filter(|word| word.chars().any(char::is_alphabetic))
                .collect();
            sentences += usize::from(!own.is_empty());
            words += own.len();
            syllables += own.iter().map(|word| syllables_of(word)).sum::<usize>();
        }
    }
    let (sentences, words, syllables) = (as_f64(sentences), as_f64(words), as_f64(syllables));
    0.39 * words / sentences + 11.8 * syllables / words - 15.59
}

/// The ease of Spanish `texts`, after Fernández Huerta:
/// 206.84 − 60 syllables a word − 1.02 words a sentence. 100 is very easy, 30 very hard.
pub(crate) fn spanish_ease(texts: &[String]) -> f64 {
    let (mut sentences, mut words, mut syllables) = (0usize, 0usize, 0usize);
    for text in texts {
        for sentence in text.split(['.', '?', '!', ':', ';', '\n']) {
            let all = sentence.split(|c: char| !c.is_alphabetic());
            let own: Vec<&str> = all.filter(|word| !word.is_empty()).collect();
            sentences += usize::from(!own.is_empty());
            words += own.len();
            syllables += own
                .iter()
                .map(|word| spanish_syllables_of(word))
                .sum::<usize>();
        }
    }
    let (sentences, words, syllables) = (as_f64(sentences), as_f64(words), as_f64(syllables));
    206.84 - 60.0 * syllables / words - 1.02 * words / sentences
}

/// A syllable has one vowel, or a weak one beside another; two strong ones and an accented weak one stand alone.
fn spanish_syllables_of(word: &str) -> usize {
    let mut word = word.to_lowercase().replace("qu", "q");
    for vowel in ["e", "é", "i", "í"] {
        word = word.replace(&format!("gu{vowel}"), &format!("g{vowel}"));
    }
    let is_weak = |c: char| "iuü".contains(c);
    let mut count = 0;
    let mut before: Option<char> = None;
    for c in word.chars() {
        let is_vowel = "aeiouáéíóúü".contains(c);
        let joins = before.is_some_and(|last| {
            (is_weak(last) && !"íú".contains(c)) || (is_weak(c) && !"íú".contains(last))
        });
        count += usize::from(is_vowel && !joins);
        before = is_vowel.then_some(c);
    }
    count.max(1)
}

fn as_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count.max(1)).unwrap_or(u32::MAX))
}

/// Groups of vowels, without a silent e at the end: right for about nine words in ten.
fn syllables_of(word: &str) -> usize {
    let word = word.to_lowercase();
    let mut count = 0;
    let mut was_vowel = false;
    for c in word.chars() {
        let is_vowel = "aeiouy".contains(c);
        count += usize::from(is_vowel && !was_vowel);
        was_vowel = is_vowel;
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee");
    (count - usize::from(silent && count > 1)).max(1)
}

#[test]
fn syllables_as_people_say_them() {
    for (word, expected) in [
        ("the", 1),
        ("care", 1),
        ("people", 2),
        ("patient", 2),
        ("identify", 4),
        ("agree", 2),
    ] {
        assert_eq!(syllables_of(word), expected, "{word}");
    }
}

#[test]
fn spanish_syllables_as_people_say_them() {
    for (word, expected) in [
        ("paciente", 3),
        ("que", 1),
        ("día", 2),
        ("guía", 2),
        ("leer", 2),
        ("ciudad", 2),
    ] {
        assert_eq!(spanish_syllables_of(word), expected, "{word}");
    }
}
