//! What the facts of a draft tell, as features: the person in care, times, names,
//! advice and identifiers by their kinds, who reads it, and how much there is of
//! everything. Turns of phrase are left to the rules, which judge by them already:
//! with both, more ordinary posts were interrupted (docs/detection.md).

use super::features::{Group, List, bits, mix, places};
use crate::context::Context;
use crate::draft::Draft;
use crate::facts::Facts;
use crate::facts::clue::ClueKind;

/// Clue points above this say no more (guidance §4: four is a stop).
const MOST_POINTS: u32 = 6;

/// Facts that are one of a few kinds, so that the same number in two roles is two features.
#[derive(Clone, Copy)]
enum Told {
    Time,
    Name,
    Act,
    Identifier,
    Reader,
    You,
}

/// Kinds met so far. A feature counts once, and a long draft has thousands of facts:
/// what is met again is passed over by a bit.
#[derive(Clone, Copy, Default)]
struct Met(u128);

impl Met {
    /// Whether `kind`, below 128, is met for the first time.
    fn is_new(&mut self, kind: u64) -> bool {
        let before = self.0;
        self.0 |= 1 << (kind % 128);
        self.0 != before
    }
}

impl<F: FnMut(u32, usize) + ?Sized> List<'_, F> {
    pub(super) fn facts(&mut self, draft: &Draft<'_>, facts: &Facts, context: &Context) {
        self.case(facts);
        self.told(draft, facts, context);
        self.reader(facts);
        self.counts(draft, facts);
    }

    /// The person in care.
    fn case(&mut self, facts: &Facts) {
        let who = facts.subjects.iter().fold(0, |all, who| all | who);
        for subject in bits(u128::from(who)) {
            self.add(Group::Case, 0, subject, 0);
        }
        let Some(case) = &facts.case else {
            self.add(Group::Case, 1, 0, 0);
            return;
        };
        let at = case.care.start;
        let strength = case.strength as u64;
        let points = u64::from(case.points().min(MOST_POINTS));
        let telling = u64::from(case.is_fresh)
            + 2 * u64::from(case.is_long_ago)
            + 4 * u64::from(case.clinical.is_some());
        self.add(Group::Case, 2, strength, at);
        self.add(Group::Case, 3, case.anchor as u64, at);
        self.add(Group::Case, 4, mix(strength, case.anchor as u64), at);
        self.add(Group::Case, 5, points, at);
        self.add(Group::Case, 6, mix(strength, points), at);
        self.add(Group::Case, 7, mix(strength, telling), at);
        let mut met = Met::default();
        // Of each kind, those that were met before one of it.
        let mut pairs = [0_u128; ClueKind::COUNT];
        for clue in &case.clues {
            let (kind, at) = (clue.kind as u64, clue.tokens.start);
            let Some(paired) = pairs.get_mut(clue.kind as usize) else {
                continue;
            };
            for other in bits(met.0 & !*paired) {
                self.add(Group::Case, 10, mix(other, kind), at);
            }
            *paired |= met.0;
            if met.is_new(kind) {
                self.add(Group::Case, 8, kind, at);
                self.add(Group::Case, 9, mix(strength, kind), at);
            }
        }
        for subject in bits(u128::from(who)) {
            self.add(Group::Case, 11, mix(strength, subject), at);
        }
    }

    /// Times, names, advice and identifiers, by their kinds.
    fn told(&mut self, draft: &Draft<'_>, facts: &Facts, context: &Context) {
        let [surface, ..] = places(context);
        let mut met = Met::default();
        for time in facts.times.iter().filter(|it| met.is_new(it.when as u64)) {
            self.fact(Told::Time, time.when as u64, time.tokens.start);
        }
        let mut met = Met::default();
        for name in facts.names.iter().filter(|it| met.is_new(it.form as u64)) {
            let (form, at) = (name.form as u64, name.tokens.start);
            self.fact(Told::Name, form, at);
            self.fact(Told::Name, mix(surface, form), at);
        }
        let mut met = Met::default();
        for act in &facts.acts {
            let (kind, hedged, at) = (act.act as u64, u64::from(act.hedged), act.tokens.start);
            if met.is_new(2 * kind + hedged) {
                self.fact(Told::Act, mix(kind, hedged), at);
                self.fact(Told::Act, mix(kind, surface), at);
            }
        }
        let mut met = Met::default();
        let identifiers = facts.identifiers.iter();
        for identifier in identifiers.filter(|it| met.is_new(it.kind as u64)) {
            let at = draft.tokens().at_byte(identifier.byte_start);
            self.fact(Told::Identifier, identifier.kind as u64, at);
        }
    }

    /// Who reads it.
    fn reader(&mut self, facts: &Facts) {
        let reader = &facts.addressee;
        let is = [
            reader.near,
            reader.care.is_some(),
            reader.called.is_some(),
            !reader.patients.is_empty(),
            !reader.yous.is_empty(),
        ];
        for (kind, is) in (0..).zip(is) {
            self.fact(Told::Reader, mix(kind, is.into()), 0);
        }
        let mut met = Met::default();
        for you in reader.yous.iter().filter(|it| met.is_new(it.part as u64)) {
            self.fact(Told::You, you.part as u64, you.at);
        }
    }

    fn fact(&mut self, told: Told, kind: u64, at: usize) {
        self.add(Group::Fact, told as u64, kind, at);
    }

    /// How long the draft is, and how much of everything it has.
    fn counts(&mut self, draft: &Draft<'_>, facts: &Facts) {
        let tokens = draft.tokens();
        let counts = [
            tokens.len().max(1).ilog2() as usize,
            tokens.sentence_count().max(1).ilog2() as usize,
            draft.text().contains('?').into(),
            facts.names.len().min(4),
            facts.beds.len().min(2),
            facts.ages.len().min(3),
            facts.consent.is_some().into(),
            facts.tells_of_animals.into(),
            facts.workplaces.len().min(2),
            facts.health.len().min(3),
            facts.times.len().min(3),
            facts.places.len().min(3),
            facts.care.len().min(3),
        ];
        for (kind, count) in (0..).zip(counts) {
            self.add(Group::Count, kind, count as u64, 0);
        }
    }
}
