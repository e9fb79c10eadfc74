//! Findings in short words, for whatever a person reads: the exports and the report of the command line.

use super::Exported;
use crate::analysis::{Act, Date, Figure, FigureKind, Modifier, Quote, QuoteKind, Review};
use crate::dates::MONTHS;
pub use crate::span::on_one_line;

/// Whether a report lists it: a length of time stands with the dates, and places in a row are many and seldom in doubt.
pub fn is_listed(figure: &Figure) -> bool {
    !figure.is_date() && (figure.kind != FigureKind::Ordinal || figure.review.is_some())
}

/// The number with its bound, and with its unit unless a noun says what is counted: `≥ 31`, `200–300`, `4.5 percent`.
/// Words that hold no number stay as they are.
pub fn value(figure: &Figure) -> String {
    let sign = match figure.modifier {
        Modifier::Exactly => "",
        Modifier::About => "~ ",
        Modifier::MoreThan => "> ",
        Modifier::AtLeast => "≥ ",
        Modifier::LessThan => "< ",
        Modifier::AtMost => "≤ ",
        Modifier::Up => "up ",
        Modifier::Down => "down ",
    };
    let number = match (figure.value, figure.low, figure.high) {
        (Some(value), ..) => number(value),
        (None, Some(low), Some(high)) => format!("{}–{}", number(low), number(high)),
        _ => on_one_line(&figure.text),
    };
    let unit = figure.unit.as_deref().filter(|_| figure.noun.is_none());
    let unit = unit.map(|unit| format!(" {unit}")).unwrap_or_default();
    format!("{sign}{number}{unit}")
}

/// To four decimals (a third is 0.3333), thousands apart.
///
/// ```
/// # use copydesk::export::words::number;
/// assert_eq!([1_200_000.0, -4500.5, 1.0 / 3.0, 31.0].map(number), ["1,200,000", "-4,500.5", "0.3333", "31"]);
/// ```
pub fn number(value: f64) -> String {
    let plain = ((value * 1e4).round() / 1e4).to_string();
    let (sign, plain) = plain.strip_prefix('-').map_or(("", &*plain), |rest| ("-", rest));
    let (whole, fraction) = plain.find('.').map_or((plain, ""), |at| plain.split_at(at));
    let mut out = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + fraction
}

/// What is counted or measured; for a bare count its unit, as what it is about cannot be told from the words around it.
pub fn counted<'a>(article: &Exported<'a>, figure: &'a Figure) -> Option<&'a str> {
    let about = match figure.kind {
        FigureKind::Count => figure.unit.as_deref(),
        _ => figure.concept.as_deref().and_then(|concept| concept.split(", ").next()),
    };
    figure.noun.map(|noun| noun.of(article.text)).or(about)
}

/// What happened to what is counted: a class (`injured`), else the word that says it.
pub fn happened<'a>(article: &Exported<'a>, figure: &'a Figure) -> Option<&'a str> {
    figure.status.as_deref().or_else(|| figure.verb.map(|verb| verb.of(article.text)))
}

/// Who says a figure, where it is known.
pub fn claimant<'a>(article: &Exported<'a>, figure: &Figure) -> Option<&'a str> {
    article.quote(figure.quote.as_deref())?.speaker_name.as_deref()
}

/// The words that were said, in one line.
pub fn said(article: &Exported, quote: &Quote) -> String {
    let pieces: Vec<&str> = quote.content.iter().map(|piece| piece.of(article.text)).collect();
    on_one_line(&pieces.join(" … "))
}

/// In whose words, and whether they were said at all: `indirect, believed`.
pub fn manner(quote: &Quote) -> String {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Mixed => "mixed",
    };
    let act = match quote.act {
        _ if quote.negated => ", not said",
        Act::Speech => "",
        Act::Belief => ", believed",
        Act::Plan => ", wished",
    };
    format!("{kind}{act}")
}

/// The days that a date means, `9 May 2022 to 11 May 2022`, with its hour; its value where no day is known.
pub fn meaning(date: &Date) -> String {
    let Some([first, last]) = &date.interval else {
        return date.value.clone().unwrap_or_else(|| "unresolved".to_owned());
    };
    if first != last {
        return format!("{} to {}", day(first), day(last));
    }
    // `2022-05-04T16:01`, but not `2022-05-04TEV`.
    let has_clock = |value: &&str| {
        value
            .split_once('T')
            .is_some_and(|(_, time)| time.starts_with(|c: char| c.is_ascii_digit()))
    };
    day(date.value.as_deref().filter(has_clock).unwrap_or(first))
}

/// A day or minute in words; what is neither stays as it is.
///
/// ```
/// # use copydesk::export::words::day;
/// assert_eq!(day("2022-05-04"), "4 May 2022");
/// assert_eq!(day("2022-05-04T16:01"), "4 May 2022, 16:01");
/// assert_eq!(day("2022-W17"), "2022-W17");
/// ```
pub fn day(iso: &str) -> String {
    let (date, time) = iso.split_once('T').map_or((iso, None), |(date, time)| (date, Some(time)));
    let mut parts = date.splitn(3, '-');
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return iso.to_owned();
    };
    let month = month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let (Some(month), Ok(day)) = (month, day.parse::<u32>()) else { return iso.to_owned() };
    let time = time.map(|time| format!(", {time}")).unwrap_or_default();
    format!("{day} {month} {year}{time}")
}

/// What the reader made of a finding, in words.
pub fn review(review: Review) -> &'static str {
    match review {
        Review::Accepted => "checked by the reader",
        Review::Changed => "corrected by the reader",
        Review::Added => "added by the reader",
    }
}
