//! Zip archives: what is in them, and never more of it than may be read.

use std::io::Read;

use flate2::bufread::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use crate::{Error, Format, LARGEST};

const DAMAGED: Error = Error::Damaged("Word file");

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
    if archive.part("word/document.xml").is_some() {
        return Ok(Format::Word);
    }
    let other = OTHERS.iter().find(|(part, ..)| archive.part(part).is_some());
    let (what, remedy) = other
        .map_or(("a zip archive", "Unpack it and drop its files."), |&(_, what, remedy)| {
            (what, remedy)
        });
    Err(Error::Format(what, remedy))
}

/// An archive, and how much may still be unpacked from it.
pub struct Archive<'a> {
    zip: ZipSliceArchive<&'a [u8]>,
    parts: Vec<Part>,
    left: u64,
}

struct Part {
    name: Vec<u8>,
    packed: CompressionMethod,
    place: ZipArchiveEntryWayfinder,
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Archive<'a>, Error> {
        let zip = ZipArchive::from_slice(bytes).map_err(|_| DAMAGED)?;
        let mut parts = Vec::new();
        let mut entries = zip.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| DAMAGED)? {
            let (name, packed) = (entry.file_path().as_ref().to_vec(), entry.compression_method());
            parts.push(Part { name, packed, place: entry.wayfinder() });
        }
        Ok(Archive { zip, parts, left: LARGEST as u64 })
    }

    fn part(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name == name.as_bytes())
    }

    /// The text of a part, if there is one. What the archive says of its size is not believed.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Error> {
        let Some(part) = self.part(name) else { return Ok(None) };
        let entry = self.zip.get_entry(part.place).map_err(|_| DAMAGED)?;
        let packed = entry.data();
        let mut bytes = Vec::new();
        let read = match part.packed {
            CompressionMethod::STORE => packed.take(self.left + 1).read_to_end(&mut bytes),
            CompressionMethod::DEFLATE => {
                DeflateDecoder::new(packed).take(self.left + 1).read_to_end(&mut bytes)
            }
            _ => return Err(DAMAGED),
        };
        read.map_err(|_| DAMAGED)?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(Error::TooLargeUnpacked)?;
        String::from_utf8(bytes).map(Some).map_err(|_| DAMAGED)
    }
}
