//! How sure it is that two claims are about one thing.

use super::Place;
use super::brief::{Amount, Claim};
use super::claim::FAR;
use super::rarity::Rarity;
use super::verdict;
use super::words::{Word, word};
use crate::sort;

/// Sentences so alike are one, but for a number.
const COPIED: f64 = 0.5;

/// How many things are looked at.
pub const FEATURES: usize = 29;

/// What each feature counts, fitted by logistic regression on the events in `benches/desk`, none against its sense; the
/// first is there always. The fifth and the last are ours: there are too few examples of them.
pub const WEIGHTS: [f64; FEATURES] = [
    -2.66, 1.05, -0.89, -0.04, 0.50, -0.16, 0.13, -0.65, -0.62, 1.15, 0.60, 1.84, 1.77, -0.04,
    -1.53, -1.94, 0.96, -1.44, -0.12, -0.27, -0.35, -1.46, 2.13, 1.13, 1.65, 2.67, 0.76, 1.27,
    1.50,
];

/// What a claim tells: its noun, what happened, what it is measured in, and the words of its sentence.
pub fn told(claim: &Claim) -> Vec<Word> {
    let near = claim.context.iter().filter(|(_, near)| *near >= FAR).map(|(word, _)| *word);
    let mut told: Vec<Word> =
        near.chain(claim.head).chain(marked("status", claim.status.as_deref())).collect();
    told.extend(marked("measure", Some(&claim.measure)));
    sort::by_key(&mut told, |&word| (word as usize, 0));
    told.dedup();
    told
}

/// A word that is none of the text's.
fn marked(kind: &str, text: Option<&str>) -> Option<Word> {
    text.map(|text| word(&format!("{kind} {text}")))
}

/// A claim and what is known of it across articles.
pub struct Side<'a> {
    pub article: usize,
    pub claim: &'a Claim,
    pub published: Option<&'a str>,
}

impl Side<'_> {
    pub fn place(&self) -> Place {
        Place { article: self.article, span: self.claim.span }
    }
}

/// What speaks for and against two claims being about one thing; `None` if they cannot be compared.
pub fn features(rarity: &Rarity, one: &Side, other: &Side) -> Option<[f64; FEATURES]> {
    let (a, b) = (one.claim, other.claim);
    if a.measure != b.measure {
        return None;
    }
    let is = |yes: bool| f64::from(u8::from(yes));
    let general = |claim: &Claim| claim.anybody;
    let counts = a.measure.starts_with("count");
    let same_head = a.head.is_some() && a.head == b.head;
    let shares_head = named_in(a, b) || named_in(b, a);
    let copied = one.article != other.article && likeness(rarity, a, b) > COPIED;
    let modifiers = jaccard(&a.modifiers, &b.modifiers);
    let (x, y) = (verdict::common(a), verdict::common(b));
    let agree = verdict::agree(a, b);
    let equal = is_equal(&x, &y);
    let ratio = ((x.low + x.high).max(1e-9) / (y.low + y.high).max(1e-9)).ln().abs().min(4.0);
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
        places,
        days,
        is(agree),
        is(equal) * digits,
        is(equal),
        ratio,
        is(one.article == other.article),
        is(a.title || b.title),
        is(a.part != b.part),
        is(!counts),
        is(!agree && one.published != other.published),
        is(a.additive != b.additive),
        is(agree && counts && a.amount.low < 5.0),
        a.head.filter(|_| same_head).map_or(0.0, |head| rarity.of(head)) / 5.0,
        most_telling(rarity, a, b, 1.0) / 5.0,
        most_telling(rarity, a, b, FAR) / 5.0,
        marked("measure", Some(&a.measure)).map_or(0.0, |measure| rarity.of(measure)) / 5.0,
        marked("status", a.status.as_deref().filter(|_| a.status == b.status))
            .map_or(0.0, |status| rarity.of(status))
            / 5.0,
        // `Fire kills four` in the title, `Four people were killed` below.
        is(one.article == other.article
            && a.title != b.title
            && equal
            && (same_head || a.status.is_some() && a.status == b.status)),
        // A sentence that one has from the other.
        is(copied),
    ])
}

/// Whether two amounts are the same number, but for a conversion.
fn is_equal(a: &Amount, b: &Amount) -> bool {
    let near = |x: f64, y: f64| (x - y).abs() <= 0.005 * x.abs();
    near(a.low, b.low) && near(a.high, b.high)
}

/// Whether the sentence of one names what the other counts.
fn named_in(a: &Claim, b: &Claim) -> bool {
    a.head.is_some_and(|head| {
        b.context.iter().any(|(word, near)| *word == head && *near >= FAR)
            || b.modifiers.contains(&head)
    })
}

/// How much of what their sentences say is the same (cosine).
fn likeness(rarity: &Rarity, a: &Claim, b: &Claim) -> f64 {
    let words = |claim: &'_ Claim| -> Vec<(Word, f64)> {
        let own = claim.context.iter().filter(|(_, near)| *near >= FAR);
        own.map(|(word, near)| (*word, rarity.of(*word) * f64::from(*near))).collect()
    };
    let (a, b) = (words(a), words(b));
    let square = |words: &[(Word, f64)]| words.iter().map(|(_, tells)| tells.powi(2)).sum::<f64>();
    let facing = |word: Word| b.iter().find(|(other, _)| *other == word);
    let shared: f64 = a.iter().filter_map(|(word, tells)| Some(tells * facing(*word)?.1)).sum();
    shared / (square(&a) * square(&b)).sqrt().max(1e-9)
}

/// What the most telling word tells that stands around both.
fn most_telling(rarity: &Rarity, a: &Claim, b: &Claim, nearness: f32) -> f64 {
    let shared = a.context.iter().filter(|(word, near)| {
        *near >= nearness
            && b.context.iter().any(|(other, near)| other == word && *near >= nearness)
    });
    shared.map(|(word, _)| rarity.of(*word)).fold(0.0, f64::max)
}

fn jaccard(a: &[Word], b: &[Word]) -> f64 {
    let shared = a.iter().filter(|word| b.contains(word)).count();
    let all = a.len() + b.len() - shared;
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}

/// Whether two claims of one article count the same thing, or measure it in words of which some are the same.
pub fn is_near(one: &Claim, other: &Claim) -> bool {
    let shared = |(word, near): &(Word, f32)| {
        *near >= FAR && other.context.iter().any(|(known, near)| known == word && *near >= FAR)
    };
    let head = one.head.is_some() && one.head == other.head;
    let status = one.status.is_none() || other.status.is_none() || one.status == other.status;
    status && (head || one.measure != "count" && one.context.iter().any(shared))
}

/// How sure it is, 0 to 1.
pub fn likelihood(features: &[f64; FEATURES]) -> f64 {
    let sum: f64 = features.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}
