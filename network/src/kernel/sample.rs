//! A fixed computation through everything here, to compare platforms by.

use super::math::{Direction, exp, gate, layer_norm, scan, sigmoid};
use super::{MAX_WEIGHT, Matrix, Path, Rows};

/// What [`checksum`] gives everywhere.
pub(super) const EXPECTED: u64 = 0xc2ef_4371_3eb8_1b1a;

/// Numbers that look random and are the same everywhere (a linear congruence).
pub(super) struct Noise(pub u32);

impl Noise {
    pub(super) fn next(&mut self) -> i32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        self.0 as i32 >> 8
    }

    /// From -4 to 4.
    pub(super) fn float(&mut self) -> f32 {
        self.next() as f32 / 2_097_152.0
    }

    pub(super) fn floats(&mut self, count: usize) -> Vec<f32> {
        (0..count).map(|_| self.float()).collect()
    }

    pub(super) fn weights(&mut self, count: usize) -> Vec<i8> {
        let span = 2 * i32::from(MAX_WEIGHT) + 1;
        (0..count).map(|_| (self.next().rem_euclid(span)) as i8 - MAX_WEIGHT).collect()
    }

    pub(super) fn matrix(&mut self, outputs: usize, inputs: usize) -> Matrix {
        let weights = self.weights(outputs * inputs);
        Matrix::new(outputs, inputs, &weights, &self.floats(outputs), &self.floats(outputs))
    }
}

/// A hash of products, norms, gates and scans over shapes even and odd.
pub(super) fn checksum(path: Path) -> u64 {
    let (mut noise, mut hash) = (Noise(7), Hash(0xcbf2_9ce4_8422_2325));
    let (mut rows, mut out) = (Rows::default(), Vec::new());
    for (count, inputs, outputs) in [(25, 128, 384), (13, 96, 41), (1, 7, 9), (4, 511, 8)] {
        rows.fill(&noise.floats(count * inputs), inputs);
        path.multiply(&rows, &noise.matrix(outputs, inputs), &mut out);
        hash.take(&out);
        let mut h = vec![0.0; out.len()];
        for row in out.chunks_exact(outputs) {
            layer_norm(row, &noise.floats(outputs), &noise.floats(outputs), &mut h[..outputs]);
            hash.take(&h[..outputs]);
        }
        for function in [exp, sigmoid, |x| gate(x, 1.0 - x).1] {
            hash.take(&noise.floats(out.len()).into_iter().map(function).collect::<Vec<_>>());
        }
        let keep: Vec<f32> = noise.floats(out.len()).into_iter().map(sigmoid).collect();
        scan(&keep, &out, outputs, 0..outputs / 2, Direction::Forward, &mut h);
        scan(&keep, &out, outputs, outputs / 2..outputs, Direction::Backward, &mut h);
        hash.take(&h);
    }
    hash.0
}

/// FNV-1a, over whole floats.
struct Hash(u64);

impl Hash {
    fn take(&mut self, values: &[f32]) {
        for value in values {
            self.0 = (self.0 ^ u64::from(value.to_bits())).wrapping_mul(0x100_0000_01b3);
        }
    }
}
