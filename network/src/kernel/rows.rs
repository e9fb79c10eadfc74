//! Activations, cut to whole numbers row by row.

use super::{INPUTS, MAX_INPUTS, Quad};

/// The largest activation after scaling, either way.
pub(super) const BOUND: i16 = 127;

/// Rows whose largest value lies below count as zeros: their inverse scale would be infinite.
const FAINT: f32 = 1e-30;

/// 1.5 x 2²³. What is added to it is rounded to a whole number, ties to even, in the low bits of the sum:
/// one addition, where SSE2 has no instruction to round.
pub(super) const ROUND: f32 = 12_582_912.0;

/// Rows of activations, each with the scale of its own largest value. Made to be filled again and again.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    width: usize,
    /// Rows of inputs, four by four, the last ones filled up with 0.
    values: Vec<Quad>,
    /// The same in bytes, moved by 128, as AVX2 takes them.
    #[cfg(target_arch = "x86_64")]
    bytes: Vec<[u8; INPUTS]>,
    scales: Vec<f32>,
}

impl Rows {
    /// Takes rows of `width` values, in place of what was there. A row that holds a NaN or an infinity counts
    /// as zeros.
    ///
    /// # Panics
    /// If `width` is 0 or above [`MAX_INPUTS`], or the values do not fill whole rows.
    #[inline(always)]
    pub fn fill(&mut self, values: &[f32], width: usize) {
        assert!((1..=MAX_INPUTS).contains(&width), "too wide a row, or none");
        assert!(values.len().is_multiple_of(width), "values do not fill rows");
        let quads = width.div_ceil(INPUTS);
        self.width = width;
        self.values.clear();
        self.values.resize(values.len() / width * quads, [0; INPUTS]);
        self.scales.clear();
        for (row, whole) in values.chunks_exact(width).zip(self.values.chunks_exact_mut(quads)) {
            self.scales.push(quantise(row, &mut whole.as_flattened_mut()[..width]));
        }
        #[cfg(target_arch = "x86_64")]
        {
            self.bytes.clear();
            self.bytes.extend(self.values.iter().map(|quad| quad.map(|whole| (whole + 128) as u8)));
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

    /// Each row with what one of its numbers is worth.
    #[inline(always)]
    pub(super) fn rows(&self) -> impl Iterator<Item = (&[i16], f32)> {
        let rows = self.values.chunks_exact(self.width.div_ceil(INPUTS).max(1));
        rows.map(|row| row.as_flattened()).zip(self.scales.iter().copied())
    }

    pub(super) fn row(&self, row: usize) -> &[Quad] {
        let quads = self.width.div_ceil(INPUTS);
        &self.values[row * quads..][..quads]
    }

    #[cfg(target_arch = "x86_64")]
    pub(super) fn bytes(&self, row: usize) -> &[[u8; INPUTS]] {
        let quads = self.width.div_ceil(INPUTS);
        &self.bytes[row * quads..][..quads]
    }

    pub(super) fn scales(&self) -> &[f32] {
        &self.scales
    }
}

/// Whole numbers of at most [`BOUND`] for a row, into zeros; what one of them is worth.
#[inline(always)]
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
