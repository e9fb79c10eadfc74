//! The published types (`src/api.d.ts`) and what the engine really gives have the same fields.

use std::collections::BTreeSet;

use copydesk::{Options, analyze, inspect::inspect};
use serde_json::Value;

const TYPES: &str = include_str!("../src/api.d.ts");

const ARTICLE: &str = "Ferry aground off Grim Point\n\nPublished: 12 May 2026\n\nAt least 31 people were injured on \
    Monday, the coastguard said.\n\n“We heard one long scrape,” said Maren Oduya, a nurse. She said seven were missing. It had been seen on 31 April 2026.";

/// The fields of an interface with those it inherits.
fn declared(interface: &str) -> BTreeSet<&str> {
    let start = TYPES.find(&format!("export interface {interface} ")).expect(interface);
    let (head, rest) = TYPES[start..].split_once('{').expect("an interface has a body");
    let body = &rest[..rest.find("\n}").expect("it ends")];
    let fields = body.lines().filter_map(|line| {
        let name = line.trim_start().split([':', '?']).next()?;
        let plain =
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        plain.then_some(name)
    });
    let inherited = head.split_once("extends ").map(|(_, base)| declared(base.trim()));
    fields.chain(inherited.into_iter().flatten()).collect()
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("it is an object").keys().map(String::as_str).collect()
}

#[test]
fn the_types_say_what_the_engine_gives() {
    let analysis =
        serde_json::to_value(analyze(ARTICLE, &Options::default())).expect("it is plain data");
    assert_eq!(keys(&analysis), declared("Analysis"));
    assert_eq!(keys(&analysis["published"]), declared("Published"));
    for (list, interface) in [
        ("figures", "Figure"),
        ("dates", "DateMention"),
        ("checks", "Check"),
        ("quotes", "Quote"),
        ("speakers", "Speaker"),
        ("segments", "Segment"),
        ("paragraphs", "Paragraph"),
    ] {
        let first = analysis[list].get(0).unwrap_or_else(|| panic!("the article has {list}"));
        assert_eq!(keys(first), declared(interface), "{interface}");
    }
}

#[test]
fn the_types_say_what_the_inspection_gives() {
    let text = "Maren Oduya could not be reached.";
    let inspection =
        serde_json::to_value(inspect(text, &Options::default())).expect("it is plain data");
    assert_eq!(keys(&inspection), declared("Inspection"));
    let sentence = &inspection["sentences"][0];
    assert_eq!(keys(sentence), declared("Sentence"));
    for (list, interface) in [
        ("tokens", "Token"),
        ("names", "Name"),
        ("phrases", "Phrase"),
        ("verb_groups", "VerbGroup"),
        ("clauses", "Clause"),
    ] {
        let first = sentence[list].get(0).unwrap_or_else(|| panic!("the sentence has {list}"));
        assert_eq!(keys(first), declared(interface), "{interface}");
    }
}
