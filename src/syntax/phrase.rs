//! Trees -> base noun phrases: determiner, numbers, modifiers, nouns; nothing after the head but the rest of a name.

use std::ops::Range;

use super::parse::Parsed;
use super::{FineTag, Relation, Tag};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// Index of the noun (or pronoun) that it is about.
    pub head: usize,
}

/// Base noun phrases in order; a possessor is part of the phrase that it determines (`the mayor's office`).
pub fn chunk(parsed: &Parsed) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let mut at = parsed.tags.len();
    // From the right, so that a compound's last noun comes before the ones that it takes in.
    while at > 0 {
        at -= 1;
        if let Some(phrase) = phrase_at(parsed, at) {
            at = phrase.tokens.start;
            phrases.push(Phrase {
                tokens: phrase.tokens.start + parsed.start..phrase.tokens.end + parsed.start,
                head: phrase.head + parsed.start,
            });
        }
    }
    phrases.reverse();
    phrases
}

/// The phrase whose last token is `end`, by place in the sentence.
fn phrase_at(parsed: &Parsed, end: usize) -> Option<Phrase> {
    let mut head = end;
    while continues_name(parsed, head) {
        let first = parsed.heads[head]? - parsed.start;
        if breaks(parsed, first..head) {
            break;
        }
        head = first;
    }
    let nominal = matches!(parsed.tags[head], Tag::Noun | Tag::Propn | Tag::Pron | Tag::Sym);
    // A number alone is no phrase, and one that counts a noun belongs to the noun's.
    let number = parsed.tags[head] == Tag::Num && parsed.relations[head] != Relation::Nummod;
    if !nominal && !number {
        return None;
    }
    let mut start = head;
    for dependent in parsed.dependents(head).rev() {
        let span = parsed.subtree(dependent);
        if span.end != start || !modifies(parsed, dependent) || breaks(parsed, span.clone()) {
            if dependent > head {
                continue;
            }
            break;
        }
        start = span.start;
    }
    (nominal || start < head).then_some(Phrase { tokens: start..end + 1, head })
}

/// A later word of a name or sum whose head comes first: `Anna Brandt`, `$2.5`.
fn continues_name(parsed: &Parsed, at: usize) -> bool {
    let Some(head) = parsed.heads[at].filter(|&head| head < at + parsed.start) else {
        return false;
    };
    match parsed.relations[at] {
        Relation::Flat | Relation::Goeswith => true,
        Relation::Nummod => parsed.tags[head - parsed.start] == Tag::Sym,
        _ => false,
    }
}

/// Whether a comma or bracket stands in a range: what is before it is a phrase of its own.
fn breaks(parsed: &Parsed, mut span: Range<usize>) -> bool {
    use FineTag::*;
    span.any(|at| matches!(parsed.fine_tags[at], Comma | Colon | Stop | OpenBracket | CloseBracket))
}

/// Whether a dependent before its head belongs to the same base phrase.
fn modifies(parsed: &Parsed, dependent: usize) -> bool {
    use Relation::*;
    match parsed.relations[dependent] {
        Amod => true,
        Det | DetPredet | Nummod | Compound | NmodPoss | NmodDesc | NmodUnmarked | Flat
        | Goeswith | Advmod => parsed.tags[dependent] != Tag::Verb,
        _ => false,
    }
}
