//! Frequent verbs and their forms (`verb.tsv`).

use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Base,
    /// `says`
    Third,
    /// `said`, also as a participle where both are one word.
    Past,
    /// `taken`
    Participle,
    /// `saying`
    Ing,
}

static FORMS: LazyLock<HashMap<String, (&'static str, Form)>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    for line in word_list!("syntax/verb.tsv").lines().skip(1) {
        let mut columns = line.split('\t');
        let base = columns.next().unwrap_or_default();
        let past = columns.next().map_or_else(|| join(base, "ed"), str::to_owned);
        forms.insert(join(base, "ing"), (base, Form::Ing));
        forms.insert(third(base), (base, Form::Third));
        if let Some(participle) = columns.next() {
            forms.insert(participle.to_owned(), (base, Form::Participle));
        }
        forms.insert(past, (base, Form::Past));
        forms.insert(base.to_owned(), (base, Form::Base));
    }
    forms
});

/// The base form and the form of a verb in lower case; `None` for a word that is not in the list.
///
/// ```
/// use copydesk::syntax::{Form, base_form};
/// assert_eq!(base_form("fled"), Some(("flee", Form::Past)));
/// assert_eq!(base_form("trapped"), Some(("trap", Form::Past)));
/// ```
pub fn base_form(word: &str) -> Option<(&'static str, Form)> {
    FORMS.get(word).copied()
}

fn third(base: &str) -> String {
    let consonant_y =
        base.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| base.ends_with(end));
    if consonant_y {
        return format!("{}ies", &base[..base.len() - 1]);
    }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].iter().any(|ending| base.ends_with(ending));
    format!("{base}{}", if hisses { "es" } else { "s" })
}

/// Adds `ed` or `ing`, with the changes of spelling that they bring.
fn join(base: &str, ending: &str) -> String {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let letters: Vec<char> = base.chars().collect();
    let last = |n: usize| letters.len().checked_sub(n).map(|i| letters[i]);
    match (last(3), last(2), last(1)) {
        (_, Some('i'), Some('e')) if ending == "ing" => format!("{}ying", &base[..base.len() - 2]),
        (_, Some(c), Some('e')) if !(c == 'e' && ending == "ing") => {
            format!("{}{ending}", &base[..base.len() - 1])
        }
        (_, Some(c), Some('y')) if !vowel(c) && ending == "ed" => {
            format!("{}ied", &base[..base.len() - 1])
        }
        (before, Some(v), Some(c)) if doubles(&letters, before, v, c) => {
            format!("{base}{c}{ending}")
        }
        _ => format!("{base}{ending}"),
    }
}

/// `trap` -> `trapped`, `commit` -> `committed`, but `wait`, `open`, `offer`.
fn doubles(letters: &[char], before: Option<char>, v: char, c: char) -> bool {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let short =
        vowel(v) && !vowel(c) && !matches!(c, 'w' | 'x' | 'y') && !before.is_some_and(vowel);
    let syllables = letters.windows(2).filter(|pair| vowel(pair[1]) && !vowel(pair[0])).count()
        + usize::from(letters.first().is_some_and(|&c| vowel(c)));
    let word: String = letters.iter().collect();
    short
        && (syllables == 1
            || matches!(
                word.as_str(),
                "commit"
                    | "submit"
                    | "admit"
                    | "permit"
                    | "begin"
                    | "forget"
                    | "refer"
                    | "transfer"
                    | "forbid"
                    | "recall"
                    | "control"
                    | "cancel"
                    | "travel"
                    | "signal"
                    | "total"
            ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (word, base) in [
            ("says", "say"),
            ("carries", "carry"),
            ("tries", "try"),
            ("reaches", "reach"),
            ("dying", "die"),
            ("fleeing", "flee"),
            ("stopped", "stop"),
            ("opened", "open"),
            ("committed", "commit"),
            ("denied", "deny"),
            ("used", "use"),
            ("taken", "take"),
            ("left", "leave"),
        ] {
            assert_eq!(base_form(word).map(|(base, _)| base), Some(base), "{word}");
        }
        assert_eq!(base_form("harbour"), None);
    }
}
