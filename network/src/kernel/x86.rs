//! x86-64: SSE2, which all have, and AVX2, which is asked for at run time.

use std::arch::x86_64::*;
use std::mem::transmute;
use std::ptr::from_ref;

use super::{INPUTS, LANES, Matrix, Quad, Rows, Step, Work, tile, tile::Unit};

pub(super) fn sse2(rows: &Rows, matrix: &Matrix, out: &mut [f32]) {
    // SAFETY: every x86-64 processor has SSE2.
    unsafe { tile::run::<Sse2, 4>(rows, matrix, out) }
}

/// Does some work compiled for AVX2.
///
/// # Panics
/// If the processor has no AVX2.
pub(super) fn avx2(work: impl Work) {
    #[target_feature(enable = "avx2")]
    fn run(work: impl Work) {
        work.reckon();
    }
    assert!(is_x86_feature_detected!("avx2"), "no AVX2");
    // SAFETY: the processor has AVX2, as was just checked.
    unsafe { run(work) }
}

/// All rows times all outputs. Only to be given to [`avx2`].
pub(super) struct Products<'a> {
    pub rows: &'a Rows,
    pub matrix: &'a Matrix,
    pub out: &'a mut [f32],
}

impl Work for Products<'_> {
    #[inline(always)]
    fn reckon(self) {
        // SAFETY: `avx2` has seen that the processor has AVX2.
        unsafe { tile::run::<Avx2, 6>(self.rows, self.matrix, self.out) }
    }
}

/// Four outputs a go, each as two sums of two products.
struct Sse2;

impl Unit for Sse2 {
    const GOES: usize = 2;
    type Input = Quad;
    type Weights = [__m128i; 2];
    type Sums = [__m128i; 2];

    #[inline(always)]
    fn inputs(rows: &Rows, row: usize) -> &[Quad] {
        rows.row(row)
    }

    #[inline(always)]
    unsafe fn start(_: &[i32; LANES]) -> Self::Sums {
        // SAFETY: every x86-64 processor has SSE2.
        unsafe { [_mm_setzero_si128(); 2] }
    }

    #[inline(always)]
    unsafe fn weights(step: &Step, go: usize) -> Self::Weights {
        let start: *const __m128i = from_ref(step).cast();
        // SAFETY: a step is two vectors long, one for each go, and aligned to 32 bytes.
        unsafe {
            let bytes = _mm_load_si128(start.add(go));
            let low = _mm_unpacklo_epi8(bytes, bytes);
            let high = _mm_unpackhi_epi8(bytes, bytes);
            [_mm_srai_epi16(low, 8), _mm_srai_epi16(high, 8)]
        }
    }

    #[inline(always)]
    unsafe fn add(sums: Self::Sums, weights: Self::Weights, inputs: Quad) -> Self::Sums {
        // SAFETY: four inputs are as large as an i64, and every x86-64 processor has SSE2.
        unsafe {
            let inputs = _mm_set1_epi64x(transmute::<Quad, i64>(inputs));
            [
                _mm_add_epi32(sums[0], _mm_madd_epi16(weights[0], inputs)),
                _mm_add_epi32(sums[1], _mm_madd_epi16(weights[1], inputs)),
            ]
        }
    }

    #[inline(always)]
    unsafe fn finish(sums: Self::Sums, go: usize, out: &mut [i32; LANES]) {
        // SAFETY: both are 32 bytes of which all bits mean something.
        let halves = unsafe { transmute::<Self::Sums, [[i32; 2]; 4]>(sums) };
        out.as_chunks_mut::<4>().0[go] = halves.map(|[a, b]| a + b);
    }
}

/// Eight outputs at once. Inputs are bytes without a sign, 128 too large, which [`Unit::start`] takes off again.
struct Avx2;

/// Of eight outputs.
#[derive(Clone, Copy)]
struct Avx2Sums {
    whole: __m256i,
    /// Two sums of sixteen bits an output, which [`Unit::settle`] adds to the whole ones.
    halves: __m256i,
}

impl Unit for Avx2 {
    const GOES: usize = 1;
    /// 8 steps of two products of at most 255 x 8 stay within sixteen bits.
    const STEPS: usize = 8;
    type Input = [u8; INPUTS];
    type Weights = __m256i;
    type Sums = Avx2Sums;

    #[inline(always)]
    fn inputs(rows: &Rows, row: usize) -> &[Self::Input] {
        rows.bytes(row)
    }

    #[inline(always)]
    unsafe fn start(totals: &[i32; LANES]) -> Self::Sums {
        // SAFETY: both are eight numbers of 32 bits; the processor has AVX2, as `Unit` demands.
        unsafe {
            let (totals, zero) =
                (transmute::<[i32; LANES], __m256i>(*totals), _mm256_setzero_si256());
            let whole = _mm256_slli_epi32(_mm256_sub_epi32(zero, totals), 7);
            Avx2Sums { whole, halves: zero }
        }
    }

    #[inline(always)]
    unsafe fn weights(step: &Step, _: usize) -> Self::Weights {
        // SAFETY: a step is one vector long and aligned to 32 bytes; the processor has AVX2.
        unsafe { _mm256_load_si256(from_ref(step).cast()) }
    }

    #[inline(always)]
    unsafe fn add(sums: Self::Sums, weights: Self::Weights, inputs: Self::Input) -> Self::Sums {
        // SAFETY: four inputs are as large as an i32; the processor has AVX2.
        unsafe {
            let inputs = _mm256_set1_epi32(i32::from_ne_bytes(inputs));
            let products = _mm256_maddubs_epi16(inputs, weights);
            Avx2Sums { halves: _mm256_add_epi16(sums.halves, products), ..sums }
        }
    }

    #[inline(always)]
    unsafe fn settle(sums: Self::Sums) -> Self::Sums {
        // SAFETY: the processor has AVX2.
        unsafe {
            let halves = _mm256_madd_epi16(sums.halves, _mm256_set1_epi16(1));
            Avx2Sums { whole: _mm256_add_epi32(sums.whole, halves), halves: _mm256_setzero_si256() }
        }
    }

    #[inline(always)]
    unsafe fn finish(sums: Self::Sums, _: usize, out: &mut [i32; LANES]) {
        // SAFETY: both are 32 bytes of which all bits mean something.
        *out = unsafe { transmute::<__m256i, [i32; LANES]>(sums.whole) };
    }
}
