//! Shares that add up to more than their whole: `45 per cent, 40 per cent and 35 per cent`.

use super::rules;
use crate::analysis::{Check, Figure, FigureKind, Modifier, Span, Sure};
use crate::fault::Fault;
use crate::text::Document;

/// So much over 100 may come of rounding, for each share.
const ROUNDING: f64 = 0.7;
/// Where shares add up to more, they are hardly of one whole.
const MOST: f64 = 190.0;
/// Tokens between one share and the next in a row.
const GAP: usize = 12;

/// What can be no more than all.
const OF_ALL: &[&str] = &["turnout", "attendance", "occupancy", "electorate"];
/// Words of change and comparison: such shares are of different wholes.
const CHANGES: &[&str] = &[
    "rose",
    "rise",
    "risen",
    "rises",
    "fell",
    "fall",
    "fallen",
    "falls",
    "grew",
    "grow",
    "grown",
    "up",
    "down",
    "increased",
    "increase",
    "decreased",
    "dropped",
    "climbed",
    "jumped",
    "gained",
    "lost",
    "more",
    "less",
    "higher",
    "lower",
    "compared",
    "against",
    "respectively",
    "than",
    "both",
    "also",
    "interest",
    "rate",
    "rates",
];
/// Two kinds that are all there are.
const HALVES: &[[&str; 2]] = &[
    ["men", "women"],
    ["male", "female"],
    ["boys", "girls"],
    ["favour", "against"],
    ["favor", "against"],
    ["favour", "opposed"],
    ["favor", "opposed"],
    ["backed", "against"],
    ["backed", "opposed"],
    ["supported", "opposed"],
    ["yes", "no"],
    ["urban", "rural"],
    ["imported", "domestic"],
];

/// Checks of the shares of a text.
pub fn faults(document: &Document, figures: &[Figure]) -> Vec<Check> {
    let shares: Vec<&Figure> = figures
        .iter()
        .filter(|figure| {
            figure.kind == FigureKind::Percent && figure.unit.as_deref() == Some("percent")
        })
        .collect();
    let mut checks: Vec<Check> = Vec::new();
    let mut at = 0;
    while at < shares.len() {
        let mut end = at + 1;
        while end < shares.len() && goes_on(document, shares[end - 1], shares[end]) {
            end += 1;
        }
        checks.extend(in_row(document, &shares[at..end]));
        at = end;
    }
    checks.extend(shares.iter().filter_map(|share| alone(document, share)));
    checks
}

/// Whether two shares stand in one sentence, near one another, with a comma or `and` between them.
fn goes_on(document: &Document, one: &Figure, other: &Figure) -> bool {
    let (first, next) = (document.tokens_in(one.span), document.tokens_in(other.span));
    let sentence = |at: usize| document.sentence_of(at);
    let between = first.end..next.start;
    sentence(first.start) == sentence(next.start)
        && between.len() <= GAP
        && between.clone().any(|at| matches!(document.lower(at), "," | "and" | ";"))
        && between.clone().all(|at| !matches!(document.lower(at), "(" | ")"))
}

/// Three shares or more in a row, or two that are all there are.
fn in_row(document: &Document, row: &[&Figure]) -> Option<Check> {
    if row.len() < 2 {
        return None;
    }
    let total: f64 = row.iter().map(|share| share.value).sum::<Option<f64>>()?;
    let exact =
        row.iter().all(|share| matches!(share.modifier, Modifier::Exactly | Modifier::About));
    let over = total - 100.0 > ROUNDING * row.len() as f64 && total < MOST;
    let (first, last) = (row.first()?, row.last()?);
    let sentence = &document.sentences[document.sentence_of(document.token_at(first.span.start))];
    let words = || sentence.tokens.clone().map(|at| document.lower(at));
    let from = |share: &&Figure| {
        let at = document.token_at(share.span.start);
        at > 0 && matches!(document.lower(at - 1), "from" | "to")
    };
    let changes = words().any(|word| CHANGES.contains(&word)) || row.iter().any(from);
    let listed = document.tokens_in(Span::new(first.span.end, last.span.start));
    let joined = listed.clone().any(|at| document.lower(at) == "and");
    let halves =
        || HALVES.iter().any(|pair| pair.iter().all(|half| words().any(|word| word == *half)));
    // `61 % of parents are in favour and 72 % of drivers against`
    let of = |share: &&Figure| document.lower(document.tokens_in(share.span).end) == "of";
    let whole = row.len() > 2 && joined || row.len() == 2 && halves() && !row.iter().all(of);
    if !exact || !over || changes && !halves() || !whole {
        return None;
    }
    let terms: Vec<String> =
        row.iter().filter_map(|share| share.value).map(|value| value.to_string()).collect();
    let what = format!("{} is {total} per cent of one whole.", terms.join(" + "));
    let fault = Fault { rule: rules::PERCENT, what, sure: Sure::Likely };
    Some(fault.at(document, row.iter().map(|share| share.span).collect()))
}

/// `Turnout was 104 per cent.`
fn alone(document: &Document, share: &Figure) -> Option<Check> {
    let value = share.value.filter(|&value| value > 100.0)?;
    let at = document.token_at(share.span.start);
    let sentence = document.sentences[document.sentence_of(at)].tokens.clone();
    let of_all =
        sentence.clone().take_while(|&i| i < at).any(|i| OF_ALL.contains(&document.lower(i)));
    let changes = sentence.map(|i| document.lower(i)).any(|word| CHANGES.contains(&word));
    if !of_all || changes {
        return None;
    }
    let what = format!("{value} per cent is more than all.");
    let fault = Fault { rule: rules::PERCENT, what, sure: Sure::Likely };
    Some(fault.at(document, vec![share.span]))
}
