//! What may stand between a cue and its neighbours without being either: time, place, manner, medium.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::scene::Scene;
use crate::dates::is_weekday_or_month;
use crate::syntax::{FineTag, Tag};
use crate::text::TokenKind;

const TIMES: &[&str] = &[
    "jan.",
    "feb.",
    "aug.",
    "sept.",
    "oct.",
    "nov.",
    "dec.",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "morning",
    "afternoon",
    "evening",
    "night",
    "week",
    "month",
    "year",
    "day",
    "days",
    "weeks",
    "months",
    "years",
    "hour",
    "hours",
    "noon",
    "midnight",
    "weekend",
    "time",
    "am",
    "pm",
    "a.m.",
    "p.m.",
    "gmt",
    "bst",
    "ago",
];

/// Where and how words are said, beside the channels of `channel.tsv`: `on condition of anonymity`.
const MANNERS: &[&str] =
    &["reporters", "press", "condition", "anonymity", "response", "news", "court"];

static CHANNELS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    word_list!("speakers/channel.tsv")
        .lines()
        .skip(1)
        .filter_map(|line| line.split('\t').next())
        .collect()
});

/// Whether a word (in lower case) is what people read, hear or watch, or where they speak: `statement`, `rally`.
pub fn is_channel(lower: &str) -> bool {
    CHANNELS.contains(lower)
}

/// Words that open an adverbial of time before the day itself.
const TIME_OPENERS: &[&str] = &[
    "on", "in", "at", "late", "early", "last", "this", "earlier", "later", "since", "by", "that",
    "next",
];

pub fn is_time(scene: &Scene, index: usize) -> bool {
    let capital_may = scene.lower(index) == "may" && !scene.capital(index);
    (scene.is(index, TIMES) || is_weekday_or_month(scene.lower(index))) && !capital_may
}

fn is_medium(scene: &Scene, index: usize) -> bool {
    is_channel(scene.lower(index)) || scene.is(index, MANNERS)
}

/// Skips adverbs, times and media forward from `at`; stops at punctuation, a quotation or a clause.
pub fn skip(scene: &Scene, mut at: usize, end: usize) -> usize {
    while at < end {
        let next = step(scene, at, end);
        if next == at {
            break;
        }
        at = next;
    }
    at
}

fn step(scene: &Scene, at: usize, end: usize) -> usize {
    if scene.quotation(at).is_some() {
        return at;
    }
    if is_time(scene, at) || scene.is(at, &["himself", "herself", "themselves", "itself"]) {
        return at + 1;
    }
    let question = scene.syntax.fine_tag(at) == FineTag::Wrb;
    if scene.tag(at) == Tag::Adv
        && !question
        && !scene.is(at, &["about", "only", "just", "nearly", "almost"])
    {
        let bound = scene.is(at, &["more", "less", "most", "least"]);
        return if bound { at } else { at + 1 };
    }
    if scene.is(at, TIME_OPENERS) && at + 1 < end {
        // `late Wednesday`, `on Saturday (23)`, `last month`, `on 3 May`
        let number = |to: usize| scene.document.tokens[to].kind == TokenKind::Number;
        let opens = |&to: &usize| {
            scene.is(to, TIME_OPENERS) || scene.is(to, &["the", "same"]) || number(to)
        };
        let time = (at + 1..end).find(|to| !opens(to)).filter(|&to| is_time(scene, to));
        if let Some(time) = time {
            let to = (time..end).find(|&to| !is_time(scene, to)).unwrap_or(end);
            return number_after(scene, to, end);
        }
    }
    prepositional(scene, at, end).unwrap_or(at)
}

/// The day's number after its name: `May 4, 2022`, `Saturday (23)`.
fn number_after(scene: &Scene, mut at: usize, end: usize) -> usize {
    while at < end {
        let number = scene.document.tokens[at].kind == TokenKind::Number;
        let bracket = scene.word(at) == "("
            && at + 2 < end
            && scene.document.tokens[at + 1].kind == TokenKind::Number
            && scene.word(at + 2) == ")";
        match (number, bracket) {
            (true, _) => at += 1,
            (_, true) => at += 3,
            _ => break,
        }
    }
    at
}

/// `in a statement on Telegram`: a preposition and a phrase that names a medium, a time or nothing but closes.
fn prepositional(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    if scene.tag(at) != Tag::Adp || scene.is(at, &["of", "than", "like", "up"]) {
        return None;
    }
    let mut to = phrase_end(scene, at + 1, end)?;
    if to < end && scene.quotation(to).is_none() && is_medium(scene, to) {
        to += 1;
    }
    let head = to - 1;
    let medium = is_medium(scene, head) || is_time(scene, head);
    if scene.is(at, &["to", "into"]) && !medium {
        return None;
    }
    let to = if to < end && scene.is(to, &["of", "with", "for", "to"]) {
        phrase_end(scene, to + 1, end).unwrap_or(to)
    } else {
        to
    };
    let stops = to >= end
        || scene.opens(to).is_some()
        || matches!(scene.word(to), "." | ":" | "," | ";" | "!" | "?" | "—" | "--")
        || scene.is(to, &["that", "on", "in", "at", "during", "after", "before", "by"]);
    (medium || stops).then_some(to)
}

fn phrase_end(scene: &Scene, at: usize, end: usize) -> Option<usize> {
    if at >= end || scene.quotation(at).is_some() {
        return None;
    }
    let phrase =
        scene.syntax.phrase_of(at).filter(|phrase| phrase.tokens.start >= at.saturating_sub(1))?;
    (phrase.tokens.end <= end).then_some(phrase.tokens.end)
}

/// Skips auxiliaries, adverbs and times backward: the index after the subject of a verb at `at`.
pub fn skip_back(scene: &Scene, mut at: usize, start: usize) -> usize {
    while at > start && scene.quotation(at - 1).is_none() {
        let last = at - 1;
        let next = match scene.tag(last) {
            Tag::Adv | Tag::Aux => last,
            Tag::Part if !scene.is(last, &["to"]) => last,
            _ if scene.is(
                last,
                &["has", "have", "had", "also", "further", "first", "once", "again", "both", "all"],
            ) =>
            {
                last
            }
            _ => time_back(scene, at, start),
        };
        if next == at {
            break;
        }
        at = next;
    }
    at
}

/// Skips one adverbial of time that ends before `at`.
fn time_back(scene: &Scene, at: usize, start: usize) -> usize {
    let mut from = at;
    while from > start
        && (is_time(scene, from - 1)
            || scene.document.tokens[from - 1].kind == TokenKind::Number
            || scene.is(from - 1, &["last", "this", "earlier", "late", "early"]))
    {
        from -= 1;
    }
    let has_time = (from..at).any(|index| is_time(scene, index));
    if !has_time {
        return at;
    }
    if from > start && scene.is(from - 1, &["on", "in", "at", "since", "by", "late", "early"]) {
        from -= 1;
    }
    if from == start { at } else { from }
}
