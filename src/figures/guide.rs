//! `docs/figures.md`: every row is a test.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::rules;
use crate::analysis::{Analysis, Figure, FigureKind, Modifier};
use crate::guide::{Guide, cell};
use crate::{Options, analyze};

/// What is found in a text, as the guide writes it.
fn found(cells: &[&str], used: &mut BTreeSet<&'static str>) -> String {
    let options = Options { published: "2022-05-04".parse().ok(), ..Options::default() };
    let analysis = analyze(cells[0], &options);
    used.extend(analysis.figures.iter().map(|figure| figure.rule.name));
    used.extend(analysis.checks.iter().map(|check| check.rule.name));
    let figures = analysis.figures.iter().map(|figure| told(&analysis, cells[0], figure));
    let checks = analysis.checks.iter().map(|check| format!("! {}", check.what));
    cell(figures.chain(checks).collect())
}

/// Its words, then kind, bound, number and unit, then all else that is known of it.
fn told(analysis: &Analysis, text: &str, figure: &Figure) -> String {
    let kind = match figure.kind {
        FigureKind::Count => String::new(),
        kind => format!("{kind:?} ").to_lowercase(),
    };
    let sign = match figure.modifier {
        Modifier::Exactly => "",
        Modifier::About => "~",
        Modifier::MoreThan => ">",
        Modifier::AtLeast => "≥",
        Modifier::LessThan => "<",
        Modifier::AtMost => "≤",
        Modifier::Up => "up ",
        Modifier::Down => "down ",
    };
    let number = |value: f64| if value.abs() < 1e-3 { value } else { (value * 1e4).round() / 1e4 };
    let number = match (figure.value, figure.low, figure.high) {
        (Some(value), ..) => format!("{}", number(value)),
        (None, low, high) => {
            format!("{} to {}", number(low.unwrap_or_default()), number(high.unwrap_or_default()))
        }
    };
    let mut told = format!("{} = {kind}{sign}{number}", figure.text);
    let mut add = |what: &str, said: Option<&str>| {
        if let Some(said) = said {
            write!(told, "{what}{said}").expect("a string");
        }
    };
    add(" ", figure.unit.as_deref());
    add(", ", figure.status.as_deref());
    let verb = figure.verb.filter(|_| figure.status.is_none());
    add(", verb ", verb.map(|span| span.of(text)));
    add(", maybe: ", figure.hedge.map(|span| span.of(text)));
    add(", more", figure.additive.then_some(""));
    add(", part of ", figure.part_of.as_deref());
    add(", same as ", figure.same_as.as_deref());
    add(", place ", figure.place.map(|span| span.of(text)));
    add(", day ", figure.date.as_deref());
    let quote = analysis.quotes.iter().find(|quote| Some(&quote.id) == figure.quote.as_ref());
    add(", says ", quote.map(|quote| quote.speaker_name.as_deref().unwrap_or("somebody")));
    told
}

#[test]
fn the_guide_shows_what_is_found() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/figures.md");
    Guide { path, rules: rules::ALL, find: found }.check();
}
