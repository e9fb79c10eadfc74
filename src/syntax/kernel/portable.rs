//! Plain Rust, for processors without a kernel of their own and for WebAssembly without vectors.
//!
//! One 64-bit multiplication gives two products, where it multiplies an input by two weights that stand 32 bits
//! apart. Their sums stay apart as well: neither leaves 32 bits, and what the lower one borrows from the upper
//! one while it is negative is given back at the end.

use super::{LANES, Pair, Step, tile::Unit};

pub(super) struct Portable;

impl Unit for Portable {
    /// For each two outputs, their weights of the first input and of the second.
    type Weights = [[i64; 2]; LANES / 2];
    /// Of two outputs each.
    type Sums = [i64; LANES / 2];

    #[inline(always)]
    unsafe fn zero() -> Self::Sums {
        [0; LANES / 2]
    }

    #[inline(always)]
    unsafe fn weights(step: &Step) -> Self::Weights {
        let mut weights = [[0; 2]; LANES / 2];
        for (weights, outputs) in weights.iter_mut().zip(step.0.as_chunks::<2>().0) {
            let [low, high] = outputs;
            for input in 0..2 {
                weights[input] = i64::from(low[input]) + (i64::from(high[input]) << 32);
            }
        }
        weights
    }

    #[inline(always)]
    unsafe fn add(mut sums: Self::Sums, weights: Self::Weights, inputs: Pair) -> Self::Sums {
        let inputs = inputs.map(i64::from);
        for (sum, weights) in sums.iter_mut().zip(weights) {
            for input in 0..2 {
                *sum = sum.wrapping_add(weights[input].wrapping_mul(inputs[input]));
            }
        }
        sums
    }

    #[inline(always)]
    unsafe fn finish(sums: Self::Sums) -> [i32; LANES] {
        let mut whole = [0; LANES];
        for (whole, sum) in whole.as_chunks_mut::<2>().0.iter_mut().zip(sums) {
            let low = sum as i32;
            *whole = [low, (sum.wrapping_sub(low.into()) >> 32) as i32];
        }
        whole
    }
}
