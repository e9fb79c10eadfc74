//! Values in the Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2), where it has a form for them.

use jiff::civil::Date;

use super::expression::TimeOfDay;
use super::period::{Period, Season};
use crate::analysis::DateModifier;

/// `2022-05-04`, `199X`, `2021-24` for a winter, `1984~` for about 1984. A part of the day is left out: the day stands for it.
pub fn of(
    period: Period,
    time: Option<TimeOfDay>,
    modifier: Option<DateModifier>,
) -> Option<String> {
    let plain = match period {
        Period::Day(date) => day(date),
        Period::Month(y, month) => format!("{}-{month:02}", year(y)),
        Period::Quarter(y, quarter) => format!("{}-{}", year(y), 32 + quarter),
        Period::Half(y, half) => format!("{}-{}", year(y), 39 + half),
        Period::Season(y, season) => format!("{}-{}", year(y), number(season)),
        Period::Year(y) => year(y),
        Period::Decade(decade) if decade > 0 => format!("{decade:03}X"),
        Period::Century(century) if century > 0 => format!("{century:02}XX"),
        _ => {
            let (first, last) = period.days()?;
            format!("{}/{}", day(first), day(last))
        }
    };
    let clock = match time {
        // The end of a day is the start of the next: EDTF has no hour 24.
        Some(TimeOfDay::Clock(clock)) if clock.hour == 24 => {
            return of(period.shift(1)?, Some(TimeOfDay::Clock(clock.without_day())), modifier);
        }
        Some(TimeOfDay::Clock(clock)) => {
            let minute = clock.minute?;
            let zone = if clock.is_universal() { "Z" } else { "" };
            format!("T{:02}:{minute:02}:00{zone}", clock.hour)
        }
        _ => String::new(),
    };
    let about = modifier == Some(DateModifier::Approx) && !plain.contains('/') && clock.is_empty();
    Some(format!("{plain}{clock}{}", if about { "~" } else { "" }))
}

fn day(date: Date) -> String {
    format!("{}-{:02}-{:02}", year(date.year()), date.month(), date.day())
}

/// Astronomical: 0 is 1 BC.
fn year(year: i16) -> String {
    if year < 0 { format!("-{:04}", -i32::from(year)) } else { format!("{year:04}") }
}

fn number(season: Season) -> i8 {
    match season {
        Season::Spring => 21,
        Season::Summer => 22,
        Season::Autumn => 23,
        Season::Winter => 24,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let date: Date = "2022-05-04".parse().expect("it is a date");
        let about = Some(DateModifier::Approx);
        for (period, modifier, expected) in [
            (Period::Day(date), None, "2022-05-04"),
            (Period::Week(date), None, "2022-05-02/2022-05-08"),
            (Period::Month(2022, 5), about, "2022-05~"),
            (Period::Quarter(2022, 3), None, "2022-35"),
            (Period::Half(2022, 2), None, "2022-41"),
            (Period::Season(2021, Season::Winter), None, "2021-24"),
            (Period::Year(-43), None, "-0043"),
            (Period::Decade(199), None, "199X"),
            (Period::Century(19), None, "19XX"),
        ] {
            assert_eq!(of(period, None, modifier).as_deref(), Some(expected));
        }
    }
}
