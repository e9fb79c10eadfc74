//! Names and their parts: titles, given names, surnames, and whether two spellings can be one name.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::institution;
use super::scene::Scene;
use crate::dates::is_weekday_or_month;
use crate::names;
use crate::syntax::Tag;
use crate::syntax::gazetteer::class;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    Female,
    Male,
}

fn gender(letter: &str) -> Option<Gender> {
    match letter {
        "f" => Some(Gender::Female),
        "m" => Some(Gender::Male),
        _ => None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// `Mr`, `Dr`: tells nothing of a person's office.
    pub honorific: bool,
    pub gender: Option<Gender>,
    /// Offices that a text uses for one another: `president`, `leader`.
    pub group: &'static str,
}

static TITLES: LazyLock<HashMap<&str, Title>> = LazyLock::new(|| {
    let lines = word_list!("speakers/title.tsv").lines().skip(1);
    lines
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let (word, usage) = (columns.next()?, columns.next()?);
            let gender = columns.next().and_then(gender);
            let group = columns.next().unwrap_or_default();
            Some((word, Title { honorific: usage == "honorific", gender, group }))
        })
        .collect()
});

static GIVEN: LazyLock<HashMap<&str, Option<Gender>>> = LazyLock::new(|| {
    let lines = word_list!("speakers/given.tsv").lines().skip(1);
    lines.filter_map(|line| line.split_once('\t')).map(|(name, g)| (name, gender(g))).collect()
});

static PLACES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| word_list!("speakers/place.tsv").lines().skip(1).collect());

/// A title or role, also in the plural's singular form; `word` in lower case.
pub fn title(word: &str) -> Option<Title> {
    TITLES.get(word.strip_suffix('.').unwrap_or(word)).copied()
}

pub fn given(word: &str) -> Option<Option<Gender>> {
    GIVEN.get(word).copied()
}

pub fn is_place(words: &str) -> bool {
    PLACES.contains(words.strip_prefix("the ").or(words.strip_prefix("The ")).unwrap_or(words))
}

/// A name in a noun phrase, and what the phrase says of its bearer.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// Tokens of the bare name: `Ida Brandt`.
    pub name: Range<usize>,
    /// Token of the role: `mayor`.
    pub role: Option<usize>,
    pub gender: Option<Gender>,
    /// Whether a title or role stands before the name.
    pub titled: bool,
}

impl Parsed {
    /// Whether it is one part of a name, with its particles at most: `Brandt`, `van der Zwaan`.
    pub fn is_part(&self, scene: &Scene) -> bool {
        let mut before = self.name.start..self.name.end - 1;
        before.all(|at| is_particle(scene.lower(at)))
    }
}

/// Small words of names: `van`, `Al`, `Ní`.
fn is_particle(lower: &str) -> bool {
    matches!(
        lower,
        "de" | "van"
            | "von"
            | "der"
            | "den"
            | "la"
            | "le"
            | "du"
            | "bin"
            | "ben"
            | "al"
            | "el"
            | "di"
            | "da"
            | "dos"
            | "ní"
            | "ni"
            | "ó"
            | "mac"
            | "abu"
            | "ter"
            | "ten"
            | "lo"
    )
}

/// The name at the end of a base noun phrase.
pub fn parse(scene: &Scene, core: Range<usize>) -> Option<Parsed> {
    let mut end = core.end;
    while end > core.start && scene.is(end - 1, &["'s", "’s", "'", "’", ","]) {
        end -= 1;
    }
    if end == core.start || !scene.capital(end - 1) && !is_syllable(scene, end - 1) {
        return None;
    }
    let mut start = end;
    let mut role = None;
    let mut gender = None;
    let mut titled = false;
    while start > core.start {
        let at = start - 1;
        let lower = scene.lower(at);
        if start < end
            && let Some(title) = title(lower)
            && !joined(scene, at)
        {
            titled = true;
            gender = gender.or(title.gender);
            role = (!title.honorific).then_some(at);
            break;
        }
        if !in_name(scene, at) {
            break;
        }
        start = at;
    }
    if end - start == 1 && !titled && start == core.start && follows_given(scene, start) {
        start -= 1;
    }
    // A nationality or place is no given name: the name begins after it.
    let full = start..end;
    if full.is_empty()
        || scene.syntax.is_determiner(full.start)
        || scene.is(full.start, &["he", "she", "it", "they", "i", "we", "you", "the"])
    {
        return None;
    }
    // `Director General of Police K. R. Hale`: what an office is of is no name.
    let of = |start: usize| full.end - start > 2 && institution::is_head(scene.lower(start));
    let full = if of(full.start) { full.start + 1..full.end } else { full };
    let first = given(scene.word(full.start)).flatten();
    Some(Parsed { name: full, role, gender: gender.or(first), titled })
}

/// Whether a capitalised word before a surname is its given name, which the phrase left out: `[Kagge] Lindqvist`.
fn follows_given(scene: &Scene, surname: usize) -> bool {
    let Some(at) = surname.checked_sub(1) else { return false };
    let before = at.checked_sub(1).map_or("", |before| scene.lower(before));
    let word = scene.word(at);
    scene.sentence(at).contains(&surname)
        && !is_common(scene, surname)
        && scene.document.tokens[surname].space_before
        && scene.tag(at) == Tag::Propn
        && word.chars().count() > 1
        && word.starts_with(char::is_uppercase)
        && word.contains(char::is_lowercase)
        && scene.syntax.name_of(at).is_none()
        && title(scene.lower(at)).is_none()
        && scene.syntax.classes(at) & (class::NATIONALITY | class::COUNTRY) == 0
        && !is_weekday_or_month(scene.lower(at))
        && !matches!(before, "in" | "at" | "near" | "from" | "on" | "the")
}

/// Whether a word with a capital is one that names of things end with: `the Marshall [Plan]`, `1423 K. [Results]`.
pub fn is_common(scene: &Scene, at: usize) -> bool {
    let lower = scene.lower(at);
    scene.syntax.classes(at) & class::COMMON > 0
        || institution::is_head(lower)
        || institution::is_institution(lower)
}

fn joined(scene: &Scene, at: usize) -> bool {
    scene.word(at + 1) == "-"
}

/// A capital, an initial, a hyphen between them, or a particle (`de`, `van`).
fn in_name(scene: &Scene, at: usize) -> bool {
    let word = scene.word(at);
    scene.capital(at) && !scene.syntax.is_determiner(at)
        || word == "-"
        || is_syllable(scene, at)
        || word.starts_with(char::is_lowercase)
            && (is_particle(word) || is_article(word) && scene.word(at + 1) == "-")
}

/// Articles of Arabic names, as they sound before the next letter: `Kasem [at]-Tamimi`.
fn is_article(lower: &str) -> bool {
    matches!(lower, "ad" | "ar" | "as" | "ash" | "at" | "az" | "an")
}

/// Whether it is the small second half of a given name: `Min-[seo]`, `Soo-[jin]`.
pub fn is_syllable(scene: &Scene, at: usize) -> bool {
    at > 1
        && scene.word(at - 1) == "-"
        && !scene.document.tokens[at].space_before
        && !scene.document.tokens[at - 1].space_before
        && scene.word(at).starts_with(char::is_lowercase)
        && !(at + 1 < scene.len() && scene.word(at + 1) == "-")
        && [at, at - 2].iter().all(|&part| is_korean(scene.lower(part)))
}

/// One syllable as Korean and Chinese are written in Latin letters: a consonant, vowels, and one of few endings.
fn is_korean(lower: &str) -> bool {
    const INITIALS: &[&str] = &[
        "ch", "sh", "kk", "tt", "pp", "ss", "jj", "g", "k", "n", "d", "t", "r", "l", "m", "b", "p",
        "s", "j", "h", "w", "y", "",
    ];
    const ENDS: &[&str] = &["ng", "n", "m", "k", "l", "p", "t", "h", ""];
    let begun = INITIALS.iter().find_map(|initial| lower.strip_prefix(initial));
    let rest = begun.unwrap_or_default();
    let vowels = rest.len() - rest.trim_start_matches(['a', 'e', 'i', 'o', 'u', 'y', 'w']).len();
    (1..=3).contains(&vowels) && ENDS.contains(&&rest[vowels..])
}

/// Up to so many sounds a spelling must agree with another: `Hale` and `Hall` are two.
const SHORT: usize = 5;
/// The likeness of two spellings of one longer name.
const SPELLING: f64 = 0.8;

/// The first two letters of a sound, by which names are looked up; `z` and `s` are one (Zelensky, Selenskyj).
pub fn first_letters(sound: &str) -> String {
    sound
        .chars()
        .take(2)
        .enumerate()
        .map(|(at, c)| if at == 0 && c == 'z' { 's' } else { c })
        .collect()
}

/// Whether two parts of names, by their sound, are spellings of one: equal, or nearly so if they are long.
pub fn similar(a: &str, b: &str) -> bool {
    let first = |sound: &str| first_letters(sound).chars().next();
    let long = a.len().max(b.len()) > SHORT && first(a) == first(b);
    a == b || long && names::likeness(a, b) >= SPELLING
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn romanisations_agree() {
        for (a, b, same) in [
            ("Boïtchenko", "Boychenko", true),
            ("Kovalchuk", "Kowaltschuk", true),
            ("Zelensky", "Selenskyj", true),
            ("Hale", "Hall", false),
            ("Brandt", "Brant", true),
            ("Marsh", "Marsden", false),
        ] {
            assert_eq!(similar(&names::sound(a), &names::sound(b)), same, "{a} {b}");
        }
    }
}
