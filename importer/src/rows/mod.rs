//! Files with an article in each row: JSON lines, tables.

pub mod json;
pub mod table;

use crate::article::Draft;
use crate::{Error, Format, Import, Imported};

/// More rows than a reader can look at at once.
const MOST: usize = 2_000;

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Text,
    Title,
    Published,
    Outlet,
    Author,
    Id,
}

/// What a column is for, by its name.
fn role(column: &str) -> Option<Role> {
    const NAMES: &[(Role, &[&str])] = &[
        (Role::Text, &["text", "body", "content", "article"]),
        (Role::Title, &["title", "headline"]),
        (Role::Published, &["published", "published_at", "date", "reference"]),
        (Role::Outlet, &["outlet", "source", "publisher"]),
        (Role::Author, &["author", "byline"]),
        (Role::Id, &["id"]),
    ];
    let column = column.trim().to_lowercase();
    NAMES.iter().find(|(_, names)| names.contains(&column.as_str())).map(|(role, _)| *role)
}

/// The articles read so far, and what was wrong with the other rows.
struct Rows<'a> {
    name: &'a str,
    encoding: &'static str,
    articles: Vec<Imported>,
    notes: Vec<String>,
}

impl<'a> Rows<'a> {
    fn new(name: &'a str, encoding: &'static str) -> Rows<'a> {
        Rows { name, encoding, articles: Vec::new(), notes: Vec::new() }
    }

    /// Takes the cells of one row, by what they are for.
    fn take(&mut self, line: u64, cells: impl Iterator<Item = (Role, String)>) {
        let (mut draft, mut id) = (Draft::default(), None);
        for (role, value) in cells {
            let place = match role {
                Role::Text if draft.paragraphs.is_empty() => {
                    draft.paragraphs.push(value.replace("\r\n", "\n"));
                    continue;
                }
                Role::Text => continue,
                Role::Title => &mut draft.title,
                Role::Published => &mut draft.published,
                Role::Outlet => &mut draft.outlet,
                Role::Author => &mut draft.author,
                Role::Id => &mut id,
            };
            if place.is_none() && !value.trim().is_empty() {
                *place = Some(value);
            }
        }
        let dated = draft.published.clone();
        let row = id.unwrap_or_else(|| format!("line {line}"));
        match draft.finish(format!("{}: {}", self.name, row.trim()), Some(self.encoding)) {
            Some(article) => self.keep(line, article, dated),
            None => self.fault(line, "it holds no text."),
        }
    }

    fn keep(&mut self, line: u64, article: Imported, dated: Option<String>) {
        if let (None, Some(day)) = (&article.published, dated) {
            self.fault(line, &format!("“{day}” is no date such as 2026-05-12, so it is left out."));
        }
        self.articles.push(article);
    }

    fn fault(&mut self, line: u64, what: &str) {
        self.notes.push(format!("Line {line}: {what}"));
    }

    /// Whether more can be read; says so if not.
    fn has_room(&mut self) -> bool {
        let room = self.articles.len() < MOST;
        if !room {
            self.notes.push(format!(
                "Only the first {MOST} articles were read. Split the file to read the others."
            ));
        }
        room
    }

    fn done(self, format: Format) -> Result<Import, Error> {
        match self.articles.is_empty() {
            false => Ok(Import { format, articles: self.articles, notes: self.notes }),
            true => Err(self.notes.into_iter().next().map_or(Error::NoText, Error::NoRow)),
        }
    }
}
