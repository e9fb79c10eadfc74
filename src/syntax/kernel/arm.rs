//! aarch64: NEON, which all have.

use std::arch::aarch64::*;
use std::mem::transmute;
use std::ptr::from_ref;

use super::{LANES, Matrix, Pair, Rows, Step, tile, tile::Unit};

pub(super) fn neon(rows: &Rows, matrix: &Matrix, out: &mut [f32]) {
    // SAFETY: every aarch64 processor that Rust's standard library runs on has NEON.
    unsafe { tile::run::<Neon, 4>(rows, matrix, out) }
}

struct Neon;

impl Unit for Neon {
    type Weights = [int16x8_t; 2];
    /// The first and the second input of a pair apart, until the end: NEON has no instruction that
    /// multiplies pairs and adds.
    type Sums = [int32x4_t; 4];

    #[inline(always)]
    unsafe fn zero() -> Self::Sums {
        // SAFETY: NEON is there.
        unsafe { [vdupq_n_s32(0); 4] }
    }

    #[inline(always)]
    unsafe fn weights(step: &Step) -> Self::Weights {
        let start: *const i16 = from_ref(step).cast();
        // SAFETY: a step is two vectors of eight long.
        unsafe { [vld1q_s16(start), vld1q_s16(start.add(8))] }
    }

    #[inline(always)]
    unsafe fn add(sums: Self::Sums, weights: Self::Weights, inputs: Pair) -> Self::Sums {
        // SAFETY: a pair is as large as an i32; NEON is there.
        unsafe {
            let inputs = vreinterpretq_s16_s32(vdupq_n_s32(transmute::<Pair, i32>(inputs)));
            let half = vget_low_s16(inputs);
            [
                vmlal_s16(sums[0], vget_low_s16(weights[0]), half),
                vmlal_high_s16(sums[1], weights[0], inputs),
                vmlal_s16(sums[2], vget_low_s16(weights[1]), half),
                vmlal_high_s16(sums[3], weights[1], inputs),
            ]
        }
    }

    #[inline(always)]
    unsafe fn finish(sums: Self::Sums) -> [i32; LANES] {
        // SAFETY: both are 32 bytes of which all bits mean something; NEON is there.
        unsafe { transmute([vpaddq_s32(sums[0], sums[1]), vpaddq_s32(sums[2], sums[3])]) }
    }
}
