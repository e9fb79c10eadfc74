//! Gradient boosted trees (Friedman 2001): features -> how sure it is. `trainer/pairs.py` grows them.

use std::sync::LazyLock;

use super::pair::FEATURES;

/// A question or an answer; the left branch follows its question.
enum Node {
    /// Whether a feature is at most so much; where the right branch begins.
    Split { feature: usize, most: f64, right: usize },
    /// What the tree adds.
    Leaf(f64),
}

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
            match &self.0[at] {
                Node::Leaf(answer) => return *answer,
                Node::Split { feature, most, .. } if features[*feature] <= *most => at += 1,
                Node::Split { right, .. } => at = *right,
            }
        }
    }
}

fn branch<'a>(words: &mut impl Iterator<Item = &'a str>, nodes: &mut Vec<Node>) -> Option<()> {
    let word = words.next()?;
    let Some((feature, most)) = word.split_once(':') else {
        nodes.push(Node::Leaf(word.parse().ok()?));
        return Some(());
    };
    let feature = feature.parse().ok().filter(|&feature| feature < FEATURES)?;
    let at = nodes.len();
    nodes.push(Node::Leaf(0.0));
    branch(words, nodes)?;
    nodes[at] = Node::Split { feature, most: most.parse().ok()?, right: nodes.len() };
    branch(words, nodes)
}

/// How sure it is, 0 to 1.
pub fn likelihood(features: &[f64; FEATURES]) -> f64 {
    let sum: f64 = TREES.iter().map(|tree| tree.answer(features)).sum();
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
