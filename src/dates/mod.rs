//! Temporal expressions: found by a grammar over tokens, resolved against the day of publication.
//!
//! In: a [`Document`] with its [`Syntax`], and the day of publication if it is known. Out: a [`Date`] for
//! every expression, with its TIMEX3 value (ISO-TimeML), the days it covers, and the rule that found them.
//! The way: `lexicon` says what each word can contribute, `grammar` reads expressions from the words of a
//! sentence, and `resolve` reckons what they mean. Nothing reads the clock: without a day of publication
//! `yesterday` is found and has no value.
//!
//! ```
//! use copydesk::{Reference, dates, syntax::Syntax, text::Document};
//! let document = Document::new("The bridge has been closed for two days, she said late on Tuesday.");
//! let syntax = Syntax::new(&document);
//! let reference: Option<Reference> = "2022-05-04".parse().ok();
//! let (found, _) = dates::find(&document, &syntax, reference);
//! assert_eq!(found[0].value.as_deref(), Some("P2D"));
//! assert_eq!((&*found[1].text, found[1].value.as_deref()), ("late on Tuesday", Some("2022-05-03")));
//! assert_eq!(dates::find(&document, &syntax, None).0[1].value, None);
//! ```

mod check;
mod cursor;
mod edtf;
mod expression;
mod grammar;
#[cfg(test)]
mod guide;
mod holiday;
mod lexicon;
mod not_a_date;
mod period;
mod range;
mod reference;
mod resolve;
mod rules;
mod spoken;
mod tense;
#[cfg(test)]
mod tests;
mod timex;

pub(crate) use check::{MONTHS, is_weekday_or_month};
pub(crate) use period::days_between;
pub use reference::{NotADate, Reference};

use crate::analysis::{Check, Date};
use crate::syntax::Syntax;
use crate::text::Document;
use cursor::Cursor;
use expression::{Expression, Meaning};
use lexicon::Word;
use range::Stretch;
use resolve::{Context, Resolved, Resolver};

/// All temporal expressions of a document, in order, and what does not fit together in them, without ids. Those of
/// dates are `d1`, `d2` … They do not overlap, but that a stretch of time holds its two ends.
pub fn find(
    document: &Document,
    syntax: &Syntax,
    reference: Option<Reference>,
) -> (Vec<Date>, Vec<Check>) {
    let words: Vec<Word> =
        (0..document.tokens.len()).map(|at| lexicon::look_up(document.lower(at))).collect();
    let cursor = |sentence: usize| Cursor {
        document,
        words: &words,
        syntax,
        sentence: document.sentences[sentence].tokens.clone(),
    };
    let expressions = read(document, cursor);
    let mut resolver = Resolver::new(reference, &expressions);
    let mut resolved = Vec::with_capacity(expressions.len());
    for (index, (sentence, expression)) in expressions.iter().enumerate() {
        let cursor = cursor(*sentence);
        let start = expression.tokens.start;
        let mut context = Context { cursor: &cursor, sentence: *sentence, start, spoken: None };
        context.spoken =
            spoken::day(document, &expressions, index, &resolved, (&resolver, &context));
        resolved.push(resolver.resolve(expression, &context));
    }
    let stretches: Vec<Stretch> = (1..expressions.len())
        .filter(|&last| expressions[last - 1].0 == expressions[last].0)
        .filter_map(|last| {
            let cursor = cursor(expressions[last].0);
            range::join(&cursor, [last - 1, last], &expressions, &mut resolved, reference)
        })
        .collect();
    let mut checks = Vec::new();
    for ((sentence, expression), resolved) in expressions.iter().zip(&resolved) {
        let fault = check::fault(&cursor(*sentence), expression, resolved, reference);
        let span = || document.span(expression.tokens.clone());
        checks.extend(fault.map(|fault| fault.at(document, vec![span()])));
    }
    (list(document, &expressions, resolved, stretches), checks)
}

/// A stretch of time whose ends are still to come.
struct Open {
    /// The number of the expression that ends it.
    last: usize,
    id: String,
    as_one: bool,
}

/// The dates in the order of the text: each stretch before its ends, and no end that cannot stand alone.
fn list(
    document: &Document,
    expressions: &[(usize, Expression)],
    resolved: Vec<Resolved>,
    stretches: Vec<Stretch>,
) -> Vec<Date> {
    let mut dates = Vec::with_capacity(resolved.len() + stretches.len());
    let mut stretches = stretches.into_iter().peekable();
    let mut open: Option<Open> = None;
    for (index, (resolved, (_, expression))) in resolved.into_iter().zip(expressions).enumerate() {
        if let Some(stretch) = stretches.next_if(|stretch| stretch.ends[0] == index) {
            let zone = stretch.ends.into_iter().rev().find_map(|at| expressions[at].1.zone());
            let whole = Expression::new(stretch.tokens, Meaning::Time);
            let date = date(document, dates.len() + 1, &whole, stretch.resolved);
            let date = Date { zone: zone.map(str::to_owned), ..date };
            let [_, last] = stretch.ends;
            open = Some(Open { last, id: date.id.clone(), as_one: stretch.as_one });
            dates.push(date);
        }
        if check::is_impossible(&resolved) {
            continue;
        }
        let around = open.as_ref().filter(|open| index <= open.last);
        if around.is_none_or(|open| !open.as_one) {
            let range = around.map(|open| open.id.clone());
            dates.push(Date { range, ..date(document, dates.len() + 1, expression, resolved) });
        }
    }
    dates
}

/// All expressions, each with the number of its sentence.
fn read<'a>(
    document: &'a Document<'a>,
    cursor: impl Fn(usize) -> Cursor<'a>,
) -> Vec<(usize, Expression)> {
    let mut expressions = Vec::new();
    let mut found: Vec<Expression> = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let cursor = cursor(index);
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            at = grammar::read(&cursor, at, &mut found);
        }
        expressions.extend(found.drain(..).map(|expression| (index, expression)));
    }
    expressions
}

fn date(document: &Document, number: usize, expression: &Expression, resolved: Resolved) -> Date {
    let span = document.span(expression.tokens.clone());
    Date {
        id: format!("d{number}"),
        span,
        text: span.of(document.text).to_owned(),
        kind: resolved.kind,
        value: resolved.value,
        interval: resolved.days.map(|(first, last)| [first.to_string(), last.to_string()]),
        modifier: expression.modifier,
        edtf: resolved.edtf,
        zone: expression.zone().map(str::to_owned),
        vague: [rules::VAGUE, rules::VAGUE_AMOUNT].contains(&resolved.rule),
        range: None,
        anchor: resolved.anchor,
        rule: resolved.rule,
        sure: resolved.sure,
        review: None,
    }
}
