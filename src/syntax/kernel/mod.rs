//! Matrix products in whole numbers, equal to the bit on every platform.
//!
//! In: weights of eight bits with a scale for each output ([`Matrix`]) and rows of activations, cut to twelve
//! bits by the largest value of each row ([`Rows`]). Out: their products as `f32`. The sums are `i32` and cannot
//! overflow, so the order in which a platform adds does not matter; what is left is one conversion, two
//! multiplications and one addition, which IEEE 754 rounds alike everywhere.
//!
//! ```
//! use copydesk::syntax::kernel::{Matrix, Rows, multiply};
//! // Two outputs of three inputs: 2a + 3c, and b - 1.
//! let matrix = Matrix::new(2, 3, &[2, 0, 3, 0, 1, 0], &[1.0, 1.0], &[0.0, -1.0]);
//! let mut rows = Rows::default();
//! rows.fill(&[1.0, 0.0, 1.0], 3);
//! let mut out = Vec::new();
//! multiply(&rows, &matrix, &mut out);
//! assert!((out[0] - 5.0).abs() < 1e-3 && (out[1] + 1.0).abs() < 1e-3);
//! ```
//!
//! How it is fast: every processor has an instruction that multiplies pairs of 16-bit numbers and adds the two
//! products. Weights are therefore laid out as eight outputs of two neighbouring inputs at a time ([`Step`]), and
//! each is loaded once for several rows (`tile`). Only `Unit` differs from one platform to another.

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
pub use path::Path;
pub use rows::Rows;

/// Two neighbouring inputs, which one instruction multiplies and adds.
type Pair = [i16; 2];

/// Outputs reckoned side by side.
const LANES: usize = 8;

/// The weights of one pair of inputs for a block of outputs, in the order the instructions read them.
#[derive(Clone, Copy, Debug)]
#[repr(C, align(32))]
struct Step([Pair; LANES]);

/// The most inputs that a matrix may have.
///
/// 512 products of two numbers of at most [`rows::BOUND`] stay below 2³¹.
pub const MAX_INPUTS: usize = 512;

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
/// use copydesk::syntax::kernel::{Rows, dots};
/// let (mut a, mut b, mut out) = (Rows::default(), Rows::default(), Vec::new());
/// a.fill(&[1.0, 2.0], 2);
/// b.fill(&[3.0, 4.0, -1.0, 0.5], 2);
/// dots(&a, &b, &mut out);
/// assert!((out[0] - 11.0).abs() < 0.01 && out[1].abs() < 0.01);
/// ```
pub fn dots(a: &Rows, b: &Rows, out: &mut Vec<f32>) {
    multiply(a, &Matrix::from(b), out);
}
