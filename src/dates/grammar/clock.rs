//! Times of the clock and parts of the day.

use super::hour::spoken_clock;
use super::numeral::number;
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Clock, TimeOfDay};
use crate::dates::lexicon::Word;

/// Words between a day and its time.
pub const BEFORE_A_CLOCK: &[&str] = &["at", "around", "about", "by", "before", "after", "until"];

/// A clock time that can only be one: `4:01 p.m.`, `8am`, `0735 GMT`, `1800 hours`, `noon`, `4 o'clock`;
/// `19:15` where the words before or after it say so.
pub fn clock(c: &Cursor, at: usize) -> Parse<TimeOfDay> {
    let (clock, next) = match c.word(at) {
        Word::Clock(0) => (Clock::at(24, Some(0)), at + 1),
        Word::Clock(hour) => (Clock::at(hour, Some(0)), at + 1),
        Word::Number if matches!(c.word(at + 1), Word::Clock(_)) && c.is(at, "12") => {
            return clock(c, at + 1);
        }
        Word::Number => spoken_clock(c, at).or_else(|| digital(c, at))?,
        Word::Half | Word::A => spoken_clock(c, at)?,
        Word::Unit(_) if c.is(at, "quarter") => spoken_clock(c, at)?,
        Word::Other => iso(c, at)?,
        Word::Cardinal(_) => spoken_clock(c, at).or_else(|| in_words(c, at))?,
        _ => return None,
    };
    let (zone, next) = zone(c, next).map_or((None, next), |(zone, next)| (Some(zone), next));
    let next = elsewhere(c, next).unwrap_or(next);
    Some((TimeOfDay::Clock(Clock { zone, ..clock }), next))
}

/// A clock time that tells the half of the day itself: `3:20 p.m.`, `noon`
pub fn said_in_full(c: &Cursor, at: usize) -> Parse<TimeOfDay> {
    let (time, next) = clock(c, at)?;
    let named = (at..next).any(|i| meridiem(c, i).is_some() || matches!(c.word(i), Word::Clock(_)));
    named.then_some((time, next))
}

/// `14:55` where a day before it says that a time follows.
pub fn hours_and_minutes(c: &Cursor, at: usize) -> Parse<TimeOfDay> {
    let (hour, minute, next) = hour_and_minute(c, at)?;
    let clock = Clock::at(hour, minute);
    (c.is(at + 1, ":") && hour < 24).then_some((TimeOfDay::Clock(clock), next))
}

/// `four o'clock`, `seven o'clock p.m.`
fn in_words(c: &Cursor, at: usize) -> Parse<Clock> {
    let (hour, next) = number(c, at).filter(|(hour, _)| *hour <= 24.0)?;
    let next = o_clock(c, next)?;
    half_of_day(c, Clock::at(hour as i8, None), next)
}

fn digital(c: &Cursor, at: usize) -> Parse<Clock> {
    if c.digits(at, 4..=4).is_some() {
        return military(c, at);
    }
    let (hour, minute, next) = hour_and_minute(c, at)?;
    let clock = Clock::at(hour, minute);
    if let Some(said) = half_of_day(c, clock, next) {
        return Some(said);
    }
    let twenty_four = minute.is_some() && c.is(at + 1, ":");
    (twenty_four && hour < 24 && introduced(c, at, next)).then_some((clock, next))
}

/// `T16` `:` `01` after an ISO date.
fn iso(c: &Cursor, at: usize) -> Parse<Clock> {
    let hour = c.written(at).strip_prefix('T').filter(|hour| hour.len() == 2 && c.glued(at))?;
    let hour = hour.parse().ok().filter(|hour| (0..24).contains(hour))?;
    let minute = c.digits(at + 2, 2..=2).filter(|minute| *minute < 60 && c.is(at + 1, ":"))? as i8;
    let seconds = c.is(at + 3, ":") && c.digits(at + 4, 2..=2).is_some();
    Some((Clock::at(hour, Some(minute)), if seconds { at + 5 } else { at + 3 }))
}

/// `4:01`, `10:35:20`, `4.30` (with a.m. or p.m. after it), `8`
fn hour_and_minute(c: &Cursor, at: usize) -> Option<(i8, Option<i8>, usize)> {
    if let Some((hour, minute)) = c.lower(at).split_once('.') {
        let minute = minute.parse().ok().filter(|m| (0..60).contains(m) && minute.len() == 2)?;
        let next = at + 1;
        meridiem(c, next)?;
        return Some((hour.parse().ok()?, Some(minute), next));
    }
    let hour = c.digits(at, 1..=2).filter(|hour| *hour <= 24)? as i8;
    if c.glued(at) && c.lower_before(at) == ":" {
        return None;
    }
    if !(c.is(at + 1, ":") && c.glued(at + 1) && c.glued(at + 2)) {
        return Some((hour, None, at + 1));
    }
    let minute = c.digits(at + 2, 2..=2).filter(|minute| *minute < 60)? as i8;
    let seconds = c.is(at + 3, ":") && c.glued(at + 4) && c.digits(at + 4, 2..=2).is_some();
    Some((hour, Some(minute), if seconds { at + 5 } else { at + 3 }))
}

/// `1800 hours`, `0735 GMT`
fn military(c: &Cursor, at: usize) -> Parse<Clock> {
    let number = c.digits(at, 4..=4)?;
    let (hour, minute) = ((number / 100) as i8, (number % 100) as i8);
    let next = match c.lower(at + 1) {
        "hours" | "hrs" => at + 2,
        _ if zone(c, at + 1).is_some() => at + 1,
        _ => return None,
    };
    (hour < 24 && minute < 60).then_some((Clock::at(hour, Some(minute)), next))
}

/// `am`, `p.m.`, `o'clock`: the hour of the day, and the token after.
fn half_of_day(c: &Cursor, clock: Clock, at: usize) -> Parse<Clock> {
    let at = o_clock(c, at).unwrap_or(at);
    let said = at > 0 && o_clock(c, at - 1).is_some();
    let Some((afternoon, next)) = meridiem(c, at) else {
        let open = (1..=12).contains(&clock.hour);
        return said.then_some((Clock { open, ..clock }, at));
    };
    if !(1..=12).contains(&clock.hour) {
        return None;
    }
    Some((clock.in_half(afternoon), next))
}

pub fn meridiem(c: &Cursor, at: usize) -> Parse<bool> {
    match c.lower(at) {
        "am" | "a.m." | "a.m" => Some((false, at + 1)),
        "pm" | "p.m." | "p.m" => Some((true, at + 1)),
        _ => None,
    }
}

pub fn o_clock(c: &Cursor, at: usize) -> Option<usize> {
    c.any(at, &["o'clock", "o’clock", "oclock"]).then_some(at + 1)
}

/// Whether `19:15` is a time and no score or ratio.
fn introduced(c: &Cursor, at: usize, next: usize) -> bool {
    const BEFORE: &[&str] = &[
        "at", "by", "from", "until", "till", "around", "about", "since", "before", "after", "and",
        "to", ",", "between", "t", "(",
    ];
    // `19:00-03:00`: what the first is, the second is too.
    let dash = c.any(at.wrapping_sub(1), &["-", "–"]) && c.is(at.wrapping_sub(3), ":");
    if dash && at >= 4 {
        return introduced(c, at - 4, at - 1);
    }
    BEFORE.contains(&c.lower_before(at)) || zone(c, next).is_some() || c.any(next, &["on", "hours"])
}

/// `(0735 GMT)` after a local time: the same moment elsewhere.
fn elsewhere(c: &Cursor, at: usize) -> Option<usize> {
    let (_, zoned) = c.is(at, "(").then(|| digital(c, at + 1)).flatten()?;
    let (_, next) = zone(c, zoned).or_else(|| zone(c, zoned - 1))?;
    c.is(next, ")").then_some(next + 1)
}

/// A time zone by its short name, and the token after.
fn zone(c: &Cursor, at: usize) -> Parse<&'static str> {
    const NAMES: &[&str] = &[
        "GMT", "UTC", "Z", "BST", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "PST",
        "PDT", "PT", "CET", "CEST", "EET", "EEST", "MSK", "IST", "JST", "AEST", "AEDT", "WIB",
        "HKT", "WET", "WEST", "SAST", "NZST", "NZDT", "AKST", "HST", "SGT", "PKT", "TRT",
    ];
    let written = c.written(at);
    // `10:30 pst`, but no `et` or `ist` in a sentence in lower case.
    let capitals = written.to_ascii_uppercase();
    let lower = written.len() > 2 && written != "ist" && written != "west";
    let name = NAMES.iter().find(|&&name| name == written || (lower && name == capitals))?;
    Some((name, at + 1))
}
