//! What a number counts: the noun after it, after `of`, or one that was named before.

use std::ops::Range;

use super::numeral::is_hyphen;
use crate::syntax::{Form, Syntax, Tag, base_form, is_plural, singular};
use crate::text::Document;

#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Indices of the noun and the modifiers before it.
    pub tokens: Range<usize>,
    /// Index of the noun.
    pub head: usize,
    /// The noun and its modifiers, the noun in the singular.
    pub unit: String,
}

/// Words between a number and its noun that say nothing of what is counted.
const SKIPPED: &[&str] =
    &["more", "other", "others", "additional", "further", "extra", "such", "or", "so"];

/// Adverbs that a tagger may take for nouns.
const ADVERBS: &[&str] = &[
    "aboard",
    "worldwide",
    "nationwide",
    "overseas",
    "abroad",
    "overnight",
    "inside",
    "outside",
    "apiece",
    "ago",
    "alive",
    "early",
    "cheaper",
    "later",
    "afterwards",
    "combined",
    "respectively",
    "today",
    "yesterday",
    "tomorrow",
    "statewide",
    "countrywide",
    "online",
    "upstairs",
    "downtown",
    "today",
    "altogether",
    "or",
    "tall",
    "wide",
    "thick",
];

/// The noun that a number before token `at` counts. `one` asks for a singular.
pub fn after(
    document: &Document,
    syntax: &Syntax,
    at: usize,
    end: usize,
    one: bool,
) -> Option<Counted> {
    if at >= end {
        return None;
    }
    if is_hyphen(document, at, end) {
        return compound(document, syntax, at + 1, end);
    }
    let mut start = at;
    if document.lower(start) == "of" {
        start += 1;
        // `a third of what it was` counts nothing that has a name.
        let clause = |at: usize| matches!(document.lower(at), "what" | "which" | "whom" | "whose");
        // `two of the three-ton lorries`: the number is of the noun.
        let number = |at: usize| syntax.tag(at) == Tag::Num && !is_hyphen(document, at + 1, end);
        while start < end && (syntax.is_determiner(start) || number(start)) && !clause(start) {
            start += 1;
        }
        start = possessed(document, syntax, start, end);
    } else if matches!(document.lower(start), "the" | "its" | "their" | "all") {
        start += 1;
    }
    while start < end
        && matches!(
            document.lower(start),
            "more" | "other" | "additional" | "further" | "extra" | "such"
        )
    {
        start += 1;
    }
    let more = start > at && document.lower(start - 1) == "more";
    let run = run(document, syntax, start, end);
    let head = head(document, syntax, run.clone(), one)?;
    // `40 more wait`: a form that could be a verb is no noun here.
    if more
        && run.len() == 1
        && !is_plural(document.lower(head))
        && base_form(document.lower(head)).is_some()
    {
        return None;
    }
    Some(counted(document, syntax, run.start..head + 1))
}

/// The token from which what is possessed is named: `decks` in `two of the ship's five decks`.
fn possessed(document: &Document, syntax: &Syntax, start: usize, end: usize) -> usize {
    let owner = (start..end).take(4).take_while(|&at| syntax.tag(at).is_nominal()).last();
    let Some(after) = owner.map(|owner| owner + 1).filter(|&at| at < end) else { return start };
    if !matches!(document.lower(after), "'s" | "’s") {
        return start;
    }
    (after + 1..end).find(|&at| syntax.tag(at) != Tag::Num).unwrap_or(start)
}

/// `six-member team`, `three-course meal`: what is counted stands after the hyphen.
fn compound(document: &Document, syntax: &Syntax, at: usize, end: usize) -> Option<Counted> {
    let vain = matches!(
        document.lower(at),
        "way" | "off" | "time" | "on" | "fold" | "sided" | "size" | "party" | "hand"
    );
    let noun =
        syntax.tag(at).is_nominal() || is_plural(document.lower(at)) || syntax.tag(at) == Tag::Verb;
    (!vain && noun && at < end).then(|| counted(document, syntax, at..at + 1))
}

/// The words from `start` that may stand in one noun phrase.
fn run(document: &Document, syntax: &Syntax, start: usize, end: usize) -> Range<usize> {
    let mut at = start;
    let limit = end.min(start + 8);
    while at < limit {
        let next_nominal = at + 1 < limit
            && matches!(syntax.tag(at + 1), Tag::Noun | Tag::Propn | Tag::Adj)
            && document.tokens[at + 1].space_before;
        if ADVERBS.contains(&document.lower(at)) {
            break;
        }
        let goes_on = match syntax.tag(at) {
            Tag::Noun | Tag::Propn | Tag::Adj => true,
            Tag::Verb
                if is_misread_plural(document, syntax, at, end)
                    && !after_plural(document, syntax, start, at) =>
            {
                true
            }
            Tag::Verb => {
                next_nominal
                    && is_participle(document, at)
                    && !after_plural(document, syntax, start, at)
            }
            Tag::Adv => {
                let grades = matches!(document.lower(at), "most" | "least" | "best" | "very");
                next_nominal && (document.lower(at).ends_with("ly") || grades) && at == start
            }
            Tag::Cconj => next_nominal && at > start && !after_plural(document, syntax, start, at),
            Tag::Part => {
                at > start
                    && document.lower(at).ends_with('s')
                    && next_nominal
                    && !after_plural(document, syntax, start, at)
            }
            Tag::Punct => at > start && is_hyphen(document, at, limit),
            Tag::Sym => document.word(at) == "&" && at > start && next_nominal,
            Tag::Num => {
                let model = at > start && syntax.tag(at - 1).is_nominal() && {
                    document.word(at - 1).starts_with(char::is_uppercase)
                };
                model && next_nominal || at == start && is_hyphen(document, at + 1, limit)
            }
            _ => false,
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    start..at
}

/// `three goals in`: a form that could be a verb, where no object follows, is the plural that is counted.
fn is_misread_plural(document: &Document, syntax: &Syntax, at: usize, end: usize) -> bool {
    matches!(base_form(document.lower(at)), Some((_, Form::Third)))
        && (at + 1 >= end
            || !matches!(syntax.tag(at + 1), Tag::Det | Tag::Pron | Tag::Num | Tag::Part))
}

fn after_plural(document: &Document, syntax: &Syntax, start: usize, at: usize) -> bool {
    at > start && syntax.tag(at - 1) == Tag::Noun && is_plural(document.lower(at - 1))
}

fn is_participle(document: &Document, at: usize) -> bool {
    let word = document.lower(at);
    match base_form(word) {
        Some((_, form)) => matches!(form, Form::Participle | Form::Past | Form::Ing),
        None => word.ends_with("ed") || word.ends_with("ing"),
    }
}

/// The last plural of the run; without one, its last noun.
fn head(document: &Document, syntax: &Syntax, run: Range<usize>, one: bool) -> Option<usize> {
    let noun = |&i: &usize| {
        syntax.tag(i).is_nominal()
            || syntax.tag(i) == Tag::Verb
                && matches!(base_form(document.lower(i)), Some((_, Form::Third)))
    };
    if one {
        let first = run.clone().find(noun)?;
        let singular = |i: &usize| noun(i) && (*i == first || !is_plural(document.lower(*i)));
        return (first..run.end).take_while(singular).last();
    }
    let plural =
        |&i: &usize| noun(&i) && is_plural(document.lower(i)) && document.word(i).len() > 2;
    let first = run.clone().find(plural);
    if let Some(first) = first {
        // `league games` may follow, but no second phrase.
        return (first..run.end).take_while(|i| noun(i)).filter(plural).last();
    }
    run.clone().rev().find(noun)
}

fn counted(document: &Document, syntax: &Syntax, tokens: Range<usize>) -> Counted {
    let head = tokens.end - 1;
    let mut unit = String::new();
    for index in tokens.clone() {
        let lower = document.lower(index);
        let participle = syntax.tag(index) == Tag::Verb && index != head && lower.ends_with("ed");
        if SKIPPED.contains(&lower)
            || participle
            || syntax.tag(index) == Tag::Adv
            || syntax.tag(index) == Tag::Cconj
        {
            continue;
        }
        let joined = matches!(lower, "-" | "'s" | "’s")
            || (index > tokens.start && document.word(index - 1) == "-");
        if !unit.is_empty() && !joined {
            unit.push(' ');
        }
        match index == head {
            true => unit.push_str(&singular(document.word(index))),
            false => unit.push_str(document.word(index)),
        }
    }
    Counted { tokens, head, unit }
}

/// `a crew of nine`, `a family of four`: the group that the number belongs to.
pub fn group_before(document: &Document, at: usize, floor: usize) -> Option<usize> {
    let group = at.checked_sub(2).filter(|&group| group >= floor)?;
    (document.lower(at - 1) == "of"
        && matches!(
            document.lower(group),
            "crew" | "family" | "group" | "team" | "party" | "squad" | "gang" | "jury"
        ))
    .then_some(group)
}

/// The noun of a label before a colon: `Flooded sheds: 12`.
pub fn label_before(
    syntax: &Syntax,
    document: &Document,
    at: usize,
    floor: usize,
) -> Option<usize> {
    let colon = at.checked_sub(1).filter(|&colon| colon > floor && document.word(colon) == ":")?;
    let counts = !matches!(document.lower(colon - 1), "toll" | "total" | "number" | "count");
    (counts && syntax.tag(colon - 1).is_nominal() && colon - floor <= 6).then_some(colon - 1)
}

/// The plural noun that `There are more than 50` refers to, in the sentence of token `at` or the two before.
pub fn antecedent(document: &Document, syntax: &Syntax, at: usize) -> Option<usize> {
    let sentence = document.sentence_of(at);
    let earliest = document.sentences[sentence.saturating_sub(2)].tokens.start;
    (earliest..at).rev().take(60).find(|&i| {
        syntax.tag(i) == Tag::Noun && is_plural(document.lower(i)) && document.word(i).len() > 3
    })
}
