//! Quotations of which nothing tells who said them.

use super::rules;
use crate::analysis::{Check, Quote, QuoteKind, Span, Sure};
use crate::desk::brief::Found;
use crate::fault::Fault;
use crate::text::{Document, TokenKind};

/// Fewer words in quotation marks may be a title or a phrase.
const SHORTEST: usize = 5;

/// Checks of the quotations of a text.
pub fn faults(document: &Document, found: &Found) -> Vec<Check> {
    let orphans = found
        .quotes
        .iter()
        .enumerate()
        .filter(|(at, quote)| is_orphan(document, found, *at, quote));
    orphans
        .map(|(_, quote)| {
            let fault = Fault {
                rule: rules::UNATTRIBUTED,
                what: "Nothing here tells who said this.".to_owned(),
                sure: Sure::Doubtful,
            };
            fault.at(document, vec![quote.span])
        })
        .collect()
}

/// Whether a quotation is a paragraph of its own, with no speaker, and none beside it has one.
fn is_orphan(document: &Document, found: &Found, at: usize, quote: &Quote) -> bool {
    let unknown = |quote: &Quote| quote.speaker.is_none() && quote.speaker_id.is_none();
    if quote.kind != QuoteKind::Direct || !unknown(quote) || quote.cue.is_some() {
        return false;
    }
    let tokens = document.tokens_in(quote.span);
    let words = tokens.clone().filter(|&i| document.tokens[i].kind == TokenKind::Word).count();
    let number = document.paragraph_of(tokens.start);
    let paragraph = document.paragraphs[number];
    let title = found.head.paragraphs.first().is_some_and(|first| first.span.contains(quote.span));
    let alone = document
        .tokens_in(paragraph)
        .filter(|i| !tokens.contains(i))
        .all(|i| document.tokens[i].kind != TokenKind::Word);
    let beside = |other: &Quote| {
        let near = document.paragraph_of(document.token_at(other.span.start));
        near.abs_diff(number) <= 1 && !unknown(other)
    };
    let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    let led = number.checked_sub(1).is_some_and(|before| {
        let text = before_text(document, document.paragraphs[before]);
        text.ends_with(':')
    });
    words >= SHORTEST
        && alone
        && !title
        && !led
        && !neighbours.filter_map(|at| found.quotes.get(at)).any(beside)
}

fn before_text<'d>(document: &Document<'d>, paragraph: Span) -> &'d str {
    paragraph.of(document.text).trim_end()
}
