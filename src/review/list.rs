//! What is the same for every kind of finding: which one a correction is about, and how lists stay in order.

use std::collections::HashMap;

use super::{Act, Correction};
use crate::Span;
use crate::analysis::{Date, Figure, Quote, Rejected, Review, Rule, SegmentKind};
use crate::text::Document;

/// A correction with its place in the text.
pub struct At<'a> {
    pub document: &'a Document<'a>,
    pub correction: &'a Correction,
    pub place: Span,
    /// Where the reader says that it stands, else `place`.
    pub extent: Span,
}

impl At<'_> {
    /// The words that the reader means, and where they stand.
    pub fn words(&self) -> (Span, String) {
        (self.extent, self.extent.of(self.document.text).to_owned())
    }
}

/// What a finding of any kind has.
pub trait Finding: Clone {
    const KIND: SegmentKind;
    /// The letter that its ids begin with.
    const LETTER: char;
    fn span(&self) -> Span;
    fn text(&self) -> &str;
    fn rule(&self) -> Rule;
    fn id(&mut self) -> &mut String;
    fn review(&mut self) -> &mut Option<Review>;
}

macro_rules! finding {
    ($type:ty, $kind:ident, $letter:literal) => {
        impl Finding for $type {
            const KIND: SegmentKind = SegmentKind::$kind;
            const LETTER: char = $letter;

            fn span(&self) -> Span {
                self.span
            }

            fn text(&self) -> &str {
                &self.text
            }

            fn rule(&self) -> Rule {
                self.rule
            }

            fn id(&mut self) -> &mut String {
                &mut self.id
            }

            fn review(&mut self) -> &mut Option<Review> {
                &mut self.review
            }
        }
    };
}

finding!(Figure, Figure, 'f');
finding!(Date, Date, 'd');
finding!(Quote, Quote, 'q');

/// A finding that can be corrected.
pub trait Item: Finding {
    /// The ids of findings of the same kind that it speaks of; one that is gone is to be forgotten.
    fn links(&mut self) -> Vec<&mut Option<String>>;
    /// Makes of it what the reader says.
    fn edit(&mut self, at: &At);
}

/// Lays a correction on the finding that it is about. `make` reads one from the reader's words where there is none.
pub fn correct<T: Item>(
    at: &At,
    list: &mut Vec<T>,
    rejected: &mut Vec<Rejected>,
    make: impl FnOnce(&At) -> T,
) {
    let meant = meant(list, at.place).filter(|_| at.correction.act != Act::Add);
    match (at.correction.act, meant) {
        (Act::Reject, None) => {}
        (Act::Reject, Some(index)) => {
            let item = list.remove(index);
            rejected.push(Rejected {
                span: item.span(),
                text: item.text().to_owned(),
                kind: T::KIND,
                rule: item.rule(),
            });
        }
        (Act::Accept, Some(index)) => mark(&mut list[index], Review::Accepted),
        (Act::Edit, Some(index)) => {
            list[index].edit(at);
            mark(&mut list[index], Review::Changed);
        }
        // What was said to be right or mended stays, though no rule finds it any more.
        (Act::Add | Act::Accept | Act::Edit, _) => {
            let mut item = make(at);
            item.edit(at);
            mark(&mut item, Review::Added);
            list.push(item);
        }
    }
}

/// What the reader added stays the reader's, and what was changed is more than accepted.
fn mark(item: &mut impl Item, review: Review) {
    let known = item.review();
    match (*known, review) {
        (Some(Review::Added), _) | (Some(Review::Changed), Review::Accepted) => {}
        _ => *known = Some(review),
    }
}

/// The finding at a place: the very one, else the one that shares most of it.
fn meant<T: Item>(list: &[T], place: Span) -> Option<usize> {
    let shared = |item: &T| {
        let span = item.span();
        span.end.min(place.end).saturating_sub(span.start.max(place.start))
    };
    let exactly = list.iter().position(|item| item.span() == place);
    exactly.or_else(|| {
        let near = (0..list.len()).filter(|&index| shared(&list[index]) > 0);
        near.max_by_key(|&index| {
            (shared(&list[index]), std::cmp::Reverse(list[index].span().len()))
        })
    })
}

/// Puts a list in the order of the text and counts its ids anew, `f1`, `f2` … The new ids, by the old ones.
pub fn renumber<T: Item>(list: &mut Vec<T>) -> HashMap<String, String> {
    crate::sort::by_key(list, |item: &T| {
        let Span { start, end } = item.span();
        (start, usize::MAX - end)
    });
    let mut now = HashMap::new();
    for (index, item) in list.iter_mut().enumerate() {
        let id = format!("{}{}", T::LETTER, index + 1);
        let before = std::mem::replace(item.id(), id.clone());
        // What was added has had none.
        if !before.is_empty() {
            now.insert(before, id);
        }
    }
    for item in list {
        for link in item.links() {
            *link = link.take().and_then(|id| now.get(&id).cloned());
        }
    }
    now
}
