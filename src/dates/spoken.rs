//! On which day quoted words were spoken.

use jiff::civil::Date;

use super::expression::{Expression, From, Meaning};
use super::period::{Period, Unit};
use super::resolve::{Context, Resolved, Resolver};
use crate::Span;
use crate::text::Document;

/// No more expressions than this are looked at on either side: the cost stays bounded.
const REACH: usize = 8;

/// The day on which a quotation was spoken: the one that the sentence around it names outside of it, or else
/// the sentences before it in its paragraph. `None` outside of quotations and for what is not counted in days.
pub fn day(
    document: &Document,
    expressions: &[(usize, Expression)],
    index: usize,
    resolved: &[Resolved],
    ahead: (&Resolver, &Context),
) -> Option<Date> {
    let (sentence, expression) = &expressions[index];
    let Meaning::Near { unit: Unit::Day, from: From::Publication, .. } = expression.meaning else {
        return None;
    };
    quotation(document, expression)?;
    let outside = |at: usize| {
        let (_, other) = &expressions[at];
        let day = matches!(other.meaning, Meaning::Weekday { .. } | Meaning::Calendar(_));
        if !day || quotation(document, other).is_some() {
            return None;
        }
        match resolved.get(at).map(|resolved| resolved.place.period) {
            Some(Some(Period::Day(day))) => Some(day),
            Some(_) => None,
            // Behind the quotation, in its sentence: not yet resolved.
            None => ahead.0.day_of(other, ahead.1),
        }
    };
    let paragraph = document.sentences[*sentence].paragraph;
    let near = |&at: &usize| {
        let other = expressions[at].0;
        document.sentences[other].paragraph == paragraph && other.abs_diff(*sentence) <= 2
    };
    let here = |&at: &usize| expressions[at].0 == *sentence;
    let after = (index + 1..expressions.len()).take_while(here).take(REACH);
    let before = (0..index).rev().take_while(near).take(REACH);
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

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;
    use crate::syntax::Syntax;
    use crate::text::{Quotation, QuotationStyle};

    /// What stands between straight quotation marks, whatever else a text's stage finds.
    fn quoted(text: &str) -> Document<'_> {
        let mut document = Document::new(text);
        let marks: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
        document.quotations = marks
            .chunks_exact(2)
            .map(|pair| Quotation {
                span: Span::new(pair[0], pair[1] + 1),
                inner: Span::new(pair[0] + 1, pair[1]),
                style: QuotationStyle::Double,
                closed: true,
                depth: 0,
            })
            .collect();
        document
    }

    #[test]
    fn words_of_the_day_are_reckoned_from_the_day_of_speaking() {
        // The article is of Sunday, 24 April.
        for (text, expected) in [
            ("\"Today we try again,\" she said on Saturday.", "2022-04-23 2022-04-23"),
            ("On Saturday she said: \"We try again tomorrow.\"", "2022-04-23 2022-04-24"),
            (
                "On Friday the mayor spoke up. \"We left yesterday,\" he said.",
                "2022-04-22 2022-04-21",
            ),
            ("\"Today we try again,\" she said.", "2022-04-24"),
            ("She left today, as \"promised\" on Saturday.", "2022-04-24 2022-04-23"),
            // What is said looks ahead, but not the sentence before it.
            ("A boat came on Friday. \"We will go tomorrow,\" he said.", "2022-04-22 2022-04-23"),
            ("\"This week we try again,\" she said on Saturday.", "2022-W16 2022-04-23"),
        ] {
            let document = quoted(text);
            let (dates, _) = find(&document, &Syntax::new(&document), "2022-04-24".parse().ok());
            let values: Vec<String> = dates.into_iter().filter_map(|date| date.value).collect();
            assert_eq!(values.join(" "), expected, "{text}");
        }
    }
}
