//! The rows of each list, in the order of its columns.

use std::borrow::Cow;

use serde::Serialize;

use super::cell::Cell;
use super::columns::own;
use crate::analysis::{
    Check, Date, Figure, Modifier, Quote, Rejected, Review, Rule, SegmentKind, Speaker, Sure,
};
use crate::export::{Exported, List, json, places, words};
use crate::span::Span;

type Row<'a> = Vec<Cell<'a>>;

/// What all kinds of findings have.
struct Common<'a> {
    id: &'a str,
    words: &'a str,
    span: Span,
    rule: Rule,
    sure: Option<Sure>,
    review: Cell<'static>,
}

impl<'a> Common<'a> {
    fn new(id: &'a str, words: &'a str, span: Span, (rule, sure): (Rule, Sure)) -> Self {
        Common { id, words, span, rule, sure: Some(sure), review: Cell::Empty }
    }

    fn reviewed(self, review: Option<Review>) -> Self {
        Common { review: review.map_or(Cell::Empty, name), ..self }
    }
}

/// A kind of something, by the name that it has in JSON.
fn name(kind: impl Serialize) -> Cell<'static> {
    Cell::Text(Cow::Owned(json::to_text(&kind).trim_matches('"').to_owned()))
}

/// The rows of an article, in the order of the text.
pub fn rows<'a>(article: &Exported<'a>, list: List) -> Vec<Row<'a>> {
    let analysis = article.analysis;
    let found: Vec<(Common, Row)> = match list {
        List::Figures => analysis.figures.iter().map(|figure| of_figure(article, figure)).collect(),
        List::Quotes => analysis.quotes.iter().map(|quote| of_quote(article, quote)).collect(),
        List::Dates => analysis.dates.iter().map(of_date).collect(),
        List::Checks => analysis.checks.iter().map(of_check).collect(),
        List::Speakers => return speakers(article),
    };
    let all: Vec<_> = found.into_iter().chain(rejected(article, list)).collect();
    let places = places::code_points(article.text, all.iter().map(|(common, _)| common.span));
    let rows = all.into_iter().zip(places);
    rows.map(|((common, own), place)| whole(article.name, common, own, place)).collect()
}

/// A row with what every finding has.
fn whole<'a>(name: &'a str, common: Common<'a>, own: Row<'a>, place: Span) -> Row<'a> {
    let mut row =
        vec![Cell::text(Some(name)), Cell::Word(common.id), Cell::text(Some(common.words))];
    row.extend(own);
    row.extend([
        Cell::Word(common.rule.name),
        Cell::Word(common.rule.why),
        common.sure.map_or(Cell::Empty, |sure| Cell::Whole(sure as usize)),
        common.review,
        Cell::Whole(place.start),
        Cell::Whole(place.end),
    ]);
    row
}

/// What the reader took out of a list: its words, and why they were found.
fn rejected<'a>(article: &Exported<'a>, list: List) -> Vec<(Common<'a>, Row<'a>)> {
    let kind = match list {
        List::Figures => SegmentKind::Figure,
        List::Quotes => SegmentKind::Quote,
        List::Dates => SegmentKind::Date,
        List::Checks => SegmentKind::Check,
        List::Speakers => SegmentKind::Speaker,
    };
    let rejected = article.analysis.rejected.iter().filter(|rejected| rejected.kind == kind);
    let row = |rejected: &'a Rejected| {
        let (span, words, rule) = (rejected.span, &*rejected.text, rejected.rule);
        let review = Cell::Word("rejected");
        let common = Common { id: "", words, span, rule, sure: None, review };
        (common, vec![Cell::Empty; own(list).len()])
    };
    rejected.map(row).collect()
}

fn of_figure<'a>(article: &Exported<'a>, figure: &'a Figure) -> (Common<'a>, Row<'a>) {
    let common = Common::new(&figure.id, &figure.text, figure.span, (figure.rule, figure.sure));
    let common = common.reviewed(figure.review);
    let [first, last] = days(article.date(figure.date.as_deref()));
    let row = vec![
        name(figure.kind),
        Cell::Word(bound(figure.modifier)),
        Cell::number(figure.value),
        Cell::number(figure.low),
        Cell::number(figure.high),
        Cell::text(figure.unit.as_deref()),
        within(article, figure.noun),
        Cell::text(figure.concept.as_deref()),
        Cell::text(figure.status.as_deref()),
        within(article, figure.verb),
        within(article, figure.hedge),
        within(article, figure.place),
        Cell::Flag(figure.additive),
        Cell::text(figure.part_of.as_deref()),
        Cell::text(figure.same_as.as_deref()),
        Cell::text(words::claimant(article, figure)),
        first,
        last,
    ];
    (common, row)
}

/// In words, as a spreadsheet would reckon with `=`.
fn bound(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Exactly => "exactly",
        Modifier::About => "about",
        Modifier::MoreThan => "more than",
        Modifier::AtLeast => "at least",
        Modifier::LessThan => "less than",
        Modifier::AtMost => "at most",
        Modifier::Up => "up",
        Modifier::Down => "down",
    }
}

fn of_quote<'a>(article: &Exported<'a>, quote: &'a Quote) -> (Common<'a>, Row<'a>) {
    let common = Common::new(&quote.id, &quote.text, quote.span, (quote.rule, quote.sure));
    let common = common.reviewed(quote.review);
    let speaker = article.speaker(quote.speaker_id.as_deref());
    let [first, last] = days(article.date(quote.date.as_deref()));
    let row = vec![
        name(quote.kind),
        Cell::text(quote.speaker_name.as_deref()),
        Cell::text(quote.speaker_id.as_deref()),
        Cell::text(speaker.and_then(|speaker| speaker.role.as_deref())),
        within(article, quote.speaker),
        within(article, quote.cue),
        name(quote.act),
        Cell::Flag(quote.negated),
        within(article, quote.modal),
        within(article, quote.addressee),
        within(article, quote.channel),
        first,
        last,
    ];
    (common, row)
}

fn of_date(date: &Date) -> (Common<'_>, Row<'_>) {
    let common = Common::new(&date.id, &date.text, date.span, (date.rule, date.sure));
    let common = common.reviewed(date.review);
    let [first, last] = days(Some(date));
    let row = vec![
        name(date.kind),
        Cell::text(date.value.as_deref()),
        Cell::text(date.edtf.as_deref()),
        first,
        last,
        date.modifier.map_or(Cell::Empty, name),
        date.anchor.map_or(Cell::Empty, name),
        Cell::text(date.zone.as_deref()),
        Cell::Flag(date.vague),
        Cell::text(date.range.as_deref()),
    ];
    (common, row)
}

fn of_check(check: &Check) -> (Common<'_>, Row<'_>) {
    let common = Common::new(&check.id, &check.text, check.span, (check.rule, check.sure));
    (common, vec![Cell::text(Some(&check.what))])
}

fn speakers<'a>(article: &Exported<'a>) -> Vec<Row<'a>> {
    let speakers = &article.analysis.speakers;
    let firsts = speakers.iter().map(|speaker| speaker.mentions.first().copied());
    let mut places = places::code_points(article.text, firsts.clone().flatten()).into_iter();
    let row = |(speaker, first): (&'a Speaker, Option<Span>)| {
        let place = first.and_then(|_| places.next());
        let theirs = |quote: &&Quote| quote.speaker_id.as_ref() == Some(&speaker.id);
        vec![
            Cell::text(Some(article.name)),
            Cell::Word(&speaker.id),
            Cell::text(Some(&speaker.name)),
            name(speaker.kind),
            Cell::text(speaker.role.as_deref()),
            Cell::Flag(speaker.named),
            Cell::Flag(speaker.anonymous),
            Cell::Whole(article.analysis.quotes.iter().filter(theirs).count()),
            Cell::Whole(speaker.mentions.len()),
            place.map_or(Cell::Empty, |place| Cell::Whole(place.start)),
            place.map_or(Cell::Empty, |place| Cell::Whole(place.end)),
        ]
    };
    speakers.iter().zip(firsts).map(row).collect()
}

/// The first and the last day that a date covers.
fn days<'a>(date: Option<&'a Date>) -> [Cell<'a>; 2] {
    let interval = date.and_then(|date| date.interval.as_ref());
    interval
        .map_or([Cell::Empty, Cell::Empty], |days| days.each_ref().map(|day| Cell::text(Some(day))))
}

/// Words of the text.
fn within<'a>(article: &Exported<'a>, span: Option<Span>) -> Cell<'a> {
    Cell::text(span.map(|span| span.of(article.text)))
}
