//! The texts of the pages, as they stand in `extension/content/LANGUAGE/`.
//! Another language is another folder; a test holds all folders to one shape.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::context::Context;

/// Everything one language has.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Content {
    /// What stands in a template where a policy says nothing.
    pub places: BTreeMap<String, String>,
    /// Texts to copy.
    pub templates: Vec<Template>,
    /// Step-by-step help.
    pub helpers: Vec<Helper>,
    /// Short explanations.
    pub cards: Vec<Card>,
    /// What to look at from time to time.
    pub reminders: Vec<Reminder>,
    /// Exercises of the practice page.
    pub exercises: Vec<Exercise>,
    /// Words of the rules, where they are not those in the rules' own files.
    pub rules: BTreeMap<String, RuleWords>,
}

/// What a rule says, in another language.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleWords {
    /// What was seen.
    pub title: String,
    /// Why pause.
    pub why: String,
    /// Write instead.
    pub instead: String,
    /// When it differs.
    #[serde(default)]
    pub differs: String,
}

/// A text to copy. Its places stand in braces: `{portal}`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its name, also in policies.
    pub id: String,
    /// The heading it stands under.
    pub group: String,
    /// What it is.
    pub title: String,
    /// When it helps.
    pub when: String,
    /// The text.
    pub text: String,
}

/// Help for a moment that is not about a draft.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Helper {
    /// Its name.
    pub id: String,
    /// What happened.
    pub title: String,
    /// One kind line.
    pub intro: String,
    /// What to do, first things first.
    pub steps: Vec<Step>,
}

/// One step of a helper.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What to do.
    pub text: String,
    /// A template that helps with it.
    #[serde(default)]
    pub template: Option<String>,
    /// Whether the institution's contact belongs here.
    #[serde(default)]
    pub contact: bool,
}

/// A short explanation, shown once and dismissed for good.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its name, also in policies.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Two to four short sentences.
    pub text: String,
}

/// Something to look at from time to time.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reminder {
    /// Its name.
    pub id: String,
    /// Days between two times.
    pub days: u32,
    /// What to do.
    pub title: String,
    /// How.
    pub steps: Vec<String>,
}

/// A situation to think through, with a draft to try where there is one.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Its name.
    pub id: String,
    /// Where the situation comes from.
    pub source: String,
    /// Its heading.
    pub title: String,
    /// What happens.
    pub story: String,
    /// What is asked.
    pub question: String,
    /// Answers to choose from.
    pub choices: Vec<Choice>,
    /// What to remember.
    pub takeaway: String,
    /// A draft that should give pause.
    #[serde(default)]
    pub draft: Option<String>,
    /// The same wish, written so that nobody is hurt.
    #[serde(default)]
    pub better: Option<String>,
    /// Where the draft is being written.
    #[serde(default)]
    pub context: Context,
    /// The rules it is about.
    pub rules: Vec<String>,
    /// A template that helps.
    #[serde(default)]
    pub template: Option<String>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The answer.
    pub text: String,
    /// Whether it fits.
    pub fits: bool,
    /// What to say to it.
    pub feedback: String,
}

impl Content {
    /// The template called `id`.
    #[must_use]
    pub fn template(&self, id: &str) -> Option<&Template> {
        self.templates.iter().find(|template| template.id == id)
    }
}
