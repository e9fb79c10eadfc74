//! What the desk needs of one article: who is named, what is claimed, quoted and dated; words as they are compared.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::analysis::{
    Date, EntityKind, Figure, Modifier, NamedEntity, Quote, Span, Spans, Speaker, place,
};
use crate::intake::Head;
use crate::speakers as named;
use crate::syntax::Syntax;
use crate::text::Document;

use super::words::{Word, word_at};
use super::{claim, happening, utterance};

/// One article, ready to be laid beside others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Brief {
    /// Day of publication, `YYYY-MM-DD`.
    pub published: Option<String>,
    pub people: Vec<Person>,
    pub unknown: Vec<Unknown>,
    pub claims: Vec<Claim>,
    pub utterances: Vec<Utterance>,
    pub happenings: Vec<Happening>,
}

/// Capitalised words that may name anything: another article may tell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unknown {
    pub text: String,
    pub span: Span,
    /// As in [`crate::speakers::Unknown`].
    pub headed: bool,
    pub doubtful: bool,
    pub place: bool,
}

/// A person or organisation that the article names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Id of the entity: `n1`.
    pub id: String,
    pub kind: EntityKind,
    /// Its spellings, the fullest first.
    pub names: Vec<String>,
    pub roles: Vec<Office>,
    pub mentions: Vec<Span>,
    /// Ids of the quotes that are theirs.
    pub quotes: Vec<String>,
}

/// What somebody is said to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Office {
    pub span: Span,
    pub sentence: Span,
    /// `mayor of Port Hale`
    pub text: String,
    /// `mayor`
    pub head: String,
    /// Beginnings of the names of what they are it of.
    pub of: Vec<String>,
}

/// A figure, and what it is said of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Id of the figure, or of the date that says how long.
    pub id: String,
    /// The figure with the noun that it counts.
    pub span: Span,
    pub sentence: Span,
    /// What is counted, for the reader: `people trapped`.
    pub label: String,
    /// What amounts must share to be compared: a dimension, a currency, `share`, `count`.
    pub measure: String,
    pub unit: Option<String>,
    /// In `unit`.
    pub amount: Amount,
    /// An amount is so much in the common unit of its measure: `size` × amount + `offset`.
    pub size: f64,
    pub offset: f64,
    /// The counted noun.
    pub head: Option<Word>,
    /// Whether the counted may be anybody: `persons`, `victims`, `four others`.
    pub anybody: bool,
    /// What stands with it: `ukrainian` in `2,000 Ukrainian soldiers`.
    pub modifiers: Vec<Word>,
    /// Class of what happened to the counted.
    pub status: Option<String>,
    /// The word that governs it.
    pub predicate: Option<Word>,
    /// Other words of the sentence, and how near they stand, 0 to 1.
    pub context: Vec<(Word, f32)>,
    pub place: Option<Word>,
    /// First and last day of which it is said.
    pub days: Option<[String; 2]>,
    /// Name of who claims it.
    pub source: Option<String>,
    /// Whether it stands in the title.
    pub title: bool,
    /// Part of another figure, or added to one.
    pub part: bool,
    pub additive: bool,
    /// Left open: `thought to be`.
    pub hedged: bool,
}

/// How much.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Utterance {
    /// Id of the quote that it is, or is in.
    pub quote: Option<String>,
    pub span: Span,
    /// Its words, and where each stands.
    pub words: Vec<Word>,
    pub places: Vec<Span>,
    /// Its content words, as they are compared.
    pub stems: Vec<Word>,
    /// Id of the named person or organisation who says it, or their name.
    pub speaker: Option<String>,
}

/// A sentence that says on which day something happened or was said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Happening {
    /// Id of the date.
    pub date: String,
    pub span: Span,
    pub sentence: Span,
    /// First and last day, `YYYY-MM-DD`.
    pub days: [String; 2],
    /// `HH:MM`, where the sentence says it.
    pub time: Option<String>,
    /// Id of the quote that was said then.
    pub quote: Option<String>,
    /// Who said it, as in [`Utterance`].
    pub speaker: Option<String>,
    /// The content words of the sentence.
    pub words: Vec<Word>,
}

impl Spans for Brief {
    fn for_each_span(&mut self, mut visit: impl FnMut(&mut Span)) {
        let Brief { people, unknown, claims, utterances, happenings, .. } = self;
        unknown.iter_mut().for_each(|name| visit(&mut name.span));
        for person in people {
            person.mentions.iter_mut().for_each(&mut visit);
            for role in &mut person.roles {
                visit(&mut role.span);
                visit(&mut role.sentence);
            }
        }
        for claim in claims {
            visit(&mut claim.span);
            visit(&mut claim.sentence);
        }
        for said in utterances {
            visit(&mut said.span);
            said.places.iter_mut().for_each(&mut visit);
        }
        for told in happenings {
            visit(&mut told.span);
            visit(&mut told.sentence);
        }
    }
}

/// Everything that was found in an article, as the desk reads it.
pub struct Found<'a> {
    pub head: &'a Head,
    pub figures: &'a [Figure],
    pub dates: &'a [Date],
    pub quotes: &'a [Quote],
    pub speakers: &'a [Speaker],
    pub entities: &'a [NamedEntity],
    pub unknown: &'a [named::Unknown],
}

impl Found<'_> {
    /// Id of the entity that a speaker is, else its name.
    pub fn source(&self, speaker: &str) -> Option<String> {
        let speaker = self.speakers.get(place(speaker, 's')?)?;
        Some(speaker.entity.clone().unwrap_or_else(|| speaker.name.clone()))
    }
}

/// What each token of a document is compared as.
pub type Words = [Option<Word>];

/// Reads an article for the desk.
pub fn brief(document: &Document, syntax: &Syntax, found: &Found) -> Brief {
    let published = found.head.published.as_ref();
    let words: Vec<Option<Word>> =
        (0..document.tokens.len()).map(|at| word_at(document, syntax, at)).collect();
    let mut quotes: HashMap<&str, Vec<String>> = HashMap::new();
    for quote in found.quotes {
        let speaker =
            quote.speaker_id.as_deref().and_then(|id| found.speakers.get(place(id, 's')?));
        if let Some(entity) = speaker.and_then(|speaker| speaker.entity.as_deref()) {
            quotes.entry(entity).or_default().push(quote.id.clone());
        }
    }
    let of = |entity: &NamedEntity| quotes.get(&*entity.id).cloned().unwrap_or_default();
    let people = found.entities.iter().map(|entity| person(document, entity, of(entity)));
    Brief {
        published: published.map(|day| day.value.chars().take(10).collect()),
        people: people.collect(),
        unknown: found.unknown.iter().map(|found| unknown(document, found)).collect(),
        claims: claim::all(document, syntax, &words, found),
        utterances: utterance::all(document, &words, found),
        happenings: happening::all(document, &words, found),
    }
}

fn unknown(document: &Document, found: &named::Unknown) -> Unknown {
    let named::Unknown { span, headed, doubtful, place } = *found;
    Unknown { text: span.of(document.text).to_owned(), span, headed, doubtful, place }
}

fn person(document: &Document, entity: &NamedEntity, quotes: Vec<String>) -> Person {
    let mut names = vec![entity.name.clone()];
    for mention in &entity.mentions {
        let name = mention.on_one_line(document.text);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let office = |role: &crate::analysis::Role| Office {
        span: role.span,
        sentence: document.sentence_around(role.span),
        text: role.span.on_one_line(document.text),
        head: role.head.clone(),
        of: role.of.clone(),
    };
    Person {
        id: entity.id.clone(),
        kind: entity.kind,
        names,
        roles: entity.roles.iter().map(office).collect(),
        mentions: entity.mentions.clone(),
        quotes,
    }
}
