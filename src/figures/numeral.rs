//! Numbers as they are written: digits, words, scales, fractions and vague amounts (`number.tsv`).

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::table::rows;
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
enum Word {
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
}

static WORDS: LazyLock<HashMap<&str, Word>> = LazyLock::new(|| {
    rows(include_str!("number.tsv"))
        .filter_map(|row| {
            let value: f64 = row.get(2)?.parse().ok()?;
            let word = match *row.get(1)? {
                "unit" => Word::Unit(value),
                "ten" => Word::Ten(value),
                "hundred" => Word::Hundred,
                "scale" => Word::Scale(value),
                "group" => Word::Group(value),
                "many" => Word::Many(value),
                _ => Word::Part(value),
            };
            Some((row[0], word))
        })
        .collect()
});

/// Reads the number that begins with token `at`; `money` settles what `m` or `b` after digits means.
pub fn read(document: &Document, at: usize, end: usize, money: bool) -> Option<Numeral> {
    match document.tokens[at].kind {
        TokenKind::Number => digits(document, at, end, money),
        TokenKind::Word => words(document, at, end),
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

fn word_at(document: &Document, at: usize, end: usize) -> Option<Word> {
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

fn is(document: &Document, at: usize, end: usize, words: &[&str]) -> bool {
    at < end && words.contains(&document.lower(at))
}

/// The value of digits with group and decimal signs; `None` for versions and addresses (`1.2.3`).
///
/// `1,234.5` and `12,34,567` (lakh and crore) are groups, `1,5` and `4.800` are decimals.
pub fn parse_digits(word: &str) -> Option<f64> {
    let (whole, fraction) = match word.rsplit_once('.') {
        Some((whole, _)) if whole.contains('.') => {
            let groups = word.split('.').skip(1).all(|group| group.len() == 3);
            return groups.then(|| word.replace('.', "").parse().ok()).flatten();
        }
        Some((whole, fraction)) => (whole, fraction),
        None => (word, ""),
    };
    let groups: Vec<&str> = whole.split(',').collect();
    let grouped = groups[0].len() <= 3
        && groups.last()?.len() == 3
        && groups[1..].iter().all(|group| matches!(group.len(), 2 | 3));
    if groups.len() == 1 || grouped {
        return format!("{}.{fraction}", groups.concat()).parse().ok();
    }
    (groups.len() == 2 && fraction.is_empty() && groups[1].len() <= 2)
        .then(|| whole.replace(',', ".").parse().ok())
        .flatten()
}

fn sign_fraction(word: &str) -> Option<f64> {
    Some(match word {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "⅕" => 0.2,
        "⅖" => 0.4,
        "⅗" => 0.6,
        "⅘" => 0.8,
        "⅙" => 1.0 / 6.0,
        "⅚" => 5.0 / 6.0,
        "⅛" => 0.125,
        "⅜" => 0.375,
        "⅝" => 0.625,
        "⅞" => 0.875,
        _ => return None,
    })
}

fn digits(document: &Document, at: usize, end: usize, money: bool) -> Option<Numeral> {
    let word = document.word(at);
    if let Some(value) = sign_fraction(word) {
        let tokens = at..at + 1;
        return Some(Numeral {
            tokens,
            value: Value::Exact(value),
            form: Form::Fraction,
            scale: 1.0,
        });
    }
    if let Some(share) =
        slash_fraction(document, at, end).filter(|_| stands_alone(document, at, end))
    {
        let tokens = at..at + 3;
        return Some(Numeral {
            tokens,
            value: Value::Exact(share),
            form: Form::Fraction,
            scale: 1.0,
        });
    }
    let (mut value, mut next) = grouped_by_space(document, at, end)
        .or_else(|| parse_digits(word).map(|value| (value, at + 1)))?;
    if let Some((part, after)) = fraction_after(document, next, end) {
        value += part;
        next = after;
    }
    if let Some(part) = and_a_part(document, next, end) {
        value += part;
        next += 3;
    }
    let mut form = Form::Digits;
    let mut scale = 1.0;
    while let Some((factor, after)) = scale_after(document, next, end, money && scale == 1.0) {
        scale *= factor;
        next = after;
        form = Form::Words;
    }
    let value = Value::Exact(tidy(value * scale));
    Some(Numeral { tokens: at..next, value, form, scale })
}

/// A fraction, not a date or a name: words follow that can be divided.
fn stands_alone(document: &Document, at: usize, end: usize) -> bool {
    let next = if at + 3 < end { document.lower(at + 3) } else { "" };
    let tenths = matches!(document.word(at + 2), "10" | "12" | "100");
    next == "of"
        || (!tenths
            && document
                .tokens
                .get(at + 3)
                .is_some_and(|t| t.kind == TokenKind::Word && at + 3 < end))
}

/// `14 000`: one to three digits, a space, and groups of exactly three.
fn grouped_by_space(document: &Document, at: usize, end: usize) -> Option<(f64, usize)> {
    let plain = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let first = document.word(at);
    if first.len() > 3 || !plain(first) || first.starts_with('0') {
        return None;
    }
    let mut next = at + 1;
    let mut all = first.to_owned();
    while next < end
        && document.tokens[next].span.start - document.tokens[next - 1].span.end <= 2
        && document.tokens[next].space_before
        && document.word(next).len() == 3
        && plain(document.word(next))
    {
        all.push_str(document.word(next));
        next += 1;
    }
    (next > at + 1).then(|| Some((all.parse().ok()?, next))).flatten()
}

/// `2½`, `10 1/2`
fn fraction_after(document: &Document, at: usize, end: usize) -> Option<(f64, usize)> {
    if at >= end {
        return None;
    }
    if let Some(part) = sign_fraction(document.word(at)) {
        return Some((part, at + 1));
    }
    slash_fraction(document, at, end).map(|part| (part, at + 3))
}

/// `3/8`: tokens `at`, `/`, and the parts of a whole.
pub fn slash_fraction(document: &Document, at: usize, end: usize) -> Option<f64> {
    if at + 2 >= end || document.word(at + 1) != "/" || document.tokens[at + 2].space_before {
        return None;
    }
    let small = |i: usize| document.word(i).parse::<u8>().ok();
    let (upper, lower) = (small(at)?, small(at + 2)?);
    (upper > 0 && upper < lower && matches!(lower, 2..=5 | 8 | 10 | 12 | 16 | 32 | 40 | 64 | 100))
        .then(|| f64::from(upper) / f64::from(lower))
}

/// `and a half`, `and three quarters` is read elsewhere.
fn and_a_part(document: &Document, at: usize, end: usize) -> Option<f64> {
    (is(document, at, end, &["and"]) && is(document, at + 1, end, &["a", "one"]))
        .then(|| word_at(document, at + 2, end))
        .flatten()
        .and_then(|word| match word {
            Word::Part(parts) if parts <= 4.0 => Some(1.0 / parts),
            _ => None,
        })
}

/// A scale word, or a suffix that touches the digits.
fn scale_after(document: &Document, at: usize, end: usize, money: bool) -> Option<(f64, usize)> {
    if at >= end {
        return None;
    }
    let touches = !document.tokens[at].space_before;
    let hyphen = usize::from(is_hyphen(document, at, end));
    match word_at(document, at + hyphen, end) {
        Some(Word::Hundred) => return Some((100.0, at + hyphen + 1)),
        Some(Word::Scale(scale)) => return Some((scale, at + hyphen + 1)),
        Some(Word::Group(size)) => return Some((size, at + hyphen + 1)),
        _ => {}
    }
    let suffix = document.word(at);
    let scale = match suffix {
        "k" | "K" if touches => 1e3,
        "MM" | "mm" if money && touches => 1e6,
        "m" | "M" if money => 1e6,
        "M" if touches => 1e6,
        "b" | "B" if money => 1e9,
        "B" if touches => 1e9,
        "t" | "T" if money && touches => 1e12,
        "L" | "Cr" | "cr" if money && touches => {
            if suffix == "L" {
                1e5
            } else {
                1e7
            }
        }
        "m" if touches && counts_millions(document, at + 1, end) => 1e6,
        _ => return None,
    };
    Some((scale, at + 1))
}

/// `35m people`, `35m of its`: a plural or a whole after `m` means millions, all else metres.
fn counts_millions(document: &Document, next: usize, end: usize) -> bool {
    if is(document, next, end, &["of"]) {
        return is(
            document,
            next + 1,
            end,
            &["its", "the", "their", "his", "her", "our", "them", "us"],
        );
    }
    (next..(next + 2).min(end)).any(|i| {
        document.tokens[i].kind == TokenKind::Word
            && document.word(i).len() > 3
            && crate::syntax::is_plural(document.lower(i))
    })
}

fn words(document: &Document, at: usize, end: usize) -> Option<Numeral> {
    match word_at(document, at, end)? {
        Word::Many(size) => many(document, at, end, size),
        Word::Part(parts) => part(document, at, end, parts),
        _ => sum(document, at, end),
    }
}

/// `dozens`, `tens of thousands`, `hundreds of millions`.
fn many(document: &Document, at: usize, end: usize, size: f64) -> Option<Numeral> {
    let mut next = at + 1;
    let mut low = size;
    if is(document, next, end, &["of"])
        && let Some(Word::Many(scale)) = word_at(document, next + 1, end)
        && size < 1e6
        && scale > size
    {
        low = size * scale;
        next += 2;
    }
    if size == 10.0 && next == at + 1 {
        return None;
    }
    let value = Value::Between(low, low * 10.0);
    Some(Numeral { tokens: at..next, value, form: Form::Vague, scale: 1.0 })
}

/// `half`, `a third`, `half a million`; a part after a number (`two-thirds`) is read by [`sum`].
fn part(document: &Document, at: usize, end: usize, parts: f64) -> Option<Numeral> {
    let article = at > 0 && matches!(document.lower(at - 1), "a" | "an");
    let half = parts == 2.0;
    if !(half || article) || !is_share(document, at, end, half) {
        return None;
    }
    let start = if article && !half { at - 1 } else { at };
    let mut next = at + 1;
    if is(document, next, end, &["a", "an", "of", "-"]) {
        next += 1;
        if is(document, next, end, &["a", "an", "-"]) {
            next += 1;
        }
        if is(document, next, end, &["-"]) {
            next += 1;
        }
    }
    let size = match word_at(document, next, end) {
        Some(Word::Scale(scale)) => Some(scale),
        Some(Word::Hundred) => Some(100.0),
        Some(Word::Group(size)) => Some(size),
        _ => None,
    };
    let (value, form, next) = match size {
        Some(size) => (size / parts, Form::Words, next + 1),
        None => (1.0 / parts, Form::Fraction, at + 1),
    };
    Some(Numeral {
        tokens: start..next,
        value: Value::Exact(value),
        form,
        scale: size.unwrap_or(1.0),
    })
}

/// `half of`, `half the`, `a third of`, but not `second half`, `half-time` or `a third attack`.
fn is_share(document: &Document, at: usize, end: usize, half: bool) -> bool {
    let next = if at + 1 < end { document.lower(at + 1) } else { "." };
    if !half {
        return matches!(
            next,
            "of" | "."
                | ","
                | "to"
                | ";"
                | ")"
                | "from"
                | "in"
                | "since"
                | "more"
                | "less"
                | "between"
        );
    }
    let before = if at > 0 { document.lower(at - 1) } else { "" };
    let time = matches!(
        before,
        "first"
            | "second"
            | "this"
            | "last"
            | "other"
            | "next"
            | "latter"
            | "final"
            | "and"
            | "the"
    );
    let of_it = matches!(
        next,
        "of" | "the" | "its" | "their" | "a" | "an" | "all" | "his" | "her" | "million" | "-"
    ) || matches!(before, "by" | "nearly" | "almost" | "about" | "than" | "over");
    let hyphen = is_hyphen(document, at + 1, end)
        && !matches!(document.lower(at + 2), "a" | "million" | "dozen");
    (!time || next == "of") && of_it && !hyphen && next != "as"
}

/// Number words that add up and multiply: `two hundred and six`, `twenty-five`, `two and a half thousand`.
fn sum(document: &Document, at: usize, end: usize) -> Option<Numeral> {
    let mut reading = Reading::default();
    let mut next = at;
    while let Some(word) = word_at(document, next, end) {
        if !reading.take(word, next == at) {
            break;
        }
        next += 1;
        if reading.done {
            break;
        }
        next = joined(document, next, end, &reading);
        if let Some(part) = and_a_part(document, next, end) {
            reading.add_part(part);
            next += 3;
        }
    }
    while next > at && word_at(document, next - 1, end).is_none() {
        next -= 1;
    }
    finish(document, at..next, &reading)
}

/// Past a hyphen or an `and` that a number word follows.
fn joined(document: &Document, next: usize, end: usize, reading: &Reading) -> usize {
    let number = |i: usize| matches!(word_at(document, i, end), Some(word) if !matches!(word, Word::Many(_)));
    if is_hyphen(document, next, end) && number(next + 1) {
        return next + 1;
    }
    let small = |i: usize| matches!(word_at(document, i, end), Some(Word::Unit(_) | Word::Ten(_)));
    let larger = |i: usize| match word_at(document, i, end) {
        Some(Word::Hundred) => true,
        Some(Word::Scale(scale)) => scale >= reading.last,
        _ => false,
    };
    let and = is(document, next, end, &["and"]) && reading.takes_and();
    if and && small(next + 1) && !larger(next + 2) { next + 1 } else { next }
}

/// The article before a bare scale, or `several`, belongs to the number.
fn finish(document: &Document, tokens: Range<usize>, reading: &Reading) -> Option<Numeral> {
    let mut tokens = tokens;
    let value = reading.value()?;
    let before = tokens.start.checked_sub(1).map(|i| document.lower(i));
    if reading.bare {
        match before {
            Some("several" | "few" | "many") => {
                let few = tokens.start - 1;
                let article = few > 0 && document.lower(few - 1) == "a";
                tokens.start = if article { few - 1 } else { few };
                let value = Value::Between(value, value * 10.0);
                return Some(Numeral { tokens, value, form: Form::Vague, scale: 1.0 });
            }
            Some("a" | "an") => tokens.start -= 1,
            Some("per" | "a." | "the") => return None,
            _ => {}
        }
    }
    let form = if reading.fraction { Form::Fraction } else { Form::Words };
    Some(Numeral { tokens, value: Value::Exact(tidy(value)), form, scale: reading.scale })
}

/// The sum so far.
#[derive(Default)]
struct Reading {
    total: f64,
    current: Option<f64>,
    /// Begins with a scale word: `hundred`, `million`.
    bare: bool,
    fraction: bool,
    /// Nothing may follow.
    done: bool,
    scale: f64,
    last: f64,
}

impl Reading {
    fn take(&mut self, word: Word, first: bool) -> bool {
        if first {
            self.scale = 1.0;
            self.last = f64::INFINITY;
        }
        match word {
            Word::Unit(value) => self.add(value, if value < 10.0 { 10.0 } else { 100.0 }),
            Word::Ten(value) => self.add(value, 100.0),
            Word::Hundred => self.multiply(100.0, first),
            Word::Group(size) => self.multiply(size, first),
            Word::Scale(scale) => {
                if scale >= self.last && !first {
                    return false;
                }
                if !self.multiply(scale, first) {
                    return false;
                }
                self.total += self.current.take().unwrap_or_default();
                self.last = scale;
                true
            }
            Word::Part(parts) => self.divide(parts),
            Word::Many(_) => false,
        }
    }

    /// Adds below the round number before it: `twenty` `five`, `two hundred` `six`.
    fn add(&mut self, value: f64, room: f64) -> bool {
        let fits = self.current.is_none_or(|current| current >= 20.0 && current % room == 0.0);
        if fits {
            self.current = Some(self.current.unwrap_or_default() + value);
            self.scale = 1.0;
        }
        fits
    }

    fn multiply(&mut self, size: f64, first: bool) -> bool {
        self.bare |= first;
        self.scale = size;
        if self.current.is_none() && !first {
            self.total *= size;
            return self.total > 0.0;
        }
        self.current = Some(self.current.unwrap_or(1.0) * size);
        true
    }

    fn divide(&mut self, parts: f64) -> bool {
        let Some(count) = self.current.filter(|_| self.total == 0.0) else { return false };
        self.fraction = count < parts && !self.bare;
        self.done = true;
        self.current = Some(count / parts);
        self.fraction
    }

    /// `and a half` after a unit, or after a scale: `a million and a half`.
    fn add_part(&mut self, part: f64) {
        match &mut self.current {
            Some(current) => *current += part * if self.scale > 1.0 { self.scale } else { 1.0 },
            None => self.total += part * self.last,
        }
    }

    fn takes_and(&self) -> bool {
        self.current.map_or(self.total > 0.0, |current| current >= 100.0)
    }

    fn value(&self) -> Option<f64> {
        (self.current.is_some() || self.total > 0.0)
            .then(|| self.total + self.current.unwrap_or_default())
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
        for row in rows(include_str!("number.tsv")) {
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
            ("35m people", "35m", 35e6),
            ("35m away", "35", 35.0),
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
            ("four hundred thousand jars", "four hundred thousand", 4e5),
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
        assert_eq!(first("version 1.2.3 came"), None);
    }
}
