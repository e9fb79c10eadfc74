//! Figures and lengths of time -> claims.

use super::brief::{Amount, Claim, Found};
use super::words::stem_at;
use crate::analysis::{Date, DateType, Figure, FigureKind, Modifier, ParagraphKind, Span};
use crate::figures::common_unit;
use crate::syntax::Syntax;
use crate::text::Document;

/// So many tokens from the figure a word of its sentence is near.
const NEAR: usize = 6;
/// What a word counts that is farther.
const FAR: f32 = 0.4;
/// No more words than this on either side are read, so that a sentence without an end costs no more than others.
const REACH: usize = 40;

/// The claims of an article, in the order of the text.
pub fn all(document: &Document, syntax: &Syntax, found: &Found) -> Vec<Claim> {
    let figures = found.figures.iter().filter_map(|figure| of_figure(document, syntax, found, figure));
    let durations = found.dates.iter().filter_map(|date| {
        let figure = found.figures.partition_point(|figure| figure.span.end <= date.span.start);
        let known = found.figures.get(figure).is_some_and(|figure| figure.span.overlaps(date.span));
        if known { None } else { of_duration(document, syntax, found, date) }
    });
    let mut claims: Vec<Claim> = figures.chain(durations).collect();
    crate::sort::by_key(&mut claims, |claim| (claim.span.start, claim.span.end));
    claims
}

fn of_figure(
    document: &Document,
    syntax: &Syntax,
    found: &Found,
    figure: &Figure,
) -> Option<Claim> {
    if matches!(figure.kind, FigureKind::Age | FigureKind::Ordinal | FigureKind::Rating) {
        return None;
    }
    let (measure, amount) = measured(figure)?;
    let noun = figure.noun.filter(|noun| noun.start >= figure.span.start);
    let span = noun.map_or(figure.span, |noun| figure.span.join(noun));
    let (head, modifiers) = counted(document, syntax, figure);
    let quote = figure.quote.as_ref().and_then(|id| found.quotes.iter().find(|q| q.id == *id));
    let date = figure.date.as_ref().and_then(|id| found.dates.iter().find(|date| date.id == *id));
    let verb = figure.verb.and_then(|verb| stem_at(document, syntax, document.token_at(verb.start)));
    Some(Claim {
        id: figure.id.clone(),
        kind: figure.kind,
        measure,
        amount,
        head,
        modifiers,
        status: figure.status.clone(),
        verb,
        context: context(document, syntax, span, figure.noun),
        place: figure.place.map(|place| place.of(document.text).to_lowercase()),
        days: date.and_then(|date| date.interval.clone()),
        source: quote.and_then(|quote| found.source(quote.speaker_id.as_deref()?)),
        title: in_title(found, span),
        part: figure.part_of.is_some(),
        additive: figure.additive,
        hedged: figure.hedge.is_some(),
        span,
    })
}

/// `for 47 days`: a length of time that is no figure.
fn of_duration(
    document: &Document,
    syntax: &Syntax,
    found: &Found,
    date: &Date,
) -> Option<Claim> {
    if date.kind != DateType::Duration || date.vague || date.range.is_some() {
        return None;
    }
    let (number, unit) = period(date.value.as_deref()?)?;
    let (measure, size, _) = common_unit(unit)?;
    let amount = Amount {
        low: number * size,
        high: number * size,
        modifier: Modifier::Exactly,
        step: size,
        vague: false,
    };
    Some(Claim {
        id: date.id.clone(),
        span: date.span,
        kind: FigureKind::Duration,
        measure: measure.to_owned(),
        amount,
        head: String::new(),
        modifiers: Vec::new(),
        status: None,
        verb: None,
        context: context(document, syntax, date.span, None),
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

/// What a figure is comparable with, and how much it is in the common unit.
fn measured(figure: &Figure) -> Option<(String, Amount)> {
    let (low, high) = (figure.value.or(figure.low)?, figure.value.or(figure.high)?);
    let unit = figure.unit.as_deref().unwrap_or_default();
    let rate = unit.split_once(" per ").filter(|_| common_unit(unit).is_none());
    let (unit, per) = rate.map_or((unit, None), |(unit, per)| (unit, Some(per)));
    let (measure, size) = match figure.kind {
        FigureKind::Fraction => ("share", 1.0),
        FigureKind::Percent if unit == "percent" => ("share", 0.01),
        FigureKind::Count => ("count", 1.0),
        FigureKind::Score | FigureKind::Multiplier => (kind_name(figure.kind), 1.0),
        _ => common_unit(unit).map_or((unit, 1.0), |(dimension, size, _)| (dimension, size)),
    };
    let measure = per.map_or(measure.to_owned(), |per| format!("{measure} per {per}"));
    let vague = figure.value.is_none() && figure.rule.name == "vague-number";
    let step = step(low).min(step(high)) * size;
    let amount =
        Amount { low: low * size, high: high * size, modifier: figure.modifier, step, vague };
    Some((measure, amount))
}

fn kind_name(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Score => "score",
        _ => "multiplier",
    }
}

/// The unit of the last digit that is not nought: 100 for 1,200, and 0.1 for 6.4.
fn step(value: f64) -> f64 {
    if value == 0.0 {
        return 1.0;
    }
    let mut unit = 10f64.powi(value.abs().log10().floor() as i32);
    while unit > 1e-4 && (value / unit - (value / unit).round()).abs() > 1e-6 {
        unit /= 10.0;
    }
    unit
}

/// The counted noun, and the words that stand with it.
fn counted(document: &Document, syntax: &Syntax, figure: &Figure) -> (String, Vec<String>) {
    let Some(noun) = figure.noun else { return Default::default() };
    let tokens = document.tokens_in(noun);
    let Some(last) = tokens.clone().next_back() else { return Default::default() };
    let head = stem_at(document, syntax, last).unwrap_or_default();
    let modifiers = (tokens.start..last).filter_map(|at| stem_at(document, syntax, at)).collect();
    (head, modifiers)
}

/// The content words of the sentence around a claim, each with its nearness.
fn context(
    document: &Document,
    syntax: &Syntax,
    span: Span,
    noun: Option<Span>,
) -> Vec<(String, f32)> {
    let own = document.tokens_in(span);
    let sentence = document.sentence_of(document.token_at(span.start));
    let sentence = &document.sentences[sentence].tokens;
    let reach = sentence.start.max(own.start.saturating_sub(REACH))
        ..sentence.end.min(own.end + REACH);
    let noun = noun.map(|noun| document.tokens_in(noun)).unwrap_or_default();
    let mut words: Vec<(String, f32)> = Vec::new();
    for at in reach.filter(|at| !own.contains(at) && !noun.contains(at)) {
        let Some(stem) = stem_at(document, syntax, at) else { continue };
        let distance = if at < own.start { own.start - at } else { at + 1 - own.end };
        let weight = if distance <= NEAR { 1.0 } else { FAR };
        match words.iter_mut().find(|(known, _)| *known == stem) {
            Some((_, known)) => *known = known.max(weight),
            None => words.push((stem, weight)),
        }
    }
    words
}
