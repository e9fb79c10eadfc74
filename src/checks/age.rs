//! An age beside a day of birth: `Ida Brandt, 84, was born in 1936`.

use super::rules;
use crate::analysis::{Check, Date, Figure, FigureKind, Modifier, Sure};
use crate::desk::brief::Found;
use crate::fault::Fault;
use crate::text::Document;

/// Tokens from `born` to its date.
const NEAR: usize = 8;

/// Checks of the ages of a text whose day of publication is known.
pub fn faults(document: &Document, found: &Found) -> Vec<Check> {
    let Some(published) = &found.head.published else { return Vec::new() };
    let born = found.dates.iter().filter(|date| is_birth(document, date));
    born.filter_map(|date| {
        let age = age_beside(document, found, date)?;
        fault(document, &published.value, age, date)
    })
    .collect()
}

/// Whether a date follows `born`.
fn is_birth(document: &Document, date: &Date) -> bool {
    let at = document.token_at(date.span.start);
    let first = document.sentences[document.sentence_of(at)].tokens.start;
    (first.max(at.saturating_sub(NEAR))..at).any(|i| document.lower(i) == "born")
}

/// The one age in the sentence of a birth.
fn age_beside<'f>(document: &Document, found: &Found<'f>, date: &Date) -> Option<&'f Figure> {
    let number = document.sentence_of(document.token_at(date.span.start));
    let sentence = document.span(document.sentences[number].tokens.clone());
    let first = found.figures.partition_point(|figure| figure.span.start < sentence.start);
    let within =
        found.figures[first..].iter().take_while(|figure| figure.span.start < sentence.end);
    let mut ages = within.filter(|figure| figure.kind == FigureKind::Age);
    let age = ages.next().filter(|age| age.modifier == Modifier::Exactly)?;
    ages.next().is_none().then_some(age)
}

fn fault(document: &Document, published: &str, age: &Figure, birth: &Date) -> Option<Check> {
    let value = age.value.filter(|&value| value >= 1.0)?;
    let [first, last] = birth.interval.as_ref()?;
    // Who is born in the course of a year may have had their birthday or not.
    let (oldest, youngest) = (years(first, published)?, years(last, published)?);
    if (youngest..=oldest).contains(&(value as i32)) || oldest < 1 {
        return None;
    }
    let known =
        if youngest == oldest { oldest.to_string() } else { format!("{youngest} or {oldest}") };
    let what = format!("Who was born {} is {known}, not {}.", when(document, birth), age.value?);
    let fault = Fault { rule: rules::AGE, what, sure: Sure::Likely };
    let mut spans = vec![age.span, birth.span];
    crate::sort::by_key(&mut spans, |span| (span.start, span.end));
    Some(fault.at(document, spans))
}

fn when(document: &Document, birth: &Date) -> String {
    let text = birth.span.of(document.text);
    let year = text.chars().all(|c| c.is_ascii_digit());
    format!("{} {text}", if year { "in" } else { "on" })
}

/// Full years from one day to another, `YYYY-MM-DD`.
fn years(from: &str, to: &str) -> Option<i32> {
    let year = |day: &str| day.get(..4)?.parse::<i32>().ok();
    let before = to.get(5..10)? < from.get(5..10)?;
    Some(year(to)? - year(from)? - i32::from(before))
}
