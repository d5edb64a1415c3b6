//! Rule `patient-named`.

use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::context::Surface;
use crate::facts::care::{Care, Strength};
use crate::facts::name::{Form, Name};
use crate::facts::subject::who;
use crate::sense::{class, marked};
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// A person in care is named.
    ///
    /// A name, initials or a nickname beside words of care.
    ///
    /// ## Why pause
    /// A name tells readers who this is, also among friends.
    ///
    /// ## Write instead
    /// "A patient", without the name. A teaching point never needs it.
    ///
    /// ## When it differs
    /// Silent for colleagues, for public figures without a link to the writer's care and for the writer's own family.
    ///
    /// ## Source
    /// AMA Opinion 2.3.2
    /// AAP 2021, recommendation 7
    "patient-named", Privacy, Stop, judge,
}

/// Points from which a name is a caution, and a stop.
const CAUTION_FROM: i32 = 3;
const STOP_FROM: i32 = 4;
/// "Mr Halloran's drug chart": how far the matter may stand behind the name.
const MATTER_REACH: usize = 4;

const CLINICAL: u128 = class::FINDING
    | class::CARE_EVENT
    | class::CARE_ACT
    | marked::CONDITION
    | marked::PROCEDURE
    | marked::DRUG
    | marked::BED_NUMBER;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    if scene.on(Surface::ReviewResponse) || scene.has(class::INVENTED) {
        return None;
    }
    let base = base(scene);
    let names = scene.facts.names.iter().filter(|name| name.form != Form::Clinician);
    let weighed = names.map(|name| (name, weigh(scene, base, name)));
    let (name, points) = weighed.max_by_key(|(_, points)| *points)?;
    let severity = match points {
        STOP_FROM.. => Severity::Stop,
        CAUTION_FROM => Severity::Caution,
        _ => return None,
    };
    let care = scene.facts.case.iter().map(|case| (MentionKind::Care, scene.bytes(case.care.clone())));
    Some(
        Judgement::new(severity, scene.bytes(name.tokens.clone()))
            .evidence(care)
            .fixes(&[FixKind::Generalise, FixKind::RemoveSpan]),
    )
}

/// What every name starts from: somebody in care is told of, others told it or it is the family's own.
fn base(scene: &Scene<'_>) -> i32 {
    let anywhere = scene.facts.subjects.iter().fold(0, |set, bits| set | bits);
    let told_by_others = anywhere & (who::OWN_KIN | who::WRITER) != 0
        || scene.has(class::PUBLISHED | class::PUBLIC_SOURCE | class::QUOTING);
    i32::from(is_cared_for(&scene.facts.care)) - 2 * i32::from(told_by_others)
}

fn is_cared_for(care: &[Care]) -> bool {
    care.iter().any(|care| care.strength >= Strength::Likely)
}

/// "… Darnell Whitfield? He left his insulin at our clinic": the next sentence is about the name's bearer.
fn goes_on(scene: &Scene<'_>, named: usize) -> bool {
    let of = |at: usize| scene.facts.senses.of(at);
    let next = scene.draft.tokens().sentence(named + 1);
    of(next.start) & class::HE_SHE != 0 && next.into_iter().any(|at| of(at) & CLINICAL != 0)
}

/// How much ties a name to the writer's care.
fn weigh(scene: &Scene<'_>, base: i32, name: &Name) -> i32 {
    let tokens = scene.draft.tokens();
    let sentence = tokens.all()[name.tokens.start].sentence as usize;
    let about = scene.facts.subjects.get(sentence).copied().unwrap_or(0);
    let here = tokens.sentence(sentence);
    let said = |classes: u128| here.clone().any(|at| scene.facts.senses.of(at) & classes != 0);
    if about & (who::OWN_KIN | who::WRITER | who::VISITOR) != 0 || scene.facts.speaks_of_animals(sentence) {
        return 0;
    }
    // "St Jude's hall" is a place; "Nyambura, no water yet" is spoken to.
    let of_name = scene.facts.senses.of(name.tokens.start);
    let spoken_to = name.tokens.start == 0 && tokens.lower(name.tokens.end) == ",";
    if of_name & (marked::PLACE | marked::FACILITY) != 0 || spoken_to {
        return 0;
    }
    let mut points = match name.form {
        Form::Titled => 1,
        Form::Initials => 0,
        _ => -i32::from(about & who::COLLEAGUE != 0),
    };
    let told_in = |sentence| is_cared_for(scene.facts.care_in(tokens.sentence(sentence)));
    let its_own = told_in(sentence) || told_in(sentence + 1) && goes_on(scene, sentence);
    points += base + if its_own { 2 } else { 0 };
    let clinical = said(CLINICAL);
    points += i32::from(clinical) + i32::from(said(class::IN_CARE) && !said(class::QUOTING));
    points += i32::from(clinical && said(class::FRESH | class::WEEKDAY | marked::CLOCK));
    points += i32::from(clinical && said(class::CARE_AREA | class::CARE_SITE));
    points += i32::from(clinical && said(class::CARE_ACT) && said(class::I_ME | class::WE));
    points -= i32::from(said(class::PRAISE) && about & who::COLLEAGUE != 0);
    let treated = scene.facts.meant_near(Cue::AfterTreatment, sentence, 0).next().is_some();
    let of_staff = about & who::COLLEAGUE != 0;
    points += if treated && !of_staff && (clinical || said(class::IN_CARE)) { 3 } else { 0 };
    // "pt Elena Roth", "my client Vince", "bed 3 Olu": the words right before the name say it.
    let called = name.tokens.start.checked_sub(1).is_some_and(|before| {
        let called = scene.facts.senses.of(before) & class::IN_CARE != 0;
        (called || scene.facts.bed_before(name.tokens.start)) && here.contains(&before)
    });
    points += if called { 3 } else { 0 };
    let behind = name.tokens.end..name.tokens.end + MATTER_REACH;
    let own_matter = tokens.lower(name.tokens.end) == "s"
        && behind.clone().any(|at| scene.facts.senses.of(at) & CLINICAL != 0);
    points + i32::from(own_matter) + i32::from(scene.facts.measured_of(tokens, name)) - i32::from(about & who::LONG_AGO != 0)
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[Mrs. Lindqvist]] in bed 12 finally slept",
        "[[Mrs. Lindqvist]] in bed 12 finally slept. The dog near a tree.",
        "Nice. The dog was happy. [[Mrs. Lindqvist]] in bed 12 finally slept.",
        "my patient [[Carla Gomez]] went home today",
        "[[Mr Adebanjo]]'s chest drain is out and he is asking for jollof",
        "Could whoever is on tomorrow recheck [[Mr Tavares]]'s potassium please",
        "[[Tommy]] in bay 3 says thank you to the cleaners, his fracture is mending",
        "We admitted [[Mrs O'Dowd]] again with the same ulcer",
        "[[Mrs. Obeng]] beaming after her knee replacement",
        "[[Baroness Thrale]] died on our unit at dawn",
        "We admitted [[Tatay Nestor]] again last night",
        "my patient [[Vera]] wants her own pillow on the ward",
    ],
    allows: &[
        "Mrs. Whiskers in bay 3 is a cat and ate her stitches",
        "My son's nurse Carla was wonderful",
        "Dr. Elaine Moss died yesterday. She trained half of us.",
        "Mrs Pereira from the canteen retires on Friday",
        "Mr Darcy in chapter 3 has a fever",
        "Happy birthday Tommy, best porter in the building",
        "My dad, Mr Lindqvist to his pupils, is home after his bypass",
        "Carla is beaming after her marathon",
        "I sat beside a man called Overdraft",
        "Sir I've been on this ward since May, ask the patients. Yesterday a man told me about his bypass.",
        "Shocked my patient twice and he is back in SR. No drugs",
    ],
};
