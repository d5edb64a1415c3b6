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
    /// The writer's own place of work.
    OwnPlace = "own_place",
    /// A fault of equipment, stock, staffing or honesty at a place of care.
    Shortcoming = "shortcoming",
    /// The fault was reported or put right.
    PutRight = "put_right",
    /// Posting in the middle of care.
    MidCare = "mid_care",
    /// Somebody is told to take a post down, or that it breaks confidence.
    TakeDown = "take_down",
    /// A colleague's post is shown around.
    CallOut = "call_out",
    /// A picture of the writer.
    OwnPicture = "own_picture",
    /// Other people's work, copied out.
    Copied = "copied",
    /// A name or logo of others, put to own use.
    Brand = "brand",
    /// Free to copy, or the writer's own.
    OpenCopy = "open_copy",
    /// A clinician speaks to patients.
    ToPatients = "to_patients",
    /// Love, drink, family, quarrels.
    PrivateLife = "private_life",
    /// Takes sides in politics or religion.
    Partisan = "partisan",
    /// Tells of the shift or the ward.
    ShiftStory = "shift_story",
    /// An opinion on what divides people.
    Contested = "contested",
    /// "Views mine".
    ViewsLabel = "views_label",
    /// A place is rated, recommended or defended.
    Rating = "rating",
    /// The writer's tie to the place is stated.
    TieToPlace = "tie_to_place",
    /// A bio tells the school or employer.
    BioPlace = "bio_place",
    /// A bio tells the rotation or unit.
    BioUnit = "bio_unit",
    /// A bio invites private contact.
    BioContact = "bio_contact",
}
