//! The published types (`src/api.d.ts`) and what the engine really gives have the same fields.

use std::collections::BTreeSet;

use copydesk::{
    Options, analyze, desk, export,
    inspect::inspect,
    review::{Anchor, Correction},
};
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

/// Whether the fields of a value are what an interface declares them to be: numbers, strings, places as pairs, lists.
fn assert_shapes(value: &Value, interface: &str) {
    let start = TYPES.find(&format!("export interface {interface} ")).expect(interface);
    let body = &TYPES[start..start + TYPES[start..].find("\n}").expect("it ends")];
    for line in body.lines() {
        let Some((name, kind)) = line.trim().trim_end_matches(';').split_once(": ") else {
            continue;
        };
        let Some(field) = value.get(name) else { continue };
        let nullable = kind.contains("null");
        let kind = kind.trim_end_matches(" | null");
        let pair = |value: &Value| {
            value.as_array().is_some_and(|pair| pair.len() == 2 && pair.iter().all(Value::is_u64))
        };
        let fits = match kind {
            "number" => field.is_number(),
            "string" => field.is_string(),
            "boolean" => field.is_boolean(),
            "Pair" => pair(field),
            "Pair[]" => field.as_array().is_some_and(|pairs| pairs.iter().all(pair)),
            _ if kind.ends_with("[]") => field.is_array(),
            _ => true,
        };
        assert!(fits || nullable && field.is_null(), "{interface}.{name}: {kind}, but {field}");
    }
}

#[test]
fn the_types_say_what_the_engine_gives() {
    let at = |words: &str| {
        let start = ARTICLE.find(words).expect("the words stand in the article");
        Anchor::new(ARTICLE, start..start + words.len())
    };
    let lost = Anchor { exact: "no such words".to_owned(), ..Anchor::default() };
    // What was rejected and what has lost its place are given only where there is any.
    let corrections = [at("seven"), lost].map(Correction::reject_figure).to_vec();
    let options = Options { corrections, ..Options::default() };
    let analysis = serde_json::to_value(analyze(ARTICLE, &options)).expect("it is plain data");
    // The brief is added on the way to JavaScript, packed.
    let with_brief: BTreeSet<&str> = keys(&analysis).into_iter().chain(["brief"]).collect();
    assert_eq!(with_brief, declared("Analysis"));
    assert_eq!(keys(&analysis["published"]), declared("Published"));
    for (list, interface) in [
        ("figures", "Figure"),
        ("dates", "DateMention"),
        ("checks", "Check"),
        ("quotes", "Quote"),
        ("speakers", "Speaker"),
        ("entities", "NamedEntity"),
        ("segments", "Segment"),
        ("paragraphs", "Paragraph"),
        ("rejected", "Rejected"),
    ] {
        let first = analysis[list].get(0).unwrap_or_else(|| panic!("the article has {list}"));
        // What the reader made of a finding is told only of those that were touched.
        let declared: BTreeSet<&str> =
            declared(interface).into_iter().filter(|&field| field != "review").collect();
        assert_eq!(keys(first), declared, "{interface}");
        assert_shapes(first, interface);
    }
}

#[test]
fn the_types_say_what_the_comparison_gives() {
    let other = "Seven missing off Grim Point\n\nPublished: 13 May 2026\n\nSome 31 people were injured on Monday. “We heard \
        one long loud scrape,” said the nurse Maren Oduya. Mayor Ida Brandt said seven were missing.";
    let third =
        "Published: 13 May 2026\n\nMayor Tomas Reyl said nine people were injured on Monday.";
    let briefs: Vec<desk::Brief> =
        [ARTICLE, other, third].map(|text| analyze(text, &Options::default()).brief).to_vec();
    let comparison = serde_json::to_value(desk::compare(&briefs, &[])).expect("it is plain data");
    assert_eq!(keys(&comparison), declared("Comparison"));
    for (list, interface, inner) in [
        ("people", "Person", Some(("members", "Member"))),
        ("figures", "FigureGroup", Some(("claims", "Claim"))),
        ("quotes", "QuoteGroup", Some(("members", "Wording"))),
        ("events", "Event", Some(("members", "Telling"))),
        ("checks", "CrossCheck", None),
    ] {
        let first = comparison[list].get(0).unwrap_or_else(|| panic!("the articles have {list}"));
        assert_eq!(keys(first), declared(interface), "{interface}");
        assert_shapes(first, interface);
        if let Some((list, interface)) = inner {
            assert_eq!(keys(&first[list][0]), declared(interface), "{interface}");
            first[list]
                .as_array()
                .into_iter()
                .flatten()
                .for_each(|one| assert_shapes(one, interface));
        }
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

#[test]
fn the_types_name_every_export() {
    let formats = export::Format::NAMES.to_vec();
    let lists = export::List::ALL.map(|(name, _)| name).to_vec();
    for (kind, names) in [("ExportFormat", formats), ("ExportList", lists)] {
        let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
        let expected = format!("export type {kind} = {};", names.join(" | "));
        assert!(TYPES.contains(&expected), "{expected}");
    }
}
