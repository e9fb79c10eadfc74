//! What the desk needs of one article: who is named, what is claimed, what is quoted; words as they are compared.

use crate::analysis::{
    Date, EntityKind, Figure, FigureKind, Modifier, NamedEntity, Quote, Span, Speaker,
};
use crate::intake::Head;
use crate::syntax::Syntax;
use crate::text::Document;

use super::{claim, utterance};

/// One article, ready to be laid beside others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brief {
    /// Day of publication, `YYYY-MM-DD`.
    pub published: Option<String>,
    pub people: Vec<Person>,
    /// Capitalised words that may name anything, and where they stand.
    pub unknown: Vec<(String, Span)>,
    pub claims: Vec<Claim>,
    pub utterances: Vec<Utterance>,
}

/// A person or organisation that the article names.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Id of the entity: `n1`.
    pub id: String,
    pub kind: EntityKind,
    /// Its spellings, the fullest first.
    pub names: Vec<String>,
    pub roles: Vec<Office>,
    pub mentions: Vec<Span>,
}

/// What somebody is said to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    pub span: Span,
    /// `mayor`
    pub head: String,
    /// Beginnings of the names of what they are it of.
    pub of: Vec<String>,
}

/// A figure, and what it is said of.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Id of the figure, or of the date that says how long.
    pub id: String,
    /// The figure with the noun that it counts.
    pub span: Span,
    pub kind: FigureKind,
    /// What amounts must share to be compared: a dimension, a currency, `share`, `count`.
    pub measure: String,
    pub amount: Amount,
    /// The counted noun; empty where none is named.
    pub head: String,
    /// What stands with it: `ukrainian` in `2,000 Ukrainian soldiers`.
    pub modifiers: Vec<String>,
    /// Class of what happened to the counted, or the verb.
    pub status: Option<String>,
    pub verb: Option<String>,
    /// Other words of the sentence, and how near they stand, 0 to 1.
    pub context: Vec<(String, f32)>,
    pub place: Option<String>,
    /// First and last day of which it is said.
    pub days: Option<[String; 2]>,
    /// Id or name of who claims it.
    pub source: Option<String>,
    /// Whether it stands in the title.
    pub title: bool,
    /// Part of another figure, or added to one.
    pub part: bool,
    pub additive: bool,
    /// Left open: `thought to be`.
    pub hedged: bool,
}

/// How much, in the common unit of its measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    pub low: f64,
    pub high: f64,
    pub modifier: Modifier,
    /// The unit of the last digit that was written and is not nought: 100 for `1,200`.
    pub step: f64,
    /// Dozens, hundreds: a number word without a number.
    pub vague: bool,
}

/// Words between quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    /// Id of the quote that it is, or is in.
    pub quote: Option<String>,
    pub span: Span,
    /// Its words in lower case.
    pub words: Vec<String>,
    /// Its content words, as they are compared.
    pub stems: Vec<String>,
    /// Id of the named person or organisation who says it, or their name.
    pub speaker: Option<String>,
}

/// Everything that was found in an article, as the desk reads it.
pub struct Found<'a> {
    pub head: &'a Head,
    pub figures: &'a [Figure],
    pub dates: &'a [Date],
    pub quotes: &'a [Quote],
    pub speakers: &'a [Speaker],
    pub entities: &'a [NamedEntity],
    pub unknown: &'a [Span],
}

impl Found<'_> {
    /// Id of the entity that a speaker is, else its name.
    pub fn source(&self, speaker: &str) -> Option<String> {
        let speaker = self.speakers.iter().find(|known| known.id == speaker)?;
        Some(speaker.entity.clone().unwrap_or_else(|| speaker.name.clone()))
    }
}

/// Reads an article for the desk.
pub fn brief(document: &Document, syntax: &Syntax, found: &Found) -> Brief {
    let published = found.head.published.as_ref();
    Brief {
        published: published.map(|day| day.value.chars().take(10).collect()),
        people: found.entities.iter().map(|entity| person(document, entity)).collect(),
        unknown: found
            .unknown
            .iter()
            .map(|span| (span.of(document.text).to_owned(), *span))
            .collect(),
        claims: claim::all(document, syntax, found),
        utterances: utterance::all(document, syntax, found),
    }
}

fn person(document: &Document, entity: &NamedEntity) -> Person {
    let mut names = vec![entity.name.clone()];
    for mention in &entity.mentions {
        let name = mention.of(document.text).split_whitespace().collect::<Vec<_>>().join(" ");
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let office = |role: &crate::analysis::Role| Office {
        span: role.span,
        head: role.head.clone(),
        of: role.of.clone(),
    };
    Person {
        id: entity.id.clone(),
        kind: entity.kind,
        names,
        roles: entity.roles.iter().map(office).collect(),
        mentions: entity.mentions.clone(),
    }
}
