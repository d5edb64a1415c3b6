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
    /// Post as it is; with a connection request, go on with it.
    PostAnyway,
    /// Who asks to connect, or is asked.
    Relation(Relation),
    /// Show what can be said at the next visit.
    InPerson,
    /// Copy a text that is shown.
    Copy(Shown),
    /// Copy the draft, to go on with it another time.
    Save,
    /// Copy the draft with what surrounds it, for somebody who looks at it first.
    Ask(Asked),
    /// Show or hide the texts to put in.
    Texts,
    /// Put text number so-and-so into the draft.
    Insert(usize),
    /// This conversation is with a patient, or is not.
    Thread,
}

/// A text that is shown to be copied.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shown {
    /// A kind no.
    Decline,
    /// What to say at the next visit.
    InPerson,
}

/// Who is asked to look at a draft.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Asked {
    /// The institution's communications.
    Communications,
    /// The institution's reviewer, or a colleague.
    Reviewer,
}

/// Who asks to connect, or is asked. Never kept, and never with a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Relation {
    /// In care now.
    Current,
    /// In care once.
    Former,
    /// A parent or relative of somebody in care.
    Relative,
    /// Nobody from care.
    NotAPatient,
    /// Not sure.
    NotSure,
    /// A relative who is also known outside of care.
    KnownOutside,
}

impl Relation {
    /// As they are offered.
    pub const OFFERED: [Self; 5] = [
        Self::Current,
        Self::Former,
        Self::Relative,
        Self::NotAPatient,
        Self::NotSure,
    ];

    /// Its name in controls and in the words file.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Current => "current_patient",
            Self::Former => "former_patient",
            Self::Relative => "relative",
            Self::NotAPatient => "nobody_in_care",
            Self::NotSure => "not_sure",
            Self::KnownOutside => "known_outside",
        }
    }

    fn named(text: &str) -> Option<Self> {
        let mut all = Self::OFFERED.into_iter().chain([Self::KnownOutside]);
        all.find(|one| one.id() == text)
    }
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
            "in_person" => Self::InPerson,
            "copy_decline" => Self::Copy(Shown::Decline),
            "copy_in_person" => Self::Copy(Shown::InPerson),
            "save" => Self::Save,
            "ask_communications" => Self::Ask(Asked::Communications),
            "ask_reviewer" => Self::Ask(Asked::Reviewer),
            "texts" => Self::Texts,
            "insert" => Self::Insert(number()?),
            "thread" => Self::Thread,
            other => return Self::named(other),
        })
    }

    fn named(text: &str) -> Option<Self> {
        let profile = PROFILES.into_iter().find(|one| profile_id(*one) == text);
        let reason = Reason::ALL.into_iter().find(|one| one.id() == text);
        let relation = Relation::named(text).map(Self::Relation);
        profile
            .map(Self::Mark)
            .or(reason.map(Self::Because))
            .or(relation)
    }
}
