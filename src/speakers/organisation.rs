//! Organisations by name, and which of their names are one organisation's: `Notos Lines S.A.`, `Notos`, `NL`.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::alias;
use super::bearer::{self, Bearer};
use super::capital::Run;
use super::institution;
use super::located;
use super::name;
use super::scene::Scene;
use crate::names;
use crate::sort;
use crate::syntax::gazetteer::class;

/// Legal forms, as they are written.
const FORMS: &[&str] = &[
    "AB", "AD", "AG", "AS", "A/S", "ASA", "BV", "Bhd", "Corp", "EAD", "EOOD", "GmbH", "Inc", "JSC",
    "KG", "Ltd", "Limited", "LLC", "LLP", "NV", "OOO", "OÜ", "Oy", "Oyj", "PJSC", "PLC", "PT",
    "Plc", "Pty", "plc", "S.A.", "SA", "SAS", "SARL", "SE", "SIA", "SpA", "S.p.A.", "S.r.l.",
    "Srl", "S.L.", "SL", "Kft", "UAB", "Zrt", "d.d.", "d.o.o.",
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
const IDLE: &[&str] = &[
    "", "the", "s", "of", "and", "for", "affairs", "de", "la", "le", "les", "l", "d", "du", "des",
    "del", "della", "di", "da", "do", "dos", "das", "et", "e", "y", "und", "für", "der", "die",
    "i", "za",
];

/// The name of an organisation, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationName {
    /// Small and Latin, without articles and legal forms.
    pub words: Vec<String>,
    /// Which of them begin names, in their language: `Banco Atalaya`.
    firsts: Vec<bool>,
    /// How each sounds, if it is long: spellings of a long word may differ.
    sounds: Vec<String>,
    /// The first letters of all its words but small ones, and of all.
    initials: [String; 2],
    /// In small letters as it is written, if that is as the first letters of a name are.
    acronym: Option<String>,
    /// Whether it has a legal form, and so is short for no other.
    complete: bool,
}

impl OrganisationName {
    pub fn new(name: &str) -> Self {
        let parts = name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '’' | '\''));
        let small =
            |part: &&str| part.chars().next().is_some_and(char::is_lowercase) && part.len() < 4;
        let firsts = |parts: &mut dyn Iterator<Item = &str>| {
            parts.filter_map(|part| part.to_lowercase().chars().next()).collect::<String>()
        };
        let initials =
            [firsts(&mut parts.clone().filter(|part| !small(part))), firsts(&mut parts.clone())];
        let all: Vec<String> =
            parts.map(names::letters).filter(|word| !IDLE.contains(&&**word)).collect();
        let telling: Vec<String> = all.iter().filter(|word| !is_legal(word)).cloned().collect();
        let complete = !telling.is_empty() && telling.len() < all.len();
        let own = if telling.is_empty() { all } else { telling };
        let firsts = own.iter().map(|word| institution::is_first(word)).collect();
        let same = |word: String| institution::english(&word).map_or(word, str::to_owned);
        let words: Vec<String> = own.into_iter().map(same).collect();
        let sound = |word: &String| match word.strip_suffix('s') {
            _ if word.len() < 4 => word.clone(),
            Some(one) if !one.ends_with('s') && one.len() > 3 => names::sound(one),
            _ => names::sound(word),
        };
        let sounds = words.iter().map(sound).collect();
        let short =
            words.len() == 1 && bearer::is_acronym(name) && !institution::uses(&words[0]).thing;
        let acronym = short.then(|| name.to_lowercase());
        OrganisationName { words, firsts, sounds, initials, acronym, complete }
    }

    /// By what it is looked up: its words as they sound, and their first letters.
    pub fn keys(&self) -> impl Iterator<Item = String> {
        self.sounds.iter().cloned().chain(self.initials.iter().map(|all| names::letters(all)))
    }

    /// The letters by which an acronym finds it, and it an acronym.
    pub fn acronyms(&self) -> impl Iterator<Item = String> {
        let own = self.acronym.iter().map(|_| self.words[0].clone());
        own.chain(self.initials.iter().map(|all| names::letters(all))).filter(|all| all.len() > 1)
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
        let rest = &long.firsts[..words.len() - short.len()];
        let what = !rest.is_empty() && rest.iter().all(|first| *first);
        let ends = long.sounds.ends_with(&self.sounds) && (short.len() > 1 || what);
        let turned = short.len() > 1
            && short.len() == words.len()
            && self.sounds.iter().all(|word| long.sounds.contains(word));
        let letters = short.len() == 1 && self.is_first_letters(long);
        !self.complete && (starts || ends || turned || letters || self.leaves_out(long))
    }

    /// `Varda Hospital` for `Varda General Hospital`
    fn leaves_out(&self, long: &Self) -> bool {
        let (Some(head), true) = (self.words.last(), self.words.len() > 1) else { return false };
        let mut rest = long.sounds.iter();
        institution::is_head(head)
            && self.sounds[0] == long.sounds[0]
            && self.sounds.last() == long.sounds.last()
            && self.sounds.iter().all(|sound| rest.any(|other| other == sound))
    }

    /// `NSL` for `Notos Shipping Lines`, `MdF` for `Médecins du Fleuve`; two letters only in capitals.
    fn is_first_letters(&self, long: &Self) -> bool {
        let mut long = long.initials.iter();
        match &self.acronym {
            // `ÅF` may be `Asvik First`, but `AF` is not `Åsvik First`.
            Some(word) => long.any(|all| {
                all.chars().count() > 1 && (word == all || all.is_ascii() && self.words[0] == *all)
            }),
            None => long.any(|all| all.chars().count() > 2 && names::letters(all) == self.words[0]),
        }
    }
}

/// One organisation's names.
struct Group {
    name: OrganisationName,
    longest: Range<usize>,
    /// What the text gives in brackets after it, in small letters.
    acronym: Option<String>,
    mentions: Vec<Range<usize>>,
}

impl Group {
    /// Whether a name can be short for it: by its words, or `the Directorate`.
    fn is(&self, scene: &Scene, mention: &Range<usize>, name: &OrganisationName) -> bool {
        let [word] = &name.words[..] else { return name.is_short_for(&self.name) };
        let last = self.name.words.len() > 1
            && self.name.words.last() == Some(word)
            && is_headed(scene, mention);
        // Two letters are first letters of many: only brackets tell of which.
        last || word.chars().count() > 2 && name.is_short_for(&self.name)
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
    mut runs: Vec<Run>,
) -> (Vec<Organisation>, Vec<Run>) {
    let places = located::places(scene, &runs);
    for run in &mut runs {
        run.place = is_among(scene, &run.tokens, &places);
    }
    let sure = |run: &Run| {
        run.bearer == Bearer::Organisation && !is_common(scene, &run.tokens) && !run.place
    };
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

/// Whether a run is a lone word that is a place.
fn is_among(scene: &Scene, run: &Range<usize>, places: &HashSet<String>) -> bool {
    run.len() == 1 && places.contains(&names::letters(scene.word(run.start)))
}

/// Whether a lone word is what many organisations are called.
fn is_common(scene: &Scene, run: &Range<usize>) -> bool {
    let lower = scene.lower(run.start);
    run.len() == 1
        && (institution::is_institution(lower)
            || institution::is_head(lower)
            || name::title(lower).is_some()
            || scene.syntax.classes(run.start) & class::COMMON > 0)
}

/// The one that there is.
fn only(mut found: impl Iterator<Item = usize>) -> Option<usize> {
    found.next().filter(|_| found.next().is_none())
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
        name.keys().for_each(|key| self.by_key.entry(key).or_default().push(group));
        self.list.push(Group {
            name,
            longest: mention.clone(),
            acronym: None,
            mentions: Vec::new(),
        });
        group
    }

    fn add(&mut self, scene: &Scene, group: usize, mention: Range<usize>) {
        if let Some(at) = bearer::acronym_after(scene, &mention) {
            self.by_key.entry(names::letters(scene.word(at))).or_default().push(group);
            self.list[group].acronym = Some(scene.lower(at).to_owned());
        }
        if let Some(name) = self.aliases.get(&alias::text(scene, &mention)) {
            let named = name_of(scene, name);
            named.keys().for_each(|key| self.by_key.entry(key).or_default().push(group));
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
            .chain(name.words.first().cloned());
        let mut near: Vec<usize> =
            keys.filter_map(|key| self.by_key.get(&key)).flatten().copied().collect();
        sort::numbers(&mut near);
        near.dedup();
        let exact = near.iter().copied().find(|&group| name.is(&self.list[group].name));
        if exact.is_some() || run.doubtful {
            return exact;
        }
        let is_named = |group: &Group| {
            alias.is_some_and(|name| {
                group.mentions.iter().any(|known| known.start < name.end && name.start < known.end)
            }) || mention.len() == 1 && group.acronym.as_deref() == Some(scene.lower(mention.start))
        };
        let named: Vec<usize> =
            near.iter().copied().filter(|&group| is_named(&self.list[group])).collect();
        if !named.is_empty() || run.place {
            return only(named.into_iter());
        }
        // What is short for two is short for neither: `Varda` beside `Varda First` and `Varda Board`.
        only(near.into_iter().filter(|&group| self.list[group].is(scene, mention, &name)))
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
            ("VF", "Varda First", true),
            ("Varda Hospital", "Varda General Hospital", true),
            ("Varda Hospital", "Notos General Hospital", false),
            ("Vf", "Varda First", false),
            ("AF", "Årdal First", false),
            ("ÅF", "Ardal First", true),
            ("MdM", "Médecins du Mont", true),
            ("Ministère de l’Intérieur", "Ministry of Internal Affairs", true),
            ("Bombeiros Voluntários de Varda", "Varda Volunteer Firefighters", true),
            ("Institut national de santé publique", "National Institute of Public Health", true),
            ("Lines", "Notos Lines", false),
            ("National", "National Bank", false),
            ("Hallig AG", "Hallig India", false),
            ("Notos Lines", "Notos Ports", false),
        ] {
            let (one, other) = (OrganisationName::new(short), OrganisationName::new(long));
            assert_eq!(one.is_short_for(&other), is, "{short} {long}");
        }
    }

    #[test]
    fn acronyms_of_things_are_no_names() {
        let things = institution::WORDS.iter().filter(|(_, uses)| uses.thing);
        for (word, _) in things {
            let name = OrganisationName::new(&word.to_uppercase());
            assert!(name.acronym.is_none(), "{word}");
        }
    }
}
