//! Years and what is longer or shorter than one without naming a day: seasons, decades, centuries.

use super::calendar::year_after;
use super::numeral::{ordinal, short_year, two_digits, year};
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Calendar, Meaning, Year};
use crate::dates::lexicon::{Relation, Word};
use crate::dates::not_a_date;
use crate::syntax::Tag;

/// `44 BC`, `AD 79`, `480 BCE`; year 0 is 1 BC.
pub fn era_year(c: &Cursor, at: usize) -> Parse<i16> {
    let number = c.digits(at, 1..=4)?;
    match c.lower(at + 1) {
        "bc" | "bce" | "b.c." | "b.c" => Some((1 - number, at + 2)),
        "ad" | "ce" | "a.d." if number > 0 => Some((number, at + 2)),
        _ => None,
    }
}

/// `year-end`, `year end`: the last day of the year of publication.
pub fn year_end(c: &Cursor, at: usize) -> Parse<Meaning> {
    let end = c.is(at, "year").then(|| c.maybe_hyphen(at + 1)).filter(|&end| c.is(end, "end"))?;
    let date =
        Calendar { year: Year::FromNow(0), month: Some(12), day: Some(31), ..Calendar::EMPTY };
    Some((Meaning::Calendar(date), end + 1))
}

pub fn just_year(year: i16) -> Meaning {
    Meaning::Calendar(Calendar { year: Year::Is(year), ..Calendar::EMPTY })
}

/// `1945`, `nineteen ninety-seven`, `490 BC`
pub fn bare_year(c: &Cursor, at: usize) -> Parse<Meaning> {
    if let Some((year, next)) = era_year(c, at) {
        return Some((just_year(year), next));
    }
    if let Some(read) = circa(c, at).or_else(|| in_two_digits(c, at)) {
        return Some(read);
    }
    let (year, next) = year(c, at)?;
    let spelled = c.word(at) != Word::Number;
    if spelled && c.is(at, "two") && !time_said(c, at) {
        return None;
    }
    // A number and nothing else may be anything.
    let alone = c.document.tokens.len() == 1;
    if !spelled && (alone || not_a_date::no_year(c, at, year) || part_of_number(c, at)) {
        return None;
    }
    Some((just_year(year), next))
}

/// `c. 347`, `about 360 – 366`
fn circa(c: &Cursor, at: usize) -> Parse<Meaning> {
    let year = |at: usize| c.digits(at, 3..=3);
    let dash = |at: usize| c.any(at, &["-", "–", "—"]);
    let said = |at: usize| c.any(at, &["c.", "ca.", "circa"]);
    let about = |at: usize| said(at) || c.any(at, &["about", "around", "in"]);
    let first = dash(at + 1) && year(at + 2) > year(at) && about(at.wrapping_sub(1));
    let second = at >= 3
        && dash(at - 1)
        && about(at - 3)
        && year(at - 2).is_some_and(|first| Some(first) < year(at));
    let plain = !c.is_word(at + if first { 3 } else { 1 });
    let told = said(at.wrapping_sub(1)) || (plain && (first || second));
    year(at).filter(|_| told).map(|year| (just_year(year), at + 1))
}

/// `80` in `Reagan in 80 and 84, Bush in 88`: after a name and `in`, or on a list of such years.
fn in_two_digits(c: &Cursor, at: usize) -> Parse<Meaning> {
    let year = two_digits(c, at)?;
    let written = c.digits(at, 2..=2).is_some_and(|number| !(10..=31).contains(&number));
    let name = c.is(at.wrapping_sub(1), "in") && c.tag(at.wrapping_sub(2)) == Some(Tag::Propn);
    let listed = c.is(at.wrapping_sub(1), "and")
        && c.is(at.wrapping_sub(3), "in")
        && c.tag(at.wrapping_sub(4)) == Some(Tag::Propn)
        && two_digits(c, at.wrapping_sub(2)).is_some();
    let ends = !c.is_word(at + 1) || c.any(at + 1, &["and"]);
    let plain = ends && !c.any(at + 1, &["%", "-", "–", "/", ":", "$", "°"]);
    (written && plain && (name || listed)).then(|| (just_year(year), at + 1))
}

fn time_said(c: &Cursor, at: usize) -> bool {
    matches!(c.lower_before(at), "in" | "since" | "year" | "until" | "by")
}

/// `12-1945`, `1945.5`, `B-1945`
fn part_of_number(c: &Cursor, at: usize) -> bool {
    // `2024/13/1`, `2012-1400`
    let next = at + 1;
    let counts = c.tag(next + 1).is_some_and(Tag::is_nominal);
    if c.digits(next, 1..=2).is_some() && c.digits(next + 1, 1..=2).is_some() && !counts {
        return true;
    }
    if c.any(next, &["-", "/"])
        && c.glued(next)
        && c.glued(next + 1)
        && c.digits(next + 1, 1..=8).is_some()
    {
        return year(c, next + 1)
            .is_none_or(|(to, _)| c.digits(at, 4..=4).is_some_and(|from| to < from));
    }
    let joint = |at: usize| c.any(at, &["-", "/", "."]) && c.glued(at);
    at >= 2
        && c.glued(at)
        && joint(at - 1)
        && !c.any(at - 2, &["mid", "pre", "post", "early", "late"])
        && c.digits(at - 2, 4..=4)
            .is_none_or(|from| c.digits(at, 4..=4).is_some_and(|to| to < from))
}

/// `AD 79`
pub fn year_of_our_lord(c: &Cursor, at: usize) -> Parse<Meaning> {
    let year = c.digits(at + 1, 1..=4).filter(|year| *year > 0)?;
    matches!(c.written(at), "AD" | "A.D.").then(|| (just_year(year), at + 2))
}

pub fn apostrophe_year(c: &Cursor, at: usize) -> Parse<Meaning> {
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
        2 if number >= 20
            && matches!(c.lower_before(at), "the" | "'" | "’" | "‘")
            && next == at + 1 =>
        {
            Some((Meaning::Decade(190 + number / 10), next))
        }
        _ => None,
    }
}

/// `20th century`, `nineteenth-century`
pub fn century(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (number, next) = ordinal(c, at)?;
    let next = c.maybe_hyphen(next);
    if !c.any(next, &["century", "centuries"]) || !(1..=30).contains(&number) {
        return None;
    }
    // `21st Century Fox`
    if c.is_capitalised(next) && c.is_capitalised(next + 1) {
        return None;
    }
    let before_christ = c.any(next + 1, &["bc", "bce", "b.c."]);
    // The 4th century BC is -4 as the 4th of our era is 3.
    let century = if before_christ { -(number as i16) } else { number as i16 - 1 };
    Some((Meaning::Century(century), next + 1 + usize::from(before_christ)))
}

pub fn season(c: &Cursor, at: usize, relation: Option<Relation>) -> Parse<Meaning> {
    let Word::Season(season) = c.word(at) else { return None };
    let (year, next) = year_after(c, at + 1).unwrap_or((Year::Unsaid, at + 1));
    let next = second_half(c, next);
    if year == Year::Unsaid && relation.is_none() && not_a_date::no_season(c, at) {
        return None;
    }
    Some((Meaning::Season { season, year, relation }, next))
}

/// `1982 summer`
pub fn season_of_year(c: &Cursor, at: usize) -> Parse<Meaning> {
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
