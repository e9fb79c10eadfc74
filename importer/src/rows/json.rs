//! JSON lines, and a list of JSON objects.

use serde_json::{Map, Value};

use super::{Role, Rows, role};
use crate::{Error, Format, Import};

/// Whether a text begins with a line that is a JSON object.
pub fn begins(start: &str) -> bool {
    let line = start.lines().next().unwrap_or_default();
    line.starts_with('{') && serde_json::from_str::<Map<String, Value>>(line).is_ok()
}

pub fn read(name: &str, text: &str, encoding: &'static str) -> Result<Import, Error> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut rows = Rows::new(name, encoding);
    match serde_json::from_str::<Value>(text) {
        // One object over several lines, or a list: what is no line is counted.
        Ok(Value::Array(objects)) => {
            for (number, object) in (1..).zip(objects) {
                if !rows.has_room() {
                    break;
                }
                take(&mut rows, number, object);
            }
        }
        Ok(object) => take(&mut rows, 1, object),
        Err(_) => lines(&mut rows, text),
    }
    rows.done(Format::JsonLines)
}

fn lines(rows: &mut Rows, text: &str) {
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        if !rows.has_room() {
            break;
        }
        match serde_json::from_str(line) {
            Ok(value) => take(rows, number, value),
            Err(error) => {
                rows.fault(number, &format!("it is no JSON from column {} on.", error.column()))
            }
        }
    }
}

fn take(rows: &mut Rows, number: u64, value: Value) {
    let Value::Object(object) = value else {
        return rows.fault(number, "it is no JSON object.");
    };
    if !object.keys().any(|key| role(key) == Some(Role::Text)) {
        return rows.fault(number, "it has no field named text, body, content or article.");
    }
    let cells = object.into_iter().filter_map(|(key, value)| Some((role(&key)?, words(value)?)));
    rows.take(number, cells);
}

/// A value in words; of an object, its name.
fn words(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(mut object) => {
            object.remove("name").and_then(|name| name.as_str().map(str::to_owned))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names, days and texts of the articles; then the notes.
    fn summary(text: &str) -> String {
        match read("a.jsonl", text, "utf-8") {
            Ok(import) => {
                let articles = import.articles.iter().map(|one| {
                    format!(
                        "{} {} {:?}",
                        one.name,
                        one.published.as_deref().unwrap_or("-"),
                        one.text
                    )
                });
                articles.chain(import.notes.iter().cloned()).collect::<Vec<_>>().join("; ")
            }
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn rows_of_json() {
        for (text, expected) in [
            (
                "{\"id\": 7, \"Text\": \"It struck.\", \"reference\": \"2026-05-12\"}\n\n{\"body\": \"It sank.\", \"headline\": \"Ferry\"}",
                "a.jsonl: 7 2026-05-12 \"It struck.\"; a.jsonl: line 3 - \"Ferry\\n\\nIt sank.\"",
            ),
            (
                "{\"text\": \"It struck.\"}\n{\"text\": \n[1]\n{\"text\": \" \"}\n{\"note\": \"no\"}\n{\"text\": null}",
                "a.jsonl: line 1 - \"It struck.\"; Line 2: it is no JSON from column 9 on.; Line 3: it is no JSON object.; Line 4: it holds no text.; Line 5: it has no field named text, body, content or article.; Line 6: it holds no text.",
            ),
            (
                "{\"text\": \"It struck.\", \"date\": \"soon\"}",
                "a.jsonl: line 1 - \"It struck.\"; Line 1: “soon” is no date such as 2026-05-12, so it is left out.",
            ),
            (
                "[{\"text\": \"It struck.\"},\n {\"text\": \"It sank.\"}]",
                "a.jsonl: line 1 - \"It struck.\"; a.jsonl: line 2 - \"It sank.\"",
            ),
            (
                "{\n \"text\": \"It struck.\",\n \"publisher\": {\"name\": \"Coast Radio\"}\n}",
                "a.jsonl: line 1 - \"It struck.\"",
            ),
            (
                "{\"text\": 1",
                "None of its rows could be read. Line 1: it is no JSON from column 10 on. Mend the rows, and try again.",
            ),
        ] {
            assert_eq!(summary(text), expected, "{text}");
        }
    }
}
