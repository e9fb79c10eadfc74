//! What several articles say together: plain data, for the page and the command line.

use serde::{Deserialize, Serialize};

use crate::analysis::{EntityKind, Modifier, Span};
use crate::span::{pair, pairs};

/// Where something stands: which article, and there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Index of the article.
    pub article: usize,
    #[serde(flatten)]
    pub span: Span,
}

/// What several articles say together.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Comparison {
    pub people: Vec<Person>,
    /// Figures that two or more places give; what they disagree on comes first, then what is unclear.
    pub figures: Vec<FigureGroup>,
    /// Utterances that are quoted in two or more places.
    pub quotes: Vec<QuoteGroup>,
    /// What happened or was said on a known day, by day and hour.
    pub events: Vec<Event>,
    /// What does not fit together between articles.
    pub checks: Vec<Check>,
}

/// One person or organisation, as all articles name it.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    /// The fullest of its names.
    pub name: String,
    pub kind: EntityKind,
    /// What the articles say they are, each once, the fullest first.
    pub roles: Vec<String>,
    pub members: Vec<Member>,
    /// Every mention by name, by article.
    pub mentions: Vec<Place>,
}

/// A person as one article names it.
#[derive(Clone, Debug, Serialize)]
pub struct Member {
    pub article: usize,
    /// Id in `entities` of that analysis.
    pub id: String,
    /// Its spellings there, the fullest first.
    pub names: Vec<String>,
    /// Ids of the quotes there that are theirs.
    pub quotes: Vec<String>,
}

/// Whether claims can be true together, as a careful editor sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Agree,
    Differ,
    /// Scope or day cannot be told.
    Unclear,
}

/// One figure in two or more places.
#[derive(Clone, Debug, Serialize)]
pub struct FigureGroup {
    /// What is counted: `people injured`.
    pub label: String,
    pub verdict: Verdict,
    /// Name of the rule that judged, and why, as a sentence.
    pub rule: &'static str,
    pub why: String,
    /// The unit of all amounts here; `None` for a count.
    pub unit: Option<String>,
    pub claims: Vec<Claim>,
}

/// A figure where it stands.
#[derive(Clone, Debug, Serialize)]
pub struct Claim {
    #[serde(flatten)]
    pub place: Place,
    /// Id of the figure in that analysis, or of the date that says how long.
    pub id: String,
    /// The sentence that it stands in.
    #[serde(serialize_with = "pair")]
    pub sentence: Span,
    /// The number, or both ends of a range.
    pub low: f64,
    pub high: f64,
    pub modifier: Modifier,
    /// The least and the most that its words can mean.
    pub least: f64,
    pub most: f64,
    /// Whether it cannot be true beside the others.
    pub odd: bool,
    /// First and last day of which it is said.
    pub days: Option<[String; 2]>,
    /// Who claims it.
    pub source: Option<String>,
}

/// One utterance in two or more places.
#[derive(Clone, Debug, Serialize)]
pub struct QuoteGroup {
    /// Index of the speaker in `people`, where it is known.
    pub speaker: Option<usize>,
    pub members: Vec<Wording>,
}

/// An utterance in one place.
#[derive(Clone, Debug, Serialize)]
pub struct Wording {
    #[serde(flatten)]
    pub place: Place,
    /// Id of the quote in that analysis.
    pub quote: Option<String>,
    /// Index, in the same group, of an earlier publication with the same words.
    pub same_as: Option<usize>,
    /// The words that the first wording does not have.
    #[serde(serialize_with = "pairs")]
    pub differing: Vec<Span>,
}

/// What happened or was said on a day.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// First and last day, `YYYY-MM-DD`, both inclusive.
    pub days: [String; 2],
    /// `HH:MM`, where the text says it.
    pub time: Option<String>,
    /// Index in `people` of who said it, for a statement whose speaker is known.
    pub speaker: Option<usize>,
    /// Whether it is something said.
    pub statement: bool,
    /// The sentences that tell of it.
    pub members: Vec<Telling>,
}

/// A sentence with a day.
#[derive(Clone, Debug, Serialize)]
pub struct Telling {
    pub article: usize,
    /// Id of the date in that analysis.
    pub date: String,
    /// The sentence.
    #[serde(flatten)]
    pub span: Span,
}

/// Something that does not fit together between articles.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    pub rule: &'static str,
    /// What is wrong, as a sentence.
    pub what: String,
    pub places: Vec<Place>,
    /// The sentence of each.
    #[serde(serialize_with = "pairs")]
    pub sentences: Vec<Span>,
}

/// What the reader says of who is who, in the order in which it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Correction {
    /// One for themselves; else all these are one.
    pub split: bool,
    /// Index of the article, and the fullest name there.
    pub members: Vec<(usize, String)>,
}
