//! One entry for one person or organisation, under all spellings, from all articles.

use std::collections::{HashMap, HashSet};

use super::brief::{Brief, Person, Unknown};
use super::comparison::{self, Correction, Member, Place};
use super::name::{Name, is_part_of, keys};
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
    let mut groups = Groups { places: places(briefs), ..Groups::default() };
    for (at, name) in all {
        let group = groups.home(at.0, &name).unwrap_or_else(|| groups.add(name.kind));
        groups.list[group].members.push(at);
        // An organisation is found again by any of its names, a person by the fullest.
        let Person { kind, names, .. } = &briefs[at.0].people[at.1];
        for other in names.iter().skip(1).filter(|_| *kind == EntityKind::Organisation) {
            // `TORHOV` in a dateline is not short for the `Torhov Shipyard`.
            let acronym = other.chars().all(char::is_uppercase)
                && !name.words.contains(&names::letters(other));
            if acronym || other.contains(' ') {
                groups.learn(group, at.0, Name::new(*kind, other));
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
    name: Name,
    articles: Vec<usize>,
}

#[derive(Default)]
struct Groups {
    list: Vec<Group>,
    /// The names of each group.
    names: Vec<Vec<Known>>,
    by_key: HashMap<String, Vec<usize>>,
    /// Words that are the names of places, and so short for no organisation.
    places: HashSet<String>,
}

impl Groups {
    fn add(&mut self, kind: EntityKind) -> usize {
        self.list.push(Group { kind, members: Vec::new(), more: Vec::new() });
        self.names.push(Vec::new());
        self.list.len() - 1
    }

    /// Makes a name of a group known, and the article that has it.
    fn learn(&mut self, group: usize, article: usize, name: Name) {
        let same =
            |known: &&mut Known| known.name.kind == name.kind && known.name.text == name.text;
        if let Some(known) = self.names[group].iter_mut().find(same) {
            known.articles.push(article);
            return;
        }
        for key in keys(&name) {
            let known = self.by_key.entry(key).or_default();
            if known.last() != Some(&group) && !known.contains(&group) {
                known.push(group);
            }
        }
        self.names[group].push(Known { name, articles: vec![article] });
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

    /// Whether a name is one word that may as well be a place's.
    fn is_place(&self, name: &Name) -> bool {
        name.kind == EntityKind::Organisation
            && name.words.len() == 1
            && self.places.contains(&name.words[0])
    }

    /// Two names' likeness; a place is the organisation of just its name at most.
    fn likeness(&self, one: &Name, other: &Name) -> f64 {
        let likeness = one.likeness(other);
        if likeness < 1.0 && (self.is_place(one) || self.is_place(other)) { 0.0 } else { likeness }
    }

    /// How well a name fits a group, 0 to 1.
    fn fit(&self, group: usize, article: usize, name: &Name) -> f64 {
        let (mut best, mut least): (f64, f64) = (0.0, 1.0);
        for Known { name: known, articles } in &self.names[group] {
            let likeness = self.likeness(known, name);
            let person = known.kind == EntityKind::Person && name.kind == EntityKind::Person;
            let full = known.is_full() && name.is_full();
            // One article tells two apart that another might not.
            let told = articles.contains(&article) && person && (!full || likeness < MISSPELLED);
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
    fn bearer(&self, unknown: &Unknown) -> Option<usize> {
        let person = Name::new(EntityKind::Person, &unknown.text);
        let organisation = Name::new(EntityKind::Organisation, &unknown.text);
        let near = self.near([&person, &organisation].into_iter().flat_map(keys));
        let bears = |group: &usize, least: f64| {
            self.names[*group].iter().any(|Known { name: known, .. }| match known.kind {
                EntityKind::Person => {
                    let same = known.words.last() == person.words.last();
                    (!unknown.doubtful || person.is_full() && same)
                        && (same || !unknown.place && is_part_of(&person, known))
                        && known.likeness(&person) >= names::SAME
                }
                EntityKind::Organisation if unknown.headed => {
                    known.is_full() && known.words.last() == organisation.words.last()
                }
                EntityKind::Organisation => self.likeness(known, &organisation) >= least,
            })
        };
        let only = |least: f64| {
            let mut found = near.iter().filter(|group| bears(group, least));
            found.next().filter(|_| found.next().is_none()).copied()
        };
        let exact = only(1.0);
        let open = unknown.doubtful || organisation.is_two_letters();
        if open { exact } else { exact.or_else(|| only(0.8)) }
    }
}
