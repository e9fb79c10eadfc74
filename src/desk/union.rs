//! Which of many belong together (union-find, with paths halved; Tarjan and van Leeuwen 1984).

pub struct Union {
    parents: Vec<usize>,
}

impl Union {
    /// So many, each for itself.
    pub fn new(count: usize) -> Self {
        Union { parents: (0..count).collect() }
    }

    /// The one that stands for all that belong with this one: the first of them.
    pub fn root(&mut self, mut at: usize) -> usize {
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    /// Puts two together.
    pub fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.parents[one.max(other)] = one.min(other);
    }

    /// All that belong together, in order, those alone included.
    pub fn groups(mut self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); self.parents.len()];
        for at in 0..self.parents.len() {
            let root = self.root(at);
            groups[root].push(at);
        }
        groups.retain(|group| !group.is_empty());
        groups
    }
}
