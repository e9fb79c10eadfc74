//! The desk on its gold set (`benches/desk`): that the set is sound, and that the README says how well it does.

#![cfg(not(target_arch = "wasm32"))]

#[path = "../benches/desk/markup.rs"]
mod markup;
#[path = "../benches/desk/score.rs"]
mod score;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Events that the rules and trees were made with, and others that they were not.
const FITTED: &str = "events";
const UNSEEN: &str = "unseen";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/desk")
}

/// `UPDATE_GOLD=1 cargo test --test desk` writes the data anew from the marked texts.
#[test]
fn the_data_is_what_the_marked_texts_say() {
    for (events, file) in [(FITTED, "gold.jsonl"), (UNSEEN, "unseen.jsonl")] {
        let events = markup::events(&folder().join(events));
        let path = folder().join(file);
        if std::env::var_os("UPDATE_GOLD").is_some() {
            let lines: String = events.iter().map(|event| format!("{event}\n")).collect();
            fs::write(&path, lines).unwrap();
        }
        let known = fs::read_to_string(path).unwrap_or_default();
        let known: Vec<Value> =
            known.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(known == events, "{file} is not current");
    }
}

#[test]
fn every_rule_and_verdict_is_in_the_set() {
    let events = markup::events(&folder().join("events"));
    let all = |row: &str, key: &str| -> Vec<String> {
        let groups = events.iter().flat_map(|event| event["gold"][row].as_array().unwrap().clone());
        groups.map(|group| group[key].as_str().unwrap().to_owned()).collect()
    };
    let rules = all("checks", "rule");
    for rule in [
        "weekday-date",
        "impossible-date",
        "sum",
        "percent-over-100",
        "subset-over-whole",
        "name-spelling",
        "unclosed-quote",
        "unattributed-quote",
        "age-birth-year",
        "conversion",
        "headline-body",
        "date-after-publication",
        "role-conflict",
    ] {
        assert!(rules.iter().any(|known| known == rule), "{rule}");
    }
    for verdict in ["agree", "differ", "unclear"] {
        assert!(all("figures", "verdict").iter().any(|known| known == verdict), "{verdict}");
    }
}

const HEAD: &str = "| the desk finds | precision, 30 events | recall | precision, 6 unseen | recall |\n|---|---|---|---|---|\n";

/// How well the engine does on the events of a folder, which are also in a file of data.
fn scores(events: &str, gold: &str) -> score::Scores {
    let events = markup::events(&folder().join(events));
    let answers = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["compare", "--jsonl"])
        .arg(folder().join(gold))
        .output()
        .unwrap();
    let lines = String::from_utf8(answers.stdout).unwrap();
    let answers: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), events.len(), "every event is answered");
    score::score(&events, &answers)
}

/// `UPDATE_README=1 cargo test --test desk` writes the figures into the README.
#[test]
fn the_readme_says_how_well_it_does() {
    let (fitted, unseen) = (scores(FITTED, "gold.jsonl"), scores(UNSEEN, "unseen.jsonl"));
    let mut table = String::new();
    for (row, what) in [
        ("people", "one person or organisation under all names"),
        ("spellings", "of these, spelled in different ways"),
        ("figures", "figures about the same thing"),
        ("quotes", "the same quote, shortened or translated anew"),
        ("checks", "what does not fit together"),
        ("verdicts", "whether figures agree, differ or cannot be told"),
    ] {
        let of = |scores: &score::Scores| {
            let (precision, recall) = (scores[row].precision(), scores[row].recall());
            // A verdict is right or not.
            if row == "verdicts" {
                format!("{precision:.0} | –")
            } else {
                format!("{precision:.0} | {recall:.0}")
            }
        };
        table += &format!("| {what} | {} | {} |\n", of(&fitted), of(&unseen));
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&file).unwrap();
    let (before, rest) = readme.split_once(HEAD).unwrap();
    let (_, after) = rest.split_once("\n\n").unwrap();
    let current = format!("{before}{HEAD}{}\n\n{after}", table.trim_end());
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(&file, &current).unwrap();
    }
    assert!(readme == current, "the README says otherwise:\n{table}");
}
