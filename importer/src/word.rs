//! Word files (.docx) -> articles.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::Error;
use crate::archive::Archive;
use crate::article::{Draft, one_line};

/// Longest first paragraph that is taken for a headline, in bytes.
const LONGEST_HEADLINE: usize = 160;

/// The text of a file. Its author and dates are those of the file, which seldom are the article's: they are left alone.
pub fn read(bytes: &[u8]) -> Result<Draft, Error> {
    let mut archive = Archive::open(bytes)?;
    let document = archive.text("word/document.xml")?.ok_or(Error::Damaged("Word file"))?;
    let mut body = Body::default();
    walk(&document, |event| body.take(event))?;
    let title = match body.title.take() {
        Some(title) => Some(title),
        None if body.begins_with_headline() => None,
        None => archive.text("docProps/core.xml")?.and_then(|core| given_title(&core)),
    };
    Ok(Draft { title, paragraphs: body.paragraphs, ..Draft::default() })
}

/// Reads XML to its end. (The parser keeps no tree, so that depth costs nothing.)
fn walk(xml: &str, mut take: impl FnMut(&Event)) -> Result<(), Error> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => take(&event),
            Err(_) => return Err(Error::Damaged("Word file")),
        }
    }
}

/// What has been read so far. Paragraphs and cells may stand inside others: in text boxes, in tables within tables.
#[derive(Default)]
struct Body {
    paragraphs: Vec<String>,
    title: Option<String>,
    /// The open paragraphs, the innermost last.
    open: Vec<Paragraph>,
    /// The open rows of tables, each with its cells, the last of which is open.
    rows: Vec<Vec<String>>,
    /// How deep the reader is in runs, in what is text, and in what is not to be read.
    run: usize,
    text: usize,
    skipped: usize,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    is_title: bool,
}

impl Body {
    fn take(&mut self, event: &Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag.local_name().as_ref()),
            Event::Empty(tag) => self.empty(tag),
            Event::Text(text) => self.push(&text.xml10_content()),
            Event::CData(text) => self.push(text),
            Event::GeneralRef(name) => {
                let letter = match name.resolve_char_ref() {
                    Ok(Some(letter)) => Some(letter.to_string()),
                    _ => quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned),
                };
                self.push(&letter.unwrap_or_default());
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &BytesStart) {
        match tag.local_name().as_ref() {
            // Moved away, or the same again for old programs.
            "moveFrom" | "Fallback" => self.skipped += 1,
            _ if self.skipped > 0 => {}
            "p" => self.open.push(Paragraph::default()),
            "r" => self.run += 1,
            "t" => self.text += 1,
            "tr" => self.rows.push(Vec::new()),
            "tc" => self.rows.iter_mut().last().into_iter().for_each(|row| row.push(String::new())),
            "pStyle" => self.style(tag),
            _ => {}
        }
    }

    fn empty(&mut self, tag: &BytesStart) {
        match tag.local_name().as_ref() {
            "pStyle" => self.style(tag),
            // A tab in a paragraph's settings is none in its text.
            "tab" if self.run > 0 => self.letter('\t'),
            "br" | "cr" if self.run > 0 => self.letter('\n'),
            "noBreakHyphen" if self.run > 0 => self.letter('-'),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "moveFrom" | "Fallback" => self.skipped = self.skipped.saturating_sub(1),
            _ if self.skipped > 0 => {}
            "p" => self.close_paragraph(),
            "r" => self.run = self.run.saturating_sub(1),
            "t" => self.text = self.text.saturating_sub(1),
            "tr" => self.close_row(),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.text > 0 && self.skipped == 0 {
            self.open
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|paragraph| paragraph.text.push_str(text));
        }
    }

    fn letter(&mut self, letter: char) {
        if self.skipped == 0 {
            self.open
                .iter_mut()
                .last()
                .into_iter()
                .for_each(|paragraph| paragraph.text.push(letter));
        }
    }

    fn style(&mut self, tag: &BytesStart) {
        let value = tag
            .attributes()
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == "val");
        if value.is_some_and(|attribute| attribute.value.as_ref() == "Title")
            && let Some(paragraph) = self.open.last_mut()
        {
            paragraph.is_title = true;
        }
    }

    fn close_paragraph(&mut self) {
        let Some(Paragraph { text, is_title }) = self.open.pop() else { return };
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            let space = if cell.is_empty() || text.is_empty() { "" } else { " " };
            cell.push_str(space);
            cell.push_str(&one_line(&text));
            return;
        }
        if is_title && self.title.is_none() && !text.trim().is_empty() {
            self.title = Some(text.clone());
        }
        self.paragraphs.push(text);
    }

    fn close_row(&mut self) {
        let Some(row) = self.rows.pop() else { return };
        match self.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => cell.push_str(&row.join(" ")),
            None => self.paragraphs.push(row.join("\t")),
        }
    }

    fn begins_with_headline(&self) -> bool {
        let first = self.paragraphs.iter().map(|one| one.trim()).find(|one| !one.is_empty());
        first.is_some_and(|line| {
            line.len() <= LONGEST_HEADLINE && !line.ends_with(['.', '!', '”', '"'])
        })
    }
}

/// The title in the file's properties, unless a program put it there.
fn given_title(core: &str) -> Option<String> {
    let (mut inside, mut title) = (false, String::new());
    walk(core, |event| match event {
        Event::Start(tag) => inside = tag.local_name().as_ref() == "title",
        Event::End(_) => inside = false,
        Event::Text(text) if inside => title.push_str(&text.xml10_content()),
        _ => {}
    })
    .ok()?;
    let title = one_line(&title);
    let words = title.split(' ').count();
    (words > 2 && !title.starts_with("Microsoft Word")).then_some(title)
}
