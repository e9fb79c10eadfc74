//! Quantities: how many, of what, what happened to them.
//!
//! In: a document, its syntax and its dates. Out: [`Figure`]s in the order of the text, and what does not add up.
//! A number is read (`numeral`), gets its currency or unit (`amount`), is joined with a second one to a
//! range (`range`), thrown out if it counts nothing (`not_a_figure`), and then given its bound (`bound`),
//! what it counts (`counted`), what happened to that (`status`), what it is about (`concept`) and what leaves it open
//! (`hedge`). When all are there, parts find their whole (`relation`), and sums and conversions are checked (`check`).
//!
//! ```
//! use copydesk::{Options, analyze};
//! let figures = analyze("At least 40 sailors were rescued.", &Options::default()).figures;
//! assert_eq!((figures[0].text.as_str(), figures[0].value), ("At least 40", Some(40.0)));
//! assert_eq!(figures[0].unit.as_deref(), Some("sailor"));
//! assert_eq!(figures[0].status.as_deref(), Some("rescued"));
//! ```

mod age;
mod amount;
mod bound;
mod check;
mod compound;
mod concept;
mod counted;
mod digits;
mod draft;
mod ellipsis;
#[cfg(test)]
mod guide;
mod hedge;
mod keep;
mod name;
mod not_a_figure;
mod numeral;
mod ordinal;
mod predicate;
mod range;
mod rating;
mod relation;
mod rules;
mod si;
mod status;
mod table;
mod unit;
mod words;
mod zero;

pub use check::common_unit;
pub(crate) use numeral::last_digit;

use std::ops::Range;

use crate::analysis::{Check, Date, DateType, Figure};
use crate::sort;
use crate::syntax::Syntax;
use crate::text::{Document, TokenKind};
use draft::{Finder, Window};

/// All figures of a document, in order. Ids are `f1`, `f2` … What `dates` cover is no figure, nor what a check of
/// dates found to be none (`31 April`).
pub fn find(
    document: &Document,
    syntax: &Syntax,
    dates: &[Date],
    checks: &[Check],
) -> (Vec<Figure>, Vec<Check>) {
    let mut finder =
        Finder { document, syntax, figures: Vec::new(), taken: vec![false; document.tokens.len()] };
    for date in dates {
        finder.taken[document.tokens_in(date.span)].fill(true);
    }
    let mut taken = taken_by_dates(document, dates, checks).into_iter().peekable();
    for sentence in &document.sentences {
        let mut floor = sentence.tokens.start;
        let mut at = floor;
        while at < sentence.tokens.end {
            while taken.next_if(|tokens| tokens.end <= at).is_some() {}
            if let Some(tokens) = taken.peek().filter(|tokens| tokens.contains(&at)) {
                at = tokens.end;
                floor = at;
                continue;
            }
            if !may_begin(document, at) {
                at += 1;
                continue;
            }
            let end = taken.peek().map_or(sentence.tokens.end, |tokens| {
                tokens.start.clamp(at + 1, sentence.tokens.end)
            });
            let window = Window { floor, end, sentence: &sentence.tokens };
            let read = finder
                .read(at, &window)
                .or_else(|| finder.read_zero(at, &window))
                .or_else(|| finder.read_ordinal(at, &window));
            match read {
                Some(next) => {
                    at = next.max(at + 1);
                    floor = at;
                }
                None => at += 1,
            }
        }
    }
    let mut figures = finder.figures;
    relation::tie(document, syntax, &mut figures);
    let checks = check::faults(document, &figures);
    (figures, checks)
}

/// A number, a number word, or a word with digits that touch its currency.
fn may_begin(document: &Document, at: usize) -> bool {
    numeral::begins(document, at)
        || matches!(document.lower(at), "no" | "none")
        || (document.tokens[at].kind == TokenKind::Word
            && document.word(at).ends_with(|c: char| c.is_ascii_alphanumeric())
            && document.word(at).bytes().any(|b| b.is_ascii_digit()))
}

/// Tokens that a date or a time of day covers; how long something lasts may be a figure too.
fn taken_by_dates(document: &Document, dates: &[Date], checks: &[Check]) -> Vec<Range<usize>> {
    let dates = dates.iter().filter(|date| matches!(date.kind, DateType::Date | DateType::Time));
    let spans = dates.map(|date| date.span).chain(checks.iter().map(|check| check.span));
    let mut taken: Vec<Range<usize>> = spans
        .map(|span| document.tokens_in(span))
        .filter(|tokens| !tokens.is_empty() && !unit_of_time(document, tokens.clone()))
        .collect();
    sort::by_key(&mut taken, |tokens| (tokens.start, tokens.end));
    taken
}

/// `15 years ago`: a number of units, besides being a date.
fn unit_of_time(document: &Document, tokens: Range<usize>) -> bool {
    tokens.clone().any(|at| {
        numeral::begins(document, at)
            && amount::read(document, at, tokens.start, tokens.end)
                .and_then(|amount| amount.unit)
                .is_some_and(|unit| unit.kind == crate::analysis::FigureKind::Duration)
    })
}
