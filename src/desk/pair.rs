//! How sure it is that two claims are about one thing.

use std::cmp::Ordering;

use jiff::civil::date;

use super::Place;
use super::brief::{Amount, Claim};
use super::claim::FAR;
use super::rarity::Rarity;
use super::verdict;
use super::words::{Word, word};
use crate::analysis::Modifier;
use crate::dates::{Reference, days_between};
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

/// A claim and what is known of it across articles, reckoned once.
pub struct Side<'a> {
    pub article: usize,
    pub claim: &'a Claim,
    /// Its place among the claims of the article.
    pub order: usize,
    /// How many claims of the article have its noun too, its status, its measure.
    pub rivals: [usize; 3],
    /// In the common unit of its measure.
    pub amount: Amount,
    pub measure: Word,
    /// Day of its article.
    pub published: Option<&'a str>,
    /// Days since 1970 of its article and of what it says.
    days: [Option<i32>; 2],
    /// What each tells: its noun, status, measure and predicate.
    tells: [f64; 4],
    around: Around,
}

/// The words around a claim, sorted, with whether each is near and how much it tells.
struct Around {
    words: Vec<(Word, bool, f64)>,
    /// Sums of the squares of what the near ones tell, and all.
    squares: [f64; 2],
}

impl Around {
    fn new(claim: &Claim, rarity: &Rarity) -> Self {
        let around = claim.context.iter().filter(|(_, near)| *near >= FAR);
        let mut words: Vec<(Word, bool, f64)> =
            around.map(|(word, near)| (*word, *near >= 1.0, rarity.of(*word))).collect();
        sort::by_key(&mut words, |&(word, ..)| (word as usize, 0));
        let square = |near: bool| {
            words.iter().filter(|word| word.1 || !near).map(|word| word.2 * word.2).sum()
        };
        let squares = [square(true), square(false)];
        Around { words, squares }
    }

    fn has(&self, word: Word) -> bool {
        self.words.binary_search_by_key(&word, |known| known.0).is_ok()
    }
}

impl<'a> Side<'a> {
    pub fn new(
        (article, order): (usize, usize),
        claim: &'a Claim,
        published: Option<&'a str>,
        rivals: [usize; 3],
        rarity: &Rarity,
    ) -> Self {
        let tells = |word: Option<Word>| word.map_or(0.0, |word| rarity.of(word));
        let status = marked("status", claim.status.as_deref());
        let measure = marked("measure", Some(&claim.measure));
        Side {
            article,
            claim,
            order,
            rivals,
            amount: verdict::common(claim),
            measure: word(&claim.measure),
            published,
            days: [published.and_then(day), claim.days.as_ref().and_then(|days| day(&days[0]))],
            tells: [claim.head, status, measure, claim.predicate].map(tells),
            around: Around::new(claim, rarity),
        }
    }

    pub fn place(&self) -> Place {
        Place { article: self.article, span: self.claim.span }
    }

    /// What kind of measure it is, as a number.
    fn kind(&self) -> f64 {
        match self.claim.measure.split(' ').next().unwrap_or_default() {
            "count" => 0.0,
            "share" => 1.0,
            "money" => 2.0,
            "time" => 3.0,
            _ => 4.0,
        }
    }
}

/// Days since 1970 of `YYYY-MM-DD`.
fn day(text: &str) -> Option<i32> {
    let day: Reference = text.get(..10)?.parse().ok()?;
    Some(days_between(date(1970, 1, 1), day.date))
}

/// What speaks for and against two claims being about one thing.
pub struct Pair {
    /// In the order of [`NAMES`].
    pub features: [f64; FEATURES],
    /// Whether two articles have one sentence, but for the number: too rare among the events to be learned.
    pub copied: bool,
}

/// Lays two claims side by side; `None` if they cannot be compared.
pub fn compare(one: &Side, other: &Side) -> Option<Pair> {
    /// How alike copied sentences are, and how many words they have at least.
    const COPIED: f64 = 0.5;
    const FEWEST: usize = 3;
    let (a, b) = (one.claim, other.claim);
    if a.measure != b.measure {
        return None;
    }
    let is = |yes: bool| f64::from(u8::from(yes));
    let both = |one: bool, other: bool| is(one) + is(other);
    let same = |is: bool, tells: f64| if is { tells } else { 0.0 };
    let same_head = a.head.is_some() && a.head == b.head;
    let same_status = a.status.is_some() && a.status == b.status;
    let same_predicate = a.predicate.is_some() && a.predicate == b.predicate;
    let [head, status, measure, predicate] = one.tells;
    let (x, y) = (&one.amount, &other.amount);
    let equal = is_equal(x, y);
    let ratio = ((x.low + x.high).max(1e-9) / (y.low + y.high).max(1e-9)).ln().abs().min(4.0);
    let digits = (a.amount.low / a.amount.step).abs().max(1.0).log10().min(3.0);
    let [near, far] = shared(&one.around, &other.around);
    let rival = |of: usize| {
        let (a, b) = (one.rivals[of] as f64, other.rivals[of] as f64);
        [a.min(b), a.max(b)]
    };
    let [[head_least, head_most], [status_least, status_most], [measure_least, measure_most]] =
        [rival(0), rival(1), rival(2)];
    let (first, last) = (one.order.min(other.order), one.order.max(other.order));
    let copied = one.article != other.article
        && a.head == b.head
        && a.status == b.status
        && one.around.words.len() >= FEWEST
        && far.cosine > COPIED;
    let features = [
        one.kind(),
        is(same_head),
        both(a.head.is_some(), b.head.is_some()),
        both(a.anybody, b.anybody),
        both(named_in(one, other), named_in(other, one)),
        same(same_head, head),
        jaccard(&a.modifiers, &b.modifiers),
        both(!a.modifiers.is_empty(), !b.modifiers.is_empty()),
        is(same_status),
        is(a.status.is_some() && b.status.is_some() && !same_status),
        both(a.status.is_some(), b.status.is_some()),
        same(same_status, status),
        measure,
        relation(&a.place, &b.place, |x, y| x == y),
        relation(&a.days, &b.days, |x, y| x[0] <= y[1] && y[0] <= x[1]),
        distance(one.days[1], other.days[1]),
        distance(one.days[0], other.days[0]),
        is(verdict::agree(a, b)),
        is(equal),
        if equal { digits } else { -1.0 },
        ratio,
        x.low.min(y.low).abs().max(1e-3).log10(),
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
        near.sum,
        near.apart,
        far.cosine,
        far.most_telling,
        far.sum,
        far.apart,
        head_least,
        head_most,
        status_least,
        status_most,
        measure_least,
        measure_most,
        first as f64,
        last as f64,
        relation(&a.source, &b.source, |x, y| x == y),
        relation(&a.predicate, &b.predicate, |x, y| x == y),
        same(same_predicate, predicate),
        both(is_around(a.predicate, other), is_around(b.predicate, one)),
    ];
    Some(Pair { features, copied })
}

/// `Fire kills four` in the title, `Four people were killed` below.
pub fn is_headline(one: &Side, other: &Side) -> bool {
    let (a, b) = (one.claim, other.claim);
    let same_status = a.status.is_some() && a.status == b.status;
    one.article == other.article
        && a.title != b.title
        && is_equal(&one.amount, &other.amount)
        && (same_status || a.head.is_some() && a.head == b.head)
}

/// How alike the words around two claims are.
#[derive(Default)]
struct Shared {
    cosine: f64,
    most_telling: f64,
    /// What all that both have tell.
    sum: f64,
    /// What the most telling word tells that only the one has, or only the other: the lesser.
    apart: f64,
}

/// For the words that are near both, and for all.
fn shared(one: &Around, other: &Around) -> [Shared; 2] {
    let (mut a, mut b) = (one.words.iter().peekable(), other.words.iter().peekable());
    let mut found = [Shared::default(), Shared::default()];
    let mut products = [0.0, 0.0];
    // What only the one has, and only the other, of the near ones and of all.
    let mut apart = [[0.0_f64; 2]; 2];
    loop {
        let order = match (a.peek(), b.peek()) {
            (Some(a), Some(b)) => a.0.cmp(&b.0),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => break,
        };
        let own = (order != Ordering::Greater).then(|| a.next()).flatten();
        let others = (order != Ordering::Less).then(|| b.next()).flatten();
        let tells = own.or(others).map_or(0.0, |word| word.2);
        for (of, near) in [true, false].into_iter().enumerate() {
            let counts =
                |word: Option<&(Word, bool, f64)>| word.is_some_and(|word| word.1 || !near);
            match (counts(own), counts(others)) {
                (true, true) => {
                    products[of] += tells * tells;
                    found[of].sum += tells;
                    found[of].most_telling = found[of].most_telling.max(tells);
                }
                (true, false) => apart[of][0] = apart[of][0].max(tells),
                (false, true) => apart[of][1] = apart[of][1].max(tells),
                (false, false) => {}
            }
        }
    }
    for of in 0..2 {
        let length = (one.squares[of] * other.squares[of]).sqrt().max(1e-9);
        found[of].cosine = products[of] / length;
        found[of].apart = apart[of][0].min(apart[of][1]);
    }
    found
}

/// 1 where two that are known agree, -1 where they do not, 0 where one is not known.
fn relation<T>(one: &Option<T>, other: &Option<T>, agree: impl Fn(&T, &T) -> bool) -> f64 {
    match (one, other) {
        (Some(one), Some(other)) if agree(one, other) => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => 0.0,
    }
}

/// Days between two; -1 where one is not known.
fn distance(one: Option<i32>, other: Option<i32>) -> f64 {
    const MOST: f64 = 30.0;
    match (one, other) {
        (Some(one), Some(other)) => f64::from((other - one).abs()).min(MOST),
        _ => -1.0,
    }
}

/// Whether a word stands around a claim.
fn is_around(word: Option<Word>, side: &Side) -> bool {
    word.is_some_and(|word| side.around.has(word))
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
fn named_in(one: &Side, other: &Side) -> bool {
    one.claim
        .head
        .is_some_and(|head| other.around.has(head) || other.claim.modifiers.contains(&head))
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
