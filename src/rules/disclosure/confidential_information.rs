//! Rule `confidential-information`.

use crate::declare_rule;
use crate::facts::cue::{Cue, Found};
use crate::finding::{FixKind, Severity};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// Something from behind closed doors.
    ///
    /// A code or password, where a key lies, or news that was told in confidence.
    ///
    /// ## Why pause
    /// It may reach people who could misuse it, or hear it before those it concerns.
    ///
    /// ## Write instead
    /// Leave it out here. Pass it on through the work channel, or wait until it is public.
    ///
    /// ## When it differs
    /// Silent for guest wifi, event codes and public news. A stop for codes, passwords and keys.
    ///
    /// ## Source
    /// Mount Sinai suggestion 9
    /// AMA Opinion 2.3.1
    "confidential-information", Disclosure, Caution, judge,
}

/// How many sentences a code and what it opens may stand apart.
const NEAR: usize = 2;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    // "the clinic's postcode is BN3 4QT" opens nothing.
    let reached = |tokens: &std::ops::Range<usize>| {
        let bytes = scene.bytes(tokens.clone());
        let mut contacts = facts.identifiers.iter().filter(|found| found.kind.is_contact());
        contacts.any(|found| found.byte_start < bytes.end && bytes.start < found.byte_end)
    };
    // A door elsewhere in a long text is not what a number opens.
    let opens = |found: &&Found| facts.meant_near(Cue::Locked, found.sentence, NEAR).next().is_some();
    let harmless = facts.mentions_cue(Cue::HarmlessCode);
    let mut codes = facts.meant(Cue::Credential).filter(opens);
    if let Some(found) = codes
        .find(|code| !harmless && !reached(&code.tokens))
        .or_else(|| facts.meant(Cue::KeyPlace).find(opens))
    {
        return Some(
            Judgement::new(Severity::Stop, scene.bytes(found.tokens.clone()))
                .fixes(&[FixKind::RemoveSpan]),
        );
    }
    let public = facts.mentions_cue(Cue::Public) || scene.has(class::FICTION);
    let found = facts
        .earnest_or_denied(Cue::NotPublic)
        .or_else(|| facts.earnest(Cue::Litigation))?;
    (!public).then(|| {
        Judgement::new(Severity::Caution, scene.bytes(found.tokens.clone()))
            .fixes(&[FixKind::RemoveSpan])
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Nights: new [[code for the drug room is 5512]]",
        "The staff [[door code is 0091]], pass it on",
        "The [[cupboard key is behind the fridge]]",
        "The [[key safe number is 1916]], she is out till noon",
        "It is [[not public yet]] but we are closing",
        "[[Embargoed until]] Friday, the drug works",
        "Our [[lawyer says]] they will pay",
    ],
    allows: &[
        "Guest wifi password is Summer 2024 in the lobby",
        "Error code is 4471 on every printer",
        "The merger was announced today, link below",
        "Embargo is over, read the paper in the Lancet",
        "Our teams meeting code is 5512",
        "The key is to listen",
        "Sats 02 90 on the ward",
        "Staff bring 2* dishes to the ward party",
        "Samaritans 116 123, any hour, whatever door is shut",
    ],
};
