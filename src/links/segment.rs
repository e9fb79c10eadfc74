//! Findings -> flat segments for display, by a sweep over all their ends.

use crate::Span;
use crate::analysis::{Check, Date, Edge, Figure, Quote, Segment, SegmentKind, Speaker};
use crate::sort;
use crate::text::Document;

/// One finding's stretch of text.
struct Layer<'a> {
    span: Span,
    kind: SegmentKind,
    id: &'a str,
}

/// All that is found in a document.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    pub figures: &'a [Figure],
    pub dates: &'a [Date],
    pub quotes: &'a [Quote],
    pub speakers: &'a [Speaker],
    pub checks: &'a [Check],
}

/// Segments in order: they never overlap, never cross a paragraph, and every one has a finding.
pub fn segments(document: &Document, found: Found) -> Vec<Segment> {
    let layers = layers(document, found);
    let mut ends: Vec<usize> =
        layers.iter().flat_map(|layer| [layer.span.start, layer.span.end]).collect();
    sort::numbers(&mut ends);
    ends.dedup();
    let mut active: Vec<&Layer> = Vec::new();
    let mut next = 0;
    let mut segments = Vec::new();
    for pair in ends.windows(2) {
        let span = Span::new(pair[0], pair[1]);
        active.retain(|layer| layer.span.end > span.start);
        while layers.get(next).is_some_and(|layer| layer.span.start <= span.start) {
            active.push(&layers[next]);
            next += 1;
        }
        if !active.is_empty() {
            segments.push(segment(span, &active));
        }
    }
    segments
}

fn segment(span: Span, active: &[&Layer]) -> Segment {
    let mut kinds: Vec<SegmentKind> = active.iter().map(|layer| layer.kind).collect();
    sort::by_key(&mut kinds, |&kind| (kind as usize, 0));
    kinds.dedup();
    let quotes = || active.iter().filter(|layer| layer.kind == SegmentKind::Quote);
    let mut edges = Vec::new();
    if quotes().any(|quote| quote.span.start == span.start) {
        edges.push(Edge::Start);
    }
    if quotes().any(|quote| quote.span.end == span.end) {
        edges.push(Edge::End);
    }
    // The shortest finding first: it is the one that a press on the segment means.
    let mut order: Vec<&&Layer> = active.iter().collect();
    sort::by_key(&mut order, |layer| (layer.span.len(), layer.span.start));
    Segment { span, kinds, ids: order.iter().map(|layer| layer.id.to_owned()).collect(), edges }
}

/// All findings cut at paragraph ends, sorted by start.
fn layers<'a>(document: &Document, found: Found<'a>) -> Vec<Layer<'a>> {
    let Found { figures, dates, quotes, speakers, checks } = found;
    let figures = figures.iter().filter(|figure| !figure.is_date());
    let figures = figures.map(|f| (shown(document, f), SegmentKind::Figure, f.id.as_str()));
    // A stretch of time is one mark: its ends are not marked again.
    let dates = dates.iter().filter(|date| date.range.is_none());
    let dates = dates.map(|d| (d.span, SegmentKind::Date, d.id.as_str()));
    let checks = checks
        .iter()
        .flat_map(|c| c.spans.iter().map(move |&span| (span, SegmentKind::Check, c.id.as_str())));
    let contents = quotes.iter().flat_map(|q| {
        q.content.iter().map(move |&piece| (piece, SegmentKind::Quote, q.id.as_str()))
    });
    let mentions = speakers.iter().flat_map(|s| {
        s.mentions.iter().map(move |&m| (named(document, m), SegmentKind::Speaker, s.id.as_str()))
    });
    let mut layers = Vec::new();
    for (span, kind, id) in figures.chain(dates).chain(contents).chain(mentions).chain(checks) {
        layers.extend(cut(document, span).map(|span| Layer { span, kind, id }));
    }
    sort::by_key(&mut layers, |layer| (layer.span.start, layer.span.end));
    layers
}

/// The figure with its counted noun, where only modifiers stand between them.
fn shown(document: &Document, figure: &Figure) -> Span {
    let Some(noun) = figure.noun else { return figure.span };
    let joined = figure.span.join(noun);
    let between = document.tokens_in(joined).len() - document.tokens_in(figure.span).len();
    if noun.start >= figure.span.end && between <= 4 { joined } else { figure.span }
}

/// A mention without what is added after a comma: `Ruth Hale` of `Ruth Hale, 41, a nurse from Tarrow`. Where
/// the name itself comes second, it stays: `The operator, Norrin Line`.
fn named(document: &Document, mention: Span) -> Span {
    let words = mention.of(document.text);
    let mut commas = words.match_indices(", ").map(|(at, _)| at).chain([words.len()]);
    let first = commas.next().unwrap_or(words.len());
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let described = !words[..first].split_whitespace().skip(1).any(capital);
    let name_next = words.get(first + 2..).is_some_and(capital) && words[..first].contains(' ');
    let end = if described && name_next { commas.next().unwrap_or(first) } else { first };
    Span::new(mention.start, mention.start + end)
}

/// The parts of a span in each paragraph.
fn cut<'d>(document: &'d Document, span: Span) -> impl Iterator<Item = Span> + 'd {
    let first = document.paragraphs.partition_point(|paragraph| paragraph.end <= span.start);
    document.paragraphs[first..]
        .iter()
        .take_while(move |paragraph| paragraph.start < span.end)
        .map(move |paragraph| {
            Span::new(span.start.max(paragraph.start), span.end.min(paragraph.end))
        })
        .filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    /// The segments of a text, one a line: kinds, ids, edges, words.
    fn shown(text: &str) -> Vec<String> {
        let analysis = analyze(text, &Options::default());
        let line = |segment: &Segment| {
            let kinds: Vec<_> = segment.kinds.iter().map(|kind| format!("{kind:?}")).collect();
            let edges: Vec<_> = segment.edges.iter().map(|edge| format!("{edge:?}")).collect();
            let [kinds, edges] = [kinds, edges].map(|words| words.join("+"));
            format!("{kinds} {} {edges}|{}", segment.ids.join("+"), segment.span.of(text))
        };
        analysis.segments.iter().map(line).collect()
    }

    #[test]
    fn findings_within_findings_are_flat() {
        let found = shown("“At least 31 sailors were hurt,” said Maren Oduya, a nurse.");
        let expected = [
            "Quote q1 Start|“",
            "Figure+Quote f1+q1 |At least 31 sailors",
            "Quote q1 End| were hurt,”",
            "Speaker s1 |Maren Oduya",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn mentions_are_shown_by_their_names() {
        for (mention, expected) in [
            ("Ruth Hale, 41, a nurse from Tarrow", "Ruth Hale"),
            ("The operator, Norrin Line, of Hale", "The operator, Norrin Line"),
            ("Its chief, Tomas Reyl", "Its chief, Tomas Reyl"),
            ("Hale, Brandt and Roe", "Hale"),
            ("the coastguard", "the coastguard"),
        ] {
            let shown = named(&Document::new(mention), Span::new(0, mention.len()));
            assert_eq!(shown.of(mention), expected);
        }
    }

    #[test]
    fn a_span_is_cut_at_paragraph_ends() {
        let document = Document::new("One.\n\nTwo.");
        let parts: Vec<Span> = cut(&document, Span::new(1, 8)).collect();
        assert_eq!(parts, [Span::new(1, 4), Span::new(6, 8)]);
    }
}
