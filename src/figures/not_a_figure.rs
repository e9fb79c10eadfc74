//! Numbers that count nothing: years, clock times, names, labels, telephone numbers. Days and months are
//! known before: what a date covers never comes here.

use super::amount::{self, Amount};
use super::name::{counted_after, is_hyphened, is_label, is_part_of_name};
use super::numeral::{Form, is_hyphen};
use crate::analysis::FigureKind;
use crate::syntax::{Syntax, Tag, is_plural};
use crate::text::{Document, TokenKind};

/// Whether the number of an amount is no figure. `end` ends its sentence, `floor` begins it.
pub fn is_none(
    document: &Document,
    syntax: &Syntax,
    amount: &Amount,
    floor: usize,
    end: usize,
) -> bool {
    let once = amount.unit.as_ref().is_some_and(|unit| unit.kind == FigureKind::Multiplier)
        && amount.exact() == Some(1.0);
    if once || is_rank(document, syntax, amount, floor, end) {
        return true;
    }
    if amount.form != Form::Digits || amount.number.len() > 2 {
        return is_hyphened(document, amount, floor)
            || is_hour(document, syntax, amount, floor, end)
            || is_pronoun(document, syntax, amount, floor, end);
    }
    is_part_of_name(document, amount, floor, end)
        || is_clock(document, amount, floor, end)
        || (amount.unit.is_none()
            && (is_model(document, amount, floor, end)
                || is_year(document, syntax, amount, floor, end)
                || is_label(document, syntax, amount, floor, end)
                || is_code(document, amount, floor, end)))
}

fn lower<'a>(document: &'a Document, at: usize, floor: usize, end: usize) -> &'a str {
    if at >= floor && at < end { document.lower(at) } else { "" }
}

/// `the bottom three`, `top 10`: places in a list, with nothing counted.
fn is_rank(
    document: &Document,
    syntax: &Syntax,
    amount: &Amount,
    floor: usize,
    end: usize,
) -> bool {
    let before = lower(document, amount.tokens.start.wrapping_sub(1), floor, end);
    matches!(before, "bottom" | "top" | "final" | "big" | "last")
        && amount.unit.is_none()
        && amount.scale == 1.0
        && !counted_after(document, syntax, amount, end)
}

/// `the 486 is old`: a thing that is called by a number.
fn is_model(document: &Document, amount: &Amount, floor: usize, end: usize) -> bool {
    lower(document, amount.tokens.start.wrapping_sub(1), floor, end) == "the"
        && matches!(lower(document, amount.number.end, floor, end), "is" | "was" | "has")
        && amount.exact().is_some_and(|value| value > 1.0)
}

/// `the one`, `no one`, `one another`, `one of the best`: a pronoun, not a count.
fn is_pronoun(
    document: &Document,
    syntax: &Syntax,
    amount: &Amount,
    floor: usize,
    end: usize,
) -> bool {
    let at = amount.number.start;
    if amount.number.len() != 1 || document.lower(at) != "one" || amount.unit.is_some() {
        return false;
    }
    let before = lower(document, at.wrapping_sub(1), floor, end);
    if matches!(before, "minus" | "negative") {
        return false;
    }
    if matches!(
        before,
        "no" | "the"
            | "each"
            | "every"
            | "any"
            | "some"
            | "another"
            | "which"
            | "-"
            | "same"
            | "other"
            | "new"
            | "good"
            | "big"
            | "first"
            | "last"
            | "a"
            | "whatever"
            | "day"
    ) {
        return true;
    }
    let next = at + 1;
    if next >= end || is_hyphen(document, next, end) {
        return true;
    }
    let in_five =
        document.lower(next) == "in" && next + 1 < end && syntax.tag(next + 1) == Tag::Num;
    let out_of = document.lower(next) == "out" && lower(document, next + 1, floor, end) == "of";
    let or_two = matches!(document.lower(next), "or" | "to")
        && next + 1 < end
        && (syntax.tag(next + 1) == Tag::Num || document.lower(next + 1) == "more");
    let further = matches!(document.lower(next), "further" | "more" | "additional");
    if further {
        return !(next + 1 < end && syntax.tag(next + 1) == Tag::Noun);
    }
    let noun = matches!(syntax.tag(next), Tag::Noun | Tag::Adj | Tag::Propn)
        || (syntax.tag(next) == Tag::Verb && next + 1 < end && syntax.tag(next + 1) == Tag::Noun);
    !(in_five || out_of || or_two || noun && !matches!(document.lower(next), "another" | "such"))
}

/// `4:01`, `8 am`, `10.45pm`, `six o'clock`, `at 05:30`.
fn is_clock(document: &Document, amount: &Amount, floor: usize, end: usize) -> bool {
    let next = amount.number.end;
    let word = lower(document, next, floor, end);
    let colon = |i: usize| {
        i >= floor
            && i + 1 < end
            && document.word(i) == ":"
            && !document.tokens[i].space_before
            && !document.tokens[i + 1].space_before
            && document.tokens[i + 1].kind == TokenKind::Number
    };
    matches!(
        word,
        "am" | "pm"
            | "a.m."
            | "p.m."
            | "a.m"
            | "p.m"
            | "o'clock"
            | "o’clock"
            | "gmt"
            | "bst"
            | "utc"
            | "hrs"
    ) || colon(next)
        || (amount.number.start > floor && colon(amount.number.start - 1))
}

/// `came at nine`: an hour in words, unless the verb gives an amount (`stands at nine`).
fn is_hour(
    document: &Document,
    syntax: &Syntax,
    amount: &Amount,
    floor: usize,
    end: usize,
) -> bool {
    const MEASURING: &[&str] = &[
        "stand",
        "stands",
        "stood",
        "remain",
        "remains",
        "remained",
        "put",
        "puts",
        "keep",
        "kept",
        "hold",
        "held",
        "estimated",
        "capped",
        "set",
        "peaked",
        "valued",
        "reckoned",
        "total",
    ];
    let hour = amount.exact().is_some_and(|value| (1.0..=12.0).contains(&value));
    let measured = || {
        let verb = syntax.head(amount.tokens.start);
        verb.is_none_or(|verb| MEASURING.contains(&document.lower(verb)))
    };
    hour && amount.unit.is_none()
        && amount.form == Form::Words
        && amount.tokens.len() == 1
        && lower(document, amount.tokens.start.wrapping_sub(1), floor, end) == "at"
        && !counted_after(document, syntax, amount, end)
        && !measured()
}

/// Four digits from 1500 to 2099 that no noun in the plural follows, or that stand where years do.
fn is_year(
    document: &Document,
    syntax: &Syntax,
    amount: &Amount,
    floor: usize,
    end: usize,
) -> bool {
    let word = document.word(amount.number.start);
    let digits = amount.number.len() == 1 && word.bytes().all(|b| b.is_ascii_digit());
    let before = lower(document, amount.number.start.wrapping_sub(1), floor, end);
    // `fell in battle in 363.`
    let next = document.tokens.get(amount.number.end).map(|next| next.kind);
    if digits
        && word.len() == 3
        && before == "in"
        && next.is_none_or(|kind| kind == TokenKind::Punct)
    {
        return true;
    }
    let year = digits && word.len() == 4 && ("1500".."2100").contains(&word);
    if !year {
        return is_second_year(document, amount, floor);
    }
    if matches!(
        before,
        "about"
            | "around"
            | "least"
            | "than"
            | "nearly"
            | "some"
            | "over"
            | "almost"
            | "approximately"
            | "another"
            | "roughly"
            | "estimated"
    ) {
        return false;
    }
    let plural = (amount.number.end..(amount.number.end + 3).min(end))
        .take_while(|&i| matches!(syntax.tag(i), Tag::Noun | Tag::Adj))
        .any(|i| is_plural(document.lower(i)));
    let counted = plural
        && !matches!(
            before,
            "in" | "the"
                | "since"
                | "by"
                | "of"
                | "from"
                | "during"
                | "until"
                | "for"
                | "’s"
                | "'s"
                | "its"
                | "'"
                | "’"
                | ","
                | "and"
        );
    let numbered = matches!(before, "of" | "for") && plural && word < "1900";
    !(counted || numbered || is_measured_to(document, amount.number.end, end))
}

/// `2000 - 2500 litres`: the unit after the second number is meant for the first.
fn is_measured_to(document: &Document, dash: usize, end: usize) -> bool {
    let second = dash + 1;
    second < end
        && matches!(document.word(dash), "-" | "–")
        && document.tokens[second].kind == TokenKind::Number
        && amount::read(document, second, second, end).is_some_and(|second| second.unit.is_some())
}

/// `2012-13`
fn is_second_year(document: &Document, amount: &Amount, floor: usize) -> bool {
    let at = amount.number.start;
    at >= floor + 2
        && matches!(document.word(at - 1), "-" | "–" | "/")
        && !document.tokens[at].space_before
        && document.word(at).len() == 2
        && document.word(at - 2).len() == 4
        && ("1500".."2100").contains(&document.word(at - 2))
}

/// Telephone numbers and codes: a leading nought, or several groups of digits in a row.
fn is_code(document: &Document, amount: &Amount, floor: usize, end: usize) -> bool {
    let word = document.word(amount.number.start);
    let nought = word.len() > 1 && word.starts_with('0') && !word.contains('.');
    let digits =
        |i: usize| document.tokens[i].kind == TokenKind::Number && document.word(i).len() >= 2;
    let next = amount.number.end;
    let follows = next + 1 < end
        && matches!(document.word(next), "-" | "–")
        && digits(next + 1)
        && next + 3 < end
        && matches!(document.word(next + 2), "-" | "–")
        && digits(next + 3);
    let first = amount.number.start;
    let precedes = first >= floor + 4
        && document.word(first - 1) == "-"
        && digits(first - 2)
        && document.word(first - 3) == "-"
        && digits(first - 4);
    let dotted = word.matches('.').count() > 1;
    let number = |i: usize| i >= floor && document.tokens[i].kind == TokenKind::Number;
    let row = first > floor
        && number(first - 1)
        && (document.word(first - 1).starts_with('0') || first > floor + 1 && number(first - 2));
    nought || row || follows || precedes || dotted || word.ends_with(char::is_alphabetic)
}
