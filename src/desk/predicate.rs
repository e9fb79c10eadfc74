//! What is said of the counted: the verb, adjective or noun that governs it, as words are compared.

use std::borrow::Cow;
use std::ops::Range;

use super::words::{Word, stem_at, word};
use crate::syntax::{Relation, Syntax, Tag, base_form};
use crate::text::Document;

/// So many steps up the tree are taken.
const REACH: usize = 8;

/// Verbs that only hold the one that follows: `were known to have [died]`, `left 60 [missing]`.
const LIGHT: &[&str] = &[
    "be", "become", "believe", "continue", "expect", "fear", "feel", "find", "give", "go", "have",
    "keep", "know", "leave", "make", "remain", "report", "say", "see", "seem", "stay", "take",
    "think",
];

/// The predicate of what stands at some tokens (a number and its noun): for `64 persons have not been located`, the
/// word `not locate`. `None` where the sentence does not say.
pub fn of(document: &Document, syntax: &Syntax, counted: Range<usize>) -> Option<Word> {
    let top =
        counted.clone().find(|&at| syntax.head(at).is_none_or(|head| !counted.contains(&head)))?;
    let said = within(syntax, top, &counted).or_else(|| above(document, syntax, top))?;
    let stem = stem_at(document, syntax, said)?;
    let negated = syntax
        .dependents(said)
        .any(|at| matches!(document.lower(at), "not" | "n't" | "n’t" | "never" | "no"));
    let stem = if negated { Cow::Owned(format!("not {stem}")) } else { Cow::Borrowed(&*stem) };
    Some(word(&stem))
}

/// `60 [missing]`, `43 [destroyed]`, `people [killed]`: what hangs on the counted after it.
fn within(syntax: &Syntax, top: usize, counted: &Range<usize>) -> Option<usize> {
    let verbal = |at: usize| matches!(syntax.tag(at), Tag::Verb | Tag::Adj);
    syntax.dependents(top).find(|&at| {
        at >= counted.end
            && at < counted.end + 3
            && verbal(at)
            && matches!(syntax.relation(at), Relation::Acl | Relation::Amod)
    })
}

/// The nearest ancestor of which the counted is subject, object or adjunct.
fn above(document: &Document, syntax: &Syntax, top: usize) -> Option<usize> {
    let mut at = top;
    for _ in 0..REACH {
        let head = syntax.head(at)?;
        match syntax.relation(at) {
            Relation::Nmod if syntax.tag(head) == Tag::Noun => return Some(head),
            Relation::Obj | Relation::Iobj | Relation::Obl | Relation::OblUnmarked => {
                return Some(heavy(document, syntax, head));
            }
            relation if relation.is_subject() => return Some(heavy(document, syntax, head)),
            _ => at = head,
        }
    }
    None
}

/// The verb or adjective that a light verb holds.
fn heavy(document: &Document, syntax: &Syntax, verb: usize) -> usize {
    let lower = document.lower(verb);
    let lemma = base_form(lower).map_or(lower, |(base, _)| base);
    let held = || {
        syntax.dependents(verb).find(|&at| {
            at > verb
                && matches!(syntax.relation(at), Relation::Xcomp | Relation::Ccomp | Relation::Acl)
        })
    };
    if LIGHT.contains(&lemma) { held().unwrap_or(verb) } else { verb }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The predicate of the first number and the words after it up to the mark `]`.
    fn predicate(marked: &str) -> Option<Word> {
        let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
        let text = marked.replace(['[', ']'], "");
        let document = Document::new(&text);
        let syntax = Syntax::new(&document);
        of(&document, &syntax, document.tokens_in(crate::Span::new(start, end)))
    }

    #[test]
    fn what_governs_a_figure() {
        for (marked, expected) in [
            ("[Fourteen persons] were detained by the police.", Some("detain")),
            ("[64 persons] have not been located.", Some("not locat")),
            ("Crews rescued [nine people] at noon.", Some("rescue")),
            ("[Forty-one people] were known to have died.", Some("dead")),
            ("The slide left [more than 60] missing.", Some("missing")),
            ("The damage was put at [two million francs].", Some("put")),
        ] {
            assert_eq!(predicate(marked), expected.map(word), "{marked}");
        }
    }
}
