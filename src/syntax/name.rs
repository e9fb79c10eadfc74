//! Scores of name labels -> names, consistent through the document.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::network::NameLabel;
use super::{NETWORK, NameKind, Syntax, Tag};
use crate::text::Document;

/// A person, organisation or place by name, without titles and descriptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    pub kind: NameKind,
}

/// All names in order, never overlapping.
pub fn find(document: &Document, syntax: &Syntax) -> Vec<Name> {
    let mut names = Vec::new();
    for sentence in 0..document.sentences.len() {
        let parsed = syntax.sentence(sentence);
        names.extend(best(&parsed.names, NETWORK.name_labels()).into_iter().map(|name| Name {
            tokens: name.tokens.start + parsed.start..name.tokens.end + parsed.start,
            ..name
        }));
    }
    agree(document, syntax, &mut names);
    names
}

/// The likeliest sequence of labels in which `I-X` follows only `B-X` or `I-X` (Viterbi 1967), as names by place in
/// the sentence.
fn best(scores: &[f32], labels: &[NameLabel]) -> Vec<Name> {
    let mut total = vec![0.0f32; labels.len()];
    let mut back: Vec<usize> = Vec::with_capacity(scores.len());
    for (at, row) in scores.chunks_exact(labels.len()).enumerate() {
        let previous = total.clone();
        for (now, &label) in labels.iter().enumerate() {
            let before = (0..labels.len())
                .filter(|&before| if at == 0 { starts(label) } else { follows(labels[before], label) })
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

fn spans(labels: &[NameLabel]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        match label {
            NameLabel::Begin(kind) => names.push(Name { tokens: at..at + 1, kind }),
            NameLabel::Inside(_) => names.last_mut().into_iter().for_each(|name| name.tokens.end = at + 1),
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
        if let [only] = words(document, name)[..] && surnames.contains(only) {
            name.kind = NameKind::Person;
        } else if let Some(&kind) = kinds.get(&words(document, name)) {
            name.kind = kind;
        }
    }
    let named = |token: usize| {
        let at = names.partition_point(|name| name.tokens.end <= token);
        names.get(at).is_some_and(|name| name.tokens.contains(&token))
    };
    let missed: Vec<usize> = (0..document.tokens.len())
        .filter(|&token| surnames.contains(document.word(token)) && !named(token))
        .filter(|&token| syntax.tag(token) == Tag::Propn)
        .collect();
    names.extend(missed.into_iter().map(|token| Name { tokens: token..token + 1, kind: NameKind::Person }));
    names.sort_by_key(|name| name.tokens.start);
}

fn words<'a>(document: &Document<'a>, name: &Name) -> Vec<&'a str> {
    name.tokens.clone().map(|token| document.word(token)).collect()
}

/// The last words of persons' full names.
fn surnames<'a>(document: &Document<'a>, names: &[Name]) -> HashSet<&'a str> {
    let full = names.iter().filter(|name| name.kind == NameKind::Person && name.tokens.len() > 1);
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
        (alone && best > 1).then(|| kinds[counts.iter().position(|&count| count == best).unwrap_or_default()])
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
            ([[0.5, 0.4, 9.0], [0.0, 0.0, 5.0], [1.0, 0.0, 0.0]], vec![0..2]),
            ([[1.0, 0.0, 9.0], [1.0, 0.0, 0.5], [0.0, 2.0, 0.0]], vec![2..3]),
        ] {
            let found = best(scores.as_flattened(), &labels);
            assert_eq!(found.into_iter().map(|name| name.tokens).collect::<Vec<_>>(), expected);
        }
        assert!(best(&[], &labels).is_empty());
    }
}
