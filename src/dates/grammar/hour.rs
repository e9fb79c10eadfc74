//! Hours whose half of the day other words tell: `5 in the morning`, `tonight at 8`, `half past nine`.

use super::clock::{meridiem, o_clock};
use super::numeral::number;
use super::{base, is_day, near};
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Clock, Meaning, TimeOfDay};
use crate::dates::lexicon::Word;
use crate::dates::period::DayPart;

/// Words after which a bare number can be an hour.
const BEFORE_AN_HOUR: &[&str] =
    &["at", "around", "about", "by", "before", "after", "until", "till"];

/// An hour of the clock face, and the minute.
#[derive(Clone, Copy)]
pub struct Face {
    pub hour: i8,
    minute: Option<i8>,
}

impl Face {
    /// As an hour of the day, without more being known.
    pub fn as_said(self) -> Clock {
        Clock::at(self.hour, self.minute)
    }

    pub fn is_to_the_minute(self) -> bool {
        self.minute.is_some()
    }
}

/// `5 in the morning`, `at 8 tonight`, `at 7 on Friday night`: the hour first.
pub fn hour_first(c: &Cursor, at: usize) -> Parse<near::Timed> {
    let introduced = BEFORE_AN_HOUR.contains(&c.lower_before(at));
    let (face, said) = face(c, at)?;
    let next = c.skip(said, &[","]);
    if let Some((part, next)) = part_alone(c, next) {
        return Some(((Meaning::Time, Some(TimeOfDay::Clock(of_part(face, part)?))), next));
    }
    let ((day, part), next) = day(c, c.skip(next, &["on"])).filter(|_| introduced)?;
    Some(((day, Some(TimeOfDay::Clock(of_part(face, part?)?))), next))
}

/// A day with the part of it that is named: `Friday night`, `tonight`, `Tuesday`
pub fn day(c: &Cursor, at: usize) -> Parse<(Meaning, Option<DayPart>)> {
    let ((day, time), next) = base(c, at).filter(|((meaning, _), _)| is_day(meaning))?;
    match (time, c.word(next)) {
        (Some(TimeOfDay::Part(part)), _) => Some(((day, Some(part)), next)),
        (Some(TimeOfDay::Clock(_)), _) => None,
        (None, Word::Part(part)) => Some(((day, Some(part)), next + 1)),
        (None, _) => Some(((day, None), next)),
    }
}

/// `at 8`, `around 7:30` after a part of the day: `tonight at 8`
pub fn hour_after(c: &Cursor, at: usize, part: DayPart) -> Parse<TimeOfDay> {
    let hour = c.skip(c.skip(at, &[","]), BEFORE_AN_HOUR);
    let (face, next) = face(c, hour).filter(|_| c.any(hour.wrapping_sub(1), BEFORE_AN_HOUR))?;
    let counts = c.tag(next).is_some_and(|tag| tag.is_nominal()) || c.any(next, &["%", ":", "-"]);
    if counts {
        return None;
    }
    Some((TimeOfDay::Clock(of_part(face, part)?), next))
}

/// `in the morning`, `at night`
pub fn part_alone(c: &Cursor, at: usize) -> Parse<DayPart> {
    let part = c.phrase(at, &["in", "the"]).or_else(|| c.phrase(at, &["at"]))?;
    match c.word(part) {
        Word::Part(named) if c.is(at, "in") || named == DayPart::Night => Some((named, part + 1)),
        _ => None,
    }
}

/// `7`, `seven`, `7:30`, `half past nine`, `ten to six`, `quarter past seven o'clock`
pub fn face(c: &Cursor, at: usize) -> Parse<Face> {
    if let Some(read) = spoken(c, at) {
        return Some(read);
    }
    if c.is(at + 1, ":") && c.glued(at + 1) && c.glued(at + 2) {
        let hour = c.digits(at, 1..=2).filter(|hour| *hour < 24)? as i8;
        let minute = c.digits(at + 2, 2..=2).filter(|minute| *minute < 60)? as i8;
        return Some((Face { hour, minute: Some(minute) }, at + 3));
    }
    let (hour, next) = hour(c, at)?;
    Some((Face { hour, minute: None }, o_clock(c, next).unwrap_or(next)))
}

fn hour(c: &Cursor, at: usize) -> Parse<i8> {
    let (number, next) = match c.word(at) {
        Word::Number => (f64::from(c.digits(at, 1..=2)?), at + 1),
        Word::Cardinal(_) => number(c, at)?,
        _ => return None,
    };
    (1.0..=12.0).contains(&number).then_some((number as i8, next))
}

/// `half past nine`, `ten minutes to six`, `a quarter past seven`
fn spoken(c: &Cursor, at: usize) -> Parse<Face> {
    let start = c.skip(at, &["a"]);
    // `from one-quarter to one-third`
    if c.any(start.wrapping_sub(1), &["-", "–"]) && c.glued(start) {
        return None;
    }
    let (minutes, next) = match c.lower(start) {
        "half" => (30, start + 1),
        "quarter" => (15, start + 1),
        _ => {
            let (number, next) = number(c, at).filter(|(n, _)| (1.0..=29.0).contains(n))?;
            let said = c.any(next, &["minutes", "minute"]);
            // `ten to six` is a score or a range without a word for minutes, unless the hour is said so.
            let five = number % 5.0 == 0.0;
            let plain = c.is(next, "past") && five;
            (said || plain).then_some((number as i8, next + usize::from(said)))?
        }
    };
    let past = c.is(next, "past");
    // Nobody says `half to nine`.
    if !past && (minutes == 30 || !c.is(next, "to")) {
        return None;
    }
    let (hour, next) = match c.word(next + 1) {
        Word::Clock(12) => (12, next + 2),
        _ => hour(c, next + 1)?,
    };
    let next = o_clock(c, next).unwrap_or(next);
    let face = if past {
        Face { hour, minute: Some(minutes) }
    } else {
        Face { hour: if hour == 1 { 12 } else { hour - 1 }, minute: Some(60 - minutes) }
    };
    Some((face, next))
}

/// `half past nine` alone: which half of the day stays open, and the clock's own hour is given.
pub fn spoken_clock(c: &Cursor, at: usize) -> Parse<Clock> {
    let (face, next) = spoken(c, at)?;
    let clock = face.as_said();
    match meridiem(c, next) {
        Some((afternoon, next)) => Some((clock.in_half(afternoon), next)),
        // Only noon is told by its name.
        None if c.is(next - 1, "noon") => Some((clock, next)),
        None => Some((Clock { open: true, ..clock }, next)),
    }
}

/// The hour of the day that an hour of the clock face is in a part of the day.
pub fn of_part(Face { hour, minute }: Face, part: DayPart) -> Option<Clock> {
    let afternoon = match part {
        DayPart::Morning => false,
        DayPart::Midday => hour % 12 < 6,
        DayPart::Afternoon | DayPart::Evening => true,
        DayPart::Night => hour % 12 >= 6,
        DayPart::Daytime => return None,
    };
    Some(Clock::at(hour, minute).in_half(afternoon))
}
