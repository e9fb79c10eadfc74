//! Places in a row: `her third attack`, `the 22nd boat`, `he came second`.

use super::amount::Amount;
use super::draft::{Draft, Finder, Window};
use super::numeral::Form;
use super::{counted, rules, words};
use crate::analysis::FigureKind;
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
}

/// `Fifth Harbour Board`, `the 5th Army`, `third-party`
fn is_name(document: &Document, at: usize, floor: usize, next: usize, end: usize) -> bool {
    let capital = |at: usize| document.word(at).starts_with(char::is_uppercase);
    let hyphen = next < end && document.word(next) == "-" && !document.tokens[next].space_before;
    hyphen || next < end && capital(next) || capital(at) && at > floor
}
