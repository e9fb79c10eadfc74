//! Gradient boosted trees (Friedman 2001): features -> how sure it is. `trainer/pairs.py` grows them.

use std::sync::LazyLock;

use super::pair::FEATURES;

/// Below this, no further tree is asked: they would not make it likely.
const HOPELESS: f64 = -4.5;

/// A question or an answer; the left branch follows its question. Small, so that all trees stay in the cache.
struct Node {
    /// Whether this feature is at most so much; [`LEAF`] for an answer, which is `most`.
    feature: u8,
    /// Where the right branch begins, counted from the node.
    right: u8,
    most: f32,
}

const LEAF: u8 = u8::MAX;

struct Tree(Vec<Node>);

/// `trees.tsv`: names of the features, then a tree a line, a split (`feature:threshold`) before its branches.
static TREES: LazyLock<Vec<Tree>> =
    LazyLock::new(|| word_list!("desk/trees.tsv").lines().skip(1).filter_map(Tree::read).collect());

impl Tree {
    fn read(line: &str) -> Option<Tree> {
        let mut nodes = Vec::new();
        branch(&mut line.split(' '), &mut nodes)?;
        Some(Tree(nodes))
    }

    fn answer(&self, features: &[f64; FEATURES]) -> f64 {
        let mut at = 0;
        loop {
            let Node { feature, right, most } = &self.0[at];
            match *feature {
                LEAF => return f64::from(*most),
                feature if features[usize::from(feature)] <= f64::from(*most) => at += 1,
                _ => at += usize::from(*right),
            }
        }
    }
}

fn branch<'a>(words: &mut impl Iterator<Item = &'a str>, nodes: &mut Vec<Node>) -> Option<()> {
    let word = words.next()?;
    let Some((feature, most)) = word.split_once(':') else {
        nodes.push(Node { feature: LEAF, right: 0, most: number(word)? });
        return Some(());
    };
    let feature = feature.parse().ok().filter(|&feature| usize::from(feature) < FEATURES)?;
    let at = nodes.len();
    nodes.push(Node { feature, right: 0, most: number(most)? });
    branch(words, nodes)?;
    nodes[at].right = u8::try_from(nodes.len() - at).ok()?;
    branch(words, nodes)
}

fn number(word: &str) -> Option<f32> {
    word.parse::<f64>().ok().map(|number| number as f32)
}

/// How sure it is, 0 to 1; what is less likely than one in a hundred may be less likely still.
pub fn likelihood(features: &[f64; FEATURES]) -> f64 {
    let mut sum = 0.0;
    for tree in TREES.iter() {
        sum += tree.answer(features);
        if sum < HOPELESS {
            break;
        }
    }
    1.0 / (1.0 + (-sum).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::pair::NAMES;

    #[test]
    fn a_tree_asks_and_answers() {
        let tree = Tree::read("1:0.5 2:3 -1 0.25 2").unwrap();
        let with = |one: f64, two: f64| {
            let mut features = [0.0; FEATURES];
            (features[1], features[2]) = (one, two);
            tree.answer(&features)
        };
        assert_eq!([with(0.5, 3.0), with(0.0, 4.0), with(1.0, 0.0)], [-1.0, 0.25, 2.0]);
        assert!(Tree::read("1:0.5 2:3 -1").is_none());
    }

    #[test]
    fn the_trees_were_grown_on_these_features() {
        let lines: Vec<&str> = word_list!("desk/trees.tsv").lines().collect();
        assert_eq!(lines[0], NAMES.join(" "));
        assert_eq!(TREES.len(), lines.len() - 1);
    }
}
