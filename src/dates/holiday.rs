//! Holidays that fall on a fixed or computable day (`holiday.tsv`).
//!
//! The column `date` is `MM-DD`; `MM/W/N`, the N-th weekday W (Monday is 1) of a month, counted from its
//! end if negative, and perhaps days after it (`11/4/4+1`); days from Easter, western or Orthodox; or
//! `YYYY-MM-DD`, a day in history.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};

use super::cursor::{Cursor, Parse};
use super::lexicon::Word;
use super::period::add;
use crate::sort;
use crate::syntax::Tag;

/// How a holiday's day is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    Fixed {
        month: i8,
        day: i8,
    },
    Nth {
        month: i8,
        weekday: i8,
        nth: i8,
        after: i32,
    },
    Easter {
        after: i32,
    },
    OrthodoxEaster {
        after: i32,
    },
    /// A day in history known by a name.
    Once {
        year: i16,
        month: i8,
        day: i8,
    },
}

type Names = Vec<(Vec<&'static str>, Holiday)>;

/// By the first word of the name, the longest name first.
static HOLIDAYS: LazyLock<HashMap<&str, Names>> = LazyLock::new(|| {
    let mut holidays: HashMap<&str, Names> = HashMap::new();
    for [name, date, _] in rows() {
        let words = tokens(name);
        if let Some(holiday) = parse(date) {
            holidays.entry(words[0]).or_default().push((words, holiday));
        }
    }
    for names in holidays.values_mut() {
        sort::by_key(names, |(words, _)| (usize::MAX - words.len(), 0));
    }
    holidays
});

fn rows() -> impl Iterator<Item = [&'static str; 3]> {
    word_list!("dates/holiday.tsv").lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        Some([columns.next()?, columns.next()?, columns.next()?])
    })
}

fn parse(date: &str) -> Option<Holiday> {
    if let Some(after) = date.strip_prefix("easter") {
        return Some(Holiday::Easter { after: after.parse().ok()? });
    }
    if let Some(after) = date.strip_prefix("orthodox") {
        return Some(Holiday::OrthodoxEaster { after: after.parse().ok()? });
    }
    let mut parts = date.split('-').map(str::parse::<i16>);
    if let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) =
        (parts.next(), parts.next(), parts.next())
    {
        return Some(Holiday::Once { year, month: month as i8, day: day as i8 });
    }
    if let Some((month, day)) = date.split_once('-').filter(|_| !date.contains('/')) {
        return Some(Holiday::Fixed { month: month.parse().ok()?, day: day.parse().ok()? });
    }
    let (rule, after) = date.split_once('+').unwrap_or((date, "0"));
    let mut parts = rule.split('/');
    let mut next = || parts.next()?.parse::<i8>().ok();
    let (month, weekday, nth) = (next()?, next()?, next()?);
    Some(Holiday::Nth { month, weekday, nth, after: after.parse().ok()? })
}

/// The words that a name begins with and that begin no other expression.
pub fn first_words() -> impl Iterator<Item = &'static str> {
    HOLIDAYS.keys().copied()
}

/// Names that are no other word in lower case either.
const UNMISTAKABLE: &[&str] = &["easter", "christmas", "thanksgiving", "halloween"];

/// The holiday named at a token. The name is capitalised, but for the unmistakable ones.
pub fn holiday(c: &Cursor, at: usize) -> Parse<Holiday> {
    if !c.is_capitalised(at) && !c.any(at, UNMISTAKABLE) {
        return None;
    }
    let names = HOLIDAYS.get(c.lower(at))?;
    let (words, holiday, next) = names
        .iter()
        .find_map(|(words, holiday)| Some((words, *holiday, spelled(c, at, words)?)))?;
    // `Christmas tree`, but `Victory Day parade`, `Christmas week`
    let day =
        words.iter().any(|word| matches!(*word, "day" | "eve" | "friday" | "sunday" | "monday"));
    let attribute = c.tag(next) == Some(Tag::Noun) && c.word(next) == Word::Other;
    (day || !attribute).then_some((holiday, next))
}

/// The tokens of a name: `new year's eve` -> `new` `year` `'s` `eve`.
fn tokens(name: &'static str) -> Vec<&'static str> {
    let mut tokens = Vec::new();
    for mut word in name.split(' ') {
        while let Some(cut) = word.find(['\'', '-']).map(|at| at.max(1)) {
            // A clitic keeps its apostrophe: `'s`.
            let clitic = word[..cut].is_empty() || &word[cut..] == "'s";
            tokens.push(&word[..cut]);
            word = &word[cut..];
            if clitic {
                break;
            }
        }
        tokens.extend((!word.is_empty()).then_some(word));
    }
    tokens
}

/// Where a name ends whose tokens stand at one.
fn spelled(c: &Cursor, at: usize, name: &[&str]) -> Option<usize> {
    let same = |(i, token): (usize, &&str)| match *token {
        "'s" => c.any(at + i, &["'s", "’s"]),
        "'" => c.any(at + i, &["'", "’"]),
        token => c.is(at + i, token),
    };
    name.iter().enumerate().all(same).then_some(at + name.len())
}

impl Holiday {
    /// Its day in a year.
    pub fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Holiday::Fixed { month, day } => Date::new(year, month, day).ok(),
            Holiday::Nth { month, weekday, nth, after } => {
                let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
                let month = Date::new(year, month, 1).ok()?;
                add(month.nth_weekday_of_month(nth, weekday).ok()?, 0, after)
            }
            Holiday::Once { year, month, day } => Date::new(year, month, day).ok(),
            Holiday::Easter { after } => add(easter(year)?, 0, after),
            Holiday::OrthodoxEaster { after } => add(orthodox_easter(year)?, 0, after),
        }
    }
}

/// Gregorian Easter Sunday, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as i8, (n % 31 + 1) as i8).ok()
}

/// Orthodox Easter Sunday in the Gregorian calendar: Meeus's Julian rule, moved by the calendars' distance.
fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let n = d + e + 114;
    let julian = Date::new(year, (n / 31) as i8, (n % 31 + 1) as i8).ok()?;
    add(julian, 0, y / 100 - y / 400 - 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::tests::found;

    #[test]
    fn names_are_divided_as_the_text_is() {
        for (name, expected) in [
            ("new year's eve", "new year 's eve"),
            ("presidents' day", "presidents ' day"),
            ("v-e day", "v - e day"),
        ] {
            assert_eq!(tokens(name).join(" "), expected);
        }
    }

    #[test]
    fn days() {
        for (name, year, expected) in [
            ("easter+0", 2022, "2022-04-17"),
            ("easter-2", 2024, "2024-03-29"),
            ("easter+49", 2019, "2019-06-09"),
            ("orthodox+0", 2022, "2022-04-24"),
            ("orthodox+0", 2024, "2024-05-05"),
            ("11/4/4", 2022, "2022-11-24"),
            ("11/4/4+1", 2022, "2022-11-25"),
            ("05/1/-1", 2022, "2022-05-30"),
            ("12-25", 2022, "2022-12-25"),
        ] {
            let day = parse(name).and_then(|holiday| holiday.in_year(year)).unwrap();
            assert_eq!(day.to_string(), expected, "{name}");
        }
    }

    #[test]
    fn the_examples_name_their_holiday_alone() {
        for [name, _, example] in rows() {
            let dates = found(example, "2022-05-04");
            let [date] = &dates[..] else { panic!("{example}: {dates:?}") };
            assert_eq!(date.0.to_lowercase(), name, "{example}");
            assert!(date.1.is_some(), "{example}");
        }
    }
}
