//! Objects inside the policy.

use crate::policy::anchor::{FacebookAnchor, Label, XAnchor};
use crate::policy::choices::{Day, Enforcement, OwnSeverity, RuleSetting};
use crate::policy::kind::{
    Clock, FamilyId, Flag, Id, Line, List, Map, Maybe, Pattern, RuleId, Selector, Text, Url, record,
};

record! {
    /// A rule of the institution's own. It is refused when its own examples fail.
    pub struct OwnRule {
        /// Id
        /// Its name in overrides and summaries; not that of a shipped rule.
        id "id": Id = r#""helipad-arrivals""#, required;
        /// Title
        /// What was seen, in a few words.
        title "title": Line = r#""An arrival by helicopter""#, required;
        /// Severity
        /// How much a finding asks.
        severity "severity": OwnSeverity = r#""caution""# or "caution";
        /// Reason
        /// One short sentence for the clinician: no accusation, no threat.
        why "why": Line = r#""Arrivals at the helipad are in the local news; the patient could be found from them.""#, required;
        /// Link
        /// Where the institution explains it.
        link "link": Url = r#""https://intranet.example.org/social-media#helipad""#;
        /// Phrases
        /// Words as they are written; capitals, spaces and accents do not matter. They count as whole words.
        phrases "phrases": List<Line, 500> = r#"["the helipad", "life flight"]"#;
        /// Patterns
        /// Regular expressions (syntax of the Rust crate "regex", no look-around, case ignored). Prefer phrases.
        patterns "patterns": List<Pattern, 20> = r#"["\\bhelo\\s+(in|out)bound\\b"]"#;
        /// Must be marked
        /// Drafts that the rule has to mark; at least one. Words in [[brackets]] have to be among those marked.
        flags "flags": List<Text, 50> = r#"["Busy night: [[the helipad]] lit up twice."]"#, required;
        /// Must be left alone
        /// Near misses that the rule has to leave alone; at least one.
        allows "allows": List<Text, 50> = r#"["The new helicopter game is out."]"#, required;
    }
}

record! {
    /// Whom to ask in the institution: a name, a telephone number or an address each.
    pub struct Contacts {
        /// Privacy officer
        privacy_officer "privacyOfficer": Line = r#""Privacy office, ext. 4410""#;
        /// Communications
        communications "communications": Line = r#""press@example.org""#;
        /// Patient safety
        safety "safety": Line = r#""Safety line, ext. 7000""#;
        /// Professionalism
        professionalism "professionalism": Line = r#""Dean of students""#;
        /// Legal
        legal "legal": Line = r#""Legal department, ext. 4400""#;
    }
}

record! {
    /// An example of the institution's own.
    pub struct Example {
        /// Text
        text "text": Text = r#""Proud of our team: 1,000 babies this year.""#, required;
        /// Whether it is a good one
        is_good "good": Flag = "true" or "false";
        /// Why
        why "why": Line = r#""A total tells of no one family.""#;
    }
}

record! {
    /// Hours of care.
    pub struct WorkHours {
        /// From
        from "from": Clock = r#""08:00""#, required;
        /// Until
        /// An earlier time than "from" is of the next day.
        until "until": Clock = r#""18:30""#, required;
        /// Days
        days "days": List<Day, 7> = r#"["monday", "tuesday", "friday"]"# or "every day";
    }
}

record! {
    /// What differs for one group of staff.
    pub struct RoleGroup {
        /// Rules
        rule_overrides "ruleOverrides": Map<RuleId, RuleSetting> = r#"{"patient-named": "stop"}"#;
        /// Enforcement
        enforcement "enforcement": Maybe<Enforcement> = r#""pause_with_reason""#;
        /// Enforcement by family
        family_enforcement "familyEnforcement": Map<FamilyId, Enforcement> = r#"{"privacy": "pause_with_reason"}"#;
        /// Enforcement by rule
        rule_enforcement "ruleEnforcement": Map<RuleId, Enforcement> = r#"{"patient-named": "pause_with_reason"}"#;
    }
}

record! {
    /// Corrections of where things stand on a site, until a release follows.
    pub struct Anchors {
        /// Version
        /// Shown in the diagnostic, so that support knows what is in force.
        version "version": Line = r#""2026-12-01 hospital""#;
        /// X
        /// Anchor names of extension/page/anchors.json with a CSS selector each.
        x "x": Map<XAnchor, Selector> = r#"{"post_button": "[data-testid='sendPost']"}"#;
        /// Facebook
        /// Anchor names of extension/page/anchors.json with a CSS selector each.
        facebook "facebook": Map<FacebookAnchor, Selector> = r#"{"dialog": "[role='dialog']"}"#;
        /// Labels
        /// Words on buttons, by name and in all languages used; a list replaces the shipped one.
        labels "labels": Map<Label, List<Line, 200>> = r#"{"post": ["Post", "Publish"]}"#;
    }
}

record! {
    /// The institution's words for a shipped rule.
    pub struct Wording {
        /// What was seen
        title "title": Line = r#""A patient could be recognised""#;
        /// Why pause
        why "why": Line = r#""People here know each other: details travel fast.""#;
    }
}
