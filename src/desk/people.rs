//! One entry for one person or organisation, under all spellings, from all articles.

use std::collections::{HashMap, HashSet};

use super::brief::{Brief, Person, Unknown};
use super::comparison::{self, Correction, Member, Place};
use super::name::is_part_of;
use super::register::{Id, Register};
use crate::Span;
use crate::analysis::EntityKind;
use crate::names;
use crate::sort;

/// A person or organisation, as all articles together name it.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub kind: EntityKind,
    /// Index of the article, and of the person in its brief.
    pub members: Vec<(usize, usize)>,
    /// Mentions in articles that do not tell what bears the name.
    pub more: Vec<(usize, Span)>,
}

/// So alike are two names of one person that one article writes, and takes for two.
const MISSPELLED: f64 = 0.88;
/// Names less alike are two persons', unless the group holds a name that is surely the same.
const APART: f64 = 0.5;
const SURELY: f64 = 0.8;
/// So much better must one group fit than another.
const CLEARLY: f64 = 0.04;
/// So alike are a short name and an organisation that may be meant by it.
const PERHAPS: f64 = 0.8;

/// Groups the persons and organisations of all articles, in the order of their first mention; what the reader has
/// corrected stands.
pub fn group(briefs: &[Brief], corrections: &[Correction]) -> Vec<Group> {
    let mut register = Register::new(places(briefs));
    let mut all: Vec<((usize, usize), Id)> = Vec::new();
    for (article, brief) in briefs.iter().enumerate() {
        for (at, Person { kind, names, .. }) in brief.people.iter().enumerate() {
            all.push(((article, at), register.add(*kind, &names[0])));
        }
    }
    // The fullest names first, so that a surname alone finds its bearer.
    sort::by_key(&mut all, |(at, name)| (usize::MAX - register.name(*name).words.len(), at.0));
    let mut groups = Groups::new(register);
    for (at, name) in all {
        let Person { kind, names, .. } = &briefs[at.0].people[at.1];
        let group = groups.home(at.0, name).unwrap_or_else(|| groups.add(*kind));
        groups.list[group].members.push(at);
        // An organisation is found again by any of its names, a person by the fullest.
        for other in names.iter().skip(1).filter(|_| *kind == EntityKind::Organisation) {
            // `TORHOV` in a dateline is not short for the `Torhov Shipyard`.
            let acronym = other.chars().all(char::is_uppercase)
                && !groups.register.name(name).words.contains(&names::letters(other));
            if acronym || other.contains(' ') {
                let other = groups.register.add(*kind, other);
                groups.learn(group, at.0, other);
            }
        }
        groups.learn(group, at.0, name);
    }
    let mut groups = groups.settle(briefs);
    for correction in corrections {
        correct(briefs, &mut groups, correction);
    }
    groups.retain(|group| !group.members.is_empty());
    sort::by_key(&mut groups, |group| group.members[0]);
    groups
}

/// Lone words that some article uses as a place's name, in small Latin letters.
fn places(briefs: &[Brief]) -> HashSet<String> {
    let unknown = briefs.iter().flat_map(|brief| &brief.unknown);
    unknown.filter(|name| name.place).map(|name| names::letters(&name.text)).collect()
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

/// A name of a group, and the articles that have it.
struct Known {
    name: Id,
    articles: Vec<usize>,
}

struct Groups {
    list: Vec<Group>,
    /// The names of each group.
    names: Vec<Vec<Known>>,
    by_key: HashMap<String, Vec<usize>>,
    register: Register,
}

impl Groups {
    fn new(register: Register) -> Self {
        let (list, names, by_key) = Default::default();
        Groups { list, names, by_key, register }
    }

    fn add(&mut self, kind: EntityKind) -> usize {
        self.list.push(Group { kind, members: Vec::new(), more: Vec::new() });
        self.names.push(Vec::new());
        self.list.len() - 1
    }

    /// Makes a name of a group known, and the article that has it.
    fn learn(&mut self, group: usize, article: usize, name: Id) {
        if let Some(known) = self.names[group].iter_mut().find(|known| known.name == name) {
            known.articles.push(article);
            return;
        }
        for key in self.register.keys(name) {
            let known = self.by_key.entry(key.clone()).or_default();
            if !known.contains(&group) {
                known.push(group);
            }
        }
        self.names[group].push(Known { name, articles: vec![article] });
    }

    /// Groups with a name that begins to sound like one of these.
    fn near(&self, names: &[Id]) -> Vec<usize> {
        let keys = names.iter().flat_map(|&name| self.register.keys(name));
        let groups = keys.filter_map(|key| self.by_key.get(key));
        let mut near: Vec<usize> = groups.flatten().copied().collect();
        sort::numbers(&mut near);
        near.dedup();
        near
    }

    /// The one group that a name of an article can belong to; with several that fit as well, it cannot be known.
    fn home(&mut self, article: usize, name: Id) -> Option<usize> {
        let (mut best, mut second, mut home) = (0.0, 0.0, None);
        for group in self.near(&[name]) {
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
    fn fit(&mut self, group: usize, article: usize, name: Id) -> f64 {
        let (mut best, mut least): (f64, f64) = (0.0, 1.0);
        for Known { name: known, articles } in &self.names[group] {
            let likeness = self.register.likeness(*known, name);
            let (known, name) = (self.register.name(*known), self.register.name(name));
            let person = known.kind == EntityKind::Person && name.kind == EntityKind::Person;
            let full = known.is_full() && name.is_full();
            // One article tells two apart that another might not.
            let told = person && (!full || likeness < MISSPELLED) && articles.contains(&article);
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
        let mut bearers: HashMap<(&str, bool, bool, bool), Option<usize>> = HashMap::new();
        for (article, brief) in briefs.iter().enumerate() {
            for unknown in &brief.unknown {
                let Unknown { text, headed, doubtful, place, .. } = unknown;
                let bearer = bearers.entry((text, *headed, *doubtful, *place));
                if let Some(group) = *bearer.or_insert_with(|| self.bearer(unknown)) {
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
    fn bearer(&mut self, unknown: &Unknown) -> Option<usize> {
        let person = self.register.add(EntityKind::Person, &unknown.text);
        let organisation = self.register.add(EntityKind::Organisation, &unknown.text);
        let near = self.near(&[person, organisation]);
        let open = unknown.doubtful || self.register.name(organisation).is_two_letters();
        let bearing = near.iter().map(|&group| self.bears(group, unknown, [person, organisation]));
        let bearing: Vec<f64> = bearing.collect();
        let only = |least: f64| {
            let mut found = near.iter().zip(&bearing).filter(|(_, bears)| **bears >= least);
            found.next().filter(|_| found.next().is_none()).map(|(&group, _)| group)
        };
        let exact = only(1.0);
        if open { exact } else { exact.or_else(|| only(PERHAPS)) }
    }

    /// How surely a group bears a name without evidence, given as that of a person and of an organisation: 1 where
    /// nothing else is meant, the likeness for what is short for an organisation.
    fn bears(&mut self, group: usize, unknown: &Unknown, [person, organisation]: [Id; 2]) -> f64 {
        let bears = |register: &mut Register, known: Id| {
            let (is, part, whole) =
                (register.name(known), register.name(person), register.name(organisation));
            let same = is.words.last() == part.words.last();
            match is.kind {
                EntityKind::Person => {
                    let may = (!unknown.doubtful || part.is_full() && same)
                        && (same || !unknown.place && is_part_of(part, is));
                    f64::from(u8::from(may && register.likeness(known, person) >= names::SAME))
                }
                EntityKind::Organisation if unknown.headed => {
                    f64::from(u8::from(is.is_full() && is.words.last() == whole.words.last()))
                }
                EntityKind::Organisation => register.likeness(known, organisation),
            }
        };
        let names = self.names[group].iter();
        names.map(|known| bears(&mut self.register, known.name)).fold(0.0, f64::max)
    }
}
