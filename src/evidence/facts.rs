//! What the facts of a draft tell, as features: the person in care, times, names,
//! advice and identifiers by their kinds, who reads it, and how much there is of
//! everything. Turns of phrase are left to the rules, which judge by them already:
//! with both, more ordinary posts were interrupted (docs/detection.md).

use super::features::{Group, List, bits, mix, places};
use crate::context::Context;
use crate::draft::Draft;
use crate::facts::Facts;

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
        for (number, clue) in case.clues.iter().enumerate() {
            let (kind, at) = (clue.kind as u64, clue.tokens.start);
            self.add(Group::Case, 8, kind, at);
            self.add(Group::Case, 9, mix(strength, kind), at);
            for other in &case.clues[..number] {
                self.add(Group::Case, 10, mix(other.kind as u64, kind), at);
            }
        }
        for subject in bits(u128::from(who)) {
            self.add(Group::Case, 11, mix(strength, subject), at);
        }
    }

    /// Times, names, advice and identifiers, by their kinds.
    fn told(&mut self, draft: &Draft<'_>, facts: &Facts, context: &Context) {
        let [surface, ..] = places(context);
        for time in &facts.times {
            self.fact(Told::Time, time.when as u64, time.tokens.start);
        }
        for name in &facts.names {
            let (form, at) = (name.form as u64, name.tokens.start);
            self.fact(Told::Name, form, at);
            self.fact(Told::Name, mix(surface, form), at);
        }
        for act in &facts.acts {
            let (kind, at) = (act.act as u64, act.tokens.start);
            self.fact(Told::Act, mix(kind, act.hedged.into()), at);
            self.fact(Told::Act, mix(kind, surface), at);
        }
        for identifier in &facts.identifiers {
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
        for you in &reader.yous {
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
