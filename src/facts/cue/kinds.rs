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
    /// What a company gives, or what the writer earns by a sale.
    Gift = "gift",
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
    /// Tells of somebody in the writer's care without saying "patient".
    InOurCare = "in_our_care",
    /// Invites readers to guess who is in care, or points a reader's own people out.
    GuessWho = "guess_who",
    /// Somebody all readers know, by office or as a neighbour, is ill or in care.
    KnownPerson = "known_person",
    /// A name with what was done to that person.
    AfterTreatment = "after_treatment",
    /// A number, name or address of somebody is handed out.
    GivesIdentifier = "gives_identifier",
    /// Ties the reader, or somebody told of, to the writer as a patient.
    ReaderInCare = "reader_in_care",
    /// Asks after the reader's health: "how are the stitches?", "is the knee any better?".
    AsksAfter = "asks_after",
    /// Friendship, love, favours or secrecy offered.
    Closeness = "closeness",
    /// The writer's own troubles.
    OwnTrouble = "own_trouble",
    /// Something seen on somebody's profile.
    SeenOnline = "seen_online",
    /// A prescription or a note from afar.
    Prescribes = "prescribes",
    /// A verdict or a dose from afar.
    VerdictAfar = "verdict_afar",
    /// A result or a record is passed on.
    ResultTold = "result_told",
    /// The crowd is asked.
    Crowd = "crowd",
    /// Confirms or denies that the reader was a patient.
    ConfirmsCare = "confirms_care",
    /// Blames who wrote a review.
    BlamesReviewer = "blames_reviewer",
    /// A case told to teach.
    TeachingCase = "teaching_case",
    /// A picture shows somebody in care.
    ShowsPatient = "shows_patient",
    /// A picture is taken at work, or at a party in work clothes.
    WorkScene = "work_scene",
    /// Words of somebody treated, used to advertise.
    Testimony = "testimony",
    /// Mockery of the sick that needs no word of care beside it.
    Mocked = "mocked",
    /// Praise together with the tie that pays for it.
    TieUsed = "tie_used",
    /// The draft relies on a closed circle or on deleting later.
    ReliesOnClosed = "relies_on_closed",
    /// Written in anger.
    Heated = "heated",
    /// Where the writer's home or children are, and when.
    OwnRoutine = "own_routine",
    /// An alarm is played down.
    PlaysDown = "plays_down",
}
