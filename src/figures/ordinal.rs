//! Places in a row: `her third attack`, `the 22nd boat`, `he came second`.

use super::amount::Amount;
use super::counted::Counted;
use super::draft::{Draft, Finder, Window};
use super::numeral::Form;
use super::{counted, rules, words};
use crate::analysis::FigureKind;
use crate::syntax::singular;
use crate::text::Document;

/// Verbs after which an ordinal is a place that was taken.
const PLACING: &[&str] = &[
    "came",
    "come",
    "comes",
    "coming",
    "finish",
    "finished",
    "finishes",
    "finishing",
    "placed",
    "ranked",
    "ranks",
    "was",
    "is",
];

/// Nouns that make a name or a turn of speech with the ordinal before them.
const SET_PHRASES: &[&str] = &[
    "half", "hand", "lady", "aid", "name", "time", "thing", "party", "class", "place", "glance",
    "step", "world", "quarter", "language", "thought", "sight", "rate", "one",
];

/// What `every third` of tells how often something is, not how large a share.
const TURNS: &[&str] = &[
    "second", "minute", "hour", "day", "week", "month", "year", "night", "morning", "evening",
    "weekend", "season", "game", "match", "round", "race", "step", "line", "page", "time", "turn",
    "stop", "word", "sentence", "issue", "episode", "chapter", "floor", "row", "column", "decade",
];

impl Finder<'_> {
    /// Keeps the ordinal that begins with token `at`; the token to go on from.
    pub fn read_ordinal(&mut self, at: usize, window: &Window) -> Option<usize> {
        let document = self.document;
        let &Window { floor, end, sentence } = window;
        let (value, next) = words::ordinal(document, at, end)?;
        let counted = counted::after(document, self.syntax, next, end, true)
            .filter(|counted| counted.tokens.start == next);
        let digits = document.word(at).starts_with(|c: char| c.is_ascii_digit());
        let placed = at > floor && PLACING.contains(&document.lower(at - 1));
        let noun = counted
            .as_ref()
            .is_some_and(|counted| !SET_PHRASES.contains(&document.lower(counted.tokens.start)));
        let alone = sentence.start == at && next == end;
        if !(digits || placed || noun || alone) || is_name(document, at, floor, next, end) {
            return None;
        }
        let unit = counted.as_ref().map(|counted| counted.unit.clone());
        if let Some(share) = counted.as_ref().and_then(|of| self.share(at, value, of, window)) {
            return Some(self.keep(share));
        }
        Some(self.keep(Draft {
            unit,
            counted,
            ..Draft::of(
                Amount::of(at..next, value, Form::Words),
                FigureKind::Ordinal,
                rules::ORDINAL,
                sentence,
            )
        }))
    }

    /// `every eighth job`, of which the ordinal begins with token `at`.
    fn share(&self, at: usize, value: f64, of: &Counted, window: &Window) -> Option<Draft> {
        let &Window { floor, end, sentence } = window;
        let every = at.checked_sub(1).filter(|&every| every >= floor)?;
        let noun = singular(self.document.lower(of.head));
        if self.document.lower(every) != "every" || value < 2.0 || TURNS.contains(&&*noun) {
            return None;
        }
        let (tokens, modifier) = self.bounded(every..of.tokens.start, floor, end);
        let amount = Amount::of(every..of.tokens.start, 1.0 / value, Form::Fraction);
        Some(Draft {
            tokens,
            modifier,
            unit: Some(of.unit.clone()),
            counted: Some(of.clone()),
            ..Draft::of(amount, FigureKind::Fraction, rules::FRACTION, sentence)
        })
    }
}

/// `Fifth Harbour Board`, `the 5th Army`, `third-party`
fn is_name(document: &Document, at: usize, floor: usize, next: usize, end: usize) -> bool {
    let capital = |at: usize| document.word(at).starts_with(char::is_uppercase);
    let hyphen = next < end && document.word(next) == "-" && !document.tokens[next].space_before;
    hyphen || next < end && capital(next) || capital(at) && at > floor
}
