//! Whose an identifier is, as the whole draft has it: a patient's, or nobody's
//! that matters here. The words around it ([`super::identifier`]) say it first;
//! where they do not, its kind and whom the draft tells of must.

use super::Facts;
use super::care::Strength;
use super::identifier::{Confidence, Identifier, Kind, Owner};
use super::name::Form;
use super::subject::who;
use crate::sense::{class, marked};
use crate::token::{self, Shape, Tokens};

/// Words that make a contact one of a person in care.
const OF_CARE: u128 = class::IN_CARE
    | class::FINDING
    | class::CARE_EVENT
    | class::CARE_ACT
    | marked::CONDITION
    | marked::PROCEDURE
    | marked::DRUG;
/// Somebody, in the sentence of the number.
const SOMEBODY: u128 =
    class::IN_CARE | class::HE_SHE | class::KIN | marked::TITLED_NAME | marked::AGE;
/// Words that make a contact a clinic's, a shop's or a colleague's.
const ELSEWHERE: u128 = class::REDIRECT | class::CLINICIAN | class::COLLEAGUE | class::PEOPLE_MANY;

impl Facts {
    /// Whether `found` belongs to a patient.
    #[must_use]
    pub fn is_a_patients(&self, tokens: &Tokens, found: &Identifier) -> bool {
        let Some(token) = tokens.all().get(tokens.at_byte(found.byte_start)) else {
            return false;
        };
        let sentence = token.sentence as usize;
        let about = self.subjects.get(sentence).copied().unwrap_or(0);
        let others = who::OWN_KIN | who::WRITER | who::INVENTED;
        if about & others != 0 || self.speaks_of_animals(sentence) {
            return false;
        }
        if found.kind == Kind::Date {
            // Whose pocket the label was in tells nothing of whose birthday it has.
            return self.is_birth_of_one(tokens, found);
        }
        match found.owner {
            Owner::Patient => points_to_one(found),
            Owner::ThirdPerson | Owner::Unknown => self.is_somebodys(tokens, found, sentence),
            _ => false,
        }
    }

    /// No word says that it is a patient's: what the number is and whom the text
    /// tells of must say so.
    fn is_somebodys(&self, tokens: &Tokens, found: &Identifier, sentence: usize) -> bool {
        let said = self.senses.of_sentence(sentence);
        let case = self.case.as_ref();
        let in_care = case.is_some_and(|case| case.strength >= Strength::Likely);
        let of_care = in_care || said & OF_CARE != 0;
        let somebody = said & SOMEBODY != 0 || self.senses.any(class::HE_SHE);
        let likely = found.confidence >= Confidence::Likely;
        let theirs = found.owner == Owner::ThirdPerson;
        match found.kind {
            Kind::Record
            | Kind::NhsNumber
            | Kind::ChiNumber
            | Kind::Medicare
            | Kind::PhilHealth
            | Kind::HealthPlan => {
                found.confidence == Confidence::Certain || likely && (of_care || somebody)
            }
            // Charts and forms say "DOB"; somebody's own, a relative's and a colleague's were told apart.
            Kind::BirthDate if found.confidence == Confidence::Certain => true,
            Kind::BirthDate | Kind::Ssn | Kind::Aadhaar | Kind::NationalId => {
                let theirs = theirs && found.confidence == Confidence::Certain;
                likely && (of_care || somebody || theirs)
            }
            Kind::Account | Kind::Licence | Kind::Device => likely && theirs,
            Kind::Phone
            | Kind::Fax
            | Kind::Email
            | Kind::Address
            | Kind::Plate
            | Kind::IpAddress => {
                // It is said to be another person's, or somebody is ill and no clinic answers there.
                let unsaid = !self.senses.any(ELSEWHERE | class::WE);
                // "that's the lady's daughter": whose relative it is makes her somebody in care.
                let of_care = of_care
                    || self.is_relative_of_one(tokens, sentence)
                    || self.senses.any(OF_CARE);
                of_care && (theirs || unsaid) && somebody && said & ELSEWHERE == 0
            }
            _ => false,
        }
    }
}

/// The years in which somebody may be born whose date of birth stands behind the name; a later one may be
/// today's, beside a signature.
const BORN: std::ops::RangeInclusive<u32> = 1900..=2019;

impl Facts {
    /// "the lady's daughter", "daughter of the lady".
    fn is_relative_of_one(&self, tokens: &Tokens, sentence: usize) -> bool {
        let is = |at: usize, classes: u128| self.senses.of(at) & classes != 0;
        let sentence = tokens.sentence(sentence);
        sentence.clone().any(|at| {
            let of = tokens.lower(at + 1) == "of" && is(at + 3, class::PERSON);
            let owned = at >= sentence.start + 2
                && tokens.lower(at - 1) == "s"
                && is(at - 2, class::PERSON);
            is(at, class::KIN) && (of || owned)
        })
    }

    /// "Doreen Fenwick 04/02/1938": a whole date right behind a name, as wristbands and labels have it.
    fn is_birth_of_one(&self, tokens: &Tokens, found: &Identifier) -> bool {
        let first = tokens.at_byte(found.byte_start);
        let end = tokens.at_byte(found.byte_end - 1) + 1;
        let year = (first..end)
            .filter_map(|at| tokens.lower(at).parse().ok())
            .any(|year| BORN.contains(&year));
        // "Doreen Fenwick (04/02/1938)": a surname that no list has may stand between, and a mark.
        let between = |at: &usize| {
            let token = tokens.all()[*at];
            token.kind == token::Kind::Mark || token.shape == Shape::Title
        };
        // Names stand in the text's order.
        let behind = self.names.partition_point(|name| name.tokens.end <= first);
        let named = self.names[..behind].last().is_some_and(|name| {
            let mut apart = name.tokens.end..first;
            apart.len() <= 2 && apart.all(|at| between(&at)) && name.form != Form::Clinician
        });
        year && named && found.confidence >= Confidence::Likely
    }
}

/// Whether a value of this kind leads to one person: a day or a hashtag alone does not.
fn points_to_one(found: &Identifier) -> bool {
    let of_many = matches!(
        found.kind,
        Kind::Bed
            | Kind::Date
            | Kind::MonthYear
            | Kind::DateRange
            | Kind::Hashtag
            | Kind::PublicLine
    );
    found.confidence >= Confidence::Likely && !of_many
}
