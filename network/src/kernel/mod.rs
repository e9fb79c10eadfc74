//! Matrix products in whole numbers, equal to the bit on every platform.
//!
//! In: weights of a few levels with a scale for each output ([`Matrix`]) and rows of activations, cut to eight
//! bits by the largest value of each row ([`Rows`]). Out: their products as `f32`. The sums are `i32` and cannot
//! overflow, so the order in which a platform adds does not matter; what is left is one conversion, two
//! multiplications and one addition, which IEEE 754 rounds alike everywhere.
//!
//! ```
//! use copydesk_network::kernel::{Matrix, Rows, multiply};
//! // Two outputs of three inputs: 2a + 3c, and b - 1.
//! let matrix = Matrix::new(2, 3, &[2, 0, 3, 0, 1, 0], &[1.0, 1.0], &[0.0, -1.0]);
//! let mut rows = Rows::default();
//! rows.fill(&[1.0, 0.0, 1.0], 3);
//! let mut out = Vec::new();
//! multiply(&rows, &matrix, &mut out);
//! assert!((out[0] - 5.0).abs() < 1e-3 && (out[1] + 1.0).abs() < 1e-3);
//! ```
//!
//! How it is fast: every processor has an instruction that multiplies neighbouring small numbers and adds the
//! products. Weights are therefore laid out as eight outputs of four neighbouring inputs at a time ([`Step`]), and each
//! is loaded once for several rows (`tile`). Only `Unit` differs from one platform to another.

#[cfg(all(target_arch = "aarch64", target_endian = "little"))]
mod arm;
mod matrix;
mod path;
mod portable;
mod rows;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
mod tile;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm;
#[cfg(target_arch = "x86_64")]
mod x86;

pub mod math;

pub use matrix::Matrix;
pub use path::{Path, Work};
pub use rows::Rows;

/// Inputs that one step takes.
const INPUTS: usize = 4;

/// Neighbouring inputs of a row.
type Quad = [i16; INPUTS];

/// Outputs reckoned side by side.
const LANES: usize = 8;

/// The weights of four neighbouring inputs for a block of outputs, in the order the instructions read them.
#[derive(Clone, Copy, Debug)]
#[repr(C, align(32))]
struct Step([[i8; INPUTS]; LANES]);

/// The most inputs that a matrix may have: the sum of so many products stays far below 2³¹.
pub const MAX_INPUTS: usize = 512;

/// The largest weight, either way: AVX2 adds sixteen products of it in sixteen bits.
pub const MAX_WEIGHT: i8 = 8;

/// Every row times every output of the matrix, scaled, plus the bias: `out[row * outputs + output]`.
///
/// # Panics
/// If the rows are not as wide as the matrix has inputs.
pub fn multiply(rows: &Rows, matrix: &Matrix, out: &mut Vec<f32>) {
    Path::best().multiply(rows, matrix, out);
}

/// The dot product of every row of `a` with every row of `b`: `out[i * b.len() + j]`.
///
/// # Panics
/// If the rows differ in width.
///
/// ```
/// use copydesk_network::kernel::{Rows, dots};
/// let (mut a, mut b, mut out) = (Rows::default(), Rows::default(), Vec::new());
/// a.fill(&[1.0, 2.0], 2);
/// b.fill(&[3.0, 4.0, -1.0, 0.5], 2);
/// dots(&a, &b, &mut out);
/// assert!((out[0] - 11.0).abs() < 0.1 && out[1].abs() < 0.1);
/// ```
pub fn dots(a: &Rows, b: &Rows, out: &mut Vec<f32>) {
    assert!(a.is_empty() || b.is_empty() || a.width() == b.width(), "rows of one width");
    Path::best().run(Dots { a, b, out });
}

struct Dots<'a> {
    a: &'a Rows,
    b: &'a Rows,
    out: &'a mut Vec<f32>,
}

impl Work for Dots<'_> {
    #[inline(always)]
    fn reckon(self) {
        self.out.clear();
        for (row, scale) in self.a.rows() {
            self.out.extend(self.b.rows().map(|(other, other_scale)| {
                let products = row.iter().zip(other).map(|(&x, &y)| i32::from(x) * i32::from(y));
                products.sum::<i32>() as f32 * (scale * other_scale)
            }));
        }
    }
}
