//! Mentions -> persons: one entry for everyone whom the text names, and who is meant by each speaker.

use std::collections::HashMap;
use std::ops::Range;

use super::mention::Mention;
use super::name::{self, Gender, Parsed};
use super::scene::Scene;
use crate::analysis::SpeakerKind;
use crate::syntax::Tag;

/// A role that the text gives somebody: `mayor` of `mariu`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Role {
    head: String,
    group: &'static str,
    /// First letters of the proper words around it, so that `Ukraine` and `Ukrainian` agree.
    of: Vec<String>,
    /// As the text has it.
    tokens: Range<usize>,
}

#[derive(Clone, Debug)]
pub struct Entity {
    /// The fullest name.
    pub name: Range<usize>,
    pub display: String,
    pub kind: SpeakerKind,
    pub named: bool,
    gender: Option<Gender>,
    plural: bool,
    roles: Vec<Role>,
    /// Skeletons of the given names, in order; empty for a surname alone.
    given: Vec<String>,
    surname: String,
}

impl Entity {
    /// The role as the text gives it.
    pub fn role(&self, scene: &Scene) -> Option<String> {
        let longest = self.roles.iter().max_by_key(|role| role.tokens.len())?;
        Some(scene.document.span(longest.tokens.clone()).of(scene.document.text).to_owned())
    }
}

/// So many persons of one initial are compared; a longer text is many texts.
const NEAREST: usize = 64;

/// Where somebody is named.
struct Naming {
    at: usize,
    entity: usize,
    /// Whether a sentence begins with it.
    subject: bool,
}

/// Everyone in a document.
pub struct Cast<'s, 'd> {
    scene: &'s Scene<'d>,
    pub entities: Vec<Entity>,
    by_surname: HashMap<String, Vec<usize>>,
    by_given: HashMap<String, Vec<usize>>,
    by_text: HashMap<String, usize>,
    namings: Vec<Naming>,
    /// Who spoke last, and up to where pronouns have been looked for.
    last: Option<(usize, usize)>,
}

impl<'s, 'd> Cast<'s, 'd> {
    /// Reads all names of a document; `speakers` are the noun phrases that speak.
    pub fn new(scene: &'s Scene<'d>, speakers: &[&Mention]) -> Self {
        let mut cast = Cast {
            scene,
            entities: Vec::new(),
            by_surname: HashMap::new(),
            by_given: HashMap::new(),
            by_text: HashMap::new(),
            namings: Vec::new(),
            last: None,
        };
        let mut speaking: Vec<usize> = speakers.iter().map(|m| m.core.end - 1).collect();
        speaking.sort_unstable();
        let mut waiting = Vec::new();
        for phrase in &scene.syntax.phrases {
            let Some(parsed) = name::parse(scene, phrase.tokens.clone()) else { continue };
            let speaks = speaking.binary_search(&(phrase.tokens.end - 1)).is_ok();
            if cast.is_person(&phrase.tokens, &parsed, speaks) && parsed.name.len() > 1 {
                let entity = cast.enter(&phrase.tokens, &parsed);
                cast.naming(phrase.tokens.start, entity);
            } else {
                waiting.push((phrase.tokens.clone(), parsed));
            }
        }
        for (phrase, parsed) in waiting {
            cast.by_part(&phrase, &parsed);
        }
        cast.namings.sort_by_key(|naming| naming.at);
        cast
    }

    fn naming(&mut self, at: usize, entity: usize) {
        let period = self.scene.document.sentence_of(at);
        let first = self.scene.document.sentences[period].tokens.start;
        let subject = at == first
            || at > 0
                && self.scene.word(at - 1) == ","
                && (first..at).all(|i| self.scene.tag(i) != Tag::Verb)
            || self.scene.tags_after(at).any(|tag| matches!(tag, Tag::Verb | Tag::Aux))
                && (first..at).len() < 8;
        self.namings.push(Naming { at, entity, subject });
    }

    /// Whether a phrase with a name is a person's.
    fn is_person(&self, phrase: &Range<usize>, parsed: &Parsed, speaks: bool) -> bool {
        let scene = self.scene;
        let words = parsed.name.clone();
        if words.len() > 5 || words.clone().any(|i| name::is_organisation(scene.lower(i))) {
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
        let described = self.role_after(words.end).is_some();
        shaped && words.len() > 1 && words.len() < 4 && (described || speaks && !article)
    }

    /// The entry of a person by a full name: an old one if the spellings agree, else a new one.
    fn enter(&mut self, phrase: &Range<usize>, parsed: &Parsed) -> usize {
        let scene = self.scene;
        let words: Vec<&str> =
            parsed.name.clone().map(|i| scene.word(i)).filter(|w| *w != "-").collect();
        let surname = words.last().map(|w| name::skeleton(w)).unwrap_or_default();
        let given: Vec<String> =
            words[..words.len().saturating_sub(1)].iter().map(|w| name::skeleton(w)).collect();
        let key: String = surname.chars().take(2).collect();
        let near = self.by_surname.get(&key).map(Vec::as_slice).unwrap_or_default();
        let old = near.iter().copied().rev().take(NEAREST).find(|&e| {
            let entity = &self.entities[e];
            name::similar(&entity.surname, &surname) && same_given(&entity.given, &given)
        });
        let roles = self.roles(phrase, parsed);
        let index = old.unwrap_or_else(|| {
            self.by_surname.entry(key).or_default().push(self.entities.len());
            if let Some(first) = given.first() {
                self.by_given.entry(first.clone()).or_default().push(self.entities.len());
            }
            let display = self.display(&parsed.name);
            self.entities.push(Entity {
                name: parsed.name.clone(),
                display,
                kind: SpeakerKind::Person,
                named: true,
                gender: parsed.gender,
                plural: false,
                roles: Vec::new(),
                given: given.clone(),
                surname,
            });
            self.entities.len() - 1
        });
        let longer = parsed.name.len() > self.entities[index].name.len();
        let display = self.display(&parsed.name);
        let entity = &mut self.entities[index];
        if longer {
            (entity.name, entity.display, entity.given) = (parsed.name.clone(), display, given);
        }
        entity.gender = entity.gender.or(parsed.gender);
        entity.roles.extend(roles);
        index
    }

    fn display(&self, tokens: &Range<usize>) -> String {
        self.scene
            .document
            .span(tokens.clone())
            .of(self.scene.document.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// What the text says that a named person is.
    fn roles(&self, phrase: &Range<usize>, parsed: &Parsed) -> Vec<Role> {
        let scene = self.scene;
        let mut roles = Vec::new();
        if let Some(at) = parsed.role {
            let mut of = self.proper(phrase.start..at);
            let mut start = phrase.start;
            // `the governor of the Donbas region Ida Brandt`: handled by the phrase before.
            if scene.is(start, &["the", "a", "an"]) {
                start += 1;
            }
            of.dedup();
            roles.push(self.role(at, of, start.min(at)..at + 1));
        }
        roles.extend(self.role_after(parsed.name.end));
        roles.extend(self.role_before(phrase.start));
        roles
    }

    fn role(&self, at: usize, of: Vec<String>, tokens: Range<usize>) -> Role {
        let lower = self.scene.lower(at);
        let prime = at > 0 && lower == "minister" && self.scene.is(at - 1, &["prime"]);
        let group = if prime { "leader" } else { name::title(lower).map_or("", |t| t.group) };
        let head = if prime {
            "prime minister".to_owned()
        } else {
            lower.trim_end_matches('.').to_owned()
        };
        Role { head, group, of, tokens }
    }

    /// First letters of the proper words in a range.
    fn proper(&self, tokens: Range<usize>) -> Vec<String> {
        tokens
            .filter(|&i| {
                self.scene.capital(i)
                    && self.scene.word(i).len() > 1
                    && !self.scene.is(i, &["the", "a", "an", "prime", "deputy", "vice"])
            })
            .filter(|&i| name::title(self.scene.lower(i)).is_none())
            .map(|i| name::plain(self.scene.word(i)).chars().take(5).collect())
            .collect()
    }

    /// `Hale, [the mayor of Port Hale],`: the role after a name that ends at `at`.
    fn role_after(&self, at: usize) -> Option<Role> {
        let scene = self.scene;
        if at + 1 >= scene.len() || scene.word(at) != "," || scene.quotation(at).is_some() {
            return None;
        }
        let start = at + 1;
        let phrase = scene.syntax.phrase_of(start).filter(|p| p.tokens.start == start)?;
        self.role_of_phrase(phrase.tokens.clone())
    }

    /// `the city's mayor, [Ida Brandt],`: the role before a name that starts at `at`.
    fn role_before(&self, at: usize) -> Option<Role> {
        let scene = self.scene;
        let last = at.checked_sub(1)?;
        let end = match scene.word(last) {
            "," => last,
            _ if scene.tag(last).is_nominal() => at,
            _ => return None,
        };
        let phrase = scene.syntax.phrase_of(end.checked_sub(1)?)?;
        let determined = scene.tag(phrase.tokens.start) == Tag::Det;
        (determined && phrase.tokens.end == end)
            .then(|| self.role_of_phrase(phrase.tokens.clone()))
            .flatten()
    }

    fn role_of_phrase(&self, phrase: Range<usize>) -> Option<Role> {
        let scene = self.scene;
        let head = phrase.end.checked_sub(1)?;
        let at = (phrase.start..=head).rev().find(|&i| {
            name::title(scene.lower(i)).is_some_and(|t| !t.honorific)
                && (i == head || scene.lower(i) == "secretary")
        })?;
        let mut of = self.proper(phrase.clone());
        let mut end = phrase.end;
        while end + 1 < scene.len() && scene.is(end, &["of", "for", "at", "in"]) {
            let Some(next) = scene.syntax.phrase_of(end + 1).filter(|p| p.tokens.start == end + 1)
            else {
                break;
            };
            of.extend(self.proper(next.tokens.clone()));
            end = next.tokens.end;
        }
        let article = scene.is(phrase.start, &["the", "a", "an"]);
        Some(self.role(at, of, phrase.start + usize::from(article)..end))
    }

    /// A surname or given name alone: the person last entered under it.
    fn by_part(&mut self, phrase: &Range<usize>, parsed: &Parsed) -> Option<usize> {
        if parsed.name.len() != 1 {
            return None;
        }
        let entity = self.part(parsed, phrase.start)?;
        self.naming(phrase.start, entity);
        let roles = self.roles(phrase, parsed);
        self.entities[entity].roles.extend(roles);
        let gender = parsed.gender.filter(|_| parsed.titled);
        self.entities[entity].gender = self.entities[entity].gender.or(gender);
        Some(entity)
    }

    /// The person whom one word names at token `at`; the nearest before it where several share the name.
    fn part(&self, parsed: &Parsed, at: usize) -> Option<usize> {
        let word = self.scene.word(parsed.name.end - 1);
        let skeleton = name::skeleton(word);
        let key: String = skeleton.chars().take(2).collect();
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
            [] => self.by_given(&skeleton),
            [only] => Some(only),
            _ => found
                .iter()
                .copied()
                .filter(|&e| self.entities[e].name.start < at)
                .max_by_key(|&e| self.entities[e].name.start),
        }
    }

    fn by_given(&self, skeleton: &str) -> Option<usize> {
        match self.by_given.get(skeleton).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        }
    }

    /// Whom a speaker beside a quote at token `at` is; quotes are to be asked in order.
    pub fn resolve(&mut self, mention: &Mention, next: Option<&Mention>) -> Option<usize> {
        let entity = self.whom(mention, next);
        if let Some(entity) = entity {
            self.last = Some((entity, mention.tokens.start));
        }
        entity
    }

    fn whom(&mut self, mention: &Mention, next: Option<&Mention>) -> Option<usize> {
        let scene = self.scene;
        let at = mention.core.start;
        if mention.core.len() == 1
            && let Some(person) = self.pronoun(at)
        {
            return person;
        }
        if let Some(parsed) = name::parse(scene, mention.core.clone()) {
            let full = parsed.name.len() > 1 && self.is_person(&mention.core, &parsed, true);
            let known = if full { Some(self.enter(&mention.core, &parsed)) } else { None };
            if let Some(person) =
                known.or_else(|| self.part(&parsed, at).filter(|_| parsed.name.len() == 1))
            {
                self.describe(person, mention);
                return Some(person);
            }
        } else if let Some(person) = self.inner_name(mention) {
            return Some(person);
        } else if let Some(person) =
            self.by_role(mention).or_else(|| self.introduced(mention, next))
        {
            return Some(person);
        }
        Some(self.other(mention))
    }

    /// `the governor of the Donbas region Ida Brandt`: a name later in the mention, after a role.
    fn inner_name(&mut self, mention: &Mention) -> Option<usize> {
        let scene = self.scene;
        let role = self.role_of_phrase(mention.core.clone())?;
        let plain = mention.tokens.clone().any(|i| matches!(scene.word(i), "," | "("));
        let last = scene.syntax.phrase_of(mention.tokens.end - 1).filter(|_| !plain)?;
        let parsed = name::parse(scene, last.tokens.clone())?;
        let (mut from, end) = (parsed.name.start, parsed.name.end);
        while end - from > 2 {
            from += 1;
        }
        let name = (from..end).find(|&i| name::given(scene.word(i)).is_some() && i + 1 < end)?;
        let parsed = Parsed { name: name..end, role: None, ..parsed };
        let person = self.enter(&(name..end), &parsed);
        let tokens = role.tokens.start..role.tokens.end.min(name);
        self.entities[person].roles.push(Role { tokens, ..role });
        Some(person)
    }

    /// Adds the apposition of a mention to the roles of its person.
    fn describe(&mut self, person: usize, mention: &Mention) {
        if let Some(role) = self.role_after(mention.core.end) {
            self.entities[person].roles.push(role);
        }
    }

    /// `Some(None)`: a pronoun whose person cannot be told.
    fn pronoun(&mut self, at: usize) -> Option<Option<usize>> {
        let gender =
            match self.scene.lower(at) {
                "he" | "him" | "his" => Gender::Male,
                "she" | "her" => Gender::Female,
                "they" | "them" | "their" => {
                    return Some(self.latest(at, |e| {
                        e.plural || matches!(e.kind, SpeakerKind::Group | SpeakerKind::Organisation)
                    }));
                }
                "it" | "its" => {
                    return Some(self.latest(at, |e| {
                        !matches!(e.kind, SpeakerKind::Person | SpeakerKind::Group)
                    }));
                }
                "who" | "which" => return Some(self.antecedent(at)),
                "i" | "we" | "you" | "one" | "someone" | "everyone" | "nobody" | "others"
                | "some" | "many" | "those" | "all" | "me" | "us" => return Some(None),
                _ => return None,
            };
        let person = self.person_before(at, gender);
        if let Some(person) = person {
            self.entities[person].gender.get_or_insert(gender);
        }
        Some(person)
    }

    /// The speaker before, if it fits.
    fn latest(&self, _at: usize, fits: impl Fn(&Entity) -> bool) -> Option<usize> {
        self.last.map(|(entity, _)| entity).filter(|&e| fits(&self.entities[e]))
    }

    fn antecedent(&self, at: usize) -> Option<usize> {
        let before = self.namings.partition_point(|naming| naming.at < at).checked_sub(1)?;
        let naming = &self.namings[before];
        (at - naming.at < 8).then_some(naming.entity)
    }

    /// Who `he` or `she` is: whom a sentence since the last quote is about, or the last speaker.
    fn person_before(&self, at: usize, gender: Gender) -> Option<usize> {
        let fits = |e: usize| {
            let entity = &self.entities[e];
            entity.kind == SpeakerKind::Person && entity.gender.is_none_or(|g| g == gender)
        };
        let until = self.namings.partition_point(|naming| naming.at < at);
        let since = self.last.map_or(0, |(_, position)| position);
        let recent = self.namings[..until].iter().rev().take(40).take_while(|n| n.at > since);
        let unquoted = recent.filter(|n| self.scene.quotation(n.at).is_none());
        let mut candidates = unquoted.filter(|n| fits(n.entity));
        let subject = candidates.clone().find(|n| n.subject).map(|n| n.entity);
        let spoken = self.last.map(|(entity, _)| entity).filter(|&e| fits(e));
        let near = candidates.next().map(|n| n.entity);
        let any = || {
            self.namings[..until].iter().rev().take(20).find(|n| fits(n.entity)).map(|n| n.entity)
        };
        subject.or(spoken).or(near).or_else(any)
    }

    /// `the mayor`, `the Ukrainian leader`: the person introduced so.
    fn by_role(&mut self, mention: &Mention) -> Option<usize> {
        let scene = self.scene;
        let role = self.role_of_phrase(mention.core.clone())?;
        let generic = name::title(&role.head).is_some_and(|t| t.gender.is_some())
            || scene.is(
                mention.core.end - 1,
                &[
                    "official", "resident", "member", "expert", "witness", "analyst", "worker",
                    "friend", "student",
                ],
            );
        let indefinite = scene.is(mention.core.start, &["a", "an", "one", "another"]);
        if generic || indefinite {
            return None;
        }
        let at = mention.core.start;
        let fits =
            |e: &Entity| e.kind == SpeakerKind::Person && e.roles.iter().any(|r| agree(r, &role));
        let until = self.namings.partition_point(|naming| naming.at < at);
        let before = self.namings[..until].iter().rev().map(|n| n.entity);
        let after = self.namings[until..].iter().map(|n| n.entity);
        before.take(200).chain(after.take(60)).find(|&e| fits(&self.entities[e]))
    }

    /// `A commander said …` and then a new name with that role, or with none: told first, then named.
    fn introduced(&mut self, mention: &Mention, next: Option<&Mention>) -> Option<usize> {
        let scene = self.scene;
        if !scene.is(mention.core.start, &["a", "an"]) {
            return None;
        }
        let role = self.role_of_phrase(mention.core.clone())?;
        let next = next?;
        let parsed = name::parse(scene, next.core.clone())?;
        let near = scene.document.paragraph_of(next.core.start)
            <= scene.document.paragraph_of(mention.core.start) + 1;
        if !near || parsed.name.len() < 2 || !self.is_person(&next.core, &parsed, true) {
            return None;
        }
        let person = self.enter(&next.core, &parsed);
        let entity = &self.entities[person];
        let new = entity.name.start > mention.core.start;
        let gender = name::title(&role.head).and_then(|t| t.gender);
        let same = entity.roles.iter().any(|r| r.head == role.head);
        let told =
            entity.roles.is_empty() && gender.is_none_or(|g| entity.gender.is_none_or(|e| e == g));
        (new && (same || told)).then_some(person)
    }

    /// Somebody without a person's name: an organisation, a place, a group, an official.
    fn other(&mut self, mention: &Mention) -> usize {
        let scene = self.scene;
        let core = mention.core.clone();
        let article = scene.is(core.start, &["the"]) && core.len() > 1;
        let mut end = core.end;
        while end + 1 < mention.tokens.end && scene.is(end, &["of"]) {
            let Some(next) = scene.syntax.phrase_of(end + 1) else { break };
            end = next.tokens.end.min(mention.tokens.end);
        }
        let tokens = core.start + usize::from(article)..end;
        let display = self.display(&tokens);
        let key = display.to_lowercase();
        let indefinite = scene.is(core.start, &["a", "an", "another", "one"]);
        if let Some(&old) = self.by_text.get(&key).filter(|_| !indefinite) {
            return old;
        }
        let (kind, named, plural) = self.describe_other(&core);
        self.entities.push(Entity {
            name: tokens,
            display,
            kind,
            named,
            gender: None,
            plural,
            roles: Vec::new(),
            given: Vec::new(),
            surname: String::new(),
        });
        self.by_text.insert(key, self.entities.len() - 1);
        self.entities.len() - 1
    }

    fn describe_other(&self, core: &Range<usize>) -> (SpeakerKind, bool, bool) {
        let scene = self.scene;
        let head = core.end - 1;
        let lower = scene.lower(head);
        let whole = scene.document.span(core.clone()).of(scene.document.text);
        let proper = scene.capital(head)
            && (head > core.start || scene.tag(head) == Tag::Propn || name::is_place(whole));
        let singular = lower.strip_suffix('s').unwrap_or(lower);
        let plural = lower.ends_with('s') && !proper && !lower.ends_with("ss")
            || matches!(
                lower,
                "people" | "police" | "men" | "women" | "children" | "spokesmen" | "some"
            );
        let document = matches!(
            singular,
            "statement"
                | "report"
                | "study"
                | "poll"
                | "survey"
                | "letter"
                | "document"
                | "memo"
                | "email"
                | "article"
                | "release"
                | "complaint"
                | "lawsuit"
                | "update"
                | "editorial"
                | "filing"
                | "transcript"
                | "book"
                | "law"
                | "sign"
                | "website"
        );
        let organisation = name::is_organisation(lower)
            || name::is_organisation(singular) && !plural
            || proper && whole.len() <= 6 && whole.chars().all(|c| c.is_uppercase() || c == '.');
        let kind = if name::is_place(whole) {
            SpeakerKind::Place
        } else if document {
            SpeakerKind::Document
        } else if organisation {
            SpeakerKind::Organisation
        } else if name::title(lower).is_some_and(|t| !t.honorific) {
            SpeakerKind::Person
        } else if plural {
            SpeakerKind::Group
        } else {
            SpeakerKind::Unknown
        };
        let owned = core.clone().any(|i| scene.tag(i) == Tag::Propn) && organisation;
        (kind, proper || owned, plural)
    }
}

/// Whether two lists of given names can be one person's: equal, an initial, or one of them missing.
fn same_given(a: &[String], b: &[String]) -> bool {
    let (Some(first), Some(second)) = (a.first(), b.first()) else { return true };
    let initial = first.chars().count() == 1 || second.chars().count() == 1;
    if initial {
        first.chars().next() == second.chars().next()
    } else {
        name::similar(first, second)
    }
}

/// Whether `asked` can mean somebody introduced as `given`.
fn agree(given: &Role, asked: &Role) -> bool {
    let same = given.head == asked.head || !given.group.is_empty() && given.group == asked.group;
    let apart = !given.of.is_empty()
        && !asked.of.is_empty()
        && !given.of.iter().any(|w| asked.of.contains(w));
    same && !apart
}
