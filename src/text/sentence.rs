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

/// Whether a sentence ends after token `at`: a stop, the marks that close around it, and then a new start.
fn ends(text: &str, tokens: &[Token], within: Range<usize>, at: usize) -> bool {
    let Some(next) = tokens.get(at + 1).filter(|_| at + 1 < within.end) else { return true };
    if !next.space_before || !begins(next.span.of(text)) {
        return false;
    }
    let mut stop = at;
    while stop > within.start && closes(text, &tokens[stop]) {
        stop -= 1;
    }
    let word = tokens[stop].span.of(text);
    match tokens[stop].kind {
        TokenKind::Punct => matches!(word, "." | "!" | "?" | "…" | "。") || word.starts_with(".."),
        TokenKind::Word => {
            word.strip_suffix('.').is_some_and(|word| may_end(word, next.span.of(text)))
        }
        _ => false,
    }
}

/// A quotation mark or bracket that closes: nothing but the sentence stands before it.
fn closes(text: &str, token: &Token) -> bool {
    !token.space_before && matches!(token.span.of(text), "\"" | "”" | "’" | "'" | "»" | ")" | "]")
}

/// What a new sentence may begin with.
fn begins(word: &str) -> bool {
    word.starts_with(|c: char| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || matches!(
                c,
                '"' | '“'
                    | '‘'
                    | '\''
                    | '«'
                    | '„'
                    | '('
                    | '['
                    | '@'
                    | '¿'
                    | '¡'
                    | '-'
                    | '–'
                    | '—'
                    | '•'
            )
    })
}

/// Whether the stop of an abbreviation ends its sentence too. `word` without the stop.
fn may_end(word: &str, next: &str) -> bool {
    let capital = next.starts_with(|c: char| c.is_uppercase());
    match abbreviation::follows(word) {
        Some(Follows::Anything) => capital && STARTERS.contains(&next),
        Some(_) => false,
        // Dotted letters: "in the U.S. The mayor", but "U.S. President", and initials.
        None => word.contains('.') && STARTERS.contains(&next),
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
