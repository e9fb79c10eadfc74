//! WebAssembly with 128-bit vectors.

use std::arch::wasm32::*;
use std::mem::transmute;
use std::ptr::from_ref;

use super::{LANES, Matrix, Pair, Rows, Step, tile, tile::Unit};

pub(super) fn simd128(rows: &Rows, matrix: &Matrix, out: &mut [f32]) {
    // SAFETY: this file is compiled only where the whole module is for simd128.
    unsafe { tile::run::<Simd128, 4>(rows, matrix, out) }
}

struct Simd128;

impl Unit for Simd128 {
    type Weights = [v128; 2];
    type Sums = [v128; 2];

    #[inline(always)]
    unsafe fn zero() -> Self::Sums {
        [i32x4_splat(0); 2]
    }

    #[inline(always)]
    unsafe fn weights(step: &Step) -> Self::Weights {
        let start: *const v128 = from_ref(step).cast();
        // SAFETY: a step is two vectors long.
        unsafe { [v128_load(start), v128_load(start.add(1))] }
    }

    #[inline(always)]
    unsafe fn add(sums: Self::Sums, weights: Self::Weights, inputs: Pair) -> Self::Sums {
        // SAFETY: a pair is as large as an i32.
        let inputs = i32x4_splat(unsafe { transmute::<Pair, i32>(inputs) });
        [
            i32x4_add(sums[0], i32x4_dot_i16x8(weights[0], inputs)),
            i32x4_add(sums[1], i32x4_dot_i16x8(weights[1], inputs)),
        ]
    }

    #[inline(always)]
    unsafe fn finish(sums: Self::Sums) -> [i32; LANES] {
        // SAFETY: both are 32 bytes of which all bits mean something.
        unsafe { transmute(sums) }
    }
}
