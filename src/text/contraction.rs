//! Words that are written as one: clitics (`mayor|'s`, `do|n't`) and others by list (`contraction.tsv`).

use std::collections::HashMap;
use std::sync::LazyLock;

/// Marks that are typed for an apostrophe between two letters.
pub const APOSTROPHES: &[char] = &['\'', '’', '‘', '`', '´', 'ʼ'];

static CONTRACTIONS: LazyLock<HashMap<&str, Vec<&str>>> =
    LazyLock::new(|| rows().map(|(written, words, _)| (written, words)).collect());

/// The longest entry of the list, in characters.
const LONGEST: usize = 8;

/// What is written, its words, an example.
fn rows() -> impl Iterator<Item = (&'static str, Vec<&'static str>, &'static str)> {
    word_list!("text/contraction.tsv").lines().skip(1).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?.split(' ').collect(), columns.next()?))
    })
}

/// Where the words of a written word end; bytes, in order, its own end the last.
///
/// `don't` ends at 2 and 5, `I'd've` at 1, 3 and 6, `harbour` at 7.
pub fn ends(word: &str) -> Vec<usize> {
    let mut ends = vec![word.len()];
    let mut head = word;
    while let Some(cut) = clitic(head) {
        head = &head[..cut];
        ends.push(cut);
    }
    ends.reverse();
    if let Some(words) = listed(head) {
        let characters = words.iter().scan(0, |sum, word| {
            *sum += word.chars().count();
            Some(*sum)
        });
        let byte = |count| head.char_indices().nth(count).map(|(at, _)| at);
        ends.splice(0..0, characters.filter_map(byte));
    }
    ends
}

fn listed(word: &str) -> Option<&'static Vec<&'static str>> {
    let plain = |c: char| if APOSTROPHES.contains(&c) { '\'' } else { c.to_ascii_lowercase() };
    if word.chars().nth(LONGEST).is_some() {
        return None;
    }
    CONTRACTIONS.get(word.chars().map(plain).collect::<String>().as_str())
}

/// Where a clitic at the end of a word begins: `mayor|'s`, `do|n't`; bytes.
fn clitic(word: &str) -> Option<usize> {
    let at = word.rfind(APOSTROPHES).filter(|&at| at > 0)?;
    let after = word[at..].trim_start_matches(APOSTROPHES);
    if after.eq_ignore_ascii_case("t") {
        return (at > 1 && word[..at].ends_with(['n', 'N'])).then(|| at - 1);
    }
    is_clitic(after).then_some(at)
}

fn is_clitic(letters: &str) -> bool {
    ["s", "re", "ve", "ll", "d", "m"].iter().any(|clitic| letters.eq_ignore_ascii_case(clitic))
}

/// Length of `’s`, `'re`, `'em`, `’tis`, where no letter stands before an apostrophe; bytes.
pub fn leading(rest: &str, apostrophe: usize) -> Option<usize> {
    let after = &rest[apostrophe..];
    let letters = after.len() - after.trim_start_matches(char::is_alphabetic).len();
    let word = &after[..letters];
    let clipped = ["em", "tis", "twas", "til"].iter().any(|whole| word.eq_ignore_ascii_case(whole));
    (clipped || is_clitic(word)).then_some(apostrophe + letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    #[test]
    fn examples_hold_their_words() {
        for (written, words, example) in rows() {
            assert!(written.chars().count() <= LONGEST, "{written}");
            assert_eq!(words.concat(), written);
            let document = Document::new(example);
            let all: Vec<&str> = (0..document.tokens.len()).map(|i| document.word(i)).collect();
            assert!(all.windows(words.len()).any(|some| some == words), "{example}: {all:?}");
        }
    }

    #[test]
    fn cuts_clitics_off() {
        for (word, expected) in [
            ("harbour", vec!["harbour"]),
            ("don't", vec!["do", "n't"]),
            ("it‘s", vec!["it", "‘s"]),
            ("I'd've", vec!["I", "'d", "'ve"]),
            ("shouldn’t’ve", vec!["should", "n’t", "’ve"]),
            ("CANNOT", vec!["CAN", "NOT"]),
            ("Y’all're", vec!["Y’", "all", "'re"]),
            ("o'clock", vec!["o'clock"]),
            ("'s", vec!["'s"]),
        ] {
            let mut start = 0;
            let found: Vec<&str> = ends(word)
                .into_iter()
                .map(|end| &word[std::mem::replace(&mut start, end)..end])
                .collect();
            assert_eq!(found, expected);
        }
    }
}
