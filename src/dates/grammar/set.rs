//! Times that recur: `every Thursday`, `nightly`, `$500 a month`.

use super::clock;
use super::numeral::amount;
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Amount, Meaning, TimeOfDay};
use crate::dates::lexicon::Word;
use crate::dates::period::{DayPart, Unit};
use crate::dates::timex;
use crate::syntax::Tag;

pub fn set(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (value, next) = match c.word(at) {
        Word::Number | Word::Cardinal(_) | Word::Clock(_) => return clock_first(c, at),
        Word::Part(part) => habit(c, at, part)?,
        Word::Unit(Unit::Weekend) if weekends(c, at) => ("XXXX-WXX-WE".to_owned(), at + 1),
        Word::Recurring(value) => recurring(c, at).then(|| (value.to_owned(), at + 1))?,
        Word::Each => each(c, at + 1)?,
        Word::A => rate(c, at)?,
        // `every Wednesday/Thursday`
        Word::Weekday(weekday)
            if c.is(at.wrapping_sub(1), "/") && c.word(at.wrapping_sub(3)) == Word::Each =>
        {
            weekdays(c, weekday, at + 1)
        }
        Word::Weekdays(weekday) => weekdays(c, weekday, at + 1),
        Word::Weekday(weekday) if is_nights(c, at + 1).is_some() => weekdays(c, weekday, at + 1),
        _ => return None,
    };
    match clock::clock(c, c.skip(next, &["at", "from", ","])) {
        Some((time, next)) if daily(&value) => Some((Meaning::Set(at_clock(&value, time)), next)),
        _ => Some((Meaning::Set(value), next)),
    }
}

/// `3pm each day`, `9 a.m. every Tuesday`
fn clock_first(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (time, next) = clock::clock(c, at)?;
    let (value, next) = match c.word(next) {
        Word::Each => each(c, next + 1)?,
        Word::Recurring(value) if recurring(c, next) => (value.to_owned(), next + 1),
        _ => return None,
    };
    daily(&value).then(|| (Meaning::Set(at_clock(&value, time)), next))
}

/// Whether it recurs on whole days, so that a time of day can be added.
fn daily(value: &str) -> bool {
    value == "P1D" || (value.starts_with("XXXX-WXX-") && !value.contains('T'))
}

fn at_clock(value: &str, time: TimeOfDay) -> String {
    let day = if value == "P1D" { "" } else { value };
    let time = match time {
        TimeOfDay::Clock(clock) => TimeOfDay::Clock(clock.without_day()),
        part => part,
    };
    format!("{day}{}", timex::time(time))
}

/// `in the mornings`, `at nights`: on every day.
fn habit(c: &Cursor, at: usize, part: DayPart) -> Parse<String> {
    let said = c.any(at.wrapping_sub(1), &["the", "at", "most"]);
    (said && c.lower(at).ends_with('s')).then(|| (format!("T{}", part.code()), at + 1))
}

/// `on weekends`, `at weekends`
fn weekends(c: &Cursor, at: usize) -> bool {
    c.is(at, "weekends") && c.any(at.wrapping_sub(1), &["on", "at", "and", "all", "most"])
}

/// `daily`, but not the `Daily` of a newspaper's name.
fn recurring(c: &Cursor, at: usize) -> bool {
    !c.is_capitalised(at) || (c.is_first(at) && !c.is_capitalised(at + 1))
}

/// After `every` or `each`: `day`, `other week`, `two hours`, `Thursday night`, `summer`, `May`
fn each(c: &Cursor, at: usize) -> Parse<String> {
    let other = c.skip(at, &["other", "single", "second"]);
    let skipping = other > at && !c.is(at, "single");
    let at = if matches!(c.word(other), Word::Unit(_)) { other } else { at };
    match c.word(at) {
        Word::Unit(Unit::Weekend) => Some(("XXXX-WXX-WE".to_owned(), at + 1)),
        Word::Unit(unit) => {
            let count = if skipping && at == other { 2.0 } else { 1.0 };
            Some((timex::duration(&[(Amount::Exactly(count), unit)]), at + 1))
        }
        Word::Weekday(weekday) => Some(weekdays(c, weekday, at + 1)),
        Word::Month(month) => Some((format!("XXXX-{month:02}"), at + 1)),
        Word::Season(season) => Some((format!("XXXX-{}", season.code()), at + 1)),
        Word::Part(part) => Some((format!("T{}", part.code()), at + 1)),
        Word::Number | Word::Cardinal(_) | Word::Some => {
            let (amount, next) = amount(c, at)?;
            let Word::Unit(unit) = c.word(next) else { return None };
            Some((timex::duration(&[(amount, unit)]), next + 1))
        }
        _ => None,
    }
}

fn weekdays(c: &Cursor, weekday: i8, at: usize) -> (String, usize) {
    match (is_nights(c, at), c.word(at)) {
        (Some(part), _) | (None, Word::Part(part)) => {
            (format!("XXXX-WXX-{weekday}T{}", part.code()), at + 1)
        }
        _ => (format!("XXXX-WXX-{weekday}"), at),
    }
}

fn is_nights(c: &Cursor, at: usize) -> Option<DayPart> {
    match c.word(at) {
        Word::Part(part) if c.lower(at).ends_with('s') => Some(part),
        _ => None,
    }
}

/// `a year` after what is counted or paid: `$500 a month`, `twice a day`, `40,000 tonnes a year`
fn rate(c: &Cursor, at: usize) -> Parse<String> {
    let Word::Unit(unit) = c.word(at + 1) else { return None };
    let single = !c.lower(at + 1).ends_with('s') && !c.is(at, "another") && unit != Unit::Quarter;
    let after = !c.any(at + 2, &["ago", "earlier", "later", "before", "after", "and", "-"]);
    let before = at.checked_sub(1)?;
    let counted = c.any(before, &["once", "twice", "times", "%", "percent", "cents"])
        || matches!(c.tag(before), Some(Tag::Num | Tag::Sym))
        || (matches!(c.tag(before), Some(Tag::Noun)) && number_before(c, before));
    let value = || timex::duration(&[(Amount::Exactly(1.0), unit)]);
    (single && after && counted && unit != Unit::Second).then(|| (value(), at + 2))
}

/// Whether a number stands in the few words up to the noun.
fn number_before(c: &Cursor, noun: usize) -> bool {
    let from = c.sentence.start.max(noun.saturating_sub(4));
    (from..noun).any(|i| {
        matches!(c.word(i), Word::Number | Word::Cardinal(_) | Word::Scale(_) | Word::Some)
            || c.any(i, &["thousands", "hundreds", "millions", "dozens"])
    })
}
