//! What a figure is about: the noun that it qualifies, or the subject of its clause.

use std::ops::Range;

use crate::syntax::{Syntax, Tag};
use crate::text::Document;

/// The noun phrase right after the amount (`a $40 ticket`) or after `of`, with what belongs to it by `of`.
pub fn qualified(document: &Document, syntax: &Syntax, at: usize, end: usize) -> Option<String> {
    if at >= end {
        return None;
    }
    let hyphen = document.word(at) == "-";
    let mut start = at + usize::from(hyphen);
    let of = start < end && matches!(document.lower(start), "of");
    start += usize::from(of);
    let words = phrase(document, syntax, start, end);
    let direct = of || (start < end && matches!(syntax.tags[start], Tag::Noun | Tag::Adj | Tag::Propn));
    (direct && !words.is_empty()).then(|| text(document, syntax, words))
}

/// The subject of the clause that token `at` stands in, with what belongs to it by `of` or `in`.
pub fn subject(document: &Document, syntax: &Syntax, at: usize, start: usize) -> Option<String> {
    let mut clause = start;
    for index in (start..at).rev() {
        let word = document.lower(index);
        let breaks = matches!(word, ";" | ":" | "while" | "but" | "that" | "whereas") || (matches!(word, "," | "and") && clause_follows(syntax, index + 1, at));
        if breaks {
            clause = index + 1;
            break;
        }
    }
    let first = (clause..at).find(|&i| syntax.tags[i].is_nominal())?;
    let words = phrase(document, syntax, first_of_phrase(syntax, first, clause), at);
    Some(text(document, syntax, words))
}

/// A noun and, after it, a verb.
fn clause_follows(syntax: &Syntax, from: usize, to: usize) -> bool {
    let noun = (from..to).find(|&i| syntax.tags[i].is_nominal());
    noun.is_some_and(|noun| (noun + 1..to).any(|i| matches!(syntax.tags[i], Tag::Verb | Tag::Aux)))
}

fn first_of_phrase(syntax: &Syntax, noun: usize, clause: usize) -> usize {
    (clause..noun).rev().take_while(|&i| matches!(syntax.tags[i], Tag::Adj | Tag::Noun | Tag::Propn)).last().unwrap_or(noun)
}

/// A noun phrase from `start`, and the phrases that `of`, `in` and `for` hang on it.
fn phrase(document: &Document, syntax: &Syntax, start: usize, end: usize) -> Range<usize> {
    let mut at = start;
    let mut noun = start;
    while at < end.min(start + 12) {
        let joins = matches!(document.lower(at), "of" | "in" | "for" | "to" | "-" | "&" | "'s" | "’s" | "and");
        match syntax.tags[at] {
            Tag::Noun | Tag::Propn => noun = at + 1,
            Tag::Adj | Tag::Det => {}
            _ if joins && noun > start => {}
            Tag::Num if at > start => {}
            _ => break,
        }
        at += 1;
    }
    start..noun
}

fn text(document: &Document, syntax: &Syntax, words: Range<usize>) -> String {
    let content = words.filter(|&i| {
        matches!(syntax.tags[i], Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Verb | Tag::Sym)
    });
    content.map(|i| document.word(i)).collect::<Vec<_>>().join(" ")
}
