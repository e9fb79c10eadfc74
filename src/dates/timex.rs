//! TIMEX3 values as text (ISO-TimeML; ISO 8601 with its extensions).

use super::expression::{Amount, Clock, TimeOfDay};
use super::period::Unit;

/// `P71D`, `PT5H30M`, `P1Y2M`, `PXW` for an unknown number.
///
/// Weeks stand alone in ISO 8601, and so does an unknown number; quarters are written in months, decades and centuries are written in years.
pub fn duration(parts: &[(Amount, Unit)]) -> String {
    let mut date = String::new();
    let mut time = String::new();
    for &(amount, unit) in parts {
        let (factor, letter) = letter(unit, amount);
        let number = match amount {
            Amount::Exactly(number) => decimal(number * factor),
            Amount::Some => "X".to_owned(),
        };
        let target = if unit.is_clock() { &mut time } else { &mut date };
        match (amount, unit) {
            (Amount::Exactly(number), Unit::Hour | Unit::Minute) if number.fract() > 0.0 => {
                target.push_str(&mixed(number, letter, if unit == Unit::Hour { "M" } else { "S" }));
            }
            _ => {
                target.push_str(&number);
                target.push_str(letter);
            }
        }
    }
    if time.is_empty() { format!("P{date}") } else { format!("P{date}T{time}") }
}

/// `5H30M` for five and a half hours, `30M` for half an hour.
fn mixed(number: f64, letter: &str, below: &str) -> String {
    let whole = number.trunc();
    let whole = if whole > 0.0 { decimal(whole) + letter } else { String::new() };
    format!("{whole}{}{below}", decimal((number.fract() * 60.0).round()))
}

fn letter(unit: Unit, amount: Amount) -> (f64, &'static str) {
    match (unit, amount) {
        (Unit::Second, _) => (1.0, "S"),
        (Unit::Minute, _) => (1.0, "M"),
        (Unit::Hour, _) => (1.0, "H"),
        (Unit::Day, _) => (1.0, "D"),
        (Unit::Weekend, _) => (1.0, "WE"),
        (Unit::Week, _) => (1.0, "W"),
        (Unit::Fortnight, _) => (2.0, "W"),
        (Unit::Month, _) => (1.0, "M"),
        (Unit::Quarter, Amount::Exactly(_)) => (3.0, "M"),
        (Unit::Quarter, Amount::Some) => (1.0, "Q"),
        (Unit::Year, _) => (1.0, "Y"),
        (Unit::Decade, Amount::Exactly(_)) => (10.0, "Y"),
        (Unit::Decade, Amount::Some) => (1.0, "DE"),
        (Unit::Century, Amount::Exactly(_)) => (100.0, "Y"),
        (Unit::Century, Amount::Some) => (1.0, "CE"),
    }
}

/// Without a point where it is whole, else with one or two decimals.
fn decimal(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `T16:01`, `T16`, `T07:35Z`, `TEV`
pub fn time(time: TimeOfDay) -> String {
    match time {
        TimeOfDay::Clock(clock @ Clock { hour, minute, .. }) => {
            let universal = clock.is_universal();
            // Universal time is always written in full: `T07Z` is easily misread.
            let minute = minute.or(universal.then_some(0));
            let minute = minute.map(|minute| format!(":{minute:02}")).unwrap_or_default();
            format!("T{hour:02}{minute}{}", if universal { "Z" } else { "" })
        }
        TimeOfDay::Part(part) => format!("T{}", part.code()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        let exactly = Amount::Exactly;
        for (parts, expected) in [
            (&[(exactly(71.0), Unit::Day)][..], "P71D"),
            (&[(exactly(3.5), Unit::Year)], "P3.5Y"),
            (&[(exactly(5.5), Unit::Hour)], "PT5H30M"),
            (&[(exactly(0.5), Unit::Hour)], "PT30M"),
            (&[(exactly(1.0), Unit::Hour), (exactly(20.0), Unit::Minute)], "PT1H20M"),
            (&[(exactly(1.0), Unit::Day), (exactly(6.0), Unit::Hour)], "P1DT6H"),
            (&[(exactly(2.0), Unit::Decade)], "P20Y"),
            (&[(Amount::Some, Unit::Decade)], "PXDE"),
            (&[(Amount::Some, Unit::Week)], "PXW"),
            (&[(exactly(1.0), Unit::Fortnight)], "P2W"),
        ] {
            assert_eq!(duration(parts), expected);
        }
    }
}
