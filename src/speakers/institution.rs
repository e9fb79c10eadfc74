//! Words in and beside the names of organisations (`organisation.tsv`).

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::names;

/// Small words inside the names of organisations in other languages.
const JOINTS: &[&str] = &[
    "de", "du", "des", "da", "do", "dos", "das", "del", "della", "di", "la", "le", "les", "los",
    "el", "y", "e", "et", "und", "für", "za", "och", "og", "i", "van", "voor", "het",
];

/// What a word does in and beside the names of organisations.
#[derive(Clone, Copy, Debug, Default)]
pub struct Uses {
    /// Ends one: `Notos Lines`.
    pub head: bool,
    /// Begins one with `of`: `Institute of Health`, `Hospital de Santa Rita`.
    pub first: bool,
    /// Stands beside one: `the carrier Voltrans`, `the Free Khevra movement`.
    pub beside: bool,
    /// Stands after one: `Voltrans, a unit of …`.
    pub described: bool,
    /// Of these, what is as often named after a place: `the Torhov foundry`.
    pub placed: bool,
    /// Begins so many that alone it tells nothing: `National`.
    pub general: bool,
    /// In a name, it is no person's: `Tarrow City`, `Harbour Times`.
    pub institution: bool,
    /// In capitals, the first letters of what is no organisation: `GDP`.
    pub thing: bool,
}

pub static WORDS: LazyLock<HashMap<&str, Uses>> = LazyLock::new(|| {
    let rows = word_list!("speakers/organisation.tsv").lines().skip(1);
    rows.filter_map(|row| row.split_once('\t'))
        .map(|(word, uses)| {
            let has = |use_of: &str| uses.split(' ').any(|one| one == use_of);
            let [head, first, beside, described, placed, general, institution, thing] = [
                "head",
                "first",
                "beside",
                "described",
                "placed",
                "general",
                "institution",
                "thing",
            ]
            .map(has);
            (word, Uses { head, first, beside, described, placed, general, institution, thing })
        })
        .collect()
});

/// Words in the names of organisations in other languages, small and Latin, and what they are in English.
static ENGLISH: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let rows = word_list!("speakers/foreign.tsv").lines().skip(1);
    rows.filter_map(|row| row.split_once('\t'))
        .flat_map(|(english, words)| words.split(' ').map(move |word| (word, english)))
        .collect()
});

/// A word of another language, in small Latin letters, as names of organisations have it in English: `ministère`.
pub fn english(word: &str) -> Option<&'static str> {
    ENGLISH.get(word).copied()
}

/// Whether a word joins those of a name in another language: `Hospital [de] Santa Rita`.
pub fn joins(word: &str) -> bool {
    JOINTS.contains(&word)
}

/// The uses of a word, in lower case, with or without its accents.
pub fn uses(word: &str) -> Uses {
    let known = WORDS.get(word).copied();
    known.or_else(|| WORDS.get(&*names::letters(word)).copied()).unwrap_or_default()
}

/// Whether a word begins the names of so many organisations that it tells none; in small Latin letters.
pub fn is_general(word: &str) -> bool {
    uses(word).general
}

/// Whether it begins a name, and what follows tells whose: `[Banco] Atalaya`; in small Latin letters.
pub fn is_first(word: &str) -> bool {
    uses(word).first && !uses(word).head
}

/// Whether a name with this word is no person's; in lower case.
pub fn is_institution(lower: &str) -> bool {
    WORDS.get(lower).is_some_and(|uses| uses.institution)
}

/// Whether organisations are named by this word last: `the [Directorate]`.
pub fn is_head(word: &str) -> bool {
    uses(word).head
}
