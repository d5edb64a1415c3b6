//! Rule `case-crowdsourcing`.

use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::facts::care::Strength;
use crate::facts::clue::ClueKind;
use crate::facts::subject::who;
use crate::sense::{class, marked};
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// Asking the crowd about one patient.
    ///
    /// A question to readers about one real person's findings.
    ///
    /// ## Why pause
    /// Readers may recognise the patient, and their answers reach no record.
    ///
    /// ## Write instead
    /// Ask through the on-call colleague or an e-consult; in public ask the general question.
    ///
    /// ## When it differs
    /// Silent for quizzes, exam cases and general questions; urgency does not lower it.
    ///
    /// ## Source
    /// Medscape B
    /// AMA Opinion 2.3.2
    "case-crowdsourcing", Privacy, Caution, judge,
}

/// Points of clues with which the question is about one person, however it reads: one
/// short of a stop (guidance §4).
const PINNED_FROM: u32 = 3;
const CLINICAL: u128 =
    class::FINDING | class::CARE_EVENT | marked::CONDITION | marked::PROCEDURE | marked::DRUG;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let phrase = scene.facts.earnest(Cue::Crowd).map(|cue| scene.bytes(cue.tokens.clone()));
    let known = scene.facts.says(Cue::KnownPerson) || scene.facts.says(Cue::InOurCare);
    let shown = phrase.is_some() && scene.has(class::RECORD_IMAGE) && scene.has(class::HE_SHE);
    let asked = scene.first(class::QUESTION_CROWD).or_else(|| phrase.clone())?;
    let elsewhere = who::OWN_KIN | who::WRITER | who::INVENTED | who::ANIMAL;
    let about = scene.facts.subjects.iter().fold(0, |set, bits| set | bits);
    if about & elsewhere != 0 || scene.has(class::EXAM) {
        return None;
    }
    let case = scene.facts.case.as_ref();
    let in_care = case.is_some_and(|case| case.strength >= Strength::Likely);
    let is_weak = !(scene.has(CLINICAL) || shown);
    let fresh_case = scene.has(marked::AGE) && scene.has(class::FRESH | marked::CLOCK);
    if !(in_care || fresh_case || shown || known && phrase.is_some()) {
        return None;
    }
    let pinned = case.is_some_and(|case| {
        let has = |kind| case.clues.iter().any(|clue| clue.kind == kind);
        has(ClueKind::Rare) && has(ClueKind::Place)
    });
    let severity = if pinned { Severity::Stop } else { Severity::Caution };
    let words = case.map_or_else(
        || scene.first(marked::AGE).or_else(|| phrase.clone()),
        |case| Some(scene.bytes(case.care.clone())),
    )?;
    Some(
        Judgement::new(severity, words)
            .evidence([(MentionKind::Words, asked)])
            .fixes(&[FixKind::Generalise])
            .weak(is_weak)
            .sure(in_care && case.is_some_and(|case| case.points() >= PINNED_FROM)),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[My patient]] has a rash on both palms and a sodium of 118. Any ideas?",
        "Hive mind: [[54F came in]] tonight, febrile, platelets 9. What am I missing?",
        "we have a man [[in our unit]] with unexplained ascites, any thoughts?",
        "[[6yo with blue gums in my clinic]] just now, any thoughts? bloods pending",
        "Second opinion please: [[my patient]] keeps seizing on three drugs",
        "Has anyone seen this? [[Our patient]] turned yellow after the antibiotics",
        "[[Posting her scan]] because nobody picks up, what would you do?",
    ],
    allows: &[
        "Any tips for my first day in clinic?",
        "A 34-year-old woman has chest pain. What next? A) echo B) CT",
        "Any ideas for my dad's 80th? He has diabetes so no cake",
        "Any thoughts on the new sepsis guideline?",
        "Vets: my dog, 7yo, vomiting since this morning, any ideas?",
        "Mock exam: 54F, febrile, platelets 9 tonight. What am I missing?",
        "Posting the menu because nobody asked, ideas?",
    ],
};
