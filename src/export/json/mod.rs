//! JSON: all that is known. `docs/export.schema.json` describes it, and a test holds the two together.

#[cfg(test)]
mod schema;

use serde::Serialize;

use super::Exported;
use crate::Analysis;
use crate::text::offsets::{self, Unit};

/// Raised when a field changes its meaning or goes; new fields leave it.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u32,
    /// Of the engine that wrote it.
    engine: &'static str,
    articles: Vec<Article<'a>>,
}

#[derive(Serialize)]
struct Article<'a> {
    name: &'a str,
    text: &'a str,
    /// Its offsets are code points of `text`.
    analysis: Analysis,
}

pub fn write(articles: &[Exported]) -> String {
    let articles = articles.iter().map(|article| {
        let mut analysis = article.analysis.clone();
        offsets::convert(&mut analysis, article.text, Unit::CodePoints);
        Article { name: article.name, text: article.text, analysis }
    });
    let engine = env!("CARGO_PKG_VERSION");
    let articles = articles.collect();
    to_text(&File { format: "copydesk", version: VERSION, engine, articles })
}

/// Plain data as JSON on one line.
pub fn to_text(data: &impl Serialize) -> String {
    // It only fails for maps whose keys are no strings, of which there are none.
    serde_json::to_string(data).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::export::fixture;

    fn parsed(article: &fixture::Article) -> Value {
        serde_json::from_str(&write(&[article.exported()])).unwrap()
    }

    #[test]
    fn the_schema_holds_for_what_is_written() {
        let schema: Value =
            serde_json::from_str(include_str!("../../../docs/export.schema.json")).unwrap();
        for article in [fixture::plain(), fixture::reviewed(), fixture::hostile()] {
            let errors = schema::errors(&schema, &parsed(&article));
            assert!(errors.is_empty(), "{errors:#?}");
        }
        // And it is no schema that holds for everything.
        let figure = "/articles/0/analysis/figures/0";
        for (field, value) in
            [("modifier", "many"), ("value", "31"), ("unknown", "x"), ("review", "perhaps")]
        {
            let mut wrong = parsed(&fixture::plain());
            wrong.pointer_mut(figure).unwrap()[field] = value.into();
            assert!(!schema::errors(&schema, &wrong).is_empty(), "{field}");
        }
    }

    #[test]
    fn offsets_are_code_points_of_the_text_beside_them() {
        let written = parsed(&fixture::plain());
        let article = &written["articles"][0];
        let text: Vec<char> = article["text"].as_str().unwrap().chars().collect();
        for list in ["figures", "dates", "quotes", "checks"] {
            for finding in article["analysis"][list].as_array().unwrap() {
                let at = |end: &str| usize::try_from(finding[end].as_u64().unwrap()).unwrap();
                let words: String = text[at("start")..at("end")].iter().collect();
                assert_eq!(words, finding["text"].as_str().unwrap());
            }
        }
    }

    #[test]
    fn the_readers_are_marked() {
        let written = parsed(&fixture::reviewed());
        let analysis = &written["articles"][0]["analysis"];
        let reviews = |list: &str| -> Vec<Value> {
            analysis[list].as_array().unwrap().iter().map(|f| f["review"].clone()).collect()
        };
        assert_eq!(reviews("figures")[0], "changed");
        assert!(reviews("quotes").contains(&"accepted".into()));
        assert!(reviews("dates").contains(&"added".into()));
        assert_eq!(analysis["rejected"][0]["text"], "7");
    }
}
