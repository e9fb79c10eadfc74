//! Quotation marks -> utterances: what somebody is quoted with, word for word.

use super::brief::{Found, Utterance, Words};
use super::words::{Word, word};
use crate::analysis::{Quote, Span};
use crate::text::{Document, TokenKind};

/// Fewer words between quotation marks are a name or a word used as such.
const SHORTEST: usize = 3;

/// The utterances of an article in order. One that its attribution splits inside a sentence is one.
pub fn all(document: &Document, words: &Words, found: &Found) -> Vec<Utterance> {
    let mut utterances: Vec<Utterance> = Vec::new();
    let mut last: Option<(Span, Option<&Quote>)> = None;
    for quotation in document.quotations.iter().filter(|quotation| quotation.depth == 0) {
        let span = quotation.inner;
        let quote = quote_of(found, span);
        let split = last.is_some_and(|(before, of)| {
            quote.is_some()
                && of.map(|q| &q.id) == quote.map(|q| &q.id)
                && is_split(document, before, span)
        });
        last = Some((span, quote));
        let tokens = document.tokens_in(span);
        let is_word = |&at: &usize| document.tokens[at].kind != TokenKind::Punct;
        let spoken = || tokens.clone().filter(is_word);
        let places: Vec<Span> = spoken().map(|at| document.tokens[at].span).collect();
        let said: Vec<Word> = spoken().map(|at| word(document.lower(at))).collect();
        let stems: Vec<Word> = tokens.filter_map(|at| words[at]).collect();
        match utterances.last_mut().filter(|_| split) {
            Some(begun) => {
                begun.span = begun.span.join(span);
                begun.words.extend(said);
                begun.places.extend(places);
                begun.stems.extend(stems);
            }
            None => utterances.push(Utterance {
                quote: quote.map(|quote| quote.id.clone()),
                span,
                words: said,
                places,
                stems,
                speaker: quote.and_then(|quote| found.source(quote.speaker_id.as_deref()?)),
            }),
        }
    }
    utterances.retain(|utterance| utterance.words.len() >= SHORTEST);
    utterances
}

/// The quote that holds a quotation.
fn quote_of<'f>(found: &Found<'f>, span: Span) -> Option<&'f Quote> {
    let until = found.quotes.partition_point(|quote| quote.span.start < span.end);
    let holds = |quote: &&Quote| quote.content.iter().any(|piece| piece.overlaps(span));
    found.quotes[..until].iter().rev().take(8).find(holds)
}

/// `“It was,” he said, “a miracle”`: no sentence ends between the two, nor in the first.
fn is_split(document: &Document, before: Span, after: Span) -> bool {
    let ends = |text: &str| text.trim_end().ends_with(['.', '!', '?', '…']);
    let between = &document.text[before.end..after.start];
    let between = between.trim_matches(|c: char| c.is_whitespace() || "“”\"'‘’«»„".contains(c));
    !ends(before.of(document.text)) && !ends(between) && !between.contains('\n')
}
