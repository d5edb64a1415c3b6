//! The policy: every field once, with its words. Schema, documentation and
//! templates are written from this list.
#![allow(
    clippy::doc_markdown,
    reason = "the words are for administrators, who see them outside of Rust"
)]

use crate::policy::choices::{
    CardName, ChipShown, ConnectionRule, Counting, Discipline, Enforcement, ReminderName,
    RuleSetting, SiteName, TemplateName, Theme, UncheckedPosts, UserSetting,
};
use crate::policy::kind::{
    Date, FamilyId, Flag, Line, List, Map, RuleId, SettingName, Text, Url, Whole,
};
use crate::policy::records::{Anchors, Contacts, Example, OwnRule, RoleGroup, Wording, WorkHours};

/// Declares the policy, group by group, in the form of `record!`.
macro_rules! settings {
    ($(group $group:literal { $(
        #[doc = $title:literal] $(#[doc = $about:literal])*
        $field:ident $key:literal: $kind:ty = $example:literal $(or $default:literal)?;
    )+ })+) => {
        /// What an institution sets. Every field is optional.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Policy {
            $($(
                #[doc = $title]
                $(#[doc = $about])*
                pub $field: <$kind as $crate::policy::kind::Kind>::Stored,
            )+)+
        }

        impl Policy {
            /// The fields, group by group.
            pub const GROUPS: &'static [$crate::policy::shape::Group] = &[$(
                $crate::policy::shape::Group {
                    title: $group,
                    fields: &[$($crate::policy::kind::field!(
                        $key, $title, ($($about)*), $kind, $example, ($($default)?), ()
                    )),+],
                },
            )+];

            pub(super) fn take(value: $crate::policy::value::Value) -> Option<Self> {
                let mut entries = $crate::policy::kind::Entries::new(value)?;
                Some(Self { $($($field: entries.take::<$kind>($key),)+)+ })
            }
        }
    };
}

settings! {
    group "Institution" {
        /// Names of the institution
        /// Full name, short names and nicknames. The first is shown wherever a setting is locked. A draft that uses one of them names a facility.
        institution_names "institutionNames": List<Line, 200> = r#"["Cedar Ridge Children's Hospital", "Cedar Ridge", "CRCH"]"#;
        /// Discipline
        /// Chooses strictness and what words such as "client" and "resident" mean.
        discipline "discipline": Discipline = r#""pediatrics""# or "general";
        /// Jurisdiction
        /// Names the local privacy law in detail views.
        jurisdiction "jurisdiction": Line = r#""California, USA""#;
        /// The institution's social media policy
        /// Linked from the panel and the options page.
        document_url "documentUrl": Url = r#""https://intranet.example.org/social-media""#;
        /// Version to acknowledge
        /// Each user is asked once to confirm having read this version of the policy. What they confirmed stays on the device.
        acknowledgement "acknowledgement": Line = r#""2026-10""#;
        /// Last review of the policy
        /// Drives the reminder to review it.
        reviewed_on "reviewedOn": Date = r#""2026-10-01""#;
        /// Purpose and audience
        /// What the institution wants from social media, for the options page.
        purpose_and_audience "purposeAndAudience": Text = r#""To share health education with families in our region.""#;
        /// Role groups
        /// What differs by group of staff. Give each organisational unit the same groups and its own "group".
        groups "groups": Map<Line, RoleGroup> = r#"{"Residents": {"enforcement": "pause_with_reason"}}"#;
        /// Group of this browser
        /// One of "groups".
        group "group": Line = r#""Residents""#;
    }
    group "People and links" {
        /// Whom to ask
        /// One line, shown in the panel: a name, a number or an address.
        contact "contact": Line = r#""Privacy office, ext. 4410""#;
        /// Contacts by matter
        /// Shown where a prompt points to another route.
        contacts "contacts": Contacts = r#"{"privacyOfficer": "ext. 4410", "safety": "ext. 7000"}"#;
        /// Consult route
        /// Where to ask about a patient instead of asking the crowd.
        consult_route "consultRoute": Url = r#""https://intranet.example.org/e-consult""#;
        /// Reviewer
        /// Who looks at posts before they go out.
        reviewer "reviewer": Line = r#""media-review@example.org""#;
        /// Who answers reviews
        review_responder "reviewResponder": Line = r#""Communications""#;
        /// Professional page
        /// Offered where a clinician is asked to keep the private profile private.
        professional_page_url "professionalPageUrl": Url = r#""https://www.facebook.com/cedar-ridge-example""#;
        /// Patient portal
        /// Offered where care is moving into a message.
        secure_portal_url "securePortalUrl": Url = r#""https://portal.example.org""#;
        /// Rules for messages
        /// E-mail, text and direct messages with patients.
        messaging_guidelines "messagingGuidelines": Url = r#""https://intranet.example.org/messages""#;
        /// Allowed purposes of messages
        /// Direct messages for these are not held against care by message.
        allowed_message_purposes "allowedMessagePurposes": List<Line, 50> = r#"["bookings", "directions"]"#;
        /// Usual time to reply
        reply_time "replyTime": Line = r#""two working days""#;
        /// In an emergency
        /// The local emergency line, for replies to urgent symptoms.
        emergency_text "emergencyText": Line = r#""Call 911, or 988 in a mental health crisis.""#;
        /// Written consent
        /// Where signed consents are kept and how to ask for one.
        consent_register "consentRegister": Text = r#""Form 12 in the media folder; ask Communications.""#;
        /// Training
        training_url "trainingUrl": Url = r#""https://learn.example.org/social-media""#;
        /// What happens on breaches
        /// Linked from the options page only, never from a prompt.
        consequences_url "consequencesUrl": Url = r#""https://intranet.example.org/conduct""#;
    }
    group "Accounts and sites" {
        /// Professional accounts
        /// "@handle", "x:@handle", "facebook:ID" or the bare ID. They are locked as professional.
        professional_accounts "professionalAccounts": List<Line, 2000> = r#"["x:@cedarridge", "facebook:1000555"]"#;
        /// Who may post for the institution
        /// Accounts, written like professional accounts.
        authorised_posters "authorisedPosters": List<Line, 2000> = r#"["x:@cedarridge"]"#;
        /// Sites
        /// Where Primum watches.
        sites "sites": List<SiteName, 2> = r#"["x", "facebook"]"# or "all";
        /// Connecting with patients
        /// What a friend request is judged by.
        connection_rule "connectionRule": ConnectionRule = r#""page_only""# or "discretion";
        /// Reminder when looking people up
        /// A note on searches right after a patient was spoken of.
        lookup_reminder "lookupReminder": Flag = "true" or "false";
        /// No photos in care areas
        /// Makes a picture from a care area a caution instead of a note.
        photo_rule "photoRule": Flag = "true" or "false";
        /// Corrections of a site's layout
        /// Where a site has changed and a box is not recognised, until a release follows.
        anchors "anchors": Anchors = r#"{"version": "2026-12-01", "x": {"post_button": "[data-testid='sendPost']"}}"#;
    }
    group "Enforcement" {
        /// Enforcement
        /// "remind" marks and never holds Post. "pause" holds: a caution for some seconds, a stop until a reason is chosen. "pause_with_reason" asks for a reason on cautions too. "hold_for_review" lets a stop go only once a reviewer has seen it; it needs "reviewer".
        enforcement "enforcement": Enforcement = r#""pause_with_reason""# or "pause";
        /// Enforcement by family
        /// Wins over "enforcement".
        family_enforcement "familyEnforcement": Map<FamilyId, Enforcement> = r#"{"conduct": "remind", "privacy": "pause_with_reason"}"#;
        /// Enforcement by rule
        /// Wins over the family.
        rule_enforcement "ruleEnforcement": Map<RuleId, Enforcement> = r#"{"patient-named": "pause_with_reason"}"#;
        /// Seconds of the pause
        /// How long "Post anyway" waits on a caution. More than 30 would punish.
        pause_seconds "pauseSeconds": Whole<0, 30> = "5" or "3";
        /// Posts that could not be checked
        /// "allow" lets them go, visibly unchecked; "hold" keeps them until they are checked.
        unchecked_posts "uncheckedPosts": UncheckedPosts = r#""hold""# or "allow";
        /// Locked settings
        /// What users may not change; "all" locks everything but the language. The rest they may set themselves, and a policy value is where they start.
        locked_settings "lockedSettings": List<UserSetting, 20> = r#"["profiles", "pauseSeconds"]"#;
        /// Working hours
        /// For the rule on posts from the middle of care, which is off without them.
        work_hours "workHours": WorkHours = r#"{"from": "08:00", "until": "18:00"}"#;
    }
    group "Rules" {
        /// Rule overrides
        /// By rule: "off", or the severity its findings have. "primum rules" lists the rules.
        rule_overrides "ruleOverrides": Map<RuleId, RuleSetting> = r#"{"patient-named": "stop"}"#;
        /// Own rules
        /// Each carries examples; a rule whose own examples fail, or whose pattern is too large, is refused and the others run.
        own_rules "ownRules": List<OwnRule, 200> = r#"[{"id": "helipad-arrivals", "title": "An arrival by helicopter", "why": "Arrivals are in the local news.", "phrases": ["the helipad"], "flags": ["Busy: [[the helipad]] lit up."], "allows": ["A helicopter game."]}]"#;
        /// Version of the own rules
        /// Shown in the options page and the exported summary.
        rule_pack_version "rulePackVersion": Line = r#""2026-11""#;
    }
    group "Own terms" {
        /// Wards, units and sites
        /// Names that only insiders know as such. A draft that uses one of them names a facility.
        place_names "placeNames": List<Line, 10000> = r#"["7 West", "Juniper Ward", "the Annex"]"#;
        /// Towns and neighbourhoods
        /// Names of the catchment that no list has. They count as places.
        local_places "localPlaces": List<Line, 10000> = r#"["Dunmore Flats", "the Bottoms"]"#;
        /// Code names
        /// Studies and projects not public yet. A draft that uses one gets a caution.
        code_names "codeNames": List<Line, 2000> = r#"["Project Heron", "BLUEBIRD-2"]"#;
        /// Harmless phrases
        /// Notes and cautions whose marked words lie inside one of these are dropped. Stops never are.
        harmless_phrases "harmlessPhrases": List<Line, 2000> = r#"["Patient Safety Week", "Room to Grow fund"]"#;
    }
    group "Templates" {
        /// Texts to insert
        /// By name; each replaces the shipped text. They are copied or inserted on request, never sent.
        templates "templates": Map<TemplateName, Text> = r#"{"move-to-portal": "Please write to us at https://portal.example.org."}"#;
        /// Disclaimers
        /// More lines to choose from for bios and pages.
        disclaimers "disclaimers": List<Text, 20> = r#"["Views are mine, not Cedar Ridge's."]"#;
        /// Notice for patients
        /// How staff use social media, ready to be posted or printed.
        patient_notice "patientNotice": Text = r#""Our staff do not connect with patients on private profiles.""#;
    }
    group "Wording" {
        /// Wording of rules
        /// By rule: what was seen, and why to pause. Keep it short, kind and free of threats.
        wording "wording": Map<RuleId, Wording> = r#"{"patient-named": {"why": "People here know each other."}}"#;
        /// Reflection questions
        /// One is asked at a time; they replace the shipped ones.
        reflection_questions "reflectionQuestions": List<Line, 20> = r#"["Would you say it in the corridor?"]"#;
        /// Own examples
        /// Good and bad posts for the practice page.
        examples "examples": List<Example, 100> = r#"[{"text": "1,000 babies this year. Thank you, team.", "good": true}]"#;
    }
    group "Cards and reminders" {
        /// First-run page
        /// Whether it opens after installation. It never does where the extension was installed by policy.
        first_run_page "firstRunPage": Flag = "false" or "true";
        /// Cards that are off
        cards_off "cardsOff": List<CardName, 50> = r#"["reading-list"]"#;
        /// Reminders
        /// By name, days between two; 0 is never.
        reminders "reminders": Map<ReminderName, Whole<0, 1830>> = r#"{"refresher": 180, "presence-check": 0}"#;
    }
    group "Statistics" {
        /// Counting
        /// "local" counts outcomes by rule on the device: no text, no names, no addresses. Nothing is ever sent.
        statistics "statistics": Counting = r#""off""# or "local";
        /// Months that counts are kept
        /// Beside the month that runs; older ones are deleted.
        statistics_months "statisticsMonths": Whole<1, 12> = "6" or "12";
        /// Export of counts
        /// Whether users may save their own counts as a file.
        statistics_export "statisticsExport": Flag = "false" or "true";
    }
    group "Appearance" {
        /// Colours
        theme "theme": Theme = r#""dark""# or "auto";
        /// Chip
        /// "always" at every compose box; "findings" when something was found or could not be checked.
        chip "chip": ChipShown = r#""findings""# or "always";
    }
    group "Delivery" {
        /// Fields this policy sets
        /// Written by "primum policy template". Chrome and Edge drop a field with a value of the wrong type without a word; this list lets Primum tell.
        expected_fields "expectedFields": List<SettingName, 100> = r#"["ownRules", "pauseSeconds"]"#;
    }
}
