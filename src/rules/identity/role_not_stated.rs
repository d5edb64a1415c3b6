//! Rule `role-not-stated`.

use crate::context::Surface;
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::{MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// Praise or defence of a place of care without your tie.
    ///
    /// A hospital or clinic is rated, recommended or defended, and nothing says if you work there.
    ///
    /// ## Why pause
    /// Readers may feel misled if they learn later that you work there.
    ///
    /// ## Write instead
    /// Say who you are: "I work there, and …". If you do not work there, go on.
    ///
    /// ## When it differs
    /// A caution where reviews are written. Silent when the tie is stated, for the writer's own care, and on
    /// professional pages.
    ///
    /// ## Source
    /// Mount Sinai suggestion 6
    /// Teaching scenario 8
    "role-not-stated", Identity, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let as_patient = class::SELF_PATIENT | class::VISITOR | class::OWN_KIN;
    let silent = facts.mentions_cue(Cue::TieToPlace) || scene.has(class::INVENTED | as_patient | class::PUBLIC_SOURCE | class::NEWS);
    if silent || !scene.context.profile.counts_as_personal() || scene.on(Surface::Message) || scene.on(Surface::Bio) {
        return None;
    }
    let tokens = scene.draft.tokens();
    facts.meant(Cue::Rating).find_map(|rating| {
        let here = tokens.sentence(rating.sentence);
        let place = facts.workplaces.iter().find(|place| here.contains(&place.start))?;
        let severity = if scene.on(Surface::ReviewResponse) { Severity::Caution } else { Severity::Note };
        let judged = Judgement::new(severity, scene.bytes(rating.tokens.clone()));
        Some(judged.evidence([(MentionKind::Facility, scene.bytes(place.clone()))]))
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Cedar Ridge Hospital has [[by far the best]] labour ward, book there",
        "[[5 stars]] for Mercy Hill ER, in and out in an hour",
        "People should [[stop attacking]] Lakeside Hospital, they are kind",
        "If you need a new hip, Northgate General is [[miles better than]] the rest",
        "[[nobody beats]] Hillcrest's heart team",
        "Riverside Clinic, [[highly recommend them]]",
    ],
    allows: &[
        "I'm a nurse at Cedar Ridge Hospital: our labour ward tour is on Saturday",
        "My own surgery at Mercy Hill ER was five stars, thank you all",
        "Mercy Hill road is closed",
        "Page: five stars for our Lakeside Hospital kitchen",
        "Five stars for the noodle bar by the station",
        "I work at Lakeside Hospital and I think it has by far the best team",
    ],
};
