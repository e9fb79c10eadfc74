//! Two amounts that belong together: ranges, scores, and parts of a whole (`three out of ten`).

use super::amount::{self, Amount};
use super::bound;
use super::numeral::{self, Form, Value};
use crate::analysis::Modifier;
use crate::syntax::{Syntax, Tag, is_plural};
use crate::text::{Document, TokenKind};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    Range,
    Score,
    Part,
}

/// The amount that begins with token `at`, with its currency or sign if they stand first.
fn amount_at(document: &Document, at: usize, end: usize) -> Option<Amount> {
    (at..(at + 3).min(end))
        .find(|&i| numeral::begins(document, i) || document.tokens[i].kind == TokenKind::Word)
        .and_then(|i| {
            let number = (i..(i + 3).min(end)).find(|&n| numeral::begins(document, n)).unwrap_or(i);
            amount::read(document, number, at, end)
        })
        .filter(|amount| amount.tokens.start == at)
}

/// Joins `first` with the amount after it, where the two make one figure.
pub fn join(
    document: &Document,
    syntax: &Syntax,
    first: &Amount,
    floor: usize,
    end: usize,
) -> Option<(Amount, Pair)> {
    first.exact()?;
    let lead = lead_in(document, first.tokens.start, floor);
    part_of(document, syntax, first, end)
        .map(|part| (part, Pair::Part))
        .or_else(|| dashed(document, syntax, first, end))
        .or_else(|| {
            let range = worded(document, first, lead, end);
            let to =
                || matches!(lead, Some((_, "from"))).then(|| worded(document, first, None, end));
            range.or_else(|| to().flatten()).map(|range| (range, Pair::Range))
        })
        .map(|(mut joined, pair)| {
            if let (Some((start, _)), Pair::Range) = (lead, pair) {
                joined.tokens.start = start;
            }
            (joined, pair)
        })
}

/// `more than 10 and fewer than 40`: a bound on either side, of which the first, `modifier`, was read up to token `at`.
pub fn within_bounds(
    document: &Document,
    first: &Amount,
    at: usize,
    modifier: Modifier,
    end: usize,
) -> Option<Amount> {
    use Modifier::{AtLeast, AtMost, LessThan, MoreThan};
    let from = at + 1 + usize::from(at + 1 < end && document.word(at) == ",");
    let joined = from < end && matches!(document.lower(from - 1), "and" | "but" | ",");
    if !joined || !matches!(modifier, AtLeast | AtMost | LessThan | MoreThan) {
        return None;
    }
    let number = (from..end.min(from + 7)).find(|&at| numeral::begins(document, at))?;
    let second = amount::read(document, number, from, end)?;
    let (start, other) = bound::before(document, second.tokens.start, from)?;
    let (low, high) = match (modifier, other) {
        (AtLeast | MoreThan, AtMost | LessThan) => (first, &second),
        (AtMost | LessThan, AtLeast | MoreThan) => (&second, first),
        _ => return None,
    };
    let (low, high) = (low.exact()?, high.exact()?);
    (low < high && start == from).then(|| pair(first, &second, low, high))
}

/// `between` or `from` before an amount, with a bound after it at most.
fn lead_in(document: &Document, at: usize, floor: usize) -> Option<(usize, &'static str)> {
    for index in (floor.max(at.saturating_sub(3))..at).rev() {
        match document.lower(index) {
            "between" => return Some((index, "and")),
            "from" => return Some((index, "to")),
            "to" if index + 1 == at && (index == floor || document.lower(index - 1) != "up") => {
                return Some((at, "from"));
            }
            "about" | "around" | "roughly" | "up" | "to" | "an" | "estimated" | "somewhere"
            | "approximately" | "anywhere" => {}
            _ => return None,
        }
    }
    None
}

/// `one in five`, `three out of ten`, `two patients in three`
fn part_of(document: &Document, syntax: &Syntax, first: &Amount, end: usize) -> Option<Amount> {
    let noun = noun_after(document, syntax, first.tokens.end, end);
    let at = noun.unwrap_or(first.tokens.end);
    if first.unit.is_some() || at + 1 >= end || first.scale > 1.0 {
        return None;
    }
    let (next, plain) = match (document.lower(at), document.lower(at + 1)) {
        ("out", "of") => (at + 2, false),
        ("in", _) => (at + 1, true),
        _ => return None,
    };
    let whole = amount_at(document, next, end).filter(|whole| whole.unit.is_none())?;
    let (upper, lower) = (first.exact()?, whole.exact()?);
    let next = whole.tokens.end;
    let described = next < end
        && (syntax.tag(next).is_nominal() || matches!(syntax.tag(next), Tag::Adj | Tag::Num));
    let named = match noun {
        // `two patients in three wards`
        Some(_) => !described && !numeral::is_hyphen(document, next, end),
        // `six in 10 voters`, `six in 10 of them`, `six in 10 are`
        None => {
            next < end
                && (described
                    || matches!(syntax.tag(next), Tag::Aux | Tag::Verb)
                    || document.lower(next) == "of")
        }
    };
    let fits = upper > 0.0
        && upper < lower
        && lower <= 1e6
        && upper.fract() == 0.0
        && lower.fract() == 0.0;
    if !fits || (plain && (upper > 9.0 || !named || lower > 1000.0 && lower < 2100.0)) {
        return None;
    }
    let value = Value::Exact(upper / lower);
    Some(Amount {
        tokens: first.tokens.start..whole.tokens.end,
        value,
        form: Form::Fraction,
        ..first.clone()
    })
}

/// The token after a short noun phrase that begins with token `at`.
fn noun_after(document: &Document, syntax: &Syntax, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 3;
    let of_it = |&at: &usize| syntax.tag(at).is_nominal() || syntax.tag(at) == Tag::Adj;
    let last = (at..end.min(at + LONGEST)).take_while(of_it).last()?;
    let noun = syntax.tag(last).is_nominal() && document.tokens[last].kind == TokenKind::Word;
    noun.then_some(last + 1)
}

/// `200-300`, `$50–$60`, `25 – 40min`; or a score.
fn dashed(
    document: &Document,
    syntax: &Syntax,
    first: &Amount,
    end: usize,
) -> Option<(Amount, Pair)> {
    let at = first.tokens.end;
    if let Some(tolerance) = plus_or_minus(document, first, end) {
        return Some((tolerance, Pair::Range));
    }
    if at + 1 >= end || !matches!(document.word(at), "-" | "–" | "—" | "−" | "~" | "‑") {
        return None;
    }
    let spaced = |i: usize| document.tokens[i].space_before;
    if spaced(at) != spaced(at + 1) {
        return None;
    }
    let second = amount_at(document, at + 1, end)?;
    let (low, high) = (first.exact()?, second.exact()?);
    let bare = first.unit.is_none() && second.unit.is_none();
    if spaced(at) && document.word(at) == "—" || first.unit.is_some() && second.unit.is_none() {
        return None;
    }
    let small = low <= 200.0 && high <= 200.0 && low.fract() == 0.0 && high.fract() == 0.0;
    let counted = counted_plural(document, second.tokens.end, end, syntax);
    if bare && small && (low >= high || !counted && low < 30.0 && high < 30.0) {
        return Some((pair(first, &second, low, high), Pair::Score));
    }
    let merged = merge(first, &second)?;
    (low < high || high < 0.0).then_some((merged, Pair::Range))
}

/// `2,000±5 pounds`, `12 +/- 1 mm`
fn plus_or_minus(document: &Document, first: &Amount, end: usize) -> Option<Amount> {
    let at = first.tokens.end;
    let word = |i: usize| if i < end { document.word(i) } else { "" };
    let next = match (word(at), word(at + 1), word(at + 2)) {
        ("±", ..) => at + 1,
        ("+", "/", "-" | "−") => at + 3,
        _ => return None,
    };
    let second = amount_at(document, next, end).filter(|_| next < end)?;
    let (middle, off) = (first.exact()?, second.exact()?);
    Some(pair(first, &second, numeral::tidy(middle - off), numeral::tidy(middle + off)))
}

fn counted_plural(document: &Document, at: usize, end: usize, syntax: &Syntax) -> bool {
    (at..(at + 3).min(end))
        .take_while(|&i| document.tokens[i].kind == TokenKind::Word)
        .any(|i| syntax.tag(i).is_nominal() && is_plural(document.lower(i)))
}

/// `between 300 and 400`, `from $2 to $3`, `5 to 7 miles`
fn worded(
    document: &Document,
    first: &Amount,
    lead: Option<(usize, &'static str)>,
    end: usize,
) -> Option<Amount> {
    let joint = lead.map_or("to", |(_, joint)| joint);
    let mut at = first.tokens.end;
    // `from 20 boats to 30`: what is counted may stand between.
    let reach = if lead.is_some() { 4 } else { 1 };
    let limit = (at + reach).min(end);
    // `8- to 16-metre`, `0-to-60`
    if at < end && document.word(at) == "-" && !document.tokens[at].space_before {
        at += 1;
    }
    let limit = limit.max((at + 1).min(end));
    while at < limit && document.lower(at) != joint {
        if document.tokens[at].kind != TokenKind::Word {
            return None;
        }
        at += 1;
    }
    // `4 tons, up from 3` are two amounts, at two times.
    let change = joint == "from" && matches!(document.lower(at - 1), "up" | "down");
    if at >= limit || at + 1 >= end || change {
        return None;
    }
    let mut next = at + 1;
    if numeral::is_hyphen(document, next, end) {
        next += 1;
    }
    while next < end
        && matches!(
            document.lower(next),
            "about"
                | "around"
                | "roughly"
                | "nearly"
                | "almost"
                | "up"
                | "as"
                | "much"
                | "many"
                | "over"
        )
        && next < at + 4
    {
        next += 1;
    }
    let second = amount_at(document, next, end)?;
    let (low, high) = (first.exact()?, second.exact()?);
    if lead.is_none() && (low >= high || first.unit.is_some() && first.unit != second.unit) {
        return None;
    }
    let mut merged = merge(first, &second)?;
    merged.number = first.number.start..second.number.end;
    Some(merged)
}

fn pair(first: &Amount, second: &Amount, low: f64, high: f64) -> Amount {
    Amount {
        tokens: first.tokens.start..second.tokens.end,
        number: first.number.start..second.number.end,
        value: Value::Between(low, high),
        form: first.form,
        scale: 1.0,
        unit: second.unit.clone().or_else(|| first.unit.clone()),
    }
}

/// One range of two amounts; a scale or a unit that only one of them has is meant for both.
fn merge(first: &Amount, second: &Amount) -> Option<Amount> {
    let (mut low, high) = (first.exact()?, second.exact()?);
    if first.unit.is_some() && second.unit.is_some() && first.unit != second.unit {
        return None;
    }
    if second.scale > 1.0 && first.scale == 1.0 && low < 1000.0 && low <= high {
        low = numeral::tidy(low * second.scale);
    }
    let alike = (first.form == Form::Fraction) == (second.form == Form::Fraction);
    alike.then(|| pair(first, second, low.min(high), low.max(high)))
}
