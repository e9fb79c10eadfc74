//! Whether amounts agree: judged by their bounds and by how they are rounded.

use super::brief::Amount;
use crate::analysis::Modifier;

/// `about 2,000`: so far off, as a share.
const ABOUT: f64 = 0.12;
/// `more than 300` is said of no more than so many times as much.
const OPEN: f64 = 2.0;
/// `at least 20` waits for more: a toll may come to so many times as much.
const GROWING: f64 = 4.0;
/// Other units are converted roughly.
const CONVERTED: f64 = 0.025;

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

/// Whether two amounts can be of one thing: their bounds meet, or the one is the other, rounded.
pub fn agree(one: &Amount, other: &Amount, rough: bool) -> bool {
    let ((low, high), (other_low, other_high)) = (bounds(one), bounds(other));
    if low <= other_high && other_low <= high {
        return true;
    }
    let gap = if low > other_high { low - other_high } else { other_low - high };
    let size = low.abs().max(other_low.abs());
    let tolerance = if rough { CONVERTED * size } else { 0.0 };
    gap <= tolerance.max(rounding(one)).max(rounding(other)) + 1e-9
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
