//! `04/05/2022`: which number is the month?

use jiff::civil::Date;

use super::{Context, Place, Resolver};
use crate::dates::expression::{Calendar, Expression, Year};
use crate::dates::period::{Period, days_between, iso};
use crate::dates::rules;

/// The numbers of a date as they stand.
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    pub first: i8,
    pub second: i8,
    pub year: Year,
    pub weekday: Option<i8>,
}

impl Numbers {
    fn day_and_month(self, month_first: bool) -> (i8, i8) {
        if month_first { (self.second, self.first) } else { (self.first, self.second) }
    }

    fn in_year(self, year: i16, month_first: bool) -> Option<Date> {
        let (day, month) = self.day_and_month(month_first);
        Date::new(year, month, day).ok()
    }
}

impl Resolver {
    pub(super) fn numeric(
        &self,
        numbers: Numbers,
        expression: &Expression,
        context: &Context,
    ) -> Place {
        if let Some(day) = self.day_of_weekday(numbers) {
            return Place::said(Some(Period::Day(day)), rules::NUMERIC_WEEKDAY);
        }
        let Some(month_first) = self.order(numbers) else {
            return Place::unknown(rules::NUMERIC_AMBIGUOUS);
        };
        let (day, month) = numbers.day_and_month(month_first);
        let date =
            Calendar { year: numbers.year, month: Some(month), day: Some(day), ..Calendar::EMPTY };
        match numbers.year {
            Year::Is(year) => {
                let day = Date::new(year, month, day).ok();
                Place::said(day.map(Period::Day), rules::NUMERIC_ORDER)
            }
            _ => self.partial(date, expression, context),
        }
    }

    /// Whether the month comes first: where only that is possible, where the other numeric dates of the text
    /// show it, or where one reading is the day of publication.
    fn order(&self, numbers: Numbers) -> Option<bool> {
        let Numbers { first, second, year, .. } = numbers;
        if first == second || first > 12 {
            return Some(false);
        }
        if second > 12 {
            return Some(true);
        }
        let published = self.reference.map(|reference| reference.date);
        let is_published = |month_first: bool| match year {
            Year::Is(year) => {
                published.is_some() && numbers.in_year(year, month_first) == published
            }
            _ => false,
        };
        self.month_first.or_else(|| [true, false].into_iter().find(|&order| is_published(order)))
    }

    /// The day that the weekday beside the numbers tells, in the year said or within one of publication.
    fn day_of_weekday(&self, numbers: Numbers) -> Option<Date> {
        let weekday = numbers.weekday?;
        let today = self.reference.map(|reference| reference.date);
        let years = match (numbers.year, today) {
            (Year::Is(year), _) => year..=year,
            (_, Some(today)) => today.year() - 1..=today.year() + 1,
            _ => return None,
        };
        let days = years.flat_map(|year| [true, false].map(|order| numbers.in_year(year, order)));
        let fitting = || days.clone().flatten().filter(|&day| iso(day) == weekday);
        let away = |day: &Date| today.map_or(0, |today| days_between(today, *day).abs());
        let nearest = fitting().min_by_key(away)?;
        // With a year, both orders may fit: then nothing is told.
        let told = numbers.year == Year::Unsaid || fitting().all(|day| day == nearest);
        told.then_some(nearest)
    }
}
