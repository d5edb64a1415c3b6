//! `primum corpus`, and the runner of `./build.sh corpus` around it.

use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::{CAUTION, CLEAR, Folder, PRIMUM, Ran, STOP, ran, run};

#[test]
fn a_reader_that_goes_away_is_no_crash() {
    let folder = Folder::new("gone");
    let rows = json!({"id": "a", "text": CLEAR}).to_string();
    let file = folder.write("rows.jsonl", &format!("{rows}\n").repeat(3));
    let command = format!(
        "\"{PRIMUM}\" corpus --misses \"{file}\" 2>\"{file}.err\" | true; cat \"{file}.err\""
    );
    let output = Command::new("sh").args(["-c", &command]).output();
    let (_, out, _) = ran(&output.expect("sh runs"));
    assert!(!out.contains("panicked"), "{out}");
}

/// Two that must be caught (one is not), two that must not (one is), and a pair.
fn tiny() -> String {
    let must = |id: &str, text: &str| {
        json!({"id": id, "text": text, "label": "must", "families": ["privacy"], "rules": ["patient-named"],
            "spans": [{"text": "Mrs. Lindqvist", "type": "NAME"}], "pair": "p"})
    };
    let must_not =
        |id: &str, text: &str| json!({"id": id, "text": text, "label": "must_not", "pair": "p"});
    let rows = [
        must("caught", STOP),
        must_not("quiet", CLEAR),
        json!({"id": "missed", "text": CLEAR, "label": "must", "families": ["boundary"]}),
        json!({"id": "alarm", "text": CAUTION, "label": "must_not"}),
        json!({"id": "open", "text": STOP, "label": "may"}),
    ];
    let lines: Vec<String> = rows.iter().map(ToString::to_string).collect();
    lines.join("\n") + "\n"
}

const TINY_TABLE: &str = "
## tiny.jsonl (5 rows)
must: caught                               1 / 2       50.0 %
must not: interrupted                      1 / 2       50.0 %
must not: noted                            0 / 2        0.0 %
labelled spans touched                     1 / 1      100.0 %
pairs with both twins right                1 / 1      100.0 %

### caught by family
boundary                                   0 / 1        0.0 %
privacy                                    1 / 1      100.0 %

### caught by rule
patient-named                              1 / 1      100.0 %

### harmless drafts interrupted, by rule
disrespect-toward-patients                 1
";

#[test]
fn a_tiny_collection_gives_the_table_that_follows_from_it() {
    let folder = Folder::new("tiny");
    let file = folder.write("tiny.jsonl", &tiny());
    let (status, out, error) = run(&["corpus", &file], b"");
    assert_eq!((status, error.as_str()), (0, ""));
    assert_eq!(out, TINY_TABLE);
    let (_, out, _) = run(&["corpus", "--misses", &file], b"");
    let misses = format!(
        "missed missed: {CLEAR}\nfalse alarm alarm [disrespect-toward-patients]: {CAUTION}\n"
    );
    assert_eq!(out, format!("{TINY_TABLE}{misses}"));
    let (status, _, error) = run(&["corpus", &folder.write("bad.jsonl", "{\"id\":1}\n")], b"");
    assert_eq!(status, 2);
    assert!(error.contains("bad.jsonl, line 1: "), "{error}");
}

/// What `./build.sh corpus` runs once the command is built, from `folder`.
fn runner(folder: &Path, options: &[&str]) -> Ran {
    let root = env!("CARGO_MANIFEST_DIR");
    let script = format!(
        "set -euo pipefail; . '{root}/tools/build/common.sh'; . '{root}/tools/build/verify.sh'; corpus_with \"$@\""
    );
    let output = Command::new("bash")
        .args(["-c", &script, "corpus", PRIMUM])
        .args(options)
        .current_dir(folder)
        .output();
    ran(&output.expect("bash runs"))
}

#[test]
fn the_runner_measures_every_collection_that_is_there() {
    let folder = Folder::new("runner");
    let ordinary = json!({"id": "o", "text": STOP}).to_string();
    folder.write("project/tests/drafts/tiny.jsonl", &tiny());
    let project = folder.0.join("project");

    let (status, out, error) = runner(&project, &[]);
    assert_eq!((status, out.as_str()), (0, TINY_TABLE));
    assert!(error.contains("../shared/corpus is not there"), "{error}");

    let shared = folder.write("shared/corpus/posts.jsonl", &ordinary);
    let posts = "\n## posts.jsonl (1 rows)\ninterrupted                                1 / 1      100.0 %\nnoted                                      0 / 1        0.0 %\n";
    let (status, out, error) = runner(&project, &[]);
    assert_eq!((status, error.as_str()), (0, ""));
    assert_eq!(out, format!("{posts}{TINY_TABLE}"));

    let (_, out, _) = runner(&project, &["--misses", &shared]);
    assert_eq!(
        out,
        format!("{posts}interrupted o [patient-named]: {STOP}\n")
    );
    let (status, out, error) = runner(&project, &["tests/drafts/misspelt.jsonl"]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(error.contains("misspelt.jsonl: No such file"), "{error}");
}
