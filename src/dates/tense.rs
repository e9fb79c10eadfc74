//! Whether the words around an expression speak of the past or the future.

use std::ops::Range;

use super::cursor::Cursor;
use super::lexicon::Word;
use crate::syntax::{self, Form, Tag, base_form};

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
    let from = c.sentence.start.max(tokens.start.saturating_sub(REACH));
    if is_deadline(c, from..tokens.start) {
        return Tense::Future;
    }
    // `Wednesday's ruling` is told by its own verb, not by the one before.
    let left = if c.possessive(tokens.end).is_some() { tokens.start } else { from };
    for at in (left..tokens.start).rev() {
        if c.any(at, &[";", "\"", "“", "”", ":"]) {
            break;
        }
        if let Some(tense) = of_verb(c, at) {
            return tense;
        }
    }
    let until = c.sentence.end.min(tokens.end + REACH);
    (tokens.end..until)
        .find_map(|at| of_verb(c, at))
        .or_else(|| of_clause(c, tokens))
        .unwrap_or(Tense::Unknown)
}

/// The tense of the predicate that an expression depends on, however far away it stands.
fn of_clause(c: &Cursor, tokens: &Range<usize>) -> Option<Tense> {
    let group = c.syntax.ancestors(tokens.start).find_map(|head| c.syntax.verb_group(head))?;
    match group.tense? {
        syntax::Tense::Past if group.modal.is_none() => Some(Tense::Past),
        syntax::Tense::Future => Some(Tense::Future),
        _ => None,
    }
}

/// `gave them until Tuesday`: what is granted lies ahead, whenever it was granted.
fn is_deadline(c: &Cursor, mut before: Range<usize>) -> bool {
    const GRANTED: &[&str] = &[
        "give",
        "gives",
        "gave",
        "given",
        "giving",
        "has",
        "have",
        "extend",
        "extended",
        "delay",
        "delayed",
        "postpone",
        "postponed",
        "suspended",
        "adjourned",
        "moved",
        "pushed",
        "rescheduled",
        "deadline",
        "wait",
    ];
    let until = before.end.wrapping_sub(1);
    c.any(until, &["until", "till", "to"])
        && before.any(|at| c.any(at, GRANTED))
        && !c.is(until.wrapping_sub(1), "up")
}

/// The tense that a word sets, if it is a verb that sets one.
fn of_verb(c: &Cursor, at: usize) -> Option<Tense> {
    const FUTURE: &[&str] = &[
        "will", "'ll", "’ll", "wo", "shall", "plans", "intends", "expects", "hopes", "would",
        "must", "should", "may", // `The deadline is Monday`
        "deadline",
    ];
    const EXPECTED: &[&str] = &[
        "scheduled",
        "expected",
        "due",
        "planned",
        "planning",
        "set",
        "slated",
        "going",
        "supposed",
        "likely",
    ];
    const PAST: &[&str] = &["was", "were", "had", "did", "been", "has", "have", "'ve", "’ve"];
    let word = c.lower(at);
    if matches!(c.word(at), Word::Month(_)) && c.is_capitalised(at) {
        return None;
    }
    if FUTURE.contains(&word) {
        return Some(Tense::Future);
    }
    if EXPECTED.contains(&word) && !(word == "set" && c.any(at + 1, &["on", "in"])) {
        return expected(c, at);
    }
    // `they have to go`
    if c.any(at, &["has", "have", "need", "needs"]) && c.is(at + 1, "to") {
        return Some(Tense::Future);
    }
    if PAST.contains(&word) {
        return Some(Tense::Past);
    }
    match base_form(word)?.1 {
        // `will be held`: what stands before `be` decides.
        Form::Past | Form::Participle if auxiliary(c, at, &["be"]) => None,
        Form::Past | Form::Participle => Some(Tense::Past),
        Form::Third if c.any(at + 1, &["effect", "force", "office", "place"]) => {
            Some(Tense::Future)
        }
        Form::Third => timetabled(word),
        Form::Base if is_intended(c, at) => Some(Tense::Future),
        Form::Base if has_subject(c, at) && c.tag(at) == Some(Tag::Verb) => timetabled(word),
        _ => None,
    }
}

/// `decided to admit them in March`: what is intended lies ahead.
fn is_intended(c: &Cursor, at: usize) -> bool {
    const INTENDING: &[&str] = &[
        "decide", "plan", "agree", "intend", "hope", "vow", "promise", "pledge", "threaten",
        "want", "prepare", "aim", "propose", "seek", "vote", "offer", "order",
    ];
    let before = c.lower(at.wrapping_sub(2));
    c.is(at.wrapping_sub(1), "to")
        && c.tag(at.wrapping_sub(2)) == Some(Tag::Verb)
        && base_form(before).is_some_and(|(base, _)| INTENDING.contains(&base))
}

/// Whether a plural noun or a pronoun stands before a verb in its base form: `the talks begin`, `we meet`
fn has_subject(c: &Cursor, at: usize) -> bool {
    c.lower_before(at).ends_with('s') || c.any(at.wrapping_sub(1), &["we", "they", "i", "you"])
}

/// `The talks begin on Monday`: the present tense of what is timetabled looks ahead.
fn timetabled(verb: &str) -> Option<Tense> {
    const TIMETABLED: &[&str] = &[
        "begin", "start", "open", "meet", "end", "expire", "resume", "close", "return", "arrive",
        "vote", "play", "run", "air", "launch", "leave",
    ];
    base_form(verb).filter(|(base, _)| TIMETABLED.contains(base)).map(|_| Tense::Future)
}

/// `is expected` looks ahead, `was expected` leaves open whether it came, `the expected` says nothing.
fn expected(c: &Cursor, at: usize) -> Option<Tense> {
    if auxiliary(c, at, &["is", "are", "'s", "’s", "'re", "’re", "am", "be", "now"]) {
        return Some(Tense::Future);
    }
    auxiliary(c, at, &["was", "were", "had", "been"]).then_some(Tense::Unknown)
}

/// Whether one of some auxiliaries stands in the two words before a verb.
fn auxiliary(c: &Cursor, at: usize, words: &[&str]) -> bool {
    (1..=2).any(|back| c.any(at.wrapping_sub(back), words))
}
