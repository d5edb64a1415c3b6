//! What a user copies for whoever looks after Primum when something is missing
//! on a site: versions, counts and names of anchors. No text of a draft or a
//! page, no name, no address, and nothing that a policy says.

use crate::session::layout::Seen;

/// What is known beside the missing anchors.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told<'a> {
    /// Primum's version.
    pub version: &'a str,
    /// The browser, by its own word.
    pub browser: &'a str,
    /// How many fields the policy sets.
    pub policy_fields: usize,
    /// How many mistakes are in it.
    pub policy_problems: usize,
    /// The version of the institution's own rules.
    pub rule_pack: &'a str,
    /// The version of the policy's corrections of anchors.
    pub corrections: &'a str,
}

impl Told<'_> {
    /// The text to copy. It is English in every language: who helps reads it.
    #[must_use]
    pub fn with(&self, layouts: &[String]) -> String {
        let or_none = |version: &str| if version.is_empty() { "none" } else { version }.to_owned();
        let mut lines = vec![
            format!("Primum {}", self.version),
            format!("Browser: {}", self.browser),
            format!(
                "Policy: {} fields, {} problems",
                self.policy_fields, self.policy_problems
            ),
            format!("Version of the own rules: {}", or_none(self.rule_pack)),
            format!("Corrections of anchors: {}", or_none(self.corrections)),
        ];
        if layouts.is_empty() {
            lines.push("Missing anchors: none".to_owned());
        }
        lines.extend(layouts.iter().map(|line| {
            let Seen {
                name,
                anchors,
                month,
            } = Seen::read(line);
            format!("Missing anchor: {name} (anchors {anchors}, last in {month})")
        }));
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn it_tells_versions_counts_and_names_of_anchors() {
        let told = Told {
            version: "1.2.3",
            browser: "Test/1",
            policy_fields: 4,
            policy_problems: 1,
            ..Told::default()
        };
        let layouts = vec!["x.post_button 2026-11-21 2026-12".to_owned()];
        assert_eq!(
            told.with(&layouts),
            "Primum 1.2.3\nBrowser: Test/1\nPolicy: 4 fields, 1 problems\nVersion of the own rules: none\n\
            Corrections of anchors: none\nMissing anchor: x.post_button (anchors 2026-11-21, last in 2026-12)"
        );
        assert!(told.with(&[]).ends_with("Missing anchors: none"));
    }
}
