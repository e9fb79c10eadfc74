//! From what was read of a figure to the [`Figure`] that is listed: its fate, its hedge, what it is about.

use std::ops::Range;

use super::concept::{self, Scope};
use super::draft::{Draft, Finder};
use super::numeral::{Form, Value};
use super::status::{self, Fate, Place};
use super::{counted, hedge, rules};
use crate::analysis::{Figure, FigureKind, Modifier, Rule, Sure};
use crate::syntax::{Relation, Syntax, Tag};
use crate::text::Document;

impl Finder<'_> {
    /// Adds the figure; the token to go on from.
    pub fn keep(&mut self, draft: Draft) -> usize {
        let document = self.document;
        if self.is_only_a_time(&draft) {
            return draft.next.max(draft.tokens.end);
        }
        let mut span = document.span(draft.tokens.clone());
        // `at 60 mph.`: the full stop of the sentence is not the unit's.
        if draft.tokens.end == draft.sentence.end && span.of(document.text).ends_with('.') {
            span.end -= 1;
        }
        let (value, low, high) = match draft.amount.value {
            Value::Exact(value) => (Some(value), None, None),
            Value::Between(low, high) => (None, Some(low), Some(high)),
        };
        let sure = if draft.unit.is_some() { Sure::Sure } else { Sure::Likely };
        let fate = self.fate(&draft);
        let hedge = hedge::of(document, &draft);
        // `are thought to` opens a statement, and is none.
        let hedges = |verb: &usize| hedge.as_ref().is_some_and(|words| words.contains(verb));
        let governing = || self.governing_verb(&draft).filter(|verb| !hedges(verb));
        let verb = fate.map(|fate| fate.word).or_else(governing);
        self.figures.push(Figure {
            id: format!("f{}", self.figures.len() + 1),
            span,
            text: span.of(document.text).to_owned(),
            kind: draft.kind,
            value,
            low,
            high,
            modifier: draft.modifier,
            status: fate.map(|fate| fate.class.to_owned()),
            verb: verb.map(|verb| document.span(with_particle(self.syntax, verb))),
            hedge: hedge.clone().map(|words| document.span(words)),
            place: None,
            concept: self.concept(&draft),
            noun: draft.counted.as_ref().map(|counted| document.span(counted.tokens.clone())),
            unit: draft.unit.clone(),
            additive: is_additive(document, &draft),
            part_of: None,
            same_as: None,
            quote: None,
            date: None,
            rule: named(&draft),
            sure,
            review: None,
        });
        self.taken[draft.tokens.clone()].fill(true);
        draft.next.min(draft.tokens.end.max(draft.amount.tokens.end))
    }

    /// `for 71 days`, `over the next three days`: a stretch of time in which something goes on is a date, and listed
    /// there; a bounded one (`for more than two years`) claims a number.
    fn is_only_a_time(&self, draft: &Draft) -> bool {
        let start = draft.tokens.start;
        let exact = draft.modifier == Modifier::Exactly && draft.amount.exact().is_some();
        let before = start.checked_sub(1).filter(|&at| at >= draft.sentence.start);
        draft.kind == FigureKind::Duration
            && exact
            && self.taken[start]
            && before.is_some_and(|at| {
                matches!(
                    self.document.lower(at),
                    "for" | "next" | "last" | "past" | "coming" | "previous" | "following"
                )
            })
    }

    pub fn fate(&self, draft: &Draft) -> Option<Fate> {
        if !matches!(draft.kind, FigureKind::Count | FigureKind::Fraction | FigureKind::Age) {
            return None;
        }
        let aged = (draft.kind == FigureKind::Age)
            .then(|| {
                counted::after(self.document, self.syntax, draft.next, draft.sentence.end, true)
            })
            .flatten();
        let noun = match draft.counted.as_ref().or(aged.as_ref()) {
            Some(counted) if counted.tokens.start >= draft.amount.tokens.end => {
                counted.tokens.clone()
            }
            _ => draft.tokens.end..draft.tokens.end,
        };
        status::of(&Place {
            document: self.document,
            syntax: self.syntax,
            figure: draft.tokens.clone(),
            noun,
            sentence: draft.sentence.clone(),
        })
    }

    /// The verb that the counted is subject or object of: `hit` in `they hit 40 barns`.
    fn governing_verb(&self, draft: &Draft) -> Option<usize> {
        let counts = matches!(draft.kind, FigureKind::Count | FigureKind::Fraction);
        let number = draft.amount.number.start;
        let named = draft.counted.as_ref().filter(|counted| counted.head > number);
        let head = named.map_or(number, |counted| counted.head);
        let relation = self.syntax.relation(head);
        let verb = self
            .syntax
            .head(head)
            .filter(|_| counts && (relation.is_subject() || relation == Relation::Obj))?;
        let says = self.syntax.tag(verb) == Tag::Verb
            && !matches!(
                self.document.lower(verb),
                "has" | "have" | "had" | "having" | "is" | "are" | "was" | "were" | "be"
            );
        (says && draft.sentence.contains(&verb)).then_some(verb)
    }

    fn concept(&self, draft: &Draft) -> Option<String> {
        let scope = Scope { document: self.document, syntax: self.syntax, taken: &self.taken };
        let end = draft.sentence.end;
        let own = match draft.kind {
            FigureKind::Count | FigureKind::Fraction => concept::belonging(&scope, draft.next, end),
            FigureKind::Duration => None,
            _ => concept::qualified(&scope, draft.next, end),
        };
        let mut parts: Vec<String> = own.into_iter().collect();
        parts.extend(concept::clause(&scope, draft.tokens.start, draft.sentence.start));
        parts.truncate(2);
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// A verb with the particle beside it: `shot down`.
fn with_particle(syntax: &Syntax, verb: usize) -> Range<usize> {
    let particle = syntax.dependent(verb, |relation| relation == Relation::CompoundPrt);
    verb..particle.filter(|&at| at == verb + 1).unwrap_or(verb) + 1
}

/// `another 12`, `a further 344`, `40 more`: to be added to what was counted before; `40 more than` is a difference.
fn is_additive(document: &Document, draft: &Draft) -> bool {
    let Range { start, end } = draft.tokens;
    let further = document.lower(start) == "a" && document.lower(start + 1) == "further";
    matches!(document.lower(start), "another" | "further" | "additional")
        || further && draft.tokens.len() > 1
        || end + 1 < draft.sentence.end
            && document.lower(end) == "more"
            && document.lower(end + 1) != "than"
}

/// Whether a number says of itself that it counts what the one before counts.
pub fn goes_on(document: &Document, draft: &Draft) -> bool {
    let end = draft.tokens.end;
    is_additive(document, draft) || end < draft.sentence.end && document.lower(end) == "more"
}

/// The rule that made the figure; a count without anything counted is only a bare number.
fn named(draft: &Draft) -> Rule {
    let bare = draft.kind == FigureKind::Count && draft.unit.is_none();
    if bare && draft.amount.form != Form::Vague { rules::BARE } else { draft.rule }
}
