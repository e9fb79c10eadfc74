//! Ties the findings together: a figure to the quote that claims it and the date beside it.

mod segment;

use crate::analysis::{Date, Figure, Quote};
use crate::text::Document;

pub use segment::{Found, segments};

/// Sets [`Figure::quote`] and [`Figure::date`].
pub fn tie(document: &Document, figures: &mut [Figure], dates: &[Date], quotes: &[Quote]) {
    for figure in figures {
        figure.quote = claim(figure, quotes).map(|quote| quote.id.clone());
        figure.date = when(document, figure, dates).map(|date| date.id.clone());
    }
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
    let sentence = document.sentence_of(document.token_at(figure.span.start));
    let span = document.span(document.sentences[sentence].tokens.clone());
    let first = dates.partition_point(|date| date.span.start < span.start);
    let mut within = dates[first..]
        .iter()
        .take_while(|date| date.span.end <= span.end)
        .filter(|date| date.interval.is_some() && date.range.is_none())
        .filter(|date| !date.span.overlaps(figure.span));
    let date = within.next()?;
    within.next().is_none().then_some(date)
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
