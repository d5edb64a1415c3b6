//! People: a name becomes "a patient", or goes where other words say it already.

use super::plan::Plan;
use super::words::is_determiner;
use crate::facts::name::{Form, Name};
use crate::facts::subject::who;
use crate::scene::Scene;
use crate::sense::{class, marked};
use crate::token::{Kind, Shape};

/// Whether the name stands for somebody that the draft tells of: no colleague,
/// nobody's own family.
pub(super) fn is_told_of(scene: &Scene<'_>, name: &Name) -> bool {
    let sentence = scene.draft.tokens().all()[name.tokens.start].sentence as usize;
    let about = scene.facts.subjects.get(sentence).copied().unwrap_or(0);
    name.form != Form::Clinician && about & (who::COLLEAGUE | who::OWN_KIN) == 0
}

/// Whether the sentence speaks of somebody before `at`: what is said aside
/// after that is the same person.
pub(super) fn is_introduced(plan: &Plan<'_>, scene: &Scene<'_>, at: usize) -> bool {
    const SOMEBODY: u128 = class::IN_CARE
        | class::PATIENT
        | class::PERSON
        | class::HE_SHE
        | marked::AGE
        | marked::NAME
        | marked::TITLED_NAME;
    let sentence = plan
        .tokens()
        .all()
        .get(at)
        .map_or(0, |token| token.sentence as usize);
    let ahead = plan.tokens().sentence(sentence).start..at;
    ahead
        .into_iter()
        .any(|i| scene.facts.senses.of(i) & SOMEBODY != 0)
}

/// Whom the fixed text has brought in so far.
#[derive(Debug, Default)]
pub(super) struct People {
    is_known: bool,
}

impl People {
    /// "a patient" the first time, "the patient" after that.
    pub(super) fn phrase(&mut self) -> &'static str {
        if std::mem::replace(&mut self.is_known, true) {
            "the patient"
        } else {
            "a patient"
        }
    }

    pub(super) fn generalise(&mut self, plan: &mut Plan<'_>, scene: &Scene<'_>, name: &Name) {
        let mut words = name.tokens.clone();
        // "mr de la cruz", "Dela Cruz Santos": a family name may have more parts.
        while is_family_part(plan, words.end) {
            words.end += 1;
        }
        drop_age_behind(plan, words.end);
        if plan.is_aside(&words) && is_introduced(plan, scene, words.start) {
            return plan.drop(words);
        }
        let ahead = plan.before(words.start);
        let word = ahead.map_or("", |at| plan.lower(at));
        if spoken_to(plan, &words) {
            return plan.drop(words);
        }
        let called = matches!(word, "named" | "called" | "name" | "aka");
        let says_it = class::IN_CARE | class::PATIENT | class::PERSON | class::KIN;
        if let Some(at) = ahead.filter(|at| called || scene.facts.senses.of(*at) & says_it != 0) {
            self.is_known = true;
            return plan.drop(if called { at..words.end } else { words });
        }
        let endeared = matches!(
            word,
            "little"
                | "poor"
                | "dear"
                | "old"
                | "sweet"
                | "lovely"
                | "brave"
                | "wee"
                | "baby"
                | "big"
        );
        if let Some(at) = ahead.filter(|_| endeared) {
            words.start = at;
        }
        let owner = plan
            .before(words.start)
            .is_some_and(|at| is_determiner(plan.lower(at)));
        let phrase = self.phrase();
        let bare_possessive = plan.lower(words.end) == "'"
            && plan
                .tokens()
                .all()
                .get(words.end)
                .is_some_and(|token| token.glued);
        let mut phrase = if owner { "patient" } else { phrase }.to_owned();
        if bare_possessive {
            phrase.push_str("'s");
            words.end += 1;
        }
        plan.say(words, &phrase);
    }
}

/// "Carla, 7, broke her arm": too bare to be an age anywhere else.
fn drop_age_behind(plan: &mut Plan<'_>, end: usize) {
    let number = end + 1;
    let is_number = plan
        .tokens()
        .all()
        .get(number)
        .is_some_and(|token| token.kind == Kind::Number);
    if plan.lower(end) == "," && is_number && plan.is_aside(&(number..number + 1)) {
        plan.drop(number..number + 1);
    }
}

fn is_family_part(plan: &Plan<'_>, at: usize) -> bool {
    let token = plan.tokens().all().get(at);
    let hyphen = plan.lower(at) == "-" && token.is_some_and(|token| token.glued);
    let next = plan.tokens().all().get(at + 1);
    hyphen && next.is_some_and(|t| t.glued && t.kind == Kind::Word && t.shape == Shape::Title)
        || at > 0
            && plan.lower(at - 1) == "-"
            && token.is_some_and(|t| t.glued && t.kind == Kind::Word && t.shape == Shape::Title)
}

/// "Hi Lena, …", "Thank you Dimitra, …", "Ivan, your results …".
fn spoken_to(plan: &Plan<'_>, words: &std::ops::Range<usize>) -> bool {
    let before = plan.before(words.start).map(|at| plan.lower(at));
    let greeted = before.is_some_and(|word| {
        matches!(
            word,
            "hi" | "hello" | "hey" | "dear" | "thanks" | "you" | "cheers" | "morning" | "sorry"
        )
    });
    matches!(plan.lower(words.end), "," | "!" | "." | "") && (greeted || before.is_none())
}
