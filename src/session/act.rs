//! What the clinician can do in chip, panel and pause dialog. Each control
//! carries its act as a short text, so that views need no code of their own.

use crate::context::Profile;

/// Why a stop is posted anyway. Asked for a second thought; never stored.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reason {
    /// The patient agreed to this use in writing.
    Consent,
    /// It is not about a patient.
    NotAPatient,
    /// Anything else.
    Other,
    /// The institution's reviewer has seen it.
    Reviewed,
}

impl Reason {
    /// The clinician's own, in the order they are offered.
    pub const OWN: [Self; 3] = [Self::Consent, Self::NotAPatient, Self::Other];
    /// Every one.
    pub const ALL: [Self; 4] = [
        Self::Consent,
        Self::NotAPatient,
        Self::Other,
        Self::Reviewed,
    ];

    /// Its name in controls and in the words file.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::NotAPatient => "not_a_patient",
            Self::Other => "other",
            Self::Reviewed => "reviewed",
        }
    }
}

/// One thing the clinician did.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Act {
    /// Open the panel.
    Open,
    /// Close the panel, back to the draft.
    Close,
    /// Apply fix `fix` of line `line`.
    Fix {
        /// The line's number.
        line: usize,
        /// The fix's number in it.
        fix: usize,
    },
    /// Put a line aside for this draft.
    Dismiss(usize),
    /// A note rule is not useful: silent for thirty days.
    NotUseful(usize),
    /// Show the lines behind "more".
    More,
    /// Say what the account is for.
    Mark(Profile),
    /// Not now: not asked again for this account.
    NotNow,
    /// Ask what the account is for.
    Change,
    /// A reason for posting a stop.
    Because(Reason),
    /// Back to the draft.
    Edit,
    /// Post as it is.
    PostAnyway,
}

/// Profiles a clinician can choose, in the order they are offered.
pub const PROFILES: [Profile; 4] = [
    Profile::Personal,
    Profile::Professional,
    Profile::Both,
    Profile::Alias,
];

/// A profile's name in controls and in the words file.
#[must_use]
pub fn profile_id(profile: Profile) -> &'static str {
    match profile {
        Profile::Personal => "personal",
        Profile::Professional => "professional",
        Profile::Both => "both",
        Profile::Alias => "alias",
        Profile::Unknown => "unknown",
    }
}

impl Act {
    /// Reads a control's text; none when it is not one of ours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let act = words.next()?;
        let mut number = || words.next()?.parse().ok();
        Some(match act {
            "open" => Self::Open,
            "close" => Self::Close,
            "fix" => Self::Fix {
                line: number()?,
                fix: number()?,
            },
            "dismiss" => Self::Dismiss(number()?),
            "not_useful" => Self::NotUseful(number()?),
            "more" => Self::More,
            "not_now" => Self::NotNow,
            "change" => Self::Change,
            "edit" => Self::Edit,
            "post" => Self::PostAnyway,
            other => return Self::named(other),
        })
    }

    fn named(text: &str) -> Option<Self> {
        let profile = PROFILES.into_iter().find(|one| profile_id(*one) == text);
        let reason = Reason::ALL.into_iter().find(|one| one.id() == text);
        profile.map(Self::Mark).or(reason.map(Self::Because))
    }
}
