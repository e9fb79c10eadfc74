//! What a report shows of an article, whatever it is written in: Markdown and HTML lay out the same tables.

use super::{Exported, words};
use crate::analysis::{Date, Figure, Quote, Review, SegmentKind, Speaker};

/// A list under a heading. The first cell of a row is the words in the text.
pub struct Table<'a> {
    pub title: &'static str,
    pub header: &'static [&'static str],
    pub rows: Vec<Row<'a>>,
}

pub struct Row<'a> {
    /// Empty for what was taken out, and is no finding any more.
    pub id: &'a str,
    pub cells: Vec<String>,
    /// What the reader made of it.
    pub note: Option<&'static str>,
}

/// What one speaker says.
pub struct Group<'a> {
    /// `None`: nobody knows who said these.
    pub speaker: Option<&'a Speaker>,
    pub quotes: Vec<Said<'a>>,
}

pub struct Said<'a> {
    pub id: &'a str,
    pub words: String,
    /// Name, role, to whom, where it was printed, when.
    pub credit: String,
    /// What tells it from words that were said just so: `indirect`, `corrected by the reader`.
    pub notes: Vec<String>,
}

/// What the reader made of something, in words.
fn note(review: Option<Review>) -> Option<&'static str> {
    review.map(words::review)
}

/// Its title, or else its name.
pub fn heading<'a>(article: &Exported<'a>) -> &'a str {
    article.analysis.title.as_deref().unwrap_or(article.name)
}

/// Outlet and day of publication as far as they are known, and its name under a title.
pub fn facts(article: &Exported) -> Vec<String> {
    let published = article.analysis.published.as_ref();
    let published = published.map_or("No date of publication".to_owned(), |published| {
        format!("Published {}", words::day(&published.value))
    });
    let name = article.analysis.title.as_ref().map(|_| article.name.to_owned());
    [article.analysis.outlet.clone(), Some(published), name].into_iter().flatten().collect()
}

/// The figures of which `shown` holds.
pub fn figures<'a>(article: &Exported<'a>, shown: impl Fn(&Figure) -> bool) -> Table<'a> {
    let figures = article.analysis.figures.iter().filter(|figure| shown(figure));
    let rows = figures.map(|figure| {
        let date = article.date(figure.date.as_deref());
        let cell = |text: Option<&str>| words::on_one_line(text.unwrap_or_default());
        let cells = vec![
            words::on_one_line(&figure.text),
            words::value(figure),
            cell(words::counted(article, figure)),
            cell(words::happened(article, figure)),
            cell(words::claimant(article, figure)),
            date.map(words::meaning).unwrap_or_default(),
        ];
        Row { id: &figure.id, cells, note: note(figure.review) }
    });
    const HEADER: &[&str] = &["Words", "Value", "Of what", "What happened", "Who says so", "When"];
    Table { title: "Figures", header: HEADER, rows: rows.collect() }
}

pub fn dates<'a>(article: &Exported<'a>) -> Table<'a> {
    // The ends of a stretch of time stand in it.
    let dates = article.analysis.dates.iter().filter(|date| date.range.is_none());
    let rows = dates.map(|date: &Date| Row {
        id: &date.id,
        cells: vec![words::on_one_line(&date.text), words::meaning(date)],
        note: note(date.review),
    });
    Table { title: "Dates", header: &["Words", "Means"], rows: rows.collect() }
}

pub fn checks<'a>(article: &Exported<'a>) -> Table<'a> {
    let rows = article.analysis.checks.iter().map(|check| Row {
        id: &check.id,
        cells: vec![words::on_one_line(&check.text), check.what.clone()],
        note: None,
    });
    Table { title: "Checks", header: &["Words", "What does not fit"], rows: rows.collect() }
}

/// What rules found and the reader took out.
pub fn rejected<'a>(article: &Exported<'a>) -> Table<'a> {
    let rows = article.analysis.rejected.iter().map(|rejected| {
        let kind = match rejected.kind {
            SegmentKind::Figure => "figure",
            SegmentKind::Speaker => "speaker",
            SegmentKind::Date => "date",
            SegmentKind::Quote => "quote",
            SegmentKind::Check => "check",
        };
        let cells = vec![words::on_one_line(&rejected.text), kind.to_owned()];
        Row { id: "", cells, note: None }
    });
    Table { title: "Taken out by the reader", header: &["Words", "Found as"], rows: rows.collect() }
}

/// All quotes by who said them, in the order in which the speakers come up; those of nobody last.
pub fn quotes<'a>(article: &Exported<'a>) -> Vec<Group<'a>> {
    let of = |id: Option<&str>| {
        let quotes = article.analysis.quotes.iter();
        let theirs = quotes.filter(|quote| quote.speaker_id.as_deref() == id);
        theirs.map(|quote| said(article, quote)).collect::<Vec<_>>()
    };
    let speakers = article.analysis.speakers.iter();
    let known =
        speakers.map(|speaker| Group { speaker: Some(speaker), quotes: of(Some(&speaker.id)) });
    let unknown = Group { speaker: None, quotes: of(None) };
    known.chain([unknown]).filter(|group| !group.quotes.is_empty()).collect()
}

fn said<'a>(article: &Exported<'a>, quote: &'a Quote) -> Said<'a> {
    let manner = Some(words::manner(quote)).filter(|manner| manner != "direct");
    Said {
        id: &quote.id,
        words: words::said(article, quote),
        credit: credit(article, quote),
        notes: manner.into_iter().chain(note(quote.review).map(str::to_owned)).collect(),
    }
}

/// `Ida Brandt, mayor, to reporters, in The Harbour Post, 4 May 2022`: the day on which it was said, else printed.
fn credit(article: &Exported, quote: &Quote) -> String {
    let speaker = article.speaker(quote.speaker_id.as_deref());
    let name = quote.speaker_name.as_deref().unwrap_or("unknown");
    let role = speaker.and_then(|speaker| speaker.role.as_deref());
    let addressee = quote.addressee.map(|span| format!("to {}", span.on_one_line(article.text)));
    let outlet = article.analysis.outlet.as_ref().map(|outlet| format!("in {outlet}"));
    let said = article.date(quote.date.as_deref()).filter(|date| date.interval.is_some());
    let printed = article.analysis.published.as_ref();
    let day = said
        .map(words::meaning)
        .or_else(|| printed.map(|day| words::day(day.value.split('T').next().unwrap_or_default())));
    let parts =
        [Some(words::on_one_line(name)), role.map(words::on_one_line), addressee, outlet, day];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
