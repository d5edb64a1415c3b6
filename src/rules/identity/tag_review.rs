//! Rule `tag-review`.

use crate::context::Profile;
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::Severity;
use crate::lexicon::{self, flags};
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::{class, marked};
use crate::token::Kind;

declare_rule! {
    /// A tag ties a person or a picture to your work.
    ///
    /// A private person is tagged on a professional page, or a tagged picture shows you at work or worse for wear.
    ///
    /// ## Why pause
    /// A tag may show who was with you, and it brings along all that person's posts.
    ///
    /// ## Write instead
    /// Take the tag out. Turn on tag review in the page's settings, or ask by message to be untagged.
    ///
    /// ## When it differs
    /// Silent for tags of institutions, campaigns and colleagues in their role.
    ///
    /// ## Source
    /// AAP 2021, recommendation 2
    /// Teaching scenario 7
    "tag-review", Identity, Note, judge,
}

/// Shorter parts of a handle say nothing ("jo", "al" stand inside many words).
const SHORTEST_NAME: usize = 3;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let work = class::SHIFT | class::DRINK | class::CARE_AREA | class::CLINICIAN | class::WARD;
    let own = facts.earnest(Cue::OwnPicture).filter(|_| {
        let unwanted = facts.earnest_or_denied(Cue::TakeDown).is_some() || facts.meant(Cue::OwnPicture).count() > 1;
        unwanted && scene.has(work)
    });
    let own = own.map(|cue| scene.bytes(cue.tokens.clone()));
    own.or_else(|| private_person(scene)).map(|words| Judgement::new(Severity::Note, words))
}

/// A handle that is a person's first and last name, on a page, with no sign of a role.
fn private_person(scene: &Scene<'_>) -> Option<std::ops::Range<usize>> {
    let role = class::COLLEAGUE | class::CLINICIAN | class::PUBLISHED | class::EDUCATES | class::PUBLIC_SOURCE;
    let page = scene.context.profile == Profile::Professional;
    if !page || scene.has(role | marked::CLINICIAN_NAME) || !scene.has(class::CARE_AREA | class::CARE_SITE | class::WARD | class::SHIFT) {
        return None;
    }
    let tokens = scene.draft.tokens().all().iter();
    let handle = tokens.filter(|token| token.kind == Kind::Handle).find(|token| {
        let rest = scene.draft.text().get(token.bytes().start..).unwrap_or("");
        // A full stop inside ends the token, not the handle.
        let handle = rest.split_whitespace().next().unwrap_or("").to_lowercase();
        let mut parts = handle.trim_start_matches('@').split(['.', '_', '-']).filter(|part| part.len() >= SHORTEST_NAME);
        let first = parts.next().is_some_and(|part| lexicon::word(part).any(flags::FIRST_NAME));
        first && parts.next().is_some_and(|part| lexicon::word(part).any(flags::NAMES))
    })?;
    Some(handle.bytes())
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Page: lovely morning in clinic with [[@maria.lopez.1990]]",
        "Page: great session on the ward with [[@james_walker]]",
        "Reply: omg delete this, [[I'm in my uniform]]",
        "who put up that [[picture of me]] hammered in my badge, take it down",
        "Reply: please [[untag me]], I am in scrubs and holding a beer, remove it",
        "[[tagged me]] drunk in scrubs again, delete that photo",
    ],
    allows: &[
        "Page: flu clinic with @CDCgov on Monday",
        "Page: welcome to our new consultant @james_walker",
        "beach day with @maria.lopez.1990",
        "Reply: lovely picture of me and the dog",
        "Sharing the fun-run album, thanks for the photos",
        "Page: questions? @ask.us",
    ],
};
