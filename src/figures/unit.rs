//! Currencies (`currency.tsv`), units of measure and time (`unit.tsv`), and rates (`a day`, `per head`).

use std::sync::LazyLock;

use super::digits::parse_digits;
use super::numeral::{Form, Numeral, Value, is_hyphen, tidy};
use super::si;
use super::table::{Side, Table, rows};
use crate::analysis::FigureKind;
use crate::syntax::{Syntax, Tag, singular};
use crate::text::{Document, TokenKind};

#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    pub name: String,
    pub kind: FigureKind,
}

type Meaning = (&'static str, FigureKind);

fn kind(name: &str) -> FigureKind {
    match name {
        "percent" => FigureKind::Percent,
        "duration" => FigureKind::Duration,
        "money" => FigureKind::Money,
        "multiplier" => FigureKind::Multiplier,
        _ => FigureKind::Measure,
    }
}

fn column(
    list: &'static str,
    at: usize,
    unit: bool,
) -> impl Iterator<Item = (&'static str, Meaning)> {
    rows(list).flat_map(move |row| {
        let meaning = (row[0], if unit { kind(row[1]) } else { FigureKind::Money });
        row[at].split(';').filter(|form| !form.is_empty()).map(move |form| (form, meaning))
    })
}

static BEFORE: LazyLock<Table<Meaning>> = LazyLock::new(|| {
    Table::new(Side::Before, true, column(word_list!("figures/currency.tsv"), 1, false))
});
static WORDS: LazyLock<Table<Meaning>> = LazyLock::new(|| {
    let currencies = column(word_list!("figures/currency.tsv"), 2, false);
    Table::new(
        Side::After,
        false,
        currencies.chain(column(word_list!("figures/unit.tsv"), 2, true)),
    )
});
static SYMBOLS: LazyLock<Table<Meaning>> = LazyLock::new(|| {
    Table::new(Side::After, true, column(word_list!("figures/unit.tsv"), 3, true))
});

/// The currency that ends right before token `at`, and how many tokens it takes.
pub fn currency_before(document: &Document, at: usize, start: usize) -> Option<(usize, Unit)> {
    let last = at.checked_sub(1).filter(|&last| last >= start)?;
    let (length, &(name, kind)) = BEFORE.find(document, last, start)?;
    let word = document.word(last);
    let letters = word.starts_with(char::is_alphabetic) && word.is_ascii();
    if letters && word.len() < 3 && !matches!(word, "Rs" | "RM" | "Rp" | "Tk" | "KD" | "QR" | "SR")
    {
        return None;
    }
    Some((length, Unit { name: name.to_owned(), kind }))
}

/// An amount written in one piece with its currency: `EUR450m`, `Rs500`, `$US71,200`.
pub fn glued(document: &Document, at: usize, end: usize) -> Option<(Numeral, Unit)> {
    let word = document.word(at);
    let letters = word.find(|c: char| c.is_ascii_digit()).filter(|&n| (1..=4).contains(&n))?;
    let sign = at > 0 && document.word(at - 1) == "$" && !document.tokens[at].space_before;
    let code = format!("{}{}", if sign { "$" } else { "" }, &word[..letters]);
    let meaning = code_meaning(&code)?;
    let begin = document.tokens[at].span.start + letters;
    let rest = &document.text[begin..];
    let bytes = rest.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut length = 0;
    while digit(length) || (matches!(bytes.get(length), Some(b'.' | b',')) && digit(length + 1)) {
        length += 1;
    }
    let letters =
        rest[length..].len() - rest[length..].trim_start_matches(char::is_alphabetic).len();
    let mut scale = suffix(&rest[length..length + letters])?;
    let mut next = document.token_at(begin + length + letters - 1) + 1;
    if letters == 0 && next < end {
        let (factor, taken) = scale_word(document.lower(next));
        scale *= factor;
        next += taken;
    }
    // `R18` is a road or a rule, `R18m` is money.
    if code == "R" && scale == 1.0 {
        return None;
    }
    let value = Value::Exact(tidy(parse_digits(&rest[..length])? * scale));
    let numeral =
        Numeral { tokens: at - usize::from(sign)..next, value, form: Form::Digits, scale };
    Some((numeral, meaning))
}

/// The currency that has this sign or code.
pub fn code_meaning(code: &str) -> Option<Unit> {
    let document = Document::new(code);
    let last = document.tokens.len().checked_sub(1)?;
    let (length, &(name, kind)) = BEFORE.find(&document, last, 0)?;
    (length == last + 1).then(|| Unit { name: name.to_owned(), kind })
}

fn suffix(letters: &str) -> Option<f64> {
    Some(match letters {
        "" => 1.0,
        "k" | "K" => 1e3,
        "m" | "M" | "mn" | "mln" | "MM" => 1e6,
        "b" | "B" | "bn" | "bln" => 1e9,
        "t" | "tn" | "trn" => 1e12,
        _ => return None,
    })
}

fn scale_word(word: &str) -> (f64, usize) {
    match word {
        "thousand" => (1e3, 1),
        "million" | "m" | "mn" => (1e6, 1),
        "billion" | "bn" => (1e9, 1),
        "trillion" | "tn" => (1e12, 1),
        "lakh" => (1e5, 1),
        "crore" => (1e7, 1),
        _ => (1.0, 0),
    }
}

/// The unit that begins at token `at`, right after a number; with the index of the token after it.
pub fn after(document: &Document, at: usize, end: usize) -> Option<(usize, Unit)> {
    if at >= end {
        return None;
    }
    if let Some(marked) = mark(document, at) {
        return Some(marked);
    }
    // `20 [kg]`
    if matches!(document.word(at), "[" | "{" | "<") {
        let (next, unit) = after(document, at + 1, end)?;
        let closes = next < end && matches!(document.word(next), "]" | "}" | ">");
        return closes.then_some((next + 1, unit));
    }
    let hyphen = usize::from(is_hyphen(document, at, end));
    let start = at + hyphen;
    let listed = listed(document, start, end, hyphen == 1);
    listed.or_else(|| {
        let (next, name) = si::after(document, start, end)?;
        let time = name.ends_with("second");
        let kind = if time { FigureKind::Duration } else { FigureKind::Measure };
        WORDS.find(document, start, end).is_none().then_some((next, Unit { name, kind }))
    })
}

/// The unit in the list of symbols or of words that begins at token `at`, with its power.
fn listed(document: &Document, at: usize, end: usize, hyphen: bool) -> Option<(usize, Unit)> {
    let worded = WORDS.find(document, at, end);
    let symbol = SYMBOLS.find(document, at, end).filter(|(length, _)| {
        *length >= worded.map_or(0, |(length, _)| length) && symbol_fits(document, at, end, hyphen)
    });
    let word = || worded.filter(|(_, (name, _))| word_fits(document, at, end, name));
    let (length, &(name, kind)) = symbol.or_else(word)?;
    let next = at + length;
    let power = si::power_after(document, next, end).filter(|_| kind == FigureKind::Measure);
    Some(match power {
        Some((power, length)) => (next + length, Unit { name: format!("{power} {name}"), kind }),
        None => (next, Unit { name: name.to_owned(), kind }),
    })
}

/// `8"`, `30'`: inches and feet, where the mark closes no quotation.
fn mark(document: &Document, at: usize) -> Option<(usize, Unit)> {
    let name = match document.word(at) {
        "\"" => "inch",
        "'" => "foot",
        _ => return None,
    };
    let span = document.tokens[at].span;
    let before = document.quotations.partition_point(|quotation| quotation.span.start < span.start);
    let opened = &document.quotations[before.saturating_sub(8)..before];
    let closes = opened.iter().any(|quotation| quotation.span.end == span.end);
    let unit = Unit { name: name.to_owned(), kind: FigureKind::Measure };
    (!closes && !document.tokens[at].space_before).then_some((at + 1, unit))
}

/// Letters stand for a unit only where they touch the number; signs may stand apart.
fn symbol_fits(document: &Document, at: usize, end: usize, hyphen: bool) -> bool {
    let word = document.word(at);
    let touches = !document.tokens[at].space_before;
    match word {
        // What a date ends (`2.4 million in 2017`) is no unit.
        "in" => match document.tokens.get(at + 1) {
            None => true,
            Some(next) if next.kind == TokenKind::Punct => at + 2 >= end,
            Some(_) => matches!(
                document.lower(at + 1),
                "thick" | "long" | "wide" | "tall" | "deep" | "high" | "across"
            ),
        },
        "%" | "°" | "º" | "¢" | "×" => true,
        "C" | "F" if !touches => {
            at + 1 >= end
                || !document.word(at + 1).starts_with(char::is_uppercase)
                    && document.word(at + 1) != "$"
        }
        "s" | "h" | "p" | "t" | "l" | "g" | "m" | "J" | "V" | "C" | "F" | "N" | "L" | "W" | "x" => {
            (touches && !hyphen)
                || (matches!(word, "g" | "L" | "V" | "W" | "m" | "s")
                    && spaced_symbol(document, at, end))
        }
        "st" | "PS" | "MP" | "bar" | "pp" | "Mt" | "pc" | "mb" | "bp" => touches,
        _ => true,
    }
}

/// `5 m` before a break, not `5 m ...` before a noun.
fn spaced_symbol(document: &Document, at: usize, end: usize) -> bool {
    at + 1 >= end
        || document.tokens[at + 1].kind == TokenKind::Punct
        || matches!(
            document.lower(at + 1),
            "of" | "long" | "high" | "deep" | "wide" | "and" | "to" | "x" | "×"
        )
}

/// Words that are more often something else than a unit.
fn word_fits(document: &Document, at: usize, end: usize, name: &str) -> bool {
    let next = (at + 1 < end).then(|| document.lower(at + 1));
    match name {
        "stone" => {
            !matches!(document.lower(at), "stone")
                || next.is_none_or(|n| matches!(n, "." | "," | "and"))
        }
        "KRW" => {
            document.lower(at) != "won"
                || next.is_none_or(|n| {
                    matches!(
                        n,
                        "." | "," | ")" | "(" | "a" | "per" | "in" | "for" | "to" | "from" | "and"
                    )
                })
        }
        "PEN" | "RON" | "VND" | "ETH" => {
            next.is_none_or(|n| matches!(n, "." | "," | ")" | "(" | "a" | "per"))
        }
        "bar" => false,
        _ => true,
    }
}

/// `per head`, `a day`, `/hour`: the singular after it and the index of the token that follows.
pub fn rate(
    document: &Document,
    syntax: &Syntax,
    at: usize,
    end: usize,
) -> Option<(usize, String)> {
    if at + 1 >= end {
        return None;
    }
    // `a 900 barrel-a-day well`
    if let Some(apart) = hyphened_rate(document, at, end) {
        return Some(apart);
    }
    if matches!(document.lower(at), "annually" | "yearly") {
        return Some((at + 1, "year".to_owned()));
    }
    let next = document.lower(at + 1);
    // `50 mg/kg`, `9.8 m/s2`
    if document.word(at) == "/"
        && let Some((after, unit)) = after(document, at + 1, end)
    {
        return Some((after, unit.name));
    }
    let per = match document.lower(at) {
        "per" | "/" => {
            syntax.tag(at + 1).is_nominal() || WORDS.find(document, at + 1, end).is_some()
        }
        "a" | "an" | "each" | "every" => RATES.contains(&next),
        _ => false,
    };
    let when = at + 2 < end
        && matches!(document.lower(at + 2), "earlier" | "ago" | "later" | "before" | "after");
    if !per || when || matches!(next, "cent" | "capita" | "se") {
        return None;
    }
    if let Some((length, &(name, _))) = WORDS.find(document, at + 1, end) {
        return Some((at + 1 + length, name.to_owned()));
    }
    if next == "annum" {
        return Some((at + 2, "year".to_owned()));
    }
    Some((at + 2, singular(next).into_owned()))
}

/// A rate that something stands before: `$6 (5 euros) per share`, `40 tons of fuel a year`. The number keeps its
/// span, so the token after it is still `at`.
pub fn rate_apart(
    document: &Document,
    syntax: &Syntax,
    at: usize,
    end: usize,
) -> Option<(usize, String)> {
    if at >= end {
        return None;
    }
    let mut near = at + 1..end.min(at + 9);
    let after = match document.lower(at) {
        "(" => near.find(|&i| document.word(i) == ")")? + 1,
        "of" => near.find(|&i| !(syntax.tag(i).is_nominal() || syntax.tag(i) == Tag::Adj))?,
        _ => return None,
    };
    rate(document, syntax, after, end).map(|(_, per)| (at, per))
}

/// `-a-day`, `a-year`
fn hyphened_rate(document: &Document, at: usize, end: usize) -> Option<(usize, String)> {
    let start = at + usize::from(is_hyphen(document, at, end));
    let article = start + 2 < end && matches!(document.lower(start), "a" | "an");
    let noun =
        (article && is_hyphen(document, start + 1, end)).then(|| document.lower(start + 2))?;
    RATES.contains(&noun).then(|| (start + 3, noun.to_owned()))
}

const RATES: &[&str] = &[
    "day",
    "night",
    "week",
    "month",
    "year",
    "hour",
    "minute",
    "second",
    "barrel",
    "tonne",
    "ton",
    "gallon",
    "litre",
    "liter",
    "share",
    "head",
    "piece",
    "ounce",
    "pound",
    "kilo",
    "kilogram",
    "person",
    "unit",
    "bottle",
    "game",
    "session",
    "acre",
    "mile",
    "kilometre",
    "square",
    "metre",
    "ticket",
    "season",
    "quarter",
    "decade",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_has_its_unit() {
        for list in [word_list!("figures/unit.tsv"), word_list!("figures/currency.tsv")] {
            for row in rows(list) {
                let figures =
                    crate::analyze(row.last().expect("a column"), &crate::Options::default())
                        .figures;
                let unit = figures.first().and_then(|figure| figure.unit.clone());
                assert_eq!(unit.as_deref(), Some(row[0]), "{row:?}");
            }
        }
    }
}
