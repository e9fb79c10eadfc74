//! Whole sentences: what is found in them, and what it means.

use crate::syntax::Syntax;
use crate::text::Document;

/// The words and the value of every expression.
pub fn found(text: &str, reference: &str) -> Vec<(String, Option<String>)> {
    let document = Document::new(text);
    let syntax = Syntax::new(&document);
    let dates = super::find(&document, &syntax, reference.parse().ok());
    dates.into_iter().map(|date| (date.text, date.value)).collect()
}

/// `words=value; words=value`, `?` for no value.
fn summary(text: &str, reference: &str) -> String {
    let found = found(text, reference).into_iter();
    let parts: Vec<String> = found
        .map(|(words, value)| format!("{words}={}", value.as_deref().unwrap_or("?")))
        .collect();
    parts.join("; ")
}

fn check(cases: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|&(text, reference, expected)| (text, expected, summary(text, reference)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A Wednesday.
const DAY: &str = "2022-05-04";

#[test]
fn calendar_dates() {
    check(&[
        ("It ended on May 4, 2022.", DAY, "May 4, 2022=2022-05-04"),
        ("It ended on Wed., 4 May 2022.", DAY, "Wed., 4 May 2022=2022-05-04"),
        ("4:01 p.m., May 4, 2022", DAY, "4:01 p.m., May 4, 2022=2022-05-04T16:01"),
        ("Updated 2022-05-04.", "", "2022-05-04=2022-05-04"),
        ("Printed 04/05/2022.", "", "04/05/2022=?"),
        ("Printed 23/05/2022.", "", "23/05/2022=2022-05-23"),
        ("The parade is on 9 May.", DAY, "9 May=2022-05-09"),
        ("The order came in writing (April 21).", DAY, "April 21=2022-04-21"),
        ("He spoke on Saturday (23) in Kyiv.", "2022-04-24", "Saturday (23)=2022-04-23"),
        ("It is valid from 9 to 11 June.", DAY, "9=2022-06-09; 11 June=2022-06-11"),
        ("Nobody had seen it since 1945.", DAY, "1945=1945"),
        ("In the 1990s and the 20th century", DAY, "the 1990s=199; the 20th century=19"),
    ]);
}

#[test]
fn not_dates() {
    check(&[
        ("You may march when the sun sets.", DAY, ""),
        ("Ms May said 1,500 people fell.", DAY, ""),
        ("It won 3-2 and rose 1/4 to $1945.", DAY, ""),
        ("The 70-year-old woman came second.", DAY, ""),
        ("About 2000 soldiers were there.", DAY, ""),
    ]);
}

#[test]
fn near_publication() {
    check(&[
        (
            "She left on Wednesday and he on Tuesday.",
            DAY,
            "Wednesday=2022-05-04; Tuesday=2022-05-03",
        ),
        ("She will leave on Thursday.", DAY, "Thursday=2022-05-05"),
        ("They came at the end of last week.", DAY, "the end of last week=2022-W17"),
        ("He said so late on Wednesday.", DAY, "late on Wednesday=2022-05-04"),
        ("An overnight raid hit the town.", "2022-05-06", "overnight=2022-05-05TNI"),
        (
            "He spoke this evening, earlier today.",
            DAY,
            "this evening=2022-05-04TEV; earlier today=2022-05-04",
        ),
        ("He left yesterday.", "", "yesterday=?"),
        ("It is open from 8am to 6pm.", DAY, "8am=2022-05-04T08:00; 6pm=2022-05-04T18:00"),
    ]);
}

#[test]
fn lengths_and_sets() {
    check(&[
        ("They have fought alone for 71 days.", DAY, "71 days=P71D"),
        ("It is closed over the next three days.", DAY, "the next three days=P3D"),
        ("She had hidden for weeks.", DAY, "weeks=PXW"),
        (
            "In his nightly address he named every Thursday.",
            DAY,
            "nightly=P1D; every Thursday=XXXX-WXX-4",
        ),
        ("It costs $500 a month.", DAY, "a month=P1M"),
    ]);
}
