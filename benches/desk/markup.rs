//! The events of the desk's gold set as they are written, with marks in the text (`events/*.txt`), and as data
//! (`gold.jsonl`).
//!
//! `{P1:Ida Brandt}` names a person or organisation, `{F1:17 homes}` a figure that other places give too, `{f:two}` one
//! that they do not, `{Q1:“…”}` and `{q:“…”}` quotations likewise, `{C1:31 June}` what a check must find. What the marks
//! mean stands after `== gold`: `P1 Ida Brandt`, `F1 differ`, `C1 impossible-date`.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

/// Every event in the folder, in the order of their files' names.
pub fn events(folder: &Path) -> Vec<Value> {
    let files = std::fs::read_dir(folder).expect("the folder of events can be read");
    let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    let read = |file| std::fs::read_to_string(file).expect("an event can be read");
    files.iter().map(|file| event(&read(file))).collect()
}

/// One event in the format of `copydesk compare --jsonl`, with what must be found in `gold`.
fn event(text: &str) -> Value {
    let (head, rest) = text.split_once("\n== ").expect("articles begin with `== `");
    let id = head.trim().strip_prefix("# event: ").expect("`# event: id` comes first");
    let (mut articles, mut marks, mut gold) = (Vec::new(), Vec::new(), "");
    for part in rest.split("\n== ") {
        let (line, body) = part.split_once('\n').expect("a body follows");
        if line.trim() == "gold" {
            gold = body;
            continue;
        }
        let [id, outlet, reference] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("an article begins with `id | outlet | date`: {line}")
        };
        let text = read(id, body.trim_matches('\n'), &mut marks);
        let title = text.lines().next().unwrap_or_default();
        articles.push(json!({
            "id": id, "title": title, "outlet": outlet, "reference": reference, "text": text,
        }));
    }
    json!({ "id": id, "articles": articles, "gold": told(gold, marks) })
}

/// A mark: its name, the article, and where it stands there in code points.
type Mark = (String, String, usize, usize);

/// The text of an article without its marks, which go to `marks`.
fn read(article: &str, body: &str, marks: &mut Vec<Mark>) -> String {
    let (mut text, mut length, mut open) = (String::new(), 0, Vec::new());
    let mut rest = body;
    while let Some(next) = rest.chars().next() {
        let name =
            rest.strip_prefix('{').and_then(|inner| inner.split_once(':')).map(|(name, _)| name);
        match (next, name) {
            ('{', Some(name)) => {
                open.push((name.to_owned(), length));
                rest = &rest[name.len() + 2..];
            }
            ('}', _) => {
                let (name, start) = open.pop().expect("a mark was opened");
                marks.push((name, article.to_owned(), start, length));
                rest = &rest[1..];
            }
            _ => {
                text.push(next);
                length += 1;
                rest = &rest[next.len_utf8()..];
            }
        }
    }
    assert!(open.is_empty(), "a mark is not closed in {article}");
    text
}

/// What the marks say must be found.
fn told(lines: &str, mut marks: Vec<Mark>) -> Value {
    let meaning: BTreeMap<&str, &str> =
        lines.lines().filter_map(|line| line.trim().split_once(' ')).collect();
    marks.sort_by(|a, b| (&a.1, a.2, a.3).cmp(&(&b.1, b.2, b.3)));
    let mut by_name: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for (name, article, start, end) in &marks {
        by_name.entry(name).or_default().push(json!([article, start, end]));
    }
    let of = |letter: char, what: &str, key: &str| -> Vec<Value> {
        let named = by_name.iter().filter(|(name, _)| name.starts_with(letter));
        let value = |(name, spans): (&&str, &Vec<Value>)| match what {
            "" => json!({ key: spans }),
            what => json!({ what: meaning[*name], key: spans }),
        };
        named.map(value).collect()
    };
    let lone = |name: &str| by_name.get(name).cloned().unwrap_or_default();
    json!({
        "people": of('P', "name", "mentions"),
        "figures": of('F', "verdict", "claims"),
        "quotes": of('Q', "", "members"),
        "checks": of('C', "rule", "spans"),
        "lone_claims": lone("f"),
        "lone_quotes": lone("q"),
    })
}
