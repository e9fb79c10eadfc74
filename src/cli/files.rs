//! Files of every format -> the articles in them.

use std::path::{Path, PathBuf};

use copydesk::intake::decode::{self, Encoding};
use copydesk::{Options, Reference};
use copydesk_importer::{Imported, import, looks_like};

use super::{Failure, session};

/// One article, and what is known of it.
pub struct Article {
    /// The file, or the file and the row.
    pub name: PathBuf,
    pub text: String,
    pub options: Options,
    /// Whether the text is not simply that of the file.
    pub imported: bool,
}

/// The articles in a file; `published` stands above what it says itself. What was left out of it is reported.
pub fn read(file: &Path, published: Option<Reference>) -> Result<Vec<Article>, Failure> {
    let bytes = super::read(file)?;
    let name = file.display().to_string();
    if let Some(session) = session::read(&bytes, published) {
        return session.map_err(Failure::Session);
    }
    if !looks_like(&name, &bytes) {
        let text = text(&bytes)?;
        let options = Options { published, ..Options::default() };
        return Ok(vec![Article { name: file.to_owned(), text, options, imported: false }]);
    }
    let found = import(&name, &bytes, None).map_err(Failure::Import)?;
    for note in &found.notes {
        eprintln!("copydesk: {name}: {note}");
    }
    Ok(found.articles.into_iter().map(|article| known(article, published)).collect())
}

/// The text of a file that is nothing but text. What is not Unicode is read by its letters.
pub fn text(bytes: &[u8]) -> Result<String, Failure> {
    match decode::decode(bytes).map_err(Failure::NoText)? {
        (_, Encoding::Windows1252) => copydesk_importer::encoding::decode(bytes, None)
            .map(|(text, _)| text)
            .map_err(Failure::Import),
        (text, _) => Ok(text),
    }
}

fn known(article: Imported, published: Option<Reference>) -> Article {
    let Imported { name, text, published: dated, outlet, .. } = article;
    let file_published = dated.and_then(|day| day.parse().ok());
    let options = Options { published, file_published, outlet, ..Options::default() };
    Article { name: name.into(), text, options, imported: true }
}
