//! Scores of name labels -> names, consistent through the document.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::gazetteer::class;
use super::network::NameLabel;
use super::{FineTag, NETWORK, NameKind, Relation, Syntax, Tag};
use crate::text::Document;

/// A person, organisation or place by name, without titles and descriptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// Without words that the treebanks tag as adjectives and such: `States` of `United States`.
    pub core: Range<usize>,
    pub kind: NameKind,
}

/// The name that a token stands in; `names` in order, not overlapping.
pub fn at(names: &[Name], token: usize) -> Option<&Name> {
    let at = names.partition_point(|name| name.tokens.end <= token);
    names.get(at).filter(|name| name.tokens.contains(&token))
}

/// All names in order, never overlapping.
pub fn find(document: &Document, syntax: &Syntax) -> Vec<Name> {
    let mut names = Vec::new();
    for sentence in 0..document.sentences.len() {
        let parsed = syntax.sentence(sentence);
        let marked =
            best(&parsed.names, NETWORK.name_labels()).into_iter().filter_map(|(tokens, kind)| {
                whole(
                    document,
                    syntax,
                    tokens.start + parsed.start..tokens.end + parsed.start,
                    kind,
                )
            });
        join(document, syntax, marked, &mut names);
    }
    add_phrases(document, syntax, &mut names);
    names.retain(|name| !is_general(document, syntax, name));
    names.iter_mut().for_each(|name| by_telling_word(syntax, name));
    agree(document, syntax, &mut names);
    names
}

/// A name with all proper nouns that its tree ties to it, and without other words at its ends; `None` where the tagger
/// sees no proper noun in it.
fn whole(
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
fn join(
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

/// The likeliest sequence of labels in which `I-X` follows only `B-X` or `I-X` (Viterbi 1967), as kinds of
/// names and their places in the sentence.
fn best(scores: &[f32], labels: &[NameLabel]) -> Vec<(Range<usize>, NameKind)> {
    let mut total = vec![0.0f32; labels.len()];
    let mut back: Vec<usize> = Vec::with_capacity(scores.len());
    for (at, row) in scores.chunks_exact(labels.len()).enumerate() {
        let previous = total.clone();
        for (now, &label) in labels.iter().enumerate() {
            let before = (0..labels.len())
                .filter(
                    |&before| if at == 0 { starts(label) } else { follows(labels[before], label) },
                )
                .max_by(|&a, &b| previous[a].total_cmp(&previous[b]));
            total[now] = before.map_or(f32::MIN, |before| previous[before] + row[now]);
            back.push(before.unwrap_or_default());
        }
    }
    let last = (0..labels.len()).max_by(|&a, &b| total[a].total_cmp(&total[b]));
    spans(&trace(&back, last.unwrap_or_default(), labels))
}

fn starts(label: NameLabel) -> bool {
    !matches!(label, NameLabel::Inside(_))
}

fn follows(before: NameLabel, label: NameLabel) -> bool {
    match (before, label) {
        (NameLabel::Begin(a) | NameLabel::Inside(a), NameLabel::Inside(b)) => a == b,
        (_, label) => starts(label),
    }
}

/// The labels along the pointers back from the last word.
fn trace(back: &[usize], last: usize, labels: &[NameLabel]) -> Vec<NameLabel> {
    let mut path = Vec::with_capacity(back.len() / labels.len());
    let mut at = last;
    for row in back.chunks_exact(labels.len()).rev() {
        path.push(labels[at]);
        at = row[at];
    }
    path.reverse();
    path
}

fn spans(labels: &[NameLabel]) -> Vec<(Range<usize>, NameKind)> {
    let mut names: Vec<(Range<usize>, NameKind)> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        match label {
            NameLabel::Begin(kind) => names.push((at..at + 1, kind)),
            NameLabel::Inside(_) => {
                names.last_mut().into_iter().for_each(|(tokens, _)| tokens.end = at + 1)
            }
            NameLabel::Outside => {}
        }
    }
    names
}

/// A word that names a person by full name somewhere names that person everywhere; a name written alike elsewhere is
/// of the kind that most of its places say.
fn agree(document: &Document, syntax: &Syntax, names: &mut Vec<Name>) {
    let surnames = surnames(document, names);
    let kinds = kinds(document, names);
    for name in names.iter_mut() {
        if let [only] = words(document, name)[..]
            && surnames.contains(only)
        {
            name.kind = NameKind::Person;
        } else if let Some(&kind) = kinds.get(&words(document, name)) {
            name.kind = kind;
        }
    }
    let missed: Vec<usize> = (0..document.tokens.len())
        .filter(|&token| surnames.contains(document.word(token)) && at(names, token).is_none())
        .filter(|&token| syntax.tag(token) == Tag::Propn)
        .collect();
    names.extend(missed.into_iter().map(|token| Name {
        tokens: token..token + 1,
        core: token..token + 1,
        kind: NameKind::Person,
    }));
    names.sort_by_key(|name| name.tokens.start);
}

fn words<'a>(document: &Document<'a>, name: &Name) -> Vec<&'a str> {
    name.tokens.clone().map(|token| document.word(token)).collect()
}

/// Adds the names of several words that the gazetteer knows and the network did not mark: `Red Cross`.
fn add_phrases(document: &Document, syntax: &Syntax, names: &mut Vec<Name>) {
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
    names.sort_by_key(|name| name.tokens.start);
}

/// `Senators`, `Americans`, a lone `Mr.`: words for many, which name no one.
fn is_general(document: &Document, syntax: &Syntax, name: &Name) -> bool {
    let token = name.core.start;
    let many = syntax.fine_tag(token) == FineTag::Nnps;
    let short = document.word(token).ends_with('.') && syntax.classes(token) & class::TITLE > 0;
    name.core.len() == 1 && name.kind == NameKind::Person && (many || short)
}

/// `Whig Club` is an organisation and `Wildwood Trail` a place, whatever the words before them are.
fn by_telling_word(syntax: &Syntax, name: &mut Name) {
    if name.core.len() < 2 {
        return;
    }
    let telling = syntax.classes(name.core.end - 1) & (class::ORG_WORD | class::PLACE_WORD);
    match telling {
        class::ORG_WORD => name.kind = NameKind::Organisation,
        class::PLACE_WORD => name.kind = NameKind::Place,
        _ => {}
    }
}

/// The last words of persons' full names.
fn surnames<'a>(document: &Document<'a>, names: &[Name]) -> HashSet<&'a str> {
    let titled = |name: &Name| name.tokens.clone().any(|token| document.lower(token) == "of");
    let full = names.iter().filter(|name| name.kind == NameKind::Person && name.tokens.len() > 1);
    let full = full.filter(|name| !titled(name));
    full.map(|name| document.word(name.tokens.end - 1)).collect()
}

/// The kind that most places of a name say, where it stands at several.
fn kinds<'a>(document: &Document<'a>, names: &[Name]) -> HashMap<Vec<&'a str>, NameKind> {
    let mut counts: HashMap<Vec<&str>, [usize; 3]> = HashMap::new();
    for name in names {
        counts.entry(words(document, name)).or_default()[name.kind as usize] += 1;
    }
    let kinds = [NameKind::Person, NameKind::Organisation, NameKind::Place];
    let most = |counts: [usize; 3]| {
        let best = counts.iter().copied().max().unwrap_or_default();
        let alone = counts.iter().filter(|&&count| count == best).count() == 1;
        (alone && best > 1)
            .then(|| kinds[counts.iter().position(|&count| count == best).unwrap_or_default()])
    };
    counts.into_iter().filter_map(|(words, counts)| Some((words, most(counts)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_begins_inside_a_name() {
        use NameLabel::*;
        let labels = [Outside, Begin(NameKind::Person), Inside(NameKind::Person)];
        for (scores, expected) in [
            // The second word would be inside; then the first must begin.
            ([[0.5, 0.4, 9.0], [0.0, 0.0, 5.0], [1.0, 0.0, 0.0]], (0, 2)),
            ([[1.0, 0.0, 9.0], [1.0, 0.0, 0.5], [0.0, 2.0, 0.0]], (2, 3)),
        ] {
            let found = best(scores.as_flattened(), &labels);
            let spans: Vec<_> =
                found.iter().map(|(tokens, _)| (tokens.start, tokens.end)).collect();
            assert_eq!(spans, [expected]);
        }
        assert!(best(&[], &labels).is_empty());
    }
}
