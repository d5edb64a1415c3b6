//! Drafts as the guidance writes them: a leading tag gives the context, `[[…]]`
//! marks the words a finding must touch.
//!
//! Tags (guidance.md, "Notes for whoever turns the examples into tests"):
//! `DM:`, `Reply:`, `Comment:`, `Review reply:`, `Page:`, `Personal:`, `Photo
//! attached:`, `Video attached:`, `Audience Friends:`, `Group:`, `Alias
//! profile:`, `Bio:`, `Draft:`, `Parent: … >>`. Several may follow one another.

use std::ops::Range;

use crate::context::{Audience, Context, Media, Profile, Surface};

/// A draft with its context and its marked words.
#[derive(Clone, Debug)]
pub struct Case {
    /// The text without tags and marks.
    pub text: String,
    /// The context of the tags; without one, a public post on a personal profile.
    pub context: Context,
    /// Bytes of `text` between `[[` and `]]`.
    pub marked: Option<Range<usize>>,
}

type Change = fn(&mut Context);

const TAGS: [(&str, Change); 19] = [
    ("DM:", |c| c.surface = Surface::Message),
    ("Message:", |c| c.surface = Surface::Message),
    ("Reply:", |c| c.surface = Surface::Reply),
    ("Comment:", |c| c.surface = Surface::Reply),
    ("Review reply:", |c| {
        c.surface = Surface::ReviewResponse;
        c.profile = Profile::Professional;
    }),
    ("Page:", |c| c.profile = Profile::Professional),
    ("Professional page:", |c| c.profile = Profile::Professional),
    ("Professional:", |c| c.profile = Profile::Professional),
    ("Personal profile:", |c| c.profile = Profile::Personal),
    ("Personal:", |c| c.profile = Profile::Personal),
    ("Photo attached:", |c| c.media = Media::Photo),
    ("Photo:", |c| c.media = Media::Photo),
    ("Video attached:", |c| c.media = Media::Video),
    ("Audience Friends:", |c| c.audience = Audience::Friends),
    ("Friends:", |c| c.audience = Audience::Friends),
    ("Group:", |c| c.audience = Audience::Group),
    ("Alias profile:", |c| c.profile = Profile::Alias),
    ("Bio:", |c| c.surface = Surface::Bio),
    ("Draft:", |_| {}),
];

impl Case {
    /// Reads `example`.
    #[must_use]
    pub fn new(example: &str) -> Self {
        let mut context = Context {
            profile: Profile::Personal,
            audience: Audience::Public,
            ..Context::default()
        };
        let mut rest = example.trim();
        loop {
            if let Some((parent, text)) = rest
                .strip_prefix("Parent:")
                .and_then(|after| after.split_once(">>"))
            {
                context.parent = Some(parent.trim().to_owned());
                rest = text.trim_start();
            } else if let Some((tag, change)) = TAGS.iter().find(|(tag, _)| rest.starts_with(tag)) {
                change(&mut context);
                rest = rest[tag.len()..].trim_start();
            } else {
                break;
            }
        }
        let marked = rest
            .find("[[")
            .zip(rest.find("]]"))
            .filter(|(open, close)| open < close);
        let range = marked.map(|(open, close)| open..close - 2);
        Self {
            text: rest.replace("[[", "").replace("]]", ""),
            context,
            marked: range,
        }
    }
}
