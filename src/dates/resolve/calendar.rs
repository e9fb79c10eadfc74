//! Dates of the calendar that leave something out: which year, which month?

use std::ops::Range;

use jiff::civil::Date;

use super::{Context, Place, Resolver};
use crate::analysis::{Anchor, Rule, Sure};
use crate::dates::expression::{Calendar, Expression, Year};
use crate::dates::lexicon::Relation;
use crate::dates::period::{Period, days_between, iso};
use crate::dates::reference::Reference;
use crate::dates::rules;
use crate::dates::tense::{Tense, tense};
use crate::syntax::{Form, base_form};

/// A year said in a sentence holds for the dates in so many tokens after it.
const YEAR_REACH: usize = 10;

/// A weekday that does not fit a day so near to publication is taken for a slip.
const SLIP: i32 = 60;

/// A day without its year is the nearest; so many days off, the tense around it is asked too.
const FAR: i32 = 90;

/// Whether token `end` is the comma that closes an aside: `the ship, built in 1994, was seen on 3 March`.
/// What it tells is the history of a thing, not the time of the sentence.
fn closes_aside(context: &Context, end: usize) -> bool {
    let c = context.cursor;
    let comma = |at: usize| c.any(at, &[","]);
    let opened = (c.sentence.start..end).rev().take(YEAR_REACH).find(|&at| comma(at));
    let participle = |at: usize| {
        let lower = c.document.lower(at);
        lower == "born"
            || base_form(lower)
                .is_some_and(|(_, form)| matches!(form, Form::Past | Form::Participle))
    };
    comma(end) && opened.is_some_and(|at| participle(at + 1) || c.any(at + 1, &["who", "which"]))
}

impl Resolver {
    pub(super) fn calendar(
        &self,
        date: Calendar,
        expression: &Expression,
        context: &Context,
    ) -> Place {
        let year = match date.year {
            Year::Is(year) => year,
            Year::FromNow(shift) => match self.reference {
                Some(reference) => {
                    let year = reference.date.year() + shift as i16;
                    return Place {
                        sure: Sure::Likely,
                        ..Place::published(whole(year, date), rules::NEAR)
                    };
                }
                None => return Place::unknown(rules::NO_REFERENCE),
            },
            Year::Same => match self.same_year(context) {
                Some(year) => return Place::text(whole(year, date), rules::NEAR_TEXT),
                None => return Place::unknown(rules::NO_ANTECEDENT),
            },
            Year::Unsaid => return self.partial(date, expression, context),
        };
        let rule = if date.day.is_some() { rules::FULL_DATE } else { rules::YEAR_SAID };
        Place::said(whole(year, date), rule)
    }

    /// A date without its year.
    pub(super) fn partial(
        &self,
        date: Calendar,
        expression: &Expression,
        context: &Context,
    ) -> Place {
        match (date.month, date.day) {
            (None, Some(day)) => match (date.relation, self.reference) {
                (Some(relation), Some(reference)) => {
                    day_of_near_month(day, relation, reference.date)
                }
                (Some(_), None) => Place::unknown(rules::NO_REFERENCE),
                (None, _) => self.day_number(day, date.weekday),
            },
            (Some(_), Some(_)) => {
                let place = |year| match whole(year, date) {
                    Some(Period::Day(day)) => Some(day),
                    _ => None,
                };
                let found = self.yearly(
                    &place,
                    (Year::Unsaid, date.relation),
                    &expression.tokens,
                    context,
                    [rules::FULL_DATE, rules::NEAREST],
                );
                self.year_of_weekday(date, found, &place).unwrap_or(found)
            }
            (Some(month), None) => self.month(month, date.relation, expression, context),
            (None, None) => Place::unknown(rules::IMPOSSIBLE),
        }
    }

    /// `Sat, Sep 21`, months away or in a year that only runs: in the nearest year in which it was a Saturday.
    /// Nearer by, a weekday that does not fit is more likely a slip, for a check to report.
    fn year_of_weekday(
        &self,
        date: Calendar,
        found: Place,
        place: &dyn Fn(i16) -> Option<Date>,
    ) -> Option<Place> {
        let weekday = date.weekday?;
        let Some(Period::Day(day)) = found.period.filter(|_| found.rule != rules::FULL_DATE) else {
            return None;
        };
        if iso(day) == weekday {
            return None;
        }
        let running = found.anchor == Some(Anchor::Text);
        let Some(Reference { date: today, .. }) = self.reference else {
            return running.then(|| Place::unknown(rules::NO_REFERENCE));
        };
        // What the words around it say of the time counts for more.
        let far = found.rule == rules::NEAREST && days_between(today, day).abs() > SLIP;
        if !running && !far {
            return None;
        }
        let years = (-3..=3).filter_map(|shift| place(today.year() + shift));
        let fitting = years.filter(|&day| iso(day) == weekday);
        let day = fitting.min_by_key(|&day| days_between(today, day).abs())?;
        Some(Place::published(Some(Period::Day(day)), rules::WEEKDAY_YEAR))
    }

    /// What the words around a day without its year say of it, where the nearest is far off.
    pub(super) fn told_tense(&self, tokens: &Range<usize>, context: &Context) -> Tense {
        if context.cursor.any(tokens.start.wrapping_sub(1), &["since", "ended", "dated"]) {
            return Tense::Past;
        }
        if context.cursor.is(tokens.start.wrapping_sub(1), "effective") {
            return Tense::Future;
        }
        tense(context.cursor, tokens)
    }

    /// A day that every year has: in the year that is said, that runs, or that brings it nearest.
    pub(super) fn yearly(
        &self,
        place: &dyn Fn(i16) -> Option<Date>,
        (year, relation): (Year, Option<Relation>),
        tokens: &Range<usize>,
        context: &Context,
        [said, nearest]: [Rule; 2],
    ) -> Place {
        let in_year = |year| place(year).map(Period::Day);
        match (year, self.reference) {
            (Year::Is(year), _) => return Place::said(in_year(year), said),
            (Year::FromNow(shift), Some(reference)) => {
                return Place::published(
                    in_year(reference.date.year() + shift as i16),
                    rules::NEAR,
                );
            }
            (Year::Same, _) => {
                return Place::text(self.same_year(context).and_then(in_year), rules::NEAR_TEXT);
            }
            _ => {}
        }
        if relation.is_none()
            && let Some((year, rule)) = self.running_year(context, place)
        {
            return Place::text(in_year(year), rule);
        }
        let Some(reference) = self.reference else { return Place::unknown(rules::NO_REFERENCE) };
        let today = reference.date;
        // Four years either way hold every 29 February.
        let candidates = (-4..=4).filter_map(|shift| place(today.year() + shift));
        let distance = |day: &Date| days_between(today, *day);
        let (chosen, rule) = match relation {
            Some(Relation::Last | Relation::Past | Relation::Previous) => {
                (candidates.filter(|day| distance(day) < 0).max(), rules::LAST)
            }
            Some(Relation::Next | Relation::Coming) => {
                (candidates.filter(|day| distance(day) > 0).min(), rules::NEXT)
            }
            Some(Relation::This) => (place(today.year()), rules::THIS),
            _ => {
                let day = self.nearest(candidates.clone(), today, tokens, context);
                match day {
                    Some((Some(day), rule)) => (Some(day), rule),
                    _ => (candidates.min_by_key(|day| distance(day).abs()), nearest),
                }
            }
        };
        match chosen {
            Some(day) => Place::published(Some(Period::Day(day)), rule),
            None => Place::said(None, rules::IMPOSSIBLE),
        }
    }

    /// The day that the words around it point to, where that is not simply the nearest one.
    fn nearest(
        &self,
        candidates: impl Iterator<Item = Date> + Clone,
        today: Date,
        tokens: &Range<usize>,
        context: &Context,
    ) -> Option<(Option<Date>, Rule)> {
        let nearest_to =
            |from: Date| candidates.clone().min_by_key(|&day| days_between(from, day).abs());
        let last = matches!(self.said, Some((Period::Day(_), _)));
        let continued = last && (self.end..=self.end + 2).contains(&tokens.start);
        let current = |day: Date| days_between(today, day).abs() < 366;
        if let Some((before, _)) = self.day.filter(|&(day, _)| continued && current(day)) {
            // `13 May to 2 June`: one stretch of time.
            return Some((nearest_to(before), rules::NEAREST));
        }
        let day = nearest_to(today).filter(|&day| days_between(today, day).abs() > FAR)?;
        match self.told_tense(tokens, context) {
            Tense::Past if day > today => {
                Some((candidates.filter(|&day| day <= today).max(), rules::DAY_PAST))
            }
            Tense::Future if day < today => {
                Some((candidates.filter(|&day| day >= today).min(), rules::DAY_FUTURE))
            }
            Tense::Past => Some((Some(day), rules::DAY_PAST)),
            Tense::Future => Some((Some(day), rules::DAY_FUTURE)),
            Tense::Unknown => None,
        }
    }

    /// The year that the sentence names shortly before.
    pub(super) fn said_year(
        &self,
        context: &Context,
        place: &dyn Fn(i16) -> Option<Date>,
    ) -> Option<(i16, Rule)> {
        let said = |end: usize| {
            context.cursor.sentence.contains(&end)
                && (end..=end + YEAR_REACH).contains(&context.start)
                && !closes_aside(context, end)
        };
        let (year, _) = self.year.filter(|&(_, end)| said(end))?;
        Some((self.advanced(year, place), rules::SENTENCE_YEAR))
    }

    /// The year for a date that names none, from the words before it.
    pub(super) fn running_year(
        &self,
        context: &Context,
        place: &dyn Fn(i16) -> Option<Date>,
    ) -> Option<(i16, Rule)> {
        if let Some(said) = self.said_year(context, place) {
            return Some(said);
        }
        let year = self.story_year().filter(|_| self.narrative)?;
        Some((self.advanced(year, place), rules::RUNNING_YEAR))
    }

    /// The year after, where a story that was in its last months names one of the first.
    pub(super) fn advanced(&self, year: i16, place: &dyn Fn(i16) -> Option<Date>) -> i16 {
        let focus = self.focus.and_then(|(period, _)| period.days()).map(|(first, _)| first);
        let month = place(year).map(|day| day.month());
        match (focus, month) {
            (Some(focus), Some(month)) if focus.year() == year && focus.month() - month >= 9 => {
                let fine = !matches!(self.focus, Some((Period::Year(_), _)));
                year + i16::from(fine)
            }
            _ => year,
        }
    }

    pub(super) fn month(
        &self,
        month: i8,
        relation: Option<Relation>,
        expression: &Expression,
        context: &Context,
    ) -> Place {
        let in_year = |year| Some(Period::Month(year, month));
        let first = |year| Date::new(year, month, 1).ok();
        if relation.is_none()
            && let Some((year, rule)) = self.running_year(context, &first)
        {
            return Place::text(in_year(year), rule);
        }
        if relation == Some(Relation::That) {
            return Place::text(self.same_year(context).and_then(in_year), rules::NEAR_TEXT);
        }
        let Some(reference) = self.reference else { return Place::unknown(rules::NO_REFERENCE) };
        let (year, now) = (reference.date.year(), reference.date.month());
        let (year, rule) = match relation {
            Some(Relation::Last | Relation::Past | Relation::Previous) => {
                (year - i16::from(month >= now), rules::LAST)
            }
            Some(Relation::Next | Relation::Coming) => {
                (year + i16::from(month <= now), rules::NEXT)
            }
            Some(_) => (year, rules::THIS),
            None => match tense(context.cursor, &expression.tokens) {
                Tense::Past => (year - i16::from(month > now), rules::MONTH_PAST),
                Tense::Future => (year + i16::from(month < now), rules::MONTH_FUTURE),
                Tense::Unknown if month - now > 6 => (year - 1, rules::NEAREST),
                Tense::Unknown if now - month > 6 => (year + 1, rules::NEAREST),
                Tense::Unknown => (year, rules::NEAREST),
            },
        };
        Place::published(in_year(year), rule)
    }

    /// `the 25th`, `Saturday (23)`
    pub(super) fn day_number(&self, day: i8, weekday: Option<i8>) -> Place {
        let running = self.focus.and_then(|(period, _)| match period {
            Period::Day(day) => Some((day.year(), day.month())),
            Period::Month(year, month) => Some((year, month)),
            _ => None,
        });
        let from_text = self.narrative || self.reference.is_none();
        if let Some((year, month)) = running.filter(|_| from_text || weekday.is_none()) {
            let period = Date::new(year, month, day).ok().map(Period::Day);
            return Place::text(period, rules::DAY_OF_RUNNING_MONTH);
        }
        let Some(reference) = self.reference else { return Place::unknown(rules::NO_REFERENCE) };
        let today = reference.date;
        let candidates = (-2..=2).filter_map(|shift| {
            let month = Period::Month(today.year(), today.month()).shift(shift)?.days()?.0;
            Date::new(month.year(), month.month(), day).ok()
        });
        // The right weekday counts for more than a nearer month.
        let fits = |day: Date| weekday.is_none_or(|weekday| weekday == iso(day));
        let chosen = candidates.min_by_key(|&day| (!fits(day), days_between(today, day).abs()));
        // `Thu 15th`, months away.
        let far = (-12..=12).filter_map(|shift| {
            let month = Period::Month(today.year(), today.month()).shift(shift)?.days()?.0;
            Date::new(month.year(), month.month(), day).ok().filter(|&day| fits(day))
        });
        let chosen = chosen
            .filter(|&day| fits(day))
            .or_else(|| far.min_by_key(|&day| days_between(today, day).abs()))
            .or(chosen);
        Place::published(chosen.map(Period::Day), rules::DAY_NUMBER)
    }
}

/// The period that a calendar date names in a year.
pub(super) fn whole(year: i16, date: Calendar) -> Option<Period> {
    match (date.month, date.day) {
        (Some(month), Some(day)) => Date::new(year, month, day).ok().map(Period::Day),
        (Some(month), None) => Some(Period::Month(year, month)),
        _ => Some(Period::Year(year)),
    }
}

/// `the 4th of this month`
pub(super) fn day_of_near_month(day: i8, relation: Relation, today: Date) -> Place {
    let shift = match relation {
        Relation::Last | Relation::Past | Relation::Previous => -1,
        Relation::Next | Relation::Coming | Relation::Following => 1,
        _ => 0,
    };
    let month = Period::Month(today.year(), today.month()).shift(shift).and_then(Period::days);
    let day = month.and_then(|(first, _)| Date::new(first.year(), first.month(), day).ok());
    Place::published(day.map(Period::Day), rules::NEAR)
}
