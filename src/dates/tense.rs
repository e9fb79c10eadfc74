//! Whether the words around an expression speak of the past or the future.

use std::ops::Range;

use super::cursor::Cursor;
use crate::syntax::{Form, base_form};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
    Unknown,
}

/// No verb further away than this is looked at: the cost stays bounded.
const REACH: usize = 12;

/// The tense of the nearest verb before an expression in its clause, else of the first one after it.
pub fn tense(c: &Cursor, tokens: &Range<usize>) -> Tense {
    if c.any(tokens.start.wrapping_sub(1), &["next", "coming", "upcoming"]) {
        return Tense::Future;
    }
    let from = c.sentence.start.max(tokens.start.saturating_sub(REACH));
    for at in (from..tokens.start).rev() {
        if c.any(at, &[";", "\"", "“", "”", ":"]) {
            break;
        }
        if let Some(tense) = of_verb(c, at) {
            return tense;
        }
    }
    let until = c.sentence.end.min(tokens.end + REACH);
    (tokens.end..until).find_map(|at| of_verb(c, at)).unwrap_or(Tense::Unknown)
}

/// The tense that a word sets, if it is a verb that sets one.
fn of_verb(c: &Cursor, at: usize) -> Option<Tense> {
    const FUTURE: &[&str] = &[
        "will", "'ll", "’ll", "wo", "shall", "scheduled", "expected", "due", "plans", "planned", "planning", "set",
        "intends", "expects", "hopes", "slated", "going", "would", "tentatively", "must", "should", "can", "proposed",
    ];
    const PAST: &[&str] = &["was", "were", "had", "did", "been", "has", "have", "'ve", "’ve"];
    let word = c.lower(at);
    if FUTURE.contains(&word) {
        return Some(Tense::Future);
    }
    if PAST.contains(&word) {
        return Some(Tense::Past);
    }
    match base_form(word)?.1 {
        Form::Past | Form::Participle => Some(Tense::Past),
        _ => None,
    }
}
