//! The tokens of one sentence, as the grammar reads them.

use std::ops::Range;

use super::lexicon::Word;
use crate::syntax::{Syntax, Tag};
use crate::text::{Document, TokenKind};

/// What was read, and the token after it.
pub type Parse<T> = Option<(T, usize)>;

/// A view on one sentence. Every method takes a token's index and answers for any index: beyond the
/// sentence stands nothing.
///
/// The grammar calls these at hundreds of places. Written out at each of them they made the module a tenth larger,
/// and no faster: finding dates takes a few hundredths of the time.
pub struct Cursor<'a> {
    pub document: &'a Document<'a>,
    pub words: &'a [Word],
    pub syntax: &'a Syntax<'a>,
    pub sentence: Range<usize>,
}

impl<'a> Cursor<'a> {
    #[inline(never)]
    pub fn word(&self, at: usize) -> Word {
        if self.sentence.contains(&at) { self.words[at] } else { Word::Other }
    }

    /// In lower case; empty outside the sentence.
    #[inline(never)]
    pub fn lower(&self, at: usize) -> &'a str {
        if self.sentence.contains(&at) { self.document.lower(at) } else { "" }
    }

    /// As it is written; empty outside the sentence.
    #[inline(never)]
    pub fn written(&self, at: usize) -> &'a str {
        if self.sentence.contains(&at) { self.document.word(at) } else { "" }
    }

    #[inline(never)]
    pub fn tag(&self, at: usize) -> Option<Tag> {
        self.sentence.contains(&at).then(|| self.syntax.tag(at))
    }

    /// The token before `at`; empty at the start of the sentence.
    #[inline(never)]
    pub fn lower_before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |before| self.lower(before))
    }

    #[inline(never)]
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.lower(at) == word
    }

    #[inline(never)]
    pub fn any(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.lower(at))
    }

    /// `at + 1` if one of the words stands there, else `at`.
    #[inline(never)]
    pub fn skip(&self, at: usize, words: &[&str]) -> usize {
        at + usize::from(self.any(at, words))
    }

    /// After a sequence of words.
    #[inline(never)]
    pub fn phrase(&self, at: usize, words: &[&str]) -> Option<usize> {
        let all = words.iter().enumerate().all(|(i, word)| self.is(at + i, word));
        all.then_some(at + words.len())
    }

    #[inline(never)]
    pub fn is_capitalised(&self, at: usize) -> bool {
        self.written(at).starts_with(char::is_uppercase)
    }

    /// Whether the sentence has a verb; headlines and captions may have none.
    pub fn has_verb(&self) -> bool {
        self.sentence.clone().any(|at| matches!(self.tag(at), Some(Tag::Verb | Tag::Aux)))
    }

    pub fn is_first(&self, at: usize) -> bool {
        at == self.sentence.start
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.document.tokens[at].kind == TokenKind::Word
    }

    /// Whether no white space stands before the token.
    #[inline(never)]
    pub fn glued(&self, at: usize) -> bool {
        self.sentence.contains(&at) && !self.document.tokens[at].space_before
    }

    /// After a hyphen between two words written as one: `third-quarter`.
    #[inline(never)]
    pub fn hyphen(&self, at: usize) -> Option<usize> {
        let joined = self.glued(at) && self.glued(at + 1);
        (joined && self.any(at, &["-", "‐", "‑", "–"])).then_some(at + 1)
    }

    /// A hyphen between two words, or none: `year earlier`, `year-earlier`.
    #[inline(never)]
    pub fn maybe_hyphen(&self, at: usize) -> usize {
        self.hyphen(at).unwrap_or(at)
    }

    /// After `'s`.
    #[inline(never)]
    pub fn possessive(&self, at: usize) -> Option<usize> {
        self.any(at, &["'s", "’s"]).then_some(at + 1)
    }

    /// A token of digits only, `length` of them.
    #[inline(never)]
    pub fn digits(&self, at: usize, length: std::ops::RangeInclusive<usize>) -> Option<i16> {
        let token = self.lower(at);
        let plain = length.contains(&token.len()) && token.bytes().all(|b| b.is_ascii_digit());
        if plain { token.parse().ok() } else { None }
    }
}
