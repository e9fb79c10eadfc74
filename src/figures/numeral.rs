//! Numbers as they are written: digits, words, scales, fractions and vague amounts (`number.tsv`).

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::table::rows;
use super::{digits, words};
use crate::text::{Document, TokenKind};

/// One number, or the two ends of a vague one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    Exact(f64),
    Between(f64, f64),
}

impl Value {
    pub fn times(self, factor: f64) -> Value {
        match self {
            Value::Exact(value) => Value::Exact(tidy(value * factor)),
            Value::Between(low, high) => Value::Between(tidy(low * factor), tidy(high * factor)),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Digits without a scale word.
    Digits,
    /// Number words, or digits with a scale word.
    Words,
    /// `dozens`, `several hundred`.
    Vague,
    /// `half`, `two-thirds`, `3/8`.
    Fraction,
}

/// A number in the text, with nothing around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    pub value: Value,
    pub form: Form,
    /// The scale word or suffix that it ends with: 1 if it has none.
    pub scale: f64,
}

/// What a number word does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Word {
    /// `zero` to `nineteen`
    Unit(f64),
    /// `twenty` to `ninety`
    Ten(f64),
    Hundred,
    /// `thousand`, `million`, `lakh`
    Scale(f64),
    /// `dozen`
    Group(f64),
    /// `dozens`, `thousands`
    Many(f64),
    /// `half`, `thirds`: the number of parts in a whole.
    Part(f64),
    /// `first`, `twentieth`; `third` to `tenth` are parts too.
    Ordinal(f64),
    /// `threefold`, `doubled`
    Fold(f64),
}

static WORDS: LazyLock<HashMap<&str, Word>> = LazyLock::new(|| {
    rows(word_list!("figures/number.tsv"))
        .filter_map(|row| {
            let value: f64 = row.get(2)?.parse().ok()?;
            let word = match *row.get(1)? {
                "unit" => Word::Unit(value),
                "ten" => Word::Ten(value),
                "hundred" => Word::Hundred,
                "scale" => Word::Scale(value),
                "group" => Word::Group(value),
                "many" => Word::Many(value),
                "ordinal" => Word::Ordinal(value),
                "fold" => Word::Fold(value),
                _ => Word::Part(value),
            };
            Some((row[0], word))
        })
        .collect()
});

/// Reads the number that begins with token `at`; `money` settles what `m` or `b` after digits means.
pub fn read(document: &Document, at: usize, end: usize, money: bool) -> Option<Numeral> {
    match document.tokens[at].kind {
        TokenKind::Number => digits::read(document, at, end, money),
        TokenKind::Word => words::read(document, at, end),
        _ => None,
    }
}

/// Whether a number may begin here: the one look-up that most tokens fail.
pub fn begins(document: &Document, at: usize) -> bool {
    match document.tokens[at].kind {
        TokenKind::Number => true,
        TokenKind::Word => WORDS.contains_key(document.lower(at)),
        _ => false,
    }
}

/// The unit of the last digit that is not nought: 100 for 1,200, and 0.1 for 6.4; no finer than a ten-thousandth.
pub fn last_digit(value: f64) -> f64 {
    if value == 0.0 {
        return 1.0;
    }
    let mut unit = 10f64.powi(value.abs().log10().floor() as i32);
    while unit > 1e-4 && (value / unit - (value / unit).round()).abs() > 1e-6 {
        unit /= 10.0;
    }
    unit
}

/// Binary fractions of decimal products (`2.4` million) are cut to twelve significant digits.
pub fn tidy(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let digits = 12 - value.abs().log10().ceil() as i32;
    if digits < 0 {
        return value.round();
    }
    let factor = 10f64.powi(digits.min(200));
    (value * factor).round() / factor
}

/// What the word at a token does in a number.
pub fn word_at(document: &Document, at: usize, end: usize) -> Option<Word> {
    (at < end && document.tokens[at].kind == TokenKind::Word)
        .then(|| WORDS.get(document.lower(at)).copied())
        .flatten()
}

/// A hyphen with no space on either side.
pub fn is_hyphen(document: &Document, at: usize, end: usize) -> bool {
    at + 1 < end
        && matches!(document.word(at), "-" | "‐" | "‑")
        && !document.tokens[at].space_before
        && !document.tokens[at + 1].space_before
}

/// Whether a token before `end` is one of some words.
pub fn is(document: &Document, at: usize, end: usize, words: &[&str]) -> bool {
    at < end && words.contains(&document.lower(at))
}

/// `and a half`, `and three quarters`: the part, and the token after it.
pub fn and_a_part(document: &Document, at: usize, end: usize) -> Option<(f64, usize)> {
    if !is(document, at, end, &["and"]) {
        return None;
    }
    let (mut count, mut next) = match word_at(document, at + 1, end) {
        Some(Word::Unit(count) | Word::Ten(count)) => (count, at + 2),
        _ if is(document, at + 1, end, &["a"]) => (1.0, at + 2),
        _ => return None,
    };
    let hyphen = usize::from(is_hyphen(document, next, end));
    if let Some(Word::Unit(unit)) = word_at(document, next + hyphen, end).filter(|_| count >= 20.0)
    {
        count += unit;
        next += hyphen + 1;
    }
    match word_at(document, next, end)? {
        Word::Part(parts) if (1.0..parts).contains(&count) => Some((count / parts, next + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<(String, Value)> {
        let document = Document::new(text);
        let end = document.tokens.len();
        (0..end).filter(|&at| begins(&document, at)).find_map(|at| {
            let numeral = read(&document, at, end, false)?;
            Some((document.span(numeral.tokens.clone()).of(text).to_owned(), numeral.value))
        })
    }

    #[test]
    fn reads_every_word_of_the_list() {
        for row in rows(word_list!("figures/number.tsv")) {
            if matches!(row[1], "ordinal" | "fold") {
                let figures = crate::analyze(row[3], &crate::Options::default()).figures;
                assert_eq!(figures[0].value, row[2].parse().ok(), "{}", row[3]);
                continue;
            }
            let (read, _) = first(row[3]).unwrap_or_else(|| panic!("no number in {}", row[3]));
            assert!(read.contains(row[0]), "{}: {read}", row[3]);
        }
    }

    #[test]
    fn reads() {
        for (text, read, value) in [
            ("1,234.5 litres", "1,234.5", 1234.5),
            ("12,34,567 voters", "12,34,567", 1234567.0),
            ("14 000 sheep", "14 000", 14000.0),
            ("2.4 million jars", "2.4 million", 2.4e6),
            ("25k jars", "25k", 25e3),
            ("20m people", "20m", 20e6),
            ("20m away", "20", 20.0),
            ("5 lakh jars", "5 lakh", 5e5),
            ("twenty-five jars", "twenty-five", 25.0),
            ("two hundred and six jars", "two hundred and six", 206.0),
            ("three hundred and five hundred jars", "three hundred", 300.0),
            (
                "nine million two hundred thousand and four",
                "nine million two hundred thousand and four",
                9_200_004.0,
            ),
            ("two and a half thousand jars", "two and a half thousand", 2500.0),
            ("a million and a half jars", "a million and a half", 1.5e6),
            ("half a million jars", "half a million", 5e5),
            ("half a dozen jars", "half a dozen", 6.0),
            ("a quarter of a million jars", "a quarter of a million", 250e3),
            ("a dozen jars", "a dozen", 12.0),
            ("three dozen jars", "three dozen", 36.0),
            ("two-thirds of the jars", "two-thirds", 2.0 / 3.0),
            ("10 1/2 miles", "10 1/2", 10.5),
            ("2½ miles", "2½", 2.5),
            ("a third of the jars", "a third", 1.0 / 3.0),
            ("three million and a half jars", "three million and a half", 3.5e6),
            ("3 million and a half jars", "3 million and a half", 3.5e6),
            ("two point five million jars", "two point five million", 2.5e6),
            ("four hundred thousand jars", "four hundred thousand", 4e5),
            ("three and three quarters litres", "three and three quarters", 3.75),
            ("two billion and three quarters", "two billion and three quarters", 2.75e9),
            ("three quarters of a million jars", "three quarters of a million", 750e3),
            ("a quarter million jars", "a quarter million", 250e3),
            ("two and fifty-four hundredths", "two and fifty-four hundredths", 2.54),
            ("two million and three hundred jars", "two million and three hundred", 2_000_300.0),
            ("four hundredths of a mile", "four hundredths", 0.04),
            ("4 thousand 3 hundred and 21 jars", "4 thousand 3 hundred and 21", 4321.0),
            ("3 hundred jars and 21 tins", "3 hundred", 300.0),
            ("3 dozens of jars", "3 dozens", 36.0),
            ("1 234 567.89 jars", "1 234 567.89", 1234567.89),
            ("1.3e6 jars", "1.3e6", 1.3e6),
            ("1.3x10^6 jars", "1.3x10^6", 1.3e6),
            ("2.5×10−8 jars", "2.5×10−8", 2.5e-8),
            ("2.4b jars", "2.4b", 2.4e9),
            ("three point nought five litres", "three point nought five", 3.05),
        ] {
            let (found, Value::Exact(number)) = first(text).expect(text) else { panic!("{text}") };
            assert_eq!(found, read, "{text}");
            assert!((number - value).abs() < 1e-6 * value, "{text}: {number}");
        }
        for (text, read, low, high) in [
            ("dozens of jars", "dozens", 12.0, 120.0),
            ("hundreds of jars", "hundreds", 100.0, 1000.0),
            ("tens of thousands of jars", "tens of thousands", 1e4, 1e5),
            ("several hundred jars", "several hundred", 100.0, 1000.0),
            ("a few thousand jars", "a few thousand", 1000.0, 10_000.0),
        ] {
            assert_eq!(first(text), Some((read.to_owned(), Value::Between(low, high))), "{text}");
        }
        assert_eq!(first("their two hundredth jar"), None);
        assert_eq!(first("the hundred and fifth jar"), None);
        assert_eq!(first("the twenty-fifth jar"), None);
        assert_eq!(first("her twenty-first jar"), None);
        assert_eq!(first("version 1.2.3 came"), None);
    }
}
