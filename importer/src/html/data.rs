//! JSON-LD: what a page says of its article to search engines.

use serde_json::{Map, Value};

#[derive(Default)]
pub struct Article {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub author: Option<String>,
}

/// The first article in the given scripts.
pub fn article(scripts: impl Iterator<Item = impl AsRef<str>>) -> Article {
    let mut objects = Vec::new();
    for script in scripts {
        let text = script.as_ref().trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
        if let Ok(value) = serde_json::from_str(text) {
            gather(value, &mut objects);
        }
    }
    let Some(found) = objects.iter().find(|object| is_article(object)) else {
        return Article::default();
    };
    let named = |key: &str| {
        let names = names(found.get(key)?, &objects);
        (!names.is_empty()).then(|| names.join(", "))
    };
    let said = |key: &str| found.get(key).and_then(Value::as_str).map(unescaped);
    Article {
        title: said("headline").or_else(|| said("name")),
        outlet: named("publisher"),
        published: said("datePublished"),
        author: named("author"),
    }
}

/// All objects that stand for themselves: alone, in a list, in a graph.
fn gather(value: Value, objects: &mut Vec<Map<String, Value>>) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values.into_iter().rev()),
            Value::Object(mut object) => {
                open.extend(object.remove("@graph"));
                objects.push(object);
            }
            _ => {}
        }
    }
}

/// `NewsArticle`, `["ReportageNewsArticle"]`, `BlogPosting` ...
fn is_article(object: &Map<String, Value>) -> bool {
    let fits = |kind: &Value| {
        kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("BlogPosting"))
    };
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(fits),
        Some(kind) => fits(kind),
        None => false,
    }
}

/// The names of people or organisations, which may be described elsewhere.
fn names(value: &Value, objects: &[Map<String, Value>]) -> Vec<String> {
    let name =
        |object: &Map<String, Value>| object.get("name").and_then(Value::as_str).map(unescaped);
    match value {
        Value::String(name) => vec![unescaped(name)],
        Value::Array(values) => values
            .iter()
            .filter(|one| !one.is_array())
            .flat_map(|one| names(one, objects))
            .collect(),
        Value::Object(object) => {
            let id = object.get("@id");
            let other = || {
                objects.iter().find(|other| id.is_some() && other.get("@id") == id).and_then(name)
            };
            name(object).or_else(other).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Many programs write `&#8217;` where JSON needs none.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.trim().to_owned();
    }
    dom_query::Document::from(text).text().trim().to_owned()
}
