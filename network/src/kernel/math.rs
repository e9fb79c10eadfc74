//! The functions between the products, from additions, multiplications, divisions and square roots alone.
//!
//! IEEE 754 rounds these alike everywhere, Rust never contracts them, and sums stand in a fixed order: so a
//! browser and a server agree to the bit, which the mathematics libraries of two systems do not. There are no
//! branches either, so that loops over them become vector instructions.

use std::ops::Range;

use super::rows::ROUND;

/// e^x, to a relative 1e-6. Below -87 and above 88, as at these bounds.
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    let (power, rest) = parts(x);
    power * rest + power
}

/// 1 / (1 + e^-x), to a relative 1e-6.
#[inline(always)]
pub fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// How much a gated recurrence keeps and what it adds, `sigmoid(k)` and `tanh(v) * (1 - sigmoid(k))`, by one division.
///
/// ```
/// let (keep, value) = copydesk_network::kernel::math::gate(0.0, 20.0);
/// assert!((keep - 0.5).abs() < 1e-6 && (value - 0.5).abs() < 1e-6);
/// ```
#[inline(always)]
pub fn gate(k: f32, v: f32) -> (f32, f32) {
    // sigmoid(k) = 1 / (1 + e^-k); tanh(v) = (e^2v - 1) / (e^2v + 1).
    let away = exp(within(-k, 40.0));
    // e^2v - 1 without forming e^2v, which near 0 would leave nothing of it.
    let (power, rest) = parts(within(2.0 * v, 40.0));
    let above = power * rest + (power - 1.0);
    let below = above + 2.0;
    let inverse = 1.0 / ((1.0 + away) * below);
    (below * inverse, away * above * inverse)
}

/// A power of two and a remainder such that e^x = power * (1 + rest).
#[inline(always)]
fn parts(x: f32) -> (f32, f32) {
    // ln 2 in two parts, the first short enough for its multiples to be exact.
    const LN_2_HIGH: f32 = 0.693_359_4;
    const LN_2_LOW: f32 = -2.121_944_4e-4;
    let x = if x > -87.0 { x } else { -87.0 };
    let x = if x < 88.0 { x } else { 88.0 };
    let rounded = x * std::f32::consts::LOG2_E + ROUND;
    let twos = rounded - ROUND;
    let r = x - twos * LN_2_HIGH - twos * LN_2_LOW;
    // The polynomial whose largest relative error between -ln 2 / 2 and ln 2 / 2 is least (Remez): 1e-7.
    let tail = 0.166_671_15 + r * (0.041_890_33 + r * 0.008_312_5);
    let rest = r + r * r * (0.499_992_3 + r * tail);
    let exponent = rounded.to_bits().wrapping_sub(ROUND.to_bits()).wrapping_add(127);
    (f32::from_bits(exponent << 23), rest)
}

#[inline(always)]
fn within(x: f32, bound: f32) -> f32 {
    let x = if x > -bound { x } else { -bound };
    if x < bound { x } else { bound }
}

/// What [`layer_norm`] adds to the variance (PyTorch's default).
const EPSILON: f32 = 1e-5;

/// `(row - mean) / sqrt(variance + 1e-5) * gain + bias`.
///
/// # Panics
/// If the lengths differ.
///
/// ```
/// let mut out = [0.0; 2];
/// copydesk_network::kernel::math::layer_norm(&[1.0, 3.0], &[1.0, 2.0], &[0.0, 5.0], &mut out);
/// assert!((out[0] + 1.0).abs() < 1e-4 && (out[1] - 7.0).abs() < 1e-4);
/// ```
#[inline(always)]
pub fn layer_norm(row: &[f32], gain: &[f32], bias: &[f32], out: &mut [f32]) {
    let width = row.len();
    assert!([gain.len(), bias.len(), out.len()] == [width; 3], "widths differ");
    let mean = sum(row, |x| x) / width as f32;
    let variance = sum(row, |x| (x - mean) * (x - mean)) / width as f32;
    let inverse = 1.0 / (variance + EPSILON).sqrt();
    for i in 0..width {
        out[i] = (row[i] - mean) * inverse * gain[i] + bias[i];
    }
}

/// The sum over a row in eight lanes, whatever the processor's vectors.
#[inline(always)]
fn sum(row: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut lanes = [0.0; 8];
    let (chunks, rest) = row.as_chunks::<8>();
    for chunk in chunks {
        for (lane, &x) in lanes.iter_mut().zip(chunk) {
            *lane += of(x);
        }
    }
    for (lane, &x) in lanes.iter_mut().zip(rest) {
        *lane += of(x);
    }
    let [a, b, c, d, e, f, g, h] = lanes;
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

/// Which way a recurrence runs along a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Forward,
    Backward,
}

/// `h[t] = keep[t] * h[t before] + value[t]` over rows of `width`, in some of their columns; before the first
/// row (or, backward, after the last), h is 0.
///
/// # Panics
/// If the lengths differ or the columns reach beyond the width.
///
/// ```
/// use copydesk_network::kernel::math::{Direction, scan};
/// // Three moments of two columns; the second column runs backward.
/// let (keep, value) = ([0.5; 6], [1.0, 1.0, 0.0, 0.0, 0.0, 4.0]);
/// let mut h = [0.0; 6];
/// scan(&keep, &value, 2, 0..1, Direction::Forward, &mut h);
/// scan(&keep, &value, 2, 1..2, Direction::Backward, &mut h);
/// assert_eq!(h, [1.0, 2.0, 0.5, 2.0, 0.25, 4.0]);
/// ```
#[inline(always)]
pub fn scan(
    keep: &[f32],
    value: &[f32],
    width: usize,
    columns: Range<usize>,
    direction: Direction,
    h: &mut [f32],
) {
    assert!([keep.len(), value.len()] == [h.len(); 2], "lengths differ");
    assert!(h.len().is_multiple_of(width) && columns.end <= width, "columns beyond the width");
    let moments = h.len() / width;
    for step in 0..moments {
        let at = match direction {
            Direction::Forward => step,
            Direction::Backward => moments - 1 - step,
        };
        // All rows before this one, the row itself, all rows after.
        let (before, rest) = h.split_at_mut(at * width);
        let (row, after) = rest.split_at_mut(width);
        let known = match direction {
            Direction::Forward => before.len().checked_sub(width).map(|start| &before[start..]),
            Direction::Backward => after.get(..width),
        };
        let own = at * width + columns.start..at * width + columns.end;
        let (row, value) = (&mut row[columns.clone()], &value[own.clone()]);
        match known {
            None => row.copy_from_slice(value),
            Some(known) => {
                let inputs = known[columns.clone()].iter().zip(&keep[own]).zip(value);
                for (h, ((known, keep), value)) in row.iter_mut().zip(inputs) {
                    *h = keep * known + value;
                }
            }
        }
    }
}
