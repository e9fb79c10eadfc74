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

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/desk")
}

/// `UPDATE_GOLD=1 cargo test --test desk` writes the data anew from the marked texts.
#[test]
fn the_data_is_what_the_marked_texts_say() {
    let events = markup::events(&folder().join("events"));
    let file = folder().join("gold.jsonl");
    if std::env::var_os("UPDATE_GOLD").is_some() {
        let lines: String = events.iter().map(|event| format!("{event}\n")).collect();
        fs::write(&file, lines).unwrap();
    }
    let known = fs::read_to_string(file).unwrap_or_default();
    let known: Vec<Value> = known.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(known == events, "gold.jsonl is not current");
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

/// `UPDATE_README=1 cargo test --test desk` writes the figures into the README.
#[test]
fn the_readme_says_how_well_it_does() {
    let events = markup::events(&folder().join("events"));
    let answers = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["compare", "--jsonl"])
        .arg(folder().join("gold.jsonl"))
        .output()
        .unwrap();
    let lines = String::from_utf8(answers.stdout).unwrap();
    let answers: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), events.len(), "every event is answered");
    let scores = score::score(&events, &answers);
    let of = |row: &str| (scores[row].precision(), scores[row].recall());
    let mut table = String::new();
    for (row, what) in [
        ("people", "one person or organisation under all names"),
        ("spellings", "of these, spelled in different ways"),
        ("figures", "figures about the same thing"),
        ("quotes", "the same quote, shortened or translated anew"),
        ("checks", "what does not fit together"),
    ] {
        let (precision, recall) = of(row);
        table += &format!("| {what} | {precision:.0} | {recall:.0} |\n");
    }
    let verdict = of("verdicts").0;
    table += &format!("| whether figures agree, differ or cannot be told | {verdict:.0} | |\n");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&file).unwrap();
    let (before, rest) =
        readme.split_once("| the desk finds | precision | recall |\n|---|---|---|\n").unwrap();
    let (_, after) = rest.split_once("\n\n").unwrap();
    let current = format!(
        "{before}| the desk finds | precision | recall |\n|---|---|---|\n{}\n\n{after}",
        table.trim_end()
    );
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(&file, &current).unwrap();
    }
    assert!(readme == current, "the README says otherwise:\n{table}");
}
