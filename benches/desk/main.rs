//! How well the desk does on its gold set: `cargo bench --bench desk`.
//!
//! Rules and trees were made with `events/`, and nothing with `unseen/`.

mod markup;
mod score;

use std::path::Path;
use std::process::{Command, Stdio};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/desk");
    for (events, gold) in [("events", "gold.jsonl"), ("unseen", "unseen.jsonl")] {
        let marked = markup::events(&folder.join(events));
        let scores = score::score(&marked, &answers(&folder.join(gold)));
        println!("{} events of benches/desk/{events}, in per cent", marked.len());
        println!("{:10} {:>9} {:>6}", "", "precision", "recall");
        for (row, score) in &scores {
            println!("{row:10} {:9.1} {:6.1}", score.precision(), score.recall());
        }
    }
}

/// What the engine answers to every event of a file.
fn answers(gold: &Path) -> Vec<serde_json::Value> {
    let command = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["compare", "--jsonl"])
        .arg(gold)
        .stderr(Stdio::inherit())
        .output()
        .expect("the command runs");
    let lines = String::from_utf8(command.stdout).expect("JSON is UTF-8");
    lines.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}
