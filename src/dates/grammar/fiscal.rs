//! Quarters, halves and fiscal years.

use super::calendar::year_after;
use super::numeral::{ordinal, year};
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Calendar, Meaning, Year};
use crate::dates::lexicon::{Relation, Word};
use crate::dates::not_a_date;

pub fn fiscal(c: &Cursor, at: usize) -> Parse<Meaning> {
    let readings = match c.word(at) {
        Word::Other => [short_name(c, at), None, None],
        Word::A | Word::Unit(_) => [year_before(c, at), numbered(c, at), None],
        Word::Relation(_) => [whose(c, at), latest(c, at), None],
        Word::The => {
            let next = at + 1;
            let named = numbered(c, next).or_else(|| whose(c, next));
            [named, year_before(c, next), latest(c, next).or_else(|| fiscal_year(c, next))]
        }
        Word::Ordinal(_) => [numbered(c, at), None, None],
        Word::Number => [whose(c, at), numbered(c, at), year_first(c, at)],
        Word::Fiscal => [fiscal_year(c, at), numbered(c, at), None],
        _ => return None,
    };
    readings.into_iter().flatten().max_by_key(|&(_, next)| next)
}

/// `Q3`, `3Q`, `Q3 2019`, `FY2022`
fn short_name(c: &Cursor, at: usize) -> Parse<Meaning> {
    let name = c.written(at);
    let mut letters = name.chars();
    if let (Some('F'), Some('Y')) = (letters.next(), letters.next()) {
        return short_fiscal_year(c, at, &name[2..]);
    }
    let meaning = lettered(name)?;
    let said = year_after(c, c.maybe_hyphen(at + 1));
    // Half a year is written so (`H1`), but so is much else.
    let half = matches!(meaning, Meaning::Half { .. });
    if said.is_none() && (half || name.starts_with('q')) {
        return None;
    }
    let (year, next) = said.unwrap_or((Year::Unsaid, at + 1));
    Some((in_year(meaning, year)?, next))
}

/// `Q3`, `H1`
fn lettered(name: &str) -> Option<Meaning> {
    let number = name.get(1..)?.parse().ok()?;
    let year = Year::Unsaid;
    match (name.as_bytes()[0], number) {
        (b'Q' | b'q', 1..=4) => Some(Meaning::Quarter { number, year, fiscal: false }),
        (b'H', 1..=2) => Some(Meaning::Half { number, year }),
        _ => None,
    }
}

/// `2019 Q1`, `2019-Q1`, `2019 H2`
fn year_first(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (year, next) = year(c, at)?;
    let name = c.maybe_hyphen(next);
    Some((in_year(lettered(c.written(name))?, Year::Is(year))?, name + 1))
}

fn short_fiscal_year(c: &Cursor, at: usize, rest: &str) -> Parse<Meaning> {
    let (year, next) = match rest.parse::<i16>() {
        Ok(year) => (year, at + 1),
        Err(_) => (c.digits(at + 1, 2..=4)?, at + 2),
    };
    let year = if year < 100 { 2000 + year } else { year };
    Some((just_year(Year::Is(year)), next))
}

fn just_year(year: Year) -> Meaning {
    Meaning::Calendar(Calendar { year, ..Calendar::EMPTY })
}

/// `third quarter`, `fiscal first-quarter`, `second half of 1990`, `first two quarters of 1990`
fn numbered(c: &Cursor, at: usize) -> Parse<Meaning> {
    let fiscal = c.word(at) == Word::Fiscal;
    let at = if fiscal { c.maybe_hyphen(at + 1) } else { at };
    if let Some((year, next)) = ago(c, at).filter(|_| !fiscal) {
        let (meaning, next) = numbered(c, next)?;
        return Some((in_year(meaning, Year::FromNow(year))?, next));
    }
    let (number, next) = ordinal(c, at)?;
    let next = c.maybe_hyphen(next);
    let number = i8::try_from(number).ok()?;
    match c.lower(next) {
        "quarter" if number <= 4 => {
            let (year, next) = year_after(c, next + 1).unwrap_or((Year::Unsaid, next + 1));
            Some((Meaning::Quarter { number, year, fiscal }, next))
        }
        "half" if number <= 2 => half(c, number, next + 1),
        "two" if number == 1 && c.is(next + 1, "quarters") => {
            let (year, next) = year_after(c, next + 2)?;
            Some((Meaning::Half { number, year }, next))
        }
        _ => None,
    }
}

/// A half of a year, where the words say that a year or a business is meant and no match.
fn half(c: &Cursor, number: i8, at: usize) -> Parse<Meaning> {
    if let Some((year, next)) = year_after(c, at) {
        return Some((Meaning::Half { number, year }, next));
    }
    if let Some(next) = c.phrase(at, &["of", "the", "year"]) {
        return Some((Meaning::Half { number, year: Year::FromNow(0) }, next));
    }
    let business =
        c.any(at, &["earnings", "profit", "profits", "results", "sales", "net", "loss", "revenue"]);
    business.then_some((Meaning::Half { number, year: Year::Unsaid }, at))
}

fn in_year(meaning: Meaning, year: Year) -> Option<Meaning> {
    match meaning {
        Meaning::Quarter { number, fiscal, year: Year::Unsaid } => {
            Some(Meaning::Quarter { number, year, fiscal })
        }
        Meaning::Half { number, year: Year::Unsaid } => Some(Meaning::Half { number, year }),
        _ => None,
    }
}

/// `last year's third quarter`, `1989's first half`
fn whose(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (year, next) = match c.word(at) {
        Word::Number => year(c, at).map(|(year, next)| (Year::Is(year), next))?,
        Word::Relation(_) => year_after(c, at)?,
        _ => return None,
    };
    let (meaning, next) = numbered(c, c.possessive(next).unwrap_or(next))?;
    Some((in_year(meaning, year)?, next))
}

/// `year-ago`, `year-earlier`, `a year-ago`
fn ago(c: &Cursor, at: usize) -> Parse<i32> {
    let year = c.is(at, "year").then_some(at + 1)?;
    let joint = c.hyphen(year)?;
    c.any(joint, &["ago", "earlier"]).then_some((-1, joint + 1))
}

/// `year-earlier`, `the year-ago quarter`, `the year-earlier period`
fn year_before(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (_, next) = ago(c, c.skip(at, &["a"]))?;
    if c.any(next, &["quarter", "period", "three"]) {
        return Some((Meaning::YearBefore { quarter: c.is(next, "quarter") }, next + 1));
    }
    Some((Meaning::YearBefore { quarter: false }, next))
}

/// `the latest quarter`, `the latest period`, `the most recent quarter`
fn latest(c: &Cursor, at: usize) -> Parse<Meaning> {
    let latest = c.word(at) == Word::Relation(Relation::Latest);
    let next = if latest { at + 1 } else { c.skip(at, &["just", "most"]) };
    let next = if c.word(next) == Word::Recent { next + 1 } else { next };
    let bare = next == at && c.is(at, "quarter") && c.lower_before(at) == "the";
    let named = next > at && c.any(next, &["quarter", "period"]);
    ((bare || named) && !not_a_date::is_sports_half(c, next + 1))
        .then_some((Meaning::LatestQuarter { named: bare }, next + 1))
}

/// `fiscal 1989`, `fiscal year 2019-20`, `the fiscal year`
fn fiscal_year(c: &Cursor, at: usize) -> Parse<Meaning> {
    if c.word(at) != Word::Fiscal {
        return None;
    }
    let next = c.skip(at + 1, &["year"]);
    if let Some((year, next)) = year(c, next) {
        return Some((just_year(Year::Is(year)), next));
    }
    (next > at + 1).then_some((just_year(Year::FromNow(0)), next))
}
