//! A word -> what the network sees of it: its number in the word list, and rows of hashed affixes and shape.
//!
//! `trainer/features.py` computes the same; `models/features.tsv` holds examples that both are tested with.

use std::borrow::Cow;

use crate::fnv::fnv;

/// The tables of affixes, in the order of the file; their sizes come from it.
const NAMES: [&str; TABLES] = ["suffix2:", "suffix3:", "suffix4:", "prefix3:", "shape:"];
pub const TABLES: usize = 5;

/// Typographic marks as their typewriter forms.
fn fold(c: char) -> char {
    match c {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        '…' => '.',
        _ => c,
    }
}

/// Lower case, digits as 0, typographic quotation marks and dashes folded.
pub fn normalise(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars().map(fold) {
        if c.is_ascii() {
            plain.push(if c.is_ascii_digit() { '0' } else { c.to_ascii_lowercase() });
        } else {
            plain.extend(c.to_lowercase());
        }
    }
    plain
}

/// `Xxx` for Anna, `X.X.` for U.S., `dd` for 12: classes of characters, runs cut at three.
pub fn shape(word: &str) -> String {
    let mut shape = String::with_capacity(word.len());
    let (mut last, mut run) = ('\0', 0);
    for c in word.chars().map(fold) {
        let class = match c {
            _ if c.is_ascii_digit() => 'd',
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ => c,
        };
        run = if class == last { run + 1 } else { 1 };
        last = class;
        if run <= 3 {
            shape.push(class);
        }
    }
    shape
}

/// The number under which a normalised word stands in the word list.
pub fn word_hash(normalised: &str) -> u32 {
    fnv([normalised.as_bytes()])
}

/// The row of each table; `sizes` are their numbers of rows.
pub fn rows(normalised: &str, word: &str, sizes: &[usize; TABLES]) -> [usize; TABLES] {
    let keys: [Cow<str>; TABLES] = [
        last(normalised, 2).into(),
        last(normalised, 3).into(),
        last(normalised, 4).into(),
        first(normalised, 3).into(),
        shape(word).into(),
    ];
    std::array::from_fn(|i| fnv([NAMES[i].as_bytes(), keys[i].as_bytes()]) as usize % sizes[i])
}

/// The last `count` characters.
fn last(word: &str, count: usize) -> &str {
    word.char_indices().rev().nth(count - 1).map_or(word, |(at, _)| &word[at..])
}

/// The first `count` characters.
fn first(word: &str, count: usize) -> &str {
    word.char_indices().nth(count).map_or(word, |(at, _)| &word[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_trainer() {
        let sizes = [1024, 2048, 4096, 2048, 512];
        for line in include_str!("../../models/features.tsv").lines().skip(1) {
            let columns: Vec<&str> = line.split('\t').collect();
            let plain = normalise(columns[0]);
            let numbers = rows(&plain, columns[0], &sizes).map(|row| row.to_string()).join(" ");
            let found =
                [columns[0], &plain, &shape(columns[0]), &word_hash(&plain).to_string(), &numbers];
            assert_eq!(found[..], columns[..]);
        }
    }
}
