//! What a figure is about: the noun that it qualifies, or what its clause says it of.

use std::ops::Range;

use crate::syntax::{Syntax, Tag};
use crate::text::Document;

/// Where the words for a concept are looked for.
pub struct Scope<'a> {
    pub document: &'a Document<'a>,
    pub syntax: &'a Syntax<'a>,
    /// For every token whether a date or another figure has it: it says nothing of what this one is about.
    pub taken: &'a [bool],
}

/// The noun phrase right after the amount (`a $40 ticket`) or after `of`, with what belongs to it by `of`.
pub fn qualified(scope: &Scope, at: usize, end: usize) -> Option<String> {
    if at >= end {
        return None;
    }
    let mut start = at + usize::from(scope.document.word(at) == "-");
    let of = start < end && matches!(scope.document.lower(start), "of");
    start += usize::from(of);
    let direct =
        of || (start < end && matches!(scope.syntax.tag(start), Tag::Noun | Tag::Adj | Tag::Propn));
    let words = phrase_from(scope, start, end);
    (direct && !words.is_empty()).then(|| text(scope, words))
}

/// What belongs by `of` or `in` to the noun before token `at`: `12 corners of the yard`.
pub fn belonging(scope: &Scope, at: usize, end: usize) -> Option<String> {
    let of = at < end && matches!(scope.document.lower(at), "of");
    of.then(|| qualified(scope, at, end)).flatten()
}

/// The phrases before token `at` in its clause: the nearest one after the verb (`cut costs by 4%`, `a fine
/// of $4`), then the subject; each with what hangs on it.
pub fn clause(scope: &Scope, at: usize, start: usize) -> Vec<String> {
    let from = start.max(at.saturating_sub(40));
    let verb = (from..at).rev().take_while(|&i| !breaks(scope, i)).find(|&i| is_verb(scope, i));
    let nearest = match verb {
        Some(verb) => last_phrase(scope, verb + 1, at),
        None => last_phrase(scope, from, at),
    };
    let subject = verb.and_then(|verb| subject(scope, verb, from));
    let mut parts: Vec<String> = Vec::new();
    for words in [nearest, subject].into_iter().flatten() {
        let said = text(scope, words);
        if !said.is_empty() && !parts.contains(&said) {
            parts.push(said);
        }
    }
    parts
}

/// The noun phrase before the verb group that token `verb` ends.
fn subject(scope: &Scope, verb: usize, from: usize) -> Option<Range<usize>> {
    let group = (from..verb)
        .rev()
        .take_while(|&i| is_verb(scope, i) || matches!(scope.syntax.tag(i), Tag::Adv | Tag::Part))
        .last()
        .unwrap_or(verb);
    let mut end = group;
    while end > from
        && matches!(
            scope.document.lower(end - 1),
            "who" | "which" | "that" | "," | "to" | "and" | "also"
        )
    {
        end -= 1;
    }
    let pronoun = end > from && scope.syntax.tag(end - 1) == Tag::Pron;
    if !pronoun && let Some(words) = last_phrase(scope, from, end) {
        return Some(words);
    }
    // `while serving …, rose`: the subject of the verb before it.
    let earlier = (from..end).rev().find(|&i| is_verb(scope, i))?;
    (earlier > from && !pronoun).then(|| last_phrase(scope, from, earlier)).flatten()
}

fn is_verb(scope: &Scope, at: usize) -> bool {
    matches!(scope.syntax.tag(at), Tag::Verb | Tag::Aux)
}

fn breaks(scope: &Scope, at: usize) -> bool {
    matches!(scope.document.lower(at), ";" | ":" | "while" | "but" | "whereas" | "“" | "”")
}

/// The last noun phrase between two tokens, with the phrases that it hangs on by `of`, `in`, `for`.
fn last_phrase(scope: &Scope, from: usize, to: usize) -> Option<Range<usize>> {
    // Not the noun of another figure.
    let counted = |i: usize| i > from && scope.syntax.tag(i - 1) == Tag::Num;
    let noun = (from..to)
        .rev()
        .take(25)
        .find(|&i| scope.syntax.tag(i).is_nominal() && !counted(i) && !scope.taken[i])?;
    let mut first = noun;
    while first > from {
        let before = first - 1;
        let joins = matches!(
            scope.document.lower(before),
            "of" | "in" | "for" | "to" | "&" | "'s" | "’s" | "and" | "'" | "’" | "-"
        ) && before > from
            && !is_verb(scope, before - 1);
        let inside = scope.syntax.is_determiner(before)
            || matches!(scope.syntax.tag(before), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num);
        if !(joins || inside) {
            break;
        }
        first = before;
    }
    Some(first..noun + 1)
}

/// A noun phrase from `start`, and the phrases that `of`, `in` and `for` hang on it.
fn phrase_from(scope: &Scope, start: usize, end: usize) -> Range<usize> {
    let mut noun = start;
    for at in start..end.min(start + 12) {
        let joins = matches!(
            scope.document.lower(at),
            "of" | "in" | "for" | "to" | "-" | "&" | "'s" | "’s" | "and"
        );
        match scope.syntax.tag(at) {
            Tag::Noun | Tag::Propn => noun = at + 1,
            Tag::Adj => {}
            _ if scope.syntax.is_determiner(at) => {}
            _ if joins && noun > start => {}
            Tag::Num if at > start => {}
            _ => break,
        }
    }
    start..noun
}

fn text(scope: &Scope, words: Range<usize>) -> String {
    let content = words.filter(|&i| {
        !scope.taken[i]
            && matches!(
                scope.syntax.tag(i),
                Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Sym
            )
    });
    let mut said = String::new();
    let mut last = None;
    for at in content {
        // `S&P` is one name.
        let touches = last == Some(at.wrapping_sub(1)) && !scope.document.tokens[at].space_before;
        if !said.is_empty() && !touches {
            said.push(' ');
        }
        said.push_str(scope.document.word(at));
        last = Some(at);
    }
    said
}
