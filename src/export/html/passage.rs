//! The text of an article with its marks, each a link to the finding that it belongs to.

use std::collections::BTreeMap;

use super::markup::Markup;
use crate::analysis::{Edge, ParagraphKind, Segment, SegmentKind};
use crate::export::Exported;
use crate::span::Span;

/// Where a finding first stands: the number of its mark, by its id.
pub type Places<'a> = BTreeMap<&'a str, usize>;

/// Writes all paragraphs, and says where the findings stand in them.
pub fn write<'a>(page: &mut Markup, article: &Exported<'a>, name: &str) -> Places<'a> {
    let segments = &article.analysis.segments;
    let mut places = Places::new();
    let mut number = 0;
    for paragraph in &article.analysis.paragraphs {
        page.open("p", &[("class", class(paragraph.kind)), ("dir", "auto")]);
        let Span { start: mut at, end } = paragraph.span;
        while let Some(segment) = segments.get(number).filter(|segment| segment.span.end <= end) {
            number += 1;
            page.text(Span::new(at, segment.span.start).of(article.text));
            let before = places.len();
            for id in &segment.ids {
                places.entry(id).or_insert(number);
            }
            let begins = places.len() > before;
            mark(page, article, segment, (name, begins.then_some(number)));
            at = segment.span.end;
        }
        page.text(&article.text[at..end]).tag("</p>\n");
    }
    places
}

fn class(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::Title => "title",
        ParagraphKind::Dateline => "dateline",
        ParagraphKind::Heading => "heading",
        ParagraphKind::Text => "text",
    }
}

/// One mark; a press on it leads to its smallest finding. It has a number where a finding begins.
fn mark(
    page: &mut Markup,
    article: &Exported,
    segment: &Segment,
    (name, number): (&str, Option<usize>),
) {
    let kinds: Vec<&str> = segment.kinds.iter().map(|kind| kind_name(*kind)).collect();
    let edges: Vec<&str> = segment.edges.iter().map(|edge| edge_name(*edge)).collect();
    let id = number.map(|number| format!("{name}-m{number}"));
    let (kinds, edges) = (kinds.join(" "), edges.join(" "));
    let mut attributes = Vec::new();
    attributes.extend(id.as_deref().map(|id| ("id", id)));
    attributes.push(("data-kind", &kinds));
    if !edges.is_empty() {
        attributes.push(("data-edge", &edges));
    }
    page.open("mark", &attributes);
    let finding = segment.ids.first().map(|id| format!("#{name}-{id}")).unwrap_or_default();
    page.open("a", &[("href", &*finding)]).text(segment.span.of(article.text)).tag("</a></mark>");
}

fn kind_name(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Figure => "figure",
        SegmentKind::Speaker => "speaker",
        SegmentKind::Date => "date",
        SegmentKind::Quote => "quote",
        SegmentKind::Check => "check",
    }
}

fn edge_name(edge: Edge) -> &'static str {
    match edge {
        Edge::Start => "start",
        Edge::End => "end",
    }
}
