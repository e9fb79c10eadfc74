//! Lists and ranges that share what is said once: `May 4-6`, `9 and 10 May`, `2003-04`, `9-11am`.

use super::calendar::{day, month, year_after};
use super::hours::hours;
use super::numeral::{ordinal, year};
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Calendar, Expression, Meaning, Year};
use crate::dates::lexicon::Word;

/// The members of a list that begins at a token, and the token after it.
pub fn list(c: &Cursor, at: usize) -> Parse<Vec<Expression>> {
    match c.word(at) {
        Word::Month(_) => {
            days_after_month(c, at).or_else(|| months(c, at)).or_else(|| hours(c, at))
        }
        Word::Number => days_before_month(c, at)
            .or_else(|| years(c, at))
            .or_else(|| years_before_christ(c, at))
            .or_else(|| hours(c, at)),
        Word::Ordinal(_) | Word::The => days_before_month(c, at),
        Word::Weekday(_) | Word::Day(_) | Word::Tonight | Word::Relation(_) | Word::Cardinal(_) => {
            hours(c, at)
        }
        _ => None,
    }
}

/// `from Nov. 3 to Dec. 5, 2013`: the year is said once, at the end of the stretch.
pub fn share_year(c: &Cursor, first: &mut Expression, second: &Expression) {
    let gap = first.tokens.end;
    let joined = second.tokens.start == gap + 1 && joint(c, gap).is_some() && !c.is(gap, ",");
    let (Meaning::Calendar(from), Meaning::Calendar(to)) = (&mut first.meaning, &second.meaning)
    else {
        return;
    };
    let Year::Is(year) = to.year else { return };
    if joined
        && from.relation.is_none()
        && from.year == Year::Unsaid
        && from.month.is_some()
        && to.month.is_some()
    {
        let wraps = (from.month, from.day) > (to.month, to.day.or(from.day));
        from.year = Year::Is(year - i16::from(wraps));
        first.elliptical = true;
    }
}

/// After what joins two members: a dash, `to`, `and`, `or`, a comma.
fn joint(c: &Cursor, at: usize) -> Option<usize> {
    c.any(at, &["-", "–", "—", "to", "and", "or", ",", "through", "until", "till", "&", "/"])
        .then_some(at + 1)
}

fn dated(tokens: std::ops::Range<usize>, year: Year, month: i8, day: Option<i8>) -> Expression {
    let date = Calendar { year, month: Some(month), day, ..Calendar::EMPTY };
    Expression::new(tokens, Meaning::Calendar(date))
}

/// `May 4-6, 2022`, `April 24 and 25`
fn days_after_month(c: &Cursor, at: usize) -> Parse<Vec<Expression>> {
    let (month, mut next) = month(c, at)?;
    let mut days = Vec::new();
    let mut start = at;
    loop {
        let (number, after) =
            day(c, next).filter(|&(number, after)| fits(c, &days, number, next, after))?;
        days.push((start..after, number));
        let Some(joined) = joint(c, after).filter(|&joined| {
            day(c, joined).is_some_and(|(number, after)| fits(c, &days, number, joined, after))
        }) else {
            next = after;
            break;
        };
        start = joined;
        next = joined;
    }
    finish(c, days, month, next)
}

/// Whether a number goes on a list of days: larger than the last, and nothing is counted by it.
fn fits(
    c: &Cursor,
    days: &[(std::ops::Range<usize>, i8)],
    number: i8,
    at: usize,
    after: usize,
) -> bool {
    let Some((_, last)) = days.last() else { return true };
    let counts = c.tag(after).is_some_and(|tag| tag.is_nominal())
        || matches!(c.word(after), Word::Month(_) | Word::Unit(_) | Word::Scale(_))
        || c.any(after, &[":", "%", "/", "a.m.", "p.m.", "am", "pm"])
        || (c.is(after, "-") && c.glued(after));
    number > *last && (!counts || ordinal(c, at).is_some())
}

fn finish(
    c: &Cursor,
    days: Vec<(std::ops::Range<usize>, i8)>,
    month: i8,
    at: usize,
) -> Parse<Vec<Expression>> {
    if days.len() < 2 {
        return None;
    }
    let (year, next) = year_after(c, at).unwrap_or((Year::Unsaid, at));
    let last = days.len() - 1;
    let list = days.into_iter().enumerate().map(|(i, (tokens, day))| {
        let end = if i == last { next } else { tokens.end };
        let elliptical = !tokens.clone().any(|at| matches!(c.word(at), Word::Month(_)));
        Expression { elliptical, ..dated(tokens.start..end, year, month, Some(day)) }
    });
    Some((list.collect(), next))
}

/// `4-6 May 2022`, `9 and 10 May`, `from the 13th to the 15th of July`
fn days_before_month(c: &Cursor, at: usize) -> Parse<Vec<Expression>> {
    let mut days = Vec::new();
    let mut start = at;
    // A list of days is short; what is longer is no list of days.
    while days.len() < 8 {
        let later = |number: i8| days.last().is_none_or(|(_, last)| number > *last);
        let (number, after) = day(c, start).filter(|&(number, _)| later(number))?;
        let of = c.skip(after, &["of"]);
        if let Some((month, next)) = month(c, of) {
            days.push((start..next, number));
            return finish(c, days, month, next);
        }
        days.push((start..after, number));
        start = joint(c, after)?;
    }
    None
}

/// `July and August 1944`, `between September 1939 and May 1940` is two of its own.
fn months(c: &Cursor, at: usize) -> Parse<Vec<Expression>> {
    let (first, after) = month(c, at)?;
    let start = joint(c, after)?;
    let (second, next) = month(c, start)?;
    let (year, end) = year_after(c, next)?;
    Some((vec![dated(at..after, year, first, None), dated(start..end, year, second, None)], end))
}

/// `2003-04`, `1894 – 96`
fn years(c: &Cursor, at: usize) -> Parse<Vec<Expression>> {
    let (first, after) = year(c, at)?;
    let dash = c.any(after, &["-", "–", "—", "/"]).then_some(after + 1)?;
    let second = first / 100 * 100 + c.digits(dash, 2..=2)?;
    let ends = second > first && !c.any(dash + 1, &["-", "/"]);
    let expression = |tokens, year| {
        let date = Calendar { year: Year::Is(year), ..Calendar::EMPTY };
        Expression::new(tokens, Meaning::Calendar(date))
    };
    ends.then(|| (vec![expression(at..after, first), expression(dash..dash + 1, second)], dash + 1))
}

/// `499 to 493 BC`
fn years_before_christ(c: &Cursor, at: usize) -> Parse<Vec<Expression>> {
    let first = c.digits(at, 1..=4)?;
    let start = joint(c, at + 1)?;
    let second = c.digits(start, 1..=4).filter(|second| *second < first)?;
    let next = start + 1;
    let year = |tokens, year: i16| {
        let date = Calendar { year: Year::Is(1 - year), ..Calendar::EMPTY };
        Expression::new(tokens, Meaning::Calendar(date))
    };
    c.any(next, &["bc", "bce", "b.c."])
        .then(|| (vec![year(at..at + 1, first), year(start..next + 1, second)], next + 1))
}
