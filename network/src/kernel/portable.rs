//! Plain Rust, for processors without a kernel of their own and for WebAssembly without vectors.
//!
//! One 64-bit multiplication gives two products, where it multiplies an input by two weights that stand 32 bits
//! apart. Their sums stay apart as well: neither leaves 32 bits, and what the lower one borrows from the upper
//! one while it is negative is given back at the end.

use super::{INPUTS, LANES, Quad, Rows, Step, tile::Unit};

pub(super) struct Portable;

impl Unit for Portable {
    const GOES: usize = 1;
    type Input = Quad;
    /// For each two outputs, their weights of each input.
    type Weights = [[i64; INPUTS]; LANES / 2];
    /// Of two outputs each.
    type Sums = [i64; LANES / 2];

    #[inline(always)]
    fn inputs(rows: &Rows, row: usize) -> &[Quad] {
        rows.row(row)
    }

    #[inline(always)]
    unsafe fn start(_: &[i32; LANES]) -> Self::Sums {
        [0; LANES / 2]
    }

    #[inline(always)]
    unsafe fn weights(step: &Step, _: usize) -> Self::Weights {
        let mut weights = [[0; INPUTS]; LANES / 2];
        for (weights, [low, high]) in weights.iter_mut().zip(step.0.as_chunks::<2>().0) {
            for input in 0..INPUTS {
                weights[input] = i64::from(low[input]) + (i64::from(high[input]) << 32);
            }
        }
        weights
    }

    #[inline(always)]
    unsafe fn add(mut sums: Self::Sums, weights: Self::Weights, inputs: Quad) -> Self::Sums {
        let inputs = inputs.map(i64::from);
        for (sum, weights) in sums.iter_mut().zip(weights) {
            for input in 0..INPUTS {
                *sum = sum.wrapping_add(weights[input].wrapping_mul(inputs[input]));
            }
        }
        sums
    }

    #[inline(always)]
    unsafe fn finish(sums: Self::Sums, _: usize, out: &mut [i32; LANES]) {
        for (out, sum) in out.as_chunks_mut::<2>().0.iter_mut().zip(sums) {
            let low = sum as i32;
            *out = [low, (sum.wrapping_sub(low.into()) >> 32) as i32];
        }
    }
}
