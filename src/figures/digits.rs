//! Numbers that begin with a digit: groups, decimals, fractions, scales and suffixes.

use super::numeral::{Form, Numeral, Value, Word, and_a_part, is, is_hyphen, tidy, word_at};
use crate::text::{Document, GROUPERS, TokenKind};

/// The value of digits with group and decimal signs; `None` for versions and addresses (`1.2.3`).
///
/// `1,234.5`, `1’234` and `12,34,567` (lakh and crore) are groups, `1,5` and `4.800` are decimals.
pub fn parse_digits(word: &str) -> Option<f64> {
    if word.contains(GROUPERS) {
        return parse_digits(&word.replace(GROUPERS, ""));
    }
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

pub fn read(document: &Document, at: usize, end: usize, money: bool) -> Option<Numeral> {
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
    if let Some((power, after)) = power_of_ten(document, next, end) {
        let value = Value::Exact(tidy(value * power));
        return Some(Numeral { tokens: at..after, value, form: Form::Words, scale: 1.0 });
    }
    if let Some((part, after)) = and_a_part(document, next, end) {
        value += part;
        next = after;
    }
    let mut form = Form::Digits;
    let mut scale = 1.0;
    while let Some((factor, after)) = scale_after(document, next, end, money && scale == 1.0) {
        scale *= factor;
        next = after;
        form = Form::Words;
    }
    if scale > 1.0
        && let Some((part, after)) = and_a_part(document, next, end)
    {
        value += part;
        next = after;
    }
    let (rest, next) = smaller(document, next, end, scale);
    let value = Value::Exact(tidy(value * scale + rest));
    Some(Numeral { tokens: at..next, value, form, scale })
}

/// `3 hundred and 21`, `4 thousand 3 hundred`: what is added to a number in digits with the scale before token `at`.
fn smaller(document: &Document, at: usize, end: usize, scale: f64) -> (f64, usize) {
    let (mut sum, mut next, mut last) = (0.0, at, scale);
    loop {
        let and = usize::from(is(document, next, end, &["and"]));
        let first = next + and;
        if last < 100.0 || first >= end || document.tokens[first].kind != TokenKind::Number {
            return (sum, next);
        }
        let Some(digits) = document.word(first).parse::<u16>().ok() else { return (sum, next) };
        let (size, after) = match word_at(document, first + 1, end) {
            Some(Word::Hundred) => (100.0, first + 2),
            Some(Word::Scale(size)) => (size, first + 2),
            _ => (1.0, first + 1),
        };
        // A bare number goes on only after `hundred and`.
        let joins = size > 1.0 || and == 1 && last == 100.0;
        if !joins || f64::from(digits) * size >= last {
            return (sum, next);
        }
        sum += f64::from(digits) * size;
        (next, last) = (after, size);
    }
}

/// `×10−8`, `x10^6`, `e6`, `x2^10`: the power of ten (or two) that scales the digits before token `at`.
fn power_of_ten(document: &Document, at: usize, end: usize) -> Option<(f64, usize)> {
    let mut next = at;
    let word =
        |i: usize| if i < end && !document.tokens[i].space_before { document.word(i) } else { "" };
    let mut base: f64 = 10.0;
    match word(next) {
        "x10" | "×10" => next += 1,
        "x2" | "×2" if word(next + 1) == "^" => {
            base = 2.0;
            next += 1;
        }
        "x" | "×" if word(next + 1) == "10" => next += 2,
        "e" | "E" => next += 1,
        exponent => {
            let power = exponent.strip_prefix(['e', 'E'])?.parse::<u8>().ok()?;
            return Some((10f64.powi(power.into()), next + 1));
        }
    }
    next += usize::from(word(next) == "^");
    let minus = matches!(word(next), "-" | "−" | "–");
    next += usize::from(minus);
    let power: i32 = word(next).parse::<u8>().ok()?.into();
    Some((base.powi(if minus { -power } else { power }), next + 1))
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
    {
        // The last group may have decimals.
        let (group, decimals) =
            document.word(next).split_once('.').unwrap_or((document.word(next), ""));
        if group.len() != 3 || !plain(group) || !plain(decimals) {
            break;
        }
        all.push_str(document.word(next));
        next += 1;
        if !decimals.is_empty() {
            break;
        }
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
    if at + 2 >= end
        || !matches!(document.word(at + 1), "/" | "⁄")
        || document.tokens[at + 2].space_before
    {
        return None;
    }
    let small = |i: usize| document.word(i).parse::<u8>().ok();
    let (upper, lower) = (small(at)?, small(at + 2)?);
    let usual = matches!(lower, 2..=5 | 8 | 10 | 12 | 16 | 32 | 40 | 64 | 100)
        || document.word(at + 1) == "⁄"
        || is(document, at + 3, end, &["of"]);
    (upper > 0 && upper < lower && usual).then(|| f64::from(upper) / f64::from(lower))
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
        Some(Word::Many(size @ 12.0)) => return Some((size, at + hyphen + 1)),
        _ => {}
    }
    let suffix = document.word(at);
    let scale = match suffix {
        "k" | "K" if touches => 1e3,
        "k" if at + 1 >= end || document.tokens[at + 1].kind == TokenKind::Punct => 1e3,
        "MM" | "mm" if money && touches => 1e6,
        "m" | "M" if money => 1e6,
        "M" if touches => 1e6,
        "b" | "B" if money => 1e9,
        "B" if touches => 1e9,
        "b" if touches && document.word(at - 1).contains('.') => 1e9,
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

/// `20m people`, `20m of its`: a plural or a whole after `m` means millions, all else metres.
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
