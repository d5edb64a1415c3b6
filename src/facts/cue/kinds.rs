kinds! {
    /// A label that only contempt gives to the sick: "gomer", "bed blocker".
    Label = "label",
    /// A label that contempt gives to people, also to the sick: "junkie", "whale".
    Slur = "slur",
    /// Ridicule of somebody's body, smell or wits.
    Ridicule = "ridicule",
    /// Worse care or none, announced.
    WorseCare = "worse_care",
    /// People picked out by views, language, origin, weight, habit.
    PickedOut = "picked_out",
    /// They deserve it, they should not be let.
    Undeserving = "undeserving",
    /// An insult thrown at the reader or at a group.
    Insult = "insult",
    /// A wish to see people gone because of where they are from.
    Xenophobia = "xenophobia",
    /// A judgement on somebody as a colleague: "a butcher", "thick as mince".
    Verdict = "verdict",
    /// A threat with intent or means.
    Threat = "threat",
    /// A wish that harm comes.
    HarmWished = "harm_wished",
    /// The writer was threatened, or tells of threats.
    ThreatTold = "threat_told",
    /// Drink or drugs in the writer.
    Impaired = "impaired",
    /// Duty that begins or runs.
    OnDuty = "on_duty",
    /// Duty that is over or far.
    OffDuty = "off_duty",
    /// Checks slept through, records invented.
    DutySkipped = "duty_skipped",
    /// Praise for a thing one can buy.
    ProductPraise = "product_praise",
    /// A code, a discount, a link of one's own.
    Perk = "perk",
    /// The tie is stated.
    TieStated = "tie_stated",
    /// A result nobody can promise.
    Absolute = "absolute",
    /// Better than all others, with a measure.
    Superlative = "superlative",
    /// A claim told in order to correct it, or softened.
    Corrected = "corrected",
    /// A code or a password.
    Credential = "credential",
    /// What such a code opens.
    Locked = "locked",
    /// Where a key lies.
    KeyPlace = "key_place",
    /// A code that opens nothing.
    HarmlessCode = "harmless_code",
    /// Not yet public, told behind doors.
    NotPublic = "not_public",
    /// Already public.
    Public = "public",
    /// The inside of a lawsuit.
    Litigation = "litigation",
    /// Speaks for an institution.
    ForInstitution = "for_institution",
    /// What only an institution can say: apologise, confirm, refuse, promise.
    OfficialAct = "official_act",
}
