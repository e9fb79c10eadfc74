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
