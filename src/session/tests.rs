//! The session's logic over the real checker, without a browser.

use super::act::{Act, PROFILES, Reason, profile_id};
use super::dismissals::SILENT_MS;
use super::screen::{Gate, Pause, Shown, Status};
use super::*;
use crate::context::{Audience, Profile, Site};
use crate::finding::{Edit, Finding, Fix, FixKind, Mention, MentionKind, Severity, Verdict};
use crate::message::{AccountKind, Answered, DraftContext, Mark};
use crate::session::line::Lines;

const NOW: f64 = 1_800_000_000_000.0;
const STOP: &str = "👩🏽‍⚕️ Mrs. Lindqvist in bed 12 finally slept tonight.";
const PLAIN: &str = "Proud of the whole night team, coffee is on me tomorrow.";

fn context(handle: &str) -> DraftContext {
    let account = Account {
        site: Site::X,
        handle: Some(handle.to_owned()),
        kind: AccountKind::Person,
        ..Account::default()
    };
    DraftContext {
        site: Site::X,
        audience: Audience::Public,
        account: Some(account),
        ..DraftContext::default()
    }
}

fn draft(session: &mut Session, revision: u32, text: &str) -> Vec<Effect> {
    let message = PageMessage::Draft {
        r#box: 1,
        revision,
        text: text.to_owned(),
        context: context("amy"),
    };
    session.step(Input::Page(message), NOW)
}

fn settle(session: &mut Session, revision: u32) -> Vec<Effect> {
    session.step(Input::Woke(Wake::Settled { r#box: 1, revision }), NOW)
}

fn press(session: &mut Session, press: u32) -> Vec<Effect> {
    without_counts(session.step(Input::Page(PageMessage::Press { r#box: 1, press }), NOW))
}

fn act(session: &mut Session, act: Act) -> Vec<Effect> {
    without_counts(session.step(Input::Act(act), NOW))
}

/// Counts have tests of their own.
fn without_counts(mut effects: Vec<Effect>) -> Vec<Effect> {
    effects.retain(|effect| !matches!(effect, Effect::Count(_)));
    effects
}

fn answer(effects: &[Effect]) -> (Answered, Vec<Mark>) {
    let found = effects.iter().find_map(|effect| match effect {
        Effect::Say(FrameMessage::Answer { verdict, marks, .. }) => Some((*verdict, marks.clone())),
        _ => None,
    });
    found.expect("an answer")
}

fn decisions(effects: &[Effect]) -> Vec<Decision> {
    let says = effects.iter().filter_map(|effect| match effect {
        Effect::Say(FrameMessage::Decision { decision, .. }) => Some(*decision),
        _ => None,
    });
    says.collect()
}

fn paused(session: &Session) -> Pause {
    match session.screen().shown {
        Shown::Pause(pause) => pause,
        other => panic!("expected the pause dialog, got {other:?}"),
    }
}

fn status(session: &Session) -> Status {
    match session.screen().shown {
        Shown::Chip(chip) => chip.status,
        Shown::Panel(panel) => panel.status,
        other => panic!("expected chip or panel, got {other:?}"),
    }
}

#[test]
fn marks_are_utf16_and_stand_under_the_words() {
    let mut session = Session::default();
    let (verdict, marks) = answer(&draft(&mut session, 1, STOP));
    assert_eq!(verdict, Answered::Stop);
    let units: Vec<u16> = STOP.encode_utf16().collect();
    let marked = &units[marks[0].utf16_start as usize..marks[0].utf16_end as usize];
    assert_eq!(String::from_utf16_lossy(marked), "Mrs. Lindqvist");
}

#[test]
fn a_word_still_being_typed_is_marked_when_typing_pauses() {
    let mut session = Session::default();
    let text = "my patient is called Mrs. Lindqvist";
    let (verdict, marks) = answer(&draft(&mut session, 1, text));
    assert_eq!((verdict, marks.len()), (Answered::Stop, 0));
    let effects = settle(&mut session, 1);
    assert_eq!(answer(&effects).1.len(), 1);
    assert!(effects.contains(&Effect::Announce(Verdict::Stop)));
}

#[test]
fn an_older_revision_and_an_older_timer_change_nothing() {
    let mut session = Session::default();
    draft(&mut session, 2, PLAIN);
    assert_eq!(draft(&mut session, 1, STOP), Vec::new());
    assert_eq!(settle(&mut session, 1), Vec::new());
    assert_eq!(status(&session), Status::Clear);
}

#[test]
fn what_cannot_be_read_is_not_checked_and_never_looks_clear() {
    let mut session = Session::default();
    let unreadable = PageMessage::Box {
        r#box: 1,
        state: BoxState::Unreadable,
        missing: None,
        anchors: String::new(),
    };
    session.step(Input::Page(unreadable), NOW);
    assert_eq!(status(&session), Status::NotChecked);
    let (verdict, _) = answer(&draft(&mut session, 1, PLAIN));
    assert_eq!(verdict, Answered::NotChecked);
    assert_eq!(status(&session), Status::NotChecked);
}

#[test]
fn a_stop_is_posted_with_a_reason_and_only_once() {
    let mut session = Session::default();
    draft(&mut session, 1, STOP);
    assert!(press(&mut session, 7).contains(&Effect::Focus));
    assert_eq!(paused(&session).gate, Gate::Reason(None));
    assert_eq!(act(&mut session, Act::PostAnyway), Vec::new());
    act(&mut session, Act::Because(Reason::Consent));
    let expected = Effect::Say(FrameMessage::Decision {
        press: 7,
        decision: Decision::Post,
    });
    assert_eq!(act(&mut session, Act::PostAnyway), vec![expected]);
    assert_eq!(act(&mut session, Act::PostAnyway), Vec::new());
}

#[test]
fn a_caution_opens_after_its_seconds_and_escape_leads_back() {
    let policy = Policy {
        rule_overrides: BTreeMap::from([(
            "patient-named".to_owned(),
            crate::policy::RuleSetting::Caution,
        )]),
        pause_seconds: Some(2),
        ..Policy::default()
    };
    let mut session = Session::new(policy, Kept::default(), 0);
    draft(&mut session, 1, "Mrs. Lindqvist in bed 12 slept.");
    press(&mut session, 1);
    let tick = |session: &mut Session| session.step(Input::Woke(Wake::Tick { press: 1 }), NOW);
    assert_eq!(paused(&session).gate, Gate::Seconds(2));
    assert_eq!(tick(&mut session).len(), 1);
    assert_eq!(act(&mut session, Act::PostAnyway), Vec::new());
    assert_eq!(tick(&mut session), Vec::new());
    assert!(paused(&session).gate.is_open());
    let back = session.step(Input::Page(PageMessage::Escape), NOW);
    assert_eq!(decisions(&back), vec![Decision::Edit]);
    press(&mut session, 2);
    // A timer of the first press does not shorten the second.
    tick(&mut session);
    assert_eq!(paused(&session).gate, Gate::Seconds(2));
}

#[test]
fn a_press_without_a_finding_goes_back_to_the_draft() {
    let mut session = Session::default();
    assert_eq!(decisions(&press(&mut session, 1)), vec![Decision::Edit]);
    draft(&mut session, 1, PLAIN);
    assert_eq!(decisions(&press(&mut session, 2)), vec![Decision::Edit]);
}

#[test]
fn questions_take_turns() {
    let mut session = Session::default();
    draft(&mut session, 1, STOP);
    let mut asked = Vec::new();
    for number in 0..QUESTIONS {
        press(&mut session, u32::try_from(number).unwrap());
        asked.push(paused(&session).question);
        act(&mut session, Act::Edit);
    }
    asked.sort_unstable();
    assert_eq!(asked, (0..QUESTIONS).collect::<Vec<_>>());
}

#[test]
fn the_profile_is_asked_once_at_the_first_finding_and_kept() {
    let mut session = Session::default();
    draft(&mut session, 1, PLAIN);
    act(&mut session, Act::Open);
    let asks = |session: &Session| match session.screen().shown {
        Shown::Panel(panel) => panel.asks_profile,
        other => panic!("expected the panel, got {other:?}"),
    };
    assert!(!asks(&session), "nothing was found yet");
    draft(&mut session, 2, STOP);
    assert!(asks(&session));
    let effects = act(&mut session, Act::Mark(Profile::Professional));
    let Some(Effect::Keep(kept)) = effects.first() else {
        panic!("expected the mark to be kept, got {effects:?}");
    };
    assert_eq!(kept.profiles.get("x:@amy"), Some(&Profile::Professional));
    assert!(!asks(&session));
    let mut later = Session::new(Policy::default(), kept.clone(), 0);
    draft(&mut later, 1, STOP);
    let Shown::Chip(chip) = later.screen().shown else {
        panic!("expected the chip")
    };
    assert_eq!(chip.who.profile, Profile::Professional);
}

#[test]
fn not_now_is_not_asked_again() {
    let mut session = Session::default();
    draft(&mut session, 1, STOP);
    act(&mut session, Act::Open);
    act(&mut session, Act::NotNow);
    draft(&mut session, 2, "Mrs. Lindqvist in bed 12.");
    let Shown::Panel(panel) = session.screen().shown else {
        panic!("expected the panel")
    };
    assert!(!panel.asks_profile);
    assert_eq!(panel.who.profile, Profile::Unknown);
}

#[test]
fn advice_only_shows_the_finding_and_holds_nothing() {
    let policy = Policy {
        enforcement: crate::policy::Enforcement::Remind,
        ..Policy::default()
    };
    let mut session = Session::new(policy, Kept::default(), 0);
    assert_eq!(answer(&draft(&mut session, 1, STOP)).0, Answered::Note);
    assert_eq!(status(&session), Status::Stop);
}

#[test]
fn a_fix_ends_the_pause_and_names_the_revision_it_was_made_for() {
    let mut session = Session::default();
    draft(&mut session, 4, STOP);
    press(&mut session, 9);
    let effects = act(&mut session, Act::Fix { line: 0, fix: 0 });
    assert_eq!(decisions(&effects), vec![Decision::Edit]);
    let Some(Effect::Say(FrameMessage::Fix {
        revision: 4, edits, ..
    })) = effects.last()
    else {
        panic!("expected a fix of revision 4, got {effects:?}");
    };
    let mut units: Vec<u16> = STOP.encode_utf16().collect();
    for edit in edits.iter().rev() {
        units.splice(
            edit.utf16_start as usize..edit.utf16_end as usize,
            edit.replacement.encode_utf16(),
        );
    }
    assert!(!String::from_utf16(&units).unwrap().contains("Lindqvist"));
}

#[test]
fn a_stop_cannot_be_put_aside_and_an_empty_draft_starts_anew() {
    let mut session = Session::default();
    draft(&mut session, 1, STOP);
    assert_eq!(
        answer(&act(&mut session, Act::Dismiss(0))).0,
        Answered::Stop
    );

    let policy = Policy {
        rule_overrides: BTreeMap::from([(
            "patient-named".to_owned(),
            crate::policy::RuleSetting::Caution,
        )]),
        ..Policy::default()
    };
    let mut session = Session::new(policy, Kept::default(), 0);
    let text = "Mrs. Lindqvist in bed 12 slept.";
    let before = answer(&draft(&mut session, 1, text)).1;
    let after = answer(&act(&mut session, Act::Dismiss(0))).1;
    assert!(after.len() < before.len(), "the line is put aside");
    draft(&mut session, 2, "");
    assert_eq!(
        answer(&draft(&mut session, 3, text)).1,
        before,
        "the next draft is another one"
    );
}

#[test]
fn two_boxes_keep_their_own_findings_and_the_focused_one_is_shown() {
    let mut session = Session::default();
    draft(&mut session, 1, STOP);
    let other = PageMessage::Draft {
        r#box: 2,
        revision: 1,
        text: PLAIN.to_owned(),
        context: context("amy"),
    };
    session.step(Input::Page(other), NOW);
    assert_eq!(status(&session), Status::Stop);
    session.step(Input::Page(PageMessage::Focused { r#box: 2 }), NOW);
    assert_eq!(status(&session), Status::Clear);
    session.step(
        Input::Page(PageMessage::Box {
            r#box: 2,
            state: BoxState::Gone,
            missing: None,
            anchors: String::new(),
        }),
        NOW,
    );
    assert_eq!(status(&session), Status::Stop);
}

#[test]
fn every_control_of_the_profile_question_is_understood() {
    for profile in PROFILES {
        assert_eq!(Act::parse(profile_id(profile)), Some(Act::Mark(profile)));
    }
    for reason in Reason::ALL {
        assert_eq!(Act::parse(reason.id()), Some(Act::Because(reason)));
    }
    assert_eq!(Act::parse("fix 2 1"), Some(Act::Fix { line: 2, fix: 1 }));
    assert_eq!(Act::parse("fix 2"), None);
    assert_eq!(Act::parse("unknown"), None);
}

fn finding(
    rule: &'static str,
    family: &'static str,
    severity: Severity,
    at: std::ops::Range<usize>,
) -> Finding {
    Finding {
        rule,
        family,
        severity,
        byte_start: at.start,
        byte_end: at.end,
        quote: "x".repeat(at.len()),
        evidence: vec![Mention::new(MentionKind::Bed, at.end + 1..at.end + 2)],
        title: "",
        why: "",
        sources: vec!["AAP"],
        fixes: vec![Fix {
            kind: FixKind::RemoveSpan,
            edits: vec![Edit {
                byte_start: at.start,
                byte_end: at.end,
                replacement: String::new(),
            }],
        }],
    }
}

#[test]
fn lines_are_merged_by_rule_and_by_words_and_capped() {
    let text = "a b c d e f g h i j k l m n o p q r s t";
    let findings = [
        finding("one", "privacy", Severity::Stop, 0..3),
        finding("two", "privacy", Severity::Caution, 2..5),
        finding("one", "privacy", Severity::Caution, 8..9),
        finding("three", "boundary", Severity::Caution, 0..3),
        finding("four", "conduct", Severity::Note, 12..13),
        finding("five", "conduct", Severity::Note, 16..17),
        finding("six", "advice", Severity::Caution, 20..21),
    ];
    let lines = Lines::new(&findings, text);
    let rules = |lines: &[line::Line]| lines.iter().map(|line| line.rule).collect::<Vec<_>>();
    assert_eq!(rules(&lines.shown), ["one", "three", "four"]);
    assert_eq!(rules(&lines.more), ["five", "six"]);
    let first = &lines.shown[0];
    assert_eq!(first.sources, ["AAP"]);
    assert_eq!(first.fixes.len(), 1);
    let starts: Vec<usize> = first.fixes[0]
        .edits
        .iter()
        .map(|edit| edit.byte_start)
        .collect();
    assert_eq!(
        starts,
        [0, 8],
        "edits that touch are left out, others go together"
    );
}

#[test]
fn not_useful_silences_a_note_rule_for_thirty_days_and_nothing_else() {
    use crate::session::dismissals::is_silent;

    let note = finding("four", "conduct", Severity::Note, 0..1);
    let caution = finding("four", "conduct", Severity::Caution, 0..1);
    let silenced = Silenced::from([("four".to_owned(), NOW + SILENT_MS)]);
    assert!(is_silent(&silenced, &note, NOW));
    assert!(!is_silent(&silenced, &caution, NOW));
    assert!(!is_silent(&silenced, &note, NOW + SILENT_MS));
    assert!(
        !is_silent(&silenced, &note, NOW - SILENT_MS),
        "a clock that was set back"
    );
}

#[test]
fn a_stop_held_for_review_offers_that_reason_alone() {
    let policy = Policy {
        enforcement: crate::policy::Enforcement::HoldForReview,
        reviewer: "Communications".to_owned(),
        ..Policy::default()
    };
    let mut session = Session::new(policy, Kept::default(), 0);
    draft(&mut session, 1, STOP);
    press(&mut session, 1);
    assert_eq!(paused(&session).reasons, [Reason::Reviewed]);
    act(&mut session, Act::Because(Reason::Other));
    assert!(
        !paused(&session).gate.is_open(),
        "a reason that is not offered opens nothing"
    );
    act(&mut session, Act::Because(Reason::Reviewed));
    assert!(paused(&session).gate.is_open());
}
