//! What is reckoned from the day of publication, or from the time named before it.

use jiff::civil::Date;

use super::{Context, Place, Resolved, Resolver};
use crate::analysis::{Anchor, DateType, Sure};
use crate::dates::expression::{Amount, Clock, Expression, From, Meaning, TimeOfDay};
use crate::dates::lexicon::Relation;
use crate::dates::period::{Period, Unit, add, iso};
use crate::dates::rules;
use crate::dates::tense::{Tense, tense};

/// Seconds.
const DAY: i64 = 24 * 60 * 60;

/// So many sentences after a day, `the following Monday` still looks to it.
const BESIDE: usize = 2;

impl Resolver {
    /// `the following Monday`, `the next Friday`, `that Sunday`: beside the day named before it.
    pub(super) fn beside(&self, expression: &Expression, context: &Context) -> Option<Place> {
        let Meaning::Weekday { weekday, relation: Some(relation), week: None } = expression.meaning
        else {
            return None;
        };
        let the = context.cursor.is(expression.tokens.start, "the");
        let (day, sentence) = self.day?;
        if context.sentence - sentence > BESIDE {
            return None;
        }
        let ahead = i32::from((weekday - iso(day)).rem_euclid(7));
        let shift = match relation {
            Relation::Following | Relation::Next if the => 7 - (7 - ahead) % 7,
            Relation::Previous if the => ahead - 7,
            Relation::That => i32::from(weekday - iso(day)),
            _ => return None,
        };
        Some(Place::text(Period::Day(day).shift(shift), rules::NEAR_TEXT))
    }

    /// What is reckoned from the day of publication and nothing else.
    pub(super) fn published(
        &self,
        expression: &Expression,
        context: &Context,
        today: Date,
    ) -> Place {
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
            Meaning::DayOfEvent { .. } => {
                Place::published(Some(Period::Day(today)), rules::DAY_OF_EVENT_NOW)
            }
            Meaning::Overnight => Place::published(Period::Day(today).shift(-1), rules::OVERNIGHT),
            _ => Place::unknown(rules::NO_REFERENCE),
        }
    }

    pub(super) fn ago(&self, number: f64, unit: Unit, today: Date, context: &Context) -> Place {
        if let Some(place) = self.year_before(number, unit, context) {
            return place;
        }
        Place::published(moved(Period::Day(today), number, unit), rules::AGO)
    }

    /// `a year earlier`, said beside a quarter: that quarter of the year before.
    fn year_before(&self, number: f64, unit: Unit, context: &Context) -> Option<Place> {
        let quarter = self.recent_quarter(context).filter(|_| unit == Unit::Year && number == -1.0);
        quarter.map(|quarter| Place::text(quarter.shift(-4), rules::YEAR_BEFORE))
    }

    /// The day of publication for what is counted from a time named before it, where the text names none and
    /// the words do not tell that it lies elsewhere.
    fn only_publication(
        &self,
        back: bool,
        expression: &Expression,
        context: &Context,
    ) -> Option<Date> {
        let fits = match tense(context.cursor, &expression.tokens) {
            Tense::Past => back,
            Tense::Future => !back,
            Tense::Unknown => !context.cursor.has_verb(),
        };
        let today = self.reference?.date;
        (self.focus.is_none() && fits).then_some(today)
    }

    pub(super) fn later(
        &self,
        number: f64,
        unit: Unit,
        expression: &Expression,
        context: &Context,
    ) -> Place {
        if let Some(place) = self.year_before(number, unit, context) {
            return place;
        }
        if let Some(focus) = self.focus_for(unit, context) {
            return Place::text(moved(focus, number, unit), rules::LATER);
        }
        let told = number < 0.0 || tense(context.cursor, &expression.tokens) != Tense::Past;
        let today = match self.reference {
            Some(reference) if unit >= Unit::Month && told => Some(reference.date),
            _ => self.only_publication(number < 0.0, expression, context),
        };
        perhaps_published(today, |today| moved(Period::Day(today), number, unit))
    }

    /// `that day`, `the following month`
    pub(super) fn near_text(
        &self,
        unit: Unit,
        shift: i32,
        expression: &Expression,
        context: &Context,
    ) -> Place {
        if let Some(focus) = self.focus_for(unit, context) {
            let period = focus.days().and_then(|(first, _)| near(first, unit, shift));
            return Place::text(period, rules::NEAR_TEXT);
        }
        let today = match self.reference {
            Some(reference) if unit >= Unit::Week => Some(reference.date),
            _ if shift != 0 => self.only_publication(shift < 0, expression, context),
            _ => None,
        };
        perhaps_published(today, |today| near(today, unit, shift))
    }

    /// The time last placed that is fine enough to count a unit from.
    pub(super) fn focus_for(&self, unit: Unit, context: &Context) -> Option<Period> {
        // `It came out in 1724. Two years later`: an aside counts for the sentence after it.
        if let Some((said, at)) = self.said
            && context.sentence - at <= 1
            && said.unit() <= unit
        {
            return Some(said);
        }
        let (focus, sentence) = self.focus?;
        if focus.unit() <= unit {
            return Some(focus);
        }
        // A wider time in between (`the war of that year`) hides a day only where it is another's.
        let (day, at) = self.day?;
        (sentence - at <= 2).then_some(Period::Day(day))
    }

    pub(super) fn time(&self, expression: &Expression, context: &Context) -> Place {
        let time = expression.time;
        let here = self.day.filter(|&(_, sentence)| sentence == context.sentence);
        let clock = matches!(time, Some(TimeOfDay::Clock(_)));
        if self.names_longer_time(context) {
            return Place::unknown(rules::TIME_ALONE);
        }
        let rule = if clock { rules::CLOCK } else { rules::PART_OF_DAY };
        if let Some((day, _)) = here.or(self.day.filter(|_| clock && self.narrative)) {
            return Place::text(Some(Period::Day(day)), rule);
        }
        match self.reference {
            // `The deadline is midnight`: the end of the day, not its start.
            Some(reference) if is_midnight(time) && !self.past(expression, context) => {
                Place::published(Period::Day(reference.date).shift(1), rule)
            }
            Some(reference) if clock => Place::published(Some(Period::Day(reference.date)), rule),
            Some(_) => Place::unknown(rules::TIME_ALONE),
            None => Place::unknown(rules::NO_REFERENCE),
        }
    }

    fn past(&self, expression: &Expression, context: &Context) -> bool {
        tense(context.cursor, &expression.tokens) == Tense::Past
    }

    /// Whether the sentence names a week, a month or longer and no day: `next month at 6 p.m.`
    fn names_longer_time(&self, context: &Context) -> bool {
        let here = |sentence: usize| sentence == context.sentence;
        let day = self.day.is_some_and(|(_, sentence)| here(sentence));
        !day && self.focus.is_some_and(|(period, sentence)| {
            here(sentence) && period.unit() > Unit::Day && self.reference.is_some()
        })
    }

    pub(super) fn clock_away(&self, number: f64, unit: Unit, from: From) -> Resolved {
        let seconds = match unit {
            Unit::Hour => 3600.0,
            Unit::Minute => 60.0,
            _ => 1.0,
        };
        let now = self.reference.and_then(|reference| Some((reference.date, reference.time?)));
        let moment = now.filter(|_| from == From::Publication).and_then(|(today, time)| {
            let minutes = i64::from(time.hour()) * 60 + i64::from(time.minute());
            let moved = minutes * 60 + i64::from(time.second()) + (number * seconds) as i64;
            let day = add(today, 0, moved.div_euclid(DAY).try_into().ok()?)?;
            Some((day, moved.rem_euclid(DAY) / 60))
        });
        let rule = match (from, moment) {
            (From::Text, _) => rules::NO_ANTECEDENT,
            (_, None) => rules::NO_MINUTE,
            _ => rules::AGO,
        };
        Resolved {
            kind: DateType::Time,
            value: moment
                .map(|(day, minute)| format!("{day}T{:02}:{:02}", minute / 60, minute % 60)),
            days: moment.map(|(day, _)| (day, day)),
            anchor: moment.map(|_| Anchor::Publication),
            rule,
            sure: if moment.is_some() { Sure::Likely } else { Sure::Doubtful },
            ..Resolved::unknown()
        }
    }
}

/// What is counted from a time named before it, where there is none and the day of publication may be meant.
fn perhaps_published(today: Option<Date>, count: impl FnOnce(Date) -> Option<Period>) -> Place {
    match today {
        Some(today) => {
            Place { sure: Sure::Doubtful, ..Place::published(count(today), rules::NEAR) }
        }
        None => Place::unknown(rules::NO_ANTECEDENT),
    }
}

fn is_midnight(time: Option<TimeOfDay>) -> bool {
    matches!(time, Some(TimeOfDay::Clock(Clock { hour: 0, minute: Some(0) | None, .. })))
}

pub(super) fn near(day: Date, unit: Unit, shift: i32) -> Option<Period> {
    let factor = if unit == Unit::Fortnight { 2 } else { 1 };
    Period::holding(day, unit)?.shift(shift.checked_mul(factor)?)
}

/// A number of units from a period, at the unit's grain.
pub(super) fn moved(from: Period, number: f64, unit: Unit) -> Option<Period> {
    if number.abs() > 1e6 {
        return None;
    }
    let (first, _) = from.days()?;
    if number.fract() != 0.0 && unit == Unit::Year {
        return Period::holding(add(first, (number * 12.0) as i32, 0)?, Unit::Month);
    }
    near(first, unit, number.round() as i32)
}

pub(super) fn weekday_place(
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
        (Some(Relation::Last | Relation::Past), _) => {
            (if behind == 0 { -7 } else { -behind }, rules::LAST)
        }
        (Some(Relation::Coming), _) => (if ahead == 0 { 7 } else { ahead }, rules::NEXT),
        (Some(Relation::Previous), _) => (in_week(-1), rules::WEEK_BEFORE),
        (Some(Relation::Next | Relation::Following), _) => (in_week(1), rules::WEEK_AFTER),
        (Some(Relation::This), _) => (in_week(0), rules::THIS),
        _ if future() => (ahead, rules::WEEKDAY_FUTURE),
        _ => (-behind, rules::WEEKDAY_PAST),
    };
    Place::published(Period::Day(today).shift(days), rule)
}
