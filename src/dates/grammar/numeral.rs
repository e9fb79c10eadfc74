//! Numbers in digits and words: amounts, ordinals, years.

use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::Amount;
use crate::dates::lexicon::Word;

/// `71`, `1,500`, `5 1/2`, `twenty-one`, `a hundred`, `two and a half`
pub fn number(c: &Cursor, at: usize) -> Parse<f64> {
    let (whole, next) = match c.word(at) {
        Word::Number => digits(c, at)?,
        Word::Cardinal(_) => cardinal(c, at)?,
        Word::A if matches!(c.word(at + 1), Word::Scale(_)) => (1.0, at + 1),
        _ => return None,
    };
    let (whole, next) = scaled(c, whole, next);
    Some(match fraction(c, next) {
        Some((part, next)) => (whole + part, next),
        None => (whole, next),
    })
}

fn digits(c: &Cursor, at: usize) -> Parse<f64> {
    let token = c.lower(at);
    if let Some(fraction) = sign(token) {
        return Some((fraction, at + 1));
    }
    let plain: String = token.chars().filter(|&c| c != ',').collect();
    plain.parse().ok().map(|number| (number, at + 1))
}

fn sign(token: &str) -> Option<f64> {
    match token {
        "½" => Some(0.5),
        "¼" => Some(0.25),
        "¾" => Some(0.75),
        _ => None,
    }
}

/// `seven`, `twenty-one`
fn cardinal(c: &Cursor, at: usize) -> Parse<f64> {
    let Word::Cardinal(first) = c.word(at) else { return None };
    let unit = c.maybe_hyphen(at + 1);
    match c.word(unit) {
        Word::Cardinal(second) if first >= 20 && second < 10 => {
            Some((f64::from(first + second), unit + 1))
        }
        _ => Some((f64::from(first), at + 1)),
    }
}

/// `two hundred`, `two hundred and ten`, `15 million`
fn scaled(c: &Cursor, mut number: f64, mut at: usize) -> (f64, usize) {
    // No number has more than a few scales in it; a longer run is no number.
    for _ in 0..4 {
        let Word::Scale(scale) = c.word(c.maybe_hyphen(at)) else { break };
        number *= f64::from(scale);
        at = c.maybe_hyphen(at) + 1;
        let rest = c.skip(at, &["and"]);
        if let Some((more, next)) = cardinal(c, rest) {
            number += more;
            at = next;
        }
    }
    (number, at)
}

/// `1/2`, `½`, `and a half`, `and-a-half`, after a whole number.
fn fraction(c: &Cursor, at: usize) -> Parse<f64> {
    if let Some(part) = sign(c.lower(at)) {
        return Some((part, at + 1));
    }
    if c.is(at + 1, "/") && c.glued(at + 1) && c.glued(at + 2) {
        let (above, below) = (c.digits(at, 1..=1)?, c.digits(at + 2, 1..=1)?);
        return (below > above).then(|| (f64::from(above) / f64::from(below), at + 3));
    }
    let at = c.maybe_hyphen(at);
    if !c.is(at, "and") {
        return None;
    }
    let at = c.maybe_hyphen(at + 1);
    let at = if c.is(at, "a") { c.maybe_hyphen(at + 1) } else { at };
    c.is(at, "half").then_some((0.5, at + 1))
}

/// `three`, `several`, `a few`, `a couple of`, `a`, `half a`, `the past` is none.
pub fn amount(c: &Cursor, at: usize) -> Parse<Amount> {
    if let Some((number, next)) = number(c, at) {
        return Some((Amount::Exactly(number), c.phrase(next, &["more"]).unwrap_or(next)));
    }
    match c.word(at) {
        Word::Half if c.any(at + 1, &["a", "an"]) => Some((Amount::Exactly(0.5), at + 2)),
        Word::A if c.is(at + 1, "couple") => couple(c, at + 1),
        Word::A if matches!(c.word(at + 1), Word::Some) => amount(c, at + 1),
        Word::A if c.is(at + 1, "half") => Some((Amount::Exactly(0.5), c.maybe_hyphen(at + 2))),
        Word::A => Some((Amount::Exactly(1.0), at + 1)),
        _ if c.is(at, "couple") => couple(c, at),
        Word::Some => Some((Amount::Some, c.skip(at + 1, &["of", "more"]))),
        _ => None,
    }
}

/// `couple of`
fn couple(c: &Cursor, at: usize) -> Parse<Amount> {
    Some((Amount::Exactly(2.0), c.skip(at + 1, &["of"])))
}

/// `21st`, `fourth`, `twenty-first`
pub fn ordinal(c: &Cursor, at: usize) -> Parse<u32> {
    match c.word(at) {
        Word::Number => {
            let token = c.lower(at);
            let digits = token.trim_end_matches(|c: char| c.is_ascii_lowercase());
            let ending = &token[digits.len()..];
            let number = digits.parse().ok()?;
            matches!(ending, "st" | "nd" | "rd" | "th").then_some((number, at + 1))
        }
        Word::Ordinal(number) => Some((number, at + 1)),
        Word::Cardinal(tens) if tens >= 20 => {
            let unit = c.maybe_hyphen(at + 1);
            let (unit, next) = second_or(c, unit)?;
            (unit < 10).then_some((tens + unit, next))
        }
        _ if c.is(at, "second") => Some((2, at + 1)),
        Word::Unit(_) => second_or(c, at),
        _ => None,
    }
}

/// `second` is a unit in the word list, and an ordinal too.
fn second_or(c: &Cursor, at: usize) -> Parse<u32> {
    match c.word(at) {
        Word::Ordinal(number) => Some((number, at + 1)),
        _ => c.is(at, "second").then_some((2, at + 1)),
    }
}

/// Four digits from 1000 to 2199, or `nineteen ninety-seven`, `two thousand and four`.
pub fn year(c: &Cursor, at: usize) -> Parse<i16> {
    if let Some(year) = c.digits(at, 4..=4) {
        return (1000..2200).contains(&year).then_some((year, at + 1));
    }
    let Word::Cardinal(century) = c.word(at) else { return None };
    if century == 2 {
        let next = c.phrase(at + 1, &["thousand"])?;
        let rest = c.skip(next, &["and"]);
        let (more, next) = cardinal(c, rest).unwrap_or((0.0, next));
        return Some((2000 + more as i16, next));
    }
    if !(17..=20).contains(&century) {
        return None;
    }
    // `nineteen hundred ninety-three`
    let rest = c.skip(c.skip(c.maybe_hyphen(at + 1), &["hundred"]), &["and"]);
    let (rest, next) = cardinal(c, rest)?;
    (10.0..100.0).contains(&rest).then_some((century as i16 * 100 + rest as i16, next))
}

/// `'99`, `’07`: the years from 1930 to 2029.
pub fn short_year(c: &Cursor, at: usize) -> Parse<i16> {
    let apostrophe = c.any(at, &["'", "’", "‘"]) && c.glued(at + 1);
    two_digits(c, at + 1).filter(|_| apostrophe).map(|year| (year, at + 2))
}

/// The year that two digits stand for: 1930 to 2029.
pub fn two_digits(c: &Cursor, at: usize) -> Option<i16> {
    let year = c.digits(at, 2..=2)?;
    Some(if year < 30 { 2000 + year } else { 1900 + year })
}

/// `96` after a day and a month: no day of a month, and nothing follows that it could count.
pub fn year_in_short(c: &Cursor, at: usize) -> Parse<i16> {
    let ends = !c.is_word(at + 1) && !c.any(at + 1, &["%", "-", "–", "/", ":", "$", "°"]);
    two_digits(c, at)
        .filter(|_| ends && c.digits(at, 2..=2).is_some_and(|year| year > 31))
        .map(|year| (year, at + 1))
}
