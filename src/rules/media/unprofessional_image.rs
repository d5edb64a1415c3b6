//! Rule `unprofessional-image`.

use crate::declare_rule;
use crate::context::Profile;
use crate::sense::class;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;

declare_rule! {
    /// Drink or undress with work in view.
    ///
    /// Words of drink, drugs or undress beside a picture or words that show the clinical work.
    ///
    /// ## Why pause
    /// Patients may see it and wonder who will look after them.
    ///
    /// ## Write instead
    /// Keep the party, leave out the badge, the uniform and the ward.
    ///
    /// ## When it differs
    /// Silent without a sign of work; stricter on a professional profile.
    ///
    /// ## Source
    /// FSMB 2019
    /// Teaching scenario 7
    "unprofessional-image", Media, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let professional = scene.context.profile == Profile::Professional;
    if !scene.context.media.is_attached() || scene.has(class::INVENTED | class::ANIMAL) {
        return None;
    }
    let drink = scene.first(class::DRINK)?;
    let work = scene.first(class::SHIFT);
    if work.is_none() && !professional {
        return None;
    }
    let sober = scene.draft.tokens();
    let denied = (0..sober.len()).any(|at| {
        matches!(sober.lower(at), "no" | "not" | "zero" | "free" | "without" | "never" | "dont" | "if")
    });
    if denied {
        return None;
    }
    let severity = if professional { Severity::Caution } else { Severity::Note };
    let seen = work.map(|words| (MentionKind::Words, words));
    Some(
        Judgement::new(severity, drink)
            .evidence(seen)
            .fixes(&[FixKind::RemoveSpan]),
    )
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Photo attached: six [[tequila]] deep and still in my scrubs",
        "Photo attached: [[Shots]] with the lanyard on, consultant's round",
        "Photo attached: [[hammered]] at the ward party, white coat as a cape",
        "Page: Photo attached: [[Margaritas]] for the whole practice",
        "Video attached: [[beers]] in uniform, who is on nights",
        "Page: Photo attached: our dentists, [[tipsy]]",
    ],
    allows: &[
        "six tequila deep and home by ten",
        "Photo attached: prosecco with my sisters",
        "Photo attached: scrubs in the wash at last",
        "Page: Photo attached: no alcohol after sedation please",
        "Photo attached: coffee in my scrubs",
        "Page: Photo attached: dry January, zero wine, whole team",
    ],
};
