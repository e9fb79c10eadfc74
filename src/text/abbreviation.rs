//! Words that are written with a full stop (`abbreviation.tsv`).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What may follow an abbreviation's full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// A name: the sentence goes on (`Mr.`, `Gen.`).
    Name,
    /// A number, else the full stop ends the sentence (`No.`, `p.`).
    Number,
    /// A number, or a small letter: days and months.
    Calendar,
    /// A year (`b. 1950`).
    Year,
    /// Anything: the sentence ends if a capital follows (`Inc.`, `a.m.`).
    Anything,
}

static ABBREVIATIONS: LazyLock<HashMap<&str, Follows>> = LazyLock::new(|| {
    rows()
        .map(|(word, follows, _)| {
            let follows = match follows {
                "name" | "initial" => Follows::Name,
                "number" => Follows::Number,
                "calendar" => Follows::Calendar,
                "year" => Follows::Year,
                _ => Follows::Anything,
            };
            (word, follows)
        })
        .collect()
});

/// `word`, what follows it, an example.
fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    word_list!("text/abbreviation.tsv").lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?, columns.next()?))
    })
}

/// What may follow `word` and its full stop; `None` if it is no abbreviation. `word` without the stop.
/// Titles are known in capitals too (`GEN.`).
pub fn follows(word: &str) -> Option<Follows> {
    let listed = |word: &str| ABBREVIATIONS.get(word).copied();
    listed(word).or_else(|| {
        if !word.is_ascii() || word.len() < 2 || !word.bytes().all(|b| b.is_ascii_uppercase()) {
            return None;
        }
        let title = word[..1].to_owned() + &word[1..].to_ascii_lowercase();
        listed(&title).filter(|follows| *follows == Follows::Name)
    })
}

/// Initials of two letters and more, in small ones: `Yu. Hale`, as other alphabets have them.
static INITIALS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    rows().filter(|row| row.1 == "initial").map(|row| row.0.to_lowercase()).collect()
});

/// Whether a word, without its stop and in any case, is the first letter of a name.
pub fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 || INITIALS.contains(&word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    #[test]
    fn examples_are_one_sentence_with_the_stop_in_the_token() {
        for (word, _, example) in super::rows() {
            let document = Document::new(example);
            assert_eq!(document.sentences.len(), 1, "{example}");
            let found = (0..document.tokens.len())
                .any(|i| document.word(i).strip_suffix('.') == Some(word));
            assert!(found, "{word}. is no token of {example:?}");
        }
    }
}
