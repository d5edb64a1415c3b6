//! What is known about where a draft is being written: site, surface,
//! profile, audience, media and the text it replies to.
//!
//! Field names and values are the contract of the native command's JSON lines
//! and of the messages between page script and frame.

use serde::{Deserialize, Serialize};

/// The social network the compose box belongs to.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Site {
    /// x.com, twitter.com.
    X,
    /// facebook.com, messenger.com.
    Facebook,
    /// Any other site an institution adds, or none (the practice page).
    #[default]
    #[serde(other)]
    Other,
}

/// What kind of text the compose box sends.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Surface {
    /// A post of one's own, also in a group.
    #[default]
    Post,
    /// A reply or comment under somebody's post.
    Reply,
    /// A direct message.
    Message,
    /// An institution's answer to a review or recommendation.
    ReviewResponse,
    /// The text that describes a profile or page.
    Bio,
}

/// What the acting account is for.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// Family and friends.
    Personal,
    /// A professional page or account.
    Professional,
    /// One account for both.
    Both,
    /// An account under another name.
    Alias,
    /// Not marked yet; judged like a personal profile.
    #[default]
    Unknown,
}

impl Profile {
    /// Whether privacy and boundary rules treat it as a personal profile
    /// (guidance §3: mixed and unmarked profiles count as personal).
    #[must_use]
    pub fn counts_as_personal(self) -> bool {
        self != Self::Professional
    }
}

/// Who can read the text once it is posted.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Anyone.
    Public,
    /// Friends or followers the writer approved.
    Friends,
    /// Members of a group.
    Group,
    /// Followers of a protected account.
    Protected,
    /// The writer alone.
    OnlyMe,
    /// Not read from the page.
    #[default]
    Unknown,
}

/// What is attached to the draft. Primum never looks at it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// Nothing.
    #[default]
    None,
    /// One or more pictures.
    Photo,
    /// A film.
    Video,
}

impl Media {
    /// Whether anything is attached.
    #[must_use]
    pub fn is_attached(self) -> bool {
        self != Self::None
    }
}

/// Everything about the draft that is not its text.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Context {
    /// The site.
    pub site: Site,
    /// The kind of compose box.
    pub surface: Surface,
    /// What the acting account is for.
    pub profile: Profile,
    /// Who can read it.
    pub audience: Audience,
    /// What is attached.
    pub media: Media,
    /// The text being replied to, if any.
    pub parent: Option<String>,
}
