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

/// Judges two or more claims about one thing.
pub fn judge(claims: &[&Claim]) -> Judgement {
    let amounts: Vec<Amount> = claims.iter().map(|claim| common(claim)).collect();
    let beside = |at: usize| claims.iter().filter(|other| agree(claims[at], other)).count();
    let beside: Vec<usize> = (0..amounts.len()).map(beside).collect();
    let all = amounts.len();
    let most = beside.iter().max().copied().unwrap_or_default();
    let odd: Vec<bool> =
        beside.iter().map(|&with| with < most || most < all && 2 * most <= all).collect();
    let same =
        amounts.iter().all(|amount| amount.low == amounts[0].low && amount.high == amounts[0].high);
    let (verdict, rule, why) = match (most == all && beside.iter().all(|&with| with == all), same) {
        (true, true) => (Verdict::Agree, "same-value", "All give the same number."),
        (true, false) => (Verdict::Agree, "within-bounds", "They agree within their bounds."),
        _ => (Verdict::Differ, "other-value", "They cannot all be right."),
    };
    Judgement { verdict, rule, why: why.to_owned(), odd }
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
    gap <= (converted * size).max(rounding(&a)).max(rounding(&b)) + 1e-9
}

/// How far a rounded amount may be from what was rounded: half of its last digit that is not nought. A small or
/// precise number was counted.
fn rounding(amount: &Amount) -> f64 {
    let size = amount.low.abs();
    let exact = amount.modifier == Modifier::Exactly;
    let round = amount.step >= 1.0 && size / amount.step <= 20.0 && size >= 100.0
        || amount.step >= 100.0
        || amount.step < 1.0;
    match exact && round {
        true => amount.step / 2.0,
        false => 0.0,
    }
}
