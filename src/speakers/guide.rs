//! `docs/speakers.md`: every row is a test.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::rules;
use crate::analysis::{Act, Analysis, Quote, QuoteKind, SpeakerKind};
use crate::guide::{Guide, cell};
use crate::{Options, analyze};

/// What is found in a text, as the guide writes it; ` ¶ ` in a text ends a paragraph.
fn found(cells: &[&str], used: &mut BTreeSet<&'static str>) -> String {
    let options = Options { published: "2022-05-04".parse().ok(), ..Options::default() };
    let text = cells[0].replace(" ¶ ", "\n\n");
    let analysis = analyze(&text, &options);
    used.extend(analysis.quotes.iter().map(|quote| quote.rule.name));
    let quotes = analysis.quotes.iter().map(|quote| told(&analysis, &text, quote));
    let checks = analysis.checks.iter().filter(|check| rules::ALL.contains(&check.rule));
    used.extend(checks.clone().map(|check| check.rule.name));
    let checks = checks.map(|check| format!("! {}", check.what));
    cell(quotes.chain(checks).collect())
}

/// The speaker as named beside the quote, who that is, and its words; then all else that is known of it.
fn told(analysis: &Analysis, text: &str, quote: &Quote) -> String {
    let words = |span: crate::Span| span.of(text).replace("\n\n", " ¶ ");
    let beside = quote.speaker.map_or("somebody".to_owned(), words);
    let pieces: Vec<String> = quote.content.iter().map(|&piece| words(piece)).collect();
    let speaker = analysis.speakers.iter().find(|s| Some(&s.id) == quote.speaker_id.as_ref());
    let mut told = beside.clone();
    if let Some(speaker) = speaker {
        if speaker.name != beside {
            write!(told, " = {}", speaker.name).expect("a string");
        }
        let kind = match speaker.kind {
            SpeakerKind::Person | SpeakerKind::Unknown => String::new(),
            kind => format!("{kind:?}").to_lowercase(),
        };
        let nameless = if speaker.anonymous { "not named" } else { "" };
        let role = speaker.role.as_deref().unwrap_or_default();
        let about: Vec<&str> =
            [role, &kind, nameless].into_iter().filter(|about| !about.is_empty()).collect();
        if !about.is_empty() {
            write!(told, " ({})", about.join(", ")).expect("a string");
        }
    }
    write!(told, ": {}", pieces.join(" … ")).expect("a string");
    let mut about: Vec<String> = Vec::new();
    if quote.kind == QuoteKind::Mixed {
        about.push("partly quoted".to_owned());
    }
    match quote.act {
        Act::Speech => {}
        Act::Belief => about.push("believed".to_owned()),
        Act::Plan => about.push("wished".to_owned()),
    }
    if quote.negated {
        about.push("not said".to_owned());
    }
    let day = analysis.dates.iter().find(|date| Some(&date.id) == quote.date.as_ref());
    let rest = [
        ("maybe:", quote.modal.map(words)),
        ("to", quote.addressee.map(words)),
        ("where:", quote.channel.map(words)),
        ("on", day.and_then(|date| date.value.clone())),
    ];
    about.extend(rest.into_iter().filter_map(|(what, said)| Some(format!("{what} {}", said?))));
    if !about.is_empty() {
        write!(told, " [{}]", about.join(", ")).expect("a string");
    }
    told
}

#[test]
fn the_guide_shows_what_is_found() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/speakers.md");
    Guide { path, rules: rules::ALL, find: found }.check();
}
