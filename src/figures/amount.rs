//! A number with its currency or unit: `$2.5m`, `12 per cent`, `40-mile`, `-12C`.

use std::ops::Range;

use super::numeral::{self, Form, Numeral, Value, Word};
use super::unit::{self, Unit};
use crate::analysis::FigureKind;
use crate::text::{Document, TokenKind};

#[derive(Clone, Debug)]
pub struct Amount {
    /// Tokens of the number, its sign, currency and unit.
    pub tokens: Range<usize>,
    /// Tokens of the number alone.
    pub number: Range<usize>,
    pub value: Value,
    pub form: Form,
    pub scale: f64,
    pub unit: Option<Unit>,
}

impl Amount {
    /// A bare number.
    pub fn of(tokens: Range<usize>, value: f64, form: Form) -> Self {
        let number = tokens.clone();
        Amount { tokens, number, value: Value::Exact(value), form, scale: 1.0, unit: None }
    }

    pub fn exact(&self) -> Option<f64> {
        match self.value {
            Value::Exact(value) => Some(value),
            Value::Between(..) => None,
        }
    }
}

/// Reads the amount whose number begins with token `at`; nothing before `floor` or from `end` on is read.
pub fn read(document: &Document, at: usize, floor: usize, end: usize) -> Option<Amount> {
    if document.tokens[at].kind == TokenKind::Word && !numeral::begins(document, at) {
        let (numeral, unit) = unit::glued(document, at, end)?;
        return Some(assemble(numeral, Some(unit), None));
    }
    if let Some(times) = fold(document, at, end) {
        let unit = Unit { name: "time".to_owned(), kind: FigureKind::Multiplier };
        return Some(Amount { unit: Some(unit), ..Amount::of(at..at + 1, times, Form::Words) });
    }
    if let Some(negative) = minus_after_currency(document, at, floor, end) {
        return Some(negative);
    }
    let currency = unit::currency_before(document, at, floor);
    let mut numeral = numeral::read(document, at, end, currency.is_some())?;
    if numeral.tokens.start < floor {
        return None;
    }
    if let Some((length, unit)) = currency {
        let start = numeral.tokens.start - length;
        return Some(signed(document, assemble(numeral, Some(unit), Some(start)), floor));
    }
    let mut after = unit::after(document, numeral.tokens.end, end);
    // `420m euros`: the currency stands after the suffix.
    if numeral.form == Form::Digits && numeral.tokens.end + 1 < end {
        let behind = unit::after(document, numeral.tokens.end + 1, end);
        if behind.is_some_and(|(_, unit)| unit.kind == FigureKind::Money) {
            let money = numeral::read(document, at, end, true)?;
            if money.scale > 1.0 {
                after = unit::after(document, money.tokens.end, end);
                numeral = money;
            }
        }
    }
    if after.is_none() {
        after = unit_after_of(document, &numeral, end);
    }
    let (last, unit) = match after {
        Some((next, unit)) => (next, Some(pounds(document, floor, &numeral, unit))),
        None => (numeral.tokens.end, None),
    };
    let mut amount = assemble(numeral, unit, None);
    amount.tokens.end = last;
    Some(signed(document, amount, floor))
}

/// `threefold`, `doubled to 40`: how many times.
fn fold(document: &Document, at: usize, end: usize) -> Option<f64> {
    let Some(Word::Fold(times)) = numeral::word_at(document, at, end) else { return None };
    let verb = document.lower(at).ends_with("ed");
    (!verb || numeral::is(document, at + 1, end, &["to", "from"])).then_some(times)
}

/// `$-40`
fn minus_after_currency(
    document: &Document,
    at: usize,
    floor: usize,
    end: usize,
) -> Option<Amount> {
    let minus = at.checked_sub(1).filter(|&minus| {
        minus > floor && is_minus(document, minus) && !document.tokens[at].space_before
    })?;
    let (length, unit) = unit::currency_before(document, minus, floor)
        .filter(|_| !document.tokens[minus].space_before)?;
    let numeral = numeral::read(document, at, end, true)?;
    let value = numeral.value.times(-1.0);
    Some(assemble(Numeral { value, ..numeral }, Some(unit), Some(minus - length)))
}

fn is_minus(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "-" | "−" | "–")
}

/// `tens of billions of euros`, `half an hour`, `a quarter of a mile`
fn unit_after_of(document: &Document, numeral: &Numeral, end: usize) -> Option<(usize, Unit)> {
    let word = |at: usize| if at < end { document.lower(at) } else { "" };
    let mut at = numeral.tokens.end;
    let of = word(at) == "of";
    at += usize::from(of);
    match numeral.form {
        Form::Vague if of => {}
        Form::Fraction if matches!(word(at), "a" | "an") => at += 1,
        _ => return None,
    }
    unit::after(document, at, end)
}

fn assemble(numeral: Numeral, unit: Option<Unit>, start: Option<usize>) -> Amount {
    let start = start.unwrap_or(numeral.tokens.start);
    Amount {
        tokens: start..numeral.tokens.end,
        number: numeral.tokens,
        value: numeral.value,
        form: numeral.form,
        scale: numeral.scale,
        unit,
    }
}

/// `minus 12`, `-12`, `+0.3%`; a hyphen that touches a word before it is none.
fn signed(document: &Document, mut amount: Amount, floor: usize) -> Amount {
    let Some(before) = amount.tokens.start.checked_sub(1).filter(|&i| i >= floor) else {
        return amount;
    };
    let touches = !document.tokens[amount.tokens.start].space_before;
    let free = document.tokens[before].space_before
        || document.sentences[document.sentence_of(before)].tokens.start == before
        || matches!(document.word(before - 1), "(" | "minus");
    let (minus, first) = match document.lower(before) {
        _ if is_minus(document, before)
            && touches
            && before > floor
            && document.lower(before - 1) == "minus" =>
        {
            (true, before - 1)
        }
        _ if is_minus(document, before) && touches && free => (true, before),
        "minus" | "negative" => (true, before),
        "+" if touches && free => (false, before),
        // A decimal fraction without its nought: `.5`.
        "." if touches && free && amount.form == Form::Digits => {
            let digits = document.word(amount.number.start).len() as i32;
            amount.value = amount.value.times(10f64.powi(-digits));
            (false, before)
        }
        _ => return amount,
    };
    if minus {
        amount.value = match amount.value {
            Value::Exact(value) => Value::Exact(-value),
            between => between,
        };
    }
    amount.tokens.start = first;
    amount
}

/// `pounds` are money after millions, or where the sentence speaks of paying.
fn pounds(document: &Document, floor: usize, numeral: &Numeral, unit: Unit) -> Unit {
    if unit.name != "pound"
        || !matches!(document.lower(numeral.tokens.end), "pounds" | "pound" | "-")
    {
        return unit;
    }
    const PAYING: &[&str] = &[
        "cost", "costs", "paid", "pay", "spent", "spend", "worth", "price", "priced", "sold",
        "fined", "raised", "earned", "earn", "owed", "owe", "stole", "stolen", "debt", "debts",
        "bill", "donated", "fee", "salary", "charged", "invested", "save", "saved", "profit",
        "loan", "budget", "fund", "income", "money",
    ];
    let near = floor.max(numeral.tokens.start.saturating_sub(8))..numeral.tokens.start;
    let paying = near.rev().any(|i| PAYING.contains(&document.lower(i)));
    if numeral.scale >= 1e6 || paying {
        return Unit { name: "GBP".to_owned(), kind: FigureKind::Money };
    }
    unit
}
