//! The words that say what a number or name next to them is, with their roles.
//!
//! Written by hand from how identifiers are labelled in clinical and everyday
//! English, with the commonest Spanish bed words.

/// A set of roles.
pub(super) type Roles = u64;

/// What is known about a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    pub(super) roles: Roles,
    /// A month's, day's or digit's number, or a label's index.
    pub(super) value: u8,
}

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $bit:expr,)*) => {
        $($(#[$doc])* pub(super) const $name: Roles = 1 << $bit;)*
    };
}

roles! {
    /// "number", "no".
    NUMBER = 0,
    /// "id", "code", "ref".
    ID = 1,
    /// Words that may stand between a label and its value.
    LINK = 2,
    MONTH = 3,
    ORDINAL = 4,
    DIGIT = 5,
    /// Number words, digits included.
    CARDINAL = 6,
    BED = 7,
    /// What turns the number before it into a quantity.
    UNIT = 8,
    STREET = 9,
    /// Street words that are ordinary words or titles too, and need a capital name.
    SHORT_STREET = 10,
    US_STATE = 11,
    AU_STATE = 12,
    /// Turns the number after it into a reference, place or count that is nobody's.
    REFERENCE = 13,
    PHONE = 14,
    FAX = 15,
    HELPLINE = 16,
    THIRD = 17,
    SELF = 18,
    ORGANISATION = 19,
    EQUIPMENT = 20,
    STAFF = 21,
    /// Before a bare "3/4" it makes a date.
    DATE_CUE = 22,
    BIRTH = 23,
    LABEL = 24,
    VENUE = 25,
    WEEKDAY = 26,
    ZIP = 27,
    FLAT = 28,
    BARANGAY = 29,
    SOCIAL = 30,
    EXTENSION = 31,
    AT = 32,
    DOT = 33,
    /// Written with a full stop that ends no sentence.
    ABBREVIATED = 34,
    /// Follows a person: "the gallbladder in 7 is …".
    VERB = 35,
    DETERMINER = 36,
    BOX = 37,
    MAILBOX = 38,
    LAST_FOUR = 39,
    VERSION = 40,
    POSITION = 41,
    /// Somebody in care, whoever says it.
    PATIENT = 42,
    /// A relative: whose one depends on the word before.
    KIN = 43,
    /// Somebody who is reached at work.
    AT_WORK = 44,
    /// May stand between a number and whose it is: "own", "home", "website".
    OWNED = 45,
}

/// Words by role; `word=7` gives the word a value.
pub(super) static GROUPS: &[(Roles, &str)] = &[
    (
        NUMBER,
        "no nos num nr nbr nmbr number numbers numero nummer",
    ),
    (ID, "id ids code ref reference identifier identification"),
    (
        LINK,
        "is was are as under ends ending end in starts starting with of for the this that his her their my him \
         pt patient patients lady gentleman man woman guy boy girl kid baby btw reads says reads it its on so security",
    ),
    (
        MONTH,
        "january=1 jan=1 february=2 feb=2 march=3 mar=3 april=4 apr=4 may=5 june=6 jun=6 july=7 jul=7 august=8 \
         aug=8 september=9 sept=9 sep=9 october=10 oct=10 november=11 nov=11 december=12 dec=12",
    ),
    (
        ORDINAL,
        "first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 \
         twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 \
         nineteenth=19 twentieth=20 thirtieth=30",
    ),
    (
        DIGIT | CARDINAL,
        "zero=0 nought=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9",
    ),
    (DIGIT, "oh=0 o=0 double=10 triple=11"),
    (
        CARDINAL,
        "ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 \
         nineteen=19 twenty=20 thirty=30",
    ),
    (
        BED,
        "bed beds room rooms rm rms bay bays ward wards chair chairs cubicle cubicles cube cubby curtain pod \
         trolley cot crib isolette incubator warmer bedspace sideroom stretcher gurney stall cama camilla \
         habitacion hab chambre zimmer",
    ),
    (
        UNIT,
        "mg mgs ml mls mcg ug g gm gms grams kg kgs kilo kilos mmol mmhg bpm l litre litres liter liters lb lbs \
         oz cm mm m km kms mile miles k min mins minute minutes h hr hrs hour hours d day days night nights wk wks \
         week weeks month months mo mos yr yrs year years yo y yrold times pts patients people percent units unit \
         tabs tablets doses puffs points am pm st f c degrees pounds dollars euros bucks quid cents shifts calls \
         admissions visits steps seconds secs rounds cases beds kids babies sessions deaths followers likes \
         copies votes inches feet ft ply more meetings meters metres of x",
    ),
    (
        STREET,
        "street avenue road lane boulevard crescent parkway highway terrace nagar marg salai colony layout vihar \
         enclave esplanade mews gardens grove parade quay expressway",
    ),
    (
        SHORT_STREET,
        "st ave av rd ln dr drive blvd ct court pl place way cir circle pkwy hwy sq square close cres row walk \
         estate chowk gali cross main sector phase hill rise view loop trail",
    ),
    (
        US_STATE,
        "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh \
         ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr",
    ),
    (AU_STATE, "nsw vic qld wa sa tas act nt"),
    (
        REFERENCE,
        "doi pmid pmcid nct isbn issn isrctn arxiv flight train bus route highway motorway interstate exit order \
         tracking ticket gate seat page pages pg chapter chapters model version score scores poster booth channel \
         episode season level grade stage question slide slides figure fig table paragraph section lecture \
         volume vol issue edition hall platform stand terminal raffle locker lotto lottery jersey bib step item \
         option part article rfc form sku asin parcel booking reservation confirmation invoice quote pdb \
         eudract ctri rs rsid uniprot genbank line top season abstract prospero fda cpt icd hcpcs snomed loinc",
    ),
    (
        PHONE,
        "phone phones tel telephone call called calling calls ring rang text texted dial mobile mob cell cellphone \
         contact whatsapp sms pager page bleep bleeped reach ph cel handphone viber telegram",
    ),
    (FAX, "fax faxed faxes efax"),
    (
        HELPLINE,
        "lifeline hotline crisis helpline samaritans suicide poison police ambulance emergency 911 beyondblue \
         childline switchboard nurseline",
    ),
    (
        THIRD,
        "her his their him she he them they pt pts patient patients mother father mum mom dad daughter son wife \
         husband nan gran grandson granddaughter lady gentleman man woman guy girl boy kid baby mr mrs ms miss \
         client resident bf gf partner sister brother yours your",
    ),
    (PATIENT, "patient patients pt pts inpatient outpatient"),
    (
        KIN,
        "mother father mum mom dad daughter son wife husband nan gran grandson granddaughter partner sister \
         brother bf gf aunt uncle cousin niece nephew grandma grandpa grandmother grandfather fiance parent \
         parents baby kid kids child boy girl dog cat",
    ),
    (
        AT_WORK,
        "doctor dr nurse consultant registrar surgeon colleague colleagues manager matron boss secretary \
         lecturer speaker author rep tutor professor prof editor presenter trainer supplier vendor \
         manufacturer company firm coordinator union recruiter agency pharmacist gp midwife dentist therapist",
    ),
    (
        OWNED,
        "own new old home work personal private full current direct mail email website webpage blog site link \
         profile house street post billing bank last first social security insurance date birth nursing s \
         emergency next kin health account card url blogspot driving car vehicle machine pacemaker pump \
         implant device",
    ),
    (SELF, "my me mine myself"),
    (
        ORGANISATION,
        "us our clinic office surgery pharmacy desk reception switchboard hospital hotline helpline dept \
         department practice line centre center helpdesk service services lab labs library front unit ward ext \
         admin charity foundation school hq team bleep pager info",
    ),
    (
        EQUIPMENT,
        "machine scanner kettle washer washing printer fridge freezer ventilator monitor computer laptop \
         microwave copier toaster dryer dishwasher bosch autoclave centrifuge analyser analyzer microscope tv \
         ultrasound hoist defib defibrillator mri ct router camera vending coffee ipad bike car van boiler",
    ),
    (
        STAFF,
        "gmc nmc ahpra npi dea hpcsa mdcn prc imc hcpc gdc physician prescriber prescribers",
    ),
    (
        DATE_CUE,
        "on since from until till by before after dated date admitted seen discharged died surgery due edd lmp \
         dos doa dod appointment appt appts scheduled visit visited collected op procedure onset delivered",
    ),
    (BIRTH, "dob born birthday birthdate bday birth d.o.b"),
    (
        VENUE,
        "lecture conference meeting seminar hotel hostel ikea airbnb poster exam class classroom escape sale \
         breakfast workshop breakout zoom boardroom auditorium gym theatre cinema furniture mattress talk \
         hall committee dorm locker changing chat",
    ),
    (
        WEEKDAY,
        "monday mon tuesday tue tues wednesday wed thursday thu thurs friday fri saturday sat sunday sun",
    ),
    (ZIP, "zip zipcode postcode postal pin pincode eircode"),
    (FLAT, "flat apt apartment apartments"),
    (
        FLAT | POSITION,
        "house plot blk block villa door tower hno phase",
    ),
    (BARANGAY, "brgy barangay bgy purok sitio"),
    (
        SOCIAL,
        "insta instagram ig snap snapchat tiktok twitter telegram facebook fb skype discord handle username",
    ),
    (EXTENSION, "ext extn extension x"),
    (AT, "at"),
    (DOT, "dot"),
    (
        ABBREVIATED,
        "no nos num nr tel ph ext st ave rd mr mrs ms dr rm hosp acc acct lic cert ins jan feb mar apr jun jul aug \
         sep sept oct nov dec brgy bgy approx pt apt ref rec med reg vol pg mob fig bldg blk",
    ),
    (
        VERB,
        "is was has had just ordered needs wants gave keeps kept asked says said died wont would will still tried \
         pulled threw refused told got went looks cried coded fell called thinks and who",
    ),
    (DETERMINER, "the our my that your this la el"),
    (BOX, "box bag"),
    (
        MAILBOX,
        "gmail googlemail hotmail yahoo outlook icloud proton protonmail aol live msn nhs mailbox rediffmail me",
    ),
    (LAST_FOUR, "four 4 digits"),
    (
        VERSION,
        "v ver version release build firmware ios android epic update python node chrome",
    ),
    (POSITION, "from on to in at off"),
    // Labels: the value is an index into `labels::LABELS`.
    (
        LABEL,
        "mrn=0 mrns=0 umrn=0 uhid=0 hrn=0 csn=0 mpi=0 empi=0 mrno=0 emrn=0",
    ),
    (
        LABEL,
        "chart=1 charts=1 file=1 folder=1 dossier=1 accession=1 specimen=1 biopsy=1 prescription=1 rx=1 crn=1",
    ),
    (
        LABEL,
        "hospital=2 hosp=2 patient=2 pt=2 pts=2 record=2 rec=2 records=2 case=2 encounter=2 visit=2 \
         admission=2 episode=2 sample=2 pathology=2 histology=2 path=2 urn=2 ur=2 fin=2 \
         script=2 cr=2 pid=2 emr=2 ehr=2 ipd=2 opd=2 ip=2 op=2 referral=2 requisition=2 \
         mr=2 wristband=2 unit=2 pas=2 ipno=2 opno=2 clinic=2 study=2 lab=2 medical=2 med=2 incident=2 datix=2 \
         donor=2 subject=2 participant=2 client=2 resident=2 meditech=2 cerner=2 portal=2",
    ),
    (
        LABEL,
        "insurance=3 insurer=3 ins=3 insur=3 plan=3 policy=3 member=3 membership=3 subscriber=3 beneficiary=3 \
         claims=3 medicaid=3 hmo=3 ppo=3 bupa=3 vhi=3 laya=3 nhif=3 nhis=3 sha=3 medibank=3 preauth=3 \
         authorization=3 authorisation=3 auth=3 coverage=3 health=3 healthcard=3 payer=3 scheme=3 mediclaim=3 \
         cghs=3 esic=3 tricare=3 aetna=3 cigna=3 humana=3 hcf=3 group=3 yellowcard=3",
    ),
    (LABEL, "nhs=4"),
    (LABEL, "card=15 bank=15 billing=15"),
    (LABEL, "claim=16"),
    (LABEL, "acct=17"),
    (
        LABEL,
        "npi=18 dea=18 gmc=18 nmc=18 ahpra=18 hpcsa=18 mdcn=18 dl=18",
    ),
    // Only as "S/N".
    (LABEL, "s=14"),
    (LABEL, "chi=5"),
    (LABEL, "medicare=6 mbi=6"),
    (LABEL, "aadhaar=7 aadhar=7 adhar=7 adhaar=7 uidai=7"),
    (LABEL, "philhealth=8"),
    (LABEL, "ssn=9 ssns=9 social=9 ss=9"),
    (
        LABEL,
        "nric=10 nin=10 bvn=10 ppsn=10 pps=10 nhi=10 abha=10 ihi=10 tfn=10 phn=10 hcn=10 ohip=10 ramq=10 \
         nino=10 dva=10 philsys=10 umid=10 sin=10 passport=10 emirates=10 national=10 voter=10 ghana=10 ni=10 \
         huduma=10 pan=10 tin=10 carecard=10 dni=10 curp=10",
    ),
    (
        LABEL,
        "account=11 accounts=11 iban=11 guarantor=11 acc=11 gcash=11",
    ),
    (
        LABEL,
        "licence=12 license=12 lic=12 certificate=12 cert=12 prc=12 \
         drivers=12 driver=12 driving=12 badge=12",
    ),
    (
        LABEL,
        "plate=13 plates=13 rego=13 numberplate=13 vrm=13 vrn=13 registration=13 reg=13 vin=13",
    ),
    (
        LABEL,
        "serial=14 serials=14 sn=14 udi=14 imei=14 lot=14 device=14 implant=14 pacemaker=14 lead=14 batch=14 \
         generator=14 icd=14 stent=14 prosthesis=14 valve=14 pump=14 cpap=14",
    ),
];
