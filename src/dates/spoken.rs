//! On which day quoted words were spoken.

use jiff::civil::Date;

use super::expression::{Expression, From, Meaning};
use super::period::Unit;
use super::resolve::{Context, Resolver};
use crate::Span;
use crate::text::Document;

/// The day on which a quotation was spoken: the one that the sentence around it names outside of it, or else
/// the sentences before it in its paragraph. `None` outside of quotations and for what is not counted in days.
pub fn day(
    document: &Document,
    expressions: &[(usize, Expression)],
    index: usize,
    resolver: &Resolver,
    context: &Context,
) -> Option<Date> {
    let (sentence, expression) = &expressions[index];
    let Meaning::Near { unit: Unit::Day, from: From::Publication, .. } = expression.meaning else {
        return None;
    };
    quotation(document, expression)?;
    let outside = |at: usize| {
        let (_, other) = &expressions[at];
        let day = matches!(other.meaning, Meaning::Weekday { .. } | Meaning::Calendar(_));
        (day && quotation(document, other).is_none())
            .then(|| resolver.day_of(other, context))
            .flatten()
    };
    let paragraph = document.sentences[*sentence].paragraph;
    let near = |&at: &usize| {
        let other = expressions[at].0;
        document.sentences[other].paragraph == paragraph && other.abs_diff(*sentence) <= 2
    };
    let after = (index + 1..expressions.len()).take_while(|&at| expressions[at].0 == *sentence);
    let before = (0..index).rev().take_while(near);
    after.into_iter().chain(before).find_map(outside)
}

/// The quotation that an expression stands in.
fn quotation(document: &Document, expression: &Expression) -> Option<Span> {
    let span = document.span(expression.tokens.clone());
    let until = document.quotations.partition_point(|quotation| quotation.span.start <= span.start);
    // A quotation inside another comes after it: the last few hold any that is still open.
    let open = document.quotations[until.saturating_sub(3)..until].iter().rev();
    open.map(|quotation| quotation.inner).find(|inner| inner.contains(span))
}
