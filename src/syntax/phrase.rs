//! Tags -> base noun phrases: determiner, numbers, modifiers, nouns; nothing after the head.

use std::ops::Range;

use super::Tag;
use crate::text::Document;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// Index of the noun (or pronoun) that it is about.
    pub head: usize,
}

/// Base noun phrases in order; a possessor is part of the phrase that it determines (`the mayor's office`).
pub fn chunk(document: &Document, tags: &[Tag]) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    for sentence in &document.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let phrase = phrase_at(document, tags, at, sentence.tokens.end);
            at = phrase.as_ref().map_or(at + 1, |phrase| phrase.tokens.end);
            phrases.extend(phrase);
        }
    }
    phrases
}

fn phrase_at(document: &Document, tags: &[Tag], start: usize, end: usize) -> Option<Phrase> {
    if tags[start] == Tag::Pron {
        return Some(Phrase { tokens: start..start + 1, head: start });
    }
    if !matches!(tags[start], Tag::Det | Tag::Num | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Sym) {
        return None;
    }
    let mut head = None;
    let mut at = start;
    while at < end {
        match tags[at] {
            Tag::Noun | Tag::Propn => head = Some(at),
            // A possessive goes on to what is possessed.
            Tag::Part if head == at.checked_sub(1) && is_possessive(document, at) => {}
            _ if at > start && hyphen(document, at - 1) => {}
            Tag::Det if at > start && tags[at - 1] != Tag::Det => break,
            Tag::Det | Tag::Num | Tag::Adj | Tag::Sym
                if head.is_none_or(|head| head < at && is_possessive(document, at - 1)) => {}
            Tag::Num if tags[at - 1] == Tag::Propn => {}
            Tag::Punct if hyphen(document, at) && at + 1 < end && at > start => {}
            _ => break,
        }
        at += 1;
    }
    let head = head?;
    let tokens = start..head + 1;
    Some(Phrase { tokens, head })
}

fn is_possessive(document: &Document, index: usize) -> bool {
    matches!(document.word(index), "'s" | "’s")
}

/// A hyphen inside a compound: no space on either side.
fn hyphen(document: &Document, index: usize) -> bool {
    document.word(index) == "-"
        && !document.tokens[index].space_before
        && document.tokens.get(index + 1).is_some_and(|next| !next.space_before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::Syntax;

    #[test]
    fn chunks() {
        for (text, expected) in [
            ("The old ferry sank.", "The old ferry"),
            (
                "The mayor's office met 40 wounded sailors in Port Hale.",
                "The mayor's office|40 wounded sailors|Port Hale",
            ),
            ("She saw a 70-year-old woman.", "She|a 70-year-old woman"),
        ] {
            let document = Document::new(text);
            let syntax = Syntax::new(&document);
            let found: Vec<&str> =
                syntax.phrases.iter().map(|p| document.span(p.tokens.clone()).of(text)).collect();
            assert_eq!(found.join("|"), expected);
        }
    }
}
