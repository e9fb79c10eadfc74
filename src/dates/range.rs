//! Two times that are the ends of one stretch: `from 9 to 11 May`, `between 1939 and 1945`, `8am to 6pm`.

use std::ops::Range;

use jiff::civil::Date;

use super::check::is_impossible;
use super::cursor::Cursor;
use super::expression::{Calendar, Expression, Meaning, TimeOfDay, Year};
use super::lexicon::Vague;
use super::period::{Period, Unit, add, days_between};
use super::reference::Reference;
use super::resolve::{Resolved, finish};
use super::rules;
use crate::analysis::{Anchor, DateType};

/// A stretch of time with the numbers of the expressions that are its ends.
pub struct Stretch {
    /// Indices into the document's tokens, with `from` or `between`.
    pub tokens: Range<usize>,
    pub ends: [usize; 2],
    /// Whether its ends are no dates by themselves: one says what the other shares, or both stand in figures.
    pub as_one: bool,
    pub resolved: Resolved,
}

/// The stretch that two neighbouring expressions make, if they do. Puts right the one of them that was
/// reckoned to the wrong side of the other.
pub fn join(
    c: &Cursor,
    [first, last]: [usize; 2],
    expressions: &[(usize, Expression)],
    resolved: &mut [Resolved],
    reference: Option<Reference>,
) -> Option<Stretch> {
    let [from, to] = [first, last].map(|at| &expressions[at].1);
    let start = joined(c, from, to)?;
    let now = |end: &Expression| matches!(end.meaning, Meaning::Vague(Vague::Present));
    let present = now(to);
    let timed = |at: usize| {
        matches!(resolved[at].kind, DateType::Date | DateType::Time)
            && !is_impossible(&resolved[at])
    };
    let vague = |end: &Expression| matches!(end.meaning, Meaning::Vague(_)) && !now(end);
    if !timed(first) || !timed(last) || vague(from) || vague(to) || (now(from) && present) {
        return None;
    }
    if is_life(c, from, to, &resolved[first], &resolved[last]) {
        return None;
    }
    if !present {
        put_in_order([from, to], [first, last], resolved);
    }
    let end = |at: usize, end: &Expression| {
        if now(end) { publication(reference) } else { Some(resolved[at].clone()) }
    };
    let (begin, end) = (end(first, from)?, end(last, to)?);
    let tokens = start..to.tokens.end;
    let parts = [from, to].into_iter().any(|end| end.elliptical || in_figures(c, end));
    let as_one = parts || (is_moment(from) && is_moment(to));
    let resolved = stretch(&begin, &end)?;
    Some(Stretch { tokens, ends: [first, last], as_one, resolved })
}

/// Whether an end names its day and its hour: `10:30 today`.
fn is_moment(expression: &Expression) -> bool {
    matches!(expression.time, Some(TimeOfDay::Clock(_))) && expression.meaning != Meaning::Time
}

/// Whether a date has no word in it: `8/10/2012`, `2022-05-04`.
fn in_figures(c: &Cursor, expression: &Expression) -> bool {
    expression.tokens.len() > 1 && !expression.tokens.clone().any(|at| c.is_word(at))
}

/// The first token of the stretch, where what stands between two expressions joins them to one.
fn joined(c: &Cursor, from: &Expression, to: &Expression) -> Option<usize> {
    const TO: &[&str] = &["-", "–", "—", "~", "to", "through", "thru", "until", "till"];
    let gap = from.tokens.end;
    if to.tokens.start != gap + 1 {
        return None;
    }
    let before = from.tokens.start.wrapping_sub(1);
    match c.lower(gap) {
        "and" => c.is(before, "between").then_some(before),
        // `last week – Monday` is no stretch.
        "-" | "–" | "—" | "~" if !same_grain(from, to) => None,
        joint if TO.contains(&joint) && !is_moved(c, before) => {
            let named = c.any(before, &["from", "between"]);
            Some(if named { before } else { from.tokens.start })
        }
        _ => None,
    }
}

/// Whether two times are of one kind, so that a dash between them can mean `to`.
fn same_grain(from: &Expression, to: &Expression) -> bool {
    let calendar = |meaning: &Meaning| match meaning {
        Meaning::Calendar(date) => Some((date.month.is_some(), date.day.is_some())),
        Meaning::Weekday { .. } | Meaning::Numeric { .. } | Meaning::Holiday { .. } => {
            Some((true, true))
        }
        Meaning::Near { unit: Unit::Day, .. } => Some((true, true)),
        _ => None,
    };
    let plain = |meaning: &Meaning| matches!(meaning, Meaning::Vague(_) | Meaning::Time);
    let (a, b) = (calendar(&from.meaning), calendar(&to.meaning));
    let alike = std::mem::discriminant(&from.meaning) == std::mem::discriminant(&to.meaning);
    a == b && (a.is_some() || alike) || plain(&to.meaning) || plain(&from.meaning)
}

/// Whether the words before say that something was moved from one day to another.
fn is_moved(c: &Cursor, before: usize) -> bool {
    const MOVED: &[&str] = &[
        "moved",
        "postponed",
        "rescheduled",
        "changed",
        "shifted",
        "pushed",
        "delayed",
        "switched",
        "adjourned",
        "move",
        "postpone",
        "change",
        "brought",
    ];
    const REACH: usize = 6;
    (before.saturating_sub(REACH)..before).any(|at| c.any(at, MOVED))
}

/// `(9 August 1929 – 13 February 2014)` after a name: the days of a birth and a death are two facts.
fn is_life(c: &Cursor, from: &Expression, to: &Expression, a: &Resolved, b: &Resolved) -> bool {
    /// No event that has its dates in brackets lasts longer.
    const LONGEST: i32 = 15 * 366;
    let bracketed = c.any(from.tokens.start.wrapping_sub(1), &["(", ";", ",", "c."])
        && c.any(to.tokens.end, &[")", ",", ";"]);
    let long = match (a.days, b.days) {
        (Some((from, _)), Some((_, to))) => days_between(from, to) > LONGEST,
        _ => false,
    };
    bracketed && long
}

/// Moves an end whose year, week or day was reckoned, so that the stretch runs forward.
fn put_in_order(
    [from, to]: [&Expression; 2],
    [first, last]: [usize; 2],
    resolved: &mut [Resolved],
) {
    let (Some(a), Some(b)) = (resolved[first].place.period, resolved[last].place.period) else {
        return;
    };
    // `Tuesday from 2:00 to 2:30 pm`: one day, said once.
    if from.elliptical && from.meaning == to.meaning && from.meaning != Meaning::Time {
        let past_midnight = if is_earlier(from, to) { a.shift(1) } else { Some(a) };
        replace(&mut resolved[last], to, past_midnight.unwrap_or(a));
        return;
    }
    let (Some((start, _)), Some((_, end))) = (a.days(), b.days()) else { return };
    if start <= end && !(start == end && is_earlier(from, to)) {
        return;
    }
    // `taken Wednesday through Sunday`: the last such stretch that is over.
    if let Meaning::Weekday { relation: None, .. } = from.meaning
        && resolved[last].rule == rules::WEEKDAY_PAST
    {
        let days = days_between(start, end).rem_euclid(7);
        if let Some(day) = add(end, 0, -days) {
            replace(&mut resolved[first], from, Period::Day(day));
        }
        return;
    }
    let later = match to.meaning {
        Meaning::Weekday { relation: None, .. } => {
            add(start, 0, (days_between(start, end)).rem_euclid(7)).map(Period::Day)
        }
        Meaning::Time => add(start, 0, 1).map(Period::Day),
        _ => None,
    };
    if let Some(period) = later {
        replace(&mut resolved[last], to, period);
    } else if is_reckoned(from)
        && let Some(period) = year_before(a, end)
    {
        replace(&mut resolved[first], from, period);
    }
}

/// Whether an hour comes before another on one day: `10 p.m. to 6 a.m.` runs into the next.
fn is_earlier(from: &Expression, to: &Expression) -> bool {
    match (from.time, to.time) {
        (Some(TimeOfDay::Clock(from)), Some(TimeOfDay::Clock(to))) => {
            (to.hour, to.minute) < (from.hour, from.minute)
        }
        _ => false,
    }
}

/// Whether the year of an expression is not said.
fn is_reckoned(expression: &Expression) -> bool {
    matches!(expression.meaning, Meaning::Calendar(Calendar { year: Year::Unsaid, .. }))
}

/// The same day or month in the last year that brings it before a day.
fn year_before(period: Period, end: Date) -> Option<Period> {
    let years = (1..=4).filter_map(|back| match period {
        Period::Day(day) => add(day, -12 * back, 0).map(Period::Day),
        Period::Month(year, month) => Some(Period::Month(year - back as i16, month)),
        _ => None,
    });
    years.into_iter().find(|period| period.days().is_some_and(|(start, _)| start <= end))
}

fn replace(resolved: &mut Resolved, expression: &Expression, period: Period) {
    *resolved = finish(expression, resolved.place.moved_to(period));
}

/// The day of publication as the end of what lasts until now, or the start of what begins now.
fn publication(reference: Option<Reference>) -> Option<Resolved> {
    let today = Period::Day(reference?.date);
    let value = Some(today.timex());
    Some(Resolved { edtf: value.clone(), value, days: today.days(), ..Resolved::unknown() })
}

/// From the start of one time to the end of another; unknown where either is.
fn stretch(from: &Resolved, to: &Resolved) -> Option<Resolved> {
    let kind = if from.kind == DateType::Time { from.kind } else { to.kind };
    let days = match (from.days, to.days) {
        (Some((first, _)), Some((_, last))) if first <= last => Some((first, last)),
        (Some(_), Some(_)) => return None,
        _ => None,
    };
    let value = match (&from.value, &to.value) {
        (Some(from), Some(to)) => Some(format!("{from}/{to}")),
        _ => None,
    };
    let anchor = [from.anchor, to.anchor];
    let anchor = anchor.into_iter().flatten().min_by_key(|anchor| *anchor != Anchor::Publication);
    let sure = from.sure.min(to.sure);
    let rule = if value.is_some() { rules::STRETCH } else { rules::OPEN_STRETCH };
    let edtf = edtf_stretch(from, to);
    Some(Resolved { kind, value, edtf, days, anchor, rule, sure, ..Resolved::unknown() })
}

/// `2022-05-09/2022-05-11`; an end that is itself an interval gives its outer day.
fn edtf_stretch(from: &Resolved, to: &Resolved) -> Option<String> {
    let (from, to) = (from.edtf.as_deref()?, to.edtf.as_deref()?);
    let first = from.split('/').next()?;
    let last = to.rsplit('/').next()?;
    Some(format!("{first}/{last}"))
}
