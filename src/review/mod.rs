//! What the reader corrects: a layer over what the rules found, laid on anew with every analysis.
//!
//! In: the findings, and [`Correction`]s in the order in which they were made. Out: the findings as the reader wants
//! them, each that was touched with its [`Review`]; what was rejected; and which corrections found no place any more.
//! A correction knows its finding by words and their surroundings (`anchor`), so that it outlives another version of
//! the engine and an edited text.
//!
//! ```
//! use copydesk::{Options, analyze, review::{Anchor, Correction}};
//! let text = "At least 40 sailors were rescued off Pier 9.";
//! let wrong = Anchor::new(text, 0..11);
//! let options = Options { corrections: vec![Correction::reject_figure(wrong)], ..Options::default() };
//! let analysis = analyze(text, &options);
//! assert!(analysis.figures.is_empty());
//! assert_eq!(analysis.rejected[0].text, "At least 40");
//! ```

mod anchor;
mod date;
mod figure;
mod list;
mod quote;
mod rules;

use serde::{Deserialize, Serialize};

use crate::analysis::{
    Check, Date, Figure, FigureKind, Modifier, Quote, QuoteKind, Rejected, SegmentKind, Speaker,
};
use crate::text::Document;
use crate::{Reference, Span};

pub use anchor::Anchor;
pub(crate) use anchor::surroundings;

/// What a correction is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum On {
    Figure,
    Date,
    Quote,
    /// A speaker, by any of the places that name them.
    Speaker,
    /// A check, by the first of its places.
    Check,
}

/// What the reader did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    Accept,
    Reject,
    Edit,
    /// Marked words in which no rule found anything.
    Add,
}

/// One thing that the reader did to one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    pub on: On,
    pub act: Act,
    pub at: Anchor,
    /// Name of the rule, for a check: several can stand at one place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What it should be, for an edit or an addition; what is not named stays as it is.
    #[serde(default)]
    pub set: Set,
}

impl Correction {
    /// The figure there is none.
    pub fn reject_figure(at: Anchor) -> Self {
        let (on, act) = (On::Figure, Act::Reject);
        Correction { on, act, at, rule: None, set: Set::default() }
    }
}

/// What a finding should be.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Set {
    /// Where it really stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent: Option<Anchor>,
    /// A figure's number, or the two ends of its range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modifier: Option<Modifier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<FigureKind>,
    /// What it counts, or its unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// A date's first and last day, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<[String; 2]>,
    /// Who said it; for a speaker, who they are. A name that another speaker has makes them one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<QuoteKind>,
}

/// The findings that can be corrected.
pub(crate) struct Found<'f> {
    pub figures: &'f mut Vec<Figure>,
    pub dates: &'f mut Vec<Date>,
    pub quotes: &'f mut Vec<Quote>,
    pub speakers: &'f mut Vec<Speaker>,
    /// Those of what was found; what is corrected no longer fails them.
    pub checks: &'f mut Vec<Check>,
}

/// What became of the corrections.
#[derive(Default)]
pub(crate) struct Outcome {
    pub rejected: Vec<Rejected>,
    /// Indices of those whose words are no longer in the text.
    pub unplaced: Vec<usize>,
    /// Checks to be taken out when all are known: the rule, and a place.
    dismissed: Vec<(String, Span)>,
}

impl Outcome {
    /// Takes out the checks that the reader dismissed.
    pub fn dismiss(&mut self, checks: &mut Vec<Check>) {
        let (gone, left): (Vec<_>, Vec<_>) = checks.drain(..).partition(|check| {
            let is = |(rule, span): &(String, Span)| {
                *rule == check.rule.name && check.spans.iter().any(|s| s.overlaps(*span))
            };
            self.dismissed.iter().any(is)
        });
        *checks = left;
        self.rejected.extend(gone.into_iter().map(|check| Rejected {
            span: check.span,
            text: check.text,
            kind: SegmentKind::Check,
            rule: check.rule,
        }));
    }
}

/// Lays the corrections on what was found. The ids are counted anew.
pub(crate) fn apply(
    document: &Document,
    reference: Option<Reference>,
    corrections: &[Correction],
    found: &mut Found,
) -> Outcome {
    let mut outcome = Outcome::default();
    if corrections.is_empty() {
        return outcome;
    }
    let mut touched = Vec::new();
    for (index, correction) in corrections.iter().enumerate() {
        let Some(place) = anchor::place(document.text, &correction.at) else {
            outcome.unplaced.push(index);
            continue;
        };
        let extent = correction.set.extent.as_ref();
        let extent = extent.and_then(|anchor| anchor::place(document.text, anchor));
        let at = list::At { document, correction, place, extent: extent.unwrap_or(place) };
        match correction.on {
            On::Figure => figure::correct(&at, found.figures, &mut outcome.rejected),
            On::Date => date::correct(&at, reference, found.dates, &mut outcome.rejected),
            On::Quote => {
                quote::correct(&at, found.quotes, found.speakers, &mut outcome.rejected);
            }
            On::Speaker => quote::name(&at, found.quotes, found.speakers),
            On::Check => {
                let rule = correction.rule.clone();
                outcome.dismissed.extend(rule.map(|rule| (rule, place)));
            }
        }
        if correction.act != Act::Accept && correction.on != On::Check {
            touched.push(place);
        }
    }
    figure::renumber(found.figures);
    date::renumber(found.dates);
    quote::renumber(found.quotes, found.speakers);
    found.checks.retain(|check| {
        !check.spans.iter().any(|span| touched.iter().any(|place| place.overlaps(*span)))
    });
    outcome
}

#[cfg(test)]
mod tests;
