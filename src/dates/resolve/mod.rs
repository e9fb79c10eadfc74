//! Expressions -> days, reckoned from the day of publication or from the times named before.

mod calendar;
mod compound;
mod evidence;
mod numeric;
mod part_of_year;
mod relative;

use jiff::civil::Date;

use super::cursor::Cursor;
use super::edtf;
use super::expression::{Amount, Calendar, Expression, From, Meaning, TimeOfDay, Year};
use super::holiday::Holiday;
use super::lexicon::Vague;
use super::period::{DayPart, Period, add};
use super::reference::Reference;
use super::rules;
use super::timex;
use crate::analysis::{Anchor, DateType, Rule, Sure};
use numeric::Numbers;

/// What an expression means, as far as it can be known.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved {
    /// Where it lies, as far as one place is meant.
    pub place: Place,
    pub kind: DateType,
    pub value: Option<String>,
    pub edtf: Option<String>,
    pub days: Option<(Date, Date)>,
    pub anchor: Option<Anchor>,
    pub rule: Rule,
    pub sure: Sure,
}

impl Resolved {
    pub fn unknown() -> Self {
        let place = Place::unknown(rules::NO_ANTECEDENT);
        let (rule, sure) = (place.rule, place.sure);
        let kind = DateType::Date;
        Resolved { place, kind, value: None, edtf: None, days: None, anchor: None, rule, sure }
    }
}

/// A place in the calendar, and how it was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub period: Option<Period>,
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

    /// Another period, found in the same way.
    pub fn moved_to(self, period: Period) -> Place {
        Place { period: Some(period), ..self }
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
    /// The year last said in full, and the token after it.
    year: Option<(i16, usize)>,
    /// The token after the expression last placed.
    end: usize,
    quarter: Option<(Period, usize)>,
    /// The time last said, though it be an aside from the story.
    said: Option<(Period, usize)>,
}

/// Where an expression stands.
pub struct Context<'a> {
    pub cursor: &'a Cursor<'a>,
    pub sentence: usize,
    /// Its first token.
    pub start: usize,
    /// The day on which the quotation around it was spoken.
    pub spoken: Option<Date>,
}

/// A year so far from the story's own is an aside.
const ASIDE: i16 = 25;

impl Resolver {
    pub fn new(reference: Option<Reference>, expressions: &[(usize, Expression)]) -> Self {
        Resolver {
            reference,
            narrative: evidence::is_narrative(reference, expressions),
            month_first: evidence::month_first(expressions),
            focus: None,
            day: None,
            year: None,
            end: 0,
            quarter: None,
            said: None,
        }
    }

    pub fn resolve(&mut self, expression: &Expression, context: &Context) -> Resolved {
        match &expression.meaning {
            Meaning::PartOf { count, unit, .. } if *count > 1 => {
                self.several(*count, *unit, expression, context)
            }
            Meaning::Duration(parts) => {
                plain(DateType::Duration, timex::duration(parts), rules::DURATION, Sure::Sure)
            }
            Meaning::Set(value) => plain(DateType::Set, value.clone(), rules::SET, Sure::Sure),
            Meaning::Vague(vague) => vague_reference(*vague, rules::VAGUE),
            Meaning::Away { amount: Amount::Some, sign, .. } => {
                let vague = if *sign < 0 { Vague::Past } else { Vague::Future };
                vague_reference(vague, rules::VAGUE_AMOUNT)
            }
            Meaning::Away { amount: Amount::Exactly(number), unit, sign, from }
                if unit.is_clock() =>
            {
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
        if let Some(place) = self.beside(expression, context) {
            return place;
        }
        match expression.meaning {
            Meaning::Offset { ref parts, sign, ref base } => {
                let why = [rules::OFFSET, rules::TOO_WIDE];
                let offset = |period| compound::offset(period, parts, sign);
                self.built_on(base, expression, context, why, offset)
            }
            Meaning::PartOf { nth, count, unit, ref whole } => {
                let why = [rules::PART_OF, rules::IMPOSSIBLE];
                let part = |period| compound::part(period, nth, count, unit);
                self.built_on(whole, expression, context, why, part)
            }
            Meaning::Around { unit, ref day } => {
                let why = [rules::AROUND, rules::TOO_WIDE];
                let around = |period| compound::around(period, unit);
                self.built_on(day, expression, context, why, around)
            }
            Meaning::DayOfEvent { today: false } => Place::unknown(rules::DAY_OF_EVENT),
            Meaning::Calendar(date) => self.calendar(date, expression, context),
            Meaning::Numeric { first, second, year, weekday } => {
                self.numeric(Numbers { first, second, year, weekday }, expression, context)
            }
            Meaning::Decade(decade) => Place::said(Some(Period::Decade(decade)), rules::DECADE),
            Meaning::Century(century) => {
                Place::said(Some(Period::Century(century)), rules::CENTURY)
            }
            Meaning::Near { unit, shift, from: From::Text } => {
                self.near_text(unit, shift, expression, context)
            }
            Meaning::Near { unit, shift, from: From::Story } if self.narrative => {
                self.near_text(unit, shift, expression, context)
            }
            Meaning::Away { amount: Amount::Exactly(number), unit, sign, from: From::Text } => {
                self.later(number * f64::from(sign), unit, expression, context)
            }
            Meaning::Time => self.time(expression, context),
            Meaning::LatestQuarter { .. }
            | Meaning::YearBefore { .. }
            | Meaning::Quarter { .. }
            | Meaning::Half { .. } => self.fiscal(&expression.meaning, context),
            Meaning::Season { season, year, relation } => {
                self.season(season, year, relation, context)
            }
            Meaning::OfMonth { nth, weekday, ref month } => {
                self.of_month((nth, weekday), month, expression, context)
            }
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

    /// The year of the time that the text last placed.
    fn story_year(&self) -> Option<i16> {
        self.focus.and_then(|(period, _)| period.days()).map(|(first, _)| first.year())
    }

    /// The year of `that year`: the one last said, or else that of the story.
    fn same_year(&self, context: &Context) -> Option<i16> {
        let said = self.said.filter(|&(_, sentence)| context.sentence - sentence <= 1);
        let year = said.and_then(|(period, _)| period.days()).map(|(first, _)| first.year());
        year.or(self.story_year())
    }

    /// Whether a bare year is a look back or ahead from a story, and not its next step: one far off, or an
    /// earlier one that does not open its sentence (`In 1919 the army …`).
    fn is_aside(&self, period: Period, expression: &Expression, context: &Context) -> bool {
        let (Period::Year(year), Some(story)) = (period, self.story_year()) else { return false };
        let opens = expression.tokens.start <= context.cursor.sentence.start + 1;
        (story - year).abs() > ASIDE || (year < story && !opens)
    }

    fn remember(&mut self, expression: &Expression, place: Place, context: &Context) {
        let Some(period) = place.period else { return };
        let sentence = context.sentence;
        self.end = expression.tokens.end;
        self.said = Some((period, sentence));
        // What a history says of its own day, or of a year far off, leaves the story where it was.
        let aside = self.is_aside(period, expression, context);
        if self.narrative && (place.anchor == Some(Anchor::Publication) || aside) {
            return;
        }
        self.focus = Some((period, sentence));
        if let Period::Day(day) = period {
            self.day = Some((day, sentence));
        }
        if let Meaning::Calendar(Calendar { year: Year::Is(year), .. })
        | Meaning::Quarter { year: Year::Is(year), .. }
        | Meaning::Half { year: Year::Is(year), .. }
        | Meaning::Season { year: Year::Is(year), .. } = expression.meaning
        {
            self.year = Some((year, expression.tokens.end));
        }
        if let (Period::Quarter(..), Meaning::Quarter { .. } | Meaning::LatestQuarter { .. }) =
            (period, &expression.meaning)
        {
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

fn plain(kind: DateType, value: String, rule: Rule, sure: Sure) -> Resolved {
    Resolved { kind, value: Some(value), rule, sure, ..Resolved::unknown() }
}

fn vague_reference(vague: Vague, rule: Rule) -> Resolved {
    let value = match vague {
        Vague::Past => "PAST_REF",
        Vague::Present => "PRESENT_REF",
        Vague::Future => "FUTURE_REF",
    };
    plain(DateType::Date, value.to_owned(), rule, Sure::Doubtful)
}

pub fn finish(expression: &Expression, place: Place) -> Resolved {
    let kind = if expression.time.is_some() { DateType::Time } else { DateType::Date };
    let time = expression.time.map(timex::time).unwrap_or_default();
    let mut days = place.period.and_then(Period::days);
    // A night runs into the next morning.
    if let (Some(TimeOfDay::Part(DayPart::Night)), Some((first, last))) = (expression.time, days) {
        days = Some((first, add(last, 0, 1).unwrap_or(last)));
    }
    let (rule, sure) = match expression.time {
        Some(TimeOfDay::Clock(clock)) if clock.open && place.period.is_some() => {
            (rules::OPEN_HALF, Sure::Doubtful)
        }
        _ => (place.rule, place.sure),
    };
    Resolved {
        place,
        kind,
        edtf: place
            .period
            .and_then(|period| edtf::of(period, expression.time, expression.modifier)),
        value: match place.period {
            Some(period) => Some(period.timex() + &time),
            None => (place.rule == rules::TIME_ALONE).then_some(time),
        },
        days,
        anchor: place.anchor,
        rule,
        sure,
    }
}
