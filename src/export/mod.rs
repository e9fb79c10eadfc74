//! What is found in articles, as a file to take away.
//!
//! In: articles with their analyses, offsets in bytes as [`crate::analyze`] gives them. Out: one text, in one of the
//! formats of [`Format`]; `docs/exports.md` shows each. Offsets that are written count Unicode code points, in every
//! format. What the reader changed, added or took out is marked as theirs in all of them.

mod annotations;
mod csv;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod guide;
mod html;
mod json;
mod markdown;
mod places;
mod tables;
pub mod words;

use std::fmt;

use crate::Analysis;
use crate::analysis::{self, Date, Quote, Speaker};

/// An article and what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Exported<'a> {
    /// What the reader knows it by: a file's name.
    pub name: &'a str,
    pub text: &'a str,
    /// Its offsets are bytes of `text`.
    pub analysis: &'a Analysis,
}

impl<'a> Exported<'a> {
    /// The quote of an id.
    pub fn quote(&self, id: Option<&str>) -> Option<&'a Quote> {
        self.analysis.quotes.get(analysis::place(id?, 'q')?)
    }

    /// The date of an id.
    pub fn date(&self, id: Option<&str>) -> Option<&'a Date> {
        self.analysis.dates.get(analysis::place(id?, 'd')?)
    }

    /// The speaker of an id.
    pub fn speaker(&self, id: Option<&str>) -> Option<&'a Speaker> {
        self.analysis.speakers.get(analysis::place(id?, 's')?)
    }
}

/// One of the lists of findings, which are a table of their own in CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Figures,
    Quotes,
    Speakers,
    Dates,
    Checks,
}

impl List {
    /// All of them, by the names that callers use.
    pub const ALL: [(&'static str, List); 5] = [
        ("figures", List::Figures),
        ("quotes", List::Quotes),
        ("speakers", List::Speakers),
        ("dates", List::Dates),
        ("checks", List::Checks),
    ];
}

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// All that is known, for other programs; `docs/export.schema.json` describes it.
    Json,
    /// One list as a table (RFC 4180).
    Csv(List),
    /// A report to paste into a document.
    Markdown,
    /// The articles with their marks and the lists, as one page without scripts.
    Html,
    /// W3C Web Annotations, as JSON-LD.
    Annotations,
}

impl Format {
    /// The names that callers use.
    pub const NAMES: [&'static str; 5] = ["json", "csv", "markdown", "html", "annotations"];

    /// The format of a name; CSV needs the name of a list, and no other format has one.
    ///
    /// ```
    /// use copydesk::export::{Format, List};
    /// assert_eq!(Format::named("csv", Some("dates")), Ok(Format::Csv(List::Dates)));
    /// let missing = Format::named("csv", None).unwrap_err();
    /// assert_eq!(missing.to_string(), "CSV is one list at a time: figures, quotes, speakers, dates or checks.");
    /// ```
    pub fn named(format: &str, list: Option<&str>) -> Result<Format, NoFormat> {
        let known = match format {
            "json" => Format::Json,
            "markdown" => Format::Markdown,
            "html" => Format::Html,
            "annotations" => Format::Annotations,
            "csv" => {
                let name = list.ok_or(NoFormat::WithoutList)?;
                let found = List::ALL.iter().find(|(known, _)| *known == name);
                let (_, list) = found.ok_or_else(|| NoFormat::NoList(name.to_owned()))?;
                return Ok(Format::Csv(*list));
            }
            _ => return Err(NoFormat::Unknown(format.to_owned())),
        };
        if list.is_some() { Err(NoFormat::WithList(format.to_owned())) } else { Ok(known) }
    }
}

/// Why there is no such export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoFormat {
    Unknown(String),
    /// CSV, without saying of what.
    WithoutList,
    NoList(String),
    /// A format that holds all lists, with one of them.
    WithList(String),
}

impl fmt::Display for NoFormat {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        const LISTS: &str = "figures, quotes, speakers, dates or checks";
        match self {
            NoFormat::Unknown(name) => {
                write!(f, "“{name}” is no format; there are {}.", Format::NAMES.join(", "))
            }
            NoFormat::WithoutList => write!(f, "CSV is one list at a time: {LISTS}."),
            NoFormat::NoList(name) => write!(f, "“{name}” is no list; take {LISTS}."),
            NoFormat::WithList(name) => write!(f, "Only CSV is one list; {name} has all of them."),
        }
    }
}

impl std::error::Error for NoFormat {}

/// Writes articles in a format. The same articles give the same text, on any day.
///
/// ```
/// use copydesk::export::{export, Exported, Format, List};
/// let text = "At least 31 people were hurt.";
/// let analysis = copydesk::analyze(text, &copydesk::Options::default());
/// let article = Exported { name: "fire.txt", text, analysis: &analysis };
/// let csv = export(&[article], Format::Csv(List::Figures));
/// assert!(csv.starts_with("article,id,words,kind,bound,value,"));
/// assert!(csv.contains("\r\nfire.txt,f1,At least 31,count,at least,31,"));
/// ```
pub fn export(articles: &[Exported], format: Format) -> String {
    match format {
        Format::Json => json::write(articles),
        Format::Csv(list) => csv::write(articles, list),
        Format::Markdown => markdown::write(articles),
        Format::Html => html::write(articles),
        Format::Annotations => annotations::write(articles),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_that_is_none_is_an_error_that_says_which_there_are() {
        for (format, list, expected) in [
            ("json", None, Ok(Format::Json)),
            ("csv", Some("checks"), Ok(Format::Csv(List::Checks))),
            (
                "pdf",
                None,
                Err("“pdf” is no format; there are json, csv, markdown, html, annotations."),
            ),
            (
                "csv",
                None,
                Err("CSV is one list at a time: figures, quotes, speakers, dates or checks."),
            ),
            (
                "csv",
                Some("names"),
                Err("“names” is no list; take figures, quotes, speakers, dates or checks."),
            ),
            ("html", Some("dates"), Err("Only CSV is one list; html has all of them.")),
        ] {
            let named = Format::named(format, list).map_err(|error| error.to_string());
            assert_eq!(named, expected.map_err(str::to_owned), "{format} {list:?}");
        }
    }
}
