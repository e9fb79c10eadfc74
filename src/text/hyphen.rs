//! Hyphens that are part of a word: after some prefixes (`prefix.tsv`), and where a word breaks off (`th- there`).

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a prefix may be written before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Letter,
    /// A day or month, as in `mid-May`, stays a word of its own.
    SmallLetter,
}

static PREFIXES: LazyLock<HashMap<&str, Before>> = LazyLock::new(|| {
    rows()
        .map(|(prefix, before, _)| match before {
            "small letter" => (prefix, Before::SmallLetter),
            _ => (prefix, Before::Letter),
        })
        .collect()
});

/// The longest prefix in bytes.
const LONGEST: usize = 7;

/// The prefix, what it is written before, an example.
fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    word_list!("text/prefix.tsv").lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?, columns.next()?))
    })
}

/// In small letters or with a capital; `UN-` is no prefix.
fn before(word: &str) -> Option<Before> {
    let shouted = word.len() > 1 && word.chars().all(char::is_uppercase);
    if word.len() > LONGEST || shouted {
        return None;
    }
    PREFIXES.get(word.to_ascii_lowercase().as_str()).copied()
}

/// Whether `word` is a prefix to what `rest` begins with after its hyphen: `re` before `-open`.
pub fn is_prefix(word: &str, rest: &str) -> bool {
    let Some(next) = rest.strip_prefix('-').and_then(|after| after.chars().next()) else {
        return false;
    };
    next.is_alphabetic()
        && before(word).is_some_and(|before| before == Before::Letter || next.is_lowercase())
}

/// Whether the hyphen that `rest` begins with shows that `word` breaks off: `th- there's`, `a w- no`.
///
/// A word that is begun again says so, and so does one without a vowel; a prefix waits for its word (`pre- and
/// post-war`).
pub fn breaks_off(word: &str, rest: &str) -> bool {
    let Some(after) = rest.strip_prefix('-') else { return false };
    if after.starts_with(|c: char| c.is_alphanumeric() || c == '-') {
        return false;
    }
    let after = after.trim_start_matches([' ', '\u{a0}']);
    let again = after.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    again || is_onset(word) || (before(word).is_some() && word.len() > 1)
}

/// `th`, `W`, `kn`: the sounds before a vowel, which are no word; `BB` and `TV` are.
fn is_onset(word: &str) -> bool {
    let consonant = |c: char| c.is_ascii_alphabetic() && !"aeiouyAEIOUY".contains(c);
    let small = word.chars().skip(1).all(|c| c.is_ascii_lowercase());
    word.len() <= 3 && small && word.chars().all(consonant)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    #[test]
    fn examples_hold_the_prefix_and_its_word_as_one() {
        for (prefix, _, example) in rows() {
            assert!(prefix.len() <= LONGEST, "{prefix}");
            let document = Document::new(example);
            let whole =
                |i| document.word(i).strip_prefix(prefix).is_some_and(|w| w.starts_with('-'));
            assert!((0..document.tokens.len()).any(whole), "{example}");
        }
    }

    #[test]
    fn tells_prefixes_from_other_words() {
        for (word, rest, expected) in [
            ("re", "-open", true),
            ("Non", "-Muslim", true),
            ("UN", "-backed", false),
            ("mid", "-air", true),
            ("mid", "-May", false),
            ("pre", "-2020", false),
            ("re", "- open", false),
            ("well", "-known", false),
        ] {
            assert_eq!(is_prefix(word, rest), expected, "{word}{rest}");
        }
    }

    #[test]
    fn tells_a_broken_word_from_a_dash() {
        for (word, rest, expected) in [
            ("th", "- there it is", true),
            ("belie", "- believe it", true),
            ("W", "- no", true),
            ("kn", "-", true),
            ("pre", "- and post-war", true),
            ("late", "- we left", false),
            ("TV", "- and radio", false),
            ("BB", "- by the agency", false),
            ("he", "-man", false),
            ("th", "-- no", false),
        ] {
            assert_eq!(breaks_off(word, rest), expected, "{word}{rest}");
        }
    }
}
