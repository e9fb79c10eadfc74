//! Which of many are worth comparing: those that share a word (blocking by an inverted index; Papadakis et al.,
//! "Blocking and filtering techniques for entity resolution", ACM Computing Surveys 53(2), 2020).

use std::collections::HashMap;

use super::words::Word;
use crate::sort;

/// So many with the same word are compared with each: the time is linear, and a word that is everywhere tells nothing.
const MOST: usize = 12;

/// Pairs of indices that share a word, the smaller index first, each once, in order. The words of each are given.
pub fn pairs(all: impl Iterator<Item = Vec<Word>>) -> Vec<(usize, usize)> {
    let mut places: HashMap<Word, Vec<usize>> = HashMap::new();
    for (at, words) in all.enumerate() {
        for word in words {
            let places = places.entry(word).or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for places in places.values() {
        for (at, &other) in places.iter().enumerate() {
            pairs.extend(places[at.saturating_sub(MOST)..at].iter().map(|&one| (one, other)));
        }
    }
    sort::by_key(&mut pairs, |&pair| pair);
    pairs.dedup();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_shares_a_word_is_compared_once() {
        let words = [vec![1, 2], vec![3], vec![2, 1], vec![3, 4]];
        assert_eq!(pairs(words.into_iter()), [(0, 2), (1, 3)]);
    }

    #[test]
    fn a_word_that_is_everywhere_costs_no_square() {
        assert!(pairs((0..1000).map(|_| vec![7])).len() <= 1000 * MOST);
    }
}
