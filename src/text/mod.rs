//! Text -> tokens, sentences, paragraphs and quotation marks, in one pass each.
//!
//! In: an article's text. Out: a [`Document`], which every later stage reads and none changes.
//! All offsets are bytes of that text; [`offsets`] turns them into other units at the very end.
//!
//! ```
//! let document = copydesk::text::Document::new("Mr. Hale said 31 were hurt. He left.");
//! assert_eq!(document.sentences.len(), 2);
//! assert_eq!(document.word(0), "Mr.");
//! ```

mod abbreviation;
mod address;
mod contraction;
mod emoji;
mod hyphen;
pub mod offsets;
pub mod paragraph;
mod pretokenized;
mod quotation;
mod sentence;
mod token;

use std::ops::Range;

use crate::Span;
pub(crate) use abbreviation::is_initial;
pub use pretokenized::Pretokenized;
pub use quotation::{Quotation, QuotationStyle};
pub use token::{GROUPERS, Token, TokenKind};

/// A sentence: which tokens, in which paragraph. It never crosses a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Indices into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// Index into [`Document::paragraphs`].
    pub paragraph: usize,
}

/// A text taken apart once, for all stages.
pub struct Document<'a> {
    pub text: &'a str,
    /// The text with ASCII letters in lower case: same bytes, same offsets.
    lower: String,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    /// Without the white space around them; never empty.
    pub paragraphs: Vec<Span>,
    /// In the order of their opening marks; an inner one comes after the one it stands in.
    pub quotations: Vec<Quotation>,
    sentence_of: Vec<u32>,
}

impl<'a> Document<'a> {
    pub fn new(text: &'a str) -> Self {
        Document::with_paragraphs(text, paragraph::split(text))
    }

    /// With paragraphs that are known already: in order, not empty, not overlapping.
    pub fn with_paragraphs(text: &'a str, paragraphs: Vec<Span>) -> Self {
        let tokens = token::tokenize(text, &paragraphs);
        let sentences = sentence::split(text, &tokens, &paragraphs);
        Document::with_tokens(text, tokens, sentences, paragraphs)
    }

    /// With tokens and sentences that are known already: every token in one sentence, in order.
    pub fn with_tokens(
        text: &'a str,
        tokens: Vec<Token>,
        sentences: Vec<Sentence>,
        paragraphs: Vec<Span>,
    ) -> Self {
        let quotations = quotation::pair(text, &tokens, &paragraphs);
        let mut sentence_of = vec![0; tokens.len()];
        for (index, sentence) in sentences.iter().enumerate() {
            sentence_of[sentence.tokens.clone()].fill(index as u32);
        }
        let lower = text.to_ascii_lowercase();
        Document { text, lower, tokens, sentences, paragraphs, quotations, sentence_of }
    }

    /// Token `index` as it is written; past the last one an empty word, so that rules can look ahead.
    pub fn word(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    /// Token `index` with ASCII letters in lower case; past the last one an empty word.
    pub fn lower(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| token.span.of(&self.lower))
    }

    /// The text from the first to the last token of a range, which must not be empty.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.tokens[tokens.start].span.join(self.tokens[tokens.end - 1].span)
    }

    /// Index of the sentence that holds token `index`.
    pub fn sentence_of(&self, index: usize) -> usize {
        self.sentence_of[index] as usize
    }

    /// The sentence that a span lies in, or all of several from the first to the last.
    pub fn sentence_around(&self, span: Span) -> Span {
        let tokens = self.tokens_in(span);
        let of = |at: usize| self.span(self.sentences[self.sentence_of(at)].tokens.clone());
        of(tokens.start).join(of(tokens.end.saturating_sub(1).max(tokens.start)))
    }

    /// Index of the paragraph that holds token `index`.
    pub fn paragraph_of(&self, index: usize) -> usize {
        self.sentences[self.sentence_of(index)].paragraph
    }

    /// Index of the first token that ends after byte `offset`; `tokens.len()` if there is none.
    pub fn token_at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|token| token.span.end <= offset)
    }

    /// Indices of the tokens that lie wholly within a span.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        start..end.max(start)
    }
}
