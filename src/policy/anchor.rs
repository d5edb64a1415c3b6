//! Names of the anchors that a policy may correct: those of
//! `extension/page/anchors.json`, which a test compares.

use crate::policy::kind::Kind;
use crate::policy::shape::Shape;
use crate::policy::value::Value;

macro_rules! anchors {
    ($($(#[doc = $doc:literal])+ $name:ident: $($anchor:literal),+;)+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Debug)]
            pub struct $name;

            impl Kind for $name {
                type Stored = String;
                const SHAPE: Shape = Shape::Choice(&[$($anchor),+]);

                fn take(value: Value) -> Option<String> {
                    value.text().map(str::to_owned)
                }
            }
        )+
    };
}

anchors! {
    /// What is looked for on X.
    XAnchor: "editor", "message_editor", "bio_editor", "post_button", "send_button", "bio_button", "boundary", "article", "article_text", "inline_reply", "message_scope", "message_entry", "attachments", "quoted", "poll_option", "alt_input", "audience_button", "avatar", "account_switcher", "profile_link", "account_area", "protected_icon", "typeahead", "follow_accept", "follow_back", "follow_requests_url", "user_cell", "profile_column", "follows_you", "reaction", "search_field";
    /// What is looked for on Facebook.
    FacebookAnchor: "editor", "dialog", "dialog_button", "comment_submit", "comment_form", "comment_box", "send_button", "message_box", "message_scope", "message_row", "article", "article_text", "article_heading", "comment_text", "audience_button", "attachment", "poll_option", "typeahead", "account_area", "current_user", "friend_row", "friends_url", "suggestions_url", "search_field";
    /// Words on buttons.
    Label: "post", "next", "comment", "send", "message_box", "comment_box", "comment_as", "privacy_prefix", "public", "friends", "only_me", "recommends", "friend_accept", "friend_add", "react", "close";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_those_of_the_page_script() {
        let shipped = include_str!("../../extension/page/anchors.json");
        let shipped: Value = serde_json::from_str(shipped).unwrap();
        for (key, shape) in [
            ("x", XAnchor::SHAPE),
            ("facebook", FacebookAnchor::SHAPE),
            ("labels", Label::SHAPE),
        ] {
            let theirs = shipped.get(key).map(Value::entries).unwrap_or_default();
            let theirs: Vec<&str> = theirs.iter().map(|(name, _)| name.as_str()).collect();
            let Shape::Choice(ours) = shape else {
                panic!("{key}: no choice");
            };
            assert_eq!(ours, theirs, "{key}");
        }
    }

    #[test]
    fn a_misspelt_anchor_is_told_and_the_others_count() {
        let policy = r#"{"anchors": {"x": {"post_buton": "button", "editor": "textarea"}}}"#;
        let value: Value = serde_json::from_str(policy).unwrap();
        let read = crate::policy::Policy::read(&value);
        let told = read
            .problems
            .first()
            .map(ToString::to_string)
            .unwrap_or_default();
        assert!(told.starts_with("\"anchors.x.post_buton\" is"), "{told}");
        assert!(told.ends_with("did you mean \"post_button\"?"), "{told}");
        assert_eq!(read.policy.anchors.x.len(), 1);
    }
}
