//! Lists of phrases, found in one look-up by their first or their last word.

use std::collections::HashMap;

use crate::sort;
use crate::text::Document;

/// Phrases of one token or more, and what each stands for.
pub struct Table<T> {
    /// By the word that is met first; longest phrase first.
    phrases: HashMap<String, Vec<(Vec<String>, T)>>,
    side: Side,
    exact: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Read from its last word back.
    Before,
    /// Read from its first word on.
    After,
}

impl<T: Clone> Table<T> {
    /// `exact`: capitals matter, as in `mW` and `MW`.
    pub fn new<'a>(side: Side, exact: bool, rows: impl Iterator<Item = (&'a str, T)>) -> Self {
        let mut phrases: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (phrase, meaning) in rows {
            let document = Document::new(phrase);
            let word =
                |i| if exact { document.word(i).to_owned() } else { document.lower(i).to_owned() };
            let mut words: Vec<String> = (0..document.tokens.len()).map(word).collect();
            if side == Side::Before {
                words.reverse();
            }
            if let Some(first) = words.first().cloned() {
                phrases.entry(first).or_default().push((words, meaning));
            }
        }
        for rows in phrases.values_mut() {
            sort::by_key(rows, |(words, _)| (usize::MAX - words.len(), 0));
        }
        Table { phrases, side, exact }
    }

    /// The longest phrase that begins with token `at` (or, read back, ends with it): its length in
    /// tokens and its meaning. No token at or past `limit` is read.
    pub fn find(&self, document: &Document, at: usize, limit: usize) -> Option<(usize, &T)> {
        let word = |i| if self.exact { document.word(i) } else { document.lower(i) };
        // A full stop may have gone to the last word as to an abbreviation: `60 mph.`
        let plain = |i| word(i).strip_suffix('.').filter(|_| self.side == Side::After);
        let rows = self.phrases.get(word(at)).or_else(|| self.phrases.get(plain(at)?))?;
        let reads = |words: &[String]| {
            words.iter().enumerate().all(|(step, expected)| {
                let index = match self.side {
                    Side::After => Some(at + step).filter(|&i| i < limit),
                    Side::Before => at.checked_sub(step).filter(|&i| i >= limit),
                };
                index.is_some_and(|i| word(i) == expected || plain(i) == Some(expected.as_str()))
            })
        };
        rows.iter().find(|(words, _)| reads(words)).map(|(words, meaning)| (words.len(), meaning))
    }
}

/// The rows of a list, without its heading, by column.
pub fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    list.lines().skip(1).map(|line| line.split('\t').collect())
}
