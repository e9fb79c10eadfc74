//! The repeated parts of the network.

use super::format::{ModelError, Reader};
use crate::Scratch;
use crate::kernel::math::{Direction, gate, layer_norm, scan, sigmoid};
use crate::kernel::{Matrix, multiply};

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
    #[inline(always)]
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
    #[inline(always)]
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
    #[inline(always)]
    fn mix(&self, width: usize, rows: &[f32], out: &mut Vec<f32>) {
        let [before, own, after, bias] = &self.near;
        out.clear();
        rows.chunks_exact(width).for_each(|_| out.extend_from_slice(bias));
        add_products(out, own, rows);
        add_products(out.get_mut(width..).unwrap_or_default(), before, rows);
        add_products(out, after, rows.get(width..).unwrap_or_default());
    }
}

/// Adds to each row of `out` the row of `rows` at the same place, column by column times `weights`.
#[inline(always)]
fn add_products(out: &mut [f32], weights: &[f32], rows: &[f32]) {
    let width = weights.len();
    for (out, row) in out.chunks_exact_mut(width).zip(rows.chunks_exact(width)) {
        for ((out, weight), x) in out.iter_mut().zip(weights).zip(row) {
            *out += weight * x;
        }
    }
}

/// Turns the products of the gates into what is kept and what is added.
#[inline(always)]
fn open(width: usize, scratch: &mut Scratch) {
    let size = scratch.products.len() / 3;
    scratch.keep.resize(size, 0.0);
    scratch.value.resize(size, 0.0);
    let outs = scratch.keep.chunks_exact_mut(width).zip(scratch.value.chunks_exact_mut(width));
    for (gates, (keep, value)) in scratch.products.chunks_exact(3 * width).zip(outs) {
        let (values, rest) = gates.split_at(width);
        for ((keep, value), (&v, &k)) in
            keep.iter_mut().zip(value).zip(values.iter().zip(&rest[..width]))
        {
            (*keep, *value) = gate(k, v);
        }
    }
}
