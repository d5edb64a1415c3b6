//! Rule `own-details-exposed`.

use crate::context::{Audience, Surface};
use crate::facts::cue::Cue;
use crate::declare_rule;
use crate::finding::{FixKind, MentionKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::{class, marked};

declare_rule! {
    /// The writer's own number, home or absence is told.
    ///
    /// An own phone number, home address, empty house or the children's school in a public text, or
    /// a home address sent to somebody in care. Account settings are not read.
    ///
    /// ## Why pause
    /// Your own number or address may reach people you did not mean.
    ///
    /// ## Write instead
    /// Give the clinic's contact, and tell of holidays when you are back.
    ///
    /// ## When it differs
    /// Silent among friends, for clinic contacts, and without a number, place or date beside it.
    ///
    /// ## Source
    /// Forum guide, own details
    /// Mount Sinai suggestion 2
    "own-details-exposed", Security, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let open = scene.context.audience == Audience::Public || scene.on(Surface::Bio);
    let to_patient = scene.on(Surface::Message) && scene.facts.addressee.care.is_some();
    if !(open && !scene.on(Surface::Message)) && !to_patient {
        return None;
    }
    let routine = scene.facts.earnest(Cue::OwnRoutine).filter(|_| {
        let where_and_when = scene.has(marked::PLACE | marked::FACILITY | marked::CLOCK | marked::DATE | class::RECURRING);
        where_and_when && scene.context.profile.counts_as_personal() && !scene.has(class::IN_CARE)
    });
    if let Some(routine) = routine {
        let judged = Judgement::new(Severity::Note, scene.bytes(routine.tokens.clone()));
        return Some(judged.fixes(&[FixKind::RemoveSpan]));
    }
    let proof = marked::IDENTIFIER | marked::DATE | marked::PLACE | marked::CLOCK;
    let sentence = scene
        .sentences()
        .find(|s| s.has(class::OWN_CONTACT | class::PRIVATE_LINE) && s.has(proof))?;
    let personal = scene.hits_in(&sentence, class::OWN_CONTACT).next().or_else(|| {
        let line = scene.hits_in(&sentence, class::PRIVATE_LINE).next()?;
        sentence.has(marked::IDENTIFIER).then_some(line)
    })?;
    let proofs = scene.hits_in(&sentence, proof).map(|range| (MentionKind::Contact, range));
    Some(Judgement::new(Severity::Note, personal).evidence(proofs).fixes(&[FixKind::RemoveSpan]))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Call me any time, [[my mobile]] is 555-867-5309",
        "Away from the 3rd to the 17th of August, [[house empty]] till 17 August, water the pots please",
        "Bio: Nurse. [[My number]] is 07700 900123",
        "[[my cell]] is (415) 555-0132, shout if you find my bag",
        "We're off! [[key is]] under the pot until 12 August",
        "Lost cat, ring [[my phone]] on 07700 900456",
        "[[dropping my kids at]] Elmwood Primary every day at 8",
    ],
    allows: &[
        "Call the clinic on 555-867-5309",
        "Audience Friends: my mobile is 555-867-5309, new phone",
        "My number one tip: sleep",
        "We got back from Crete yesterday, lovely and far too hot",
        "My phone fell in the bath again",
        "Bio: Nurse. Practice line 07700 900123",
        "dropping my bike at the shop on Monday",
    ],
};
