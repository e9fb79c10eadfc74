//! Singulars of nouns: rules of spelling, and a list of the nouns that keep to none (`lemma.tsv`).

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

static IRREGULAR: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    word_list!("syntax/lemma.tsv")
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut columns = line.split('\t');
            Some((columns.next()?, columns.next()?))
        })
        .collect()
});

/// The singular of a noun, in the case that it is written in; a singular comes back as it is.
///
/// ```
/// use copydesk::syntax::singular;
/// assert_eq!(singular("families"), "family");
/// assert_eq!(singular("women"), "woman");
/// assert_eq!(singular("Ukrainians"), "Ukrainian");
/// assert_eq!(singular("aircraft"), "aircraft");
/// ```
pub fn singular(noun: &str) -> Cow<'_, str> {
    if !noun.is_ascii() && !noun.ends_with('s') {
        return Cow::Borrowed(noun);
    }
    if let Some(&irregular) = IRREGULAR.get(noun.to_ascii_lowercase().as_str()) {
        return Cow::Borrowed(irregular);
    }
    let stem = |cut: usize| &noun[..noun.len() - cut];
    let ends = |endings: &[&str]| endings.iter().any(|ending| noun.ends_with(ending));
    if noun.len() > 4 && ends(&["ies"]) {
        return Cow::Owned(format!("{}y", stem(3)));
    }
    if noun.len() > 4
        && ends(&["ches", "shes", "xes", "sses", "zzes", "oes", "tuses", "ruses", "puses", "nuses"])
    {
        return Cow::Borrowed(stem(2));
    }
    if noun.len() > 2 && ends(&["s"]) && !ends(&["ss", "us", "is", "'s", "’s"]) {
        return Cow::Borrowed(stem(1));
    }
    Cow::Borrowed(noun)
}

/// Whether a noun is in the plural, or is written alike in both numbers (`troops`, `police`, `aircraft`).
pub fn is_plural(noun: &str) -> bool {
    singular(noun) != noun || IRREGULAR.contains_key(noun.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_hold_the_plural() {
        for line in word_list!("syntax/lemma.tsv").lines().skip(1) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [plural, one, example] = columns[..] else { panic!("three columns: {line}") };
            assert_eq!(singular(plural), one);
            assert!(example.split(' ').any(|word| word.trim_matches('.') == plural), "{line}");
        }
    }

    #[test]
    fn singulars() {
        for (plural, one) in [
            ("cities", "city"),
            ("boxes", "box"),
            ("viruses", "virus"),
            ("houses", "house"),
            ("cases", "case"),
            ("heroes", "hero"),
            ("troops", "troop"),
            ("crisis", "crisis"),
            ("bus", "bus"),
            ("glass", "glass"),
        ] {
            assert_eq!(singular(plural), one);
        }
        assert!(is_plural("police") && !is_plural("house"));
    }
}
