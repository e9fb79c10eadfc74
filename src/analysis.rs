//! What an analysis holds: plain data, the same for the page, the command line and the exports.
//!
//! Inside the core every offset is a byte of the article's text. [`Spans`] is the one
//! place that knows where offsets stand, so that a caller can have them in another unit
//! (see [`crate::text::offsets`]).

use serde::{Deserialize, Serialize};

use crate::desk::Brief;
pub use crate::span::{Span, Spans};
use crate::span::{pair_or_null, pairs};

/// The place of a finding in the list of its kind, by its id: `f1` is the first figure. `None` for the id of another kind.
pub(crate) fn place(id: &str, kind: char) -> Option<usize> {
    id.strip_prefix(kind)?.parse::<usize>().ok()?.checked_sub(1)
}

/// Why a finding was made: a name to look the rule up by, and a sentence for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Rule {
    #[serde(rename = "rule")]
    pub name: &'static str,
    pub why: &'static str,
}

/// How sure a rule is of what it found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    Doubtful = 1,
    Likely = 2,
    Sure = 3,
}

impl Serialize for Sure {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(*self as u8)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureKind {
    Count,
    Money,
    Percent,
    Measure,
    Age,
    Duration,
    Fraction,
    Multiplier,
    Rating,
    Score,
    Ordinal,
}

/// What the reader made of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Review {
    /// Found by a rule, and said to be right.
    Accepted,
    /// Found by a rule, and mended.
    Changed,
    /// Found by the reader.
    Added,
}

/// Something that a rule found and the reader took out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rejected {
    #[serde(flatten)]
    pub span: Span,
    pub text: String,
    pub kind: SegmentKind,
    #[serde(flatten)]
    pub rule: Rule,
}

/// How the number bounds what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Modifier {
    #[serde(rename = "=")]
    Exactly,
    #[serde(rename = "~")]
    About,
    #[serde(rename = ">")]
    MoreThan,
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = "<")]
    LessThan,
    #[serde(rename = "<=")]
    AtMost,
    #[serde(rename = "up")]
    Up,
    #[serde(rename = "down")]
    Down,
}

/// A number in the text: how many, of what, and what happened to them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    pub id: String,
    /// The number with its bound and its unit (`at least $4.5m`); the counted noun is in `noun`.
    #[serde(flatten)]
    pub span: Span,
    pub text: String,
    pub kind: FigureKind,
    /// The number. `None` where the words give only a range, which is then in `low` and `high`.
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub modifier: Modifier,
    /// ISO 4217 code, unit of measure, `percent`, or for a count the singular of the counted noun.
    pub unit: Option<String>,
    /// The counted noun with its modifiers (`Ukrainian soldiers`).
    #[serde(serialize_with = "pair_or_null")]
    pub noun: Option<Span>,
    /// What the figure speaks of, where that is not the counted noun (`unemployment` in `unemployment rose
    /// to 4.2 per cent`): the nearest phrase, then after a comma the subject of its clause.
    pub concept: Option<String>,
    /// What happened to the counted, by class: `killed`, `injured`, `evacuated`, `trapped` …
    pub status: Option<String>,
    /// The verb, participle or noun that says what happened, of a class or not (`shot down`).
    #[serde(serialize_with = "pair_or_null")]
    pub verb: Option<Span>,
    /// Words that leave open whether it is so: `thought to be`, `reportedly`.
    #[serde(serialize_with = "pair_or_null")]
    pub hedge: Option<Span>,
    /// Where, as its clause says.
    #[serde(serialize_with = "pair_or_null")]
    pub place: Option<Span>,
    /// `a further 344`, `another 12`: to be added to a figure before it.
    pub additive: bool,
    /// Id of the figure that it is a part of, and must not be added to (`17 people, including six children`).
    pub part_of: Option<String>,
    /// Id of the finding that says the same: the figure that it gives in another unit, or the date that it is too.
    pub same_as: Option<String>,
    /// Id of the quote in which it is claimed.
    pub quote: Option<String>,
    /// Id of the date that says when.
    pub date: Option<String>,
    #[serde(flatten)]
    pub rule: Rule,
    pub sure: Sure,
    /// What the reader made of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
}

impl Figure {
    /// Whether it is a length of time that is a date too, and shown with the dates.
    pub fn is_date(&self) -> bool {
        self.same_as.as_ref().is_some_and(|id| id.starts_with('d'))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum DateType {
    Date,
    Time,
    Duration,
    Set,
}

/// TIMEX3's `mod`: which part of the named time, or how exactly it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DateModifier {
    Start,
    Mid,
    End,
    Approx,
    Early,
    Late,
    MoreThan,
    LessThan,
}

/// What a date was reckoned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    Publication,
    Text,
}

/// A date, time, duration or recurring time (TIMEX3, ISO-TimeML).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Date {
    pub id: String,
    #[serde(flatten)]
    pub span: Span,
    pub text: String,
    #[serde(rename = "type")]
    pub kind: DateType,
    /// TIMEX3 value, `None` when it cannot be known.
    pub value: Option<String>,
    /// The same in the Extended Date/Time Format (ISO 8601-2), where it has a form for it.
    pub edtf: Option<String>,
    /// First and last day it covers, `YYYY-MM-DD`, both inclusive.
    pub interval: Option<[String; 2]>,
    pub modifier: Option<DateModifier>,
    pub anchor: Option<Anchor>,
    /// The time zone of its clock, as the text names it: `GMT`, `EST`.
    pub zone: Option<String>,
    /// A time without edges: `now`, `recently`, `in the future`.
    pub vague: bool,
    /// Id of the stretch of time (`from 9 May to 11 May`) that it begins or ends.
    pub range: Option<String>,
    #[serde(flatten)]
    pub rule: Rule,
    pub sure: Sure,
    /// What the reader made of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
}

/// Something in the article that does not fit together, for an editor to look at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Check {
    pub id: String,
    /// The first of `spans`.
    #[serde(flatten)]
    pub span: Span,
    pub text: String,
    /// What is wrong, as a sentence.
    pub what: String,
    /// The words that do not fit, in order; at least one.
    #[serde(serialize_with = "pairs")]
    pub spans: Vec<Span>,
    /// The sentences that hold them, in order, each once.
    #[serde(serialize_with = "pairs")]
    pub sentences: Vec<Span>,
    #[serde(flatten)]
    pub rule: Rule,
    pub sure: Sure,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    Direct,
    Indirect,
    Mixed,
}

/// What a quote's cue says of its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// They were said or written: `said`, `a statement that`.
    #[default]
    Speech,
    /// Somebody holds them true, and need not have said so: `believes`, `fears`.
    Belief,
    /// Somebody wants them to come true: `hopes`, `wishes`.
    Plan,
}

/// Something that somebody said, in their words or reported.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quote {
    pub id: String,
    /// From the start of the first piece of `content` to the end of the last.
    #[serde(flatten)]
    pub span: Span,
    pub text: String,
    pub kind: QuoteKind,
    #[serde(serialize_with = "pairs")]
    pub content: Vec<Span>,
    #[serde(serialize_with = "pair_or_null")]
    pub cue: Option<Span>,
    #[serde(serialize_with = "pair_or_null")]
    pub speaker: Option<Span>,
    pub speaker_name: Option<String>,
    pub speaker_id: Option<String>,
    pub act: Act,
    /// They were not said: `declined to say`, `did not confirm`.
    pub negated: bool,
    /// They may be said, or might have been: `would say`, `could argue`.
    #[serde(serialize_with = "pair_or_null")]
    pub modal: Option<Span>,
    /// To whom: `told [reporters]`.
    #[serde(serialize_with = "pair_or_null")]
    pub addressee: Option<Span>,
    /// Where it can be read or heard: `in [a video on Telegram]`.
    #[serde(serialize_with = "pair_or_null")]
    pub channel: Option<Span>,
    /// Id of the date on which it was said.
    pub date: Option<String>,
    #[serde(flatten)]
    pub rule: Rule,
    pub sure: Sure,
    /// What the reader made of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SpeakerKind {
    Person,
    Organisation,
    /// A place that stands for its government: `Moscow`.
    Place,
    /// `officials`, `residents`.
    Group,
    /// `the statement`, `a report`.
    Document,
    Unknown,
}

/// One person, organisation or other source, under the fullest name that the text gives.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Speaker {
    pub id: String,
    pub name: String,
    pub kind: SpeakerKind,
    pub role: Option<String>,
    /// `false` for `a ministry official`: nobody is named.
    pub named: bool,
    /// A source whose name is held back: `officials`, `a source close to the firm`. A reader cannot ask them.
    pub anonymous: bool,
    /// Id of the named person or organisation that it is.
    pub entity: Option<String>,
    #[serde(serialize_with = "pairs")]
    pub mentions: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    Person,
    Organisation,
}

/// What the text says that somebody is: `the mayor of Port Hale`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Role {
    #[serde(flatten)]
    pub span: Span,
    /// Its noun in lower case: `mayor`.
    #[serde(skip)]
    pub head: String,
    /// How the proper words of it begin, in lower case: `port`, `hale`.
    #[serde(skip)]
    pub of: Vec<String>,
}

/// A person or organisation that the text names, under the fullest of its names, whether it speaks or not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedEntity {
    pub id: String,
    pub name: String,
    pub kind: EntityKind,
    /// What the text says they are.
    pub roles: Vec<Role>,
    /// Every mention by name, in order; titles and articles left out.
    #[serde(serialize_with = "pairs")]
    pub mentions: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SegmentKind {
    Figure,
    Speaker,
    Date,
    Quote,
    Check,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Edge {
    Start,
    End,
}

/// A stretch of text with the same findings throughout; never overlapping, never across paragraphs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Segment {
    #[serde(flatten)]
    pub span: Span,
    pub kinds: Vec<SegmentKind>,
    pub ids: Vec<String>,
    /// Whether a quote opens at its start or closes at its end.
    pub edges: Vec<Edge>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ParagraphKind {
    Title,
    /// Who published it and when; the writer's name.
    Dateline,
    Heading,
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    #[serde(flatten)]
    pub span: Span,
    pub kind: ParagraphKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PublishedSource {
    User,
    Text,
    /// What the file says beside its text: the head of a web page, the headers of a mail.
    File,
}

/// The day (or minute) of publication, to which relative dates are reckoned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Published {
    /// `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`.
    pub value: String,
    /// The time zone of that minute, as the date line names it: `GMT`, `EST`.
    pub zone: Option<String>,
    pub source: PublishedSource,
    /// Where the text says so.
    #[serde(serialize_with = "pair_or_null")]
    pub span: Option<Span>,
}

/// Everything found in one article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Analysis {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<Published>,
    /// Number of words in the text.
    pub words: usize,
    pub paragraphs: Vec<Paragraph>,
    pub segments: Vec<Segment>,
    pub figures: Vec<Figure>,
    pub quotes: Vec<Quote>,
    pub speakers: Vec<Speaker>,
    pub entities: Vec<NamedEntity>,
    pub dates: Vec<Date>,
    pub checks: Vec<Check>,
    /// What the reader took out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<Rejected>,
    /// Indices of the reader's corrections whose words are no longer in the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unplaced: Vec<usize>,
    /// What the desk needs to lay it beside others.
    #[serde(skip)]
    pub brief: Brief,
}

impl Spans for Analysis {
    fn for_each_span(&mut self, mut visit: impl FnMut(&mut Span)) {
        self.published.iter_mut().filter_map(|p| p.span.as_mut()).for_each(&mut visit);
        self.paragraphs.iter_mut().for_each(|p| visit(&mut p.span));
        self.segments.iter_mut().for_each(|s| visit(&mut s.span));
        self.brief.for_each_span(&mut visit);
        self.dates.iter_mut().for_each(|d| visit(&mut d.span));
        self.rejected.iter_mut().for_each(|r| visit(&mut r.span));
        for check in &mut self.checks {
            visit(&mut check.span);
            check.spans.iter_mut().chain(&mut check.sentences).for_each(&mut visit);
        }
        self.speakers.iter_mut().flat_map(|s| &mut s.mentions).for_each(&mut visit);
        for entity in &mut self.entities {
            entity.mentions.iter_mut().for_each(&mut visit);
            entity.roles.iter_mut().for_each(|role| visit(&mut role.span));
        }
        for figure in &mut self.figures {
            visit(&mut figure.span);
            let Figure { noun, verb, hedge, place, .. } = figure;
            [noun, verb, hedge, place].into_iter().flatten().for_each(&mut visit);
        }
        for quote in &mut self.quotes {
            visit(&mut quote.span);
            quote.content.iter_mut().for_each(&mut visit);
            let Quote { cue, speaker, modal, addressee, channel, .. } = quote;
            [cue, speaker, modal, addressee, channel].into_iter().flatten().for_each(&mut visit);
        }
    }
}
