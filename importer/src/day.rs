//! A day of publication as files write it -> `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.

/// ISO 8601 with or without a clock, or the form of mail (`Tue, 12 May 2026 18:05:00 +0200`). The clock is that of the
/// zone in which it was written down; anything else is not guessed at.
pub fn normal(text: &str) -> Option<String> {
    let text = text.trim();
    iso(text).or_else(|| of_mail(text))
}

fn iso(text: &str) -> Option<String> {
    let day = text.get(..10)?;
    let parts: Vec<&str> = day.split('-').collect();
    let [year, month, date] = parts[..] else { return None };
    if [year.len(), month.len(), date.len()] != [4, 2, 2] {
        return None;
    }
    written([number(year)?, number(month)?, number(date)?], clock(text.get(10..)?)?)
}

/// What follows the day: nothing, or a clock.
fn clock(rest: &str) -> Option<Option<[u16; 2]>> {
    if rest.is_empty() {
        return Some(None);
    }
    let time = rest.strip_prefix(['T', 't', ' '])?.trim_start();
    let (hour, minute) = (number(time.get(..2)?)?, number(time.get(3..5)?)?);
    (time.as_bytes()[2] == b':').then_some(Some([hour, minute]))
}

fn of_mail(text: &str) -> Option<String> {
    let looks = text.contains(':') && text.split_whitespace().count() >= 5;
    let date = looks.then(|| mail_parser::DateTime::parse_rfc822(text)).flatten()?;
    of_date(&date)
}

/// As the sender's clock showed it.
pub fn of_date(date: &mail_parser::DateTime) -> Option<String> {
    let day = [date.year, date.month.into(), date.day.into()];
    written(day, Some([date.hour.into(), date.minute.into()]))
}

fn number(digits: &str) -> Option<u16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// Only what can be a day of publication.
fn written([year, month, day]: [u16; 3], clock: Option<[u16; 2]>) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 => 28 + u16::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if !(1600..=2200).contains(&year) || !(1..=12).contains(&month) || !(1..=last).contains(&day) {
        return None;
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    match clock {
        // Midnight to the minute is what a program writes that knows the day alone.
        None | Some([0, 0]) => Some(date),
        Some([hour, minute]) if hour < 24 && minute < 60 => {
            Some(format!("{date}T{hour:02}:{minute:02}"))
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        for (text, expected) in [
            ("2026-05-12", Some("2026-05-12")),
            (" 2026-05-12T18:05:00+02:00 ", Some("2026-05-12T18:05")),
            ("2026-05-12 18:05", Some("2026-05-12T18:05")),
            ("2026-05-12T00:00:00Z", Some("2026-05-12")),
            ("Tue, 12 May 2026 18:05:00 +0200", Some("2026-05-12T18:05")),
            ("12 May 2026 18:05:00 +0000", Some("2026-05-12T18:05")),
            ("2026-02-30", None),
            ("2026-13-01", None),
            ("2026-05-12T25:00", None),
            ("12/05/2026", None),
            ("soon", None),
            ("2026-05-1é", None),
            ("2026-05-12T1é:00", None),
            ("", None),
        ] {
            assert_eq!(normal(text).as_deref(), expected, "{text:?}");
        }
    }
}
