//! Who is meant by the words beside a quote: a name, a pronoun, a role, or nobody named.

use std::ops::Range;

use super::alias;
use super::institution;
use super::mention::Mention;
use super::name::{self, Gender, Parsed};
use super::person::{Cast, Entity};
use super::role::{self, Role};
use crate::analysis::SpeakerKind;
use crate::syntax::Tag;

impl Cast<'_, '_> {
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
        let alias = self.alias_of(mention);
        let mention = alias.as_ref().unwrap_or(mention);
        let at = mention.core.start;
        if let Some(antecedent) = self.antecedent(mention) {
            return self.whom(&antecedent, next);
        }
        if self.is_several(mention) {
            return Some(self.other(mention));
        }
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

    /// `the WHU`, where the text says what it stands for.
    fn alias_of(&self, mention: &Mention) -> Option<Mention> {
        let core = &mention.core;
        let article = usize::from(core.len() > 1 && self.scene.is(core.start, &["the"]));
        let name = self.aliases.get(&alias::text(self.scene, &(core.start + article..core.end)))?;
        let apart = name.end <= core.start || core.end <= name.start;
        apart.then(|| Mention { tokens: name.clone(), core: name.clone() })
    }

    /// `Ida Brandt and Vadim Hale`: two who speak as one.
    fn is_several(&self, mention: &Mention) -> bool {
        let scene = self.scene;
        let and = mention.core.end;
        let second = (and + 1 < mention.tokens.end && scene.is(and, &["and"]))
            .then(|| scene.syntax.phrase_of(and + 1))
            .flatten();
        let named = |tokens: Range<usize>| name::parse(scene, tokens).is_some();
        second.is_some_and(|second| {
            second.tokens.end == mention.tokens.end
                && named(second.tokens.clone())
                && named(mention.core.clone())
        })
    }

    /// `the mayor of the lower town Ida Brandt`: a name later in the mention, after a role.
    fn inner_name(&mut self, mention: &Mention) -> Option<usize> {
        let scene = self.scene;
        let role = role::of_phrase(self.scene, mention.core.clone())?;
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
        self.entities[person].learn(Role { tokens, ..role });
        Some(person)
    }

    /// Adds the apposition of a mention to the roles of its person.
    fn describe(&mut self, person: usize, mention: &Mention) {
        if let Some(role) = role::after_name(self.scene, mention.core.end) {
            self.entities[person].learn(role);
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
                "who" | "which" => return Some(None),
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

    /// `Hale, [who] said …`: the noun phrase before a relative pronoun.
    fn antecedent(&self, mention: &Mention) -> Option<Mention> {
        let at = mention.core.start;
        if mention.core.len() > 1 || !self.scene.is(at, &["who", "which"]) {
            return None;
        }
        let last = at.checked_sub(1)?;
        let last = if self.scene.word(last) == "," { last.checked_sub(1)? } else { last };
        let core = self.scene.syntax.phrase_of(last)?.tokens.clone();
        (core.end == last + 1).then(|| Mention { tokens: core.clone(), core })
    }

    /// Who `he` or `she` is: whom a sentence since the last quote is about, or the last speaker.
    fn person_before(&self, at: usize, gender: Gender) -> Option<usize> {
        let quoted = self.named_in_words(at);
        let fits = |e: usize| {
            let entity = &self.entities[e];
            entity.kind == SpeakerKind::Person
                && entity.gender.is_none_or(|g| g == gender)
                && !quoted.contains(&e)
        };
        let until = self.namings.partition_point(|naming| naming.at < at);
        let since = self.last.map_or(0, |(_, position)| position);
        let recent = self.namings[..until].iter().rev().take(40).take_while(|n| n.at > since);
        let unquoted = recent.filter(|n| self.scene.quotation(n.at).is_none());
        let mut candidates = unquoted.filter(|n| fits(n.entity));
        let subject = candidates.clone().find(|n| n.subject).map(|n| n.entity);
        let spoken = self.last.map(|(entity, _)| entity).filter(|&e| fits(e));
        let near = candidates.next().map(|n| n.at);
        let any = || {
            let mut before = self.namings[..until].iter().rev().take(20);
            before.find(|n| fits(n.entity)).map(|n| n.at)
        };
        // The first named in that sentence: the others stand in its phrases.
        let first = |at: usize| {
            let sentence = self.scene.document.sentence_of(at);
            let start = self.scene.document.sentences[sentence].tokens.start;
            let from = self.namings.partition_point(|n| n.at < start);
            self.namings[from..until].iter().find(|n| fits(n.entity)).map(|n| n.entity)
        };
        subject.or(spoken).or_else(|| near.or_else(any).and_then(first))
    }

    /// Whom the quotations of the sentence at token `at` name: nobody speaks of himself by name.
    fn named_in_words(&self, at: usize) -> Vec<usize> {
        let periods = &self.scene.periods;
        let period = periods.partition_point(|period| period.end <= at);
        let Some(period) = periods.get(period) else { return Vec::new() };
        let from = self.namings.partition_point(|naming| naming.at < period.start);
        let within = self.namings[from..].iter().take_while(|naming| naming.at < period.end);
        let quoted = within.filter(|naming| self.scene.quotation(naming.at).is_some());
        quoted.take(8).map(|naming| naming.entity).collect()
    }

    /// `the mayor`, `the Ukrainian leader`: the person introduced so.
    fn by_role(&mut self, mention: &Mention) -> Option<usize> {
        let scene = self.scene;
        let role = role::of_phrase(self.scene, mention.core.clone())?;
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
        let fits = |e: &Entity| {
            e.kind == SpeakerKind::Person && e.roles.iter().any(|r| role::agree(r, &role))
        };
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
        let role = role::of_phrase(self.scene, mention.core.clone())?;
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
        let several = self.is_several(mention);
        let end = if several { mention.tokens.end } else { end };
        // `the Tarrow Institute for Harbour Studies`
        let name =
            scene.syntax.name_of(core.end - 1).filter(|name| name.tokens.start >= core.start);
        let end = name.map_or(end, |name| name.tokens.end.min(mention.tokens.end).max(end));
        let tokens = core.start + usize::from(article)..end;
        let display = self.display(&tokens);
        let key = display.to_lowercase();
        let indefinite = scene.is(core.start, &["a", "an", "another", "one"]);
        if let Some(&old) = self.by_text.get(&key).filter(|_| !indefinite) {
            return old;
        }
        let (kind, named, plural) = match several {
            true => (SpeakerKind::Group, true, true),
            false => self.describe_other(&core),
        };
        self.entities.push(Entity {
            name: tokens,
            display,
            kind,
            named,
            gender: name::title(scene.lower(core.end - 1)).and_then(|title| title.gender),
            plural,
            roles: Vec::new(),
            given: Vec::new(),
            surname: String::new(),
            second: None,
            called: false,
        });
        self.by_text.insert(key, self.entities.len() - 1);
        self.entities.len() - 1
    }

    /// Kind, whether it has a name, and whether it is plural.
    fn describe_other(&self, core: &Range<usize>) -> (SpeakerKind, bool, bool) {
        let scene = self.scene;
        let head = core.end - 1;
        let lower = scene.lower(head);
        let whole = scene.document.span(core.clone()).of(scene.document.text);
        let proper = scene.capital(head)
            && (head > core.start || scene.tag(head) == Tag::Propn || name::is_place(whole));
        let singular = lower.strip_suffix('s').unwrap_or(lower);
        let plural = !proper && is_plural(lower);
        let word = scene.word(head);
        let acronym = word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '.');
        let organisation = acronym
            || institution::is_institution(lower)
            || institution::is_institution(singular) && !plural;
        let kind = match () {
            () if name::is_place(whole) => SpeakerKind::Place,
            () if DOCUMENTS.contains(&singular) => SpeakerKind::Document,
            () if organisation => SpeakerKind::Organisation,
            () if name::title(lower).is_some_and(|t| !t.honorific) => SpeakerKind::Person,
            () if plural => SpeakerKind::Group,
            () => SpeakerKind::Unknown,
        };
        // `the coastguard`, `Kyiv's army`: an institution is known by what it is; `a charity` is not.
        let known =
            core.clone().any(|i| scene.tag(i) == Tag::Propn) || scene.is(core.start, &["the"]);
        (kind, proper || known && organisation, plural)
    }
}

/// What says something without being anybody.
const DOCUMENTS: &[&str] = &[
    "statement",
    "report",
    "study",
    "poll",
    "survey",
    "letter",
    "document",
    "memo",
    "email",
    "article",
    "release",
    "complaint",
    "lawsuit",
    "update",
    "editorial",
    "filing",
    "transcript",
    "book",
    "law",
    "sign",
    "website",
];

fn is_plural(lower: &str) -> bool {
    let irregular =
        ["people", "police", "men", "women", "children", "spokesmen", "spokeswomen", "some"];
    lower.ends_with('s') && !lower.ends_with("ss") || irregular.contains(&lower)
}
