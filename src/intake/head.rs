//! The head of an article: title, dateline, outlet, day of publication.

use super::dateline::{self, Dateline};
use crate::analysis::{Paragraph, ParagraphKind, Published, PublishedSource};
use crate::text::paragraph;
use crate::{Options, Reference, Span};

/// What stands above the text itself.
pub struct Head {
    pub title: Option<Span>,
    pub outlet: Option<String>,
    pub published: Option<Published>,
    /// All paragraphs of the article; a date line that shares its line with text is one of its own.
    pub paragraphs: Vec<Paragraph>,
    /// The moment that relative dates are reckoned from.
    pub reference: Option<Reference>,
}

/// A date line stands among the first paragraphs or nowhere.
const HEAD_PARAGRAPHS: usize = 6;
/// Longest title or heading, in bytes.
const LONGEST_HEADING: usize = 160;

/// Reads the head of an article and divides it into paragraphs; spans are bytes of `text`.
pub fn head(text: &str, options: &Options) -> Head {
    let mut spans = paragraph::split(text);
    let first = spans.iter().take(HEAD_PARAGRAPHS).enumerate();
    let found =
        first.filter_map(|(index, &span)| Some((index, dateline::find(text, span)?))).next();
    if let Some((index, line)) = &found {
        cut(text, &mut spans, *index, line.span.end);
    }
    let paragraphs = kinds(text, &spans, found.as_ref().map(|(index, _)| *index));
    let title = paragraphs.iter().find(|paragraph| paragraph.kind == ParagraphKind::Title);
    let line = found.map(|(_, line)| line);
    let published = |reference: Reference, source, line: Option<&Dateline>| {
        let (span, zone) = (line.map(|line| line.span), line.and_then(|line| line.zone.clone()));
        Some(Published { value: reference.to_string(), zone, source, span })
    };
    Head {
        title: title.map(|title| title.span),
        reference: options
            .published
            .or(line.as_ref().map(|line| line.reference))
            .or(options.file_published),
        published: match (options.published, &line) {
            (Some(reference), _) => published(reference, PublishedSource::User, None),
            (None, Some(line)) => published(line.reference, PublishedSource::Text, Some(line)),
            (None, None) => options
                .file_published
                .and_then(|reference| published(reference, PublishedSource::File, None)),
        },
        outlet: line.and_then(|line| line.outlet).or_else(|| options.outlet.clone()),
        paragraphs,
    }
}

/// Makes what follows byte `end` of paragraph `index` a paragraph of its own.
fn cut(text: &str, spans: &mut Vec<Span>, index: usize, end: usize) {
    let rest = &text[end..spans[index].end];
    let start = end
        + (rest.len() - rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !opens(c)).len());
    if start < spans[index].end {
        spans.insert(index + 1, Span::new(start, spans[index].end));
        spans[index].end = end;
    }
}

fn opens(c: char) -> bool {
    matches!(c, '“' | '"' | '‘' | '\'' | '«' | '„' | '(' | '[' | '$' | '€' | '£')
}

fn kinds(text: &str, spans: &[Span], dateline: Option<usize>) -> Vec<Paragraph> {
    let last = spans.len().saturating_sub(1);
    // The first paragraph, a date line aside, is the title if it is a heading and text follows.
    let title = usize::from(dateline == Some(0));
    let kind = |index: usize, span: Span| {
        if dateline == Some(index) || index < HEAD_PARAGRAPHS && dateline::is_byline(span.of(text))
        {
            ParagraphKind::Dateline
        } else if index == last || !is_heading(text, span) {
            ParagraphKind::Text
        } else if index == title {
            ParagraphKind::Title
        } else {
            ParagraphKind::Heading
        }
    };
    spans
        .iter()
        .enumerate()
        .map(|(index, &span)| Paragraph { span, kind: kind(index, span) })
        .collect()
}

/// Short, begins like a sentence and does not end like one.
fn is_heading(text: &str, span: Span) -> bool {
    let line = span.of(text);
    let begins =
        line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '“' | '"' | '‘' | '\''));
    let ends = line.ends_with(['.', '!', ',', ';', ':', '…', '”', '"']) || line.ends_with("--");
    begins && !ends && span.len() <= LONGEST_HEADING && line.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kinds of a text's paragraphs by their first letters, and what is known of it.
    fn read(text: &str) -> String {
        let head = head(text, &Options::default());
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
                "Ferry runs aground\n\nBy Hanne Lorv\n\nIt struck a rock.",
                "Title Dateline Text, Ferry runs aground, no outlet, no day",
            ),
            (
                "Coast Radio 4:10 p.m., May 6, 2026\n\n“It struck a rock,” he said.",
                "Dateline Text, no title, Coast Radio, 2026-05-06T16:10",
            ),
            (
                "date 2026-05-12 It struck a rock.\n\nIt sank.",
                "Dateline Text Text, no title, no outlet, 2026-05-12",
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
    fn the_reader_knows_better_than_the_text_and_the_text_than_the_file() {
        use PublishedSource::{File, Text, User};
        const DATED: &str = "Coast Radio, 12 May 2026\n\nIt sank.";
        for (text, user, file, expected, outlet) in [
            (DATED, "2026-05-13", "2026-05-14", ("2026-05-13", User), "Coast Radio"),
            (DATED, "", "2026-05-14", ("2026-05-12", Text), "Coast Radio"),
            ("It sank.", "", "2026-05-14T06:30", ("2026-05-14T06:30", File), "Courier"),
            ("It sank.", "2026-05-13", "2026-05-14", ("2026-05-13", User), "Courier"),
        ] {
            let options = Options {
                published: user.parse().ok(),
                file_published: file.parse().ok(),
                outlet: Some("Courier".to_owned()),
                ..Options::default()
            };
            let head = head(text, &options);
            let published = head.published.expect("it was given");
            assert_eq!((published.value.as_str(), published.source), expected, "{text} {user}");
            assert_eq!(head.reference.map(|day| day.to_string()).as_deref(), Some(expected.0));
            assert_eq!(head.outlet.as_deref(), Some(outlet), "{text}");
        }
    }
}
