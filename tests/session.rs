//! Session files: the example, its schema, and what the command line makes of it.

#[path = "../src/export/json/schema.rs"]
mod schema;

use std::process::{Command, Output};

use serde_json::{Value, json};

const EXAMPLE: &str = include_str!("session/example.copydesk.json");

fn copydesk(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_copydesk")).args(arguments).output().expect("the command runs")
}

fn session(name: &str, content: &Value) -> String {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content.to_string()).expect("the folder can be written");
    path.to_str().expect("it is UTF-8").to_owned()
}

#[test]
fn the_example_is_as_the_schema_says() {
    let schema: Value =
        serde_json::from_str(include_str!("../docs/session.schema.json")).expect("it is JSON");
    let example: Value = serde_json::from_str(EXAMPLE).expect("it is JSON");
    assert_eq!(schema::errors(&schema, &example), [] as [String; 0]);
    // And it is no schema that holds for everything.
    for (place, wrong) in [
        ("/version", json!(2)),
        ("/articles/0/published", json!("yesterday")),
        ("/done/0/kind", json!("explode")),
        ("/done/0/correction/act", json!("guess")),
        ("/done/0/correction/at/start", json!(-1)),
    ] {
        let mut broken = example.clone();
        *broken.pointer_mut(place).expect("it is there") = wrong;
        assert!(!schema::errors(&schema, &broken).is_empty(), "{place}");
    }
}

#[test]
fn a_session_is_exported_with_its_corrections() {
    let example =
        session("example.copydesk.json", &serde_json::from_str(EXAMPLE).expect("it is JSON"));
    let output = copydesk(&["export", "--to", "csv", "--list", "figures", &example]);
    let table = String::from_utf8(output.stdout).expect("it is UTF-8");
    let rows: Vec<&str> = table.lines().filter(|row| row.starts_with("gazette.txt")).collect();
    assert!(rows.iter().any(|row| row.contains(",34,") && row.contains("changed")), "{table}");
    assert!(rows.iter().any(|row| row.contains("A crane") && row.contains("added")), "{table}");
    // The second article has none.
    assert!(table.lines().any(|row| row.starts_with("post.txt")), "{table}");
}

#[test]
fn a_session_that_cannot_be_read_says_why() {
    for (content, reason) in [
        (json!({"format": "copydesk-session", "version": 9, "articles": []}), "newer Copydesk"),
        (json!({"format": "copydesk-session", "version": 1}), "damaged session"),
    ] {
        let file = session("broken.copydesk.json", &content);
        let output = copydesk(&["analyze", &file]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(reason) && said.contains("broken.copydesk.json"), "{said}");
        assert_eq!(output.status.code(), Some(1));
    }
}
