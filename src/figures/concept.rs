//! What a figure is about: the noun that it qualifies, or what its clause says it of.

use std::ops::Range;

use crate::syntax::{Syntax, Tag};
use crate::text::Document;

/// The noun phrase right after the amount (`a $40 ticket`) or after `of`, with what belongs to it by `of`.
pub fn qualified(document: &Document, syntax: &Syntax, at: usize, end: usize) -> Option<String> {
    if at >= end {
        return None;
    }
    let mut start = at + usize::from(document.word(at) == "-");
    let of = start < end && matches!(document.lower(start), "of");
    start += usize::from(of);
    let direct =
        of || (start < end && matches!(syntax.tags[start], Tag::Noun | Tag::Adj | Tag::Propn));
    let words = phrase_from(document, syntax, start, end);
    (direct && !words.is_empty()).then(|| text(document, syntax, words))
}

/// What belongs by `of` or `in` to the noun before token `at`: `12 corners of the yard`.
pub fn belonging(document: &Document, syntax: &Syntax, at: usize, end: usize) -> Option<String> {
    let of = at < end && matches!(document.lower(at), "of");
    of.then(|| qualified(document, syntax, at, end)).flatten()
}

/// The phrases before token `at` in its clause: the nearest one after the verb (`cut costs by 4%`, `a fine
/// of $4`), then the subject; each with what hangs on it.
pub fn clause(document: &Document, syntax: &Syntax, at: usize, start: usize) -> Vec<String> {
    let from = start.max(at.saturating_sub(40));
    let verb = (from..at).rev().take_while(|&i| !breaks(document, i)).find(|&i| is_verb(syntax, i));
    let nearest = match verb {
        Some(verb) => last_phrase(document, syntax, verb + 1, at),
        None => last_phrase(document, syntax, from, at),
    };
    let subject = verb.and_then(|verb| subject(document, syntax, verb, from));
    let mut parts: Vec<String> = Vec::new();
    for words in [nearest, subject].into_iter().flatten() {
        let said = text(document, syntax, words);
        if !said.is_empty() && !parts.contains(&said) {
            parts.push(said);
        }
    }
    parts
}

/// The noun phrase before the verb group that token `verb` ends.
fn subject(document: &Document, syntax: &Syntax, verb: usize, from: usize) -> Option<Range<usize>> {
    let group = (from..verb)
        .rev()
        .take_while(|&i| is_verb(syntax, i) || matches!(syntax.tags[i], Tag::Adv | Tag::Part))
        .last()
        .unwrap_or(verb);
    let mut end = group;
    while end > from
        && matches!(document.lower(end - 1), "who" | "which" | "that" | "," | "to" | "and" | "also")
    {
        end -= 1;
    }
    let pronoun = end > from && syntax.tags[end - 1] == Tag::Pron;
    if !pronoun && let Some(words) = last_phrase(document, syntax, from, end) {
        return Some(words);
    }
    // `while serving …, rose`: the subject of the verb before it.
    let earlier = (from..end).rev().find(|&i| is_verb(syntax, i))?;
    (earlier > from && !pronoun).then(|| last_phrase(document, syntax, from, earlier)).flatten()
}

fn is_verb(syntax: &Syntax, at: usize) -> bool {
    matches!(syntax.tags[at], Tag::Verb | Tag::Aux)
}

fn breaks(document: &Document, at: usize) -> bool {
    matches!(document.lower(at), ";" | ":" | "while" | "but" | "whereas" | "“" | "”")
}

/// The last noun phrase between two tokens, with the phrases that it hangs on by `of`, `in`, `for`.
fn last_phrase(
    document: &Document,
    syntax: &Syntax,
    from: usize,
    to: usize,
) -> Option<Range<usize>> {
    // Not the noun of another figure.
    let counted = |i: usize| i > from && syntax.tags[i - 1] == Tag::Num;
    let noun = (from..to).rev().take(25).find(|&i| syntax.tags[i].is_nominal() && !counted(i))?;
    let mut first = noun;
    while first > from {
        let before = first - 1;
        let joins = matches!(
            document.lower(before),
            "of" | "in" | "for" | "to" | "&" | "'s" | "’s" | "and" | "'" | "’" | "-"
        ) && before > from
            && !is_verb(syntax, before - 1);
        let inside =
            matches!(syntax.tags[before], Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det | Tag::Num);
        if !(joins || inside) {
            break;
        }
        first = before;
    }
    Some(first..noun + 1)
}

/// A noun phrase from `start`, and the phrases that `of`, `in` and `for` hang on it.
fn phrase_from(document: &Document, syntax: &Syntax, start: usize, end: usize) -> Range<usize> {
    let mut noun = start;
    for at in start..end.min(start + 12) {
        let joins = matches!(
            document.lower(at),
            "of" | "in" | "for" | "to" | "-" | "&" | "'s" | "’s" | "and"
        );
        match syntax.tags[at] {
            Tag::Noun | Tag::Propn => noun = at + 1,
            Tag::Adj | Tag::Det => {}
            _ if joins && noun > start => {}
            Tag::Num if at > start => {}
            _ => break,
        }
    }
    start..noun
}

fn text(document: &Document, syntax: &Syntax, words: Range<usize>) -> String {
    let content = words.filter(|&i| {
        matches!(syntax.tags[i], Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Sym)
    });
    let mut said = String::new();
    let mut last = None;
    for at in content {
        // `S&P` is one name.
        let touches = last == Some(at.wrapping_sub(1)) && !document.tokens[at].space_before;
        if !said.is_empty() && !touches {
            said.push(' ');
        }
        said.push_str(document.word(at));
        last = Some(at);
    }
    said
}
