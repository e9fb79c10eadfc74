//! WebAssembly with 128-bit vectors.

use std::arch::wasm32::*;
use std::mem::transmute;
use std::ptr::from_ref;

use super::{LANES, Matrix, Quad, Rows, Step, tile, tile::Unit};

pub(super) fn simd128(rows: &Rows, matrix: &Matrix, out: &mut [f32]) {
    // SAFETY: this file is compiled only where the whole module is for simd128.
    unsafe { tile::run::<Simd128, 4>(rows, matrix, out) }
}

/// Four outputs a go, each as two sums of two products.
struct Simd128;

impl Unit for Simd128 {
    const GOES: usize = 2;
    type Input = Quad;
    type Weights = [v128; 2];
    type Sums = [v128; 2];

    #[inline(always)]
    fn inputs(rows: &Rows, row: usize) -> &[Quad] {
        rows.row(row)
    }

    #[inline(always)]
    unsafe fn start(_: &[i32; LANES]) -> Self::Sums {
        [i32x4_splat(0); 2]
    }

    #[inline(always)]
    unsafe fn weights(step: &Step, go: usize) -> Self::Weights {
        let start: *const i8 = from_ref(step).cast();
        // SAFETY: a step is four times eight bytes long, two of them for each go.
        unsafe {
            let start = start.add(16 * go);
            [i16x8_load_extend_i8x8(start), i16x8_load_extend_i8x8(start.add(8))]
        }
    }

    #[inline(always)]
    unsafe fn add(sums: Self::Sums, weights: Self::Weights, inputs: Quad) -> Self::Sums {
        // SAFETY: four inputs are as large as an i64.
        let inputs = i64x2_splat(unsafe { transmute::<Quad, i64>(inputs) });
        [
            i32x4_add(sums[0], i32x4_dot_i16x8(weights[0], inputs)),
            i32x4_add(sums[1], i32x4_dot_i16x8(weights[1], inputs)),
        ]
    }

    #[inline(always)]
    unsafe fn finish(sums: Self::Sums, go: usize, out: &mut [i32; LANES]) {
        let [a, b] = sums;
        let whole = i32x4_add(i32x4_shuffle::<0, 2, 4, 6>(a, b), i32x4_shuffle::<1, 3, 5, 7>(a, b));
        // SAFETY: both are 16 bytes of which all bits mean something.
        out.as_chunks_mut::<4>().0[go] = unsafe { transmute::<v128, [i32; 4]>(whole) };
    }
}
