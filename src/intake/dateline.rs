//! The line that says when an article was published.

use std::sync::LazyLock;

use jiff::civil::{Date, Time};
use regex::{Captures, Regex};

use crate::{Reference, Span};

/// A date line, or the date at the head of a text's first line.
pub struct Dateline {
    /// The date itself; bytes.
    pub span: Span,
    pub reference: Reference,
    /// The time zone of its clock, as it is named: `GMT`.
    pub zone: Option<String>,
    /// What stands before the date: `Meridian Wire` in `Meridian Wire, 7:20 a.m., May 11, 2026`.
    pub outlet: Option<String>,
}

const MONTH: &str = "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)[.]?";
const WEEKDAY: &str =
    "(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?[.]?,? +)?";
const CLOCK: &str = "(?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{2})(?: *(?<half>[ap])[.]?m[.]?)?(?: +(?<zone>[A-Z]{2,4}))?";

/// The shapes of a date with its year, by the order of day, month and year.
static SHAPES: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    let after = format!("(?:(?:,? +at)?,? +(?:at +)?{CLOCK})?");
    let before = format!("(?:{},? +(?:on +)?)?", CLOCK.replace("(?<", "(?<early_"));
    [
        format!("{before}{WEEKDAY}{MONTH} +(?<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? +(?<year>[12][0-9]{{3}}){after}"),
        format!("{before}{WEEKDAY}(?<day>[0-9]{{1,2}})(?:st|nd|rd|th)? +{MONTH},? +(?<year>[12][0-9]{{3}}){after}"),
        format!("(?<year>[12][0-9]{{3}})-(?<numeral>[0-9]{{2}})-(?<day>[0-9]{{2}})(?:[T ]{CLOCK})?"),
    ]
    .map(|shape| pattern(&shape))
});

/// Words that announce the date, at the start of the line.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "^(?i-u:date|dated|published|posted|updated|first published|last updated|publication date)(?: +on)?(?: *[:=] *| +)",
    )
});

/// Not `expect`, which would bring all that can be said of a wrong pattern into the module, 12 KB.
fn pattern(shape: &str) -> Regex {
    let Ok(pattern) = Regex::new(shape) else { panic!("the patterns are constants") };
    pattern
}

/// Longest line that is nothing but a date line, in bytes.
const LONGEST: usize = 120;

/// The publication date that a paragraph gives, if it is a date line or begins as one.
///
/// A date after a label (`date 2022-04-24 Ukraine …`) may have the text itself behind it. Any other must
/// end its line, so that a date in running text is never taken for the day of publication.
pub fn find(text: &str, paragraph: Span) -> Option<Dateline> {
    let line = paragraph.of(text);
    let label = LABEL.find(line).map(|label| label.end());
    let head = &line[..line.len().min(floor(line, LONGEST))];
    SHAPES.iter().find_map(|shape| {
        let captures = shape.captures(head)?;
        let date = captures.get(0)?;
        let whole = ends(line, date.end());
        let before =
            before_date(line[..date.start()].get(label.unwrap_or(0)..).unwrap_or_default());
        if label != Some(date.start()) && !(whole && line.len() <= LONGEST && is_name(before)) {
            return None;
        }
        Some(Dateline {
            span: Span::new(paragraph.start + date.start(), paragraph.start + date.end()),
            reference: reference(&captures)?,
            zone: captures
                .name("early_zone")
                .or(captures.name("zone"))
                .map(|zone| zone.as_str().to_owned()),
            outlet: outlet(before),
        })
    })
}

fn floor(line: &str, mut at: usize) -> usize {
    while at < line.len() && !line.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Whether nothing but a stop or a reading time follows.
fn ends(line: &str, at: usize) -> bool {
    line[at..].chars().all(|c| !c.is_alphanumeric())
}

/// What stands before the date, without the marks between them.
fn before_date(before: &str) -> &str {
    before.trim_end_matches(|c: char| ",|·•-–—:/(".contains(c) || c.is_whitespace())
}

/// The outlet's name in what stands before the date: not the writer's name, not a section.
fn outlet(before: &str) -> Option<String> {
    let unsigned = match is_byline(before) {
        true => before.split_once(", ").map_or("", |(_, rest)| rest),
        false => before,
    };
    let name = unsigned.split(" | ").next().unwrap_or_default().trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// `By Hanne Lorv`
pub fn is_byline(line: &str) -> bool {
    let name = line.strip_prefix("By ").or_else(|| line.strip_prefix("by "));
    name.is_some_and(|name| name.len() <= LONGEST && is_name(name))
}

/// Whether words read like the name of an outlet or a place, not like a sentence: all but the small
/// ones have a capital.
fn is_name(words: &str) -> bool {
    const SMALL: [&str; 9] = ["with", "and", "of", "the", "by", "in", "for", "de", "on"];
    let capital =
        |word: &str| word.starts_with(|c: char| !c.is_lowercase()) || SMALL.contains(&word);
    words.len() <= 60 && words.split_whitespace().all(capital)
}

fn reference(captures: &Captures) -> Option<Reference> {
    let number =
        |name: &str| captures.name(name).and_then(|group| group.as_str().parse::<i16>().ok());
    let month = match captures.name("month") {
        Some(name) => month(name.as_str())?,
        None => number("numeral")?,
    };
    let date = Date::new(number("year")?, month as i8, number("day")? as i8).ok()?;
    let clock = |prefix: &str| {
        let hour = number(&format!("{prefix}hour"))?;
        let half = captures.name(&format!("{prefix}half")).map(|group| group.as_str());
        let hour = match half {
            Some("a") => hour % 12,
            Some(_) => hour % 12 + 12,
            None => hour,
        };
        Time::new(hour as i8, number(&format!("{prefix}minute"))? as i8, 0, 0).ok()
    };
    Some(Reference { date, time: clock("early_").or_else(|| clock("")) })
}

fn month(name: &str) -> Option<i16> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    MONTHS.iter().position(|month| name.starts_with(month)).map(|index| index as i16 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        for (line, expected) in [
            ("date 2026-05-12 The ferry ran aground off Grim Point.", "2026-05-12 None"),
            ("Meridian Wire, 7:20 a.m., May 11, 2026", "2026-05-11T07:20 Some(\"Meridian Wire\")"),
            ("Coast Radio 4:10 p.m., May 6, 2026", "2026-05-06T16:10 Some(\"Coast Radio\")"),
            ("Published: 12 May 2026", "2026-05-12 None"),
            ("Tuesday 12 May 2026, 18:05", "2026-05-12T18:05 None"),
            ("Updated on Wed., Sept. 3, 2025", "2025-09-03 None"),
            ("The Tarrow Courier | 2026-05-12", "2026-05-12 Some(\"The Tarrow Courier\")"),
            ("By Hanne Lorv, Coast Radio, 12 May 2026", "2026-05-12 Some(\"Coast Radio\")"),
            ("By Hanne Lorv, 12 May 2026", "2026-05-12 None"),
            ("Northern Ledger | Business | 12 May 2026", "2026-05-12 Some(\"Northern Ledger\")"),
            ("Published 2026-05-12T06:30", "2026-05-12T06:30 None"),
            ("12 May 2026, 18:05 BST", "2026-05-12T18:05 None"),
        ] {
            let found = find(line, Span::new(0, line.len())).expect(line);
            assert_eq!(format!("{} {:?}", found.reference, found.outlet), expected, "{line}");
        }
    }

    #[test]
    fn running_text_is_no_dateline() {
        for line in [
            "The ferry was built on 4 May 1994 and has sailed since.",
            "It happened on May 4, and nobody was told of it.",
            "Published in 2019, the report named nobody.",
            "On 31 February 2026",
        ] {
            assert!(find(line, Span::new(0, line.len())).is_none(), "{line}");
        }
    }
}
