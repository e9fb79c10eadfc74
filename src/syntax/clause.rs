//! Clauses: a predicate with what depends on it.

use std::ops::Range;

use super::{Relation, Syntax, Tag};

/// A predicate and its span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The predicate: a verb, or a noun or adjective with a copula.
    pub head: usize,
    /// From its first to its last token; clauses inside it included.
    pub tokens: Range<usize>,
    pub subject: Option<usize>,
}

impl Syntax<'_> {
    /// The smallest clause that a token stands in.
    ///
    /// ```
    /// use copydesk::{syntax::Syntax, text::Document};
    /// let document = Document::new("She said that the bridge had collapsed.");
    /// let clause = Syntax::new(&document).clause_of(4);
    /// assert_eq!((clause.head, clause.subject, clause.tokens), (6, Some(4), 2..7));
    /// ```
    pub fn clause_of(&self, token: usize) -> Clause {
        let mut head = token;
        while !self.is_clause_head(head) {
            match self.head(head) {
                Some(above) => head = above,
                None => break,
            }
        }
        self.clause(head)
    }

    /// The clause whose predicate is `head`.
    pub fn clause(&self, head: usize) -> Clause {
        Clause { head, tokens: self.subtree(head), subject: self.subject(head) }
    }

    /// The subject of a predicate; a second verb (`came and left`) has that of the first.
    pub fn subject(&self, head: usize) -> Option<usize> {
        let own = self.dependent(head, Relation::is_subject);
        let shares = || matches!(self.relation(head), Relation::Conj | Relation::Xcomp);
        own.or_else(|| {
            shares().then(|| self.head(head)).flatten().and_then(|above| self.subject(above))
        })
    }

    /// Whether a clause of its own hangs on this token.
    pub fn is_clause_head(&self, token: usize) -> bool {
        use Relation::*;
        match self.relation(token) {
            Root | Ccomp | Advcl | AdvclRelcl | Acl | AclRelcl | Csubj | CsubjPass | CsubjOuter
            | Parataxis => true,
            Conj => self.tag(token) == Tag::Verb || self.dependent(token, |r| r == Cop).is_some(),
            _ => false,
        }
    }
}
