//! Rule `workplace-grievance`.

use crate::context::Surface;
use crate::declare_rule;
use crate::facts::cue::Cue;
use crate::finding::MentionKind;
use crate::finding::Severity;
#[cfg(not(target_arch = "wasm32"))]
use crate::rule::Cases;
use crate::rule::Judgement;
use crate::scene::Scene;
use crate::sense::class;

declare_rule! {
    /// A fault of the own workplace is made public.
    ///
    /// Broken equipment, missing stock, thin staffing or hidden figures at the writer's own place of work.
    ///
    /// ## Why pause
    /// A safety line could fix it faster. Your right to report or speak up about work stays.
    ///
    /// ## Write instead
    /// Report it inside first. In public, write about the problem in general and what would help.
    ///
    /// ## When it differs
    /// Never above a note. Silent about pay, unions, strikes and whistleblowing, once it is reported or mended, and in
    /// direct messages.
    ///
    /// ## Source
    /// Teaching scenario 6
    /// Mount Sinai suggestion 1
    "workplace-grievance", Conduct, Note, judge,
}

/// How many sentences apart the place and the fault may stand.
const NEAR: usize = 1;

fn judge(scene: &Scene<'_>) -> Option<Judgement> {
    let facts = scene.facts;
    let spoken_up = scene.has(class::PROTECTED) || facts.says(Cue::PutRight);
    let elsewhere =
        class::INVENTED | class::ANIMAL | class::SIM | class::SELF_PATIENT | class::VISITOR;
    let care = class::WARD | class::CARE_AREA | class::CARE_SITE;
    let trade = scene.has(class::OTHER_TRADE) && !scene.has(care);
    if scene.on(Surface::Message) || spoken_up || trade || scene.has(elsewhere) {
        return None;
    }
    facts.meant(Cue::Shortcoming).find_map(|fault| {
        let own = facts.meant_near(Cue::OwnPlace, fault.sentence, NEAR).next();
        let named = facts.workplaces_in(scene.draft.tokens().sentence(fault.sentence)).first();
        let place = own.map(|own| own.tokens.clone()).or_else(|| named.cloned())?;
        let judged = Judgement::new(Severity::Note, scene.bytes(fault.tokens.clone()));
        Some(judged.evidence([(MentionKind::Facility, scene.bytes(place))]))
    })
}

/// What it sees, and what it leaves alone.
#[cfg(not(target_arch = "wasm32"))]
pub static CASES: Cases = Cases {
    flags: &[
        "Our lab's [[analyser is from 1994]] and it shows",
        "[[Only one working hoist]] on our floor again, welcome to geriatrics",
        "Where I work the [[monitors freeze]] twice a night",
        "My hospital has [[run out of gloves]] for the third time this month",
        "They [[reuse single-use tubes]] at my place and call it thrift",
        "The [[roof is falling]] in on our theatre and the board bought a fountain",
        "We run the clinic with a [[broken fridge]] and a prayer",
    ],
    allows: &[
        "My laptop is from 1994 and the fan is dying",
        "Hospitals across the country need newer scanners, says the report",
        "I filed a safety report about our broken hoist and it got fixed",
        "Our nurses deserve safe staffing, join the picket on Friday",
        "DM: the monitor in our bay is broken again, who do I ring?",
        "The gym's treadmill is broken, nobody fixes it",
        "Our ward got three new hoists today, thank you to the donors",
    ],
};
