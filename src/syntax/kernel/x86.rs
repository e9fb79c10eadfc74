//! x86-64: SSE2, which all have, and AVX2, which is asked for at run time.

use std::arch::x86_64::*;
use std::mem::transmute;
use std::ptr::from_ref;

use super::{LANES, Matrix, Pair, Rows, Step, tile, tile::Unit};

pub(super) fn sse2(rows: &Rows, matrix: &Matrix, out: &mut [f32]) {
    // SAFETY: every x86-64 processor has SSE2.
    unsafe { tile::run::<Sse2, 4>(rows, matrix, out) }
}

/// # Panics
/// If the processor has no AVX2.
pub(super) fn avx2(rows: &Rows, matrix: &Matrix, out: &mut [f32]) {
    #[target_feature(enable = "avx2")]
    fn run(rows: &Rows, matrix: &Matrix, out: &mut [f32]) {
        // SAFETY: this function is compiled for AVX2, and its caller has seen that it is there.
        unsafe { tile::run::<Avx2, 8>(rows, matrix, out) }
    }
    assert!(is_x86_feature_detected!("avx2"), "no AVX2");
    // SAFETY: the processor has AVX2, as was just checked.
    unsafe { run(rows, matrix, out) }
}

struct Sse2;

impl Unit for Sse2 {
    type Weights = [__m128i; 2];
    type Sums = [__m128i; 2];

    #[inline(always)]
    unsafe fn zero() -> Self::Sums {
        // SAFETY: every x86-64 processor has SSE2.
        unsafe { [_mm_setzero_si128(); 2] }
    }

    #[inline(always)]
    unsafe fn weights(step: &Step) -> Self::Weights {
        let start: *const __m128i = from_ref(step).cast();
        // SAFETY: a step is two vectors long and aligned to 32 bytes.
        unsafe { [_mm_load_si128(start), _mm_load_si128(start.add(1))] }
    }

    #[inline(always)]
    unsafe fn add(sums: Self::Sums, weights: Self::Weights, inputs: Pair) -> Self::Sums {
        // SAFETY: a pair is as large as an i32, and every x86-64 processor has SSE2.
        unsafe {
            let inputs = _mm_set1_epi32(transmute::<Pair, i32>(inputs));
            [
                _mm_add_epi32(sums[0], _mm_madd_epi16(weights[0], inputs)),
                _mm_add_epi32(sums[1], _mm_madd_epi16(weights[1], inputs)),
            ]
        }
    }

    #[inline(always)]
    unsafe fn finish(sums: Self::Sums) -> [i32; LANES] {
        // SAFETY: both are 32 bytes of which all bits mean something.
        unsafe { transmute(sums) }
    }
}

struct Avx2;

impl Unit for Avx2 {
    type Weights = __m256i;
    type Sums = __m256i;

    #[inline(always)]
    unsafe fn zero() -> Self::Sums {
        // SAFETY: the processor has AVX2, as `Unit` demands.
        unsafe { _mm256_setzero_si256() }
    }

    #[inline(always)]
    unsafe fn weights(step: &Step) -> Self::Weights {
        // SAFETY: a step is one vector long and aligned to 32 bytes; the processor has AVX2.
        unsafe { _mm256_load_si256(from_ref(step).cast()) }
    }

    #[inline(always)]
    unsafe fn add(sums: Self::Sums, weights: Self::Weights, inputs: Pair) -> Self::Sums {
        // SAFETY: a pair is as large as an i32; the processor has AVX2.
        unsafe {
            let inputs = _mm256_set1_epi32(transmute::<Pair, i32>(inputs));
            _mm256_add_epi32(sums, _mm256_madd_epi16(weights, inputs))
        }
    }

    #[inline(always)]
    unsafe fn finish(sums: Self::Sums) -> [i32; LANES] {
        // SAFETY: both are 32 bytes of which all bits mean something.
        unsafe { transmute(sums) }
    }
}
