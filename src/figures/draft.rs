//! One figure put together from its parts.

use std::ops::Range;

use super::amount::{self, Amount};
use super::concept::{self, Scope};
use super::counted::{self, Counted};
use super::numeral::{Form, Value};
use super::range::{self, Pair};
use super::status::{self, Place};
use super::unit::{self, Unit};
use super::{age, bound, compound, not_a_figure, rules};
use crate::Span;
use crate::analysis::{Figure, FigureKind, Modifier, Rule, Sure};
use crate::syntax::{Syntax, Tag, singular};
use crate::text::Document;

pub struct Finder<'a> {
    pub document: &'a Document<'a>,
    pub syntax: &'a Syntax<'a>,
    pub figures: Vec<Figure>,
    /// For every token whether a date or a figure that was read has it.
    pub taken: Vec<bool>,
}

/// What is known of a figure so far.
pub struct Draft {
    pub amount: Amount,
    pub kind: FigureKind,
    /// Tokens of the figure: bound, number, unit.
    pub tokens: Range<usize>,
    pub modifier: Modifier,
    pub unit: Option<String>,
    pub counted: Option<Counted>,
    /// Token after everything that was read.
    pub next: usize,
    pub rule: Rule,
    pub sentence: Range<usize>,
}

impl Finder<'_> {
    /// Reads the figure whose number begins with token `at` and keeps it; the token to go on from.
    pub fn read(
        &mut self,
        at: usize,
        floor: usize,
        end: usize,
        sentence: &Range<usize>,
    ) -> Option<usize> {
        let (document, syntax) = (self.document, self.syntax);
        let first = amount::read(document, at, floor, end)?;
        if not_a_figure::is_none(document, syntax, &first, sentence.start, sentence.end) {
            return Some(first.number.end);
        }
        let first = compound::scale_after(document, first, end);
        let first = compound::join(document, &first, end).unwrap_or(first);
        let (amount, pair) = match range::join(document, syntax, &first, floor, end) {
            Some((joined, pair)) => (joined, Some(pair)),
            None => (first, None),
        };
        let mut draft = self.draft(amount, pair, floor, end, sentence)?;
        self.name_counted(&mut draft, end);
        self.keep(draft)
    }

    fn draft(
        &self,
        amount: Amount,
        pair: Option<Pair>,
        floor: usize,
        end: usize,
        sentence: &Range<usize>,
    ) -> Option<Draft> {
        let document = self.document;
        let (kind, unit, after) = self.kind(&amount, pair, floor, end);
        let (mut tokens, mut modifier) = self.bounded(amount.tokens.start..after, floor, end);
        if self.may_change(&amount, pair, kind) {
            let from = sentence.start.max(floor.saturating_sub(8));
            modifier = plus_or_minus(document, &amount)
                .or_else(|| bound::change(document, tokens.start, from))
                .unwrap_or(modifier);
        }
        if matches!(amount.form, Form::Vague) && modifier == Modifier::Exactly {
            modifier = Modifier::About;
        }
        let mut next = tokens.end;
        let mut unit = unit;
        if let Some((after, per)) =
            unit::rate(document, self.syntax, next, end).filter(|_| unit.is_some())
        {
            unit = unit.map(|unit| format!("{unit} per {per}"));
            next = after;
            tokens.end = after;
        }
        let rule = match rule(kind, pair, amount.form) {
            rule if rule == rules::COUNT && modifier != Modifier::Exactly => rules::BOUNDED,
            rule => rule,
        };
        Some(Draft {
            amount,
            kind,
            tokens,
            modifier,
            unit,
            counted: None,
            next,
            rule,
            sentence: sentence.clone(),
        })
    }

    /// The tokens of an amount with the bounds on either side, and what these mean.
    fn bounded(&self, amount: Range<usize>, floor: usize, end: usize) -> (Range<usize>, Modifier) {
        let document = self.document;
        let mut tokens = amount;
        let mut modifier = Modifier::Exactly;
        if let Some((start, meaning)) = bound::before(document, tokens.start, floor) {
            let idle =
                matches!(document.lower(start), "as" | "all" | "even" | "just" | "only" | "fully");
            modifier = meaning;
            if !idle || meaning != Modifier::Exactly {
                tokens.start = start;
            }
        }
        if let Some((next, meaning)) = bound::after(document, tokens.end, end) {
            tokens.end = next;
            modifier = meaning;
        }
        (tokens, modifier)
    }

    /// Whether a verb of change before the amount tells which way it went: not for counts of things, and
    /// not for a range that gives both ends of the change.
    fn may_change(&self, amount: &Amount, pair: Option<Pair>, kind: FigureKind) -> bool {
        let both_ends = pair == Some(Pair::Range)
            && matches!(self.document.lower(amount.tokens.start), "from" | "between");
        let measured = match kind {
            FigureKind::Money
            | FigureKind::Percent
            | FigureKind::Measure
            | FigureKind::Fraction => true,
            FigureKind::Count => amount.form == Form::Digits,
            _ => false,
        };
        measured && !both_ends
    }

    /// The kind, the unit, and the token after the amount.
    fn kind(
        &self,
        amount: &Amount,
        pair: Option<Pair>,
        floor: usize,
        end: usize,
    ) -> (FigureKind, Option<String>, usize) {
        let after = amount.tokens.end;
        if pair == Some(Pair::Score) {
            return (FigureKind::Score, None, after);
        }
        if let Some((next, Unit { name, kind })) =
            age::of(self.document, self.syntax, amount, floor, end)
        {
            return (kind, Some(name), next);
        }
        match &amount.unit {
            Some(unit) => (unit.kind, Some(unit.name.clone()), after),
            None if is_magnitude(self.document, amount, floor, end) => {
                (FigureKind::Rating, None, after)
            }
            None if amount.form == Form::Fraction => (FigureKind::Fraction, None, after),
            None => (FigureKind::Count, None, after),
        }
    }

    /// Gives a count or a fraction its noun.
    fn name_counted(&self, draft: &mut Draft, end: usize) {
        if !matches!(draft.kind, FigureKind::Count | FigureKind::Fraction) {
            return;
        }
        let (document, syntax) = (self.document, self.syntax);
        let one = draft.amount.exact() == Some(1.0);
        draft.counted = counted::after(document, syntax, draft.next, end, one)
            .filter(|counted| self.is_countable(draft, counted));
        if let Some(counted) = &draft.counted {
            draft.unit = Some(counted.unit.clone());
            draft.next = counted.tokens.end;
            if let Some((next, per)) = unit::rate(document, syntax, draft.next, end) {
                draft.unit = Some(format!("{} per {per}", counted.unit));
                draft.next = next;
            }
        } else if let Some((kind, unit)) = self.shared_unit(draft, end) {
            draft.kind = kind;
            let rate = unit::rate(document, syntax, draft.next, end);
            draft.unit = Some(match rate {
                Some((next, per)) => {
                    draft.next = next;
                    format!("{unit} per {per}")
                }
                None => unit,
            });
        } else if let Some(head) = self.named_before(draft) {
            draft.unit = Some(singular(document.lower(head)).into_owned());
            draft.counted = Some(Counted { tokens: head..head + 1, head, unit: String::new() });
            draft.rule = rules::ELLIPSIS;
        }
    }

    /// A noun in the singular is counted by one only, or by a number before a hyphen.
    pub fn is_countable(&self, draft: &Draft, counted: &Counted) -> bool {
        let word = self.document.lower(counted.head);
        let hyphen = counted.head > 0 && self.document.word(counted.head - 1) == "-";
        draft.amount.exact() == Some(1.0)
            || hyphen
            || draft.kind == FigureKind::Fraction
            || crate::syntax::is_plural(word)
            || self.syntax.tag(counted.head) == Tag::Noun
    }

    fn keep(&mut self, draft: Draft) -> Option<usize> {
        let document = self.document;
        let span = document.span(draft.tokens.clone());
        let (value, low, high) = match draft.amount.value {
            Value::Exact(value) => (Some(value), None, None),
            Value::Between(low, high) => (None, Some(low), Some(high)),
        };
        let sure = if draft.unit.is_some() { Sure::Sure } else { Sure::Likely };
        self.figures.push(Figure {
            id: format!("f{}", self.figures.len() + 1),
            span,
            text: span.of(document.text).to_owned(),
            kind: draft.kind,
            value,
            low,
            high,
            modifier: draft.modifier,
            status: self.status(&draft).map(str::to_owned),
            concept: self.concept(&draft),
            noun: draft.counted.as_ref().map(|counted| self.noun_span(counted)),
            unit: draft.unit.clone(),
            additive: is_additive(document, &draft),
            quote: None,
            date: None,
            rule: named(&draft),
            sure,
        });
        self.taken[draft.tokens.clone()].fill(true);
        Some(draft.next.min(draft.tokens.end.max(draft.amount.tokens.end)))
    }

    fn noun_span(&self, counted: &Counted) -> Span {
        self.document.span(counted.tokens.clone())
    }

    fn status(&self, draft: &Draft) -> Option<&'static str> {
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
        let place = Place {
            document: self.document,
            syntax: self.syntax,
            figure: draft.tokens.clone(),
            noun,
            sentence: draft.sentence.clone(),
        };
        status::of(&place).or_else(|| self.of_whole(draft))
    }

    /// `11 divers, including four cadets, drowned`: the part shares the fate of the whole.
    fn of_whole(&self, draft: &Draft) -> Option<&'static str> {
        let before = draft.tokens.start.checked_sub(1)?;
        let whole = self.figures.last()?;
        let same = whole.span.start >= self.document.tokens[draft.sentence.start].span.start;
        (same && self.document.lower(before) == "including")
            .then(|| status::named(whole.status.as_deref()?))
            .flatten()
    }

    /// `three miles (5 km)`: the figure that this one gives in another unit.
    fn converted(&self, draft: &Draft) -> Option<&Figure> {
        let bracket = draft.tokens.start.checked_sub(1)?;
        let last = self.figures.last()?;
        let opens = self.document.word(bracket) == "(";
        let touches = self.document.tokens[bracket].span.start <= last.span.end + 1;
        (opens && touches && draft.kind != FigureKind::Count).then_some(last)
    }

    fn concept(&self, draft: &Draft) -> Option<String> {
        if let Some(same) = self.converted(draft) {
            return same.concept.clone();
        }
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

/// `another 12`, `a further 344`, `40 more`: to be added to what was counted before.
fn is_additive(document: &Document, draft: &Draft) -> bool {
    let Range { start, end } = draft.tokens;
    let further = document.lower(start) == "a" && document.lower(start + 1) == "further";
    matches!(document.lower(start), "another" | "further")
        || further && draft.tokens.len() > 1
        || end < draft.sentence.end && document.lower(end) == "more"
}

/// The rule that made the figure; a count without anything counted is only a bare number.
fn named(draft: &Draft) -> Rule {
    let bare = draft.kind == FigureKind::Count && draft.unit.is_none();
    if bare && draft.amount.form != Form::Vague { rules::BARE } else { draft.rule }
}

/// `7.8-magnitude`, `a magnitude of 7.8`
fn is_magnitude(document: &Document, amount: &Amount, floor: usize, end: usize) -> bool {
    let before = |step: usize| {
        amount
            .tokens
            .start
            .checked_sub(step)
            .filter(|&i| i >= floor)
            .map_or("", |i| document.lower(i))
    };
    let next = amount.tokens.end
        + usize::from(amount.tokens.end < end && document.word(amount.tokens.end) == "-");
    before(1) == "magnitude"
        || (before(1) == "of" && before(2) == "magnitude")
        || next < end && document.lower(next) == "magnitude"
}

/// `+0.3%`, `-1.3%`: the sign tells which way it went.
fn plus_or_minus(document: &Document, amount: &Amount) -> Option<Modifier> {
    let percent = amount.unit.as_ref().is_some_and(|unit| unit.kind == FigureKind::Percent);
    match document.word(amount.tokens.start) {
        "+" if percent => Some(Modifier::Up),
        "-" | "−" | "–" if percent => Some(Modifier::Down),
        _ => None,
    }
}

fn rule(kind: FigureKind, pair: Option<Pair>, form: Form) -> Rule {
    match kind {
        _ if pair == Some(Pair::Range) => rules::RANGE,
        FigureKind::Count if form == Form::Vague => rules::VAGUE,
        FigureKind::Count => rules::COUNT,
        FigureKind::Money => rules::MONEY,
        FigureKind::Percent => rules::PERCENT,
        FigureKind::Measure => rules::MEASURE,
        FigureKind::Duration => rules::DURATION,
        FigureKind::Age => rules::AGE,
        FigureKind::Fraction => rules::FRACTION,
        FigureKind::Multiplier => rules::MULTIPLIER,
        FigureKind::Score => rules::SCORE,
        FigureKind::Rating => rules::RATING,
        _ => rules::BARE,
    }
}
