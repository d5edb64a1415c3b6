//! Rule `pause-before-posting`.

use crate::facts::cue::Cue;
use crate::context::Surface;
use crate::declare_rule;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;
use crate::token::Shape;

declare_rule! {
    /// The draft is heated.
    ///
    /// Several insults or shouted words in a text about work. Open cautions and stops of other
    /// rules hold the gate at Post by themselves; this rule adds the gate for heat alone.
    ///
    /// ## Why pause
    /// Posts may last for ever. A breath now could spare you and others a lot.
    ///
    /// ## Write instead
    /// Save it and read it again tomorrow, or tell it to someone you trust.
    ///
    /// ## When it differs
    /// Silent for a single curse, for swearing at things, for sport and television, and for calm
    /// criticism.
    ///
    /// ## Source
    /// AAP 2021, recommendation 3
    /// Mount Sinai suggestion 1
    /// Mount Sinai suggestion 2
    "pause-before-posting", Permanence, Caution, judge,
}

/// Insults that make a text heated when it also shouts or mocks.
const INSULTS: usize = 2;
/// Insults that make it heated alone.
const MANY_INSULTS: usize = 4;
/// Shouted words beyond which a text shouts; two are often abbreviations.
const SHOUTED: usize = 4;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    shouted(scene).or_else(|| {
        let heated = scene.facts.earnest_or_denied(Cue::Heated)?;
        let elsewhere = class::FICTION | class::ANIMAL | class::QUOTING | class::JOKE_THREAT | class::OTHER_TRADE;
        (!scene.has(elsewhere) && !scene.on(Surface::Message)).then(|| Judgement::new(Severity::Note, scene.bytes(heated.tokens.clone())))
    })
}

fn shouted(scene: &Scene<'_>) -> Option<Judgement> {
    let work = class::WARD | class::CLINICIAN | class::PATIENTS | class::COLLEAGUE | class::WORKPLACE | class::PATIENT;
    if !scene.has(work) || scene.has(class::FICTION | class::ANIMAL | class::NO_PERSON | class::QUOTING) {
        return None;
    }
    let insults: Vec<_> = scene.all(class::INSULT).collect();
    let tokens = scene.draft.tokens().all();
    let shouted = tokens.iter().filter(|t| t.shape == Shape::Upper && t.bytes().len() > 3).count();
    let heated = insults.len() >= MANY_INSULTS || (insults.len() >= INSULTS && shouted >= SHOUTED);
    let first = insults.first().filter(|_| heated)?.clone();
    let rest = insults.into_iter().skip(1).map(|range| (MentionKind::Words, range));
    Some(Judgement::new(Severity::Caution, first).evidence(rest).fixes(&[FixKind::NeutralWording]))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "These [[idiots]] in management are CLUELESS, LAZY and TOTALLY USELESS, FIX THE ROTA",
        "My consultant is a [[moron]], a liar, a bully and a fraud",
        "[[pathetic]] useless lazy clowns, the whole day team",
        "[[Worst]] ward manager EVER, toxic and STUPID, HOPE SHE READS THIS",
        "Every manager on nights is a [[clown]], a bully, a liar and a fraud",
        "[[Stupid]] patients with their STUPID QUESTIONS ALL NIGHT LONG",
        "I am [[DONE with these]] managers",
        "I'll probably [[get fired for this]] but here it comes",
    ],
    allows: &[
        "The rota is a mess and I am tired, but tomorrow I'm off.",
        "What a stupid game, the referee was useless and blind",
        "Damn, the printer on the ward ate my notes again",
        "NHS ICU ITU MDT: learn the letters on day one, says the registrar",
        "I was an idiot as a student nurse and my mentor was kind",
        "Reviewer two is brutal. The paper is better for it.",
        "I am done with these curtains, blue it is",
        "He got fired for stealing milk",
    ],
};
