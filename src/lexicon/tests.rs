//! Members, non-members, clashes, and every committed entry.

use super::flags::*;
use super::{PHRASE_CLASSES, PHRASE_RECORDS, WORD_CLASSES, WORD_RECORDS, WordInfo, phrases, word};

/// Asserts that each word has all of the flags.
fn all_have(words: &[&str], flags: u32) {
    for w in words {
        assert!(
            word(w).all(flags),
            "{w}: has {:#x}, expected {flags:#x}",
            word(w).bits()
        );
    }
}

/// Asserts that no word has any of the flags.
fn none_has(words: &[&str], flags: u32) {
    for w in words {
        assert!(
            !word(w).any(flags),
            "{w}: has {:#x}, expected none of {flags:#x}",
            word(w).bits()
        );
    }
}

#[test]
fn names_of_many_cultures_are_known() {
    all_have(
        &["mary", "john", "sarah", "robert"],
        FIRST_NAME | COMMON_FIRST,
    );
    all_have(
        &[
            "siobhán",
            "priya",
            "ayesha",
            "wei",
            "jejomar",
            "chidinma",
            "wanjiku",
            "thandiwe",
            "abdullahi",
            "agnieszka",
            "phuong",
            "jiyeon",
            "hinemoa",
            "xiomara",
            "deshawn",
            "nevaeh",
            "małgorzata",
            "ioana",
            "katarzyna",
            "yetunde",
            "bongani",
        ],
        FIRST_NAME,
    );
    all_have(
        &[
            "smith",
            "o'brien",
            "o’brien",
            "patel",
            "nguyễn",
            "okonkwo",
            "mwangi",
            "dlamini",
            "wiśniewski",
            "garcia",
            "khan",
            "zhang",
            "kim",
            "tuilagi",
            "naidoo",
            "haddad",
        ],
        SURNAME,
    );
    let (length, info) = phrases(&["de", "la", "cruz"]).unwrap_or_default();
    assert_eq!((length, info.any(SURNAME)), (3, true));
}

#[test]
fn pieces_of_phrases_are_no_entries() {
    // A list once wrapped its lines inside entries, and each piece became one.
    none_has(&["acute", "syndrome", "disease", "chronic"], MEDICAL);
    none_has(&["of", "saint", "port", "new", "the"], PLACES);
}

#[test]
fn names_that_are_words_say_so() {
    all_have(
        &[
            "will", "rose", "may", "grace", "hope", "mark", "bill", "young", "white",
        ],
        NAME_IS_WORD | ORDINARY,
    );
    none_has(
        &["john", "sarah", "smith", "priya", "o'brien"],
        NAME_IS_WORD | ORDINARY,
    );
}

#[test]
fn ordinary_words_are_no_names() {
    none_has(
        &["the", "patient", "hospital", "because", "tomorrow"],
        NAMES,
    );
    all_have(
        &["the", "patient", "hospital", "because", "tomorrow"],
        ORDINARY,
    );
    for w in [
        "xyzzyq",
        "",
        "'",
        "-",
        "𝔭",
        "日本",
        "qqqqqqqqqqqqqq",
        "patient\u{0}",
    ] {
        assert_eq!(word(w), WordInfo::NONE, "{w:?}");
    }
}

#[test]
fn places_are_known_and_clashes_marked() {
    all_have(
        &[
            "houston", "glasgow", "mumbai", "nairobi", "dunedin", "galway",
        ],
        CITY,
    );
    all_have(&["reading", "mobile"], CITY | PLACE_IS_WORD);
    all_have(&["texas", "cumbria", "kerala", "ontario"], REGION);
    all_have(&["tx", "in", "or"], REGION | ABBREVIATION | AMBIGUOUS);
    all_have(&["kenya", "ireland"], COUNTRY);
    all_have(&["nigerian", "māori", "geordie"], NATIONALITY);
    all_have(&["ucsf", "addenbrookes", "addenbrooke's"], FACILITY);
}

#[test]
fn medicine_is_known() {
    all_have(
        &[
            "paracetamol",
            "panadol",
            "co-codamol",
            "sertraline",
            "ozempic",
        ],
        DRUG,
    );
    all_have(
        &["sepsis", "appendicitis", "crohn's", "covid-19", "seizures"],
        CONDITION,
    );
    all_have(
        &["chf", "copd", "nof", "rsv", "uti"],
        CONDITION | ABBREVIATION,
    );
    all_have(&["pe", "ms", "ra"], CONDITION | ABBREVIATION | AMBIGUOUS);
    all_have(&["progeria", "huntington's"], RARE_CONDITION);
    all_have(&["appendectomy", "intubated", "biopsy"], PROCEDURE);
    all_have(&["femur", "kidneys", "spleens"], ANATOMY);
}

#[test]
fn possessives_and_plurals_reach_the_stem() {
    all_have(&["sarah's", "sarah’s"], FIRST_NAME);
    all_have(
        &["appendectomys", "laminectomys", "thoracotomys"],
        PROCEDURE,
    );
    none_has(&["sarahs"], FIRST_NAME);
    none_has(&["chfs"], CONDITION);
}

#[test]
fn phrases_take_the_longest_match() {
    let found = |words: &[&str]| phrases(words).map(|(length, info)| (length, info.bits()));
    let has = |words: &[&str], length: usize, flags: u32| {
        let (taken, bits) = found(words).unwrap_or_default();
        assert_eq!(taken, length, "{words:?}");
        assert_eq!(bits & flags, flags, "{words:?}: {bits:#x}");
    };
    has(&["san", "antonio", "today"], 2, CITY);
    has(&["new", "york", "clinic"], 2, CITY);
    has(&["new", "york", "city"], 3, CITY);
    has(&["pancreatic", "cancer"], 2, CONDITION);
    has(&["ehlers-danlos", "syndrome"], 2, RARE_CONDITION);
    has(&["ehlers", "danlos", "syndrome"], 3, RARE_CONDITION);
    has(&["ehlers", "-", "danlos", "syndrome"], 4, RARE_CONDITION);
    has(&["crohn’s", "disease"], 2, CONDITION);
    has(&["heart", "attacks", "are"], 2, CONDITION);
    has(&["panic", "attack's"], 2, CONDITION);
    has(&["hip", "replacement"], 2, PROCEDURE);
    has(&["st.", "louis"], 2, CITY);
    assert_eq!(found(&["san"]), None);
    assert_eq!(found(&["san", "-"]), None);
    assert_eq!(found(&["the", "patient"]), None);
    assert_eq!(found(&[]), None);
    assert_eq!(found(&["", ""]), None);
    assert_eq!(found(&["-", "-", "-"]), None);
}

/// The entries of a list with the flags of their section.
fn entries(text: &str) -> Vec<(&str, u32)> {
    let mut flags = 0;
    let mut found = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(heading) = line.strip_prefix('[') {
            let names = heading.trim_end_matches(']').split(' ');
            flags = names
                .map(|name| {
                    NAMED
                        .iter()
                        .find(|known| known.0 == name)
                        .map_or(0, |known| known.1)
                })
                .sum();
        } else if flags != 0 {
            found.extend(
                line.split(',')
                    .map(str::trim)
                    .filter(|e| !e.is_empty())
                    .map(|e| (e, flags)),
            );
        }
    }
    found
}

#[test]
fn every_committed_entry_is_found_with_its_flags() {
    let mut count = 0;
    for path in std::fs::read_dir("data/lexicon").unwrap() {
        let path = path.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        for (entry, flags) in entries(&std::fs::read_to_string(&path).unwrap()) {
            let parts: Vec<&str> = entry.split(' ').collect();
            let bits = if parts.len() == 1 {
                word(entry).bits()
            } else {
                let (length, info) = phrases(&parts).unwrap_or_default();
                assert_eq!(length, parts.len(), "{}: {entry}", path.display());
                info.bits()
            };
            assert_eq!(
                bits & flags,
                flags,
                "{}: {entry} has {bits:#x}",
                path.display()
            );
            count += 1;
        }
    }
    assert!(count > 50_000, "only {count} entries were read");
}

#[test]
fn no_text_panics() {
    // A small generator (xorshift) is enough: the point is odd characters in odd places.
    let alphabet: Vec<char> = "abs'’-–. éßłÞ×ǅʻ\u{301}\u{200D}\u{FEFF}𝐀🏥日\u{0}\u{10FFFF}"
        .chars()
        .collect();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..8 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text.push(alphabet[usize::try_from(state % alphabet.len() as u64).unwrap()]);
        }
        let _ = word(&text);
        let _ = phrases(&text.split(' ').collect::<Vec<_>>());
        let _ = phrases(&text.split('a').collect::<Vec<_>>());
    }
}

#[test]
fn the_tables_fit_their_budget() {
    // 420 kB is the lists' share of the 1.2 MB of WebAssembly (ARCHITECTURE.md).
    let classes = WORD_CLASSES.len() + PHRASE_CLASSES.len();
    let size = WORD_RECORDS.len() + PHRASE_RECORDS.len() + classes;
    assert!(size <= 420_000, "{size} bytes, expected at most 420,000");
}
