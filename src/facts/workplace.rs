//! Places of care as institutions: "Mercy Hill", "Lakeside's heart team", told
//! apart from people of that name by the words of care beside them.

use std::cell::OnceCell;
use std::ops::Range;

use super::place::{Place, PlaceKind};
use crate::sense::{Senses, class, marked};
use crate::token::{Kind, Shape, Tokens};
use crate::word_set::WordSet;
use crate::words::list;

/// Most words of a bare name: "Sacred Heart", "North Mercy Hill".
const LONGEST_NAME: usize = 3;
/// How far behind the name the word of care may stand: "Lakeside 4B", "Mercy
/// Hill has by far the best maternity unit".
const REACH: usize = 8;

/// What places are called after; with it a name needs a word of care only
/// somewhere in its sentence.
const NAMED_AFTER: WordSet = WordSet::new(&[
    "hill",
    "side",
    "view",
    "park",
    "ridge",
    "heart",
    "cross",
    "valley",
    "grove",
    "field",
    "bridge",
    "gate",
    "haven",
    "mount",
    "grace",
    "mercy",
    "general",
    "lakeside",
    "riverside",
    "hillside",
    "hillcrest",
    "northside",
    "southside",
    "westside",
    "eastside",
    "northgate",
    "southgate",
    "westgate",
    "eastgate",
    "parkside",
    "bayside",
    "providence",
    "samaritan",
    "springs",
    "oaks",
    "creek",
    "point",
    "meadows",
    "infirmary",
    "sinai",
    "victoria",
    "memorial",
    "regional",
]);
/// What only places of care are called.
const SURELY: WordSet = WordSet::new(&[
    "hospital",
    "clinic",
    "infirmary",
    "surgery",
    "hospice",
    "medical",
    "healthcare",
    "general",
    "memorial",
    "rehab",
    "childrens",
]);
/// What stands right behind the name of a place of care.
pub(crate) const OF_CARE: WordSet = WordSet::new(&[
    "hospital",
    "er",
    "ed",
    "icu",
    "a&e",
    "nicu",
    "maternity",
    "surgeon",
    "surgeons",
    "nurse",
    "nurses",
    "doctor",
    "doctors",
    "staff",
    "ward",
    "wards",
    "unit",
    "clinic",
    "emergency",
    "patients",
    "med",
    "medical",
    "health",
    "wellness",
    "trust",
    "midwives",
    "physicians",
    "oncology",
    "cardiology",
    "pediatrics",
    "paediatrics",
    "labour",
    "logo",
    "radiology",
    "transplant",
    "residency",
    "residents",
    "pharmacy",
    "heart",
    "stroke",
    "cancer",
    "care",
]);

/// Finds the places of care that `places`, in order, has, and those it has not.
#[must_use]
pub fn find(tokens: &Tokens, senses: &Senses, places: &[Place]) -> Vec<Range<usize>> {
    let words = CareWords::new(tokens, senses);
    let mut facilities = places
        .iter()
        .filter(|place| place.kind == PlaceKind::Facility)
        .map(|place| &place.tokens)
        .peekable();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        while facilities.next_if(|name| name.end <= at).is_some() {}
        let known = facilities
            .peek()
            .filter(|name| name.contains(&at) && is_of_care(tokens, &words, name));
        let name = known
            .map(|name| (*name).clone())
            .or_else(|| name_at(tokens, senses, &words, at));
        at = name.as_ref().map_or(at + 1, |name| name.end);
        found.extend(name);
    }
    found
}

/// The words of care of a draft. How many stand before each token is counted when
/// a stretch is first asked about: from then on each answer is one subtraction,
/// and most drafts never ask.
struct CareWords<'a> {
    tokens: &'a Tokens,
    senses: &'a Senses,
    before: OnceCell<Vec<u32>>,
}

impl<'a> CareWords<'a> {
    fn new(tokens: &'a Tokens, senses: &'a Senses) -> Self {
        Self {
            tokens,
            senses,
            before: OnceCell::new(),
        }
    }

    fn at(&self, at: usize) -> bool {
        self.senses.word(at).lists & list::OF_CARE != 0
            || self.senses.of(at) & (class::WARD | class::CARE_AREA) != 0
    }

    fn any(&self, range: Range<usize>) -> bool {
        let before = self.before.get_or_init(|| self.count());
        let last = before.len() - 1;
        before[range.end.min(last)] > before[range.start.min(last)]
    }

    fn count(&self) -> Vec<u32> {
        let mut count = 0;
        let counted = (0..self.tokens.len()).map(|at| {
            count += u32::from(self.at(at));
            count
        });
        std::iter::once(0).chain(counted).collect()
    }
}

/// A district, a school or a court is one only beside a word of care.
fn is_of_care(tokens: &Tokens, words: &CareWords<'_>, name: &Range<usize>) -> bool {
    let sentence = tokens.sentence(tokens.all()[name.start].sentence as usize);
    SURELY.contains(tokens.lower(name.end - 1)) || words.any(sentence)
}

fn is_capital(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.all().get(at);
    token.is_some_and(|token| token.kind == Kind::Word && token.shape == Shape::Title)
        && tokens.lower(at).len() > 2
}

/// Capitalised words that a word of care follows, or that places are called after.
fn name_at(
    tokens: &Tokens,
    senses: &Senses,
    words: &CareWords<'_>,
    at: usize,
) -> Option<Range<usize>> {
    if !is_capital(tokens, at) {
        return None;
    }
    let end = (at..at + LONGEST_NAME)
        .find(|next| !is_capital(tokens, *next))
        .unwrap_or(at + LONGEST_NAME);
    let sentence = tokens.sentence(tokens.all()[at].sentence as usize);
    let behind = if tokens.lower(end) == "s" {
        end + 1
    } else {
        end
    };
    let called = NAMED_AFTER.contains(tokens.lower(end - 1));
    let beside = || {
        (at > 0 && matches!(tokens.lower(at - 1), "at" | "of" | "for"))
            && words.any(behind..sentence.end.min(behind + REACH).max(behind))
    };
    let near = || words.any(sentence.start..at) || words.any(behind..sentence.end.max(behind));
    let all_called = end > at + 1 && (at..end).all(|word| NAMED_AFTER.contains(tokens.lower(word)));
    let street = matches!(
        tokens.lower(end),
        "road" | "street" | "rd" | "avenue" | "lane" | "station" | "school"
    );
    let titled = senses.of(at) & (marked::TITLED_NAME | marked::CLINICIAN_NAME) != 0;
    let right_behind = words.at(behind)
        && sentence.contains(&behind)
        && (called || end > at + 1 || at > sentence.start);
    (!titled
        && sentence.contains(&(end - 1))
        && (right_behind || (called && (near() || beside())) || all_called && !street))
        .then_some(at..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Draft;
    use crate::facts::Facts;

    fn names(text: &str) -> Vec<String> {
        let draft = Draft::new(text);
        let facts = Facts::new(&draft);
        let name = |tokens: &Range<usize>| draft.text()[draft.bytes_of(tokens.clone())].to_owned();
        facts.workplaces.iter().map(name).collect()
    }

    #[test]
    fn places_of_care_go_by_their_own_names() {
        for (text, name) in [
            (
                "Mercy Hill has by far the best maternity unit",
                "Mercy Hill",
            ),
            ("nobody beats Lakeside's heart team", "Lakeside"),
            ("5 stars for Mercy Hill ER", "Mercy Hill"),
            (
                "I work at Cedar Ridge Memorial Hospital",
                "Cedar Ridge Memorial Hospital",
            ),
        ] {
            assert!(
                names(text).iter().any(|found| found == name),
                "{text}: {:?}",
                names(text)
            );
        }
    }

    #[test]
    fn people_and_streets_are_none() {
        for text in [
            "Dr Hill runs the unit",
            "Mercy Hill road is closed",
            "Carla was on the ward",
        ] {
            assert!(names(text).is_empty(), "{text}: {:?}", names(text));
        }
    }
}
