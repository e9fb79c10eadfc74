//! Which of many are worth comparing: those that share a word (blocking by an inverted index; Papadakis et al.,
//! "Blocking and filtering techniques for entity resolution", ACM Computing Surveys 53(2), 2020).

use std::collections::HashMap;

use super::words::Word;
use crate::sort;

/// So many with the same word are compared with each: the time is linear, and a word that is everywhere tells nothing.
const MOST: usize = 12;
/// A word that more have brings two together only beside another that both have.
pub const COMMON: usize = 2 * MOST;

/// Pairs of indices that share a word, the smaller index first, each once, in the order of the larger; or two words,
/// where `common` have each of them. The words of each are given.
pub fn pairs(all: impl Iterator<Item = Vec<Word>>, common: usize) -> Vec<(usize, usize)> {
    let all: Vec<Vec<Word>> = all.collect();
    let mut places: HashMap<Word, Vec<usize>> = HashMap::new();
    for (at, words) in all.iter().enumerate() {
        for &word in words {
            let places = places.entry(word).or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    let mut pairs = Vec::new();
    for (at, words) in all.iter().enumerate() {
        pairs.extend(before(at, words, &places, common).into_iter().map(|one| (one, at)));
    }
    pairs
}

/// The nearest before an index that share enough words with it.
fn before(
    at: usize,
    words: &[Word],
    places: &HashMap<Word, Vec<usize>>,
    common: usize,
) -> Vec<usize> {
    const ENOUGH: usize = 2;
    // Once for each word that many have, twice for any other.
    let mut near: Vec<usize> = Vec::new();
    for (nth, word) in words.iter().enumerate() {
        if words[..nth].contains(word) {
            continue;
        }
        let places = &places[word];
        let own = places.partition_point(|&place| place < at);
        let nearest = &places[own.saturating_sub(MOST)..own];
        let times = if places.len() > common { 1 } else { ENOUGH };
        (0..times).for_each(|_| near.extend(nearest));
    }
    sort::numbers(&mut near);
    let enough = near.chunk_by(|one, other| one == other).filter(|same| same.len() >= ENOUGH);
    enough.map(|same| same[0]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_shares_a_word_is_compared_once() {
        let words = [vec![1, 2], vec![3], vec![2, 1], vec![3, 4]];
        assert_eq!(pairs(words.into_iter(), COMMON), [(0, 2), (1, 3)]);
    }

    #[test]
    fn a_word_that_many_have_is_not_enough() {
        let words = [vec![1, 2], vec![1, 3], vec![2, 1]];
        assert_eq!(pairs(words.iter().cloned(), 2), [(0, 2)]);
        assert_eq!(pairs(words.iter().cloned(), 3), [(0, 1), (0, 2), (1, 2)]);
    }

    #[test]
    fn a_word_that_is_everywhere_costs_no_square() {
        assert!(pairs((0..1000).map(|_| vec![7]), 1000).len() <= 1000 * MOST);
    }
}
