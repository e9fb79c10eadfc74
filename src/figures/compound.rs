//! One amount in two units (`6 feet 3 inches`, `4 dollars 20 cents`), and scales beside a currency (`40 USD million`,
//! `40 MUSD`).

use super::amount::{self, Amount};
use super::numeral::{self, Value};
use super::unit::{self, Unit};
use crate::analysis::FigureKind;
use crate::text::{Document, TokenKind};

/// A unit, the smaller one that may follow it, and how many of these make one.
const PARTS: &[(&str, &str, f64)] = &[
    ("USD", "cent", 100.0),
    ("EUR", "cent", 100.0),
    ("CAD", "cent", 100.0),
    ("AUD", "cent", 100.0),
    ("GBP", "penny", 100.0),
    ("foot", "inch", 12.0),
];

/// `first` with the smaller unit after it, if one follows.
pub fn join(document: &Document, first: &Amount, end: usize) -> Option<Amount> {
    let whole = first.exact().filter(|whole| *whole >= 0.0 && whole.fract() == 0.0)?;
    let unit = first.unit.as_ref()?;
    let mut at = first.tokens.end;
    at += usize::from(at < end && matches!(document.lower(at), "and" | ","));
    if at >= end || !numeral::begins(document, at) {
        return None;
    }
    let second = amount::read(document, at, at, end)?;
    let (size, next) = match &second.unit {
        Some(small) => {
            let part = PARTS.iter().find(|part| part.0 == unit.name && part.1 == small.name)?;
            (part.2, second.tokens.end)
        }
        None => unnamed_part(document, first, &second, end)?,
    };
    let part = second.exact().filter(|part| (0.0..size).contains(part))?;
    let value = Value::Exact(numeral::tidy(whole + part / size));
    Some(Amount { tokens: first.tokens.start..next, value, ..first.clone() })
}

/// `15 dollars 50.`, `12 ft 2 in`: the smaller unit goes without saying, or is a word that is mostly something else.
fn unnamed_part(
    document: &Document,
    first: &Amount,
    second: &Amount,
    end: usize,
) -> Option<(f64, usize)> {
    let (unit, next) = (first.unit.as_ref()?, second.tokens.end);
    let apart = second.tokens.start - first.tokens.end;
    let and = apart == 1 && document.lower(first.tokens.end) == "and";
    if apart > 0 && !and || first.scale > 1.0 {
        return None;
    }
    if unit.name == "foot" && numeral::is(document, next, end, &["in", "in."]) {
        return Some((12.0, next + 1));
    }
    let ends = next >= end
        || document.tokens[next].kind == TokenKind::Punct
        || !and && document.lower(next) == "more";
    let cents = second.exact().is_some_and(|cents| (10.0..100.0).contains(&cents));
    (unit.kind == FigureKind::Money && ends && cents).then_some((100.0, next))
}

/// `40 USD million`, `40 MUSD`: the scale stands after the currency, or in one word with it.
pub fn scale_after(document: &Document, amount: Amount, end: usize) -> Amount {
    let at = amount.tokens.end;
    if amount.scale > 1.0 || at >= end || document.tokens[at].kind != TokenKind::Word {
        return amount;
    }
    if let Some(unit) = millions_of(document, at).filter(|_| amount.unit.is_none()) {
        let (tokens, value) = (amount.tokens.start..at + 1, amount.value.times(1e6));
        return Amount { tokens, value, scale: 1e6, unit: Some(unit), ..amount };
    }
    let code = document.word(at - 1);
    let factor = match document.lower(at) {
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        _ => return amount,
    };
    if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
        return amount;
    }
    let value = amount.value.times(factor);
    Amount { tokens: amount.tokens.start..at + 1, value, scale: factor, ..amount }
}

/// `MUSD`, `MEUR`
fn millions_of(document: &Document, at: usize) -> Option<Unit> {
    let code = document.word(at).strip_prefix('M').filter(|code| code.len() == 3)?;
    unit::code_meaning(code)
}
