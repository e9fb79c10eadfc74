//! How far a name reaches: all proper nouns that its tree ties to it, and the phrases of the gazetteer.

use std::ops::Range;

use super::super::gazetteer::class;
use super::super::{NameKind, Relation, Syntax, Tag};
use super::Name;
use crate::sort;
use crate::text::Document;

/// A name with all proper nouns that its tree ties to it, and without other words at its ends; `None` where the tagger
/// sees no proper noun in it.
pub fn whole(
    document: &Document,
    syntax: &Syntax,
    marked: Range<usize>,
    kind: NameKind,
) -> Option<Name> {
    let mut core = proper_nouns(syntax, marked)?;
    let sentence = &document.sentences[document.sentence_of(core.start)].tokens;
    while core.start > sentence.start && extends(syntax, &core, core.start - 1) {
        core.start -= 1;
    }
    while core.end < sentence.end && extends(syntax, &core, core.end) {
        core.end += 1;
    }
    let (first, last) =
        (phrase(syntax, core.start, sentence.end), phrase(syntax, core.end - 1, sentence.end));
    Some(Name { tokens: first.start..last.end.max(first.end), core, kind })
}

/// From the first to the last proper noun in a range.
fn proper_nouns(syntax: &Syntax, tokens: Range<usize>) -> Option<Range<usize>> {
    let proper = |token: &usize| syntax.tag(*token) == Tag::Propn;
    let first = tokens.clone().find(proper)?;
    let last = tokens.clone().rfind(proper)?;
    Some(first..last + 1)
}

/// The phrase of the gazetteer that a token stands in (`New York`, `United Nations`), or the token alone.
fn phrase(syntax: &Syntax, token: usize, end: usize) -> Range<usize> {
    const INSIDE: u16 = class::PHRASE_PLACE | class::PHRASE_ORG | class::PHRASE_COUNTRY;
    let kind = syntax.classes(token) & INSIDE;
    let (mut first, mut past) = (token, token + 1);
    if kind > 0 {
        while syntax.classes(first) & class::PHRASE_BEGIN == 0 {
            first -= 1;
        }
        let continues = |at: usize| {
            syntax.classes(at) & INSIDE == kind && syntax.classes(at) & class::PHRASE_BEGIN == 0
        };
        while past < end && continues(past) {
            past += 1;
        }
    }
    first..past
}

/// Whether a proper noun beside a name belongs to it: the one hangs on the other as names do.
fn extends(syntax: &Syntax, name: &Range<usize>, token: usize) -> bool {
    let ties = |lower: usize, upper: &dyn Fn(usize) -> bool| {
        use Relation::*;
        matches!(syntax.relation(lower), Flat | Compound | Goeswith | NmodDesc | Amod)
            && syntax.head(lower).is_some_and(upper)
    };
    let below = ties(token, &|head| name.contains(&head));
    syntax.tag(token) == Tag::Propn
        && (below || name.clone().any(|inner| ties(inner, &|head| head == token)))
}

/// `Bank | of | England`: a name that hangs by `of` on a single word before it, which alone names nothing.
fn is_of(document: &Document, syntax: &Syntax, first: &Name, second: &Name) -> bool {
    first.tokens.len() == 1
        && first.tokens.end + 1 == second.tokens.start
        && document.lower(first.tokens.end) == "of"
        && second.tokens.clone().any(|token| syntax.head(token) == Some(first.tokens.start))
}

/// Adds names to those before; two that grew into each other become one, of the kind of the one that holds its head.
pub fn join(
    document: &Document,
    syntax: &Syntax,
    found: impl Iterator<Item = Name>,
    names: &mut Vec<Name>,
) {
    for name in found {
        let grown = |last: &&mut Name| {
            last.tokens.end > name.tokens.start || is_of(document, syntax, last, &name)
        };
        let Some(last) = names.last_mut().filter(grown) else {
            names.push(name);
            continue;
        };
        let union = last.tokens.start.min(name.tokens.start)..last.tokens.end.max(name.tokens.end);
        let outside = |token: &usize| syntax.head(*token).is_none_or(|head| !union.contains(&head));
        if union.clone().find(outside).is_some_and(|head| name.tokens.contains(&head)) {
            last.kind = name.kind;
        }
        last.tokens = union;
        last.core = last.core.start.min(name.core.start)..last.core.end.max(name.core.end);
    }
}

/// Adds the names of several words that the gazetteer knows and the network did not mark: `Red Cross`.
pub fn add_phrases(document: &Document, syntax: &Syntax, names: &mut Vec<Name>) {
    let mut at = 0;
    let mut found = Vec::new();
    while at < document.tokens.len() {
        let sentence = &document.sentences[document.sentence_of(at)].tokens;
        let tokens = phrase(syntax, at, sentence.end);
        at = tokens.end;
        let next = names.partition_point(|name| name.tokens.end <= tokens.start);
        let free = names.get(next).is_none_or(|name| name.tokens.start >= tokens.end);
        if tokens.len() > 1
            && free
            && let Some(core) = proper_nouns(syntax, tokens.clone())
        {
            let organisation = syntax.classes(core.start) & class::PHRASE_ORG > 0;
            let kind = if organisation { NameKind::Organisation } else { NameKind::Place };
            found.push(Name { tokens, core, kind });
        }
    }
    names.extend(found);
    sort::by_key(names, |name| (name.tokens.start, 0));
}
