//! Facts: what a draft says, before anybody judges it. One file per kind.

pub mod addressee;
pub mod age;
pub mod bed;
pub mod calling;
pub mod care;
pub mod case;
pub mod clue;
pub mod consent;
pub mod cue;
mod eponym;
mod facility;
mod headline;
pub mod health;
pub mod identifier;
pub mod name;
mod numeral;
mod owner;
pub mod place;
pub mod quote;
pub mod speech_act;
mod splice;
pub mod subject;
pub mod term;
pub mod time;
pub mod vital;
pub mod workplace;

use std::ops::Range;

use crate::change::within;
use crate::context::Context;
use crate::draft::Draft;
use crate::facts::identifier::Kind;
use crate::finding::{Mention, MentionKind};
use crate::sense::{Senses, marked};

/// Everything found in one draft. Ranges are token indices of the draft.
#[derive(Debug, Default)]
pub struct Facts {
    /// Word and phrase classes, with those the other facts mark.
    pub senses: Senses,
    /// People's names.
    pub names: Vec<name::Name>,
    /// Ages.
    pub ages: Vec<age::Age>,
    /// Times of day, dates and relative times.
    pub times: Vec<time::Time>,
    /// Towns, regions, countries and facilities.
    pub places: Vec<place::Place>,
    /// Places of care by name.
    pub workplaces: Vec<Range<usize>>,
    /// Terms of the institution.
    pub terms: Vec<term::Term>,
    /// Conditions, drugs, procedures, parts of the body.
    pub health: Vec<health::Health>,
    /// Beds, rooms, bays and chairs with a number.
    pub beds: Vec<Range<usize>>,
    /// Numbers, addresses, dates and handles; offsets are bytes of the folded text.
    pub identifiers: Vec<identifier::Identifier>,
    /// For every sentence, whom it may be about when nobody is in care.
    pub subjects: Vec<u16>,
    /// Sentences that tell of a person in the writer's care.
    pub care: Vec<care::Care>,
    /// The person in care that the draft tells of, if it does.
    pub case: Option<case::Case>,
    /// Words of written consent, as tokens.
    pub consent: Option<Range<usize>>,
    /// The reader.
    pub addressee: addressee::Addressee,
    /// What sentences do to the reader.
    pub acts: Vec<speech_act::SpeechAct>,
    /// All classes of the text replied to, where there is one.
    pub parent: u128,
    /// Turns of phrase, by what they say.
    pub cues: Vec<cue::Found>,
    /// What "client" and "resident" mean here.
    pub calling: calling::Calling,
    /// Quotation marks.
    pub quotes: quote::Quotes,
    /// Whether the draft tells of an animal, and not only of one that walks by.
    pub tells_of_animals: bool,
}

impl Facts {
    /// Reads all facts of `draft`.
    #[must_use]
    pub fn new(draft: &Draft<'_>) -> Self {
        Self::with_terms(draft, &term::Terms::default())
    }

    /// Reads all facts of `draft`, as `terms` of institution and calling have it.
    #[must_use]
    pub fn with_terms(draft: &Draft<'_>, terms: &term::Terms) -> Self {
        let mut facts = Self::of_lines(draft, terms);
        facts.of_whole(draft);
        facts
    }

    /// What each line tells by itself, or with the words next to it: whoever
    /// reads here looks no further than [`crate::reading::REACH`] tokens beyond
    /// its own words, and what is found ends with its line, an identifier
    /// excepted. [`crate::reading`] builds on that.
    pub(crate) fn of_lines(draft: &Draft<'_>, terms: &term::Terms) -> Self {
        let tokens = draft.tokens();
        let mut facts = Self {
            senses: Senses::new(tokens),
            calling: terms.calling,
            ..Self::default()
        };
        facts.senses.end_round();
        calling::mark(draft, terms.calling, &mut facts.senses);
        facts.senses.end_round();
        facts.health = health::find(tokens, &mut facts.senses);
        facts.senses.end_round();
        facts.ages = age::find(tokens, &mut facts.senses);
        facts.senses.end_round();
        facts.times = time::find(tokens, &mut facts.senses);
        facts.senses.end_round();
        facts.identifiers = identifier::find(draft.text());
        facts.mark_identifiers(draft);
        facts.senses.end_round();
        facts.names = name::find(draft, &mut facts.senses);
        facts.senses.end_round();
        facts.beds = bed::find(tokens, &mut facts.senses);
        facts.senses.end_round();
        facts.places = place::find(tokens, &mut facts.senses);
        facts.senses.end_round();
        facts.terms = terms.find(tokens);
        facts.place_terms();
        facts.senses.end_round();
        facts.workplaces = workplace::find(tokens, &facts.senses, &facts.places);
        facts.senses.sort_by_sentence(tokens);
        facts.subjects = subject::read(tokens, &facts.senses);
        facts.cues = cue::find(draft, &facts);
        facts.quotes = quote::Quotes::find(tokens);
        facts.addressee.yous = addressee::yous(tokens, &facts.senses);
        facts.acts = speech_act::find(tokens, &facts.senses);
        facts
    }

    /// What the draft tells as a whole.
    pub(crate) fn of_whole(&mut self, draft: &Draft<'_>) {
        cue::mark_quoted(&self.quotes, &mut self.cues);
        self.care = care::find(draft, self);
        self.of_whole_beside_care(draft);
    }

    /// The same, where care and quotation marks are known.
    pub(crate) fn of_whole_beside_care(&mut self, draft: &Draft<'_>) {
        let tokens = draft.tokens();
        self.consent = consent::find(tokens, &self.senses);
        self.tells_of_animals = self.is_of_animals(tokens);
        self.case = case::find(draft, self);
        let yous = std::mem::take(&mut self.addressee.yous);
        self.addressee = addressee::find(tokens, &self.senses, yous);
    }

    /// As [`Self::with_terms`], with what the text says that `draft` replies to.
    #[must_use]
    pub fn in_context(draft: &Draft<'_>, terms: &term::Terms, context: &Context) -> Self {
        Self {
            parent: Self::of_parent(context),
            ..Self::with_terms(draft, terms)
        }
    }

    /// All classes of the text that is replied to.
    pub(crate) fn of_parent(context: &Context) -> u128 {
        context.parent.as_deref().map_or(0, |parent| {
            let facts = Self::new(&Draft::new(parent));
            facts.senses.all()
        })
    }
}

impl Facts {
    /// The institution knows its own places: they are no names, and no other places.
    fn place_terms(&mut self) {
        const NAMES: u128 = marked::NAME | marked::INITIALS;
        for term in &self.terms {
            let Some(kind) = term.meaning.place() else {
                continue;
            };
            let apart = |tokens: &Range<usize>| {
                tokens.end <= term.tokens.start || term.tokens.end <= tokens.start
            };
            self.names.retain(|name| apart(&name.tokens));
            self.places.retain(|place| apart(&place.tokens));
            self.senses.unmark(&term.tokens, NAMES);
            let class = if kind == place::PlaceKind::Facility {
                marked::FACILITY
            } else {
                marked::PLACE
            };
            self.senses
                .mark(term.tokens.start, term.tokens.len(), class);
            self.places.push(place::Place {
                tokens: term.tokens.clone(),
                kind,
            });
        }
        self.places.sort_by_key(|place| place.tokens.start);
    }

    fn mark_identifiers(&mut self, draft: &Draft<'_>) {
        for found in &self.identifiers {
            let class = match found.kind {
                Kind::Bed | Kind::Hashtag | Kind::Handle | Kind::Url | Kind::PublicLine => continue,
                Kind::Date | Kind::MonthYear | Kind::DateRange => marked::DATE,
                _ => marked::IDENTIFIER,
            };
            let first = draft.tokens().at_byte(found.byte_start);
            let end = draft.tokens().at_byte(found.byte_end.saturating_sub(1)) + 1;
            self.senses.mark(first, end - first, class);
        }
    }

    /// The names that begin in `tokens`.
    #[must_use]
    pub fn names_in(&self, tokens: Range<usize>) -> &[name::Name] {
        within(&self.names, tokens)
    }

    /// The signs of a person in care that begin in `tokens`.
    #[must_use]
    pub fn care_in(&self, tokens: Range<usize>) -> &[care::Care] {
        within(&self.care, tokens)
    }

    /// The workplaces that begin in `tokens`.
    #[must_use]
    pub fn workplaces_in(&self, tokens: Range<usize>) -> &[Range<usize>] {
        within(&self.workplaces, tokens)
    }

    /// Every fact that has a place, as bytes of the source, in order.
    #[must_use]
    pub fn mentions(&self, draft: &Draft<'_>) -> Vec<Mention> {
        use MentionKind as K;
        let at = |kind, tokens: &Range<usize>| {
            Mention::new(kind, draft.to_source(draft.bytes_of(tokens.clone())))
        };
        let mut mentions: Vec<Mention> = Vec::new();
        mentions.extend(self.names.iter().map(|name| at(K::Person, &name.tokens)));
        mentions.extend(self.ages.iter().map(|age| at(K::Age, &age.tokens)));
        mentions.extend(self.care.iter().map(|care| at(K::Care, &care.tokens)));
        mentions.extend(self.beds.iter().map(|bed| at(K::Bed, bed)));
        mentions.extend(self.times.iter().map(|time| {
            at(
                if time.when == time::When::Date {
                    K::Date
                } else {
                    K::Time
                },
                &time.tokens,
            )
        }));
        mentions.extend(self.places.iter().map(|place| {
            at(
                if place.kind == place::PlaceKind::Facility {
                    K::Facility
                } else {
                    K::Place
                },
                &place.tokens,
            )
        }));
        mentions.extend(
            self.health
                .iter()
                .map(|health| at(health::mention_kind(health.info), &health.tokens)),
        );
        mentions.extend(self.identifiers.iter().map(|found| {
            Mention::new(
                identifier_kind(found.kind),
                draft.to_source(found.byte_start..found.byte_end),
            )
        }));
        mentions.sort_by_key(|mention| (mention.byte_start, mention.byte_end));
        mentions
    }
}

fn identifier_kind(kind: Kind) -> MentionKind {
    match kind {
        Kind::Phone | Kind::Fax | Kind::Email | Kind::PublicLine => MentionKind::Contact,
        Kind::Date | Kind::MonthYear | Kind::DateRange | Kind::BirthDate => MentionKind::Date,
        Kind::Address | Kind::Postcode => MentionKind::Place,
        Kind::Url | Kind::IpAddress => MentionKind::Url,
        Kind::Handle => MentionKind::Person,
        Kind::Hashtag => MentionKind::Words,
        Kind::Bed => MentionKind::Bed,
        _ => MentionKind::Id,
    }
}
