//! Rule `views-not-labelled`.

use crate::context::Surface;
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::{MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::{class, marked};

declare_rule! {
    /// An opinion beside the employer's name.
    ///
    /// The words name the place of work, or say "as a surgeon" or "we", and take a side on law or policy.
    ///
    /// ## Why pause
    /// Readers may take it for your employer's opinion.
    ///
    /// ## Write instead
    /// Add "Views mine", or leave the employer out.
    ///
    /// ## When it differs
    /// Silent with such a label, on official pages, and about pay, unions and safe staffing.
    ///
    /// ## Source
    /// Mount Sinai suggestion 7
    "views-not-labelled", Identity, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let official = !scene.context.profile.counts_as_personal() && !scene.on(Surface::Bio);
    let about_work = scene.has(class::PROTECTED) || facts.mentions_cue(Cue::ViewsLabel);
    if official || about_work || scene.on(Surface::Message) || scene.has(class::INVENTED) {
        return None;
    }
    let opinion = facts.earnest_or_denied(Cue::Contested)?;
    let tokens = scene.draft.tokens();
    let here = tokens.sentence(opinion.sentence);
    // "as a Mercy Hill surgeon", "at Mercy Hill we"; a place that is only told of is none.
    let speaks = here.clone().find(|at| {
        let as_one = tokens.lower(*at) == "as" && matches!(tokens.lower(at + 1), "a" | "an" | "the" | "your");
        let role = (at + 2..at + 6).any(|near| facts.senses.of(near) & (class::CLINICIAN | marked::CLINICIAN_NAME) != 0);
        as_one && role || matches!(tokens.lower(*at), "we" | "our")
    });
    let named = facts.workplaces.first().cloned().or_else(|| scene.on(Surface::Bio).then(|| employer(scene)).flatten());
    let ground = match (speaks, named) {
        (_, Some(named)) if speaks.is_some() || scene.on(Surface::Bio) => named,
        (Some(at), None) if tokens.lower(at) == "as" || facts.senses.of_sentence(opinion.sentence) & class::WE != 0 => at..at + 1,
        _ => return None,
    };
    let judged = Judgement::new(Severity::Note, scene.bytes(opinion.tokens.clone()));
    Some(judged.evidence([(MentionKind::Facility, scene.bytes(ground))]))
}

/// A handle or a role in a bio names the employer.
fn employer(scene: &Scene<'_>) -> Option<std::ops::Range<usize>> {
    let tokens = scene.draft.tokens();
    (0..tokens.len())
        .find(|at| tokens.all()[*at].kind == crate::token::Kind::Handle)
        .map(|at| at..at + 1)
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "As an ICU nurse I say [[this ban is cruel]]",
        "at Cedar Ridge Hospital [[we don't believe in masks]] any more",
        "[[we think the new bill is]] a disaster",
        "Bio: Oncologist @NorthgateGeneral, [[opinions on everything]]",
        "as a Lakeside surgeon I can tell you [[the mandate was wrong]]",
        "our team says [[the new abortion law is]] barbaric",
    ],
    allows: &[
        "this ban is cruel, says my neighbour the plumber",
        "Bio: Cardiologist. Views mine. Opinions on everything",
        "Mercy Hill fun run on Sunday!",
        "Our union rejects the new pay policy",
        "we think the new cafe is a disaster",
        "As a nurse I love a good night shift snack",
    ],
};
