//! A sentence of the document -> its tree, with the document's token numbers.

use std::ops::Range;

use super::case::Casing;
use super::gazetteer;
use super::phrase::{self, Phrase};
use super::{FineTag, Relation, Tag};
use copydesk_network::{Network, Parse, Scratch, Word};

/// Longer sentences are parsed in pieces: what is so long is a list or a table, and time must stay linear.
const LONGEST: usize = 160;

/// One sentence, parsed. Entries are by place in the sentence, heads are tokens of the document.
#[derive(Default)]
pub struct Parsed {
    /// The sentence's first token.
    pub start: usize,
    pub tags: Vec<Tag>,
    pub fine_tags: Vec<FineTag>,
    pub heads: Vec<Option<usize>>,
    pub relations: Vec<Relation>,
    /// Scores of the name labels, a row a token.
    pub names: Vec<f32>,
    /// What the gazetteer says of each token: bits of [`gazetteer::class`].
    pub classes: Vec<u16>,
    pub phrases: Vec<Phrase>,
    /// First and past the last token under each token, itself included, by place in the sentence.
    spans: Vec<(u32, u32)>,
    /// Dependents of all tokens, grouped by head; `first[at]..first[at + 1]` are those of `at`.
    dependents: Vec<u32>,
    first: Vec<u32>,
}

pub fn parse(
    network: &Network,
    casing: &Casing,
    tokens: Range<usize>,
    scratch: &mut Scratch,
) -> Parsed {
    let mut parsed = Parsed { start: tokens.start, ..Parsed::default() };
    let forms = casing.words(tokens);
    let forms: Vec<&str> = forms.iter().map(AsRef::as_ref).collect();
    let classes = gazetteer::shipped().classes(&forms);
    let words: Vec<Word> =
        forms.iter().zip(&classes).map(|(&form, &classes)| Word { form, classes }).collect();
    let mut at = 0;
    while at < words.len() {
        let end = piece(&words, at);
        parsed.append(network.parse(&words[at..end], scratch));
        at = end;
    }
    parsed.classes = classes;
    parsed.index();
    parsed.phrases = phrase::chunk(&parsed);
    parsed
}

/// Where the piece that begins at `from` ends: behind a comma or semicolon, where one comes in time.
fn piece(words: &[Word], from: usize) -> usize {
    if words.len() - from <= LONGEST {
        return words.len();
    }
    let latest = from + LONGEST;
    let pause =
        words[from + LONGEST / 2..latest].iter().rposition(|w| matches!(w.form, "," | ";" | ":"));
    pause.map_or(latest, |at| from + LONGEST / 2 + at + 1)
}

impl Parsed {
    /// Adds a piece; its root hangs on the root of the first one.
    fn append(&mut self, piece: Parse) {
        let offset = self.start + self.heads.len();
        let root = self.heads.iter().position(Option::is_none).map(|at| at + self.start);
        self.tags.extend(piece.tags);
        self.fine_tags.extend(piece.fine_tags);
        self.names.extend(piece.names);
        for (&head, relation) in piece.heads.iter().zip(piece.relations) {
            self.heads.push(if head == 0 { root } else { Some(offset + head - 1) });
            let continues = head == 0 && root.is_some();
            self.relations.push(if continues {
                Relation::Parataxis
            } else if head == 0 {
                Relation::Root
            } else {
                relation
            });
        }
    }

    /// Reckons dependents and spans.
    fn index(&mut self) {
        let count = self.heads.len();
        let mut first = vec![0u32; count + 2];
        for head in self.heads.iter().flatten() {
            first[head - self.start + 2] += 1;
        }
        for at in 1..first.len() {
            first[at] += first[at - 1];
        }
        self.dependents = vec![0; count];
        for (at, head) in self.heads.iter().enumerate() {
            if let Some(head) = head {
                let slot = &mut first[head - self.start + 1];
                self.dependents[*slot as usize] = at as u32;
                *slot += 1;
            }
        }
        first.pop();
        self.first = first;
        self.spans = (0..count as u32).map(|at| (at, at + 1)).collect();
        for at in self.bottom_up() {
            if let Some(head) = self.heads[at] {
                let (start, end) = self.spans[at];
                let span = &mut self.spans[head - self.start];
                *span = (span.0.min(start), span.1.max(end));
            }
        }
    }

    /// All tokens, each after its dependents.
    fn bottom_up(&self) -> Vec<usize> {
        let mut order: Vec<usize> =
            (0..self.heads.len()).filter(|&at| self.heads[at].is_none()).collect();
        let mut next = 0;
        while next < order.len() {
            order.extend(self.dependents(order[next]));
            next += 1;
        }
        order.reverse();
        order
    }

    /// By place in the sentence, in order.
    pub fn dependents(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> {
        let range = self.first[at] as usize..self.first[at + 1] as usize;
        self.dependents[range].iter().map(|&dependent| dependent as usize)
    }

    /// By place in the sentence.
    pub fn subtree(&self, at: usize) -> Range<usize> {
        let (start, end) = self.spans[at];
        start as usize..end as usize
    }
}
