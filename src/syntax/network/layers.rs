//! The repeated parts of the network.

use super::format::{ModelError, Reader};
use super::{Matrix, Scratch, multiply};
use crate::syntax::kernel::math::{Direction, layer_norm, scan, sigmoid, tanh};

/// Layer normalisation (Ba et al. 2016).
pub struct Norm {
    gain: Vec<f32>,
    bias: Vec<f32>,
}

impl Norm {
    pub fn read(file: &mut Reader, width: usize) -> Result<Self, ModelError> {
        Ok(Norm { gain: file.vector(width)?, bias: file.vector(width)? })
    }

    /// Normalises every row of `x` into `out`.
    pub fn apply(&self, x: &[f32], out: &mut Vec<f32>) {
        let width = self.gain.len();
        out.resize(x.len(), 0.0);
        for (row, out) in x.chunks_exact(width).zip(out.chunks_exact_mut(width)) {
            layer_norm(row, &self.gain, &self.bias, out);
        }
    }
}

/// One residual block.
pub struct Block {
    norm: Norm,
    /// Weights of the word before, the word itself and the word after, a column each; then the bias.
    near: [Vec<f32>; 4],
    /// Value, how much to keep, how much to let out: three outputs a column.
    gates: Matrix,
}

impl Block {
    pub fn read(file: &mut Reader, width: usize) -> Result<Self, ModelError> {
        let norm = Norm::read(file, width)?;
        let near =
            [file.vector(width)?, file.vector(width)?, file.vector(width)?, file.vector(width)?];
        Ok(Block { norm, near, gates: file.matrix(3 * width, width)? })
    }

    /// Adds to `scratch.x` what the block has read around each word.
    pub fn apply(&self, width: usize, scratch: &mut Scratch) {
        self.norm.apply(&scratch.x, &mut scratch.normed);
        self.mix(width, &scratch.normed, &mut scratch.mixed);
        scratch.rows.fill(&scratch.mixed, width);
        multiply(&scratch.rows, &self.gates, &mut scratch.products);
        open(width, scratch);
        let (keep, value, state) = (&scratch.keep, &scratch.value, &mut scratch.state);
        state.resize(keep.len(), 0.0);
        scan(keep, value, width, 0..width / 2, Direction::Forward, state);
        scan(keep, value, width, width / 2..width, Direction::Backward, state);
        let outs = scratch.products.chunks_exact(3 * width).map(|gates| &gates[2 * width..]);
        for ((x, state), out) in
            scratch.x.chunks_exact_mut(width).zip(state.chunks_exact(width)).zip(outs)
        {
            for ((x, state), &out) in x.iter_mut().zip(state).zip(out) {
                *x += state * sigmoid(out);
            }
        }
    }

    /// The depthwise convolution over three words.
    fn mix(&self, width: usize, rows: &[f32], out: &mut Vec<f32>) {
        let [before, own, after, bias] = &self.near;
        out.resize(rows.len(), 0.0);
        let count = rows.len() / width;
        let row = |at: usize| &rows[at * width..(at + 1) * width];
        for (at, out) in out.chunks_exact_mut(width).enumerate() {
            for (i, out) in out.iter_mut().enumerate() {
                *out = bias[i] + own[i] * row(at)[i];
            }
            if at > 0 {
                add_product(out, before, row(at - 1));
            }
            if at + 1 < count {
                add_product(out, after, row(at + 1));
            }
        }
    }
}

fn add_product(out: &mut [f32], weights: &[f32], row: &[f32]) {
    for ((out, weight), x) in out.iter_mut().zip(weights).zip(row) {
        *out += weight * x;
    }
}

/// Turns the products of the gates into what is kept and what is added.
fn open(width: usize, scratch: &mut Scratch) {
    let size = scratch.products.len() / 3;
    scratch.keep.resize(size, 0.0);
    scratch.value.resize(size, 0.0);
    let outs = scratch.keep.chunks_exact_mut(width).zip(scratch.value.chunks_exact_mut(width));
    for (gates, (keep, value)) in scratch.products.chunks_exact(3 * width).zip(outs) {
        for i in 0..width {
            keep[i] = sigmoid(gates[width + i]);
            value[i] = tanh(gates[i]) * (1.0 - keep[i]);
        }
    }
}
