//! Mentions -> persons: one entry for everyone whom the text names, and who is meant by each speaker.

use std::collections::HashMap;
use std::ops::Range;

use super::alias;
use super::institution;
use super::mention::Mention;
use super::name::{self, Gender, Parsed};
use super::role::{self, Role};
use super::scene::Scene;
use crate::analysis::{self, SpeakerKind};
use crate::names;
use crate::sort;
use crate::syntax::{NameKind, Tag};

#[derive(Clone, Debug)]
pub struct Entity {
    /// The fullest name.
    pub name: Range<usize>,
    pub display: String,
    pub kind: SpeakerKind,
    pub named: bool,
    pub(super) gender: Option<Gender>,
    pub(super) plural: bool,
    pub(super) roles: Vec<Role>,
    /// Skeletons of the given names, in order; empty for a surname alone.
    pub(super) given: Vec<String>,
    pub(super) surname: String,
    /// The word before the surname, by which some are called too: `Sanogo` for `Fatoumata Sanogo-Diop`.
    pub(super) second: Option<String>,
    /// Whether the text has called them by the surname alone.
    pub(super) called: bool,
}

impl Entity {
    /// Adds what the text says of it. A role that is known already keeps its longest wording, so that a name
    /// met ten thousand times is looked up as quickly as one met twice.
    pub(super) fn learn(&mut self, role: Role) {
        let same = |known: &Role| known.head == role.head && known.of == role.of;
        match self.roles.iter().position(same) {
            Some(at) if self.roles[at].tokens.len() > role.tokens.len() => {}
            Some(at) => self.roles[at] = role,
            None if self.roles.len() < MOST_ROLES => self.roles.push(role),
            None => {}
        }
    }

    /// People whom the text does not name; an institution or a paper can be asked or read.
    pub fn is_anonymous(&self) -> bool {
        let people =
            matches!(self.kind, SpeakerKind::Person | SpeakerKind::Group | SpeakerKind::Unknown);
        people && !self.named
    }

    /// Everything that the text says they are.
    pub fn roles(&self, scene: &Scene) -> Vec<analysis::Role> {
        let role = |role: &Role| analysis::Role {
            span: scene.document.span(role.tokens.clone()),
            head: role.head.clone(),
            of: role.of.clone(),
        };
        self.roles.iter().map(role).collect()
    }

    /// The role as the text gives it.
    pub fn role(&self, scene: &Scene) -> Option<String> {
        let longest = self.roles.iter().max_by_key(|role| role.tokens.len())?;
        Some(scene.document.span(longest.tokens.clone()).of(scene.document.text).to_owned())
    }
}

/// Nobody holds more offices; more are a sign that several people share a name.
const MOST_ROLES: usize = 32;

/// So many persons of one initial are compared; a longer text is many texts.
const NEAREST: usize = 64;

/// Where somebody is named.
pub(super) struct Naming {
    /// The first token of the noun phrase.
    pub(super) at: usize,
    /// Tokens of the bare name in it.
    pub(super) name: Range<usize>,
    pub(super) entity: usize,
    /// Whether a sentence begins with it.
    pub(super) subject: bool,
}

/// Everyone in a document.
pub struct Cast<'s, 'd> {
    pub(super) scene: &'s Scene<'d>,
    pub entities: Vec<Entity>,
    by_surname: HashMap<String, Vec<usize>>,
    by_given: HashMap<String, Vec<usize>>,
    by_second: HashMap<String, Vec<usize>>,
    pub(super) by_text: HashMap<String, usize>,
    pub(super) namings: Vec<Naming>,
    /// Other names that the text gives, and the tokens of those that they stand for.
    pub(super) aliases: HashMap<String, Range<usize>>,
    /// Who spoke last, and up to where pronouns have been looked for.
    pub(super) last: Option<(usize, usize)>,
}

impl<'s, 'd> Cast<'s, 'd> {
    /// Reads all names of a document; `speakers` are the noun phrases that speak.
    pub fn new(scene: &'s Scene<'d>, speakers: &[&Mention]) -> Self {
        let mut cast = Cast {
            scene,
            entities: Vec::new(),
            by_surname: HashMap::new(),
            by_given: HashMap::new(),
            by_second: HashMap::new(),
            by_text: HashMap::new(),
            namings: Vec::new(),
            aliases: alias::find(scene),
            last: None,
        };
        let mut speaking: Vec<usize> = speakers.iter().map(|m| m.core.end - 1).collect();
        sort::numbers(&mut speaking);
        let mut waiting = Vec::new();
        for phrase in scene.syntax.all_phrases() {
            let Some(parsed) = name::parse(scene, phrase.tokens.clone()) else { continue };
            let speaks = speaking.binary_search(&(phrase.tokens.end - 1)).is_ok();
            let person =
                cast.is_person(&phrase.tokens, &parsed, speaks) || is_marked(scene, &parsed);
            if person && !parsed.is_part(scene) {
                let entity = cast.enter(&phrase.tokens, &parsed);
                cast.naming(phrase.tokens.start, parsed.name.clone(), entity);
            } else {
                waiting.push((phrase.tokens.clone(), parsed));
            }
        }
        for (phrase, parsed) in waiting {
            cast.by_part(&phrase, &parsed);
        }
        sort::by_key(&mut cast.namings, |naming| (naming.at, 0));
        cast
    }

    fn naming(&mut self, at: usize, name: Range<usize>, entity: usize) {
        let period = self.scene.document.sentence_of(at);
        let first = self.scene.document.sentences[period].tokens.start;
        let subject = at == first
            || at > 0
                && self.scene.word(at - 1) == ","
                && (first..at).all(|i| self.scene.tag(i) != Tag::Verb)
            || self.scene.tags_after(at).any(|tag| matches!(tag, Tag::Verb | Tag::Aux))
                && (first..at).len() < 8;
        self.namings.push(Naming { at, name, entity, subject });
    }

    /// Whether a phrase with a name is a person's.
    pub(super) fn is_person(&self, phrase: &Range<usize>, parsed: &Parsed, speaks: bool) -> bool {
        let scene = self.scene;
        let words = parsed.name.clone();
        if words.len() > 5 || words.clone().any(|i| institution::is_institution(scene.lower(i))) {
            return false;
        }
        let whole = scene.document.span(words.clone()).of(scene.document.text);
        if name::is_place(whole) {
            return false;
        }
        if parsed.titled || words.len() > 1 && name::given(scene.word(words.start)).is_some() {
            return true;
        }
        let article = scene.is(phrase.start, &["the", "a", "an", "this", "that", "its", "their"]);
        let shaped = words.clone().all(|i| {
            let word = scene.word(i);
            word.len() > 1
                && !word.chars().all(|c| c.is_uppercase() || c == '.')
                && !word.contains(|c: char| c.is_ascii_digit())
        });
        let described = role::after_name(self.scene, words.end).is_some();
        shaped && words.len() > 1 && words.len() < 4 && (described || speaks && !article)
    }

    /// The entry of a person by a full name: an old one if the spellings agree, else a new one.
    pub(super) fn enter(&mut self, phrase: &Range<usize>, parsed: &Parsed) -> usize {
        let scene = self.scene;
        let words: Vec<&str> =
            parsed.name.clone().map(|i| scene.word(i)).filter(|w| *w != "-").collect();
        let surname = words.last().map(|w| names::sound(w)).unwrap_or_default();
        let given: Vec<String> =
            words[..words.len().saturating_sub(1)].iter().map(|w| names::sound(w)).collect();
        let second = words.len().checked_sub(2).filter(|_| parsed.name.len() > 2);
        let second = second.map(|at| names::sound(words[at]));
        let key = name::first_letters(&surname);
        let near = self.by_surname.get(&key).map(Vec::as_slice).unwrap_or_default();
        let old = near.iter().copied().rev().take(NEAREST).find(|&e| {
            let entity = &self.entities[e];
            name::similar(&entity.surname, &surname) && same_given(&entity.given, &given)
        });
        let roles = self.roles(phrase, parsed);
        let index = old.unwrap_or_else(|| self.add(parsed, given.clone(), surname, key));
        let longer = parsed.name.len() > self.entities[index].name.len();
        let display = self.display(&parsed.name);
        let entity = &mut self.entities[index];
        if longer {
            (entity.name, entity.display, entity.given) = (parsed.name.clone(), display, given);
        }
        if let Some(second) = second.filter(|second| entity.second.as_ref() != Some(second)) {
            entity.second = Some(second.clone());
            self.by_second.entry(second).or_default().push(index);
        }
        let entity = &mut self.entities[index];
        entity.gender = entity.gender.or(parsed.gender);
        roles.into_iter().for_each(|role| entity.learn(role));
        index
    }

    /// A new entry.
    fn add(&mut self, parsed: &Parsed, given: Vec<String>, surname: String, key: String) -> usize {
        let index = self.entities.len();
        self.by_surname.entry(key).or_default().push(index);
        if let Some(first) = given.first() {
            self.by_given.entry(first.clone()).or_default().push(index);
        }
        self.entities.push(Entity {
            name: parsed.name.clone(),
            display: self.display(&parsed.name),
            kind: SpeakerKind::Person,
            named: true,
            gender: parsed.gender,
            plural: false,
            roles: Vec::new(),
            given,
            surname,
            second: None,
            called: false,
        });
        index
    }

    pub(super) fn display(&self, tokens: &Range<usize>) -> String {
        self.scene.document.span(tokens.clone()).on_one_line(self.scene.document.text)
    }

    /// What the text says that a named person is.
    fn roles(&self, phrase: &Range<usize>, parsed: &Parsed) -> Vec<Role> {
        let scene = self.scene;
        let mut roles = Vec::new();
        if let Some(at) = parsed.role {
            let mut of = role::proper(self.scene, phrase.start..at);
            let mut start = phrase.start;
            // `the mayor of the lower town Ida Brandt`: handled by the phrase before.
            if scene.is(start, &["the", "a", "an"]) {
                start += 1;
            }
            of.dedup();
            roles.push(role::role(self.scene, at, of, start.min(at)..at + 1));
        }
        roles.extend(role::after_name(self.scene, parsed.name.end));
        roles.extend(role::before_name(self.scene, phrase.start));
        roles
    }

    /// A surname or given name alone: the person last entered under it.
    fn by_part(&mut self, phrase: &Range<usize>, parsed: &Parsed) -> Option<usize> {
        if !parsed.is_part(self.scene) {
            return None;
        }
        let entity = self.part(parsed, phrase.start)?;
        self.naming(phrase.start, parsed.name.clone(), entity);
        let roles = self.roles(phrase, parsed);
        roles.into_iter().for_each(|role| self.entities[entity].learn(role));
        let gender = parsed.gender.filter(|_| parsed.titled);
        self.entities[entity].called |= !parsed.titled;
        self.entities[entity].gender = self.entities[entity].gender.or(gender);
        Some(entity)
    }

    /// The person whom one word names at token `at`; where several share the name, the one whom the text calls so,
    /// else the nearest before it: relatives of somebody `Brandt` are told in full.
    pub(super) fn part(&self, parsed: &Parsed, at: usize) -> Option<usize> {
        let word = self.scene.word(parsed.name.end - 1);
        let skeleton = names::sound(word);
        let key = name::first_letters(&skeleton);
        let gender = parsed.gender.filter(|_| parsed.titled);
        let fits = |&e: &usize| {
            let entity = &self.entities[e];
            name::similar(&entity.surname, &skeleton)
                && (gender.is_none() || entity.gender.is_none() || entity.gender == gender)
        };
        let found: Vec<usize> = self
            .by_surname
            .get(&key)
            .into_iter()
            .flatten()
            .rev()
            .take(NEAREST)
            .copied()
            .filter(fits)
            .collect();
        match found[..] {
            [] => only(&self.by_given, &skeleton).or_else(|| only(&self.by_second, &skeleton)),
            [only] => Some(only),
            _ => {
                let mut spelled = self.spelled(&found, word);
                spelled.retain(|&e| self.entities[e].name.start < at);
                let called: Vec<usize> =
                    spelled.iter().copied().filter(|&e| self.entities[e].called).collect();
                match called[..] {
                    [only] => Some(only),
                    _ => spelled.into_iter().max_by_key(|&e| self.entities[e].name.start),
                }
            }
        }
    }

    /// Of several, those whose surname is spelled just so: `Sorokina` is not `Sorokin`.
    fn spelled(&self, found: &[usize], word: &str) -> Vec<usize> {
        let last = |e: &usize| self.entities[*e].name.end - 1;
        let exact = found.iter().copied().filter(|e| self.scene.word(last(e)) == word);
        let exact: Vec<usize> = exact.collect();
        if exact.is_empty() { found.to_vec() } else { exact }
    }
}

/// The one person whom a part of a name finds.
fn only(by_part: &HashMap<String, Vec<usize>>, skeleton: &str) -> Option<usize> {
    match by_part.get(skeleton).map(Vec::as_slice) {
        Some([only]) => Some(*only),
        _ => None,
    }
}

/// Whether the network sees a person's name in the words of one.
fn is_marked(scene: &Scene, parsed: &Parsed) -> bool {
    let name = scene.syntax.name_of(parsed.name.end - 1);
    name.is_some_and(|name| {
        name.kind == NameKind::Person && name.tokens.contains(&parsed.name.start)
    }) && !parsed.name.clone().any(|i| institution::is_institution(scene.lower(i)))
}

/// Whether two lists of given names can be one person's: equal, an initial, or one of them missing.
fn same_given(a: &[String], b: &[String]) -> bool {
    let (Some(first), Some(second)) = (a.first(), b.first()) else { return true };
    let initial = first.chars().count() == 1 || second.chars().count() == 1;
    if initial {
        first.chars().next() == second.chars().next()
    } else {
        name::similar(first, second) && !names::is_other_gender(first, second)
    }
}
