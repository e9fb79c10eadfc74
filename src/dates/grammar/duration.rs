//! Lengths of time: `71 days`, `for weeks`, `the next three days`, `three-and-a-half-year`.

use super::numeral::{amount, ordinal};
use crate::analysis::DateModifier;
use crate::dates::cursor::{Cursor, Parse};
use crate::dates::expression::{Amount, Meaning};
use crate::dates::lexicon::{Bound, Relation, Vague, Word};
use crate::dates::not_a_date;
use crate::dates::period::Unit;
use crate::syntax::Tag;

/// A duration, with the words that bound it.
pub fn duration(c: &Cursor, at: usize) -> Parse<(Meaning, Option<DateModifier>)> {
    let (modifier, start) = bound(c, at).unwrap_or((None, at));
    let found = stretch(c, start).or_else(|| bare_plural(c, start)).or_else(|| whole(c, start));
    let (meaning, next) = found.or_else(|| nth_on_end(c, start))?;
    if not_a_date::age(c, next) {
        return None;
    }
    Some(((meaning, modifier), next))
}

/// `more than`, `at least`, `about`
pub fn bound(c: &Cursor, at: usize) -> Parse<Option<DateModifier>> {
    let Word::Bound(bound) = c.word(at) else { return None };
    let next = at + 1;
    let (modifier, next) = match bound {
        Bound::Approx => (DateModifier::Approx, next),
        Bound::More if c.word(next) == Word::The || matches!(c.word(next), Word::Relation(_)) => {
            return None;
        }
        Bound::More => (DateModifier::MoreThan, next),
        Bound::Less => (DateModifier::LessThan, next),
        Bound::MoreThan => (DateModifier::MoreThan, c.phrase(next, &["than"])?),
        Bound::LessThan => (DateModifier::LessThan, c.phrase(next, &["than"])?),
        Bound::At if c.is(next, "least") => (DateModifier::MoreThan, next + 1),
        Bound::At if c.is(next, "most") => (DateModifier::LessThan, next + 1),
        Bound::Up => (DateModifier::LessThan, c.phrase(next, &["to"])?),
        Bound::At => return None,
        Bound::Plain => return Some((None, next)),
    };
    Some((Some(modifier), next))
}

/// `[the] [past] three years and two months`
fn stretch(c: &Cursor, at: usize) -> Parse<Meaning> {
    let mut next = at + usize::from(c.word(at) == Word::The);
    let the = next > at;
    if the && let Some(read) = business_year(c, next) {
        return Some(read);
    }
    let placed = matches!(c.word(next), Word::Relation(relation) if relation != Relation::That)
        || (the && c.any(next, &["first", "final"]));
    next += usize::from(placed);
    if placed && c.any(next, &["full"]) {
        next += 1;
    }
    let indefinite = c.word(next) == Word::A;
    let single = if placed { one_unit(c, next, the) } else { None };
    let (part, next) = single.or_else(|| counted(c, next, placed))?;
    // `the two-year plan`: the article belongs to the plan.
    if the && !placed && (part.0 == Amount::Exactly(1.0) || c.hyphen(next - 2).is_some()) {
        return None;
    }
    if c.is_capitalised(next - 1) && !c.is_first(next - 1) {
        return None;
    }
    if indefinite && !measures(c, at, next, part.1) {
        return None;
    }
    let (parts, next) = rest(c, part, next);
    Some((Meaning::Duration(parts), next))
}

/// `the [fiscal] year ended March 31`
fn business_year(c: &Cursor, at: usize) -> Parse<Meaning> {
    let year = at + usize::from(c.word(at) == Word::Fiscal);
    let ended = c.is(year, "year") && c.any(year + 1, &["ended", "ending"]);
    ended.then(|| (Meaning::Duration(vec![(Amount::Exactly(1.0), Unit::Year)]), year + 1))
}

/// `over the next month`: one of the unit, where the words before speak of a stretch.
fn one_unit(c: &Cursor, at: usize, the: bool) -> Parse<(Amount, Unit)> {
    let Word::Unit(unit) = c.word(at) else { return None };
    let stretch = c.any(at.wrapping_sub(3), &["over", "for", "within", "throughout"]);
    let next = matches!(c.word(at - 1), Word::Relation(Relation::Next | Relation::Following));
    let fortnight = unit == Unit::Fortnight;
    (((the && stretch && next) || fortnight) && !c.lower(at).ends_with('s'))
        .then_some(((Amount::Exactly(1.0), unit), at + 1))
}

/// `three years`, `two-day`, `a week`, `several more months`; `placed` says that `last` or `next` stands before.
pub fn counted(c: &Cursor, at: usize, placed: bool) -> Parse<(Amount, Unit)> {
    let (amount, next) = amount(c, at)?;
    let next = if c.any(next, &["straight", "consecutive", "full", "long", "whole", "additional"]) {
        next + 1
    } else {
        next
    };
    let unit_at = c.maybe_hyphen(next);
    let Word::Unit(unit) = c.word(unit_at) else { return None };
    let one = amount == Amount::Exactly(1.0);
    let plural = c.lower(unit_at).ends_with('s');
    let hyphened = unit_at > next;
    let attribute = !plural && c.tag(unit_at + 1).is_some_and(Tag::is_nominal);
    let agrees = hyphened
        || attribute
        || plural != one
        || matches!(amount, Amount::Exactly(n) if n.fract() > 0.0);
    let fraction = unit == Unit::Quarter && !placed && (one || c.is(unit_at + 1, "of"));
    let ordinal = unit == Unit::Second && one && !plural && c.word(at) == Word::A;
    let weekend = unit == Unit::Weekend && !plural;
    (agrees && !fraction && !ordinal && !weekend).then_some(((amount, unit), unit_at + 1))
}

/// `and two months`, `and a half`, `20 minutes`, after the first part.
pub fn rest(c: &Cursor, first: (Amount, Unit), mut next: usize) -> (Vec<(Amount, Unit)>, usize) {
    let mut parts = vec![first];
    let half = c.phrase(next, &["and", "a", "half"]);
    if let (Some(after), Amount::Exactly(number)) = (half, first.0) {
        parts[0].0 = Amount::Exactly(number + 0.5);
        next = after;
    }
    while let Some((part, after)) = counted(c, c.skip(c.skip(next, &[","]), &["and"]), false) {
        let smaller = parts.last().is_some_and(|last| part.1 < last.1);
        let glued = c.word(after - 2) != Word::A || c.is(next, "and");
        if !smaller || !glued {
            break;
        }
        parts.push(part);
        next = after;
    }
    (parts, next)
}

/// Whether `a year` is a length of time, and no `each year` and no year that only happens to be named.
fn measures(c: &Cursor, at: usize, next: usize, unit: Unit) -> bool {
    let before = at.checked_sub(1).and_then(|before| c.tag(before));
    let bounded = c.word(at) != Word::A;
    let placed = c.any(
        at.wrapping_sub(1),
        &[
            "for", "within", "in", "over", "than", "after", "during", "about", "almost", "nearly",
            "under", "take", "takes", "took", "taken", "lasted", "lasts", "last", "spent", "spend",
            "spends", "every", "barely", "only", "just", "of", "until", "wait", "waited", "not",
            "quite", "into",
        ],
    );
    let followed = c.any(next, &["and", "or", "before", "after", "of"]);
    bounded || placed || (followed && before != Some(Tag::Noun) && unit != Unit::Day)
}

/// `for weeks`, `years of war`, `months before`: an unknown number of them.
fn bare_plural(c: &Cursor, at: usize) -> Parse<Meaning> {
    let Word::Unit(unit) = c.word(at) else { return None };
    let plural = c.lower(at).ends_with('s')
        && !matches!(unit, Unit::Second | Unit::Minute | Unit::Quarter | Unit::Weekend);
    let before = at.checked_sub(1).and_then(|before| c.tag(before));
    let described = matches!(
        before,
        Some(
            Tag::Adj
                | Tag::Det
                | Tag::Noun
                | Tag::Propn
                | Tag::Num
                | Tag::Part
                | Tag::Pron
                | Tag::Sym
        )
    ) || matches!(c.lower_before(at), "-" | "–" | "/");
    let described = described || (at > 0 && matches!(c.word(at - 1), Word::Phase(_)));
    (plural && !described).then_some((Meaning::Duration(vec![(Amount::Some, unit)]), at + 1))
}

/// `for the third day`, `for a third straight night`: three of them on end.
fn nth_on_end(c: &Cursor, at: usize) -> Parse<Meaning> {
    let said = c.lower_before(at) == "for" && matches!(c.word(at), Word::The | Word::A);
    let (number, next) = ordinal(c, at + 1).filter(|&(number, _)| said && number > 1)?;
    let next = c.skip(next, &["straight", "consecutive", "successive"]);
    let Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = c.word(next)
    else {
        return None;
    };
    let counts = c.is(next + 1, "of") || c.tag(next + 1).is_some_and(Tag::is_nominal);
    let single = !c.lower(next).ends_with('s') && !counts;
    let length = vec![(Amount::Exactly(f64::from(number)), unit)];
    single.then_some((Meaning::Duration(length), next + 1))
}

/// `all day`, `all week`: one of them, from end to end.
fn whole(c: &Cursor, at: usize) -> Parse<Meaning> {
    let Word::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = c.word(at + 1)
    else {
        return None;
    };
    let single = c.is(at, "all") && !c.lower(at + 1).ends_with('s');
    let attribute = c.hyphen(at + 1).is_some() || c.is(at + 2, "-");
    (single && !attribute).then(|| (Meaning::Duration(vec![(Amount::Exactly(1.0), unit)]), at + 2))
}

/// `recent years`, `the coming months`: nobody says how many; `these days`.
pub fn vague_stretch(c: &Cursor, at: usize) -> Parse<Meaning> {
    if c.is(at, "these") && c.is(at + 1, "days") {
        return Some((Meaning::Vague(Vague::Present), at + 2));
    }
    let at = at + usize::from(c.word(at) == Word::The);
    let unclear = matches!(
        c.word(at),
        Word::Recent
            | Word::Relation(
                Relation::Last
                    | Relation::Past
                    | Relation::Previous
                    | Relation::Next
                    | Relation::Coming
                    | Relation::Following
            )
    );
    let Word::Unit(unit) = c.word(at + 1) else { return None };
    let plural = unclear && c.lower(at + 1).ends_with('s');
    plural.then(|| (Meaning::Duration(vec![(Amount::Some, unit)]), at + 2))
}
