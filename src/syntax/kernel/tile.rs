//! The loops that all platforms share: blocks of outputs, tiles of rows.

use super::{LANES, Matrix, Pair, Rows, Step};

/// What one platform does with a [`Step`].
///
/// # Safety
/// The methods may use instructions that not every processor has: whoever calls [`run`] sees to it that this one
/// has them.
pub(super) trait Unit {
    /// A step, in registers.
    type Weights: Copy;
    /// The sums of eight outputs, in registers.
    type Sums: Copy;
    unsafe fn zero() -> Self::Sums;
    unsafe fn weights(step: &Step) -> Self::Weights;
    /// Adds to the sum of each output its two weights times the two inputs.
    unsafe fn add(sums: Self::Sums, weights: Self::Weights, inputs: Pair) -> Self::Sums;
    unsafe fn finish(sums: Self::Sums) -> [i32; LANES];
}

/// Writes all rows times all outputs, `ROWS` rows at a time (at least 4), to zeros.
///
/// Inlined, here and below, so that it is compiled for the instructions of the function that calls it.
///
/// # Safety
/// The processor has what `U` uses.
#[inline(always)]
pub(super) unsafe fn run<U: Unit, const ROWS: usize>(
    rows: &Rows,
    matrix: &Matrix,
    out: &mut [f32],
) {
    for block in 0..matrix.scales.len() {
        let mut row = 0;
        // SAFETY: as for this function.
        unsafe {
            while row + ROWS <= rows.len() {
                tile::<U, ROWS>(rows, row, matrix, block, out);
                row += ROWS;
            }
            if row + 4 <= rows.len() {
                tile::<U, 4>(rows, row, matrix, block, out);
                row += 4;
            }
            match rows.len() - row {
                3 => tile::<U, 3>(rows, row, matrix, block, out),
                2 => tile::<U, 2>(rows, row, matrix, block, out),
                1 => tile::<U, 1>(rows, row, matrix, block, out),
                _ => {}
            }
        }
    }
}

/// `R` rows from `first` on, times one block of outputs.
///
/// # Safety
/// The processor has what `U` uses.
#[inline(always)]
unsafe fn tile<U: Unit, const R: usize>(
    rows: &Rows,
    first: usize,
    matrix: &Matrix,
    block: usize,
    out: &mut [f32],
) {
    let steps = matrix.block(block);
    let mut inputs: [&[Pair]; R] = [&[]; R];
    for (row, inputs) in inputs.iter_mut().enumerate() {
        // As long as the steps, so that the bounds are checked here and not at every step.
        *inputs = &rows.row(first + row)[..steps.len()];
    }
    // SAFETY: as for this function.
    let sums = unsafe { sums::<U, R>(inputs, steps) };
    for (row, sums) in sums.iter().enumerate() {
        let scale = rows.scales()[first + row];
        let values = scaled(sums, scale, &matrix.scales[block], &matrix.biases[block]);
        let row = &mut out[(first + row) * matrix.outputs()..][..matrix.outputs()];
        let row = &mut row[block * LANES..];
        match row.first_chunk_mut() {
            Some(whole) => *whole = values,
            None => row.copy_from_slice(&values[..row.len()]),
        }
    }
}

/// The sums of `R` rows for eight outputs; every step is loaded once for all rows.
///
/// # Safety
/// The processor has what `U` uses.
#[inline(always)]
unsafe fn sums<U: Unit, const R: usize>(inputs: [&[Pair]; R], steps: &[Step]) -> [[i32; LANES]; R] {
    // SAFETY: as for this function.
    unsafe {
        let mut sums = [U::zero(); R];
        for (pair, step) in steps.iter().enumerate() {
            let weights = U::weights(step);
            for (sums, inputs) in sums.iter_mut().zip(inputs) {
                *sums = U::add(*sums, weights, inputs[pair]);
            }
        }
        let mut finished = [[0; LANES]; R];
        for (finished, sums) in finished.iter_mut().zip(sums) {
            *finished = U::finish(sums);
        }
        finished
    }
}

#[inline(always)]
fn scaled(
    sums: &[i32; LANES],
    scale: f32,
    scales: &[f32; LANES],
    bias: &[f32; LANES],
) -> [f32; LANES] {
    let mut values = [0.0; LANES];
    for lane in 0..LANES {
        values[lane] = sums[lane] as f32 * (scale * scales[lane]) + bias[lane];
    }
    values
}
