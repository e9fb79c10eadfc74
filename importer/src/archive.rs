//! Zip archives: what is in them, and never more of it than may be read.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::{Error, Format, LARGEST};

const WORD: &str = "Word file";

/// What kind of document an archive is.
pub fn format(bytes: &[u8]) -> Result<Format, Error> {
    const OTHERS: &[(&str, &str, &str)] = &[
        (
            "xl/workbook.xml",
            "a spreadsheet",
            "Save it as CSV, with a column named text, and try again.",
        ),
        ("ppt/presentation.xml", "a presentation", "Copy its text and paste it here."),
        ("content.xml", "an OpenDocument file", "Save it as .docx and try again."),
        ("META-INF/container.xml", "an e-book", "Copy its text and paste it here."),
    ];
    let archive = Archive::open(bytes)?;
    if archive.has("word/document.xml") {
        return Ok(Format::Word);
    }
    let other = OTHERS.iter().find(|(part, ..)| archive.has(part));
    let (what, remedy) = other
        .map_or(("a zip archive", "Unpack it and drop its files."), |&(_, what, remedy)| {
            (what, remedy)
        });
    Err(Error::Format(what, remedy))
}

/// An archive, and how much may still be unpacked from it.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Archive<'a>, Error> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::Damaged(WORD))?;
        Ok(Archive { zip, left: LARGEST as u64 })
    }

    fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The text of a part, if there is one. What the archive says of its size is not believed.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Error> {
        if !self.has(name) {
            return Ok(None);
        }
        let part = self.zip.by_name(name).map_err(|_| Error::Damaged(WORD))?;
        let mut bytes = Vec::new();
        part.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| Error::Damaged(WORD))?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(Error::TooLargeUnpacked)?;
        String::from_utf8(bytes).map(Some).map_err(|_| Error::Damaged(WORD))
    }
}
