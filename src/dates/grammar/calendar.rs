//! Dates of the calendar: days, months, years, weekdays, decades, centuries, seasons, holidays.

use super::era::{
    apostrophe_year, bare_year, century, decade, era_year, just_year, season, season_of_year,
    year_end, year_of_our_lord,
};
use super::numeral::{ordinal, short_year, year, year_in_short};
use super::numeric::{day_and_month, introduced, numeric};
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Calendar, From, Meaning, Year};
use crate::dates::holiday::holiday;
use crate::dates::lexicon::{Relation, Word};
use crate::dates::not_a_date;
use crate::dates::period::Unit;

/// The calendar expression at a token, without its time of day: the longest reading.
pub fn calendar(c: &Cursor, at: usize) -> Parse<Meaning> {
    let readings = match c.word(at) {
        Word::Number => [
            numeric(c, at).or_else(|| introduced(c, at)),
            day_first(c, at).or_else(|| year_first(c, at)),
            bare_year(c, at),
            decade(c, at).or_else(|| century(c, at)).or_else(|| season_of_year(c, at)),
        ],
        Word::Month(_) => [month_first(c, at), named_day(c, at, None), None, None],
        Word::Weekday(_) => [weekday(c, at), None, None, None],
        Word::Relation(_) => [related(c, at), nth_of_month(c, at), None, None],
        Word::The => [day_first(c, at), the(c, at), None, None],
        Word::Season(_) => [season(c, at, None), None, None, None],
        Word::Holiday => [named_day(c, at, None), None, None, None],
        Word::Decade(_) | Word::Ordinal(_) => {
            let named = named_day(c, at, None).or_else(|| nth_of_month(c, at));
            [decade(c, at), day_first(c, at), century(c, at), named]
        }
        Word::Cardinal(_) => [bare_year(c, at), day_first(c, at), century(c, at), None],
        Word::Unit(_) => [day_first(c, at), century(c, at), year_end(c, at), None],
        Word::Other => [decade(c, at), apostrophe_year(c, at), year_of_our_lord(c, at), None],
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
    // `in May, in 2019` are two times.
    let of = if next > at { next } else { c.skip(next, &["of", "in"]) };
    // `December of 384`, `30 September 420)`
    if let Some(year) = c.digits(of, 3..=3).filter(|_| c.is(at, "of") || c.is(of + 1, ")")) {
        return Some((Year::Is(year), of + 1));
    }
    if let Some((year, next)) = era_year(c, of) {
        return Some((Year::Is(year), next));
    }
    if let Some((year, next)) = year_in_short(c, of) {
        return Some((Year::Is(year), next));
    }
    if let Some((year, next)) = year(c, of).or_else(|| short_year(c, of)) {
        // `of 1989 troops` is a count, `, 2001 attacks` after a day is none.
        let count = of > next && not_a_date::no_year(c, of, year);
        return (!count).then_some((Year::Is(year), next));
    }
    let of = c.skip(at, &["of", "the"]);
    if let Some(next) = c.phrase(c.skip(of, &["the"]), &["same", "year"]) {
        return Some((Year::Same, next));
    }
    let shift = match c.word(of) {
        Word::Relation(Relation::That) => {
            return c.phrase(of + 1, &["year"]).map(|n| (Year::Same, n));
        }
        Word::Relation(Relation::Last) => -1,
        Word::Relation(Relation::This) => 0,
        Word::Relation(Relation::Next) => 1,
        _ => return None,
    };
    c.phrase(of + 1, &["year"]).map(|next| (Year::FromNow(shift), next))
}

pub fn date(year: Year, month: i8, day: Option<i8>) -> Meaning {
    Meaning::Calendar(Calendar { year, month: Some(month), day, ..Calendar::EMPTY })
}

/// `May 4, 2022`, `March 6th`, `May 2022`, `August of that year`, `May`
fn month_first(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (month, next) = month(c, at)?;
    let number = separator(c, next).unwrap_or(c.skip(next, &[","]));
    // `May the Second Pacific Squadron`, but `May the 2nd`, `May fourth`
    let number = if c.word(c.skip(number, &["the"])) != Word::Number
        && (c.is(number, "the") || c.is_capitalised(number))
    {
        usize::MAX
    } else {
        number
    };
    if let Some((day, next)) = day(c, number).filter(|&(_, next)| !counts(c, next)) {
        let said = separator(c, next).unwrap_or(next);
        let (year, next) = year_after(c, said).unwrap_or((Year::Unsaid, next));
        return Some((date(year, month, Some(day)), next));
    }
    let short = year_in_short(c, next).is_some();
    let joined = separator(c, next).unwrap_or(next);
    if let Some((year, next)) = year_after(c, joined).filter(|_| !short) {
        return Some((date(year, month, None), next));
    }
    // `August 32` is nothing, `In August 32 people came` tells of a month.
    let counts = |at: usize| c.tag(at).is_some_and(|tag| tag.is_nominal());
    let numbered = c.word(next) == Word::Number && !counts(next + 1);
    if numbered || not_a_date::no_month(c, at, false) {
        return None;
    }
    Some((date(Year::Unsaid, month, None), next))
}

/// Whether the number before `next` goes on: `May 4,000`, `May 3.5`, `May 10:30`, `May 20 percent`.
fn counts(c: &Cursor, next: usize) -> bool {
    (c.any(next, &[":", "/"]) && c.glued(next) && c.glued(next + 1))
        || c.any(next, &["%", "percent", "per", "million", "billion"])
}

/// After the stroke or hyphen between the parts of a date written as one: `Oct/2`, `Dec-2018`
fn separator(c: &Cursor, at: usize) -> Option<usize> {
    let joined = c.any(at, &["/", "-"]) && c.glued(at) && c.glued(at + 1);
    (joined && c.digits(at + 1, 1..=4).is_some()).then_some(at + 1)
}

/// `2018 March 18`, `2012/Aug/10`
fn year_first(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (year, next) = year(c, at).filter(|_| c.digits(at, 4..=4).is_some())?;
    let joint = |at: usize| if c.any(at, &["/", "-"]) && c.glued(at) { at + 1 } else { at };
    let (month, next) = month(c, joint(next))?;
    let (day, next) = day(c, joint(next)).filter(|&(_, next)| !counts(c, next))?;
    Some((date(Year::Is(year), month, Some(day)), next))
}

/// `4 May 2022`, `the 25th of August`, `21st May`
fn day_first(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (day, next) = day(c, at)?;
    let next = c.skip(c.maybe_hyphen(next), &["of"]);
    let (month, next) = month(c, next)?;
    let (year, next) = year_after(c, c.maybe_hyphen(next)).unwrap_or((Year::Unsaid, next));
    Some((date(year, month, Some(day)), next))
}

/// `Wednesday`, `Wed., 4 May 2022`, `Saturday (23)`, `Monday the 21st`, `Monday of last week`
fn weekday(c: &Cursor, at: usize) -> Parse<Meaning> {
    let Word::Weekday(weekday) = c.word(at) else { return None };
    let next = at + 1;
    if not_a_date::no_weekday(c, at) || not_a_date::any_weekday(c, at) {
        return None;
    }
    if let Some((date, next)) = dated_weekday(c, next) {
        return Some((Meaning::Calendar(Calendar { weekday: Some(weekday), ..date }), next));
    }
    let numbers = c.skip(c.skip(next, &["."]), &[","]);
    match numeric(c, numbers).or_else(|| day_and_month(c, numbers)) {
        Some((Meaning::Numeric { first, second, year, .. }, next)) => {
            let weekday = Some(weekday);
            return Some((Meaning::Numeric { first, second, year, weekday }, next));
        }
        Some((Meaning::Calendar(date), next)) if date.day.is_some() => {
            return Some((Meaning::Calendar(Calendar { weekday: Some(weekday), ..date }), next));
        }
        _ => {}
    }
    let (week, next) = week_after(c, next).map_or((None, next), |(week, next)| (Some(week), next));
    Some((Meaning::Weekday { weekday, relation: None, week }, next))
}

/// The date that tells a weekday's day, after it: `, 4 May 2022`, `(23)`, `the 21st`
fn dated_weekday(c: &Cursor, at: usize) -> Parse<Calendar> {
    let bracket = c.is(at, "(");
    let inner = if bracket { at + 1 } else { c.skip(c.skip(at, &["."]), &[","]) };
    let closed =
        |next: usize| if bracket { c.is(next, ")").then_some(next + 1) } else { Some(next) };
    if let Some((Meaning::Calendar(date), next)) = month_first(c, inner)
        .filter(|_| matches!(c.word(inner), Word::Month(_)))
        .or_else(|| day_first(c, inner))
        && date.day.is_some()
    {
        return closed(next).map(|next| (date, next));
    }
    let (number, next) = day(c, inner)?;
    // `Monday the 21st`, `Fri 14th`
    let counted = ordinal(c, c.skip(inner, &["the"])).is_some()
        && !c.tag(next).is_some_and(|tag| tag.is_nominal());
    let told = (bracket && c.is(next, ")")) || (counted && !c.is(inner - 1, ","));
    if !told {
        return None;
    }
    Some((Calendar { day: Some(number), ..Calendar::EMPTY }, closed(next)?))
}

/// `of last week`, `next week`, after a weekday: how many weeks away.
fn week_after(c: &Cursor, at: usize) -> Parse<i32> {
    let at = c.skip(at, &["of", ","]);
    let week = match c.word(at) {
        Word::Relation(Relation::Last) => -1,
        Word::Relation(Relation::This) => 0,
        Word::Relation(Relation::Next) => 1,
        _ => return None,
    };
    c.phrase(at + 1, &["week"]).map(|next| (week, next))
}

/// What speakers say in transcripts before they know how to go on.
const FILLERS: &[&str] = &["uh", "um", "er"];

/// `last May`, `next Wednesday`, `this past spring`, `next Christmas`, `that October`
fn related(c: &Cursor, at: usize) -> Parse<Meaning> {
    let Word::Relation(relation) = c.word(at) else { return None };
    let next = c.skip(at + 1, FILLERS);
    if let Word::Relation(second @ (Relation::Past | Relation::Coming)) = c.word(next) {
        let narrower = if second == Relation::Past { Relation::Last } else { Relation::Next };
        return apply(c, next + 1, narrower);
    }
    apply(c, next, relation).or_else(|| week_first(c, at))
}

/// `next week on Tuesday`
fn week_first(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (week, next) = week_after(c, at)?;
    // `last week’s Sunday`
    let day = c.possessive(next).unwrap_or(c.skip(next, &["on", ","]));
    match c.word(day) {
        Word::Weekday(weekday) if day > next && !not_a_date::no_weekday(c, day) => {
            Some((Meaning::Weekday { weekday, relation: None, week: Some(week) }, day + 1))
        }
        _ => None,
    }
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
        Word::Number => match day_first(c, at)? {
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

/// `the 25th`: only where nothing follows that it could order.
fn nth(c: &Cursor, at: usize) -> Parse<Meaning> {
    let number = matches!(c.word(at), Word::Number).then(|| ordinal(c, at)).flatten();
    let (day, next) = number.filter(|(number, _)| (1..=31).contains(number))?;
    if let Some((relation, next)) = of_month(c, next) {
        let date = Calendar { day: Some(day as i8), relation: Some(relation), ..Calendar::EMPTY };
        return Some((Meaning::Calendar(date), next));
    }
    let ends =
        !c.is_word(next) || c.any(next, &["and", "to", "at", "in", "when", "by", "was", "but"]);
    let on = matches!(c.lower_before(at - 1), "on" | "by" | "until" | "from" | "to" | "of" | "and");
    let date = Calendar { day: Some(day as i8), ..Calendar::EMPTY };
    (ends && on && !c.is(next, "-")).then_some((Meaning::Calendar(date), next))
}

/// `of this month`, `of last month`, `this month`
fn of_month(c: &Cursor, at: usize) -> Parse<Relation> {
    let at = c.skip(at, &["of"]);
    let Word::Relation(relation) = c.word(at) else { return None };
    c.is(at + 1, "month").then_some((relation, at + 2))
}

/// `last Friday of June`, `first day of May 2022`, `first Monday of the month`
fn nth_of_month(c: &Cursor, at: usize) -> Parse<Meaning> {
    let last = c.word(at) == Word::Relation(Relation::Last) || c.is(at, "final");
    let (nth, next) = if last {
        (-1, at + 1)
    } else {
        ordinal(c, at).filter(|(n, _)| (1..=31).contains(n)).map(|(n, next)| (n as i8, next))?
    };
    let weekday = match c.word(next) {
        Word::Weekday(weekday) if nth <= 5 => Some(weekday),
        Word::Unit(_) if c.is(next, "day") && nth <= 31 => None,
        _ => return None,
    };
    let of = c.any(next + 1, &["of", "in"]).then_some(next + 2)?;
    let near = near_month(c, of).filter(|_| weekday.is_some());
    let (month, next) = near.or_else(|| month_first(c, of))?;
    let whole = !matches!(month, Meaning::Calendar(date) if date.day.is_some());
    whole.then(|| (Meaning::OfMonth { nth, weekday, month: Box::new(month) }, next))
}

/// `the month`, `this month`, `next month`
fn near_month(c: &Cursor, at: usize) -> Parse<Meaning> {
    let shift = match c.word(at) {
        Word::The | Word::Relation(Relation::This) => 0,
        Word::Relation(Relation::Last) => -1,
        Word::Relation(Relation::Next) => 1,
        _ => return None,
    };
    let month = Meaning::Near { unit: Unit::Month, shift, from: From::Publication };
    c.is(at + 1, "month").then_some((month, at + 2))
}

fn named_day(c: &Cursor, at: usize, relation: Option<Relation>) -> Parse<Meaning> {
    let (holiday, next) = holiday(c, at)?;
    let (year, next) = year_after(c, next).unwrap_or((Year::Unsaid, next));
    Some((Meaning::Holiday { holiday, year, relation }, next))
}
