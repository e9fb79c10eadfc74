//! What must hold for every text whatever.

use copydesk::analysis::Spans;
use copydesk::text::offsets::{self, Unit};
use copydesk::{Analysis, Options, Span, analyze};
use proptest::prelude::*;

/// Pieces that news is made of, so that random texts reach the rules.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "'",
    "’",
    "‘",
    "(",
    ")",
    ".",
    ",",
    ":",
    "\n\n",
    "\n",
    " ",
    " ",
    " ",
    "-",
    "–",
    "$",
    "%",
    "said",
    "says",
    "told",
    "according to",
    "that",
    "he",
    "she",
    "They",
    "Mr.",
    "Hale",
    "Ruth Adeyemi",
    "the mayor",
    "officials",
    "more than",
    "at least",
    "between",
    "and",
    "of",
    "two-thirds",
    "dozens",
    "tens of thousands",
    "31",
    "2,300",
    "1.5m",
    "½",
    "people",
    "civilians",
    "were killed",
    "missing",
    "on Tuesday",
    "May",
    "4 May 2026",
    "last week",
    "yesterday",
    "in 1987",
    "8am",
    "4:01 p.m.",
    "the 1990s",
    "three days",
    "today",
    "2026-05-12",
    "Dr",
    "U.S.",
    "😀",
    "Київ",
    "\u{200B}",
    "\u{202E}",
    "é",
    "e\u{301}",
];

fn news() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..80).prop_map(|pieces| pieces.join(" "))
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => news(), 1 => any::<String>(), 1 => "\\PC{0,200}"]
}

fn analyzed(text: &str) -> Analysis {
    analyze(text, &Options { published: "2026-05-14".parse().ok(), ..Options::default() })
}

fn check_spans(text: &str, analysis: &mut Analysis) -> Result<(), TestCaseError> {
    let mut spans: Vec<Span> = Vec::new();
    analysis.for_each_span(|span| spans.push(*span));
    for span in spans {
        prop_assert!(
            span.start <= span.end && text.get(span.start..span.end).is_some(),
            "{span:?} of {text:?}"
        );
    }
    let findings = analysis.figures.iter().map(|f| (f.span, &f.text));
    let findings = findings.chain(analysis.dates.iter().map(|d| (d.span, &d.text)));
    let findings = findings.chain(analysis.quotes.iter().map(|q| (q.span, &q.text)));
    let findings = findings.chain(analysis.checks.iter().map(|c| (c.span, &c.text)));
    for (span, said) in findings {
        prop_assert!(!span.is_empty());
        prop_assert_eq!(span.of(text), said);
    }
    for check in &analysis.checks {
        let holds = |span: &Span| {
            check.sentences.iter().any(|s| s.start <= span.start && span.end <= s.end)
        };
        prop_assert!(check.spans.iter().all(holds), "{check:?}");
    }
    Ok(())
}

/// In the order of the text, one id each, and every reference leads somewhere.
fn check_ids(analysis: &Analysis) -> Result<(), TestCaseError> {
    let starts = |spans: Vec<Span>| spans.windows(2).all(|pair| pair[0].start <= pair[1].start);
    prop_assert!(starts(analysis.figures.iter().map(|f| f.span).collect()));
    prop_assert!(starts(analysis.dates.iter().map(|d| d.span).collect()));
    prop_assert!(starts(analysis.quotes.iter().map(|q| q.span).collect()));
    prop_assert!(starts(analysis.checks.iter().map(|c| c.span).collect()));
    let mut ids: Vec<&str> = analysis.figures.iter().map(|f| f.id.as_str()).collect();
    ids.extend(analysis.dates.iter().map(|d| d.id.as_str()));
    ids.extend(analysis.quotes.iter().map(|q| q.id.as_str()));
    ids.extend(analysis.speakers.iter().map(|s| s.id.as_str()));
    ids.extend(analysis.checks.iter().map(|c| c.id.as_str()));
    ids.sort_unstable();
    prop_assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
    let mut named: Vec<&String> = analysis.segments.iter().flat_map(|s| &s.ids).collect();
    named.extend(analysis.figures.iter().filter_map(|f| f.quote.as_ref()));
    named.extend(analysis.figures.iter().filter_map(|f| f.date.as_ref()));
    named.extend(analysis.quotes.iter().filter_map(|q| q.speaker_id.as_ref()));
    named.extend(analysis.dates.iter().filter_map(|d| d.range.as_ref()));
    for id in named {
        prop_assert!(ids.binary_search(&id.as_str()).is_ok(), "{id} leads nowhere");
    }
    Ok(())
}

fn check_segments(analysis: &Analysis) -> Result<(), TestCaseError> {
    for pair in analysis.segments.windows(2) {
        prop_assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
    }
    for segment in &analysis.segments {
        prop_assert!(!segment.ids.is_empty() && !segment.span.is_empty());
        prop_assert!(
            analysis.paragraphs.iter().any(|paragraph| paragraph.span.contains(segment.span))
        );
    }
    Ok(())
}

fn check_units(text: &str, analysis: &Analysis) -> Result<(), TestCaseError> {
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let points: Vec<char> = text.chars().collect();
    for unit in [Unit::Utf16, Unit::CodePoints] {
        let mut converted = analysis.clone();
        offsets::convert(&mut converted, text, unit);
        for date in &converted.dates {
            let range = date.span.start..date.span.end;
            let said = match unit {
                Unit::Utf16 => String::from_utf16_lossy(&utf16[range]),
                Unit::CodePoints => points[range].iter().collect(),
            };
            prop_assert_eq!(&said, &date.text);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_gives_a_sound_analysis(text in any_text()) {
        let mut analysis = analyzed(&text);
        check_spans(&text, &mut analysis)?;
        check_ids(&analysis)?;
        check_segments(&analysis)?;
        check_units(&text, &analysis)?;
        prop_assert_eq!(&analysis, &analyzed(&text), "the same text gives the same answer");
    }
}
