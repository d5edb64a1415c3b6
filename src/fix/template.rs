//! A neutral text instead of the whole draft (guidance §5), for answers to one
//! reader. The texts are those of the templates page; the policy fills them in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Matter;
use crate::context::Surface;
use crate::finding::Edit;
use crate::pages::template::{Places, fill};
use crate::policy::Policy;

const FILE: &str = include_str!("../../extension/content/en/templates.json");

/// Kind words that tell of no care; they suit good news and bad.
const WELL_WISH: &str = "Thank you for sharing this. Thinking of you.";

#[derive(Default, Deserialize)]
struct File {
    places: Places,
    templates: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    text: String,
}

/// Read when the first template is offered; a test reads the file too.
static TEMPLATES: LazyLock<File> = LazyLock::new(|| serde_json::from_str(FILE).unwrap_or_default());

pub(super) fn edits(matter: &Matter<'_>) -> Option<Vec<Edit>> {
    if matter.rule == "patient-disclosed-details-reply" {
        return Some(whole(matter, WELL_WISH.to_owned()));
    }
    let surface = matter.scene.context.surface;
    if !matches!(
        surface,
        Surface::Reply | Surface::Message | Surface::ReviewResponse
    ) {
        return None;
    }
    let id = match (matter.family, matter.rule) {
        ("reviews", _) => "review-reply",
        (
            _,
            "friend-request-accept"
            | "friend-request-send"
            | "contact-after-care"
            | "former-patient-connection"
            | "parent-connection",
        ) => "decline-friend-request",
        _ if surface == Surface::ReviewResponse => "review-reply",
        _ => "move-to-portal",
    };
    let entry = TEMPLATES.templates.iter().find(|entry| entry.id == id)?;
    let filled = fill(&entry.text, &known(matter.scene.policy), &TEMPLATES.places);
    Some(whole(matter, filled.text))
}

fn whole(matter: &Matter<'_>, replacement: String) -> Vec<Edit> {
    vec![Edit {
        byte_start: 0,
        byte_end: matter.scene.draft.source().len(),
        replacement,
    }]
}

/// A text that stands in a place of templates: "information", "emergency".
pub(super) fn place(name: &str, policy: &Policy) -> String {
    let known = known(policy);
    let value = known.get(name).filter(|value| !value.is_empty());
    value
        .or_else(|| TEMPLATES.places.get(name))
        .cloned()
        .unwrap_or_default()
}

fn known(policy: &Policy) -> Places {
    BTreeMap::from([
        ("page".to_owned(), policy.professional_page_url.clone()),
        ("portal".to_owned(), policy.secure_portal_url.clone()),
        ("phone".to_owned(), policy.contact.clone()),
        ("reply_time".to_owned(), policy.reply_time.clone()),
        ("emergency".to_owned(), policy.emergency_text.clone()),
    ])
}
