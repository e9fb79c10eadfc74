//! The readable report: what was found, by kind, with the line it stands on.

use std::io::{self, Write};

use copydesk::analysis::{Check, Date, Figure, PublishedSource, Quote};
use copydesk::export::{Exported, words};
use copydesk::{Analysis, Span};

/// Longest excerpt in a row, in characters.
const EXCERPT: usize = 100;

/// Writes the report of one article.
pub fn write(article: &Exported, out: &mut impl Write) -> io::Result<()> {
    let Exported { name, text, analysis } = article;
    let lines = Lines::new(text);
    writeln!(out, "{name}")?;
    if let Some(title) = &analysis.title {
        writeln!(out, "{title}")?;
    }
    writeln!(out, "{}, {} words", published(analysis), analysis.words)?;
    let figures = analysis.figures.iter().filter(|figure| words::is_listed(figure));
    let figures = figures.map(|figure| figure_row(article, &lines, figure));
    table(out, "Figures", ["line", "value", "of what", "who says so"], figures)?;
    let quotes = analysis.quotes.iter().map(|quote| quote_row(article, &lines, quote));
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
        Some(day) if day.source == PublishedSource::File => {
            format!("Published {}, as its file says", day.value)
        }
        Some(day) => format!("Published {}", day.value),
        None => "No publication date (give one with --published)".to_owned(),
    }
}

fn figure_row(article: &Exported, lines: &Lines, figure: &Figure) -> [String; 4] {
    let of_what = [words::counted(article, figure), figure.status.as_deref()];
    let of_what = of_what.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let source = words::claimant(article, figure).unwrap_or_default().to_owned();
    [lines.number(figure.span), words::value(figure), of_what, source]
}

fn quote_row(article: &Exported, lines: &Lines, quote: &Quote) -> [String; 4] {
    let text = article.text;
    let who = quote.speaker_name.as_deref().unwrap_or("unknown").to_owned();
    let mut how = words::manner(quote);
    if let Some(addressee) = quote.addressee {
        how += ", to ";
        how += &excerpt(addressee.of(text));
    }
    [lines.number(quote.span), who, how, excerpt(&words::said(article, quote))]
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
    let text = words::on_one_line(text);
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
