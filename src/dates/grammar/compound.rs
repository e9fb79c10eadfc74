//! Times built on another time: `two days before Christmas`, `the first week of May`, `the week of 9 May`.

use super::numeral::{number, ordinal};
use super::{base, duration, is_day, near};
use crate::analysis::DateModifier;
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Amount, From, Meaning};
use crate::dates::lexicon::{Relation, Word};
use crate::dates::period::Unit;

/// A time counted from one that the next words name, with its time of day and the words that bound the count.
pub fn offset(c: &Cursor, at: usize) -> Parse<(near::Timed, Option<DateModifier>)> {
    let (modifier, start) = duration::bound(c, at).unwrap_or((None, at));
    let (parts, next) = amounts(c, start)?;
    // `for three days from Monday` tells how long, not when.
    let lasts = c.is(next, "from") && c.any(start.wrapping_sub(1), LASTING);
    let (sign, base_at) = direction(c, next, parts.len()).filter(|_| !lasts)?;
    let ((base, time), next) = match base_at {
        Some(at) => base(c, at).filter(|((meaning, _), _)| is_point(meaning))?,
        None => ((here(c, next), None), next + 1),
    };
    let meaning = Meaning::Offset { parts, sign, base: Box::new(base) };
    Some((((meaning, time), modifier), next))
}

/// Words before a length of time.
const LASTING: &[&str] = &[
    "for", "over", "last", "lasts", "lasted", "lasting", "run", "runs", "ran", "running", "spend",
    "spent", "take", "takes", "took", "within",
];

/// `two weeks`, `2 years 1 month and 21 days`, `three and a half years`
fn amounts(c: &Cursor, at: usize) -> Parse<Vec<(f64, Unit)>> {
    let (first, next) = duration::counted(c, at, false)?;
    let (parts, next) = duration::rest(c, first, next);
    let exact = parts.into_iter().map(|(amount, unit)| match amount {
        Amount::Exactly(number) if !unit.is_clock() && unit != Unit::Weekend => {
            Some((number, unit))
        }
        _ => None,
    });
    Some((exact.collect::<Option<_>>()?, next))
}

/// Which way the count goes, and where the time it starts from is named; `None` where the words after are its
/// own (`ago`, `later`), which is for amounts of several units only: `near::away` reads the others.
fn direction(c: &Cursor, at: usize, parts: usize) -> Option<(i32, Option<usize>)> {
    match c.lower(at) {
        "before" => Some((-1, Some(at + 1))),
        "prior" if c.is(at + 1, "to") => Some((-1, Some(at + 2))),
        "after" | "from" | "following" => Some((1, Some(at + 1))),
        "ago" if names_today(c, at + 1) => Some((-1, Some(at + 1))),
        "ago" | "earlier" if parts > 1 => Some((-1, None)),
        "later" if parts > 1 => Some((1, None)),
        _ => None,
    }
}

/// `today`, `tomorrow night`, `this week`: `three years ago tomorrow`, `a year ago this week`
fn names_today(c: &Cursor, at: usize) -> bool {
    match c.word(at) {
        Word::Day(_) | Word::Tonight => true,
        Word::Relation(Relation::This) => matches!(c.word(at + 1), Word::Unit(_)),
        _ => false,
    }
}

/// The day that `ago` and `later` count from.
fn here(c: &Cursor, at: usize) -> Meaning {
    let from = if c.is(at, "ago") { From::Publication } else { From::Text };
    Meaning::Near { unit: Unit::Day, shift: 0, from }
}

/// Whether something can be counted from it. Years and longer are too wide to count days from, but not to
/// count years.
fn is_point(meaning: &Meaning) -> bool {
    is_day(meaning)
        || matches!(meaning, Meaning::Calendar(_) | Meaning::Near { .. } | Meaning::Quarter { .. })
}

/// `the first week of May`, `the last three months of 2021`, `the 15th day of next month`
pub fn part_of(c: &Cursor, at: usize) -> Parse<Meaning> {
    let start = at + usize::from(c.word(at) == Word::The);
    let (nth, next) = place(c, start)?;
    let (count, next) = match number(c, next) {
        Some((number, next)) if number.fract() == 0.0 && number < 100.0 => (number as i32, next),
        Some(_) => return None,
        None => (1, next),
    };
    let Word::Unit(unit) = c.word(next) else { return None };
    let plural = c.lower(next).ends_with('s');
    if unit.is_clock() || plural != (count > 1) || (count > 1 && nth.abs() > 1) {
        return None;
    }
    let of = c.any(next + 1, &["of", "in"]).then_some(next + 2)?;
    let ((whole, time), next) = base(c, of)?;
    let larger = match &whole {
        Meaning::Calendar(date) if date.day.is_some() || date.weekday.is_some() => false,
        Meaning::Calendar(date) => {
            unit < if date.month.is_some() { Unit::Month } else { Unit::Year }
        }
        Meaning::Near { unit: whole, .. } => unit < *whole,
        Meaning::Quarter { .. } | Meaning::Half { .. } | Meaning::Season { .. } => {
            unit < Unit::Quarter
        }
        Meaning::Decade(_) | Meaning::Century(_) => unit <= Unit::Year,
        _ => false,
    };
    (larger && time.is_none())
        .then(|| (Meaning::PartOf { nth, count, unit, whole: Box::new(whole) }, next))
}

/// `first`, `last`, `15th`, `final`: counted from 1, or from the end.
fn place(c: &Cursor, at: usize) -> Parse<i32> {
    let last = c.word(at) == Word::Relation(Relation::Last);
    if last || c.any(at, &["final", "closing"]) {
        return Some((-1, at + 1));
    }
    if c.any(at, &["opening"]) {
        return Some((1, at + 1));
    }
    let (nth, next) = ordinal(c, at)?;
    Some((i32::try_from(nth).ok()?, next))
}

/// `the week of 9 May`, `the week beginning May 9`, `the weekend of the 14th`
pub fn around(c: &Cursor, at: usize) -> Parse<Meaning> {
    let noun = at + usize::from(c.word(at) == Word::The);
    let Word::Unit(unit @ (Unit::Week | Unit::Weekend)) = c.word(noun) else { return None };
    let joint = noun + 1;
    let named = match c.lower(joint) {
        "of" => joint + 1,
        "beginning" | "starting" | "commencing" | "ending" | "ended" => {
            c.skip(c.skip(joint + 1, &["on"]), &["the"])
        }
        _ => return None,
    };
    let ((day, time), next) = base(c, named)?;
    (is_day(&day) && time.is_none()).then(|| (Meaning::Around { unit, day: Box::new(day) }, next))
}

/// `the 71st day of the war`: counted from an event, whose day has to be known.
pub fn day_of_event(c: &Cursor, at: usize) -> Parse<Meaning> {
    let (_, next) = ordinal(c, at + 1).filter(|_| c.word(at) == Word::The)?;
    let event = next + 2;
    let named = c.is(next, "day")
        && c.is(next + 1, "of")
        && c.syntax.phrase_of(event).is_some()
        && base(c, event).is_none();
    let today = c.any(at.wrapping_sub(1), &["is", "'s", "’s"]);
    named.then_some((Meaning::DayOfEvent { today }, next + 1))
}
