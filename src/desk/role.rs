//! One office, two holders: `Mayor Ida Brandt` in one article, `the mayor, Pavel Brand` in another.

use std::collections::HashSet;

use super::block;
use super::brief::{Brief, Office};
use super::comparison::{Check, Place};
use super::people::Group;
use super::words::word;
use crate::Span;
use crate::analysis::EntityKind;
use crate::names;
use crate::sort;

/// The rule's name.
const RULE: &str = "role-conflict";
/// Offices that a text names without saying of what: there is one in the story.
const ALONE: &[&str] = &["mayor", "mayoress", "premier", "governor"];
/// Offices that only one person holds at a time.
const SINGLE: &[&str] = &[
    "mayor",
    "mayoress",
    "president",
    "chairman",
    "chairwoman",
    "chair",
    "executive",
    "ceo",
    "cfo",
    "minister",
    "premier",
    "governor",
    "manager",
    "director",
    "head",
    "chief",
    "commander",
    "coach",
    "secretary",
    "officer",
    "prosecutor",
    "captain",
    "chancellor",
    "bishop",
    "commissioner",
    "editor",
    "leader",
];
/// Words that make another office of it.
const OTHER: &[&str] = &[
    "former",
    "ex",
    "deputy",
    "vice",
    "acting",
    "interim",
    "assistant",
    "outgoing",
    "late",
    "then",
    "incoming",
    "next",
    "elect",
    "honorary",
    "designate",
    "one",
    "co",
    "shadow",
    "onetime",
    "retired",
    "candidate",
    "old",
    "previous",
];
/// Words that tell nothing of which office it is.
const IDLE: &[&str] = &[
    "the", "of", "for", "at", "in", "its", "his", "her", "their", "a", "an", "s", "company",
    "firm", "city", "town", "group", "owner", "movement", "question",
];
/// Beginnings of the words of offices that many firms have.
const GENERAL: &[&str] = &[
    "chief", "execu", "finan", "opera", "gener", "manag", "direc", "chair", "presi", "head",
    "board", "minis", "secre", "offic", "commu", "press", "media",
];
/// Offices are compared by so many letters of each word: `Ukraine`, `Ukrainian`.
const LETTERS: usize = 5;
/// Names more alike are perhaps one person's.
const PERHAPS_SAME: f64 = 0.5;

/// What somebody is said to be, ready to be compared.
struct Held<'b> {
    group: usize,
    place: Place,
    office: &'b Office,
    /// Beginnings of its words.
    words: Vec<String>,
}

/// Offices that two persons are said to hold.
pub fn faults(briefs: &[Brief], groups: &[Group]) -> Vec<Check> {
    let held = held(briefs, groups);
    let mut checks: Vec<Check> = Vec::new();
    let mut told: HashSet<(usize, usize)> = HashSet::new();
    let keys = |held: &Held| held.words.iter().map(|start| word(start)).collect();
    for (other, one) in block::pairs(held.iter().map(keys), usize::MAX) {
        let (one, other) = (&held[one], &held[other]);
        let pair = (other.group, one.group);
        if one.place.article != other.place.article
            && !told.contains(&pair)
            && is_one(one, other)
            && are_two(briefs, groups, one, other)
        {
            told.insert(pair);
            checks.push(check(briefs, groups, other, one));
        }
    }
    checks
}

fn held<'b>(briefs: &'b [Brief], groups: &[Group]) -> Vec<Held<'b>> {
    let mut held: Vec<Held> = Vec::new();
    for (group, Group { kind, members, .. }) in groups.iter().enumerate() {
        for &(article, at) in members.iter().filter(|_| *kind == EntityKind::Person) {
            let person = &briefs[article].people[at];
            for office in &person.roles {
                let Some(words) = words(office) else { continue };
                let name =
                    person.mentions.iter().min_by_key(|name| name.start.abs_diff(office.span.end));
                let span = name.map_or(office.span, |name| beside(office.span, *name));
                held.push(Held { group, place: Place { article, span }, office, words });
            }
        }
    }
    sort::by_key(&mut held, |held| (held.place.article, held.place.span.start));
    held
}

/// The office with its holder's name, where they stand together.
fn beside(office: Span, name: Span) -> Span {
    const TOGETHER: usize = 3;
    let gap = office.start.max(name.start).saturating_sub(office.end.min(name.end));
    if gap <= TOGETHER { office.join(name) } else { name }
}

/// The beginnings of the words of an office that one person holds; `None` for any other.
fn words(office: &Office) -> Option<Vec<String>> {
    let head = office.head.rsplit(' ').next().unwrap_or_default();
    let parts = office.text.split(|c: char| !c.is_alphanumeric()).map(names::letters);
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    if !SINGLE.contains(&head) || parts.iter().any(|part| OTHER.contains(&&**part)) {
        return None;
    }
    let mut words: Vec<String> = Vec::new();
    for part in parts.iter().filter(|part| !IDLE.contains(&&***part)) {
        for word in spelled_out(part) {
            let start: String = word.chars().take(LETTERS).collect();
            if !words.contains(&start) {
                words.push(start);
            }
        }
    }
    Some(words)
}

fn spelled_out(word: &str) -> Vec<&str> {
    match word {
        "cfo" => vec!["chief", "financial"],
        "ceo" => vec!["chief", "executive"],
        "officer" => Vec::new(),
        word => vec![word],
    }
}

/// Whether both are the same office: the words of one are among those of the other, and they tell which it is.
fn is_one(one: &Held, other: &Held) -> bool {
    let within =
        |short: &Held, long: &Held| short.words.iter().all(|word| long.words.contains(word));
    let shared = || one.words.iter().filter(|word| other.words.contains(word));
    // `chief executive`: of which firm?
    let telling = shared().any(|word| !GENERAL.contains(&&**word));
    let alone = ALONE.contains(&&*one.office.head) && one.office.head == other.office.head;
    (within(one, other) || within(other, one))
        && (shared().count() > 1 && telling || alone && shared().count() == 1)
}

/// Whether the holders are surely two: one group, or names that look alike, may be one person.
fn are_two(briefs: &[Brief], groups: &[Group], one: &Held, other: &Held) -> bool {
    // A few spellings of each do.
    const MOST: usize = 6;
    let names = |held: &Held| {
        let members = groups[held.group].members.iter();
        let mut names: Vec<&String> = Vec::new();
        for name in members.map(|&(article, at)| &briefs[article].people[at].names[0]) {
            if names.len() < MOST && !names.contains(&name) {
                names.push(name);
            }
        }
        names.into_iter()
    };
    let last = |name: &str| names::sound(name.rsplit(' ').next().unwrap_or_default());
    let alike = |a: &str, b: &str| {
        names::similarity(a, b) > PERHAPS_SAME || names::likeness(&last(a), &last(b)) > PERHAPS_SAME
    };
    one.group != other.group && !names(one).any(|a| names(other).any(|b| alike(a, b)))
}

fn check(briefs: &[Brief], groups: &[Group], one: &Held, other: &Held) -> Check {
    let name = |held: &Held| {
        let names = groups[held.group]
            .members
            .iter()
            .map(|&(article, at)| &briefs[article].people[at].names[0]);
        names.max_by_key(|name| name.len()).cloned().unwrap_or_default()
    };
    let what = format!(
        "{} and {} are both given as {}.",
        name(one),
        name(other),
        if one.office.text.len() < other.office.text.len() {
            &one.office.text
        } else {
            &other.office.text
        }
    );
    let (places, sentences) =
        (vec![one.place, other.place], vec![one.office.sentence, other.office.sentence]);
    Check { rule: RULE, what, places, sentences }
}
