//! Rule `copyrighted-material`.

use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::Severity;
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// Other people's work or a logo is copied.
    ///
    /// A whole article, book or set of figures is passed on, or an institution's logo or name is put to own use.
    ///
    /// ## Why pause
    /// The work may belong to others, and a logo could read as the institution's own voice.
    ///
    /// ## Write instead
    /// Share the link and your own summary. Ask before you use a logo or a name.
    ///
    /// ## When it differs
    /// Silent for links, open licences, your own work, and shops for charity.
    ///
    /// ## Source
    /// Mount Sinai suggestion 8
    "copyrighted-material", Disclosure, Note, judge,
}

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let free = facts.mentions_cue(Cue::OpenCopy);
    let copied = facts.earnest(Cue::Copied).filter(|_| !free && !scene.has(class::ANIMAL));
    // A name in use is one of a place of care; a shirt of the football club is not.
    let own_use = facts.earnest(Cue::Brand).filter(|_| {
        let care = class::CARE_AREA | class::WARD | class::WORKPLACE | class::INSTITUTION_VOICE;
        !free && (!facts.workplaces.is_empty() || scene.has(care))
    });
    let words = copied.or(own_use)?;
    Some(Judgement::new(Severity::Note, scene.bytes(words.tokens.clone())))
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "[[full textbook PDF]], link in the comments, you're welcome",
        "It's paywalled so here is the [[entire paper, pasted]]",
        "[[Ripped every figure]] from the atlas for our study group",
        "[[free uworld]] login, share before they notice",
        "Printed our [[hospital logo on hoodies]], DM to order",
        "Opening my [[private clinic as]] 'Cedar Ridge Hospital Wellness'",
    ],
    allows: &[
        "New article on sepsis, link and my summary below",
        "Open-access atlas (CC BY), free to download for everyone",
        "Full PDF of my own thesis, free to download",
        "Logo contest announced by the hospital, entries by May",
        "Wearing my hospital fun run shirt",
        "The library has the whole textbook, go and borrow it",
    ],
};
