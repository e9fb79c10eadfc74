//! The moment that relative dates are reckoned from.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Time};

/// Day of publication, with the minute where it is known.
///
/// ```
/// use copydesk::Reference;
/// let reference: Reference = "2022-05-04T16:01".parse().unwrap();
/// assert_eq!(reference.to_string(), "2022-05-04T16:01");
/// assert!("2022-02-30".parse::<Reference>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    pub date: Date,
    pub time: Option<Time>,
}

/// The text was no `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, or no such day exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADate(String);

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let said = &self.0;
        write!(f, "“{said}” is not a date; write it as 2022-05-04 or 2022-05-04T16:01")
    }
}

impl std::error::Error for NotADate {}

impl FromStr for Reference {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let error = || NotADate(text.to_owned());
        let (day, minute) = match text.split_once('T') {
            Some((day, minute)) => (day, Some(minute)),
            None => (text, None),
        };
        let [year, month, day] = numbers(day, '-', [4, 2, 2]).ok_or_else(error)?;
        let date = Date::new(year, month as i8, day as i8).map_err(|_| error())?;
        let time = match minute {
            None => None,
            Some(minute) => {
                // Seconds may follow; they change no day.
                let minute = minute.get(..5).ok_or_else(error)?;
                let [hour, minute] = numbers(minute, ':', [2, 2]).ok_or_else(error)?;
                Some(Time::new(hour as i8, minute as i8, 0, 0).map_err(|_| error())?)
            }
        };
        Ok(Reference { date, time })
    }
}

/// `N` groups of digits of the given lengths with a separator between them.
fn numbers<const N: usize>(text: &str, separator: char, lengths: [usize; N]) -> Option<[i16; N]> {
    let mut groups = text.split(separator);
    let mut numbers = [0; N];
    for (number, length) in numbers.iter_mut().zip(lengths) {
        let group = groups.next().filter(|group| group.len() == length)?;
        if !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = group.parse().ok()?;
    }
    groups.next().is_none().then_some(numbers)
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.date.year(), self.date.month(), self.date.day())?;
        self.time.map_or(Ok(()), |time| write!(f, "T{:02}:{:02}", time.hour(), time.minute()))
    }
}
