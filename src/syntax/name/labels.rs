//! Scores of name labels -> the places that the network marks, with what a document says of a word everywhere.

use std::collections::HashMap;
use std::ops::Range;

use super::super::parse::Parsed;
use super::super::{NETWORK, NameKind, Tag};
use crate::text::Document;
use copydesk_network::NameLabel;

/// How much of a word's score is that of its other places in the document.
const OTHERS: f32 = 0.6;

/// For each kind of name, how much likelier it is than none.
type Evidence = [f32; NameKind::ALL.len()];

/// A word's places as proper noun, and the sum of what they say.
#[derive(Default)]
struct Seen {
    places: u32,
    sum: Evidence,
}

/// What the network says of words, wherever they stand: one unclear place of a word is read as its clear ones
/// (as in the second stage of Krishnan and Manning 2006, <https://aclanthology.org/P06-1141>, with the network's
/// own scores instead of a second model).
pub struct Marks<'a> {
    document: &'a Document<'a>,
    labels: &'a [NameLabel],
    seen: HashMap<&'a str, Seen>,
}

impl<'a> Marks<'a> {
    /// Reads all sentences.
    pub fn new(document: &'a Document<'a>, sentences: impl Iterator<Item = &'a Parsed>) -> Self {
        let labels = NETWORK.name_labels();
        let mut seen: HashMap<&str, Seen> = HashMap::new();
        for parsed in sentences {
            for (at, row) in parsed.names.chunks_exact(labels.len()).enumerate() {
                if parsed.tags[at] == Tag::Propn {
                    let seen = seen.entry(document.lower(parsed.start + at)).or_default();
                    seen.places += 1;
                    seen.sum
                        .iter_mut()
                        .zip(evidence(row, labels))
                        .for_each(|(sum, own)| *sum += own);
                }
            }
        }
        Marks { document, labels, seen }
    }

    /// The names that are marked in a sentence, by the document's tokens.
    pub fn of(&self, parsed: &Parsed) -> impl Iterator<Item = (Range<usize>, NameKind)> {
        let mut scores = parsed.names.clone();
        for (at, row) in scores.chunks_exact_mut(self.labels.len()).enumerate() {
            if parsed.tags[at] == Tag::Propn {
                self.share(self.document.lower(parsed.start + at), row);
            }
        }
        let start = parsed.start;
        let spans = best(&scores, self.labels).into_iter();
        spans.map(move |(tokens, kind)| (tokens.start + start..tokens.end + start, kind))
    }

    /// Moves the scores of a word towards those of its other places.
    fn share(&self, word: &str, row: &mut [f32]) {
        let Some(seen) = self.seen.get(word).filter(|seen| seen.places > 1) else { return };
        let own = evidence(row, self.labels);
        for (score, label) in row.iter_mut().zip(self.labels) {
            if let Some(kind) = kind(*label) {
                let others = (seen.sum[kind] - own[kind]) / (seen.places - 1) as f32;
                *score += OTHERS * (others - own[kind]);
            }
        }
    }
}

fn kind(label: NameLabel) -> Option<usize> {
    match label {
        NameLabel::Outside => None,
        NameLabel::Begin(kind) | NameLabel::Inside(kind) => Some(kind as usize),
    }
}

/// The better score of the two labels of each kind, above that of no name.
fn evidence(row: &[f32], labels: &[NameLabel]) -> Evidence {
    let mut best = Evidence::default().map(|_| f32::MIN);
    let mut outside = 0.0;
    for (&score, &label) in row.iter().zip(labels) {
        match kind(label) {
            Some(kind) => best[kind] = best[kind].max(score),
            None => outside = score,
        }
    }
    best.map(|score| score - outside)
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
