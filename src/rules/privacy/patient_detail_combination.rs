//! Rule `patient-detail-combination`.

use crate::facts::cue::Cue;
use crate::context::Surface;
use crate::declare_rule;
use crate::facts::care::Strength;
use crate::facts::clue::ClueKind;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;
use crate::token::{Kind, Shape};

declare_rule! {
    /// Details that may point to one person.
    ///
    /// Two or more clues (age, work, place, time, family, looks, an event) about one person in the writer's care.
    ///
    /// ## Why pause
    /// Details that are harmless alone may together show who this is.
    ///
    /// ## Write instead
    /// An age band, no day, no place, no job: "someone in their thirties, a while ago".
    ///
    /// ## When it differs
    /// Silent for the writer's own family, for many patients, for made-up and published cases.
    ///
    /// ## Source
    /// AAP 2021, recommendation 8
    /// AMA Opinion 2.3.2
    /// Teaching scenario 3
    "patient-detail-combination", Privacy, Caution, judge,
}

/// Points from which clues are a caution, and a stop (guidance §4).
const CAUTION_FROM: u32 = 2;
const STOP_FROM: u32 = 4;
/// A weak sign of care needs more clues.
const WEAK_FROM: u32 = 4;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    known(scene).or_else(|| by_clues(scene))
}

/// "The mayor's wife is in our detox", "guess who's in my chair": readers know who it is.
fn known(scene: &Scene<'_>) -> Option<Judgement> {
    let apart = class::PUBLIC_SOURCE | class::INVENTED | class::ANIMAL | class::FIGURATIVE | class::IN_GENERAL;
    // "should I report him" is a deed, "the report" something published.
    let tokens = scene.draft.tokens();
    let deed = |at: usize| at > 0 && matches!(tokens.lower(at - 1), "i" | "we" | "to" | "should");
    let published = (0..tokens.len()).any(|at| scene.facts.senses.of(at) & class::PUBLISHED != 0 && !deed(at));
    if published || scene.has(apart) || scene.on(Surface::ReviewResponse) {
        return None;
    }
    let told = scene.facts.earnest_or_denied(Cue::GuessWho).or_else(|| scene.facts.earnest(Cue::KnownPerson))?;
    let own = told.cue == Cue::GuessWho || scene.has(class::WE);
    let care = class::WARD | class::CARE_AREA | class::CARE_SITE;
    let here = scene.draft.tokens().sentence(told.sentence).any(|at| scene.facts.senses.of(at) & care != 0);
    let severity = if own && here { Severity::Stop } else { Severity::Caution };
    Some(Judgement::new(severity, scene.bytes(told.tokens.clone())).fixes(&[FixKind::Generalise, FixKind::RemoveSpan]))
}

fn by_clues(scene: &Scene<'_>) -> Option<Judgement> {
    let case = scene.facts.case.as_ref()?;
    let points = case.points() + u32::from(scene.context.media.is_attached());
    let weak = case.strength == Strength::Possible;
    if points < CAUTION_FROM {
        return None;
    }
    let is_weak = weak && (points < WEAK_FROM || case.clinical.is_none());
    let telling = case
        .clues
        .iter()
        .rev()
        .max_by_key(|clue| (clue.points, clue.kind != ClueKind::Time))?;
    let mut severity = Severity::Caution;
    // "my patient the weather man" is as good as a name.
    let tokens = scene.draft.tokens();
    let one_role = case.clues.iter().any(|clue| {
        let before = clue.tokens.start.checked_sub(1);
        clue.kind == ClueKind::Role
            && clue.points >= CAUTION_FROM
            && before.is_some_and(|before| tokens.lower(before) == "the")
    });
    let pointed_at = one_role && case.strength == Strength::Certain && case.clinical.is_some();
    // "Mayor Quist": a role with a name behind it is a name.
    let capital = |at: usize| tokens.all().get(at).is_some_and(|token| token.kind == Kind::Word && token.shape == Shape::Title);
    let named = case.strength == Strength::Certain
        && case.clues.iter().any(|clue| {
            clue.kind == ClueKind::Role
                && clue.points >= CAUTION_FROM
                && capital(clue.tokens.end - 1)
                && capital(clue.tokens.end)
        });
    if (points >= STOP_FROM || pointed_at || named) && !weak {
        severity = Severity::Stop;
    }
    if case.is_long_ago {
        severity = severity.lowered();
    }
    let others = case
        .clues
        .iter()
        .filter(|clue| clue.tokens != telling.tokens)
        .map(|clue| (clue.kind.mention(), scene.bytes(clue.tokens.clone())));
    Some(
        Judgement::new(severity, scene.bytes(telling.tokens.clone()))
            .evidence(others)
            .evidence([(MentionKind::Care, scene.bytes(case.care.clone()))])
            .fixes(&[FixKind::Generalise])
            .weak(is_weak),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "My patient plays for the [[netball team in Ottery]], and now this ankle",
        "My patient, an [[organist]] in Ottery, is back with a broken wrist since Monday",
        "[[A baby in our NICU tonight has a ferry pilot for a mum]], and a twin in the next cot",
        "A [[12 year old]] came to us from Kilbrannan with appendicitis yesterday",
        "bed 9 is a retired [[judge]] with opinions about our jelly",
        "We intubated a [[mayor]] this morning and the whole council is in the corridor",
        "My patient, a [[bus driver in Ottery, cannot face the depot since the crash]]",
        "the [[pastor's wife is in our detox]], and he thinks she's on retreat",
        "[[guess who's on my table]] today, hint: he reads the ten o'clock news",
        "our patient, [[the bus driver]] from route nine, had another seizure today",
    ],
    allows: &[
        "My daughter is 12 and broke her wrist in Kilbrannan yesterday",
        "My patient asked for more tea",
        "OSCE revision: my patient, a 12 year old trapeze artist from Kilbrannan, has a sore wrist",
        "Bed 9 in the garden centre is all dahlias, the retired judge who runs it says hello",
        "Our patients come from Ottery, Dunmore and the islands, every age, every job",
        "We hired a mayor's daughter as ward clerk in Dunmore this morning",
        "guess who's in the kitchen with two cakes",
        "the mayor opened our new detox wing",
        "the pastor's wife runs the choir",
        "Bed 12 finally slept tonight. So proud of this team",
    ],
};
