//! Figures and lengths of time -> claims.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::brief::{Amount, Claim, Found, Words};
use super::predicate;
use super::words::{Word, word};
use crate::analysis::{
    Date, DateModifier, DateType, Figure, FigureKind, Modifier, ParagraphKind, Span, place,
};
use crate::figures::{common_unit, last_digit};
use crate::syntax::Syntax;
use crate::text::Document;

/// So many tokens from the figure a word of its sentence is near.
const NEAR: usize = 6;
/// What a word counts that is farther.
pub const FAR: f32 = 0.4;
/// What a word counts of the sentences beside.
const BESIDE: f32 = 0.15;
/// Counted nouns that stand for any person.
const ANYBODY: &[&str] = &["person", "other", "victim", "casualty", "name", "survivor"];
/// No more words than this on either side are read, so that a sentence without an end costs no more than others.
const REACH: usize = 40;

/// The claims of an article, in the order of the text.
pub fn all(document: &Document, syntax: &Syntax, words: &Words, found: &Found) -> Vec<Claim> {
    let figures =
        found.figures.iter().filter_map(|figure| of_figure(document, words, found, figure));
    let durations = found.dates.iter().filter_map(|date| {
        let figure = found.figures.partition_point(|figure| figure.span.end <= date.span.start);
        let known = found.figures.get(figure).is_some_and(|figure| figure.span.overlaps(date.span));
        if known { None } else { of_duration(document, words, found, date) }
    });
    let mut claims: Vec<Claim> = figures.chain(durations).collect();
    for claim in &mut claims {
        claim.predicate = predicate::of(document, syntax, document.tokens_in(claim.span));
    }
    crate::sort::by_key(&mut claims, |claim| (claim.span.start, claim.span.end));
    with_periods(document, claims)
}

/// `$2.4 billion over five years` is one claim.
fn with_periods(document: &Document, claims: Vec<Claim>) -> Vec<Claim> {
    let mut joined: Vec<Claim> = Vec::new();
    for claim in claims {
        let within = |paid: &&mut Claim| {
            let between = document.text.get(paid.span.end..claim.span.end).unwrap_or_default();
            let words = between.trim_start();
            paid.measure == "money"
                && claim.measure == "time"
                && words.len() < between.len()
                && (words.starts_with("over ") || words.starts_with("in "))
                && words.len() <= claim.span.end - claim.span.start + "in ".len()
        };
        match joined.last_mut().filter(within) {
            Some(paid) => paid.span.end = claim.span.end,
            None => joined.push(claim),
        }
    }
    joined
}

fn of_figure(document: &Document, words: &Words, found: &Found, figure: &Figure) -> Option<Claim> {
    let kind = match figure.kind {
        FigureKind::Age | FigureKind::Ordinal => true,
        FigureKind::Rating => figure.unit.as_deref() != Some("magnitude"),
        _ => false,
    };
    // `11 miles (18 km)` is claimed once.
    let converted = figure.same_as.as_ref().is_some_and(|id| id.starts_with('f'));
    if kind || converted {
        return None;
    }
    let (measure, amount, (size, offset)) = measured(figure)?;
    let noun = figure.noun.filter(|noun| noun.start >= figure.span.start);
    let span = noun.map_or(figure.span, |noun| figure.span.join(noun));
    let Counted { head, anybody, modifiers } = counted(document, words, figure);
    let quote = figure.quote.as_ref().and_then(|id| found.quotes.get(place(id, 'q')?));
    let date = figure.date.as_ref().and_then(|id| found.dates.get(place(id, 'd')?));
    Some(Claim {
        id: figure.id.clone(),
        sentence: document.sentence_around(span),
        label: label(document, figure),
        measure,
        unit: figure.unit.clone(),
        amount,
        size,
        offset,
        head,
        anybody,
        modifiers,
        status: figure.status.clone(),
        predicate: None,
        context: context(document, words, span, figure.noun),
        place: figure.place.map(|place| word(&place.of(document.text).to_lowercase())),
        days: date.and_then(|date| date.interval.clone()),
        source: quote.and_then(|quote| quote.speaker_name.clone()),
        title: in_title(found, span),
        part: figure.part_of.is_some(),
        additive: figure.additive,
        hedged: figure.hedge.is_some(),
        span,
    })
}

/// `for 47 days`: a length of time that is no figure.
fn of_duration(document: &Document, words: &Words, found: &Found, date: &Date) -> Option<Claim> {
    if date.kind != DateType::Duration || date.vague || date.range.is_some() {
        return None;
    }
    let (number, unit) = period(date.value.as_deref()?)?;
    let (measure, size, offset) = common_unit(unit)?;
    let modifier = match date.modifier {
        Some(DateModifier::Approx) => Modifier::About,
        Some(DateModifier::MoreThan) => Modifier::MoreThan,
        Some(DateModifier::LessThan) => Modifier::LessThan,
        _ => Modifier::Exactly,
    };
    let amount =
        Amount { low: number, high: number, modifier, step: last_digit(number), vague: false };
    Some(Claim {
        id: date.id.clone(),
        span: date.span,
        sentence: document.sentence_around(date.span),
        label: date.text.clone(),
        measure: measure.to_owned(),
        unit: Some(unit.to_owned()),
        amount,
        size,
        offset,
        head: None,
        anybody: true,
        modifiers: Vec::new(),
        status: None,
        predicate: None,
        context: context(document, words, date.span, None),
        place: None,
        days: None,
        source: None,
        title: in_title(found, date.span),
        part: false,
        additive: false,
        hedged: false,
    })
}

/// The number and the unit of a TIMEX3 duration: `P47D`, `PT9H`.
fn period(value: &str) -> Option<(f64, &'static str)> {
    let (time, rest) = match value.strip_prefix("PT") {
        Some(rest) => (true, rest),
        None => (false, value.strip_prefix('P')?),
    };
    let number = rest.get(..rest.len().checked_sub(1)?)?.parse().ok()?;
    let unit = match (time, rest.as_bytes()[rest.len() - 1]) {
        (true, b'H') => "hour",
        (true, b'M') => "minute",
        (true, b'S') => "second",
        (false, b'D') => "day",
        (false, b'W') => "week",
        (false, b'M') => "month",
        (false, b'Y') => "year",
        _ => return None,
    };
    Some((number, unit))
}

fn in_title(found: &Found, span: Span) -> bool {
    let title = found.head.paragraphs.iter().find(|p| p.kind == ParagraphKind::Title);
    title.is_some_and(|title| title.span.contains(span))
}

/// What a figure is comparable with, how much it is, and the line to the common unit.
fn measured(figure: &Figure) -> Option<(String, Amount, (f64, f64))> {
    let (low, high) = (figure.value.or(figure.low)?, figure.value.or(figure.high)?);
    let unit = figure.unit.as_deref().unwrap_or_default();
    let (measure, size, offset) = match figure.kind {
        FigureKind::Fraction => ("share".to_owned(), 1.0, 0.0),
        FigureKind::Percent if unit == "percent" => ("share".to_owned(), 0.01, 0.0),
        FigureKind::Count if !unit.contains(" per ") => ("count".to_owned(), 1.0, 0.0),
        FigureKind::Score => ("score".to_owned(), 1.0, 0.0),
        FigureKind::Multiplier => ("multiplier".to_owned(), 1.0, 0.0),
        _ => common(unit),
    };
    let vague = figure.value.is_none() && figure.rule.name == "vague-number";
    let step = last_digit(low).min(last_digit(high));
    Some((measure, Amount { low, high, modifier: figure.modifier, step, vague }, (size, offset)))
}

/// The measure of a unit, and the line to the common unit of that measure.
fn common(unit: &str) -> (String, f64, f64) {
    if let Some((dimension, size, offset)) = common_unit(unit) {
        return (dimension.to_owned(), size, offset);
    }
    if let Some((of, per)) = unit.split_once(" per ") {
        let (measure, size, _) = common(of);
        return match common_unit(per) {
            Some((dimension, per, _)) => (format!("{measure} per {dimension}"), size / per, 0.0),
            None => (format!("{measure} per {per}"), size, 0.0),
        };
    }
    match ROUGH.get(unit) {
        Some(&(measure, size)) => (measure.to_owned(), size, 0.0),
        None => (unit.to_owned(), 1.0, 0.0),
    }
}

/// What units come to that are not always the same (`rough.tsv`): currencies in dollars, tons, gallons; enough to see
/// that two amounts can be one.
static ROUGH: LazyLock<HashMap<&str, (&str, f64)>> = LazyLock::new(|| {
    let rows = word_list!("desk/rough.tsv").lines().skip(1).map(|row| row.split('\t'));
    rows.filter_map(|mut row| Some((row.next()?, (row.next()?, row.next()?.parse().ok()?))))
        .collect()
});

/// What is counted, for the reader: `people trapped`.
fn label(document: &Document, figure: &Figure) -> String {
    let noun = figure.noun.map(|noun| noun.on_one_line(document.text));
    let what = noun.or_else(|| figure.concept.clone()).unwrap_or_default();
    match &figure.status {
        Some(status) if what.is_empty() => status.clone(),
        Some(status) if !what.to_lowercase().contains(&**status) => format!("{what} {status}"),
        _ => what,
    }
}

/// The counted noun, and the words that stand with it.
struct Counted {
    head: Option<Word>,
    anybody: bool,
    modifiers: Vec<Word>,
}

fn counted(document: &Document, words: &Words, figure: &Figure) -> Counted {
    let nothing = Counted { head: None, anybody: true, modifiers: Vec::new() };
    let Some(noun) = figure.noun else { return nothing };
    let tokens = document.tokens_in(noun);
    let Some(last) = tokens.clone().next_back() else { return nothing };
    let head = words[last];
    Counted {
        anybody: head.is_none_or(|head| ANYBODY.iter().any(|anybody| word(anybody) == head)),
        head,
        modifiers: (tokens.start..last).filter_map(|at| words[at]).collect(),
    }
}

/// The content words around a claim, each with its nearness: those of its sentence, and of the sentences before and
/// after in its paragraph.
fn context(document: &Document, words: &Words, span: Span, noun: Option<Span>) -> Vec<(Word, f32)> {
    let own = document.tokens_in(span);
    let at = document.sentence_of(document.token_at(span.start));
    let sentence = document.sentences[at].tokens.clone();
    let noun = noun.map(|noun| document.tokens_in(noun)).unwrap_or_default();
    let mut around: Vec<(Word, f32)> = Vec::new();
    let mut add = |at: usize, weight: f32| {
        let Some(word) = words[at] else { return };
        match around.iter_mut().find(|(known, _)| *known == word) {
            Some((_, known)) => *known = known.max(weight),
            None => around.push((word, weight)),
        }
    };
    let reach =
        sentence.start.max(own.start.saturating_sub(REACH))..sentence.end.min(own.end + REACH);
    for at in reach.filter(|at| !own.contains(at) && !noun.contains(at)) {
        let distance = if at < own.start { own.start - at } else { at + 1 - own.end };
        add(at, if distance <= NEAR { 1.0 } else { FAR });
    }
    // Words of the sentences beside only tell which claims are worth comparing.
    let paragraph = document.paragraphs[document.paragraph_of(sentence.start)];
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    for beside in beside.filter_map(|at| document.sentences.get(at)) {
        if paragraph.contains(document.span(beside.tokens.clone())) {
            beside.tokens.clone().take(REACH).for_each(|at| add(at, BESIDE));
        }
    }
    around
}
