//! Which instructions to use.

use super::{Matrix, Rows, portable::Portable, tile};

/// Something to reckon in vectors as wide as the processor has them.
///
/// `reckon` and what it calls are to be `#[inline(always)]`: only what is inlined is compiled for wider vectors.
pub trait Work {
    fn reckon(self);
}

/// A way of reckoning products. All give the same bits; tests and benchmarks name one, others take [`Path::best`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    /// Plain Rust, for every platform.
    Portable,
    #[cfg(target_arch = "x86_64")]
    Sse2,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    Simd128,
    #[cfg(all(target_arch = "aarch64", target_endian = "little"))]
    Neon,
}

impl Path {
    /// All that this processor can do, slowest first.
    pub fn available() -> impl Iterator<Item = Path> {
        let all = [
            Some(Path::Portable),
            #[cfg(target_arch = "x86_64")]
            Some(Path::Sse2),
            #[cfg(target_arch = "x86_64")]
            is_x86_feature_detected!("avx2").then_some(Path::Avx2),
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Some(Path::Simd128),
            #[cfg(all(target_arch = "aarch64", target_endian = "little"))]
            Some(Path::Neon),
        ];
        all.into_iter().flatten()
    }

    /// The fastest. The standard library remembers what it found out about the processor.
    pub fn best() -> Path {
        Self::available().last().unwrap_or(Path::Portable)
    }

    /// As [`multiply`](super::multiply), by this path.
    pub fn multiply(self, rows: &Rows, matrix: &Matrix, out: &mut Vec<f32>) {
        assert!(rows.is_empty() || rows.width() == matrix.inputs(), "rows as wide as the inputs");
        out.resize(rows.len() * matrix.outputs(), 0.0);
        match self {
            // SAFETY: uses no instruction but the platform's own.
            Path::Portable => unsafe { tile::run::<Portable, 4>(rows, matrix, out) },
            #[cfg(target_arch = "x86_64")]
            Path::Sse2 => super::x86::sse2(rows, matrix, out),
            #[cfg(target_arch = "x86_64")]
            Path::Avx2 => super::x86::avx2(super::x86::Products { rows, matrix, out }),
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Path::Simd128 => super::wasm::simd128(rows, matrix, out),
            #[cfg(all(target_arch = "aarch64", target_endian = "little"))]
            Path::Neon => super::arm::neon(rows, matrix, out),
        }
    }

    /// Does some work, compiled for the vectors of this path. The bits are the same by all paths: nothing is contracted
    /// or put into another order.
    ///
    /// # Panics
    /// If the processor does not have them.
    pub fn run(self, work: impl Work) {
        match self {
            #[cfg(target_arch = "x86_64")]
            Path::Avx2 => super::x86::avx2(work),
            _ => work.reckon(),
        }
    }
}
