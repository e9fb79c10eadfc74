//! Stretches of the calendar: a day, a week, a month … with their TIMEX3 value and their days.

use jiff::civil::Date;
use jiff_core::civil;

/// Units of time, from short to long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    pub fn parse(name: &str) -> Option<Unit> {
        Some(match name {
            "second" => Unit::Second,
            "minute" => Unit::Minute,
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "weekend" => Unit::Weekend,
            "week" => Unit::Week,
            "fortnight" => Unit::Fortnight,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "year" => Unit::Year,
            "decade" => Unit::Decade,
            "century" => Unit::Century,
            _ => return None,
        })
    }

    pub fn is_clock(self) -> bool {
        self < Unit::Day
    }
}

/// Part of a day, as TIMEX3 writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

const DAY_PARTS: [(&str, DayPart); 6] = [
    ("MO", DayPart::Morning),
    ("MI", DayPart::Midday),
    ("AF", DayPart::Afternoon),
    ("EV", DayPart::Evening),
    ("NI", DayPart::Night),
    ("DT", DayPart::Daytime),
];

impl DayPart {
    pub fn parse(code: &str) -> Option<DayPart> {
        DAY_PARTS.iter().find(|(name, _)| *name == code).map(|&(_, part)| part)
    }

    pub fn code(self) -> &'static str {
        DAY_PARTS.iter().find(|(_, part)| *part == self).map_or("", |&(name, _)| name)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

const SEASONS: [(&str, Season, i8); 4] = [
    ("SP", Season::Spring, 3),
    ("SU", Season::Summer, 6),
    ("FA", Season::Autumn, 9),
    ("WI", Season::Winter, 12),
];

impl Season {
    pub fn parse(code: &str) -> Option<Season> {
        SEASONS.iter().find(|(name, ..)| *name == code).map(|&(_, season, _)| season)
    }

    pub fn code(self) -> &'static str {
        self.row().0
    }

    fn row(self) -> (&'static str, i8) {
        let row = SEASONS.iter().find(|(_, season, _)| *season == self);
        row.map_or(("", 1), |&(name, _, month)| (name, month))
    }
}

/// A named stretch of the calendar. Years before 1 are BC: 0 is 1 BC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    Day(Date),
    /// Of the ISO week that holds the day.
    Week(Date),
    /// Saturday and Sunday of the ISO week that holds the day.
    Weekend(Date),
    /// Days 1 to 7 of a month, 8 to 14 … and, as the fifth, its last seven.
    WeekOfMonth(i16, i8, i8),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    Season(i16, Season),
    Year(i16),
    /// Several units on end: first day, last day, and the unit they are counted in.
    Stretch(Date, Date, Unit),
    /// 199: the 1990s
    Decade(i16),
    /// 19: the 20th century
    Century(i16),
}

impl Period {
    /// The period of a unit that holds a day; `None` for the hours of a day.
    pub fn holding(day: Date, unit: Unit) -> Option<Period> {
        let (year, month) = (day.year(), day.month());
        Some(match unit {
            Unit::Second | Unit::Minute | Unit::Hour => return None,
            Unit::Day => Period::Day(day),
            Unit::Weekend => Period::Weekend(day),
            Unit::Week | Unit::Fortnight => Period::Week(day),
            Unit::Month => Period::Month(year, month),
            Unit::Quarter => Period::Quarter(year, (month - 1) / 3 + 1),
            Unit::Year => Period::Year(year),
            Unit::Decade => Period::Decade(year.div_euclid(10)),
            Unit::Century => Period::Century(year.div_euclid(100)),
        })
    }

    pub fn unit(self) -> Unit {
        match self {
            Period::Day(_) => Unit::Day,
            Period::Week(_) => Unit::Week,
            Period::WeekOfMonth(..) => Unit::Week,
            Period::Stretch(_, _, unit) => unit,
            Period::Weekend(_) => Unit::Weekend,
            Period::Month(..) => Unit::Month,
            Period::Quarter(..) | Period::Half(..) | Period::Season(..) => Unit::Quarter,
            Period::Year(_) => Unit::Year,
            Period::Decade(_) => Unit::Decade,
            Period::Century(_) => Unit::Century,
        }
    }

    /// TIMEX3 value.
    pub fn timex(self) -> String {
        match self {
            Period::Day(day) => format!("{}-{:02}-{:02}", year(day.year()), day.month(), day.day()),
            Period::Week(day) => {
                let week = day.iso_week_date();
                format!("{}-W{:02}", year(week.year()), week.week())
            }
            Period::Weekend(day) => format!("{}-WE", Period::Week(day).timex()),
            Period::WeekOfMonth(y, month, week) => format!("{}-{month:02}-W{week:02}", year(y)),
            Period::Stretch(first, last, unit) => {
                let [first, last] = [first, last]
                    .map(|day| Period::holding(day, unit).map(Period::timex).unwrap_or_default());
                format!("{first}/{last}")
            }
            Period::Month(y, month) => format!("{}-{month:02}", year(y)),
            Period::Quarter(y, quarter) => format!("{}-Q{quarter}", year(y)),
            Period::Half(y, half) => format!("{}-H{half}", year(y)),
            Period::Season(y, season) => format!("{}-{}", year(y), season.row().0),
            Period::Year(y) => year(y),
            Period::Decade(decade) if decade < 0 => format!("BC{:03}", (-10 * decade - 8) / 10),
            Period::Decade(decade) => format!("{decade:03}"),
            Period::Century(century) if century < 0 => format!("BC{:02}", -century - 1),
            Period::Century(century) => format!("{century:02}"),
        }
    }

    /// First and last day; `None` outside the years that the calendar reaches (-9999 to 9999).
    pub fn days(self) -> Option<(Date, Date)> {
        match self {
            Period::Day(day) => Some((day, day)),
            Period::Week(day) => Some((monday(day)?, add(day, 0, 7 - i32::from(iso(day)))?)),
            Period::Weekend(day) => {
                let monday = monday(day)?;
                Some((add(monday, 0, 5)?, add(monday, 0, 6)?))
            }
            Period::WeekOfMonth(year, month, week) => {
                let (first, last) = months(year, month, 1)?;
                let start = add(first, 0, 7 * (i32::from(week) - 1))?;
                let start = if week == 5 { add(last, 0, -6)? } else { start };
                Some((start, add(start, 0, 6)?))
            }
            Period::Stretch(first, last, _) => Some((first, last)),
            Period::Month(year, month) => months(year, month, 1),
            Period::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Period::Half(year, half) => months(year, half * 6 - 5, 6),
            Period::Season(year, season) => months(year, season.row().1, 3),
            Period::Year(year) => months(year, 1, 12),
            Period::Decade(decade) => Some((
                Date::new(decade.checked_mul(10)?, 1, 1).ok()?,
                Date::new(decade.checked_mul(10)? + 9, 12, 31).ok()?,
            )),
            Period::Century(century) => Some((
                Date::new(century.checked_mul(100)?, 1, 1).ok()?,
                Date::new(century.checked_mul(100)? + 99, 12, 31).ok()?,
            )),
        }
    }

    /// The same kind of period, `count` of them later.
    pub fn shift(self, count: i32) -> Option<Period> {
        let moved = |year: i16, step: i32| i16::try_from(i32::from(year).checked_add(step)?).ok();
        // Periods of which each year holds `per`: number them through, move, and divide again.
        let within = |year: i16, number: i8, per: i32| {
            let index = i32::from(year) * per + i32::from(number) - 1;
            let index = index.checked_add(count)?;
            let year = i16::try_from(index.div_euclid(per)).ok()?;
            Some((year, index.rem_euclid(per) as i8 + 1))
        };
        Some(match self {
            Period::Day(day) => Period::Day(add(day, 0, count)?),
            Period::Week(day) => Period::Week(add(day, 0, count.checked_mul(7)?)?),
            Period::Weekend(day) => Period::Weekend(add(day, 0, count.checked_mul(7)?)?),
            // Neither is counted on from.
            Period::WeekOfMonth(..) | Period::Stretch(..) => return None,
            Period::Month(year, month) => {
                within(year, month, 12).map(|(y, m)| Period::Month(y, m))?
            }
            Period::Quarter(year, number) => {
                within(year, number, 4).map(|(y, q)| Period::Quarter(y, q))?
            }
            Period::Half(year, number) => {
                within(year, number, 2).map(|(y, h)| Period::Half(y, h))?
            }
            Period::Season(year, season) => Period::Season(moved(year, count)?, season),
            Period::Year(year) => Period::Year(moved(year, count)?),
            Period::Decade(decade) => Period::Decade(moved(decade, count)?),
            Period::Century(century) => Period::Century(moved(century, count)?),
        })
    }
}

/// Adds months, then days; the day is cut to the length of its month. `None` past the ends of the calendar.
///
/// Reckoned by jiff's core, as its spans bring 50 KB to the page with them.
pub fn add(day: Date, months: i32, days: i32) -> Option<Date> {
    let months = (i32::from(day.year()) * 12 + i32::from(day.month()) - 1).checked_add(months)?;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    let moved =
        civil::Date::new_constrain(year.try_into().ok()?, month.try_into().ok()?, day.day());
    let moved = moved.ok()?.checked_add(days).ok()?;
    Date::new(moved.year(), moved.month(), moved.day()).ok()
}

/// Days from one date to another, negative if it lies before.
pub fn days_between(from: Date, to: Date) -> i32 {
    let day = |day: Date| civil::Date::new(day.year(), day.month(), day.day());
    day(from).ok().zip(day(to).ok()).map_or(i32::MAX, |(from, to)| from.until(to))
}

/// Number of the weekday, Monday is 1.
pub fn iso(day: Date) -> i8 {
    day.weekday().to_monday_one_offset()
}

fn monday(day: Date) -> Option<Date> {
    add(day, 0, 1 - i32::from(iso(day)))
}

fn months(year: i16, first: i8, count: i32) -> Option<(Date, Date)> {
    let start = Date::new(year, first, 1).ok()?;
    Some((start, add(start, count, -1)?))
}

/// Four digits; `BC` and the number for the years before 1.
fn year(year: i16) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - i32::from(year)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_days() {
        let day: Date = "2022-05-04".parse().unwrap();
        for (period, shift, expected) in [
            (Period::Day(day), -1, "2022-05-03 2022-05-03 2022-05-03"),
            (Period::Week(day), 0, "2022-W18 2022-05-02 2022-05-08"),
            (Period::Week(day), -18, "2021-W52 2021-12-27 2022-01-02"),
            (Period::Weekend(day), -1, "2022-W17-WE 2022-04-30 2022-05-01"),
            (Period::Month(2022, 1), -1, "2021-12 2021-12-01 2021-12-31"),
            (Period::Month(2024, 1), 1, "2024-02 2024-02-01 2024-02-29"),
            (Period::Quarter(2022, 1), -1, "2021-Q4 2021-10-01 2021-12-31"),
            (Period::Half(2022, 1), 1, "2022-H2 2022-07-01 2022-12-31"),
            (Period::Season(2021, Season::Winter), 0, "2021-WI 2021-12-01 2022-02-28"),
            (Period::Year(1), -1, "BC0001 0000-01-01 0000-12-31"),
            (Period::Decade(198), 1, "199 1990-01-01 1999-12-31"),
            (Period::Century(20), -1, "19 1900-01-01 1999-12-31"),
        ] {
            let moved = period.shift(shift).unwrap();
            let (first, last) = moved.days().unwrap();
            assert_eq!(format!("{} {first} {last}", moved.timex()), expected);
        }
        assert_eq!(Period::Year(9999).shift(i32::MAX), None);
    }
}
