use super::{Act, Anchor, Correction, On, Set};
use crate::analysis::{FigureKind, Modifier, QuoteKind, Review};
use crate::{Analysis, Options, analyze};

const TEXT: &str = "At least 40 sailors left on 4 May 2026, Ida Brandt said. “It was dark,” said \
                    the harbour master. Ola Hale said 12 stokers stayed until 9 May 2026.";

fn anchor(words: &str) -> Anchor {
    let start = TEXT.find(words).unwrap();
    Anchor::new(TEXT, start..start + words.len())
}

fn correction(on: On, act: Act, words: &str, set: Set) -> Correction {
    Correction { on, act, at: anchor(words), rule: None, set }
}

fn corrected(corrections: Vec<Correction>) -> Analysis {
    analyze(TEXT, &Options { corrections, ..Options::default() })
}

/// `f1 At least 40 >=40 sailor changed`, one a figure.
fn figures(analysis: &Analysis) -> String {
    let line = |f: &crate::analysis::Figure| {
        let value = f.value.or(f.low).map_or("-".to_owned(), |value| value.to_string());
        let unit = f.unit.as_deref().unwrap_or("-");
        let review = f.review.map_or(String::new(), |review| format!(" {review:?}"));
        format!("{} {} {value} {unit}{review}", f.id, f.text)
    };
    analysis.figures.iter().map(line).collect::<Vec<_>>().join(" | ")
}

fn quotes(analysis: &Analysis) -> String {
    let line = |q: &crate::analysis::Quote| {
        let (name, id) = (q.speaker_name.as_deref(), q.speaker_id.as_deref());
        format!("{} {} {}", q.id, name.unwrap_or("-"), id.unwrap_or("-"))
    };
    analysis.quotes.iter().map(line).collect::<Vec<_>>().join(" | ")
}

#[test]
fn without_corrections_all_is_as_found() {
    let analysis = corrected(Vec::new());
    assert_eq!(figures(&analysis), "f1 At least 40 40 sailor | f2 12 12 stoker");
    assert_eq!(quotes(&analysis), "q1 Ida Brandt s1 | q2 harbour master s2 | q3 Ola Hale s3");
}

#[test]
fn figures_are_accepted_rejected_edited_and_added() {
    let thousand = Set { value: Some(1000.0), unit: Some("crew".into()), ..Set::default() };
    let spread = Set { range: Some([10.0, 14.0]), ..Set::default() };
    let longer = Set { extent: Some(anchor("said 12")), ..Set::default() };
    for (act, words, set, expected) in [
        (Act::Accept, "12", Set::default(), "f1 At least 40 40 sailor | f2 12 12 stoker Accepted"),
        (Act::Reject, "At least 40", Set::default(), "f1 12 12 stoker"),
        // The engine of that day marked less.
        (Act::Reject, "40", Set::default(), "f1 12 12 stoker"),
        (Act::Edit, "12", thousand, "f1 At least 40 40 sailor | f2 12 1000 crew Changed"),
        (Act::Edit, "12", spread, "f1 At least 40 40 sailor | f2 12 10 stoker Changed"),
        (Act::Edit, "12", longer, "f1 At least 40 40 sailor | f2 said 12 12 stoker Changed"),
        // Read by the grammar, though the rules took it for a date.
        (
            Act::Add,
            "4",
            Set::default(),
            "f1 At least 40 40 sailor | f2 4 4 - Added | f3 12 12 stoker",
        ),
        (
            Act::Add,
            "dark",
            Set::default(),
            "f1 At least 40 40 sailor | f2 dark - - Added | f3 12 12 stoker",
        ),
        // No rule finds it any more, and the reader had said that it is right.
        (
            Act::Accept,
            "dark",
            Set::default(),
            "f1 At least 40 40 sailor | f2 dark - - Added | f3 12 12 stoker",
        ),
    ] {
        let analysis = corrected(vec![correction(On::Figure, act, words, set)]);
        assert_eq!(figures(&analysis), expected, "{act:?} {words}");
    }
}

#[test]
fn dates_are_what_the_reader_says() {
    let days =
        |first: &str, last: &str| Set { days: Some([first.into(), last.into()]), ..Set::default() };
    for (act, words, set, expected) in [
        (Act::Reject, "4 May 2026", Set::default(), "2026-05-09"),
        (Act::Edit, "4 May 2026", days("2025-05-04", "2025-05-04"), "2025-05-04 2026-05-09"),
        (
            Act::Edit,
            "9 May 2026",
            days("2026-05-09", "2026-05-11"),
            "2026-05-04 2026-05-09/2026-05-11",
        ),
        (Act::Add, "dark", Set::default(), "2026-05-04 - 2026-05-09"),
    ] {
        let analysis = corrected(vec![correction(On::Date, act, words, set)]);
        let values = analysis.dates.iter().map(|date| date.value.as_deref().unwrap_or("-"));
        assert_eq!(values.collect::<Vec<_>>().join(" "), expected, "{act:?} {words}");
    }
    // A figure's day follows.
    let analysis = corrected(vec![correction(On::Date, Act::Reject, "4 May 2026", Set::default())]);
    assert_eq!(analysis.figures[0].date, None);
}

#[test]
fn quotes_are_said_by_whom_the_reader_says() {
    let by = |name: &str| Set { speaker: Some(name.into()), ..Set::default() };
    for (on, act, words, set, expected) in [
        (
            On::Quote,
            Act::Edit,
            "“It was dark,”",
            by("Ida Brandt"),
            "q1 Ida Brandt s1 | q2 Ida Brandt s1 | q3 Ola Hale s2",
        ),
        (
            On::Quote,
            Act::Edit,
            "“It was dark,”",
            by("Nils Moe"),
            "q1 Ida Brandt s1 | q2 Nils Moe s3 | q3 Ola Hale s2",
        ),
        (
            On::Quote,
            Act::Edit,
            "“It was dark,”",
            by(""),
            "q1 Ida Brandt s1 | q2 - - | q3 Ola Hale s2",
        ),
        (
            On::Quote,
            Act::Reject,
            "“It was dark,”",
            Set::default(),
            "q1 Ida Brandt s1 | q2 Ola Hale s2",
        ),
        (
            On::Quote,
            Act::Add,
            "until 9 May",
            by("Ida Brandt"),
            "q1 Ida Brandt s1 | q2 harbour master s2 | q3 Ola Hale s3 | q4 Ida Brandt s1",
        ),
        // One person under two names.
        (
            On::Speaker,
            Act::Edit,
            "the harbour master",
            by("Ola Hale"),
            "q1 Ida Brandt s1 | q2 Ola Hale s2 | q3 Ola Hale s2",
        ),
        (
            On::Speaker,
            Act::Edit,
            "the harbour master",
            by("Nils Moe"),
            "q1 Ida Brandt s1 | q2 Nils Moe s2 | q3 Ola Hale s3",
        ),
    ] {
        let analysis = corrected(vec![correction(on, act, words, set)]);
        assert_eq!(quotes(&analysis), expected, "{act:?} {words}");
    }
}

#[test]
fn a_check_that_is_dismissed_stays_away() {
    let text = "They met on Friday, 4 May 2026, in Hale.";
    let found = analyze(text, &Options::default());
    assert_eq!(found.checks.len(), 1);
    let at = Anchor::new(text, found.checks[0].span.start..found.checks[0].span.end);
    let rule = Some(found.checks[0].rule.name.to_owned());
    let dismissal = Correction { on: On::Check, act: Act::Reject, at, rule, set: Set::default() };
    let options = Options { corrections: vec![dismissal], ..Options::default() };
    let analysis = analyze(text, &options);
    assert!(analysis.checks.is_empty());
    assert_eq!(analysis.rejected.len(), 1);
}

#[test]
fn later_corrections_stand_on_earlier_ones() {
    let about =
        Set { modifier: Some(Modifier::About), kind: Some(FigureKind::Score), ..Set::default() };
    let analysis = corrected(vec![
        correction(On::Figure, Act::Add, "dark", Set { value: Some(7.0), ..Set::default() }),
        correction(On::Figure, Act::Edit, "dark", about),
        correction(
            On::Quote,
            Act::Edit,
            "“It was dark,”",
            Set { quote: Some(QuoteKind::Mixed), ..Set::default() },
        ),
    ]);
    let figure = &analysis.figures[1];
    assert_eq!((figure.value, figure.modifier), (Some(7.0), Modifier::About));
    assert_eq!((figure.kind, figure.review), (FigureKind::Score, Some(Review::Added)));
    assert_eq!(figure.quote.as_deref(), Some("q2"));
    assert_eq!(analysis.quotes[1].kind, QuoteKind::Mixed);
}

#[test]
fn what_finds_no_place_is_said() {
    let lost = Anchor { exact: "no such words".into(), ..Anchor::default() };
    let analysis = corrected(vec![
        correction(On::Figure, Act::Reject, "12", Set::default()),
        Correction { on: On::Figure, act: Act::Reject, at: lost, rule: None, set: Set::default() },
    ]);
    assert_eq!(analysis.unplaced, [1]);
    assert_eq!(figures(&analysis), "f1 At least 40 40 sailor");
}
