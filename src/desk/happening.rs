//! Sentences with a day -> happenings, of which the timeline is made.

use std::collections::HashMap;

use super::brief::{Found, Happening, Words};
use crate::Reference;
use crate::analysis::{Date, DateType, ParagraphKind, Quote};
use crate::dates::days_between;
use crate::text::Document;

/// What is spread over more days tells of no event.
const LONGEST: i32 = 31;
/// No more words than this of a sentence are compared.
const WORDS: usize = 60;

/// The happenings of an article, in the order of the text.
pub fn all(document: &Document, words: &Words, found: &Found) -> Vec<Happening> {
    let mut said: HashMap<&str, &Quote> = HashMap::new();
    for quote in found.quotes {
        if let Some(date) = &quote.date {
            said.entry(date).or_insert(quote);
        }
    }
    found.dates.iter().filter_map(|date| of_date(document, words, &said, found, date)).collect()
}

fn of_date(
    document: &Document,
    words: &Words,
    said: &HashMap<&str, &Quote>,
    found: &Found,
    date: &Date,
) -> Option<Happening> {
    let days =
        date.interval.clone().filter(|days| length(days).is_some_and(|days| days <= LONGEST))?;
    let dateline = found.head.paragraphs.iter().any(|paragraph| {
        paragraph.kind == ParagraphKind::Dateline && paragraph.span.contains(date.span)
    });
    if !matches!(date.kind, DateType::Date | DateType::Time) || date.vague || dateline {
        return None;
    }
    let tokens =
        document.sentences[document.sentence_of(document.token_at(date.span.start))].tokens.clone();
    let quote = said.get(&*date.id).copied();
    Some(Happening {
        date: date.id.clone(),
        span: date.span,
        sentence: document.sentence_around(date.span),
        days,
        time: date.value.as_deref().and_then(clock),
        quote: quote.map(|quote| quote.id.clone()),
        speaker: quote.and_then(|quote| found.source(quote.speaker_id.as_deref()?)),
        words: tokens.take(WORDS).filter_map(|at| words[at]).collect(),
    })
}

/// `HH:MM` of a TIMEX3 value, `2026-05-10T22:15`.
fn clock(value: &str) -> Option<String> {
    let (_, time) = value.split_once('T')?;
    let digits = time.bytes().filter(u8::is_ascii_digit).count() >= 4;
    (digits && time.as_bytes().get(2) == Some(&b':')).then(|| time[..5].to_owned())
}

/// From the first day to the last; `None` for days that are no dates of ours, such as those before Christ.
fn length([first, last]: &[String; 2]) -> Option<i32> {
    let day = |day: &str| day.parse::<Reference>().ok().map(|day| day.date);
    Some(days_between(day(first)?, day(last)?))
}
