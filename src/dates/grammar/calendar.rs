//! Dates of the calendar: days, months, years, weekdays, decades, centuries, seasons, holidays.

use super::numeral::{ordinal, short_year, year};
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Calendar, Meaning, Year};
use crate::dates::holiday::{Holiday, holiday};
use crate::dates::lexicon::{Relation, Word};
use crate::dates::not_a_date;

/// The calendar expression at a token, without its time of day: the longest reading.
pub fn calendar(c: &Cursor, at: usize) -> Parse<Meaning> {
    let readings = match c.word(at) {
        Word::Number => [
            numeric(c, at),
            day_first(c, at),
            bare_year(c, at),
            decade(c, at).or_else(|| century(c, at)).or_else(|| season_of_year(c, at)),
        ],
        Word::Month(_) => [month_first(c, at), named_day(c, at, None), None, None],
        Word::Weekday(_) => [weekday(c, at), None, None, None],
        Word::Relation(_) => [related(c, at), None, None, None],
        Word::The => [day_first(c, at), the(c, at), None, None],
        Word::Season(_) => [season(c, at, None), None, None, None],
        Word::Holiday => [named_day(c, at, None), None, None, None],
        Word::Decade(_) | Word::Ordinal(_) => [decade(c, at), day_first(c, at), century(c, at), named_day(c, at, None)],
        Word::Cardinal(_) => [bare_year(c, at), day_first(c, at), century(c, at), None],
        Word::Unit(_) => [day_first(c, at), century(c, at), year_end(c, at), None],
        Word::Other => [decade(c, at), apostrophe_year(c, at), None, None],
        _ => return None,
    };
    readings.into_iter().flatten().max_by_key(|&(_, next)| next)
}

/// The month's number, its name read with the stop of an abbreviation.
pub fn month(c: &Cursor, at: usize) -> Parse<i8> {
    let Word::Month(month) = c.word(at) else { return None };
    let stop = c.is(at + 1, ".") && c.glued(at + 1) && c.lower(at).len() < 5;
    let next = at + 1 + usize::from(stop && c.digits(at + 2, 1..=4).is_some());
    Some((month, next))
}

/// A day's number: `4`, `21st`, `the fourth`
pub fn day(c: &Cursor, at: usize) -> Parse<i8> {
    let at = c.skip(at, &["the"]);
    let plain = c.digits(at, 1..=2).map(|number| (number as u32, at + 1));
    let (number, next) = plain.or_else(|| ordinal(c, at))?;
    (1..=31).contains(&number).then_some((number as i8, next))
}

/// The year after a date: `2022`, `, 2022`, `of 1987`, `of that year`, `last year`, `'99`, `44 BC`
pub fn year_after(c: &Cursor, at: usize) -> Parse<Year> {
    let next = c.skip(at, &[","]);
    let of = c.skip(next, &["of", "in"]);
    // `December of 384`, `30 September 420)`
    if let Some(year) = c.digits(of, 3..=3).filter(|_| c.is(at, "of") || c.is(of + 1, ")")) {
        return Some((Year::Is(year), of + 1));
    }
    if let Some((year, next)) = era_year(c, of) {
        return Some((Year::Is(year), next));
    }
    if let Some((year, next)) = year(c, of).or_else(|| short_year(c, of)) {
        let count = of > at && not_a_date::no_year(c, of, year);
        return (!count).then_some((Year::Is(year), next));
    }
    let of = c.skip(at, &["of", "the"]);
    if let Some(next) = c.phrase(c.skip(of, &["the"]), &["same", "year"]) {
        return Some((Year::Same, next));
    }
    let shift = match c.word(of) {
        Word::Relation(Relation::That) => return c.phrase(of + 1, &["year"]).map(|n| (Year::Same, n)),
        Word::Relation(Relation::Last) => -1,
        Word::Relation(Relation::This) => 0,
        Word::Relation(Relation::Next) => 1,
        _ => return None,
    };
    c.phrase(of + 1, &["year"]).map(|next| (Year::FromNow(shift), next))
}

/// `44 BC`, `AD 79`, `480 BCE`; year 0 is 1 BC.
fn era_year(c: &Cursor, at: usize) -> Parse<i16> {
    let number = c.digits(at, 1..=4)?;
    match c.lower(at + 1) {
        "bc" | "bce" | "b.c." | "b.c" => Some((1 - number, at + 2)),
        "ad" | "ce" | "a.d." if number > 0 => Some((number, at + 2)),
        _ => None,
    }
}

fn date(year: Year, month: i8, day: Option<i8>) -> Meaning {
    Meaning::Calendar(Calendar { year, month: Some(month), day, ..Calendar::EMPTY })
}

/// `May 4, 2022`, `March 6th`, `May 2022`, `August of that year`, `May`
fn month_first(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (month, next) = month(c, at)?;
    let number = c.skip(next, &[","]);
    // `May the Second Pacific Squadron`, but `May the 2nd`, `May fourth`
    let number = if c.word(c.skip(number, &["the"])) != Word::Number && (c.is(number, "the") || c.is_capitalised(number)) { usize::MAX } else { number };
    if let Some((day, next)) = day(c, number).filter(|&(_, next)| !counts(c, next)) {
        let (year, next) = year_after(c, next).unwrap_or((Year::Unsaid, next));
        return Some((date(year, month, Some(day)), next));
    }
    if let Some((year, next)) = year_after(c, next) {
        return Some((date(year, month, None), next));
    }
    if not_a_date::no_month(c, at, false) {
        return None;
    }
    Some((date(Year::Unsaid, month, None), next))
}

/// Whether the number before `next` goes on: `May 4,000`, `May 3.5`, `May 10:30`, `May 20 percent`.
fn counts(c: &Cursor, next: usize) -> bool {
    (c.any(next, &[":", "/"]) && c.glued(next) && c.glued(next + 1))
        || c.any(next, &["%", "percent", "per", "million", "billion"])
}

/// `4 May 2022`, `the 25th of August`, `21st May`
fn day_first(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (day, next) = day(c, at)?;
    let next = c.skip(c.maybe_hyphen(next), &["of"]);
    let (month, next) = month(c, next)?;
    let (year, next) = year_after(c, c.maybe_hyphen(next)).unwrap_or((Year::Unsaid, next));
    Some((date(year, month, Some(day)), next))
}

/// `2022-05-04`, `04/05/2022`, `23.04.2022`, `2012/8/10`, `9/11` as the name of a day.
fn numeric(c: &Cursor, at: usize) -> Parse<Meaning> {
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
    let fits = (1..=31).contains(&first) && (1..=31).contains(&second) && (first <= 12 || second <= 12);
    fits.then_some(Meaning::Numeric { first: first as i8, second: second as i8, year })
}

/// `Wednesday`, `Wed., 4 May 2022`, `Saturday (23)`, `Monday the 21st`, `Monday of last week`
fn weekday(c: &Cursor, at: usize) -> Parse<Meaning> {
    let Word::Weekday(weekday) = c.word(at) else { return None };
    if not_a_date::no_weekday(c, at) {
        return None;
    }
    let next = at + 1;
    if let Some((date, next)) = dated_weekday(c, next) {
        return Some((Meaning::Calendar(Calendar { weekday: Some(weekday), ..date }), next));
    }
    let (week, next) = week_after(c, next).map_or((None, next), |(week, next)| (Some(week), next));
    Some((Meaning::Weekday { weekday, relation: None, week }, next))
}

/// The date that tells a weekday's day, after it: `, 4 May 2022`, `(23)`, `the 21st`
fn dated_weekday(c: &Cursor, at: usize) -> Parse<Calendar> {
    let bracket = c.is(at, "(");
    let inner = if bracket { at + 1 } else { c.skip(c.skip(at, &["."]), &[","]) };
    let closed = |next: usize| if bracket { c.is(next, ")").then_some(next + 1) } else { Some(next) };
    if let Some((Meaning::Calendar(date), next)) =
        month_first(c, inner).filter(|_| matches!(c.word(inner), Word::Month(_))).or_else(|| day_first(c, inner))
        && date.day.is_some()
    {
        return closed(next).map(|next| (date, next));
    }
    let (number, next) = day(c, inner)?;
    let told = (bracket && c.is(next, ")")) || (c.is(inner, "the") && ordinal(c, inner + 1).is_some());
    if !told {
        return None;
    }
    Some((Calendar { day: Some(number), ..Calendar::EMPTY }, closed(next)?))
}

/// `of last week`, `next week`, after a weekday: how many weeks away.
fn week_after(c: &Cursor, at: usize) -> Parse<i32> {
    let at = c.skip(at, &["of"]);
    let week = match c.word(at) {
        Word::Relation(Relation::Last) => -1,
        Word::Relation(Relation::This) => 0,
        Word::Relation(Relation::Next) => 1,
        _ => return None,
    };
    c.phrase(at + 1, &["week"]).map(|next| (week, next))
}

/// `last May`, `next Wednesday`, `this past spring`, `next Christmas`, `that October`
fn related(c: &Cursor, at: usize) -> Parse<Meaning> {
    let Word::Relation(relation) = c.word(at) else { return None };
    let next = at + 1;
    if let Word::Relation(second @ (Relation::Past | Relation::Coming)) = c.word(next) {
        let narrower = if second == Relation::Past { Relation::Last } else { Relation::Next };
        return apply(c, next + 1, narrower);
    }
    apply(c, next, relation)
}

fn apply(c: &Cursor, at: usize, relation: Relation) -> Parse<Meaning> {
    match c.word(at) {
        Word::Weekday(weekday) if c.lower(at).len() > 3 => {
            Some((Meaning::Weekday { weekday, relation: Some(relation), week: None }, at + 1))
        }
        Word::Month(_) if c.is_capitalised(at) => match month_first(c, at)? {
            (Meaning::Calendar(date), next) => {
                Some((Meaning::Calendar(Calendar { relation: Some(relation), ..date }), next))
            }
            _ => None,
        },
        Word::Season(_) => season(c, at, Some(relation)),
        Word::Holiday => named_day(c, at, Some(relation)),
        _ => None,
    }
}

/// `the 20th`, `the summer`, `the 1990s`, `the 20th century`, `the year 2000`, `the following April`
fn the(c: &Cursor, at: usize) -> Parse<Meaning> {
    let next = at + 1;
    if c.is(next, "year") {
        let (year, next) = year(c, next + 1)?;
        return Some((just_year(year), next));
    }
    let readings = [
        century(c, next),
        decade(c, next),
        season(c, next, None),
        related(c, next),
        nth(c, next),
        nth_of_month(c, next),
    ];
    readings.into_iter().flatten().max_by_key(|&(_, next)| next)
}

/// `year-end`, `year end`: the last day of the year of publication.
fn year_end(c: &Cursor, at: usize) -> Parse<Meaning> {
    let end = c.is(at, "year").then(|| c.maybe_hyphen(at + 1)).filter(|&end| c.is(end, "end"))?;
    let date = Calendar { year: Year::FromNow(0), month: Some(12), day: Some(31), ..Calendar::EMPTY };
    Some((Meaning::Calendar(date), end + 1))
}

/// `the 25th`: only where nothing follows that it could order.
fn nth(c: &Cursor, at: usize) -> Parse<Meaning> {
    let number = matches!(c.word(at), Word::Number).then(|| ordinal(c, at)).flatten();
    let (day, next) = number.filter(|(number, _)| (1..=31).contains(number))?;
    if let Some((relation, next)) = of_month(c, next) {
        let date = Calendar { day: Some(day as i8), relation: Some(relation), ..Calendar::EMPTY };
        return Some((Meaning::Calendar(date), next));
    }
    let ends = !c.is_word(next) || c.any(next, &["and", "to", "at", "in", "when", "by", "was", "but"]);
    let on = matches!(c.lower_before(at - 1), "on" | "by" | "until" | "from" | "to" | "of" | "and");
    let date = Calendar { day: Some(day as i8), ..Calendar::EMPTY };
    (ends && on && !c.is(next, "-")).then_some((Meaning::Calendar(date), next))
}

/// `of this month`, `of last month`
fn of_month(c: &Cursor, at: usize) -> Parse<Relation> {
    let Word::Relation(relation) = c.word(at + 1) else { return None };
    (c.is(at, "of") && c.is(at + 2, "month")).then_some((relation, at + 3))
}

/// `last Friday of June`, `first day of May 2022`, after `the`.
fn nth_of_month(c: &Cursor, at: usize) -> Parse<Meaning> {
    let last = c.word(at) == Word::Relation(Relation::Last) || c.is(at, "final");
    let (nth, next) = if last { (-1, at + 1) } else { ordinal(c, at).map(|(n, next)| (n as i8, next))? };
    let weekday = match c.word(next) {
        Word::Weekday(weekday) if nth <= 5 => Some(weekday),
        Word::Unit(_) if c.is(next, "day") && nth <= 31 => None,
        _ => return None,
    };
    let of = c.any(next + 1, &["of", "in"]).then_some(next + 2)?;
    match month_first(c, of)? {
        (Meaning::Calendar(date), next) if date.day.is_none() => {
            Some((Meaning::OfMonth { nth, weekday, date }, next))
        }
        _ => None,
    }
}

fn just_year(year: i16) -> Meaning {
    Meaning::Calendar(Calendar { year: Year::Is(year), ..Calendar::EMPTY })
}

/// `1945`, `nineteen ninety-seven`, `490 BC`
fn bare_year(c: &Cursor, at: usize) -> Parse<Meaning> {
    if let Some((year, next)) = era_year(c, at) {
        return Some((just_year(year), next));
    }
    let (year, next) = year(c, at)?;
    let spelled = c.word(at) != Word::Number;
    if spelled && c.is(at, "two") && !time_said(c, at) {
        return None;
    }
    if !spelled && (not_a_date::no_year(c, at, year) || part_of_number(c, at)) {
        return None;
    }
    Some((just_year(year), next))
}

fn time_said(c: &Cursor, at: usize) -> bool {
    matches!(c.lower_before(at), "in" | "since" | "year" | "until" | "by")
}

/// `12-1945`, `1945.5`, `B-1945`
fn part_of_number(c: &Cursor, at: usize) -> bool {
    let joint = |at: usize| c.any(at, &["-", "/", "."]) && c.glued(at);
    at >= 2 && c.glued(at) && joint(at - 1) && !c.any(at - 2, &["mid", "pre", "post", "early", "late"])
        && c.digits(at - 2, 4..=4).is_none()
}

fn apostrophe_year(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (year, next) = short_year(c, at)?;
    Some((just_year(year), next))
}

/// `1990s`, `the nineties`, `'90s`
pub fn decade(c: &Cursor, at: usize) -> Parse<Meaning> {
    let at = if c.any(at, &["'", "’", "‘"]) && c.glued(at + 1) { at + 1 } else { at };
    if let Word::Decade(decade) = c.word(at) {
        let the = c.lower_before(at) == "the" || c.is(at.wrapping_sub(1), "-");
        return the.then_some((Meaning::Decade(190 + decade as i16 / 10), at + 1));
    }
    let (token, next) = match c.lower(at).strip_suffix('s') {
        Some(token) => (token, at + 1),
        None => (c.lower(at), c.possessive(at + 1)?),
    };
    let number: i16 = token.parse().ok()?;
    if number % 10 != 0 {
        return None;
    }
    match token.len() {
        4 if (1000..2200).contains(&number) => Some((Meaning::Decade(number / 10), next)),
        2 if number >= 20 && matches!(c.lower_before(at), "the" | "'" | "’" | "‘") && next == at + 1 => Some((Meaning::Decade(190 + number / 10), next)),
        _ => None,
    }
}

/// `20th century`, `nineteenth-century`
fn century(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (number, next) = ordinal(c, at)?;
    let next = c.maybe_hyphen(next);
    if !c.any(next, &["century", "centuries"]) || !(1..=30).contains(&number) {
        return None;
    }
    let before_christ = c.any(next + 1, &["bc", "bce", "b.c."]);
    // The 4th century BC is -4 as the 4th of our era is 3.
    let century = if before_christ { -(number as i16) } else { number as i16 - 1 };
    Some((Meaning::Century(century), next + 1 + usize::from(before_christ)))
}

fn season(c: &Cursor, at: usize, relation: Option<Relation>) -> Parse<Meaning> {
    let Word::Season(season) = c.word(at) else { return None };
    let (year, next) = year_after(c, at + 1).unwrap_or((Year::Unsaid, at + 1));
    let next = second_half(c, next);
    if year == Year::Unsaid && relation.is_none() && not_a_date::no_season(c, at) {
        return None;
    }
    Some((Meaning::Season { season, year, relation }, next))
}

/// `1982 summer`
fn season_of_year(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (year, next) = year(c, at)?;
    let Word::Season(season) = c.word(next) else { return None };
    Some((Meaning::Season { season, year: Year::Is(year), relation: None }, next + 1))
}

/// `winter of 2021-22`: the second year says nothing new.
fn second_half(c: &Cursor, at: usize) -> usize {
    match c.hyphen(at).or_else(|| (c.is(at, "/") && c.glued(at)).then_some(at + 1)) {
        Some(year) if c.digits(year, 2..=2).is_some() => year + 1,
        _ => at,
    }
}

fn named_day(c: &Cursor, at: usize, relation: Option<Relation>) -> Parse<Meaning> {
    let (holiday, next) = holiday(c, at)?;
    let (year, next) = year_after(c, next).unwrap_or((Year::Unsaid, next));
    Some((Meaning::Holiday { holiday, year, relation }, next))
}
