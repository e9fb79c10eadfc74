//! One amount in two units (`6 feet 3 inches`, `4 dollars 20 cents`), and scales after a currency (`40 USD million`).

use super::amount::{self, Amount};
use super::numeral::{self, Value};
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
    let small = second.unit.as_ref()?;
    let size = PARTS.iter().find(|part| part.0 == unit.name && part.1 == small.name)?.2;
    let part = second.exact().filter(|part| (0.0..size).contains(part))?;
    let value = Value::Exact(numeral::tidy(whole + part / size));
    Some(Amount { tokens: first.tokens.start..second.tokens.end, value, ..first.clone() })
}

/// `40 USD million`: the scale stands after the currency.
pub fn scale_after(document: &Document, amount: Amount, end: usize) -> Amount {
    let at = amount.tokens.end;
    if amount.scale > 1.0 || at >= end || document.tokens[at].kind != TokenKind::Word {
        return amount;
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
