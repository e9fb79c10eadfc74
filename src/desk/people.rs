//! One entry for one person or organisation, under all spellings, from all articles.

use std::collections::HashMap;

use super::brief::{Brief, Person, Unknown};
use super::comparison::{self, Correction, Member, Place};
use crate::Span;
use crate::analysis::EntityKind;
use crate::names;
use crate::sort;
use crate::speakers::{OrganisationName, similar_surnames};

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
    /// Small and Latin, one by one.
    words: Vec<String>,
    /// How the last word sounds.
    surname: String,
    organisation: OrganisationName,
}

impl Name {
    fn new(kind: EntityKind, text: &str) -> Self {
        let parts = text.split(|c: char| c.is_whitespace() || c == '-' || c == '.');
        let organisation = OrganisationName::new(text);
        let words: Vec<String> = match kind {
            EntityKind::Person => {
                parts.map(names::letters).filter(|word| !word.is_empty()).collect()
            }
            EntityKind::Organisation => organisation.words.clone(),
        };
        let surname = words.last().map(|word| names::sound(word)).unwrap_or_default();
        Name { kind, text: text.to_owned(), words, surname, organisation }
    }

    fn is_full(&self) -> bool {
        self.words.len() > 1
    }

    /// How much two names look like one person's or organisation's, 0 to 1; 0 where they cannot be.
    fn likeness(&self, other: &Name) -> f64 {
        match (self.kind, other.kind) {
            (EntityKind::Person, EntityKind::Person) if self.is_full() && other.is_full() => {
                of_full_names(self, other)
            }
            (EntityKind::Person, EntityKind::Person) => of_part(self, other),
            (EntityKind::Organisation, EntityKind::Organisation) => {
                let (one, other) = (&self.organisation, &other.organisation);
                match one.is(other) {
                    true => 1.0,
                    false if one.is_short_for(other) || other.is_short_for(one) => 0.8,
                    false => 0.0,
                }
            }
            // Articles may differ on what bears the very same name.
            _ if self.is_full() && self.text == other.text => 1.0,
            _ => 0.0,
        }
    }
}

fn of_full_names(one: &Name, other: &Name) -> f64 {
    let (given, other_given) = (&one.words[0], &other.words[0]);
    let initial = |word: &str| word.len() == 1;
    let apart = names::is_other_gender(given, other_given)
        || (initial(given) || initial(other_given))
            && given[..1] != other_given[..1]
            && !other.words.iter().chain(&one.words).skip(1).any(|word| initial(word));
    // `Ferreira Lobato` and `Ferreiro Sousa`: both surnames are told, and differ.
    let surnames = similar_surnames(&one.surname, &other.surname);
    let double =
        one.words.len() > 2 && other.words.len() > 2 && !surnames && one.words[1] != other.words[1];
    if apart || double {
        return 0.0;
    }
    let shared = surnames || one.words[1..].iter().any(|word| other.words[1..].contains(word));
    let short = shared && names::is_short(given, other_given);
    let similarity = names::similarity(&one.text, &other.text);
    if short { similarity.max(SHORT) } else { similarity }
}

/// A surname or a given name alone: `Nino`, or `Mamani` for `Mamani Quispe`.
fn of_part(one: &Name, other: &Name) -> f64 {
    let (part, whole) = if one.is_full() { (other, one) } else { (one, other) };
    let Some(word) = part.words.first().filter(|_| !part.is_full()) else { return 0.0 };
    match whole.words.last() == Some(word) {
        true => 1.0,
        false if similar_surnames(&part.surname, &whole.surname) => 0.9,
        false if whole.is_full() && whole.words.contains(word) => 0.8,
        false => 0.0,
    }
}

/// What `Willy` and `Wilfredo` are alike beside one surname.
const SHORT: f64 = 0.9;
/// So alike are two names of one person that one article writes, and takes for two.
const MISSPELLED: f64 = 0.88;
/// Names less alike are two persons', unless the group holds a name that is surely the same.
const APART: f64 = 0.5;
const SURELY: f64 = 0.8;
/// So much better must one group fit than another.
const CLEARLY: f64 = 0.04;

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
        // An organisation is found again by any of its names, a person by the fullest.
        let Person { kind, names, .. } = &briefs[at.0].people[at.1];
        groups.learn(group, at.0, name);
        for other in names.iter().skip(1).filter(|_| *kind == EntityKind::Organisation) {
            let acronym = other.chars().all(char::is_uppercase);
            if acronym || other.contains(' ') {
                groups.learn(group, at.0, Name::new(*kind, other));
            }
        }
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

    /// Makes a name of a group known, and the article that has it.
    fn learn(&mut self, group: usize, article: usize, name: Name) {
        for key in keys(&name) {
            let known = self.by_key.entry(key).or_default();
            if known.last() != Some(&group) && !known.contains(&group) {
                known.push(group);
            }
        }
        self.names[group].push((article, name));
    }

    /// Groups with a name that begins to sound like one of these.
    fn near(&self, keys: impl IntoIterator<Item = String>) -> Vec<usize> {
        let groups = keys.into_iter().filter_map(|key| self.by_key.get(&key));
        let mut near: Vec<usize> = groups.flatten().copied().collect();
        sort::numbers(&mut near);
        near.dedup();
        near
    }

    /// The one group that a name of an article can belong to; with several that fit as well, it cannot be known.
    fn home(&self, article: usize, name: &Name) -> Option<usize> {
        let near = self.near(keys(name));
        let (mut best, mut second, mut home) = (0.0, 0.0, None);
        for group in near {
            let fit = self.fit(group, article, name);
            if fit > best {
                (best, second, home) = (fit, best, Some(group));
            } else if fit > second {
                second = fit;
            }
        }
        home.filter(|_| best >= names::SAME && best - second > CLEARLY)
    }

    /// How well a name fits a group, 0 to 1.
    fn fit(&self, group: usize, article: usize, name: &Name) -> f64 {
        let (mut best, mut least): (f64, f64) = (0.0, 1.0);
        for (other, known) in &self.names[group] {
            let likeness = known.likeness(name);
            let person = known.kind == EntityKind::Person && name.kind == EntityKind::Person;
            let full = known.is_full() && name.is_full();
            // One article tells two apart that another might not.
            let told = *other == article && person && (!full || likeness < MISSPELLED);
            if told {
                return 0.0;
            }
            if person && full {
                least = least.min(likeness);
            }
            best = best.max(likeness);
        }
        if least < APART && best < SURELY { 0.0 } else { best }
    }

    /// In the order of their first mention, with the mentions of names whose bearer other articles tell.
    fn settle(mut self, briefs: &[Brief]) -> Vec<Group> {
        for (article, brief) in briefs.iter().enumerate() {
            for unknown in &brief.unknown {
                if let Some(group) = self.bearer(unknown) {
                    self.list[group].more.push((article, unknown.span));
                }
            }
        }
        for group in &mut self.list {
            sort::by_key(&mut group.members, |&member| member);
        }
        sort::by_key(&mut self.list, |group| group.members[0]);
        self.list
    }

    /// The one group that a name without evidence can be of.
    fn bearer(&self, unknown: &Unknown) -> Option<usize> {
        let person = Name::new(EntityKind::Person, &unknown.text);
        let organisation = Name::new(EntityKind::Organisation, &unknown.text);
        let near = self.near([&person, &organisation].into_iter().flat_map(keys));
        let bears = |group: &usize, least: f64| {
            self.names[*group].iter().any(|(_, known)| match known.kind {
                EntityKind::Person => {
                    known.words.last() == person.words.last()
                        && (!unknown.doubtful || person.is_full())
                        && known.likeness(&person) >= names::SAME
                }
                EntityKind::Organisation if unknown.headed => {
                    known.is_full() && known.words.last() == organisation.words.last()
                }
                EntityKind::Organisation => known.likeness(&organisation) >= least,
            })
        };
        let only = |least: f64| {
            let mut found = near.iter().filter(|group| bears(group, least));
            found.next().filter(|_| found.next().is_none()).copied()
        };
        let exact = only(1.0);
        if unknown.doubtful { exact } else { exact.or_else(|| only(0.8)) }
    }
}

/// By what a name is looked up: how its words begin to sound.
fn keys(name: &Name) -> Vec<String> {
    let starts = name.words.iter().map(|word| start(&names::sound(word)));
    let initials: String = name.text.chars().filter(|c| c.is_uppercase()).take(1).collect();
    let mut keys: Vec<String> =
        starts.chain([start(&initials)]).filter(|key| !key.is_empty()).collect();
    keys.dedup();
    keys
}

fn start(sound: &str) -> String {
    let first = |c: char| match c {
        'z' | 'c' | 'C' | 'S' => 's',
        'J' => 'd',
        'e' | 'i' | 'o' | 'u' | 'y' | 'j' => 'a',
        'h' | 'k' => 'g',
        c => c,
    };
    sound.chars().take(1).map(first).collect()
}
