//! Scores of heads -> the best tree.
//!
//! Most sentences need no search: every word's best head already makes a tree with one root. Where it does not, the
//! maximum spanning arborescence is found (Chu and Liu 1965; Edmonds 1967), once for each of the likeliest roots.

use crate::sort;

/// How many words are tried as root when the best heads make no tree.
const ROOTS: usize = 3;
const NEVER: f32 = -1e9;

/// Each word's head, counted from 1; 0 is the root, which exactly one word has.
///
/// `scores` has a row a word and a column a head, the root first: `scores[word * (words + 1) + head]`.
pub fn best(scores: &[f32], words: usize) -> Vec<usize> {
    let mut heads = vec![0];
    heads.extend(scores.chunks_exact(words + 1).map(largest));
    let roots = heads[1..].iter().filter(|&&head| head == 0).count();
    if words > 0 && (roots != 1 || cycle(&heads).is_some()) {
        heads = search(scores, words);
    }
    heads.remove(0);
    heads
}

/// A number that is the smaller the larger a score is (IEEE 754's total order, turned round).
fn descending(score: f32) -> usize {
    let bits = score.to_bits();
    let ascending = if bits >> 31 == 1 { !bits } else { bits | 1 << 31 };
    !ascending as usize
}

/// The best tree over several roots; its root's own entry comes first.
fn search(scores: &[f32], words: usize) -> Vec<usize> {
    let size = words + 1;
    let margin = |word: usize| {
        let row = &scores[(word - 1) * size..word * size];
        row[0] - row[1..].iter().copied().fold(NEVER, f32::max)
    };
    let mut roots: Vec<usize> = (1..size).collect();
    sort::by_key(&mut roots, |&root| (descending(margin(root)), 0));
    let tree = |&root: &usize| {
        let square = with_root(scores, size, root);
        let heads = arborescence(&square, size);
        let total: f32 = (1..size).map(|word| square[word * size + heads[word]]).sum();
        (total, heads)
    };
    let trees = roots.iter().take(ROOTS).map(tree);
    trees.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, heads)| heads).unwrap_or_default()
}

/// Square scores, row 0 for the root itself, in which only `root` may hang on it.
fn with_root(scores: &[f32], size: usize, root: usize) -> Vec<f32> {
    let mut square = vec![NEVER; size];
    square.extend_from_slice(scores);
    for word in 1..size {
        square[word * size] = NEVER;
        square[word * size + word] = NEVER;
    }
    square[root * size..(root + 1) * size].fill(NEVER);
    square[root * size] = scores[(root - 1) * size];
    square
}

/// Index of the first largest score; 0 where there is none.
pub fn largest(row: &[f32]) -> usize {
    let mut best = 0;
    for (at, &value) in row.iter().enumerate() {
        if value > row[best] {
            best = at;
        }
    }
    best
}

/// The words of one cycle among the heads, if there is one.
fn cycle(heads: &[usize]) -> Option<Vec<usize>> {
    // 0: not seen; otherwise the walk on which a word was seen.
    let mut walk_of = vec![0; heads.len()];
    for start in 1..heads.len() {
        let mut at = start;
        while at != 0 && walk_of[at] == 0 {
            walk_of[at] = start;
            at = heads[at];
        }
        if at != 0 && walk_of[at] == start {
            let mut words = vec![at];
            let mut next = heads[at];
            while next != at {
                words.push(next);
                next = heads[next];
            }
            return Some(words);
        }
    }
    None
}

/// The best heads without a cycle: takes the best head of each, and contracts cycles one by one.
fn arborescence(scores: &[f32], size: usize) -> Vec<usize> {
    let mut heads: Vec<usize> = scores.chunks_exact(size).map(largest).collect();
    heads[0] = 0;
    let Some(cycle) = cycle(&heads) else { return heads };
    let outside: Vec<usize> = (0..size).filter(|word| !cycle.contains(word)).collect();
    let contracted = contract(scores, size, &heads, &cycle, &outside);
    let solved = arborescence(&contracted.scores, outside.len() + 1);
    let whole = outside.len();
    for (at, &word) in outside.iter().enumerate().skip(1) {
        heads[word] = if solved[at] == whole { contracted.leave[at] } else { outside[solved[at]] };
    }
    heads[contracted.enter[solved[whole]]] = outside[solved[whole]];
    heads
}

/// The scores with a cycle as one word, the last.
struct Contracted {
    scores: Vec<f32>,
    /// By word outside as head: which word of the cycle it breaks open.
    enter: Vec<usize>,
    /// By word outside as dependent: which word of the cycle is its best head.
    leave: Vec<usize>,
}

fn contract(
    scores: &[f32],
    size: usize,
    heads: &[usize],
    cycle: &[usize],
    outside: &[usize],
) -> Contracted {
    let small = outside.len() + 1;
    let score = |word: usize, head: usize| scores[word * size + head];
    let better = |by: &dyn Fn(usize) -> f32| {
        cycle.iter().copied().reduce(|a, b| if by(b) > by(a) { b } else { a }).unwrap_or_default()
    };
    let mut out = Contracted { scores: vec![NEVER; small * small], enter: vec![], leave: vec![] };
    for (at, &word) in outside.iter().enumerate() {
        for (other, &head) in outside.iter().enumerate() {
            out.scores[at * small + other] = score(word, head);
        }
        let gain = |inside: usize| score(inside, word) - score(inside, heads[inside]);
        let enter = better(&gain);
        out.scores[(small - 1) * small + at] = gain(enter);
        out.enter.push(enter);
        let leave = better(&|inside| score(word, inside));
        out.scores[at * small + small - 1] = score(word, leave);
        out.leave.push(leave);
    }
    out.scores[..small].fill(NEVER);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The scores of three words, heads in columns: root, 1, 2, 3.
    fn heads(rows: [[f32; 4]; 3]) -> Vec<usize> {
        best(rows.as_flattened(), 3)
    }

    #[test]
    fn finds_the_best_tree() {
        for (rows, expected) in [
            // Best heads make a tree.
            ([[0., -9., 5., 0.], [5., 0., -9., 0.], [0., 0., 5., -9.]], [2, 0, 2]),
            // 1 and 2 hang on each other; breaking it at 2 costs least.
            ([[0., -9., 5., 0.], [4., 5., -9., 0.], [0., 0., 5., -9.]], [2, 0, 2]),
            // Two roots: only one may stay.
            ([[5., -9., 1., 0.], [4., 3., -9., 0.], [0., 0., 5., -9.]], [0, 1, 2]),
            // A cycle of all three.
            ([[0., -9., 9., 0.], [0., 0., -9., 9.], [1., 9., 0., -9.]], [2, 3, 0]),
        ] {
            assert_eq!(heads(rows), expected, "{rows:?}");
        }
        assert_eq!(best(&[1.0, -9.0], 1), [0]);
        assert!(best(&[], 0).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn always_a_tree(words in 1usize..14, seed in proptest::collection::vec(-9f32..9.0, 14 * 15)) {
            let heads = best(&seed[..words * (words + 1)], words);
            assert_eq!(heads.iter().filter(|&&head| head == 0).count(), 1);
            for start in 1..=words {
                let mut at = start;
                for _ in 0..words {
                    at = if at == 0 { 0 } else { heads[at - 1] };
                }
                assert_eq!(at, 0, "{start} does not lead to the root: {heads:?}");
            }
        }
    }
}
