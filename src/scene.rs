//! A scene: one draft with its facts, in its context, under a policy. It is
//! all that a rule may look at.

use std::ops::Range;

use crate::context::{Context, Profile, Surface};
use crate::draft::Draft;
use crate::evidence::{Evidence, Topic};
use crate::facts::Facts;
use crate::facts::care::Strength;
use crate::policy::Policy;
use crate::sense::{class, marked};

/// What rules judge.
#[derive(Debug)]
pub struct Scene<'a> {
    /// The draft, folded and split.
    pub draft: &'a Draft<'a>,
    /// What it says.
    pub facts: &'a Facts,
    /// Where it is written.
    pub context: &'a Context,
    /// What the institution set.
    pub policy: &'a Policy,
    /// How it reads, by learned weights.
    pub evidence: &'a Evidence,
    /// Whether findings come with their fixes, which take as long as the rest of a long draft's check.
    pub plans_fixes: bool,
}

/// One sentence of a scene: its tokens and the classes found in it.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Token indices.
    pub tokens: Range<usize>,
    /// All classes of its tokens.
    pub classes: u128,
}

impl Sentence {
    /// Whether any of `classes` occurs in it.
    #[must_use]
    pub fn has(&self, classes: u128) -> bool {
        self.classes & classes != 0
    }
}

impl Scene<'_> {
    /// Whether any of `classes` occurs in the draft; an animal that only stands beside
    /// what is told ("very cute dog") does not count.
    #[must_use]
    pub fn has(&self, classes: u128) -> bool {
        self.facts.senses.any(classes & !class::ANIMAL)
            || classes & class::ANIMAL != 0 && self.facts.tells_of_animals
    }

    /// Whether any of `classes` occurs outside `tokens`: the words of a phrase
    /// do not speak against it.
    #[must_use]
    pub fn has_outside(&self, classes: u128, tokens: &Range<usize>) -> bool {
        let outside = (0..tokens.start).chain(tokens.end..self.draft.tokens().len());
        self.has(classes)
            && outside
                .into_iter()
                .any(|at| self.facts.senses.of(at) & classes != 0)
    }

    /// The first phrase of one of `classes`, as bytes of the folded text.
    #[must_use]
    pub fn first(&self, classes: u128) -> Option<Range<usize>> {
        self.facts
            .senses
            .first(classes)
            .map(|hit| self.bytes(hit.first as usize..(hit.first + hit.len) as usize))
    }

    /// All phrases of one of `classes`, as bytes of the folded text.
    pub fn all(&self, classes: u128) -> impl Iterator<Item = Range<usize>> + '_ {
        let hits = self
            .facts
            .senses
            .hits()
            .iter()
            .filter(move |hit| hit.classes & classes != 0);
        hits.map(|hit| self.bytes(hit.first as usize..(hit.first + hit.len) as usize))
    }

    /// The sentences in order.
    pub fn sentences(&self) -> impl Iterator<Item = Sentence> + '_ {
        let tokens = self.draft.tokens();
        (0..tokens.sentence_count()).map(move |index| Sentence {
            tokens: tokens.sentence(index),
            classes: self.facts.senses.of_sentence(index),
        })
    }

    /// Bytes of the folded text that `tokens` cover.
    #[must_use]
    pub fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        self.draft.bytes_of(tokens)
    }

    /// All of the draft, as bytes of the folded text.
    #[must_use]
    pub fn whole(&self) -> Range<usize> {
        0..self.draft.text().len()
    }

    /// The sentences that tell something: without those that keep silent on
    /// purpose ("we can't discuss …"), save what follows their "but".
    pub fn telling_sentences(&self) -> impl Iterator<Item = Sentence> + '_ {
        self.sentences().filter_map(|sentence| {
            if !sentence.has(class::DECLINES) {
                return Some(sentence);
            }
            let tokens = self.draft.tokens();
            let but = sentence
                .tokens
                .clone()
                .rfind(|at| tokens.lower(*at) == "but")?;
            let rest = but..sentence.tokens.end;
            let classes = rest
                .clone()
                .fold(0, |set, at| set | self.facts.senses.of(at));
            (classes & class::DECLINES == 0).then_some(Sentence {
                tokens: rest,
                classes,
            })
        })
    }

    /// Phrases of one of `classes` that begin in `sentence`, as bytes of the folded text.
    pub fn hits_in(
        &self,
        sentence: &Sentence,
        classes: u128,
    ) -> impl Iterator<Item = Range<usize>> + '_ {
        let tokens = sentence.tokens.clone();
        let first = self.draft.tokens().all().get(tokens.start);
        let number = first.map_or(0, |token| token.sentence as usize);
        let hits = self.facts.senses.hits_of(number).filter(move |hit| {
            hit.classes & classes != 0 && tokens.contains(&(hit.first as usize))
        });
        hits.map(|hit| self.bytes(hit.first as usize..(hit.first + hit.len) as usize))
    }

    /// Like [`Self::hits_in`], without those that a "don't", "not" or "never"
    /// up to three tokens before takes back.
    pub fn meant_in(
        &self,
        sentence: &Sentence,
        classes: u128,
    ) -> impl Iterator<Item = Range<usize>> + '_ {
        const TAKEN_BACK: usize = 3;
        let start = sentence.tokens.start;
        self.hits_in(sentence, classes).filter(move |bytes| {
            let at = self.draft.tokens().at_byte(bytes.start);
            !(at.saturating_sub(TAKEN_BACK).max(start)..at).any(|before| {
                matches!(
                    self.draft.tokens().lower(before),
                    "dont"
                        | "not"
                        | "never"
                        | "isnt"
                        | "no"
                        | "wont"
                        | "cant"
                        | "cannot"
                        | "arent"
                        | "nobody"
                        | "didnt"
                        | "shouldnt"
                        | "wouldnt"
                        | "stop"
                        | "without"
                )
            })
        })
    }

    /// Words in or right before `sentence` that make somebody the writer's
    /// patient: "my client", "bed 9"; in a direct text also "our last session".
    #[must_use]
    pub fn patient_near(&self, sentence: &Sentence) -> Option<Range<usize>> {
        let reader = &self.facts.addressee;
        let direct = matches!(self.context.surface, Surface::Message | Surface::Reply);
        let before = sentence
            .tokens
            .start
            .checked_sub(1)
            .and_then(|at| self.draft.tokens().all().get(at))
            .map_or(sentence.tokens.start, |token| {
                self.draft.tokens().sentence(token.sentence as usize).start
            });
        reader
            .patient_in(&(before..sentence.tokens.end))
            .or_else(|| reader.care.clone().filter(|_| direct && !reader.near))
            .or_else(|| {
                let told = self.facts.care.iter().find(|care| {
                    care.strength >= Strength::Likely
                        && sentence.tokens.contains(&care.tokens.start)
                });
                told.map(|care| care.tokens.clone())
            })
            .map(|words| self.bytes(words))
    }

    /// Whether the text answers a review of the writer's place of care: not
    /// one of a garage, a kitchen or a vet.
    #[must_use]
    pub fn answers_a_review(&self) -> bool {
        let tie = class::OUR_CARE | class::IN_CARE | class::DENIES | class::REVIEW_VISIT;
        let body = marked::CONDITION | marked::PROCEDURE | marked::ANATOMY | marked::DRUG;
        let surface = match self.context.surface {
            Surface::ReviewResponse => true,
            Surface::Reply => self.context.profile == Profile::Professional && self.has(tie),
            _ => false,
        };
        let trade = self.has(class::OTHER_TRADE | class::ANIMAL);
        let other = trade && !self.has(class::OUR_CARE | class::IN_CARE | body | class::CLINICIAN);
        surface && !other
    }

    /// Whether the text replied to holds any of `classes`.
    #[must_use]
    pub fn parent_has(&self, classes: u128) -> bool {
        self.facts.parent & classes != 0
    }

    /// Whether the compose box is `surface`.
    #[must_use]
    pub fn on(&self, surface: Surface) -> bool {
        self.context.surface == surface
    }

    /// The learned log-odds that the draft reads like `topic`; 0 is even.
    #[must_use]
    pub fn reads_like(&self, topic: Topic) -> f32 {
        self.evidence.log_odds(topic)
    }

    /// The words that weigh most for a prompt, as bytes of the folded text.
    #[must_use]
    pub fn heaviest(&self) -> Range<usize> {
        self.bytes(self.evidence.heaviest(self.draft, self.facts, self.context))
    }
}
