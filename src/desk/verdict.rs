//! Whether amounts agree: judged by their bounds and by how they are rounded.

use super::Verdict;
use super::brief::{Amount, Claim};
use crate::analysis::Modifier;

/// `about 2,000`: so far off, as a share.
const ABOUT: f64 = 0.12;
/// `more than 300` is said of no more than so many times as much.
const OPEN: f64 = 2.0;
/// `at least 20` waits for more: a toll may come to so many times as much.
const GROWING: f64 = 4.0;
/// Other units are converted roughly.
const CONVERTED: f64 = 0.025;
/// `perhaps 25` may be so far off, as a share.
const PERHAPS: f64 = 0.2;
/// Rates of exchange change, and are known here roughly.
const EXCHANGED: f64 = 0.3;

/// Whether the claims of a group can be true together.
pub struct Judgement {
    pub verdict: Verdict,
    /// Name of the rule, and why, as a sentence.
    pub rule: &'static str,
    pub why: String,
    /// Which of them cannot be true beside the others.
    pub odd: Vec<bool>,
}

/// A claim and the day on which it was published.
pub type Dated<'a> = (&'a Claim, Option<&'a str>);

/// Judges two or more claims about one thing.
pub fn judge(claims: &[Dated]) -> Judgement {
    let all = claims.len();
    let with = |at: usize| claims.iter().filter(|(other, _)| agree(claims[at].0, other)).count();
    let beside: Vec<usize> = (0..all).map(with).collect();
    let most = beside.iter().max().copied().unwrap_or_default();
    let odd: Vec<bool> =
        beside.iter().map(|&with| with < most || most < all && 2 * most <= all).collect();
    let first = common(claims[0].0);
    let same = |(claim, _): &Dated| {
        let amount = common(claim);
        amount.low == first.low && amount.high == first.high
    };
    let (verdict, rule, why) = if beside.iter().all(|&with| with == all) {
        match claims.iter().all(same) {
            true => (Verdict::Agree, "same-value", "All give the same number."),
            false => {
                (Verdict::Agree, "within-bounds", "They agree within their bounds, or as rounding.")
            }
        }
    } else if claims.len() == 2 && is_open(claims[0], claims[1]) {
        let why = "They do not agree, but the day or what exactly is counted may differ.";
        (Verdict::Unclear, "other-day-or-scope", why)
    } else {
        (Verdict::Differ, "other-value", "They cannot all be right.")
    };
    Judgement { verdict, rule, why: why.to_owned(), odd }
}

/// Whether two claims that do not agree may be of two days, or of not quite the same thing.
fn is_open((one, published): Dated, (other, other_published): Dated) -> bool {
    let same_day = match (&one.days, &other.days) {
        (Some(days), Some(of)) => days == of,
        _ => published == other_published,
    };
    let same_thing = one.unit == other.unit && one.head == other.head;
    let rough = [one, other].iter().any(|claim| {
        claim.hedged || claim.amount.vague || claim.amount.modifier != Modifier::Exactly
    });
    !same_day && (!same_thing || rough)
}

/// How much a claim says, in the common unit of its measure.
pub fn common(claim: &Claim) -> Amount {
    let Claim { amount, size, offset, .. } = claim;
    let to = |value: f64| size * value + offset;
    Amount { low: to(amount.low), high: to(amount.high), step: size * amount.step, ..*amount }
}

/// From the least to the most that an amount can mean.
pub fn bounds(amount: &Amount) -> (f64, f64) {
    let Amount { low, high, modifier, vague, .. } = *amount;
    match modifier {
        _ if vague => (low * 0.75, high),
        Modifier::Exactly | Modifier::Up | Modifier::Down => (low, high),
        Modifier::About => (low * (1.0 - ABOUT), high * (1.0 + ABOUT)),
        Modifier::MoreThan => (low, high * OPEN),
        Modifier::AtLeast => (low, high * GROWING),
        Modifier::LessThan | Modifier::AtMost => (low / OPEN, high),
    }
}

/// Whether two claims can be of one thing: their bounds meet, or the one is the other, rounded or converted.
pub fn agree(one: &Claim, other: &Claim) -> bool {
    let (a, b) = (common(one), common(other));
    let ((low, high), (other_low, other_high)) = (bounds(&a), bounds(&b));
    if low <= other_high && other_low <= high {
        return true;
    }
    let gap = if low > other_high { low - other_high } else { other_low - high };
    let size = low.abs().max(other_low.abs());
    let converted = match one.unit == other.unit || one.measure == "count" {
        true => 0.0,
        false if one.measure.starts_with("money") => EXCHANGED,
        false => CONVERTED,
    };
    let loose = if one.hedged || other.hedged { PERHAPS } else { 0.0 };
    gap <= (converted.max(loose) * size).max(rounding(one)).max(rounding(other)) + 1e-9
}

/// How far a rounded amount may be from what was rounded: half of its last digit that is not nought. A small or
/// precise number of things was counted; lengths, shares and sums of money are always rounded.
fn rounding(claim: &Claim) -> f64 {
    let Amount { low, step, modifier, .. } = claim.amount;
    let size = low.abs();
    let exact = modifier == Modifier::Exactly;
    let round = claim.measure != "count"
        || step >= 1.0 && size / step <= 20.0 && size >= 100.0
        || !(1.0..100.0).contains(&step);
    match exact && round {
        true => claim.size.abs() * step / 2.0,
        false => 0.0,
    }
}
