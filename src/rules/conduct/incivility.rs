//! Rule `incivility`.

use crate::context::{Profile, Surface};
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// An insult.
    ///
    /// Thrown at the reader or at a group of people.
    ///
    /// ## Why pause
    /// Patients and colleagues may read it too, and may trust you less.
    ///
    /// ## Write instead
    /// Say what you disagree with, and why.
    ///
    /// ## When it differs
    /// Silent for swearing at things and at oneself. A caution on a professional page and in replies.
    ///
    /// ## Source
    /// FSMB 2019
    /// Mount Sinai suggestion 1
    "incivility", Conduct, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    // Of the insult's own words only "I" and "my" say that it is told of, not thrown.
    let own = |cue: &crate::facts::cue::Found| {
        let told = class::I_ME | class::OWN_KIN | class::ANIMAL;
        let here = scene.draft.tokens().sentence(cue.sentence);
        let says = |at: usize, classes: u128| facts.senses.of(at) & classes != 0;
        here.clone().any(|at| {
            let part = cue.tokens.contains(&at);
            let wrote = part && matches!(scene.draft.tokens().lower(at), "whoever" | "wrote");
            says(at, told) || says(at, class::QUOTING) && !part || says(at, class::FICTION) && !wrote
        })
    };
    let insults = [Cue::Xenophobia, Cue::Insult].into_iter().flat_map(|cue| facts.cues(cue));
    let found = insults.filter(|cue| !cue.denied && !cue.quoted).find(|cue| !own(cue))?;
    let aloud = scene.on(Surface::Reply)
        || scene.on(Surface::ReviewResponse)
        || scene.context.profile == Profile::Professional;
    let severity = if aloud || found.cue == Cue::Xenophobia {
        Severity::Caution
    } else {
        Severity::Note
    };
    Some(
        Judgement::new(severity, scene.bytes(found.tokens.clone()))
            .fixes(&[FixKind::NeutralWording]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Reply: [[you absolute clown]]",
        "Page: homeopaths are [[a bunch of frauds]]",
        "Reply: [[you are such an idiot]], read the paper",
        "Reply: [[imagine being this thick]] and voting",
        "[[Lazy fraud]] in the parking office strikes again",
        "Reply: you are a [[waste of oxygen]]",
    ],
    allows: &[
        "I am such an idiot, left my badge at home",
        "This printer is an absolute clown of a machine, I hate it",
        "Please be kind to the reception team",
        "Our dog is a lazy cow",
        "I disagree with you about the data",
        "You are an absolute star",
    ],
};
