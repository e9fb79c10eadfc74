//! Several articles about one event, side by side.
//!
//! In: the [`Brief`] of every article (`brief`, which analysis makes). Out: a [`Comparison`]: who is who under all
//! spellings (`people`, `register`, `name`), which figures are about one thing and whether they agree (`figures`, `pair`, `verdict`),
//! which quotation stands in several places (`repeat`), what happened when (`timeline`), who holds one office (`role`).

mod block;
pub mod brief;
mod claim;
mod comparison;
mod figures;
mod happening;
mod name;
mod pair;
mod people;
mod predicate;
mod rarity;
mod register;
mod repeat;
mod role;
mod timeline;
mod trees;
mod union;
mod utterance;
mod verdict;
mod words;

use std::collections::HashMap;

pub use brief::Brief;
pub use comparison::*;
pub(crate) use pair::is_near;
pub(crate) use verdict::agree;

/// Something in a brief: index of the article, and of the thing in its list there.
type Entry = (usize, usize);

/// All things of one kind, of all articles in order.
fn every<'b, T>(briefs: &'b [Brief], list: impl Fn(&'b Brief) -> &'b [T]) -> Vec<(Entry, &'b T)> {
    let of = |(article, brief)| {
        let things: &'b [T] = list(brief);
        things.iter().enumerate().map(move |(at, thing)| ((article, at), thing))
    };
    briefs.iter().enumerate().flat_map(of).collect()
}

/// Who is who across articles: for an article and the id of its entity, the index of the group.
struct Who<'b> {
    groups: HashMap<(usize, &'b str), usize>,
}

impl<'b> Who<'b> {
    fn new(briefs: &'b [Brief], people: &[people::Group]) -> Self {
        let members = people.iter().enumerate().flat_map(|(number, group)| {
            group.members.iter().map(move |&(article, at)| ((article, at), number))
        });
        let groups = members
            .map(|((article, at), number)| ((article, &*briefs[article].people[at].id), number))
            .collect();
        Who { groups }
    }

    fn is(&self, article: usize, id: Option<&str>) -> Option<usize> {
        self.groups.get(&(article, id?)).copied()
    }
}

/// Lays articles side by side; what the reader has corrected stands.
///
/// ```
/// use copydesk::{Options, analyze, desk};
/// let one = analyze("The fire destroyed 17 homes, Mayor Ida Brandt said.", &Options::default());
/// let other = analyze("Seventeen houses were destroyed. “It was the wind,” said Ida Brandt.", &Options::default());
/// let compared = desk::compare(&[one.brief, other.brief], &[]);
/// assert_eq!(compared.people[0].name, "Ida Brandt");
/// assert_eq!(compared.people[0].mentions.len(), 2);
/// assert_eq!(compared.figures[0].claims.len(), 2);
/// ```
pub fn compare(briefs: &[Brief], corrections: &[Correction]) -> Comparison {
    let groups = people::group(briefs, corrections);
    let who = Who::new(briefs, &groups);
    Comparison {
        people: groups.iter().map(|group| people::shown(briefs, group)).collect(),
        figures: figures::find(briefs),
        quotes: repeat::find(briefs, &who),
        events: timeline::find(briefs, &who),
        checks: role::faults(briefs, &groups),
    }
}

/// For every pair of claims what speaks for their being about one thing; only to fit the weights.
pub fn features(briefs: &[Brief]) -> Vec<(Place, Place, Vec<f64>)> {
    let pairs = figures::pairs(briefs).into_iter();
    pairs.map(|(one, other, row)| (one, other, row.to_vec())).collect()
}
