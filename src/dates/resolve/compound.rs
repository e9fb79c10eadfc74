//! Times built on another time, which is placed first.

use jiff::civil::{Date, Weekday};

use super::relative::near;
use super::{Context, Place, Resolved, Resolver, finish};
use crate::analysis::{DateType, Rule};
use crate::dates::expression::{Amount, Expression, Meaning};
use crate::dates::period::{Period, Unit, add};
use crate::dates::{rules, timex};

impl Resolver {
    /// The place of the time that another is built on.
    fn inner(&self, meaning: &Meaning, expression: &Expression, context: &Context) -> Place {
        self.place(&Expression { meaning: meaning.clone(), ..expression.clone() }, context)
    }

    /// A time built on another by a rule, or the rule that tells why it cannot be.
    pub(super) fn built_on(
        &self,
        base: &Meaning,
        expression: &Expression,
        context: &Context,
        [rule, otherwise]: [Rule; 2],
        build: impl FnOnce(Period) -> Option<Period>,
    ) -> Place {
        let place = self.inner(base, expression, context);
        let Some(period) = place.period else { return place };
        match build(period) {
            Some(built) => Place { period: Some(built), rule, ..place },
            None => Place::unknown(otherwise),
        }
    }

    /// `the last Friday of June`: by the rule that placed its month.
    pub(super) fn of_month(
        &self,
        (nth, weekday): (i8, Option<i8>),
        month: &Meaning,
        expression: &Expression,
        context: &Context,
    ) -> Place {
        let place = self.inner(month, expression, context);
        let Some((first, last)) = place.period.and_then(Period::days) else { return place };
        let day = match weekday.map(Weekday::from_monday_one_offset) {
            Some(weekday) => {
                weekday.and_then(|weekday| first.nth_weekday_of_month(nth, weekday)).ok()
            }
            None if nth < 0 => Some(last),
            None => add(first, 0, i32::from(nth) - 1).filter(|day| *day <= last),
        };
        match day {
            Some(day) => place.moved_to(Period::Day(day)),
            None => Place::unknown(rules::IMPOSSIBLE),
        }
    }

    /// `the last three months of 2021`: how long, and which days.
    pub(super) fn several(
        &mut self,
        count: i32,
        unit: Unit,
        expression: &Expression,
        context: &Context,
    ) -> Resolved {
        let place = self.place(expression, context);
        self.remember(expression, place, context);
        let parts = [(Amount::Exactly(f64::from(count)), unit)];
        let value = place.period.is_some().then(|| timex::duration(&parts));
        Resolved { kind: DateType::Duration, value, ..finish(expression, place) }
    }
}

/// `two days before Christmas`
pub fn offset(period: Period, parts: &[(f64, Unit)], sign: i32) -> Option<Period> {
    parts
        .iter()
        .try_fold(period, |period, &(number, unit)| shifted(period, number * f64::from(sign), unit))
}

/// A period moved by a number of units, as fine as it was; `None` where it is wider than what is counted.
fn shifted(period: Period, number: f64, unit: Unit) -> Option<Period> {
    if number.fract() != 0.0 || number.abs() > 1e5 {
        return None;
    }
    let number = number as i32;
    if let Period::Day(day) = period {
        let (months, days) = match unit {
            Unit::Day => (0, 1),
            Unit::Week => (0, 7),
            Unit::Fortnight => (0, 14),
            Unit::Month => (1, 0),
            Unit::Quarter => (3, 0),
            Unit::Year => (12, 0),
            Unit::Decade => (120, 0),
            Unit::Century => (1200, 0),
            _ => return None,
        };
        return add(day, number * months, number * days).map(Period::Day);
    }
    // A month is found again a whole number of months away, and so on.
    match (period, unit) {
        (Period::Month(..), Unit::Year) => period.shift(number * 12),
        (Period::Quarter(..), Unit::Year) => period.shift(number * 4),
        (Period::Week(day), Unit::Year) => add(day, number * 12, 0).map(Period::Week),
        (Period::Season(..), Unit::Year) => period.shift(number),
        (Period::Year(_), Unit::Decade) => period.shift(number * 10),
        (Period::Year(_), Unit::Century) => period.shift(number * 100),
        _ => (period.unit() == unit).then(|| period.shift(number)).flatten(),
    }
}

/// `the first week of May`: the `nth` unit of a period and those that follow it, or those
/// up to its end if `nth` is negative.
pub fn part(period: Period, nth: i32, count: i32, unit: Unit) -> Option<Period> {
    if unit == Unit::Week {
        return weeks(period, nth, count);
    }
    let (first, last) = period.days()?;
    let one = if nth < 0 { near(last, unit, 1 - count)? } else { near(first, unit, nth - 1)? };
    let (start, _) = one.days()?;
    let (_, end) = one.shift(count - 1)?.days()?;
    let part = if count == 1 { one } else { Period::Stretch(start, end, unit) };
    (start >= first && end <= last).then_some(part)
}

/// `the week of 9 May`
pub fn around(period: Period, unit: Unit) -> Option<Period> {
    near(period.days()?.0, unit, 0)
}

/// A year is divided into ISO weeks; what is shorter, into sevens of days from its start or its end.
fn weeks(period: Period, nth: i32, count: i32) -> Option<Period> {
    let (first, last) = period.days()?;
    match period {
        Period::Year(year) if count == 1 => {
            // 4 January lies in the first ISO week of its year, 28 December in the last.
            let (month, day, shift) = if nth < 0 { (12, 28, 0) } else { (1, 4, nth - 1) };
            return near(Date::new(year, month, day).ok()?, Unit::Week, shift);
        }
        Period::Month(year, month) if count == 1 => {
            let number = if nth > 0 {
                nth
            } else if last.day() > 28 {
                5
            } else {
                4
            };
            let number = i8::try_from(number).ok().filter(|number| (1..=5).contains(number))?;
            return Some(Period::WeekOfMonth(year, month, number));
        }
        _ => {}
    }
    let start = if nth < 0 { add(last, 0, 1 - 7 * count)? } else { add(first, 0, 7 * (nth - 1))? };
    let end = add(start, 0, 7 * count - 1)?;
    (start >= first && end <= last).then_some(Period::Stretch(start, end, Unit::Day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        for (period, nth, count, unit, expected) in [
            (Period::Year(2021), 1, 1, Unit::Week, "2021-W01"),
            (Period::Year(2019), -1, 1, Unit::Week, "2019-W52"),
            (Period::Year(2021), -1, 4, Unit::Month, "2021-09/2021-12"),
            (Period::Year(2022), 9, 1, Unit::Month, "2022-09"),
            (Period::Month(2015, 1), 1, 1, Unit::Week, "2015-01-W01"),
            (Period::Month(2020, 8), 15, 1, Unit::Day, "2020-08-15"),
            (Period::Month(2020, 8), 1, 3, Unit::Day, "2020-08-01/2020-08-03"),
            (Period::Month(2022, 8), -1, 2, Unit::Week, "2022-08-18/2022-08-31"),
            (Period::Decade(199), 1, 2, Unit::Year, "1990/1991"),
        ] {
            let part = part(period, nth, count, unit).map(Period::timex);
            assert_eq!(part.as_deref(), Some(expected));
        }
        assert_eq!(part(Period::Month(2022, 6), 31, 1, Unit::Day), None);
    }
}
