//! Ties the findings together: a figure to the quote that claims it, the date beside it and the place where it was so.

mod segment;
mod telling;

use crate::Span;
use crate::analysis::{Date, Figure, FigureKind, Quote};
use crate::syntax::{NameKind, Syntax, Tag};
use crate::text::Document;

pub use segment::{Found, segments};

/// Sets [`Quote::date`], [`Figure::quote`], [`Figure::date`] and [`Figure::place`], and [`Figure::same_as`] of one that is a date too.
pub fn tie(
    document: &Document,
    syntax: &Syntax,
    figures: &mut [Figure],
    dates: &[Date],
    quotes: &mut [Quote],
) {
    telling::date(document, syntax, quotes, dates);
    for at in 0..figures.len() {
        let next = figures.get(at + 1).map_or(document.text.len(), |next| next.span.start);
        let figure = &mut figures[at];
        figure.quote = claim(figure, quotes).map(|quote| quote.id.clone());
        figure.date = when(document, figure, dates).map(|date| date.id.clone());
        figure.place = place(document, syntax, figure, next);
        if figure.kind == FigureKind::Duration {
            figure.same_as = same_time(figure, dates).map(|date| date.id.clone());
        }
    }
}

/// How many tokens after a figure its place may stand.
const REACH: usize = 14;

/// The date that a duration is too.
fn same_time<'d>(figure: &Figure, dates: &'d [Date]) -> Option<&'d Date> {
    let first = dates.partition_point(|date| date.span.end <= figure.span.start);
    dates[first..].iter().take(NEAR).find(|date| date.span.overlaps(figure.span))
}

/// The place where it was so: named after the figure in its clause (`40 boats sank off Harrow`), or at the head of
/// the sentence (`In Harrow, 40 boats sank`). `next` is where the next figure begins.
fn place(document: &Document, syntax: &Syntax, figure: &Figure, next: usize) -> Option<Span> {
    let at = document.token_at(figure.span.start);
    let sentence = &document.sentences[document.sentence_of(at)].tokens;
    let place_at = |preposition: usize| {
        let locative = matches!(
            document.lower(preposition),
            "in" | "at" | "near" | "off" | "around" | "outside"
        );
        let name = (preposition + 1..sentence.end.min(preposition + 4))
            .take_while(|&i| i == preposition + 1 || !matches!(syntax.tag(i - 1), Tag::Punct))
            .find_map(|i| syntax.name_of(i))?;
        (locative && name.kind == NameKind::Place).then(|| document.span(name.tokens.clone()))
    };
    let after = document.tokens_in(figure.span).end;
    let after = after..sentence.end.min(after + REACH);
    let breaks = |i: usize| {
        document.tokens[i].span.start >= next
            || matches!(document.word(i), ";" | ":" | "“" | "”" | "\"")
            || matches!(syntax.tag(i), Tag::Sconj)
    };
    after.take_while(|&i| !breaks(i)).find_map(place_at).or_else(|| place_at(sentence.start))
}

/// The quote in whose words the figure stands; of several, the innermost.
fn claim<'q>(figure: &Figure, quotes: &'q [Quote]) -> Option<&'q Quote> {
    // Quotes are in order, so those that can hold the figure begin before it.
    let before = quotes.partition_point(|quote| quote.span.start <= figure.span.start);
    let holds = |quote: &&Quote| quote.content.iter().any(|piece| piece.contains(figure.span));
    quotes[..before].iter().rev().take(NEAR).find(holds)
}

/// How many quotes or dates before a figure are looked at.
const NEAR: usize = 8;

/// The one day named in the figure's sentence; with several, which one is meant cannot be known.
fn when<'d>(document: &Document, figure: &Figure, dates: &'d [Date]) -> Option<&'d Date> {
    let within = dates_beside(document, figure.span, dates);
    only(within.filter(|date| date.interval.is_some() && !date.span.overlaps(figure.span)))
}

/// The dates in the sentence of a span that are no ends of a stretch.
fn dates_beside<'d>(
    document: &Document,
    span: Span,
    dates: &'d [Date],
) -> impl Iterator<Item = &'d Date> {
    let sentence = document.sentence_of(document.token_at(span.start));
    let sentence = document.span(document.sentences[sentence].tokens.clone());
    let first = dates.partition_point(|date| date.span.start < sentence.start);
    let within = dates[first..].iter().take_while(move |date| date.span.end <= sentence.end);
    within.filter(|date| date.range.is_none())
}

/// What there is one of; with several, which one is meant cannot be known.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn figures_know_their_claim_and_their_day() {
        for (text, expected) in [
            // In the words of a quote, and beside the one day of its sentence.
            ("On 4 May 2026, 31 sailors drowned, Maren Oduya said.", "f1 q1 d1"),
            // Outside of what is quoted.
            ("Maren Oduya, 41, said she was fine.", "f1 - -"),
            // A stretch of time is one.
            ("40 boats sank from 4 May 2026 to 6 May 2026.", "f1 - d1"),
            // Which of two days is meant cannot be told.
            ("Of 31 sailors, some left on 4 May 2026 and some on 6 May 2026.", "f1 - -"),
        ] {
            let analysis = analyze(text, &Options::default());
            let figure = &analysis.figures[0];
            let id = |id: &Option<String>| id.clone().unwrap_or("-".to_owned());
            let found = format!("{} {} {}", figure.id, id(&figure.quote), id(&figure.date));
            assert_eq!(found, expected, "{text}");
        }
    }
}
