//! Expressions -> days, reckoned from the day of publication or from the times named before.

use std::ops::Range;

use jiff::civil::Date;

use super::cursor::Cursor;
use super::expression::{Amount, Calendar, Expression, From, Meaning, TimeOfDay, Year};
use super::holiday::Holiday;
use super::lexicon::{Relation, Vague};
use super::period::{DayPart, Period, Season, Unit, add, days_between, iso};
use super::reference::Reference;
use super::rules;
use super::tense::{Tense, tense};
use super::timex;
use crate::analysis::{Anchor, DateType, Rule, Sure};

/// What an expression means, as far as it can be known.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    pub kind: DateType,
    pub value: Option<String>,
    pub days: Option<(Date, Date)>,
    pub anchor: Option<Anchor>,
    pub rule: Rule,
    pub sure: Sure,
}

/// A place in the calendar, and how it was found.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    period: Option<Period>,
    anchor: Option<Anchor>,
    rule: Rule,
    sure: Sure,
}

impl Place {
    fn said(period: Option<Period>, rule: Rule) -> Place {
        let rule = if period.is_some() { rule } else { rules::IMPOSSIBLE };
        let sure = if period.is_some() { Sure::Sure } else { Sure::Doubtful };
        Place { period, anchor: None, rule, sure }
    }

    fn published(period: Option<Period>, rule: Rule) -> Place {
        Place { period, anchor: Some(Anchor::Publication), rule, sure: Sure::Likely }
    }

    fn text(period: Option<Period>, rule: Rule) -> Place {
        match period {
            Some(_) => Place { period, anchor: Some(Anchor::Text), rule, sure: Sure::Likely },
            None => Place::unknown(rules::NO_ANTECEDENT),
        }
    }

    fn unknown(rule: Rule) -> Place {
        Place { period: None, anchor: None, rule, sure: Sure::Doubtful }
    }
}

/// Resolves the expressions of one document in their order, and remembers what later ones build on.
pub struct Resolver {
    reference: Option<Reference>,
    /// The text tells of other years than its own: its dates follow one another.
    narrative: bool,
    /// `04/05` is 5 April, where the text shows which.
    month_first: Option<bool>,
    /// The time last placed, and its sentence.
    focus: Option<(Period, usize)>,
    /// The day last placed.
    day: Option<(Date, usize)>,
    /// The year last said in full, and its sentence.
    year: Option<(i16, usize)>,
    quarter: Option<(Period, usize)>,
}

/// Where an expression stands.
pub struct Context<'a> {
    pub cursor: &'a Cursor<'a>,
    pub sentence: usize,
    /// The day on which the quotation around it was spoken.
    pub spoken: Option<Date>,
}

/// A day without its year is the nearest; so many days off, the tense around it is asked too.
const FAR: i32 = 90;

/// A year so far from the story's own is an aside.
const ASIDE: i16 = 25;

/// A quarter is remembered for so many sentences.
const QUARTER_REACH: usize = 15;

impl Resolver {
    pub fn new(reference: Option<Reference>, expressions: &[(usize, Expression)]) -> Self {
        Resolver {
            reference,
            narrative: is_narrative(reference, expressions),
            month_first: month_first(expressions),
            focus: None,
            day: None,
            year: None,
            quarter: None,
        }
    }

    pub fn resolve(&mut self, expression: &Expression, context: &Context) -> Resolved {
        match &expression.meaning {
            Meaning::Duration(parts) => {
                plain(DateType::Duration, timex::duration(parts), rules::DURATION, Sure::Sure)
            }
            Meaning::Set(value) => plain(DateType::Set, value.clone(), rules::SET, Sure::Sure),
            Meaning::Vague(vague) => vague_reference(*vague, rules::VAGUE),
            Meaning::Away { amount: Amount::Some, sign, .. } => {
                let vague = if *sign < 0 { Vague::Past } else { Vague::Future };
                vague_reference(vague, rules::VAGUE_AMOUNT)
            }
            Meaning::Away { amount: Amount::Exactly(number), unit, sign, from } if unit.is_clock() => {
                self.clock_away(*number * f64::from(*sign), *unit, *from)
            }
            _ => {
                let place = self.place(expression, context);
                self.remember(expression, place, context);
                finish(expression, place)
            }
        }
    }

    fn place(&self, expression: &Expression, context: &Context) -> Place {
        match expression.meaning {
            Meaning::Calendar(date) => self.calendar(date, expression, context),
            Meaning::Numeric { first, second, year } => self.numeric(first, second, year),
            Meaning::Decade(decade) => Place::said(Some(Period::Decade(decade)), rules::DECADE),
            Meaning::Century(century) => Place::said(Some(Period::Century(century)), rules::CENTURY),
            Meaning::Near { unit, shift, from: From::Text } => self.near_text(unit, shift),
            Meaning::Near { unit, shift, from: From::Story } if self.narrative => self.near_text(unit, shift),
            Meaning::Away { amount: Amount::Exactly(number), unit, sign, from: From::Text } => {
                self.later(number * f64::from(sign), unit, context)
            }
            Meaning::Time => self.time(expression.time, context),
            Meaning::LatestQuarter { .. } | Meaning::YearBefore { .. } | Meaning::Quarter { .. } | Meaning::Half { .. } => {
                self.fiscal(&expression.meaning, context)
            }
            Meaning::Season { season, year, relation } => self.season(season, year, relation, context),
            Meaning::OfMonth { nth, weekday, date } => self.of_month(nth, weekday, date, expression, context),
            Meaning::Holiday { holiday: holiday @ Holiday::Once { year, .. }, .. } => {
                Place::said(holiday.in_year(year).map(Period::Day), rules::EVENT)
            }
            Meaning::Holiday { holiday, year, relation } => {
                let place = |year| holiday.in_year(year);
                let rules = [rules::HOLIDAY_YEAR, rules::HOLIDAY];
                self.yearly(&place, (year, relation), &expression.tokens, context, rules)
            }
            _ => match self.reference {
                Some(reference) => self.published(expression, context, reference.date),
                None => Place::unknown(rules::NO_REFERENCE),
            },
        }
    }

    /// What is reckoned from the day of publication and nothing else.
    fn published(&self, expression: &Expression, context: &Context, today: Date) -> Place {
        match expression.meaning {
            Meaning::Weekday { weekday, relation, week } => {
                let future = || tense(context.cursor, &expression.tokens) == Tense::Future;
                weekday_place(today, weekday, relation, week, future)
            }
            Meaning::Near { unit: Unit::Weekend, shift: 0, .. } => {
                let future = context.cursor.is(expression.tokens.start, "this")
                    || tense(context.cursor, &expression.tokens) == Tense::Future;
                let back = if future || iso(today) >= 6 { 0 } else { -1 };
                Place::published(Period::Weekend(today).shift(back), rules::WEEKEND)
            }
            Meaning::Near { unit, shift, .. } => match context.spoken {
                Some(day) if unit == Unit::Day => {
                    Place::text(Period::Day(day).shift(shift), rules::IN_QUOTE)
                }
                _ => Place::published(near(today, unit, shift), rules::NEAR),
            },
            Meaning::Away { amount: Amount::Exactly(number), unit, sign, .. } => {
                self.ago(number * f64::from(sign), unit, today, context)
            }
            Meaning::Overnight => Place::published(Period::Day(today).shift(-1), rules::OVERNIGHT),
            _ => Place::unknown(rules::NO_REFERENCE),
        }
    }

    // --- the calendar -----------------------------------------------------------------------------

    fn calendar(&self, date: Calendar, expression: &Expression, context: &Context) -> Place {
        let year = match date.year {
            Year::Is(year) => year,
            Year::FromNow(shift) => match self.reference {
                Some(reference) => {
                    let year = reference.date.year() + shift as i16;
                    return Place { sure: Sure::Likely, ..Place::published(whole(year, date), rules::NEAR) };
                }
                None => return Place::unknown(rules::NO_REFERENCE),
            },
            Year::Same => match self.story_year() {
                Some(year) => return Place::text(whole(year, date), rules::NEAR_TEXT),
                None => return Place::unknown(rules::NO_ANTECEDENT),
            },
            Year::Unsaid => return self.partial(date, expression, context),
        };
        let rule = if date.day.is_some() { rules::FULL_DATE } else { rules::YEAR_SAID };
        Place::said(whole(year, date), rule)
    }

    /// A date without its year.
    fn partial(&self, date: Calendar, expression: &Expression, context: &Context) -> Place {
        match (date.month, date.day) {
            (None, Some(day)) => match (date.relation, self.reference) {
                (Some(relation), Some(reference)) => day_of_near_month(day, relation, reference.date),
                (Some(_), None) => Place::unknown(rules::NO_REFERENCE),
                (None, _) => self.day_number(day, date.weekday),
            },
            (Some(_), Some(_)) => {
                let place = |year| match whole(year, date) {
                    Some(Period::Day(day)) => Some(day),
                    _ => None,
                };
                self.yearly(
                    &place,
                    (Year::Unsaid, date.relation),
                    &expression.tokens,
                    context,
                    [rules::FULL_DATE, rules::NEAREST],
                )
            }
            (Some(month), None) => self.month(month, date.relation, expression, context),
            (None, None) => Place::unknown(rules::IMPOSSIBLE),
        }
    }

    /// What the words around a day without its year say of it, where the nearest is far off.
    fn told_tense(&self, tokens: &Range<usize>, context: &Context) -> Tense {
        if context.cursor.any(tokens.start.wrapping_sub(1), &["since", "ended", "dated"]) {
            return Tense::Past;
        }
        tense(context.cursor, tokens)
    }

    /// A day that every year has: in the year that is said, that runs, or that brings it nearest.
    fn yearly(
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
                return Place::published(in_year(reference.date.year() + shift as i16), rules::NEAR);
            }
            (Year::Same, _) => return Place::text(self.story_year().and_then(in_year), rules::NEAR_TEXT),
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
                let day = candidates.clone().min_by_key(|day| distance(day).abs());
                match day.filter(|day| distance(day).abs() > FAR).map(|day| (day, self.told_tense(tokens, context))) {
                    Some((day, Tense::Past)) if day > today => {
                        (candidates.filter(|day| distance(day) <= 0).max(), rules::DAY_PAST)
                    }
                    Some((day, Tense::Future)) if day < today => {
                        (candidates.filter(|day| distance(day) >= 0).min(), rules::DAY_FUTURE)
                    }
                    _ => (day, nearest),
                }
            }
        };
        match chosen {
            Some(day) => Place::published(Some(Period::Day(day)), rule),
            None => Place::said(None, rules::IMPOSSIBLE),
        }
    }

    /// The year for a date that names none, from the words before it.
    fn running_year(&self, context: &Context, place: &dyn Fn(i16) -> Option<Date>) -> Option<(i16, Rule)> {
        if let Some((year, _)) = self.year.filter(|&(_, sentence)| sentence == context.sentence) {
            return Some((self.advanced(year, place), rules::SENTENCE_YEAR));
        }
        let year = self.story_year().filter(|_| self.narrative)?;
        Some((self.advanced(year, place), rules::RUNNING_YEAR))
    }

    /// The year after, where a story that was in its last months names one of the first.
    fn advanced(&self, year: i16, place: &dyn Fn(i16) -> Option<Date>) -> i16 {
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

    /// The year of the time that the text last placed.
    fn story_year(&self) -> Option<i16> {
        self.focus.and_then(|(period, _)| period.days()).map(|(first, _)| first.year())
    }

    /// Whether a bare year is a look back or ahead from a story, and not its next step.
    fn is_aside(&self, period: Period) -> bool {
        let Period::Year(year) = period else { return false };
        self.story_year().is_some_and(|story| (story - year).abs() > ASIDE)
    }

    fn month(&self, month: i8, relation: Option<Relation>, expression: &Expression, context: &Context) -> Place {
        let in_year = |year| Some(Period::Month(year, month));
        let first = |year| Date::new(year, month, 1).ok();
        if relation.is_none()
            && let Some((year, rule)) = self.running_year(context, &first)
        {
            return Place::text(in_year(year), rule);
        }
        if relation == Some(Relation::That) {
            return Place::text(self.story_year().and_then(in_year), rules::NEAR_TEXT);
        }
        let Some(reference) = self.reference else { return Place::unknown(rules::NO_REFERENCE) };
        let (year, now) = (reference.date.year(), reference.date.month());
        let (year, rule) = match relation {
            Some(Relation::Last | Relation::Past | Relation::Previous) => {
                (year - i16::from(month >= now), rules::LAST)
            }
            Some(Relation::Next | Relation::Coming) => (year + i16::from(month <= now), rules::NEXT),
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

    /// `the last Friday of June`
    fn of_month(
        &self,
        nth: i8,
        weekday: Option<i8>,
        date: Calendar,
        expression: &Expression,
        context: &Context,
    ) -> Place {
        let place = self.calendar(date, expression, context);
        let Some((first, last)) = place.period.and_then(Period::days) else { return place };
        let day = match weekday.map(jiff::civil::Weekday::from_monday_one_offset) {
            Some(weekday) => weekday.and_then(|weekday| first.nth_weekday_of_month(nth, weekday)).ok(),
            None if nth < 0 => Some(last),
            None => add(first, 0, i32::from(nth) - 1).filter(|day| *day <= last),
        };
        match day {
            Some(day) => Place { period: Some(Period::Day(day)), ..place },
            None => Place::unknown(rules::IMPOSSIBLE),
        }
    }

    /// `the 25th`, `Saturday (23)`
    fn day_number(&self, day: i8, weekday: Option<i8>) -> Place {
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
        let chosen = candidates.min_by_key(|&day| {
            (weekday.is_some_and(|weekday| weekday != iso(day)), days_between(today, day).abs())
        });
        Place::published(chosen.map(Period::Day), rules::DAY_NUMBER)
    }

    fn numeric(&self, first: i8, second: i8, year: i16) -> Place {
        let month_first = Date::new(year, first, second).ok();
        let day_first = Date::new(year, second, first).ok();
        let published = self.reference.map(|reference| reference.date);
        let is_published = published.is_some() && (month_first == published || day_first == published);
        let chosen = match self.month_first.filter(|_| first <= 12 && second <= 12) {
            _ if first == second || first > 12 => day_first,
            _ if second > 12 => month_first,
            Some(true) => month_first,
            Some(false) => day_first,
            None if is_published => published,
            None => return Place::unknown(rules::NUMERIC_AMBIGUOUS),
        };
        Place::said(chosen.map(Period::Day), rules::NUMERIC_ORDER)
    }

    fn season(&self, season: Season, year: Year, relation: Option<Relation>, context: &Context) -> Place {
        let in_year = |year| Some(Period::Season(year, season));
        let year = match (year, relation) {
            (Year::Is(year), _) => return Place::said(in_year(year), rules::YEAR_SAID),
            (Year::Same, _) | (_, Some(Relation::That)) => {
                return Place::text(self.story_year().and_then(in_year), rules::NEAR_TEXT);
            }
            (year, _) => year,
        };
        let first = |year| in_year(year)?.days().map(|(first, _)| first);
        if relation.is_none()
            && year == Year::Unsaid
            && let Some((year, rule)) = self.running_year(context, &first)
        {
            return Place::text(in_year(year), rule);
        }
        let Some(reference) = self.reference else { return Place::unknown(rules::NO_REFERENCE) };
        let today = reference.date;
        if let Year::FromNow(shift) = year {
            return Place::published(in_year(today.year() + shift as i16), rules::NEAR);
        }
        let begun = first(today.year()).is_some_and(|first| first <= today);
        let latest = if begun { today.year() } else { today.year() - 1 };
        let running = in_year(latest).and_then(Period::days).is_some_and(|(_, last)| today <= last);
        let (year, rule) = match relation {
            Some(Relation::Last | Relation::Past | Relation::Previous) => {
                (latest - i16::from(running), rules::LAST)
            }
            Some(Relation::Next | Relation::Coming) => (latest + 1, rules::NEXT),
            Some(_) if !running => (today.year(), rules::THIS),
            _ => (latest, rules::SEASON),
        };
        Place::published(in_year(year), rule)
    }

    // --- quarters ---------------------------------------------------------------------------------

    fn fiscal(&self, meaning: &Meaning, context: &Context) -> Place {
        let recent = self.recent_quarter(context);
        let (number, year, per) = match *meaning {
            Meaning::Quarter { number, year, .. } => (number, year, 4),
            Meaning::Half { number, year } => (number, year, 2),
            Meaning::YearBefore { .. } if recent.is_some() => {
                return Place::text(recent.and_then(|quarter| quarter.shift(-4)), rules::YEAR_BEFORE);
            }
            Meaning::LatestQuarter { named: true } if recent.is_some() => {
                return Place::text(recent, rules::LATEST_QUARTER);
            }
            _ => return self.unnamed_quarter(meaning),
        };
        let in_year = |year| if per == 4 { Period::Quarter(year, number) } else { Period::Half(year, number) };
        let reference = self.reference.map(|reference| reference.date);
        match (year, reference) {
            (Year::Is(year), _) => Place::said(Some(in_year(year)), rules::YEAR_SAID),
            (Year::Same, _) => Place::text(self.story_year().map(in_year), rules::NEAR_TEXT),
            (_, None) => Place::unknown(rules::NO_REFERENCE),
            (Year::FromNow(shift), Some(today)) => {
                let year = today.year() + shift as i16;
                Place::published(Some(in_year(year)), rules::NEAR)
            }
            (Year::Unsaid, Some(today)) => {
                let begun = in_year(today.year()).days().is_some_and(|(first, _)| first <= today);
                let year = today.year() - i16::from(!begun);
                Place::published(Some(in_year(year)), rules::QUARTER)
            }
        }
    }

    /// `the latest quarter`, `a year earlier`, where no quarter was named before.
    fn unnamed_quarter(&self, meaning: &Meaning) -> Place {
        let Some(reference) = self.reference else { return Place::unknown(rules::NO_REFERENCE) };
        let unit = match meaning {
            Meaning::YearBefore { quarter: false } => Unit::Year,
            _ => Unit::Quarter,
        };
        let back = if let Meaning::YearBefore { quarter: true } = meaning { -5 } else { -1 };
        let period = Period::holding(reference.date, unit).and_then(|period| period.shift(back));
        Place::published(period, rules::LATEST_QUARTER)
    }

    fn recent_quarter(&self, context: &Context) -> Option<Period> {
        let near = |sentence: usize| context.sentence - sentence <= QUARTER_REACH;
        self.quarter.filter(|&(_, sentence)| near(sentence)).map(|(quarter, _)| quarter)
    }

    // --- reckoned from another time ---------------------------------------------------------------

    fn ago(&self, number: f64, unit: Unit, today: Date, context: &Context) -> Place {
        if unit == Unit::Year && number == -1.0 && let Some(quarter) = self.recent_quarter(context) {
            return Place::text(quarter.shift(-4), rules::YEAR_BEFORE);
        }
        Place::published(moved(Period::Day(today), number, unit), rules::AGO)
    }

    fn later(&self, number: f64, unit: Unit, context: &Context) -> Place {
        if unit == Unit::Year && number == -1.0 && let Some(quarter) = self.recent_quarter(context) {
            return Place::text(quarter.shift(-4), rules::YEAR_BEFORE);
        }
        let focus = self.focus_for(unit);
        if focus.is_none() && unit >= Unit::Month && let Some(reference) = self.reference {
            let period = moved(Period::Day(reference.date), number, unit);
            return Place { sure: Sure::Doubtful, ..Place::published(period, rules::NEAR) };
        }
        Place::text(focus.and_then(|focus| moved(focus, number, unit)), rules::LATER)
    }

    /// `that day`, `the following month`
    fn near_text(&self, unit: Unit, shift: i32) -> Place {
        let focus = self.focus_for(unit);
        if focus.is_none() && unit >= Unit::Week && let Some(reference) = self.reference {
            let place = Place::published(near(reference.date, unit, shift), rules::NEAR);
            return Place { sure: Sure::Doubtful, ..place };
        }
        let period = focus.and_then(Period::days).and_then(|(first, _)| near(first, unit, shift));
        Place::text(period, rules::NEAR_TEXT)
    }

    /// The time last placed that is fine enough to count a unit from.
    fn focus_for(&self, unit: Unit) -> Option<Period> {
        let (focus, sentence) = self.focus?;
        if focus.unit() <= unit {
            return Some(focus);
        }
        // A wider time in between (`the war of that year`) hides a day only where it is another's.
        let (day, at) = self.day?;
        (sentence - at <= 2).then_some(Period::Day(day))
    }

    fn time(&self, time: Option<TimeOfDay>, context: &Context) -> Place {
        let here = self.day.filter(|&(_, sentence)| sentence == context.sentence);
        let clock = matches!(time, Some(TimeOfDay::Clock(_)));
        let rule = if clock { rules::CLOCK } else { rules::PART_OF_DAY };
        if let Some((day, _)) = here.or(self.day.filter(|_| clock && self.narrative)) {
            return Place::text(Some(Period::Day(day)), rule);
        }
        match self.reference {
            Some(reference) if clock => Place::published(Some(Period::Day(reference.date)), rule),
            Some(_) => Place::unknown(rules::NO_ANTECEDENT),
            None => Place::unknown(rules::NO_REFERENCE),
        }
    }

    fn clock_away(&self, number: f64, unit: Unit, from: From) -> Resolved {
        let seconds = match unit {
            Unit::Hour => 3600.0,
            Unit::Minute => 60.0,
            _ => 1.0,
        };
        let now = self.reference.and_then(|reference| Some(reference.date.to_datetime(reference.time?)));
        let span = jiff::SignedDuration::from_secs((number * seconds) as i64);
        let moment = now.filter(|_| from == From::Publication).and_then(|now| now.checked_add(span).ok());
        let rule = match (from, moment) {
            (From::Text, _) => rules::NO_ANTECEDENT,
            (_, None) => rules::NO_MINUTE,
            _ => rules::AGO,
        };
        Resolved {
            kind: DateType::Time,
            value: moment.map(|at| format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute())),
            days: moment.map(|at| (at.date(), at.date())),
            anchor: moment.map(|_| Anchor::Publication),
            rule,
            sure: if moment.is_some() { Sure::Likely } else { Sure::Doubtful },
        }
    }

    fn remember(&mut self, expression: &Expression, place: Place, context: &Context) {
        let Some(period) = place.period else { return };
        let sentence = context.sentence;
        // What a history says of its own day, or of a year far off, leaves the story where it was.
        if self.narrative && (place.anchor == Some(Anchor::Publication) || self.is_aside(period)) {
            return;
        }
        self.focus = Some((period, sentence));
        if let Period::Day(day) = period {
            self.day = Some((day, sentence));
        }
        if let Meaning::Calendar(Calendar { year: Year::Is(year), .. }) = expression.meaning {
            self.year = Some((year, sentence));
        }
        if let (Period::Quarter(..), Meaning::Quarter { .. } | Meaning::LatestQuarter { .. }) = (period, &expression.meaning) {
            self.quarter = Some((period, sentence));
        }
    }

    /// The day of an expression that names one, for the words quoted near it; nothing is remembered.
    pub fn day_of(&self, expression: &Expression, context: &Context) -> Option<Date> {
        match self.place(expression, context).period {
            Some(Period::Day(day)) => Some(day),
            _ => None,
        }
    }
}

/// The period that a calendar date names in a year.
fn whole(year: i16, date: Calendar) -> Option<Period> {
    match (date.month, date.day) {
        (Some(month), Some(day)) => Date::new(year, month, day).ok().map(Period::Day),
        (Some(month), None) => Some(Period::Month(year, month)),
        _ => Some(Period::Year(year)),
    }
}

/// `the 4th of this month`
fn day_of_near_month(day: i8, relation: Relation, today: Date) -> Place {
    let shift = match relation {
        Relation::Last | Relation::Past | Relation::Previous => -1,
        Relation::Next | Relation::Coming | Relation::Following => 1,
        _ => 0,
    };
    let month = Period::Month(today.year(), today.month()).shift(shift).and_then(Period::days);
    let day = month.and_then(|(first, _)| Date::new(first.year(), first.month(), day).ok());
    Place::published(day.map(Period::Day), rules::NEAR)
}

fn near(day: Date, unit: Unit, shift: i32) -> Option<Period> {
    let factor = if unit == Unit::Fortnight { 2 } else { 1 };
    Period::holding(day, unit)?.shift(shift.checked_mul(factor)?)
}

/// A number of units from a period, at the unit's grain.
fn moved(from: Period, number: f64, unit: Unit) -> Option<Period> {
    if number.abs() > 1e6 {
        return None;
    }
    let (first, _) = from.days()?;
    if number.fract() != 0.0 && unit == Unit::Year {
        return Period::holding(add(first, (number * 12.0) as i32, 0)?, Unit::Month);
    }
    near(first, unit, number.round() as i32)
}

fn weekday_place(
    today: Date,
    weekday: i8,
    relation: Option<Relation>,
    week: Option<i32>,
    future: impl Fn() -> bool,
) -> Place {
    let ahead = i32::from((weekday - iso(today)).rem_euclid(7));
    let behind = (7 - ahead) % 7;
    let in_week = |weeks: i32| i32::from(weekday - iso(today)) + 7 * weeks;
    let (days, rule) = match (relation, week) {
        (_, Some(weeks)) => (in_week(weeks), rules::WEEKDAY_WEEK),
        (Some(Relation::Last | Relation::Past | Relation::Previous), _) => {
            (if behind == 0 { -7 } else { -behind }, rules::LAST)
        }
        (Some(Relation::Next | Relation::Coming | Relation::Following), _) => {
            (if ahead == 0 { 7 } else { ahead }, rules::NEXT)
        }
        (Some(Relation::This), _) => (in_week(0), rules::THIS),
        _ if future() => (ahead, rules::WEEKDAY_FUTURE),
        _ => (-behind, rules::WEEKDAY_PAST),
    };
    Place::published(Period::Day(today).shift(days), rule)
}

fn plain(kind: DateType, value: String, rule: Rule, sure: Sure) -> Resolved {
    Resolved { kind, value: Some(value), days: None, anchor: None, rule, sure }
}

fn vague_reference(vague: Vague, rule: Rule) -> Resolved {
    let value = match vague {
        Vague::Past => "PAST_REF",
        Vague::Present => "PRESENT_REF",
        Vague::Future => "FUTURE_REF",
    };
    plain(DateType::Date, value.to_owned(), rule, Sure::Doubtful)
}

fn finish(expression: &Expression, place: Place) -> Resolved {
    let kind = if expression.time.is_some() { DateType::Time } else { DateType::Date };
    let time = expression.time.map(timex::time).unwrap_or_default();
    let mut days = place.period.and_then(Period::days);
    // A night runs into the next morning.
    if let (Some(TimeOfDay::Part(DayPart::Night)), Some((first, last))) = (expression.time, days) {
        days = Some((first, add(last, 0, 1).unwrap_or(last)));
    }
    Resolved {
        kind,
        value: place.period.map(|period| period.timex() + &time),
        days,
        anchor: place.anchor,
        rule: place.rule,
        sure: place.sure,
    }
}

/// Whether a text tells of another time than its own: it names years, months and days of other years far
/// more often than weekdays, `yesterday` or `last week`.
fn is_narrative(reference: Option<Reference>, expressions: &[(usize, Expression)]) -> bool {
    let now = reference.map(|reference| reference.date.year());
    let (mut told, mut current) = (0, 0);
    for (_, expression) in expressions {
        match expression.meaning {
            Meaning::Calendar(Calendar { year: Year::Is(year), .. }) => {
                let other = now.is_none_or(|now| !(now - 1..=now + 1).contains(&year));
                told += usize::from(other);
            }
            Meaning::Weekday { .. }
            | Meaning::Quarter { .. }
            | Meaning::Overnight
            | Meaning::Near { from: From::Publication, .. }
            | Meaning::Away { from: From::Publication, .. } => current += 1,
            _ => {}
        }
    }
    told >= 4 && told > 2 * current
}

/// Which number is the month, as the other numeric dates of the text show.
fn month_first(expressions: &[(usize, Expression)]) -> Option<bool> {
    let orders = expressions.iter().filter_map(|(_, expression)| match expression.meaning {
        Meaning::Numeric { first, second, .. } if first > 12 && second <= 12 => Some(false),
        Meaning::Numeric { first, second, .. } if second > 12 && first <= 12 => Some(true),
        _ => None,
    });
    // All that show an order must show the same.
    let mut orders = orders.peekable();
    let first = *orders.peek()?;
    orders.all(|order| order == first).then_some(first)
}
