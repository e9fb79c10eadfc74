//! What the grammar reads before anything is reckoned: the meaning of the words, with its gaps.

use std::ops::Range;

use super::holiday::Holiday;
use super::lexicon::{Relation, Vague};
use super::period::{DayPart, Season, Unit};
use crate::analysis::DateModifier;

/// A temporal expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// Indices into the document's tokens.
    pub tokens: Range<usize>,
    pub meaning: Meaning,
    pub time: Option<TimeOfDay>,
    pub modifier: Option<DateModifier>,
    /// One of several times that share what only one of them says: `9` in `9 to 11 May`.
    pub elliptical: bool,
}

/// An amount of units: `three`, `5 1/2`, `several`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    Exactly(f64),
    Some,
}

/// A year as it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    Unsaid,
    Is(i16),
    /// `last year`: -1
    FromNow(i32),
    /// `that year`
    Same,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeOfDay {
    Clock(Clock),
    Part(DayPart),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 24 for `midnight` on a day: its end (ISO 8601-1, 5.3.2).
    pub hour: i8,
    /// `None` where only the hour is said: `8am`.
    pub minute: Option<i8>,
    /// Whether the half of the day is not said: `half past nine`, `four o’clock`.
    pub open: bool,
    /// The time zone as it is named: `GMT`, `EST`.
    pub zone: Option<&'static str>,
}

impl Clock {
    /// A time whose half of the day is known, in no named zone.
    pub fn at(hour: i8, minute: Option<i8>) -> Clock {
        Clock { hour, minute, open: false, zone: None }
    }

    /// The hour of a clock face in one half of the day.
    pub fn in_half(self, afternoon: bool) -> Clock {
        Clock { hour: self.hour % 12 + if afternoon { 12 } else { 0 }, ..self }
    }

    /// Midnight as the start of a day: where no day is named whose end it could be.
    pub fn without_day(self) -> Clock {
        Clock { hour: self.hour % 24, ..self }
    }

    pub fn is_universal(self) -> bool {
        matches!(self.zone, Some("GMT" | "UTC" | "Z"))
    }
}

/// A calendar date with the parts that are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    pub year: Year,
    pub month: Option<i8>,
    pub day: Option<i8>,
    pub weekday: Option<i8>,
    /// `last May`, `next 9 May`
    pub relation: Option<Relation>,
}

impl Calendar {
    pub const EMPTY: Calendar =
        Calendar { year: Year::Unsaid, month: None, day: None, weekday: None, relation: None };
}

/// Where reckoning starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    Publication,
    /// The time last mentioned.
    Text,
    /// The time last mentioned if the text tells of another time than its own, else the day of publication.
    Story,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    Calendar(Calendar),
    /// `04/05/2022`: which number is the month?
    Numeric {
        first: i8,
        second: i8,
        year: Year,
        /// `Friday 5/12`
        weekday: Option<i8>,
    },
    Weekday {
        weekday: i8,
        relation: Option<Relation>,
        /// `Monday of last week`: -1
        week: Option<i32>,
    },
    /// A named period some units away: `yesterday`, `last week`, `that year`, `the following month`.
    Near {
        unit: Unit,
        shift: i32,
        from: From,
    },
    /// `two weeks ago`, `three days later`
    Away {
        amount: Amount,
        unit: Unit,
        sign: i32,
        from: From,
    },
    Quarter {
        number: i8,
        year: Year,
        /// Quarters of a fiscal year.
        fiscal: bool,
    },
    Half {
        number: i8,
        year: Year,
    },
    /// `the last Friday of June`, `the first day of May 2022`, `the first Monday of next month`; -1 is the last.
    OfMonth {
        nth: i8,
        weekday: Option<i8>,
        month: Box<Meaning>,
    },
    /// `the latest quarter`; `named` for `the quarter`, which was named before.
    LatestQuarter {
        named: bool,
    },
    /// `the year-ago quarter`, `year-earlier`
    YearBefore {
        quarter: bool,
    },
    /// `two days before Christmas`, `two weeks and a day ago`, `a year ago tomorrow`
    Offset {
        parts: Vec<(f64, Unit)>,
        sign: i32,
        base: Box<Meaning>,
    },
    /// `the first week of May`, `the last three months of 2021`: `nth` is 1 for the first and -1 for the last.
    PartOf {
        nth: i32,
        count: i32,
        unit: Unit,
        whole: Box<Meaning>,
    },
    /// `the 71st day of the war`; `today` for what `is the second day of an offensive`.
    DayOfEvent {
        today: bool,
    },
    /// `the week of 9 May`, `the weekend of the 14th`
    Around {
        unit: Unit,
        day: Box<Meaning>,
    },
    Season {
        season: Season,
        year: Year,
        relation: Option<Relation>,
    },
    Decade(i16),
    Century(i16),
    Holiday {
        holiday: Holiday,
        year: Year,
        relation: Option<Relation>,
    },
    /// The night before the day of publication.
    Overnight,
    /// A time of day and no day.
    Time,
    Vague(Vague),
    Duration(Vec<(Amount, Unit)>),
    /// TIMEX3 value of what recurs.
    Set(String),
}

impl Expression {
    pub fn new(tokens: Range<usize>, meaning: Meaning) -> Self {
        Expression { tokens, meaning, time: None, modifier: None, elliptical: false }
    }
    /// The time zone that its clock names.
    pub fn zone(&self) -> Option<&'static str> {
        match self.time {
            Some(TimeOfDay::Clock(clock)) => clock.zone,
            _ => None,
        }
    }
}
