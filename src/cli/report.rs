//! The readable report: what was found, by kind, with the line it stands on.

use std::io::{self, Write};
use std::path::Path;

use copydesk::analysis::{Act, Check, Date, Figure, FigureKind, Modifier, PublishedSource, Quote};
use copydesk::{Analysis, Span};

/// Longest excerpt in a row, in characters.
const EXCERPT: usize = 100;

/// Writes the report of one article; spans are bytes of `text`.
pub fn write(file: &Path, text: &str, analysis: &Analysis, out: &mut impl Write) -> io::Result<()> {
    let lines = Lines::new(text);
    writeln!(out, "{}", file.display())?;
    if let Some(title) = &analysis.title {
        writeln!(out, "{title}")?;
    }
    writeln!(out, "{}, {} words", published(analysis), analysis.words)?;
    // Places in a row are many and seldom in doubt.
    let listed = |figure: &&Figure| !figure.is_date() && figure.kind != FigureKind::Ordinal;
    let figures = analysis.figures.iter().filter(listed);
    let figures = figures.map(|figure| figure_row(text, &lines, analysis, figure));
    table(out, "Figures", ["line", "value", "of what", "who says so"], figures)?;
    let quotes = analysis.quotes.iter().map(|quote| quote_row(text, &lines, quote));
    table(out, "Speakers", ["line", "who", "how", "said"], quotes)?;
    let dates = analysis.dates.iter().filter(|date| date.range.is_none());
    let dates = dates.map(|date| date_row(&lines, date));
    table(out, "Dates", ["line", "words", "means", "why"], dates)?;
    let checks = analysis.checks.iter().map(|check| check_row(&lines, check));
    table(out, "Checks", ["line", "words", "what", "why"], checks)?;
    writeln!(out)
}

fn published(analysis: &Analysis) -> String {
    match &analysis.published {
        Some(day) if day.source == PublishedSource::Text => {
            format!("Published {}, by its own date line", day.value)
        }
        Some(day) => format!("Published {}", day.value),
        None => "No publication date (give one with --published)".to_owned(),
    }
}

fn figure_row(text: &str, lines: &Lines, analysis: &Analysis, figure: &Figure) -> [String; 4] {
    let about = match figure.kind {
        // What a bare count is about cannot be told from the words around it.
        FigureKind::Count => figure.unit.as_deref(),
        _ => figure.concept.as_deref().and_then(|concept| concept.split(", ").next()),
    };
    let counted = figure.noun.map(|noun| noun.of(text)).or(about);
    let of_what =
        [counted, figure.status.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let quote =
        figure.quote.as_ref().and_then(|id| analysis.quotes.iter().find(|quote| quote.id == *id));
    let source = quote.and_then(|quote| quote.speaker_name.clone()).unwrap_or_default();
    [lines.number(figure.span), value(figure), of_what, source]
}

/// `≥ 31`, `200–300`, `4.5 percent`.
fn value(figure: &Figure) -> String {
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
        (Some(value), ..) => round(value),
        (None, Some(low), Some(high)) => format!("{}–{}", round(low), round(high)),
        _ => excerpt(&figure.text),
    };
    let counted = figure.noun.is_some();
    let unit = figure
        .unit
        .as_deref()
        .filter(|_| !counted)
        .map(|unit| format!(" {unit}"))
        .unwrap_or_default();
    format!("{sign}{number}{unit}")
}

/// To four decimals: a third is 0.3333.
fn round(value: f64) -> String {
    ((value * 1e4).round() / 1e4).to_string()
}

fn quote_row(text: &str, lines: &Lines, quote: &Quote) -> [String; 4] {
    let said: Vec<&str> = quote.content.iter().map(|piece| piece.of(text)).collect();
    let who = quote.speaker_name.as_deref().unwrap_or("unknown").to_owned();
    let mut how = format!("{:?}", quote.kind).to_lowercase();
    match quote.act {
        _ if quote.negated => how += ", not said",
        Act::Speech => {}
        Act::Belief => how += ", believed",
        Act::Plan => how += ", wished",
    }
    if let Some(addressee) = quote.addressee {
        how += ", to ";
        how += &excerpt(addressee.of(text));
    }
    [lines.number(quote.span), who, how, excerpt(&said.join(" … "))]
}

fn date_row(lines: &Lines, date: &Date) -> [String; 4] {
    let value = date.value.as_deref().unwrap_or("unresolved").to_owned();
    [lines.number(date.span), excerpt(&date.text), value, date.rule.why.to_owned()]
}

fn check_row(lines: &Lines, check: &Check) -> [String; 4] {
    [lines.number(check.span), excerpt(&check.text), check.what.clone(), check.rule.why.to_owned()]
}

/// One line, cut at a word if it is long.
fn excerpt(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(EXCERPT) {
        None => text,
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').unwrap_or(end);
            format!("{} …", &text[..cut])
        }
    }
}

/// A heading with the number of rows, then the rows in columns.
fn table(
    out: &mut impl Write,
    name: &str,
    header: [&str; 4],
    rows: impl Iterator<Item = [String; 4]>,
) -> io::Result<()> {
    let rows: Vec<[String; 4]> = rows.collect();
    writeln!(out, "\n{name}: {}", rows.len())?;
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.chain([header[column].len()]).max().unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2)];
    let header = header.map(str::to_owned);
    for row in rows.first().map(|_| &header).into_iter().chain(&rows) {
        let [a, b, c, d] = row;
        let line = format!("  {a:>0$}  {b:1$}  {c:2$}  {d}", widths[0], widths[1], widths[2]);
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Byte offset -> line number, counted from 1.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        Lines(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    fn number(&self, span: Span) -> String {
        (self.0.partition_point(|&end| end < span.start) + 1).to_string()
    }
}
