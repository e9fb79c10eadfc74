//! One figure put together from its parts.

use std::ops::Range;

use super::amount::{self, Amount};
use super::counted::{self, Counted};
use super::numeral::Form;
use super::range::{self, Pair};
use super::unit::{self, Unit};
use super::{age, bound, compound, not_a_figure, rating, rules};
use crate::analysis::{Figure, FigureKind, Modifier, Rule};
use crate::syntax::{Syntax, Tag, singular};
use crate::text::Document;

pub struct Finder<'a> {
    pub document: &'a Document<'a>,
    pub syntax: &'a Syntax<'a>,
    pub figures: Vec<Figure>,
    /// For every token whether a date or a figure that was read has it.
    pub taken: Vec<bool>,
}

/// What may be read around a number.
pub struct Window<'a> {
    /// The first token that is not a figure's or a date's already.
    pub floor: usize,
    /// The token where the next date begins, or the sentence ends.
    pub end: usize,
    pub sentence: &'a Range<usize>,
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

impl Draft {
    /// A figure that is all in the words of its number.
    pub fn of(amount: Amount, kind: FigureKind, rule: Rule, sentence: &Range<usize>) -> Draft {
        Draft {
            kind,
            tokens: amount.tokens.clone(),
            next: amount.tokens.end,
            modifier: Modifier::Exactly,
            unit: None,
            counted: None,
            rule,
            sentence: sentence.clone(),
            amount,
        }
    }
}

impl Finder<'_> {
    /// Reads the figure whose number begins with token `at` and keeps it; the token to go on from.
    pub fn read(&mut self, at: usize, window: &Window) -> Option<usize> {
        let (document, syntax) = (self.document, self.syntax);
        let &Window { floor, end, sentence } = window;
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
        let mut draft = self.draft(amount, pair, window);
        self.name_counted(&mut draft, end);
        Some(self.keep(draft))
    }

    fn draft(&self, amount: Amount, pair: Option<Pair>, window: &Window) -> Draft {
        let document = self.document;
        let &Window { floor, end, sentence } = window;
        let (kind, unit, after) = self.kind(&amount, pair, floor, end);
        let (mut tokens, mut modifier) = self.bounded(amount.tokens.start..after, floor, end);
        if let Some(within) = range::within_bounds(document, &amount, tokens.end, modifier, end) {
            let tokens = tokens.start..within.tokens.end;
            let draft = self.draft(within, Some(Pair::Range), window);
            return Draft { tokens, modifier: Modifier::Exactly, ..draft };
        }
        if self.may_change(&amount, pair, kind) {
            let from = sentence.start.max(floor.saturating_sub(8));
            modifier = plus_or_minus(document, &amount)
                .or_else(|| bound::change(document, tokens.start, from))
                .unwrap_or(modifier);
        } else if let Some(way) = revision(document, &amount, pair, floor) {
            modifier = way;
        }
        if matches!(amount.form, Form::Vague) && modifier == Modifier::Exactly {
            modifier = Modifier::About;
        }
        let mut next = tokens.end;
        let mut unit = unit;
        if let Some((after, per)) = unit::rate(document, self.syntax, next, end)
            .or_else(|| unit::rate_apart(document, self.syntax, next, end))
            .filter(|_| unit.is_some())
        {
            unit = unit.map(|unit| format!("{unit} per {per}"));
            next = after;
            tokens.end = after;
        }
        let rule = match rule(kind, pair, amount.form) {
            rule if rule == rules::COUNT && modifier != Modifier::Exactly => rules::BOUNDED,
            rule => rule,
        };
        Draft { tokens, modifier, unit, next, ..Draft::of(amount, kind, rule, sentence) }
    }

    /// The tokens of an amount with the bounds on either side, and what these mean.
    pub fn bounded(
        &self,
        amount: Range<usize>,
        floor: usize,
        end: usize,
    ) -> (Range<usize>, Modifier) {
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
            None => match rating::scale(self.document, amount, floor, end) {
                Some(scale) => (FigureKind::Rating, Some(scale.to_owned()), after),
                None if amount.form == Form::Fraction => (FigureKind::Fraction, None, after),
                None => (FigureKind::Count, None, after),
            },
        }
    }

    /// Gives a count or a fraction its noun.
    fn name_counted(&self, draft: &mut Draft, end: usize) {
        if !matches!(draft.kind, FigureKind::Count | FigureKind::Fraction) {
            return;
        }
        let (document, syntax) = (self.document, self.syntax);
        let one = draft.amount.exact() == Some(1.0);
        let Amount { number, tokens, .. } = &draft.amount;
        // `two patients in three`
        let inside = counted::after(document, syntax, number.end, tokens.end, true);
        let after = || counted::after(document, syntax, draft.next, end, one);
        draft.counted = inside.or_else(after).filter(|counted| self.is_countable(draft, counted));
        if let Some(counted) = &draft.counted {
            draft.unit = Some(counted.unit.clone());
            draft.next = draft.next.max(counted.tokens.end);
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
}

/// `revised down from 1,400 to 1,200`: which way a number was corrected.
fn revision(
    document: &Document,
    amount: &Amount,
    pair: Option<Pair>,
    floor: usize,
) -> Option<Modifier> {
    let from = amount.tokens.start;
    let before = from.checked_sub(1).filter(|&at| at >= floor && pair == Some(Pair::Range))?;
    match (document.lower(before), document.lower(from)) {
        ("up" | "upward" | "upwards", "from") => Some(Modifier::Up),
        ("down" | "downward" | "downwards", "from") => Some(Modifier::Down),
        _ => None,
    }
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
