//! The words a policy may choose from.

use crate::finding::Severity;
use crate::policy::kind::choice;

choice! {
    /// What a policy says of one rule.
    pub enum RuleSetting {
        /// The rule is not asked.
        Off = "off",
        /// Its findings are notes.
        Note = "note",
        /// Its findings are cautions.
        Caution = "caution",
        /// Its findings are stops.
        Stop = "stop",
    }
}

impl RuleSetting {
    /// The severity it sets; none when off.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Note => Some(Severity::Note),
            Self::Caution => Some(Severity::Caution),
            Self::Stop => Some(Severity::Stop),
        }
    }
}

choice! {
    /// How serious a finding of an own rule is.
    pub enum OwnSeverity {
        /// A pause before posting.
        Caution = "caution",
        /// One grey line.
        Note = "note",
        /// A second, deliberate step.
        Stop = "stop",
    }
}

impl From<OwnSeverity> for Severity {
    fn from(own: OwnSeverity) -> Self {
        match own {
            OwnSeverity::Note => Self::Note,
            OwnSeverity::Caution => Self::Caution,
            OwnSeverity::Stop => Self::Stop,
        }
    }
}

choice! {
    /// What a caution or stop does when Post is pressed.
    pub enum Enforcement {
        /// A caution waits some seconds, a stop asks for a reason (guidance §4).
        Pause = "pause",
        /// Marks, chip and panel only; Post is never held.
        Remind = "remind",
        /// A caution asks for a reason too.
        PauseWithReason = "pause_with_reason",
        /// A stop cannot be posted from here before a reviewer has seen it.
        HoldForReview = "hold_for_review",
    }
}

choice! {
    /// What becomes of posts that could not be checked.
    pub enum UncheckedPosts {
        /// They go, visibly unchecked.
        Allow = "allow",
        /// They wait for a check.
        Hold = "hold",
    }
}

choice! {
    /// What clinicians do here; it chooses strictness and what "client" and "resident" mean.
    pub enum Discipline {
        /// No one discipline.
        General = "general",
        /// Children and their families.
        Pediatrics = "pediatrics",
        /// Psychology, psychiatry, counselling, social work.
        MentalHealth = "mental_health",
        /// Dentistry.
        Dentistry = "dentistry",
        /// Nursing and midwifery.
        Nursing = "nursing",
        /// Nursing homes and home care.
        LongTermCare = "long_term_care",
        /// Pharmacy.
        Pharmacy = "pharmacy",
        /// Physiotherapy, speech, occupational therapy and the like.
        AlliedHealth = "allied_health",
        /// Students and trainees.
        Education = "education",
    }
}

choice! {
    /// What staff may do with requests of patients on social networks.
    pub enum ConnectionRule {
        /// Left to the clinician, who is asked.
        Discretion = "discretion",
        /// Only the professional page may connect with patients.
        PageOnly = "page_only",
        /// Nobody connects with patients.
        Never = "never",
    }
}

choice! {
    /// Sites that Primum knows.
    pub enum SiteName {
        /// x.com and twitter.com.
        X = "x",
        /// facebook.com and messenger.com.
        Facebook = "facebook",
    }
}

choice! {
    /// Texts that the clinician can insert or copy.
    pub enum TemplateName {
        /// A kind no to a friend request.
        DeclineFriendRequest = "decline-friend-request",
        /// The same, said in person.
        ExplainInPerson = "explain-in-person",
        /// From a message to the portal.
        MoveToPortal = "move-to-portal",
        /// A reply to a review that confirms nothing.
        ReviewReply = "review-reply",
        /// A quiet word to a colleague.
        ColleagueNote = "colleague-note",
        /// Asking for a tag to be removed.
        RemoveTagRequest = "remove-tag-request",
        /// How staff use social media, for patients.
        PatientNotice = "patient-notice",
        /// What written consent has to cover.
        ConsentChecklist = "consent-checklist",
        /// Views are the writer's own.
        DisclaimerViews = "disclaimer-views",
        /// Information only, no advice.
        DisclaimerInformation = "disclaimer-information",
        /// A tie to a firm.
        CoiDisclosure = "coi-disclosure",
        /// Where to turn in an emergency.
        Emergency = "emergency",
        /// House rules of a page.
        PageRules = "page-rules",
        /// Consent to electronic messages.
        EConsentForm = "e-consent-form",
    }
}

choice! {
    /// Settings a clinician has too.
    pub enum UserSetting {
        /// All of them.
        All = "all",
        /// What each account is for.
        Profiles = "profiles",
        /// Silencing a note rule with "not useful".
        NotUseful = "notUseful",
        /// Seconds of the pause.
        PauseSeconds = "pauseSeconds",
        /// Which sites are watched.
        Sites = "sites",
        /// Cards.
        Cards = "cards",
        /// Reminders.
        Reminders = "reminders",
        /// Local counts.
        Statistics = "statistics",
        /// Colours and the chip.
        Appearance = "appearance",
    }
}

choice! {
    /// Cards that explain, once.
    pub enum CardName {
        /// Why prompts appear.
        WhyPrompts = "why-prompts",
        /// What social media are good for.
        Benefits = "benefits",
        /// Friend requests.
        FriendRequests = "friend-requests",
        /// Two profiles.
        SeparateProfiles = "separate-profiles",
        /// Privacy settings.
        PrivacySettings = "privacy-settings",
        /// Private is public.
        PrivateIsPublic = "private-is-public",
        /// What is posted stays.
        Permanence = "permanence",
        /// The eighteen identifiers.
        PhiIdentifiers = "phi-identifiers",
        /// Talking of oneself.
        SelfDisclosure = "self-disclosure",
        /// Looking patients up.
        Lookup = "lookup",
        /// Advice to one person.
        Advice = "advice",
        /// One's name.
        Reputation = "reputation",
        /// For trainees.
        Trainees = "trainees",
        /// Teaching scenarios.
        Scenarios = "scenarios",
        /// Learning in groups.
        LearningGroups = "learning-groups",
        /// Tags.
        Tagging = "tagging",
        /// Terms of the sites.
        SiteTerms = "site-terms",
        /// Pictures.
        MediaCheck = "media-check",
        /// One's own privacy.
        OwnPrivacy = "own-privacy",
        /// Copyright.
        Copyright = "copyright",
        /// Saying who one is.
        IdentifyYourself = "identify-yourself",
        /// Social media at work.
        WorkUse = "work-use",
        /// What to read.
        ReadingList = "reading-list",
        /// What the extension keeps.
        ExtensionPrivacy = "extension-privacy",
        /// Guidance, not legal advice.
        NotLegalAdvice = "not-legal-advice",
    }
}

choice! {
    /// Reminders.
    pub enum ReminderName {
        /// Look at your privacy settings.
        PrivacySettings = "privacy-settings",
        /// Look yourself up.
        PresenceCheck = "presence-check",
        /// Review of the institution's policy, counted from its last review.
        PolicyReview = "policy-review",
        /// Refresher.
        Refresher = "refresher",
    }
}

choice! {
    /// Days of the week.
    pub enum Day {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
    }
}

choice! {
    /// Colours.
    pub enum Theme {
        /// As the page has them.
        Auto = "auto",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

choice! {
    /// When the chip at the compose box is shown.
    pub enum ChipShown {
        /// Always.
        Always = "always",
        /// When something was found or could not be checked.
        Findings = "findings",
    }
}

choice! {
    /// What is counted on the device.
    pub enum Counting {
        /// Outcomes by rule; no text, no names, no addresses.
        Local = "local",
        /// Nothing.
        Off = "off",
    }
}
