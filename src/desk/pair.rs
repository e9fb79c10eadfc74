//! How sure it is that two claims are about one thing.

use super::Place;
use super::brief::{Amount, Claim};
use super::claim::FAR;
use super::rarity::Rarity;
use super::verdict;
use super::words::{Word, word};
use crate::analysis::Modifier;
use crate::sort;

/// What is looked at, in the order in which it is given to the trees.
pub const NAMES: [&str; 50] = [
    "kind",
    "same-head",
    "heads-known",
    "anybody",
    "head-named",
    "head-rarity",
    "modifiers",
    "modifiers-known",
    "same-status",
    "other-status",
    "statuses-known",
    "status-rarity",
    "measure-rarity",
    "place",
    "day",
    "days-apart",
    "published-apart",
    "agree",
    "equal",
    "equal-digits",
    "ratio",
    "size",
    "vague",
    "bound",
    "hedged",
    "same-article",
    "same-sentence",
    "title",
    "part",
    "additive",
    "near-cosine",
    "near-telling",
    "near-shared",
    "near-apart",
    "far-cosine",
    "far-telling",
    "far-shared",
    "far-apart",
    "head-rivals-least",
    "head-rivals-most",
    "status-rivals-least",
    "status-rivals-most",
    "measure-rivals-least",
    "measure-rivals-most",
    "order-least",
    "order-most",
    "source",
    "predicate",
    "predicate-rarity",
    "predicate-near",
];
pub const FEATURES: usize = NAMES.len();

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
    /// Its place among the claims of the article.
    pub order: usize,
    /// How many claims of the article have its noun too, its status, its measure.
    pub rivals: [usize; 3],
}

impl Side<'_> {
    pub fn place(&self) -> Place {
        Place { article: self.article, span: self.claim.span }
    }
}

/// What speaks for and against two claims being about one thing, in the order of [`NAMES`]; `None` if they cannot be
/// compared.
pub fn features(rarity: &Rarity, one: &Side, other: &Side) -> Option<[f64; FEATURES]> {
    let (a, b) = (one.claim, other.claim);
    if a.measure != b.measure {
        return None;
    }
    let is = |yes: bool| f64::from(u8::from(yes));
    let both = |one: bool, other: bool| is(one) + is(other);
    let same_head = a.head.is_some() && a.head == b.head;
    let same_status = a.status.is_some() && a.status == b.status;
    let (x, y) = (verdict::common(a), verdict::common(b));
    let agree = verdict::agree(a, b);
    let equal = is_equal(&x, &y);
    let ratio = ((x.low + x.high).max(1e-9) / (y.low + y.high).max(1e-9)).ln().abs().min(4.0);
    let digits = (a.amount.low / a.amount.step).abs().max(1.0).log10().min(3.0);
    let modifiers = jaccard(&a.modifiers, &b.modifiers);
    let far = Words::new(rarity, a, b, FAR);
    let near = Words::new(rarity, a, b, 1.0);
    let kind = match a.measure.split(' ').next().unwrap_or_default() {
        "count" => 0.0,
        "share" => 1.0,
        "money" => 2.0,
        "time" => 3.0,
        _ => 4.0,
    };
    let days =
        distance(a.days.as_ref().map(|days| &*days[0]), b.days.as_ref().map(|days| &*days[0]));
    let published = distance(one.published, other.published);
    let (least, most) = (f64::min, f64::max);
    let rivals = [one.rivals, other.rivals].map(|rivals| rivals.map(|number| number as f64));
    let order = [one.order, other.order].map(|order| order as f64);
    Some([
        kind,
        is(same_head),
        both(a.head.is_some(), b.head.is_some()),
        both(a.anybody, b.anybody),
        both(named_in(a, b), named_in(b, a)),
        if same_head { a.head.map_or(0.0, |head| rarity.of(head)) } else { 0.0 },
        modifiers,
        both(!a.modifiers.is_empty(), !b.modifiers.is_empty()),
        is(same_status),
        is(a.status.is_some() && b.status.is_some() && !same_status),
        both(a.status.is_some(), b.status.is_some()),
        marked("status", a.status.as_deref().filter(|_| same_status))
            .map_or(0.0, |status| rarity.of(status)),
        marked("measure", Some(&a.measure)).map_or(0.0, |measure| rarity.of(measure)),
        relation(&a.place, &b.place, |x, y| x == y),
        relation(&a.days, &b.days, |x, y| x[0] <= y[1] && y[0] <= x[1]),
        days,
        published,
        is(agree),
        is(equal),
        if equal { digits } else { -1.0 },
        ratio,
        least(x.low, y.low).abs().max(1e-3).log10(),
        both(a.amount.vague, b.amount.vague),
        both(is_bound(a), is_bound(b)),
        both(a.hedged, b.hedged),
        is(one.article == other.article),
        is(one.article == other.article && a.sentence == b.sentence),
        both(a.title, b.title),
        both(a.part, b.part),
        both(a.additive, b.additive),
        near.cosine,
        near.most_telling,
        near.shared,
        least(near.apart[0], near.apart[1]),
        far.cosine,
        far.most_telling,
        far.shared,
        least(far.apart[0], far.apart[1]),
        least(rivals[0][0], rivals[1][0]),
        most(rivals[0][0], rivals[1][0]),
        least(rivals[0][1], rivals[1][1]),
        most(rivals[0][1], rivals[1][1]),
        least(rivals[0][2], rivals[1][2]),
        most(rivals[0][2], rivals[1][2]),
        least(order[0], order[1]),
        most(order[0], order[1]),
        relation(&a.source, &b.source, |x, y| x == y),
        relation(&a.predicate, &b.predicate, |x, y| x == y),
        a.predicate.filter(|_| a.predicate == b.predicate).map_or(0.0, |word| rarity.of(word)),
        both(is_around(a.predicate, b), is_around(b.predicate, a)),
    ])
}

/// How alike the words around two claims are, as far as they are so near.
struct Words {
    cosine: f64,
    most_telling: f64,
    /// What all that both have tell.
    shared: f64,
    /// What the most telling tells that only the one has, and only the other.
    apart: [f64; 2],
}

impl Words {
    fn new(rarity: &Rarity, a: &Claim, b: &Claim, nearness: f32) -> Self {
        let words = |claim: &Claim| -> Vec<(Word, f64)> {
            let own = claim.context.iter().filter(|(_, near)| *near >= nearness);
            own.map(|(word, _)| (*word, rarity.of(*word))).collect()
        };
        let (a, b) = (words(a), words(b));
        let has = |words: &[(Word, f64)], word: Word| words.iter().any(|(other, _)| *other == word);
        let shared: Vec<f64> =
            a.iter().filter(|(word, _)| has(&b, *word)).map(|(_, tells)| *tells).collect();
        let only = |words: &[(Word, f64)], others: &[(Word, f64)]| {
            let only = words.iter().filter(|(word, _)| !has(others, *word));
            only.map(|(_, tells)| *tells).fold(0.0, f64::max)
        };
        let square =
            |words: &[(Word, f64)]| words.iter().map(|(_, tells)| tells.powi(2)).sum::<f64>();
        let product: f64 = shared.iter().map(|tells| tells.powi(2)).sum();
        Words {
            cosine: product / (square(&a) * square(&b)).sqrt().max(1e-9),
            most_telling: shared.iter().copied().fold(0.0, f64::max),
            shared: shared.iter().sum(),
            apart: [only(&a, &b), only(&b, &a)],
        }
    }
}

/// 1 where two that are known agree, -1 where they do not, 0 where one is not known.
fn relation<T>(one: &Option<T>, other: &Option<T>, agree: impl Fn(&T, &T) -> bool) -> f64 {
    match (one, other) {
        (Some(one), Some(other)) if agree(one, other) => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => 0.0,
    }
}

/// Days between two dates; -1 where one is not known.
fn distance(one: Option<&str>, other: Option<&str>) -> f64 {
    const MOST: f64 = 30.0;
    let day = |text: Option<&str>| text?.get(..10)?.parse::<jiff::civil::Date>().ok();
    match (day(one), day(other)) {
        (Some(one), Some(other)) => f64::from((other - one).get_days()).abs().min(MOST),
        _ => -1.0,
    }
}

/// Whether a word stands near a claim.
fn is_around(word: Option<Word>, claim: &Claim) -> bool {
    word.is_some_and(|word| {
        claim.context.iter().any(|(other, near)| *other == word && *near >= FAR)
    })
}

fn is_bound(claim: &Claim) -> bool {
    claim.amount.modifier != Modifier::Exactly
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
