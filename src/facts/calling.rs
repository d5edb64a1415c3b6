//! The clinician's calling decides what two words mean: a therapist's client
//! and a care home's resident are in care, an agency's and a ward's are not
//! (guidance §7, cases 27 and 28).

use crate::draft::Draft;
use crate::policy::choices::Discipline;
use crate::sense::{Senses, class};

/// Which of the two words mean somebody in care.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Calling {
    /// "client": psychology, counselling, social work, therapies, home care.
    pub has_clients: bool,
    /// "resident": care homes.
    pub has_residents: bool,
}

impl From<Discipline> for Calling {
    fn from(discipline: Discipline) -> Self {
        let is_home = discipline == Discipline::LongTermCare;
        let is_therapy = matches!(
            discipline,
            Discipline::MentalHealth | Discipline::AlliedHealth
        );
        Self {
            has_clients: is_therapy || is_home,
            has_residents: is_home,
        }
    }
}

/// Beside one of these, a resident is a doctor in training also in a care home.
const IN_TRAINING: [&str; 18] = [
    "rotation",
    "rotating",
    "attending",
    "program",
    "programme",
    "training",
    "intern",
    "chief",
    "senior",
    "junior",
    "medical",
    "surgical",
    "doctor",
    "physician",
    "clinic",
    "rounds",
    "residency",
    "call",
];
/// "PGY2": the year of training.
const TRAINING_YEAR: &str = "pgy";
/// What a doctor in training is, and what somebody in care is instead.
const STAFF: u128 = class::COLLEAGUE | class::CLINICIAN;
const IN_CARE: u128 = class::IN_CARE | class::PERSON;

/// Marks residents of a care home as people in care, where the calling says that they are.
pub(super) fn mark(draft: &Draft<'_>, calling: Calling, senses: &mut Senses) {
    if !calling.has_residents {
        return;
    }
    let tokens = draft.tokens();
    let is_resident = |at: usize| tokens.lower(at) == "resident";
    let trains = |at: usize| {
        IN_TRAINING.contains(&tokens.lower(at)) || tokens.lower(at).starts_with(TRAINING_YEAR)
    };
    let sentences = (0..tokens.sentence_count()).map(|number| tokens.sentence(number));
    let found: Vec<usize> = sentences
        .filter(|sentence| !sentence.clone().any(trains))
        .flat_map(|sentence| sentence.filter(|at| is_resident(*at)))
        .collect();
    if found.is_empty() {
        return;
    }
    senses.unmark_each(|at| found.binary_search(&at).is_ok(), STAFF);
    for at in found {
        senses.mark(at, 1, IN_CARE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Checker;
    use crate::context::Context;
    use crate::finding::Verdict;
    use crate::policy::Policy;

    fn verdict(discipline: Discipline, text: &str) -> Verdict {
        let policy = Policy {
            discipline,
            ..Policy::default()
        };
        let report = Checker::new(policy).check(text, &Context::default());
        report.verdict
    }

    #[test]
    fn a_therapists_client_is_in_care_and_an_agencys_is_not() {
        let told = "My client finally left him today";
        for discipline in [Discipline::MentalHealth, Discipline::AlliedHealth] {
            assert_eq!(verdict(discipline, told), Verdict::Note, "{discipline:?}");
        }
        for discipline in [Discipline::General, Discipline::Dentistry] {
            assert_eq!(verdict(discipline, told), Verdict::Clear, "{discipline:?}");
        }
        let launch = "Client launch today, so proud of this team.";
        assert_eq!(verdict(Discipline::MentalHealth, launch), Verdict::Clear);
    }

    #[test]
    fn a_care_homes_resident_is_in_care_and_a_trainee_is_not() {
        // Whoever says "our" of somebody who died means one of the house, whatever the calling.
        let ours = "Our resident died tonight and the dog would not leave her door.";
        for discipline in [Discipline::LongTermCare, Discipline::General] {
            assert_eq!(verdict(discipline, ours), Verdict::Caution, "{ours}");
        }
        for text in [
            "Resident refused her insulin again tonight",
            "A resident celebrated his birthday with a fall today",
        ] {
            assert_eq!(
                verdict(Discipline::LongTermCare, text),
                Verdict::Caution,
                "{text}"
            );
            assert_eq!(verdict(Discipline::General, text), Verdict::Clear, "{text}");
        }
        for text in [
            "Our chief resident got engaged today!",
            "PGY2 resident refused her lunch again tonight",
            "Resident rotation ends today.",
        ] {
            assert_eq!(
                verdict(Discipline::LongTermCare, text),
                Verdict::Clear,
                "{text}"
            );
        }
    }

    #[test]
    fn many_residents_are_read_in_one_pass() {
        let senses_of = |text: &str, calling| {
            let draft = Draft::new(text);
            let mut senses = Senses::new(draft.tokens());
            mark(&draft, calling, &mut senses);
            (senses.of(1), senses.of(3))
        };
        let text = "a resident a resident";
        let (first, second) = senses_of(text, Discipline::LongTermCare.into());
        assert_eq!(first & (STAFF | IN_CARE), IN_CARE);
        assert_eq!(second & (STAFF | IN_CARE), IN_CARE);
        let (first, _) = senses_of(text, Calling::default());
        assert_eq!(first & class::IN_CARE, 0);
    }
}
