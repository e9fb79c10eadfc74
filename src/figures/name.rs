//! Numbers that are part of a name or follow a label (`label.tsv`): `Covid-19`, `S&P 500`, `Room 101`.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::amount::Amount;
use super::numeral::Form;
use super::rating;
use super::table::rows;
use crate::syntax::{Syntax, Tag, is_plural};
use crate::text::{Document, TokenKind};

static LABELS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| rows(word_list!("figures/label.tsv")).map(|row| row[0]).collect());

/// `high-five`, `mid-forties`
pub fn is_hyphened(document: &Document, amount: &Amount, floor: usize) -> bool {
    let at = amount.tokens.start;
    at >= floor + 2
        && document.word(at - 1) == "-"
        && !document.tokens[at].space_before
        && !document.tokens[at - 1].space_before
        && document.tokens[at - 2].kind == TokenKind::Word
        && amount.form != Form::Fraction
        && !is_prefix(document, at - 2)
        && !matches!(document.lower(at - 2), "to" | "and" | "a" | "or")
}

/// `Covid-19`, `F-16`, `MH 17`, `24/7`, `9/11`, `7/10`, `192.168.0.1`, `#3`.
pub fn is_part_of_name(document: &Document, amount: &Amount, floor: usize, end: usize) -> bool {
    let at = amount.tokens.start;
    let next = amount.number.end;
    if at > floor && !document.tokens[at].space_before {
        let before = document.word(at - 1);
        let letter = at >= 2
            && at - 1 > floor
            && document.tokens[at - 2].kind == TokenKind::Word
            && !document.tokens[at - 1].space_before;
        if matches!(before, "-" | "–" | "−" | "/" | "_" | "." | "‑")
            && letter
            && !is_prefix(document, at - 2)
        {
            return true;
        }
        // `737-800`: the first number was none, or had taken this one with it.
        let second = at >= 2
            && amount.unit.is_none()
            && matches!(before, "-" | "–")
            && document.tokens[at - 2].kind == TokenKind::Number
            && !document.tokens[at - 1].space_before;
        if second || matches!(before, "/" | "#" | ":" | "@" | "_" | "\\") {
            return true;
        }
    }
    // `Covid -19`
    let number = amount.number.start;
    if number >= floor + 2
        && !document.tokens[number].space_before
        && document.word(number - 1) == "-"
        && LABELS.contains(document.lower(number - 2))
    {
        return true;
    }
    if is_glued_to_name(document, amount, end) {
        return true;
    }
    let slash = next < end && document.word(next) == "/" && !document.tokens[next].space_before;
    slash && next + 1 < end && document.tokens[next + 1].kind == TokenKind::Number
}

/// `4chan`, `3D`, `9QX2`: letters that are no unit touch the digits.
fn is_glued_to_name(document: &Document, amount: &Amount, end: usize) -> bool {
    let next = amount.tokens.end;
    amount.unit.is_none()
        && amount.scale == 1.0
        && next < end
        && document.tokens[next].kind == TokenKind::Word
        && !document.tokens[next].space_before
        && !document.word(next).starts_with(['\'', '’'])
        && !matches!(document.lower(next), "yo" | "m" | "b" | "plus")
}

/// `sub-50`, `mid-40`, `pre-`: hyphens that bound, not name.
pub fn is_prefix(document: &Document, at: usize) -> bool {
    matches!(document.lower(at), "sub" | "minus" | "over" | "under" | "plus" | "near")
        || document.tokens[at].kind != TokenKind::Word
}

/// A name or a label before the number and nothing counted after it: `Room 101`, `Resolution 118`.
pub fn is_label(
    document: &Document,
    syntax: &Syntax,
    amount: &Amount,
    floor: usize,
    end: usize,
) -> bool {
    let at = amount.number.start;
    if at <= floor {
        return is_list_mark(document, amount, end);
    }
    if rating::scale(document, amount, floor, end).is_some() {
        return false;
    }
    let (before, word) = (document.lower(at - 1), document.word(at - 1));
    let counted = counted_after(document, syntax, amount, end);
    if LABELS.contains(before) {
        let titled = at - 1 > floor && word.starts_with(char::is_uppercase);
        return titled || !counted;
    }
    if is_scored(document, amount, end) {
        return false;
    }
    is_address(document, amount, end)
        || (!counted && names(document, syntax, at - 1, floor, amount.number.end, end))
}

/// `Harrow 3 – 0 Tarrow`: the number of a score, not of a name.
fn is_scored(document: &Document, amount: &Amount, end: usize) -> bool {
    let dash = amount.number.end;
    let small = |at: usize| document.word(at).parse::<u8>().is_ok_and(|points| points < 30);
    dash + 1 < end
        && matches!(document.word(dash), "-" | "–")
        && document.tokens[dash].space_before == document.tokens[dash + 1].space_before
        && small(dash - 1)
        && small(dash + 1)
}

/// Whether the word before a number makes a name with it: `iPhone 11`, `S&P 500`, `Europe 1`.
fn names(
    document: &Document,
    syntax: &Syntax,
    at: usize,
    floor: usize,
    next: usize,
    end: usize,
) -> bool {
    let word = document.word(at);
    let inner_capital =
        word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase);
    if at == floor {
        let short = document.word(next - 1).len() <= 3;
        return inner_capital
            || short && syntax.tag(at).is_nominal() && !is_plural(document.lower(at));
    }
    let proper = syntax.tag(at) == Tag::Propn
        || syntax.tag(at) == Tag::Noun && syntax.head(next - 1) == Some(at);
    let name = proper && word.starts_with(char::is_uppercase);
    // `In Hale 13 died` names a place; `the Hale 13 rose` names a thing.
    let place = at > floor
        && matches!(document.lower(at - 1), "in" | "at" | "from" | "near" | "around" | "outside");
    inner_capital || name && !(place && verb_after(syntax, next, end))
}

/// `12 Harbour Way`: a house number.
fn is_address(document: &Document, amount: &Amount, end: usize) -> bool {
    let next = amount.number.end;
    (next..(next + 5).min(end))
        .take_while(|&i| {
            document.word(i).starts_with(char::is_uppercase)
                || document.tokens[i].kind == TokenKind::Number
        })
        .any(|i| {
            i > next
                && matches!(
                    document.lower(i),
                    "street"
                        | "st"
                        | "st."
                        | "road"
                        | "rd"
                        | "avenue"
                        | "ave"
                        | "lane"
                        | "drive"
                        | "boulevard"
                        | "blvd"
                        | "way"
                        | "square"
                        | "court"
                        | "terrace"
                )
        })
}

pub fn counted_after(document: &Document, syntax: &Syntax, amount: &Amount, end: usize) -> bool {
    (amount.number.end..(amount.number.end + 4).min(end))
        .take_while(|&i| matches!(syntax.tag(i), Tag::Noun | Tag::Adj | Tag::Verb))
        .any(|i| {
            syntax.tag(i) == Tag::Noun && is_plural(document.lower(i)) && document.word(i).len() > 2
        })
}

fn verb_after(syntax: &Syntax, at: usize, end: usize) -> bool {
    at < end && matches!(syntax.tag(at), Tag::Aux | Tag::Verb)
}

/// `1. First`, `2) Next`
fn is_list_mark(document: &Document, amount: &Amount, end: usize) -> bool {
    let next = amount.number.end;
    next < end
        && matches!(document.word(next), "." | ")")
        && !document.tokens[next].space_before
        && next + 1 < end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_is_counted() {
        for row in rows(word_list!("figures/label.tsv")) {
            let figures = crate::analyze(row[1], &crate::Options::default()).figures;
            assert!(figures.is_empty(), "{}: {figures:?}", row[1]);
        }
    }
}
