//! One name in two spellings: `Gallagher`, `Gallaher`.

use std::collections::{HashMap, HashSet};

use super::rules;
use crate::analysis::{Check, EntityKind, NamedEntity, Span, Sure};
use crate::desk::brief::Found;
use crate::fault::Fault;
use crate::names;
use crate::syntax::Syntax;
use crate::syntax::gazetteer::class;
use crate::text::Document;

/// Shorter words may well be two names: `Hale`, `Hall`.
const SHORTEST: usize = 6;

/// No more names than this are compared with each other.
const MOST: usize = 500;

/// Checks of the names of a text.
pub fn faults(document: &Document, syntax: &Syntax, found: &Found) -> Vec<Check> {
    let mut checks: Vec<Check> = Vec::new();
    for entity in found.entities {
        checks.extend(within(document, entity));
    }
    checks.extend(full_names(document, found.entities));
    let known: HashSet<&str> =
        found.entities.iter().flat_map(|entity| words_of(document, entity)).collect();
    let mut by_letter: HashMap<char, Vec<&NamedEntity>> = HashMap::new();
    for entity in found.entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
        let first = last_word(document, entity.mentions[0]).chars().next();
        if let Some(first) = first.filter(|_| entity.name.contains(' ')) {
            by_letter.entry(first).or_default().push(entity);
        }
    }
    for unknown in found.unknown.iter().filter(|unknown| !unknown.headed).take(MOST) {
        let word = unknown.span.of(document.text);
        let at = document.token_at(unknown.span.start);
        let common = syntax.classes(at) & class::COMMON > 0;
        if common || word.contains(char::is_whitespace) || known.contains(word) {
            continue;
        }
        let near =
            word.chars().next().and_then(|first| by_letter.get(&first)).into_iter().flatten();
        let near =
            near.take(MOST).filter(|entity| is_slip(last_word(document, entity.mentions[0]), word));
        let near: Vec<&&NamedEntity> = near.collect();
        if let [entity] = near[..] {
            checks.push(check(document, entity.mentions[0], unknown.span));
        }
    }
    checks
}

/// Two people whose full names look like two transliterations of one: `Layla Haddad`, `Leyla Hadad`. Every part is
/// spelled otherwise, or one letter is; a relative shares a part.
fn full_names(document: &Document, entities: &[NamedEntity]) -> Vec<Check> {
    let full = |entity: &&NamedEntity| {
        entity.kind == EntityKind::Person && entity.name.split_whitespace().count() == 2
    };
    let people: Vec<&NamedEntity> = entities.iter().filter(full).take(MOST).collect();
    let first = |name: &str| name.chars().next();
    let mut checks = Vec::new();
    for (at, person) in people.iter().enumerate() {
        let same = |other: &&&NamedEntity| {
            first(&other.name) == first(&person.name) && are_one(&other.name, &person.name)
        };
        if let Some(other) = people[..at].iter().find(same) {
            checks.push(check(document, other.mentions[0], person.mentions[0]));
        }
    }
    checks
}

/// From here on two full names are one person's, if no part is spelled the same.
const ALIKE: f64 = 0.9;

fn are_one(one: &str, other: &str) -> bool {
    let mut pairs = one.split_whitespace().zip(other.split_whitespace());
    match [pairs.next(), pairs.next()] {
        [Some((first, other_first)), Some((last, other_last))] if first == other_first => {
            is_slip(last, other_last)
        }
        [Some(_), Some((last, other_last))] => {
            last != other_last && names::similarity(one, other) >= ALIKE
        }
        _ => false,
    }
}

/// Two spellings among the mentions of one: one letter apart, and not a plural.
fn within(document: &Document, entity: &NamedEntity) -> Option<Check> {
    let first = *entity.mentions.first()?;
    let known = last_word(document, first);
    let other = entity.mentions.iter().find(|&&mention| {
        let word = last_word(document, mention);
        // A full name spelled otherwise may be another person's.
        let part = mention.of(document.text).split_whitespace().count() == 1;
        (part || entity.kind == EntityKind::Organisation) && is_slip(known, word)
    })?;
    Some(check(document, first, *other))
}

fn check(document: &Document, one: Span, other: Span) -> Check {
    let (mut spans, text) = (vec![one, other], |span: Span| span.of(document.text));
    crate::sort::by_key(&mut spans, |span| (span.start, span.end));
    let what = format!("“{}” and “{}” look like one name.", text(spans[0]), text(spans[1]));
    Fault { rule: rules::SPELLING, what, sure: Sure::Likely }.at(document, spans)
}

fn last_word<'d>(document: &Document<'d>, name: Span) -> &'d str {
    name.of(document.text).split_whitespace().next_back().unwrap_or_default()
}

fn words_of<'d>(document: &Document<'d>, entity: &NamedEntity) -> Vec<&'d str> {
    let names = entity.mentions.iter().map(|mention| mention.of(document.text));
    names.flat_map(str::split_whitespace).collect()
}

/// Whether one word is another with one letter left out, put in, changed or two exchanged.
fn is_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short == long || long.len() < SHORTEST || short.first() != long.first() {
        return false;
    }
    let start = short.iter().zip(long.iter()).take_while(|(a, b)| a == b).count();
    let same_end = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        // A plural, a feminine form or another ending is no slip.
        1 => start + same_end >= short.len() && same_end > 0,
        0 => {
            let middle = short.len().saturating_sub(start + same_end);
            let exchanged =
                middle == 2 && short[start] == long[start + 1] && short[start + 1] == long[start];
            // Women's surnames end in `a`: `Kowalski`, `Kowalska`.
            let last =
                [short, long].iter().all(|word| !matches!(word.last(), Some('a' | 'o' | 's')));
            (same_end > 0 || last) && (middle == 1 || exchanged)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips() {
        for (one, other, slip) in [
            ("Gallagher", "Gallaher", true),
            ("Etxarte", "Extarte", true),
            ("Bellandi", "Belandi", true),
            ("Kerekes", "Kerkes", true),
            ("Kulkarni", "Kulkarny", true),
            ("Brandt", "Brandts", false),
            ("Sorokin", "Sorokina", false),
            ("Hale", "Hall", false),
            ("Kowalski", "Kowalska", false),
        ] {
            assert_eq!(is_slip(one, other), slip, "{one} {other}");
        }
    }
}
