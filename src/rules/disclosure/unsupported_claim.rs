//! Rule `unsupported-claim`.

use crate::context::Surface;
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A claim that needs a source.
    ///
    /// A guarantee, a cure, no risk at all, or better than all others by a measure.
    ///
    /// ## Why pause
    /// Readers may choose care because of it, and be let down or harmed.
    ///
    /// ## Write instead
    /// Give the figure with its source, or soften it: "many people find".
    ///
    /// ## When it differs
    /// Silent for myths told to correct them, for cited figures and for plain pride.
    ///
    /// ## Source
    /// AMA Opinion 2.3.1
    /// Teaching scenario 8
    "unsupported-claim", Disclosure, Caution, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let found = facts
        .earnest(Cue::Absolute)
        .or_else(|| facts.earnest(Cue::Superlative))?;
    // "Studies show" names no source; "no references" denies its own.
    let vague = matches!(scene.draft.tokens().lower(found.tokens.start), "studies" | "research" | "science" | "experts");
    let source = class::QUOTING | class::PUBLISHED;
    let named = if vague { scene.has_outside(source, &found.tokens) } else { scene.has(source) };
    let sourced = named || facts.cues(Cue::Corrected).any(|cue| !cue.denied);
    let asked = scene.draft.text().ends_with('?');
    (!sourced && !asked && !scene.on(Surface::Message)).then(|| {
        Judgement::new(Severity::Caution, scene.bytes(found.tokens.clone()))
            .fixes(&[FixKind::AddSource, FixKind::NeutralWording])
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Page: straight teeth by June, [[guaranteed or your money]] back",
        "Page: [[zero complications]] in ten years, choose us",
        "Page: our drip [[reverses endometriosis]]",
        "Page: the [[lowest infection rate in the county]], book now",
        "[[Vaccines don't work]], ask any honest nurse",
        "Page: [[zero side effects]], only with us",
        "Page: [[clinically proven to reverse]] ageing",
    ],
    allows: &[
        "Page: nothing is guaranteed in medicine, ask us what to expect",
        "Myth: lemon water cures diabetes. It does not.",
        "Our trial of 400 patients had zero complications in one arm (paper below)",
        "Best team in the world, love my job",
        "Is it true that this reverses diabetes?",
        "Page: open Saturdays from May",
        "Don't work on your applications like this, it may hurt your chances",
    ],
};
