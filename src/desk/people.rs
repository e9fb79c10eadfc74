//! One entry for one person or organisation, under all spellings, from all articles.

use std::collections::HashMap;

use super::brief::{Brief, Person};
use super::comparison::{self, Correction, Member, Place};
use crate::Span;
use crate::analysis::EntityKind;
use crate::names;
use crate::sort;
use crate::speakers::{is_short_for, organisation_key, similar_surnames};

/// A person or organisation, as all articles together name it.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub kind: EntityKind,
    /// Index of the article, and of the person in its brief.
    pub members: Vec<(usize, usize)>,
    /// Mentions in articles that do not tell what bears the name.
    pub more: Vec<(usize, Span)>,
}

/// A name ready to be compared.
struct Name {
    kind: EntityKind,
    text: String,
    /// Small and Latin: words of a person's name, or what tells an organisation.
    words: Vec<String>,
    /// How the last word sounds.
    surname: String,
}

impl Name {
    fn new(kind: EntityKind, text: &str) -> Self {
        let parts = text.split(|c: char| c.is_whitespace() || c == '-' || c == '.');
        let words: Vec<String> = match kind {
            EntityKind::Person => {
                parts.map(names::letters).filter(|word| !word.is_empty()).collect()
            }
            EntityKind::Organisation => organisation_key(text),
        };
        let surname = words.last().map(|word| names::sound(word)).unwrap_or_default();
        Name { kind, text: text.to_owned(), words, surname }
    }

    fn is_full(&self) -> bool {
        self.words.len() > 1
    }
}

/// Whether two names are of one person or organisation.
fn is_same(one: &Name, other: &Name) -> bool {
    match (one.kind, other.kind) {
        (EntityKind::Person, EntityKind::Person) => is_same_person(one, other),
        (EntityKind::Organisation, EntityKind::Organisation) => {
            is_short_for(&one.words, &other.words) || is_short_for(&other.words, &one.words)
        }
        _ => false,
    }
}

fn is_same_person(one: &Name, other: &Name) -> bool {
    let surnames = similar_surnames(&one.surname, &other.surname);
    if !one.is_full() || !other.is_full() {
        // `Nino` alone may be the given name.
        let (short, long) = if one.is_full() { (other, one) } else { (one, other) };
        let given = long.is_full() && short.words.first() == long.words.first();
        return surnames || given;
    }
    let (Some(given), Some(other_given)) = (one.words.first(), other.words.first()) else {
        return false;
    };
    let short = surnames && names::is_short(given, other_given);
    short || names::similarity(&one.text, &other.text) >= names::SAME
}

/// Groups the persons and organisations of all articles, in the order of their first mention; what the reader has
/// corrected stands.
pub fn group(briefs: &[Brief], corrections: &[Correction]) -> Vec<Group> {
    let mut all: Vec<((usize, usize), Name)> = Vec::new();
    for (article, brief) in briefs.iter().enumerate() {
        for (at, Person { kind, names, .. }) in brief.people.iter().enumerate() {
            all.push(((article, at), Name::new(*kind, &names[0])));
        }
    }
    // The fullest names first, so that a surname alone finds its bearer.
    sort::by_key(&mut all, |(at, name)| (usize::MAX - name.words.len(), at.0));
    let mut groups = Groups::default();
    for (at, name) in all {
        let group = groups.home(at.0, &name).unwrap_or_else(|| groups.add(name.kind));
        groups.list[group].members.push(at);
        groups.names[group].push((at.0, name));
        groups.index(group);
    }
    let mut groups = groups.settle(briefs);
    for correction in corrections {
        correct(briefs, &mut groups, correction);
    }
    groups.retain(|group| !group.members.is_empty());
    sort::by_key(&mut groups, |group| group.members[0]);
    groups
}

/// Puts the members that the reader named into one group, without the others if they are split off.
fn correct(briefs: &[Brief], groups: &mut Vec<Group>, correction: &Correction) {
    let named = |&(article, at): &(usize, usize)| {
        let name = &briefs[article].people[at].names[0];
        correction.members.iter().any(|(of, said)| *of == article && said == name)
    };
    let mut made: Option<Group> = None;
    for group in groups.iter_mut().filter(|group| group.members.iter().any(named)) {
        let keep = |member: &(usize, usize)| correction.split && !named(member);
        let (kept, moved): (Vec<_>, Vec<_>) = group.members.drain(..).partition(keep);
        group.members = kept;
        let made = made.get_or_insert_with(|| Group {
            kind: group.kind,
            members: Vec::new(),
            more: Vec::new(),
        });
        made.members.extend(moved);
        if group.members.is_empty() {
            made.more.append(&mut group.more);
        }
    }
    if let Some(mut made) = made {
        sort::by_key(&mut made.members, |&member| member);
        groups.push(made);
    }
}

/// A group as it is shown.
pub fn shown(briefs: &[Brief], group: &Group) -> comparison::Person {
    let members =
        || group.members.iter().map(|&(article, at)| (article, &briefs[article].people[at]));
    let name =
        members().map(|(_, person)| &person.names[0]).max_by_key(|name| name.chars().count());
    let mentions = members()
        .flat_map(|(article, person)| person.mentions.iter().map(move |&span| (article, span)));
    let mentions = mentions.chain(group.more.iter().copied());
    let mut mentions: Vec<Place> =
        mentions.map(|(article, span)| Place { article, span }).collect();
    sort::by_key(&mut mentions, |place| (place.article, place.span.start));
    let mut roles: Vec<String> = Vec::new();
    for (_, person) in members() {
        for role in &person.roles {
            if !roles.iter().any(|known| known.to_lowercase() == role.text.to_lowercase()) {
                roles.push(role.text.clone());
            }
        }
    }
    sort::by_key(&mut roles, |role| (usize::MAX - role.len(), 0));
    let members = members().map(|(article, person)| Member {
        article,
        id: person.id.clone(),
        names: person.names.clone(),
        quotes: person.quotes.clone(),
    });
    comparison::Person {
        name: name.cloned().unwrap_or_default(),
        kind: group.kind,
        roles,
        members: members.collect(),
        mentions,
    }
}

#[derive(Default)]
struct Groups {
    list: Vec<Group>,
    /// The names of each group, and their articles.
    names: Vec<Vec<(usize, Name)>>,
    by_key: HashMap<String, Vec<usize>>,
}

impl Groups {
    fn add(&mut self, kind: EntityKind) -> usize {
        self.list.push(Group { kind, members: Vec::new(), more: Vec::new() });
        self.names.push(Vec::new());
        self.list.len() - 1
    }

    /// Makes the name that was added last to a group known.
    fn index(&mut self, group: usize) {
        let Some((_, name)) = self.names[group].last() else { return };
        for key in keys(name) {
            let known = self.by_key.entry(key).or_default();
            if known.last() != Some(&group) && !known.contains(&group) {
                known.push(group);
            }
        }
    }

    /// The one group that a name of an article can belong to; with several, whose it is cannot be known.
    fn home(&self, article: usize, name: &Name) -> Option<usize> {
        let mut near: Vec<usize> =
            keys(name).iter().filter_map(|key| self.by_key.get(key)).flatten().copied().collect();
        sort::numbers(&mut near);
        near.dedup();
        let fits = |&group: &usize| {
            let names = &self.names[group];
            let alone = |known: &Name| !known.is_full() || !name.is_full();
            names.iter().any(|(_, known)| is_same(known, name))
                && names.iter().all(|(other, known)| {
                    // One article tells two apart that another might not.
                    let apart = *other == article && alone(known);
                    !apart && (alone(known) || is_same(known, name))
                })
        };
        let candidates: Vec<usize> = near.into_iter().filter(fits).collect();
        let exact = |spelled: &dyn Fn(&Name) -> bool| {
            let mut found = candidates
                .iter()
                .filter(|&&group| self.names[group].iter().any(|(_, known)| spelled(known)));
            found.next().filter(|_| found.next().is_none()).copied()
        };
        match candidates[..] {
            [only] => Some(only),
            _ => exact(&|known| known.text == name.text)
                .or_else(|| exact(&|known| known.words.last() == name.words.last())),
        }
    }

    /// In the order of their first mention, with the mentions of names whose bearer other articles tell.
    fn settle(mut self, briefs: &[Brief]) -> Vec<Group> {
        for (article, brief) in briefs.iter().enumerate() {
            for (text, span) in &brief.unknown {
                let found = [EntityKind::Organisation, EntityKind::Person]
                    .into_iter()
                    .find_map(|kind| self.bearer(&Name::new(kind, text)));
                if let Some(group) = found {
                    self.list[group].more.push((article, *span));
                }
            }
        }
        for group in &mut self.list {
            sort::by_key(&mut group.members, |&member| member);
        }
        sort::by_key(&mut self.list, |group| group.members[0]);
        self.list
    }

    /// The group that has a name spelled just so.
    fn bearer(&self, name: &Name) -> Option<usize> {
        let near = keys(name);
        let near = near.iter().filter_map(|key| self.by_key.get(key)).flatten();
        let mut found: Vec<usize> = near
            .copied()
            .filter(|&group| {
                let known = |known: &Name| match name.kind {
                    EntityKind::Person => {
                        known.words.last() == name.words.last() && is_same(known, name)
                    }
                    EntityKind::Organisation => is_same(known, name),
                };
                self.list[group].kind == name.kind
                    && self.names[group].iter().any(|(_, name)| known(name))
            })
            .collect();
        sort::numbers(&mut found);
        found.dedup();
        match found[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// By what a name is looked up: how its words begin to sound.
fn keys(name: &Name) -> Vec<String> {
    let starts = name.words.iter().map(|word| start(&names::sound(word)));
    let initials: String = name.words.iter().filter_map(|word| word.chars().next()).collect();
    let mut keys: Vec<String> =
        starts.chain([start(&initials)]).filter(|key| !key.is_empty()).collect();
    keys.dedup();
    keys
}

fn start(sound: &str) -> String {
    let first = |c: char| match c {
        'z' | 'c' => 's',
        'e' | 'i' | 'o' | 'u' | 'y' | 'j' => 'a',
        'h' | 'k' => 'g',
        c => c,
    };
    sound.chars().take(1).map(first).collect()
}
