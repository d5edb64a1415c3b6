//! Cooler words for labels and insults (the classes `label` and `insult` of
//! data/senses); words without a cooler one go, where the sentence allows it.

use std::ops::Range;

use super::Matter;
use super::plan::Plan;
use super::words::{is_closing, is_determiner, is_preposition};
use crate::finding::Edit;
use crate::lexicon::{self, flags};
use crate::sense::{Hit, class};
use crate::token::Shape;

/// For insults that say nothing but the writer's anger.
const HARD: &str = "person I find hard to work with";

/// The same where no article stands before it.
const HARD_SOMEONE: &str = "someone I find hard to work with";

/// Words and what to write instead; plurals apart, so that verbs keep agreeing.
const COOLER: [(&str, &str); 77] = [
    ("frequent flyer", "patient who comes often"),
    ("frequent flier", "patient who comes often"),
    ("frequent flyers", "patients who come often"),
    ("frequent fliers", "patients who come often"),
    ("drug seeker", "patient in need of pain care"),
    ("drug seekers", "patients in need of pain care"),
    ("junkie", "person with an addiction"),
    ("junkies", "people with an addiction"),
    ("crackhead", "person with an addiction"),
    ("druggie", "person with an addiction"),
    ("addict", "person with an addiction"),
    ("addicts", "people with an addiction"),
    ("alcoholic", "person who drinks too much"),
    ("drunk", "person who drank"),
    ("drunks", "people who drank"),
    ("psycho", "person in distress"),
    ("psychos", "people in distress"),
    ("lunatic", "person in distress"),
    ("lunatics", "people in distress"),
    ("nutter", "person in distress"),
    ("nutters", "people in distress"),
    ("hypochondriac", "worried person"),
    ("hypochondriacs", "worried people"),
    ("worried well", "worried people"),
    ("whiner", "unhappy person"),
    ("whiners", "unhappy people"),
    ("moaner", "unhappy person"),
    ("moaners", "unhappy people"),
    ("drama queen", "upset person"),
    ("attention seeker", "person who needs to be heard"),
    ("time waster", "visitor with a small matter"),
    ("time wasters", "visitors with small matters"),
    ("timewaster", "visitor with a small matter"),
    ("timewasters", "visitors with small matters"),
    ("bed blocker", "patient who waits for a place"),
    ("bed blockers", "patients who wait for a place"),
    ("coffin dodger", "older person"),
    ("coffin dodgers", "older people"),
    ("crumblies", "older people"),
    ("wrinklies", "older people"),
    ("fatty", "larger person"),
    ("fatties", "larger people"),
    ("whale", "larger person"),
    ("whales", "larger people"),
    ("beached whale", "larger person"),
    ("cow", HARD),
    ("witch", HARD),
    ("brat", "child"),
    ("brats", "children"),
    ("anti-vaxxer", "person with doubts about vaccines"),
    ("anti-vaxxers", "people with doubts about vaccines"),
    ("antivaxxer", "person with doubts about vaccines"),
    ("antivaxxers", "people with doubts about vaccines"),
    ("train wreck", "difficult case"),
    ("noncompliant", "not yet ready for treatment"),
    ("idiot", HARD),
    ("idiots", "people"),
    ("moron", HARD),
    ("morons", "people"),
    ("clown", HARD),
    ("clowns", "people"),
    ("loser", HARD),
    ("losers", "people"),
    ("jerk", HARD),
    ("jerks", "people"),
    ("liar", HARD),
    ("bully", HARD),
    ("bullies", "people I find hard to work with"),
    ("fraud", HARD),
    ("quack", "practitioner I disagree with"),
    ("clueless", "unprepared"),
    ("useless", "unhelpful"),
    ("incompetent", "unprepared"),
    ("pathetic", "disappointing"),
    ("toxic", "difficult"),
    ("lazy", "slow"),
    ("stupid", "unwise"),
];

/// Longer words in capitals are shouted; shorter ones may be abbreviations.
const SHOUTED_FROM: usize = 4;
/// From so many shouted words on the draft is shouting.
const MANY_SHOUTED: usize = 2;

pub(super) fn edits(matter: &Matter<'_>) -> Option<Vec<Edit>> {
    let scene = matter.scene;
    let mut plan = Plan::new(scene.draft);
    let heated = class::LABEL | class::INSULT | class::MOCKERY;
    let mut hits: Vec<&Hit> = scene
        .facts
        .senses
        .hits()
        .iter()
        .filter(|hit| hit.classes & heated != 0)
        .collect();
    // Of phrases that begin together the longest is meant.
    hits.sort_by_key(|hit| (hit.first, std::cmp::Reverse(hit.len)));
    let mut said = None;
    for hit in hits {
        said = one(
            &mut plan,
            hit.first as usize..(hit.first + hit.len) as usize,
            said,
        );
    }
    calm(&mut plan);
    plan.edits()
}

/// Changes `words`; gives where the last insult got cooler words.
fn one(plan: &mut Plan<'_>, words: Range<usize>, said: Option<usize>) -> Option<usize> {
    if !plan.is_free(&words) {
        return said;
    }
    let spoken: Vec<&str> = words.clone().map(|at| plan.lower(at)).collect();
    let phrase = spoken.join(" ").replace(" - ", "-");
    let cooler = COOLER
        .iter()
        .find(|(hot, _)| *hot == phrase)
        .map(|(_, cool)| *cool);
    let ahead = plan.before(words.start);
    let word = ahead.map_or("", |at| plan.lower(at));
    let next = plan.lower(words.end);
    let Some(cool) = cooler else {
        // "lol", "grow up": what stands alone can go alone.
        let apart = ahead.is_none() || matches!(word, "," | "." | "!");
        if apart && (next.is_empty() || is_closing(next)) {
            plan.drop(words);
        }
        return said;
    };
    let alone = word == "," && (next.is_empty() || is_closing(next));
    if alone && is_adjective(cool) {
        plan.drop(words);
        return said;
    }
    // ", a bully and a fraud": once is enough.
    let lead = ahead
        .filter(|_| is_determiner(word))
        .and_then(|at| plan.before(at));
    let listed = lead.filter(|at| matches!(plan.lower(*at), "," | "and"));
    if let Some(lead) = listed.filter(|_| said.is_some() && cool == HARD) {
        plan.drop(lead..words.end);
        return said;
    }
    let noun_follows = !next.is_empty() && !is_closing(next) && !is_little(next);
    if noun_follows && is_adjective(cool) {
        plan.drop(words);
        return said;
    }
    let at = words.start;
    if cool == HARD {
        hard(plan, words);
    } else {
        plan.say(words, cool);
    }
    Some(at)
}

/// An insult that is only anger, with what makes it stronger.
fn hard(plan: &mut Plan<'_>, words: Range<usize>) {
    let sentence = plan.tokens().all()[words.start].sentence as usize;
    let mut told = plan.tokens().sentence(sentence);
    // Said to somebody's face there are no cooler words for it.
    if told.any(|at| matches!(plan.lower(at), "you" | "youre" | "ur" | "u")) {
        return;
    }
    let mut first = words.start;
    while let Some(at) = plan
        .before(first)
        .filter(|at| !plan.is_free(&(*at..at + 1)) || is_stronger(plan.lower(*at)))
    {
        first = at;
    }
    let determined = plan
        .before(first)
        .is_some_and(|at| is_determiner(plan.lower(at)));
    plan.drop(first..words.start);
    plan.say(words, if determined { HARD } else { HARD_SOMEONE });
}

fn is_stronger(word: &str) -> bool {
    matches!(
        word,
        "absolute" | "complete" | "total" | "real" | "right" | "utter" | "such" | "proper" | "big"
    )
}

/// One word that stands before its noun.
fn is_adjective(cool: &str) -> bool {
    matches!(
        cool,
        "unprepared" | "unhelpful" | "unwise" | "slow" | "difficult" | "disappointing"
    )
}

/// Words that show that no noun follows.
fn is_little(word: &str) -> bool {
    is_determiner(word)
        || is_preposition(word)
        || matches!(
            word,
            "and" | "or" | "but" | "as" | "when" | "because" | "so" | "too" | "-" | "–" | "—"
        )
}

/// Ordinary words in capitals, back in small letters.
fn calm(plan: &mut Plan<'_>) {
    let is_shout = |at: usize| {
        plan.tokens().all()[at].shape == Shape::Upper
            && lexicon::word(plan.lower(at)).any(flags::ORDINARY)
    };
    let shouts: Vec<usize> = (0..plan.tokens().len())
        .filter(|at| is_shout(*at))
        .collect();
    let tokens = plan.tokens();
    let long = |at: &usize| tokens.lower(*at).len() >= SHOUTED_FROM;
    if shouts.iter().filter(|at| long(at)).count() < MANY_SHOUTED {
        return;
    }
    for at in &shouts {
        let among =
            shouts.contains(&(at + 1)) || at.checked_sub(1).is_some_and(|i| shouts.contains(&i));
        if long(at) || among {
            let small = plan.lower(*at).to_owned();
            plan.say(*at..*at + 1, &small);
        }
    }
}
