//! Guards: words and numbers that look like a date and are none.

use super::cursor::Cursor;
use super::lexicon::Word;
use super::period::Unit;
use super::tense::{Tense, tense};
use crate::syntax::Tag;

/// Words that come before a month, a year or a season where a time is meant.
const BEFORE_A_TIME: &[&str] = &[
    "in",
    "since",
    "of",
    "by",
    "until",
    "till",
    "til",
    "through",
    "throughout",
    "from",
    "to",
    "during",
    "before",
    "after",
    "between",
    "around",
    "about",
    "and",
    "or",
    "for",
    "as",
    "on",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
    "previous",
    "following",
    "past",
    "circa",
    "c.",
    "ca.",
    "year",
    "than",
    "-",
    "–",
    "—",
    "every",
    "each",
    "(",
    "[",
    "/",
    "beyond",
    "into",
    "till",
    "within",
    "pre",
    "post",
    "til",
    "starting",
    "ending",
    "beginning",
    "ended",
    "back",
];

/// Whether the word before a token lets a time follow.
pub fn time_may_follow(c: &Cursor, at: usize) -> bool {
    BEFORE_A_TIME.contains(&c.lower_before(at))
}

/// Whether the month's name at a token is another word: `may`, `march`, a person's name.
/// `numbered` says that a day or a year stands beside it.
pub fn no_month(c: &Cursor, at: usize, numbered: bool) -> bool {
    if numbered {
        return false;
    }
    let word = c.lower(at);
    if !c.is_capitalised(at) {
        // A text in lower case throughout still has its months, but most are words and names besides.
        return word.len() < 5 || word == "march" || !month_may_follow(c, at);
    }
    let name = c.is_capitalised(at + 1) && c.tag(at + 1) == Some(Tag::Propn);
    match word {
        "may" | "march" | "june" | "april" | "august" => {
            let attribute = c.lower_before(at) == "the" && c.tag(at + 1) == Some(Tag::Noun);
            if attribute {
                return false;
            }
            let person = name && !c.is(at + 1, "and") && !matches!(c.word(at + 1), Word::Month(_));
            let named = person && !month_may_follow(c, at);
            named
                || (!time_may_follow(c, at)
                    && (matches!(word, "may" | "march") || after_name(c, at)))
        }
        _ => {
            word.trim_end_matches('.').len() < 4 && !word.ends_with('.') && !month_may_follow(c, at)
        }
    }
}

/// Whether the word before a token asks for a month, and for nothing that is only spelled like one.
fn month_may_follow(c: &Cursor, at: usize) -> bool {
    matches!(
        c.lower_before(at),
        "in" | "since" | "until" | "last" | "next" | "early" | "late" | "during" | "mid"
    )
}

fn after_name(c: &Cursor, at: usize) -> bool {
    at > c.sentence.start && c.is_capitalised(at - 1) && c.tag(at - 1) == Some(Tag::Propn)
}

/// Whether a weekday's short form is another word: `sat`, `Sun`, `wed`.
pub fn no_weekday(c: &Cursor, at: usize) -> bool {
    let word = c.lower(at);
    if word.len() > 5 {
        return c.is(at + 1, "times") && c.is_capitalised(at + 1);
    }
    if !c.is_capitalised(at) {
        return true;
    }
    // `Edmonton Sun, August 16`
    let paper = word == "sun" && at > c.sentence.start && c.is_capitalised(at - 1);
    if paper && c.tag(at - 1) == Some(Tag::Propn) {
        return true;
    }
    let next = at + 1;
    let dated = matches!(c.word(next), Word::Number | Word::Month(_) | Word::Part(_))
        || (c.any(next, &[",", "the"])
            && matches!(c.word(next + 1), Word::Number | Word::Month(_)));
    let stop = word.ends_with('.') || (c.is(next, ".") && c.glued(next) && c.is(next + 1, ","));
    !stop && !dated
}

/// Whether no weekday in particular is meant: `he opened early on a Sunday`.
pub fn any_weekday(c: &Cursor, at: usize) -> bool {
    let next = at + 1 + usize::from(matches!(c.word(at + 1), Word::Part(_)));
    c.is(at.wrapping_sub(1), "a") && !c.tag(next).is_some_and(Tag::is_nominal)
}

/// Whether four digits are a count, a price or a number of something and no year.
pub fn no_year(c: &Cursor, at: usize, year: i16) -> bool {
    let before = c.lower_before(at);
    let next = at + 1;
    if matches!(
        before,
        "$" | "£"
            | "€"
            | "#"
            | "no."
            | "¥"
            | "+"
            | "number"
            | "route"
            | "flight"
            | "room"
            | "page"
            | "bus"
            | "rule"
            | "section"
            | "resolution"
            | "version"
            | "ward"
            | "model"
            | "highway"
    ) {
        return true;
    }
    if c.any(next, &["%", "percent", "°", "$", "€", "£"]) || (c.is(next, "x") && c.glued(next))
    {
        return true;
    }
    if c.is(next, ":") && c.glued(next) && c.digits(next + 1, 1..=2).is_some() {
        return true;
    }
    let many = c.lower(next).ends_with('s')
        || c.hyphen(next).is_some()
        || c.any(c.maybe_hyphen(next + 1), &["old", "long"]);
    if matches!(c.word(next), Word::Scale(_)) || (matches!(c.word(next), Word::Unit(_)) && many) {
        return true;
    }
    if is_span_of_years(c, at) {
        return false;
    }
    let recent = (1900..2040).contains(&year);
    if counted(c, next) {
        return !(recent && matches!(before, "the" | "in" | "since"));
    }
    if matches!(before, "than" | "about" | "around" | "for" | "of" | "to" | "as" | "over" | "some")
    {
        return !recent;
    }
    let bracketed = matches!(before, "(" | "[" | ",") || c.any(next, &[")", "]"]);
    !(recent || time_may_follow(c, at) || bracketed)
}

/// Whether another year stands on the other side of a dash or `to`: `1715 - 1774`, `from 1790 to 1801`.
fn is_span_of_years(c: &Cursor, at: usize) -> bool {
    let year = |at: usize| c.digits(at, 4..=4).is_some_and(|year| (1000..2200).contains(&year));
    let dash = |at: usize| c.any(at, &["-", "–", "—"]);
    let before = at.checked_sub(2).is_some_and(year)
        && (dash(at - 1)
            || (c.is(at - 1, "to") && c.any(at.wrapping_sub(3), &["from", "between"])));
    before || (dash(at + 1) && year(at + 2) && !c.glued(at))
}

/// Whether what follows a number is counted by it: a plural in lower case.
fn counted(c: &Cursor, at: usize) -> bool {
    let word = c.written(at);
    let noun = |at: usize| c.tag(at) == Some(Tag::Noun) && c.lower(at).ends_with('s');
    let plural = noun(at) || c.any(at, &["people", "men", "women", "children", "police", "troops"]);
    let adjective = c.tag(at) == Some(Tag::Adj) && noun(at + 1);
    word.starts_with(char::is_lowercase) && (plural || adjective)
}

/// Whether an amount of years tells somebody's age: `70-year-old`, `aged 41 years`, `nine months old`.
pub fn age(c: &Cursor, next: usize) -> bool {
    let after = c.maybe_hyphen(next);
    c.any(after, &["old", "olds"]) || c.phrase(after, &["of", "age"]).is_some()
}

/// Whether a word in capitals belongs to a name in capitals: `USA TODAY`.
pub fn in_capitals(c: &Cursor, at: usize) -> bool {
    let capitals = |at: usize| {
        let word = c.written(at);
        word.len() > 1 && word.chars().all(char::is_uppercase)
    };
    capitals(at) && capitals(at.wrapping_sub(1)) && !capitals(at + 1)
}

/// Whether a season's name is used of a season: `fall` and `spring` are verbs and more.
pub fn no_season(c: &Cursor, at: usize) -> bool {
    let before = c.lower_before(at);
    let placed = time_may_follow(c, at) || before == "the";
    let verb = matches!(c.lower(at), "fall" | "spring")
        && !matches!(before, "in" | "the" | "this" | "last");
    let noun =
        c.tag(at + 1).is_some_and(Tag::is_nominal) && !matches!(c.word(at + 1), Word::Number);
    !placed || verb || noun || c.is(at + 1, "of")
}

/// Whether an adverb of time is used for something else: `Now, look at this`, `Now you see it`, `every now and
/// then`, `as recently as 1990`.
pub fn no_vague(c: &Cursor, at: usize) -> bool {
    let next = at + 1;
    if c.is_capitalised(at) && c.is(next, ",") && c.any(at, &["now", "currently"]) {
        return true;
    }
    match c.lower(at) {
        "now" if c.is_capitalised(at) => {
            let says =
                c.tag(next) == Some(Tag::Pron) && !c.any(next, &["it", "there", "everything"]);
            says || c.any(next, &["this", "that", "these", "then"])
        }
        "now" => c.is(next, "and") && c.any(next + 1, &["then", "again"]),
        "recently" => c.is(next, "as"),
        _ => false,
    }
}

/// Whether the word before `the future` lets it say when: `The future is bright` speaks of it and tells no time.
pub fn times(c: &Cursor, at: usize) -> bool {
    const PREPOSITIONS: &[&str] = &[
        "in",
        "for",
        "into",
        "from",
        "to",
        "than",
        "on",
        "over",
        "during",
        "throughout",
        "about",
        "and",
        "not",
        ",",
    ];
    c.any(at.wrapping_sub(1), PREPOSITIONS)
}

/// Whether `soon` speaks of what came next in a story: `as soon as`, `he soon escaped`.
pub fn no_soon(c: &Cursor, at: usize) -> bool {
    let tokens = at..at + 1;
    c.any(at + 1, &["as", "after"])
        || c.any(at.wrapping_sub(1), &["as", "so", "too", "how"])
        || tense(c, &tokens) != Tense::Future
}

/// Whether a unit after a determiner stands for itself: `the day` is no day that could be reckoned.
pub fn is_sports_half(c: &Cursor, at: usize) -> bool {
    c.any(at, &["goal", "goals", "minute", "time"])
        || matches!(c.word(at), Word::Unit(Unit::Minute))
}

/// Whether an amount of units follows: `the past` is then no time of its own.
pub fn counts_follow(c: &Cursor, at: usize) -> bool {
    matches!(
        c.word(at),
        Word::Unit(_) | Word::Number | Word::Cardinal(_) | Word::Some | Word::Scale(_)
    )
}
