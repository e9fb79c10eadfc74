//! Ages: `70-year-old`, `aged 18 to 34`, `four months old`, `Hale, 51,`.

use super::amount::Amount;
use super::numeral::Form;
use super::unit::Unit;
use crate::analysis::FigureKind;
use crate::syntax::{Syntax, Tag};
use crate::text::Document;

/// The unit of an age and the token after its last word, if the amount is somebody's age.
pub fn of(
    document: &Document,
    syntax: &Syntax,
    amount: &Amount,
    floor: usize,
    end: usize,
) -> Option<(usize, Unit)> {
    let unit = |name: &str| Unit { name: format!("{name} of age"), kind: FigureKind::Age };
    let next = amount.tokens.end;
    let word = |at: usize| if at < end { document.lower(at) } else { "" };
    match &amount.unit {
        Some(time) if matches!(time.name.as_str(), "year" | "month" | "week" | "day") => {
            let old = next + usize::from(word(next) == "-");
            if matches!(word(old), "old" | "olds") {
                return Some((old + 1, unit(&time.name)));
            }
            if word(next) == "of" && word(next + 1) == "age" {
                return Some((next + 2, unit(&time.name)));
            }
            aged(document, amount.tokens.start, floor).then(|| (next, unit(&time.name)))
        }
        Some(_) => None,
        None if matches!(word(next), "yo" | "yrs") => Some((next + 1, unit("year"))),
        None => {
            let age = aged(document, amount.tokens.start, floor)
                || who_is(document, amount, floor, end)
                || in_apposition(document, syntax, amount, floor, end);
            age.then(|| (next, unit("year")))
        }
    }
}

/// `aged`, `age`, `the age of` before the number, with a bound between at most.
fn aged(document: &Document, at: usize, floor: usize) -> bool {
    let before = |step: usize| {
        at.checked_sub(step).filter(|&i| i >= floor).map_or("", |i| document.lower(i))
    };
    let step =
        if matches!(before(1), "about" | "around" | "between" | "over" | "under" | "just" | "only")
        {
            2
        } else {
            1
        };
    matches!(before(step), "aged" | "age" | "ages")
        || (before(step) == "of" && matches!(before(step + 1), "age" | "ages"))
}

/// `Ono, who is 58, was born in the town.`
fn who_is(document: &Document, amount: &Amount, floor: usize, end: usize) -> bool {
    let (at, next) = (amount.tokens.start, amount.tokens.end);
    let closes = next < end && matches!(document.word(next), "," | "." | ")");
    let years =
        amount.exact().is_some_and(|age| (1.0..=115.0).contains(&age) && age.fract() == 0.0);
    closes
        && years
        && at >= floor + 3
        && document.lower(at - 2) == "who"
        && matches!(document.lower(at - 1), "is" | "was" | "turned" | "turns")
}

/// `Hale, 51,` and `Hale (51)`: a whole number below 120 between marks, after a name or a person.
fn in_apposition(
    document: &Document,
    syntax: &Syntax,
    amount: &Amount,
    floor: usize,
    end: usize,
) -> bool {
    let (at, next) = (amount.tokens.start, amount.tokens.end);
    if amount.form != Form::Digits || amount.number.len() != 1 || at < floor + 2 {
        return false;
    }
    let years =
        amount.exact().is_some_and(|age| (1.0..=115.0).contains(&age) && age.fract() == 0.0);
    let opens = document.word(at - 1);
    let closes = if next < end { document.word(next) } else { "." };
    let marks =
        (opens == "," && matches!(closes, "," | "." | ";")) || (opens == "(" && closes == ")");
    let name = syntax.tag(at - 2) == Tag::Propn
        || syntax.tag(at - 2) == Tag::Noun && !crate::syntax::is_plural(document.lower(at - 2));
    let listed = next + 1 < end && syntax.tag(next + 1) == Tag::Num;
    let person = syntax.tag(at - 2) == Tag::Propn && !document.lower(at - 2).ends_with("day")
        || opens == ",";
    years && marks && name && person && !listed
}
