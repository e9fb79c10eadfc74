//! Tokens -> sentences.

use std::ops::Range;

use super::abbreviation::{self, Follows};
use super::{Sentence, Token, TokenKind};
use crate::Span;

/// Sentences in order; each lies within one paragraph and every token belongs to one.
pub fn split(text: &str, tokens: &[Token], paragraphs: &[Span]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (paragraph, span) in paragraphs.iter().enumerate() {
        let end = start + tokens[start..].partition_point(|token| token.span.start < span.end);
        let mut from = start;
        for at in start..end {
            if at + 1 == end || ends(text, tokens, from..end, at) {
                sentences.push(Sentence { tokens: from..at + 1, paragraph });
                from = at + 1;
            }
        }
        start = end;
    }
    sentences
}

/// Whether a sentence ends after token `at`: a stop, the marks that close around it and the notes it refers to,
/// and then a new start.
fn ends(text: &str, tokens: &[Token], within: Range<usize>, at: usize) -> bool {
    let Some(next) = tokens.get(at + 1).filter(|_| at + 1 < within.end) else { return true };
    if !begins(next.span.of(text)) || note(text, &tokens[at + 1..within.end]).is_some() {
        return false;
    }
    if !next.space_before {
        return at > within.start && forgotten_space(text, &tokens[at - 1..=at + 1]);
    }
    if at == within.start + 1 && tokens[at].kind == TokenKind::Number {
        return CAPTIONS.contains(&tokens[within.start].span.of(text));
    }
    let mut stop = at;
    while stop > within.start {
        let from = stop.saturating_sub(LONGEST_NOTE - 1).max(within.start + 1);
        let begins_note = |&start: &usize| {
            note(text, &tokens[start..within.end]).is_some_and(|length| start + length == stop + 1)
        };
        match (from..=stop).find(begins_note) {
            Some(start) => stop = start - 1,
            None if closes(text, &tokens[stop]) => stop -= 1,
            None => break,
        }
    }
    let word = tokens[stop].span.of(text);
    match tokens[stop].kind {
        TokenKind::Punct => {
            matches!(word, "." | "…" | "。")
                || word.starts_with(['!', '?'])
                || word.starts_with("..")
        }
        TokenKind::Word => {
            word.strip_suffix('.').is_some_and(|word| may_end(word, next.span.of(text)))
        }
        _ => false,
    }
}

/// What a caption begins with, before its number: `Figure 3 The harbour from above`.
const CAPTIONS: &[&str] = &["Figure", "Fig.", "Table", "Chart"];

/// `at sea.The ferry`: a word in small letters, a full stop, a word with a capital.
fn forgotten_space(text: &str, tokens: &[Token]) -> bool {
    let [before, stop, after] = [0, 1, 2].map(|i| tokens[i].span.of(text));
    let small = |c: char| c.is_lowercase();
    stop == "."
        && !tokens[1].space_before
        && before.len() > 1
        && before.chars().all(small)
        && after.starts_with(char::is_uppercase)
        && after.chars().nth(1).is_some_and(small)
}

/// Most tokens of a note: `[better source needed]`.
const LONGEST_NOTE: usize = 5;

/// How many tokens the note has that these begin with: `[3]`, `[4, 5]`, `[citation needed]`, or a bare number
/// before a word that no number counts (`They lost. 7 The rest`).
fn note(text: &str, tokens: &[Token]) -> Option<usize> {
    let first = tokens.first()?;
    let second = tokens.get(1)?;
    if first.kind == TokenKind::Number {
        let word = second.span.of(text);
        let small =
            first.span.len() <= 2 && first.span.of(text).bytes().all(|b| b.is_ascii_digit());
        return (small && second.space_before && STARTERS.contains(&word)).then_some(1);
    }
    if first.span.of(text) != "[" {
        return None;
    }
    let close = tokens.iter().take(LONGEST_NOTE).position(|token| token.span.of(text) == "]")?;
    let last = tokens[close - 1].span.of(text);
    (second.kind == TokenKind::Number || last == "needed").then_some(close + 1)
}

/// A quotation mark or bracket that closes: nothing but the sentence stands before it.
fn closes(text: &str, token: &Token) -> bool {
    let mark = token.span.of(text);
    !token.space_before
        && matches!(
            mark,
            "\"" | "”" | "’" | "'" | "''" | "’’" | "»" | "«" | "›" | "“" | "‘" | ")" | "]"
        )
}

/// Marks that a sentence may begin with.
const OPENERS: &[char] = &[
    '"', '“', '”', '‘', '\'', '`', '«', '»', '‹', '›', '„', '‚', '(', '[', '@', '#', '¿', '¡', '-',
    '–', '—', '•', '*', '$', '£', '€', '¥',
];

/// What a new sentence may begin with; a small letter only in names such as `eBay`.
fn begins(word: &str) -> bool {
    let brand = || word.chars().skip(1).any(char::is_uppercase);
    word.starts_with(|c: char| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || OPENERS.contains(&c)
            || (c.is_lowercase() && brand())
    })
}

/// Whether the stop of an abbreviation ends its sentence too. `word` without the stop.
fn may_end(word: &str, next: &str) -> bool {
    let capital = next.starts_with(|c: char| c.is_uppercase());
    match abbreviation::follows(word) {
        Some(Follows::Anything) => capital && STARTERS.contains(&next),
        Some(_) => false,
        // Dotted letters: "in the U.S. The mayor", but "U.S. President", and never "e.g.".
        None if word.contains('.') => {
            !matches!(word, "e.g" | "i.e" | "E.g" | "I.e") && STARTERS.contains(&next)
        }
        // An initial: "by plan B. The mayor", but "W. A. Hale".
        None => next.len() > 2 && STARTERS.contains(&next),
    }
}

/// Words that begin a sentence far more often than they follow an abbreviation inside one.
const STARTERS: &[&str] = &[
    "The",
    "A",
    "An",
    "He",
    "She",
    "It",
    "They",
    "We",
    "I",
    "You",
    "This",
    "That",
    "These",
    "Those",
    "In",
    "On",
    "At",
    "But",
    "And",
    "If",
    "When",
    "While",
    "After",
    "Before",
    "His",
    "Her",
    "Their",
    "Its",
    "There",
    "As",
    "For",
    "However",
    "Meanwhile",
    "Since",
    "No",
    "Some",
    "Yet",
    "Even",
    "Although",
    "Though",
    "During",
    "From",
    "With",
    "By",
    "Our",
    "My",
    "What",
    "How",
    "Why",
    "Where",
    "Who",
    "Such",
    "Many",
    "Most",
];

#[cfg(test)]
mod tests {
    use crate::text::Document;

    #[test]
    fn splits_where_a_reader_would() {
        for (text, expected) in [
            ("One came. Two left!", vec!["One came.", "Two left!"]),
            ("Mr. Hale met Gen. Brandt. He left.", vec!["Mr. Hale met Gen. Brandt.", "He left."]),
            ("“We lost them. We wait,” he said.", vec!["“We lost them.", "We wait,” he said."]),
            ("She said: “Go.” Then she left.", vec!["She said: “Go.”", "Then she left."]),
            ("“Why?” he asked. No one knew.", vec!["“Why?” he asked.", "No one knew."]),
            ("It ended at 4 p.m. The crowd left.", vec!["It ended at 4 p.m.", "The crowd left."]),
            (
                "The U.S. Navy came at 5 a.m. on Monday.",
                vec!["The U.S. Navy came at 5 a.m. on Monday."],
            ),
            (
                "Prices rose 2.5 per cent. 31 closed.",
                vec!["Prices rose 2.5 per cent.", "31 closed."],
            ),
            ("Heading\n\nText.", vec!["Heading", "Text."]),
            ("Go!! “Why?!” he asked. $5 fell.", vec!["Go!!", "“Why?!” he asked.", "$5 fell."]),
            ("It sank. [3] [4, 5] It was late.", vec!["It sank. [3] [4, 5]", "It was late."]),
            ("„Es sank.“ Dann schwiegen sie.", vec!["„Es sank.“", "Dann schwiegen sie."]),
            ("It sank. [citation needed]", vec!["It sank. [citation needed]"]),
            ("It sank.[3] It was late.", vec!["It sank.[3]", "It was late."]),
            ("He said so. [He] left.", vec!["He said so.", "[He] left."]),
            ("They lost. 7 The rest left.", vec!["They lost. 7", "The rest left."]),
            ("They lost. 7 Norwegians left.", vec!["They lost.", "7 Norwegians left."]),
            ("It is plan B. The mayor left.", vec!["It is plan B.", "The mayor left."]),
            ("We have art (e.g. The Ship) here.", vec!["We have art (e.g. The Ship) here."]),
            ("Figure 3 The port", vec!["Figure 3", "The port"]),
            ("It sank at sea.The crew swam.", vec!["It sank at sea.", "The crew swam."]),
            ("It is on Hale.Example and NASA.The", vec!["It is on Hale.Example and NASA.The"]),
            ("It fell. eBay rose.", vec!["It fell.", "eBay rose."]),
            ("1. The port\n2. The road", vec!["1. The port", "2. The road"]),
        ] {
            let document = Document::new(text);
            let found: Vec<&str> = document
                .sentences
                .iter()
                .map(|s| document.span(s.tokens.clone()).of(text))
                .collect();
            assert_eq!(found, expected);
        }
    }
}
