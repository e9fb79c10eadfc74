//! Numbers in words: sums, fractions and vague amounts.

use std::ops::Range;

use super::numeral::{Form, Numeral, Value, Word, and_a_part, is, is_hyphen, tidy, word_at};
use crate::text::Document;

pub fn read(document: &Document, at: usize, end: usize) -> Option<Numeral> {
    match word_at(document, at, end)? {
        Word::Many(size) => many(document, at, end, size),
        Word::Part(parts) | Word::Ordinal(parts) => part(document, at, end, parts),
        _ => sum(document, at, end),
    }
}

/// `third`, `twenty-fifth`, `two hundredth`, `21st`: a place in a row, and the token after it.
pub fn ordinal(document: &Document, at: usize, end: usize) -> Option<(f64, usize)> {
    let word = document.lower(at);
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let digits =
            ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
        return Some((digits.replace(',', "").parse::<u32>().ok()?.into(), at + 1));
    }
    let (reading, next) = gather(document, at, end);
    place(document, next, end, &reading)
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
    let half = document.lower(at) == "half";
    if !(half || article && parts > 2.0) || !is_share(document, at, end, half) {
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

/// What may follow `a third` where it is no third attack.
const AFTER_SHARES: &[&str] = &[
    "of", ".", ",", "to", ";", ")", "from", "in", "since", "more", "less", "between", "are",
    "were", "have",
];
/// Words before `a third` that only a share is told with, and what may follow then.
const ROUGHLY: &[&str] = &[
    "nearly", "almost", "about", "around", "roughly", "over", "than", "by", "only", "just",
    "least", "some", "perhaps", "under",
];
const AFTER_ROUGH_SHARES: &[&str] = &[
    "by", "above", "below", "higher", "lower", "larger", "smaller", "on", "at", "for", "as", "and",
    "or", "is", "was", "had", "has", "said", "voted", "would", "will", "could", "when", "after",
    "before", "over",
];

/// `half of`, `half the`, `a third of`, but not `second half`, `half-time` or `a third attack`.
fn is_share(document: &Document, at: usize, end: usize, half: bool) -> bool {
    let next = if at + 1 < end { document.lower(at + 1) } else { "." };
    if !half {
        let scale = matches!(word_at(document, at + 1, end), Some(Word::Scale(_)));
        let roughly = at > 1 && ROUGHLY.contains(&document.lower(at - 2));
        return scale
            || AFTER_SHARES.contains(&next)
            || roughly && AFTER_ROUGH_SHARES.contains(&next);
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
    let (mut reading, mut next) = gather(document, at, end);
    if place(document, next, end, &reading).is_some() {
        return None;
    }
    if let Some((decimals, after)) = point(document, next, end) {
        reading.current = Some(reading.current.unwrap_or_default() + decimals);
        next = after;
        if let Some(Word::Scale(scale)) = word_at(document, next, end) {
            reading.take(Word::Scale(scale), false);
            next += 1;
        }
    }
    if reading.fraction
        && let Some((scale, after)) = whole(document, next, end)
    {
        reading.fraction = false;
        reading.current = reading.current.map(|part| part * scale);
        reading.scale = scale;
        next = after;
    }
    while next > at && word_at(document, next - 1, end).is_none() {
        next -= 1;
    }
    finish(document, at..next, &reading)
}

/// All number words from token `at` on that make one sum, and the token after them.
fn gather(document: &Document, at: usize, end: usize) -> (Reading, usize) {
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
        if let Some((part, after)) = and_a_part(document, next, end) {
            reading.add_part(part);
            next = after;
        }
        next = joined(document, next, end, &reading);
    }
    (reading, next)
}

/// `three quarters` `of a million`: what is divided, and the token after it.
fn whole(document: &Document, at: usize, end: usize) -> Option<(f64, usize)> {
    let of = usize::from(is(document, at, end, &["of"]));
    let article = usize::from(of == 1 && is(document, at + of, end, &["a", "one"]));
    match word_at(document, at + of + article, end)? {
        Word::Scale(scale) => Some((scale, at + of + article + 1)),
        _ => None,
    }
}

/// The ordinal that ends the number words before token `at`: `twenty-first`, `hundred and fifth`, or stands alone.
fn place(document: &Document, at: usize, end: usize, reading: &Reading) -> Option<(f64, usize)> {
    let last = at + usize::from(is_hyphen(document, at, end));
    let value = match word_at(document, last, end)? {
        Word::Ordinal(value) => value,
        Word::Part(parts) if parts >= 3.0 && !document.lower(last).ends_with(['s', 'r']) => parts,
        _ => return None,
    };
    let before = reading.value();
    let room = if value < 10.0 { 10.0 } else { 100.0 };
    match before {
        None => Some((value, last + 1)),
        Some(count) if value >= 100.0 => Some((count * value, last + 1)),
        Some(count) if count >= 20.0 && count % room == 0.0 => Some((count + value, last + 1)),
        Some(_) => None,
    }
}

/// `point zero three`: what stands after the decimal point, and the token after it.
fn point(document: &Document, at: usize, end: usize) -> Option<(f64, usize)> {
    let digit = |i: usize| match word_at(document, i, end) {
        Some(Word::Unit(digit)) if digit < 10.0 => Some(digit),
        _ => None,
    };
    if !is(document, at, end, &["point"]) {
        return None;
    }
    digit(at + 1)?;
    let (mut value, mut place, mut next) = (0.0, 0.1, at + 1);
    while let Some(digit) = digit(next) {
        value += digit * place;
        place /= 10.0;
        next += 1;
    }
    Some((value, next))
}

/// Past a hyphen or an `and` that a number word follows.
fn joined(document: &Document, next: usize, end: usize, reading: &Reading) -> usize {
    let number = |i: usize| matches!(word_at(document, i, end), Some(word) if !matches!(word, Word::Many(_) | Word::Fold(_)));
    if is_hyphen(document, next, end) && number(next + 1) {
        return next + 1;
    }
    let small = |i: usize| {
        matches!(word_at(document, i, end), Some(Word::Unit(_) | Word::Ten(_) | Word::Ordinal(_)))
            || matches!(word_at(document, i, end), Some(Word::Part(_)) if reading.takes_and())
    };
    let larger = |i: usize| match word_at(document, i, end) {
        // `six million and four hundred`, but `three hundred and five hundred` are two.
        Some(Word::Hundred) => !(1000.0..f64::INFINITY).contains(&reading.last),
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
            Word::Many(_) | Word::Ordinal(_) | Word::Fold(_) => false,
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
        let share = self
            .current
            .filter(|&count| self.total == 0.0 && count > 0.0 && count < parts && !self.bare);
        let Some(count) = share else { return false };
        self.fraction = true;
        self.done = true;
        self.current = Some(count / parts);
        true
    }

    /// `and a half` after a unit, or after a scale: `a million and a half`.
    fn add_part(&mut self, part: f64) {
        match &mut self.current {
            Some(current) => *current += part * if self.scale > 100.0 { self.scale } else { 1.0 },
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
