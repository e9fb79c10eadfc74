//! Web pages -> articles: main text, title, outlet, day and author.

mod data;
mod meta;
mod text;

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use crate::article::Draft;

/// A page nested deeper than this, or with more elements, is only stripped of its tags: looking for the main text in it
/// could take for ever.
const DEEPEST: usize = 256;
const MOST_NODES: usize = 200_000;

/// A whole page, or a piece of one.
pub fn read(source: &str) -> Draft {
    let whole = source.get(..4096.min(source.len())).unwrap_or(source).to_ascii_lowercase();
    let is_whole = ["<html", "<!doctype", "<head", "<body"].iter().any(|tag| whole.contains(tag));
    // What a browser put on the clipboard says which part of it was copied.
    match is_whole && !source.contains("<!--StartFragment-->") {
        true => page(source),
        false => fragment(source),
    }
}

/// A piece of a page: all of its text.
pub fn fragment(source: &str) -> Draft {
    let copied = source.split_once("<!--StartFragment-->").map_or(source, |(_, after)| after);
    let copied = copied.split_once("<!--EndFragment-->").map_or(copied, |(before, _)| before);
    Draft { paragraphs: text::paragraphs(&Document::from(copied)), ..Draft::default() }
}

fn page(source: &str) -> Draft {
    let document = Document::from(source);
    let mut draft = meta::read(&document);
    let all = text::paragraphs_of_page(&document);
    let main =
        (text::is_within(&document, DEEPEST, MOST_NODES)).then(|| main_text(document)).flatten();
    match main {
        Some((title, paragraphs)) => {
            draft.title = draft.title.or(title);
            draft.paragraphs = paragraphs;
        }
        None => {
            draft.paragraphs = all;
            draft
                .notes
                .push("No main text stood out, so all text of the page was taken.".to_owned());
        }
    }
    draft
}

/// The title and the paragraphs of what the page is about, without what surrounds it on every page of its site.
fn main_text(document: Document) -> Option<(Option<String>, Vec<String>)> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let article = Readability::with_document(document, None, Some(config)).ok()?.parse().ok()?;
    let paragraphs = text::paragraphs(&Document::fragment(article.content));
    let title = Some(article.title).filter(|title| !title.trim().is_empty());
    (!paragraphs.is_empty()).then_some((title, paragraphs))
}
