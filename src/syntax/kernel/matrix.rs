//! Weights, laid out once for the kernels.

use super::{LANES, MAX_INPUTS, Pair, Rows, Step};

/// Weights of `outputs` x `inputs`, with a scale and a bias for each output.
#[derive(Clone, Debug)]
pub struct Matrix {
    outputs: usize,
    inputs: usize,
    /// For each block of eight outputs, one step for each pair of inputs.
    steps: Vec<Step>,
    pub(super) scales: Vec<[f32; LANES]>,
    pub(super) biases: Vec<[f32; LANES]>,
}

impl Matrix {
    /// Takes weights in rows of `inputs`, one row an output. An output is
    /// `scale * sum(weight * input) + bias`.
    ///
    /// # Panics
    /// If a length does not agree with the shape, or `inputs` is 0 or above [`MAX_INPUTS`].
    pub fn new(
        outputs: usize,
        inputs: usize,
        weights: &[i8],
        scales: &[f32],
        bias: &[f32],
    ) -> Self {
        assert!(weights.len() == outputs * inputs, "weights do not fill the shape");
        assert!(scales.len() == outputs && bias.len() == outputs, "a scale and a bias an output");
        let mut matrix = Self::empty(outputs, inputs);
        for (output, row) in weights.chunks_exact(inputs).enumerate() {
            let whole = |weight: &i8| i16::from(*weight);
            let pairs = row.chunks(2).map(|pair| [whole(&pair[0]), pair.get(1).map_or(0, whole)]);
            matrix.set(output, pairs);
        }
        matrix.scales.as_flattened_mut()[..outputs].copy_from_slice(scales);
        matrix.biases.as_flattened_mut()[..outputs].copy_from_slice(bias);
        matrix
    }

    fn empty(outputs: usize, inputs: usize) -> Self {
        assert!((1..=MAX_INPUTS).contains(&inputs), "too many inputs, or none");
        let blocks = outputs.div_ceil(LANES);
        Self {
            outputs,
            inputs,
            steps: vec![Step([[0; 2]; LANES]); blocks * inputs.div_ceil(2)],
            scales: vec![[0.0; LANES]; blocks],
            biases: vec![[0.0; LANES]; blocks],
        }
    }

    fn set(&mut self, output: usize, weights: impl Iterator<Item = Pair>) {
        let pairs = self.inputs.div_ceil(2);
        let block = &mut self.steps[output / LANES * pairs..][..pairs];
        for (step, pair) in block.iter_mut().zip(weights) {
            step.0[output % LANES] = pair;
        }
    }

    pub fn outputs(&self) -> usize {
        self.outputs
    }

    pub fn inputs(&self) -> usize {
        self.inputs
    }

    pub(super) fn block(&self, block: usize) -> &[Step] {
        let pairs = self.inputs.div_ceil(2);
        &self.steps[block * pairs..][..pairs]
    }
}

/// Rows as weights, for products of rows with rows.
impl From<&Rows> for Matrix {
    fn from(rows: &Rows) -> Self {
        let mut matrix = Self::empty(rows.len(), rows.width());
        for row in 0..rows.len() {
            matrix.set(row, rows.row(row).iter().copied());
        }
        matrix.scales.as_flattened_mut()[..rows.len()].copy_from_slice(rows.scales());
        matrix
    }
}
