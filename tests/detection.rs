//! The figures that docs/detection.md gives for the project's own drafts may not fall: fewer caught or more harmless
//! ones interrupted fail here. Who means it writes them anew with `node tools/detection.mjs`, for everybody to see.

use std::path::Path;
use std::process::Command;

const DOCUMENT: &str = "docs/detection.md";
const BEGINS: &str = "\n`primum corpus ";
const FENCE: &str = "```";

/// Figures that may not fall, and those that may not rise; others follow from them.
const AT_LEAST: [&str; 2] = ["must: caught", "pairs with both twins right"];
const AT_MOST: [&str; 1] = ["must not: interrupted"];

/// What a command printed once: its arguments and its text.
struct Printed {
    arguments: Vec<String>,
    text: String,
}

/// One figure, as "must: caught   98 / 178   55.1 %".
#[derive(Debug, PartialEq)]
struct Figure {
    of: String,
    what: String,
    count: u32,
    rows: u32,
}

/// `None`: a command without what it printed.
fn printed(document: &str) -> Option<Vec<Printed>> {
    document
        .split(BEGINS)
        .skip(1)
        .map(|part| {
            let (arguments, rest) = part.split_once('`')?;
            Some(Printed {
                arguments: arguments.split_whitespace().map(str::to_owned).collect(),
                text: rest.split(FENCE).nth(1)?.to_owned(),
            })
        })
        .collect()
}

/// The figures before the tables by family and rule; `None` where a line is none.
fn figures(text: &str) -> Option<Vec<Figure>> {
    let (mut of, mut in_table, mut found) = (String::new(), false, Vec::new());
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            (of, in_table) = (name.to_owned(), false);
        }
        in_table |= line.starts_with("### ");
        let Some((left, right)) = line.split_once(" / ").filter(|_| !in_table) else {
            continue;
        };
        let (what, count) = left.trim().rsplit_once(' ')?;
        found.push(Figure {
            of: of.clone(),
            what: what.trim().to_owned(),
            count: count.parse().ok()?,
            rows: right.split_whitespace().next()?.parse().ok()?,
        });
    }
    Some(found)
}

fn run(arguments: &[String]) -> std::io::Result<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_primum"));
    let run = command.arg("corpus").args(arguments).output()?;
    Ok(String::from_utf8_lossy(&run.stdout).into_owned())
}

/// What is worse in `today` than in `before`.
fn worse(before: &[Figure], today: &[Figure]) -> Vec<String> {
    assert_eq!(before.len(), today.len(), "as many figures as before");
    let pairs = before.iter().zip(today);
    pairs
        .filter_map(|(before, today)| {
            let Figure { of, what, .. } = before;
            let name = (&before.of, &before.what, before.rows);
            assert_eq!(
                name,
                (&today.of, &today.what, today.rows),
                "the same drafts"
            );
            let falls = AT_LEAST.contains(&what.as_str()) && today.count < before.count;
            let rises = AT_MOST.contains(&what.as_str()) && today.count > before.count;
            (falls || rises)
                .then(|| format!("{of}: {what}: {} before, {} now", before.count, today.count))
        })
        .collect()
}

#[test]
fn figures_of_the_projects_own_drafts_do_not_fall() {
    let document = std::fs::read_to_string(DOCUMENT).expect(DOCUMENT);
    let mut compared = 0;
    for Printed { arguments, text } in printed(&document).expect("commands") {
        let files = arguments.iter().filter(|one| !one.starts_with("--"));
        // Real posts and queries are not in the repository.
        if !files.clone().all(|file| Path::new(file).exists()) {
            continue;
        }
        let now = run(&arguments).expect("the command runs");
        let before = figures(&text).expect("figures before");
        let worse = worse(&before, &figures(&now).expect("figures now"));
        assert!(
            worse.is_empty(),
            "primum corpus {}: {}; if that is meant: node tools/detection.mjs",
            arguments.join(" "),
            worse.join("; ")
        );
        compared += 1;
    }
    assert!(compared >= 4, "{compared} commands in {DOCUMENT}");
}

#[test]
fn a_fall_and_a_rise_are_seen() {
    let told = |caught: u32, wrongly: u32| {
        figures(&format!(
            "## a\nmust: caught  {caught} / 6\nmust not: interrupted  {wrongly} / 3\n"
        ))
    };
    let before = told(5, 1).expect("figures");
    let today = told(4, 2).expect("figures");
    assert_eq!(worse(&before, &today).len(), 2);
    assert!(worse(&today, &before).is_empty());
}
