//! Session files of the page (`docs/session.md`): articles with what the reader made of them.

use copydesk::review::Correction;
use copydesk::{Options, Reference};
use serde::Deserialize;
use serde_json::Value;

use super::files::Article;

const FORMAT: &str = "copydesk-session";
/// The latest version that is understood.
const VERSION: u64 = 1;

#[derive(Deserialize)]
struct Session {
    version: u64,
    articles: Vec<Kept>,
    #[serde(default)]
    done: Vec<Value>,
}

#[derive(Deserialize)]
struct Kept {
    id: String,
    name: String,
    text: String,
    published: Option<String>,
    #[serde(default)]
    known: Option<Known>,
}

/// What its file said beside the text.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Known {
    outlet: Option<String>,
    file_published: Option<String>,
}

/// What the reader did, as far as it concerns one article by itself.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Act {
    Review { article: String, correction: Box<Correction>, withdrawn: bool },
    Text { article: String, text: String },
}

/// The articles of a session; `None` for a file that is none, an error as a sentence for one that cannot be read.
pub fn read(bytes: &[u8], published: Option<Reference>) -> Option<Result<Vec<Article>, String>> {
    let value: Value = serde_json::from_slice(bytes).ok()?;
    if value.get("format")? != FORMAT {
        return None;
    }
    let session = match Session::deserialize(value) {
        Ok(session) => session,
        Err(error) => return Some(Err(format!("It is a damaged session: {error}."))),
    };
    if session.version > VERSION {
        return Some(Err("It was saved by a newer Copydesk. Get that to read it.".to_owned()));
    }
    // What is not understood, or concerns several articles, is left out.
    let acts: Vec<Act> =
        session.done.into_iter().filter_map(|act| serde_json::from_value(act).ok()).collect();
    Some(Ok(session.articles.into_iter().map(|kept| article(kept, &acts, published)).collect()))
}

fn article(kept: Kept, acts: &[Act], published: Option<Reference>) -> Article {
    let mut text = kept.text;
    let mut corrections: Vec<Correction> = Vec::new();
    for act in acts {
        match act {
            Act::Text { article, text: changed } if *article == kept.id => {
                text.clone_from(changed);
            }
            Act::Review { article, correction, withdrawn } if *article == kept.id => {
                if *withdrawn {
                    corrections.retain(|standing| *standing != **correction);
                } else {
                    corrections.push((**correction).clone());
                }
            }
            _ => {}
        }
    }
    let day = |said: Option<String>| said.and_then(|day| day.parse().ok());
    let Known { outlet, file_published } = kept.known.unwrap_or_default();
    let published = published.or(day(kept.published));
    let options = Options { published, file_published: day(file_published), outlet, corrections };
    Article { name: kept.name.into(), text, options, imported: true }
}
