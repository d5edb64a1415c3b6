//! The practice page: exercises, and any text in any context.

use web_sys::Element;

use crate::context::Surface;
use crate::finding::{Severity, Verdict};
use crate::pages::content::{Content, Exercise};
use crate::pages::model::Model;
use crate::pages::place::{places, text_of};
use crate::pages::practice::{AUDIENCES, MEDIA, PROFILES, Practice, SITES, SURFACES};
use crate::pages::template::fill;
use crate::ui::dom::{add, add_all, button, element, set, text};
use crate::ui::pages::forms::{area, copyable, row, section, select};
use crate::ui::pages::trial;
use crate::ui::pieces::{icon, line, severity_class};
use crate::ui::words::{self, say, say_with};
use crate::wasm::document;

/// The whole page.
pub(super) fn draw(model: &Model) -> Vec<Element> {
    let columns = element("div", "columns");
    add_all(&columns, &[exercises(model), workbench(&model.practice)]);
    let intro = section(&say("practice_title"), &say("practice_intro"));
    let mut parts = vec![intro, columns];
    parts.extend(trial::examples(model));
    parts.push(trial::policy(model));
    parts
}

fn workbench(practice: &Practice) -> Element {
    let made = element("section", "workbench");
    set(&made, "aria-label", &say("practice_draft"));
    add(&made, &text("h2", "", &say("practice_draft")));
    if practice.context.surface == Surface::Reply || practice.context.parent.is_some() {
        let parent = practice.context.parent.as_deref().unwrap_or_default();
        add(&made, &area("parent", &say("practice_parent"), parent, 2));
    }
    add(
        &made,
        &area("text", &say("practice_text"), &practice.text, 5),
    );
    add(&made, &context(practice));
    let result = element("div", "result");
    set(&result, "id", "result");
    set(&result, "role", "status");
    add(&made, &result);
    made
}

fn context(practice: &Practice) -> Element {
    let made = element("div", "fields");
    let context = &practice.context;
    add_all(
        &made,
        &[
            choice("site", &SITES, context.site),
            choice("surface", &SURFACES, context.surface),
            choice("profile", &PROFILES, context.profile),
            choice("audience", &AUDIENCES, context.audience),
            choice("media", &MEDIA, context.media),
        ],
    );
    made
}

fn choice<T: PartialEq + Copy>(field: &str, options: &[(T, &'static str)], chosen: T) -> Element {
    let key = |id: &str| match (field, id) {
        ("profile", "unknown") => "profile_not_set".to_owned(),
        _ => format!("{field}_{id}"),
    };
    let labels: Vec<(&str, String)> = options.iter().map(|(_, id)| (*id, say(&key(id)))).collect();
    let id = options
        .iter()
        .find(|(value, _)| *value == chosen)
        .map_or("", |(_, id)| *id);
    select(field, &say(&format!("practice_{field}")), &labels, id)
}

/// What the check says of the draft, drawn again with every key.
pub(super) fn draw_result(model: &Model) {
    let Some(result) = document::find("#result") else {
        return;
    };
    result.set_text_content(None);
    let practice = &model.practice;
    if practice.text.trim().is_empty() {
        add(&result, &text("p", "quiet", &say("practice_empty")));
        return;
    }
    add(&result, &verdict(practice));
    if practice.verdict() != Verdict::Clear {
        add(&result, &marked(practice));
    }
    add(&result, &findings(practice));
    let clear = button("plain", &say("practice_clear"), "clear");
    let copy = button("plain", &say("practice_copy"), "copy draft");
    set(&copy, "data-from", "asked");
    add(&result, &row(&[copy, clear]));
    add(&result, &asked(practice));
}

fn verdict(practice: &Practice) -> Element {
    let (class, key) = match practice.verdict() {
        Verdict::Clear => ("clear", "practice_clear_verdict"),
        Verdict::Note => ("note", "practice_note_verdict"),
        Verdict::Caution => ("caution", "practice_caution_verdict"),
        Verdict::Stop => ("stop", "practice_stop_verdict"),
    };
    let made = element("p", &format!("verdict head-{class}"));
    add_all(&made, &[icon(class), text("strong", "", &say(key))]);
    made
}

fn marked(practice: &Practice) -> Element {
    let made = element("p", "marked");
    set(&made, "dir", "auto");
    for piece in practice.pieces() {
        let part = match piece.severity {
            None => text("span", "", piece.text),
            Some(severity) => text(
                "mark",
                &format!("mark-{}", severity_class(severity)),
                piece.text,
            ),
        };
        add(&made, &part);
    }
    made
}

fn findings(practice: &Practice) -> Element {
    let made = element("ul", "lines");
    let more = if practice.shows_more {
        practice.lines.more.as_slice()
    } else {
        &[]
    };
    for (number, shown) in practice.lines.shown.iter().chain(more).enumerate() {
        let item = line(shown);
        let fixes = shown.fixes.iter().enumerate().map(|(at, fix)| {
            let class = if at == 0 && shown.severity > Severity::Note {
                "primary"
            } else {
                "choice"
            };
            button(class, &words::fix(fix.kind), &format!("fix {number} {at}"))
        });
        add(&item, &row(&fixes.collect::<Vec<_>>()));
        add(&made, &item);
    }
    let hidden = practice.lines.more.len() - more.len();
    if hidden > 0 {
        let item = element("li", "");
        add(
            &item,
            &button("plain", &say_with("panel_more", hidden), "more"),
        );
        add(&made, &item);
    }
    made
}

/// The draft with what surrounds it, to be copied for somebody who is asked first.
fn asked(practice: &Practice) -> Element {
    let context = &practice.context;
    let name = |field: &str, id: &str| {
        format!(
            "{}: {}",
            say(&format!("practice_{field}")),
            say(&format!("{field}_{id}"))
        )
    };
    let id = |surface| {
        SURFACES
            .iter()
            .find(|(one, _)| *one == surface)
            .map_or("post", |(_, id)| *id)
    };
    let lines = [
        say("practice_please_look"),
        name("surface", id(context.surface)),
        format!(
            "{}: {}",
            say("practice_audience"),
            words::audience(context.audience)
        ),
        String::new(),
        practice.text.clone(),
    ];
    let made = text("pre", "", &lines.join("\n"));
    set(&made, "id", "asked");
    set(&made, "hidden", "");
    made
}

fn exercises(model: &Model) -> Element {
    let made = element("section", "exercises");
    set(&made, "aria-label", &say("practice_exercises"));
    add(&made, &text("h2", "", &say("practice_exercises")));
    let all = &model.given.content.exercises;
    let solved = format!("{} / {}", model.practice.solved.len(), all.len());
    add(
        &made,
        &text("p", "quiet", &say_with("practice_solved", solved)),
    );
    let list = element("ol", "exercise-list");
    for (number, exercise) in all.iter().enumerate() {
        let open = model.practice.open.filter(|(open, _)| *open == number);
        let item = element("li", "");
        let head = button("exercise", "", &format!("exercise {number}"));
        add_all(
            &head,
            &[
                text("span", "", &exercise.title),
                text("span", "source", &exercise.source),
            ],
        );
        set(
            &head,
            "aria-expanded",
            if open.is_some() { "true" } else { "false" },
        );
        if model.practice.solved.contains(&number) {
            add(&head, &text("span", "done", &say("practice_done")));
        }
        add(&item, &head);
        if let Some((_, chosen)) = open {
            add(&item, &body(model, exercise, chosen));
        }
        add(&list, &item);
    }
    add(&made, &list);
    made
}

fn body(model: &Model, exercise: &Exercise, chosen: Option<usize>) -> Element {
    let made = element("div", "exercise-body");
    add(&made, &text("p", "", &exercise.story));
    if let Some(draft) = &exercise.draft {
        add(&made, &text("blockquote", "", draft));
    }
    add(&made, &text("p", "ask", &exercise.question));
    let choices = element("div", "choices");
    for (number, choice) in exercise.choices.iter().enumerate() {
        let made = button("choice", &choice.text, &format!("choose {number}"));
        set(
            &made,
            "aria-pressed",
            if chosen == Some(number) {
                "true"
            } else {
                "false"
            },
        );
        add(&choices, &made);
    }
    add(&made, &choices);
    let feedback = element("div", "feedback");
    set(&feedback, "role", "status");
    if let Some(choice) = chosen.and_then(|number| exercise.choices.get(number)) {
        let class = if choice.fits { "fits" } else { "fits-not" };
        add(&feedback, &text("p", class, &choice.feedback));
        if choice.fits {
            add(&feedback, &text("p", "takeaway", &exercise.takeaway));
        }
    }
    add(&made, &feedback);
    if exercise.draft.is_some() {
        let attempt = button("choice", &say("practice_try"), "try");
        let better = button("choice", &say("practice_better"), "better");
        add(&made, &row(&[attempt, better]));
    }
    add_template(&made, exercise, chosen, &model.given.content, model);
    made
}

/// The text that helps, once the exercise was thought through.
fn add_template(
    made: &Element,
    exercise: &Exercise,
    chosen: Option<usize>,
    content: &Content,
    model: &Model,
) {
    let template = exercise
        .template
        .as_ref()
        .and_then(|id| content.template(id));
    if let (Some(template), Some(_)) = (template, chosen) {
        let filled = fill(
            text_of(&model.policy, &template.id, &template.text),
            &places(&model.policy),
            &content.places,
        );
        add(made, &text("p", "quiet", &template.title));
        add(made, &copyable(&template.id, &template.title, &filled.text));
    }
}
