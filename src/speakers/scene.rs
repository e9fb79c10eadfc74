//! A document as the rules of this folder see it: which tokens are quoted, and sentences that
//! do not break inside a quotation.

use std::ops::Range;

use crate::syntax::{Syntax, Tag};
use crate::text::{Document, Quotation};

/// A date line is no longer than this; in tokens.
const LONGEST_DATELINE: usize = 12;

pub struct Scene<'a> {
    pub document: &'a Document<'a>,
    pub syntax: &'a Syntax<'a>,
    /// The outermost quotations.
    pub quotations: Vec<Quotation>,
    /// Their tokens, marks included.
    pub quoted: Vec<Range<usize>>,
    /// For each token the number of its outermost quotation, counted from 1; 0 outside.
    quotation_of: Vec<u32>,
    /// Sentences, joined where a quotation holds more than one.
    pub periods: Vec<Range<usize>>,
}

impl<'a> Scene<'a> {
    pub fn new(document: &'a Document<'a>, syntax: &'a Syntax<'a>) -> Self {
        let quotations: Vec<Quotation> =
            document.quotations.iter().filter(|q| q.depth == 0).copied().collect();
        let quoted: Vec<Range<usize>> =
            quotations.iter().map(|q| document.tokens_in(q.span)).collect();
        let mut quotation_of = vec![0; document.tokens.len()];
        for (index, tokens) in quoted.iter().enumerate() {
            quotation_of[tokens.clone()].fill(index as u32 + 1);
        }
        let mut periods: Vec<Range<usize>> = Vec::with_capacity(document.sentences.len());
        for sentence in &document.sentences {
            let start = sentence.tokens.start;
            let inside = start > 0
                && quotation_of[start] != 0
                && quotation_of[start] == quotation_of[start - 1];
            match periods.last_mut() {
                Some(period) if inside => period.end = sentence.tokens.end,
                _ => periods.push(after_dateline(document, sentence.tokens.clone())),
            }
        }
        Scene { document, syntax, quotations, quoted, quotation_of, periods }
    }

    pub fn tag(&self, index: usize) -> Tag {
        self.syntax.tag(index)
    }

    pub fn word(&self, index: usize) -> &'a str {
        self.document.word(index)
    }

    pub fn lower(&self, index: usize) -> &str {
        self.document.lower(index)
    }

    pub fn is(&self, index: usize, words: &[&str]) -> bool {
        words.contains(&self.lower(index))
    }

    pub fn len(&self) -> usize {
        self.document.tokens.len()
    }

    /// Number of the outermost quotation that token `index` stands in.
    pub fn quotation(&self, index: usize) -> Option<usize> {
        (self.quotation_of[index] as usize).checked_sub(1)
    }

    /// Number of the quotation whose first mark is token `index`.
    pub fn opens(&self, index: usize) -> Option<usize> {
        self.quotation(index).filter(|&q| self.quoted[q].start == index)
    }

    /// Number of the quotation whose last token is `index`.
    pub fn closes(&self, index: usize) -> Option<usize> {
        self.quotation(index).filter(|&q| self.quoted[q].end == index + 1)
    }

    pub fn capital(&self, index: usize) -> bool {
        self.word(index).starts_with(char::is_uppercase)
    }

    /// Whether the words around `index` have capitals too, so that its own means nothing.
    pub fn headline(&self, index: usize) -> bool {
        let sentence = self.sentence(index);
        if index == sentence.start {
            return true;
        }
        let near = index.saturating_sub(3).max(sentence.start)..(index + 4).min(sentence.end);
        let words = near.filter(|&i| self.word(i).len() > 3 && self.word(i).is_ascii());
        words.clone().count() > 2 && words.filter(|&i| !self.capital(i)).count() == 0
    }

    /// The tags that follow the noun phrase at `index`, as far as they may hold its verb.
    pub fn tags_after(&self, index: usize) -> impl Iterator<Item = Tag> + '_ {
        let from = self.syntax.phrase_of(index).map_or(index + 1, |phrase| phrase.tokens.end);
        (from..self.len().min(from + 2)).map(|at| self.syntax.tag(at))
    }

    /// The tokens of the sentence that token `index` stands in.
    pub fn sentence(&self, index: usize) -> Range<usize> {
        self.document.sentences[self.document.sentence_of(index)].tokens.clone()
    }

    /// The first and the last token of the words that a quotation holds.
    pub fn inside(&self, quotation: usize) -> (usize, usize) {
        let words = self.document.tokens_in(self.quotations[quotation].inner);
        (words.start, words.end.saturating_sub(1).max(words.start))
    }

    /// Whether a quotation is a sentence or more: it begins with a capital, or ends like one.
    pub fn is_sentence(&self, quotation: usize) -> bool {
        let (first, last) = self.inside(quotation);
        let begins = self.capital(first) || self.is(first, &["...", "…", "[", "("]);
        let words = last + 1 - first;
        words >= 2 && self.ends_utterance(quotation) && (begins || words >= 5)
    }

    /// Whether the last mark inside a quotation ends a sentence or hands over to its cue.
    pub fn ends_utterance(&self, quotation: usize) -> bool {
        let (_, last) = self.inside(quotation);
        let word = self.word(last);
        let after = self.quoted[quotation].end;
        let inside = matches!(word, "." | "," | "!" | "?" | "…" | "—" | "–" | "--" | "-")
            || word.starts_with("..")
            || word.ends_with('.');
        inside
            || !self.quotations[quotation].closed
            || after < self.len()
                && matches!(self.word(after), "." | "," | "?" | "!")
                && !self.document.tokens[after].space_before
    }
}

/// A sentence without the place and agency before it: `PORT HALE, Norland (Reuters) — [A clerk said …]`.
fn after_dateline(document: &Document, sentence: Range<usize>) -> Range<usize> {
    let is_dash = |&i: &usize| matches!(document.word(i), "—" | "–" | "-" | "--");
    let place = document.word(sentence.start);
    let capitals = place.len() > 2 && place.chars().all(|c| c.is_uppercase() || c == '.');
    let near = sentence.start + 1..sentence.end.min(sentence.start + LONGEST_DATELINE);
    match near.clone().find(is_dash).filter(|_| capitals) {
        Some(dash) if dash + 1 < sentence.end && document.word(dash + 1) != "-" => {
            dash + 1..sentence.end
        }
        _ => sentence,
    }
}
