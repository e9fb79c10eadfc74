//! The head of an article: title, dateline, outlet, day of publication.

use super::dateline;
use crate::analysis::{Paragraph, ParagraphKind, Published, PublishedSource};
use crate::text::Document;
use crate::{Options, Reference, Span};

/// What stands above the text itself.
pub struct Head {
    pub title: Option<Span>,
    pub outlet: Option<String>,
    pub published: Option<Published>,
    pub paragraphs: Vec<Paragraph>,
    reference: Option<Reference>,
}

impl Head {
    /// The moment that relative dates are reckoned from.
    pub fn reference(&self) -> Option<Reference> {
        self.reference
    }
}

/// A date line stands among the first paragraphs or nowhere.
const HEAD_PARAGRAPHS: usize = 6;
/// Longest title or heading, in bytes.
const LONGEST_HEADING: usize = 160;

pub fn head(document: &Document, options: &Options) -> Head {
    let text = document.text;
    let first = &document.paragraphs[..document.paragraphs.len().min(HEAD_PARAGRAPHS)];
    let found = first
        .iter()
        .enumerate()
        .find_map(|(index, &span)| Some((index, dateline::find(text, span)?)));
    let dateline_at = found.as_ref().filter(|(_, line)| line.whole).map(|(index, _)| *index);
    let title_at = title(document, dateline_at);
    let paragraphs = kinds(document, title_at, dateline_at);
    let line = found.map(|(_, line)| line);
    let from_text = line.as_ref().map(|line| Published {
        value: line.reference.to_string(),
        source: PublishedSource::Text,
        span: Some(line.span),
    });
    let from_user = options.published.map(|reference| Published {
        value: reference.to_string(),
        source: PublishedSource::User,
        span: None,
    });
    Head {
        title: title_at.map(|index| document.paragraphs[index]),
        reference: options.published.or(line.as_ref().map(|line| line.reference)),
        outlet: line.and_then(|line| line.outlet),
        published: from_user.or(from_text),
        paragraphs,
    }
}

/// The paragraph that is the title: the first one (a date line aside), if it is a heading and text follows.
fn title(document: &Document, dateline: Option<usize>) -> Option<usize> {
    let first = usize::from(dateline == Some(0));
    let more = document.paragraphs.len() > first + 1;
    document
        .paragraphs
        .get(first)
        .filter(|&&span| more && is_heading(document.text, span))
        .map(|_| first)
}

/// Short, begins like a sentence and does not end like one.
fn is_heading(text: &str, span: Span) -> bool {
    let line = span.of(text);
    let begins =
        line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '“' | '"' | '‘' | '\''));
    let ends = line.ends_with(['.', '!', ',', ';', ':', '…', '”', '"']) || line.ends_with("--");
    begins && !ends && span.len() <= LONGEST_HEADING && line.contains(char::is_whitespace)
}

fn kinds(document: &Document, title: Option<usize>, dateline: Option<usize>) -> Vec<Paragraph> {
    let last = document.paragraphs.len().saturating_sub(1);
    let kind = |index: usize, span: Span| {
        if title == Some(index) {
            ParagraphKind::Title
        } else if dateline == Some(index) {
            ParagraphKind::Dateline
        } else if index < last && is_heading(document.text, span) {
            ParagraphKind::Heading
        } else {
            ParagraphKind::Text
        }
    };
    let spans = document.paragraphs.iter().enumerate();
    spans.map(|(index, &span)| Paragraph { span, kind: kind(index, span) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kinds of a text's paragraphs by their first letters, and what is known of it.
    fn read(text: &str) -> String {
        let document = Document::new(text);
        let head = head(&document, &Options::default());
        let kinds: Vec<_> = head.paragraphs.iter().map(|p| format!("{:?}", p.kind)).collect();
        let title = head.title.map_or("no title", |span| span.of(text));
        let day = head.published.map_or("no day".to_owned(), |published| published.value);
        let outlet = head.outlet.as_deref().unwrap_or("no outlet");
        format!("{}, {title}, {outlet}, {day}", kinds.join(" "))
    }

    #[test]
    fn heads() {
        for (text, expected) in [
            ("", ", no title, no outlet, no day"),
            ("One line without an end", "Text, no title, no outlet, no day"),
            (
                "Ferry runs aground\n\nIt struck a rock.",
                "Title Text, Ferry runs aground, no outlet, no day",
            ),
            (
                "Ferry runs aground\nCoast Radio, May 4, 2026\n\nIt struck.\n\nA second rescue\n\nIt failed.",
                "Title Dateline Text Heading Text, Ferry runs aground, Coast Radio, 2026-05-04",
            ),
            (
                "Coast Radio 4:01 p.m., May 4, 2026\n\n“It struck a rock,” he said.",
                "Dateline Text, no title, Coast Radio, 2026-05-04T16:01",
            ),
            (
                "date 2026-05-12 It struck a rock.\n\nIt sank.",
                "Text Text, no title, no outlet, 2026-05-12",
            ),
            (
                "It struck a rock.\n\nIt sank on 4 May 2026.",
                "Text Text, no title, no outlet, no day",
            ),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_reader_knows_better_than_the_text() {
        let document = Document::new("Published: 12 May 2026\n\nIt sank.");
        let options = Options { published: "2026-05-13".parse().ok() };
        let published = head(&document, &options).published.expect("it was given");
        assert_eq!(
            (published.value.as_str(), published.source),
            ("2026-05-13", PublishedSource::User)
        );
    }
}
