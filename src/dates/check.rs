//! What does not fit together in the dates of a text.

use jiff::civil::Date;

use super::cursor::Cursor;
use super::expression::{Calendar, Expression, Meaning, Year};
use super::period::{Period, days_between, iso};
use super::reference::Reference;
use super::resolve::Resolved;
use super::rules;
use crate::analysis::Sure;
use crate::fault::Fault;
use crate::syntax::Tense;

/// Whether an expression names a day that the calendar does not have. It is then no date, only a fault.
pub fn is_impossible(resolved: &Resolved) -> bool {
    resolved.rule == rules::IMPOSSIBLE
}

/// The fault of an expression, if it has one.
pub fn fault(
    c: &Cursor,
    expression: &Expression,
    resolved: &Resolved,
    reference: Option<Reference>,
) -> Option<Fault> {
    if is_impossible(resolved) {
        let words = c.document.span(expression.tokens.clone()).of(c.document.text);
        let what = format!("The calendar has no “{words}”.");
        return Some(Fault { rule: rules::IMPOSSIBLE, what, sure: Sure::Sure });
    }
    wrong_weekday(expression, resolved)
        .or_else(|| after_publication(c, expression, resolved, reference))
}

/// `Tuesday, 4 May 2022`, which was a Wednesday.
fn wrong_weekday(expression: &Expression, resolved: &Resolved) -> Option<Fault> {
    let Some(Period::Day(day)) = resolved.place.period else { return None };
    let (said, year) = match expression.meaning {
        Meaning::Calendar(Calendar { weekday, year, .. }) => (weekday?, year),
        Meaning::Numeric { weekday, year, .. } => (weekday?, year),
        _ => return None,
    };
    if said == iso(day) {
        return None;
    }
    let what = format!("{} is a {}, not a {}.", long(day), name(iso(day)), name(said));
    let sure = if matches!(year, Year::Is(_)) { Sure::Sure } else { Sure::Likely };
    Some(Fault { rule: rules::WEEKDAY_DATE, what, sure })
}

/// A day, month or year after the day of publication, of which the text speaks as past.
fn after_publication(
    c: &Cursor,
    expression: &Expression,
    resolved: &Resolved,
    reference: Option<Reference>,
) -> Option<Fault> {
    let today = reference?.date;
    let first = resolved.days.map(|(first, _)| first).filter(|&first| first > today)?;
    let near = days_between(today, first) <= SOON;
    match expression.meaning {
        Meaning::Calendar(Calendar { year: Year::Is(_), .. }) => {}
        // No year is said, but so near a day is hardly that of another year.
        Meaning::Calendar(Calendar { day: Some(_), .. }) if near => {}
        _ => return None,
    }
    happened(c, expression).then(|| {
        let words = c.document.span(expression.tokens.clone()).of(c.document.text);
        let what = format!(
            "{words} lies after the day of publication, {}, but the text tells of it as past.",
            long(today)
        );
        Fault { rule: rules::AFTER_PUBLICATION, what, sure: Sure::Likely }
    })
}

/// Up to so many days after publication, a day without its year is that one.
const SOON: i32 = 31;

/// Whether a finite verb in the past tense governs the expression by `on` or `in`: `they met on 4 May`.
fn happened(c: &Cursor, expression: &Expression) -> bool {
    let preposition = expression.tokens.start.wrapping_sub(1);
    if !c.any(preposition, &["on", "in", "at"]) {
        return false;
    }
    // `An inspection on 19 June found cracks`: a deed as the verb's subject.
    let of_subject = c
        .syntax
        .ancestors(preposition)
        .nth(1)
        .is_some_and(|noun| noun < preposition && c.syntax.relation(noun).is_subject());
    let mut heads = c.syntax.ancestors(preposition).take(if of_subject { 3 } else { 2 });
    let verb = heads.find_map(|head| Some((head, c.syntax.verb_group(head)?)));
    verb.is_some_and(|(head, group)| {
        // What was due or agreed may well lie ahead.
        let arranged = c.any(head, ARRANGED) || c.any(group.verb, ARRANGED);
        group.tense == Some(Tense::Past)
            && group.modal.is_none()
            && !arranged
            && (head < expression.tokens.start || preposition == c.sentence.start || of_subject)
    })
}

/// Verbs whose date need not be that of the deed: `they scheduled it on 4 May`.
const ARRANGED: &[&str] = &[
    "scheduled",
    "planned",
    "set",
    "expected",
    "due",
    "slated",
    "booked",
    "announced",
    "agreed",
    "promised",
    "forecast",
    "projected",
    "predicted",
    "proposed",
    "wanted",
    "hoped",
    "intended",
    "planning",
    "was",
    "were",
    "had",
    "ending",
    "expiring",
    "fixed",
    "arranged",
];

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// By number, less one.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Whether a word is the whole name of a weekday or a month; `lower` in lower case.
pub fn is_weekday_or_month(lower: &str) -> bool {
    WEEKDAYS.iter().chain(&MONTHS).any(|name| name.eq_ignore_ascii_case(lower))
}

/// `4 May 2022`
fn long(day: Date) -> String {
    format!("{} {} {}", day.day(), MONTHS[day.month() as usize - 1], day.year())
}

/// The name of a weekday by its number; Monday is 1.
fn name(weekday: i8) -> &'static str {
    WEEKDAYS[(weekday as usize + 6) % 7]
}
