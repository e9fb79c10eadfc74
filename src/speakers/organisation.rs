//! Organisations by name, and which of their names are one organisation's: `Notos Lines S.A.`, `Notos`, `NL`.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::alias;
use super::capital::{self, Bearer, Run};
use super::institution;
use super::scene::Scene;
use crate::names;
use crate::sort;
use crate::syntax::gazetteer::class;

/// Legal forms, as they are written.
const FORMS: &[&str] = &[
    "AB", "AD", "AG", "AS", "A/S", "ASA", "BV", "Corp", "EOOD", "GmbH", "Inc", "JSC", "Ltd",
    "Limited", "LLC", "NV", "OOO", "Oy", "Oyj", "PLC", "Plc", "plc", "S.A.", "SA", "SE", "SpA",
    "S.p.A.", "S.L.", "SL", "Kft", "Zrt", "d.o.o.",
];

/// Further words for what kind of firm it is; in small letters.
const KINDS: &[&str] =
    &["co", "corporation", "group", "holding", "holdings", "incorporated", "pvt", "srl"];

/// Whether a word, as it is written, is a legal form: such a name is a firm's.
pub fn is_legal_form(word: &str) -> bool {
    FORMS.contains(&word)
}

/// Whether a word, in small Latin letters, only says what kind of firm it is, which a name has or has not.
fn is_legal(word: &str) -> bool {
    static LETTERS: LazyLock<HashSet<String>> =
        LazyLock::new(|| FORMS.iter().map(|form| names::letters(form)).collect());
    KINDS.contains(&word) || LETTERS.contains(word)
}

/// Words that a name has or has not.
const IDLE: &[&str] =
    &["", "the", "s", "of", "and", "for", "affairs", "de", "la", "du", "des", "del"];

/// The name of an organisation, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationName {
    /// Small and Latin, without articles and legal forms.
    pub words: Vec<String>,
    /// How each sounds, if it is long: spellings of a long word may differ.
    sounds: Vec<String>,
    /// The first letters of all its words but small ones.
    initials: String,
    /// Whether it has a legal form, and so is short for no other.
    complete: bool,
}

impl OrganisationName {
    pub fn new(name: &str) -> Self {
        let parts = name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/'));
        let small =
            |part: &&str| part.chars().next().is_some_and(char::is_lowercase) && part.len() < 4;
        let initials = parts.clone().filter(|part| !small(part)).map(names::letters);
        let initials = initials.filter_map(|part| part.chars().next()).collect();
        let same = |word: String| if word == "internal" { "interior".to_owned() } else { word };
        let all: Vec<String> =
            parts.map(names::letters).filter(|word| !IDLE.contains(&&**word)).map(same).collect();
        let telling: Vec<String> = all.iter().filter(|word| !is_legal(word)).cloned().collect();
        let complete = !telling.is_empty() && telling.len() < all.len();
        let words = if telling.is_empty() { all } else { telling };
        let sound = |word: &String| if word.len() > 3 { names::sound(word) } else { word.clone() };
        let sounds = words.iter().map(sound).collect();
        OrganisationName { words, sounds, initials, complete }
    }

    /// By what it is looked up: its words as they sound, and their first letters.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.sounds.iter().map(String::as_str).chain([&*self.initials])
    }

    /// Whether both have the same words, as they sound.
    pub fn is(&self, other: &Self) -> bool {
        self.sounds == other.sounds
    }

    /// Whether it can be short for another: the same words, its first word or words, its last words, or their first
    /// letters.
    pub fn is_short_for(&self, long: &Self) -> bool {
        let (short, words) = (&self.words, &long.words);
        if short.is_empty() || short.len() > words.len() {
            return false;
        }
        if self.is(long) {
            return short.len() > 1 || !institution::is_general(&short[0]);
        }
        let telling = |word: &String| !institution::is_general(word);
        let starts = long.sounds.starts_with(&self.sounds) && short.iter().any(telling);
        let rest = &words[..words.len() - short.len()];
        let what = !rest.is_empty() && rest.iter().all(|word| institution::is_first(word));
        let ends = long.sounds.ends_with(&self.sounds) && (short.len() > 1 || what);
        let turned = short.len() > 1
            && short.len() == words.len()
            && short.iter().all(|word| words.contains(word));
        let letters = short.len() == 1 && long.initials.len() > 2 && short[0] == long.initials;
        !self.complete && (starts || ends || turned || letters)
    }
}

/// One organisation's names.
struct Group {
    name: OrganisationName,
    longest: Range<usize>,
    /// What the text gives in brackets after it, in small Latin letters.
    acronym: Option<String>,
    mentions: Vec<Range<usize>>,
}

impl Group {
    /// Whether a name can be short for it: by its words, by the acronym that the text gives, or `the Directorate`.
    fn is(&self, scene: &Scene, mention: &Range<usize>, name: &OrganisationName) -> bool {
        let [word] = &name.words[..] else { return name.is_short_for(&self.name) };
        let last = self.name.words.len() > 1
            && self.name.words.last() == Some(word)
            && is_headed(scene, mention);
        last || self.acronym.as_ref() == Some(word) || name.is_short_for(&self.name)
    }
}

/// `the [Directorate]`: short for an organisation that ends with the word.
pub fn is_headed(scene: &Scene, mention: &Range<usize>) -> bool {
    mention.len() == 1
        && institution::is_head(scene.lower(mention.start))
        && mention.start > 0
        && scene.is(mention.start - 1, &["the"])
}

/// The fullest name of an organisation, and its mentions in order.
pub type Organisation = (String, Vec<Range<usize>>);

/// The organisations that a text names: the fullest name of each, and its mentions in order; and the capitalised
/// words that may name anything. `runs` are such words outside of persons' names.
pub fn find(
    scene: &Scene,
    aliases: &HashMap<String, Range<usize>>,
    runs: Vec<Run>,
) -> (Vec<Organisation>, Vec<Run>) {
    let sure = |run: &Run| run.bearer == Bearer::Organisation && !is_common(scene, &run.tokens);
    let (mut sure, open): (Vec<Run>, Vec<Run>) = runs.into_iter().partition(sure);
    // Long names first, so that a short form finds the one that it is short for.
    sort::by_key(&mut sure, |run| (usize::MAX - run.tokens.len(), run.tokens.start));
    let mut groups = Groups { aliases, list: Vec::new(), by_key: HashMap::new() };
    for run in sure {
        let group = groups.home(scene, &run).unwrap_or_else(|| groups.make(scene, &run.tokens));
        groups.add(scene, group, run.tokens);
    }
    let mut left = Vec::new();
    for run in open {
        match groups.home(scene, &run) {
            Some(group) => groups.add(scene, group, run.tokens),
            None => left.push(run),
        }
    }
    (groups.list.into_iter().map(|group| with_display(scene, group)).collect(), left)
}

/// Whether a lone word is what many organisations are called.
fn is_common(scene: &Scene, run: &Range<usize>) -> bool {
    let lower = scene.lower(run.start);
    run.len() == 1
        && (institution::is_institution(lower)
            || institution::is_head(lower)
            || scene.syntax.classes(run.start) & class::COMMON > 0)
}

/// The organisations of a text so far.
struct Groups<'a> {
    aliases: &'a HashMap<String, Range<usize>>,
    list: Vec<Group>,
    by_key: HashMap<String, Vec<usize>>,
}

impl Groups<'_> {
    fn make(&mut self, scene: &Scene, mention: &Range<usize>) -> usize {
        let name = name_of(scene, mention);
        let group = self.list.len();
        name.keys().for_each(|key| self.by_key.entry(key.to_owned()).or_default().push(group));
        self.list.push(Group {
            name,
            longest: mention.clone(),
            acronym: None,
            mentions: Vec::new(),
        });
        group
    }

    fn add(&mut self, scene: &Scene, group: usize, mention: Range<usize>) {
        if let Some(at) = capital::acronym_after(scene, &mention) {
            let acronym = names::letters(scene.word(at));
            self.by_key.entry(acronym.clone()).or_default().push(group);
            self.list[group].acronym = Some(acronym);
        }
        if let Some(name) = self.aliases.get(&alias::text(scene, &mention)) {
            let named = name_of(scene, name);
            named.keys().for_each(|key| self.by_key.entry(key.to_owned()).or_default().push(group));
        }
        self.list[group].mentions.push(mention);
    }

    /// The group that a name belongs to: the one of just that name, else the one that it can be short for.
    fn home(&self, scene: &Scene, run: &Run) -> Option<usize> {
        let mention = &run.tokens;
        let name = name_of(scene, mention);
        let alias = self.aliases.get(&alias::text(scene, mention));
        let aliased = alias.map(|name| name_of(scene, name));
        let keys = name
            .keys()
            .chain(aliased.iter().flat_map(OrganisationName::keys))
            .chain(name.words.first().map(String::as_str));
        let mut near: Vec<usize> =
            keys.filter_map(|key| self.by_key.get(key)).flatten().copied().collect();
        sort::numbers(&mut near);
        near.dedup();
        let exact = near.iter().copied().find(|&group| name.is(&self.list[group].name));
        if exact.is_some() || run.doubtful {
            return exact;
        }
        let is_named = |group: &Group| {
            alias.is_some_and(|name| {
                group.mentions.iter().any(|known| known.start < name.end && name.start < known.end)
            })
        };
        let mut found = near.into_iter().filter(|&group| {
            let group = &self.list[group];
            is_named(group) || group.is(scene, mention, &name)
        });
        // What is short for two is short for neither: `Varda` beside `Varda First` and `Varda Board`.
        found.next().filter(|_| found.next().is_none())
    }
}

fn with_display(scene: &Scene, mut group: Group) -> Organisation {
    sort::by_key(&mut group.mentions, |mention| (mention.start, 0));
    let display = scene.document.span(group.longest).on_one_line(scene.document.text);
    (display, group.mentions)
}

fn name_of(scene: &Scene, name: &Range<usize>) -> OrganisationName {
    OrganisationName::new(scene.document.span(name.clone()).of(scene.document.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_of_organisations() {
        for (short, long, is) in [
            ("Notos", "Notos Lines S.A.", true),
            ("Notos Lines", "Notos Lines S.A.", true),
            ("NSL", "Notos Shipping Lines", true),
            ("Shipping Lines", "Notos Shipping Lines", true),
            ("Civil Defence Ministry", "Ministry of Civil Defence", true),
            ("MIA", "Ministry of Internal Affairs", true),
            ("Atalaya", "Banco Atalaya", true),
            ("Varda Hidro", "Varda Hydro", true),
            ("Lines", "Notos Lines", false),
            ("National", "National Bank", false),
            ("Hallig AG", "Hallig India", false),
            ("Notos Lines", "Notos Ports", false),
        ] {
            let (one, other) = (OrganisationName::new(short), OrganisationName::new(long));
            assert_eq!(one.is_short_for(&other), is, "{short} {long}");
        }
    }
}
