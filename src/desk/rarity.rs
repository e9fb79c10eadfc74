//! How much words tell: those that few have tell more (inverse document frequency; Spärck Jones 1972).

use std::collections::HashMap;

use super::words::Word;

pub struct Rarity {
    counts: HashMap<Word, usize>,
    all: usize,
}

impl Rarity {
    /// Of the words of so many claims or utterances.
    pub fn new(all: impl Iterator<Item = Vec<Word>>) -> Self {
        let (mut counts, mut number) = (HashMap::new(), 0);
        for words in all {
            number += 1;
            for word in words {
                *counts.entry(word).or_insert(0) += 1;
            }
        }
        Rarity { counts, all: number }
    }

    pub fn of(&self, word: Word) -> f64 {
        let count = self.counts.get(&word).copied().unwrap_or(1);
        (1.0 + self.all as f64 / count as f64).ln()
    }

    pub fn sum(&self, words: &[Word]) -> f64 {
        words.iter().map(|&word| self.of(word)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_few_have_tells_more() {
        let rarity = Rarity::new([vec![1, 2], vec![1], vec![1, 3]].into_iter());
        assert!(rarity.of(2) > rarity.of(1));
        assert_eq!(rarity.of(2), rarity.of(9));
        assert_eq!(rarity.sum(&[2, 3]), 2.0 * rarity.of(2));
    }
}
