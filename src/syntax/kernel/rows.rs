//! Activations, cut to whole numbers row by row.

use super::{MAX_INPUTS, Pair};

/// The largest activation after scaling: `BOUND`² x [`MAX_INPUTS`] stays below 2³¹, and so does
/// 128 x `BOUND` x [`MAX_INPUTS`], so that rows can be multiplied by weights and by rows.
pub(super) const BOUND: i16 = 2047;

/// Rows whose largest value lies below count as zeros: their inverse scale would be infinite.
const FAINT: f32 = 1e-30;

/// 1.5 x 2²³. What is added to it is rounded to a whole number, ties to even, in the low bits of the sum:
/// one addition, where SSE2 has no instruction to round.
pub(super) const ROUND: f32 = 12_582_912.0;

/// Rows of activations, each with the scale of its own largest value. Made to be filled again and again.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    width: usize,
    /// Rows of pairs, the last one filled up with 0 where the width is odd.
    values: Vec<Pair>,
    scales: Vec<f32>,
}

impl Rows {
    /// Takes rows of `width` values, in place of what was there. A row that holds a NaN or an infinity counts
    /// as zeros.
    ///
    /// # Panics
    /// If `width` is 0 or above [`MAX_INPUTS`], or the values do not fill whole rows.
    pub fn fill(&mut self, values: &[f32], width: usize) {
        assert!((1..=MAX_INPUTS).contains(&width), "too wide a row, or none");
        assert!(values.len().is_multiple_of(width), "values do not fill rows");
        let pairs = width.div_ceil(2);
        self.width = width;
        self.values.clear();
        self.values.resize(values.len() / width * pairs, [0; 2]);
        self.scales.clear();
        for (row, whole) in values.chunks_exact(width).zip(self.values.chunks_exact_mut(pairs)) {
            self.scales.push(quantise(row, &mut whole.as_flattened_mut()[..width]));
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.scales.len()
    }

    pub fn is_empty(&self) -> bool {
        self.scales.is_empty()
    }

    pub fn width(&self) -> usize {
        self.width
    }

    pub(super) fn row(&self, row: usize) -> &[Pair] {
        let pairs = self.width.div_ceil(2);
        &self.values[row * pairs..][..pairs]
    }

    pub(super) fn scales(&self) -> &[f32] {
        &self.scales
    }
}

/// Whole numbers of at most [`BOUND`] for a row, into zeros; what one of them is worth.
fn quantise(row: &[f32], whole: &mut [i16]) -> f32 {
    // The bits of magnitudes stand in the order of the magnitudes, and NaN and infinity above all numbers.
    let largest = row.iter().map(|value| value.abs().to_bits() as i32).fold(0, i32::max);
    let largest = f32::from_bits(largest as u32);
    if !(FAINT..=f32::MAX).contains(&largest) {
        return 0.0;
    }
    let inverse = f32::from(BOUND) / largest;
    for (whole, value) in whole.iter_mut().zip(row) {
        *whole = (value * inverse + ROUND).to_bits() as i16;
    }
    largest / f32::from(BOUND)
}
