//! W3C Web Annotations (Web Annotation Data Model, 2017): one annotation a finding, for tools that read JSON-LD.
//!
//! What the reader took out is no finding, and left out.

mod iri;
mod model;

use std::borrow::Cow;

use super::{Exported, json, places, words};
use crate::analysis::{Check, Date, Figure, Quote, Review, Speaker};
use crate::span::Span;
use model::{Annotation, Collection, Selector, Target};

/// One collection of the findings of all articles, on one page.
pub fn write(articles: &[Exported]) -> String {
    let mut items = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        let Found { annotations, spans } = found(article, &format!("a{}", index + 1));
        items.extend(placed(article, annotations, &spans));
    }
    json::to_text(&Collection::of(items))
}

/// The annotations of an article, and how many of its spans belong to each.
#[derive(Default)]
struct Found<'a> {
    annotations: Vec<(Annotation<'a>, usize)>,
    spans: Vec<Span>,
}

/// A finding, before it has its place.
struct Finding<'a> {
    id: &'a str,
    kind: &'static str,
    description: String,
    review: Option<Review>,
}

fn found<'a>(article: &Exported<'a>, name: &str) -> Found<'a> {
    let mut found = Found::default();
    let mut add = |finding: Finding, spans: &[Span]| {
        let id = format!("#{name}-{}", finding.id);
        let Finding { kind, description, review, .. } = finding;
        found.annotations.push((Annotation::new(id, kind, description, review), spans.len()));
        found.spans.extend(spans);
    };
    let analysis = article.analysis;
    for figure in analysis.figures.iter().filter(|figure| !figure.is_date()) {
        add(of_figure(article, figure), &[figure.span]);
    }
    for quote in &analysis.quotes {
        add(of_quote(quote), &quote.content);
    }
    // Those of whom the text has no mention have no place.
    for speaker in analysis.speakers.iter().filter(|speaker| !speaker.mentions.is_empty()) {
        add(of_speaker(speaker), &speaker.mentions);
    }
    for date in analysis.dates.iter().filter(|date| date.range.is_none()) {
        add(of_date(date), &[date.span]);
    }
    for check in &analysis.checks {
        add(of_check(check), &check.spans);
    }
    found
}

fn of_figure<'a>(article: &Exported<'a>, figure: &'a Figure) -> Finding<'a> {
    let claimant = words::claimant(article, figure).map(|name| format!("says {name}"));
    let parts = [
        Some(words::value(figure)),
        words::counted(article, figure).map(words::on_one_line),
        words::happened(article, figure).map(words::on_one_line),
        claimant,
    ];
    let description = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    Finding { id: &figure.id, kind: "figure", description, review: figure.review }
}

fn of_quote(quote: &Quote) -> Finding<'_> {
    let speaker = quote.speaker_name.as_deref().unwrap_or("unknown");
    let description = format!("{speaker} ({})", words::manner(quote));
    Finding { id: &quote.id, kind: "quote", description, review: quote.review }
}

fn of_speaker(speaker: &Speaker) -> Finding<'_> {
    let parts = [Some(speaker.name.as_str()), speaker.role.as_deref()];
    let description = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    Finding { id: &speaker.id, kind: "speaker", description, review: None }
}

fn of_date(date: &Date) -> Finding<'_> {
    Finding { id: &date.id, kind: "date", description: words::meaning(date), review: date.review }
}

fn of_check(check: &Check) -> Finding<'_> {
    Finding { id: &check.id, kind: "check", description: check.what.clone(), review: None }
}

/// The annotations with their places, which are taken from `spans` in order.
fn placed<'a>(
    article: &Exported<'a>,
    annotations: Vec<(Annotation<'a>, usize)>,
    spans: &[Span],
) -> Vec<Annotation<'a>> {
    let source: Cow<str> = iri::relative(article.name).into();
    let points = places::code_points(article.text, spans.iter().copied());
    let mut targets = spans.iter().zip(points).map(|(span, place)| Target {
        source: source.clone(),
        selector: [
            Selector::quote(article.text, *span),
            Selector::TextPositionSelector { start: place.start, end: place.end },
        ],
    });
    let place = |(annotation, count): (Annotation<'a>, usize)| {
        annotation.at(targets.by_ref().take(count).collect())
    };
    annotations.into_iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::export::fixture;

    fn items(article: &fixture::Article) -> Vec<Value> {
        let written: Value = serde_json::from_str(&write(&[article.exported()])).unwrap();
        assert_eq!(written["@context"], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!(written["type"], "AnnotationCollection");
        let items = written["first"]["items"].as_array().unwrap().clone();
        assert_eq!(written["total"], items.len());
        items
    }

    #[test]
    fn selectors_find_the_words_that_they_name() {
        for article in [fixture::plain(), fixture::reviewed(), fixture::hostile()] {
            let text: Vec<char> = article.exported().text.chars().collect();
            for item in items(&article) {
                let targets = item["target"].as_array().unwrap();
                assert!(!targets.is_empty(), "{item}");
                for target in targets {
                    let [quote, position] = [&target["selector"][0], &target["selector"][1]];
                    let at = |end: &str| usize::try_from(position[end].as_u64().unwrap()).unwrap();
                    let (start, end) = (at("start"), at("end"));
                    let words = |range: &[char]| range.iter().collect::<String>();
                    assert_eq!(words(&text[start..end]), quote["exact"].as_str().unwrap());
                    let prefix = words(&text[start.saturating_sub(32)..start]);
                    assert_eq!(prefix, quote["prefix"].as_str().unwrap());
                    let suffix = words(&text[end..text.len().min(end + 32)]);
                    assert_eq!(suffix, quote["suffix"].as_str().unwrap());
                }
            }
        }
    }

    #[test]
    fn an_annotation_has_its_kind_and_what_it_means() {
        let items = items(&fixture::plain());
        let figure = &items[0];
        assert_eq!(figure["id"], "#a1-f1");
        assert_eq!(figure["generator"]["name"], "Copydesk");
        assert_eq!(figure["target"][0]["source"], "ferry.txt");
        let bodies = |purpose: &str| -> Vec<&str> {
            let bodies = figure["body"].as_array().unwrap().iter();
            bodies
                .filter(|b| b["purpose"] == purpose)
                .map(|b| b["value"].as_str().unwrap())
                .collect()
        };
        assert_eq!(bodies("tagging"), ["figure"]);
        assert_eq!(bodies("describing"), ["≥ 1,431, people, evacuated, says coastguard"]);
    }

    #[test]
    fn the_readers_have_the_reader_as_creator_and_what_they_took_out_is_none() {
        let items = items(&fixture::reviewed());
        let creators: Vec<&Value> = items.iter().filter(|i| !i["creator"].is_null()).collect();
        let ids: Vec<&str> = creators
            .iter()
            .map(|i| i["target"][0]["selector"][0]["exact"].as_str().unwrap())
            .collect();
        assert_eq!(ids, ["At least 1,431", "Then"]);
        assert_eq!(creators[0]["creator"]["type"], "Person");
        assert_eq!(creators[0]["creator"]["name"], "reader");
        let assessed =
            items.iter().filter(|i| i["body"].to_string().contains("checked by the reader"));
        assert_eq!(assessed.count(), 1);
        assert!(items.iter().all(|i| i["target"][0]["selector"][0]["exact"] != "7"));
    }
}
