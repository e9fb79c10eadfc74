//! Files that are more than text -> articles: web pages, Word files, mail, Markdown, tables and JSON lines.
//!
//! A crate of its own, so that the page loads it only when such a file comes. [docs/intake.md] says what is found.
//!
//! [docs/intake.md]: https://github.com/copydesk/copydesk/blob/main/docs/intake.md

mod archive;
mod article;
mod day;
pub mod encoding;
mod error;
mod format;
mod html;
mod mail;
mod markdown;
mod rows;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod word;

use serde::Serialize;

use article::Draft;
pub use error::Error;
pub use format::{Format, looks_like};

/// The most that is read of a file, packed or unpacked, in bytes.
pub const LARGEST: usize = 20_000_000;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Import {
    pub format: Format,
    /// In the order of the file; at least one.
    pub articles: Vec<Imported>,
    /// What was left out or could not be read, each a sentence.
    pub notes: Vec<String>,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Imported {
    /// The file's name; of a row, with its id or line.
    pub name: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    /// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, by the clock of whoever wrote it down.
    pub published: Option<String>,
    pub author: Option<String>,
    /// The title and all paragraphs, with an empty line between each.
    pub text: String,
    /// WHATWG label, as far as the file has one encoding.
    pub encoding: Option<&'static str>,
}

/// Takes the articles out of a file. `encoding` is what the reader knows of it, by its label.
pub fn import(name: &str, bytes: &[u8], encoding: Option<&str>) -> Result<Import, Error> {
    if bytes.len() > LARGEST {
        return Err(Error::TooLarge(bytes.len()));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty);
    }
    let format = format::of_bytes(bytes)?;
    match format {
        Some(Format::Word) => one(name, Format::Word, None, word::read(bytes)?),
        // Each part of a mail says its own encoding.
        Some(Format::Mail) => one(name, Format::Mail, None, mail::read(bytes)?),
        _ => {
            let (text, encoding) = encoding::decode(bytes, encoding)?;
            of_text(name, &text, encoding)
        }
    }
}

fn of_text(name: &str, text: &str, encoding: &'static str) -> Result<Import, Error> {
    let format = format::of_text(name, text);
    let draft = match format {
        Format::JsonLines => return rows::json::read(name, text, encoding),
        Format::Table => return rows::table::read(name, text, encoding),
        Format::WebPage => html::read(text),
        Format::Markdown => markdown::read(text),
        _ => Draft { paragraphs: vec![text.to_owned()], ..Draft::default() },
    };
    one(name, format, Some(encoding), draft)
}

/// A file that is one article.
fn one(
    name: &str,
    format: Format,
    encoding: Option<&'static str>,
    draft: Draft,
) -> Result<Import, Error> {
    let notes = draft.notes.clone();
    let article = draft.finish(name.to_owned(), encoding).ok_or(Error::NoText)?;
    Ok(Import { format, articles: vec![article], notes })
}
