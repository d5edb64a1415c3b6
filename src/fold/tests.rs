use super::*;
use proptest::prelude::*;

fn text(source: &str) -> String {
    fold(source).text().to_owned()
}

/// The source words behind the first occurrence of `part` in the folded text.
fn behind<'a>(source: &'a str, part: &str) -> &'a str {
    let folded = fold(source);
    let start = folded
        .text()
        .find(part)
        .expect("the part is in the folded text");
    &source[folded.to_source(start..start + part.len())]
}

#[test]
fn disguises_read_as_plain_letters() {
    for (given, wanted) in [
        ("МRN 483920", "MRN 483920"),
        ("ᴍʀɴ 𝟒𝟖𝟑", "MRN 483"),
        ("ＭＲＮ：４８", "MRN:48"),
        ("Ⓜⓡⓝ ④⑧", "Mrn 48"),
        ("4️⃣8️⃣3️⃣", "483"),
        ("Ko\u{200B}wal\u{AD}ski", "Kowalski"),
        ("\u{202E}Mrs\u{202C} K", "Mrs K"),
        ("Zoë Müller", "Zoe Muller"),
        ("Zoe\u{308} Mu\u{308}ller", "Zoe Muller"),
        ("she’s “fine”…", "she's \"fine\"..."),
        ("3–5 March — gone", "3-5 March -- gone"),
        ("bed\u{A0}4", "bed 4"),
        ("M r s . K o w a l s k i is here", "Mrs. Kowalski is here"),
        ("J o h n  S m i t h", "John Smith"),
        ("J o h n S m i t h", "John Smith"),
        ("M-R-N 483920", "MRN 483920"),
        ("M R N 4 8 3 9 2 0", "MRN 483920"),
        ("D.O.B. 11/04", "DOB. 11/04"),
        ("call j.o.h.n today", "call john today"),
        ("K🙂o🙂w🙂a", "Kowa"),
        ("call 0 8 0 3 5 5 5 now", "call 0803555 now"),
        ("Ｍ ｒ ｓ ｘ", "Mrsx"),
    ] {
        assert_eq!(text(given), wanted, "{given}");
    }
}

#[test]
fn plain_and_foreign_text_stays() {
    for given in [
        "I saw a T 1 D and a B 12 today",
        "A) B) C) or A B C D E",
        "score 1 2 3 4 5 6 7",
        "p.o. at 5 a.m., e.g. now",
        "version 1.2.3.4.5.6.7",
        "j.o.h.n@example.com",
        "α-blocker 5 μg",
        "Привет, доктор",
        "👩🏽‍⚕️ and 🏴󠁧󠁢󠁥󠁮󠁧󠁿 and ❤️",
        "x-y-z-axis",
        "",
        " ",
    ] {
        assert_eq!(text(given), given);
        assert!(!fold(given).is_changed());
    }
}

#[test]
fn spans_lead_back_to_what_was_typed() {
    assert_eq!(behind("pt Zoe\u{308} M.", "Zoe"), "Zoe\u{308}");
    assert_eq!(
        behind("✋ M r s . K o w a l s k i ok", "Kowalski"),
        "K o w a l s k i"
    );
    assert_eq!(
        behind("é M R N 4 8 3 9 2 0 é", "MRN 483920"),
        "M R N 4 8 3 9 2 0"
    );
    assert_eq!(behind("dr Mül\u{200B}ler!", "Muller"), "Mül\u{200B}ler");
    assert_eq!(behind("ab … cd", "."), "…");
}

fn pieces() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "👩🏽‍⚕️",
        "e\u{301}",
        "\u{301}",
        "\u{200D}",
        "\u{FE0F}",
        "М",
        "и",
        "α",
        "ａ",
        "…",
        "—",
        "ß",
        " ",
        ".",
        "-",
        "a",
        "K",
        "7",
        "\u{202E}",
        "𝓜",
        "⑫",
        "\n",
        "🇬🇧",
        "\u{E0067}",
        "中",
        "a b c x",
    ]);
    prop::collection::vec(
        prop_oneof![odd.prop_map(str::to_owned), any::<String>()],
        0..12,
    )
    .prop_map(|parts| parts.concat())
}

fn check_map(source: &str) -> Result<(), TestCaseError> {
    let folded = fold(source);
    let length = folded.text().len();
    let mut last = (0, 0);
    for at in (0..=length).filter(|at| folded.text().is_char_boundary(*at)) {
        let range = folded.to_source(at..length);
        prop_assert!(range.end <= source.len() && range.start <= range.end);
        prop_assert!(source.is_char_boundary(range.start) && source.is_char_boundary(range.end));
        let head = folded.to_source(0..at);
        prop_assert!(range.start >= last.0 && head.end >= last.1);
        prop_assert!(head.end <= source.len() && source.is_char_boundary(head.end));
        last = (range.start, head.end);
    }
    // Covering: the source of a character that was kept holds that character.
    for (at, c) in folded.text().char_indices() {
        let range = folded.to_source(at..at + c.len_utf8());
        prop_assert!(!range.is_empty());
        if !c.is_ascii() {
            prop_assert!(source[range].contains(c));
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn the_map_is_monotone_in_range_and_on_boundaries(source in pieces()) {
        check_map(&source)?;
    }

    #[test]
    fn any_range_is_answered(source in pieces(), from in 0_usize..400, to in 0_usize..400) {
        let range = fold(&source).to_source(from..to);
        prop_assert!(source.get(range).is_some());
    }

    #[test]
    fn plain_words_are_borrowed(source in "([A-Za-z]{2,9}[ ,.!?]{1,2}|[0-9]{2,6} ){0,30}") {
        let folded = fold(&source);
        prop_assert_eq!(folded.text(), source.as_str());
        prop_assert!(!folded.is_changed());
        prop_assert_eq!(folded.to_source(0..source.len()), 0..source.len());
    }

    #[test]
    fn folding_twice_changes_nothing_more_but_spacing(source in "\\PC{0,60}") {
        let once = fold(&source).text().to_owned();
        let characters = fold_characters(&once);
        prop_assert_eq!(characters.text().len(), once.len());
    }
}
