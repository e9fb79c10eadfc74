//! Weights, laid out once for the kernels.

use super::{INPUTS, LANES, MAX_INPUTS, MAX_WEIGHT, Step};

/// Weights of `outputs` x `inputs`, with a scale and a bias for each output.
#[derive(Clone, Debug)]
pub struct Matrix {
    outputs: usize,
    inputs: usize,
    /// For each block of eight outputs, one step for each four inputs.
    steps: Vec<Step>,
    pub(super) scales: Vec<[f32; LANES]>,
    pub(super) biases: Vec<[f32; LANES]>,
    /// The sum of each output's weights.
    pub(super) totals: Vec<[i32; LANES]>,
}

impl Matrix {
    /// Whether the kernels can take so many inputs and such weights.
    pub fn fits(inputs: usize, weights: &[i8]) -> bool {
        let small = |weight: &i8| weight.unsigned_abs() <= MAX_WEIGHT.unsigned_abs();
        (1..=MAX_INPUTS).contains(&inputs) && weights.iter().all(small)
    }

    /// Takes weights in rows of `inputs`, one row an output. An output is
    /// `scale * sum(weight * input) + bias`.
    ///
    /// # Panics
    /// If a length does not agree with the shape, or the weights do not [fit](Self::fits).
    pub fn new(
        outputs: usize,
        inputs: usize,
        weights: &[i8],
        scales: &[f32],
        bias: &[f32],
    ) -> Self {
        assert!(weights.len() == outputs * inputs, "weights do not fill the shape");
        assert!(scales.len() == outputs && bias.len() == outputs, "a scale and a bias an output");
        assert!(Self::fits(inputs, weights), "too many inputs, or none, or too large a weight");
        let (blocks, quads) = (outputs.div_ceil(LANES), inputs.div_ceil(INPUTS));
        let mut matrix = Self {
            outputs,
            inputs,
            steps: vec![Step([[0; INPUTS]; LANES]); blocks * quads],
            scales: vec![[0.0; LANES]; blocks],
            biases: vec![[0.0; LANES]; blocks],
            totals: vec![[0; LANES]; blocks],
        };
        for (output, row) in weights.chunks_exact(inputs).enumerate() {
            let block = &mut matrix.steps[output / LANES * quads..][..quads];
            for (step, weights) in block.iter_mut().zip(row.chunks(INPUTS)) {
                step.0[output % LANES][..weights.len()].copy_from_slice(weights);
            }
            matrix.totals.as_flattened_mut()[output] = row.iter().map(|&w| i32::from(w)).sum();
        }
        matrix.scales.as_flattened_mut()[..outputs].copy_from_slice(scales);
        matrix.biases.as_flattened_mut()[..outputs].copy_from_slice(bias);
        matrix
    }

    pub fn outputs(&self) -> usize {
        self.outputs
    }

    pub fn inputs(&self) -> usize {
        self.inputs
    }

    pub(super) fn block(&self, block: usize) -> &[Step] {
        let quads = self.inputs.div_ceil(INPUTS);
        &self.steps[block * quads..][..quads]
    }
}
