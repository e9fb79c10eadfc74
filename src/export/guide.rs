//! `docs/exports.md`: every example is what is written.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Exported, Format, List, export, fixture};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/exports.md");

/// What an example shows, by its name in the page.
fn example(name: &str, article: &Exported) -> String {
    let written = |format| export(&[*article], format);
    let list = List::ALL.iter().find(|(list, _)| *list == name);
    if let Some((_, list)) = list {
        return written(Format::Csv(*list)).replace("\r\n", "\n");
    }
    let part = |json: String, pointer: &str| {
        let json: Value = serde_json::from_str(&json).expect("it is JSON");
        let part = json.pointer(pointer).expect("it is there");
        serde_json::to_string_pretty(&sorted(part)).expect("it is JSON") + "\n"
    };
    match name {
        "article" => article.text.to_owned(),
        "json" => part(written(Format::Json), "/articles/0/analysis/figures/0"),
        "annotations" => part(written(Format::Annotations), "/first/items/0"),
        "markdown" => written(Format::Markdown),
        "html" => {
            let page = written(Format::Html);
            let line = page.lines().find(|line| line.starts_with("<p class=\"text\""));
            line.expect("it has text").to_owned() + "\n"
        }
        unknown => panic!("no example {unknown}"),
    }
}

/// The fields in alphabetical order, whatever order other crates have asked of `serde_json` for all.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields: BTreeMap<&String, Value> =
                fields.iter().map(|(name, field)| (name, sorted(field))).collect();
            fields.into_iter().map(|(name, field)| (name.clone(), field)).collect()
        }
        Value::Array(items) => items.iter().map(sorted).collect(),
        plain => plain.clone(),
    }
}

/// The page with every example anew: the block of code that follows `<!-- example: NAME -->`.
fn anew(page: &str, article: &Exported) -> String {
    let mut pieces = page.split("<!-- example: ");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(" -->\n").expect("a mark ends");
        let (fence, rest) = rest.split_once('\n').expect("a block begins");
        let (_, after) = rest.split_once("````\n").expect("a block ends");
        let example = example(name, article);
        out += &format!("<!-- example: {name} -->\n{fence}\n{example}````\n{after}");
    }
    out
}

#[test]
fn the_guide_shows_what_is_written() {
    let article = fixture::reviewed();
    let page = std::fs::read_to_string(PATH).expect("the guide is there");
    let anew = anew(&page, &article.exported());
    if std::env::var_os("UPDATE_GUIDE").is_some() {
        std::fs::write(PATH, &anew).expect("the guide can be written");
        return;
    }
    for (before, now) in page.lines().zip(anew.lines()) {
        assert_eq!(before, now, "UPDATE_GUIDE=1 cargo test guide writes it anew");
    }
    assert_eq!(page.lines().count(), anew.lines().count());
}

#[test]
fn the_guide_explains_every_column() {
    let page = std::fs::read_to_string(PATH).expect("the guide is there");
    for (name, list) in List::ALL {
        for column in super::csv::header(list) {
            assert!(page.contains(&format!("| `{column}` |")), "{name}: {column}");
        }
    }
}
