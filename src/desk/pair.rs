//! How sure it is that two claims are about one thing.

use std::collections::HashMap;

use super::brief::{Amount, Claim};
use super::verdict;
use super::words::Word;
use super::Place;

/// How many things are looked at.
pub const FEATURES: usize = 24;

/// What each feature counts, fitted by logistic regression on the events in `benches/desk`; the first is there
/// always.
pub const WEIGHTS: [f64; FEATURES] = [
    -4.0, 2.0, -3.0, 0.0, 1.5, -0.5, 2.0, -3.0, 0.0, 0.7, 4.0, 0.5, -1.0, 1.5, 0.8, 0.0, 0.3, -2.0, 0.5, -0.5, 0.5,
    -1.0, 1.0, 1.0,
];

/// A claim and what is known of it across articles.
pub struct Side<'a> {
    pub article: usize,
    pub claim: &'a Claim,
    /// Who claims it, across articles.
    pub source: Option<usize>,
}

impl Side<'_> {
    pub fn place(&self) -> Place {
        Place { article: self.article, span: self.claim.span }
    }
}

/// How much words tell: those that few claims have near them tell more.
pub struct Weights {
    claims: HashMap<Word, usize>,
    all: usize,
}

impl Weights {
    pub fn new<'a>(claims: impl Iterator<Item = &'a Claim>) -> Self {
        let (mut counts, mut all) = (HashMap::new(), 0);
        for claim in claims {
            all += 1;
            for (word, _) in &claim.context {
                *counts.entry(*word).or_insert(0) += 1;
            }
        }
        Weights { claims: counts, all }
    }

    fn of(&self, word: Word) -> f64 {
        (1.0 + self.all as f64 / self.claims.get(&word).copied().unwrap_or(1) as f64).ln()
    }
}

/// What speaks for and against two claims being about one thing; `None` if they cannot be compared.
pub fn features(weights: &Weights, one: &Side, other: &Side) -> Option<[f64; FEATURES]> {
    let (a, b) = (one.claim, other.claim);
    if !comparable(a, b) || a.additive != b.additive {
        return None;
    }
    let is = |yes: bool| f64::from(u8::from(yes));
    let general = |claim: &Claim| claim.anybody;
    let counts = a.measure.starts_with("count");
    let same_head = a.head.is_some() && a.head == b.head;
    let shares_head = named_in(a, b) || named_in(b, a);
    let (shared, least) = overlap(weights, a, b);
    let modifiers = jaccard(&a.modifiers, &b.modifiers);
    let (x, y) = (verdict::common(a), verdict::common(b));
    let agree = verdict::agree(&x, &y, a.measure != "count");
    let equal = is_equal(&x, &y);
    let ratio = ((x.low + x.high).max(1e-9) / (y.low + y.high).max(1e-9))
        .ln()
        .abs()
        .min(4.0);
    let digits = (a.amount.low / a.amount.step).abs().max(1.0).log10().min(3.0);
    let days = match (&a.days, &b.days) {
        (Some(x), Some(y)) if x[0] <= y[1] && y[0] <= x[1] => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => 0.0,
    };
    let places = match (&a.place, &b.place) {
        (Some(x), Some(y)) if x == y => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => 0.0,
    };
    let sources = match (one.source, other.source) {
        (Some(x), Some(y)) if x == y => 1.0,
        _ => 0.0,
    };
    Some([
        1.0,
        is(same_head),
        is(counts && !same_head && !general(a) && !general(b) && !shares_head),
        is(counts && !same_head && (general(a) || general(b))),
        modifiers,
        is(same_head && !a.modifiers.is_empty() && !b.modifiers.is_empty() && modifiers == 0.0),
        is(a.status.is_some() && b.status.is_some() && a.status == b.status),
        is(a.status.is_some() && b.status.is_some() && a.status != b.status),
        is(a.status.is_some() != b.status.is_some()),
        is(a.verb.is_some() && a.verb == b.verb),
        shared,
        places,
        days,
        is(agree),
        is(equal) * digits,
        is(equal),
        sources,
        ratio,
        is(one.article == other.article),
        is(a.title || b.title),
        is(shares_head && !same_head),
        is(a.part != b.part),
        least,
        is(!counts),
    ])
}

/// Whether two amounts are of one kind.
fn comparable(a: &Claim, b: &Claim) -> bool {
    let money = |claim: &Claim| claim.kind == crate::analysis::FigureKind::Money;
    a.measure == b.measure || money(a) && money(b)
}

/// Whether two amounts are the same number, but for a conversion.
fn is_equal(a: &Amount, b: &Amount) -> bool {
    let near = |x: f64, y: f64| (x - y).abs() <= 0.005 * x.abs();
    near(a.low, b.low) && near(a.high, b.high)
}

/// Whether the sentence of one names what the other counts.
fn named_in(a: &Claim, b: &Claim) -> bool {
    a.head.is_some_and(|head| {
        b.context.iter().any(|(word, _)| *word == head) || b.modifiers.contains(&head)
    })
}

/// How much of what the sentences tell is the same: as a cosine, and of the one that tells less.
fn overlap(weights: &Weights, a: &Claim, b: &Claim) -> (f64, f64) {
    let square = |claim: &Claim| -> f64 {
        claim.context.iter().map(|(word, near)| (weights.of(*word) * f64::from(*near)).powi(2)).sum()
    };
    let mut shared = 0.0;
    for (word, near) in &a.context {
        if let Some((_, other)) = b.context.iter().find(|(other, _)| other == word) {
            shared += weights.of(*word).powi(2) * f64::from(*near) * f64::from(*other);
        }
    }
    let (x, y) = (square(a), square(b));
    if x == 0.0 || y == 0.0 {
        return (0.0, 0.0);
    }
    (shared / (x * y).sqrt(), (shared / x.min(y)).min(1.0))
}

fn jaccard(a: &[Word], b: &[Word]) -> f64 {
    let shared = a.iter().filter(|word| b.contains(word)).count();
    let all = a.len() + b.len() - shared;
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}

/// How sure it is, 0 to 1.
pub fn likelihood(features: &[f64; FEATURES]) -> f64 {
    let sum: f64 = features.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}
