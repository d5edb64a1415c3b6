//! The kinds of identifier, how sure one is, and whose it seems to be.

/// What kind of identifier it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A telephone, pager or extension number.
    Phone,
    /// A fax number.
    Fax,
    /// An e-mail address, also spelt out.
    Email,
    /// A United States social security number, or its last four digits.
    Ssn,
    /// An NHS number (England, Wales, Isle of Man).
    NhsNumber,
    /// Scotland's CHI number.
    ChiNumber,
    /// A Medicare card number.
    Medicare,
    /// India's Aadhaar number.
    Aadhaar,
    /// The Philippines' `PhilHealth` number.
    PhilHealth,
    /// Any other number a state gives a person.
    NationalId,
    /// A health plan, member, policy or claim number.
    HealthPlan,
    /// A medical record, chart, case, specimen or prescription number.
    Record,
    /// A bank, card or billing account number.
    Account,
    /// A certificate or licence number.
    Licence,
    /// A vehicle's plate or registration.
    Plate,
    /// A device's serial, lot or unique device identifier.
    Device,
    /// A web address.
    Url,
    /// An internet protocol address.
    IpAddress,
    /// A room, bed, bay, ward or chair.
    Bed,
    /// A street or postal address.
    Address,
    /// A ZIP or postal code.
    Postcode,
    /// A day, with or without its year.
    Date,
    /// A month with its year.
    MonthYear,
    /// Two dates with a stretch between.
    DateRange,
    /// A date of birth.
    BirthDate,
    /// A social media handle.
    Handle,
    /// A hashtag; its words are in [`Identifier::words`].
    Hashtag,
    /// An emergency, crisis or free public line: nobody's own number.
    PublicLine,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 28] = [
        Self::Phone,
        Self::Fax,
        Self::Email,
        Self::Ssn,
        Self::NhsNumber,
        Self::ChiNumber,
        Self::Medicare,
        Self::Aadhaar,
        Self::PhilHealth,
        Self::NationalId,
        Self::HealthPlan,
        Self::Record,
        Self::Account,
        Self::Licence,
        Self::Plate,
        Self::Device,
        Self::Url,
        Self::IpAddress,
        Self::Bed,
        Self::Address,
        Self::Postcode,
        Self::Date,
        Self::MonthYear,
        Self::DateRange,
        Self::BirthDate,
        Self::Handle,
        Self::Hashtag,
        Self::PublicLine,
    ];

    /// The kind's short name, as in the case tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Fax => "fax",
            Self::Email => "email",
            Self::Ssn => "ssn",
            Self::NhsNumber => "nhs",
            Self::ChiNumber => "chi",
            Self::Medicare => "medicare",
            Self::Aadhaar => "aadhaar",
            Self::PhilHealth => "philhealth",
            Self::NationalId => "national",
            Self::HealthPlan => "plan",
            Self::Record => "mrn",
            Self::Account => "account",
            Self::Licence => "licence",
            Self::Plate => "plate",
            Self::Device => "device",
            Self::Url => "url",
            Self::IpAddress => "ip",
            Self::Bed => "bed",
            Self::Address => "address",
            Self::Postcode => "postcode",
            Self::Date => "date",
            Self::MonthYear => "month",
            Self::DateRange => "range",
            Self::BirthDate => "birth",
            Self::Handle => "handle",
            Self::Hashtag => "hashtag",
            Self::PublicLine => "public",
        }
    }

    /// Whether somebody is reached or found there.
    #[must_use]
    pub const fn is_contact(self) -> bool {
        matches!(
            self,
            Self::Phone
                | Self::Fax
                | Self::Email
                | Self::Address
                | Self::Postcode
                | Self::Plate
                | Self::IpAddress
                | Self::Url
                | Self::Handle
        )
    }

    /// Whether only a person has one; a machine and a lecture room have numbers, and no birthday.
    #[must_use]
    pub const fn is_a_persons(self) -> bool {
        matches!(
            self,
            Self::BirthDate
                | Self::Ssn
                | Self::NhsNumber
                | Self::ChiNumber
                | Self::Medicare
                | Self::Aadhaar
                | Self::PhilHealth
                | Self::NationalId
                | Self::HealthPlan
        )
    }
}

/// How sure the shape and its cues make it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// The shape alone, or a weak cue: other facts must support it.
    Possible,
    /// A telling shape, or a cue with a plain number.
    Likely,
    /// A cue and the right shape, or a check digit that fits.
    Certain,
}

/// Whose it seems to be, from the words that own it or the nearest that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// No word says.
    Unknown,
    /// A patient's, or a patient's relative's, in so many words: "my patient's MRN".
    Patient,
    /// Another person: "her number", "the lady in the corner".
    ThirdPerson,
    /// The writer's own family: "my son's card".
    OwnKin,
    /// The writer: "my room", "call me".
    Writer,
    /// A clinic, desk, ward or team: "call the clinic at".
    Organisation,
    /// A clinician's registration; somebody's who is reached at work: "the lecturer's e-mail".
    Staff,
    /// A machine, vehicle or household appliance.
    Equipment,
    /// A lecture, meeting, hotel, shop: a place where nobody is treated.
    Venue,
    /// Literature or an archive: a link to a paper or register.
    Reference,
    /// The public at large: crisis and emergency lines.
    Public,
}
