//! Dates in figures: `2022-05-04`, `04/05/2022`, `23.04.2022`, `06/2004`.

use super::calendar::date;
use super::numeral::two_digits;
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
    if let Some(read) = month_of_year(c, at) {
        return Some(read);
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
    between(first, second, Year::Is(year)).map(|meaning| (meaning, at + 5))
}

/// `8/10/12`: only with strokes, where no fourth number follows.
fn two_digit_year(c: &Cursor, at: usize, separator: &str) -> Option<i16> {
    two_digits(c, at + 4).filter(|_| separator == "/" && !c.is(at + 5, "/"))
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
fn between(first: i16, second: i16, year: Year) -> Option<Meaning> {
    let fits =
        (1..=31).contains(&first) && (1..=31).contains(&second) && (first <= 12 || second <= 12);
    let (first, second) = (first as i8, second as i8);
    fits.then_some(Meaning::Numeric { first, second, year, weekday: None })
}

/// `06/2004`
fn month_of_year(c: &Cursor, at: usize) -> Parse<Meaning> {
    let month = c.digits(at, 1..=2).filter(|month| (1..=12).contains(month))?;
    let year = c.digits(at + 2, 4..=4).filter(|year| (1900..2100).contains(year))?;
    let glued = c.is(at + 1, "/") && c.glued(at + 1) && c.glued(at + 2);
    let alone = !c.is(at.wrapping_sub(1), "/") && !c.is(at + 3, "/");
    (glued && alone).then_some((date(Year::Is(year), month as i8, None), at + 3))
}

/// `22/04`: day and month with a stroke, where the words before say that a day is meant.
pub fn day_and_month(c: &Cursor, at: usize) -> Parse<Meaning> {
    let glued = c.is(at + 1, "/") && c.glued(at + 1) && c.glued(at + 2);
    let (first, second) = (c.digits(at, 1..=2)?, c.digits(at + 2, 1..=2)?);
    if !glued || (c.any(at + 3, &["/", "-"]) && c.glued(at + 3)) {
        return None;
    }
    between(first, second, Year::Unsaid).map(|meaning| (meaning, at + 3))
}

/// The same after a word that a day follows. Small fractions (`3/4`) and sizes stay numbers.
pub fn introduced(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (meaning, next) = day_and_month(c, at)?;
    let said = c.any(
        at.wrapping_sub(1),
        &["on", "dated", "since", "until", "till", "by", "from", "between", "before", "after"],
    );
    // `on 11/20, 11/22 or 11/25`
    let listed = c.any(at.wrapping_sub(1), &[",", "or", "and"]) && c.is(at.wrapping_sub(3), "/");
    let said = said || listed;
    let large = c.digits(at, 2..=2).is_some() || c.digits(at + 2, 2..=2).is_some();
    let counts = c.tag(next).is_some_and(|tag| tag.is_nominal()) || c.any(next, &["%", "of"]);
    (said && large && !counts).then_some((meaning, next))
}
