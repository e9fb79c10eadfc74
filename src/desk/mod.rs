//! Several articles about one event, side by side.
//!
//! In: the [`Brief`] of every article (`brief`, which analysis makes). Out: a [`Comparison`]: who is who under all
//! spellings (`people`), which figures are about one thing and whether they agree (`figures`, `pair`, `verdict`),
//! which quotation stands in several places (`repeat`).

pub mod brief;
mod claim;
mod figures;
mod pair;
mod people;
mod repeat;
mod union;
mod utterance;
mod verdict;
mod words;

use std::collections::HashMap;

use serde::Serialize;

use crate::analysis::Span;
pub use brief::Brief;
pub use figures::Verdict;

/// Where something stands: which article, and there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Index of the article.
    pub article: usize,
    #[serde(flatten)]
    pub span: Span,
}

/// What several articles say together.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    pub people: Vec<Person>,
    pub figures: Vec<FigureGroup>,
    pub quotes: Vec<Vec<Place>>,
}

#[derive(Clone, Debug)]
pub struct Person {
    pub name: String,
    pub mentions: Vec<Place>,
}

#[derive(Clone, Debug)]
pub struct FigureGroup {
    pub claims: Vec<Place>,
    pub verdict: Verdict,
}

/// Lays articles side by side.
pub fn compare(briefs: &[Brief]) -> Comparison {
    let people = people::group(briefs);
    let mut numbers: HashMap<(usize, &str), usize> = HashMap::new();
    for (number, group) in people.iter().enumerate() {
        for &(article, person) in &group.members {
            numbers.insert((article, &briefs[article].people[person].id), number);
        }
    }
    let who = |article: usize, id: &str| numbers.get(&(article, id)).copied();
    let named = |group: &people::Group| {
        let members = || group.members.iter().map(|&(article, at)| (article, &briefs[article].people[at]));
        let name = members().map(|(_, person)| &person.names[0]).max_by_key(|name| name.len());
        let mentions = members().flat_map(|(article, person)| {
            person.mentions.iter().map(move |&span| Place { article, span })
        });
        let more = group.more.iter().map(|&(article, span)| Place { article, span });
        let mut mentions: Vec<Place> = mentions.chain(more).collect();
        crate::sort::by_key(&mut mentions, |place| (place.article, place.span.start));
        Person { name: name.cloned().unwrap_or_default(), mentions }
    };
    let claim = |&(article, at): &(usize, usize)| Place { article, span: briefs[article].claims[at].span };
    let said = |&(article, at): &(usize, usize)| Place { article, span: briefs[article].utterances[at].span };
    Comparison {
        people: people.iter().map(named).collect(),
        figures: figures::group(briefs, &who)
            .iter()
            .map(|group| FigureGroup {
                claims: group.members.iter().map(claim).collect(),
                verdict: group.verdict,
            })
            .collect(),
        quotes: repeat::group(briefs, &who)
            .iter()
            .map(|members| members.iter().map(said).collect())
            .collect(),
    }
}

/// For every pair of claims what speaks for their being about one thing; only to fit the weights.
pub fn features(briefs: &[Brief]) -> Vec<(Place, Place, Vec<f64>)> {
    let all = figures::sides(briefs, &|_, _| None);
    let weights = pair::Weights::new(all.iter().map(|(_, side)| side.claim));
    let mut rows = Vec::new();
    for other in 0..all.len() {
        for one in 0..other {
            let (a, b) = (&all[one].1, &all[other].1);
            if let Some(features) = pair::features(&weights, a, b) {
                let place = |side: &pair::Side| Place { article: side.article, span: side.claim.span };
                rows.push((place(a), place(b), features.to_vec()));
            }
        }
    }
    rows
}
