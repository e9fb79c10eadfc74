//! Dates in figures: `2022-05-04`, `04/05/2022`, `23.04.2022`.

use super::calendar::date;
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Meaning, Year};
use crate::dates::holiday::Holiday;
use crate::dates::lexicon::Word;

/// `2022-05-04`, `04/05/2022`, `23.04.2022`, `2012/8/10`, `9/11` as the name of a day.
pub fn numeric(c: &Cursor, at: usize) -> Parse<Meaning> {
    if c.lower(at).contains('.') {
        return dotted(c.lower(at)).map(|meaning| (meaning, at + 1));
    }
    if c.phrase(at, &["9", "/", "11"]).is_some() && c.glued(at + 1) && !c.is(at + 3, "/") {
        let holiday = Holiday::Once { year: 2001, month: 9, day: 11 };
        return Some((Meaning::Holiday { holiday, year: Year::Unsaid, relation: None }, at + 3));
    }
    let separator = c.lower(at + 1);
    let same = matches!(separator, "-" | "/" | "–") && c.is(at + 3, separator);
    if !same || !(at + 1..at + 5).all(|i| c.glued(i)) {
        return None;
    }
    let year_first = c.digits(at, 4..=4).filter(|_| c.glued(at + 4));
    if let Some(year) = year_first {
        let (month, day) = (c.digits(at + 2, 1..=2)?, c.digits(at + 4, 1..=2)?);
        return checked(Year::Is(year), month, day).map(|meaning| (meaning, at + 5));
    }
    let first = c.digits(at, 1..=2)?;
    let year = c.digits(at + 4, 4..=4).or_else(|| two_digit_year(c, at, separator))?;
    if let Word::Month(month) = c.word(at + 2) {
        return checked(Year::Is(year), i16::from(month), first).map(|m| (m, at + 5));
    }
    let second = c.digits(at + 2, 1..=2)?;
    between(first, second, year).map(|meaning| (meaning, at + 5))
}

/// `8/10/12`: only with strokes, where no fourth number follows.
fn two_digit_year(c: &Cursor, at: usize, separator: &str) -> Option<i16> {
    let year = c.digits(at + 4, 2..=2).filter(|_| separator == "/" && !c.is(at + 5, "/"))?;
    Some(if year < 50 { 2000 + year } else { 1900 + year })
}

/// `23.04.2022`: the day comes first wherever dots divide a date.
fn dotted(token: &str) -> Option<Meaning> {
    let mut parts = token.split('.').map(|part| part.parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    let whole = parts.next().is_none() && (1000..2200).contains(&year);
    if whole { checked(Year::Is(year), month, day) } else { None }
}

fn checked(year: Year, month: i16, day: i16) -> Option<Meaning> {
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| date(year, month as i8, Some(day as i8)))
}

/// Day and month in either order.
fn between(first: i16, second: i16, year: i16) -> Option<Meaning> {
    let fits =
        (1..=31).contains(&first) && (1..=31).contains(&second) && (first <= 12 || second <= 12);
    fits.then_some(Meaning::Numeric { first: first as i8, second: second as i8, year })
}
