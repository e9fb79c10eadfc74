//! Words as they are compared across articles: `evacuated` and `evacuation`, `coach` and `bus`, are one.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::dates::is_weekday_or_month;
use crate::names;
use crate::syntax::{Syntax, Tag, base_form, fnv, singular};
use crate::text::Document;

/// A word as it is compared: a number that stands for its stem, so that a brief is small and comparing is quick.
pub type Word = u32;

/// Words that outlets use for one another, by the class that they are compared as.
static SYNONYMS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let rows = word_list!("desk/synonym.tsv").lines().skip(1);
    rows.filter_map(|row| row.split_once('\t'))
        .flat_map(|(class, words)| words.split(' ').map(move |word| (word, class)))
        .collect()
});

/// Endings that make a noun or an adjective of a verb; longest first.
const ENDINGS: &[&str] = &[
    "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ors", "er", "or",
    "ies", "ed", "ly", "e", "y", "s",
];

/// A word without its endings is no shorter than this.
const SHORTEST: usize = 4;

/// The number of a stem.
pub fn word(stem: &str) -> Word {
    fnv([stem.as_bytes()])
}

/// What a content word is compared as; `None` for words that say nothing by themselves.
pub fn word_at(document: &Document, syntax: &Syntax, at: usize) -> Option<Word> {
    stem_at(document, syntax, at).map(|stem| word(&stem))
}

/// The stem of a content word.
pub fn stem_at(document: &Document, syntax: &Syntax, at: usize) -> Option<String> {
    let lower = document.lower(at);
    let lemma = match syntax.tag(at) {
        Tag::Noun | Tag::Propn => singular(lower),
        Tag::Verb => base_form(lower).map_or(lower, |(base, _)| base).into(),
        Tag::Adj | Tag::Adv | Tag::X => lower.into(),
        _ => return None,
    };
    let empty = EMPTY.contains(&&*lemma) || is_weekday_or_month(lower);
    Some(stem(&lemma)).filter(|stem| !stem.is_empty() && !empty)
}

/// What a word is compared as; `lemma` in lower case.
pub fn stem(lemma: &str) -> String {
    if let Some(class) = SYNONYMS.get(lemma) {
        return (*class).to_owned();
    }
    let letters = names::letters(lemma);
    let cut = ENDINGS
        .iter()
        .find_map(|ending| letters.strip_suffix(ending).filter(|stem| stem.len() >= SHORTEST));
    cut.unwrap_or(&letters).to_owned()
}

/// Content words that say nothing of what a sentence is about.
const EMPTY: &[&str] = &[
    "also",
    "be",
    "do",
    "have",
    "just",
    "more",
    "most",
    "not",
    "now",
    "only",
    "other",
    "say",
    "so",
    "still",
    "such",
    "then",
    "very",
    "thing",
    "way",
    "about",
    "around",
    "some",
    "accord",
    "least",
    "near",
    "tell",
    "add",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "however",
    "too",
    "even",
    "already",
    "yet",
    "well",
    "there",
    "here",
    "again",
    "meanwhile",
    "really",
    "quite",
    "rather",
];
