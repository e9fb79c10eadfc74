//! aarch64: NEON, which all have.

use std::arch::aarch64::*;
use std::mem::transmute;
use std::ptr::from_ref;

use super::{LANES, Matrix, Quad, Rows, Step, tile, tile::Unit};

pub(super) fn neon(rows: &Rows, matrix: &Matrix, out: &mut [f32]) {
    // SAFETY: every aarch64 processor that Rust's standard library runs on has NEON.
    unsafe { tile::run::<Neon, 4>(rows, matrix, out) }
}

/// Four outputs a go, the products of the four inputs apart until the end: NEON has no instruction that multiplies
/// neighbours and adds.
struct Neon;

impl Unit for Neon {
    const GOES: usize = 2;
    type Input = Quad;
    type Weights = [int16x8_t; 2];
    type Sums = [int32x4_t; 4];

    #[inline(always)]
    fn inputs(rows: &Rows, row: usize) -> &[Quad] {
        rows.row(row)
    }

    #[inline(always)]
    unsafe fn start(_: &[i32; LANES]) -> Self::Sums {
        // SAFETY: NEON is there.
        unsafe { [vdupq_n_s32(0); 4] }
    }

    #[inline(always)]
    unsafe fn weights(step: &Step, go: usize) -> Self::Weights {
        let start: *const i8 = from_ref(step).cast();
        // SAFETY: a step is two vectors of sixteen bytes long, one for each go.
        unsafe {
            let bytes = vld1q_s8(start.add(16 * go));
            [vmovl_s8(vget_low_s8(bytes)), vmovl_high_s8(bytes)]
        }
    }

    #[inline(always)]
    unsafe fn add(sums: Self::Sums, weights: Self::Weights, inputs: Quad) -> Self::Sums {
        // SAFETY: four inputs are as large as the vector; NEON is there.
        unsafe {
            let inputs = transmute::<Quad, int16x4_t>(inputs);
            [
                vmlal_s16(sums[0], vget_low_s16(weights[0]), inputs),
                vmlal_s16(sums[1], vget_high_s16(weights[0]), inputs),
                vmlal_s16(sums[2], vget_low_s16(weights[1]), inputs),
                vmlal_s16(sums[3], vget_high_s16(weights[1]), inputs),
            ]
        }
    }

    #[inline(always)]
    unsafe fn finish(sums: Self::Sums, go: usize, out: &mut [i32; LANES]) {
        // SAFETY: both are 16 bytes of which all bits mean something; NEON is there.
        out.as_chunks_mut::<4>().0[go] = unsafe {
            let pairs = [vpaddq_s32(sums[0], sums[1]), vpaddq_s32(sums[2], sums[3])];
            transmute::<int32x4_t, [i32; 4]>(vpaddq_s32(pairs[0], pairs[1]))
        };
    }
}
